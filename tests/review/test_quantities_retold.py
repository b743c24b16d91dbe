"""Numbers that leave out what they count, hyperbole, clocks named by a place, and numbers that follow from two."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.briefing.sources import Source, Sources
from outreach.domain.draft import Level
from outreach.review.context import spans_of
from outreach.review.grounding.claim import Claim
from outreach.review.grounding.quantities import quantities
from outreach.wording.quantities import Kind, parsed

TODAY = dt.date(2026, 11, 22)

FACTS = {
    "mentor.background:1": "With the night ferry from 2009 to 2015; in 2020 the crew fell from 44 to 29.",
    "mentor.background:2": "Keeps 16 gauges on the coast, of which 7 still report; there since '04.",
    "mentor.background:3": "Lost 5 kilometres of net in one night and has 20 kilometres of net today.",
    "mentor.background:4": "First boat at seven; the engine is number 418, painted red.",
    "mentee.background:1": "Fourteen years at the depot, the last five of them on nights.",
    "mentee.background:2": "26 years in pumps, the last 9 as chief tester. I retired in spring 2025.",
    "mentee.background:3": "I keep the counter with two colleagues.",
    "mentee.availability:1": "evenings after 20:00",
    "mentee.availability:2": "Sundays",
    "ask.minutes:1": "20 minutes",
}
SOURCES = Sources(tuple(Source(identity, text) for identity, text in FACTS.items()), ())


def claims(text: str) -> list[Claim]:
    """What is claimed in a sentence that a person wrote."""
    return [claim for span in spans_of(text) for claim in quantities(span, SOURCES, TODAY, vouched=True)]


def failing(text: str) -> list[str]:
    """Words of ``text`` that no fact has and that keep it from being ready."""
    return [
        text[claim.start : claim.end] for claim in claims(text) if not claim.facts and claim.level is not Level.WARN
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I have worked nights for the past five years.",
        "My last nine years were all testing.",
        "Five of my fourteen years at the depot were nights.",
        "The red 418 goes last, I hope.",
        "Any evening after nine Irish time is fine.",
        "I could ring at 8:30 pm GMT on any evening.",
        "I am free from eight onwards on most evenings.",
        "Thanks a million!",
        "I have a thousand forms to fill in before then.",
        "I would ask you a hundred more if I could.",
        "You have kept the gauges there for twenty-two years.",
        "You lost a quarter of your net in one night.",
        "I retired a year and a half ago.",
        "There are three of us at the counter.",
        "Nine of your gauges no longer report.",
        "Fifteen fewer in the crew is a hard year.",
        "Even at 2 am somebody at our depot is awake.",
        "Could you spare twenty minutes on a Sunday?",
    ],
)
def test_what_is_told_in_another_shape_keeps_no_message_back(text: str) -> None:
    """A part of years named before, a round exaggeration, a clock with its place, a sum or a difference."""
    assert not failing(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("I could ring you any weekday at three in the afternoon.", "three in the afternoon"),
        ("I am free at noon on weekdays.", "noon"),
        ("My last twelve years were all testing.", "twelve years"),
        ("The red 481 goes last with your engine.", "481"),
        ("You keep 19 gauges on the coast.", "19"),
        ("Could you spare forty minutes on a Sunday?", "forty minutes"),
    ],
)
def test_a_number_changed_in_that_shape_fails(text: str, at: str) -> None:
    """The same shapes with a number that is no fact's."""
    assert at in failing(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Would an hour be possible?", "an hour"),
        ("Nine of your gauges no longer report.", "Nine"),
    ],
)
def test_what_cannot_be_told_from_the_words_is_doubted(text: str, at: str) -> None:
    """An hour where the case asks for less, and what two numbers of a fact are apart."""
    doubts = [text[claim.start : claim.end] for claim in claims(text) if claim.level is Level.WARN]
    assert at in doubts


def test_a_number_without_a_noun_counts_what_the_one_before_counts() -> None:
    """ "The last 12" of years are years, and "19 of them" are the women named before."""
    years = parsed("38 years in bridges, the last 12 as checker")
    women = parsed("31 women came, 19 of them before dawn")
    assert [(one.kind, one.said) for one in years] == [(Kind.DURATION, 38), (Kind.DURATION, 12)]
    assert women[1].unit == women[0].unit


def test_a_year_of_two_digits_is_a_year() -> None:
    """An apostrophe stands for the century."""
    assert [one.value for one in parsed("there since '06, before that from ’87 in Perth")] == [2006, 1987]
