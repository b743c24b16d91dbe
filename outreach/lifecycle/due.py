"""What is due next, with whom, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from outreach.domain.case import Meeting, Owner
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.history import ASKING, History, held
from outreach.lifecycle.promises import Promise, open_promises
from outreach.lifecycle.reports import unreported
from outreach.lifecycle.stages import (
    FOLLOW_UP_DAYS,
    MOST_FOLLOW_UPS,
    SILENT_DAYS,
    is_declined,
    second_lapses,
    stage_of,
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
    """What causes it; another cause has another key."""
    mentorship_id: str = ""
    meeting_id: str = ""
    about: str = ""
    """An action's own words, or a goal's."""

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
    found = [item for mentorship in mentorships for item in due_with(mentorship, today, days)]
    if mentee:
        found += [_goal_review(goal.goal, goal.on, days) for goal in mentee.reviews]
    limit = dt.date.max if ahead is None else today + ahead * _DAY
    return sorted((item for item in found if item.due <= limit), key=lambda one: (one.due, one.mentor, one.kind))


def due_with(mentorship: Mentorship, today: dt.date, days: WorkingDays) -> list[Due]:
    """What is due with one mentor, snoozed things at the day they are put off to; unsorted."""
    now = _Now(mentorship, today, days, History.of(mentorship, today))
    if now.stage is Stage.ENDED:
        return []
    later = {snooze.key: snooze.until for snooze in mentorship.snoozes}
    found = [item for rule in _RULES for item in rule(now)]
    return [replace(item, due=max(item.due, later.get(item.key, item.due))) for item in found]


@dataclass(frozen=True)
class _Now:
    """One mentorship on one day."""

    mentorship: Mentorship
    today: dt.date
    days: WorkingDays
    history: History

    @property
    def stage(self) -> Stage:
        return stage_of(self.mentorship, self.today, self.days, self.history)

    @property
    def coming(self) -> list[Meeting]:
        """The meetings from today on that were not held yet, the next one first."""
        met = [event.date for event in self.history.of_kind(What.MET)]
        known = [one for one in self.mentorship.meetings if one.planned is None or one.planned <= self.today]
        coming = [one for one in known if one.date and one.date >= self.today and not held(one)]
        return sorted((one for one in coming if one.date not in met), key=lambda one: one.date or dt.date.max)

    def item(self, kind: str, on: dt.date, why: str, cause: str, *, meeting: str = "", about: str = "") -> Due:
        mentor = self.mentorship.mentor.name
        return Due(mentor, kind, on, why, f"{kind}:{cause}", self.mentorship.id, meeting, about)


def _follow_up(now: _Now) -> Iterator[Due]:
    """Five working days after silence; twice at most, and the second lapses."""
    asked = unanswered(now.history)
    if not asked or len(asked) > MOST_FOLLOW_UPS or now.coming or is_declined(now.history):
        return
    # Whatever else was sent meanwhile counts as well: any contact begins the silence anew.
    on = now.days.after(max(asked[-1], now.history.last_contact or asked[-1]), FOLLOW_UP_DAYS)
    since = f"No answer since {day_text(asked[-1], now.today)}"
    if len(asked) == 1:
        yield now.item(Kind.FOLLOW_UP, on, f"{since}; follow up once, with something new.", asked[-1].isoformat())
    elif now.today <= second_lapses(asked[-1], now.days):
        why = f"{since}; a second follow-up is the last. Leave it, and they rest."
        yield now.item(Kind.FOLLOW_UP, on, why, asked[-1].isoformat())


def _reply(now: _Now) -> Iterator[Due]:
    """An answer waits for a reply; a no for a thank-you. By the next working day."""
    answer = now.history.last(What.ANSWERED, What.DECLINED)
    if answer is None or _replied(now.history, answer) or (now.today - answer.date).days > LATE:
        return
    if answer.what is What.ANSWERED and not _waits(now, answer):
        return
    said = "said no" if answer.what is What.DECLINED else "answered"
    thanks = "; thank them, and leave the door open" if answer.what is What.DECLINED else "; a reply is next"
    why = f"They {said} on {day_text(answer.date, now.today)}{thanks}."
    yield now.item(Kind.REPLY, now.days.after(answer.date, 1), why, f"{answer.what}:{answer.date.isoformat()}")


def _replied(history: History, answer: Event) -> bool:
    """Whether the mentee wrote after the answer, or both met."""
    wrote = (event for event in history.sent() if event.date >= answer.date)
    # A first message of the same day is what was answered.
    return any(one.date > answer.date or one.kind not in ASKING for one in wrote) or history.since(
        answer.date, What.MET, What.ENDED
    )


def _waits(now: _Now, answer: Event) -> bool:
    """Whether an answer calls for a reply: none to a thank-you or a report, and none to "see you on Thursday"."""
    before = [event for event in now.history.sent() if event.date <= answer.date]
    kind = before[-1].kind if before else None
    return not (kind in _NEEDS_NO_ANSWER or (kind is Kind.REPLY and now.coming))


def _agenda(now: _Now) -> Iterator[Due]:
    """One to two days before a meeting, on a working day (G1)."""
    for meeting in now.coming[:1]:
        on = _days_before(meeting, (2, 1), now.days)
        if on and not _sent_for(now.history, meeting, on, Kind.AGENDA):
            why = f"You meet {meeting_text(meeting, now.today)}; an agenda helps them prepare."
            cause = f"{meeting.id or ''}:{meeting.date}"
            yield now.item(Kind.AGENDA, max(on, meeting.planned or on), why, cause, meeting=meeting.id)


def _confirmation(now: _Now) -> Iterator[Due]:
    """The day before a meeting, on a working day; whatever passes between the two on that day confirms it (G7)."""
    for meeting in now.coming[:1]:
        on = _days_before(meeting, (1,), now.days)
        # Whoever agrees on a meeting the day before, or on the day, has it confirmed.
        if on is None or (meeting.planned and meeting.planned >= on):
            continue
        if not now.history.since(on, What.SENT, What.ANSWERED):
            why = f"You meet {meeting_text(meeting, now.today)}; confirm the time, on both clocks."
            cause = f"confirm:{meeting.id or ''}:{meeting.date}"
            yield now.item(Kind.REPLY, on, why, cause, meeting=meeting.id)


def _days_before(meeting: Meeting, wanted: tuple[int, ...], days: WorkingDays) -> dt.date | None:
    """The first working day of those so many days before a meeting, else the last one before them."""
    if meeting.date is None:
        return None
    on = next((day for n in wanted if days.works(day := meeting.date - n * _DAY)), None)
    return on or days.on_or_before(meeting.date - min(wanted) * _DAY)


def _sent_for(history: History, meeting: Meeting, due_on: dt.date, kind: Kind) -> bool:
    """Whether a message of ``kind`` for ``meeting`` is out: one that was drafted for it, or sent in the week before."""
    sent = history.sent(kind)
    own = [one for one in sent if one.meeting_id]
    if meeting.id and any(one.meeting_id == meeting.id for one in own):
        return True
    return any(one.date >= due_on - 7 * _DAY and not one.meeting_id for one in sent)


def _thank_you(now: _Now) -> Iterator[Due]:
    """Within 24 hours of a meeting: the day after, or the day itself where nobody works on the day after (T1)."""
    met = now.history.last(What.MET)
    if met is None or (now.today - met.date).days > LATE or _thanked(now.history, met):
        return
    on = met.date + _DAY
    if not now.days.works(on) and now.days.works(met.date):
        on = met.date
    why = f"You met on {day_text(met.date, now.today)}; thank them within 24 hours, with something they said."
    yield now.item(Kind.THANK_YOU, on, why, met.date.isoformat(), meeting=_meeting_id(now.mentorship, met))


def _thanked(history: History, met: Event) -> bool:
    return any(one.date >= met.date for one in history.sent(Kind.THANK_YOU))


def _meeting_id(mentorship: Mentorship, met: Event) -> str:
    if met.meeting_id:
        return met.meeting_id
    return next((meeting.id for meeting in mentorship.meetings if meeting.date == met.date), "")


def _actions(now: _Now) -> Iterator[Due]:
    """What the two promised by a day: the mentee's on the last working day up to it, the mentor's after it."""
    for promise in open_promises(now.mentorship, now.today):
        if promise.by is None or not promise.what.strip():
            continue
        yield now.item(
            ACTION,
            max(_by(promise, now.days), promise.made or dt.date.min),
            promise_text(promise, now.mentorship.mentor, now.today),
            f"{promise.owner}:{promise.what.casefold()}:{promise.by}",
            about=promise.what,
        )


def _by(promise: Promise, days: WorkingDays) -> dt.date:
    day = promise.by or dt.date.max
    # A deadline on a weekend is met before it; a promise of theirs is asked after once it has passed.
    return days.on_or_before(day) if promise.owner is Owner.MENTEE else days.after(day, 1)


def _report(now: _Now) -> Iterator[Due]:
    """Once something that the mentor advised, or was promised, is done: one report for all of it."""
    told = unreported(now.mentorship, now.today)
    if not told or (now.stage is Stage.RESTING and is_declined(now.history)):
        return
    first = told[0].done or now.today
    if (now.today - (told[-1].done or now.today)).days > LATE:
        return
    what = f"You did what you had promised (“{told[0].what}”)" if len(told) == 1 else f"{len(told)} things are done"
    why = f"{what}; tell them what came of it."
    yield now.item(Kind.REPORT, now.days.on_or_after(first), why, f"{first}:{told[0].what.casefold()}")


def _check_in(now: _Now) -> Iterator[Due]:
    """A sign of life before 90 days of silence, to whoever has answered (F6)."""
    last = now.history.last_contact
    heard = now.history.last(What.ANSWERED, What.MET)
    if last is None or heard is None or is_declined(now.history):
        return
    on = now.days.on_or_before(last + (SILENT_DAYS - 1) * _DAY)
    # A meeting that is set breaks the silence by itself.
    if any(meeting.date and meeting.date <= max(on, now.today) + 7 * _DAY for meeting in now.coming):
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
