"""The line above the foot: which model there is, or how far it is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.reactive import var

from outreach.tui.text import Plain, one_line

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp


class Whose(Plain):
    """At the top of every screen that shows what is not the user's."""

    DEFAULT_CSS = "Whose { dock: top; height: auto; padding: 0 2; background: $warning-muted; color: $text-warning; }"


class StatusBar(Plain):
    """Shows the app's status on every screen."""

    DEFAULT_CSS = "StatusBar { height: auto; max-height: 2; padding: 0 2; color: $text-muted; dock: none; }"
    line = var("")

    def on_mount(self) -> None:
        app = cast("OutreachApp", self.app)
        self.watch(app, "status", self._changed)
        if notice := app.sampling.notice(self.screen):
            self.screen.mount(Whose(notice))

    def _changed(self, line: str) -> None:
        self.show(one_line(line))
