"""Which of a mentorship's meetings a message is about."""

from __future__ import annotations

import datetime as dt

from outreach.domain.case import Meeting
from outreach.domain.draft import Kind
from outreach.domain.mentorship import Mentorship


def meeting_for(mentorship: Mentorship, kind: Kind, today: dt.date) -> Meeting | None:
    """The meeting that a draft of ``kind`` made on ``today`` is about.

    An agenda: the next one from today on, else one without a date; none where a day was agreed on for the next one and
    that is not entered yet; else the latest. A thank-you: the latest up to today with notes or next actions, else
    another with them, else the latest up to today; where there is none such, the latest. A reply: the next one, if one
    is set. A report or a sign of life looks back on the one that a thank-you would be about, if it was held. A first
    contact comes before all meetings.
    """
    meetings = mentorship.meetings
    if kind in {Kind.FIRST_CONTACT, Kind.FOLLOW_UP} or not meetings:
        return None
    if kind is Kind.REPLY:
        return next((meeting for meeting in meetings if meeting.date and meeting.date >= today), None)
    if kind in {Kind.REPORT, Kind.CHECK_IN}:
        found = meeting_for(mentorship, Kind.THANK_YOU, today)
        return found if found and (found.notes.strip() or found.next_actions) else None
    undated = [meeting for meeting in meetings if meeting.date is None]
    if kind is Kind.AGENDA:
        coming = [meeting for meeting in meetings if meeting.date and meeting.date >= today]
        agreed = meetings[-1].next_meeting
        latest = None if agreed and agreed >= today else meetings[-1]
        return next(iter(coming or undated), latest)
    past = [meeting for meeting in meetings if meeting.date and meeting.date <= today]
    told = [meeting for meeting in meetings if meeting.notes.strip() or meeting.next_actions]
    choices = (
        [one for one in past if one in told],
        [one for one in undated if one in told],
        told,
        past,
        list(meetings),
    )
    return next(found for found in choices if found)[-1]
