"""How like two quantities are: in value, and in what they are about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from outreach.briefing.sources import Source, Sources
from outreach.wording.patterns import regex
from outreach.wording.quantities import METRIC, Bound, Kind, Quantity

_DAY = 24 * 60
_ROUND = 0.1
"""How far an approximation may be from what it stands for."""
_BEYOND = 1.5
"""How many times as much as said there may be of what is "over", "more than", "hundred-odd"."""
_UNSAID = 1.5
"""What a number is worth whose noun stands elsewhere in its fact: "1.8 metres is too little, have three"."""
PLAIN_FIELDS = frozenset({"ask.minutes", "meeting.minutes", "meeting.time", "meeting.date", "meeting.number",
                          "meeting.next_meeting"})  # fmt: skip
"""Fields that are a quantity and nothing else: no word tells what they are about."""

_OF = regex(r"\s*(?:out )?of (?:the |our |my |their |these )?", re.IGNORECASE)
_COUNTED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.DURATION})

# Kinds in which a fact may have what a text says with another kind: "14,000" for "€14,000", "at 27" for "27 years".
_ALSO = {
    Kind.COUNT: (Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.YEAR, Kind.TIME, Kind.ORDINAL),
    Kind.MONEY: (Kind.COUNT,),
    Kind.PERCENT: (Kind.COUNT,),
    Kind.DURATION: (Kind.COUNT,),
    Kind.YEAR: (Kind.COUNT,),
    Kind.ORDINAL: (Kind.COUNT,),
}


def matching(claim: Quantity, sources: Sources) -> Iterator[tuple[Source, Quantity]]:
    """The quantities of facts that have the value of ``claim``."""
    for source, fact in sources.quantities.get(claim.kind, ()):
        if same(claim, fact):
            yield source, fact
    for kind in _ALSO.get(claim.kind, ()):
        for source, fact in sources.quantities.get(kind, ()):
            if _crosswise(claim, fact):
                yield source, fact


def same(claim: Quantity, fact: Quantity) -> bool:
    """Whether a quantity of a fact has the value that a text claims, of the same kind."""
    if claim.currency and fact.currency and claim.currency != fact.currency:
        return False
    if claim.kind is Kind.PERCENT:
        return (abs(claim.value - fact.value) < 1 and int(claim.value) == int(fact.value)) or _near(claim, fact, 0.0)
    if claim.kind is Kind.DURATION:
        return _near(claim, fact, 0.005 if claim.each == fact.each else 0.085)
    if claim.kind is Kind.YEAR:
        return claim.value == fact.value
    if scale := _scale(claim, fact):
        claim = replace(claim, value=scale * claim.value)
    return _near(claim, fact, 0.0005)


def _scale(claim: Quantity, fact: Quantity) -> float:
    """What turns a measure into the unit of another: 0.01 for centimetres into metres; 0 where nothing does."""
    told = next((METRIC[one] for one in claim.unit[:1] if one in METRIC), None)
    known = next((METRIC[one] for one in fact.unit[:1] if one in METRIC), None)
    return told[1] / known[1] if told and known and told[0] == known[0] and told != known else 0.0


def _crosswise(claim: Quantity, fact: Quantity) -> bool:
    """Whether the number said is the same, where one of the two does not say of what."""
    bare = fact if claim.kind is not Kind.COUNT else claim
    if claim.kind is Kind.MONEY or fact.kind is Kind.MONEY:
        return _near(claim, fact, 0.0005)
    if fact.kind is Kind.ORDINAL or claim.kind is Kind.ORDINAL:
        return claim.value == fact.value and bool(set(claim.unit) & set(fact.unit))
    if Kind.YEAR in {fact.kind, claim.kind}:
        return claim.value == fact.value
    return claim.said == fact.said and not bare.unit


def _near(claim: Quantity, fact: Quantity, slack: float) -> bool:
    told, known = claim.value, fact.value
    if abs(told - known) <= slack * max(known, 1):
        return True
    if claim.bound is Bound.ABOUT:
        return abs(told - known) <= _ROUND * known
    if claim.bound is Bound.OVER:
        return told <= known <= _beyond(told)
    if claim.bound is Bound.UNDER:
        return known <= told <= (1 + _ROUND) * known
    return False


def _beyond(told: float) -> float:
    """Up to what "more than" goes: before the next round number would be said, "thirty" after "more than twenty"."""
    step = 10.0 ** (len(str(int(told))) - 1) if told >= 10 else 1.0
    first = told / step
    if first % 1:
        return (1 + _ROUND) * told
    # Of what is measured, 3.9 is still "more than three".
    return _BEYOND * told if first == 1 else told + step - (1 if step > 1 else 0.001)


def contrary(claim: Quantity, sources: Sources) -> Iterator[tuple[Source, Quantity]]:
    """The quantities of facts about the kind of thing ``claim`` is about, with another value."""
    counted = claim.kind in {Kind.COUNT, Kind.ORDINAL}
    unit = set(claim.unit)
    for source, fact in sources.quantities.get(claim.kind, ()):
        if (counted and not unit.intersection(fact.unit)) or same(claim, fact):
            continue
        if claim.kind is Kind.DURATION and (claim.value < _DAY) != (fact.value < _DAY):
            continue
        yield source, fact


def likeness(claim: Quantity, source: Source, fact: Quantity) -> float:
    """How much a claim and a quantity of a fact are about the same: 2 for what is counted, 1 a word of the clause."""
    shared = 2.0 if set(claim.unit) & set(fact.unit) else 0.0
    if claim.unit and not fact.unit and fact.kind is Kind.COUNT and source.stems.intersection(claim.unit):
        shared = _UNSAID
    return shared + len(claim.near & fact.near) + 0.5 * len(claim.near & source.stems)


def derived(
    claim: Quantity, sources: Sources, today: dt.date | None, *, apart: bool = False
) -> Iterator[tuple[Source, Quantity]]:
    """Facts that ``claim`` follows from by arithmetic: "eight years" of "since 2018", "in 2018" of "eight years".

    ``apart``: the claim is a time between two events, as in "eight years later".
    """
    if claim.kind is Kind.PERCENT:
        yield from _shares(claim, sources)
    if apart and claim.each == "year":
        yield from _between(claim, sources)
    if apart and claim.each in {"day", "week"}:
        yield from _days_between(claim, sources)
    if today is None:
        return
    if claim.kind is Kind.DURATION and claim.each == "year" and not claim.said % 0.5:
        yield from _years_of(claim, sources, today)
    elif claim.kind is Kind.DURATION and claim.value >= _DAY:
        yield from _dates_away(claim, sources, today)
    elif claim.kind is Kind.YEAR:
        for source, fact in sources.quantities.get(Kind.DURATION, ()):
            ago = abs(today.year - claim.value)
            if fact.each == "year" and abs(ago - fact.said) <= 1 and _akin(claim, source):
                yield source, fact
        dated = [pair for kind in (Kind.DATE, Kind.MONTH) for pair in sources.quantities.get(kind, ())]
        yield from (pair for pair in dated if pair[1].year == claim.value)


def _shares(claim: Quantity, sources: Sources) -> Iterator[tuple[Source, Quantity]]:
    """Facts with two numbers of which one is such a part of the other: "one in four" of "31 of 117"."""
    counts: dict[Source, list[Quantity]] = {}
    for source, fact in sources.quantities.get(Kind.COUNT, ()):
        counts.setdefault(source, []).append(fact)
    slack = 1.0 if claim.bound is Bound.EXACT else max(1.0, _ROUND * claim.value)
    for source, facts in counts.items():
        about = bool(claim.near & source.stems)
        for one, other in combinations(facts, 2):
            if not about and not _OF.fullmatch(source.text, one.end, other.start):
                continue
            if not (set(one.unit) & set(other.unit) or facts.index(other) - facts.index(one) == 1):
                continue
            low, high = sorted((one.value, other.value))
            part = 100 * low / high if high else 0.0
            if low < high and min(abs(claim.value - part), abs(claim.value - (100 - part))) <= slack:
                yield source, one


def reckoned(claim: Quantity, sources: Sources, today: dt.date | None, *, part: bool = False) -> bool:
    """Whether ``claim`` may follow from facts by arithmetic that nothing in the words shows to be meant.

    What two numbers of one fact are apart (nine of "14 sites, of which 5 still report") or together, one more than a
    fact has (the mentee beside "three colleagues"), or the years since a year of a fact.
    ``part``: the words say that it is a part or a difference.
    """
    if claim.kind is Kind.ORDINAL:
        return any(fact.said + 1 == claim.value for _, fact in sources.quantities.get(Kind.COUNT, ()))
    if claim.each == "year" and claim.bound is Bound.EXACT and today and not claim.said % 1:
        since = {today.year - fact.value for _, fact in sources.quantities.get(Kind.YEAR, ())}
        if claim.said in since:
            return True
    unit = set(claim.unit)
    for source in sources.shared({*unit, *claim.near}):
        facts = [fact for fact in source.quantities if fact.kind in _COUNTED and fact.each == claim.each]
        if any(fact.said + 1 == claim.said and not unit & set(fact.unit) for fact in facts):
            return source.field.startswith("mentee.")
        for one, other in pairwise(facts):
            if part and claim.said == abs(one.said - other.said):
                return True
            if unit and claim.said == one.said + other.said and not unit & {*one.unit, *other.unit}:
                return True
    return False


def _between(claim: Quantity, sources: Sources) -> Iterator[tuple[Source, Quantity]]:
    """Two years of one person that lie just so far apart, in one fact or in two."""
    dated = [
        (source, fact, fact.value if kind is Kind.YEAR else float(fact.year))
        for kind in (Kind.YEAR, Kind.MONTH, Kind.DATE)
        for source, fact in sources.quantities.get(kind, ())
        if kind is Kind.YEAR or fact.year
    ]
    whose = {source: source.field.partition(".")[0] for source, _, _ in dated}
    slack = 0 if claim.bound is Bound.EXACT else 1
    for n, (source, fact, year) in enumerate(dated):
        for other, _, later in dated[:n]:
            if abs(abs(later - year) - claim.said) <= slack and whose[source] == whose[other]:
                yield source, fact


def _days_between(claim: Quantity, sources: Sources) -> Iterator[tuple[Source, Quantity]]:
    """Two dates of the facts that lie just so far apart; of weeks, give or take three days."""
    slack = 3 if claim.each == "week" else 0
    dated = [(pair, date) for pair in sources.quantities.get(Kind.DATE, ()) if (date := _date(pair[1]))]
    for (pair, one), (_, other) in combinations(dated, 2):
        if one != other and abs(abs((one - other).days) - claim.value / _DAY) <= slack:
            yield pair


def _dates_away(claim: Quantity, sources: Sources, today: dt.date) -> Iterator[tuple[Source, Quantity]]:
    """Dates as far from today as "in three weeks" says, give or take half of the unit."""
    slack = {"week": 3, "month": 15}.get(claim.each, 0)
    for source, fact in sources.quantities.get(Kind.DATE, ()):
        date = _date(fact)
        if date and abs(abs((date - today).days) - claim.value / _DAY) <= slack:
            yield source, fact


def _years_of(claim: Quantity, sources: Sources, today: dt.date) -> Iterator[tuple[Source, Quantity]]:
    """Years that lie as far back or ahead as a duration says, or as far from the next one: "from 2012 to 2016"."""
    by_source: dict[Source, list[tuple[float, Quantity]]] = {}
    for kind in (Kind.YEAR, Kind.MONTH, Kind.DATE):
        for source, fact in sources.quantities.get(kind, ()):
            if fact.kind is Kind.YEAR or fact.year:
                by_source.setdefault(source, []).append((fact.value if kind is Kind.YEAR else float(fact.year), fact))
    for source, facts in by_source.items():
        facts.sort(key=lambda pair: pair[1].start)
        closed: set[int] = set()
        lasted = [(abs(today.year - year), fact) for year, fact in facts]
        for n, ((first, one), (last, other)) in enumerate(pairwise(facts)):
            between = source.text[one.end : other.start].strip(" (,").casefold()
            if between in {"-", "–", "—", "to", "until", "till", "and", "bis"} or len(between) <= 1:
                closed |= {n, n + 1}
                lasted.append((abs(last - first), one))
        for n, (years, fact) in enumerate(lasted):
            if n not in closed and _lasts(claim, years) and _akin(claim, source):
                yield source, fact


def _lasts(claim: Quantity, years: float) -> bool:
    """Whether a duration in years is right for years that lie so far apart, give or take one for the months."""
    if abs(claim.said - years) <= 1:
        return True
    low, high = (1 - _ROUND) * years - 1, (1 + _ROUND) * years + 1
    return claim.bound is not Bound.EXACT and low <= claim.said <= high


def _akin(claim: Quantity, source: Source) -> bool:
    """Whether the two share a word, or a duration has none to share: "you have been at it for eight years"."""
    return bool(claim.near & source.stems) or (claim.kind is Kind.DURATION and not claim.near)


def _date(fact: Quantity) -> dt.date | None:
    if not fact.year or not fact.month:
        return None
    try:
        return dt.date(fact.year, fact.month, fact.day)
    except ValueError:
        return None
