"""Where contact stands."""

from __future__ import annotations

import datetime as dt

from outreach.domain.case import Meeting
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Relationship
from outreach.lifecycle.history import ASKING, SILENT_DAYS, History, known_meetings
from outreach.lifecycle.meetings import agreed_days, coming_meetings, was_held
from outreach.lifecycle.working_days import WorkingDays

FOLLOW_UP_DAYS = 5
"""Working days of silence before a follow-up: Carleton advises a week at least (writing rules, F1)."""
MOST_FOLLOW_UPS = 2
"""SFU, Turing and Vanderbilt advise one; sales mail gains a little by a second and loses by a third (F2)."""


def stage_of(mentorship: Mentorship, today: dt.date, days: WorkingDays, history: History | None = None) -> Stage:
    """Where contact stands on ``today``.

    Time alone moves it to resting, and nowhere else: once the last follow-up has had its working days, and after 90
    days in which nothing passed. After a no it is resting at once, until the mentor writes or is asked again. Nobody
    rests while a meeting is set.

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
    stage = _reached(mentorship, history, today)
    silent = last is not None and (today - last).days > SILENT_DAYS
    rests = silent or is_declined(history) or (stage is Stage.SENT and _gave_up(history, today, days))
    return Stage.RESTING if rests and not still_on(mentorship, history, today) else stage


def is_declined(history: History) -> bool:
    """Whether the mentor's last word was a no, and the mentee has not asked again since."""
    no, yes = history.last(What.DECLINED), history.last(What.ANSWERED, What.MET)
    if no is None or (yes and yes.date > no.date):
        return False
    return not any(event.date > no.date for event in history.sent(*ASKING))


def is_off(meeting: Meeting, history: History) -> bool:
    """Whether the mentor's last word, said since the meeting was set, was a no: nobody prepares for it then."""
    no = history.last(What.DECLINED)
    if no is None or not is_declined(history):
        return False
    return (meeting.planned is None or meeting.planned <= no.date) and (meeting.date is None or meeting.date >= no.date)


def still_on(mentorship: Mentorship, history: History, today: dt.date) -> list[Meeting]:
    """The meetings from ``today`` on that were neither held nor called off, the next one first.

    A day that was agreed on for the next one is a meeting too: it has no id and no time before it is set.
    """
    met = history.last(What.MET)
    agreed = [Meeting(date=day, planned=met.date if met else None) for day in agreed_days(mentorship, history, today)]
    return [one for one in [*coming_meetings(mentorship, history, today), *agreed] if not is_off(one, history)]


def unanswered(history: History) -> list[Event]:
    """What the mentee asked, and asked again, without an answer since; oldest first, without what is long ago.

    A new first contact begins anew, so that somebody who rested may be asked again.
    """
    heard = history.heard_of
    asked = [event for event in history.sent(*ASKING) if not (heard and heard >= event.date)]
    first = max((n for n, event in enumerate(asked) if event.kind is Kind.FIRST_CONTACT), default=0)
    return asked[first:]


def follow_ups(asked: list[Event]) -> int:
    """How many of the messages without an answer are follow-ups."""
    return sum(event.kind is Kind.FOLLOW_UP for event in asked)


def lapses(last: dt.date, days: WorkingDays) -> dt.date:
    """The last day on which another follow-up is due, after silence since ``last``: once is the rule."""
    return days.after(last, 2 * FOLLOW_UP_DAYS)


def _reached(mentorship: Mentorship, history: History, today: dt.date) -> Stage:
    """How far contact ever came."""
    times = _times_met(mentorship, history, today)
    if times > 1 or mentorship.mentor.relationship is Relationship.MENTOR:
        return Stage.ONGOING
    if times:
        return Stage.MET
    if history.last(What.ANSWERED):
        return Stage.ANSWERED
    if history.sent():
        return Stage.SENT
    return Stage.DRAFTED if history.last(What.DRAFTED) else Stage.FOUND


def _times_met(mentorship: Mentorship, history: History, today: dt.date) -> int:
    """How often the two have met: by the events, or by the number that the mentee gave a meeting.

    The third meeting tells of two others, whether or not it was held itself.
    """
    numbers = [
        max(one.number or 1, 1) - (not was_held(one, history, today)) for one in known_meetings(mentorship, today)
    ]
    return max(len({event.date for event in history.of_kind(What.MET)}), *numbers, 0)


def _gave_up(history: History, today: dt.date, days: WorkingDays) -> bool:
    """Whether the last follow-up has had its working days; one alone is enough once the second has lapsed."""
    asked, last = unanswered(history), history.last_contact
    if last is None or not follow_ups(asked):
        return False
    if follow_ups(asked) >= MOST_FOLLOW_UPS:
        return today > days.after(last, FOLLOW_UP_DAYS)
    return today > lapses(last, days)
