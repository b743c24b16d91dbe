"""What a draft could be built on."""

from __future__ import annotations

from outreach.briefing.brief import Brief
from outreach.domain.draft import Kind
from outreach.drafting.letters import WORTH_TRYING
from outreach.drafting.notes import best_notes
from outreach.drafting.ranking import best_facts


def alternatives(brief: Brief) -> dict[str, str]:
    """The facts, or notes, that the brief's kind can be built on, by id, the best first, each with why it is good."""
    if brief.kind is Kind.FIRST_CONTACT:
        return {one.fact.id: one.reason for one in best_facts(brief) if one.told or one.quoted}
    if brief.kind is Kind.THANK_YOU:
        return {note.fact.id: "" for note in best_notes(brief) if note.worth > WORTH_TRYING}
    return {}
