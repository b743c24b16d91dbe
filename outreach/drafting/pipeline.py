"""One draft, section by section: code writes what must be right, the model what needs writing, templates stand in."""

from __future__ import annotations

import functools
import itertools
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from outreach.briefing.brief import Brief
from outreach.domain.draft import Level, Origin, Revision, Section, Wish
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.drafting.candidates import Counts, Writer
from outreach.drafting.choices import Choices
from outreach.drafting.events import (
    CandidateRejected,
    DraftEvent,
    DraftFailed,
    DraftFinished,
    DraftStarted,
    SectionKept,
    SectionStarted,
)
from outreach.drafting.kinds import text_of
from outreach.drafting.smoothing import PROMPT, likeliest
from outreach.engine.protocol import Engine
from outreach.review.check import review
from outreach.review.rule import Policy
from outreach.templates import Templates

MOST_WAYS = 8
"""Other ways that a section that fails is tried in; each costs a review."""


def make_draft(
    brief: Brief,
    templates: Templates,
    engine: Engine | None,
    choices: Choices,
    stopped: Callable[[], bool] = lambda: False,
    policy: Policy | None = None,
) -> Iterator[DraftEvent]:
    """Draft one message; the first event is ``DraftStarted``, the last ``DraftFinished`` or ``DraftFailed``.

    Args:
        brief: all that the draft may use.
        templates: sentences and prompts.
        engine: ``None`` for a draft from templates alone.
        choices: the seed, which decides every try of the model, the fact to build on, and what was seen before.
        stopped: asked before each try; the engine's own ``cancel`` reaches only a try under way.
        policy: what the user has changed of the rules.

    Raises:
        TemplateBroken: a template cannot be rendered.
    """
    making = _Making(brief, templates, engine, choices, stopped, policy)
    yield DraftStarted(tuple(section.name for section in making.text.sections()))
    try:
        yield from making.written()
    except (Cancelled, EngineFailed) as error:
        yield from making.rest()
        yield DraftFailed(error.message, error.hint, isinstance(error, Cancelled), making.revision())
        return
    yield from making.rest()
    yield from making.mended()
    yield DraftFinished(making.revision())


@dataclass
class _Making:
    """The state of one draft while it is made."""

    brief: Brief
    templates: Templates
    engine: Engine | None
    choices: Choices
    stopped: Callable[[], bool]
    policy: Policy | None
    begun: float = field(default_factory=time.monotonic)
    announced: int = 0
    """Sections already told of."""

    def __post_init__(self) -> None:
        self.text = text_of(self.brief, self.templates, self.choices)
        seed = self.choices.seed
        self.writer = Writer(self.engine, self.templates, seed, self.stopped) if self.engine else None

    def made_whole(self) -> None:
        """Let the model say where a jotted line wants an article, of the readings that code can make."""
        jotted = self.text.jotted()
        if not jotted or self.stopped():
            return
        self.text.put({text: likeliest(text, functools.partial(self._likely, text)) for text in jotted})

    def _likely(self, jotted: str, readings: Sequence[str]) -> list[float]:
        turns = self.templates.turns(PROMPT, {"text": jotted})
        return self.engine.likelihood(turns, readings) if self.engine else [0.0] * len(readings)

    def chosen(self) -> None:
        """Let the model choose among true sentences the one that reads best, where the ranking leaves it open."""
        options = [] if self.choices.fact else self.text.options()
        if len(options) < 2 or self.stopped():
            return
        likely = self._heard([option.text for option in options])
        weights = [option.worth + self.text.ear * value for option, value in zip(options, likely, strict=True)]
        self.text.build_on(options[weights.index(max(weights))])

    def _heard(self, texts: Sequence[str]) -> list[float]:
        """How well sentences of this message read, to the model's ear."""
        turns = self.templates.turns("choose.prompt.j2", {"kind": self.brief.kind.value.replace("-", " ")})
        return self.engine.likelihood(turns, texts) if self.engine else [0.0] * len(texts)

    def written(self) -> Generator[DraftEvent, None, None]:
        """The section that the model may write, behind the sections of code that come before it."""
        if not self.writer:
            return
        # Also where nothing is asked of it: who wants a draft with a model hears at once that it cannot be used.
        self.writer.load()
        self.made_whole()
        self.chosen()
        name = self.text.by_model
        tasks = self.text.tasks()
        if not tasks:
            return
        yield from self._announce(until=name)
        yield SectionStarted(name)
        kept = yield from self.writer.write(name, tasks, self.choices.earlier.texts)
        code = next((section.text for section in self.text.sections() if section.name == name), "")
        if kept and code:
            by_model, by_code = self._heard([kept.text, code])
            if by_code > by_model:
                yield CandidateRejected(name, kept.tries, kept.text, "the sentence of the template reads better")
                self.writer.counts.kept_tokens = 0
                kept = None
        self.text.kept = kept

    def rest(self) -> Generator[DraftEvent, None, None]:
        """The sections not told of yet."""
        yield from self._announce()

    def mended(self) -> Generator[DraftEvent, None, None]:
        """Put right what fails in the whole draft: the model gives way, then code words sections otherwise."""
        if self.revision().ready:
            return
        if self.text.kept:
            name = self.text.by_model
            self.text.kept = None
            yield from (SectionKept(name, one.text, one.origin) for one in self.text.sections() if one.name == name)
        if self.text.changeable:
            for section in _failing(self.revision()):
                yield from self._reworded(section)

    def _reworded(self, section: Section) -> Generator[DraftEvent, None, None]:
        """Say ``section`` in the first other way that fails less; leave it out where the message can spare it."""
        fails = _fails(self.revision())
        alike = itertools.islice(self.text.ways(section.name, Wish.AGAIN), MOST_WAYS)
        ways: list[Section | None] = [*alike, *self.text.ways(section.name, Wish.SHORTER)]
        for way in [*ways, None] if section.name in self.text.spare() else ways:
            self.text.put_instead(section.name, way)
            if _fails(self.revision()) < fails:
                yield SectionKept(section.name, way.text if way else "", Origin.TEMPLATE)
                return
        self.text.put_instead(section.name, section)

    def _announce(self, until: str = "") -> Generator[DraftEvent, None, None]:
        sections = self.text.sections()
        while self.announced < len(sections) and sections[self.announced].name != until:
            section = sections[self.announced]
            self.announced += 1
            if not (self.text.kept and section.name == self.text.by_model and section.origin is Origin.MODEL):
                yield SectionStarted(section.name)
            yield SectionKept(section.name, section.text, section.origin)

    def revision(self) -> Revision:
        """The draft as it stands, reviewed."""
        subject, sections = self.text.subject(), self.text.sections()
        body = self.text.body(sections)
        tries = self.writer.tries if self.writer else {}
        counted = [
            replace(section, tries=tries.get(section.name, 0)) if section.name == self.text.by_model else section
            for section in sections
        ]
        placed = place(body, counted)
        found = review(subject, body, self.brief, placed, self.policy)
        used = {identity for section in placed for identity in section.facts}
        counts = self.writer.counts if self.writer else Counts()
        return Revision(
            subject=subject,
            body=body,
            sections=placed,
            facts=tuple(fact for fact in self.brief.facts if fact.id in used),
            findings=found.findings,
            score=found.score,
            withheld=tuple(fact.id for fact in self.brief.withheld),
            model=self.writer.model if self.writer else None,
            seed=self.choices.seed,
            timings=counts.timings(time.monotonic() - self.begun),
        )


def _fails(revision: Revision) -> int:
    return sum(finding.level is Level.FAIL for finding in revision.findings)


def _failing(revision: Revision) -> list[Section]:
    """The sections in which something fails."""
    places = [one.start for one in revision.findings if one.level is Level.FAIL and one.where == "body"]
    return [
        section
        for section in revision.sections
        if section.start is not None and section.end is not None
        if any(at is not None and section.start <= at < section.end for at in places)
    ]


def place(body: str, sections: list[Section]) -> tuple[Section, ...]:
    """The sections with their places in the body, found in order; a section that is not there has none."""
    placed, at = [], 0
    for section in sections:
        start = body.find(section.text, at)
        if start < 0:
            placed.append(section)
            continue
        at = start + len(section.text)
        placed.append(replace(section, start=start, end=at))
    return tuple(placed)
