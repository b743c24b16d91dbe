"""Who is who: whose story it is, who does what, and for whom a pronoun stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.draft import Kind, Level
from outreach.domain.people import Mentee, Mentor, Relationship
from tests.review.weighing import findings

CASE = Case(
    Mentee(
        name="Oona Falk",
        role="Harbour pilot trainee",
        organisation="Port of Vaasa",
        goals=("Become a licensed ice pilot by 2029",),
        background="I logged tides for six years at the tower in Pori.\nMy supervisor is Henrik Sund.",
        can_offer=("tide tables from six winters",),
    ),
    Mentor(
        name="Ingrid Moe",
        title="Captain",
        address="Captain Moe",
        role="Senior ice pilot",
        organisation="Tromsø Pilots",
        background="Ingrid Moe steered a research icebreaker for eleven winters.\nWon the Polar Medal in 2018.\n"
        "Trains her crews in the simulator.\nWas herself taught by a reindeer herder as a child.\n"
        "Tromsø Pilots owns three ferries and a lighthouse.\nInterview in Deck Log, March 2024.",
        found_through="I read the interview in Deck Log",
    ),
    Ask(about="how to read new ice at night", minutes=20),
    Meeting(
        number=2,
        minutes=30,
        notes="Sleep before the watch\nDraw the ice edge by hand every evening",
        next_actions=(
            Action("Draw the ice edge for two weeks"),
            Action("Send the simulator log", by=dt.date(2026, 12, 4), owner=Owner.MENTOR),
        ),
    ),
)
REVERSE = replace(CASE, mentor=replace(CASE.mentor, relationship=Relationship.REVERSE))
PEER = replace(CASE, mentor=replace(CASE.mentor, relationship=Relationship.PEER))


@pytest.mark.parametrize(
    "sentence",
    [
        "You steered an icebreaker for eleven winters, and I have yet to see one.",
        "I want to steer an icebreaker one day, as you do.",
        "I logged tides for six years.",
        "If you ever need tide tables from six winters, I would enjoy sending them.",
        "How did you steer a research icebreaker for eleven winters without losing heart?",
        "We both know the cold.",
        "I have never steered an icebreaker.",
        "Thank you for your patience at the tower.",
        "I want to work for a firm like yours, which trains its crews in the simulator.",
        "I read of the tower in Pori, which trains crews in a simulator too.",
        "I have the Polar Medal in mind that you won in 2018.",
        "I keep the interview about the eleven winters by my bed.",
        "My herder friends think that I am mad.",
        "I was a little scared of the three ferries.",
        "After the six years I spent at the tower, the sea is still new to me.",
        "After the eleven winters you spent on an icebreaker, a ferry must be a holiday.",
    ],
)
def test_each_may_tell_their_own_story(sentence: str) -> None:
    """The mentor's with "you", the mentee's with "I", a wish, a question, an offer."""
    assert findings(CASE, Kind.FIRST_CONTACT, sentence, "W1") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I steered a research icebreaker for eleven winters.",
        "As captain of a research icebreaker for eleven winters, I know the cold.",
        "I won the Polar Medal and still fear the dark.",
        "Even after the eleven winters I spent on a research icebreaker, I fear the dark.",
        "The crews I train in the simulator ask me the same.",
        "I was taught by a Sami reindeer herder myself as a child.",
        "I log tides for the Port of Vaasa, which owns three ferries and a lighthouse.",
        "I am a senior ice pilot in Tromsø.",
        "You logged tides for six years at the tower in Pori.",
        "Your supervisor Henrik Sund has the logs.",
        "You want to become a licensed ice pilot by 2029.",
    ],
)
def test_a_story_told_as_the_others_is_found(sentence: str) -> None:
    """Both ways, also in a phrase in front and in what is called mine or yours."""
    assert findings(CASE, Kind.FIRST_CONTACT, sentence, "W1") != []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Our pilots' newsletter had your story about the polar night.", False),
        ("My story of the polar night came out in spring.", True),
    ],
)
def test_where_a_story_stood_is_nobodys_work(sentence: str, wrong: bool) -> None:
    """The paper is read by both; what stands in it is the mentor's, and the message names the fact."""
    found = replace(CASE.mentor, found_through="A story in the pilots' newsletter about the polar night")
    hits = findings(replace(CASE, mentor=found), Kind.FIRST_CONTACT, sentence, "W1")
    assert ["mentor.found_through:1" in one.message for one in hits] == [True] * wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("I will send the simulator log by 4 December.", True),
        ("You will draw the ice edge for two weeks.", True),
        ("Good luck with drawing the ice edge for two weeks.", True),
        ("I look forward to the simulator log.", False),
        ("You will send the simulator log by 4 December, which is kind.", False),
        ("I will draw the ice edge for two weeks.", False),
    ],
)
def test_a_promise_keeps_its_owner(sentence: str, wrong: bool) -> None:
    """What the mentor promised is not the mentee's to do, nor the reverse."""
    assert bool(findings(CASE, Kind.THANK_YOU, sentence, "W1")) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Could you teach me how to read new ice at night?", True),
        ("Thank you for teaching me how to read new ice.", True),
        ("Thank you for showing me on Tuesday how new ice is read, and for the tea.", True),
        ("Would you have half an hour to show me how to read new ice at night?", True),
        ("Thanks to you I can now read new ice at night.", True),
        ("Your lesson on how to read new ice went well.", True),
        ("Thank you for showing me how the simulator trains crews.", False),
        ("Could you show me your Polar Medal one day?", False),
        ("Thanks to you I now know how to sleep before a watch.", False),
        ("It would be a joy to walk you through how to read new ice at night.", False),
        ("I would like to show you how to read new ice at night.", False),
        ("Could you tell me which evenings suit you?", False),
    ],
)
def test_in_reverse_mentoring_the_mentee_teaches(sentence: str, wrong: bool) -> None:
    """The mentor is not asked to teach what the mentee offers."""
    assert bool(findings(REVERSE, Kind.FIRST_CONTACT, sentence, "W1")) is wrong


def test_equals_are_not_called_mentor_and_mentee() -> None:
    """A warning only: it is a matter of tone."""
    found = findings(PEER, Kind.FIRST_CONTACT, "It is good to have a mentor like that.", "W1")
    assert [one.level for one in found] == [Level.WARN]


@pytest.mark.parametrize(
    "sentence",
    [
        "My supervisor says he trusts the sky.",
        "Henrik Sund has his doubts.",
        "I told Henrik about it, and he wants to try it himself.",
        "The ferry has her own mind in fog.",
        "Whoever reads a chart has their own habits.",
        "A customer told me she had given up.",
        "The heron on our pier waits with his neck drawn in.",
        "The woman I bake for says her mother taught her.",
        "One of us steers and another reads; that way he sees what I miss.",
        "An old sailmaker lives next door, and she has opinions.",
        "Once a senior told me to wait; he was right.",
        "The rope came from a chandler, and he warned me.",
        "Captain Moe, I hope that this is not too long.",
        "I have your name from Pia Ekman, who says I may mention her.",
        "I heard of you from Pia Ekman, and she says hello.",
        "Arvo Lind handed me his own copy. It is full of coffee now, for which I owe him a new one.",
        "There is a captain who hides the chart, and I told him why we plot.",
        "The matron who ran nights before me kept her lists.",
    ],
)
def test_other_people_have_their_own_pronouns(sentence: str) -> None:
    """A pronoun belongs to the nearest person named before it."""
    assert findings(CASE, Kind.FIRST_CONTACT, sentence, "W2") == []


@pytest.mark.parametrize(
    ("sentence", "fix"),
    [
        ("Her interview in Deck Log made me smile.", "Your"),
        ("I read their interview in Deck Log.", "your"),
        ("She won the Polar Medal in 2018.", None),
        ("My father liked the photograph. She has a good face for snow.", None),
        ("Captain Moe trains crews in the simulator.", None),
        ("Ingrid Moe's crews are lucky.", "Your"),
    ],
)
def test_the_mentor_is_you(sentence: str, fix: str | None) -> None:
    """Where only a word must change, the fix is given; where the verb must follow, it is not."""
    assert [one.fix for one in findings(CASE, Kind.FIRST_CONTACT, sentence, "W2")] == [fix]
