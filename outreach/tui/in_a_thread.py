"""What is worked out of pasted text: at once where that takes no time, else in a thread, and shown when it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.widget import Widget
from textual.worker import Worker, get_current_worker

Found = TypeVar("Found")

AT_ONCE = 8_000
"""Characters of pasted text that are read within a tenth of a second; a key behind one that changes a fact finds the
list as it is then. More of it is read in a thread."""


def soon(
    widget: Widget, work: Callable[[], Found], then: Callable[[Found], None], *, at_once: bool, group: str
) -> None:
    """Call ``then`` on the app's own thread with what ``work`` gives, which may be called in another.

    A later call for the same ``group`` of a widget takes the place of the one before; nothing comes once it is gone.
    """
    if at_once:
        widget.workers.cancel_group(widget, group)
        then(work())
        return

    def told(worker: Worker[None], found: Found) -> None:
        if not worker.is_cancelled and widget.is_attached:
            then(found)

    def run() -> None:
        worker: Worker[None] = get_current_worker()
        found = work()
        if not worker.is_cancelled:
            widget.call_later(partial(told, worker, found))

    widget.run_worker(run, thread=True, exclusive=True, group=group)
