"""What holds for any text: findings or none, places inside it, fixes that do no harm, facts that are no inventions."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.draft import FROM_CASE, Channel, Finding, Kind, Level
from outreach.domain.people import Relationship
from outreach.exchange.case_file import read_case
from outreach.review.check import review, review_context
from outreach.review.context import Context
from outreach.review.fixes import applied
from outreach.review.grounding import claims
from outreach.review.message import read_message
from outreach.review.rule import Policy
from tests.review.drafts import TODAY, all_drafts
from tests.review.examples import examples
from tests.review.messages import MESSAGES, read_messages

ALWAYS_ALIKE = settings(deadline=None, derandomize=True, max_examples=120)

ODD = [
    "Dear", ",", "you", "your", "I", "she", "20", "minutes", "?", "!", "!!", "“", "”", '"', "—", "\n", "\n\n", "# ",
    "- ", "(5 min)", "[", "]", "{{x}}", "Thursday 3 December", "at 16:00", "£5", "3%", "18 months", "a year and a half",
    "Dr", "Zielińska", "Ørsted", "O'Brien", "van den", "https://a.b/c", "a@b.cd", "\u200b", "🙂", "İ", "ß", "e\u0301",
    "12/12/2026", "forty", "2019", "1.000.000", "TBD", "Subject:", "P.S.", "you're", "—\u00a0", "\t", "...",
]  # fmt: skip


@functools.cache
def sentences() -> list[str]:
    """Sentences that people and programs write, good and bad."""
    lines = [line for message in read_messages(MESSAGES) for line in message.text.split("\n") if line.strip()]
    return [*lines, *(example.out for example in examples()[::7])]


TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(ODD), max_size=60).map(" ".join),
    st.lists(st.sampled_from(sentences()), max_size=12).map("\n\n".join),
    st.lists(st.one_of(st.sampled_from(sentences()), st.sampled_from(ODD)), max_size=25).map(" ".join),
)
CASES = [read_case(path) for path in sorted(MESSAGES.glob("*.toml")) if ".messages" not in path.name]
BRIEFS = [
    make_brief(case, kind, TODAY) for case in CASES if case.meeting and case.meeting.minutes for kind in FROM_CASE
]


def _inside(findings: tuple[Finding, ...], subject: str, body: str) -> None:
    for finding in findings:
        text = subject if finding.where == "subject" else body
        assert finding.where in {"subject", "body"}
        assert (finding.start is None) == (finding.end is None)
        assert finding.message
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start <= finding.end <= len(text), finding
        else:
            assert finding.fix is None


@ALWAYS_ALIKE
@given(TEXT, TEXT, st.sampled_from(BRIEFS), st.sampled_from(Channel))
def test_any_text_against_any_case_gives_findings_or_none(
    subject: str, body: str, brief: Brief, channel: Channel
) -> None:
    """Places lie inside the text, the score between 0 and 100, and what was traced names facts of the case."""
    held = make_brief(brief.case, brief.kind, TODAY, channel)
    found = review(subject, body, held)
    _inside(found.findings, subject, body)
    assert 0 <= found.score <= 100
    known = {fact.id for fact in held.facts}
    for claim in claims(Context.of_brief(subject, body, held)):
        assert set(claim.facts) <= known
        assert bool(claim.facts) != bool(claim.problem)


@ALWAYS_ALIKE
@given(TEXT, TEXT, st.sampled_from(Kind), st.sampled_from(Channel), st.sampled_from(Relationship), st.booleans())
def test_any_text_without_a_case_gives_findings_or_none(
    subject: str, body: str, kind: Kind, channel: Channel, relationship: Relationship, premium: bool
) -> None:
    """And always the note that grounding was not checked."""
    found = review_context(Context(subject, body, kind, channel, relationship, premium, TODAY), Policy())
    _inside(found.findings, subject, body)
    assert [finding.level for finding in found.findings if finding.rule == "R18"] == [Level.INFO]


@ALWAYS_ALIKE
@given(st.lists(st.sampled_from(sentences()), max_size=10), st.sampled_from(BRIEFS), st.data())
def test_a_fix_never_brings_a_new_failure(lines: list[str], brief: Brief, data: st.DataObject) -> None:
    """Each fix that is offered, applied by itself, leaves fewer findings of its kind and no new failure."""
    greeting = data.draw(st.sampled_from([f"Dear {brief.case.mentor.greeting_name},", "Dear Someone,", "Hello!!"]))
    body = "\n\n".join([greeting, *lines, brief.case.mentee.signature])
    before = review("A question", body, brief)
    for finding in before.findings:
        if finding.fix is None:
            continue
        after = review(*applied("A question", body, finding), brief)
        assert len(_failing(after.findings)) <= len(_failing(before.findings)), finding


def _failing(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.level is Level.FAIL]


@ALWAYS_ALIKE
@given(st.sampled_from(BRIEFS), st.data())
def test_a_text_made_of_facts_alone_invents_nothing(brief: Brief, data: st.DataObject) -> None:
    """Facts as they stand, in any order: no claim in them is without a fact."""
    chosen = data.draw(st.lists(st.sampled_from(brief.facts), max_size=8))
    body = "\n\n".join(
        [f"Dear {brief.case.mentor.greeting_name},", *(fact.text for fact in chosen), brief.case.mentee.signature]
    )
    found = [finding for finding in review("", body, brief).findings if finding.rule == "R18"]
    assert not found, [(finding.message, body[finding.start : finding.end]) for finding in found]


@ALWAYS_ALIKE
@given(TEXT)
def test_a_message_is_cut_where_it_says_and_nowhere_else(text: str) -> None:
    """Subject and body stand in the text at the places they name."""
    message = read_message(text)
    assert text[message.body_start :] == message.body
    assert text[message.subject_start : message.subject_start + len(message.subject)] == message.subject
    line, column = message.place("body", len(message.body))
    assert 1 <= line <= text.count("\n") + 1
    assert column >= 1


def test_every_draft_of_ours_passes_its_own_review() -> None:
    """The review that drafts with us is the review that judges them."""
    for draft in all_drafts():
        found = review(draft.revision.subject, draft.revision.body, draft.brief, draft.revision.sections)
        assert found.ready, (draft.name, found.findings)
        assert found.findings == draft.revision.findings


ENDLESS = {
    "lines": "\n" * 20_000,
    "numbers": "1 " * 5_000,
    "times": "at 4 pm on Tuesday " * 500,
    "quotations": '"a ' * 3_000,
    "brackets": "[a <b {{c " * 1_500,
    "capitals": "Abc " * 4_000,
    "addresses": "a@b.c http://d.e/f " * 800,
    "clauses": "I would like to ask you, and you were, " * 400,
    "one word": "a" * 20_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_text_without_an_end_is_reviewed_all_the_same(name: str) -> None:
    """Twenty thousand characters without a full stop: no rule looks for its pattern over and over."""
    found = review("A question", ENDLESS[name], BRIEFS[0])
    _inside(found.findings, "A question", ENDLESS[name])
    long = Context("", ENDLESS[name], Kind.FIRST_CONTACT).spans
    assert all(len(span.text) <= 800 for span in long)
    assert all(ENDLESS[name][span.start : span.end] == span.text for span in long)
