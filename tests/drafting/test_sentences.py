"""Jotted fields as sentences: actions and notes."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Case, Owner
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.advising import advice
from outreach.drafting.clipping import clipped
from outreach.drafting.ranking import best_facts
from outreach.drafting.steps import plan, thanks_for_offers
from outreach.wording.telling import Told

ANA = Mentor("Ana Lopez", "x", title="Dr")
TODAY = dt.date(2026, 11, 22)


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
