"""The text while it is being written: what was kept as text, what is tried and what was turned down muted."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key

from outreach.tui.compose.progress import Progress
from outreach.tui.text import Plain, content, one_line

_REJECTED_SHOWN = 3
_WIDTH_OF_TYPED = 50
_LONG_BAR, _SHORT_BAR = 21, 7
_ROOMY = 70
"""Columns from which on the long bar leaves room for what is done."""


class TypedAhead:
    """What is typed while there is no text to type into; it goes to the beginning of the text that comes."""

    def __init__(self) -> None:
        self.text = ""

    def key(self, event: Key) -> bool:
        """Take a key; whether it was one that types. Enter and Backspace are, where something was typed before."""
        if event.is_printable and event.character is not None:
            self.text += event.character
        elif self.text and event.key == "enter":
            self.text += "\n"
        elif self.text and event.key == "backspace":
            self.text = self.text[:-1]
        else:
            return False
        return True


class Writing(Vertical):
    """Stands where the text will stand, its first line where that will begin."""

    def __init__(self) -> None:
        super().__init__(id="writing")
        self._shown: tuple[Progress, str, bool] | None = None
        self._told: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Plain("", id="progress")
        with VerticalScroll(id="so-far"):
            yield Plain("", id="kept")
            yield Plain("", id="trying")
            yield Plain("", id="rejected")
        yield Plain("", id="typed")

    def on_resize(self) -> None:
        if self._shown is not None:
            progress, typed, stopping = self._shown
            self.show(progress, typed, stopping=stopping)

    def show(self, progress: Progress, typed: str, *, stopping: bool) -> None:
        """Show how far it is, and what was typed ahead."""
        self._shown = progress, typed, stopping
        full, rest = progress.bar(_LONG_BAR if self.size.width > _ROOMY else _SHORT_BAR)
        words = "Stopping …" if stopping else progress.in_words
        bar = content(full, "bold $primary") + content(rest, "$text-muted")
        ahead = f"You typed “{one_line(typed, _WIDTH_OF_TYPED)}”; it goes to the beginning of the text."
        changed = [
            self._part("#progress", bar + content(f"  {words}", "bold")),
            self._part("#kept", content("\n\n").join(content(one.text) for one in progress.kept if one.text)),
            self._part("#trying", content(progress.trying.text, "dim italic") if progress.trying else content("")),
            self._part("#rejected", content("\n").join(_rejected(progress))),
            self._part("#typed", content(ahead, "dim") if typed else content("")),
        ]
        if any(changed):
            self.query_one("#so-far", VerticalScroll).scroll_end(animate=False)

    def _part(self, selector: str, text: Content) -> bool:
        """Show ``text`` where it is another; whether it was. Ten times a second, beside somebody who types."""
        if self._told.get(selector) == text.plain:
            return False
        self._told[selector] = text.plain
        part = self.query_one(selector, Plain)
        part.display = bool(text.plain)
        part.show(text)
        return True


def _rejected(progress: Progress) -> list[Content]:
    return [
        content("Not used: ", "dim bold") + content(f"{one_line(each.text)}  ({one_line(each.reason)})", "dim")
        for each in progress.rejected[-_REJECTED_SHOWN:]
    ]
