"""How the request is put: as a question, with its time, an easy way out, and times offered."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def question_marks(context: Context) -> Iterator[Hit]:
    """R4: one question, or two."""
    yield from ()


def time_asked(context: Context) -> Iterator[Hit]:
    """R5: how long it takes is said, and is short."""
    yield from ()


def way_out(context: Context) -> Iterator[Hit]:
    """R6: an easy way out."""
    yield from ()


def times_offered(context: Context) -> Iterator[Hit]:
    """R7: times to choose from, or theirs."""
    yield from ()


def interest_first(context: Context) -> Iterator[Hit]:
    """R26: whether there is interest, before when."""
    yield from ()
