"""What was worked out from the facts of a brief: kept as long as the brief is, and no longer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Facts = TypeVar("Facts")
Found = TypeVar("Found")


class Memo:
    """Results by the function that made them; its owner, who never changes, is its only argument."""

    def __init__(self) -> None:
        self._found: dict[Hashable, Any] = {}

    def of(self, make: Callable[[Facts], Found], facts: Facts) -> Found:
        """``make(facts)``, made at the first call."""
        if make not in self._found:
            self._found[make] = make(facts)
        return cast(Found, self._found[make])
