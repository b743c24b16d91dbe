"""What a quantity is, once its way of writing is taken off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is counted or named."""

    COUNT = "count"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    YEAR = "year"
    DECADE = "decade"
    MONTH = "month"
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    OTHER = "other"
    """Digits that are none of these: a version, a telephone number, 25:70."""


class Bound(StrEnum):
    """How exact a number claims to be."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a date, a time, a duration or an amount, with its place in the text."""

    kind: Kind
    value: float
    """The number; minutes of a duration, minutes after midnight of a time, a share in hundredths, 0 for Monday."""
    start: int
    end: int
    bound: Bound = Bound.EXACT
    other: float = -1
    """The second reading of a time without am or pm; -1 where there is none."""
    currency: str = ""
    said: float = 0
    """The number as said: 18 of "18 months"."""
    each: str = ""
    """The unit of a duration as said, such as ``month``."""
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = -1
    """0 for Monday; -1 where none is named."""
    either: bool = False
    """Whether day and month may stand the other way round: 3/12."""
    weak: bool = False
    """Whether it may be a manner of speaking: "two things", "a couple of days"."""
    unit: tuple[str, ...] = ()
    """Stems of the words that say what is counted, the nearest first."""
    near: frozenset[str] = frozenset()
    """Stems of the content words of its clause."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When somebody is free."""

    weekdays: frozenset[int]
    """0 for Monday; empty: any day."""
    start: int = 0
    """Minutes after midnight."""
    end: int = 24 * 60

    def has(self, weekday: int, times: tuple[float, ...]) -> bool:
        """Whether it holds a weekday (-1: any) and one of the readings of a time (none: any)."""
        day = weekday < 0 or not self.weekdays or weekday in self.weekdays
        return day and (not times or any(self.start <= time <= self.end for time in times))
