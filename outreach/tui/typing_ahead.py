"""What is typed at once behind a key that opens or closes a screen belongs to the screen that is in front then."""

from __future__ import annotations

from collections import deque
from typing import Any

from textual.app import App
from textual.events import Event, Key
from textual.screen import Screen

_MOST = 500
"""Keys that may be on their way at a time; a paste comes as one event."""


class TypingAhead(App[None]):
    """Hands such keys on, in the order in which they came.

    A key goes to the widget that has the cursor, and comes back to the app if nobody wanted it: until then the screen
    may be another. A screen that was opened just now has no cursor before it is mounted.
    """

    def __init__(self) -> None:
        super().__init__()
        self._on_their_way: deque[tuple[Key, Screen[Any]]] = deque(maxlen=_MOST)
        self._late: deque[tuple[Key, Screen[Any]]] = deque(maxlen=_MOST)
        """Handed on and not here again yet; what is typed meanwhile goes behind them."""

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key) and self._hands_on(event):
            return
        await super().on_event(event)

    def _hands_on(self, event: Key) -> bool:
        if not self.screen_stack:
            return False
        if event.is_forwarded:
            late = self._typed_elsewhere(event)
        else:
            late = not self.screen.is_mounted or not self._is_next(event)
            if not late:
                self._on_their_way.append((event, self.screen))
        if late:
            self._hand_on(event)
        return late

    def _is_next(self, event: Key) -> bool:
        """Whether no key that was typed before this one is still to come."""
        # What a screen had that is closed does not come.
        while self._late and self._late[0][0] is not event and self._late[0][1] not in self.screen_stack:
            self._late.popleft()
        if self._late and self._late[0][0] is not event:
            return False
        if self._late:
            self._late.popleft()
        return True

    def _hand_on(self, event: Key) -> None:
        """Have a key come again behind the mount of the screen in front, in its place among the others."""
        screen = self.screen
        if not any(one is event for one, _ in self._late):
            event = Key(event.key, event.character)
            self._late.append((event, screen))
        screen.call_later(self.post_message, event)

    def _typed_elsewhere(self, event: Key) -> bool:
        """Whether a key that came back was typed on a screen that is no longer in front."""
        while self._on_their_way:
            typed, screen = self._on_their_way[0]
            if typed is event:
                return screen is not self.screen
            if all(one is not event for one, _ in self._on_their_way):
                return False
            self._on_their_way.popleft()
        return False
