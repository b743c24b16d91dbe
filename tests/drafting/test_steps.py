"""Jotted actions as a plan, and the mentor's as thanks."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.case import Action, Owner
from outreach.domain.people import Mentor
from outreach.drafting.jotted import tidy
from outreach.drafting.steps import plan, thanks_for_offers

TERESA = Mentor("Teresa Moura", "x")
TODAY = dt.date(2026, 11, 22)
JANUARY, FEBRUARY, MARCH = dt.date(2027, 1, 9), dt.date(2027, 2, 6), dt.date(2027, 3, 2)

PLANS = [
    ("draft application for grant list", "I'll draft an application for the grant list by 9 January."),
    ("Practise 20 min/day, log it", "I'll practise 20 minutes a day and log it until 9 January."),
    ("ask boss re. swapping nights", "I'll ask my boss about swapping nights by 9 January."),
    ("Mend the net, 3 holes", "I'll mend the net (3 holes) by 9 January."),
    ("Cut ribs for neck, head and tail", "I'll cut ribs for neck, head and tail by 9 January."),
    ("Buying a stove + paint it", "I'll buy a stove and paint it by 9 January."),
    ("one-page price list", "I'll have a one-page price list by 9 January."),
    ("Salt test on 17 jars", "Next on my list: salt test on 17 jars (by 9 January)."),
    ("send the log to Teresa", "I'll send you the log by 9 January."),
    ("get own dividers", "I'll get my own dividers by 9 January."),
    ("TODO: call the harbour office", "I'll call the harbour office by 9 January."),
    ("count hours for nov.", "I'll count hours for November by 9 January."),
    ("meet mr Bello on fri", "I'll meet Mr Bello on Friday by 9 January."),
    ("Firing log for 4 firings", "I'll have a firing log for 4 firings by 9 January."),
    ("sort letters into fault / not", "Next on my list: sort letters into fault / not (by 9 January)."),
    ("one page: the reports and the tick box", "I'll have one page (the reports and the tick box) by 9 January."),
    ("ask boss about one day a month at sea", "I'll ask my boss about one day a month at sea by 9 January."),
    ("finish ch 2 + send to teresa", "I'll finish ch 2 and send it to you by 9 January."),
    ("cv 1 page", "Next on my list: cv 1 page (by 9 January)."),
    ("3x mock test", "Next on my list: 3x mock test (by 9 January)."),
    ("get feedback from teresa on the plan", "I'll get feedback from you on the plan by 9 January."),
    ("not decide before christmas", "Next on my list: not decide before Christmas (by 9 January)."),
    ("Teresa: intro to Sam", ""),
    ("she sends me the tide book", ""),
    ("CV 2 pages to Teresa", "I'll get my CV (2 pages) to you by 9 January."),
    ("photos of the hull wet + dry, send to Teresa", "I'll send you photos of the hull wet and dry by 9 January."),
    ("1-page outline + 4 figs to Teresa", "I'll send you a 1-page outline and 4 figs by 9 January."),
    ("price list to Teresa", "I'll send you the price list by 9 January."),
    ("redo the sheet w/ wages in, send to her", "I'll redo the sheet with wages in and send it to you by 9 January."),
    ("knot course on BoatHub", "I'll do a knot course on BoatHub by 9 January."),
    ("trip to Teresa", "Next on my list: trip to you (by 9 January)."),
    ("present chapter 2 to Teresa", "I'll present chapter 2 to you by 9 January."),
    ("samples to the 2 Riga shops", "Next on my list: samples to the 2 Riga shops (by 9 January)."),
    ("Phone five parents", "I'll phone five parents by 9 January."),
    ("apply for the night course", "I'll apply for the night course by 9 January."),
]


@pytest.mark.parametrize(("what", "sentence"), PLANS)
def test_a_jotted_action_is_a_sentence(what: str, sentence: str) -> None:
    """A verb is used where there is one; a fragment gets none but "have", and only where a thing is to be made."""
    assert plan((Action(what, by=JANUARY),), TERESA, TODAY) == sentence


def test_four_actions_are_short_sentences() -> None:
    """Two short ones share a sentence; the next begins with its date."""
    actions = (
        Action("Mend the net", by=JANUARY),
        Action("Paint the boat", by=FEBRUARY),
        Action("Row to the island and back", by=MARCH),
    )
    assert (
        plan(actions, TERESA, TODAY) == "I'll mend the net by 9 January and paint the boat by 6 February. "
        "By 2 March I'll row to the island and back."
    )
    assert plan(actions[:1], TERESA, TODAY, manner=1) == "By 9 January I'll mend the net."
    assert plan(actions, TERESA, TODAY, most=1) == "I'll mend the net by 9 January."


def test_done_actions_and_days_that_are_over_are_left_out() -> None:
    """What is done is not promised, and no date is named that has passed."""
    actions = (Action("Mend the net", done=True), Action("Paint the boat", by=dt.date(2026, 11, 1)), Action(" "))
    assert plan(actions, TERESA, TODAY) == "I'll paint the boat."
    assert plan((), TERESA, TODAY) == ""


OFFERS = [
    ("Send the chart", "Thank you as well for offering to send the chart."),
    ("lends me her lamp", "Thank you as well for offering to lend me your lamp."),
    ("Teresa reads the draft", "Thank you as well for offering to read the draft."),
    ("tide table template", "Thank you as well for offering a tide table template."),
    ("comments on the map", "Thank you as well for offering comments on the map."),
    ("photos of the tool wall", "Thank you as well for offering photos of the tool wall."),
    ("Teresa: intro to Sam", "Thank you as well for offering an intro to Sam."),
    ("I'll be drafting the plan", ""),
    ("??", ""),
]


@pytest.mark.parametrize(("what", "sentence"), OFFERS)
def test_what_the_mentor_promised_is_thanked_for(what: str, sentence: str) -> None:
    """As an offer; what code cannot tell is left out."""
    assert thanks_for_offers((Action(what, owner=Owner.MENTOR),), TERESA) == sentence


def test_between_equals_only_favours_are_thanked_for() -> None:
    """A lesson's homework is no favour."""
    actions = (Action("Scan the maps", owner=Owner.MENTOR, by=JANUARY), Action("Send the chart", owner=Owner.MENTOR))
    assert thanks_for_offers(actions, TERESA, favours=True) == "Thank you as well for offering to send the chart."


def test_all_that_the_mentor_promised_is_thanked_for() -> None:
    """In one sentence."""
    promised = (
        "send the name of the chandler in Faro",
        "look for her old charts",
        "calls the club, asks what it takes",
    )
    actions = tuple(Action(what, owner=Owner.MENTOR) for what in promised)
    assert thanks_for_offers(actions, TERESA) == (
        "Thank you as well for offering to send the name of the chandler in Faro, to look for your old charts, and to "
        "call the club and ask what it takes."
    )


def test_jotted_signs_become_words() -> None:
    """Rates, short days, months and signs; words that only look like them stay."""
    assert tidy("2 h/wk, over 30 min") == "2 hours a week, over 30 minutes"
    assert tidy("strips < 6 weeks by sat") == "strips under 6 weeks by Saturday"
    assert tidy("start w two brands in november") == "start with two brands in November"
    assert tidy("a 40 w bulb") == "a 40 w bulb"
    assert tidy("mar the day in may") == "mar the day in may"
