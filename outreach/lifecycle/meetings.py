"""How far a meeting has come: set, prepared, held, followed up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.history import History, held, known_meetings

_WEEK = dt.timedelta(days=7)


class MeetingState(StrEnum):
    """How far a meeting has come."""

    SET = "set"
    PREPARED = "prepared"
    """Its agenda was drafted, or sent."""
    HELD = "held"
    FOLLOWED_UP = "followed-up"
    """Its thank-you was sent."""


def state_of(meeting: Meeting, mentorship: Mentorship, today: dt.date, drafts: Iterable[Draft] = ()) -> MeetingState:
    """How far ``meeting`` has come on ``today``; ``drafts`` of the mentorship count even where nobody logged them."""
    history = History.of(mentorship, today, drafts)
    if was_held(meeting, history, today):
        return MeetingState.FOLLOWED_UP if _thanked(meeting, history) else MeetingState.HELD
    agendas = [one for one in history.of_kind(What.DRAFTED, What.SENT) if one.kind is Kind.AGENDA]
    return MeetingState.PREPARED if any(_is_for(meeting, one, history) for one in agendas) else MeetingState.SET


def was_held(meeting: Meeting, history: History, today: dt.date) -> bool:
    """Whether both met: it was logged, or something was written down that is only known afterwards."""
    if meeting.date is None:
        return bool(meeting.notes.strip() or meeting.next_actions)
    return meeting.date <= today and (held(meeting) or any(met_in(meeting, one) for one in history.of_kind(What.MET)))


def met_in(meeting: Meeting, met: Event) -> bool:
    """Whether an event tells that ``meeting`` was held."""
    return bool(met.meeting_id and met.meeting_id == meeting.id) or (not met.meeting_id and met.date == meeting.date)


def coming_meetings(mentorship: Mentorship, history: History, today: dt.date) -> list[Meeting]:
    """The meetings from ``today`` on that were not held yet, the next one first."""
    dated = [one for one in known_meetings(mentorship, today) if one.date and one.date >= today]
    coming = [one for one in dated if not was_held(one, history, today)]
    return sorted(coming, key=lambda one: (one.date or dt.date.max, one.time or dt.time.min, one.id))


def agreed_days(mentorship: Mentorship, history: History, today: dt.date) -> list[dt.date]:
    """Days from ``today`` on that were agreed on for a next meeting which is not set otherwise, the first one first.

    Only what the latest meeting says counts; a meeting that is set for any later day has taken its place.
    """
    known = known_meetings(mentorship, today)
    told = [one for one in known if one.next_meeting and was_held(one, history, today)]
    day = told[-1].next_meeting if told else None
    met = [one.date for one in history.of_kind(What.MET)]
    set_otherwise = [one for one in known if one.date and one.date >= today and one.date not in met]
    return [day] if day and day >= today and day not in met and not set_otherwise else []


def _thanked(meeting: Meeting, history: History) -> bool:
    """Whether a thank-you for it was sent: one that was drafted for it, or one before both met again."""
    sent = history.sent(Kind.THANK_YOU)
    if any(meeting.id and one.meeting_id == meeting.id for one in sent):
        return True
    if meeting.date is None:
        return False
    since = meeting.date
    again = min((one.date for one in history.of_kind(What.MET) if one.date > since), default=dt.date.max)
    return any(since <= one.date < again and not one.meeting_id for one in sent)


def _is_for(meeting: Meeting, agenda: Event, history: History) -> bool:
    """Whether an agenda is that of ``meeting``: drafted for it, or of no known meeting and of the week before it."""
    if agenda.meeting_id:
        return agenda.meeting_id == meeting.id
    if meeting.date is None:
        return False
    earlier = [one.date for one in history.of_kind(What.MET) if one.date < meeting.date]
    return max([meeting.date - _WEEK, *earlier]) <= agenda.date <= meeting.date
