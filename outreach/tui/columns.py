"""Lines with columns: aligned by the cells that a terminal gives each letter, cut with “…”."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from outreach.tui.text import content, one_line

GAP = 2
"""Cells between two columns."""


def fitted(text: str, width: int) -> str:
    """``text`` on one line of exactly ``width`` cells: cut with “…” or filled with spaces."""
    line = one_line(text)
    if cell_len(line) > width:
        line = f"{set_cell_size(line, max(width - 1, 0)).rstrip()}…" if width else ""
    return line + " " * (width - cell_len(line))


def in_columns(cells: Iterable[tuple[str, int, str]]) -> Content:
    """One line of cells, each a text, its width, and its style; a cell without width is left out."""
    parts = [content(fitted(text, width), style) for text, width, style in cells if width > 0]
    return Content(" " * GAP).join(parts)
