"""Screens kept as text, to be read and compared; ``UPDATE_SCREENS=1`` keeps them anew."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

_FOLDER = Path(__file__).with_name("screens")
_CHANGING = (
    (re.compile(r"saved \d\d:\d\d"), "saved 12:00"),
    (re.compile(r"(saved|,) \d{1,2} \w{3} \d{4} \d\d:\d\d"), r"\1 23 Nov 2026 12:00"),
)
"""Times of day at which a test was run."""


class Album:
    """The screens of one size: taken one by one, held against those that are kept at the end."""

    def __init__(self, width: int, height: int, name: str) -> None:
        self.size = (width, height)
        self._folder = _FOLDER / f"{name}-{width}x{height}"
        self._taken: dict[str, str] = {}

    def take(self, name: str, seen: str) -> None:
        """Keep what is ``seen`` now under ``name``."""
        assert name not in self._taken
        for pattern, same in _CHANGING:
            seen = pattern.sub(same, seen)
        self._taken[name] = "\n".join(line.rstrip() for line in seen.splitlines()).rstrip() + "\n"

    def check(self) -> None:
        """Every screen is as it was kept, and none is kept that is not taken."""
        if os.environ.get("UPDATE_SCREENS"):
            self._keep()
        kept = {file.stem: file.read_text(encoding="utf-8") for file in self._folder.glob("*.txt")}
        assert kept.keys() == self._taken.keys()
        for name, seen in self._taken.items():
            changed = "\n".join(
                difflib.unified_diff(kept[name].splitlines(), seen.splitlines(), "kept", "now", lineterm="")
            )
            assert seen == kept[name], f"{name} at {self._folder.name} looks otherwise:\n{changed}"

    def _keep(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for file in self._folder.glob("*.txt"):
            file.unlink()
        for name, seen in self._taken.items():
            (self._folder / f"{name}.txt").write_text(seen, encoding="utf-8")
