"""The table of mentors, with a filter over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input
from textual.widgets.option_list import Option

from outreach.lifecycle.overview import Glance
from outreach.tui.commands import FILTER
from outreach.tui.home.mentor_lines import Columns, fits, header, mentor_line, searched
from outreach.tui.line_list import Rows
from outreach.tui.text import Plain, PlainInput, content, one_line

_AROUND = 4
"""Cells of the table beside its lines, where it has the whole width."""
ADD, BEGIN = "add-mentor", "begin"
"""The lines that are no mentors."""


class FilterLine(PlainInput):
    """What is typed narrows the table; the arrows move in it meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *FILTER,
        ("down", "move('cursor_down')"),
        ("up", "move('cursor_up')"),
        ("pagedown", "move('page_down')"),
        ("pageup", "move('page_up')"),
    ]

    def action_move(self, how: str) -> None:
        """Move the cursor of the table."""
        getattr(self.screen.query_one("#mentors", Rows), f"action_{how}")()


class MentorTable(Vertical):
    """Name, stage, last contact and next step of everyone, by name; in width what there is room for."""

    def __init__(self) -> None:
        super().__init__(id="left")
        self._glances: Sequence[Glance] = ()
        self._goals: Sequence[str] = ()
        self._today = dt.date.min
        self._searched: list[str] = []
        """What the filter looks through, once there was one."""
        self._ids: list[str] = []
        self._below: list[Option] = []
        self._lines: dict[tuple[str, Columns], Content] = {}
        self._width = 0
        """Cells that the lines were made for."""

    def compose(self) -> ComposeResult:
        yield FilterLine(id="mentor-filter", placeholder="Part of a name, role, place, stage or goal")
        yield Plain("", id="mentors-head")
        yield Rows(id="mentors")

    @property
    def rows(self) -> Rows:
        """The lines."""
        return self.query_one("#mentors", Rows)

    @property
    def line(self) -> FilterLine:
        """Where the filter is typed."""
        return self.query_one("#mentor-filter", FilterLine)

    @property
    def chosen(self) -> str:
        """The id of the mentorship under the cursor; empty on a line that is none."""
        at = self.rows.highlighted
        return self._ids[at] if at is not None and at < len(self._ids) else ""

    @property
    def on_line(self) -> str:
        """``ADD`` or ``BEGIN`` where the cursor stands on that line."""
        at = self.rows.highlighted
        name = self.rows.get_option_at_index(at).id if at is not None else None
        return name if name in {ADD, BEGIN} else ""

    # -- showing -----------------------------------------------------------------------------------
    def show(
        self, glances: Sequence[Glance], goals: Sequence[str], today: dt.date, chosen: str, below: Sequence[Option]
    ) -> None:
        """Show everyone, with the cursor on ``chosen``.

        Args:
            glances: everyone, by name.
            goals: the mentee's, for the filter.
            today: from which days are told.
            chosen: the id of a mentorship, or empty.
            below: lines that stand below all mentors while there is no filter.
        """
        self._glances, self._goals, self._today, self._searched = glances, goals, today, []
        self._below, self._lines = list(below), {}
        self._fill(chosen)

    def choose(self, mentorship_id: str) -> None:
        """Put the cursor on one of them, if the filter leaves them."""
        if mentorship_id in self._ids:
            self.rows.highlighted = self._ids.index(mentorship_id)

    def on_resize(self, event: Resize) -> None:
        if self._room() != self._width:
            self._fill(self.chosen)

    def _room(self) -> int:
        """The width of a line; before there is a layout, what it will most likely be."""
        return self.rows.scrollable_content_region.width or self.app.size.width - _AROUND

    def _fill(self, chosen: str) -> None:
        self._width = self._room()
        left = self._left()
        columns, ids = Columns.of(self._width), [each.mentorship.id for each in left]
        options = [Option(self._line_of(each, columns), id=f"m-{each.mentorship.id}") for each in left]
        self._ids = ids
        if self.filtering and not left:
            options = [Option(content(f"Nobody fits “{one_line(self.line.value, 30)}”.", "dim"), disabled=True)]
        elif not self.filtering:
            options += self._below
        self.rows.fill(options, ids.index(chosen) if chosen in ids else 0 if self.filtering else None)
        title = self._title(len(left))
        head = header(columns, title) if self._glances else content(title, "bold $primary")
        self.query_one("#mentors-head", Plain).show(head)

    def _line_of(self, glance: Glance, columns: Columns) -> Content:
        """One line; made once for each width, however often the filter changes."""
        key = (glance.mentorship.id, columns)
        if key not in self._lines:
            self._lines[key] = mentor_line(glance, columns, self._today)
        return self._lines[key]

    def _title(self, left: int) -> str:
        if not self._glances:
            return "Mentors"
        return f"{left:,} of {len(self._glances):,}" if self.filtering else f"Mentors  {left:,}"

    # -- the filter --------------------------------------------------------------------------------
    @property
    def filtering(self) -> bool:
        """Whether something is typed that not everyone fits."""
        return bool(self.line.value.strip())

    @property
    def filter_is_open(self) -> bool:
        """Whether the line to type in is there."""
        return self.line.display

    def open_filter(self) -> None:
        """Show the line to type in, with the cursor there."""
        self.line.display = True
        # At once: what is typed on belongs there.
        self.screen.set_focus(self.line)

    def close_filter(self) -> None:
        """Show everyone again; the cursor stays with whom it is."""
        chosen = self.chosen
        with self.prevent(Input.Changed):
            self.line.value = ""
        self.line.display = False
        self._fill(chosen)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(self.chosen)

    def _left(self) -> list[Glance]:
        if not self.filtering:
            return list(self._glances)
        if not self._searched:
            self._searched = [searched(each, self._goals) for each in self._glances]
        typed = self.line.value
        return [each for each, text in zip(self._glances, self._searched, strict=True) if fits(text, typed)]
