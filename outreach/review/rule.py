"""A rule: one check of a text, with its level, its weight, and where it comes from."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from outreach.domain.draft import Channel, Kind, Level
from outreach.domain.errors import BadInput
from outreach.domain.people import Relationship
from outreach.review.context import Context, Span

OFF = "off"
LEVEL_WORDS = (OFF, *Level)
"""What a user may set a rule to."""

_LEAST_OF_FAILURE = 15
_SEVERITY = {Level.INFO: 0, Level.WARN: 1, Level.FAIL: 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken."""

    message: str
    start: int | None = None
    """Place in ``where``, in characters; ``None`` for the text as a whole."""
    end: int | None = None
    where: str = "body"
    """``body`` or ``subject``."""
    fix: str | None = None
    """What may stand there instead."""
    level: Level | None = None
    """Where it weighs less than the rule does."""


Check = Callable[[Context], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says of itself; the check stands in ``check.CHECKS`` under the same id."""

    id: str
    title: str
    """What the text must be, in a few words."""
    level: Level
    weight: int
    """Points that a warning takes from the score; see ``points``."""
    kinds: frozenset[Kind]
    channels: frozenset[Channel]
    relationships: frozenset[Relationship]
    needs_case: bool
    """Whether it holds the text against a case."""
    why: str
    """What is known of its use to the reader."""
    sources: tuple[str, ...]
    good: str
    """A text that passes."""
    bad: str
    """A text that is caught."""

    def points(self, level: Level) -> int:
        """What a finding at ``level`` takes from the score: a failure at least 15, a note nothing."""
        return {Level.FAIL: max(self.weight, _LEAST_OF_FAILURE), Level.WARN: self.weight, Level.INFO: 0}[level]

    def applies(self, context: Context) -> bool:
        """Whether a text of this kind, on this channel, between these two, is held to it."""
        return (
            context.kind in self.kinds
            and context.channel in self.channels
            and context.relationship in self.relationships
            and (context.brief is not None or not self.needs_case)
        )


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user has changed: rules switched off, and other levels."""

    off: frozenset[str] = frozenset()
    levels: Mapping[str, Level] = field(default_factory=dict)

    @classmethod
    def of(cls, chosen: Mapping[str, str], where: str) -> Policy:
        """The policy in words: ``{"R27": "off", "R15": "info"}``; ``where`` names the file that says so.

        Raises:
            BadInput: there is no such rule or level.
        """
        chosen = {identity.upper(): word for identity, word in chosen.items()}
        for identity, word in chosen.items():
            if identity not in rules():
                raise BadInput(f"{where}: there is no rule “{identity}”.", nearest_rule(identity))
            if word not in LEVEL_WORDS:
                raise BadInput(f"{where}: rules.{identity} is “{word}”.", f"It may be {', '.join(LEVEL_WORDS)}.")
        off = frozenset(identity for identity, word in chosen.items() if word == OFF)
        return cls(off, {identity: Level(word) for identity, word in chosen.items() if word != OFF})

    def level(self, rule: Rule, hit: Hit) -> Level:
        """The level of a finding: the rule's, or the user's; a hit may weigh less, never more."""
        level = self.levels.get(rule.id, rule.level)
        return level if hit.level is None else min(level, hit.level, key=lambda one: _SEVERITY[one])


def nearest_rule(name: str) -> str:
    """What to say of a name that is no rule's: the rule it may mean, and where all are listed."""
    near = get_close_matches(name.upper(), rules(), 1, 0.5)
    return f"Perhaps {near[0]}? `outreach rules` lists them all." if near else "`outreach rules` lists them all."


def at(message: str, span: Span, start: int = 0, end: int | None = None, *, fix: str | None = None) -> Hit:
    """A hit at a part of ``span``, by default at all of it; ``start`` and ``end`` count from its beginning."""
    last = len(span.text) if end is None else end
    return Hit(message, span.start + start, span.start + last, span.where, fix)


@functools.cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in the order in which they are told of."""
    file = importlib.resources.files("outreach.review").joinpath("rules.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {entry["id"]: _rule(entry) for entry in table["rule"]}


@functools.cache
def checked() -> dt.date:
    """When numbers and phrase lists were last held against their sources."""
    file = importlib.resources.files("outreach.review").joinpath("rules.toml")
    date = tomllib.loads(file.read_text(encoding="utf-8"))["checked"]
    if not isinstance(date, dt.date):
        raise TypeError("rules.toml: “checked” must be a date")
    return date


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        title=entry["title"],
        level=Level(entry["level"]),
        weight=entry["weight"],
        kinds=frozenset(map(Kind, entry.get("kinds", Kind))),
        channels=frozenset(map(Channel, entry.get("channels", Channel))),
        relationships=frozenset(map(Relationship, entry.get("relationships", Relationship))),
        needs_case=entry.get("needs_case", False),
        why=entry.get("why", ""),
        sources=tuple(entry.get("sources", ())),
        good=entry.get("good", ""),
        bad=entry.get("bad", ""),
    )
