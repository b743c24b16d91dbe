"""Authorship: how much of a text stands in the mentee's own words."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def own_words(context: Context) -> Iterator[Hit]:
    """R28: enough words of one's own."""
    yield from ()
