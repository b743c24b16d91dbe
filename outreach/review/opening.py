"""How a first contact opens: what connects the two, why this mentor, who writes, and to what end."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def connection_first(context: Context) -> Iterator[Hit]:
    """R10: what connects the two stands in the first two sentences."""
    yield from ()


def mentor_fact(context: Context) -> Iterator[Hit]:
    """R11: something that is known of this mentor is in it."""
    yield from ()


def generic(context: Context) -> Iterator[Hit]:
    """R12: “your work” without a word of what work."""
    yield from ()


def goal_stated(context: Context) -> Iterator[Hit]:
    """R13: the goal is in it."""
    yield from ()


def who_is_short(context: Context) -> Iterator[Hit]:
    """R14: who writes, in 25 words at the most."""
    yield from ()
