"""What happens between mentee and mentor, and where contact stands by it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from outreach.domain.case import Owner
from outreach.domain.draft import Kind


class What(StrEnum):
    """The kinds of event, in the order in which they come on one day."""

    DRAFTED = "drafted"
    SENT = "sent"
    ANSWERED = "answered"
    """The mentor wrote back, or said yes in any other way."""
    DECLINED = "declined"
    """The mentor said no, or not now."""
    MET = "met"
    PROMISED = "promised"
    DONE = "done"
    """Something promised is done, or the mentee has done something else worth telling."""
    ENDED = "ended"


class Stage(StrEnum):
    """Where contact stands; follows from the events."""

    FOUND = "found"
    DRAFTED = "drafted"
    SENT = "sent"
    ANSWERED = "answered"
    MET = "met"
    """Met once."""
    ONGOING = "ongoing"
    """Met more than once, or a mentor already."""
    RESTING = "resting"
    """Nobody writes for now: no answer after the last follow-up, a no, or a long silence."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, on a day; what the fields after ``date`` hold depends on ``what``."""

    what: What
    date: dt.date
    id: str = ""
    """The store's own."""
    kind: Kind | None = None
    """Drafted, sent: which text; ``None``: one without a draft, of which ``History`` tells what it must have been."""
    draft_id: str = ""
    """Drafted, sent: the draft."""
    meeting_id: str = ""
    """Met: the meeting, where it is in the store. Drafted, sent: the meeting that the draft is about."""
    text: str = ""
    """Answered, declined: what they wrote, as pasted. Promised: what. Done: what was promised, in the same words, or
    what else the mentee did. Ended: why."""
    result: str = ""
    """Done: what it led to."""
    owner: Owner = Owner.MENTEE
    """Promised: by whom."""
    by: dt.date | None = None
    """Promised: until when."""
    advice: str = ""
    """Promised: the piece of advice that it follows, as noted."""
    logged: dt.datetime | None = None
    """When it was entered, in UTC; set by the store."""


class Fate(StrEnum):
    """What became of a piece of advice."""

    KEPT = "kept"
    ACTION = "action"
    """It became an action of the mentee's."""
    ASIDE = "aside"
    """Put aside, with a reason."""
    DONE = "done"
    """Its action is done; the mentor has yet to hear of it."""
    REPORTED = "reported"
    """The mentor has heard what came of it."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """A piece of advice that the mentee will not follow, by its words as noted, and why."""

    advice: str
    reason: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Something due that is not to be seen before a day."""

    key: str
    """``Due.key``: it names the cause, so that a new cause is due at its own time."""
    until: dt.date
