"""What real mentees enter, late, by hand or not at all, and what they are then told is due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.domain.people import Relationship
from outreach.lifecycle.due import due
from tests.lifecycle.stories import MENTEE, MENTOR, day, listed, stage, story

ASKED = "2026-11-30 sent first-contact"
MET = "2026-12-03 met\n2026-12-04 sent thank-you"


@pytest.mark.parametrize(
    ("lines", "today", "where", "expected"),
    [
        # The first message was never logged.
        ("2026-12-03 answered Gladly!", "2026-12-03", "answered", "2026-12-04 reply, 2027-03-02 check-in"),
        # Written by hand: it must have been the first, then a follow-up, then the last.
        ("2026-11-30 sent", "2026-12-10", "sent", "2026-12-07 follow-up"),
        ("2026-11-30 sent\n2026-12-08 sent", "2026-12-08", "sent", "2026-12-15 follow-up"),
        ("2026-12-08 sent\n2026-11-30 sent", "2026-12-08", "sent", "2026-12-15 follow-up"),
        ("2026-11-30 sent\n2026-12-08 sent\n2026-12-16 sent", "2026-12-16", "sent", ""),
        # Outreach came in at the follow-up: one is left.
        ("2026-11-30 sent follow-up", "2026-11-30", "sent", "2026-12-07 follow-up"),
        # Asked, answered, replied and arranged within a day.
        (
            f"{ASKED}\n2026-11-30 answered Yes!\n2026-11-30 sent\n2026-12-10 meeting set=2026-11-30",
            "2026-11-30",
            "answered",
            "2026-12-08 agenda, 2026-12-09 reply",
        ),
        # The mentor writes twice: one reply, to the last.
        (
            f"{ASKED}\n2026-12-03 answered Yes!\n2026-12-04 answered Or by phone?",
            "2026-12-04",
            "answered",
            "2026-12-07 reply, 2027-03-03 check-in",
        ),
        # An answer, a reply by hand on its day, and silence: once more, then it is left alone.
        (
            f"{ASKED}\n2026-12-03 answered When?\n2026-12-03 sent",
            "2026-12-04",
            "answered",
            "2026-12-10 follow-up, 2027-03-02 check-in",
        ),
        (f"{ASKED}\n2026-12-03 answered When?\n2026-12-04 sent reply", "2026-12-21", "answered", "2027-03-03 check-in"),
    ],
)
def test_a_first_contact_logged_in_a_mess(lines: str, today: str, where: str, expected: str) -> None:
    """What was sent by hand is told by what came before it, in whatever order it was entered."""
    told = story(lines)
    assert (stage(told, today), listed(told, today)) == (where, expected)


@pytest.mark.parametrize(
    ("lines", "today", "where", "expected"),
    [
        # They met, and nobody logged it: asked for at once, not for ever.
        (
            f"{ASKED}\n2026-12-03 answered\n2026-12-03 sent\n2026-12-10 meeting set=2026-12-03",
            "2026-12-11",
            "answered",
            "2026-12-11 thank-you, 2027-03-02 check-in",
        ),
        (
            f"{ASKED}\n2026-12-03 answered\n2026-12-03 sent\n2026-12-10 meeting set=2026-12-03",
            "2026-12-18",
            "answered",
            "2027-03-02 check-in",
        ),
        # Logged a week late, with its date: the thanks are overdue.
        (f"{ASKED}\n2026-12-03 met", "2026-12-10", "met", "2026-12-04 thank-you, 2027-03-02 check-in"),
        # Nobody thanked for the first of two meetings: that is over.
        ("2026-12-03 met\n2026-12-10 met", "2026-12-10", "ongoing", "2026-12-11 thank-you, 2027-03-09 check-in"),
        # Two meetings set, of which the first is prepared.
        (
            (
                f"{MET}\n2026-12-15 meeting set=2026-12-04\n2026-12-17 meeting set=2026-12-04\n"
                "2026-12-14 sent agenda | for=m1"
            ),
            "2026-12-14",
            "met",
            "2026-12-15 agenda, 2026-12-16 reply",
        ),
        # Called off by the mentor, and still in the store: nobody prepares for it.
        (
            f"{MET}\n2026-12-17 meeting set=2026-12-04\n2026-12-14 declined I must cancel.\n2026-12-14 sent reply",
            "2026-12-15",
            "resting",
            "2027-03-12 check-in",
        ),
        # And a new day that was set after that.
        (
            f"{MET}\n2026-12-14 declined I must cancel.\n2026-12-14 sent reply\n2027-01-14 meeting set=2026-12-16",
            "2026-12-16",
            "met",
            "2027-01-12 agenda, 2027-01-13 reply",
        ),
        # The next one was agreed on, and not entered yet.
        (
            "2026-12-03 meeting notes=Start small. | again=2027-01-14\n2026-12-04 sent thank-you",
            "2026-12-04",
            "met",
            "2027-01-12 agenda, 2027-01-13 reply",
        ),
        (
            "2026-12-03 meeting notes=Start small. | again=2027-01-14\n2026-12-04 sent thank-you",
            "2027-01-15",
            "met",
            "2027-01-15 thank-you, 2027-03-03 check-in",
        ),
        # Notes that were made before a meeting do not make it one that was held.
        (
            "2026-12-10 meeting notes=Ask about the rota. | set=2026-12-01",
            "2026-12-07",
            "found",
            "2026-12-08 agenda, 2026-12-09 reply",
        ),
        # Taken out of the store, it is as if it had never been set.
        (f"{MET}\n2026-12-14 answered I must cancel.", "2026-12-14", "met", "2026-12-15 reply, 2027-03-12 check-in"),
    ],
)
def test_meetings_logged_in_a_mess(lines: str, today: str, where: str, expected: str) -> None:
    """Late, not at all, twice, or called off."""
    told = story(lines)
    assert (stage(told, today), listed(told, today)) == (where, expected)


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        # Without a day it is on the agenda, and never due by itself.
        (f"{MET}\n2026-12-03 promised read her book", "2027-01-15", "2027-03-03 check-in"),
        # Done early: reported within days, and the action is gone.
        (
            f"{MET}\n2026-12-03 promised write it | by=2026-12-17\n2026-12-10 done write it",
            "2026-12-10",
            "2026-12-15 report, 2027-03-03 check-in",
        ),
        # Done, told, and only then did it lead to something: that is news again.
        (
            (
                f"{MET}\n2026-12-03 promised write it\n2026-12-10 done write it\n2026-12-11 sent report\n"
                "2027-01-14 done write it | result=two wards use it"
            ),
            "2027-01-14",
            "2027-01-19 report, 2027-03-10 check-in",
        ),
        # Logged as done twice: told once.
        (
            (
                f"{MET}\n2026-12-03 promised write it\n2026-12-10 done write it\n2026-12-11 sent report\n"
                "2026-12-14 done write it"
            ),
            "2026-12-14",
            "2027-03-10 check-in",
        ),
        # Promised again before it was done: the new day counts. After it was done: it is another promise.
        (
            f"{MET}\n2026-12-03 promised write it | by=2026-12-10\n2026-12-09 promised write it | by=2026-12-22",
            "2026-12-11",
            "2026-12-22 action, 2027-03-03 check-in",
        ),
        (
            (
                f"{MET}\n2026-12-03 promised write it\n2026-12-08 done write it\n2026-12-09 sent report\n"
                "2026-12-09 promised write it | by=2026-12-22"
            ),
            "2026-12-11",
            "2026-12-22 action, 2027-03-08 check-in",
        ),
        # Done unasked: told at the next occasion, no mail of its own.
        (f"{MET}\n2026-12-10 done passed the exam", "2026-12-10", "2027-03-03 check-in"),
        # From the notes of a meeting, done by the same words.
        (
            (
                "2026-12-03 meeting notes=Start small. | next=write a plan by 2026-12-19\n2026-12-04 sent thank-you\n"
                "2026-12-14 done Write a plan."
            ),
            "2026-12-14",
            "2026-12-17 report, 2027-03-03 check-in",
        ),
    ],
)
def test_promises_logged_in_a_mess(lines: str, today: str, expected: str) -> None:
    """Without a day, early, twice, again."""
    assert listed(story(lines), today) == expected


def test_a_no_is_not_the_end_where_the_mentor_writes_again() -> None:
    """Months later, of their own accord."""
    told = story(f"{ASKED}\n2026-12-04 declined Not now.\n2026-12-07 sent reply\n2027-04-12 answered Now I have time.")
    assert (stage(told, "2027-04-11"), listed(told, "2027-04-11")) == ("resting", "")
    assert stage(told, "2027-04-12") == "answered"
    assert listed(told, "2027-04-12").startswith("2027-04-13 reply")


def test_whoever_rests_may_be_asked_anew_after_ninety_days() -> None:
    """By hand too: then it is no third follow-up, but a first message with follow-ups of its own (F5)."""
    silent = f"{ASKED}\n2026-12-07 sent follow-up\n2026-12-14 sent follow-up"
    for sent in ("sent first-contact", "sent"):
        told = story(f"{silent}\n2027-03-15 {sent}")
        assert (stage(told, "2027-03-14"), stage(told, "2027-03-15")) == ("resting", "sent")
        assert listed(told, "2027-03-15") == "2027-03-22 follow-up"
    third = story(f"{silent}\n2027-01-25 sent")
    assert listed(third, "2027-01-25") == ""


def test_an_import_in_the_middle_of_a_mentorship_asks_for_nothing_of_the_past() -> None:
    """Meeting number 3 with somebody who is a mentor: agenda and confirmation, then the thanks."""
    meeting = (
        "2026-12-10 meeting set=2026-12-01 | number=3 | previous=read the guidance done; write a plan by 2026-12-09"
    )
    told = story(meeting, relationship=Relationship.MENTOR)
    assert stage(told, "2026-12-01") == "ongoing"
    assert listed(told, "2026-12-01") == "2026-12-08 agenda, 2026-12-09 action, 2026-12-09 reply"
    assert listed(told, "2026-12-11") == "2026-12-09 action, 2026-12-11 thank-you"
    # The first message that is logged to somebody one knows is no first contact.
    assert listed(story("2026-12-01 sent", relationship=Relationship.MENTOR), "2026-12-01") == ""
    # One that was held long before it was entered is history.
    late = story("2026-09-10 meeting set=2026-12-01 | number=3", relationship=Relationship.MENTOR)
    assert listed(late, "2026-12-01") == ""
    noted = story("2026-09-10 meeting set=2026-12-01 | number=3 | notes=Start small.", relationship=Relationship.MENTOR)
    assert listed(noted, "2026-12-01") == "2026-12-08 check-in"


def test_an_introduction_is_due_with_nobody_but_its_own_mentor() -> None:
    """One mentor promised it; the other is asked, and the first hears that it came about."""
    first = story(f"{MET}\n2026-12-03 promised introduce me to Anna | owner=mentor | by=2026-12-11")
    anna = story("2026-12-14 sent first-contact", replace(MENTOR, name="Anna Berg"), Relationship.INTRODUCED)
    anna = replace(anna, id="two")
    found = due([first, anna], MENTEE, day("2026-12-14"), None)
    assert [(item.mentor, item.kind, item.due.isoformat()) for item in found] == [
        ("Tomasz Zieliński", "action", "2026-12-14"),
        ("Anna Berg", "follow-up", "2026-12-21"),
        ("Tomasz Zieliński", "check-in", "2027-03-03"),
    ]
    kept = replace(first, events=(*first.events, *story("2026-12-14 done introduce me to Anna").events))
    assert listed(kept, "2026-12-14") == "2027-03-03 check-in"
