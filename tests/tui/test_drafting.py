"""Drafting in the app: on one screen with the editing, tries in sight, stopping, and what is missing."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterator
from typing import Any

from outreach.domain.case import Meeting
from outreach.domain.draft import Origin
from outreach.domain.errors import EngineFailed
from outreach.drafting.events import (
    CandidateRejected,
    DraftEvent,
    DraftStarted,
    SectionKept,
    SectionStarted,
    Trying,
)
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.tui.compose.progress import Progress
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

TRY = "I watched your talk at PyData London 2024 about shadow deployments"


def _with_engine(open_workspace: Open, mentee: Any, mentorship: Any, engine: ScriptedEngine) -> Workspace:
    workspace = open_workspace(engine)
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    return workspace


def _drafts(workspace: Workspace) -> list[Any]:
    return list(workspace.drafts(workspace.mentorships()[0].id))


def test_a_draft_is_written_and_edited_on_one_screen(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """A try is shown as a try, with how far it is; what is typed meanwhile goes to the beginning of the text."""
    answer = Answer(TRY, wait=threading.Event())
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([answer, *[TRY] * 20]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("1 of 7 Hook, 1st try")
        screen = app.app.screen
        assert "I watched the PyData London 2024 talk." in app.words
        assert "Being written" in app.words
        foot = app.seen.splitlines()[-1]
        assert foot.split() == ["Esc", "Stop", "F1", "Help"]
        await app.press("f8", "enter", "H", "i", "!", "backspace", "comma")
        await app.paste(" Dr Z")
        await app.until_seen("You typed “Hi, Dr Z”")
        assert answer.wait is not None
        answer.wait.set()
        await app.until_drafted()
        assert app.app.screen is screen
        assert app.app.focused.id == "body"
        assert app.app.focused.text.startswith("Hi, Dr ZDear Dr Zieliński,")
        await app.press("ctrl+z")
        assert app.app.focused.text == _drafts(workspace)[0].current.body
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps, size=(80, 24))
    assert len(_drafts(workspace)) == 1


def test_esc_stops_and_keeps_what_was_kept_and_leaves_the_draft_open(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The draft is stored, with the rest from templates, and another Esc closes it."""
    answer = Answer(TRY, wait=threading.Event())
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([answer]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("Hook, 1st try")
        await app.pilot.resize_terminal(120, 40)
        await app.until_seen("The review comes with the")
        assert answer.waiting.wait(10)
        await app.press("escape")
        await app.until_drafted()
        await app.until_seen("Stopped. What was kept is in the draft; the rest comes from templates.")
        assert app.app.focused.id == "body"
        assert len(_drafts(workspace)) == 1
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps)
    (draft,) = _drafts(workspace)
    assert draft.current.body.startswith("Dear Dr Zieliński,")
    assert len(draft.current.sections) == 7


def test_quitting_while_drafting_stops_and_keeps_the_draft(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The app ends; what was typed ahead is kept with the draft."""
    answer = Answer(TRY, wait=threading.Event())
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([answer]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("Hook, 1st try")
        await app.press("Z", "ctrl+q")
        await app.until(lambda: not app.app.is_running)

    drive(workspace, steps)
    (draft,) = _drafts(workspace)
    assert draft.current.body.startswith("ZDear")


def test_an_engine_that_fails_leaves_a_draft_and_says_so(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The rest comes from templates, and it is stored before anything else is done."""
    engine = ScriptedEngine([Answer(TRY, error=EngineFailed("The model died."))])
    workspace = _with_engine(open_workspace, mentee, mentorship, engine)

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_drafted()
        await app.until_seen("The rest of the draft comes from templates.")
        assert len(_drafts(workspace)) == 1

    drive(workspace, steps)


class Broken(Workspace):
    """Fails as no one foresaw, once it has begun."""

    def draft(self, *args: Any, **options: Any) -> Iterator[DraftEvent]:
        yield DraftStarted(("hook",))
        raise ZeroDivisionError


def test_a_draft_that_breaks_off_leads_back_with_the_reason(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """To where it was asked for; also where the help lay over it."""
    workspace = open_workspace(cls=Broken)
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)

    async def steps(app: Any) -> None:
        await app.press("a")
        await app.until_seen("It broke off.")
        assert not isinstance(app.app.screen, DraftScreen)
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps)
    assert _drafts(workspace) == []


def test_progress_follows_the_events() -> None:
    """A section that is told of again stands where it stood; one that gives way is not counted twice."""
    events: list[DraftEvent] = [
        DraftStarted(("hook", "ask")),
        SectionStarted("hook"),
        Trying("hook", 1, "One"),
        CandidateRejected("hook", 1, "One two.", "it invents"),
        Trying("hook", 2, "Three"),
        SectionKept("hook", "Three.", Origin.MODEL),
        SectionKept("ask", "Ask?", Origin.TEMPLATE),
        SectionKept("hook", "Four.", Origin.TEMPLATE),
    ]
    states = [Progress()]
    for event in events:
        states.append(states[-1].after(event))
    assert [state.in_words for state in states] == [
        "Getting ready …",
        "0 of 2   getting ready …",
        "0 of 2   Hook: looking for words …",
        "0 of 2   Hook, 1st try",
        "0 of 2   Hook, 2nd try: looking for words …",
        "0 of 2   Hook, 2nd try",
        "1 of 2",
        "2 of 2",
        "2 of 2",
    ]
    assert [one.text for one in states[-1].kept] == ["Four.", "Ask?"]
    assert [each.reason for each in states[4].rejected] == ["it invents"]


def test_another_draft_leaves_the_old_one_in_the_list(filled: Workspace, drive: Drive) -> None:
    """F8 and d in a draft make a second one."""

    async def steps(app: Any) -> None:
        await app.press("a")
        await app.until_drafted()
        await app.press("f8", "d")
        await app.until(lambda: len(filled.drafts(filled.mentorships()[0].id)) == 2)
        await app.until_drafted()
        await app.press("escape")
        await app.until(lambda: app.words.count("Agenda for 3 Dec 2026") == 2)

    drive(filled, steps)


def test_a_missing_length_is_named_and_the_form_offered(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """Once it is filled in, the draft goes on by itself."""
    meeting = dataclasses.replace(mentorship.meetings[0], minutes=None)
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    workspace.save_mentorship(dataclasses.replace(mentorship, meetings=(meeting,)))

    async def steps(app: Any) -> None:
        await app.press("a")
        await app.until_seen("An agenda needs the meeting's length in minutes.")
        await app.press("o")
        await app.until(lambda: app.app.focused is not None and app.app.focused.id == "minutes")
        await app.press("3", "0", "ctrl+s")
        await app.until_drafted()

    drive(workspace, steps)
    assert workspace.mentorships()[0].meetings[0].minutes == 30


def test_a_thank_you_without_notes_opens_the_notes_page(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """Saying no leaves everything as it was."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    workspace.save_mentorship(dataclasses.replace(mentorship, meetings=(Meeting(minutes=30, mode="call"),)))

    async def steps(app: Any) -> None:
        await app.press("t")
        await app.until_seen("A thank-you needs the meeting's notes, or an action.")
        await app.press("escape", "t")
        await app.until_seen("Open that form")
        await app.press("enter")
        await app.until(lambda: app.app.focused is not None and app.app.focused.id == "notes")

    drive(workspace, steps)


def test_drafting_with_nothing_entered_leads_to_the_first_form(open_workspace: Open, drive: Drive) -> None:
    """No dead end."""

    async def steps(app: Any) -> None:
        await app.until_seen("Your first draft")
        await app.press("escape")
        await app.until_seen("Enter begins: your name, one goal, one mentor.")
        await app.press("f")
        await app.until_seen("A draft needs your name and at least one goal.")
        await app.press("o")
        await app.until_seen("Your first draft")

    drive(open_workspace(), steps)
