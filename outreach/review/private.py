"""Private and unconfirmed lines may not be told, also not in other words."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.briefing.standing import sensitive_words
from outreach.review.context import Context, common_stems
from outreach.review.rule import Hit, at


def withheld(context: Context) -> Iterator[Hit]:
    """P1: a sentence that tells of a withheld line.

    It does by two of the line's own words, by one that is in no everyday use, or by one for family, health, mood or
    money. A line's own words are those that no usable fact has.
    """
    known, tokens = context.sources.stems, context.sources.tokens
    everyday = common_stems()
    for source in context.sources.withheld:
        own = {stem for stem in source.stems - known if len(stem) > 2}
        delicate = sensitive_words(source.text) - tokens
        for span in context.spans:
            told = own & span.stems
            if len(told) >= 2 or any(stem not in everyday for stem in told) or delicate & sensitive_words(span.text):
                yield at(f"This tells of a line that is withheld ({source.id}).", span)
