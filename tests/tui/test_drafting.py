"""Drafting in the app: tries in sight, stopping, and what is missing."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from typing import Any

from outreach.domain.case import Meeting
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.tui.draft_screen import DraftScreen
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

TRY = "I watched your talk at PyData London 2024 about shadow deployments"


def _with_engine(open_workspace: Open, mentee: Any, mentorship: Any, engine: ScriptedEngine) -> Workspace:
    workspace = open_workspace(engine)
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    return workspace


def test_a_try_is_shown_as_a_try_and_esc_keeps_what_was_kept(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The draft is stored, with the rest from templates, and the engine was told to stop."""
    answer = Answer(TRY, wait=threading.Event())
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([answer]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("trying, 1st try")
        assert answer.waiting.wait(10)
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))
        await app.until_told("Stopped. What was kept is in the draft")

    drive(workspace, steps)
    (draft,) = workspace.drafts(workspace.mentorships()[0].id)
    assert draft.current.body.strip()


def test_quitting_while_drafting_stops_and_keeps_the_draft(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The app ends, and the draft is in the store."""
    answer = Answer(TRY, wait=threading.Event())
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([answer]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("trying, 1st try")
        await app.press("ctrl+q")
        await app.until(lambda: not app.app.is_running)

    drive(workspace, steps)
    assert len(workspace.drafts(workspace.mentorships()[0].id)) == 1


def test_an_engine_that_fails_leaves_a_draft_and_says_so(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """The rest comes from templates."""
    workspace = _with_engine(open_workspace, mentee, mentorship, ScriptedEngine([]))

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))
        await app.until_told("The rest of the draft comes from templates.")

    drive(workspace, steps)
    assert len(workspace.drafts(workspace.mentorships()[0].id)) == 1


def test_another_draft_leaves_the_old_one_in_the_list(filled: Workspace, drive: Drive) -> None:
    """F9 in a draft makes a second one."""

    async def steps(app: Any) -> None:
        await app.press("a")
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))
        await app.press("f8", "d")
        await app.until(lambda: len(filled.drafts(filled.mentorships()[0].id)) == 2)
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))
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
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))

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
        await app.until_seen("Begin with your first draft: press n.")
        await app.press("f")
        await app.until_seen("A draft needs your name and at least one goal.")
        await app.press("o")
        await app.until_seen("Your first draft")

    drive(open_workspace(), steps)
