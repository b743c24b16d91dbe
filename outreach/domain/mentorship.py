"""A mentor in the store, with all that belongs to the two of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.events import Event, PutAside, Snooze
from outreach.domain.facts import FactChanges
from outreach.domain.people import Mentee, Mentor


@dataclass(frozen=True, slots=True)
class Mentorship:
    """A mentor in the store, with what belongs to the two of them."""

    id: str
    mentor: Mentor
    ask: Ask = field(default=Ask())
    meetings: tuple[Meeting, ...] = ()
    """By date, the latest last."""
    allowed: tuple[str, ...] = ()
    """Withheld lines, as typed, that the mentee has confirmed or released."""
    changes: FactChanges = field(default=FactChanges())
    """What the mentee has dropped, put in other words and added."""
    events: tuple[Event, ...] = ()
    """As entered; their dates decide, not their order."""
    aside: tuple[PutAside, ...] = ()
    """Advice that the mentee will not follow."""
    snoozes: tuple[Snooze, ...] = ()

    def case(self, mentee: Mentee, meeting: Meeting | None = None) -> Case:
        """The case of one draft, with ``meeting`` if one belongs to it."""
        return Case(mentee, self.mentor, self.ask, meeting, self.allowed, self.changes)
