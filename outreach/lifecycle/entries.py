"""Entering what happened, and taking it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from outreach.briefing.dates import long_date
from outreach.domain.draft import Draft, Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, What
from outreach.domain.facts import same_statement, statement_key
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import met_in
from outreach.lifecycle.promises import promises

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_FRESH = dt.timedelta(days=30)
"""A draft that waited longer is not what was sent today, unless it is named."""
_LOGGED_LATE = dt.timedelta(days=3)
_NEEDS_TEXT = {
    What.PROMISED: "Say what was promised.",
    What.DONE: "Say what was done: a promise in its words or their beginning, or anything else worth telling.",
}


def with_event(mentorship: Mentorship, event: Event, today: dt.date, drafts: Sequence[Draft] = ()) -> Mentorship:
    """The mentorship with ``event`` entered; the same where it is there already.

    What is left open is filled in: the draft that was sent and its kind, the meeting that was held, the promise that
    is done by the beginning of its words. An entry that says no more than another of its day is that entry.

    Args:
        mentorship: the one.
        event: what happened.
        today: nothing is entered for a later day.
        drafts: of the mentorship, the one saved last first.

    Raises:
        BadInput: its day is still to come, words are missing or fit several promises, or its draft was sent before.
    """
    if event.date > today:
        raise BadInput(
            f"{event.date} is still to come; today is {today}.", "Log what happened on the day itself or later."
        )
    if event.what in _NEEDS_TEXT and not event.text.strip():
        raise BadInput(f"“{event.what}” needs words.", _NEEDS_TEXT[event.what])
    entered = _filled(mentorship, event, drafts)
    if any(_adds_nothing(entered, other) for other in mentorship.events):
        return mentorship
    _check_sent_once(mentorship, entered)
    return replace(mentorship, events=(*mentorship.events, entered))


def without_event(mentorship: Mentorship, event_id: str) -> Mentorship:
    """The mentorship as it was before the event with this id was entered.

    Raises:
        BadInput: there is none.
    """
    left = tuple(event for event in mentorship.events if event.id != event_id)
    if not event_id or len(left) == len(mentorship.events):
        raise BadInput("There is no such entry.")
    return replace(mentorship, events=left)


def last_entered(mentorship: Mentorship) -> Event | None:
    """The event that was entered last, whenever it happened; what came by itself with a draft is left out."""
    entered = [event for event in mentorship.events if event.what is not What.DRAFTED]
    return max(entered, key=lambda event: event.logged or _NEVER, default=None)


def _filled(mentorship: Mentorship, event: Event, drafts: Sequence[Draft]) -> Event:
    if event.what is What.SENT:
        draft = _draft_sent(mentorship, event, drafts)
        return replace(event, draft_id=draft.id, kind=draft.kind, meeting_id=draft.meeting_id) if draft else event
    if event.what is What.MET and not event.meeting_id:
        return replace(event, meeting_id=_meeting_held(mentorship, event.date))
    if event.what is What.DONE:
        return replace(event, text=_promised(mentorship, event))
    return event


def _draft_sent(mentorship: Mentorship, event: Event, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that was sent: the one named, else the latest that may be meant.

    That is one made in the month before, not sent yet, nor one of its sort made since, nor one of its sort on that day;
    and no agenda of a meeting that is over, unless the entry says that it was one.
    """
    if event.draft_id:
        return next((one for one in drafts if one.id == event.draft_id), None)
    sent = {one.draft_id: one.date for one in mentorship.events if one.what is What.SENT}
    made = {one.draft_id: one.date for one in mentorship.events if one.what is What.DRAFTED}
    # What was sent later says nothing of what was sent before it.
    gone = [one for one in drafts if sent.get(one.id, dt.date.max) <= event.date]
    that_day = {_sort(one) for one in gone if sent[one.id] == event.date}
    latest = {_sort(one): _begun(one) for one in sorted(gone, key=_begun)}
    waiting = (
        one
        for one in drafts
        if one.id not in sent and _sort(one) not in that_day and event.kind in {None, one.kind}
        if dt.timedelta() <= event.date - made.get(one.id, event.date) <= _FRESH
        if _sort(one) not in latest or _begun(one) > latest[_sort(one)]
        if event.kind or not _comes_too_late(one, mentorship, made.get(one.id, _begun(one).date()), event.date)
    )
    return next(waiting, None)


def _comes_too_late(draft: Draft, mentorship: Mentorship, made: dt.date, day: dt.date) -> bool:
    """Whether a draft is the agenda of a meeting before ``day``, or both met before it since the draft was made."""
    if draft.kind is not Kind.AGENDA:
        return False
    meeting = next((one for one in mentorship.meetings if one.id and one.id == draft.meeting_id), None)
    if meeting and meeting.date:
        return meeting.date < day
    return any(made <= one.date < day for one in History.of(mentorship, day).of_kind(What.MET))


def _sort(draft: Draft) -> tuple[str, str]:
    return draft.kind, draft.meeting_id


def _begun(draft: Draft) -> dt.datetime:
    return next((one.saved for one in draft.revisions if one.saved), _NEVER)


def _meeting_held(mentorship: Mentorship, day: dt.date) -> str:
    """The id of the meeting that was held on ``day``, or set for a day shortly before: whoever logs late means it."""
    logged = [event for event in mentorship.events if event.what is What.MET]
    waiting = [one for one in mentorship.meetings if one.date and not any(met_in(one, event) for event in logged)]
    near = [one for one in waiting if one.date and day - _LOGGED_LATE <= one.date <= day]
    if any(event.date == day for event in logged):
        near = [one for one in near if one.date == day]
    return max(near, key=lambda one: one.date or day).id if near else ""


def _promised(mentorship: Mentorship, event: Event) -> str:
    """The promise that ``event.text`` means, by its words or their beginning; else the text itself.

    One that is open comes before one that is done already.
    """
    known = promises(mentorship, event.date)
    waiting = _meant([one.what for one in known if not one.is_done], event.text)
    if len(waiting) > 1:
        listed = "; ".join(f"“{what}”" for what in waiting)
        raise BadInput(f"“{event.text}” fits {len(waiting)} promises: {listed}.", "Give more of the words.")
    done = _meant([one.what for one in known if one.is_done], event.text)
    return [*waiting, *reversed(done), event.text.strip()][0]


def _meant(known: list[str], text: str) -> list[str]:
    exact = [what for what in known if same_statement(what, text)]
    begun = [what for what in known if folded(what).startswith(folded(text))]
    return list(dict.fromkeys(exact or begun))


def _adds_nothing(one: Event, other: Event) -> bool:
    """Whether ``one`` says nothing that ``other`` does not."""
    if (one.what, one.date, one.owner) != (other.what, other.date, other.owner):
        return False
    pairs = (
        (one.kind, other.kind),
        (one.draft_id, other.draft_id),
        (one.meeting_id, other.meeting_id),
        (one.by, other.by),
        (statement_key(one.text), statement_key(other.text)),
        (statement_key(one.result), statement_key(other.result)),
        (statement_key(one.advice), statement_key(other.advice)),
    )
    return all(not new or new == known for new, known in pairs)


def _check_sent_once(mentorship: Mentorship, event: Event) -> None:
    sent = (one for one in mentorship.events if one.what is What.SENT and one.draft_id)
    before = next((one for one in sent if one.draft_id == event.draft_id), None)
    if event.what is What.SENT and before:
        raise BadInput(
            f"That draft was logged as sent on {long_date(before.date)}.",
            "If the day is wrong, take that entry back first.",
        )
