"""What is noted when the app ends by a fault of its own: where that was in the code, and nothing that was typed."""

from __future__ import annotations

import datetime as dt
import os
import traceback
from pathlib import Path

import outreach

_MOST_BYTES = 200_000
"""Above this the file is begun anew."""


def note_failure(log: Path, error: BaseException) -> bool:
    """Append to ``log`` (0600) where ``error`` came from; whether that could be done.

    Kinds of errors, files, lines and functions; no messages and no values: both may quote the user.
    """
    now = dt.datetime.now(dt.UTC)
    lines = [f"{now:%Y-%m-%d %H:%M:%S} UTC, Outreach {outreach.__version__}"]
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        lines.append(f"{type(at).__module__}.{type(at).__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(at.__traceback__)
        ]
        at = at.__cause__ or at.__context__
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        begin = os.O_TRUNC if log.exists() and log.stat().st_size > _MOST_BYTES else os.O_APPEND
        descriptor = os.open(log, os.O_CREAT | os.O_WRONLY | begin, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as out:
            out.write("\n".join(lines) + "\n\n")
    except OSError:
        return False
    return True
