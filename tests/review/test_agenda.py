"""The agenda of a meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Kind, Level
from outreach.review import agenda
from outreach.review.check import review
from outreach.review.context import Context
from outreach.review.rule import Check, Hit
from tests.review.drafts import TODAY, WARD, of_kind, ward

BODY = """Dear Dr Zielińska,

# Second call, Thursday 3 December 2026, 40 min

## What we said we would do (6 min)

- Ten discharges are timed
- The falls data: the sister has not been asked yet

## News (4 min)

- The discharge form is on two wards

## My questions (20 min)

1. Which of your 94 questions did nurses miss?
2. What would you not count?
3. Who on the ward should see the first count?

## To decide (6 min)

- Which form to change first

## Before we hang up (4 min)

- What happens next, and when

Kind regards,
Tomi
"""


def said(check: Check, *changes: tuple[str, str]) -> list[Hit]:
    """What a check says of the agenda with some words changed."""
    body = BODY
    for old, new in changes:
        assert old in body
        body = body.replace(old, new)
    return list(check(Context.of_brief("Agenda", body, ward(Kind.AGENDA).brief)))


CHECKS: tuple[Check, ...] = (agenda.parts, agenda.minutes_sum, agenda.questions_kept)


@pytest.mark.parametrize("check", CHECKS)
def test_a_good_agenda_has_no_finding(check: Check) -> None:
    """In the mentee's own headings; and none of ours fails."""
    assert said(check) == []
    for draft in of_kind(Kind.AGENDA):
        hits = check(Context.of_brief("", draft.revision.body, draft.brief))
        assert [hit for hit in hits if hit.level is None] == [], draft.name


def part(name: str) -> str:
    """One part of the agenda, from its heading to the next."""
    return "## " + next(one for one in BODY.split("## ") if one.startswith(name))


@pytest.mark.parametrize("name", ["What we said", "My questions", "To decide", "Before we"])
def test_a_part_that_is_missing_is_told(name: str) -> None:
    """Where the case has something to say in it."""
    assert said(agenda.parts, (part(name).split("\n\nKind")[0], ""))


@pytest.mark.parametrize(
    "change",
    [("(20 min)", "(25 min)"), ("(4 min)", "(3 min)"), ("2026, 40 min", "2026, 45 min"), ("2026, 40 min", "2026")],
)
def test_times_sum_to_the_total_of_the_header(change: tuple[str, str]) -> None:
    """Exactly."""
    assert said(agenda.minutes_sum, change)


def test_without_a_case_the_parts_sum_to_what_the_header_says() -> None:
    """Both stand in the text."""
    assert not list(agenda.minutes_sum(Context("", BODY, Kind.AGENDA)))
    assert list(agenda.minutes_sum(Context("", BODY.replace("(6 min)", "(9 min)", 1), Kind.AGENDA)))


def test_an_own_question_in_other_words_fails_where_it_stands() -> None:
    """And can be put right."""
    other = "Which of the 94 questions of yours are missed by nurses?"
    (hit,) = said(agenda.questions_kept, ("Which of your 94 questions did nurses miss?", other))
    start = BODY.index("Which of your 94")
    assert (hit.start, hit.end, hit.level) == (start, start + len(other), None)
    assert hit.fix == "Which of your 94 questions did nurses miss?"


def test_curly_quotes_do_not_change_a_question() -> None:
    """The words are the same."""
    body = BODY.replace("What would you not count?", "What wouldn’t you count?")
    brief = ward(Kind.AGENDA).brief
    assert "“" not in body
    assert len(list(agenda.questions_kept(Context.of_brief("", body, brief)))) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Tell me who should see the first count.",
        (
            "If somebody saw the first count on a rainy Monday, with nobody around, what would they have to know "
            "before they could make any use of it at all?"
        ),
        "In which year did you cut the admission form?",
        "Who?\n4. How?\n5. Why?\n6. When does it end?",
    ],
)
def test_other_questions_are_short_few_and_real(question: str) -> None:
    """Each of these only warns."""
    hits = said(agenda.questions_kept, ("Who on the ward should see the first count?", question))
    assert hits
    assert {hit.level for hit in hits} == {Level.WARN}


def test_a_question_as_typed_is_never_a_finding() -> None:
    """Whoever “he” is, the mentee's own question stands word for word; changed, it is asked about."""
    question = "What if he says we can't afford it in session 7?"
    assert WARD.meeting is not None
    case = replace(WARD, meeting=replace(WARD.meeting, questions=(question,)))
    brief = make_brief(case, Kind.AGENDA, TODAY)
    body = BODY.replace("1. Which of your 94 questions did nurses miss?\n", f"1. {question}\n")
    told = {finding.rule for finding in review("", body, brief).findings if finding.level is Level.FAIL}
    assert not told & {"W2", "R18"}
    other = body.replace(question, "What if he says it is not the right time for session 7?")
    assert "R18" in {finding.rule for finding in review("", other, brief).findings}
