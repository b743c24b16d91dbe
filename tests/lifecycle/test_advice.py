"""What becomes of advice: kept, an action, done, reported, put aside; by dates, never by order of entry."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.contact import Deed
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Fate, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.lifecycle.advice import Noted, action_on, advice_of, named, with_advice, with_aside
from outreach.lifecycle.contacts import case_of

TOMASZ = Mentor("Tomasz Zieliński", "", title="Dr")
PRIYA = Mentee("Priya Nair", ("Build clinical models",))
MET = dt.date(2026, 12, 3)
LOG = Noted("Log every override a nurse makes.", "to log every override a nurse makes", "m", MET)
PILOT = Noted("start with a shadow deployment", "to start with a shadow deployment", "m", MET)
PAIR = Mentorship("p", TOMASZ, meetings=(Meeting("m", MET, notes=f"{LOG.text}\n{PILOT.text}"),))


def day(after: int) -> dt.date:
    """So many days after the meeting."""
    return MET + dt.timedelta(days=after)


def linked(deed: Deed, *noted: Noted, pair: Mentorship = PAIR) -> str:
    """The advice that a deed is told with."""
    return with_advice([deed], pair, noted)[0].advice


PROMISED = Event(What.PROMISED, day(1), text="keep a list for two weeks", by=day(20), advice=LOG.text)
DONE = Event(What.DONE, day(15), text="keep a list for two weeks", result="31 overrides, half of them at night")
REPORT = Event(What.SENT, day(17), kind=Kind.REPORT)


def fates(mentorship: Mentorship, after: int, *noted: Noted) -> list[Fate]:
    """What became of ``noted``, by default both pieces, so many days after the meeting."""
    return [one.fate for one in advice_of(mentorship, noted or (LOG, PILOT), day(after))]


@pytest.mark.parametrize("order", list(itertools.permutations((PROMISED, DONE, REPORT))))
def test_advice_goes_from_kept_to_reported_whatever_the_order_of_entry(order: tuple[Event, ...]) -> None:
    """Each day sees what had happened by then."""
    pair = replace(PAIR, events=order)
    assert fates(pair, 0) == [Fate.KEPT, Fate.KEPT]
    assert fates(pair, 1) == [Fate.ACTION, Fate.KEPT]
    assert fates(pair, 15) == [Fate.DONE, Fate.KEPT]
    assert fates(pair, 17) == [Fate.REPORTED, Fate.KEPT]
    last = advice_of(pair, (LOG, PILOT), day(17))[0]
    assert (last.action, last.by, last.done, last.result) == (PROMISED.text, day(20), day(15), DONE.result)


@pytest.mark.parametrize("told", [Event(What.SENT, day(30), kind=Kind.CHECK_IN), Event(What.MET, day(30))])
def test_a_sign_of_life_or_a_meeting_reports_too(told: Event) -> None:
    """What was done after it is still to be told."""
    assert fates(replace(PAIR, events=(PROMISED, DONE, told)), 30, LOG) == [Fate.REPORTED]
    later = replace(DONE, date=day(31))
    assert fates(replace(PAIR, events=(PROMISED, later, told)), 31, LOG) == [Fate.DONE]


@pytest.mark.parametrize(
    ("action", "becomes"),
    [
        ("Write a one-page shadow-deployment plan", Fate.ACTION),
        ("Plan the shadow deployment", Fate.ACTION),
        ("Start with the reading", Fate.KEPT),
        ("Buy milk", Fate.KEPT),
    ],
)
def test_an_action_of_the_same_meeting_that_shares_enough_words_follows_the_advice(action: str, becomes: Fate) -> None:
    """Two words that carry something, and half of the shorter one's."""
    meeting = replace(PAIR.meetings[0], next_actions=(Action(action, by=day(14)),))
    assert fates(replace(PAIR, meetings=(meeting,)), 0, PILOT) == [becomes]


def test_an_action_promised_before_the_advice_does_not_follow_it() -> None:
    """Dates decide: words alone do not."""
    early = Event(What.PROMISED, day(-7), text="plan a shadow deployment")
    assert fates(replace(PAIR, events=(early,)), 0, PILOT) == [Fate.KEPT]


def test_what_the_mentor_promised_follows_no_advice() -> None:
    """Only the mentee's actions count."""
    theirs = Event(What.PROMISED, day(0), text="plan the shadow deployment", owner=Owner.MENTOR)
    assert fates(replace(PAIR, events=(theirs,)), 0, PILOT) == [Fate.KEPT]


def test_what_was_done_unasked_counts_as_done() -> None:
    """A deed that shares enough words with the advice needs no promise before it."""
    deed = Event(What.DONE, day(9), text="I log every override now", result="the ward manager reads it")
    found = advice_of(replace(PAIR, events=(deed,)), (LOG,), day(9))[0]
    assert (found.fate, found.result) == (Fate.DONE, "the ward manager reads it")


def test_advice_is_put_aside_with_a_reason_and_taken_up_again_without() -> None:
    """The mentee's word comes before what code makes of the dates."""
    aside = with_aside(PAIR, LOG.text, " no access to the system ")
    found = advice_of(aside, (LOG, PILOT), day(2))
    assert [(one.fate, one.reason) for one in found] == [(Fate.ASIDE, "no access to the system"), (Fate.KEPT, "")]
    assert with_aside(aside, LOG.text.upper(), "") == PAIR


def test_acting_on_advice_promises_it_in_the_words_given_or_in_its_own() -> None:
    """What code cannot tell needs words."""
    assert action_on(LOG, "", day(9), day(1)) == Event(
        What.PROMISED, day(1), text="log every override a nurse makes", by=day(9), advice=LOG.text
    )
    assert action_on(LOG, " a list on the ward ", None, day(1)).text == "a list on the ward"
    with pytest.raises(BadInput, match="What will you do"):
        action_on(Noted("title before slides"), " ", None, day(1))


def test_advice_is_named_by_its_words_as_noted() -> None:
    """Case and end marks do not matter; other words are refused."""
    assert named("log every override a nurse makes", (LOG, PILOT)) is LOG
    with pytest.raises(BadInput, match="no such advice: “Log overrides”"):
        named("Log overrides", (LOG, PILOT))


@pytest.mark.parametrize(
    ("deed", "advice"),
    [
        (Deed("plan the shadow deployment", day(9), promised=day(0)), PILOT.text),
        (Deed("plan the shadow deployment", day(9), promised=day(-3)), ""),
        (Deed("start the deployment course", day(9), promised=day(0)), ""),
        (Deed("asked the nurse in charge", day(9)), ""),
        (Deed("keep a list", day(9), advice=LOG.text), LOG.text),
    ],
)
def test_a_deed_is_told_with_the_advice_that_it_follows_only_where_that_is_certain(deed: Deed, advice: str) -> None:
    """A report says "you advised me to …" of nothing that they did not advise."""
    assert linked(deed, LOG, PILOT) == advice


def test_advice_that_cannot_be_told_or_was_put_aside_is_never_linked() -> None:
    """Nor is it when two pieces fit as well, or when what they put in quotation marks is missing."""
    deed = Deed("plan the shadow deployment", day(9), promised=day(0))
    assert linked(deed, replace(PILOT, told="")) == ""
    assert linked(deed, PILOT, pair=with_aside(PAIR, PILOT.text, "too big")) == ""
    assert linked(deed, PILOT, replace(PILOT, text="present the shadow deployment")) == ""
    assert linked(deed, replace(PILOT, text="call the shadow deployment 'a dry run'")) == ""
    assert linked(deed, PILOT, pair=replace(PAIR, mentor=replace(TOMASZ, relationship=Relationship.REVERSE))) == ""


def test_doing_what_they_warned_of_is_not_following_their_advice() -> None:
    """Leaving it is."""
    warned = Noted("dont replace the big bowl", "not to replace the big bowl", "m", MET)
    assert linked(Deed("went and replaced the big bowl", day(9)), warned) == ""
    assert linked(Deed("sold the big bowl, did not replace it", day(9)), warned) == warned.text


def test_two_deeds_do_not_both_follow_one_piece_of_advice_by_their_words_alone() -> None:
    """The first has it."""
    both = [Deed("plan the shadow deployment", day(9)), Deed("shadow deployment on ward 4", day(12))]
    assert [deed.advice for deed in with_advice(both, PAIR, (PILOT,))] == [PILOT.text, ""]


def test_the_case_of_a_report_knows_the_advice_behind_a_deed() -> None:
    """Explicit advice stays as it was given; the rest is linked."""
    meeting = replace(PAIR.meetings[0], next_actions=(Action("Plan the shadow deployment"),))
    done = Event(What.DONE, day(10), text="Plan the shadow deployment", result="IT agreed")
    pair = replace(PAIR, meetings=(meeting,), events=(PROMISED, DONE, done))
    case = case_of(pair, PRIYA, Kind.REPORT, day(16), advice=(LOG, PILOT))
    assert [(deed.what, deed.advice) for deed in case.contact.deeds] == [
        ("Plan the shadow deployment", PILOT.text),
        (PROMISED.text, LOG.text),
    ]
