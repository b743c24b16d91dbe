"""The findings beside the draft: the score with its reasons, and a list to walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.tui.compose.findings import Change, Item
from outreach.tui.text import Plain


class _List(OptionList):
    """Enters at the first line."""

    def on_focus(self) -> None:
        if self.highlighted is None and self.options:
            self.highlighted = 0


class FindingsPanel(Vertical):
    """Keeps which finding is at hand while findings come and go."""

    @dataclass
    class Walked(Message):
        """Another line of the list is at hand, by the keys of the list."""

        item: Item

    @dataclass
    class Chosen(Message):
        """The user wants to go to where this is."""

        item: Item

    def __init__(self) -> None:
        super().__init__(id="side")
        self.items: tuple[Item, ...] = ()
        self._next = 0

    def compose(self) -> ComposeResult:
        yield Plain("", id="score")
        yield _List(id="findings", markup=False)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#findings", OptionList)

    @property
    def at_hand(self) -> Item | None:
        """The line that was gone to last, if it is still there."""
        at = self._list.highlighted
        return None if at is None or at >= len(self.items) else self.items[at]

    def show(self, score: Content, items: Sequence[Item]) -> None:
        """Show these; the one at hand stays at hand as long as it is there."""
        self.query_one("#score", Plain).show(score)
        self.query_one("#score").display = bool(score.plain)
        now, old = self._list.highlighted, self.at_hand
        same = [item.text for item in items] == [item.text for item in self.items]
        self.items = tuple(items)
        if same:
            return
        with self.prevent(OptionList.OptionHighlighted):
            self._list.set_options([Option(item.text) for item in items])
            self._list.highlighted = self._found(old, now)
        if old is not None and self._list.highlighted is None:
            self._next = now or 0
            if self._list.has_focus:
                self._list.highlighted = min(self._next, len(items) - 1)

    def _found(self, old: Item | None, at: int | None) -> int | None:
        """Where ``old`` is now, the nearest of several that read the same."""
        if old is None or at is None:
            return None
        same = [index for index, item in enumerate(self.items) if item.key == old.key]
        return min(same, key=lambda index: abs(index - at), default=None)

    def follow(self, where: str, change: Change) -> None:
        """Move the places with a change of the text."""
        self.items = tuple(item.after(where, change) for item in self.items)

    def step(self, by: int) -> Item | None:
        """Go to the next finding (1) or the one before (-1), round and round; ``None``: there is none."""
        many = sum(item.finding is not None for item in self.items)
        if not many:
            return None
        at = self._list.highlighted
        to = (self._next if by > 0 else self._next - 1) if at is None else at + by
        self.highlight(min(to, many) % many if at is None or at < many else 0 if by > 0 else many - 1)
        return self.at_hand

    def highlight(self, index: int) -> None:
        """Have this line at hand."""
        with self.prevent(OptionList.OptionHighlighted):
            self._list.highlighted = index

    def to_mend(self) -> Item | None:
        """The finding at hand, else the first that has a fix, from where the last one was."""
        if (item := self.at_hand) is not None and item.finding is not None:
            return item
        mends = [index for index, item in enumerate(self.items) if item.finding and item.finding.fix is not None]
        if not mends:
            return None
        self.highlight(next((index for index in mends if index >= self._next), mends[0]))
        return self.at_hand

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if (item := self.at_hand) is not None:
            self.post_message(self.Walked(item))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (item := self.at_hand) is not None:
            self.post_message(self.Chosen(item))
