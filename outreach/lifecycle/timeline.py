"""Everything between mentee and one mentor, in order, with the texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from outreach.briefing import standing
from outreach.briefing.dates import long_date
from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.draft import Channel, Draft, Kind, Revision
from outreach.domain.events import Event, What
from outreach.domain.facts import Standing
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentor
from outreach.lifecycle.history import ASKING, History
from outreach.lifecycle.meetings import agreed_days, met_in, was_held
from outreach.lifecycle.wording import day_text
from outreach.wording.clean import one_line

PRIVATE = "(private)"
"""Stands before a line of the notes that never leaves the app."""
_CHANNELS = {Channel.LINKEDIN_NOTE: ", as a LinkedIn note", Channel.MESSAGE: ", as a message"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the timeline."""

    date: dt.date
    title: str
    """``Sent: first contact``, ``Met, 30 minutes, video call``."""
    text: str = ""
    """The message that was sent, the answer, the notes, what it led to; as it was, over several lines."""
    event: Event | None = None
    """``None`` for what nobody logged, such as a meeting that is set."""
    draft: Draft | None = None
    meeting: Meeting | None = None
    coming: bool = False


def timeline(mentorship: Mentorship, drafts: Sequence[Draft], today: dt.date) -> list[Entry]:
    """Everything up to ``today``, oldest first, on one day by how one thing leads to another; then the meetings set.

    That a message was drafted is left out where it was sent on the same day. A meeting without a day stands at the day
    on which it came into the store, if notes tell that it was held; one that is only thought of is left out.
    """
    history = History.of(mentorship, today, drafts)
    by_id = {draft.id: draft for draft in drafts}
    gone = {(event.draft_id, event.date) for event in history.sent()}
    shown = [one for one in history.events if one.what is not What.DRAFTED or (one.draft_id, one.date) not in gone]
    told = [_of_event(event, mentorship, by_id, today) for event in sorted(shown, key=_place)]
    others = [_unlogged(one, mentorship, today) for one in mentorship.meetings if _is_unlogged(one, history, today)]
    # A stable sort: on one day, what happened keeps its order, and a meeting that nobody logged comes last.
    past = sorted([*told, *others], key=lambda entry: entry.date)
    coming = [_coming(one, today) for one in mentorship.meetings if _is_coming(one, history, today)]
    agreed = [Entry(day, "Next meeting, as agreed", coming=True) for day in agreed_days(mentorship, history, today)]
    return past + sorted([*coming, *agreed], key=lambda entry: entry.date)


_ON_ONE_DAY: tuple[tuple[What, frozenset[Kind]], ...] = (
    (What.SENT, ASKING),
    (What.ANSWERED, frozenset()),
    (What.DECLINED, frozenset()),
    (What.SENT, frozenset({Kind.REPLY, Kind.AGENDA, Kind.AGREEMENT})),
    (What.MET, frozenset()),
    (What.SENT, frozenset({Kind.THANK_YOU})),
    (What.PROMISED, frozenset()),
    (What.DONE, frozenset()),
    (What.SENT, frozenset({Kind.REPORT, Kind.CHECK_IN})),
    (What.ENDED, frozenset()),
)
"""What leads to what: an answer follows the question, a reply the answer, a report the deed."""


def _place(event: Event) -> tuple[dt.date, int, bool]:
    """For sorting: a draft stands before the message that it may become."""
    what = What.SENT if event.what is What.DRAFTED else event.what
    places = (n for n, (one, kinds) in enumerate(_ON_ONE_DAY) if one is what and (not kinds or event.kind in kinds))
    return event.date, next(places, 0), event.what is not What.DRAFTED


def as_sent(draft: Draft, sent: Event) -> Revision:
    """The revision that was sent: the last one saved by then, where that is known; else the current one."""
    entered = sent.logged
    by_then = [one for one in draft.revisions if one.saved and _saved_by(one.saved, sent.date, entered)]
    if by_then:
        return by_then[-1]
    # Entered for a day before it was written: then the text as it stood when that was entered.
    known = [one for one in draft.revisions if one.saved and entered and one.saved <= entered]
    return known[-1] if known else draft.current


def _saved_by(saved: dt.datetime, day: dt.date, entered: dt.datetime | None) -> bool:
    return saved.astimezone().date() <= day and (entered is None or saved <= entered)


def _of_event(event: Event, mentorship: Mentorship, drafts: dict[str, Draft], today: dt.date) -> Entry:
    entry = _TOLD[event.what](event, mentorship, drafts.get(event.draft_id), today)
    return replace(entry, event=event)


def _drafted(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    return Entry(event.date, f"Drafted: {_message(event.kind)}", draft=draft)


def _sent(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    kind = draft.kind if draft else event.kind
    text = ""
    if draft:
        revision = as_sent(draft, event)
        text = f"Subject: {revision.subject}\n\n{revision.body}" if revision.subject else revision.body
    by = _CHANNELS.get(draft.channel, "") if draft else ""
    return Entry(event.date, f"Sent: {_message(kind)}{by}", text, draft=draft)


def _answered(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    return Entry(event.date, f"{mentorship.mentor.greeting_name} answered", event.text.strip())


def _declined(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    return Entry(event.date, f"{mentorship.mentor.greeting_name} declined", event.text.strip())


def _met(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    meeting = next((one for one in mentorship.meetings if met_in(one, event)), None)
    if meeting is None:
        return Entry(event.date, "Met", event.text.strip())
    return Entry(event.date, _titled("Met", meeting), _notes(meeting, mentorship, today), meeting=meeting)


def _promised(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    action = Action(event.text.strip(), by=event.by, owner=event.owner)
    text = f"On the advice: {event.advice}" if event.advice else ""
    return Entry(event.date, promised_text(action, mentorship.mentor, today), text)


def _done(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    return Entry(event.date, f"Done: {one_line(event.text)}", event.result.strip())


def _ended(event: Event, mentorship: Mentorship, draft: Draft | None, today: dt.date) -> Entry:
    return Entry(event.date, "Ended", event.text.strip())


_TOLD: dict[What, Callable[[Event, Mentorship, Draft | None, dt.date], Entry]] = {
    What.DRAFTED: _drafted,
    What.SENT: _sent,
    What.ANSWERED: _answered,
    What.DECLINED: _declined,
    What.MET: _met,
    What.PROMISED: _promised,
    What.DONE: _done,
    What.ENDED: _ended,
}


def promised_text(action: Action, mentor: Mentor, today: dt.date) -> str:
    """``You promised: send the plan, by Thursday 17 December``."""
    who = "You" if action.owner is Owner.MENTEE else mentor.greeting_name
    by = f", by {day_text(action.by, today)}" if action.by else ""
    return f"{who} promised: {one_line(action.what).rstrip('.')}{by}"


def _message(kind: Kind | None) -> str:
    return kind.in_words if kind else "a message"


def _titled(title: str, meeting: Meeting) -> str:
    minutes = f"{meeting.minutes} minutes" if meeting.minutes else ""
    return ", ".join(part for part in (title, minutes, one_line(meeting.mode)) if part)


def _notes(meeting: Meeting, mentorship: Mentorship, today: dt.date) -> str:
    """The notes as typed, private lines marked, then what was promised and agreed on."""
    lines = [_marked(line, mentorship) for line in meeting.notes.strip().splitlines()]
    lines += [f"{PRIVATE} {line.strip()}" for line in meeting.private if line.strip()]
    after = [promised_text(action, mentorship.mentor, today) for action in meeting.next_actions]
    if meeting.next_meeting:
        after.append(f"Next meeting: {long_date(meeting.next_meeting)}")
    return "\n".join([*lines, *([""] if lines and after else []), *after])


def _marked(line: str, mentorship: Mentorship) -> str:
    private = standing.of_note(line)[0] is Standing.PRIVATE and line.strip() not in mentorship.allowed
    return f"{PRIVATE} {line}" if private else line


def _is_unlogged(meeting: Meeting, history: History, today: dt.date) -> bool:
    """Whether a meeting of the past is no event: nothing was noted of it, or nobody noted its day."""
    if meeting.date is None:
        return was_held(meeting, history, today)
    return meeting.date < today and not was_held(meeting, history, today)


def _unlogged(meeting: Meeting, mentorship: Mentorship, today: dt.date) -> Entry:
    if meeting.date is None:
        title = _titled("Met, on a day that was not noted", meeting)
        return Entry(meeting.planned or today, title, _notes(meeting, mentorship, today), meeting=meeting)
    return Entry(meeting.date, _titled("Meeting was set; nothing noted since", meeting), meeting=meeting)


def _is_coming(meeting: Meeting, history: History, today: dt.date) -> bool:
    return meeting.date is not None and meeting.date >= today and not was_held(meeting, history, today)


def _coming(meeting: Meeting, today: dt.date) -> Entry:
    at = f" at {meeting.time:%H:%M}" if meeting.time else ""
    questions = "\n".join(f"- {question.strip()}" for question in meeting.questions if question.strip())
    date = meeting.date or today
    return Entry(date, _titled(f"Meeting{at}", meeting), questions, meeting=meeting, coming=True)
