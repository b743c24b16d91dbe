"""How a fact about the mentor is told to them."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.briefing.changes import ADDED
from outreach.domain.facts import Fact
from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.patterns import regex
from outreach.wording.roles import tell_thing
from outreach.wording.swapping import name_pattern
from outreach.wording.telling import Told, tell_background, tell_to_mentor

_TO_YOU = regex(r"(?:you|your)\b", re.IGNORECASE)
_LEFT = regex(r"\b(?:she|he|her|hers|his|him|herself|himself)\b", re.IGNORECASE)


def told_fact(brief: Brief, fact: Fact) -> Told | None:
    """A fact as ``you …`` or ``your …``; ``None`` when code cannot tell it for certain.

    What the mentee put into their own words is told in these: their ``I`` is the mentee, and what speaks to the
    mentor already stays as it is.
    """
    told = brief.memo.of(_nothing_told, brief)
    if fact not in told:
        told[fact] = _told(brief, fact)
    return told[fact]


def _nothing_told(brief: Brief) -> dict[Fact, Told | None]:
    return {}


def _told(brief: Brief, fact: Fact) -> Told | None:
    mentor = brief.case.mentor
    if fact.field != ADDED and not fact.original:
        return tell_background(fact.text, mentor, first_person=brief.in_mentors_words(fact))
    if _TO_YOU.match(fact.text):
        return Told(_as_clause(fact.text))
    return tell_background(fact.text, mentor, first_person=False) or _own_words(fact.text, mentor)


def new_thing(text: str, mentor: Mentor) -> str:
    """A work of the mentor's, such as ``your talk 'Salt'``; empty where how the two met tells of one of that kind."""
    thing = tell_thing(text, mentor)
    named = re.split(r"[“\"'‘(]|\s(?:on|about|in|at|for|with|every)\s", thing)[0]
    kind = w.content(named)[-1:]
    known = set(w.content(mentor.found_through))
    return "" if known & set(kind) or len(known & set(w.content(thing))) > 1 else thing


def _own_words(text: str, mentor: Mentor) -> Told | None:
    """``She taught my cousin`` → ``you taught my cousin``: the mentee tells of both."""
    told = _as_clause(tell_to_mentor(text, mentor))
    if not _TO_YOU.match(told) or _LEFT.search(told) or re.search(name_pattern(mentor), told):
        return None
    return Told(told)


def _as_clause(text: str) -> str:
    return w.decapitalised(text.strip().rstrip(" .;"))
