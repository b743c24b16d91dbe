"""Screens that are closed once, whatever is typed on behind the key that closes them."""

from __future__ import annotations

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType


class Closing(Screen[ScreenResultType]):
    """A screen that gives a result."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, unless that is done already: Textual would close whatever is on top by then."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Modal(ModalScreen[ScreenResultType], Closing[ScreenResultType]):
    """One that lies over another screen."""

    # The keys of the app do not reach over it.
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c", "app.help_quit")]
