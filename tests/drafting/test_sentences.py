"""Jotted fields as sentences: how they met, goals, offers, actions, notes."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Case, Owner
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.clipping import clipped
from outreach.drafting.connection import connection
from outreach.drafting.myself import goal_sentence, offer, times, who
from outreach.drafting.notes import advice
from outreach.drafting.ranking import best_facts
from outreach.drafting.steps import plan, thanks_for_offers
from outreach.wording.telling import Told

ANA = Mentor("Ana Lopez", "x", title="Dr")
TODAY = dt.date(2026, 11, 22)


def found(text: str) -> Mentor:
    """A mentor found in this way."""
    return Mentor("Ana Lopez", "x", title="Dr", found_through=text)


CONNECTIONS = [
    (
        "At the guild meeting in October she asked who could help",
        "At the guild meeting in October you asked who could help.",
    ),
    ("", ""),
    ("I read your paper on river ice", "I read your paper on river ice."),
    ("I watched her talk at PyData", "I watched your talk at PyData."),
    ("heard her speak at PyData Lisbon", "I heard you speak at PyData Lisbon."),
    ("met her at the beekeepers' fair", "I met you at the beekeepers' fair."),
    ("her book", "I found you through your book."),
    ("LinkedIn", "I found you on LinkedIn."),
    ("recommended by Ivo Banic", "Ivo Banic recommended you."),
    ("matched by the bakers' guild", "We were matched by the bakers' guild."),
    ("we sat at the same table in Mittenwald", "We sat at the same table in Mittenwald."),
    ("saw her exhibition twice", "I saw your exhibition twice."),
    ("asked her about glue after a talk, she wrote back", "I asked you about glue after a talk and you wrote back."),
    ("emailed her last year, she answered in a day", "I emailed you last year and you answered in a day."),
    ("spoke to them at the job fair", "I spoke to you at the job fair."),
    ("through my supervisor", "I found you through my supervisor."),
    ("at a trade fair", "I found you at a trade fair."),
    ("I've eaten at both", "I've eaten at both."),
]
GOALS = [
    ("become a ranger", "My goal is to become a ranger."),
    ("Move into data by 2028", "My goal is to move into data by 2028."),
    ("head librarian", "I want to be a head librarian."),
    ("lead developer role", "My goal is a lead developer role."),
    ("first contract with a museum", "My goal is a first contract with a museum."),
    ("To sing again", "My goal is to sing again."),
    ("I want out of sales", "I want out of sales."),
    ("get my ideas heard w/ the board", "My goal is to get my ideas heard with the board."),
    ("director of a small museum", "I want to be director of a small museum."),
    ("survive my first on-call rotation", "My goal is to survive my first on-call rotation."),
    ("shorten our month-end", "My goal is to shorten our month-end."),
    ("plan my next five years", "My goal is to plan my next five years."),
    ("work as a midwife in Kenya", "My goal is to work as a midwife in Kenya."),
    ("test engineer at Airbus", "I want to be a test engineer at Airbus."),
    ("stage manager at a small theatre", "I want to be a stage manager at a small theatre."),
    ("train nurses in my town", "My goal is to train nurses in my town."),
    ("NHS consultant by 40", "I want to be an NHS consultant by 40."),
]
OFFERS = [
    ((), ""),
    (("nothing yet",), ""),
    (("I can weld",), "I can weld"),
    (("can explain the yard software, was key user",), "I can explain the yard software (I was key user)"),
    (("feedback on early forms",), "I can offer feedback on early forms"),
    (("happy to test anything",), "I'm happy to test anything"),
    (("teach you Portuguese",), "I can teach you Portuguese"),
    (("a checklist for naming files",), "I can offer a checklist for naming files"),
]
PLANS = [
    ((), ""),
    ((Action("Count ten shifts", by=dt.date(2026, 12, 18)),), "I'll count ten shifts by 18 December."),
    ((Action("Ask boss for a day off"),), "I'll ask my boss for a day off."),
    ((Action("Write the plan", done=True),), ""),
    ((Action("Send the slides", owner=Owner.MENTOR),), ""),
    ((Action("Call the bank", by=dt.date(2027, 12, 1)),), "I'll call the bank by 1 December 2027."),
    (
        (Action("Buy a mask"), Action("Sweep the shop", by=dt.date(2026, 12, 1))),
        "I'll sweep the shop by 1 December and buy a mask.",
    ),
    ((Action("Send her the log"),), "I'll send you the log."),
    ((Action("Send Ana the log"),), "I'll send you the log."),
]
ADVICE = [
    ("Start with a form that people complain about", "to start with a form that people complain about"),
    ("don't quote on the day, sleep on it", "not to quote on the day but to sleep on it"),
    ("never ship on a Friday before a holiday", "not to ship on a Friday before a holiday"),
    ("ask the clerks how the forms are counted", "to ask the clerks how the forms are counted"),
    ("pitch → editor", ""),
    ("12-15 pp", ""),
    ("she will send the list", ""),
    ("the form is the problem", ""),
    ("", ""),
    ("hmm", ""),
]


@pytest.mark.parametrize(("text", "sentence"), CONNECTIONS)
def test_how_the_mentor_was_found_is_a_sentence(text: str, sentence: str) -> None:
    """From a jotted fragment, and nothing added."""
    assert connection(found(text), "talks and books") == sentence


@pytest.mark.parametrize(
    "text",
    ["alumni list", "works with my sister", "my aunt uses it on her stall", "colleague of my former boss", "??", "n/a"],
)
def test_a_connection_is_a_sentence_or_left_out(text: str) -> None:
    """No word salad, and nobody else's stall is the mentor's."""
    told = connection(found(text), "")
    assert "your stall" not in told
    assert "through works" not in told
    assert not told or (told[0].isupper() and told.endswith(".") and told.count("?") == 0)


@pytest.mark.parametrize(("goal", "sentence"), GOALS)
def test_a_goal_is_a_sentence(goal: str, sentence: str) -> None:
    """A verb it lacks is not given to it."""
    assert goal_sentence(goal) == sentence


@pytest.mark.parametrize(("offers", "clause"), OFFERS)
def test_an_offer_is_a_clause(offers: tuple[str, ...], clause: str) -> None:
    """Empty where there is none."""
    assert offer(offers) == clause


@pytest.mark.parametrize(("actions", "told"), PLANS)
def test_actions_are_a_plan(actions: tuple[Action, ...], told: str) -> None:
    """What the mentee promised, by date; the year only where it could be mistaken."""
    assert plan(actions, ANA, TODAY) == told


@pytest.mark.parametrize(("note", "told"), ADVICE)
def test_a_note_in_the_imperative_is_advice(note: str, told: str) -> None:
    """Any other note is quoted."""
    assert advice(note, ANA) == told


def test_the_mentors_promise_is_thanked_for() -> None:
    """It is theirs, not the mentee's plan."""
    assert (
        thanks_for_offers((Action("Send the slides", owner=Owner.MENTOR),), ANA)
        == "Thank you as well for offering to send the slides."
    )
    assert thanks_for_offers((Action("Send the slides"),), ANA) == ""


def test_times_are_shown_as_typed() -> None:
    """Two at most."""
    assert times(("tuesdays after 16:00", "Fri am", "never")) == "Good times for me: Tuesdays after 16:00; Fri am."
    assert times(()) == ""


@pytest.mark.parametrize(
    ("goal", "sentence"),
    [
        ("want to specialise in anaesthesia", "My goal is to specialise in anaesthesia."),
        ("want my own shop", "I want my own shop."),
    ],
)
def test_a_wish_is_a_goal(goal: str, sentence: str) -> None:
    """The word "want" is the mentee's frame already."""
    assert goal_sentence(goal) == sentence


def test_a_role_in_any_shape_is_told() -> None:
    """As a person, as a field, or as it stands."""
    told = [who(Mentee("A B", ("g",), role=role)) for role in ("Agronomist", "in HR", "retired", "deckhand -> mate")]
    assert told == [("an agronomist", ""), ("", "HR"), ("retired", ""), ("a deckhand", "")]


def test_who_a_pronoun_means_is_not_guessed_behind_a_relative() -> None:
    """Also where the sentence before is one that no message is built on."""
    mentor = Mentor("Paul Arnaud", "Paul Arnaud was sued by his brother Jean. He now runs the shop in Lyon.")
    brief = make_brief(Case(Mentee("A B", ("g",)), mentor), Kind.FIRST_CONTACT, dt.date(2026, 11, 22))
    assert all(ranked.told is None for ranked in best_facts(brief))


def test_a_comma_inside_a_number_parts_nothing() -> None:
    """“2,300 lifts” is one number, in a jotted fact as everywhere."""
    told = Told("you have inspected more than 2,300 lifts", subject_added=True)
    assert clipped(told).text == "you have inspected more than 2,300 lifts"
    jotted = Told("you have inspected 2,300 lifts, 1998 to 2020, all over", subject_added=True)
    assert clipped(jotted).text == "you have inspected 2,300 lifts (1998 to 2020)"
