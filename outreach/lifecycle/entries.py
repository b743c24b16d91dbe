"""Entering what happened, and taking it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from outreach.domain.draft import Draft, Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, What
from outreach.domain.facts import same_statement
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded
from outreach.lifecycle.history import History
from outreach.lifecycle.promises import open_promises
from outreach.lifecycle.stages import unanswered

_NEEDS_TEXT = {
    What.PROMISED: "Say what was promised.",
    What.DONE: "Say what was done: a promise in its words or their beginning, or anything else worth telling.",
}


def with_event(mentorship: Mentorship, event: Event, today: dt.date, drafts: Sequence[Draft] = ()) -> Mentorship:
    """The mentorship with ``event`` entered; the same where it is there already.

    What is left open is filled in: the draft that was sent and its kind, the meeting that was held, the promise that
    is done by the beginning of its words.

    Args:
        mentorship: the one.
        event: what happened.
        today: nothing is entered for a later day.
        drafts: of the mentorship, the one saved last first.

    Raises:
        BadInput: its day is still to come, words are missing, or they fit several promises.
    """
    if event.date > today:
        raise BadInput(
            f"{event.date} is still to come; today is {today}.", "Log what happened on the day itself or later."
        )
    if event.what in _NEEDS_TEXT and not event.text.strip():
        raise BadInput(f"“{event.what}” needs words.", _NEEDS_TEXT[event.what])
    entered = _filled(mentorship, event, drafts)
    if any(_same(entered, other) for other in mentorship.events):
        return mentorship
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
    return max(entered, key=lambda event: event.logged or dt.datetime.min.replace(tzinfo=dt.UTC), default=None)


def _filled(mentorship: Mentorship, event: Event, drafts: Sequence[Draft]) -> Event:
    if event.what is What.SENT:
        return _of_draft(mentorship, event, drafts)
    if event.what is What.MET and not event.meeting_id:
        found = next((one.id for one in mentorship.meetings if one.date == event.date), "")
        return replace(event, meeting_id=found)
    if event.what is What.DONE:
        return replace(event, text=_promised(mentorship, event))
    return event


def _of_draft(mentorship: Mentorship, event: Event, drafts: Sequence[Draft]) -> Event:
    """The event with the draft that was sent: the one named, else the latest that was not sent yet."""
    if event.draft_id:
        draft = next((one for one in drafts if one.id == event.draft_id), None)
    else:
        waiting = (one for one in _waiting(mentorship, event.date, drafts) if event.kind in {None, one.kind})
        draft = next(waiting, None)
    if draft is not None:
        return replace(event, draft_id=draft.id, kind=draft.kind, meeting_id=draft.meeting_id)
    said = next((one for one in mentorship.events if one.what is What.SENT and one.date == event.date), None)
    if said is not None and event.kind is None:
        # Nothing is left that it could mean but what was sent that day.
        return said
    return replace(event, kind=event.kind or _kind_sent(mentorship, event.date))


def _waiting(mentorship: Mentorship, day: dt.date, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that may have been sent on ``day``: made by then, and neither they nor later ones of the sort sent."""
    gone = {one.draft_id: one.date for one in mentorship.events if one.what is What.SENT}
    made = {one.draft_id: one.date for one in mentorship.events if one.what is What.DRAFTED}
    found: list[Draft] = []
    done: set[tuple[Kind, str]] = set()
    for draft in drafts:
        sort = (draft.kind, draft.meeting_id)
        if draft.id in gone:
            # A follow-up of next week says nothing about the one before it.
            done.update([sort] if gone[draft.id] <= day else [])
        elif sort not in done and made.get(draft.id, day) <= day:
            found.append(draft)
    return found


def _kind_sent(mentorship: Mentorship, day: dt.date) -> Kind | None:
    """What a message that was not drafted here must have been."""
    history = History.of(mentorship, day)
    if history.last_contact is None:
        return Kind.FIRST_CONTACT
    return Kind.FOLLOW_UP if unanswered(history) else None


def _promised(mentorship: Mentorship, event: Event) -> str:
    """The open promise that ``event.text`` means: by its words, or their beginning; else the text itself."""
    waiting = [one.what for one in open_promises(mentorship, event.date)]
    exact = [what for what in waiting if same_statement(what, event.text)]
    begun = [what for what in waiting if folded(what).startswith(folded(event.text))]
    found = list(dict.fromkeys(exact or begun))
    if len(found) > 1:
        listed = "; ".join(f"“{what}”" for what in found)
        raise BadInput(f"“{event.text}” fits {len(found)} promises: {listed}.", "Give more of the words.")
    return found[0] if found else event.text.strip()


def _same(one: Event, other: Event) -> bool:
    return one == replace(other, id=one.id, logged=one.logged)
