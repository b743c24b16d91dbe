"""The mentee's hand on the facts: what they dropped, put in other words, and added."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace

from outreach.briefing import standing
from outreach.domain.case import Case
from outreach.domain.facts import Fact, FactChanges, Standing
from outreach.wording.clean import one_line

Judge = Callable[[str, str], standing.Verdict]

ADDED = "mentor.added"
"""The field of the mentee's own statements about the mentor."""
ADDED_OWN = "mentee.added"
"""The field of the mentee's own statements about themselves, beyond their background."""
DROPPED_WHY = "you dropped it"


def as_wanted(facts: list[Fact], case: Case, judge: Judge) -> list[Fact]:
    """The statements of a field as the mentee wants them: put in other words, dropped, confirmed or released.

    Other words are judged as if they had been typed in their place. What is private stays so, dropped or not: the
    review goes on looking for it.
    """
    return [_wanted(_reworded(fact, case.changes, judge), case) for fact in facts]


def _reworded(fact: Fact, changes: FactChanges, judge: Judge) -> Fact:
    words = changes.wording_of(fact.text)
    if not words:
        return fact
    text = one_line(words)
    verdict, why = judge(text, words)
    why = why or "you put it in your words"
    return replace(fact, text=text, line=words, standing=verdict, why=why, original=fact.text)


def _wanted(fact: Fact, case: Case) -> Fact:
    if case.changes.drops(fact.statement):
        private = fact.standing is Standing.PRIVATE
        return fact if private else replace(fact, standing=Standing.DROPPED, why=DROPPED_WHY)
    if fact.standing in {Standing.PRIVATE, Standing.UNCONFIRMED} and fact.line in case.allowed:
        return replace(fact, standing=Standing.USABLE, text=fact.text.lstrip("! "), why="you released it")
    return fact


def added_facts(case: Case) -> list[Fact]:
    """The mentee's own statements, about the mentor and about themselves; places are those in each statement."""
    about_mentor = functools.partial(standing.of_background, mentor=case.mentor)
    found = _added(ADDED, case.changes.added, case, about_mentor)
    return found + _added(ADDED_OWN, case.changes.added_own, case, standing.of_own_background)


def _added(path: str, texts: tuple[str, ...], case: Case, judge: Judge) -> list[Fact]:
    found = []
    for number, typed in enumerate(texts, 1):
        text = one_line(typed)
        verdict, why = judge(text, typed)
        fact = Fact(f"{path}:{number}", text, 0, len(typed), verdict, why or "you added it", typed)
        found.append(fact)
    return as_wanted(found, replace(case, changes=replace(case.changes, reworded=())), judge)


def without_changed(raw: str, facts: Sequence[Fact]) -> str:
    """A field as typed, without the statements in it that were dropped or put in other words."""
    for fact in reversed(facts):
        if fact.original or fact.standing is Standing.DROPPED:
            raw = raw[: fact.start] + " " + raw[fact.end :]
    return raw
