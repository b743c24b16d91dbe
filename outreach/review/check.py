"""All rules over one text, and the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from outreach.briefing.brief import Brief
from outreach.domain.draft import Finding, Kind, Level, Section
from outreach.review import (
    agenda,
    agreement,
    answering,
    asking,
    authorship,
    channel,
    claims,
    follow_up,
    form,
    language,
    manner,
    measures,
    opening,
    private,
    replies,
    reports,
    requests,
    strangers,
    thanks,
    third,
    who,
)
from outreach.review.context import Context
from outreach.review.fixes import harmless
from outreach.review.grounding import ungrounded
from outreach.review.rule import Check, Hit, Policy, rules
from outreach.wording.clean import folded
from outreach.wording.patterns import regex

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "R1": (measures.reading_ease,),
    "R2": (measures.sentence_length,),
    "R3": (requests.one_request,),
    "R4": (asking.question_marks,),
    "R5": (asking.time_asked,),
    "R6": (asking.way_out,),
    "R7": (asking.times_offered,),
    "R8": (strangers.be_my_mentor,),
    "R9": (strangers.job,),
    "R10": (opening.connection_first,),
    "R11": (opening.mentor_fact,),
    "R12": (opening.generic,),
    "R13": (opening.goal_stated,),
    "R14": (opening.who_is_short,),
    "R15": (measures.whom_it_speaks_of,),
    "R16": (form.names_right, form.address_doubtful),
    "R17": (form.placeholders,),
    "R18": (ungrounded, claims.unfounded, reports.told_as_it_was),
    "R19": (form.leftovers, manner.worn_phrases),
    "R20": (manner.flattery,),
    "R21": (manner.thanks_at_the_end,),
    "R22": (manner.apology,),
    "R23": (manner.noise,),
    "R24": (manner.attachments,),
    "R25": (measures.paragraphs,),
    "R26": (asking.interest_first,),
    "R27": (channel.send_day,),
    "R28": (authorship.own_words,),
    "F3": (follow_up.says_again,),
    "F4": (follow_up.no_guilt,),
    "F7": (follow_up.said_before,),
    "T2": (thanks.something_said,),
    "T3": (thanks.something_planned,),
    "T4": (requests.no_new_favour, replies.second_try),
    "T5": (thanks.thanks_first,),
    "T6": (reports.what_was_done,),
    "G3": (agenda.parts,),
    "G4": (agenda.minutes_sum,),
    "G5": (agenda.questions_kept,),
    "G7": (replies.day_and_time,),
    "G8": (answering.left_unsaid,),
    "A1": (agreement.parts,),
    "L1": (channel.length,),
    "S1": (channel.subject,),
    "W1": (who.mixed_up,),
    "W2": (third.third_person,),
    "P1": (private.withheld,),
    "N1": (language.not_english,),
}
"""What each rule of ``rules.toml`` looks for."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """What one rule takes from the score."""

    rule: str
    points: int


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules say of a text."""

    findings: tuple[Finding, ...]
    """Subject first, then by place."""
    deductions: tuple[Deduction, ...]
    """Why the score is no hundred; the heaviest first."""

    @property
    def ready(self) -> bool:
        """Whether no finding is at level fail."""
        return all(finding.level is not Level.FAIL for finding in self.findings)

    @property
    def score(self) -> int:
        """0 to 100: a hundred less the deductions."""
        return max(0, 100 - sum(deduction.points for deduction in self.deductions))


def review(
    subject: str, body: str, brief: Brief, sections: tuple[Section, ...] = (), policy: Policy | None = None
) -> Review:
    """What the rules find in a message that is held against ``brief``."""
    return review_context(Context.of_brief(subject, body, brief, sections), policy or Policy())


def review_context(context: Context, policy: Policy) -> Review:
    """What the rules find in any text, with a case or without one."""
    found = _found(context, policy)
    if any(finding.fix is not None for finding in found):

        def again(subject: str, body: str) -> tuple[Finding, ...]:
            return _found(replace(context, subject=subject, body=body), policy)

        found = harmless(context.subject, context.body, found, again)
    return Review(found, _deductions(found))


def _found(context: Context, policy: Policy) -> tuple[Finding, ...]:
    return tuple(sorted({*_findings(context, policy), *_unchecked(context, policy)}, key=_by_place))


def _findings(context: Context, policy: Policy) -> Iterator[Finding]:
    for identity, rule in rules().items():
        if identity in policy.off or not rule.applies(context):
            continue
        for check in CHECKS[identity]:
            for hit in check(context):
                if identity in _FOR_OUR_WORDS and _as_typed(context, hit):
                    continue
                level = policy.level(rule, hit)
                yield Finding(identity, level, hit.message, hit.where, hit.start, hit.end, hit.fix)


_FOR_OUR_WORDS = frozenset({"P1", "R18", "W1", "W2"})
"""Rules that ask where words come from: never from a line of the agenda that stands as the mentee typed it."""
_MARK = regex(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_TYPED = ("meeting.questions", "meeting.decision")


def _as_typed(context: Context, hit: Hit) -> bool:
    """Whether a hit stands in a line that is the mentee's own, word for word.

    By design.md a phrase that stands in a used fact is never a finding.
    """
    if context.kind is not Kind.AGENDA or hit.start is None or hit.where != "body":
        return False
    start = context.body.rfind("\n", 0, hit.start) + 1
    line = _MARK.sub("", context.body[start:].partition("\n")[0])
    typed = (source.text for source in context.sources.of_fields(_TYPED))
    return len(line) > 1 and any(folded(line).strip(" .?!") == folded(text).strip(" .?!") for text in typed)


def _unchecked(context: Context, policy: Policy) -> Iterator[Finding]:
    if context.brief is None and "R18" not in policy.off:
        yield Finding("R18", Level.INFO, "Grounding not checked: without a case nothing is known of the two.")


def _by_place(finding: Finding) -> tuple[bool, int, str, int, str]:
    return finding.where != "subject", finding.start or 0, finding.rule, finding.end or 0, finding.message


def _deductions(findings: tuple[Finding, ...]) -> tuple[Deduction, ...]:
    """A failed rule weighs with each of its findings, a warning once, however often it is given."""
    points: dict[str, int] = {}
    for finding in findings:
        taken = rules()[finding.rule].points(finding.level)
        if finding.level is Level.FAIL:
            points[finding.rule] = points.get(finding.rule, 0) + taken
        else:
            points.setdefault(finding.rule, taken)
    return tuple(Deduction(rule, n) for rule, n in sorted(points.items(), key=lambda item: -item[1]) if n)
