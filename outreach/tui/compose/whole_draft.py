"""The writing of one whole draft: what happens is shown, what is typed meanwhile is kept, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual.events import Key

from outreach.domain.errors import OutreachError
from outreach.drafting.events import DraftEvent, DraftFailed, DraftFinished
from outreach.tui.compose.progress import Progress
from outreach.tui.compose.writing import TypedAhead, Writing
from outreach.tui.stream import Stream

_STOPPED = "Stopped. What was kept is in the draft; the rest comes from templates."


@dataclass(frozen=True, slots=True)
class Stopped:
    """No draft came of it."""

    error: OutreachError


Outcome = bool | Stopped
"""Whether another draft is wanted, or why there is none."""


class Making:
    """Has one draft written, and knows how far it is."""

    def __init__(self, stream: Stream, stop: Callable[[], None]) -> None:
        """``stop`` stops the engine; what comes of the draft comes all the same."""
        self._stream = stream
        self._stop = stop
        self._pane: Writing | None = None
        self._typed = TypedAhead()
        self._progress = Progress()
        self.under_way = False
        self.stopping = False
        """Whether it was told to stop."""

    @property
    def typed(self) -> str:
        """What was typed while there was no text."""
        return self._typed.text

    def begin(self, write: Callable[[], Iterator[DraftEvent]], pane: Writing) -> None:
        """Begin to write, to be seen in ``pane``."""
        self._pane = pane
        self.under_way = True
        self._stream.read(write)
        self._show()

    def stop(self) -> None:
        """Stop as soon as may be; what was kept stays."""
        self.stopping = True
        self._stop()
        self._show()

    def key(self, event: Key) -> bool:
        """Keep a key that types; whether it does."""
        taken = self._typed.key(event)
        if taken:
            self._show()
        return taken

    def paste(self, text: str) -> None:
        """Keep what is pasted."""
        self._typed.text += text
        self._show()

    def happened(self, event: DraftEvent) -> DraftFinished | DraftFailed | None:
        """Take an event; gives back the one that ends it."""
        if isinstance(event, DraftFinished | DraftFailed):
            self.under_way = False
            return event
        if self.stopping:
            # Told before the engine had begun, it would not have heard.
            self._stop()
        self._progress = self._progress.after(event)
        self._show()
        return None

    def _show(self) -> None:
        if self._pane is not None:
            self._pane.show(self._progress, self.typed, stopping=self.stopping)


def ended_in_words(end: DraftFinished | DraftFailed) -> str:
    """What is to be told of how the writing ended; empty where all went well."""
    if isinstance(end, DraftFinished):
        return ""
    return _STOPPED if end.cancelled else f"{end.error} {end.hint} The rest of the draft comes from templates."
