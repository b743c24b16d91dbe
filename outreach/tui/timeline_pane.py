"""The timeline of a mentorship: everything in order, with the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.timeline import Entry
from outreach.tui.commands import TIMELINE
from outreach.tui.diary_lines import entry_line
from outreach.tui.text import content
from outreach.workspace import Workspace


class TimelinePane(Vertical):
    """One list, the newest last."""

    BINDINGS: ClassVar[list[BindingType]] = [*TIMELINE]

    @dataclass
    class Opened(Message):
        """An entry is to be opened."""

        entry: Entry

    @dataclass
    class TakenBack(Message):
        """An entry is to be taken back."""

        event: Event

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="timeline-pane")
        self._workspace = workspace
        self._shown = ""
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        yield OptionList(id="timeline-list", markup=False)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#timeline-list", OptionList)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        at = self._list.highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    def show(self, mentorship: Mentorship) -> None:
        """Show all of ``mentorship``; the cursor stays near where it was, or goes to what happened last."""
        at = self._list.highlighted if mentorship.id == self._shown else None
        long = len(self._entries)
        self._shown = mentorship.id
        self._entries = self._workspace.diary.timeline(mentorship.id)
        today = self._workspace.today
        options = [Option(entry_line(entry, today)) for entry in self._entries]
        hint = Option(content("Nothing has happened yet. l logs what happens.", "dim"), disabled=True)
        self._list.clear_options()
        self._list.add_options(options or [hint])
        if self._entries:
            past = sum(not entry.coming for entry in self._entries)
            newest = max(past, 1) - 1
            # A new entry is what one wants to see.
            self._list.highlighted = newest if at is None or len(options) > long else min(at, len(options) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the entry at hand."""
        if self.entry is not None:
            self.post_message(self.Opened(self.entry))

    def action_take_back(self) -> None:
        """Take the entry at hand back."""
        entry = self.entry
        if entry is None:
            return
        if entry.event is not None and entry.event.id and entry.event.what is not What.DRAFTED:
            self.post_message(self.TakenBack(entry.event))
        elif entry.draft is not None:
            self._say("A draft says this, and it stays in the list of drafts (4).")
        else:
            self._say("The meeting says this; change or remove it there (3).")

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)
