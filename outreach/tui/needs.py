"""What a kind of draft needs before it can be made."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.domain.draft import Kind
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee


@dataclass(frozen=True, slots=True)
class Need:
    """What is missing, and where it is filled in."""

    form: str
    """``mentee``, ``mentor`` or ``meeting``."""
    field: str
    message: str


def needed(kind: Kind, mentee: Mentee | None, mentorship: Mentorship | None, meeting: Meeting | None) -> Need | None:
    """The first thing that is missing for a draft of ``kind``."""
    if mentee is None:
        return Need("mentee", "goals", "A draft needs your name and at least one goal.")
    if mentorship is None:
        return Need("mentor", "name", "A draft needs a mentor to write to.")
    if kind is Kind.AGENDA and meeting is None:
        return Need("meeting", "minutes", "An agenda needs a meeting, with its length in minutes.")
    if kind is Kind.AGENDA and meeting is not None and not meeting.minutes:
        return Need("meeting", "minutes", "An agenda needs the meeting's length in minutes.")
    if kind is Kind.THANK_YOU and meeting is None:
        return Need("meeting", "notes", "A thank-you needs a meeting, with a note or an action.")
    if kind is Kind.THANK_YOU and meeting is not None and not (meeting.notes.strip() or meeting.next_actions):
        return Need("meeting", "notes", "A thank-you needs the meeting's notes, or an action.")
    return None
