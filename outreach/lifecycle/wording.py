"""How days, meetings and promises are named in what is due."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.dates import long_date
from outreach.domain.case import Meeting, Owner
from outreach.domain.people import Mentor, Relationship
from outreach.lifecycle.now import Due
from outreach.lifecycle.promises import Promise
from outreach.wording.clean import one_line


def day_text(day: dt.date, today: dt.date) -> str:
    """``Thursday 3 December``; with the year where it is another one than today's."""
    text = long_date(day)
    return text if day.year != today.year else text.rsplit(" ", 1)[0]


def when_text(item: Due, today: dt.date) -> str:
    """``today``, ``on Thursday 3 December``, ``by …`` where only its last day is left, ``overdue since …``."""
    if item.last < today:
        return f"overdue since {day_text(item.last, today)}"
    if today in {item.due, item.shown(today)}:
        return "today"
    return f"{'on' if item.due > today else 'by'} {day_text(item.shown(today), today)}"


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
