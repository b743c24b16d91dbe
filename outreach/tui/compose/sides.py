"""Draws two states of a text beside each other, or below each other where there is no room; readable without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual.content import Content

from outreach.tui.compose.comparing import Row, Sentence
from outreach.tui.text import content

LEAST = 38
"""Columns of a side; with less, the two stand below each other."""
_BETWEEN = " │ "
_SAME, _GONE, _NEW = "  ", "- ", "+ "
_STYLES = {_SAME: ("", ""), _GONE: ("$text-error", "strike"), _NEW: ("$text-success", "underline bold")}
"""Of the lines with a mark, and of the words that were changed within a sentence."""


class Sides:
    """For one width, in columns."""

    def __init__(self, width: int) -> None:
        self._side = (width - len(_BETWEEN)) // 2
        self.beside = self._side >= LEAST
        """Whether the two stand beside each other."""
        self._room = (self._side if self.beside else width) - len(_SAME)

    def titles(self, old: str, new: str, style: str = "bold") -> Iterator[Content]:
        """A line about each of the two."""
        yield from self._row(self._cell(old, _SAME, style), self._cell(new, _SAME, style))

    def lines(self, found: Iterable[Row]) -> Iterator[Content]:
        """The sentences of both."""
        for row in found:
            if row.same and not self.beside:
                yield from self._sentence(row.old, _SAME)
            else:
                old, new = (_SAME, _SAME) if row.same else (_GONE, _NEW)
                yield from self._row(list(self._sentence(row.old, old)), list(self._sentence(row.new, new)))

    def _row(self, old: list[Content], new: list[Content]) -> Iterator[Content]:
        if not self.beside:
            yield from (*old, *new)
            return
        blank = content("")
        for left, right in zip_longest(old, new, fillvalue=blank):
            yield left.pad_right(self._side - left.cell_length) + content(_BETWEEN, "dim") + right

    def _sentence(self, sentence: Sentence | None, mark: str) -> Iterator[Content]:
        if sentence is None:
            return
        if not sentence:
            yield content("")
            return
        line, within = _STYLES[mark]
        parts = [content(part.text, f"{line} {within}" if part.changed else line) for part in sentence]
        for each in Content("").join(parts).wrap(self._room, overflow="fold"):
            yield content(mark, f"bold {line}" if line else "") + each

    def _cell(self, text: str, mark: str, style: str) -> list[Content]:
        return [content(mark) + each for each in content(text, style).wrap(self._room, overflow="fold")]


def is_changed(line: Content) -> bool:
    """Whether one of the two sides has a mark in this line."""
    return any(side.startswith((_GONE, _NEW)) for side in line.plain.split(_BETWEEN))
