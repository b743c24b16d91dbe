"""The mentorship agreement."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def parts(context: Context) -> Iterator[Hit]:
    """A1: what two people should agree on."""
    yield from ()
