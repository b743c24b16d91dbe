"""How a request is put: question marks, its length, a way out, times, interest before a date."""

from __future__ import annotations

import pytest

from outreach.domain.draft import Channel, Kind, Level
from outreach.domain.people import Relationship
from outreach.review.check import review_context
from outreach.review.context import Context
from outreach.review.rule import Policy


def levels(text: str, relationship: Relationship = Relationship.COLD) -> dict[str, Level]:
    """Levels of the findings of a first mail without a case, by rule."""
    context = Context(
        "A question", f"Dear Kim,\n\n{text}\n\nThank you,\nZed", Kind.FIRST_CONTACT, Channel.EMAIL, relationship
    )
    return {one.rule: one.level for one in review_context(context, Policy()).findings}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Could we talk for 20 minutes?", False),
        ("Could we talk for 20 minutes? What would you do first?", False),
        ("I'd be grateful for 20 minutes on the phone.", True),
        ("What is it? A range? A colour? Could we talk for 20 minutes?", True),
        ("I call the file “what next?”, and I'd be glad of a 20-minute call.", True),
        ("What is it? A range? Could we talk for 20 minutes about “why not?”", False),
    ],
)
def test_one_to_three_question_marks_are_right(text: str, found: bool) -> None:
    """Those in quotations are not counted."""
    assert ("R4" in levels(text)) is found


@pytest.mark.parametrize(
    "text",
    [
        "Would you have 20 minutes for a call?",
        "Could we talk for half an hour?",
        "Could you give me a quarter of an hour on the phone?",
        "May I ask you for a 15-minute call?",
        "Would you be open to a call? It would take twenty minutes at the most.",
        "Would you be open to a call? Fifteen minutes would be plenty.",
        "Our crossing takes 45 minutes. Would you have ten minutes for a call?",
    ],
)
def test_a_short_stated_length_is_right(text: str) -> None:
    """In the request, or in a sentence of its own."""
    assert "R5" not in levels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Would you have 45 minutes for a call?",
        "Could we talk for an hour?",
        "Could you spare 90 minutes for a call?",
        "Would you be open to a call?",
        "Could you spare some time for me?",
        "Could we meet one day?",
    ],
)
def test_a_long_or_unstated_length_warns(text: str) -> None:
    """Over 30 minutes, or a call of any length."""
    assert levels(text)["R5"] is Level.WARN


def test_a_written_answer_needs_no_length() -> None:
    """It is only said that it could have one."""
    assert levels("Could you tell me which glue you would use?")["R5"] is Level.INFO


@pytest.mark.parametrize(
    "out",
    [
        "If not, no hard feelings.",
        "A short reply by email would be just as welcome.",
        "No is a fine answer.",
        "If now is a bad time, I understand.",
        "Should that not suit you, I can send my question instead.",
        "Two lines would do as well.",
        "Please just say so if it is too much.",
    ],
)
def test_an_easy_way_out_is_known(out: str) -> None:
    """In many words."""
    ask = "Would you have 20 minutes for a call? "
    assert "R6" not in levels(ask + out)
    assert levels(ask + "You can reach me by email.")["R6"] is Level.INFO


@pytest.mark.parametrize(
    "times",
    [
        "Mondays after five work well.",
        "I can call whenever suits you.",
        "Would Tuesday or Thursday do?",
        "I will fit in with your day.",
        "Any weekday evening is fine.",
        "Just name a time.",
    ],
)
def test_times_to_choose_from_or_theirs_are_known(times: str) -> None:
    """Two days, days that come again, or the reader's own time."""
    ask = "Would you have 20 minutes for a call? "
    assert "R7" not in levels(ask + times)
    assert levels(ask)["R7"] is Level.INFO


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Can we meet for 20 minutes?", True),
        ("Could we have a 20-minute call on Monday?", True),
        ("Would you be open to a 20-minute call?", False),
        ("Would a 20-minute call be of interest to you?", False),
        ("Could I ask you one question by email?", False),
    ],
)
def test_interest_comes_before_a_date(text: str, found: bool) -> None:
    """Of a stranger; between others it is not looked at."""
    assert ("R26" in levels(text)) is found
    assert "R26" not in levels(text, Relationship.MENTOR)
