"""All facts of a mentorship, how each is told, and the mentee's changes to them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.briefing.brief import Brief, make_brief, note_facts, person_facts
from outreach.briefing.changes import ADDED, ADDED_OWN, added_facts
from outreach.domain.case import Case
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.facts import Fact, FactChanges, Standing
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.drafting.telling_facts import told_fact
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex

_OF_MYSELF = regex(r"(?:I|I['’](?:m|ve|d|ll)|my|mine|we|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with how it is told."""

    fact: Fact
    told: str = ""
    """To the mentor, as a clause: ``you …``; empty where code cannot tell it, and for all but usable facts on them."""
    meeting: str = ""
    """Id of the meeting whose notes it stands in."""
    day: dt.date | None = None
    """Of that meeting."""


def ledger(mentorship: Mentorship, mentee: Mentee, today: dt.date, briefed: Brief | None = None) -> list[FactRow]:
    """Every statement of the background, of each meeting's notes, and of those that the mentee added.

    ``briefed``: a brief of a draft to this mentor, which spares making one where it stands on the same facts.
    """
    case = mentorship.case(mentee)
    brief = briefed if briefed and _knows(briefed, case) else make_brief(case, Kind.FIRST_CONTACT, today)

    def told(fact: Fact) -> str:
        clause = told_fact(brief, fact) if fact.standing is Standing.USABLE and fact.field != ADDED_OWN else None
        return clause.text if clause else ""

    rows = [FactRow(fact, told(fact)) for fact in brief.of_background]
    for meeting in mentorship.meetings:
        facts = note_facts(mentorship.case(mentee, meeting))
        rows += [FactRow(fact, meeting=meeting.id, day=meeting.date) for fact in facts]
    return rows + [FactRow(fact, told(fact)) for fact in added_facts(case)]


def _knows(brief: Brief, case: Case) -> bool:
    known = brief.case
    return (known.mentor, known.allowed, known.changes) == (case.mentor, case.allowed, case.changes)


def unmatched(mentorship: Mentorship, mentee: Mentee, today: dt.date) -> FactChanges:
    """The drops and rewordings whose statements stand nowhere any more, say after another background was pasted."""
    return mentorship.changes.unmatched(_statements(mentorship, mentee, today))


def _statements(mentorship: Mentorship, mentee: Mentee, today: dt.date) -> Iterator[str]:
    yield from (row.fact.statement for row in ledger(mentorship, mentee, today))
    yield from (fact.statement for fact in person_facts(mentorship.case(mentee)))


def with_dropped(mentorship: Mentorship, fact: Fact) -> Mentorship:
    """The mentorship without ``fact`` in use; one that the mentee added and dropped before is gone for good.

    Raises:
        BadInput: no draft uses it anyway.
    """
    if fact.standing is Standing.PRIVATE:
        raise BadInput("It is private: no draft uses it.")
    changes = mentorship.changes
    if fact.standing is Standing.DROPPED:
        if not is_added(fact):
            raise BadInput("You dropped it already.")
        return replace(mentorship, changes=changes.with_other_words_added(fact.statement, ""))
    return replace(
        mentorship, changes=changes.with_dropped(fact.statement), allowed=_without(mentorship.allowed, fact.line)
    )


def with_restored(mentorship: Mentorship, fact: Fact) -> Mentorship:
    """The mentorship with ``fact`` back: first from being dropped, then from other words.

    Raises:
        BadInput: there is nothing to take back.
    """
    changes = mentorship.changes
    if changes.drops(fact.statement):
        return replace(mentorship, changes=changes.without_dropped(fact.statement))
    if fact.original:
        return replace(mentorship, changes=changes.with_wording(fact.original, ""))
    raise BadInput("There is nothing to take back: it stands as it was typed.")


def with_wording(mentorship: Mentorship, fact: Fact, text: str) -> Mentorship:
    """The mentorship with ``fact`` in other words, and in use.

    Raises:
        BadInput: there are no words.
    """
    words = _words(text)
    changes = mentorship.changes
    if is_added(fact):
        return replace(mentorship, changes=changes.with_other_words_added(fact.statement, words))
    changes = changes.without_dropped(fact.statement)
    return replace(mentorship, changes=changes.with_wording(fact.statement, words))


def with_added(mentorship: Mentorship, text: str) -> Mentorship:
    """The mentorship with one more fact: about the mentee where it begins with ``I`` or ``my``, else the mentor.

    Raises:
        BadInput: there are no words.
    """
    words = _words(text)
    changes = mentorship.changes.without_dropped(words).with_added(words, own=bool(_OF_MYSELF.match(words)))
    return replace(mentorship, changes=changes)


def with_released(mentorship: Mentorship, fact: Fact) -> Mentorship:
    """The mentorship with a doubted or private ``fact`` confirmed or released: drafts may use it.

    Raises:
        BadInput: it is neither, or dropped.
    """
    if fact.standing is Standing.USABLE:
        raise BadInput("Drafts may use it already.")
    if fact.standing is Standing.DROPPED:
        raise BadInput("You dropped it.", "Take that back first.")
    if fact.standing is Standing.CLUTTER:
        raise BadInput(f"It is set aside: {fact.why}.", "Say in other words what is to be used of it.")
    changes = mentorship.changes.without_dropped(fact.statement)
    return replace(mentorship, changes=changes, allowed=(*_without(mentorship.allowed, fact.line), fact.line))


def with_withheld(mentorship: Mentorship, fact: Fact) -> Mentorship:
    """The mentorship with a ``fact`` held back again that was confirmed or released.

    Raises:
        BadInput: it never was.
    """
    if fact.line not in mentorship.allowed:
        raise BadInput("It was not held back before.", "Drop it, and no draft uses it.")
    return replace(mentorship, allowed=_without(mentorship.allowed, fact.line))


def is_added(fact: Fact) -> bool:
    """Whether a fact is the mentee's own statement, in no pasted text."""
    return fact.field in {ADDED, ADDED_OWN}


def _words(text: str) -> str:
    words = one_line(text)
    if not words:
        raise BadInput("A fact needs words.")
    return words


def _without(allowed: tuple[str, ...], line: str) -> tuple[str, ...]:
    return tuple(one for one in allowed if one != line)
