"""Beside a draft: what it has to do, its facts, and where each sentence comes from."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical

from outreach.domain.case import Ask, Case
from outreach.domain.draft import Draft, Kind, Level, Origin, Revision, Section
from outreach.drafting.events import DraftFinished
from outreach.tui.compose.basis import Basis
from outreach.tui.compose.ground_lines import ground_lines
from outreach.tui.compose.ground_pane import GroundPane
from outreach.tui.compose.marked_area import Mark, MarkedArea
from outreach.tui.compose.origins import stretches
from outreach.tui.compose.whence import Whence
from outreach.tui.facts.fact_book import FactBook
from outreach.workspace import Workspace

LED = "He led the team that put an ECG triage model into 40 clinics."
DOUBTED = "He studied in Kraków"


class Beside(App[None]):
    """The parts of a screen of drafts, put together as plainly as can be."""

    CSS = "GroundPane { width: 28; } #right { width: 1fr; } MarkedArea { height: 1fr; }"

    def __init__(self, workspace: Workspace, revision: Revision) -> None:
        super().__init__()
        self.workspace = workspace
        self.revision = revision
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        draft = Draft("", self.workspace.mentorships()[0].id, Kind.FIRST_CONTACT)
        self.basis = Basis(self.workspace, draft, _case(self.workspace))
        with Horizontal():
            yield GroundPane(FactBook(self.workspace, draft.mentorship_id), self.basis, draft.kind)
            with Vertical(id="right"):
                yield MarkedArea(self.revision.body, show_line_numbers=False, highlight_cursor_line=False)
                yield Whence()

    def on_mount(self) -> None:
        self.query_one(GroundPane).show(self.revision)
        self.area.origins(self.revision)
        self.query_one("#ground-list").focus()

    @property
    def area(self) -> MarkedArea:
        """The text."""
        return self.query_one(MarkedArea)

    @property
    def words(self) -> str:
        """The screen as one line of words, the pane first."""
        lines = [strip.text for strip in self.screen._compositor.render_strips()]
        return " ".join(" ".join([*(line[:28] for line in lines), *(line[28:] for line in lines)]).split())

    def on_ground_pane_use(self, message: GroundPane.Use) -> None:
        self.told.append(f"use {message.fact_id}")

    def on_ground_pane_go_to(self, message: GroundPane.GoTo) -> None:
        self.told.append(f"go to {message.fact_id}")

    def on_ground_pane_changed(self, message: GroundPane.Changed) -> None:
        self.told.append("changed")

    def on_marked_area_pointed(self, message: MarkedArea.Pointed) -> None:
        self.told.append("pointed" if message.at is not None else "left")


Steps = Callable[[Beside, Any], Awaitable[None]]


def _case(workspace: Workspace) -> Case:
    mentee = workspace.mentee()
    assert mentee is not None
    return workspace.mentorships()[0].case(mentee)


def _drafted(workspace: Workspace) -> Revision:
    *_, last = workspace.draft(_case(workspace), Kind.FIRST_CONTACT, use_model=False, seed=1)
    assert isinstance(last, DraftFinished)
    return last.revision


def _run(workspace: Workspace, revision: Revision, steps: Steps, size: tuple[int, int] = (100, 60)) -> None:
    async def main() -> None:
        app = Beside(workspace, revision)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(main())


async def _walk(app: Beside, pilot: Any, words: str) -> None:
    """Walk down to the fact that begins with ``words``."""
    pane = app.query_one(GroundPane)
    await pilot.press("home")
    for _ in range(20):
        if pane.fact is not None and pane.fact.text.startswith(words):
            return
        await pilot.press("down")
    raise AssertionError(f"no such fact: {words}\n{app.words}")


def test_the_facts_of_a_draft_stand_in_groups_and_enter_does_what_each_needs(filled: Workspace) -> None:
    """In 28 columns: used ones lead into the text, others are wanted, held back ones released, and all is marked."""
    revision = _drafted(filled)
    (hook,) = (each for each in revision.sections if each.name == "hook")

    async def steps(app: Beside, pilot: Any) -> None:
        assert "Ask 20 min · how to monitor" in app.words
        pane = app.query_one(GroundPane)
        await _walk(app, pilot, LED)
        assert pane.fact is not None
        assert pane.fact.id in hook.facts
        assert "● He led the team" in app.words
        await pilot.press("enter")
        await _walk(app, pilot, "He spoke")
        await pilot.press("enter")
        assert app.told == ["go to mentor.background:2", "use mentor.background:3"]
        await _walk(app, pilot, DOUBTED)
        await pilot.press("enter")
        await pilot.pause()
        assert len(filled.mentorships()[0].allowed) == 1
        assert app.basis.case.allowed == filled.mentorships()[0].allowed
        assert app.told[-1] == "changed"
        assert pane.fact.text.startswith(DOUBTED), "the cursor stays on it"
        await pilot.press("y")
        assert not filled.mentorships()[0].allowed
        await _walk(app, pilot, "He spoke")
        await pilot.press("d")
        await pilot.press("u")
        assert not filled.mentorships()[0].changes.dropped
        pane.show(replace(revision, sections=()))
        await pilot.pause()
        assert "●" not in app.words

    _run(filled, revision, steps)


def test_what_is_asked_and_for_which_goal_stands_on_top(filled: Workspace) -> None:
    """With the meeting's date where the kind has one."""
    mentee, mentorship = filled.mentee(), filled.mentorships()[0]
    assert mentee is not None
    first = dict(ground_lines(mentorship.case(mentee), Kind.FIRST_CONTACT))
    assert first["Ask"].startswith("20 min · how to monitor")
    assert first["Goal"].startswith("Move into a clinical")
    agenda = dict(ground_lines(mentorship.case(mentee, mentorship.meetings[0]), Kind.AGENDA))
    assert agenda["Meeting"] == "3 Dec 2026 17:00 · 30 min · video call"
    assert agenda["Asks"] == "1 question of yours"


BODY = "Dear Dr Z,\n\nYou led it. I am Priya. My own line.\n\nP.S. typed\n\nBest,\nPriya"
DRAFT = Revision("", "Dear Dr Z,\n\nYou led it. I am Priya. A line.\n\nBest,\nPriya")


def _sections(body: str, *words: tuple[str, Origin]) -> tuple[Section, ...]:
    return tuple(
        Section(
            f"s{at}", text, origin, body.index(text), body.index(text) + len(text), (f"mentor.background:{at}",), at
        )
        for at, (text, origin) in enumerate(words, 1)
    )


@pytest.fixture
def mixed() -> Revision:
    words = ("You led it.", Origin.TEMPLATE), ("I am Priya.", Origin.MODEL), ("My own line.", Origin.MENTEE)
    return Revision("", BODY, _sections(BODY, *words))


def test_the_mentees_own_lines_between_the_sections_are_known(mixed: Revision) -> None:
    """Those that the draft did not have as it was made; greeting and name are a template's."""
    drafted = replace(DRAFT, sections=_sections(DRAFT.body, ("You led it. I am Priya. A line.", Origin.TEMPLATE)))
    found = {BODY[each.place[0] : each.place[1]]: each.origin for each in stretches(mixed, drafted)}
    assert found == {
        "Dear Dr Z,": Origin.TEMPLATE,
        "You led it.": Origin.TEMPLATE,
        "I am Priya.": Origin.MODEL,
        "My own line.": Origin.MENTEE,
        "P.S. typed": Origin.MENTEE,
        "Best,\nPriya": Origin.TEMPLATE,
    }


def _attributes(area: MarkedArea, line: int, word: str) -> str:
    """How a word is drawn, without colours."""
    text = area.get_line(line)
    style = text.get_style_at_offset(Console(), text.plain.index(word))
    return " ".join(name for name in ("bold", "italic", "underline") if getattr(style, name))


def test_whose_words_they_are_is_told_without_colour_and_follows_an_edit(
    filled: Workspace, mixed: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain, italic, bold; a finding's line under them stays; what is typed into a sentence makes it the mentee's."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app: Beside, pilot: Any) -> None:
        area = app.area
        area.mark([Mark((BODY.index("Priya."), BODY.index("Priya.") + 5), Level.WARN)])
        words = ("You", "am", "Priya", "own")
        assert [_attributes(area, 2, each) for each in words] == ["", "italic", "italic underline", "bold"]
        area.insert("Well. ", (2, 0), maintain_selection_offset=False)
        assert [_attributes(area, 2, each) for each in words] == ["", "italic", "italic underline", "bold"]
        area.insert("really ", (2, area.get_line(2).plain.index("Priya")), maintain_selection_offset=False)
        assert _attributes(area, 2, "am") == "bold"
        await pilot.hover(MarkedArea, offset=(12, 3))
        await pilot.hover(MarkedArea, offset=(70, 20))
        assert "pointed" in app.told

    _run(filled, mixed, steps)


def test_the_sentence_at_the_cursor_tells_its_facts(filled: Workspace, mixed: Revision) -> None:
    """Two lines at the most, cut to the width; typed-over text is the mentee's own."""
    facts = {fact.id: fact for fact in filled.facts(_case(filled))}
    typed = replace(mixed.sections[2], seen=("A line.",))
    revision = replace(mixed, sections=(*mixed.sections[:2], typed))

    async def steps(app: Beside, pilot: Any) -> None:
        whence = app.query_one(Whence)
        whence.show(revision, BODY.index("am Priya"), facts)
        await pilot.pause()
        assert "Model’s words (s2, 2nd try) plain: template italic: model bold: you" in app.words
        assert "from “He led the team that put an ECG triage model into 40 clini…” (their background, 2)" in app.words
        whence.show(revision, BODY.index("own"), facts)
        await pilot.pause()
        assert "Your words (s3)" in app.words
        assert "from “" not in app.words
        whence.show(revision, 0, facts)
        await pilot.pause()
        assert "Template’s words" in app.words
        await pilot.resize_terminal(60, 30)
        assert whence.size.height == 2

    _run(filled, revision, steps, size=(120, 40))


def test_text_that_attacks_is_shown_as_it_was_typed(filled: Workspace) -> None:
    """In what is asked, in a fact, and in what a sentence comes from."""
    attack = "[/docs] [@click=app.quit]x[/] \x1b[31m\u202ered 你好 🩺"
    shown = "[/docs] [@click=app.quit]x[/] red 你好 🩺"
    mentorship = filled.mentorships()[0]
    background = f"She wrote {attack} in 2024.\n{'She led 40 teams. ' * 500}"
    changed = replace(mentorship, mentor=replace(mentorship.mentor, background=background), ask=Ask(attack, 20, 1))
    filled.save_mentorship(changed)
    facts = {fact.id: fact for fact in filled.facts(_case(filled))}
    revision = Revision("", attack, (Section(attack, attack, Origin.MODEL, 0, len(attack), ("mentor.background:1",)),))

    async def steps(app: Beside, pilot: Any) -> None:
        app.query_one(Whence).show(revision, 3, facts)
        await pilot.pause()
        assert f"Ask 20 min · {shown}"[:30] in app.words
        assert "● She wrote [/docs]" in app.words
        assert "from “She wrote [/docs] [@click=app.quit]x[/] red 你好 🩺" in app.words
        await pilot.press("down", "end", "home")

    _run(filled, revision, steps, size=(120, 40))
