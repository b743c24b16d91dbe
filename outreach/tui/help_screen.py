"""All keys on one page, read from the commands themselves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from outreach.tui.commands import CHAPTERS
from outreach.tui.keys import keys_in_words
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content

_ENDS = """
Tab and Shift+Tab go from field to field and from list to list; the arrows move in a list, Enter opens.
Ctrl+P lists all commands by name. In most terminals you select text with the mouse while Shift is held.
"""


class HelpScreen(Modal[None]):
    """Closed with Esc or F1."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,f1,q", "dismiss", "Close")]
    CSS_PATH = "help_screen.tcss"

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="help"):
            yield Plain(_all_keys())
            yield Plain(_ENDS)
            yield Plain(content("Esc closes this page.", "dim"))


def _all_keys() -> Content:
    lines: list[Content] = []
    for heading, commands in CHAPTERS:
        lines += [content(""), content(heading, "bold")]
        for command in commands:
            if command.tooltip:
                lines.append(content(f"  {keys_in_words(command.key):<16}", "bold") + content(command.tooltip))
    return content("\n").join(lines[1:])
