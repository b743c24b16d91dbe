"""When what passed between the two: the days of calls, mails and answers, and times on either clock (R18)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.briefing.dates import long_date
from outreach.briefing.sources import Source, Sources
from outreach.domain.draft import Kind as Text
from outreach.review.clauses import SECOND, Clause, clauses
from outreach.review.context import Context, Span
from outreach.review.grounding.claim import Claim, unfounded
from outreach.review.grounding.hours import minutes_ahead, on_clock, same_day
from outreach.wording.lexicon import MONTHS
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind, Quantity, dates_of
from outreach.wording.words import content
from outreach.wording.words import words as words_of

_KINDS = frozenset({Text.FOLLOW_UP, Text.REPLY, Text.REPORT, Text.CHECK_IN})
_TALK = r"(?:call|conversation|talk|meeting|chat|session|coffee|lunch|lesson|visit)"
_THEIRS = r"(?:answer|reply|response|mail|e-?mail|message|note|letter|lines|words)"
# What happened, right before its day.
_MET = regex(
    rf"\b(?:(?:we|you and I|I)(?: last| first| both)? (?:met|spoke|talked|chatted|saw)\b(?: (?:to|with) you"
    rf"| each other| you)?"
    rf"|(?:our|the)(?: last| first| previous)? {_TALK}|met you|seeing you|speaking (?:to|with) you)\b"
    r"[^.;:!?,]{0,25}?\b(?:on|of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WROTE = regex(
    rf"\b(?:I (?:first |last )?(?:wrote|sent|emailed|messaged|contacted)\b|my (?:last "
    rf"|first )?{_THEIRS})[^.;:!?,]{{0,40}}?"
    r"\b(?:on|of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ANSWERED = regex(
    rf"\b(?:you (?:wrote|answered|replied|sent|responded)\b|your (?:\w+ )?{_THEIRS})[^.;:!?,]{{0,30}}?\b(?:on|of"
    rf"|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_SPOKE = rf"(?:(?:we|I)\b[^.;:!?,]{{0,15}}?\b(?:met|spoke|talked|chatted)|(?:our|the)(?: \w+)? {_TALK})\b"
_SINCE = regex(rf"\s+(?:ago,? |now )?(?:since|after|have passed since|that) {_SPOKE}", re.IGNORECASE)
_AGO = regex(r"\s+ago\b", re.IGNORECASE)
_SPOKE_BEFORE = regex(rf"{_SPOKE}[^.;:!?]{{0,25}}$", re.IGNORECASE)
_DAY = 24 * 60
_SLACK = {"day": 1.0, "week": 5.0, "fortnight": 5.0, "month": 16.0, "year": 60.0}
"""By how many days what is said of a time may be off at least; of long ones three tenths."""
_SOON = 5


def long_ago(context: Context) -> Iterator[Claim]:
    """How long ago the two are said to have spoken, against the day they did."""
    met = context.case.contact.last_met if context.brief and context.kind in _KINDS else None
    if met is None or context.today is None:
        return
    days = (context.today - met).days
    for span in context.spans:
        for one in span.quantities:
            if one.kind is not Kind.DURATION or one.each not in _SLACK:
                continue
            since = _SINCE.match(span.text, one.end)
            ago = _AGO.match(span.text, one.end) and _SPOKE_BEFORE.search(span.text[: one.start])
            slack = max(_SLACK[one.each], 0.3 * max(days, one.value / _DAY))
            if (since or ago) and abs(one.value / _DAY - days) > slack:
                said = span.text[one.start : one.end]
                yield unfounded(span, one.start, one.end, f"“{said}”: you last met on {long_date(met)}.")


def occasions(context: Context) -> Iterator[Claim]:
    """Days that a fact has, told of something that was on another day."""
    if context.brief is None or context.kind not in _KINDS:
        return
    contact = context.case.contact
    kinds = (
        (_MET, "you last met", {contact.last_met, context.facts.meeting.date}),
        (_WROTE, "you wrote", {sent.date for sent in contact.sent}),
        (_ANSWERED, "the answer came", {contact.answered}),
    )
    for span in context.spans:
        for one in span.quantities:
            if one.kind is not Kind.DATE or not _is_known(one, context.sources):
                continue
            for pattern, what, days in kinds:
                known = sorted(day for day in days if day)
                if known and pattern.search(span.text[: one.start]) and not any(_is_on(one, day) for day in known):
                    said = span.text[one.start : one.end]
                    yield unfounded(span, one.start, one.end, f"“{said}”: {what} on {long_date(known[-1])}.")
                    break


@dataclass(frozen=True, slots=True)
class _Dated:
    """Something that the mentee did, with the days or the months that a fact gives it."""

    stems: frozenset[str]
    days: tuple[dt.date, ...] = ()
    months: frozenset[int] = frozenset()
    named: tuple[Quantity, ...] = ()
    """Days and months in its own words: "raised the price at the February market"."""

    def was_on(self, one: Quantity) -> bool:
        if any(same_day(one, other) if other.month and one.day else one.month == other.month for other in self.named):
            return True
        by_month = one.month in self.months or any(day.month == one.month for day in self.days)
        return by_month if one.kind is Kind.MONTH or not self.days else any(_is_on(one, day) for day in self.days)

    def when(self) -> str:
        """In words, with "on" or "in"."""
        months = [name.capitalize() for name, number in MONTHS.items() if number in self.months]
        return f"on {long_date(self.days[0])}" if self.days else f"in {' or '.join(months)}"


def deed_days(context: Context) -> Iterator[Claim]:
    """Days and months that a fact has, told of something that the mentee did on another day."""
    if context.brief is None or context.kind not in {Text.REPORT, Text.CHECK_IN}:
        return
    known = list(_dated(context))
    for span in context.spans:
        for clause in clauses(span):
            if clause.subject == "I" and not SECOND.search(clause.text):
                yield from _on_another_day(span, clause, known, context.today)


def _dated(context: Context) -> Iterator[_Dated]:
    for number, deed in enumerate(context.case.contact.deeds, 1):
        days = tuple(day for day in (deed.done, deed.promised) if day)
        words = context.sources.of_fields(("contact.deeds", "contact.results"))
        own = (source for source in words if source.id.endswith(f":{number}"))
        named = tuple(one for source in own for one in source.quantities if one.month)
        typed = {word.casefold() for word in words_of(f"{deed.what} {deed.result}")}
        # "14 in april" is a month to whoever jotted it.
        months = frozenset(n for name, n in MONTHS.items() if {name, name[:3]} & typed)
        yield _Dated(frozenset(content(f"{deed.what} {deed.result}")), days, months, named)
    for source in context.sources.of_fields(("contact.news", "contact.results")):
        yield _Dated(source.stems, (), frozenset(one.month for one in source.quantities if one.month))


def _is_ahead(one: Quantity, today: dt.date | None) -> bool:
    """Whether a day or a month is still to come: the talk in March, told of in February."""
    if today is None:
        return False
    if one.kind is Kind.MONTH and not one.year:
        return 1 <= (one.month - today.month) % 12 <= _SOON
    first = min(dates_of(one if one.day else replace(one, day=1), today), default=today)
    return first > today


def _on_another_day(span: Span, clause: Clause, known: list[_Dated], today: dt.date | None) -> Iterator[Claim]:
    stems = frozenset(content(clause.text))
    about = max(known, key=lambda one: len(one.stems & stems), default=_Dated(frozenset()))
    if len(about.stems & stems) < 2 or not (about.days or about.months):
        return
    for one in span.quantities:
        dated = one.kind in {Kind.DATE, Kind.MONTH} and clause.start <= one.start < clause.end
        if dated and not about.was_on(one) and not _is_ahead(one, today):
            said = span.text[one.start : one.end]
            yield unfounded(span, one.start, one.end, f"“{said}”: your facts say that this was {about.when()}.")


def _is_known(one: Quantity, sources: Sources) -> bool:
    """Whether some fact has this day; one that none has is reported as such."""
    return any(same_day(one, fact) for _, fact in sources.quantities.get(Kind.DATE, ()))


def _is_on(one: Quantity, day: dt.date) -> bool:
    return same_day(one, Quantity(Kind.DATE, 0, 0, 0, day=day.day, month=day.month, year=day.year))


_NAMING = frozenset({Text.REPLY, Text.AGENDA, Text.THANK_YOU, Text.REPORT, Text.CHECK_IN})
"""Texts that name a meeting by the reader's date."""


def on_both_clocks(context: Context, sources: Sources) -> Sources:
    """``sources`` with the times of the meeting and of the mentor's answer on the other one's clock as well."""
    here, there = context.case.mentee.timezone, context.case.mentor.timezone
    if context.kind not in _NAMING or not here or not there:
        return sources
    more: list[Source] = []
    meeting = context.facts.meeting
    if meeting.date and meeting.time and (other := on_clock(meeting.date, meeting.time, here, there)):
        more += [Source("meeting.date:1", long_date(other.date())), Source("meeting.time:1", f"{other:%H:%M}")]
    for source in sources.of_fields(("contact.answer",)):
        more += _shifted(source, here, there, context.today)
    return replace(sources, usable=(*sources.usable, *more)) if more else sources


def _shifted(source: Source, here: str, there: str, today: dt.date | None) -> Iterator[Source]:
    """The times that the mentor named, on the mentee's clock."""
    days = [day for one in source.quantities if one.kind is Kind.DATE for day in dates_of(one, today)]
    day = days[0] if days else today
    for one in source.quantities:
        if one.kind is Kind.TIME and day:
            for reading in {one.value, one.other} - {-1}:
                minutes = int(reading - minutes_ahead(here, there, day)) % (24 * 60)
                yield Source(source.id, f"{minutes // 60:02}:{minutes % 60:02}")
