"""What happens while a draft is made; read by the app and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.draft import Origin, Revision


@dataclass(frozen=True, slots=True)
class DraftStarted:
    """A draft begins."""

    sections: tuple[str, ...]
    """What it will have, by name and in order, as far as is known now; some may give way later."""


@dataclass(frozen=True, slots=True)
class SectionStarted:
    """Work on a section begins."""

    section: str


@dataclass(frozen=True, slots=True)
class Trying:
    """A candidate streams: ``text`` is all of it so far. To be shown as a try, never as the draft."""

    section: str
    attempt: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class CandidateRejected:
    """The review turned a candidate down."""

    section: str
    attempt: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SectionKept:
    """A section entered the draft."""

    section: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class DraftFinished:
    """The draft is whole."""

    revision: Revision


@dataclass(frozen=True, slots=True)
class DraftFailed:
    """The engine failed or the user stopped; ``revision`` holds what was kept, the rest from templates."""

    error: str
    hint: str
    cancelled: bool
    revision: Revision


DraftEvent = DraftStarted | SectionStarted | Trying | CandidateRejected | SectionKept | DraftFinished | DraftFailed
