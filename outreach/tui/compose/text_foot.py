"""What stands below the text of a draft: how long it is, and where the words at the cursor come from."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from outreach.domain.draft import Channel
from outreach.review.channel import most_units, units
from outreach.tui.compose.findings import Item
from outreach.tui.compose.whence import Whence
from outreach.tui.text import Plain, one_line


class Count(Plain):
    """How long the body is, where the channel has a limit."""

    def __init__(self, channel: Channel, *, premium: bool) -> None:
        super().__init__("", id="count")
        self._most = most_units(channel, premium=premium)
        self.display = self._most is not None

    def count(self, body: str) -> None:
        """Count ``body`` as the channel does."""
        if self._most is None:
            return
        length = units(body.strip())
        over = length - self._most
        self.show(f"{length} of {self._most} characters{f', {over} too many' if over > 0 else ''}")
        self.set_class(over > 0, "-over")


class Below(Vertical):
    """Two lines: where the words come from, or the finding at hand where its list has no room beside the text."""

    def __init__(self) -> None:
        super().__init__(id="below")

    def compose(self) -> ComposeResult:
        yield Plain("", id="at-hand")
        yield Whence()

    @property
    def whence(self) -> Whence:
        """Where the words at the cursor come from."""
        return self.query_one(Whence)

    def at_hand(self, item: Item | None) -> None:
        """Tell of the finding in which the cursor is; ``None``: it is in none."""
        self.query_one("#at-hand", Plain).show(one_line(item.text.plain) if item is not None else "")
        self.set_class(item is not None, "-at-hand")
