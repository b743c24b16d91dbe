"""The colours: one calm dark theme, readable in sixteen colours too."""

from __future__ import annotations

from textual.theme import Theme

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
        "footer-background": "#182027",
        "footer-key-foreground": "#e3bd7a",
        "footer-description-foreground": "#c9d1d6",
        "input-selection-background": "#3f6f78",
        "block-cursor-foreground": "#11161b",
        "block-cursor-background": "#7fb7be",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#e6eaec",
        "block-cursor-blurred-background": "#25313b",
        "block-cursor-blurred-text-style": "none",
    },
)

THEMES = (CALM,)
"""Our own; the first is what the app comes with."""
