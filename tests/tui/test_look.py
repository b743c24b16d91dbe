"""Colours: enough contrast in every theme of ours, nothing that is dark by force, no motion where none is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.theme import Theme

import outreach.tui
from outreach.tui.look import CONTRAST, THEMES, Muted
from outreach.workspace import Workspace

Drive = Callable[..., None]

GROUNDS = ("background", "surface", "panel")
TEXTS = (
    *("foreground", "text-muted", "primary", "secondary", "accent", "warning", "error", "success"),
    *("text-primary", "text-accent", "text-warning", "text-error", "text-success"),
)
PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "input-selection-background"),
)
MUTED_PAIRS = (*(("foreground", ground) for ground in GROUNDS), PAIRS[-3], PAIRS[-2])


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: Color, other: Color) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _muted(text: Color, ground: Color) -> Color:
    """``text`` as the app shows it where it is muted."""
    (segment,) = Muted().apply(
        [Segment("x", Style.from_color(text.rich_color, ground.rich_color) + Style(dim=True))], ground
    )
    assert segment.style is not None
    assert segment.style.color is not None
    assert not segment.style.dim
    return Color.from_rich_color(segment.style.color)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_of_our_themes_has_enough_contrast(theme: Theme) -> None:
    """4.5 to 1, and 7 to 1 in the theme of high contrast; muted text too."""
    colors = theme.to_color_system().generate()
    least = 7.0 if theme is CONTRAST else 4.5
    low = {}
    for text, ground in PAIRS:
        low[text, ground] = _ratio(Color.parse(colors[text]), Color.parse(colors[ground]))
    for text, ground in MUTED_PAIRS:
        muted = _muted(Color.parse(colors[text]), Color.parse(colors[ground]))
        low[f"muted {text}", ground] = _ratio(muted, Color.parse(colors[ground]))
    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < least} == {}


def test_no_stylesheet_names_a_color_of_its_own() -> None:
    """What is dark by force cannot be read in a light theme."""
    folder = Path(outreach.tui.__file__).parent
    named = re.compile(r"(?:color|background|border[a-z-]*)\s*:[^;]*(?:#[0-9a-fA-F]{3}|\b(?:black|white|gr[ea]y)\b)")
    sheets = sorted(folder.rglob("*.tcss"))
    assert sheets
    assert [sheet.name for sheet in sheets if named.search(sheet.read_text(encoding="utf-8"))] == []


def test_the_app_starts_with_the_colours_and_the_motion_of_the_settings(filled: Workspace, drive: Drive) -> None:
    """Ours, a light one of Textual, and one that does not exist; motion off is off."""
    seen: list[tuple[str, str]] = []

    async def look(app: Any) -> None:
        seen.append((app.app.theme, app.app.animation_level))
        assert isinstance(app.app.get_line_filters()[0], Muted)

    for theme in ("outreach-light", "solarized-light", ""):
        filled.save_settings(filled.settings().with_theme(theme))
        drive(filled, look)
    assert [theme for theme, _ in seen] == ["outreach-light", "solarized-light", "outreach"]
    assert {level for _, level in seen} == {"none"}

    async def warned(app: Any) -> None:
        await app.until_told("There are no colours “mauve”.")
        assert app.app.theme == "outreach"

    filled.save_settings(filled.settings().with_theme("mauve"))
    drive(filled, warned)


def _styles(strip: Strip) -> set[object]:
    """How the line looks, but for the colour of its letters."""
    return {(each.style.bgcolor, each.style.reverse, each.style.underline) for each in strip if each.style}


@pytest.mark.parametrize("theme", ["outreach-light", "outreach-contrast", "ansi-dark", "textual-light"])
def test_chosen_and_unchosen_lines_can_be_told_apart_without_colour(
    theme: str, filled: Workspace, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With NO_COLOR the line with the cursor differs in lightness or style from the next one."""
    monkeypatch.setenv("NO_COLOR", "1")
    filled.save_settings(filled.settings().with_theme(theme))

    async def steps(app: Any) -> None:
        await app.press("ctrl+o")
        strips = app.app.screen._compositor.render_strips()
        chosen, other = (next(each for each in strips if f" {name} " in each.text) for name in ("Colours", "Motion"))
        assert _styles(chosen) != _styles(other)

    drive(filled, steps)
