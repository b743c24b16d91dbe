"""One section of a draft made anew: again, shorter, warmer, plainer, or from another fact."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace

from outreach.briefing.brief import Brief
from outreach.domain.draft import Finding, Level, Origin, Revision, Section, Wish
from outreach.domain.errors import BadInput
from outreach.drafting.candidates import Kept, Writer
from outreach.drafting.choices import Choices, same
from outreach.drafting.events import DraftEvent, DraftFinished, SectionKept, SectionStarted
from outreach.drafting.kinds import text_of
from outreach.drafting.letters import for_wish
from outreach.engine.protocol import Engine
from outreach.review.check import review
from outreach.review.rule import Policy
from outreach.templates import Templates
from outreach.wording.words import words

_MODEL_FIRST = frozenset({Wish.AGAIN, Wish.ANOTHER_FACT})
"""For the other wishes the template has a sentence that was written for them."""

_BUILT = frozenset({"hook", "echo", "new"})
"""Sections that are built on a fact or a note."""


def remake(
    revision: Revision,
    at: int,
    wish: Wish,
    brief: Brief,
    templates: Templates,
    engine: Engine | None,
    choices: Choices,
    stopped: Callable[[], bool] = lambda: False,
    policy: Policy | None = None,
) -> Iterator[DraftEvent]:
    """Make section number ``at`` of ``revision`` anew, from 0; the last event is ``DraftFinished``.

    What the section has said before never comes again, nor what stands elsewhere in the draft, nor a sentence that
    brings a new finding that fails. All other text stays, character for character. Where ``choices`` name a fact, the
    section is built on it, and on no other.

    Raises:
        BadInput: the section is not in the text any more, or nothing else can be said from the facts.
        EngineFailed, Cancelled: by the engine; ``revision`` is as it was.
    """
    section = revision.sections[at]
    if section.start is None or section.end is None:
        raise BadInput("This section is not in the text any more.", "Undo, or write it by hand.")
    making = _Remaking(revision, at, wish, brief, templates, engine, choices, stopped, policy)
    yield SectionStarted(section.name)
    found = yield from making.found()
    if found is None:
        nothing = _NOTHING_OF_FACT if choices.fact else _NOTHING[wish]
        raise BadInput(nothing, "Write it by hand, or change the facts.")
    yield SectionKept(section.name, found.sections[at].text, found.sections[at].origin)
    yield DraftFinished(found)


_NOTHING = {
    Wish.AGAIN: "There is no other way to say this from your facts.",
    Wish.SHORTER: "There is no shorter way to say this from your facts.",
    Wish.WARMER: "There is no warmer way to say this that stays true.",
    Wish.PLAINER: "There is no plainer way to say this from your facts.",
    Wish.ANOTHER_FACT: "There is no other fact that could stand here.",
}
_NOTHING_OF_FACT = "This section cannot be built on that fact, or not in words that you have not seen."


@dataclass
class _Remaking:
    """The state of one section while it is made anew."""

    revision: Revision
    at: int
    wish: Wish
    brief: Brief
    templates: Templates
    engine: Engine | None
    choices: Choices
    stopped: Callable[[], bool]
    policy: Policy | None
    begun: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.section = self.revision.sections[self.at]
        self.text = text_of(
            self.brief, self.templates, replace(self.choices, fact=self.choices.fact or self._built_on())
        )
        self.seen = {same(text) for text in (*self.section.seen, *(one.text for one in self.revision.sections))}
        self.writer = Writer(self.engine, self.templates, self.choices.seed, self.stopped) if self.engine else None

    def _built_on(self) -> str:
        """Id of the fact or note that the draft stands on; its other sections leave out what that says."""
        sections = (self.section, *self.revision.sections)
        used = (identity for section in sections if section.name in _BUILT for identity in section.facts)
        return next(used, "")

    def found(self) -> Generator[DraftEvent, None, Revision | None]:
        """The revision with the first way that may stand; ``None`` where there is none."""
        if self.wish in _MODEL_FIRST:
            return (yield from self._by_model()) or self._by_template()
        return self._by_template() or (yield from self._by_model())

    def _by_model(self) -> Generator[DraftEvent, None, Revision | None]:
        if not self.writer or self.section.name != self.text.by_model:
            return None
        count = len(words(self.section.text))
        asked = self.choices.fact
        wanted = (task for task in self.text.tasks(self.wish) if asked in ("", task.fact_id))
        tasks = [for_wish(task, self.wish, count) for task in wanted]
        if not tasks:
            return None
        self.writer.load()
        kept: Kept | None = yield from self.writer.write(self.section.name, tasks, self.seen)
        if kept is None:
            return None
        return self._with(Section(self.section.name, kept.text, Origin.MODEL, facts=(kept.fact_id,), tries=kept.tries))

    def _by_template(self) -> Revision | None:
        ways = (way for way in self._ways() if same(way.text) not in self.seen)
        return next((revision for way in ways if (revision := self._with(way))), None)

    def _ways(self) -> Iterator[Section]:
        """The sentences of the templates; only those on the fact that was asked for, if one was."""
        asked = self.choices.fact
        if asked:
            yield from (one for one in self.text.sections() if one.name == self.section.name and asked in one.facts)
        yield from (one for one in self.text.ways(self.section.name, self.wish) if not asked or asked in one.facts)

    def _with(self, way: Section) -> Revision | None:
        """The revision with ``way`` in place of the section; ``None`` where that brings a new fail or is no shorter."""
        if self.wish is Wish.SHORTER and len(way.text) >= len(self.section.text):
            return None
        section = replace(way, seen=(*self.section.seen, self.section.text))
        body, sections = replaced(self.revision, self.at, section)
        found = review(self.revision.subject, body, self.brief, sections, self.policy)
        if _fails(found.findings) - _fails(self.revision.findings):
            return None
        used = {identity for one in sections for identity in one.facts}
        return replace(
            self.revision,
            body=body,
            sections=sections,
            facts=tuple(fact for fact in self.brief.facts if fact.id in used),
            findings=found.findings,
            score=found.score,
            model=self.writer.model if self.writer and self.writer.model else self.revision.model,
            seed=self.choices.seed,
            timings=self.writer.counts.timings(time.monotonic() - self.begun) if self.writer else self.revision.timings,
            saved=None,
        )


def replaced(revision: Revision, at: int, section: Section) -> tuple[str, tuple[Section, ...]]:
    """Body and sections of ``revision`` with ``section`` in the place of number ``at``; the sections behind it move."""
    old = revision.sections[at]
    start, end = old.start or 0, old.end or 0
    moved = len(section.text) - (end - start)
    sections = [
        replace(one, start=one.start + moved, end=one.end + moved)
        if one.start is not None and one.end is not None and one.start >= end
        else one
        for one in revision.sections
    ]
    sections[at] = replace(section, start=start, end=start + len(section.text))
    return revision.body[:start] + section.text + revision.body[end:], tuple(sections)


def _fails(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings if finding.level is Level.FAIL}
