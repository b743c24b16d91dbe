"""Shared history needs a fact: that the two met, that one heard the other, who sent whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.domain.case import Case, Meeting
from outreach.domain.draft import Kind
from outreach.domain.people import Mentor, Relationship
from tests.review.test_claims import CASE
from tests.review.weighing import findings


def found(through: str, relationship: Relationship = Relationship.COLD, introduced_by: str = "") -> Case:
    """The case, with another way in which the mentor was found."""
    mentor: Mentor = replace(CASE.mentor, found_through=through, relationship=relationship, introduced_by=introduced_by)
    return replace(CASE, mentor=mentor)


RADIO = found("A radio programme in October, in which he was interviewed")
TALK = found("I watched the talk on repairs online")
FAIR = found("We shared a table at the leather fair", Relationship.ACQUAINTANCE)
SENT = found("Ruth Oyelaran told me to write to him", Relationship.INTRODUCED, "Ruth Oyelaran")


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (RADIO, "I heard you on the radio in October."),
        (TALK, "I watched your talk on repairs."),
        (CASE, "I read your column on repairs."),
        (CASE, "I read that you were a farrier once."),
        (FAIR, "You may remember me from the leather fair."),
        (FAIR, "It was good to meet you at the leather fair."),
        (SENT, "Ruth Oyelaran suggested that I write to you."),
        (CASE, "I would be grateful for your advice."),
        (CASE, "It would be good to talk to you."),
        (CASE, "We talked about it in the workshop, and nobody knew."),
        (CASE, "Thank you for your time."),
    ],
)
def test_history_that_a_fact_tells_passes(case: Case, sentence: str) -> None:
    """The way the mentor was found, and what is only hoped for."""
    assert findings(case, Kind.FIRST_CONTACT, sentence, "R18") == []


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (CASE, "As we discussed, trees are half of the price."),
        (CASE, "It was good to meet you last spring."),
        (CASE, "I enjoyed our chat at the workshop."),
        (CASE, "Since we spoke I have stitched every day."),
        (CASE, "I have followed your work for years."),
        (CASE, "Thank you for your help with my bridle last week."),
        (TALK, "I read your book on repairs."),
        (TALK, "I sat in the front row at your talk."),
        (RADIO, "I attended your talk on repairs."),
        (CASE, "You told me to write to you again."),
        (CASE, "Ruth Oyelaran suggested that I write to you."),
        (CASE, "My cousin gave me your name."),
    ],
)
def test_history_that_no_fact_tells_is_found(case: Case, sentence: str) -> None:
    """Nothing is shared with a stranger but the way they were found."""
    assert findings(case, Kind.FIRST_CONTACT, sentence, "R18") != []


def test_a_meeting_that_lies_behind_may_be_spoken_of() -> None:
    """A thank-you, and the agenda of a second meeting, come after one."""
    assert findings(CASE, Kind.THANK_YOU, "It was good to talk to you.", "R18") == []
    assert findings(CASE, Kind.AGENDA, "As we discussed, the awls are bought.", "R18") == []
    first = replace(CASE, meeting=Meeting(number=1, minutes=30))
    assert findings(first, Kind.AGENDA, "When we met last, you were in a hurry.", "R18") != []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Your advice to show the customer the tree first has stayed with me.", False),
        ("As you said, the customer sees the tree first.", False),
        ("Thank you for all your advice.", False),
        ("Your tip to read three winning tenders was new to me.", True),
        ("Your story about the cracked pump housing made me laugh.", True),
    ],
)
def test_what_was_said_stands_in_the_notes(sentence: str, wrong: bool) -> None:
    """Advice in a thank-you is held against the notes."""
    assert bool(findings(CASE, Kind.THANK_YOU, sentence, "R18")) is wrong
