"""The thank-you after a meeting."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach.briefing.sources import Source
from outreach.domain.case import Action, Owner
from outreach.review.context import Context, common_stems
from outreach.review.data import phrases
from outreach.review.measures import prose
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.words import content, stem, words

# Words of every thank-you: they tell nothing of what was said.
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
_PLAN = ("meeting.next_actions", "meeting.date", "meeting.time", "meeting.minutes", "meeting.next_meeting")
_FEW = {"", "1", "2", "3"}
_SHORT = 3
"""Of a note of so few words of its own, one is enough."""
_PROMISES = re.compile(
    r"\b(?:I|we)(?:['’]ll| will| shall| am going to|['’]m going to| plan to| mean to)\b|\bwill\b|\bby (?:the )?\w",
    re.IGNORECASE,
)
_RUN = 4
_WEEK = dt.timedelta(days=7)
"""Within which the name of the weekday alone is a date."""
_GROUP = re.compile(
    r"\b(?:dear|hi|hello|good \w+),? (?:\w+ )?(?:all|everyone|everybody|team|both|folks|friends|colleagues"
    r"|together)\b"
    r"|\band (?:the |your )?(?:team|colleagues|all|everyone)\b",
    re.IGNORECASE,
)


def something_said(context: Context) -> Iterator[Hit]:
    """T2: something of the notes."""
    notes = [source for source in context.sources.of_fields(("meeting.notes",)) if len(source.stems) >= 2]
    if not notes:
        return
    # Words of the topic and the goal would stand in any thank-you of this case, those of the plan in its plan.
    topic, plan = (
        _keys_of(context, ("ask.", "mentee.goals", "mentee.role")),
        _keys_of(context, _PLAN),
    )
    told = _told_in(context)
    if not any(_taken_up(told, note, topic, plan) for note in notes) and not _word_for_word(context, notes):
        yield Hit(f"Nothing of your notes is in it; name one thing that was said, such as “{notes[0].text}”.")


def _word_for_word(context: Context, notes: Iterable[Source]) -> bool:
    """Whether a note's own words stand in the text, four in a row, however light each of them is."""
    text = f" {' '.join(map(folded, words(context.body)))} "
    for note in notes:
        told = [folded(word) for word in words(note.text)]
        if any(f" {' '.join(told[at : at + _RUN])} " in text for at in range(len(told) - _RUN + 1)):
            return True
    return False


def something_planned(context: Context) -> Iterator[Hit]:
    """T3: a planned action where there is one."""
    planned = [one for one in context.facts.meeting.next_actions if one.owner is Owner.MENTEE and not one.done]
    notes = _keys_of(context, ("meeting.notes", "mentor.role", "ask."))
    told = _told_in(context)
    met = context.facts.case.meeting.date if context.facts.case.meeting else None
    near = tuple(day for day in (met, context.facts.today) if day)
    if planned and not any(_plans(told, action, notes, near) for action in planned):
        yield Hit(f"None of your next actions is in it; say what you will do: “{one_line(planned[0].what)}”.")


def thanks_first(context: Context) -> Iterator[Hit]:
    """T5: thanks in the first sentence, to this one person."""
    told = prose(context)
    if told and not any(phrases()["thanks"].find(told[0].text)):
        yield at("Begin with your thanks.", told[0])
    if context.spans and (match := _GROUP.search(context.spans[0].text)):
        yield at("Thank one person at a time; a letter to all thanks nobody.", context.spans[0], *match.span())


def _keys_of(context: Context, fields: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(_keys(source.text) for source in context.sources.of_fields(fields)))


def _keys(text: str, stems: frozenset[str] | None = None) -> frozenset[str]:
    """Stems of a text that tell something, numbers as figures; ``stems`` are all of its content words, where known."""
    figures = {_NUMBERS[word] for word in words(text.casefold()) if word in _NUMBERS}
    return (frozenset(content(text)) if stems is None else stems) - _LITTLE | figures


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, or two that follow each other."""

    text: str
    stems: frozenset[str]
    """Stems of all its content words."""
    keys: frozenset[str]
    """Those that tell something."""
    wide: frozenset[str] = frozenset()
    """Of a promise, with those of the two sentences before it, to which "it" and "them" point."""


def _told_in(context: Context) -> list[_Told]:
    told: list[_Told] = []
    for span in prose(context):
        keys = _keys(span.text, span.stems)
        before = (one.keys for one in told[-2:]) if _PROMISES.search(span.text) else ()
        told.append(_Told(span.text, span.stems, keys, keys.union(*before)))
    pairs = itertools.pairwise(told)
    return told + [_Told(f"{one.text} {two.text}", one.stems | two.stems, one.keys | two.keys) for one, two in pairs]


def _alike(keys: Iterable[str], others: frozenset[str]) -> frozenset[str]:
    """Those of ``keys`` that are among ``others``, or begin like one of them."""
    heads = {other[:5] for other in others if len(other) >= 5}
    return frozenset(key for key in keys if key in others or (len(key) >= 5 and key[:5] in heads))


def _taken_up(told: list[_Told], note: Source, topic: frozenset[str], plan: frozenset[str]) -> bool:
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


def _plans(told: list[_Told], action: Action, notes: frozenset[str], near: tuple[dt.date, ...]) -> bool:
    """Whether a sentence tells an action: with a word of its own and a third of it, or with its date.

    A weekday is the date where it is within a week of one of the days in ``near``.
    """
    keys = _keys(action.what)
    own = keys - notes or keys
    day = action.by
    weekday = WEEKDAYS[day.weekday()] if day and any(dt.timedelta(0) <= day - one <= _WEEK for one in near) else ""
    for one in told:
        shared = _alike(keys, one.keys)
        if shared and day and (_names_day(one.text, day.day, day.month) or _by_weekday(one.text, weekday)):
            return True
        wide = _alike(keys, one.wide | one.keys)
        if _alike(own, one.keys) and len(wide) >= max(min(2, len(keys)), round(0.34 * len(keys))):
            return True
        if (_alike(own, one.keys) or len(keys) < 2) and _most(frozenset(content(action.what)), one.stems):
            return True
    return False


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
