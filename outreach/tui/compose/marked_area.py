"""A text in which places are marked; the marks move with the words while it is changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Leave, MouseMove
from textual.geometry import Region
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from outreach.domain.draft import Level, Origin, Revision
from outreach.tui.compose.findings import Change, Place
from outreach.tui.compose.origins import Stretch, stretches
from outreach.tui.text import PlainArea

_OF_THE_SCREEN = ("select_line", "select_all", "undo")
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

    # All keys of a text area but those that are the screen's: it takes back a change of subject and body at once.
    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in TextArea.BINDINGS if not (isinstance(each, Binding) and each.action in _OF_THE_SCREEN)
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"marked-area--{name}" for name in (*Level, *Origin, "current")}
    # Attributes first, for those who see no colours; a template's words are plain.
    DEFAULT_CSS = """
    MarkedArea .marked-area--model { text-style: italic; color: $text-accent; }
    MarkedArea .marked-area--mentee { text-style: bold; color: $text-primary; }
    MarkedArea .marked-area--template { text-style: none; }
    MarkedArea .marked-area--fail { text-style: bold underline; color: $text-error; }
    MarkedArea .marked-area--warn { text-style: underline; color: $text-warning; }
    MarkedArea .marked-area--info { text-style: underline; }
    MarkedArea .marked-area--current { text-style: reverse; }
    """

    @dataclass
    class Pointed(Message):
        """The mouse is over this place of the text, in characters; ``None``: over none any more."""

        at: int | None

    _marks: tuple[Mark, ...] = ()
    _origins: tuple[Stretch, ...] = ()
    _of_lines: dict[int, list[tuple[int, int, str]]] | None = None
    _pointed: Place | None = None

    def mark(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of those that are there."""
        new = tuple(marks)
        if new != self._marks:
            self._marks = new
            self._redraw()

    def origins(self, revision: Revision, drafted: Revision | None = None) -> None:
        """Show whose words stand where, for as long as the body of ``revision`` is the text; they follow an edit.

        ``drafted``: the draft as it was made, by which the mentee's own lines are known.
        """
        new = stretches(revision, drafted) if revision.body == self.text else self._origins
        if new != self._origins:
            self._origins = new
            self._redraw()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if self._marks or self._origins:
            if self._of_lines is None:
                self._of_lines = self._by_line()
            for start, end, name in self._of_lines.get(line_index, ()):
                # A selection shows the one at hand well enough.
                if name != "current" or self.selection.is_empty:
                    line.stylize(self.get_component_rich_style(f"marked-area--{name}", partial=True), start, end)
        return line

    # -- the mouse ---------------------------------------------------------------------------------
    def on_mouse_move(self, event: MouseMove) -> None:
        row, column = self.get_target_document_location(event)
        self._point(sum(len(self.document.get_line(each)) + len(self.document.newline) for each in range(row)) + column)

    def on_leave(self, event: Leave) -> None:
        self._point(None)

    def _point(self, at: int | None) -> None:
        """Tell of another sentence that the mouse is over."""
        places = (each.place for each in self._origins)
        place = None if at is None else next((each for each in places if each[0] <= at <= each[1]), None)
        if place != self._pointed:
            self._pointed = place
            self.post_message(self.Pointed(at if place else None))

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
        if (self._marks or self._origins) and before != after:
            change = Change.between(before, after)
            moved = ((change.moved(mark.place), mark) for mark in self._marks)
            self._marks = tuple(replace(mark, place=place) for place, mark in moved if place is not None)
            self._origins = tuple(_followed(self._origins, change))
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

    def _by_line(self) -> dict[int, list[tuple[int, int, str]]]:
        """What is drawn by line, each in columns of it: whose words, above that the findings, the one at hand last.

        Notes are drawn only while they are the one at hand.
        """
        drawn: list[tuple[Place, str]] = [(each.place, each.origin) for each in self._origins]
        for mark in sorted(self._marks, key=lambda each: each.current):
            if mark.level is not Level.INFO or mark.current:
                drawn.append((mark.place, mark.level))
            if mark.current:
                drawn.append((mark.place, "current"))
        lines: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        for place, name in drawn:
            (first, start), (last, end) = map(self._location, place)
            for line in range(first, last + 1):
                stop = end if line == last else len(self.document.get_line(line))
                lines[line].append((start if line == first else 0, stop, name))
        return lines


def _followed(found: Iterable[Stretch], change: Change) -> Iterator[Stretch]:
    """Where whose words stand after a change; words changed within are the mentee's at once."""
    for each in found:
        place = change.moved(each.place)
        start, end = each.place
        if place is not None:
            # At an edge, nothing of the words themselves is changed.
            inside = change.start < end and change.old_end > start
            yield replace(each, place=place, origin=Origin.MENTEE if inside else each.origin)
