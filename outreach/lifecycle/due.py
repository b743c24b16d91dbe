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
from dataclasses import replace

from outreach.domain.case import Owner
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.due_meetings import agenda, confirmation, dated, thank_you
from outreach.lifecycle.history import SILENT_DAYS, History
from outreach.lifecycle.now import ACTION as ACTION
from outreach.lifecycle.now import GOAL_REVIEW as GOAL_REVIEW
from outreach.lifecycle.now import LATE as LATE
from outreach.lifecycle.now import Due as Due
from outreach.lifecycle.now import Now
from outreach.lifecycle.promises import open_promises
from outreach.lifecycle.reports import unreported
from outreach.lifecycle.stages import (
    FOLLOW_UP_DAYS,
    MOST_FOLLOW_UPS,
    follow_ups,
    is_declined,
    lapses,
    stage_of,
    still_on,
    unanswered,
)
from outreach.lifecycle.wording import day_text, promise_text
from outreach.lifecycle.working_days import WorkingDays
from outreach.wording.clean import one_line
from outreach.wording.refusals import reads_like_a_no

AHEAD = 14
"""Days ahead of today that are shown: two weeks can be planned, more is noise."""
REPORT_DAYS = 3
"""Working days after a deed in which others may join it in the report."""
_ECHO = 7
"""Days in which an answer is one to the last message; later it is about something else."""
_DAY = dt.timedelta(days=1)
_NEEDS_NO_ANSWER = frozenset({Kind.THANK_YOU, Kind.REPORT, Kind.CHECK_IN, Kind.AGENDA})


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
    now = Now(mentorship, today, days, zone, history, stage, tuple(still_on(mentorship, history, today)))
    later = {snooze.key: snooze.until for snooze in mentorship.snoozes}
    found = {item.key: item for rule in _RULES for item in rule(now)}
    return [replace(item, due=max(item.due, later.get(item.key, item.due))) for item in found.values()]


def _follow_up(now: Now) -> Iterator[Due]:
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
        why = f"{since}; a second follow-up is the last, or leave it at that."
        yield now.item(Kind.FOLLOW_UP, on, why, cause)


def _left_waiting(now: Now, last: dt.date) -> Iterator[Due]:
    """Once more where they answered, the mentee replied, and no meeting came of it; only before a first one.

    Never after an answer that reads like a no, though nobody logged it as one.
    """
    wrote = now.history.sent()
    replied = bool(wrote) and wrote[-1].date == last and wrote[-1].kind in {None, Kind.REPLY}
    answer = now.history.last(What.ANSWERED)
    refused = answer is not None and reads_like_a_no(answer.text)
    if now.stage is not Stage.ANSWERED or not replied or refused or now.today > lapses(last, now.days):
        return
    why = f"You replied on {day_text(last, now.today)}, and no meeting is set; write once more, or enter the meeting."
    yield now.item(Kind.FOLLOW_UP, now.days.after(last, FOLLOW_UP_DAYS), why, last.isoformat())


def _reply(now: Now) -> Iterator[Due]:
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


def _waits(now: Now, answer: Event) -> bool:
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


def _actions(now: Now) -> Iterator[Due]:
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
        item = now.item(ACTION, on, why, cause, about=promise.what)
        yield replace(item, latest=promise.by, theirs=promise.owner is Owner.MENTOR)


def _report(now: Now) -> Iterator[Due]:
    """Once something that the mentor advised, or was promised, is done: one report for all of it (T6).

    A few working days after the first deed, so that one mail tells of several; a meeting before then tells it better.
    """
    told = [(deed, deed.done) for deed in unreported(now.mentorship, now.today) if deed.done]
    if not told or now.rejected or now.is_stale(told[-1][1]):
        return
    first, done = told[0]
    on = now.days.after(done, REPORT_DAYS)
    if any(now.today <= date <= on for _, date in dated(now.coming)):
        return
    what = (
        f"You did what you had promised (“{one_line(first.what)}”)"
        if len(told) == 1
        else f"{len(told)} things are done"
    )
    why = f"{what}; tell them what came of it."
    yield now.item(Kind.REPORT, on, why, f"{done}:{first.what.casefold()}")


def _check_in(now: Now) -> Iterator[Due]:
    """A sign of life before 90 days of silence, to whoever has answered (F6)."""
    last = now.history.last_contact
    if last is None or now.rejected or now.history.last(What.ANSWERED, What.MET) is None:
        return
    on = now.days.on_or_before(last + (SILENT_DAYS - 1) * _DAY)
    # A meeting that is set breaks the silence by itself.
    if any(date <= max(on, now.today) + 7 * _DAY for _, date in dated(now.coming)):
        return
    why = f"Nothing has passed between you since {day_text(last, now.today)}; a sign of life keeps contact warm."
    yield now.item(Kind.CHECK_IN, on, why, last.isoformat())


_RULES: tuple[Callable[[Now], Iterator[Due]], ...] = (
    _follow_up,
    _reply,
    agenda,
    confirmation,
    thank_you,
    _actions,
    _report,
    _check_in,
)


def _goal_review(goal: str, on: dt.date, days: WorkingDays) -> Due:
    day = days.on_or_after(on)
    return Due("", GOAL_REVIEW, day, f"Look again at your goal: {one_line(goal)}", f"goal:{goal}:{on}", about=goal)
