"""What a kind of draft needs before it can be made."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.case import Case, Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee


@dataclass(frozen=True, slots=True)
class Need:
    """What is missing, and where it is filled in."""

    form: str
    """``mentee``, ``mentor`` or ``meeting``, or ``log`` for the diary."""
    field: str
    """Of the form; of the diary the event that is missing."""
    message: str


def needed(kind: Kind, mentee: Mentee | None, mentorship: Mentorship | None, meeting: Meeting | None) -> Need | None:
    """The first thing that is missing for a draft of ``kind``."""
    if mentee is None or not mentee.name:
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


_EVENTS = {
    Kind.FOLLOW_UP: Need("log", What.SENT, "A follow-up needs a message that you sent. Was one sent today?"),
    Kind.REPORT: Need("log", What.DONE, "A report needs something that you did."),
    Kind.CHECK_IN: Need("log", What.ANSWERED, "A sign of life needs an earlier contact, such as an answer."),
}


def lacking(kind: Kind, case: Case, purpose: Purpose | None) -> Need | None:
    """What has to happen, or be set, before a draft of ``kind`` can be made."""
    # With it comes all that drafts: not before a draft is wanted.
    from outreach.drafting.kinds import check_contact

    if purpose in {Purpose.MOVE, Purpose.CONFIRM} and (case.meeting is None or case.meeting.date is None):
        return Need("meeting", "date", f"To {purpose} a meeting, Outreach needs it with its date.")
    try:
        check_contact(case, kind)
    except BadInput as error:
        return _EVENTS.get(kind) or Need("meeting", "date", str(error))
    return None
