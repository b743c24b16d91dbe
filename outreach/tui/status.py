"""The line above the foot: which model there is, or how far it is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.reactive import var

from outreach.tui.text import Plain, one_line

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp


@dataclass(frozen=True, slots=True)
class Pull:
    """How far a model is on its way."""

    model: str
    done_bytes: int = 0
    total_bytes: int = 0
    seconds_left: float | None = None
    error: str = ""

    def __str__(self) -> str:
        if self.error:
            return f"No model {self.model} yet, drafts come from templates; Ctrl+G tries again."
        if not self.total_bytes:
            return f"Getting model {self.model} …"
        percent = min(100, self.done_bytes * 100 // self.total_bytes)
        sizes = f"{megabytes(self.done_bytes)} of {megabytes(self.total_bytes)} MB"
        return f"Getting model {self.model}: {percent}%, {sizes}{_left(self.seconds_left)}"


def megabytes(count: int) -> str:
    """Bytes as whole megabytes."""
    return f"{count / 1e6:,.0f}"


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return f", about {max(1, round(seconds))} s left"
    return f", about {round(seconds / 60)} min left"


class StatusBar(Plain):
    """Shows the app's status on every screen."""

    DEFAULT_CSS = "StatusBar { height: auto; max-height: 2; padding: 0 2; color: $text-muted; dock: none; }"
    line = var("")

    def on_mount(self) -> None:
        app = cast("OutreachApp", self.app)
        self.watch(app, "status", self._changed)

    def _changed(self, line: str) -> None:
        self.show(one_line(line))
