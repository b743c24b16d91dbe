"""The language of the background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.brief import Brief
from outreach.review.context import Context
from outreach.review.rule import Hit
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.words import words


def not_english(context: Context) -> Iterator[Hit]:
    """N1: drafts are in English; says so where the background is not."""
    if context.facts.memo.of(_is_foreign, context.facts):
        yield Hit("The background does not seem to be in English; drafts are.")


def _is_foreign(brief: Brief) -> bool:
    background = brief.case.mentor.background
    found = [word.casefold() for word in words(background)]
    small = sum(word in FUNCTION_WORDS for word in found)
    few = len(found) >= 20 and small < 0.08 * len(found)
    return few and not re.search(r"\b(?:the|and|of)\b", background)
