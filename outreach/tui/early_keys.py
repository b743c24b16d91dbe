"""What is typed before the first screen can take it."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, TextArea

from outreach.tui.typing_ahead import TypingAhead

_SECONDS_BETWEEN_LOOKS = 0.01
_STILL_LOOKS = 2
_MOST_LOOKS = 100


class EarlyKeys(TypingAhead):
    """An app that keeps what is typed until its first screen has a cursor, and then takes it in its order.

    A key may open a screen: the next one waits until nothing moves any more, and goes to that screen.
    """

    _early: list[events.Event] | None = None
    _looks = 0
    _still = 0

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
        self._still = self._still + 1 if self._is_still() else 0
        if self._still >= _STILL_LOOKS or self._looks >= _MOST_LOOKS:
            self._looks = self._still = 0
            if not self._early:
                self._early = None
                return
            await super().on_event(self._early.pop(0))
            while self._early and self._is_letter(self._early[0]):
                await super().on_event(self._early.pop(0))
        self.set_timer(_SECONDS_BETWEEN_LOOKS, self._take_keys)

    def _is_still(self) -> bool:
        """Whether the screen in front has a cursor, and nothing is on its way to any part of it."""
        parts = (self, self.screen, *self.screen.walk_children())
        return self.screen.focused is not None and not any(part.message_queue_size for part in parts)

    def _is_letter(self, event: events.Event) -> bool:
        """Whether it goes into the field that has the cursor, as the letter before it: no need to wait between."""
        return isinstance(event, events.Key) and event.is_printable and isinstance(self.focused, Input | TextArea)
