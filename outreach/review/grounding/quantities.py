"""Quantities: a number, a date, a time, a duration or an amount stands in a fact about the same thing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.words import content, words

_ONES = (
    "two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
NUMBER_WORDS = {
    **{word: str(value) for value, word in enumerate(_ONES.split(), 2)},
    **{word: str(10 * value) for value, word in enumerate(_TENS.split(), 2)},
    "thousand": "1000",
    "million": "1000000",
    "twice": "2",
    "dozen": "12",
}

_NUMBER = re.compile(
    r"(?<![\w.])[€$£]?\d+(?:[.,:/]\d+)*\s?%?|(?<=[~€$£<>+])\d+(?:[.,:]\d+)*%?|\b\d+(?=[a-z]{1,4}\b)|(?<=-)\d+"
    r"|(?<=\d[-–])\d+"
)
_TIMEBOX = re.compile(r"\(\d+ min\)")
_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(MONTHS)})",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(month[:3] for month in MONTHS)})[a-z]*", re.IGNORECASE
)


def quantities(span: Span, sources: Sources, today: dt.date | None = None, *, agenda: bool = False) -> Iterator[Claim]:
    """Numbers, dates, times, durations and amounts of ``span``; the minutes of an agenda's parts are no claims."""
    text = _TIMEBOX.sub(lambda match: " " * len(match[0]), span.text) if agenda else span.text
    for match in _NUMBER.finditer(text):
        if not _number_holds(sources, span, match[0]):
            problem = f"The number {match[0].strip()} is in none of your facts about this."
            yield unfounded(span, match.start(), match.end(), problem)
        else:
            value = _value(match[0])
            yield grounded(
                span, match.start(), match.end(), *(s.id for s in sources.usable if value in _values(s.text))
            )
    for match in re.finditer(r"[A-Za-z]+", text):
        low = match[0].casefold()
        value = NUMBER_WORDS.get(low, "")
        if value and low not in sources.tokens and not any(value in _values(s.text) for s in sources.usable):
            yield unfounded(span, match.start(), match.end(), f"“{match[0]}” is in none of your facts.")
    yield from _dates(span, sources)


def _dates(span: Span, sources: Sources) -> Iterator[Claim]:
    """A weekday that does not fit its date, or a date that no fact has."""
    for match in _DATE.finditer(span.text):
        date = f"{match[1]} {int(match[2])} {match[3]}".casefold()
        having = [source.id for source in sources.usable if date in source.text.casefold()]
        if having:
            yield grounded(span, match.start(), match.end(), *having)
        else:
            yield unfounded(span, match.start(), match.end(), f"{match[0]} is no date of yours.")


def swapped(span: Span, sources: Sources) -> Iterator[Claim]:
    """Numbers of one fact in another order: "from 31 to 94" where the fact says "from 94 to 31"."""
    told = [_value(match[0]) for match in _NUMBER.finditer(span.text)]
    if len(told) < 2:
        return
    for source, count in sources.shared(span.stems).items():
        order = [_value(match[0]) for match in _NUMBER.finditer(source.text)]
        shared = [number for number in told if order.count(number) == 1 and told.count(number) == 1]
        close = count >= max(4, 0.6 * len(source.stems))
        if len(shared) > 1 and close and shared != [number for number in order if number in shared]:
            problem = f"The numbers {' and '.join(shared)} stand the other way round in your facts ({source.id})."
            yield unfounded(span, 0, len(span.text), problem)
            return


def _number_holds(sources: Sources, span: Span, number: str) -> bool:
    value = _value(number)
    days = {f"{match[1]} {match[2]}".casefold() for match in _DAY.finditer(span.text) if match[1] == value}
    if days:
        return any(
            f"{match[1]} {match[2]}".casefold() in days
            for source in sources.usable
            for match in _DAY.finditer(source.text)
        )
    for source in sources.usable:
        if value not in _values(source.text):
            continue
        others = {one for one in source.stems if not one[:1].isdigit()}
        shared = {one for one in span.stems & source.stems if not one[:1].isdigit()}
        said = sum(not one[:1].isdigit() for one in span.stems)
        if len(shared) >= min(2, len(others), max(1, said // 2)) or _neighbours(span.text, value) & _neighbours(
            source.text, value
        ):
            return True
    return False


def _neighbours(text: str, value: str) -> set[str]:
    """Stems of the words up to three places from a number."""
    found = words(text)
    near = [found[max(0, at - 3) : at + 4] for at, word in enumerate(found) if _value(word) == value]
    return {one for some in near for one in content(" ".join(some)) if not one[:1].isdigit()}


def _value(number: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})|[\s€$£]", "", number).rstrip(".,:")


def _values(text: str) -> set[str]:
    found = {_value(match[0]) for match in _NUMBER.finditer(text)}
    found |= {
        NUMBER_WORDS[word.casefold()] for word in re.findall(r"[A-Za-z]+", text) if word.casefold() in NUMBER_WORDS
    }
    return (
        found | {part for value in found for part in re.split(r"[/:]", value)} | {value.rstrip("%") for value in found}
    )
