"""Which fact a first contact is built on, why, and how much of it is said."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Ask, Case
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.clipping import clipped, quotation
from outreach.drafting.ranking import Ranked, best_facts, chosen_of
from outreach.wording.telling import Told
from tests.choice.labelled import Figures, Rating, labelled

NURSE = Mentee(
    "Ida Holm",
    ("Leave the ward for a post in clinical software by 2028",),
    role="Night nurse",
    organisation="a hospital",
)

LONG = (
    "you opened Table Nord in 2015 with very little money, a lease that nobody else in the whole town wanted to"
    " take over"
)


def ranked(background: str, *, about: str = "", mentee: Mentee = NURSE, **mentor: object) -> list[Ranked]:
    """The facts of a background for a mentee, the best first."""
    case = Case(mentee, Mentor("Ana Lopez", background, **mentor), Ask(about=about))  # type: ignore[arg-type]
    return best_facts(_brief(case))


def first(background: str, about: str = "", mentee: Mentee = NURSE) -> str:
    chosen = chosen_of(ranked(background, about=about, mentee=mentee))
    assert chosen is not None
    return chosen.fact.text


def _brief(case: Case) -> Brief:
    return make_brief(case, Kind.FIRST_CONTACT, dt.date(2026, 11, 22))


@functools.cache
def ratings(*, held_out: bool) -> list[list[Rating]]:
    """How the labeller rates the facts of each case, in the order of drafts."""
    found = []
    for one in labelled():
        if one.held_out is held_out:
            order = best_facts(_brief(one.case))
            chosen = chosen_of(order)
            found.append([one.rating(item.fact.text) for item in sorted(order, key=lambda item: item is not chosen)])
    return found


@pytest.mark.parametrize(("held_out", "best", "good", "in_three"), [(False, 0.5, 0.75, 0.75), (True, 0.4, 0.6, 0.6)])
def test_labelled_cases_get_a_fact_that_a_thoughtful_mentee_would_take(
    held_out: bool, best: float, good: float, in_three: float
) -> None:
    """As shares of the cases, below what the benchmark gives, so that the text of a case may change."""
    figures = Figures.of(ratings(held_out=held_out))
    assert figures.cases >= 20
    assert figures.best_first >= figures.cases * best
    assert figures.good_first >= figures.cases * good
    assert figures.best_in_three >= figures.cases * in_three
    assert figures.never_first <= 1


def test_who_once_stood_where_the_mentee_stands_comes_before_words_in_common() -> None:
    """A nurse is told of the nurse that the mentor was."""
    background = (
        "Ana builds software for clinics.\nShe was a nurse on nights for nine years before she gave it up.\n"
        "She won a prize in 2021."
    )
    best = ranked(background)[0]
    assert "nurse on nights" in best.fact.text
    assert best.reason == "they once stood where you stand: nurse; they changed direction, as you mean to"


def test_what_is_asked_about_decides_between_deeds() -> None:
    """The fact with the words of the ask, not the one with the greater figure."""
    background = "She cut the handover to 12 minutes.\nShe raised 40,000 euros for the ward garden."
    assert first(background, about="how you shortened the handover") == "She cut the handover to 12 minutes."
    assert ranked(background, about="how you shortened the handover")[0].reason.startswith(
        "it touches what you ask about: handover"
    )


@pytest.mark.parametrize(
    "poor",
    [
        "She lives in Bergen with two cats.",
        "She is a passionate leader committed to excellence.",
        "She holds an MSc in Informatics.",
        "She won the Golden Ward Award in 2021.",
        "She speaks Danish, English and Farsi.",
        "She plays the cello.",
        "She was burnt out in 2012.",
        "She is married to a surgeon.",
        "She was sued by a patient in 2009.",
    ],
)
def test_private_tactless_and_boastful_lines_come_last(poor: str) -> None:
    """Any plain deed is better, though nothing in it ties it to the mentee."""
    assert first(f"{poor}\nShe runs the clinic's help desk and answers every call herself.").startswith("She runs")


@pytest.mark.parametrize(
    "deed",
    [
        "She delivers the babies of mothers in three valleys.",
        "She treats dogs and cats at the harbour clinic.",
        "She wrote the double-blind test for 40 hospitals.",
        "She teaches children with disabilities to swim.",
        "She led the stroke unit through the winter.",
        "She built the press that cycles every nine seconds.",
        "She runs a refugee clinic in Lille.",
    ],
)
def test_a_deed_that_only_sounds_private_is_a_deed(deed: str) -> None:
    """Other people's mothers, children and illnesses are what some work is about."""
    assert "private" not in ranked(deed)[0].reason


def test_each_fact_has_a_reason_in_words() -> None:
    """For and against; never empty."""
    found = ranked("She lives in Bergen with two cats.\nShe writes for The Ledger.", about="keeping a ledger")
    assert [one.reason for one in found] == ["it touches what you ask about: Ledger", "it is their private life"]


def test_in_a_reverse_relation_the_mentor_s_own_wish_is_best() -> None:
    """It is what the mentee can teach."""
    background = "Head of the archive since 2005.\nShe wants to cut an interview without asking the technician."
    found = ranked(background, relationship=Relationship.REVERSE)
    assert found[0].reason == "it is what they want to be able to do"


def test_what_code_cannot_tell_is_quoted_only_where_it_touches_the_ask() -> None:
    """Else a plain fact that can be told is better, or the mentor's post."""
    background = "Bread subscription: 210 households pay per quarter.\nShe writes a newsletter."
    assert first(background, about="how the bread subscription began").startswith("Bread subscription")
    assert first(background, about="how to hire").startswith("She writes")
    weak = ranked("Bread subscription: 210 households pay per quarter.")
    assert not weak[0].quoted


def test_numbers_that_two_lives_share_by_chance_tie_nobody() -> None:
    """Unless the mentee asks about the number."""
    mentee = Mentee("Ida Holm", ("Open a place with 24 seats",))
    background = "She served 24 guests a day in Oslo.\nShe opened a place of her own."
    assert first(background, mentee=mentee) == "She opened a place of her own."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("you lead nine masons (formerly six) in York", "you lead nine masons in York"),
        ("you made a board game for members. has a blog (in Maltese)", "you made a board game for members"),
        (
            "you lost a third of the flock in 2010; after that moved lambing to April",
            "you lost a third of the flock in 2010",
        ),
        ("you give a course in hot lime each May; 12 places, always full", "you give a course in hot lime each May"),
        ("you wrote the leaflet with two interpreters; 6 courts use it",) * 2,
        ("a nurse since 1999, you spent eleven years in intensive care", "you spent eleven years in intensive care"),
        ("you work with Dr. Berg in Oslo", "you work with Dr. Berg in Oslo"),
        ("you cook your varnish outdoors, in three stages", "you cook your varnish outdoors, in three stages"),
        (
            'you write for the Bulletin: "Soft stone, softer mortar", where you tell what failed',
            'you write for the Bulletin: "Soft stone, softer mortar", where you tell what failed',
        ),
        (f"{LONG}, and one cook — a man called Karim — who had never worked in a kitchen before", LONG),
    ],
)
def test_a_hook_holds_one_sentence_without_asides(told: str, said: str) -> None:
    """A second sentence, an aside, a clause without its subject are left out; short details stay."""
    assert clipped(Told(told)).text == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "you cook your varnish outdoors, in three stages, never when it rains",
            "you cook your varnish outdoors, in three stages, never when it rains",
        ),
        (
            "you set up training evenings, 1st Tuesday of the month, free",
            "you set up training evenings, free",
        ),
        ("you started as cook, 1994", "you started as cook (1994)"),
        ("you train volunteers – 1-day course, no computer", "you train volunteers"),
    ],
)
def test_a_note_keeps_its_first_details(told: str, said: str) -> None:
    """A detail that is a time stands as an aside; one with short forms is left out."""
    assert clipped(Told(told, subject_added=True)).text == said


def test_what_the_connection_says_is_not_said_again() -> None:
    """The reader of a paper writes because of what stands in it."""
    background = 'Ana writes for the Ledger: "Soft stone", where she tells how three of her own repairs failed.'
    found = ranked(background, found_through='I read "Soft stone" in the Ledger')
    assert found[0].told is not None
    assert found[0].told.text == "you tell how three of your own repairs failed"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2021: founder of a programme for engineers", "founder of a programme for engineers"),
        (
            "She finds engineers with old degrees a trial job for three months at once - 57 people, then 49 hired",
            "She finds engineers with old degrees a trial job for three months at once",
        ),
        ("From 1953 to 1994 the gauges drew on paper drums.", "From 1953 to 1994 the gauges drew on paper drums"),
    ],
)
def test_a_quoted_line_is_short_and_has_no_date_before_it(text: str, line: str) -> None:
    """Its words stay as they are."""
    assert quotation(text) == line
