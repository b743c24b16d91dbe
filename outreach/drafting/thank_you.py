"""What the sentences of a thank-you are made of."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.brief import Brief, long_date
from outreach.drafting.first_contact import person_values
from outreach.drafting.notes import RankedNote
from outreach.drafting.steps import plan, thanks_for_offers
from outreach.templates import Value


def values(brief: Brief, note: RankedNote | None) -> dict[str, Value]:
    """All values of ``thank-you.j2``."""
    meeting, mentor = brief.meeting, brief.case.mentor
    # "Now" is the meeting at the earliest: a case may be drafted ahead of its dates.
    now = max(brief.today, meeting.date) if meeting.date else brief.today
    return {
        **person_values(brief),
        "minutes": meeting.minutes,
        "day": weekday_and_day(meeting.date) if meeting.date else "",
        "echo_advice": note.advice if note else "",
        "echo_sentence": note.sentence if note else "",
        "echo_quote": note.quote if note else "",
        "plan": plan(meeting.next_actions, mentor, now),
        "offered": thanks_for_offers(meeting.next_actions, mentor),
        "next_day": weekday_and_day(meeting.next_meeting) if meeting.next_meeting else "",
    }


def weekday_and_day(date: dt.date) -> str:
    """``Friday 15 January``."""
    return long_date(date).rsplit(" ", 1)[0]
