"""All rules over one text, and the score."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.draft import Finding, Level
from outreach.review import claims, form, grounding, private, requests, who
from outreach.review.context import Context, Rule
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.words import words

RULES: tuple[Rule, ...] = (
    form.names_right,
    form.address_doubtful,
    form.subject_there,
    form.placeholders,
    form.leftovers,
    form.length,
    form.agenda,
    form.thank_you,
    form.shouting,
    form.long_sentences,
    grounding.ungrounded,
    grounding.swapped_numbers,
    grounding.shared_history,
    claims.unfounded,
    who.mixed_up,
    who.third_person,
    requests.one_request,
    requests.not_to_be_asked,
    requests.no_new_favour,
    private.withheld,
)

_WEIGHT = {Level.FAIL: 15, Level.WARN: 4, Level.INFO: 0}


def review(subject: str, body: str, brief: Brief) -> tuple[Finding, ...]:
    """What the rules find in a message, by place; the text is ready when no finding is at level fail."""
    context = Context.of(subject, body, brief)
    found = [finding for rule in RULES for finding in rule(context)]
    found += _language(brief)
    return tuple(sorted(set(found), key=lambda finding: (finding.where != "subject", finding.start or 0, finding.rule)))


def score(findings: tuple[Finding, ...]) -> int:
    """0 to 100: a hundred less the weight of each finding."""
    return max(0, 100 - sum(_WEIGHT[finding.level] for finding in findings))


def _language(brief: Brief) -> list[Finding]:
    """Drafts are in English; says so where the background is not."""
    found = [word.casefold() for word in words(brief.case.mentor.background)]
    small = sum(word in FUNCTION_WORDS for word in found)
    if (
        len(found) >= 20
        and small < 0.08 * len(found)
        and not re.search(r"\b(?:the|and|of)\b", brief.case.mentor.background)
    ):
        return [Finding("N1", Level.INFO, "The background does not seem to be in English; drafts are.")]
    return []
