"""What to read in a minute before a call."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.lifecycle.promises import Promise


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Who, when, what passed last, what is open, and what to ask."""

    who: str
    """Name, role and organisation in a line."""
    meeting: Meeting | None
    here: str
    """``Thursday 3 December, 17:00 (London)``; empty without a date."""
    there: str
    """The same moment on the mentor's clock; empty where it is the same or not known."""
    last_contact: str
    """``Met on 5 November; you sent a report on 19 November.``; empty where nothing passed."""
    mine: tuple[Promise, ...] = ()
    """Open."""
    theirs: tuple[Promise, ...] = ()
    done: tuple[str, ...] = ()
    """What the mentee did since they last spoke, worth a word of thanks or pride."""
    advice: tuple[str, ...] = ()
    """What they advised last time, as noted; two or three."""
    questions: tuple[str, ...] = ()
    """Three at most: the mentee's own, word for word."""
    goal: str = ""
