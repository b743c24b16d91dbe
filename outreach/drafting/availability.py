"""When the mentee is free, told as a sentence; what is not certain stays as typed."""

from __future__ import annotations

import re

from outreach.drafting.shorthand import is_nothing, small, spelled, with_days
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import PREPOSITIONS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.quantities import slots

_DAY = "|".join(WEEKDAYS)
_SHORT = r"(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_RANGE = regex(rf"(?<![\d/.:])({_CLOCK})(?:\s*(h|am|pm))?\s*[-–]\s*({_CLOCK})(?:\s*(h|am|pm))?(?![\w:])(?!\s+{_MONTH})")
_PART = "morning|afternoon|evening|lunchtime|night"
_TAIL = regex(
    r",\s+(?=(?:after that|then)\b|[^,]*\boff$)"
    r"|,\s+(?!(?:when|if|unless|except|but|at|in|on|by|from|until|before|after|for|with)\b"
    r"|[A-Z\d])"
)
_ODD = regex(
    r"(?:depends|not|no|never|except|rarely|hardly|sorry|when|if|unless|only|usually|mostly|ideally|hard to say"
    r"|varies|it|changes?|shifts?|busy|tbc|off|out of)\b|.*(?::\s|\boff\b|;)",
    re.IGNORECASE,
)
_ANY = regex(
    r"(?:whenever|any ?time|flexible|always|all (?:day|week|the time)|very flexible|i['’]?m flexible|24/7"
    r"|fully flexible|open|your choice|up to you|you (?:choose|decide|say)|as (?:it )?suits you)\b"
    r"(?!\s*(?:after|before|from|except|but|on"
    r"|in|until|between|at)\b)",
    re.IGNORECASE,
)


def times(availability: tuple[str, ...], frame: int = 1) -> str:
    """When the mentee is free, as a sentence: the first two times, told where that is certain.

    ``("Tuesdays after 16:00", "Fri am")`` → ``I'm free on Tuesdays after 16:00 or Friday mornings.``

    Args:
        availability: as the mentee typed it; the first two that say something are used.
        frame: 1 for ``I'm free …`` where that can be said, 2 for ``… would suit me.``
    """
    shown = [time for time in (_told(_without_reason(one)) for one in availability[:2] if not is_nothing(one)) if time]
    if not shown:
        return ""
    first = (w.words(shown[0]) or [""])[0].casefold().replace("’", "'")
    if _ANY.match(shown[0]):
        return "Any time that suits you works for me."
    if first in {"i", "i'm", "i'd", "i'll", "i've", "my", "we", "our"}:
        return w.as_sentence(_SPLICE.sub(". ", shown[0]))
    if _ODD.match(shown[0]):
        return f"As for times: {small_day(re.sub(r':(?= )', ',', shown[0], count=1))}."
    if first == "flexible":
        return f"I'm {small(shown[0])}."
    if len(shown) > 1 and (_ODD.match(shown[1]) or _says_i(shown[1]) or "," in shown[0]):
        shown = shown[:1]
    placed = [_placed(time) for time in shown]
    if placed[0] and not all(placed):
        shown, placed = shown[:1], placed[:1]
    if frame == 1 and all(placed):
        return _with_aside("I'm free " + _joined(placed))
    if not all(_CERTAIN.search(time) for time in shown):
        return f"As for times: {_joined([small_day(time) for time in shown])}."
    comma = "," if re.search(r",(?!.* (?:or|and) )", shown[-1]) else ""
    return _with_aside(f"{w.capitalised(_joined([small_day(time) for time in shown]))}{comma} would suit me")


_CERTAIN = regex(
    rf"\d|{_DAY}|{_PART}|\b{_SHORT}\b|\b(?:week|day|time|hour|term|holiday|month|noon|midnight|lunch|work|shift|school)",
    re.IGNORECASE,
)


def _says_i(time: str) -> bool:
    return bool(re.match(r"(?:i|i['’]m|my|we)\b", time, re.IGNORECASE))


_SECOND = regex(
    r"[,;]\s+(?:(?:because|since|as)\s+)?(?:i|i['’]\w+|we|my|our|it|that|they)\b(?!\s*(?:,|$))", re.IGNORECASE
)


_SPLICE = regex(r",\s+(?=I(?:['’]m|['’]ll)?\b)")


def _without_reason(time: str) -> str:
    """A time without the clause that only a comma joins to it: ``after 15:00, I sleep in the morning``."""
    found = _SECOND.search(time)
    head = time[: found.start()] if found else ""
    free = re.match(
        r"(?:i['’]?m|i am) (?:usually |always |mostly )?(?:free|available|off)\b|(?:i|we) can\b", head, re.I
    )
    told = free or not re.match(r"(?:i|we|it|not|no|never|except|busy)\b|i['’]", head, re.IGNORECASE)
    return head if head and told and _CERTAIN.search(head) else time


def _told(time: str) -> str:
    """One time, written out where a reader of the mentee's own words finds the same days in them; else as typed."""
    written = _written_out(time)
    typed = frozenset(day for slot in slots(re.sub(r"\barvo\b", "afternoon", one_line(time))) for day in slot.weekdays)
    told = frozenset(day for slot in slots(written) for day in slot.weekdays)
    return written if told <= typed else one_line(time).strip(" .;,-–—")


def _written_out(time: str) -> str:
    """One time, with days and hours written out where they have one reading."""
    text = with_days(spelled(time)).strip(" .;,-–—")
    text = re.sub(r"\barvo\b", "afternoon", re.sub(r"\beves?\b", "evenings", text))
    text = {"am": "mornings", "pm": "afternoons", "ams": "mornings", "pms": "afternoons"}.get(text.casefold(), text)
    text = re.sub(r"^(?=(?:first|last|second|third)?\s?week (?:of|in)\b)", "the ", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b((?:{_DAY})s?)\s+(?:am|a\.m\.)(?=\W|$)", r"\1 morning", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b((?:{_DAY})s?)\s+(?:pm|p\.m\.)(?=\W|$)", r"\1 afternoon", text, flags=re.IGNORECASE)
    if not re.search(rf"(?:{_DAY})s?,? (?:or|and) (?:{_DAY})", text, re.IGNORECASE):
        text = re.sub(rf"\b((?:{_DAY})s?)\s*[/,]\s*(?=(?:{_DAY})s?\b(?!\s*[/,]))", r"\1 or ", text, flags=re.I)
    text = re.sub(rf"\b((?:{_DAY})s?)\s*[-–]\s*(?=(?:{_DAY})s?\b)", r"\1 to ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\w)\s*[~±]\s*(?=\d)", " around ", text)
    text = re.sub(r"\btill\b", "until", text)
    if not re.search(r"\b(?:between|from)\s+\d", text):
        text = _RANGE.sub(_range, text)
        text = re.sub(rf"(?<!from )(?<![\d:.])({_CLOCK}) (?:to|until) (?={_CLOCK})", r"from \1 to ", text)
    text = re.sub(rf"(?<=\d) (?=(?:{_DAY})s\b)", " on ", text, flags=re.I)
    return _TAIL.split(text)[0].strip(" ,") if not _says_i(text) else text


def _range(match: re.Match[str]) -> str:
    start, unit, end, last = match.groups()
    if "h" in {unit, last}:
        return f"from {_hour(start)} to {_hour(end)}"
    unit, last = f" {unit}" if unit else "", f" {last}" if last else ""
    return f"from {start}{unit} to {end}{last}"


def _hour(clock: str) -> str:
    return clock if re.search(r"[:.]", clock) else f"{clock}:00"


def _placed(time: str) -> str:
    """A time with its preposition, to stand behind "I'm free"; empty where that is not certain."""
    text = small_day(time)
    if re.match(rf"(?:{_PART})s\b", text, re.IGNORECASE):
        at = "at" if text.startswith("night") else "in the"
        return f"{at} {text}"
    if re.match(rf"(?:(?:most|some|both)\s+)?(?:{_DAY}|week(?:day|end))s?\b", text, re.IGNORECASE):
        at_weekends = (
            "at" if re.match(r"weekends?\b(?!\s*(?:day|morning|after|evening))", text, re.IGNORECASE) else "on"
        )
        plural = re.sub(rf"^(week(?:day|end)\s+(?:{_PART}))$", r"\1s", text, flags=re.IGNORECASE)
        return f"{at_weekends} {plural}"
    if re.match(r"(?:any|every|each|most|all|daily|this|next)\b", text, re.IGNORECASE):
        return text
    first = text.split()[0].casefold() if text.split() else ""
    return text if first in PREPOSITIONS | {"between", "until"} and first not in {"of", "like"} else ""


def small_day(time: str) -> str:
    """``time`` to stand inside a sentence; a weekday keeps its capital."""
    return time if re.match(rf"(?:{_DAY}|{_SHORT}\b)", time, re.IGNORECASE) else small(time)


def _joined(shown: list[str]) -> str:
    if len(shown) < 2:
        return shown[0]
    second = shown[1].removeprefix("on ") if shown[0].startswith("on ") else shown[1]
    return f"{shown[0]}{',' if '(' in shown[0] else ''} or {second}"


def _with_aside(sentence: str) -> str:
    """An aside at the end of a time goes behind what is said of it, but for a time zone."""
    aside = re.search(r"\s*\(((?:I|my|the|only)\b[^()]*)\)", sentence)
    if aside:
        return f"{sentence[: aside.start()]}{sentence[aside.end() :]} ({aside[1]})."
    return f"{sentence}."
