"""What every rule sees: the text, cut up once, and the brief it is held against."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from outreach.briefing.brief import Brief
from outreach.domain.draft import Finding, Level
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS, PAST, PERSON_NOUNS, THING_NOUNS, VERBS
from outreach.wording.sentences import sentence_spans
from outreach.wording.words import content, stem, words


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence or a line of a text, with its place."""

    text: str
    start: int
    stems: frozenset[str]

    @property
    def end(self) -> int:
        """Place behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A fact, cut up for comparing."""

    id: str
    text: str
    stems: frozenset[str]
    tokens: frozenset[str]

    @property
    def field(self) -> str:
        """The field's path."""
        return self.id.rpartition(":")[0]


@dataclass(frozen=True)
class Context:
    """One text under review."""

    subject: str
    body: str
    brief: Brief
    sources: tuple[Source, ...]
    withheld: tuple[Source, ...]
    spans: tuple[Span, ...] = field(default=())

    @classmethod
    def of(cls, subject: str, body: str, brief: Brief) -> Context:
        """Cut up text and facts once for all rules."""
        sources = tuple(source_of(fact.id, fact.text) for fact in brief.facts)
        withheld = tuple(source_of(fact.id, fact.text) for fact in brief.withheld)
        return cls(subject, body, brief, sources, withheld, tuple(spans_of(body)))

    def coverage(self, stems: frozenset[str], fields: tuple[str, ...], without: frozenset[str] = frozenset()) -> float:
        """The largest share of ``stems`` that stands in one fact of the fields named by prefix, ``without`` some."""
        if not stems:
            return 0.0
        shares = (
            len(stems & source.stems) / len(stems)
            for source in self.sources
            if source.id.startswith(fields) and source.id not in without
        )
        return max(shares, default=0.0)


Rule = Callable[[Context], Iterator[Finding]]


def source_of(identity: str, text: str) -> Source:
    """Cut up one fact."""
    parts = {folded(part) for word in words(text) for part in (word, *re.split(r"[-.'’]", word)) if part}
    return Source(identity, text, frozenset(content(text)), frozenset(parts))


def spans_of(text: str) -> Iterator[Span]:
    """The sentences of ``text``, line by line; a heading or a bullet is a line of its own, without its marks."""
    for line in re.finditer(r"[^\n]+", text):
        mark = re.match(r"\s*(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.)]\s+)?", line[0])
        lead = mark.end() if mark else 0
        for start, end in sentence_spans(line[0][lead:]):
            piece = line[0][lead + start : lead + end]
            yield Span(piece, line.start() + lead + start, frozenset(content(piece)))


def fail(rule: str, message: str, span: Span | None = None, match: re.Match[str] | None = None) -> Finding:
    """A finding at level fail about a span, or about a match inside it."""
    if span is None:
        return Finding(rule, Level.FAIL, message)
    start = span.start + (match.start() if match else 0)
    return Finding(rule, Level.FAIL, message, start=start, end=span.start + (match.end() if match else len(span.text)))


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
