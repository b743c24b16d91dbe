"""Manner: worn phrases, flattery, apology, thanks, noise, attachments."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit


def worn_phrases(context: Context) -> Iterator[Hit]:
    """R19: phrases that everybody writes."""
    yield from ()


def flattery(context: Context) -> Iterator[Hit]:
    """R20: praise that is not tied to a fact."""
    yield from ()


def thanks_at_the_end(context: Context) -> Iterator[Hit]:
    """R21: thanks in the close."""
    yield from ()


def apology(context: Context) -> Iterator[Hit]:
    """R22: apology and self-put-down."""
    yield from ()


def noise(context: Context) -> Iterator[Hit]:
    """R23: emoji, capitals, exclamation marks."""
    count = context.body.count("!")
    if count > 1:
        yield Hit(f"{count} exclamation marks; one is enough.")


def attachments(context: Context) -> Iterator[Hit]:
    """R24: attachments and calendar links."""
    yield from ()
