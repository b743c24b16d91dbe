"""Authorship: how much of a text stands in the mentee's own words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.draft import Level, Origin, Section
from outreach.review.context import Context
from outreach.review.data import limits
from outreach.review.rule import Hit
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.words import WORD, stem

_TYPED = ("mentee.", "ask.about", "meeting.", *(f"contact.{one}" for one in "deeds results advice news reason".split()))
_RUN = 4
"""So many words in a row are no chance."""


@dataclass(frozen=True, slots=True)
class Authorship:
    """How much of a body the mentee wrote, and where."""

    share: float
    """Of the words between greeting and sign-off, 0 to 1."""
    places: tuple[tuple[int, int], ...]
    """Start and end in the body, in characters, in order."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, for comparing."""

    key: str
    filler: bool
    start: int
    end: int


def authorship(text: str, brief: Brief, sections: Iterable[Section] = ()) -> Authorship:
    """What of a body stands in words that the mentee typed: in the case, or in a section of their own.

    Runs of four words, and two words in sequence that carry something, count; names, greeting and sign-off do not.
    """
    first, last = _frame(text)
    found = [word for word in _words(text) if first <= word.start and word.end <= last]
    if not found:
        return Authorship(0.0, ())
    runs, pairs = _typed(brief)
    own = [False] * len(found)
    for at in range(len(found) - _RUN + 1):
        if tuple(word.key for word in found[at : at + _RUN]) in runs:
            own[at : at + _RUN] = [True] * _RUN
    telling = [at for at, word in enumerate(found) if not word.filler]
    for here, after in itertools.pairwise(telling):
        between = text[found[here].end : found[after].start]
        if (found[here].key, found[after].key) in pairs and not re.search(r"[.!?\n]", between):
            own[here : after + 1] = [True] * (after + 1 - here)
    for section in sections:
        if section.origin is Origin.MENTEE and section.start is not None and section.end is not None:
            for at, word in enumerate(found):
                own[at] = own[at] or (section.start <= word.start and word.end <= section.end)
    return Authorship(sum(own) / len(own), tuple(_places(text, found, own)))


def _frame(text: str) -> tuple[int, int]:
    """Where the text between greeting and sign-off begins and ends."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    if len(lines) < 3:
        return 0, len(text)
    greets = len(lines[0][0].split()) <= 6 and lines[0][0].rstrip().endswith((",", ":", "!"))
    end = lines[-1].start() if len(lines[-1][0].split()) <= 5 else len(text)
    if end < len(text) and len(lines[-2][0].split()) <= 6 and lines[-2][0].rstrip().endswith(","):
        end = lines[-2].start()
    return lines[0].end() if greets else 0, end


def _words(text: str) -> list[_Word]:
    found = []
    for match in WORD.finditer(text):
        low = folded(match[0])
        found.append(_Word(stem(match[0]), low in FUNCTION_WORDS, match.start(), match.end()))
    return found


def _typed(brief: Brief) -> tuple[set[tuple[str, ...]], set[tuple[str, str]]]:
    """Runs of words, and pairs of words that carry something, of what the mentee typed of themselves."""
    runs: set[tuple[str, ...]] = set()
    pairs: set[tuple[str, str]] = set()
    for fact in brief.facts:
        if not fact.field.startswith(_TYPED) or fact.field in {"mentee.name", "mentee.signs_as", "mentee.timezone"}:
            continue
        found = _words(fact.text)
        keys = [word.key for word in found]
        runs.update(tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1))
        telling = [word.key for word in found if not word.filler]
        pairs.update(itertools.pairwise(telling))
    return runs, pairs


def _places(text: str, found: list[_Word], own: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of own words; two that only a space parts are one."""
    start = end = None
    for word, mine in zip(found, own, strict=True):
        if mine and start is not None and end is not None and not text[end : word.start].strip():
            end = word.end
        elif mine:
            if start is not None and end is not None:
                yield start, end
            start, end = word.start, word.end
    if start is not None and end is not None:
        yield start, end


def own_words(context: Context) -> Iterator[Hit]:
    """R28: enough words of one's own, where it is known who wrote; a text typed by hand is the writer's own."""
    if not context.sections:
        return
    share = authorship(context.body, context.facts, context.sections).share
    if share < limits().share("authorship", "inform"):
        level = Level.WARN if share < limits().share("authorship", "warn") else Level.INFO
        message = f"{share:.0%} stands in words that you typed; a sentence of your own makes it sound like you."
        yield Hit(message, level=level)
