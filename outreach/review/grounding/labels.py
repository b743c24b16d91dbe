"""Numbers that name or order: of a label, of a meeting, of a decade, and those of a range told the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.speaking import MEETING
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind, Quantity
from outreach.wording.words import stem

_UNKNOWN = "“{}” is in none of your facts about this."
_LABEL = regex(r"\b([A-Za-z]{1,3})\d{1,3}\b")
_LATER = regex(r"\b(?:next|until|till|forward|see you|before|(?:day|date|time) (?:of|for))\b", re.IGNORECASE)
_EARLIER = frozenset("in since at after from during".split())


def labels(span: Span, sources: Sources) -> Iterator[Claim]:
    """U12, CO2: where a fact has the letters with another number."""
    for match in _LABEL.finditer(span.text):
        label = match[0].casefold()
        if label in sources.tokens:
            continue
        others = [token for token in sources.tokens if re.fullmatch(rf"{match[1].casefold()}\d{{1,3}}", token)]
        if others:
            problem = f"“{match[0]}” is in none of your facts; they say {min(others).upper()}."
            yield unfounded(span, match.start(), match.end(), problem)


def numbers_meeting(span: Span, one: Quantity) -> bool:
    """Whether "second call" or "meeting 2" says which meeting it is, not how many there were."""
    if one.kind is Kind.ORDINAL:
        return True
    before = re.search(r"(\w+)\s+(?:no\.?|number|nr\.?)?\s*$", span.text[: one.start])
    return bool(before and stem(before[1]) in MEETING)


def meeting_number(span: Span, one: Quantity, sources: Sources, *, agenda: bool) -> Iterator[Claim]:
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


def bare_digits(span: Span, one: Quantity, sources: Sources) -> Claim:
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
        else unfounded(span, one.start, one.end, _UNKNOWN.format(span.text[one.start : one.end]))
    )


def decade(span: Span, one: Quantity, sources: Sources) -> Iterator[Claim]:
    """the nineties, the 1990s: a decade of a fact, or the one of a year or an age in one."""
    wanted = {one.value, one.value + 1900, one.value + 2000} if one.value < 100 else {one.value, one.value % 100}
    kinds = (Kind.DECADE, Kind.YEAR, Kind.COUNT, Kind.DURATION)
    known = [pair for kind in kinds for pair in sources.quantities.get(kind, ())]
    having = [source.id for source, fact in known if fact.said // 10 * 10 in wanted]
    if having:
        yield grounded(span, one.start, one.end, *dict.fromkeys(having))
    else:
        yield unfounded(span, one.start, one.end, _UNKNOWN.format(span.text[one.start : one.end]))


def swapped(span: Span, sources: Sources) -> Iterator[Claim]:
    """Numbers of one fact in another order: "from 31 to 94" where the fact says "from 94 to 31"."""
    if span.text.count(" to ") == 0:
        return
    told = _from_to(span.text, span.quantities)
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
