"""A TinyDB storage that survives a crash at any moment: the file is replaced whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

BACKUPS = 3
_REPLACE_TRIES = 5


class DamagedError(ValueError):
    """The file holds something else than the tables of a store."""


class AtomicJSONStorage(Storage):
    """Keeps all tables as one JSON file at ``path``, and the last few states beside it as ``.bak``, ``.bak2`` …

    Whoever makes it holds the store's lock: temporary files found at the start are of a process that died.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: tuple[tuple[int, ...], dict[str, dict[str, Any]]] | None = None
        for left_over in self.path.parent.glob(f".{self.path.name}.*.tmp"):
            left_over.unlink(missing_ok=True)

    @property
    def backups(self) -> list[Path]:
        """Where backups stand, the newest first; they need not exist."""
        return [
            self.path.with_name(f"{self.path.name}.bak{number if number > 1 else ''}")
            for number in range(1, BACKUPS + 1)
        ]

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables; ``None`` where there is no file yet. They are parsed anew only when the file has changed.

        Raises:
            DamagedError: the file is not what this class writes.
            OSError: it cannot be read.
        """
        try:
            stamp = _stamp(self.path)
            if self._read is None or self._read[0] != stamp:
                self._read = None
                self._read = stamp, read_tables(self.path)
        except FileNotFoundError:
            self._read = None
            return None
        # Whoever changes a table may fail before it is written: the rows are shared, the tables are not.
        return {name: dict(rows) for name, rows in self._read[1].items()}

    @property
    def stamp(self) -> tuple[int, ...]:
        """Another one whenever the file is another one.

        Raises:
            OSError: it cannot be read.
        """
        return _stamp(self.path)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file; on any error it stays as it was.

        Raises:
            OSError: it cannot be written.
        """
        # TinyDB has changed what was read: where this fails, it is not what stands in the file.
        self._read = None
        # Without indent: that would leave the fast encoder. Encoding comes first, so that bad data touch nothing.
        content = json.dumps(data, ensure_ascii=False).encode("utf-8")
        new = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        copy = self.path.with_name(f".{self.path.name}.{os.getpid()}.bak.tmp")
        try:
            write_private(new, content)
            self._keep_backup(copy)
            replace_file(new, self.path)
        except BaseException:
            new.unlink(missing_ok=True)
            copy.unlink(missing_ok=True)
            raise
        _sync_folder(self.path.parent)
        self._read = _stamp(self.path), data

    def _keep_backup(self, copy: Path) -> None:
        """Move the backups on by one and put the present state first, by way of ``copy``."""
        if not self.path.exists():
            return
        copy.unlink(missing_ok=True)
        try:
            copy.hardlink_to(self.path)
        except OSError:  # file systems without hard links
            shutil.copy2(self.path, copy)
        kept = self.backups
        for newer, older in reversed(list(pairwise(kept))):
            if newer.exists():
                replace_file(newer, older)
        replace_file(copy, kept[0])


def _stamp(path: Path) -> tuple[int, ...]:
    """What tells one state of the file from another: it is never written over, but replaced."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def read_tables(path: Path) -> dict[str, dict[str, Any]]:
    """The tables in the file at ``path``.

    Raises:
        DamagedError: the file is not what ``AtomicJSONStorage`` writes.
        OSError: it cannot be read.
    """
    try:
        tables = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"{path.name} is not JSON") from error
    if not isinstance(tables, dict) or not all(
        isinstance(rows, dict) and all(number.isdecimal() and isinstance(row, dict) for number, row in rows.items())
        for rows in tables.values()
    ):
        raise DamagedError(f"{path.name} does not hold tables")
    return tables


def write_private(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Write a new file for this user alone; ``sync``: down to the disk.

    Raises:
        OSError: it cannot be written.
    """
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if sync:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(source: Path, target: Path) -> None:
    """Move over ``target``; on Windows a virus scanner may hold it for a moment.

    Raises:
        OSError: it cannot be moved.
    """
    for attempt in range(1, _REPLACE_TRIES + 1):
        try:
            source.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _REPLACE_TRIES:
                raise
            time.sleep(0.05 * attempt)


def _sync_folder(folder: Path) -> None:
    """Bring a rename down to the disk, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)
