"""Dates, weekdays and months: 3 December, December 3rd, 3/12, 2026-12-03, Thursday the 3rd, in May 2024."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from outreach.wording.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from outreach.wording.quantities.numerals import Numeral, numeral
from outreach.wording.quantities.quantity import Kind, Quantity
from outreach.wording.quantities.tokens import Tokens

_DAYS = {name: n for n, name in enumerate(WEEKDAYS)} | {f"{name}s": n for n, name in enumerate(WEEKDAYS)}
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
               "sat": 5, "sun": 6}  # fmt: skip
_SHORT_MONTHS = {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
_BEFORE_DAYS = frozenset("on by for until till before after since from".split())
STARTS = frozenset({*_DAYS, *_SHORT_DAYS, *MONTHS, *_SHORT_MONTHS, "the"})


def date_at(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """The date, weekday or month that begins at a token, and the token behind it."""
    token = tokens[at]
    weekday = _weekday(tokens, at)
    if weekday is not None:
        return _led_by_weekday(tokens, at, weekday)
    if token.digits and (numeric := _numeric(tokens, at)):
        return numeric
    if found := _day_and_month(tokens, at):
        return found
    if month := _month(tokens, at):
        return _led_by_month(tokens, at, month)
    if token.low == "the":
        return _day_alone(tokens, at)
    return None


def _led_by_weekday(tokens: Tokens, at: int, weekday: int) -> tuple[Quantity, int]:
    stop = at + 1
    if tokens.low(stop) == "." and tokens.joined(stop) and len(tokens[at].text) <= 5:
        stop += 1
    for comma in (stop + 1, stop) if tokens.low(stop) == "," else (stop,):
        for begin in (comma + 1, comma) if tokens.low(comma) == "the" else (comma,):
            found = _day_and_month(tokens, begin) or (tokens[begin].digits and _numeric(tokens, begin)) or None
            month = _month(tokens, begin)
            if found is None and month:
                found = _led_by_month(tokens, begin, month)
                if found and found[0].kind is not Kind.DATE:
                    found = None
            if found is None and begin > comma:
                found = _day_alone(tokens, comma)
            if found:
                date, end = found
                return _date(tokens, at, end, date.day, date.month, date.year, weekday, either=date.either), end
    return Quantity(Kind.WEEKDAY, weekday, token_start(tokens, at), tokens[at].end, weekday=weekday), at + 1


def _day_and_month(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """3 December, the 3rd of December, third of December 2026."""
    begin = at + 1 if tokens.low(at) == "the" else at
    day = _day(tokens, begin)
    if day is None:
        return None
    stop = day.stop + 1 if tokens.low(day.stop) == "of" else day.stop
    month = _month(tokens, stop)
    if not month or (tokens.low(stop) == "may" and not tokens[stop].text[0].isupper()):
        return None
    year, end = _year(tokens, stop + 1)
    return _date(tokens, begin, end, int(day.value), month, year), end


def _led_by_month(tokens: Tokens, at: int, month: int) -> tuple[Quantity, int] | None:
    """December 3rd; or the month alone, where it is one."""
    stop = at + 1
    if tokens.low(stop) == "." and tokens.joined(stop) and tokens.low(at) not in MONTHS:
        stop += 1
    begin = stop + 1 if tokens.low(stop) == "the" else stop
    day = _day(tokens, begin)
    if day is not None and not (tokens[begin].digits and len(tokens[begin].text) > 2):
        year, end = _year(tokens, day.stop)
        return _date(tokens, at, end, int(day.value), month, year), end
    year, end = _year(tokens, stop)
    if not year and (tokens.low(at) not in MONTHS or not _is_month(tokens, at)):
        return None
    return Quantity(Kind.MONTH, month, tokens[at].start, tokens[end - 1].end, month=month, year=year), end


def _is_month(tokens: Tokens, at: int) -> bool:
    """Whether "May" or "March" is a month here."""
    if not tokens[at].text[0].isupper():
        return False
    if tokens.low(at) not in {"may", "march", "august", "april", "june"}:
        return True
    before = tokens.low(at - 1)
    return before in {"in", "since", "until", "till", "by", "of", "from", "to", "last", "next", "this", "early", "late",
                      "before", "after", "mid", "and", "or", "-", "–", "during"} or (
        tokens.low(at) in {"august", "april", "june"} and at > 0 and before not in {".", "dear", "hi", "hello"}
    )  # fmt: skip


def _day_alone(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """the 3rd, the nineteenth: a day where no noun follows."""
    day = _day(tokens, at + 1)
    if day is None or not day.ordinal:
        return None
    after = tokens.low(day.stop)
    if (
        after
        and (after[0].isalnum() or after in {"-", "–"})
        and (after not in FUNCTION_WORDS or after in {"of", "one", "two"})
        # "the 19th yr side": short for "your".
        and not (after in {"yr", "ur"} and tokens.low(day.stop + 1) in {"side", "time", "end"})
    ):
        return None
    named = tokens.low(at - 1) in {"on", "by", "until", "till", "from", "before", "after", "since", ","}
    weak = not day.digits and (day.value <= 3 or not named)
    found = _date(tokens, at, day.stop, int(day.value), 0, 0)
    return Quantity(Kind.DATE, day.value, found.start, found.end, day=int(day.value), weak=weak), day.stop


def _day(tokens: Tokens, at: int) -> Numeral | None:
    if tokens[at].digits and len(tokens[at].text) > 2:
        return None
    day = numeral(tokens, at)
    return day if day and 1 <= day.value <= 31 and not day.value % 1 and (day.digits or day.ordinal) else None


def _numeric(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """3/12, 14.1.2027, 2026-12-03."""
    token = tokens[at]
    iso = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", tokens.text[token.start : token.start + 11])
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        if _exists(day, month, year):
            found = Quantity(
                Kind.DATE, day, token.start, token.start + 10, day=day, month=month, year=year,
                weekday=-1,
            )  # fmt: skip
            return found, at + 5
        return None
    parts = re.fullmatch(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d\d))?", token.text)
    if not parts or (parts[2] == "." and not parts[4] and not _dotted_date(tokens, at)):
        return None
    day, month = int(parts[1]), int(parts[3])
    year = int(parts[4]) + (2000 if len(parts[4]) == 2 else 0) if parts[4] else 0
    if not parts[4] and ((day, month) in {(24, 7), (50, 50), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (9, 11)}):
        return None
    either = parts[2] == "/" and day <= 12 and month <= 12
    if month > 12 >= day:
        day, month = month, day
    if not _exists(day, month, year):
        return None
    return _date(tokens, at, at + 1, day, month, year, either=either), at + 1


def _dotted_date(tokens: Tokens, at: int) -> bool:
    """Whether 14.1 is a date: a full stop follows straight, and the sentence goes on."""
    return tokens.low(at + 1) == "." and tokens.joined(at + 1) and at + 2 < len(tokens)


def _year(tokens: Tokens, at: int) -> tuple[int, int]:
    """A year behind a month, with or without a comma, and the token behind it; 0 where there is none."""
    begin = at + 1 if tokens.low(at) in {",", "of"} else at
    text = tokens[begin].text
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return int(text), begin + 1
    return 0, at


def _weekday(tokens: Tokens, at: int) -> int | None:
    low = tokens.low(at).removesuffix("'s")
    if low in _DAYS:
        return _DAYS[low]
    if low in {"tue", "tues", "weds", "thu", "thur", "thurs", "fri"}:
        return _SHORT_DAYS[low]
    small = tokens[at].text[:1].islower()
    if low in _SHORT_DAYS and small and tokens.low(at - 1) in (_ON | _TO if low == "wed" else _ON):
        return _SHORT_DAYS[low]
    dated = tokens[at + 1].digits and (low == "wed" or tokens.low(at + 2) in _SHORT_MONTHS.keys() | MONTHS.keys())
    if low in _SHORT_DAYS and (dated or not small):
        after = (
            tokens.low(at + 2)
            if tokens.low(at + 1) in {".", ",", "/", "-", "–", "&", "and", "or"}
            else tokens.low(at + 1)
        )
        before = tokens.low(at - 2) if tokens.low(at - 1) in {"/", "-", "–", "&", "and", "or"} else ""
        if (
            before in _SHORT_DAYS
            or after[:1].isdigit()
            or after in _SHORT_DAYS
            or after in {"am", "pm", "morning", "afternoon", "arvo", "evening", "the"}
        ):
            return _SHORT_DAYS[low]
    return None


_ON = frozenset({"on", "by", "about"})
_TO = frozenset({"to", "till", "until", "next", "this", "or"})


def _is_year(tokens: Tokens, at: int) -> bool:
    return tokens[at].digits and len(tokens[at].text) == 4


def _month(tokens: Tokens, at: int) -> int:
    low = tokens.low(at).removesuffix("'s")
    if low in MONTHS:
        return MONTHS[low]
    # In notes the capital goes, but a year behind it tells: "session oct 2027"; so does "on 3 oct".
    jotted = at > 0 and tokens[at - 1].digits and len(tokens[at - 1].text) <= 2 and low not in {"mar", "may"}
    if low in _SHORT_MONTHS and (tokens[at].text[0].isupper() or _is_year(tokens, at + 1) or jotted):
        beside = (
            tokens[at - 1].digits or tokens.low(at - 1) in {"of", "the", "st", "nd", "rd", "th"},
            tokens[at + 1].digits,
        )
        return _SHORT_MONTHS[low] if any(beside) else 0
    return 0


def _date(
    tokens: Tokens, at: int, stop: int, day: int, month: int, year: int, weekday: int = -1, *, either: bool = False
) -> Quantity:
    return Quantity(
        Kind.DATE,
        day,
        tokens[at].start,
        tokens[stop - 1].end,
        day=day,
        month=month,
        year=year,
        weekday=weekday,
        either=either,
    )


def token_start(tokens: Tokens, at: int) -> int:
    """Place of a token."""
    return tokens[at].start


def _exists(day: int, month: int, year: int) -> bool:
    try:
        dt.date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def dates_of(found: Quantity, today: dt.date | None) -> Iterator[dt.date]:
    """The days that a date may name: with its year, else the next from ``today``, both ways round for 3/12.

    Without a year and without ``today`` there is none.
    """
    for day, month in {
        (found.day, found.month),
        (found.month, found.day) if found.either else (found.day, found.month),
    }:
        years = [found.year] if found.year else [today.year, today.year + 1] if today else []
        for year in years:
            try:
                date = dt.date(year, month, day)
            except ValueError:
                continue
            if found.year or today is None or date >= today:
                yield date
                break
