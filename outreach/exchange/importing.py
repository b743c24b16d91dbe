"""Puts a case together with what is known already; writes nothing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import same_name
from outreach.domain.people import Mentee, Mentor

T = TypeVar("T", Mentor, Meeting)
_KEPT = ("country", "reviews", "plans", "assessments")


def merge_case(
    mentee: Mentee | None, mentorship: Mentorship | None, case: Case, as_me: bool = False
) -> tuple[Mentee | None, Mentorship]:
    """What the store should hold after importing ``case``.

    Args:
        mentee: the user as stored.
        mentorship: the stored one with the case's mentor, by ``same_mentor``.
        as_me: the case's mentee takes the place of the stored one.

    Returns:
        The mentee to save, ``None`` to leave the stored one alone; and the mentorship to save, equal to the
        given one where the case brings nothing new. A field that the case leaves out keeps what is stored.
    """
    # What a case file cannot hold stays.
    mine = replace(case.mentee, **{name: getattr(mentee, name) for name in _KEPT}) if mentee else case.mentee
    new_mentee = mine if (mentee is None or as_me) and mine != mentee else None
    ask = _ask(case, mentee if mentee is not None and not as_me else case.mentee)
    if mentorship is None:
        meetings = (case.meeting,) if case.meeting is not None else ()
        return new_mentee, Mentorship("", case.mentor, ask, meetings)
    return new_mentee, replace(
        mentorship,
        mentor=_updated(mentorship.mentor, case.mentor),
        ask=mentorship.ask if case.ask == Ask() else ask,
        meetings=_meetings(mentorship.meetings, case.meeting),
    )


def same_mentor(one: Mentor, other: Mentor) -> bool:
    """Whether two entries mean the same mentor: the same name and organisation."""
    return same_name(one.name, other.name) and same_name(one.organisation, other.organisation)


def _ask(case: Case, mentee: Mentee) -> Ask:
    """The case's ask with its goal counted among the goals of ``mentee``, who may be somebody else."""
    if case.ask.goal is None or mentee is case.mentee:
        return case.ask
    wanted = case.mentee.goals[case.ask.goal - 1]
    places = [number for number, goal in enumerate(mentee.goals, start=1) if same_name(goal, wanted)]
    return replace(case.ask, goal=places[0] if places else None)


def _meetings(known: tuple[Meeting, ...], new: Meeting | None) -> tuple[Meeting, ...]:
    """``known`` with ``new`` added, or in the place of the one with the same date and number."""
    if new is None:
        return known
    for place, meeting in enumerate(known):
        if (meeting.date, meeting.number) == (new.date, new.number):
            return (*known[:place], _updated(meeting, new), *known[place + 1 :])
    return (*known, new)


def _updated(old: T, new: T) -> T:
    """``new``, with what it leaves at its default taken from ``old``."""
    kept = {field.name: getattr(old, field.name) for field in fields(new) if getattr(new, field.name) == field.default}
    return replace(new, **kept)
