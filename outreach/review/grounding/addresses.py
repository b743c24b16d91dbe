"""Addresses: a URL or an e-mail address is in a fact, or it is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded

_URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net|io|dev|edu|co\.uk|de|me)\b(?:/\S*)?")


def addresses(span: Span, sources: Sources) -> Iterator[Claim]:
    """Addresses in ``span``."""
    for match in _URL.finditer(span.text):
        bare = match[0].rstrip(".,;:)")
        having = [source.id for source in sources.usable if bare in source.text]
        if having:
            yield grounded(span, match.start(), match.end(), *having)
        else:
            yield unfounded(span, match.start(), match.end(), f"“{match[0]}” is in none of your facts.")
