"""A screen whose fields are kept while they are typed in, and brought back where it was not closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Protocol, runtime_checkable

from textual import on
from textual.await_complete import AwaitComplete
from textual.screen import ScreenResultType
from textual.timer import Timer
from textual.widgets import Input, Select, TextArea

from outreach.tui.modal import Closing
from outreach.tui.text import Plain
from outreach.unfinished import UnfinishedTexts

_SECONDS_BEFORE_KEPT = 1.0
BROUGHT_BACK = "This is what you had typed when Outreach closed."


@runtime_checkable
class HasUnfinished(Protocol):
    """An app that knows where such texts are kept."""

    unfinished: UnfinishedTexts


class KeepingScreen(Closing[ScreenResultType]):
    """A screen whose fields are kept while they are typed in, until it is closed; opened again, it brings them back.

    A screen gives ``kept_as``, ``kept_title`` and ``typed``, and takes it in ``bring_back``.
    """

    DEFAULT_CSS = "KeepingScreen .kept { height: auto; padding: 0 2; margin: 0 0 1 0; color: $warning; }"
    TOLD_BELOW: ClassVar[str] = ".title"
    """Behind which line it says what was brought back."""
    TOLD: ClassVar[str] = BROUGHT_BACK

    _soon: Timer | None = None

    @property
    def kept_as(self) -> str:
        """The place in which it is typed, such as ``mentor:new``; empty: nothing is kept."""
        return ""

    @property
    def kept_title(self) -> str:
        """What a person calls that place."""
        return ""

    def typed(self) -> Mapping[str, str]:
        """What was changed and is not saved, by field."""
        return {}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Put it into the fields again; fields that are not there any more are left out."""

    def on_mount(self) -> None:
        texts = self._texts
        before = texts.of(self.kept_as) if texts and self.kept_as else None
        if before is not None:
            self.bring_back(before.typed)
            self.mount(Plain(self.TOLD, classes="kept"), after=self.query(self.TOLD_BELOW).first())

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _keep_soon(self) -> None:
        # Not put off by the next key: who types on and on has it kept each second.
        if self._soon is None and self.kept_as:
            self._soon = self.set_timer(_SECONDS_BEFORE_KEPT, self.keep)

    def keep(self) -> None:
        """Keep what is typed, at once."""
        self._stop_timer()
        if self._texts and self.kept_as:
            self._texts.keep(self.kept_as, self.kept_title, self.typed())

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close: what was typed is saved, or not wanted."""
        if self.app.screen is self:
            self._stop_timer()
            if self._texts and self.kept_as:
                self._texts.drop(self.kept_as)
        return super().dismiss(result)

    @property
    def _texts(self) -> UnfinishedTexts | None:
        return self.app.unfinished if isinstance(self.app, HasUnfinished) else None

    def _stop_timer(self) -> None:
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
