"""How far a draft is while it is being written: what was kept, what is tried, what was turned down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outreach.drafting.events import (
    CandidateRejected,
    DraftEvent,
    DraftStarted,
    SectionKept,
    SectionStarted,
    Trying,
)
from outreach.tui.compose.sections import nth, section_name


@dataclass(frozen=True, slots=True)
class Progress:
    """One state of a draft under way; each event makes the next."""

    sections: tuple[str, ...] = ()
    kept: tuple[SectionKept, ...] = ()
    rejected: tuple[CandidateRejected, ...] = ()
    """Of the section at hand; oldest first."""
    now: SectionStarted | Trying | None = None

    def after(self, event: DraftEvent) -> Progress:
        """The state once ``event`` has happened."""
        match event:
            case DraftStarted():
                return Progress(event.sections)
            case SectionStarted():
                return replace(self, now=event, rejected=())
            case Trying():
                return replace(self, now=event)
            case CandidateRejected():
                return replace(self, rejected=(*self.rejected, event), now=SectionStarted(event.section))
            case SectionKept():
                return replace(self, kept=self._with(event), now=None)
        return self

    def _with(self, section: SectionKept) -> tuple[SectionKept, ...]:
        """A section that is told of again says something else, or nothing at all."""
        if any(one.section == section.section for one in self.kept):
            return tuple(section if one.section == section.section else one for one in self.kept)
        return (*self.kept, section)

    @property
    def done(self) -> int:
        """Sections that are there."""
        return len(self.kept)

    @property
    def total(self) -> int:
        """Sections that are to come, too; 0 while nothing is known."""
        return max(len(self.sections), self.done)

    @property
    def trying(self) -> Trying | None:
        """The try under way."""
        return self.now if isinstance(self.now, Trying) else None

    def bar(self, width: int) -> tuple[str, str]:
        """The part that is done and the rest, as two stretches of a line of ``width`` columns."""
        full = width * self.done // self.total if self.total else 0
        return "━" * full, "·" * (width - full)

    @property
    def in_words(self) -> str:
        """Such as ``3 of 7   Hook, 2nd try``."""
        if not self.total:
            return "Getting ready …"
        count = f"{self.done} of {self.total}"
        if self.now is None:
            return count if self.done else f"{count}   getting ready …"
        name = section_name(self.now.section)
        if isinstance(self.now, Trying):
            return f"{count}   {name}, {nth(self.now.attempt)} try"
        tries = f", {nth(len(self.rejected) + 1)} try" if self.rejected else ""
        return f"{count}   {name}{tries}: looking for words …"
