"""The list of facts: what drafts may say, how it is told, and what the mentee does to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from outreach.domain.mentorship import Mentorship
from outreach.tui.questions import Words
from outreach.workspace import Workspace

Drive = Callable[..., None]

LED = "He led the team that put an ECG triage model into 40 clinics."


def _stored(workspace: Workspace) -> Mentorship:
    return workspace.mentorships()[0]


async def _choose(app: Any, words: str) -> None:
    """Open the facts and walk down to the one that begins with ``words``."""
    await app.press("2")
    pane = app.app.screen._view.facts
    await app.until(lambda: pane.fact is not None)
    for _ in range(30):
        if pane.fact is not None and pane.fact.text.startswith(words):
            return
        await app.press("down")
    raise AssertionError(f"no such fact: {words}\n{app.seen}")


def test_each_fact_shows_how_it_is_told_and_why_it_is_not_used(filled: Workspace, drive: Drive) -> None:
    """And the keys of the list stand at the foot, in place of those that draft."""

    async def steps(app: Any) -> None:
        await _choose(app, LED)
        await app.until_seen(f"– {LED} told: “you led the team that put an ECG triage model into 40 clinics”")
        assert "He studied in Kraków?? not sure you marked it as not sure" in app.words
        assert "1 held back. Enter or y allows the chosen one." in app.words or "2 held back" in app.words
        assert "e Other words d Drop u Take back y Confirm + Add" in app.words
        assert "Log" not in app.words.split("Other words")[-1]
        await app.press("4")
        await app.until_seen("Enter Open s Sent l Log")

    drive(filled, steps, size=(120, 40))


def test_a_dropped_fact_is_set_aside_and_taken_back(filled: Workspace, drive: Drive) -> None:
    """One key each; the last drop comes back wherever the cursor went."""

    async def steps(app: Any) -> None:
        await _choose(app, LED)
        await app.press("d")
        await app.until_told("u takes it back.")
        await app.until_seen("you dropped it")
        assert _stored(filled).changes.dropped == (LED,)
        await app.press("u")
        await app.until(lambda: not _stored(filled).changes.dropped)
        await app.until(lambda: app.app.screen._view.facts.fact.text == LED)
        await app.press("u")
        await app.until_told("There is nothing to take back here.")

    drive(filled, steps, size=(120, 40))


def test_a_fact_in_other_words_is_told_in_them_and_its_own_come_back(filled: Workspace, drive: Drive) -> None:
    """Enter saves, Esc leaves all as it is; no words are no change."""

    async def steps(app: Any) -> None:
        await _choose(app, LED)
        await app.press("e")
        await app.until(lambda: isinstance(app.app.screen, Words))
        await app.press("X", "escape")
        assert not _stored(filled).changes.reworded
        await app.press("e")
        app.app.screen.query_one("#words").text = "He led the ECG team"
        await app.press("enter")
        await app.until_seen("told: “you led the ECG team”")
        await app.until_seen(f"you put it in your words; typed: “{LED}”")
        await app.press("u")
        await app.until(lambda: not _stored(filled).changes.reworded)
        await app.until_seen("told: “you led the team")

    drive(filled, steps, size=(120, 40))


@pytest.mark.parametrize("key", ["plus", "enter"])
def test_a_fact_of_ones_own_is_added_and_the_cursor_is_on_it(filled: Workspace, drive: Drive, key: str) -> None:
    """By its key, or by the last line of the list; dropped twice it is gone."""

    async def steps(app: Any) -> None:
        await _choose(app, LED)
        if key == "enter":
            await app.press("end")
        await app.press(key)
        await app.until_seen("What else do you know?")
        await app.paste("She taught [/docs]\nmy cousin in Kyiv.")
        await app.press("enter")
        await app.until(lambda: _stored(filled).changes.added == ("She taught [/docs] my cousin in Kyiv.",))
        await app.until(lambda: app.app.screen._view.facts.fact.field == "mentor.added")
        await app.press("d")
        await app.until_seen("you dropped it")
        pane = app.app.screen._view.facts
        while pane.fact.field != "mentor.added":
            await app.press("up" if pane.fact.field.startswith("meeting.") else "down")
        await app.press("d")
        await app.until(lambda: not _stored(filled).changes.added)

    drive(filled, steps, size=(120, 50))


@pytest.mark.parametrize("key", ["y", "enter"])
def test_a_doubted_fact_is_confirmed_and_held_back_again(filled: Workspace, drive: Drive, key: str) -> None:
    """The cursor stays on it; a fact that nobody doubts needs no word."""

    async def steps(app: Any) -> None:
        await _choose(app, "He studied in Kraków")
        await app.press(key)
        await app.until_told("Drafts may now use it.")
        await app.until(lambda: len(_stored(filled).allowed) == 1)
        await app.until(lambda: app.app.screen._view.facts.fact.text.startswith("He studied"))
        await app.press(key)
        await app.until(lambda: not _stored(filled).allowed)
        await _choose(app, LED)
        await app.press("y")
        await app.until_told("Drafts may use it already.")

    drive(filled, steps, size=(120, 40))
