"""What is due before a meeting and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from outreach.briefing.clocks import on_other_clock
from outreach.domain.case import Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, What
from outreach.lifecycle.history import History, known_meetings
from outreach.lifecycle.meetings import agreed_days, was_held
from outreach.lifecycle.now import Due, Now
from outreach.lifecycle.stages import is_off
from outreach.lifecycle.wording import day_text, meeting_text

_UNLOGGED = 5
"""Working days after a meeting that nobody logged in which a thank-you is still in time (T1)."""
_DAY = dt.timedelta(days=1)


def agenda(now: Now) -> Iterator[Due]:
    """One to two days before a meeting, on a working day (G1)."""
    for meeting, date in dated(now.coming):
        first = _first_date(now, meeting, date)
        on = next((day for day in (date - 2 * _DAY, first - _DAY) if now.days.works(day) and day < first), None)
        latest = now.days.on_or_before(first - _DAY)
        on = _once_set(now, meeting, on or latest, date)
        if not _sent_for(now.history, meeting, on, Kind.AGENDA):
            why = f"You meet {meeting_text(meeting, now.today)}; an agenda helps them prepare."
            if meeting not in now.mentorship.meetings:
                why = f"You agreed to meet {meeting_text(meeting, now.today)}; enter the meeting, and send an agenda."
            item = now.item(Kind.AGENDA, on, why, f"{meeting.id}:{date}", meeting=meeting.id)
            yield replace(item, latest=latest)


def confirmation(now: Now) -> Iterator[Due]:
    """The day before a meeting, on a working day; whatever passes between the two on that day confirms it (G7).

    Where it is a day earlier on the mentor's clock, it is the day before that one.
    """
    for meeting, date in dated(now.coming):
        on = now.days.on_or_before(_first_date(now, meeting, date) - _DAY)
        # Whoever agrees on a meeting the day before, or on the day, has it confirmed.
        if (meeting.planned and meeting.planned >= on) or now.history.since(on, What.SENT, What.ANSWERED):
            continue
        clocks = ", on both clocks" if now.zone and now.mentorship.mentor.timezone not in {"", now.zone} else ""
        why = f"You meet {meeting_text(meeting, now.today)}; confirm the time{clocks}."
        item = now.item(Kind.REPLY, on, why, f"confirm:{meeting.id}:{date}", meeting=meeting.id)
        yield replace(item, purpose=Purpose.CONFIRM)


def dated(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, dt.date]]:
    """Those of ``meetings`` that have a date, with it."""
    return ((meeting, meeting.date) for meeting in meetings if meeting.date)


def _first_date(now: Now, meeting: Meeting, date: dt.date) -> dt.date:
    """The date of a meeting on the clock on which it is earlier, the mentee's or the mentor's."""
    there = now.mentorship.mentor.timezone
    if not meeting.time or not now.zone or not there:
        return date
    try:
        return min(date, on_other_clock(date, meeting.time, now.zone, there)[0])
    except BadInput:
        return date


def _once_set(now: Now, meeting: Meeting, on: dt.date, date: dt.date) -> dt.date:
    """``on``, or where the meeting was set later than that, the first working day since, up to the meeting."""
    if meeting.planned is None or meeting.planned <= on:
        return on
    since = now.days.on_or_after(meeting.planned)
    return since if since <= date else meeting.planned


def _sent_for(history: History, meeting: Meeting, due_on: dt.date, kind: Kind) -> bool:
    """Whether a message of ``kind`` for ``meeting`` is out: one drafted for it, or any in the week before.

    Whatever was sent without a draft once it was due counts as well.
    """
    sent = history.sent(kind)
    if meeting.id and any(one.meeting_id == meeting.id for one in sent):
        return True
    others = [one.date >= due_on for one in history.sent() if one.kind is None]
    return any(others) or any(one.date >= due_on - 7 * _DAY and not one.meeting_id for one in sent)


def thank_you(now: Now) -> Iterator[Due]:
    """Within 24 hours of a meeting: the day after, or the day itself where nobody works on the day after (T1)."""
    met = now.history.last(What.MET)
    unlogged = _unlogged(now, met.date if met else dt.date.min)
    if unlogged:
        day = day_text(unlogged.date, now.today)
        why = f"You were to meet on {day}; if you did, note what they said, and thank them for it."
        yield from _thanks_for(now, unlogged, why)
    elif met:
        day = day_text(met.date, now.today)
        yield from _thanks_for(now, met, f"You met on {day}; thank them within 24 hours, with something they said.")


def _thanks_for(now: Now, met: Event, why: str) -> Iterator[Due]:
    if now.is_stale(met.date) or any(one.date >= met.date for one in now.history.sent(Kind.THANK_YOU)):
        return
    on = met.date + _DAY
    if not now.days.works(on) and now.days.works(met.date):
        on = met.date
    item = now.item(Kind.THANK_YOU, on, why, met.date.isoformat(), meeting=_meeting_id(now, met))
    yield replace(item, latest=met.date + _DAY)


def _unlogged(now: Now, since: dt.date) -> Event | None:
    """The last meeting after ``since`` whose day has passed without a word, as if it had been held; not for long.

    One that came into the store after its day was entered for the record.
    """
    known = known_meetings(now.mentorship, now.today)
    past = [
        Event(What.MET, date, meeting_id=one.id)
        for one, date in dated(known)
        if (one.planned is None or one.planned <= date) and not was_held(one, now.history, now.today)
        if not is_off(one, now.history)
    ]
    agreed = (one.next_meeting for one in known)
    past += [Event(What.MET, day) for day in agreed if day and day in agreed_days(now.mentorship, now.history, day)]
    past = [event for event in past if since < event.date < now.today]
    last = max(past, key=lambda event: (event.date, event.meeting_id), default=None)
    return last if last and now.today <= now.days.after(last.date, _UNLOGGED) else None


def _meeting_id(now: Now, met: Event) -> str:
    known = (one.id for one in known_meetings(now.mentorship, now.today) if one.date == met.date)
    return met.meeting_id or next(known, "")
