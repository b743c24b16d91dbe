"""One line above the foot for what is said in passing, where no toast would lie over the text."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line

SHORT_S = 4.0
LONG_S = 12.0


@dataclass
class Say(Message):
    """Something to be said to the user; a screen with a ``SayingLine`` shows it."""

    text: str
    seconds: float = SHORT_S
    grave: bool = False


class SayingLine(Vertical):
    """The status of the app, or for some seconds what is said in its place."""

    DEFAULT_CSS = """
    SayingLine { height: auto; max-height: 3; }
    SayingLine #said { height: auto; max-height: 3; padding: 0 2; display: none; text-style: bold; }
    SayingLine #said.-grave { color: $text-warning; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield StatusBar()
        yield Plain("", id="said")

    def say(self, text: str, seconds: float = SHORT_S, *, grave: bool = False) -> None:
        """Show ``text`` for so many seconds."""
        if self._timer is not None:
            self._timer.stop()
        said = self.query_one("#said", Plain)
        said.show(content(one_line(text)))
        said.set_class(grave, "-grave")
        self._swap(saying=True)
        self._timer = self.set_timer(seconds, self._over)

    def _over(self) -> None:
        self._swap(saying=False)

    def _swap(self, *, saying: bool) -> None:
        self.query_one("#said").display = saying
        self.query_one(StatusBar).display = not saying
