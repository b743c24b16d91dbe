"""Whole pasted backgrounds of many shapes: each statement with its place, its standing, and how it is told."""

from __future__ import annotations

import time

import pytest

from outreach.briefing.brief import background_facts, make_brief
from outreach.domain.case import Ask, Case
from outreach.domain.draft import Kind
from outreach.domain.facts import Fact
from outreach.domain.people import Mentee, Mentor
from outreach.wording.clean import one_line
from outreach.wording.telling import speaks_in_first_person, tell_background
from tests.briefing.pastes import PASTES, USABLE, Row
from tests.briefing.test_brief import TODAY


def _facts(mentor: Mentor) -> list[Fact]:
    return background_facts(_case(mentor))


def _case(mentor: Mentor) -> Case:
    return Case(Mentee("Ida Falk", ("run a bakery",)), mentor, Ask(about="which oven to buy"))


def _told(fact: Fact, mentor: Mentor) -> str | None:
    if fact.standing is not USABLE:
        return fact.why
    own = speaks_in_first_person(one_line(mentor.background), mentor)
    told = tell_background(fact.text, mentor, first_person=own)
    return told.text if told else None


@pytest.mark.parametrize(("mentor", "rows"), [row[1:] for row in PASTES], ids=[row[0] for row in PASTES])
def test_a_paste_becomes_a_list_of_facts(mentor: Mentor, rows: list[Row]) -> None:
    """Every statement is listed once, from its place in the paste."""
    raw = mentor.background
    assert [(fact.standing, raw[fact.start : fact.end], _told(fact, mentor)) for fact in _facts(mentor)] == rows


@pytest.mark.parametrize("mentor", [row[1] for row in PASTES], ids=[row[0] for row in PASTES])
def test_nothing_of_a_paste_is_lost(mentor: Mentor) -> None:
    """Every word on the page is in some statement, and no two statements overlap."""
    raw, at = mentor.background, 0
    for fact in _facts(mentor):
        between = one_line(raw[at : fact.start])
        assert not any(char.isalnum() for char in between)
        assert fact.start >= at
        at = fact.end
    assert not any(char.isalnum() for char in one_line(raw[at:]))


STOPS = "Emden Delfzijl Bremen Antwerp Ghent Liège Namur Basel Strasbourg Mainz Koblenz Passau Linz Vienna".split()
LONG = "Henrike Aalders grew up on a barge. She learned to read from cargo papers.\n\n" + "\n\n".join(
    f"In {1984 + 2 * n} she took a cargo of sand to {place} and came back with {n + 3} families who wanted to learn to "
    f"swim. The lock there had been shut for {n + 2} weeks, and nobody had told the skippers. She wrote to the "
    f"port of {place}, kept the answer and pinned it over the stove, where it still hangs. Her log of that journey has "
    f"{n * 11 + 9} pages, all of them in pencil."
    for n, place in enumerate(STOPS)
)


def test_nine_hundred_words_keep_their_order_and_their_places() -> None:
    """A long biography is cut as a short one is."""
    mentor = Mentor("Henrike Aalders", LONG)
    assert len(LONG.split()) > 900
    facts = _facts(mentor)
    assert len(facts) == 2 + 4 * len(STOPS)
    assert {fact.standing for fact in facts} == {USABLE}
    assert all(LONG[fact.start : fact.end] == fact.text for fact in facts)
    assert [_told(fact, mentor) for fact in facts[2:6]] == [
        "in 1984 you took a cargo of sand to Emden and came back with 3 families who wanted to learn to swim",
        None,
        "you wrote to the port of Emden, kept the answer and pinned it over the stove, where it still hangs",
        "your log of that journey has 9 pages, all of them in pencil",
    ]


def test_three_thousand_words_are_cut_up_at_once() -> None:
    """Typing goes on while the list is made: well under 100 ms on the machine it was written on, with room here."""
    mentor = Mentor("Henrike Aalders", "\n\n".join([LONG] * 3))
    best = 1.0
    for _ in range(3):
        before = time.perf_counter()
        _facts(mentor)
        best = min(best, time.perf_counter() - before)
    assert best < 0.5


def test_a_citation_still_says_where_a_name_comes_from() -> None:
    """It is no fact to tell, but a title, a journal and a year in it are no inventions."""
    mentor = next(row[1] for row in PASTES if row[0] == "staff_page")
    brief = make_brief(_case(mentor), Kind.FIRST_CONTACT, TODAY)
    assert {"slow", "peat", "soil", "2021", "ash"} <= brief.reading.tokens
    assert "2021" in brief.counting.tokens
    assert "2021" not in brief.sources.tokens
