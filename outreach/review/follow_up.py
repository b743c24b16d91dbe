"""The follow-up after silence."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def says_again(context: Context) -> Iterator[Hit]:
    """F3: who and why in one line, and one thing that is new."""
    yield from ()


def no_guilt(context: Context) -> Iterator[Hit]:
    """F4: short, the same request, no reproach."""
    yield from ()
