"""A text in which places are marked; the marks move with the words while it is changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from outreach.domain.draft import Level
from outreach.tui.findings import Change, Place
from outreach.tui.text import PlainArea

_LONGEST_SELECTED = 40
"""Characters: a longer place is not selected, lest the next key replaces a whole sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with the level of what was found there."""

    place: Place
    level: Level
    current: bool = False


class MarkedArea(PlainArea, inherit_bindings=False):
    """Draws the marks over each line as it is asked for: wrapping, wide characters and undo need no care."""

    # All keys of a text area but those that lead to findings and mend them.
    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in TextArea.BINDINGS if not (isinstance(each, Binding) and each.key in ("f6", "f7"))
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"marked-area--{name}" for name in (*Level, "current")}

    _marks: tuple[Mark, ...] = ()
    _of_lines: dict[int, list[tuple[int, int, Mark]]] | None = None

    def mark(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of those that are there."""
        new = tuple(marks)
        if new != self._marks:
            self._marks = new
            self._redraw()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if self._marks:
            if self._of_lines is None:
                self._of_lines = self._by_line()
            for start, end, mark in self._of_lines.get(line_index, ()):
                line.stylize(self.get_component_rich_style(f"marked-area--{mark.level}", partial=True), start, end)
                # A selection shows it well enough.
                if mark.current and self.selection.is_empty:
                    line.stylize(self.get_component_rich_style("marked-area--current", partial=True), start, end)
        return line

    def edit(self, edit: Edit) -> EditResult:
        before = self.text
        result = super().edit(edit)
        self._follow(before)
        return result

    def undo(self) -> None:
        before = self.text
        super().undo()
        self._follow(before)

    def redo(self) -> None:
        before = self.text
        super().redo()
        self._follow(before)

    @property
    def cursor_place(self) -> int:
        """Where the cursor stands, in characters."""
        line, column = self.cursor_location
        newline = len(self.document.newline)
        return sum(len(self.document.get_line(each)) + newline for each in range(line)) + column

    def move_to(self, at: int) -> None:
        """Move the cursor to a place."""
        self.move_cursor(self._location(at))

    def mend(self, text: str, place: Place, *, follow: bool = True) -> None:
        """Put ``text`` at ``place`` as one change that one undo takes back.

        ``follow``: the cursor stands behind it; without, it stays with the words where it stands.
        """
        start, end = map(self._location, place)
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=not follow)
        self.history.checkpoint()
        if follow:
            self.scroll_cursor_visible(animate=False)

    def go_to(self, place: Place) -> None:
        """Set the cursor at a place, in view; a short one is selected."""
        start, end = map(self._location, place)
        self.show_place(place)
        self.move_cursor(start)
        if place[1] - place[0] <= _LONGEST_SELECTED:
            self.move_cursor(end, select=True)

    def show_place(self, place: Place) -> None:
        """Scroll a place into view; the cursor stays."""
        top, bottom = (self.wrapped_document.location_to_offset(self._location(at)).y for at in place)
        height = min(bottom - top + 1, self.scrollable_content_region.height)
        self.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)

    def _follow(self, before: str) -> None:
        after = self.text
        if self._marks and before != after:
            change = Change.between(before, after)
            moved = ((change.moved(mark.place), mark) for mark in self._marks)
            self._marks = tuple(replace(mark, place=place) for place, mark in moved if place is not None)
            self._redraw()

    def _redraw(self) -> None:
        self._of_lines = None
        self.notify_style_update()
        self.refresh()

    def _location(self, at: int) -> tuple[int, int]:
        """Line and column of a place in the text."""
        before, newline = self.text[:at], self.document.newline
        line = before.rfind(newline)
        return before.count(newline), len(before) - (line + len(newline) if line >= 0 else 0)

    def _by_line(self) -> dict[int, list[tuple[int, int, Mark]]]:
        """The marks by line, each in columns of it; notes are drawn only while they are the one at hand."""
        lines: dict[int, list[tuple[int, int, Mark]]] = defaultdict(list)
        for mark in sorted(self._marks, key=lambda each: each.current):
            if mark.level is Level.INFO and not mark.current:
                continue
            (first, start), (last, end) = map(self._location, mark.place)
            for line in range(first, last + 1):
                stop = end if line == last else len(self.document.get_line(line))
                lines[line].append((start if line == first else 0, stop, mark))
        return lines
