"""Dates, times and lengths as people type them, and back."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from outreach.wording.patterns import regex

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISO = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = regex(r"(\d{1,2})(?:st|nd|rd|th)?\.? +([a-z]{3,9})\.?(?:,? +(\d{4}))?")
_MONTH_FIRST = regex(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?(?:,? +(\d{4}))?")
_END_OF = regex(r"(?:the )?end of ([a-z]{3,9})\.?(?:,? +(\d{4}))?")
_TIME = regex(r"(\d{1,2})(?:[:.](\d{2}))? *(am|pm)?")


_LIKE_THIS = "Write the date like 3 Dec 2026 or 2026-12-03."


class NotUnderstood(ValueError):
    """What was typed is no date, time or length; the text says what would be."""


def date_text(date: dt.date | None) -> str:
    """``3 Dec 2026``; empty without a date."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else ""


def time_text(time: dt.time | None) -> str:
    """``17:00``; empty without a time."""
    return f"{time:%H:%M}" if time else ""


def parse_date(text: str, reference: dt.date) -> dt.date | None:
    """The date that ``text`` names, ``None`` for an empty text.

    Without a year it is the next such day from ``reference`` on. ``end of Feb`` is the last day of the month.

    Raises:
        NotUnderstood: it is no date.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return None
    first, _, rest = words.partition(" ")
    weekday = _weekday(first.rstrip(",."))
    if weekday is not None:
        words = rest
    date = _date(words, reference)
    if weekday is not None and date.weekday() != weekday:
        raise NotUnderstood(f"{date_text(date)} is a {_WEEKDAYS[date.weekday()].capitalize()}.")
    return date


def parse_time(text: str) -> dt.time | None:
    """The time that ``text`` names, such as ``17:00`` or ``5 pm``; ``None`` for an empty text.

    Raises:
        NotUnderstood: it is no time.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return None
    found = _TIME.fullmatch(words)
    if found is None or (found[2] is None and found[3] is None):
        raise NotUnderstood("Write the time like 17:00 or 5 pm.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] and not 1 <= hour <= 12:
        raise NotUnderstood("Write the time like 17:00 or 5 pm.")
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError as error:
        raise NotUnderstood("There is no such time. Write it like 17:00 or 5 pm.") from error


def parse_whole(text: str, least: int, most: int, example: str) -> int | None:
    """The whole number in ``text``, ``None`` for an empty one; "30 min" is 30.

    Raises:
        NotUnderstood: it is none, or outside ``least`` to ``most``.
    """
    words = text.casefold().strip()
    if not words:
        return None
    found = re.fullmatch(r"(\d{1,6}) *(?:min|mins|minutes|\.)?", words)
    if found is None or not least <= int(found[1]) <= most:
        raise NotUnderstood(f"Write a number from {least} to {most}, such as {example}.")
    return int(found[1])


def _weekday(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(_WEEKDAYS) if name.startswith(word)), None)


def _date(words: str, reference: dt.date) -> dt.date:
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(words):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(words):
        month, day, year = found[1], found[2], found[3]
    elif found := _END_OF.fullmatch(words):
        return _end_of(_month(found[1]), found[2], reference)
    else:
        raise NotUnderstood(_LIKE_THIS)
    number = _month(month)
    if year:
        return _made(int(year), number, int(day))
    leap = (number, int(day)) == (2, 29)
    this_year = _made(_leap(reference.year) if leap else reference.year, number, int(day))
    if this_year >= reference:
        return this_year
    return _made(_leap(reference.year + 1) if leap else reference.year + 1, number, int(day))


def _month(name: str) -> int:
    number = 9 if name == "sept" else next((at for at, each in enumerate(_NAMES, 1) if each.startswith(name)), 0)
    if not number:
        raise NotUnderstood(_LIKE_THIS)
    return number


def _end_of(month: int, year: str | None, reference: dt.date) -> dt.date:
    """The last day of a month, without a year of the next such month from ``reference`` on."""
    of = int(year) if year else reference.year + (month < reference.month)
    return _made(of, month, calendar.monthrange(of, month)[1] if of else 1)


def _leap(year: int) -> int:
    return next(each for each in range(year, year + 9) if each % 4 == 0 and (each % 100 or each % 400 == 0))


def _made(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise NotUnderstood("There is no such day. Write the date like 3 Dec 2026 or 2026-12-03.") from error
