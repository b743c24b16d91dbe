"""Choosing from a list, colours by seeing them, and a key by pressing it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.tui.keys import refusal
from outreach.tui.look import in_order
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content


class Choices(OptionList, inherit_bindings=False):
    """A list that leaves Enter to the screen, whose commands say what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in OptionList.BINDINGS if not (isinstance(each, Binding) and each.action == "select")
    ]


class ColourScreen(Modal[str | None]):
    """All themes, our own first; each is shown while it is chosen. Dismissed with its name, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave")]
    CSS_PATH = "settings_screen.tcss"
    AUTO_FOCUS = "#themes"

    def __init__(self) -> None:
        super().__init__()
        self._before = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="choice"):
            yield Plain("Colours", classes="title")
            yield OptionList(id="themes", markup=False)
            yield Plain(content("Enter takes them, Esc keeps what you had.", "dim"), classes="hint")

    def on_mount(self) -> None:
        self._before = self.app.theme
        names = in_order(self.app.available_themes)
        listing = self.query_one("#themes", OptionList)
        listing.add_options([Option(content(name), id=name) for name in names])
        listing.highlighted = names.index(self._before) if self._before in names else 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.app.theme = str(event.option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(str(event.option.id))

    def action_leave(self) -> None:
        """Close, with the colours as they were."""
        self.app.theme = self._before
        self.dismiss(None)


class KeyScreen(Modal[str | None]):
    """Waits for a key; dismissed with its name, or ``None``."""

    CSS_PATH = "settings_screen.tcss"

    def __init__(self, command: Binding, now: str) -> None:
        super().__init__()
        self._command = command
        self._now = now

    def compose(self) -> ComposeResult:
        with Vertical(classes="choice"):
            yield Plain(content(f"Press the new key for “{self._command.description}”.", "bold"))
            yield Plain(self._command.tooltip)
            yield Plain(content(f"\nNow: {self._now}. Esc keeps it.", "dim"))
            yield Plain("", classes="wrong")

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif wrong := refusal(self._command.id or "", event.key):
            self.query_one(".wrong", Plain).show(f"▲ {wrong}")
        else:
            self.dismiss(event.key)
