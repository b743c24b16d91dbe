"""The one loop that reads what the making of a draft, or of goals, yields: in a thread, told on the app's own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from outreach.domain.errors import OutreachError
from outreach.drafting.events import Trying

_SECONDS_BETWEEN_TRIES = 0.1


E = TypeVar("E")
"""Events of what is made."""


@dataclass(eq=False)
class Job(Generic[E]):
    """One iterator that is read to its end."""

    make: Callable[[], Iterator[E]]
    """Called in the thread."""
    dropped: bool = False
    """What comes of it is not wanted any more."""
    error: OutreachError | None = None
    _came: deque[E] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, event: E) -> None:
        """Keep an event to be told; of the pieces of a try, which come fast, only the latest."""
        with self._lock:
            if isinstance(event, Trying) and self._came and isinstance(self._came[-1], Trying):
                self._came[-1] = event
            else:
                self._came.append(event)

    def take(self) -> tuple[E, ...]:
        """What came since the last time."""
        with self._lock:
            came = tuple(self._came)
            self._came.clear()
        return came


class Stream(Widget):
    """Reads one iterator at a time: a thread cannot be ended from outside, and the engine serves one."""

    DEFAULT_CSS = "Stream { display: none; }"

    @dataclass
    class Happened(Message, Generic[E]):
        """An event; of the pieces of a try only some."""

        job: Job[E]
        event: E

    @dataclass
    class Ended(Message):
        """All is told; ``job.error`` says why where it broke off. Comes for a dropped job too."""

        job: Job[Any]

    @dataclass
    class _Came(Message):
        """There is something to tell."""

        job: Job[Any]

    def __init__(self) -> None:
        super().__init__()
        self._job: Job[Any] | None = None

    def on_mount(self) -> None:
        self.set_interval(_SECONDS_BETWEEN_TRIES, self._tell)

    @property
    def busy(self) -> bool:
        """Whether the thread is at work, also where nothing is wanted of it any more."""
        return self._job is not None

    @property
    def wanted(self) -> bool:
        """Whether something is to come of it."""
        return self._job is not None and not self._job.dropped

    def read(self, make: Callable[[], Iterator[E]]) -> Job[E]:
        """Read the iterator that ``make`` gives; only while nothing else is read.

        Raises:
            RuntimeError: the one before is still under way.
        """
        if self._job is not None:
            raise RuntimeError("One iterator at a time.")
        job = Job(make)
        self._job = job
        self.run_worker(partial(self._read, job), thread=True, exit_on_error=False, group="stream")
        return job

    def drop(self) -> None:
        """Tell nothing any more of what is under way; it ends with its next event, or with the engine stopped."""
        if self._job is not None:
            self._job.dropped = True

    def on_unmount(self) -> None:
        self.drop()

    def _read(self, job: Job[Any]) -> None:
        try:
            for event in job.make():
                if job.dropped:
                    return
                job.put(event)
                if not isinstance(event, Trying):
                    self.post_message(self._Came(job))
        except OutreachError as error:
            job.error = error

    def on_stream__came(self, message: _Came) -> None:
        message.stop()
        self._tell()

    def _tell(self) -> None:
        job = self._job
        if job is not None and not job.dropped:
            for event in job.take():
                self.post_message(self.Happened(job, event))

    def on_stream_happened(self, message: Happened[Any]) -> None:
        if message.job.dropped:
            message.stop()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        job = self._job
        if job is None or not event.worker.is_finished:
            return
        if event.state is WorkerState.ERROR:
            job.error = OutreachError("It broke off.", "Try again; nothing that you wrote is lost.")
        self._tell()
        self._job = None
        self.post_message(self.Ended(job))
