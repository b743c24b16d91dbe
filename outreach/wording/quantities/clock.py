"""Times of day: 16:00, 4 pm, four in the afternoon, half past four, at four, noon."""

from __future__ import annotations

import re

from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.patterns import regex
from outreach.wording.quantities.numerals import ONES, TENS, numeral
from outreach.wording.quantities.quantity import Kind, Quantity
from outreach.wording.quantities.tokens import Tokens

DAYPARTS = {
    "morning": (5 * 60, 12 * 60),
    "lunchtime": (11 * 60, 14 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "arvo": (12 * 60, 18 * 60),
    "evening": (17 * 60, 23 * 60),
}
"""Parts of a day, in minutes after midnight."""

_NOON = {"noon": 720, "midday": 720, "midnight": 0}
_BEFORE_A_TIME = frozenset("at after before until till from by between around past to".split())
_MAY_FOLLOW = FUNCTION_WORDS | frozenset("am pm suit suits work works onwards onward sharp latest earliest".split())
_ZONE = regex(r"[A-Z]{2,3}T|GMT|UTC|UK|US")
_HALVES = {"half": 30, "quarter": 15}


def time_at(tokens: Tokens, at: int, *, daily: bool) -> tuple[Quantity, int] | None:
    """The time of day that begins at a token, and the token behind it; ``daily``: the text speaks of times."""
    low = tokens.low(at)
    if low in _NOON:
        return _time(tokens, at, at + 1, _NOON[low], -1)
    found = _spoken(tokens, at)
    if found is None:
        found = _written(tokens, at, daily=daily)
    return found


def _spoken(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """half past four, (a) quarter to ten, ten past five."""
    stop = at + 1 if tokens.low(at) == "a" else at
    if tokens.low(stop) in _HALVES:
        minutes = _HALVES[tokens.low(stop)]
        stop += 1
    else:
        number = numeral(tokens, stop) if stop == at else None
        if number is None or number.ordinal or number.value not in {5, 10, 20, 25} or number.digits:
            return None
        minutes, stop = int(number.value), number.stop
    if tokens.low(stop) not in {"past", "to", "after"} or (minutes == 30 and tokens.low(stop) != "past"):
        return None
    to = tokens.low(stop) == "to"
    hour = numeral(tokens, stop + 1)
    if hour is None or hour.ordinal or not 1 <= hour.value <= 12 or hour.value % 1:
        return None
    if minutes not in {15, 30} and tokens.low(hour.stop) in {"minutes", "people"}:
        return None
    if hour.stop < len(tokens) and minutes not in {15, 30} and not _ends(tokens, hour.stop):
        return None
    minute = int(hour.value) * 60 + (-minutes if to else minutes)
    return _with_half(tokens, at, hour.stop, minute)


def _written(tokens: Tokens, at: int, *, daily: bool) -> tuple[Quantity, int] | None:
    """16:00, 7.30 am, 4 pm, four o'clock, at four, nine to eleven."""
    token = tokens[at]
    prep = tokens.low(at - 1)
    clock = re.fullmatch(r"([01]?\d|2[0-4])([:.])([0-5]\d)", token.text)
    if clock and clock[2] == "." and not (_half_of_day(tokens, at + 1) or (prep in _BEFORE_A_TIME and daily)):
        clock = None
    if clock:
        minute = int(clock[1]) * 60 + int(clock[3])
        if len(clock[1]) == 2 or not 1 <= int(clock[1]) <= 12:
            return _with_half(tokens, at, at + 1, minute, exact=True)
        return _with_half(tokens, at, at + 1, minute)
    hour = numeral(tokens, at)
    if hour is None or hour.ordinal or hour.value % 1 or not 0 <= hour.value <= 24 or "." in token.text:
        return None
    if tokens.are(hour.stop, "o'clock"):
        return _with_half(tokens, at, hour.stop + 1, int(hour.value) * 60)
    if _half_of_day(tokens, hour.stop):
        return _with_half(tokens, at, hour.stop, int(hour.value) * 60)
    if not (hour.digits or hour.value <= 12):
        return None
    if _is_hour(tokens, at, hour.stop, daily=daily):
        return _with_half(tokens, at, hour.stop, int(hour.value) * 60)
    return None


def _is_hour(tokens: Tokens, at: int, stop: int, *, daily: bool) -> bool:
    """Whether a bare number is an hour: behind "at" or "after" with no noun behind it, or one end of a range."""
    if tokens.low(stop) in {"%", "of", "per"} or (tokens.low(stop) in {"and"} and tokens.low(stop + 1) == "a"):
        return False
    prep = tokens.low(at - 1)
    if prep == "at":
        return _ends(tokens, stop) and not tokens.are(at - 2, "aged")
    if not daily:
        return False
    if tokens.low(stop) in {"to", "until", "till", "-", "–"} or (prep == "between" and tokens.low(stop) == "and"):
        after = numeral(tokens, stop + 1)
        return after is not None and not after.ordinal and 0 < after.value <= 24 and _ends(tokens, after.stop)
    if prep in {"after", "before", "until", "till", "from", "by", "around", "past"}:
        return _ends(tokens, stop)
    if prep in {"to", "and", "-", "–", "or"} and _number(tokens, at - 2):
        return _ends(tokens, stop)
    return False


def _number(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    return tokens[at].digits or low in ONES or low in TENS or low in {"am", "pm", "m", "noon"}


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a number is no noun that it counts."""
    low = tokens.low(at)
    if not low or (not low[0].isalnum() and low not in {"%", "-"}) or low in _MAY_FOLLOW:
        return True
    return tokens.low(at + 1) == "time" or bool(_ZONE.fullmatch(tokens[at].text))


def _half_of_day(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    return (
        low in {"am", "pm"}
        or (low in {"a", "p"} and tokens.low(at + 1) == "." and tokens.low(at + 2) == "m")
        or (low == "in" and tokens.low(at + 1) == "the" and tokens.low(at + 2) in DAYPARTS)
        or tokens.are(at, "at", "night")
        or tokens.are(at, "that", "night")
    )


def _with_half(tokens: Tokens, at: int, stop: int, minute: int, *, exact: bool = False) -> tuple[Quantity, int] | None:
    """A time with the half of the day where it is named; both readings where it is not."""
    low = tokens.low(stop)
    half = ""
    end = stop
    if low in {"am", "pm"}:
        half, end = low, stop + 1
    elif low in {"a", "p"} and tokens.low(stop + 1) == "." and tokens.low(stop + 2) == "m":
        half, end = f"{low}m", stop + 4 if tokens.low(stop + 3) == "." and tokens.joined(stop + 3) else stop + 3
    elif low == "in" and tokens.low(stop + 1) == "the" and tokens.low(stop + 2) in DAYPARTS:
        half, end = ("am" if tokens.low(stop + 2) == "morning" else "pm"), stop + 3
    elif low == "at" and tokens.low(stop + 1) == "night":
        half, end = ("am" if minute < 6 * 60 else "pm"), stop + 2
    if half and minute <= 12 * 60 + 59:
        minute = minute % 720 + (720 if half == "pm" else 0)
        return _time(tokens, at, end, minute, -1)
    if exact or minute >= 13 * 60 or minute < 60:
        return _time(tokens, at, end, minute, -1)
    return _time(tokens, at, end, minute, minute + 720 if minute < 720 else minute - 720)


def _time(tokens: Tokens, at: int, stop: int, minute: int, other: int) -> tuple[Quantity, int]:
    said = (minute if minute < 13 * 60 else minute - 720) // 60
    return Quantity(Kind.TIME, minute, tokens[at].start, tokens[stop - 1].end, other=other, said=said), stop
