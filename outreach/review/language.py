"""The language of the background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.words import words


def not_english(context: Context) -> Iterator[Hit]:
    """N1: drafts are in English; says so where the background is not."""
    background = context.case.mentor.background
    found = [word.casefold() for word in words(background)]
    small = sum(word in FUNCTION_WORDS for word in found)
    few = len(found) >= 20 and small < 0.08 * len(found)
    if few and not re.search(r"\b(?:the|and|of)\b", background):
        yield Hit("The background does not seem to be in English; drafts are.")
