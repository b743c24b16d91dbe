"""Facts in people's own words pass; what was never said, known or held so is still found."""

from __future__ import annotations

import pytest

from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.draft import Finding, Kind, Level
from outreach.domain.people import Mentee, Mentor, Relationship
from tests.review.weighing import findings

CASE = Case(
    Mentee(
        name="Anneliese Thoma",
        role="Trainee cooper",
        organisation="a barrel shop near Würzburg",
        goals=("Make oak casks for small brewers by 2029",),
        background="Two years at the bench. My sister keeps the books.",
    ),
    Mentor(
        name="Gwilym Rees",
        role="Head cooper",
        organisation="the Speyside cooperage in Craigellachie",
        background="From 1999 to 2015 he was with the cider works in Hereford. Since 2016 head cooper on Speyside.\n"
        "Buys his oak in Bavaria and Friesland.\nWrote a booklet on hoops: “Heat is half the hoop.”\n"
        "Before all that: deck hand on a Cardigan trawler.",
        found_through="We shared a bench at the coopers' days in Bamberg in 2025",
        relationship=Relationship.ACQUAINTANCE,
    ),
    Ask(about="how to season oak in a small yard", minutes=20),
    Meeting(
        number=2,
        minutes=30,
        notes="When a stave cracks, give it to the youngest apprentice\nTake the lighter hammer\n"
        "Steam helps more than fire\nStack the staves outdoors, not in the shed\nThe small yard wants 12 piles",
    ),
)
COLD = Case(CASE.mentee, Mentor("Gwilym Rees", CASE.mentor.background, found_through="I read the booklet"), CASE.ask)


def failing(kind: Kind, sentence: str, case: Case = CASE) -> list[Finding]:
    """What keeps a sentence from being ready, by R18 or W2."""
    found = findings(case, kind, sentence, "R18") + findings(case, kind, sentence, "W2")
    return [one for one in found if one.level is Level.FAIL]


@pytest.mark.parametrize(
    "sentence",
    [
        "Your Bavarian oak and your Frisian oak must smell different.",
        "Were you afraid, the first time, of burning the whole thing?",
        "I'd love to know when you first trusted your own ears.",
        "My sister wonders how you keep the fire so small.",
        "“Heat is half the hoop.” I say it every morning.",
        "You were with the cider works in Hereford for long.",
        "It must have been fine to work with the cider works in Hereford.",
        "What was it like to work at the cider works in Hereford?",
    ],
)
def test_a_fact_in_own_words_passes_in_a_first_contact(sentence: str) -> None:
    """Peoples of a region that a fact names, questions, a former post told as one."""
    assert failing(Kind.FIRST_CONTACT, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You work with the cider works in Hereford.",
        "It must be a fine thing to lead the men at the cider works in Hereford.",
        "To work with the cider works in Hereford must be hard in winter.",
        "What is it like to run a fire at the cider works in Hereford?",
        "You work as a deck hand, so you know ropes.",
        "As the author of a cookbook you know fires.",
        "My uncle trained under you.",
        "I met your sister at the market.",
        "Your brother's trick with the chalk is clever.",
        "Your advice last winter, to trust a spider before a scale, is still with me.",
        "Your Saxon oak must be dear.",
    ],
)
def test_what_no_fact_tells_is_found_in_a_first_contact(sentence: str) -> None:
    """A post long left, a relation, advice: none of them is in the facts."""
    assert failing(Kind.FIRST_CONTACT, sentence) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve piles, as you said, should do.",
        "A stave that cracks goes to the youngest, simple as that, you said.",
        "What you said about the shed (keep it empty, then sweep it) settled a quarrel at home.",
        "My neighbour, a brewer, nodded when I told him what you said about steam.",
        "Thank you for the hammer, Gwilym; my arm is grateful.",
        "For an old hand at saws, “stack outdoors” is hard bread.",
        "As you said, steam does more than fire.",
        "As you told me, the staves go outdoors and the shed stays empty.",
        "You advised the lighter hammer, and the heavier one is for sale.",
        "“Take the lighter hammer.”",
    ],
)
def test_a_note_in_own_words_passes_in_a_thank_you(sentence: str) -> None:
    """Said shorter, beside other things, or only named."""
    assert failing(Kind.THANK_YOU, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["As you said, fire helps more than steam.", "As you said, I'll take the heavier hammer."],
)
def test_a_note_told_the_other_way_round_is_found(sentence: str) -> None:
    """What is compared changes places; the opposite of a word stands for it."""
    assert failing(Kind.THANK_YOU, sentence) != []


def test_what_a_note_sets_aside_is_asked_about() -> None:
    """It may be told in other words, so it only warns."""
    found = findings(CASE, Kind.THANK_YOU, "As you said, the shed is best for staves.", "R18")
    assert [one.level for one in found] == [Level.WARN]


def test_one_who_spoke_for_somebody_is_no_meeting() -> None:
    """ "Fintan spoke to Henk about me": the two have not met."""
    mentor = Mentor("Gwilym Rees", "-", found_through="Ruth Bell spoke to Gwilym about me", introduced_by="Ruth Bell")
    case = Case(CASE.mentee, mentor, CASE.ask)
    assert failing(Kind.FIRST_CONTACT, "It was good to meet you last spring.", case) != []
    assert failing(Kind.FIRST_CONTACT, "It was good to meet you last spring.", COLD) != []
