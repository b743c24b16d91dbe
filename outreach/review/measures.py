"""What can be counted: reading ease, sentences, whom it speaks of, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit, at
from outreach.wording.words import words


def reading_ease(context: Context) -> Iterator[Hit]:
    """R1: the grade of reading."""
    yield from ()


def sentence_length(context: Context) -> Iterator[Hit]:
    """R2: a sentence of more than 40 words is hard to read."""
    for span in context.spans:
        if len(words(span.text)) > 40:
            yield at("A long sentence; cut it in two.", span)


def whom_it_speaks_of(context: Context) -> Iterator[Hit]:
    """R15: more of you than of I."""
    yield from ()


def paragraphs(context: Context) -> Iterator[Hit]:
    """R25: a few short paragraphs."""
    yield from ()
