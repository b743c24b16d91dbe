"""What the two promised each other, and what is done of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.domain.case import Action, Owner
from outreach.domain.events import Event, What
from outreach.domain.facts import same_statement
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.history import History


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised by one of the two."""

    what: str
    owner: Owner
    made: dt.date | None = None
    """When; ``None`` where the meeting in which it was made has no date."""
    by: dt.date | None = None
    done: dt.date | None = None
    """When it was done, where that is known."""
    is_done: bool = False
    result: str = ""
    """What it led to."""
    advice: str = ""
    """The advice that it follows, as noted."""
    source: str = ""
    """Id of the event or the meeting in which it was made."""

    @property
    def action(self) -> Action:
        """The promise as an action of a meeting."""
        return Action(self.what, self.is_done, self.by, self.owner)


def promises(mentorship: Mentorship, today: dt.date) -> list[Promise]:
    """All promises up to ``today``, oldest first; one that was made twice is one, with its latest date.

    An action is known by its words, as facts are: it is done where an event says so, whichever meeting it came from.
    """
    done = History.of(mentorship, today).of_kind(What.DONE)
    found: list[Promise] = []
    for promise in sorted(_made(mentorship, today), key=lambda one: one.made or dt.date.min):
        # Promised again after it was done, it is another promise.
        same = (n for n, one in enumerate(found) if _is_same(one, promise) and not _done_before(one, promise, done))
        at = next(same, None)
        if at is None:
            found.append(promise)
        else:
            found[at] = _joined(found[at], promise)
    for promise in _looked_back_on(mentorship, today):
        at = next((n for n, one in enumerate(found) if _is_same(one, promise)), None)
        if at is None:
            found.insert(0, promise)
        elif promise.is_done and not found[at].is_done:
            found[at] = replace(found[at], is_done=True, done=promise.done)
    return [_with_deed(promise, done) for promise in found]


def open_promises(mentorship: Mentorship, today: dt.date, owner: Owner | None = None) -> list[Promise]:
    """Those that are not done, of one of the two or of both, the one that is due first in front."""
    found = [one for one in promises(mentorship, today) if not one.is_done and owner in {None, one.owner}]
    return sorted(found, key=lambda one: one.by or dt.date.max)


def deeds(mentorship: Mentorship, today: dt.date) -> list[Event]:
    """What the mentee did beside what they had promised, oldest first."""
    kept = promises(mentorship, today)
    done = History.of(mentorship, today).of_kind(What.DONE)
    return [event for event in done if not any(same_statement(one.what, event.text) for one in kept)]


def _made(mentorship: Mentorship, today: dt.date) -> Iterator[Promise]:
    for meeting in mentorship.meetings:
        # A meeting still to come holds what was promised before it.
        if meeting.date is None or meeting.date <= today:
            for action in meeting.next_actions:
                yield Promise(action.what, action.owner, meeting.date, action.by, None, action.done, source=meeting.id)
    for event in History.of(mentorship, today).of_kind(What.PROMISED):
        yield Promise(event.text, event.owner, event.date, event.by, advice=event.advice, source=event.id)


def _looked_back_on(mentorship: Mentorship, today: dt.date) -> Iterator[Promise]:
    """The actions that meetings look back on: what is known of meetings that are not in the store."""
    for meeting in mentorship.meetings:
        past = meeting.date if meeting.date and meeting.date <= today else None
        for action in meeting.previous_actions:
            done = past if action.done else None
            yield Promise(action.what, action.owner, None, action.by, done, action.done, source=meeting.id)


def _is_same(one: Promise, other: Promise) -> bool:
    return one.owner is other.owner and same_statement(one.what, other.what)


def _done_before(one: Promise, again: Promise, done: list[Event]) -> bool:
    if one.is_done:
        return True
    made = again.made or dt.date.min
    return any(same_statement(event.text, one.what) and event.date < made for event in done)


def _joined(one: Promise, again: Promise) -> Promise:
    return replace(one, by=again.by or one.by, advice=again.advice or one.advice, is_done=one.is_done or again.is_done)


def _with_deed(promise: Promise, done: list[Event]) -> Promise:
    made = promise.made or dt.date.min
    deed = next((one for one in done if one.date >= made and same_statement(one.text, promise.what)), None)
    if deed is None:
        return promise
    return replace(promise, is_done=True, done=deed.date, result=deed.result)
