"""Quantities: a number, a date, a time, a duration or an amount stands in a fact about the same thing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from outreach.briefing.sources import Source, Sources
from outreach.domain.draft import Level
from outreach.review.clauses import LIGHT
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.days import days
from outreach.review.grounding.hours import times
from outreach.review.grounding.labels import bare_digits, decade, labels, meeting_number, numbers_meeting
from outreach.review.grounding.likeness import PLAIN_FIELDS, contrary, derived, likeness, matching, reckoned
from outreach.review.grounding.speaking import MEETING, Speaking
from outreach.wording.patterns import regex
from outreach.wording.quantities import Bound, Kind, Quantity, parsed
from outreach.wording.words import stem

_TIMEBOX = regex(r"\(\s*\d+\s*min(?:ute)?s?\.?\s*\)")
_ITEMS = {
    "meeting.previous_actions": frozenset(map(stem, "action task promise thing job point step item".split())),
    "meeting.next_actions": frozenset(map(stem, "action task promise thing job point step item".split())),
    "meeting.questions": frozenset({stem("question")}),
    "mentee.goals": frozenset({stem("goal")}),
}
_ANYTHING = frozenset(map(stem, "thing item piece one people person point detail".split()))
"""Nouns that stand for any other: "ten things" for "ten objects"."""
_APART_IN_TIME = regex(r"\s+(?:later|on\b|after|before|until|till|between|apart|went|lay|lie)", re.IGNORECASE)
"""What follows a duration that lies between two events."""
Scored: TypeAlias = tuple[float, tuple[Source, Quantity]]
_APART = 2.0
"""By how much a fact with another number must be nearer to what is said than one with the number."""
_SURE = 4.5
"""How near a fact with another number must be for a manner of speaking to be taken at its word."""
_SAME_THING = 1.5
"""From how many words of its clause a number tells of what a fact tells of; a word elsewhere in the fact is half."""
_TOLD_AT_LENGTH = frozenset({"mentee.background", "mentee.added", "meeting.notes"})
"""Fields whose years, minutes and hours of the day are what the mentee would tell of."""
_EVERYDAY = frozenset(
    map(stem, "keep kept run ran lead led find found need teach show help lose lost bring leave left hold stay".split())
)
"""Stems of verbs that say little of what a number is about."""
_ASKED_FOR = regex(r"\b(?:spare|possible|free|manage|(?:have|give me|take|for) (?:an|one) hour)\b.*\?", re.IGNORECASE)
"""How a time with the mentor is asked for."""
_PART = regex(r"\s*(?:of (?:my|our|your|the|them|these|those)\b|points?\b|fewer\b|less\b|more\b)", re.IGNORECASE)
"""What follows a number that may be what two others are apart."""
_COUNTED = (Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.ORDINAL, Kind.MONEY)
_SMALL = 20
"""Numbers up to this one stand in many facts by chance."""


def quantities(
    span: Span,
    sources: Sources,
    today: dt.date | None = None,
    *,
    agenda: bool = False,
    thanks: bool = False,
    news: bool = False,
    ahead: int = 0,
    vouched: bool = False,
) -> Iterator[Claim]:
    """Numbers, dates, times, durations and amounts of ``span``; the minutes of an agenda's parts are no claims.

    ``ahead``: by how many minutes the mentor's clock is ahead of the mentee's. ``vouched``: a person wrote the
    sentence, who may know what no fact says; what is theirs to know then weighs less. ``thanks``: it stands in a
    letter of thanks, where plans come from the meeting. ``news``: in one that tells how the mentee is getting on.
    """
    text = _TIMEBOX.sub(lambda match: " " * len(match[0]), span.text) if agenda else span.text
    yield from labels(span, sources)
    found = parsed(text) if text != span.text else span.quantities
    if not found:
        return
    speaking = Speaking(span, vouched=vouched, agenda=agenda, thanks=thanks, news=news)
    places = {span.start + one.start: one for one in found}
    for claim in _claims(speaking, found, sources, today, ahead):
        yield _weighed(claim, places[claim.start], found, speaking, sources)


def _claims(
    speaking: Speaking, found: tuple[Quantity, ...], sources: Sources, today: dt.date | None, ahead: int
) -> Iterator[Claim]:
    span, agenda = speaking.span, speaking.agenda
    yield from days(span, found, sources, today)
    yield from times(span, found, sources, today, agenda=agenda, ahead=ahead)
    for one in found:
        if one.kind in {Kind.ORDINAL, Kind.COUNT} and MEETING & set(one.unit[:2]) and numbers_meeting(span, one):
            yield from meeting_number(span, one, sources, agenda=agenda)
        elif one.kind in {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.YEAR, Kind.ORDINAL}:
            yield from _number(speaking, one, sources, today)
        elif one.kind is Kind.DECADE:
            yield from decade(span, one, sources)
        elif one.kind is Kind.OTHER:
            yield bare_digits(span, one, sources)


def _weighed(claim: Claim, one: Quantity, found: tuple[Quantity, ...], speaking: Speaking, sources: Sources) -> Claim:
    """``claim``, as a doubt where the mentee may know what no fact says, and none says otherwise."""
    if claim.facts or claim.fix is not None or not speaking.own_word(one, found, sources):
        return claim
    if _says_otherwise(one, speaking, sources):
        return claim
    said = speaking.span.text[one.start : one.end]
    return replace(claim, problem=f"No fact has “{said}”: keep it only if it is right.", level=Level.WARN)


def _says_otherwise(one: Quantity, speaking: Speaking, sources: Sources) -> bool:
    """Whether a fact about the same thing has another number: it counts the same, or shares words with the clause."""
    told = (one.near | set(one.unit)) - LIGHT - _EVERYDAY
    aged = bool(re.match(r"[- ]old\b", speaking.span.text[one.end :]))
    for kind in _COUNTED if one.kind in _COUNTED else (one.kind,):
        for source, fact in sources.quantities.get(kind, ()):
            if not speaking.against(one, source):
                continue
            if speaking.news and (one.kind is Kind.DURATION) is not (fact.kind is Kind.DURATION):
                # "After a fortnight the log had paid for itself": how long is not how many.
                continue
            measured = one.kind is Kind.TIME or (one.each and one.each == fact.each and not aged)
            if measured and source.field in _TOLD_AT_LENGTH:
                return True
            if one.kind is Kind.PERCENT is fact.kind and source.field == "mentee.goals":
                return True
            shared = len(told & (fact.near | set(fact.unit))) + 0.5 * len(told & source.stems)
            if shared >= _SAME_THING or set(one.unit) & set(fact.unit):
                return True
    return False


def _number(speaking: Speaking, one: Quantity, sources: Sources, today: dt.date | None) -> Iterator[Claim]:
    span = speaking.span
    if one.kind is Kind.ORDINAL and (one.value < 2 or (one.weak and not one.unit)):
        return
    if one.kind in {Kind.COUNT, Kind.DURATION} and one.weak and one.value in {0, 1}:
        return
    having = _having(speaking, one, sources, today)
    least = max(having, key=_first)[0] + _APART if having else _APART
    others = [(score, pair) for pair in contrary(one, sources) if (score := likeness(one, *pair)) >= least]
    other = max((scored for scored in others if speaking.against(one, scored[1][0])), key=_first, default=None)
    if having:
        best = max(having, key=_first)
        if other and _belies(best, other):
            yield _other_way(span, one, other[1])
        elif not one.weak and best[0] == 0 and _of_something_else(one, sources):
            yield unfounded(span, one.start, one.end, _problem(span, one, other[1] if other else None))
        elif best[0] < 1 and not one.weak and _of_another(speaking, one, having):
            yield replace(_unknown(span, one, sources, today), level=Level.WARN)
        else:
            ids = [source.id for score, (source, _) in having if score >= best[0] - 1]
            yield grounded(span, one.start, one.end, *dict.fromkeys(ids))
    elif one.kind is Kind.COUNT and (items := _items(one, sources)):
        yield grounded(span, one.start, one.end, *items)
    elif one.weak or (one.kind is Kind.ORDINAL and one.value < 4 and "year" not in one.unit):
        if other and other[0] >= _SURE:
            yield _other_way(span, one, other[1])
        else:
            yield from _asked_for(span, one, sources)
    else:
        yield _unknown(span, one, sources, today)


def _of_another(speaking: Speaking, one: Quantity, having: list[Scored]) -> bool:
    """Whether a number is only in facts about the one of the two of whom it is not said."""
    if one.kind is Kind.ORDINAL:
        return False
    return not any(speaking.against(one, source) for _, (source, _) in having)


def _having(speaking: Speaking, one: Quantity, sources: Sources, today: dt.date | None) -> list[Scored]:
    """The facts that have a number, else those that it follows from."""
    having = [(likeness(one, *pair), pair) for pair in matching(one, sources)]
    if having and not _of_another(speaking, one, having):
        return having
    apart = bool(_APART_IN_TIME.match(speaking.span.text, one.end))
    return having + [(likeness(one, *pair), pair) for pair in derived(one, sources, today, apart=apart)]


def _asked_for(span: Span, one: Quantity, sources: Sources) -> Iterator[Claim]:
    """An hour asked for, where the case asks for another time."""
    if one.each == "hour" and _ASKED_FOR.search(span.text):
        for source in sources.of_fields(("ask.minutes",)):
            yield replace(_other_way(span, one, (source, source.quantities[0])), level=Level.WARN)


def _unknown(span: Span, one: Quantity, sources: Sources, today: dt.date | None) -> Claim:
    """A number that no fact has; only a doubt where it may follow from two numbers of one, or is asked for freely."""
    claim = unfounded(span, one.start, one.end, _problem(span, one, _nearest(one, sources)))
    asks = (
        one.each in {"minute", "hour"} and _ASKED_FOR.search(span.text) and not any(sources.of_fields(("ask.minutes",)))
    )
    return (
        replace(claim, level=Level.WARN)
        if asks or reckoned(one, sources, today, part=bool(_PART.match(span.text, one.end)))
        else claim
    )


def _nearest(one: Quantity, sources: Sources) -> tuple[Source, Quantity] | None:
    """What the facts say of the same thing; the length asked for where a length is asked for."""
    plain = [pair for pair in contrary(one, sources) if pair[0].field in PLAIN_FIELDS]
    score, pair = max(
        ((likeness(one, *pair), pair) for pair in contrary(one, sources)), key=_first, default=(0.0, None)
    )
    return pair if score >= 1 else next(iter(plain), None)


def _belies(best: Scored, other: Scored) -> bool:
    """Whether a fact with another number is clearly nearer than the best one with the number."""
    (_, (source, fact)), (_, (against, _)) = best, other
    if source is against and not fact.unit:
        return False
    if source.field in PLAIN_FIELDS:
        return False
    return other[0] >= best[0] + _APART


def _first(scored: Scored) -> float:
    return scored[0]


def _of_something_else(one: Quantity, sources: Sources) -> bool:
    """Whether the facts speak of what is counted, and never with this small number."""
    if one.kind is not Kind.COUNT or one.value > _SMALL or not one.unit or one.bound is not Bound.EXACT:
        return False
    if one.unit[0] in _ANYTHING:
        return False
    return bool(sources.with_stem(one.unit[-1]) or sources.with_stem(one.unit[0]))


def _items(one: Quantity, sources: Sources) -> list[str]:
    """Ids of the actions, questions or goals, where the text gives their number."""
    found = []
    for path, nouns in _ITEMS.items():
        if nouns & set(one.unit):
            listed = [source.id for source in sources.of_fields((f"{path}:",))]
            found += listed if len(listed) == one.value else []
    return found


def _other_way(span: Span, one: Quantity, pair: tuple[Source, Quantity]) -> Claim:
    source, fact = pair
    said = span.text[one.start : one.end]
    problem = f"Your facts say {source.text[fact.start : fact.end]} here, not “{said}” ({source.id})."
    return unfounded(span, one.start, one.end, problem)


def _problem(span: Span, one: Quantity, near: tuple[Source, Quantity] | None) -> str:
    said = span.text[one.start : one.end]
    if near is None:
        return f"“{said}” is in none of your facts about this."
    source, fact = near
    return f"“{said}” is in none of your facts; they say {source.text[fact.start : fact.end]} ({source.id})."
