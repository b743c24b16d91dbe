"""What was typed and not saved yet, kept beside the store: a lost terminal takes a second's typing at most."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outreach.store.codec import storable
from outreach.store.storage import replace_file, write_private

_VERSION = 1
_MOST_TEXTS = 20
_MOST_CHARACTERS = 4_000_000
"""In all texts together; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was typed in one place."""

    key: str
    """The place: a form, and whom it is about."""
    title: str
    """What a person calls it."""
    typed: Mapping[str, str]
    """By field; only what was changed."""
    kept: str
    """When, in UTC, as ISO."""

    @property
    def size(self) -> int:
        """Characters."""
        return sum(map(len, self.typed.values()))


class UnfinishedTexts:
    """The file with what is typed and not saved; whoever has it holds the store's lock.

    A file of its own, so that typing does not rewrite the store. It is private (0600) and replaced whole or not at all,
    without waiting for the disk: the end of the app loses nothing, a power cut may lose the last moments. No method
    raises where the file cannot be read or written: what is typed is on the screen still.

    Whoever forgets a person forgets this file and its siblings with ``.damaged`` in their names too.
    """

    def __init__(self, path: Path) -> None:
        """``path`` need not exist."""
        self._path = path
        self._texts: dict[str, Unfinished] | None = None

    def all(self) -> list[Unfinished]:
        """All of it, what was kept last first."""
        return sorted(self._known().values(), key=lambda one: one.kept, reverse=True)

    def of(self, key: str) -> Unfinished | None:
        """What was typed in one place."""
        return self._known().get(key)

    def keep(self, key: str, title: str, typed: Mapping[str, str]) -> bool:
        """Keep what is typed in one place instead of what was; nothing typed is nothing kept. Whether it is kept."""
        known = self._known()
        safe = {storable(name): storable(text) for name, text in typed.items()}
        before = known.get(key)
        if not safe:
            return self.drop(key)
        if before is not None and before.typed == safe:
            return True
        now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
        new = Unfinished(storable(key), storable(title), safe, now)
        if new.size > _MOST_CHARACTERS:
            return False
        known[key] = new
        self._shorten()
        return self._write()

    def drop(self, key: str) -> bool:
        """Forget what was typed in one place: it is saved, or not wanted. Whether that is done."""
        return self._known().pop(key, None) is None or self._write()

    # -- the file ----------------------------------------------------------------------------------
    def _known(self) -> dict[str, Unfinished]:
        if self._texts is None:
            self._texts = self._read()
        return self._texts

    def _read(self) -> dict[str, Unfinished]:
        try:
            found = json.loads(self._path.read_bytes())
            if found["version"] != _VERSION:
                raise ValueError("of another Outreach")
            return {one.key: one for one in map(_made, found["texts"])}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            # Aside, not away: it may be of a newer Outreach, or worth a look.
            with contextlib.suppress(OSError):
                replace_file(self._path, _aside(self._path))
        return {}

    def _write(self) -> bool:
        new = self._path.with_name(f".{self._path.name}.tmp")
        rows = [
            {"key": one.key, "title": one.title, "typed": dict(one.typed), "kept": one.kept}
            for one in self._known().values()
        ]
        try:
            if not rows:
                self._path.unlink(missing_ok=True)
                return True
            content = json.dumps({"version": _VERSION, "texts": rows}, ensure_ascii=False).encode("utf-8")
            write_private(new, content, sync=False)
            replace_file(new, self._path)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            return False
        return True

    def _shorten(self) -> None:
        """Let the oldest go where there is too much."""
        known, newest = self._known(), self.all()
        room = _MOST_CHARACTERS
        for number, one in enumerate(newest, 1):
            room -= one.size
            if room < 0 or number > _MOST_TEXTS:
                del known[one.key]


def _made(row: dict[str, Any]) -> Unfinished:
    typed = row["typed"]
    texts = [row["key"], row["title"], row["kept"], *typed, *typed.values()]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not text")
    return Unfinished(row["key"], row["title"], dict(typed), row["kept"])


def _aside(path: Path) -> Path:
    now = dt.datetime.now(dt.UTC)
    return path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S.%fZ}-{os.getpid()}")
