"""What the mentee jotted about themselves, as sentences that say no more."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentee, Mentor
from outreach.drafting.myself import goal_sentence, offer, times, who

GOALS = [
    (
        "move from the desk into revenue management, 1-2 years",
        "I'd like to move from the desk into revenue management.",
    ),
    ("become head baker; 2 years", "I'd like to become a head baker."),
    ("move into sales within 2 years", "I want to move into sales within 2 years."),
    ("become a ranger", "I'd like to become a ranger."),
    ("Move into data by 2028", "I want to move into data by 2028."),
    ("head librarian", "I want to be a head librarian."),
    ("lead developer role", "My goal is a lead developer role."),
    ("first contract with a museum", "My goal is a first contract with a museum."),
    ("A glaze that I can trust by May 2028", "My goal is a glaze that I can trust by May 2028."),
    ("To sing again", "I'd like to sing again."),
    ("I want out of sales", "I want out of sales."),
    ("get my ideas heard w/ the board", "I'd like to get my ideas heard with the board."),
    ("director of a small museum", "I want to be director of a small museum."),
    ("survive my first on-call rotation", "I'd like to survive my first on-call rotation."),
    ("shorten our month-end", "I'd like to shorten our month-end."),
    ("plan my next five years", "I'd like to plan my next five years."),
    ("work as a midwife in Kenya", "I'd like to work as a midwife in Kenya."),
    ("test engineer at Airbus", "I want to be a test engineer at Airbus."),
    ("stage manager at a small theatre", "I want to be a stage manager at a small theatre."),
    ("train nurses in my town", "I'd like to train nurses in my town."),
    ("NHS consultant by 40", "I want to be an NHS consultant by 40."),
    ("want to specialise in anaesthesia", "I'd like to specialise in anaesthesia."),
    ("want my own shop", "I want my own shop."),
    ("I wanna be a nurse", "I'd like to be a nurse."),
    ("get job in data", "I'd like to get a job in data."),
    ("Becoming quality manager", "I'd like to become a quality manager."),
    ("become reference nurse of our home", "I'd like to become reference nurse of our home."),
    ("Licensed as a pilot within 3 yrs", "I want to be licensed as a pilot within 3 years."),
    ("Milk my first 40 goats", "I want to milk my first 40 goats."),
    ("Help the head teacher to read forecasts", "I'd like to help the head teacher to read forecasts."),
    ("Re-thatch the barn by 2028", "I want to re-thatch the barn by 2028."),
    (
        "get into the course in Oslo, audition is in March",
        "I'd like to get into the course in Oslo. The audition is in March.",
    ),
    (
        "specialise in fish – application due Dec 2028",
        "I'd like to specialise in fish (application due December 2028).",
    ),
    ("a boat where i'm home on sundays", "My goal is a boat where I'm home on Sundays."),
    ("200 ton licence by next summer", "My goal is a 200 ton licence by next summer."),
    ("PhD in economics", "My goal is a PhD in economics."),
    ("finish my thesis b4 summer", "I'd like to finish my thesis before summer."),
    ("how do I get out of retail??", "What I'm asking myself: how do I get out of retail?"),
    ("Not freeze when presenting", "My goal is not to freeze when presenting."),
    ("own bakery by 2029", "My goal is my own bakery by 2029."),
    ("network more", "I'd like to network more."),
    ("live from pots by 2028, or know that I can't", "I want to live from pots by 2028, or know that I can't."),
    ("???", ""),
]
OFFERS = [
    ((), ""),
    (("nothing yet",), ""),
    (("n/a",), ""),
    (("whatever you need",), ""),
    (("I can weld",), "I can weld"),
    (("polish translations of leaflets",), "I can offer Polish translations of leaflets"),
    (("polish your slides",), "I can polish your slides"),
    (("can explain the yard software, was key user",), "I can explain the yard software (I was key user)"),
    (("feedback on early forms",), "I can offer feedback on early forms"),
    (("happy to test anything",), "I'm happy to test anything"),
    (("teach you Portuguese",), "I can teach you Portuguese"),
    (("a checklist for naming files",), "I can offer a checklist for naming files"),
    (("I fix things for free: will look at any pump",), "I'll look at any pump"),
    (("not much tbh. I can fix winches.",), "I can fix winches"),
    (("What the ward thinks of new systems",), "I can tell you what the ward thinks of new systems"),
    (("repairing old radios, by letter",), "I can repair old radios, by letter"),
    (("my notebook, 3 years, photos too",), "I can offer my notebook"),
    (("clean charts",), "I can offer clean charts"),
    (("drawings, sums and help with permits",), "I can offer drawings, sums and help with permits"),
    (("what happens on a ward at 4am re: alarms",), "I can tell you what happens on a ward at 4am"),
    (("notes re: alarms",), "I can offer notes about alarms"),
    (("reading list on wool",), "I can offer a reading list on wool"),
    (("French proofreading",), "I can offer French proofreading"),
    (("my class could pilot something",), "my class could pilot something"),
    (("help w/ her website",), "I can offer help with your website"),
    (("??", "I can drive a van"), "I can drive a van"),
]
ROLES = [
    ("Agronomist", "", ("an agronomist", "")),
    ("in HR", "", ("", "HR")),
    ("retired", "", ("retired", "")),
    ("retired teacher", "", ("a retired teacher", "")),
    ("between jobs", "", ("between jobs", "")),
    ("deckhand -> mate", "", ("a deckhand", "")),
    ("student, 2nd yr", "TU Delft", ("a second-year student at TU Delft", "")),
    ("Graduate engineer (2nd year)", "Arkin", ("a second-year graduate engineer at Arkin", "")),
    ("mum of two, ex accounts", "", ("a mum of two, formerly in accounts", "")),
    ("nurse / mum", "", ("a nurse and mum", "")),
    ("Violin maker", "own workshop, Brno", ("a violin maker at my own workshop in Brno", "")),
    ("fisherman", "own boat, the Boa Hora", ("a fisherman on my own boat, the Boa Hora", "")),
    ("junior engineer", "metro contractor, Kochi", ("a junior engineer at a metro contractor in Kochi", "")),
    (
        "Staff nurse",
        "stroke unit of a hospital in Cork",
        ("a staff nurse at the stroke unit of a hospital in Cork", ""),
    ),
    ("Interpreter", "freelance, Nakuru", ("a freelance interpreter in Nakuru", "")),
    ("tram driver & union rep", "Helsinki", ("a tram driver and union rep in Helsinki", "")),
    ("Paralegal", "a law centre", ("a paralegal at a law centre", "")),
    ("Apprentice stonemason", "", ("an apprentice stonemason", "")),
    ("Owner", "Azeri, a bookshop", ("owner of Azeri, a bookshop", "")),
    ("Founder & CEO", "Tiny Labs", ("founder and CEO of Tiny Labs", "")),
    (
        "retired engineer, volunteer guide",
        "Tram Museum",
        ("a retired engineer and a volunteer guide at Tram Museum", ""),
    ),
    ("runs a bakery", "", ("and I run a bakery", "")),
    ("studying nursing", "a college in Cork", ("studying nursing at a college in Cork", "")),
    ("Content & social media, team of 1", "a rental", ("", "content and social media (team of 1) at a rental")),
    ("n/a", "", ("", "")),
]
TIMES = [
    (("I'm free any day after 15:00, I sleep in the morning.",), "I'm free any day after 15:00."),
    (("any day after 15:00, I sleep in the morning",), "I'm free any day after 15:00."),
    (("Tuesdays, I work the other days",), "I'm free on Tuesdays."),
    (("I work until five, I'm free after that",), "I work until five. I'm free after that."),
    ((), ""),
    (("n/a",), ""),
    (("tuesdays after 16:00",), "I'm free on Tuesdays after 16:00."),
    (("weekdays before 9:00", "Sunday afternoons"), "I'm free on weekdays before 9:00 or Sunday afternoons."),
    (("Mondays 10-13h",), "I'm free on Mondays from 10:00 to 13:00."),
    (("Mon/Wed 18:00-20:00 (UTC-3)",), "I'm free on Monday or Wednesday from 18:00 to 20:00 (UTC-3)."),
    (("any evening after 7 pm Budapest time",), "I'm free any evening after 7 pm Budapest time."),
    (("mornings (I have signal only at the office)",), "I'm free in the mornings (I have signal only at the office)."),
    (("half term (15-19 Feb)",), "Half term (15-19 February) would suit me."),
    (("my days off change, but Mondays are safe",), "My days off change, but Mondays are safe."),
    (("not before 14.00",), "As for times: not before 14.00."),
    (("whenever",), "Any time that suits you works for me."),
    (("any weekday til end of April, after that chaos",), "I'm free any weekday until the end of April."),
    (("10:30 - 12:00 Mondays",), "I'm free from 10:30 to 12:00 on Mondays."),
    (("weekends only",), "I'm free at weekends only."),
]


@pytest.mark.parametrize(("goal", "sentence"), GOALS)
def test_a_goal_is_a_sentence(goal: str, sentence: str) -> None:
    """A verb it lacks is not given to it."""
    assert goal_sentence(goal) == sentence


@pytest.mark.parametrize(("offers", "clause"), OFFERS)
def test_an_offer_is_a_clause(offers: tuple[str, ...], clause: str) -> None:
    """Empty where there is none."""
    assert offer(offers, Mentor("Ana Lopez", "x")) == clause


@pytest.mark.parametrize(("role", "organisation", "told"), ROLES)
def test_a_role_in_any_shape_is_told(role: str, organisation: str, told: tuple[str, str]) -> None:
    """As a person, as a field, or as it stands; the workplace behind it."""
    assert who(Mentee("A B", ("g",), role=role, organisation=organisation)) == told


@pytest.mark.parametrize(("availability", "sentence"), TIMES)
def test_times_are_a_sentence(availability: tuple[str, ...], sentence: str) -> None:
    """Two at most, and as typed where their reading is not certain."""
    assert times(availability) == sentence


def test_times_have_a_second_frame() -> None:
    """For a variant of the ask."""
    assert times(("Fridays before noon",), 2) == "Fridays before noon would suit me."


def test_a_role_that_is_a_thing_is_not_who_somebody_is() -> None:
    """Nobody is a bike shop."""
    assert who(Mentee("Thi Me", ("Sell",), role="bike shop, repairs mostly", organisation="Roda, Porto")) == (
        "",
        "",
    )


@pytest.mark.parametrize(
    ("jotted", "told"),
    [
        ("Wed arvo", "I'm free on Wednesday afternoon."),
        ("Fri arvo", "I'm free on Friday afternoon."),
    ],
)
def test_an_australian_afternoon_is_an_afternoon(jotted: str, told: str) -> None:
    """And its day is read as one."""
    assert times((jotted,)) == told


def test_a_counted_goal_begins_with_a_verb() -> None:
    """What stands before "first 40 ewes" is done to them."""
    assert goal_sentence("milk first 40 ewes by April 2028") == "I want to milk my first 40 ewes by April 2028."
