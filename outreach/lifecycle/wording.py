"""How days, meetings and promises are named in what is due."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.dates import long_date
from outreach.domain.case import Meeting, Owner
from outreach.domain.people import Mentor, Relationship
from outreach.lifecycle.promises import Promise
from outreach.wording.clean import one_line


def day_text(day: dt.date, today: dt.date) -> str:
    """``Thursday 3 December``; with the year where it is another one than today's."""
    text = long_date(day)
    return text if day.year != today.year else text.rsplit(" ", 1)[0]


def meeting_text(meeting: Meeting, today: dt.date) -> str:
    """``on Thursday 3 December at 17:00``."""
    at = f" at {meeting.time:%H:%M}" if meeting.time else ""
    return f"on {day_text(meeting.date, today)}{at}" if meeting.date else "on a day still to be set"


def advice_heading(mentor: Mentor, usual: str = "Their advice") -> str:
    """What stands over the advice in the notes; who is taught gives none, but says things worth keeping."""
    return "They said" if mentor.relationship is Relationship.REVERSE else usual


def promise_text(promise: Promise, mentor: Mentor, today: dt.date) -> str:
    """What is promised, by whom and by when, in a sentence."""
    by = f" by {day_text(promise.by, today)}" if promise.by else ""
    what = one_line(promise.what).rstrip(" .")
    if promise.owner is Owner.MENTEE:
        return f"You promised{by}: {what}"
    return f"{mentor.greeting_name} promised{by}: {what}. Ask kindly, or bring it up when you meet."
