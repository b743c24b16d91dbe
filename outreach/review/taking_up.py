"""Whether a text takes up what was noted, and tells of something to do or done, in whatever words."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from outreach.briefing.sources import Source
from outreach.review.context import Context, common_stems
from outreach.review.measures import prose
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.tenses import participle, past
from outreach.wording.words import content, is_base, stem, words

# Words of every thank-you and every report: they tell nothing of what was said or done.
_LIGHT = frozenset(
    stem(word)
    for word in """
    advice advise agree answer appreciate ask benefit bring call change chat check come conversation date day discuss
    do email enjoy feel find first give glad go good grateful great happy hear help helpful hope hour idea important
    insight kind know last learn let like listen look love lot make mean meet meeting mind minute month nice next note
    people plan point question rather read really remember report result right say see send session share show
    something start step stay story suggest support take talk tell thank thing think time tip today together try turn
    understand use useful video want week well wish word work write year new old long short
    """.split()
)
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "dozen": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100",
}  # fmt: skip
# When something is done does not say what.
_DATES = frozenset(map(stem, (*MONTHS, *WEEKDAYS)))
_LITTLE = _LIGHT | _DATES | frozenset(map(stem, _NUMBERS))
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """.split()
_FEW = {"", "1", "2", "3"}
_SHORT = 3
"""Of a note of so few words of its own, one is enough."""
_PROMISES = regex(
    r"\b(?:I|we)(?:['’]ll| will| shall| am going to|['’]m going to| plan to| mean to)\b|\bwill\b|\bby (?:the )?\w",
    re.IGNORECASE,
)
_WEEK = dt.timedelta(days=7)
"""Within which the name of the weekday alone is a date."""


def keys_of(context: Context, fields: tuple[str, ...]) -> frozenset[str]:
    """Stems of the facts of ``fields``, named by the beginning of their path, that tell something."""
    return frozenset[str]().union(*(_keys(source.text) for source in context.sources.of_fields(fields)))


def _keys(text: str, stems: frozenset[str] | None = None) -> frozenset[str]:
    """Stems of a text that tell something, numbers as figures; ``stems`` are all of its content words, where known."""
    figures = {_NUMBERS[word] for word in words(text.casefold()) if word in _NUMBERS}
    return (frozenset(content(text)) if stems is None else stems) - _LITTLE | figures


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, or two that follow each other."""

    text: str
    stems: frozenset[str]
    """Stems of all its content words."""
    keys: frozenset[str]
    """Those that tell something."""
    wide: frozenset[str] = frozenset()
    """Of a promise, with those of the two sentences before it, to which "it" and "them" point."""


def told_in(context: Context) -> list[Told]:
    """The sentences between greeting and signature, and each two that follow each other."""
    return told_by(span.text for span in prose(context))


def told_by(sentences: Iterable[str]) -> list[Told]:
    """``sentences``, and each two that follow each other."""
    told: list[Told] = []
    for text in sentences:
        stems = frozenset(content(text))
        keys = _keys(text, stems)
        before = (one.keys for one in told[-2:]) if _PROMISES.search(text) else ()
        told.append(Told(text, stems, keys, keys.union(*before)))
    pairs = itertools.pairwise(told)
    return told + [Told(f"{one.text} {two.text}", one.stems | two.stems, one.keys | two.keys) for one, two in pairs]


def _alike(keys: Iterable[str], others: frozenset[str]) -> frozenset[str]:
    """Those of ``keys`` that are among ``others``, or begin like one of them."""
    heads = {other[:5] for other in others if len(other) >= 5}
    return frozenset(key for key in keys if key in others or (len(key) >= 5 and key[:5] in heads))


def takes_up(told: list[Told], note: Source, topic: frozenset[str], plan: frozenset[str]) -> bool:
    """Whether a sentence takes up a note: with two of its own words, or a rare one, or most of it."""
    keys = _keys(note.text)
    own, beside = keys - topic - plan, keys - topic
    for one in told:
        shared = _alike(own, one.keys)
        if len(shared) >= (1 if len(own) <= _SHORT else 2) or any(map(_rare, shared)):
            return True
        if beside and not own and _most(beside, one.keys) and _most(keys, one.keys):
            return True
        if (len(keys) < 2 or not beside) and _most(note.stems, one.stems):
            return True
    return False


def _rare(key: str) -> bool:
    """Whether one word is enough: a noun that few texts have, or a number that is not merely two or three."""
    return key.lstrip("0") not in _FEW if key.isdecimal() else key not in common_stems()


def _most(keys: frozenset[str], others: frozenset[str]) -> bool:
    return len(_alike(keys, others)) >= max(min(2, len(keys)), round(0.6 * len(keys)))


def tells_action(
    told: list[Told], what: str, notes: frozenset[str], day: dt.date | None = None, near: tuple[dt.date, ...] = ()
) -> bool:
    """Whether a sentence tells an action: with a word of its own and a third of it, or with its ``day``.

    ``notes``: stems that the facts beside it have too. A weekday is the day where it is within a week of one of
    those in ``near``.
    """
    keys = _keys(what)
    own = keys - notes or keys
    weekday = WEEKDAYS[day.weekday()] if day and any(dt.timedelta(0) <= day - one <= _WEEK for one in near) else ""
    for one in told:
        shared = _alike(keys, one.keys)
        if shared and day and (_names_day(one.text, day.day, day.month) or _by_weekday(one.text, weekday)):
            return True
        wide = _alike(keys, one.wide | one.keys)
        if _alike(own, one.keys) and len(wide) >= max(min(2, len(keys)), round(0.34 * len(keys))):
            return True
        if (_alike(own, one.keys) or len(keys) < 2) and _most(frozenset(content(what)), one.stems):
            return True
    return False


def tells_deed(told: list[Told], what: str) -> bool:
    """Whether a sentence tells something done: as an action is told, or with two of its words, however light."""
    stems = frozenset(content(what))
    least = min(2, len(stems))
    stems |= as_done(what)
    return tells_action(told, what, frozenset()) or any(len(_alike(stems, one.stems)) >= least for one in told)


def as_done(what: str) -> frozenset[str]:
    """Stems of the verb of an action once it is done: drew and drawn for "Draw the map"."""
    first = next(iter(words(what)), "").casefold()
    return frozenset(map(stem, (past(first), participle(first)))) if is_base(first) else frozenset()


def _by_weekday(text: str, weekday: str) -> bool:
    """Whether something is to be done on or by a weekday."""
    return bool(weekday) and bool(
        re.search(rf"\b(?:by|until|before|on|this|next|for) {weekday}\b", text, re.IGNORECASE)
    )


def _names_day(text: str, day: int, month: int) -> bool:
    """Whether a text names a day: by its number, or in words."""
    low = text.casefold()
    number = re.search(rf"\b{day}(?:st|nd|rd|th)?\b", low) or (day <= len(_ORDINALS) and _ORDINALS[day - 1] in low)
    name = next(name for name, count in MONTHS.items() if count == month)
    return bool(number) and (name in low or bool(re.search(rf"\b{day}(?:st|nd|rd|th)\b", low)) or "the " in low)
