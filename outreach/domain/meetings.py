"""Which of a mentorship's meetings a message is about."""

from __future__ import annotations

import datetime as dt

from outreach.domain.case import Meeting, Mentorship
from outreach.domain.draft import Kind


def meeting_for(mentorship: Mentorship, kind: Kind, today: dt.date) -> Meeting | None:
    """The meeting that a draft of ``kind`` made on ``today`` is about.

    An agenda: the next one from today on; a thank-you: the latest up to today with notes or next actions; where there
    is none such, the latest. A first contact comes before all meetings.
    """
    meetings = mentorship.meetings
    if kind in {Kind.FIRST_CONTACT, Kind.FOLLOW_UP} or not meetings:
        return None
    if kind is Kind.AGENDA:
        return next((meeting for meeting in meetings if meeting.date and meeting.date >= today), meetings[-1])
    told = [meeting for meeting in meetings if meeting.notes.strip() or meeting.next_actions]
    past = [meeting for meeting in told if meeting.date and meeting.date <= today]
    undated = [meeting for meeting in told if meeting.date is None]
    return (past or undated or told or list(meetings))[-1]
