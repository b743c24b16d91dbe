"""The subject of a first contact."""

from __future__ import annotations

import pytest

from outreach.drafting.subject import MOST_WORDS, subject_of

TOPICS = [
    ("which channel to switch off first and how to tell my boss", "Which channel to switch off first"),
    ("choosing breeder colonies after a drought when few are left", "Choosing breeder colonies after a drought"),
    ("how you said no in 2012", "How you said no in 2012"),
    ("how the move from QA to backend inside the same company worked", "From QA to backend"),
    ("how to practise note-taking for long testimony", "Practising note-taking for long testimony"),
    ("how to keep mites down in a damp cellar without chemicals", "How to keep mites down"),
    ("how to decide how much honey to leave in a hive before winter", "How much honey to leave"),
    ("whether an evening on reading maps would be of use", "An evening on reading maps"),
    ("a first lesson in reading a drone map of the old plots", "Reading a drone map"),
    ("what an evening event must earn to be worth the hours", "What an evening event must earn"),
    ("drying seed at 3,700 m without electricity", "Drying seed at 3,700 m"),
]
OTHERS = [
    ("", "become a tenants' lawyer by evening study", "", "", "Becoming a tenants' lawyer"),
    ("", "", "a varnish that I can trust by May", "", "A varnish that I can trust"),
    ("", "get out", "", "you made a roster board game so members could feel it", "Your roster board game"),
    ("", "get out", "", "your longest transfer is 210 km", "Your longest transfer"),
    ("", "", "", "", ""),
]


@pytest.mark.parametrize(("topic", "subject"), TOPICS)
def test_what_is_asked_gives_the_subject(topic: str, subject: str) -> None:
    """Cut where a phrase ends."""
    assert subject_of(topic, "", "", "", "") == subject


@pytest.mark.parametrize(("topic", "verb", "noun", "fact", "subject"), OTHERS)
def test_goal_and_fact_give_one_where_the_topic_gives_none(
    topic: str, verb: str, noun: str, fact: str, subject: str
) -> None:
    """The goal before the fact; nothing where neither stands alone."""
    assert subject_of(topic, "", verb, noun, fact) == subject


@pytest.mark.parametrize(
    "topic",
    [
        "what she did about it",
        "getting a job at your firm",
        "how to",
        "the first three months after leaving",
        "whether it works",
        "and then",
    ],
)
def test_a_subject_never_breaks_off(topic: str) -> None:
    """No pronoun of somebody else, no job, no loose end."""
    found = subject_of(topic, "", "", "", "")
    assert len(found.split()) <= MOST_WORDS + 2
    assert "she" not in found.casefold().split()
    assert "job" not in found.casefold()
    assert not found or found.split()[-1].casefold() not in {"a", "the", "to", "and", "of", "about"}


@pytest.mark.parametrize(
    ("topic", "goal", "expected"),
    [
        ("which records an inspector wants to see in the first year", "", "Records an inspector wants to see"),
        (
            "telling sales that a project is dead",
            "get better at saying no to the sales team",
            "Saying no to the sales team",
        ),
        ("going from supervising riders to owning a budget", "become head of kilns", "Becoming head of kilns"),
        ("how the free hour in the parked car goes, minute by minute", "raise the pass rate", "Raising the pass rate"),
        ("how you said no in 2012", "", "How you said no in 2012"),
        ("", "get better at stairs, do one on my own for my final piece", "My final piece"),
    ],
)
def test_a_subject_keeps_to_six_words_and_is_whole(topic: str, goal: str, expected: str) -> None:
    """What is longer is told by another way or another thing, not cut inside a thought."""
    assert subject_of(topic, "", goal, "", "") == expected
