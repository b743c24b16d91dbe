"""What the mentor advised, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from outreach.domain.events import Fate
from outreach.domain.mentorship import Mentorship


@dataclass(frozen=True, slots=True)
class Noted:
    """A piece of advice as it stands in the notes of a meeting."""

    text: str
    """Cleaned, as noted."""
    told: str = ""
    """``to log every override``; empty where code cannot tell it."""
    meeting_id: str = ""
    day: dt.date | None = None
    """Of the meeting."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice, and what became of it."""

    noted: Noted
    fate: Fate = Fate.KEPT
    action: str = ""
    """What the mentee promised upon it."""
    by: dt.date | None = None
    reason: str = ""
    """Why it was put aside."""
    done: dt.date | None = None
    result: str = ""


def advice_of(mentorship: Mentorship, noted: Iterable[Noted], today: dt.date) -> list[Advice]:
    """What became of each piece of advice up to ``today``, oldest first."""
    raise NotImplementedError
