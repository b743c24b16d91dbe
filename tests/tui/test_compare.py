"""Two states of a draft side by side."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.app import App

from outreach.domain.draft import Origin, Revision, Section
from outreach.tui.compose.compare_screen import CompareScreen
from outreach.tui.compose.comparing import Row, rows
from outreach.tui.compose.sides import Sides

SAVED = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)
OLD = "Dear Ann,\n\nI read your book. You led the team in Leeds. Would you have 20 minutes?\n\nBest,\nPriya"
NEW = "Dear Ann,\n\nYou led the team in Leeds. Would you have 15 minutes? I am free on Tuesdays.\n\nBest,\nPriya"


def _texts(found: list[Row]) -> list[tuple[str | None, str | None]]:
    def text(side: Any) -> str | None:
        return None if side is None else "".join(f"[{part.text}]" if part.changed else part.text for part in side)

    return [(text(row.old), text(row.new)) for row in found if not row.same]


def test_sentences_that_are_alike_stand_side_by_side() -> None:
    """With the words that were changed; what has nothing like it stands alone; all of both texts is there."""
    found = rows(OLD, NEW)
    assert _texts(found) == [
        ("I read your book.", None),
        ("Would you have [20] minutes?", "Would you have [15] minutes?"),
        (None, "I am free on Tuesdays."),
    ]
    assert [row.old for row in found if row.same].count(()) == 2, "the free lines"
    assert _texts(rows(OLD, OLD)) == []
    assert _texts(rows("", "One.")) == [(None, "One.")]


def test_a_very_long_text_is_compared_in_a_moment() -> None:
    """However much of it was changed."""
    old = "\n".join(f"Line {number} of it. And {number % 7}." for number in range(10_000))
    new = "\n".join(f"Line {number} of it. And {number % 5}." for number in range(10_000))
    started = time.monotonic()
    assert len(rows(old, new)) > 10_000
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("width", "beside"), [(79, True), (78, False), (120, True)])
def test_each_side_has_room_or_the_two_stand_below_each_other(width: int, beside: bool) -> None:
    """At 80 columns with a bar, two of 38; no line is longer than the screen, in any script."""
    sides = Sides(width)
    assert sides.beside is beside
    lines = list(sides.lines(rows(OLD, f"{NEW}\n{'你好，' * 60}\n{'x' * 200}")))
    assert max(line.cell_length for line in lines) <= width
    marks = [line.plain for line in lines]
    assert any(line.startswith("- I read your book.") for line in marks)
    assert any("+ I am free on Tuesdays." in line for line in marks)


def _states() -> list[Revision]:
    sections = (Section("hook", "I read your book.", Origin.MODEL), Section("ask", "Would", Origin.MENTEE))
    first = Revision("A question", OLD, sections, saved=SAVED)
    second = replace(first, body=NEW, saved=SAVED + dt.timedelta(minutes=5))
    return [first, second, replace(second, subject="[/docs] [@click=app.quit]x[/]", saved=None)]


Steps = Callable[[Any, Any], Awaitable[None]]


def _run(at: int, steps: Steps, size: tuple[int, int] = (80, 24)) -> Revision | None:
    """Open the screen and take the steps; what it gave back."""

    async def main() -> Revision | None:
        app = App[None]()
        given: list[Revision | None] = []
        async with app.run_test(size=size) as pilot:
            app.push_screen(CompareScreen(_states(), at), given.append)
            await pilot.pause()
            await pilot.pause()
            await steps(app, pilot)
            await pilot.pause()
        return given[0]

    return asyncio.run(main())


def _seen(app: Any) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def test_the_states_are_walked_and_the_older_one_is_taken() -> None:
    """When each was saved, and whose words it is; the newest are those that stand there; text is no mark-up."""

    async def steps(app: Any, pilot: Any) -> None:
        assert "Now, not saved yet" in _seen(app)
        assert "+ Subject: [/docs]" in _seen(app)
        assert "Model: hook · You: ask" in _seen(app)
        await pilot.press("right")
        assert "Now, not saved yet" in _seen(app)
        await pilot.press("left")
        assert "1 of 3, saved 22 Nov 2026" in _seen(app)
        assert "Now" not in _seen(app)
        assert "- I read your book." in _seen(app)
        assert "+ I am free on Tuesdays." in _seen(app)
        await pilot.press("left", "down", "pagedown")
        await pilot.press("enter")

    taken = _run(9, steps)
    assert taken == _states()[0]


def test_back_takes_nothing_and_a_narrow_screen_has_one_below_the_other() -> None:
    """Also after the window was made smaller."""

    async def steps(app: Any, pilot: Any) -> None:
        assert "│" in _seen(app)
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert "│" not in _seen(app)
        assert "- Would you have 20 minutes?" in _seen(app)
        assert "+ Would you have 15 minutes?" in _seen(app)
        await pilot.press("escape")

    assert _run(0, steps) is None
