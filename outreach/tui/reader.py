"""A text to read, over the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content


class Reader(Modal[None]):
    """Closed with Esc, Enter or q; the arrows move the text."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,q,b", "dismiss")]
    CSS_PATH = "reader.tcss"

    def __init__(self, title: str, text: str | Content) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="reader"):
            yield Plain(content(self._title, "bold"), classes="reader-title")
            yield Plain(self._text)
            yield Plain(content("\nEsc closes this.", "dim"))
