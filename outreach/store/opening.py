"""Opens the store's file: lock, damaged files, schema."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from outreach.domain.errors import StoreUnusable
from outreach.store.storage import AtomicJSONStorage, DamagedError, read_tables

SCHEMA = 1


def lock(path: Path) -> FileLock:
    """Take the lock of the store at ``path``, for the whole session.

    Raises:
        StoreUnusable: another Outreach holds it, or the folder cannot be used.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Not thread-local: the app may close the store in another thread than it was opened in.
        held = FileLock(path.with_name(f"{path.name}.lock"), timeout=0, mode=0o600, thread_local=False)
        held.acquire()
    except Timeout as error:
        raise StoreUnusable(
            f"Another Outreach is open with {path}.", "Close it, or set OUTREACH_HOME to another folder."
        ) from error
    except (OSError, NotImplementedError) as error:
        raise unusable(path, error) from error
    return held


def unusable(path: Path, error: OSError | NotImplementedError) -> StoreUnusable:
    """What the system's ``error`` at the store means to the user."""
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StoreUnusable(
            f"{path}: there is no room on the disk.", "Free some, then try again; nothing stored is lost."
        )
    hint = "Check the folder's permissions, or set OUTREACH_HOME to another folder."
    if number == errno.EROFS:
        return StoreUnusable(f"{path}: the disk is read-only.", hint)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "locking does not work there"
    return StoreUnusable(f"{path}: cannot be used ({reason}).", hint)


def load(storage: AtomicJSONStorage, app: str) -> str:
    """Make sure that ``storage`` holds a store of this schema; a new one is begun where there is none.

    A damaged file is moved aside and the newest good backup takes its place.

    Returns:
        What was recovered, in words for the user; empty if nothing had to be.

    Raises:
        StoreUnusable: the store is of a newer Outreach.
        OSError: it cannot be read or written.
    """
    recovered = ""
    try:
        tables = storage.read()
        if tables is not None:
            _check_schema(storage.path, tables)
    except DamagedError:
        tables, recovered = _recover(storage)
    if tables is None:
        storage.write({"meta": {"1": {"schema": SCHEMA, "app": app}}})
    elif recovered:
        storage.write(tables)
    return recovered


def _check_schema(path: Path, tables: dict[str, dict[str, Any]]) -> None:
    schema = tables.get("meta", {}).get("1", {}).get("schema")
    if type(schema) is not int or schema < 1:
        raise DamagedError(f"{path.name} does not say which schema it has")
    if schema > SCHEMA:
        raise StoreUnusable(f"{path}: was written by a newer Outreach.", "Update Outreach; the file stays as it is.")


def _recover(storage: AtomicJSONStorage) -> tuple[dict[str, dict[str, Any]] | None, str]:
    """Move the damaged file aside; the tables of the newest good backup, and what to tell."""
    path = storage.path
    now = dt.datetime.now(dt.UTC)
    good = next((found for backup in storage.backups if (found := _good(backup)) is not None), None)
    aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S.%fZ}")
    path.rename(aside)
    told = f"{path.name} could not be read. It is kept as {aside.name}"
    if good is None:
        return None, f"{told}; there was no good backup, so Outreach starts empty."
    tables, when = good
    return tables, f"{told}; the backup of {when:%Y-%m-%d %H:%M} UTC is in use."


def _good(backup: Path) -> tuple[dict[str, dict[str, Any]], dt.datetime] | None:
    try:
        tables = read_tables(backup)
        _check_schema(backup, tables)
        return tables, dt.datetime.fromtimestamp(backup.stat().st_mtime, dt.UTC)
    except (DamagedError, FileNotFoundError):
        return None
