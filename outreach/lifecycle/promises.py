"""What the two promised each other, and what is done of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.domain.case import Action, Owner
from outreach.domain.events import Event, What
from outreach.domain.facts import statement_key
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.history import known_meetings


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

    An action is known by its words, as facts are: it is done where an event says so, whichever meeting it came from,
    and promised again after it was done it is another. Where it was logged as done more than once, the first time
    counts, unless only a later one tells what it led to.
    """
    deeds_by_words = _deeds(mentorship, today)
    found: dict[tuple[Owner, str], list[Promise]] = {}
    for promise in sorted(_made(mentorship, today), key=_when_made):
        same = found.setdefault((promise.owner, statement_key(promise.what)), [])
        if same and not _done_before(same[-1], promise, deeds_by_words):
            same[-1] = _joined(same[-1], promise)
        else:
            same.append(promise)
    for promise in _looked_back_on(mentorship, today):
        same = found.setdefault((promise.owner, statement_key(promise.what)), [])
        if not same:
            same.append(promise)
        elif promise.is_done:
            same[0] = replace(same[0], is_done=True)
    told = [one for (_, words), same in found.items() for one in _with_deeds(same, deeds_by_words.get(words, []))]
    return sorted(told, key=_when_made)


def open_promises(mentorship: Mentorship, today: dt.date, owner: Owner | None = None) -> list[Promise]:
    """Those that are not done, of one of the two or of both, the one that is due first in front."""
    found = [one for one in promises(mentorship, today) if not one.is_done and owner in {None, one.owner}]
    return sorted(found, key=lambda one: one.by or dt.date.max)


def deeds(mentorship: Mentorship, today: dt.date) -> list[Event]:
    """What the mentee did beside what they had promised, oldest first."""
    kept = {statement_key(one.what) for one in promises(mentorship, today)}
    others = (events for words, events in _deeds(mentorship, today).items() if words not in kept)
    return sorted((event for events in others for event in events), key=_by_day)


def _made(mentorship: Mentorship, today: dt.date) -> Iterator[Promise]:
    for meeting in known_meetings(mentorship, today):
        # A meeting still to come holds what was promised before it.
        if meeting.date is None or meeting.date <= today:
            for action in meeting.next_actions:
                yield Promise(action.what, action.owner, meeting.date, action.by, None, action.done, source=meeting.id)
    for event in mentorship.events:
        if event.what is What.PROMISED and event.date <= today:
            yield Promise(event.text, event.owner, event.date, event.by, advice=event.advice, source=event.id)


def _looked_back_on(mentorship: Mentorship, today: dt.date) -> Iterator[Promise]:
    """The actions that meetings look back on: what is known of meetings that are not in the store.

    Nobody knows the day on which one was done; the meeting itself tells the mentor of it.
    """
    for meeting in known_meetings(mentorship, today):
        for action in meeting.previous_actions:
            yield Promise(action.what, action.owner, None, action.by, None, action.done, source=meeting.id)


def _deeds(mentorship: Mentorship, today: dt.date) -> dict[str, list[Event]]:
    """What was logged as done, by its words, oldest first."""
    found: dict[str, list[Event]] = {}
    done = (event for event in mentorship.events if event.what is What.DONE and event.date <= today)
    for event in sorted(done, key=_by_day):
        found.setdefault(statement_key(event.text), []).append(event)
    return found


def _done_before(one: Promise, again: Promise, deeds_by_words: dict[str, list[Event]]) -> bool:
    """Whether ``one`` was done before it was promised ``again``."""
    if one.is_done:
        return True
    since, until = one.made or dt.date.min, again.made or dt.date.min
    return any(since <= event.date < until for event in deeds_by_words.get(statement_key(one.what), ()))


def _joined(one: Promise, again: Promise) -> Promise:
    return replace(one, by=again.by or one.by, advice=again.advice or one.advice, is_done=one.is_done or again.is_done)


def _with_deeds(same: list[Promise], done: list[Event]) -> Iterator[Promise]:
    """Promises of the same words, each with what was done of it before it was promised again."""
    for promise, again in zip(same, [*same[1:], None], strict=True):
        since, until = promise.made or dt.date.min, again.made if again else None
        own = [event for event in done if since <= event.date and (until is None or event.date < until)]
        deed = next((event for event in reversed(own) if event.result.strip()), next(iter(own), None))
        yield replace(promise, is_done=True, done=deed.date, result=deed.result) if deed else promise


def _when_made(promise: Promise) -> tuple[object, ...]:
    made, by = promise.made or dt.date.min, promise.by or dt.date.min
    return made, by, promise.owner, statement_key(promise.what), promise.source


def _by_day(event: Event) -> tuple[object, ...]:
    return event.date, bool(event.result.strip()), event.logged is not None, event.logged, event.text
