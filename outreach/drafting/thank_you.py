"""What the sentences of a thank-you are made of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from outreach.briefing.brief import Brief
from outreach.briefing.dates import long_date, weekday_and_day
from outreach.domain.case import Owner
from outreach.domain.people import Relationship
from outreach.drafting.first_contact import person_values
from outreach.drafting.moments import day_there, same_day_there
from outreach.drafting.notes import RankedNote
from outreach.drafting.steps import plan, said_to_me, thanks_for_offers
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.nouns import COUNT, MASS
from outreach.wording.words import head_noun

_RECENT = dt.timedelta(days=5)
"""Within which the name of the weekday alone is enough."""


def values(brief: Brief, note: RankedNote | None) -> dict[str, Value]:
    """All values of ``thank-you.j2``."""
    meeting, mentor = brief.meeting, brief.case.mentor
    # "Now" is the meeting at the earliest: a case may be drafted ahead of its dates.
    now = max(brief.today, meeting.date) if meeting.date else brief.today
    equals = mentor.relationship in {Relationship.PEER, Relationship.REVERSE}
    theirs = tuple(
        replace(action, what=said_to_me(action.what, brief.case.mentee)) if action.owner is Owner.MENTOR else action
        for action in meeting.next_actions
    )
    next_meeting = meeting.next_meeting if meeting.next_meeting and meeting.next_meeting > now else None
    if not same_day_there(brief.case):
        # Without its time nobody can tell which date that is for the mentor.
        next_meeting = None
    return {
        **person_values(brief),
        **_echo_values(note),
        "minutes": meeting.minutes,
        "day": weekday_and_day(day_there(brief.case, meeting.date)) if meeting.date else "",
        "weekday": _weekday(day_there(brief.case, meeting.date), brief.today) if meeting.date else "",
        "subject_topic": _subject(note) if not equals else "",
        "plan": plan(meeting.next_actions, mentor, now),
        "plan_dated": plan(meeting.next_actions, mentor, now, manner=1),
        "plan_shorter": plan(meeting.next_actions, mentor, now, most=1),
        "offered": thanks_for_offers(theirs, mentor, favours=equals),
        "next_day": weekday_and_day(next_meeting) if next_meeting else "",
    }


def _echo_values(note: RankedNote | None) -> dict[str, Value]:
    also = note.also if note else None
    second = [*w.words(note.that if note else ""), "", ""][1]
    done = (w.is_past(second) and not w.is_base(second)) or second.endswith("ed")
    return {
        # What was done once is a moment; what is done every day is none.
        "echo_moment": bool(note and note.that.startswith("you ") and done),
        "echo_advice": note.advice if note else "",
        "echo_on": note.on if note else "",
        "echo_sentence": note.sentence if note else "",
        "echo_that": note.that if note else "",
        "echo_clear": bool(note and note.clear),
        "echo_quote": note.quote if note else "",
        "also_advice": also.advice if also else "",
        "also_that": also.that if also else "",
    }


def _subject(note: RankedNote | None) -> str:
    """``Thank you for the advice on the lease``: only where a label of the notes names what it was about."""
    if not note or not note.on:
        return ""
    topic = note.on.split(": ")[0]
    head = head_noun(topic.removeprefix("on "))
    known = head in COUNT | MASS or head.endswith("s")
    return (
        f"Thank you for your advice {topic}"
        if known and len(topic.split()) <= 4 and not re.search(r"\d", topic)
        else ""
    )


def _weekday(date: dt.date | None, today: dt.date) -> str:
    """``Friday``, where the day is so near that it can be no other."""
    near = date is not None and dt.timedelta(0) <= today - date <= _RECENT
    return long_date(date).split()[0] if date and near else ""
