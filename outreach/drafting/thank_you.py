"""What the sentences of a thank-you are made of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.briefing.brief import Brief, long_date, short_date
from outreach.domain.case import Action, Owner
from outreach.domain.facts import Fact
from outreach.domain.people import Mentor
from outreach.drafting.first_contact import person_values
from outreach.drafting.ranking import bare_noun_behind_preposition
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.telling import tell_to_mentor

MOST_STEPS = 4
"""A thank-you names this many actions at most; it is no plan of work."""

_MY_PEOPLE = re.compile(
    r"(?P<before>\b(?:ask|tell|show|email|call|meet|talk to|talk with|speak to|speak with|with|for|from|to"
    r"|send) )(?P<who>boss|lead|line manager|manager|supervisor|team lead)\b",
    re.IGNORECASE,
)
_PROMISE_OF_MENTOR = re.compile(
    r"^\W*(?:[A-Z]\.?:?\s+)?(?:will|sends?|offers?|shares?|introduces?|can)\b|^\W*[A-Z]\.?\s*:|^\W*(?:she|he"
    r"|they)\s+(?:will|can|sends?)\b"
)


@dataclass(frozen=True, slots=True)
class RankedNote:
    """A note with its worth for a thank-you."""

    fact: Fact
    advice: str
    """``to start with a shadow deployment``: told as advice; empty where it must be quoted."""
    worth: float


def best_notes(brief: Brief) -> list[RankedNote]:
    """The notes of the meeting, the best to echo first.

    A note that reads as advice comes before one that must be quoted; one that an action takes up counts more; what
    the mentor promised is theirs to do, not the mentee's to echo.
    """
    plans = set(w.content(" ".join(action.what for action in brief.meeting.next_actions)))
    concern = set(w.content(f"{brief.case.ask.about} {brief.goal_text}"))
    ranked = []
    for order, fact in enumerate(brief.of("meeting.notes")):
        mine = set(w.content(fact.text))
        count = len(w.words(fact.text))
        if not mine:
            continue
        told = advice(fact.text, brief.case.mentor)
        worth = (3.0 if told else 0.0) + 0.8 * len(mine & plans) + 0.6 * len(mine & concern) - 0.05 * order
        worth -= 0.7 * len(re.findall(r"[=/():+]|\bvs\b|[A-Z]{4,}", quoted(fact.text)))
        worth -= 4.0 if _PROMISE_OF_MENTOR.search(fact.text) else 0.0
        worth -= 2.0 if count < 4 or count > 22 else 0.0
        ranked.append(RankedNote(fact, told, worth))
    return sorted(ranked, key=lambda note: note.worth, reverse=True)


def advice(note: str, mentor: Mentor) -> str:
    """A note in the imperative as advice: ``Log every override`` → ``to log every override``; empty for any other note.

    A note in shorthand stays a quotation: what it leaves out would have to be guessed.
    """
    text = w.expanded(one_line(note)).rstrip(" .!;,")
    if re.search(r"->|→|=|/|\(!\)|[A-Z]{3,}|:", text) or bare_noun_behind_preposition(text) or len(w.words(text)) > 22:
        return ""
    found = [word.casefold().replace("’", "'") for word in w.words(text)]
    if not found or (len(found) >= 5 and not set(found) & (DETERMINERS | {"them", "it", "me", "you", "everything"})):
        return ""
    told = tell_to_mentor(text, mentor)
    negative = re.match(r"(?:don['’]?t|do not|never)\s+(.*)", told, re.IGNORECASE)
    if negative and w.is_base(w.words(negative[1])[0]):
        first, comma, rest = negative[1].partition(", ")
        turned = comma and w.is_base((w.words(rest) or [""])[0])
        return f"not to {first}" + (f" but to {rest}" if turned else (f", {rest}" if comma else ""))
    if not w.is_base(found[0]) or (len(found) > 1 and found[1] in {"is", "are", "was", "opens", "answer", "first"}):
        return ""
    return f"to {w.decapitalised(told)}"


def plan(actions: tuple[Action, ...], today: dt.date) -> str:
    """What the mentee will do and by when, as one or two sentences; empty without actions of their own."""
    mine = [action for action in actions if action.owner is Owner.MENTEE and not action.done]
    mine.sort(key=lambda action: action.by or dt.date.max)
    steps = [_step(action, today) for action in mine[:MOST_STEPS]]
    sentences = []
    for at in range(0, len(steps), 2):
        first, *second = steps[at : at + 2]
        again = "I'll " if second and first.startswith("I'll ") and not second[0].startswith("I'll have ") else ""
        sentences.append(w.as_sentence(" and ".join([first, *(step.removeprefix(again) for step in second)])))
    return " ".join(sentences)


def _step(action: Action, today: dt.date) -> str:
    what = with_my(w.expanded(one_line(action.what))).rstrip(" .;")
    first = (w.words(what) or [""])[0].casefold()
    by = f" by {due(action.by, today)}" if action.by else ""
    if first in {"i", "i'll", "i’ll"}:
        return f"{what}{by}"
    head, comma, rest = what.partition(", ")
    aside = f" ({rest})" if comma and not w.is_base((w.words(rest) or [""])[0]) else (f", {rest}" if comma else "")
    if w.is_base(first):
        return f"I'll {w.decapitalised(head)}{aside}{by}"
    return f"I'll have {_with_the(w.decapitalised(head))}{aside} ready{by}"


def _with_the(phrase: str) -> str:
    first = (w.words(phrase) or [""])[0].casefold()
    return phrase if first in DETERMINERS or phrase[:1].isdigit() else f"the {phrase}"


def with_my(text: str) -> str:
    """A bare ``boss`` or ``lead`` in the mentee's own note is theirs: ``ask boss`` → ``ask my boss``."""
    text = (
        re.sub(r"(?<![\w'’] )(?<!my )\b(boss|supervisor)(?=['’]s\b)", r"my \1", text)
        if re.search(r"\b(?:to|with|about) (?:boss|supervisor)['’]s\b", text)
        else text
    )
    return _MY_PEOPLE.sub(lambda match: f"{match['before']}my {match['who']}", text)


def due(date: dt.date, today: dt.date) -> str:
    """A due date as written in a mail: the year only where it could be mistaken."""
    far = abs((date - today).days) > 300
    return f"{short_date(date)} {date.year}" if far else short_date(date)


def values(brief: Brief, note: RankedNote | None) -> dict[str, Value]:
    """All values of ``thank-you.j2``."""
    meeting = brief.meeting
    # "Now" is the meeting at the earliest: a case may be drafted ahead of its dates.
    now = max(brief.today, meeting.date) if meeting.date else brief.today
    return {
        **person_values(brief),
        "minutes": meeting.minutes,
        "day": weekday_and_day(meeting.date) if meeting.date else "",
        "echo_advice": note.advice if note else "",
        "echo_sentence": "",
        "echo_quote": quoted(note.fact.text) if note and not note.advice else "",
        "plan": plan(meeting.next_actions, now),
        "next_day": weekday_and_day(meeting.next_meeting) if meeting.next_meeting else "",
    }


def quoted(note: str) -> str:
    """A note fit to stand between quotation marks: short forms written out, inner marks single, no end mark."""
    text = w.expanded(one_line(note)).strip(' .;,“”"')
    # What stands before an arrow or an equals sign is quoted alone where it can stand alone.
    head = re.split(r"\s*(?:->|→|=>)\s*|\s+=\s+", text)[0]
    text = head if len(w.words(head)) >= 3 else text
    return (
        text.replace("->", "→")
        .replace("(!)", "")
        .replace("“", "‘")
        .replace("”", "’")
        .replace('"', "'")
        .replace("[", "(")
        .replace("]", ")")
    )


def weekday_and_day(date: dt.date) -> str:
    """``Friday 15 January``."""
    return long_date(date).rsplit(" ", 1)[0]
