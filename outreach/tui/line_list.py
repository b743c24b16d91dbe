"""A list of lines: Enter is a command of whoever holds it; a click chooses, a second click opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Blur, Click
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Rows(OptionList, inherit_bindings=False):
    """Lines of plain text. Enter is not taken here: as a command of its pane it stands at the foot and acts at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", "Down", show=False),
        Binding("up", "cursor_up", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._clicked: int | None = None
        """The line that was clicked last, which a second click opens."""

    def fill(self, options: Sequence[Option], at: int | None = None) -> None:
        """Show these lines, with the cursor at number ``at``, else near where it was; never on one that is disabled."""
        wanted = (self.highlighted if at is None else at) or 0
        self._clicked = None
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(options)
            usable = [number for number, option in enumerate(options) if not option.disabled]
            if usable:
                self.highlighted = min(usable, key=lambda number: (abs(number - wanted), -number))

    async def _on_click(self, event: Click) -> None:
        # Textual would call the handler of the class above too, which opens at the first click.
        event.prevent_default()
        at = event.style.meta.get("option")
        if not isinstance(at, int) or self.get_option_at_index(at).disabled:
            return
        again = event.chain > 1 or at == self._clicked
        self.highlighted = self._clicked = at
        if again:
            self.action_select()

    def _on_blur(self, event: Blur) -> None:
        super()._on_blur(event)
        self._clicked = None
