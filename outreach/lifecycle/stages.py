"""Where contact stands."""

from __future__ import annotations

import datetime as dt

from outreach.domain.draft import Kind
from outreach.domain.events import Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Relationship
from outreach.lifecycle.history import ASKING, History
from outreach.lifecycle.working_days import WorkingDays

FOLLOW_UP_DAYS = 5
"""Working days of silence before a follow-up: Carleton advises a week at least (writing rules, F1)."""
MOST_FOLLOW_UPS = 2
"""SFU, Turing and Vanderbilt advise one; sales mail gains a little by a second and loses by a third (F2)."""
SILENT_DAYS = 90
"""Two to four signs of life a year: University of Portland, up to three (F6)."""


def stage_of(mentorship: Mentorship, today: dt.date, days: WorkingDays, history: History | None = None) -> Stage:
    """Where contact stands on ``today``.

    Args:
        mentorship: the one.
        today: what comes later has not happened.
        days: working days, in which silence is counted.
        history: of the mentorship up to ``today``, where it is known already.
    """
    history = history or History.of(mentorship, today)
    ended, last = history.last(What.ENDED), history.last_contact
    if ended and not (last and last > ended.date):
        return Stage.ENDED
    if is_declined(history):
        return Stage.RESTING
    if stage := _met(mentorship, history):
        return Stage.RESTING if last and (today - last).days > SILENT_DAYS else stage
    if history.last(What.ANSWERED):
        return Stage.RESTING if last and (today - last).days > SILENT_DAYS else Stage.ANSWERED
    if history.sent():
        return Stage.RESTING if _rests(history, today, days) else Stage.SENT
    return Stage.DRAFTED if history.last(What.DRAFTED) else Stage.FOUND


def is_declined(history: History) -> bool:
    """Whether the mentor's last word was a no, and the mentee has not asked again since."""
    no, yes = history.last(What.DECLINED), history.last(What.ANSWERED, What.MET)
    if no is None or (yes and yes.date > no.date):
        return False
    return not any(event.date > no.date for event in history.sent(*ASKING))


def unanswered(history: History) -> list[dt.date]:
    """When the mentee asked, and asked again, without an answer since; oldest first, without those from long ago.

    A new first contact begins anew, so that somebody who rested may be asked again.
    """
    heard = history.heard_of
    asked = [event for event in history.sent() if event.kind in ASKING and not (heard and heard >= event.date)]
    first = max((n for n, event in enumerate(asked) if event.kind is Kind.FIRST_CONTACT), default=0)
    return [event.date for event in asked[first:]]


def _met(mentorship: Mentorship, history: History) -> Stage | None:
    """Met or ongoing, where they have met: by the events, or by what the mentee said of the two."""
    times = len({event.date for event in history.of_kind(What.MET)})
    numbers = [meeting.number or 0 for meeting in mentorship.meetings]
    if times > 1 or max(numbers, default=0) > 1 or mentorship.mentor.relationship is Relationship.MENTOR:
        return Stage.ONGOING
    return Stage.MET if times else None


def _rests(history: History, today: dt.date, days: WorkingDays) -> bool:
    """Whether the last follow-up has had its working days too; one alone is enough once the second has lapsed."""
    asked = unanswered(history)
    if len(asked) <= 1:
        return False
    if len(asked) > MOST_FOLLOW_UPS:
        return today > days.after(asked[-1], FOLLOW_UP_DAYS)
    return today > second_lapses(asked[-1], days)


def second_lapses(follow_up: dt.date, days: WorkingDays) -> dt.date:
    """The last day on which a second follow-up is still due, after the first on ``follow_up``: once is the rule."""
    return days.after(follow_up, 2 * FOLLOW_UP_DAYS)
