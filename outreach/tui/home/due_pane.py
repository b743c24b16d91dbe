"""What is due, with everyone: a few lines over the table of mentors, more of them while it has the cursor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.lifecycle.due import Due
from outreach.tui.columns import fitted
from outreach.tui.commands import DUE
from outreach.tui.home.diary_lines import due_line
from outreach.tui.line_list import Rows
from outreach.tui.text import Plain, content, one_line

_WITH_WHY = 110
"""From so many cells on, the lines have room for nearly every reason; below it stands under the list."""
_AROUND = 2
"""Cells that the padding of the pane takes, and that of its lines again."""


class DuePane(Vertical):
    """Soonest first. It shows what it is given, and says which line is at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [*DUE]

    def __init__(self) -> None:
        super().__init__(id="due-pane")
        self._items: list[Due] = []
        self._today = dt.date.min
        self._width = 0
        """Cells that the lines were made for."""

    def compose(self) -> ComposeResult:
        yield Plain("", id="due-title")
        yield Rows(id="due-list")
        yield Plain("", id="due-why")

    @property
    def rows(self) -> Rows:
        """The lines."""
        return self.query_one("#due-list", Rows)

    @property
    def item(self) -> Due | None:
        """The one under the cursor."""
        at = self.rows.highlighted
        return self._items[at] if at is not None and at < len(self._items) else None

    @property
    def soonest(self) -> Due | None:
        """The first one."""
        return self._items[0] if self._items else None

    def show(self, items: Sequence[Due], today: dt.date, note: str) -> None:
        """Show what is due, with ``note`` beside the heading; hidden where there is neither."""
        self._items, self._today = list(items), today
        now = sum(item.due <= today for item in items)
        counts = (f"{now} now" if now else "", f"{len(items) - now} soon" if len(items) > now else "")
        counted = ", ".join(part for part in counts if part)
        told = "  ".join(part for part in (counted, one_line(note)) if part)
        self.query_one("#due-title", Plain).show(content("What now?", "bold $primary") + content(f"  {told}", "dim"))
        self.set_class(bool(items or note), "-any")
        self.rows.display = bool(items)
        self._fill(None if self.rows.has_focus else 0)

    def on_resize(self, event: Resize) -> None:
        if self._room() != self._width:
            self._fill()
        else:
            self._show_why()

    def _fill(self, at: int | None = None) -> None:
        self._width = self._room()
        self.rows.fill([Option(due_line(each, self._width, self._today)) for each in self._items], at)
        self._show_why()

    def _room(self) -> int:
        """The width of a line; before there is a layout, what it will most likely be."""
        return self.rows.scrollable_content_region.width or self._inside() - _AROUND

    def _inside(self) -> int:
        return self.size.width or self.app.size.width - _AROUND

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        # It goes on to the screen: whoever is at hand here is the chosen mentor.
        self._show_why()

    def _show_why(self) -> None:
        why = self.query_one("#due-why", Plain)
        item = self.item
        why.display = item is not None and self._inside() < _WITH_WHY
        if item is not None:
            why.show(content(fitted(item.why, max(self._inside() - _AROUND, 0)).rstrip(), "dim"))

    def on_descendant_focus(self) -> None:
        self.add_class("-open")
        self.rows.scroll_to_highlight()

    def on_descendant_blur(self) -> None:
        # The most urgent stay in sight.
        self.remove_class("-open")
        self.rows.scroll_home(animate=False)
