"""A draft, its sections, and what the review found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from outreach.domain.facts import Fact


class Kind(StrEnum):
    """The texts that carry a mentorship."""

    FIRST_CONTACT = "first-contact"
    FOLLOW_UP = "follow-up"
    REPLY = "reply"
    AGENDA = "agenda"
    THANK_YOU = "thank-you"
    REPORT = "report"
    """What came of the mentor's advice."""
    CHECK_IN = "check-in"
    """A sign of life after a long silence."""
    AGREEMENT = "agreement"

    @property
    def in_words(self) -> str:
        """As a person calls it: ``first contact``."""
        return "first contact" if self is Kind.FIRST_CONTACT else self.value


FROM_CASE = (Kind.FIRST_CONTACT, Kind.AGENDA, Kind.THANK_YOU)
"""The kinds that a case file can hold all for."""
DRAFTED = (*FROM_CASE, Kind.FOLLOW_UP, Kind.REPLY, Kind.CHECK_IN, Kind.REPORT)
"""The kinds that Outreach drafts; the review knows them all."""


class Channel(StrEnum):
    """Where a message goes; sets its limits."""

    EMAIL = "email"
    LINKEDIN_NOTE = "linkedin-note"
    """The note with an invitation to connect."""
    MESSAGE = "message"
    """A direct message, such as InMail."""


class Origin(StrEnum):
    """Whose words a section is made of."""

    MODEL = "model"
    MENTEE = "mentee"
    TEMPLATE = "template"


class Wish(StrEnum):
    """What a mentee wants of a section that is made anew."""

    AGAIN = "again"
    SHORTER = "shorter"
    WARMER = "warmer"
    PLAINER = "plainer"
    ANOTHER_FACT = "another-fact"


class Level(StrEnum):
    """How much a finding weighs: ``fail`` keeps a draft from being ready."""

    FAIL = "fail"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one place of a text."""

    rule: str
    level: Level
    message: str
    where: str = "body"
    """``body`` or ``subject``."""
    start: int | None = None
    """Place in ``where``, in characters; ``None`` for the text as a whole."""
    end: int | None = None
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One or two sentences of a draft, or a part of an agenda."""

    name: str
    text: str
    origin: Origin
    start: int | None = None
    """Place in the body, in characters."""
    end: int | None = None
    facts: tuple[str, ...] = ()
    tries: int = 0
    """Candidates the model made for it."""
    seen: tuple[str, ...] = ()
    """What it said before it was made anew, oldest first; nothing of it comes again."""


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """Which GGUF file wrote."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds and tokens of one draft; ``None`` where no model ran."""

    load_s: float | None = None
    first_text_s: float | None = None
    """From the request to the first piece of the first candidate, model loaded."""
    total_s: float = 0.0
    prompt_tokens: int = 0
    new_tokens: int = 0
    kept_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of a draft."""

    subject: str
    body: str
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    """The facts its sections used."""
    findings: tuple[Finding, ...] = ()
    score: int = 100
    withheld: tuple[str, ...] = ()
    """Ids of the statements that were not used because they are private or unconfirmed."""
    model: ModelUsed | None = None
    seed: int = 1
    timings: Timings = Timings()
    saved: dt.datetime | None = None
    """When, in UTC; set by the store."""

    @property
    def ready(self) -> bool:
        """Whether no finding is at level fail."""
        return all(finding.level is not Level.FAIL for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Draft:
    """A message with its history."""

    id: str
    mentorship_id: str
    kind: Kind
    channel: Channel = Channel.EMAIL
    meeting_id: str = ""
    revisions: tuple[Revision, ...] = field(default=())
    """Oldest first."""
    premium: bool = False
    """Whether a LinkedIn note may have the length of a paying member's."""

    @property
    def current(self) -> Revision:
        """The newest revision."""
        return self.revisions[-1]
