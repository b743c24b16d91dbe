"""The sha256 of large files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from outreach.domain.errors import Cancelled

_BLOCK = 4 << 20


def never() -> bool:
    """Nobody cancels."""
    return False


def sha256_of(
    file: Path, *, cancelled: Callable[[], bool] = never, progress: Callable[[int], None] | None = None
) -> str:
    """The file's sha256 in hexadecimal; ``progress`` is told the bytes read so far.

    Raises:
        Cancelled: ``cancelled`` said so.
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256()
    done = 0
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            if cancelled():
                raise Cancelled("The check was stopped.")
            digest.update(block)
            done += len(block)
            if progress is not None:
                progress(done)
    return digest.hexdigest()
