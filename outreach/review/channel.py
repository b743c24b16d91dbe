"""The limits of each channel."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.domain.draft import Kind, Level
from outreach.review.context import Context
from outreach.review.rule import Hit

MOST_WORDS = {Kind.FIRST_CONTACT: 150, Kind.FOLLOW_UP: 100, Kind.THANK_YOU: 150, Kind.AGENDA: 300, Kind.AGREEMENT: 1000}
"""Hard limits of an e-mail by kind, in words of the body: writing-rule table of channels."""
LEAST_WORDS = 25
GOOD_WORDS = {Kind.FIRST_CONTACT: 125, Kind.FOLLOW_UP: 75, Kind.THANK_YOU: 120, Kind.AGENDA: 250, Kind.AGREEMENT: 800}


def length(context: Context) -> Iterator[Hit]:
    """The hard limit of the channel, and the length that is read to its end."""
    count, kind = len(context.body.split()), context.kind
    if count > MOST_WORDS[kind]:
        yield Hit(f"{count} words; {MOST_WORDS[kind]} is the most.")
    elif count > GOOD_WORDS[kind]:
        yield Hit(f"{count} words; up to {GOOD_WORDS[kind]} are read to the end.", level=Level.WARN)
    elif count < LEAST_WORDS:
        yield Hit(f"{count} words; that is very short.", level=Level.WARN)


def subject(context: Context) -> Iterator[Hit]:
    """An e-mail has a subject."""
    if not context.subject.strip():
        yield Hit("An e-mail needs a subject.", where="subject")


def send_day(context: Context) -> Iterator[Hit]:
    """R27: a day on which messages are answered."""
    yield from ()
