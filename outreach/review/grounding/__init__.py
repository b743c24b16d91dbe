"""Grounding: every name, number, date, address and quotation is traced to a fact, or reported (R18)."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.domain.draft import Kind
from outreach.review.context import Context
from outreach.review.grounding.addresses import addresses
from outreach.review.grounding.claim import Claim
from outreach.review.grounding.history import shared_history
from outreach.review.grounding.names import names
from outreach.review.grounding.quantities import quantities, swapped
from outreach.review.grounding.quotations import quotations
from outreach.review.rule import Hit


def claims(context: Context) -> Iterator[Claim]:
    """All that the text says which must stand in a fact, traced or not."""
    sources = context.sources
    for span in context.everything:
        yield from addresses(span, sources)
        yield from quantities(span, sources, context.today, agenda=context.kind is Kind.AGENDA)
        yield from swapped(span, sources)
        yield from names(span, sources)
        yield from quotations(span, sources)
    yield from shared_history(context)


def ungrounded(context: Context) -> Iterator[Hit]:
    """R18: what stands in no fact."""
    for claim in claims(context):
        if not claim.facts:
            yield Hit(claim.problem, claim.start, claim.end, claim.where, claim.fix)
