"""The mentorship agreement."""

from __future__ import annotations

import pytest

from outreach.domain.draft import Kind
from outreach.review import agreement
from outreach.review.context import Context

SECTIONS = {
    "goals": "## Goals\n\nLea wants to run her own bakery.",
    "steps": "## Action plan\n\n1. Lea writes down one week.",
    "often": "## Meetings\n\nWe meet once a month for 45 minutes by video call. Lea schedules the meetings.",
    "lasts": "## Duration\n\nThis agreement lasts six months.",
    "between": "## Confidentiality\n\nWhat we say stays between us.",
    "feedback": "## Feedback\n\nWe review how it goes at months 3 and 6.",
    "end": "## Ending\n\nEither of us can end this at any time, without giving a reason.",
    "names": "## Names and date\n\nLea Moreau, Siân O'Brien\n\n26 November 2026",
}


def missing(*left_out: str, **other: str) -> list[str]:
    """Messages of an agreement with sections left out or put in other words."""
    sections = {**SECTIONS, **other}
    body = "# Mentorship agreement\n\n" + "\n\n".join(text for name, text in sections.items() if name not in left_out)
    return [hit.message for hit in agreement.parts(Context("", body, Kind.AGREEMENT))]


def test_a_whole_agreement_has_no_finding() -> None:
    """All that two should agree on."""
    assert missing() == []


@pytest.mark.parametrize("section", SECTIONS)
def test_each_part_that_is_missing_is_one_warning(section: str) -> None:
    """The meetings have four things to say."""
    assert len(missing(section)) == (4 if section == "often" else 1)


def test_the_same_may_be_said_in_other_words() -> None:
    """Headings are the writer's own."""
    assert not missing(
        lasts="## How long\n\nOne year at most, from today until 26 November 2027.",
        between="## What stays private\n\nNeither of us repeats what the other has said.",
        end="## If it does not work out\n\nWe may stop whenever one of us wants to, no fault on either side.",
        feedback="## Checkpoints\n\nAfter three months we look at what has changed.",
    )


def test_a_term_of_more_than_a_year_is_too_long() -> None:
    """It can be renewed."""
    assert missing(lasts="## Duration\n\nThis agreement lasts three years.")
    assert not missing(goals="## Goals\n\nLea wants to run her own bakery within three years.")
