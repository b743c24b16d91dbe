"""Quotations: what stands between quotation marks was said or written so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.words import content

_QUOTE = re.compile(r"“([^”]{4,})”|\"([^\"]{4,})\"|«([^»]{4,})»")


def quotations(span: Span, sources: Sources) -> Iterator[Claim]:
    """Quotations in ``span``."""
    for match in _QUOTE.finditer(span.text):
        stems = set(content(next(group for group in match.groups() if group)))
        if len(stems) < 2:
            continue
        having = [source.id for source in sources.usable if len(stems & source.stems) >= 0.8 * len(stems)]
        if having:
            yield grounded(span, match.start(), match.end(), *having)
        else:
            yield unfounded(span, match.start(), match.end(), "This quotation is in none of your facts.")
