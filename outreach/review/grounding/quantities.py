"""Quantities: a number, a date, a time, a duration or an amount stands in a fact about the same thing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from outreach.briefing.sources import Source, Sources
from outreach.domain.draft import Level
from outreach.review.clauses import LIGHT
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.days import days
from outreach.review.grounding.hours import times
from outreach.review.grounding.likeness import PLAIN_FIELDS, contrary, derived, likeness, matching
from outreach.review.grounding.speaking import MEETING, Speaking
from outreach.wording.quantities import NUMBER_WORDS, Bound, Kind, Quantity, parsed
from outreach.wording.words import stem

__all__ = ["NUMBER_WORDS", "quantities", "swapped"]

_TIMEBOX = re.compile(r"\(\s*\d+\s*min(?:ute)?s?\.?\s*\)")
_LABEL = re.compile(r"\b([A-Za-z]{1,3})\d{1,3}\b")
_LATER = re.compile(r"\b(?:next|until|till|forward|see you|before)\b", re.IGNORECASE)
_EARLIER = frozenset("in since at after from during".split())
_ITEMS = {
    "meeting.previous_actions": frozenset(map(stem, "action task promise thing job point step item".split())),
    "meeting.next_actions": frozenset(map(stem, "action task promise thing job point step item".split())),
    "meeting.questions": frozenset({stem("question")}),
    "mentee.goals": frozenset({stem("goal")}),
}
_ANYTHING = frozenset(map(stem, "thing item piece one people person point detail".split()))
"""Nouns that stand for any other: "ten things" for "ten objects"."""
_APART_IN_TIME = re.compile(r"\s+(?:later|on\b|after|before|until|till|between|apart|went|lay|lie)", re.IGNORECASE)
"""What follows a duration that lies between two events."""
Scored: TypeAlias = tuple[float, tuple[Source, Quantity]]
_APART = 2.0
"""By how much a fact with another number must be nearer to what is said than one with the number."""
_SURE = 4.5
"""How near a fact with another number must be for a manner of speaking to be taken at its word."""
_SAME_THING = 1.5
"""From how many words of its clause a number tells of what a fact tells of; a word elsewhere in the fact is half."""
_TOLD_AT_LENGTH = frozenset({"mentee.background", "meeting.notes"})
"""Fields whose years, minutes and hours of the day are what the mentee would tell of."""
_EVERYDAY = frozenset(
    map(stem, "keep kept run ran lead led find found need teach show help lose lost bring leave left hold stay".split())
)
"""Stems of verbs that say little of what a number is about."""
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
    ahead: int = 0,
    vouched: bool = False,
) -> Iterator[Claim]:
    """Numbers, dates, times, durations and amounts of ``span``; the minutes of an agenda's parts are no claims.

    ``ahead``: by how many minutes the mentor's clock is ahead of the mentee's. ``vouched``: a person wrote the
    sentence, who may know what no fact says; what is theirs to know then weighs less. ``thanks``: it stands in a
    letter of thanks, where plans come from the meeting.
    """
    text = _TIMEBOX.sub(lambda match: " " * len(match[0]), span.text) if agenda else span.text
    yield from _labels(span, sources)
    found = parsed(text)
    if not found:
        return
    speaking = Speaking(span, vouched=vouched, agenda=agenda, thanks=thanks)
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
        if one.kind in {Kind.ORDINAL, Kind.COUNT} and MEETING & set(one.unit[:2]) and _numbers_meeting(span, one):
            yield from _meeting_number(span, one, sources, agenda=agenda)
        elif one.kind in {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.YEAR, Kind.ORDINAL}:
            yield from _number(speaking, one, sources, today)
        elif one.kind is Kind.DECADE:
            yield from _decade(span, one, sources)
        elif one.kind is Kind.OTHER:
            yield _other(span, one, sources)


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
            measured = one.kind is Kind.TIME or (one.each and one.each == fact.each and not aged)
            if measured and source.field in _TOLD_AT_LENGTH:
                return True
            if one.kind is Kind.PERCENT is fact.kind and source.field == "mentee.goals":
                return True
            shared = len(told & (fact.near | set(fact.unit))) + 0.5 * len(told & source.stems)
            if shared >= _SAME_THING or set(one.unit) & set(fact.unit):
                return True
    return False


def _labels(span: Span, sources: Sources) -> Iterator[Claim]:
    """U12, CO2: where a fact has the letters with another number."""
    for match in _LABEL.finditer(span.text):
        label = match[0].casefold()
        if label in sources.tokens:
            continue
        others = [token for token in sources.tokens if re.fullmatch(rf"{match[1].casefold()}\d{{1,3}}", token)]
        if others:
            problem = f"“{match[0]}” is in none of your facts; they say {min(others).upper()}."
            yield unfounded(span, match.start(), match.end(), problem)


def _number(speaking: Speaking, one: Quantity, sources: Sources, today: dt.date | None) -> Iterator[Claim]:
    span = speaking.span
    if one.kind is Kind.ORDINAL and (one.value < 2 or (one.weak and not one.unit)):
        return
    if one.kind in {Kind.COUNT, Kind.DURATION} and one.weak and one.value in {0, 1}:
        return
    having = [(likeness(one, *pair), pair) for pair in matching(one, sources)]
    if not having:
        apart = bool(_APART_IN_TIME.match(span.text, one.end))
        having = [(likeness(one, *pair), pair) for pair in derived(one, sources, today, apart=apart)]
    least = max(having, key=_first)[0] + _APART if having else _APART
    others = [(score, pair) for pair in contrary(one, sources) if (score := likeness(one, *pair)) >= least]
    other = max((scored for scored in others if speaking.against(one, scored[1][0])), key=_first, default=None)
    if having:
        best = max(having, key=_first)
        if other and _belies(best, other):
            yield _other_way(span, one, other[1])
        elif not one.weak and best[0] == 0 and _of_something_else(one, sources):
            yield unfounded(span, one.start, one.end, _problem(span, one, other[1] if other else None))
        else:
            ids = [source.id for score, (source, _) in having if score >= best[0] - 1]
            yield grounded(span, one.start, one.end, *dict.fromkeys(ids))
    elif one.kind is Kind.COUNT and (items := _items(one, sources)):
        yield grounded(span, one.start, one.end, *items)
    elif one.weak or (one.kind is Kind.ORDINAL and one.value < 4 and "year" not in one.unit):
        if other and other[0] >= _SURE:
            yield _other_way(span, one, other[1])
    else:
        yield unfounded(span, one.start, one.end, _problem(span, one, _nearest(one, sources)))


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


def _numbers_meeting(span: Span, one: Quantity) -> bool:
    """Whether "second call" or "meeting 2" says which meeting it is, not how many there were."""
    if one.kind is Kind.ORDINAL:
        return True
    before = re.search(r"(\w+)\s+(?:no\.?|number|nr\.?)?\s*$", span.text[: one.start])
    return bool(before and stem(before[1]) in MEETING)


def _meeting_number(span: Span, one: Quantity, sources: Sources, *, agenda: bool) -> Iterator[Claim]:
    """Which meeting it is; an earlier one may be named, and the next one."""
    known = next(iter(source for source in sources.of_fields(("meeting.number",))), None)
    number = next((fact.value for fact in known.quantities), 0.0) if known else 0.0
    if known is None or one.value == number:
        if known:
            yield grounded(span, one.start, one.end, known.id)
        return
    before = re.findall(r"\w+", span.text[: one.start].lower())
    if one.value < number and (one.value == 1 or not agenda or (before and (_EARLIER & set(before[-3:])))):
        return
    if one.value == number + 1 and (not agenda or _LATER.search(span.text)):
        return
    yield unfounded(span, one.start, one.end, f"Your facts say meeting number {number:.0f} ({known.id}).")


def _other(span: Span, one: Quantity, sources: Sources) -> Claim:
    """Digits that are no number: they stand in a fact as they are."""
    said = span.text[one.start : one.end]
    having = [
        source.id
        for source, fact in sources.quantities.get(Kind.OTHER, ())
        if source.text[fact.start : fact.end] == said
    ]
    return (
        grounded(span, one.start, one.end, *having)
        if having
        else unfounded(span, one.start, one.end, _problem(span, one, None))
    )


def _decade(span: Span, one: Quantity, sources: Sources) -> Iterator[Claim]:
    """the nineties, the 1990s: a decade of a fact, or the one of a year or an age in one."""
    wanted = {one.value, one.value + 1900, one.value + 2000} if one.value < 100 else {one.value, one.value % 100}
    kinds = (Kind.DECADE, Kind.YEAR, Kind.COUNT, Kind.DURATION)
    known = [pair for kind in kinds for pair in sources.quantities.get(kind, ())]
    having = [source.id for source, fact in known if fact.said // 10 * 10 in wanted]
    if having:
        yield grounded(span, one.start, one.end, *dict.fromkeys(having))
    else:
        yield unfounded(span, one.start, one.end, _problem(span, one, None))


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


def swapped(span: Span, sources: Sources) -> Iterator[Claim]:
    """Numbers of one fact in another order: "from 31 to 94" where the fact says "from 94 to 31"."""
    if span.text.count(" to ") == 0:
        return
    told = _from_to(span.text, parsed(span.text))
    for low, high in told:
        for source in sources.usable:
            pairs = [(a.value, b.value) for a, b in _from_to(source.text, source.quantities)]
            if (high.value, low.value) in pairs and (low.value, high.value) not in pairs and low.value != high.value:
                numbers = f"{span.text[low.start : low.end]} and {span.text[high.start : high.end]}"
                problem = f"The numbers {numbers} stand the other way round in your facts ({source.id})."
                yield unfounded(span, low.start, high.end, problem)
                break


def _from_to(text: str, found: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity]]:
    """Neighbours of which the text goes from one to the other: "from 94 to 31"."""
    return [(a, b) for a, b in pairwise(found) if re.fullmatch(r"[^.;:]{0,40}?\bto", text[a.end : b.start].strip())]
