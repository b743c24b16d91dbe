"""What passed between the two so far, as far as the next message needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from outreach.domain.draft import Kind


class Purpose(StrEnum):
    """What a reply does."""

    TAKE = "take"
    """Take the time that was offered, or offer times where none was."""
    DECLINE = "decline"
    """Say no, kindly, to what was offered."""
    MOVE = "move"
    """Ask for another time for a meeting that is set."""
    THANK = "thank"
    """Thank for a no."""
    CONFIRM = "confirm"
    """Confirm a meeting the day before."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that the mentee sent."""

    date: dt.date
    kind: Kind | None = None
    """``None``: some message that was not drafted here."""
    subject: str = ""
    body: str = ""
    """Both empty where it was not drafted here."""
    facts: tuple[str, ...] = ()
    """Ids of the facts that its sections used."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the mentee did since the mentor last heard of them."""

    what: str
    """As promised (``read the NHS guidance``), or as told (``I passed the exam``)."""
    done: dt.date | None = None
    result: str = ""
    """What it led to, as the mentee typed it."""
    advice: str = ""
    """The mentor's advice that it follows, as noted; empty where none is known."""
    promised: dt.date | None = None
    """When the mentee promised it; ``None`` where it was no promise."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What passed between the two before a message."""

    sent: tuple[Sent, ...] = ()
    """Oldest first."""
    answer: str = ""
    """The mentor's last answer as pasted; empty where none was pasted."""
    answered: dt.date | None = None
    """When the mentor last answered, yes or no."""
    last_met: dt.date | None = None
    last_contact: dt.date | None = None
    """The last time either wrote, or both met."""
    deeds: tuple[Deed, ...] = ()
    """What the mentor has yet to hear of, oldest first; for an agenda, all since the last meeting."""
    owed: tuple[str, ...] = ()
    """What the mentor promised and has not done yet, in the words that were noted."""
    purpose: Purpose | None = None
    """What a reply does."""
    reason: str = ""
    """Why the mentee declines or moves, in words they typed; empty: no reason is given."""
    news: str = ""
    """What the mentee wants to add, in words they typed."""
