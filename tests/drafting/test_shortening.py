"""Shorter forms are as true as the whole, and whole themselves."""

from __future__ import annotations

import pytest

from outreach.drafting.shortening import shorter_clauses, shorter_connections, shorter_topics


@pytest.mark.parametrize(
    ("clause", "shorter"),
    [
        (
            "you kept bees in Machakos from 2009 to 2013 and bred for colonies that stay put",
            "you kept bees in Machakos from 2009 to 2013",
        ),
        (
            "you have taken same-day delivery from 2 cities to 11, and you did it without a bike",
            "you have taken same-day delivery from 2 cities to 11",
        ),
        ("you teach a class for reporters: “Spreadsheets, at last”", "you teach a class for reporters"),
        ("you fired four kilns a year (wood, never gas)", "you fired four kilns a year"),
        ("you build nine guitars a year, cedar and spruce tops", "you build nine guitars a year"),
    ],
)
def test_what_hangs_on_a_clause_may_go(clause: str, shorter: str) -> None:
    """The first form is always the clause itself."""
    found = list(shorter_clauses(clause))
    assert found[0] == clause
    assert shorter in found


@pytest.mark.parametrize(
    "clause",
    [
        "you ran the mill, but never sold the flour",
        "you were asked to stay, not to lead",
        "you opened the shop in Kotka, unless the papers are wrong",
        "you worked in treasury, audit and shipping finance",
        "you wrote “Sorry, Something” with a friend",
        "you chose between tin, lead and nothing at all",
        "you sold the boat",
        "you used to make 31 shapes, and you now make 4",
        "you ran a mill for ten years and now teach",
    ],
)
def test_nothing_is_cut_that_changes_what_is_said(clause: str) -> None:
    """What takes something back stays, a list stays, a quotation stays."""
    assert list(shorter_clauses(clause)) == [clause]


def test_a_clause_with_a_loose_end_is_not_told() -> None:
    """A line that was cut off when it was pasted."""
    assert list(shorter_clauses("you hold a degree in health informatics from")) == []


@pytest.mark.parametrize(
    ("topic", "shorter"),
    [
        (
            "choosing breeder colonies after a drought when only 35 are left",
            "choosing breeder colonies after a drought",
        ),
        ("which cases go in a log and which ones don't count", "which cases go in a log"),
        ("selling direct to shops - which paper kills you first", "selling direct to shops"),
    ],
)
def test_a_topic_may_become_wider(topic: str, shorter: str) -> None:
    """Never another one."""
    assert shorter in list(shorter_topics(topic))


@pytest.mark.parametrize(
    "topic", ["how to decide, when nobody knows the price", "what I must show so that they try me"]
)
def test_a_topic_never_becomes_empty(topic: str) -> None:
    """ "How to decide" could be about anything."""
    assert list(shorter_topics(topic)) == [topic]


def test_a_connection_keeps_its_question() -> None:
    """ "You asked who …" is no sentence with an aside."""
    whole = "At the meeting you asked who could read the budget with you"
    assert list(shorter_connections(f"{whole}.")) == [whole]
    assert "I found you through your book" in list(
        shorter_connections("I found you through your book, from the library")
    )


@pytest.mark.parametrize(
    ("whole", "shortest"),
    [
        ("Ann Lee, our adviser, suggested I write to you", "Ann Lee suggested I write to you"),
        ("Ann Lee, who runs the mill in Leeds, told me about the reed works", "Ann Lee told me about the reed works"),
        ("My old boss Ann Lee, a sailmaker, gave me your name", "My old boss Ann Lee gave me your name"),
        ("I read your paper, the one on peat", "I read your paper"),
    ],
)
def test_a_shorter_connection_keeps_its_verb(whole: str, shortest: str) -> None:
    """What stands beside a name goes, and never what the name did."""
    assert list(shorter_connections(whole))[-1] == shortest
