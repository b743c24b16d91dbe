"""Showing what people typed and pasted: always plain text, never mark-up, never a control sequence."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Input, Static, TextArea

from outreach.wording.clean import plain

# What may stand in a line that goes to the terminal: no control characters, no marks that turn its direction round.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no terminal can be sent one."""


def shown(text: str) -> str:
    """``text`` fit to be shown: no control sequences, no invisible or direction marks; a tab becomes a space."""
    return plain(text).replace("\t", " ")


def one_line(text: str, width: int = 0) -> str:
    """``text`` on one line, cut at ``width`` characters (0: not cut)."""
    line = " ".join(shown(text).split())
    return line if not width or len(line) <= width else line[: width - 1].rstrip() + "…"


def content(text: str, style: str = "") -> Content:
    """``text`` as plain text in one style, with nothing in it read as mark-up."""
    return Content.styled(shown(text), style) if style else Content(shown(text))


class Plain(Static):
    """A static text that never reads mark-up."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(self._made(text), id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Replace the text."""
        self.update(self._made(text))

    @staticmethod
    def _made(text: str | Content) -> Content:
        return text if isinstance(text, Content) else content(text)


def _harmless(strip: Strip) -> Strip:
    """``strip`` without control characters, which have no width, and with a sign for what is no character."""
    segments = [segment if segment.control else Segment(_safe(segment.text), segment.style) for segment in strip]
    return Strip(segments, strip.cell_length)


def _safe(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _HALVES.sub("\ufffd", _UNSAFE.sub("", text))


class PlainInput(Input):
    """One line of text; what cannot be shown safely is kept but not sent to the terminal."""

    def on_mount(self) -> None:
        # A blinking cursor is motion too.
        self.cursor_blink = self.app.animation_level != "none"

    def render_line(self, y: int) -> Strip:
        return _harmless(super().render_line(y))


class PlainArea(TextArea):
    """Many lines of text; what cannot be shown safely is kept but not sent to the terminal."""

    def on_mount(self) -> None:
        # A blinking cursor is motion too.
        self.cursor_blink = self.app.animation_level != "none"

    def render_line(self, y: int) -> Strip:
        return _harmless(super().render_line(y))
