"""By when a wish is to come true: taken off its words, as a day where it names one, else as it was said."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from outreach.wording.lexicon import MONTHS
from outreach.wording.patterns import regex

_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "couple of": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_NUMBERS |= {"six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0, "half a": 0.5}
_NUMBERS |= {"a couple of": 2.0, "one and a half": 1.5, "half an": 0.5}
_MONTH = "|".join([*MONTHS, *(f"{name[:3]}" for name in MONTHS), "sept"])
_QUARTER = regex(
    r"(?:by|before|in|until)\s+(?:the\s+)?(?:end\s+of\s+)?Q(?P<quarter>[1-4])(?:\s+(?P<year>20\d\d))?\b", re.IGNORECASE
)
_SEASON = r"spring|summer|autumn|fall|winter|christmas|easter|ramadan|eid|(?:half-?)?term|semester|school year"
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d+"
_SPAN = regex(
    rf"(?:(?:with)?in|over|during)\s+(?:about\s+|the\s+)?(?:next\s+|coming\s+)?(?P<count>{_COUNT})\s*[- ]?"
    r"(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?)\b(?:['’]s?)?(?:\s+(?:time|or so|max))?"
    rf"|(?P<count2>{_COUNT})\s+(?P<unit2>years?|months?|weeks?)\s+from\s+now",
    re.IGNORECASE,
)
_NEXT = regex(
    r"(?:(?:in|over|during|by|within|before)\s+)?(?:the\s+)?(?P<end>end\s+of\s+)?(?:the\s+)?(?P<which>this|next)\s+year\b"
    r"|by\s+the\s+end\s+of\s+the\s+year\b",
    re.IGNORECASE,
)
_NAMED = regex(
    r"(?P<how>by|before|until|till|in)\s+(?:the\s+)?(?:(?P<end>end\s+of)\s+)?(?:the\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:(?P<month>{_MONTH})\b\.?,?\s*)?(?P<year>20\d\d)?"
    r"(?![\w'’])",
    re.IGNORECASE,
)
_WORDS = regex(
    rf"(?:by|before|until|till|in|this|next|over)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+|early\s+|late\s+)?"
    rf"(?:the\s+|this\s+|next\s+)?(?:{_SEASON})(?:\s+20\d\d)?\b(?!\s+(?:school|job|course|camp))"
    r"|(?:(?:before|once|after|until|till|as\s+soon\s+as|by\s+the\s+time)\s+(?:I|we|my|the|our|he|she|they)"
    r"|when\s+(?:I|we)\s+(?:finish|graduate|turn|leave|retire|have\s+finished)|when\s+(?:my|our|the))\b[^,;.]*?"
    r"(?=$|[,;.]|\s+(?:I|we)(?:['’]d|\s+would|\s+want|\s+hope|['’]ll|\s+will)\b)"
    r"|(?:before|by)\s+(?:I['’]m|we['’]re)\b[^,;.]*"
    r"|(?:one|some)\s+day|someday|eventually|in\s+the\s+long\s+run|in\s+the\s+(?:near\s+)?future|soon",
    re.IGNORECASE,
)
_EDGE = " \t,;:–—-"


@dataclass(frozen=True, slots=True)
class ByWhen:
    """A wish without its time, and the time."""

    text: str
    by: dt.date | None = None
    when: str = ""
    """As it was said, where it is no day."""


def by_when(text: str, today: dt.date) -> ByWhen:
    """Take the time off the beginning or the end of ``text``; one in its middle stays, and is told all the same."""
    for pattern in (_WORDS, _QUARTER, _SPAN, _NEXT, _NAMED):
        for match in pattern.finditer(text):
            said = match[0].strip()
            if pattern is _NAMED and not (match["month"] or match["year"]):
                continue
            by = None if pattern is _WORDS else _day(match, today)
            if by is not None and by < today:
                continue
            when = "" if by or _is_vague(said) else said
            return ByWhen(_without(text, match), by, when)
    return ByWhen(text)


def later(today: dt.date, years: float) -> dt.date:
    """``today`` in so many years; the last of February where that has no 29th."""
    months = today.year * 12 + today.month - 1 + round(years * 12)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _without(text: str, match: re.Match[str]) -> str:
    before, behind = text[: match.start()].strip(_EDGE), text[match.end() :].strip(_EDGE)
    if before and re.sub(r"\W", "", behind):
        # In the middle: "write my thesis in two years and go home" would lose what hangs on it.
        return text
    return before or behind.rstrip(".").strip(_EDGE)


def _is_vague(said: str) -> bool:
    return bool(re.match(r"(?:one|some)|eventually|soon|in the (?:long|near|future)", said, re.IGNORECASE))


def _day(match: re.Match[str], today: dt.date) -> dt.date | None:
    groups = match.groupdict()
    if count := groups.get("count") or groups.get("count2"):
        many = _NUMBERS.get(" ".join(count.casefold().split()), 0.0) or float(count)
        unit = (groups.get("unit") or groups.get("unit2") or "").casefold()[0]
        if many > 60:
            return None
        return today + dt.timedelta(weeks=many) if unit == "w" else later(today, many / (1 if unit == "y" else 12))
    if quarter := groups.get("quarter"):
        month = 3 * int(quarter)
        year = int(groups.get("year") or today.year + (month < today.month))
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    if groups.get("month") or groups.get("year"):
        return _named(match, today)
    return dt.date(today.year + (groups.get("which") or "").casefold().startswith("next"), 12, 31)


def _named(match: re.Match[str], today: dt.date) -> dt.date | None:
    """The last day that is meant: ``by June`` is all of June, ``before June`` none of it."""
    short = (match["month"] or "dec")[:3].casefold()
    month = next(number for name, number in MONTHS.items() if name.startswith(short))
    year = int(match["year"] or today.year + (month < today.month))
    first = dt.date(year, month if match["month"] else 1, 1)
    if match["how"].casefold() == "before" and not match["end"] and not match["day"]:
        return first - dt.timedelta(days=1)
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(int(match["day"] or last) or 1, last))
