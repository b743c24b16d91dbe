"""What is typed before the first screen can take it."""

from __future__ import annotations

from textual import events
from textual.app import App

_SECONDS_BETWEEN_LOOKS = 0.01
_MOST_LOOKS = 200


class EarlyKeys(App[None]):
    """An app that keeps what is typed until its first screen has a cursor, and then takes it in its order."""

    _early: list[events.Event] | None = None
    _looks = 0

    def wait_with_keys(self) -> None:
        """Call it before the app runs."""
        self._early = []

    async def on_event(self, event: events.Event) -> None:
        if self._early is not None and isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._early.append(event)
        else:
            await super().on_event(event)

    def on_ready(self) -> None:
        if self._early is not None:
            self.call_after_refresh(self._take_keys)

    async def _take_keys(self) -> None:
        if self._early is None:
            return
        self._looks += 1
        if self.screen.focused is None and self._looks < _MOST_LOOKS:
            self.set_timer(_SECONDS_BETWEEN_LOOKS, self._take_keys)
        elif not self._early:
            self._early = None
        else:
            self._looks = 0
            await super().on_event(self._early.pop(0))
            # The next goes to the screen that this one may have opened.
            self.call_after_refresh(self._take_keys)
