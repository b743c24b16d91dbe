"""Times of day: they stand in a fact, or within the times that the mentee offers, on either clock."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from outreach.briefing.clocks import on_other_clock, place_of
from outreach.briefing.sources import Source, Sources
from outreach.domain.errors import BadInput
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.likeness import likeness
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind, Quantity, dates_of

OFFER = regex(
    r"\b(?:free|suits?|available|availability|would|could|works?|fine|good|easy|easiest|best|open|any ?time"
    r"|possible|manage|can|(?<!next )times?|slots?|prefer|any)\b|\?",
    re.IGNORECASE,
)
_ANY_DAY = regex(r"\b(?:weekdays?|(?:work|working|week)[ -]?days?|any day|every day|daily|weekends?)\b", re.IGNORECASE)
_YOUR_CLOCK = regex(
    r"\b(?:your|[A-Z]\w+|local) time\b|\b(?:for|with) you\b|\bwhere you are\b|\byours\b"
    r"|\b(?:on|at|by) your (?:side|end|clock)\b"
)
_DAY = 24 * 60


def times(
    span: Span, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None, *, agenda: bool, ahead: int = 0
) -> Iterator[Claim]:
    """The times of day among the quantities of ``span``; ``ahead``: see ``minutes_ahead``."""
    elsewhere = _elsewhere(span, found, ahead)
    for one in found:
        if one.kind is not Kind.TIME:
            continue
        claim = _time(span, one, found, sources, today, agenda=agenda)
        if not claim.facts and elsewhere:
            other = (one.other - ahead) % _DAY if one.other >= 0 else -1
            here = replace(one, value=(one.value - ahead) % _DAY, other=other)
            there = _time(span, here, found, sources, today, agenda=agenda)
            claim = there if there.facts else claim
        yield claim


def minutes_ahead(here: str, there: str, day: dt.date) -> int:
    """By how many minutes the clocks of time zone ``there`` are ahead of those ``here`` on a day; 0 if unknown."""
    noon = dt.datetime(day.year, day.month, day.day, 12)
    try:
        first, other = (noon.replace(tzinfo=ZoneInfo(zone)).utcoffset() for zone in (here, there))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return 0
    return int(((other or dt.timedelta()) - (first or dt.timedelta())).total_seconds() // 60)


def on_clock(day: dt.date, time: dt.time, here: str, there: str) -> dt.datetime | None:
    """Day and time on the clock of zone ``there``, by that of ``here``; ``None`` where that cannot be told."""
    try:
        return dt.datetime.combine(*on_other_clock(day, time, here, there))
    except BadInput:
        return None


def clock_name(zone: str, day: dt.date) -> frozenset[str]:
    """How the clock of a zone is called on a day: by its places, and in short, such as GMT."""
    try:
        short = dt.datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).tzname()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return frozenset()
    return frozenset([place_of(zone), short or zone])


def _elsewhere(span: Span, found: tuple[Quantity, ...], ahead: int) -> bool:
    """Whether a time may be one on the mentor's clock: the text names two that lie so far apart, or says so."""
    times = [one for one in found if one.kind is Kind.TIME] if ahead else []
    if not times:
        return False
    apart = any(
        (b - a) % 720 == ahead % 720 for one in times for other in times for a in readings(one) for b in readings(other)
    )
    return apart or bool(_YOUR_CLOCK.search(span.text))


def readings(time: Quantity) -> tuple[float, ...]:
    """Minutes after midnight that a time may mean: both halves of the day where none is named."""
    return (time.value, time.other) if time.other >= 0 else (time.value,)


def _time(
    span: Span, one: Quantity, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None, *, agenda: bool
) -> Claim:
    hours = readings(one)
    weekdays = _weekdays(one, found, span.text, today)
    offered = bool(OFFER.search(span.text))
    having = [
        source.id
        for source, fact in _times(sources)
        if _meets(source, fact, hours, weekdays)
        and not (offered and source.field in {"mentor.background", "mentor.added"} and likeness(one, source, fact) < 1)
    ]
    having += _end_of_meeting(sources, hours)
    arranged = any(source.field == "meeting.time" for source, _ in _times(sources))
    having += _as_written(span, one, sources)
    if not arranged or (offered and not agenda and not _on_known_day(found, sources)):
        for source, slot in sources.slots:
            if any(slot.has(weekday, hours) for weekday in weekdays or {-1}):
                having.append(source.id)
    if not having and one.other >= 0:
        # "At nine" may be an age or a page as well.
        having = [
            source.id
            for source, fact in sources.quantities.get(Kind.COUNT, ())
            if fact.said * 60 in hours and likeness(one, source, fact) >= 1
        ]
    if having:
        return grounded(span, one.start, one.end, *dict.fromkeys(having))
    said = span.text[one.start : one.end]
    free = _best_slot(sources, weekdays) if weekdays or not arranged else None
    if free:
        return unfounded(span, one.start, one.end, f"“{said}” is outside the times you have: {free.text} ({free.id}).")
    return unfounded(span, one.start, one.end, says(said, nearest(one, sources, (Kind.TIME,))))


def _weekdays(one: Quantity, found: tuple[Quantity, ...], text: str, today: dt.date | None) -> set[int]:
    """The weekdays that a time goes with: those named since the time before, else those up to the next one."""
    before = max((other.end for other in found if other.kind is Kind.TIME and other.end <= one.start), default=0)
    after = min(
        (other.start for other in found if other.kind is Kind.TIME and other.start >= one.end), default=len(text)
    )
    before = max(before, text.rfind(";", 0, one.start) + 1)
    after = min(after, text.find(";", one.end) % (len(text) + 1))
    for low, high in ((before, one.start), (one.end, after)):
        days: set[int] = set()
        for other in found:
            if other.kind in {Kind.WEEKDAY, Kind.DATE} and low <= other.start < high:
                days |= _named(other, today)
        for match in _ANY_DAY.finditer(text, low, high):
            days |= _each_day(match[0].lower())
        if days:
            return days
    return set()


def _each_day(said: str) -> set[int]:
    """The weekdays of "weekends", "working days", "any day"."""
    if "end" in said:
        return {5, 6}
    return set(range(5 if said.startswith("w") else 7))


def _as_written(span: Span, one: Quantity, sources: Sources) -> list[str]:
    """Times of availability told as they are: "after 18:30"."""
    phrase = re.search(r"[\w-]+\W{1,3}$", span.text[: one.start])
    if not phrase:
        return []
    said = (phrase[0] + span.text[one.start : one.end]).casefold()
    return [source.id for source in sources.of_fields(("mentee.availability",)) if said in source.text.casefold()]


def _on_known_day(found: tuple[Quantity, ...], sources: Sources) -> bool:
    known = [fact for _, fact in sources.quantities.get(Kind.DATE, ())]
    return any(one.kind is Kind.DATE and any(same_day(one, fact) for fact in known) for one in found)


def _named(one: Quantity, today: dt.date | None) -> set[int]:
    if one.weekday >= 0:
        return {one.weekday}
    return {date.weekday() for date in dates_of(one, today)} if one.month else set()


def _times(sources: Sources) -> list[tuple[Source, Quantity]]:
    return sources.quantities.get(Kind.TIME, [])


def _meets(source: Source, fact: Quantity, hours: tuple[float, ...], weekdays: set[int]) -> bool:
    """Whether a time of a fact is the one said, on a day that the fact does not rule out."""
    if not set(hours) & set(readings(fact)) or source.field == "mentee.availability":
        return False
    days = {int(one.value) for one in source.quantities if one.kind is Kind.WEEKDAY}
    return not weekdays or not days or bool(days & weekdays)


def _end_of_meeting(sources: Sources, hours: tuple[float, ...]) -> list[str]:
    begins = [fact.value for source, fact in _times(sources) if source.field == "meeting.time"]
    lasts = [
        (source, fact)
        for source, fact in sources.quantities.get(Kind.DURATION, ())
        if source.field == "meeting.minutes"
    ]
    return [source.id for source, fact in lasts if any(begin + fact.value in hours for begin in begins)]


def _best_slot(sources: Sources, weekdays: set[int]) -> Source | None:
    fitting = [source for source, slot in sources.slots if not weekdays or weekdays & (slot.weekdays or weekdays)]
    return fitting[0] if fitting else next((source for source, _ in sources.slots), None)


def same_day(one: Quantity, fact: Quantity) -> bool:
    """Whether a date said and one of a fact are the same day, as far as both say."""
    if one.year and fact.year and one.year != fact.year:
        return False
    if not one.month or not fact.month:
        return one.day == fact.day
    pairs = {(one.day, one.month), (one.month, one.day) if one.either else (one.day, one.month)}
    return (fact.day, fact.month) in pairs or (fact.either and (fact.month, fact.day) in pairs)


def nearest(one: Quantity, sources: Sources, kinds: tuple[Kind, ...]) -> tuple[Source, Quantity] | None:
    """The quantity of a fact, of one of ``kinds``, that is most about the same as ``one``."""
    known = [pair for kind in kinds for pair in sources.quantities.get(kind, ())]
    same = [pair for pair in known if one.kind is Kind.DATE and pair[1].month == one.month]
    return max(same or known, key=lambda pair: likeness(one, *pair), default=None)


def says(said: str, near: tuple[Source, Quantity] | None) -> str:
    """What to say of words that no fact has, with the fact ``near`` them."""
    if near is None:
        return f"“{said}” is in none of your facts."
    source, fact = near
    return f"“{said}” is in none of your facts; the nearest says {source.text[fact.start : fact.end]} ({source.id})."
