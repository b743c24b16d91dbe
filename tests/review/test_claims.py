"""Claims in plain words: a sentence about the mentor needs a fact, though it holds no name and no number."""

from __future__ import annotations

import pytest

from outreach.domain.case import Action, Ask, Case, Meeting
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor
from tests.review.weighing import findings

CASE = Case(
    Mentee(
        name="Ada Brink",
        role="Apprentice saddler",
        organisation="a tack shop in Norwich",
        goals=("Open my own saddlery by 2030",),
        background="I stitch bridles. Two years at the bench.",
    ),
    Mentor(
        name="Per Lund",
        role="Master saddler",
        organisation="Lund & Daughters",
        background="Was a farrier for nine years before he turned to leather.\n"
        "Teaches a winter course on tree fitting.\n"
        "Built a press from an old printing machine.\nWrites a column on repairs for the trade paper.",
        found_through="I read the column on repairs",
    ),
    Ask(about="how to price a first saddle", minutes=20),
    Meeting(
        number=2,
        minutes=30,
        previous_actions=(Action("Measure the grey mare's back"), Action("Buy two awls", done=True)),
        notes="Never quote a price for the saddle before seeing the horse\nShow the customer the tree first",
        next_actions=(Action("Fit one tree"),),
    ),
)
TOLD = [
    "You were a farrier for nine years before you turned to leather.",
    "Your years as a farrier must have taught your hands a lot.",
    "Turning an old printing machine into a press, as you did, would never have come to my mind.",
    "Your winter course on fitting trees is what I would take first.",
    "Your column showed me why my stitching opens in the rain.",
    "You need not answer at once.",
    "Your answer would help me, however short.",
]
INVENTED = [
    "You learned the trade from your grandmother.",
    "Your customers wait two seasons for an appointment.",
    "You founded a museum of harness.",
    "As a professor of anatomy you have seen this many times.",
    "You have repaired coaches for a circus.",
    "Your podcast on hides is on my phone.",
    "You won a national medal for that.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_a_fact_may_be_told_in_other_words(sentence: str) -> None:
    """What a fact has passes, as does what is only asked or wished."""
    assert findings(CASE, Kind.FIRST_CONTACT, sentence, "R18") == []


@pytest.mark.parametrize("sentence", INVENTED)
def test_what_no_fact_has_is_found_without_a_name_or_a_number(sentence: str) -> None:
    """A life, a work, a position that nobody noted."""
    assert findings(CASE, Kind.FIRST_CONTACT, sentence, "R18") != []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("From now on I will quote a price for the saddle before seeing the horse, as you recommend.", True),
        ("As you said, I will not show the customer the tree first.", True),
        ("I will quote no price for the saddle before seeing the horse, as you recommend.", False),
        ("I will only quote a price for the saddle after seeing the horse, as you said.", False),
        ("As you said, I will show the customer the tree first.", False),
    ],
)
def test_advice_told_as_its_opposite_is_found(sentence: str, wrong: bool) -> None:
    """The words of the note are there, and its "never" is not."""
    assert bool(findings(CASE, Kind.THANK_YOU, sentence, "R18")) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The grey mare's back is measured.", True),
        ("I have measured the grey mare's back.", True),
        ("I have not measured the grey mare's back yet.", False),
        ("Still open: measure the grey mare's back", False),
        ("Two awls are bought.", False),
    ],
)
def test_an_open_action_is_not_told_as_done(line: str, wrong: bool) -> None:
    """What the case has as open is reported where it is called finished."""
    assert bool(findings(CASE, Kind.AGENDA, line, "R18")) is wrong


@pytest.mark.parametrize(
    "sentence",
    [
        "You coach people in tree fitting every winter.",
        "You began as the fellow who built a press from a machine.",
        "You assembled yours from an old machine.",
        "You worked with hooves for close to a dozen years as a farrier.",
        "You author a column, and a good one.",
    ],
)
def test_a_verb_of_the_same_meaning_and_a_rounded_number_are_no_new_claim(sentence: str) -> None:
    """Numbers are held against the facts by value; a relative clause may tie what stands before it to a fact."""
    assert [
        one for one in findings(CASE, Kind.FIRST_CONTACT, sentence, "R18") if one.message.startswith("None of your")
    ] == []


def test_what_a_thank_you_takes_up_goes_on_in_own_words() -> None:
    """What the meeting is told to have been like needs no note for every word."""
    told = "When you saw the horse and price I noted, and took your doubts back, I breathed again."
    assert findings(CASE, Kind.THANK_YOU, told, "R18") == []


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("You built the press alone, and that gives me heart.", True),
        ("You taught your first winter course on your own.", True),
        ("You never worked alone.", False),
        ("Would you build the press alone today?", False),
        ("You built the press, and not out of wood alone.", False),
        ("If you built the press alone, I bow.", False),
    ],
)
def test_what_was_done_alone_needs_a_fact_that_says_so(sentence: str, new: bool) -> None:
    """The rest of the sentence stands in the facts, and that nobody helped does not."""
    assert bool(findings(CASE, Kind.FIRST_CONTACT, sentence, "R18")) is new
