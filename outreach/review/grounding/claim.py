"""A claim: something a text says that must stand in a fact."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.draft import Level
from outreach.review.context import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A name, a number, a date, a quotation …: with the facts that have it, or the problem where none has."""

    start: int
    """Place in ``where``, in characters."""
    end: int
    where: str
    facts: tuple[str, ...] = ()
    """Ids of facts that have it."""
    problem: str = ""
    """What to tell where no fact has it."""
    fix: str | None = None
    """What may stand there instead."""
    level: Level | None = None
    """Where it weighs less than a claim without a fact does."""


def grounded(span: Span, start: int, end: int, *facts: str) -> Claim:
    """A claim at places of ``span`` that ``facts`` have."""
    return Claim(span.start + start, span.start + end, span.where, facts)


def unfounded(
    span: Span, start: int, end: int, problem: str, fix: str | None = None, level: Level | None = None
) -> Claim:
    """A claim at places of ``span`` that no fact has."""
    return Claim(span.start + start, span.start + end, span.where, (), problem, fix, level)
