"""What every rule sees: the text, cut up once, and the facts it is held against."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from outreach.briefing.brief import Brief
from outreach.briefing.memo import Memo
from outreach.briefing.sources import Sources
from outreach.domain.case import Case
from outreach.domain.draft import Channel, Kind, Origin, Section
from outreach.domain.people import Relationship
from outreach.wording.lexicon import FUNCTION_WORDS, PAST, PERSON_NOUNS, THING_NOUNS, VERBS
from outreach.wording.quantities import Quantity, parsed
from outreach.wording.sentences import sentence_spans
from outreach.wording.words import content, stem


@dataclass(frozen=True)
class Span:
    """A sentence or a line of a text, with its place."""

    text: str
    start: int
    where: str = "body"
    memo: Memo = field(default_factory=Memo, init=False, compare=False, repr=False)
    """What was worked out from this sentence."""

    @property
    def end(self) -> int:
        """Place behind the last character."""
        return self.start + len(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its content words."""
        return frozenset(content(self.text))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, dates, times, durations and amounts."""
        return tuple(parsed(self.text))


@dataclass(frozen=True)
class Context:
    """One text under review, and what it is held against."""

    subject: str
    body: str
    kind: Kind
    channel: Channel = Channel.EMAIL
    relationship: Relationship = Relationship.COLD
    premium: bool = False
    today: dt.date | None = None
    brief: Brief | None = None
    """``None``: nothing is known but the text."""
    sections: tuple[Section, ...] = ()
    """Whose words the text is made of, where that is known."""
    memo: Memo = field(default_factory=Memo, init=False, compare=False, repr=False)
    """What was worked out from this text."""

    @classmethod
    def of_brief(cls, subject: str, body: str, brief: Brief, sections: tuple[Section, ...] = ()) -> Context:
        """A text that is held against a brief."""
        return cls(
            subject,
            body,
            brief.kind,
            brief.channel,
            brief.case.mentor.relationship,
            brief.premium,
            brief.today,
            brief,
            sections,
        )

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sentences and lines of the body, in order."""
        return tuple(spans_of(self.body))

    @cached_property
    def subject_span(self) -> Span:
        """The subject."""
        return Span(self.subject, 0, "subject")

    @property
    def everything(self) -> tuple[Span, ...]:
        """Subject and body."""
        return (self.subject_span, *self.spans) if self.subject.strip() else self.spans

    @property
    def facts(self) -> Brief:
        """The brief, for rules that need one.

        Raises:
            LookupError: there is none; a rule that asks has ``needs_case``.
        """
        if self.brief is None:
            raise LookupError("this rule needs a case")
        return self.brief

    @property
    def case(self) -> Case:
        """The case, for rules that need one."""
        return self.facts.case

    @property
    def sources(self) -> Sources:
        """The facts, cut up; none without a case."""
        return self.brief.sources if self.brief else Sources((), ())

    def by_a_person(self, span: Span) -> bool:
        """Whether nobody but the mentee wrote a sentence; a subject is theirs where the whole text is."""
        return all(
            section.origin is Origin.MENTEE
            for section in self.sections
            if span.where == "subject"
            or section.start is None
            or section.end is None
            or (section.start < span.end and section.end > span.start)
        )


_LONGEST = 800
"""Characters of the longest sentence that is looked at in one piece; some 130 words."""


def spans_of(text: str) -> Iterator[Span]:
    """The sentences of ``text``, line by line; a heading or a bullet is a line of its own, without its marks."""
    for line in re.finditer(r"[^\n]+", text):
        mark = re.match(r"\s*(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.)]\s+)?", line[0])
        lead = mark.end() if mark else 0
        for start, end in sentence_spans(line[0][lead:]):
            yield from _in_reach(line[0][lead + start : lead + end], line.start() + lead + start)


def _in_reach(text: str, start: int) -> Iterator[Span]:
    """A sentence, or its pieces where nobody could read it in one breath: what a rule does with one stays bounded."""
    while len(text) > _LONGEST:
        cut = text.rfind(" ", _LONGEST // 2, _LONGEST) + 1 or _LONGEST
        yield Span(text[:cut].rstrip(), start)
        rest = text[cut:].lstrip()
        start += len(text) - len(rest)
        text = rest
    if text:
        yield Span(text, start)


@functools.cache
def common_words() -> frozenset[str]:
    """Words that may begin a sentence without being a name."""
    listed = (
        importlib.resources.files("outreach.review").joinpath("common_words.txt").read_text(encoding="utf-8").split()
    )
    return frozenset(listed) | FUNCTION_WORDS | VERBS | frozenset(PAST) | PERSON_NOUNS | THING_NOUNS


@functools.cache
def common_stems() -> frozenset[str]:
    """Stems of the common words."""
    return frozenset(stem(word) for word in common_words())
