"""Everything between mentee and one mentor, in order, with the texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.events import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the timeline."""

    date: dt.date
    title: str
    """``Sent: first contact``, ``Met, 30 minutes by video call``."""
    text: str = ""
    """The message that was sent, the answer, the notes, what it led to; as it was, over several lines."""
    event: Event | None = None
    """``None`` for what is still to come, such as a meeting that is set."""
    draft: Draft | None = None
    meeting: Meeting | None = None
    coming: bool = False
