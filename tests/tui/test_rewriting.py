"""One section of a draft made anew from within the editor: asked for by F8, shown as a try, put in as one change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach.domain.draft import Draft, Kind, Origin, Revision, Section
from outreach.domain.errors import EngineFailed
from outreach.drafting.events import DraftFinished
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.tui.compose.ground_pane import GroundPane
from outreach.tui.compose.marked_area import MarkedArea
from outreach.tui.compose.section_menu import SectionMenu
from outreach.tui.compose.visit import Visit, section_at, standing
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

MODELS_HOOK = "I'm writing because you spoke at PyData London 2024 about shadow deployments."


@pytest.fixture
def drafted(open_workspace: Open, mentee: Any, mentorship: Any) -> Callable[..., Workspace]:
    """A workspace with one first contact from templates, and an engine for what comes next."""

    def make(engine: ScriptedEngine | None = None) -> Workspace:
        workspace = open_workspace(engine)
        workspace.save_mentee(mentee)
        stored = workspace.save_mentorship(mentorship)
        *_, last = workspace.draft(stored.case(mentee), Kind.FIRST_CONTACT, use_model=False, seed=3)
        assert isinstance(last, DraftFinished)
        workspace.save_draft(Draft("", stored.id, Kind.FIRST_CONTACT, revisions=(last.revision,)))
        return workspace

    return make


def _drafts(workspace: Workspace) -> list[Draft]:
    return workspace.drafts(workspace.mentorships()[0].id)


def _now(workspace: Workspace) -> Revision:
    return _drafts(workspace)[0].current


def _hook(revision: Revision) -> Section:
    return next(one for one in revision.sections if one.name == "hook")


def _body(app: Any) -> MarkedArea:
    body = app.app.screen.query_one("#body")
    assert isinstance(body, MarkedArea)
    return body


async def _open(app: Any) -> Section:
    """Open the draft, the cursor in its hook."""
    await app.press("4", "enter")
    await app.until_drafted()
    hook = _hook(_now(app.workspace))
    _body(app).move_to((hook.start or 0) + 4)
    await app.pilot.pause()
    return hook


async def _changed(app: Any, before: str) -> None:
    await app.until(lambda: _body(app).text != before)
    await app.until(lambda: app.app.screen.reviewed)


def test_another_fact_takes_the_place_of_the_section_and_one_undo_brings_it_back(
    drafted: Callable[..., Workspace], drive: Drive
) -> None:
    """The rest stays, the cursor stays in the section, and the new words are saved with whose they are."""
    workspace = drafted()

    async def steps(app: Any) -> None:
        hook = await _open(app)
        before = _body(app).text
        await app.press("f8")
        await app.until_seen("Rewrite: Hook from a template")
        assert "Built on “" in app.words
        assert "could stand here" in app.words
        await app.press("f")
        await _changed(app, before)
        await app.press("ctrl+s")
        now = _now(workspace)
        new = _hook(now)
        assert len(_drafts(workspace)[0].revisions) == 2
        assert (new.origin, new.seen) == (Origin.TEMPLATE, (hook.text,))
        assert new.facts != hook.facts
        assert now.body == _body(app).text == before.replace(hook.text, new.text)
        assert (new.start or 0) <= _body(app).cursor_place <= (new.end or 0)
        await app.press("ctrl+z")
        await app.until(lambda: _body(app).text == before)
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps)
    (only,) = _drafts(workspace)[0].revisions
    assert _hook(only).origin is Origin.TEMPLATE
    assert len(_hook(only).seen) == 1


def test_a_fact_chosen_beside_the_text_has_the_section_built_on_it(
    drafted: Callable[..., Workspace], drive: Drive
) -> None:
    """From any place of the text; what is changed of the facts there counts at once."""
    workspace = drafted()

    async def steps(app: Any) -> None:
        hook = await _open(app)
        before = _body(app).text
        await app.press("ctrl+end", "f3", "f3")
        ground = app.app.screen.query_one(GroundPane)
        while ground.fact is None or "PyData" not in ground.fact.text:
            await app.press("down")
        chosen = ground.fact.id
        assert chosen not in hook.facts
        await app.press("enter")
        await _changed(app, before)
        assert app.app.focused is _body(app)
        assert chosen in _hook(app.app.screen._words.reviewed).facts
        await app.press("f3", "f3")
        assert "F4 Copy" not in app.words
        assert "F1 Help" in app.words
        dropped = ground.fact.id
        await app.press("d")
        await app.until(lambda: dropped not in app.app.screen._basis.grounds.reasons)
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps, size=(110, 40))


def test_what_was_seen_does_not_come_again_after_undo_edit_and_another_visit(
    drafted: Callable[..., Workspace], drive: Drive
) -> None:
    """Not what was taken back, and not what was changed by hand either."""
    workspace = drafted()
    texts: list[str] = [_hook(_now(workspace)).text]

    async def ask(app: Any) -> None:
        before = _body(app).text
        await app.press("f8", "a")
        await _changed(app, before)
        texts.append(_hook(app.app.screen._words.reviewed).text)

    async def first(app: Any) -> None:
        await _open(app)
        await ask(app)
        before = _body(app).text
        await app.press("ctrl+z")
        await _changed(app, before)
        await ask(app)
        before = _body(app).text
        await app.press("left", "left", "q")
        await _changed(app, before)
        assert _hook(app.app.screen._words.reviewed).origin is Origin.MENTEE
        await app.press("escape")
        await app.until_seen("Mentors")

    async def second(app: Any) -> None:
        await _open(app)
        while "There is no other way to say this" not in app.words:
            before = _body(app).text
            await app.press("f8", "a")
            await app.until(lambda: not app.app.screen.busy)
            await app.pilot.pause()
            if _body(app).text != before:
                await app.until(lambda: app.app.screen.reviewed)
                texts.append(_hook(app.app.screen._words.reviewed).text)

    drive(workspace, first)
    drive(workspace, second)
    assert len(set(texts)) == len(texts) >= 3


def test_a_try_is_shown_muted_while_the_text_can_be_read_and_typed_in(
    drafted: Callable[..., Workspace], drive: Drive
) -> None:
    """What is typed elsewhere meanwhile stays, and the cursor with it."""
    answer = Answer(MODELS_HOOK, wait=threading.Event())
    workspace = drafted(ScriptedEngine([answer, *[MODELS_HOOK] * 20]))

    async def steps(app: Any) -> None:
        await _open(app)
        await app.press("f8", "f")
        await app.until_seen("Hook, 1st try: ")
        assert "Esc stops" in app.words
        _body(app).move_to(0)
        await app.press("P", "S", "space")
        assert answer.wait is not None
        answer.wait.set()
        await app.until(lambda: "Esc stops" not in app.words)
        await app.until(lambda: app.app.screen.reviewed)
        assert _body(app).text.startswith("PS Dear")
        assert _body(app).cursor_place == 3
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps)
    assert _now(workspace).body.startswith("PS Dear")
    assert _hook(_now(workspace)).origin in (Origin.MODEL, Origin.TEMPLATE)
    assert len(_hook(_now(workspace)).seen) == 1


def test_esc_stops_at_once_and_keeps_the_text(drafted: Callable[..., Workspace], drive: Drive) -> None:
    """The engine was told; the draft stays open, and another key closes it."""
    answer = Answer(MODELS_HOOK, wait=threading.Event())
    workspace = drafted(ScriptedEngine([answer, answer]))

    async def steps(app: Any) -> None:
        await _open(app)
        before = _body(app).text
        await app.press("f8", "a")
        await app.until_seen("Hook, 1st try: ")
        await app.press("f8", "d")
        await app.until_seen("Esc stops that.")
        await app.press("escape")
        assert "1st try" not in app.words
        await app.until_seen("Stopped. The text is as it was.")
        await app.until(lambda: not app.app.screen.busy)
        assert isinstance(app.app.screen, DraftScreen)
        assert _body(app).text == before
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(workspace, steps)
    assert len(_drafts(workspace)[0].revisions) == 1


def test_words_that_were_changed_meanwhile_stay(drafted: Callable[..., Workspace], drive: Drive) -> None:
    """They are the mentee's own, and later than the wish."""
    answer = Answer(MODELS_HOOK, wait=threading.Event())
    workspace = drafted(ScriptedEngine([answer, *[MODELS_HOOK] * 20]))

    async def steps(app: Any) -> None:
        await _open(app)
        await app.press("f8", "a")
        await app.until_seen("Hook, 1st try: ")
        await app.press("Q")
        text = _body(app).text
        assert answer.wait is not None
        answer.wait.set()
        await app.until_seen("You have changed these words meanwhile; they stay.")
        assert _body(app).text == text

    drive(workspace, steps)


@pytest.mark.parametrize(
    ("engine", "key", "told"),
    [
        (ScriptedEngine([EngineFailed("The model died.")]), "a", "The model died."),
        (None, "w", "Write it by hand, or change the facts."),
    ],
    ids=["failed", "nothing else"],
)
def test_where_nothing_comes_of_it_the_reason_is_told(
    drafted: Callable[..., Workspace], drive: Drive, engine: ScriptedEngine | None, key: str, told: str
) -> None:
    """And the text is as it was."""
    workspace = drafted(engine)

    async def steps(app: Any) -> None:
        await _open(app)
        # The last line is the name: the section nearest to it is the close, of which no fact speaks.
        if key == "w":
            await app.press("ctrl+end")
        before = _body(app).text
        for _ in range(1 if engine else 9):
            await app.press("f8", key)
            await app.until(lambda: not app.app.screen.busy)
        await app.until_seen(told)
        assert engine is None or _body(app).text == before

    drive(workspace, steps)


def test_the_menu_walks_the_sections_and_esc_changes_nothing(drafted: Callable[..., Workspace], drive: Drive) -> None:
    """The section that it is about is shown in the text; d makes another draft of it all."""
    workspace = drafted()

    async def steps(app: Any) -> None:
        await _open(app)
        body = _body(app)
        await app.press("f8")
        await app.until_seen("Rewrite: Hook")
        hook = _hook(_now(workspace))
        await app.until(lambda: [mark.place for mark in body._marks] == [(hook.start, hook.end)])
        await app.press("down")
        await app.until_seen("Rewrite: Who")
        await app.press("up", "up", "up")
        await app.until_seen("Rewrite: Close")
        await app.press("escape")
        await app.until(lambda: not isinstance(app.app.screen, SectionMenu))
        assert not any(mark.current for mark in body._marks)
        await app.press("f8", "d")
        await app.until(lambda: len(_drafts(workspace)) == 2)
        await app.until_drafted()

    drive(workspace, steps)


def test_a_text_without_sections_says_what_can_be_done(drafted: Callable[..., Workspace], drive: Drive) -> None:
    """Such as one that was typed from scratch."""
    workspace = drafted()

    async def steps(app: Any) -> None:
        await _open(app)
        _body(app).clear()
        await app.press("f8")
        await app.until_seen("Nothing here can be made anew. F8 and d make another draft.")

    drive(workspace, steps)


def test_a_text_is_held_against_the_state_that_it_was_made_of() -> None:
    """After an undo that is an earlier one, which knows what was seen since."""
    first = Revision("", "Dear A. One. Two.", (Section("hook", "One.", Origin.TEMPLATE), _who("Two.")))
    later = replace(
        first,
        body="Dear A. Three. Two.",
        sections=(Section("hook", "Three.", Origin.MODEL, seen=("One.",)), _who("Two.")),
    )
    visit = Visit(Draft("", "", Kind.FIRST_CONTACT, revisions=(first,)))
    visit.add(later, 0)
    assert visit.base("Dear A. Three. Two.") is later
    assert visit.base("Dear A. Something else. Two.") is later
    before = visit.base("Dear A. One. Two.")
    assert before is visit.opened
    assert before.sections[0].seen == ("Three.",)
    assert before.sections[1].seen == ()
    assert visit.unsaved


def _who(text: str) -> Section:
    return Section("who", text, Origin.TEMPLATE)


@pytest.mark.parametrize(("at", "number"), [(0, 0), (4, 0), (7, 0), (8, 1), (12, 1), (99, 1)])
def test_the_section_at_a_place_is_the_one_there_else_the_next_else_the_last(at: int, number: int) -> None:
    """Its end belongs to it; a section without a place is never meant."""
    sections = (
        Section("hook", "abcd", Origin.MODEL, 3, 7),
        Section("who", "abc", Origin.MODEL, 9, 12),
        Section("close", "x", Origin.MODEL),
    )
    assert section_at(sections, at) == number
    assert section_at(sections[2:], at) is None


def test_words_are_found_again_at_the_place_nearest_to_where_they_were() -> None:
    """Or not at all."""
    assert standing("ab", "ab ab ab", 4) == (3, 5)
    assert standing("ab", "xab", 0) == (1, 3)
    assert standing("ab", "a b", 0) is None
