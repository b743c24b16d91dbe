"""F1 and the palette: the keys of what is in front, everything by name, and names that are never mark-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach.tui.commands import CHAPTERS, named
from outreach.tui.keys import FIXED, holder, refusal
from outreach.workspace import Workspace

Drive = Callable[..., None]


def test_f1_explains_the_screen_in_front_first_and_lets_one_quit(filled: Workspace, drive: Drive) -> None:
    """In two columns where there is room; nothing is wrapped in the middle of a key; Ctrl+Q leaves from there."""

    async def steps(app: Any) -> None:
        await app.press("ctrl+g", "f1")
        await app.until_seen("A model writes the sentences that need writing")
        lines = [line.strip() for line in app.seen.splitlines()]
        assert lines.index("Models") < lines.index("Anywhere") < lines.index("All other keys")
        assert "Enter          Draft with the chosen model from now on." in lines
        await app.press("f1")
        await app.until_seen("For this machine:")
        await app.press("escape", "f1")
        await app.until_seen("What is due stands on top")
        await app.pilot.resize_terminal(130, 40)
        await app.until(
            lambda: any("With your mentors" in line and "Anywhere" in line for line in app.seen.splitlines())
        )
        await app.press("ctrl+q")
        await app.until(lambda: not app.app.is_running)

    drive(filled, steps)


def test_the_palette_offers_what_can_be_done_here_and_takes_no_name_for_mark_up(
    filled: Workspace, mentorship: Any, drive: Drive
) -> None:
    """Commands with their keys, kinds of drafts, colours, and every mentor as typed."""
    for name in ("[/docs]", "[@click=app.quit]x", "[bold]Ada\x1b[31m"):
        filled.save_mentorship(replace(mentorship, id="", mentor=replace(mentorship.mentor, name=name, role="[red]R")))

    async def steps(app: Any) -> None:
        await app.press("ctrl+p")
        await app.until_seen("Log l ")
        assert "Maximize" not in app.words
        assert "screenshot" not in app.words.lower()
        await app.paste("check")
        await app.until_seen("Draft: Check-in")
        await app.press("escape", "ctrl+p")
        await app.paste("[")
        await app.until_seen("[/docs]")
        for shown in ("[@click=app.quit]x", "[bold]Ada", "[red]R"):
            assert shown in app.seen
        await app.press("escape", "ctrl+p")
        await app.paste("@click")
        await app.until_seen("[@click=app.quit]x")
        await app.press("enter")
        await app.until(lambda: app.app.screen.mentorship.mentor.name == "[@click=app.quit]x")
        await app.press("ctrl+p")
        # By what a command does, too.
        await app.paste("theme")
        await app.until_seen("Colours: outreach-contrast")
        await app.press("escape", "ctrl+p")
        await app.paste("outreach-light")
        await app.until_seen("Colours: outreach-light")
        await app.press("enter")
        await app.until(lambda: app.app.theme == "outreach-light")
        assert filled.settings().theme == "outreach-light"

    drive(filled, steps, size=(100, 30))


@pytest.mark.parametrize("width", [80])
def test_no_footer_is_cut_at_eighty_columns(width: int, filled: Workspace, drive: Drive) -> None:
    """One row, with help at its end."""

    async def steps(app: Any) -> None:
        for keys in ((), ("2",), ("ctrl+g",), ("ctrl+o",)):
            await app.press(*keys)
            assert app.seen.splitlines()[-1].rstrip().endswith("F1 Help"), app.seen
            if keys and keys[0].startswith("ctrl"):
                await app.press("escape")

    drive(filled, steps, size=(width, 24))


def test_no_command_has_a_key_that_it_could_not_be_given() -> None:
    """No two of one place want the same key, and none that is typed there."""
    for command in named():
        for key in set(command.key.split(",")) - FIXED:
            other = holder(named(), {}, command.id or "", key)
            assert other is None, f"{command.id} is not alone with {key}"
    assert refusal("form.save", "x")
    assert refusal("home.log", "x") == ""
    assert refusal("home.log", "up")
    assert all(heading for heading, _ in CHAPTERS)
