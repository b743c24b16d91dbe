"""Ask, meeting and action; a case holds all that one draft may need."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum

from outreach.domain.contact import Contact
from outreach.domain.facts import FactChanges
from outreach.domain.people import Mentee, Mentor


class Owner(StrEnum):
    """Who promised an action."""

    MENTEE = "mentee"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Ask:
    """What the mentee asks of the mentor."""

    about: str = ""
    minutes: int | None = None
    goal: int | None = None
    """Which of the mentee's goals, counted from 1; ``None``: the one closest to ``about``."""


_LENGTH = re.compile(r"([1-9]\d?) ?(?:minutes|mins?)\b[.,]? *(?:of (?:your|her|his|their) time\b,? *)?", re.IGNORECASE)


def ask_in(line: str) -> Ask:
    """An ask that is typed in one line: ``20 min about how she began`` has its minutes, and what it is about."""
    length = _LENGTH.match(line)
    rest = line[length.end() :] if length else ""
    # "20 minutes on Zoom" alone says nothing that it is about.
    return Ask(rest, int(length[1])) if length and len(rest.split()) != 1 and rest.count(" ") != 1 else Ask(line)


@dataclass(frozen=True, slots=True)
class Action:
    """Something promised, with a due date."""

    what: str
    done: bool = False
    by: dt.date | None = None
    owner: Owner = Owner.MENTEE


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conversation: what stands before ``notes`` is known before it, the rest after."""

    id: str = ""
    """The store's own id; empty in a case file."""
    date: dt.date | None = None
    time: dt.time | None = None
    """In the mentee's zone."""
    minutes: int | None = None
    mode: str = ""
    number: int | None = None
    """1 is the first meeting."""
    previous_actions: tuple[Action, ...] = ()
    progress: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """The mentee's own; a draft keeps them word for word."""
    decision: str = ""
    notes: str = ""
    """One note a line; ``!`` at its start makes it private."""
    private: tuple[str, ...] = ()
    """Lines that never leave the app."""
    next_actions: tuple[Action, ...] = ()
    next_meeting: dt.date | None = None
    planned: dt.date | None = None
    """The day on which it came into the store; what it makes due is not due before. Not in a case file."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that one draft may use."""

    mentee: Mentee
    mentor: Mentor
    ask: Ask = Ask()
    meeting: Meeting | None = None
    allowed: tuple[str, ...] = ()
    """Withheld lines, as typed, that the mentee has confirmed or released."""
    changes: FactChanges = field(default=FactChanges())
    """What the mentee has dropped, put in other words and added."""
    contact: Contact = field(default=Contact())
    """What passed between the two; from the store, never from a case file."""
