"""What is due next, with whom, and why.

What the rules hold to: silence is better than nagging, and nothing that matters is missed.

- Nothing is due before its cause; what is overdue stays until it is done, put off, or of no use any more.
- A follow-up, a reply, an agenda, a confirmation, an action of the mentee's, a report and a sign of life fall on
  working days; a thank-you is promised within 24 hours, and waits for no Monday.
- A meeting whose day has passed without a word is taken as held for five working days: whoever forgot to log it is
  asked for a thank-you all the same. After that silence is kept about it.
- A day agreed on for the next meeting is prepared for like a meeting that is set.
- Nobody prepares for a meeting that was set before the mentor's last word, which was a no.
- An answer calls for a reply; "you're welcome" after a thank-you does not, unless it asks something.
- An action without a day is never due by itself: agenda and call sheet hold it.
- What goes stale: the first follow-up after 90 days of silence (who never answered may then be asked anew), the second
  ten working days after the first; replies, thank-yous, reports and what the mentor promised after 30 days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from outreach.domain.case import Meeting, Owner
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.clocks import on_other_clock
from outreach.lifecycle.history import SILENT_DAYS, History, known_meetings
from outreach.lifecycle.meetings import agreed_days, was_held
from outreach.lifecycle.promises import open_promises
from outreach.lifecycle.reports import unreported
from outreach.lifecycle.stages import (
    FOLLOW_UP_DAYS,
    MOST_FOLLOW_UPS,
    follow_ups,
    is_declined,
    is_off,
    lapses,
    stage_of,
    still_on,
    unanswered,
)
from outreach.lifecycle.wording import day_text, meeting_text, promise_text
from outreach.lifecycle.working_days import WorkingDays

ACTION, GOAL_REVIEW = "action", "goal-review"
"""What is due and is no draft: something promised, and a look at a goal. All else is the kind of a draft."""
AHEAD = 14
"""Days ahead of today that are shown: two weeks can be planned, more is noise."""
LATE = 30
"""Days after which a thank-you or a report is no news any more; a sign of life takes their place (T6)."""
_UNLOGGED = 5
"""Working days after a meeting that nobody logged in which a thank-you is still in time (T1)."""
_ECHO = 7
"""Days in which an answer is one to the last message; later it is about something else."""
_DAY = dt.timedelta(days=1)
_NEEDS_NO_ANSWER = frozenset({Kind.THANK_YOU, Kind.REPORT, Kind.CHECK_IN, Kind.AGENDA})


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do, by a day."""

    mentor: str
    """Their name; empty for what concerns the mentee alone."""
    kind: str
    """The kind of the draft, or ``ACTION``, or ``GOAL_REVIEW``."""
    due: dt.date
    why: str
    """In a sentence."""
    key: str
    """What causes it; another cause with the same mentor has another key."""
    mentorship_id: str = ""
    meeting_id: str = ""
    about: str = ""
    """An action's own words, or a goal's."""
    purpose: Purpose | None = None
    """What a reply is for."""

    @property
    def draft(self) -> Kind | None:
        """The draft that does it, where one does."""
        return Kind(self.kind) if self.kind not in {ACTION, GOAL_REVIEW} else None


def due(
    mentorships: Iterable[Mentorship], mentee: Mentee | None, today: dt.date, ahead: int | None = AHEAD
) -> list[Due]:
    """What is due up to ``ahead`` days after ``today``, soonest first; ``None``: however far ahead.

    What is overdue stays until it is done, snoozed, or no use any more.

    Raises:
        BadInput: the mentee's country is not known.
    """
    days = WorkingDays.of_country(mentee.country if mentee else "")
    zone = mentee.timezone if mentee else ""
    found = [item for mentorship in mentorships for item in due_with(mentorship, today, days, zone)]
    if mentee:
        found += {
            item.key: item for item in (_goal_review(goal.goal, goal.on, days) for goal in mentee.reviews)
        }.values()
    limit = dt.date.max if ahead is None else today + ahead * _DAY
    found = [item for item in found if item.due <= limit]
    return sorted(found, key=lambda one: (one.due, one.mentor, one.kind, one.key, one.mentorship_id))


def due_with(mentorship: Mentorship, today: dt.date, days: WorkingDays, zone: str = "") -> list[Due]:
    """What is due with one mentor, snoozed things at the day they are put off to; unsorted.

    Args:
        mentorship: the one.
        today: what comes later has not happened.
        days: the mentee's working days.
        zone: the mentee's time zone, on whose clock meetings are set; empty where it is not known.
    """
    history = History.of(mentorship, today)
    stage = stage_of(mentorship, today, days, history)
    if stage is Stage.ENDED:
        return []
    now = _Now(mentorship, today, days, zone, history, stage, tuple(still_on(mentorship, history, today)))
    later = {snooze.key: snooze.until for snooze in mentorship.snoozes}
    found = {item.key: item for rule in _RULES for item in rule(now)}
    return [replace(item, due=max(item.due, later.get(item.key, item.due))) for item in found.values()]


@dataclass(frozen=True)
class _Now:
    """One mentorship on one day."""

    mentorship: Mentorship
    today: dt.date
    days: WorkingDays
    zone: str
    history: History
    stage: Stage
    coming: tuple[Meeting, ...]
    """The meetings from today on that were neither held nor called off, the next one first."""

    @property
    def rejected(self) -> bool:
        """Whether the mentor said no before the two ever met: then nothing more is written, but thanks."""
        return is_declined(self.history) and self.history.last(What.MET) is None

    def is_set_since(self, day: dt.date) -> bool:
        """Whether a meeting on ``day`` or later is in the store and was not called off, held or not."""
        known = [*known_meetings(self.mentorship, self.today), *self.coming]
        return any(one.date and one.date >= day and not is_off(one, self.history) for one in known)

    def is_stale(self, since: dt.date) -> bool:
        """Whether it is too late to come back to what happened on a day."""
        return (self.today - since).days > LATE

    def item(self, kind: str, on: dt.date, why: str, cause: str, *, meeting: str = "", about: str = "") -> Due:
        """Something due by ``on``; ``cause`` tells it from all else of its kind."""
        mentor = self.mentorship.mentor.name
        return Due(mentor, kind, on, why, f"{kind}:{cause}", self.mentorship.id, meeting, about)


def _follow_up(now: _Now) -> Iterator[Due]:
    """Five working days after silence; twice at most, and the second lapses (F1, F2)."""
    asked, last = unanswered(now.history), now.history.last_contact
    if last is None or is_declined(now.history) or now.is_set_since(last):
        return
    if not asked:
        yield from _left_waiting(now, last)
        return
    # Whatever else was sent meanwhile counts as well: any contact begins the silence anew.
    on = now.days.after(last, FOLLOW_UP_DAYS)
    since, cause = f"No answer since {day_text(last, now.today)}", asked[-1].date.isoformat()
    if follow_ups(asked) == 0 and (now.today - last).days <= SILENT_DAYS:
        yield now.item(Kind.FOLLOW_UP, on, f"{since}; follow up once, with something new.", cause)
    elif 0 < follow_ups(asked) < MOST_FOLLOW_UPS and now.today <= lapses(last, now.days):
        why = f"{since}; a second follow-up is the last. Leave it, and they rest."
        yield now.item(Kind.FOLLOW_UP, on, why, cause)


def _left_waiting(now: _Now, last: dt.date) -> Iterator[Due]:
    """Once more where they answered, the mentee replied, and no meeting came of it; only before a first one."""
    wrote = now.history.sent()
    replied = bool(wrote) and wrote[-1].date == last and wrote[-1].kind in {None, Kind.REPLY}
    if now.stage is not Stage.ANSWERED or not replied or now.today > lapses(last, now.days):
        return
    why = f"You replied on {day_text(last, now.today)}, and no meeting is set; write once more, or enter the meeting."
    yield now.item(Kind.FOLLOW_UP, now.days.after(last, FOLLOW_UP_DAYS), why, last.isoformat())


def _reply(now: _Now) -> Iterator[Due]:
    """An answer waits for a reply; a no for a thank-you. By the next working day."""
    answer = now.history.last(What.ANSWERED, What.DECLINED)
    if answer is None or now.history.is_replied(answer) or now.is_stale(answer.date):
        return
    on, day = now.days.after(answer.date, 1), day_text(answer.date, now.today)
    cause = f"{answer.what}:{answer.date.isoformat()}"
    if answer.what is What.DECLINED:
        why = f"They said no on {day}; thank them, and leave the door open."
        yield replace(now.item(Kind.REPLY, on, why, cause), purpose=Purpose.THANK)
    elif _waits(now, answer):
        yield now.item(Kind.REPLY, on, f"They answered on {day}; a reply is next.", cause)


def _waits(now: _Now, answer: Event) -> bool:
    """Whether an answer calls for a reply: none to a thank-you or a report, and none to "see you on Thursday"."""
    if _asks(answer.text):
        return True
    before = [event for event in now.history.sent() if event.date <= answer.date]
    if not before or (answer.date - before[-1].date).days > _ECHO:
        return True
    kind = before[-1].kind
    return not (kind in _NEEDS_NO_ANSWER or (kind in {None, Kind.REPLY} and now.coming))


def _asks(text: str) -> bool:
    """Whether there is a question in an answer, outside of what it quotes."""
    return any("?" in line for line in text.splitlines() if not line.lstrip().startswith(">"))


def _agenda(now: _Now) -> Iterator[Due]:
    """One to two days before a meeting, on a working day (G1)."""
    for meeting, date in _dated(now.coming):
        first = _first_date(now, meeting, date)
        on = next((day for day in (date - 2 * _DAY, first - _DAY) if now.days.works(day) and day < first), None)
        on = _once_set(now, meeting, on or now.days.on_or_before(first - _DAY), date)
        if not _sent_for(now.history, meeting, on, Kind.AGENDA):
            why = f"You meet {meeting_text(meeting, now.today)}; an agenda helps them prepare."
            yield now.item(Kind.AGENDA, on, why, f"{meeting.id}:{date}", meeting=meeting.id)


def _confirmation(now: _Now) -> Iterator[Due]:
    """The day before a meeting, on a working day; whatever passes between the two on that day confirms it (G7).

    Where it is a day earlier on the mentor's clock, it is the day before that one.
    """
    for meeting, date in _dated(now.coming):
        on = now.days.on_or_before(_first_date(now, meeting, date) - _DAY)
        # Whoever agrees on a meeting the day before, or on the day, has it confirmed.
        if (meeting.planned and meeting.planned >= on) or now.history.since(on, What.SENT, What.ANSWERED):
            continue
        why = f"You meet {meeting_text(meeting, now.today)}; confirm the time, on both clocks."
        item = now.item(Kind.REPLY, on, why, f"confirm:{meeting.id}:{date}", meeting=meeting.id)
        yield replace(item, purpose=Purpose.CONFIRM)


def _dated(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, dt.date]]:
    return ((meeting, meeting.date) for meeting in meetings if meeting.date)


def _first_date(now: _Now, meeting: Meeting, date: dt.date) -> dt.date:
    """The date of a meeting on the clock on which it is earlier, the mentee's or the mentor's."""
    there = now.mentorship.mentor.timezone
    if not meeting.time or not now.zone or not there:
        return date
    try:
        return min(date, on_other_clock(date, meeting.time, now.zone, there)[0])
    except BadInput:
        return date


def _once_set(now: _Now, meeting: Meeting, on: dt.date, date: dt.date) -> dt.date:
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


def _thank_you(now: _Now) -> Iterator[Due]:
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


def _thanks_for(now: _Now, met: Event, why: str) -> Iterator[Due]:
    if now.is_stale(met.date) or any(one.date >= met.date for one in now.history.sent(Kind.THANK_YOU)):
        return
    on = met.date + _DAY
    if not now.days.works(on) and now.days.works(met.date):
        on = met.date
    yield now.item(Kind.THANK_YOU, on, why, met.date.isoformat(), meeting=_meeting_id(now, met))


def _unlogged(now: _Now, since: dt.date) -> Event | None:
    """The last meeting after ``since`` whose day has passed without a word, as if it had been held; not for long.

    One that came into the store after its day was entered for the record.
    """
    known = known_meetings(now.mentorship, now.today)
    past = [
        Event(What.MET, date, meeting_id=one.id)
        for one, date in _dated(known)
        if (one.planned is None or one.planned <= date) and not was_held(one, now.history, now.today)
        if not is_off(one, now.history)
    ]
    agreed = (one.next_meeting for one in known)
    past += [Event(What.MET, day) for day in agreed if day and day in agreed_days(now.mentorship, now.history, day)]
    past = [event for event in past if since < event.date < now.today]
    last = max(past, key=lambda event: (event.date, event.meeting_id), default=None)
    return last if last and now.today <= now.days.after(last.date, _UNLOGGED) else None


def _meeting_id(now: _Now, met: Event) -> str:
    known = (one.id for one in known_meetings(now.mentorship, now.today) if one.date == met.date)
    return met.meeting_id or next(known, "")


def _actions(now: _Now) -> Iterator[Due]:
    """What the two promised by a day: the mentee's on the last working day up to it, the mentor's after it."""
    for promise in open_promises(now.mentorship, now.today):
        if promise.by is None or not promise.what.strip():
            continue
        made = promise.made or dt.date.min
        if promise.owner is Owner.MENTEE:
            # A deadline on a weekend is met before it.
            on = now.days.within(made, promise.by)
        else:
            # Theirs is asked after once its day has passed, and not for ever.
            on = now.days.after(max(promise.by, made), 1)
            if now.is_stale(on):
                continue
        why = promise_text(promise, now.mentorship.mentor, now.today)
        cause = f"{promise.owner}:{promise.what.casefold()}:{promise.by}"
        yield now.item(ACTION, on, why, cause, about=promise.what)


def _report(now: _Now) -> Iterator[Due]:
    """Once something that the mentor advised, or was promised, is done: one report for all of it (T6)."""
    told = [(deed, deed.done) for deed in unreported(now.mentorship, now.today) if deed.done]
    if not told or now.rejected or now.is_stale(told[-1][1]):
        return
    first, done = told[0]
    what = f"You did what you had promised (“{first.what}”)" if len(told) == 1 else f"{len(told)} things are done"
    why = f"{what}; tell them what came of it."
    yield now.item(Kind.REPORT, now.days.on_or_after(done), why, f"{done}:{first.what.casefold()}")


def _check_in(now: _Now) -> Iterator[Due]:
    """A sign of life before 90 days of silence, to whoever has answered (F6)."""
    last = now.history.last_contact
    if last is None or now.rejected or now.history.last(What.ANSWERED, What.MET) is None:
        return
    on = now.days.on_or_before(last + (SILENT_DAYS - 1) * _DAY)
    # A meeting that is set breaks the silence by itself.
    if any(date <= max(on, now.today) + 7 * _DAY for _, date in _dated(now.coming)):
        return
    why = f"Nothing has passed between you since {day_text(last, now.today)}; a sign of life keeps contact warm."
    yield now.item(Kind.CHECK_IN, on, why, last.isoformat())


_RULES: tuple[Callable[[_Now], Iterator[Due]], ...] = (
    _follow_up,
    _reply,
    _agenda,
    _confirmation,
    _thank_you,
    _actions,
    _report,
    _check_in,
)


def _goal_review(goal: str, on: dt.date, days: WorkingDays) -> Due:
    day = days.on_or_after(on)
    return Due("", GOAL_REVIEW, day, f"Look again at your goal: {goal}", f"goal:{goal}:{on}", about=goal)
