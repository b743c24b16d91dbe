"""The colours: a calm dark theme, the same by daylight, and one of high contrast; readable in sixteen colours too."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, dim_style
from textual.theme import Theme

_MUTED = 0.75
"""How much of its difference from the ground muted text keeps; Textual's 0.66 is too little on a light ground."""


class Muted(LineFilter):
    """Shows muted text in a colour that can be read, rather than as the terminal would."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """``segments`` with muted ones in a colour of their own; those in the terminal's own colours stay."""
        return [self._readable(segment, background) for segment in segments]

    @staticmethod
    def _readable(segment: Segment, background: Color) -> Segment:
        style = segment.style
        if style is None or not style.dim or style.color is None or style.color.triplet is None:
            return segment
        if style.bgcolor is None or style.bgcolor.triplet is None:
            return segment
        return Segment(segment.text, dim_style(style, background, _MUTED), segment.control)


CALM = Theme(
    name="outreach",
    primary="#7fb7be",
    secondary="#a9b8a0",
    accent="#e3bd7a",
    warning="#e3bd7a",
    error="#ec9488",
    success="#9fcb9c",
    foreground="#e6eaec",
    background="#11161b",
    surface="#182027",
    panel="#25313b",
    dark=True,
    variables={
        "text-muted": "#a5b0b8",
        "footer-background": "#182027",
        "footer-key-foreground": "#e3bd7a",
        "footer-description-foreground": "#c9d1d6",
        "input-selection-background": "#3f6f78",
        # Quiet: a chosen entry may have ten lines.
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#2b5a64",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": "#e6eaec",
        "block-cursor-blurred-background": "#25313b",
        "block-cursor-blurred-text-style": "none",
    },
)

LIGHT = Theme(
    name="outreach-light",
    primary="#22636d",
    secondary="#4d5f42",
    accent="#7a5210",
    warning="#7a5210",
    error="#a32f22",
    success="#2f6a35",
    foreground="#1d2429",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e4e1d8",
    dark=False,
    variables={
        "text-muted": "#3c454c",
        "footer-background": "#f1efe9",
        "footer-key-foreground": "#7a5210",
        "footer-description-foreground": "#3a444b",
        "input-selection-background": "#b9d8dc",
        "block-cursor-foreground": "#10262a",
        "block-cursor-background": "#c3dee1",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": "#1d2429",
        "block-cursor-blurred-background": "#e4e1d8",
        "block-cursor-blurred-text-style": "none",
    },
)

CONTRAST = Theme(
    name="outreach-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffb3a8",
    success="#a8ffa8",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "text-muted": "#e0e0e0",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffff00",
        "footer-description-foreground": "#ffffff",
        "input-selection-background": "#005a9e",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-background": "#3a3a3a",
        "block-cursor-blurred-text-style": "bold",
    },
)

THEMES = (CALM, LIGHT, CONTRAST)


def in_order(names: Iterable[str]) -> list[str]:
    """``names`` of themes: the three of the app, then the others by the alphabet."""
    own = [theme.name for theme in THEMES]
    return [*own, *sorted(set(names) - set(own))]


"""Our own; the first is what the app comes with."""
