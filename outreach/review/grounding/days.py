"""Dates, weekdays and months: they stand in a fact, or on the days that the mentee offers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.briefing.sources import Source, Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.hours import OFFER, nearest, readings, same_day, says
from outreach.review.grounding.likeness import likeness
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.quantities import Kind, Quantity, dates_of

_SEASONS = {
    12: "winter", 1: "winter", 2: "winter", 3: "spring", 4: "spring", 5: "spring", 6: "summer", 7: "summer",
    8: "summer", 9: "autumn", 10: "autumn", 11: "autumn",
}  # fmt: skip
_NAMES = dict(enumerate(name.capitalize() for name in WEEKDAYS))
_MARCH, _MAY = 3, 5
_JOTTED = ("contact.deeds", "contact.results", "contact.news")
_SHORT_DAYS = [{name[:3], name[:4], name[:5], f"{name[:3]}s"} for name in WEEKDAYS]
_SATURDAY = 5
_MONTHS = {n: name.capitalize() for name, n in MONTHS.items()}


def days(span: Span, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None) -> Iterator[Claim]:
    """The dates, weekdays and months among the quantities of ``span``."""
    for one in found:
        if one.kind is Kind.DATE:
            yield from _date(span, one, found, sources, today)
        elif one.kind is Kind.WEEKDAY:
            yield _weekday(span, one, sources, today)
        elif one.kind is Kind.MONTH:
            yield from _month(span, one, sources, today)


def _date(
    span: Span, one: Quantity, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None
) -> Iterator[Claim]:
    known = [(source, fact) for source, fact in sources.quantities.get(Kind.DATE, ()) if same_day(one, fact)]
    if known:
        right = _right_weekday(one, [fact for _, fact in known], today)
        if right is None:
            yield grounded(span, one.start, one.end, *(source.id for source, _ in known))
        else:
            yield _wrong_weekday(span, one, right, known[0][0])
        return
    if one.weak or (today and one.day == today.day and one.month == today.month):
        return
    offered = _offered(one, found, sources, today) if OFFER.search(span.text) else None
    if isinstance(offered, Source):
        yield grounded(span, one.start, one.end, offered.id)
    elif offered is not None:
        yield _wrong_weekday(span, one, offered, None)
    else:
        near = nearest(one, sources, (Kind.DATE,))
        yield unfounded(span, one.start, one.end, says(span.text[one.start : one.end], near))


def _right_weekday(one: Quantity, facts: list[Quantity], today: dt.date | None) -> int | None:
    """The weekday that the date really has, where the text names another one; ``None`` where all is well."""
    if one.weekday < 0 or any(fact.weekday == one.weekday for fact in facts):
        return None
    days: list[int] = []
    for fact in facts:
        year, month = one.year or fact.year, one.month or fact.month
        if month:
            days += [date.weekday() for date in dates_of(replace(fact, year=year, month=month), today)]
        elif fact.weekday >= 0:
            days.append(fact.weekday)
    return days[0] if days and one.weekday not in days else None


def _jotted(day: int, sources: Sources) -> list[str]:
    """What the mentee jotted of a day: "one call on fri"; sat and sun are words of their own."""
    short = _SHORT_DAYS[day] if day < _SATURDAY else set()
    return [source.id for source in sources.of_fields(_JOTTED) if short & source.tokens]


def _wrong_weekday(span: Span, one: Quantity, right: int, source: Source | None) -> Claim:
    said = re.match(r"\w+", span.text[one.start : one.end])
    end = one.start + (said.end() if said else 0)
    date = span.text[end : one.end].strip(" ,.")
    told = f" ({source.id})" if source else ""
    problem = f"{date[:1].upper() + date[1:]} is a {_NAMES[right]}, not a {span.text[one.start : end]}{told}."
    return unfounded(span, one.start, end, problem, _NAMES[right])


def _offered(
    one: Quantity, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None
) -> Source | int | None:
    """The fact of availability that holds a date; the right weekday where only that is wrong; ``None`` otherwise."""
    if not sources.slots or not one.month:
        return None
    dates = list(dates_of(one, today)) or []
    if today and any(date < today for date in dates):
        return None
    times = [readings(time) for time in found if time.kind is Kind.TIME] or [()]
    weekdays = [date.weekday() for date in dates] or [one.weekday]
    for source, slot in sources.slots:
        for weekday in weekdays:
            if any(slot.has(weekday, time) for time in times):
                return source if one.weekday in {-1, weekday} else weekday
    return None


def _weekday(span: Span, one: Quantity, sources: Sources, today: dt.date | None) -> Claim:
    day = int(one.value)
    having = [source.id for source, slot in sources.slots if slot.weekdays and day in slot.weekdays]
    having += _jotted(day, sources)
    for source, fact in sources.quantities.get(Kind.DATE, ()):
        if day == fact.weekday or any(date.weekday() == day for date in dates_of(fact, today) if fact.month):
            having.append(source.id)
    strict = any(slot.weekdays for _, slot in sources.slots) and OFFER.search(span.text)
    for source, fact in sources.quantities.get(Kind.WEEKDAY, ()):
        # The day that the mentee proposes in a reply is theirs, whatever they wrote of their times before.
        if fact.value == day and (not strict or source.field == "contact.reason" or likeness(one, source, fact) >= 1):
            having.append(source.id)
    if not having:
        for source, slot in sources.slots:
            if not slot.weekdays and not strict:
                having.append(source.id)
    if having:
        return grounded(span, one.start, one.end, *dict.fromkeys(having))
    near = next((source for source, slot in sources.slots if slot.weekdays), None)
    said = span.text[one.start : one.end]
    if near:
        return unfounded(
            span, one.start, one.end, f"“{said}” is in none of your facts; you are free {near.text} ({near.id})."
        )
    return unfounded(span, one.start, one.end, says(said, nearest(one, sources, (Kind.WEEKDAY, Kind.DATE))))


def _month(span: Span, one: Quantity, sources: Sources, today: dt.date | None) -> Iterator[Claim]:
    having = []
    for kind in (Kind.MONTH, Kind.DATE):
        for source, fact in sources.quantities.get(kind, ()):
            if fact.month == one.month and (
                not one.year or fact.year == one.year or (not fact.year and _recent(one, today))
            ):
                having.append((source, fact))
    if having:
        yield grounded(span, one.start, one.end, *dict.fromkeys(source.id for source, _ in having))
        return
    if not one.year and today and (one.month - today.month) % 12 in {0, 1, 11}:
        return
    short = _MONTHS[one.month][:3].casefold() if one.month != _MAY else ""
    whole = _MONTHS[one.month].casefold() if one.month not in {_MARCH, _MAY} else ""
    if not one.year and sources.tokens & {_SEASONS[one.month], short, whole}:
        # "till Feb", "from april": jotted without a day it is no date yet.
        return
    near = nearest(one, sources, (Kind.MONTH, Kind.DATE) + ((Kind.YEAR,) if one.year else ()))
    yield unfounded(span, one.start, one.end, says(span.text[one.start : one.end], near))


def _recent(one: Quantity, today: dt.date | None) -> bool:
    return today is None or abs(one.year - today.year) <= 1
