"""A model on its way, in a thread of its own: it comes whatever screen is in front."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from textual.app import App
from textual.message import Message

from outreach.domain.errors import Cancelled, OutreachError
from outreach.model_choice import Models
from outreach.models import PullProgress
from outreach.models.amounts import in_bytes


@dataclass(frozen=True, slots=True)
class Pull:
    """How far a model is on its way."""

    model: str
    state: str = "starting"
    """What is being done, as ``PullProgress`` calls it; at the end ``done``, ``stopped`` or ``failed``."""
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    error: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more comes."""
        return self.state in ("done", "stopped", "failed")

    @property
    def percent(self) -> int:
        """How much is here, of a hundred."""
        return min(100, self.done_bytes * 100 // self.total_bytes) if self.total_bytes else 0

    @property
    def in_short(self) -> str:
        """For a column: ``34 %, 3 min left``."""
        if self.state == "waiting":
            return "waiting for another Outreach"
        if self.state == "checking":
            return f"checking, {self.percent} %"
        if not self.total_bytes:
            return "starting …"
        left = f", {time_left(self.seconds_left)}" if self.seconds_left is not None else ""
        return f"{self.percent} %{left}"

    @property
    def in_full(self) -> str:
        """With bytes and speed: ``34 %, 380 of 1,117 MB, 2.4 MB/s, about 5 min left``."""
        if self.state != "fetching" or not self.total_bytes:
            return self.in_short
        speed = f", {in_bytes(int(self.bytes_per_second))}/s" if self.bytes_per_second else ""
        left = f", about {time_left(self.seconds_left)}" if self.seconds_left is not None else ""
        return f"{self.percent} %, {_megabytes(self.done_bytes)} of {_megabytes(self.total_bytes)} MB{speed}{left}"


def time_left(seconds: float | None) -> str:
    """``95`` → ``2 min left``."""
    seconds = seconds or 0
    if seconds < 90:
        return f"{max(1, round(seconds))} s left"
    if seconds < 5400:
        return f"{round(seconds / 60)} min left"
    return f"{round(seconds / 3600)} h left"


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f}"


class PullTold(Message):
    """The model has come on, has come, or does not come."""

    def __init__(self, pull: Pull) -> None:
        super().__init__()
        self.pull = pull


class Puller:
    """Gets one model at a time, and tells the app with ``PullTold``."""

    def __init__(self, app: App[Any], models: Models) -> None:
        self._app = app
        self._models = models
        self._stop = threading.Event()
        self.under_way = ""
        """Id of the model that is on its way; empty: none."""

    def start(self, model_id: str) -> bool:
        """Get this model; ``False`` where another one is on its way."""
        if self.under_way:
            return False
        self.under_way = model_id
        self._stop.clear()
        self._app.run_worker(partial(self._run, model_id), thread=True, exit_on_error=False, group="pull")
        return True

    def stop(self) -> None:
        """Get no more; what is here is kept."""
        self._stop.set()

    def _run(self, model_id: str) -> None:
        last = Pull(model_id, "failed", error="It broke off. What is here is kept.")
        try:
            self._models.pull(model_id, partial(self._progress, model_id), self._stop.is_set)
            last = Pull(model_id, "done")
        except Cancelled:
            last = Pull(model_id, "stopped")
        except OutreachError as error:
            last = replace(last, error=error.message)
        finally:
            self.under_way = ""
            self._app.post_message(PullTold(last))

    def _progress(self, model_id: str, so_far: PullProgress) -> None:
        told = Pull(
            model_id, so_far.state, so_far.done, so_far.total, so_far.bytes_per_second, so_far.seconds_left, so_far.note
        )
        self._app.post_message(PullTold(told))
