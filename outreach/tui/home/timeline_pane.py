"""The timeline of a mentorship: everything in order, with the texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from outreach.lifecycle.timeline import Entry
from outreach.tui.commands import TIMELINE
from outreach.tui.home.diary_lines import entry_line
from outreach.tui.keys import key_of
from outreach.tui.line_list import Rows
from outreach.tui.text import content


class TimelinePane(Vertical):
    """One list, the newest last. It shows what it is given, and says which line is at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [*TIMELINE]

    def __init__(self) -> None:
        super().__init__(id="timeline-pane")
        self._shown = ""
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="timeline-list")

    @property
    def _list(self) -> Rows:
        return self.query_one("#timeline-list", Rows)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        at = self._list.highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    def show(self, mentorship_id: str, entries: Sequence[Entry], today: dt.date) -> None:
        """Show all of a mentorship; the cursor stays near where it was, or goes to what happened last."""
        at = self._list.highlighted if mentorship_id == self._shown else None
        long = len(self._entries)
        self._shown, self._entries = mentorship_id, list(entries)
        past = sum(not entry.coming for entry in entries)
        # A new entry is what one wants to see.
        newest = max(past, 1) - 1 if at is None or len(entries) > long else at
        log = key_of(self, "home.log")
        hint = Option(content(f"Nothing has happened yet. {log} logs what happens.", "dim"), disabled=True)
        self._list.fill([Option(entry_line(entry, today)) for entry in entries] or [hint], newest)
