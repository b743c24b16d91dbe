"""Grounding: every name, number, date, address and quotation is traced to a fact, or reported (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.brief import Brief
from outreach.domain.draft import Kind
from outreach.review.context import Context
from outreach.review.grounding.addresses import addresses
from outreach.review.grounding.claim import Claim
from outreach.review.grounding.employers import employers
from outreach.review.grounding.history import shared_history
from outreach.review.grounding.hours import minutes_ahead
from outreach.review.grounding.labels import swapped
from outreach.review.grounding.letter import greeting_heads
from outreach.review.grounding.name_index import key
from outreach.review.grounding.names import names
from outreach.review.grounding.occasions import deed_days, long_ago, occasions, on_both_clocks
from outreach.review.grounding.quantities import quantities
from outreach.review.grounding.quotations import quotations
from outreach.review.grounding.titles import titles
from outreach.review.rule import Hit


def claims(context: Context) -> Iterator[Claim]:
    """All that the text says which must stand in a fact, traced or not."""
    sources = context.sources
    contacts, places = _contacts(context), _places(context)
    ahead = _minutes_ahead(context)
    heads = greeting_heads(context)
    reading = context.brief.reading if context.brief else sources
    counting = on_both_clocks(context, context.brief.counting) if context.brief else sources
    for span in context.everything:
        yield from addresses(span, sources, contacts)
        # How often, how long and until when is what an agreement settles: its terms are no claims.
        if context.kind is not Kind.AGREEMENT:
            yield from quantities(
                span,
                counting,
                context.today,
                agenda=context.kind is Kind.AGENDA,
                thanks=context.kind is Kind.THANK_YOU,
                news=context.kind in {Kind.REPORT, Kind.CHECK_IN},
                ahead=ahead,
                vouched=context.by_a_person(span),
            )
            yield from swapped(span, sources)
        yield from names(span, reading, heads.get((span.where, span.start), 0), places)
        yield from quotations(span, reading)
    yield from employers(context)
    yield from titles(context)
    yield from shared_history(context)
    yield from occasions(context)
    yield from long_ago(context)
    yield from deed_days(context)


def _contacts(context: Context) -> tuple[tuple[str, str], ...]:
    """Where addresses stand that are no facts to tell: the two people's own, and those beside pasted text."""
    if context.brief is None:
        return ()
    case = context.case
    return (
        ("mentee.email", case.mentee.email),
        ("mentor.email", case.mentor.email),
        ("mentor.background", context.brief.memo.of(_told_background, context.brief)),
        ("mentor.added", "\n".join(fact.text for fact in context.brief.of("mentor.added"))),
        ("mentee.background", case.mentee.background),
    )


def _told_background(brief: Brief) -> str:
    """The background without the lines that are withheld."""
    withheld = "".join(fact.line for fact in brief.withheld)
    return "\n".join(line for line in brief.background.split("\n") if line.strip() not in withheld or not line.strip())


def _places(context: Context) -> frozenset[str]:
    """The words of the mentor's time zone: "10:00 Oslo time"."""
    zone = context.case.mentor.timezone if context.brief else ""
    return frozenset(key(part) for part in re.split(r"[/_]", zone) if part)


def _minutes_ahead(context: Context) -> int:
    """How far the mentor's clock is ahead of the mentee's, in minutes, on the day of the meeting or today."""
    if context.brief is None or not (context.case.mentee.timezone and context.case.mentor.timezone):
        return 0
    meeting = context.case.meeting
    day = (meeting.date if meeting else None) or context.today
    return minutes_ahead(context.case.mentee.timezone, context.case.mentor.timezone, day) if day else 0


def ungrounded(context: Context) -> Iterator[Hit]:
    """R18: what stands in no fact."""
    for claim in claims(context):
        if not claim.facts:
            yield Hit(claim.problem, claim.start, claim.end, claim.where, claim.fix, claim.level)
