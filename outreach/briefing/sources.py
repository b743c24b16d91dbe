"""Facts cut up for comparing: once for a brief, however often a text is held against it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from outreach.briefing.memo import Memo
from outreach.domain.facts import Fact
from outreach.wording.clean import folded
from outreach.wording.quantities import Kind, Quantity, Slot, parsed, slots
from outreach.wording.words import content, words


@dataclass(frozen=True)
class Source:
    """One fact, cut up."""

    id: str
    text: str

    @property
    def field(self) -> str:
        """The field's path."""
        return self.id.rpartition(":")[0]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its content words."""
        return frozenset(content(self.text))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Its words and their parts, folded."""
        return frozenset(
            part
            for word in map(folded, words(self.text))
            for part in ((word,) if word.isalnum() else (word, *re.split(r"[-.']", word)))
            if part
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, dates, times, durations and amounts."""
        return parsed(self.text)


@dataclass(frozen=True)
class Sources:
    """The facts of a brief: those that may be told, and those that are withheld."""

    usable: tuple[Source, ...]
    withheld: tuple[Source, ...]
    memo: Memo = field(default_factory=Memo, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, usable: Iterable[Fact], withheld: Iterable[Fact]) -> Sources:
        """Cut up facts."""
        return cls(
            tuple(Source(fact.id, fact.text) for fact in usable),
            tuple(Source(fact.id, fact.text) for fact in withheld),
        )

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> Sources:
        """Plain texts as facts, for checking a candidate against the few that it may use."""
        return cls(tuple(Source(f"given:{n}", text) for n, text in enumerate(texts, 1)), ())

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all usable facts."""
        return frozenset().union(*(source.stems for source in self.usable))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Words of all usable facts, folded."""
        return frozenset().union(*(source.tokens for source in self.usable))

    @cached_property
    def _by_stem(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = {}
        for source in self.usable:
            for stem in source.stems:
                found.setdefault(stem, []).append(source)
        return found

    @cached_property
    def _by_token(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = {}
        for source in self.usable:
            for token in source.tokens:
                found.setdefault(token, []).append(source)
        return found

    @cached_property
    def quantities(self) -> dict[Kind, list[tuple[Source, Quantity]]]:
        """The quantities of the usable facts, by kind."""
        found: dict[Kind, list[tuple[Source, Quantity]]] = {}
        for source in self.usable:
            for quantity in source.quantities:
                found.setdefault(quantity.kind, []).append((source, quantity))
        return found

    @cached_property
    def slots(self) -> tuple[tuple[Source, Slot], ...]:
        """When the mentee is free."""
        availability = self.of_fields(("mentee.availability",))
        return tuple((source, slot) for source in availability for slot in slots(source.text))

    def with_stem(self, stem: str) -> list[Source]:
        """The usable facts that have a stem."""
        return self._by_stem.get(stem, [])

    def with_token(self, token: str) -> list[Source]:
        """The usable facts that have a word or part of a word, folded."""
        return self._by_token.get(token, [])

    def of_fields(self, fields: tuple[str, ...]) -> Iterator[Source]:
        """The usable facts of fields named by the beginning of their path."""
        return (source for source in self.usable if source.id.startswith(fields))

    def shared(self, stems: Iterable[str]) -> dict[Source, int]:
        """How many of ``stems`` each usable fact has; facts with none are left out."""
        return Counter(source for stem in stems for source in self.with_stem(stem))

    def nearest(self, stems: Iterable[str]) -> Source | None:
        """The usable fact that shares most of ``stems``; ``None`` where none shares any."""
        found = self.shared(stems)
        return max(found, key=lambda source: found[source], default=None)

    def coverage(self, stems: frozenset[str], fields: tuple[str, ...], without: frozenset[str] = frozenset()) -> float:
        """The largest share of ``stems``, 0 to 1, that one fact of ``fields`` has; ids in ``without`` are left out."""
        if not stems:
            return 0.0
        found = self.shared(stems)
        counts = (n for source, n in found.items() if source.id.startswith(fields) and source.id not in without)
        return max(counts, default=0) / len(stems)
