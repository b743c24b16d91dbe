"""What is due, rule by rule, on real dates."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import pytest

from outreach.domain.contact import Purpose
from outreach.domain.events import Snooze
from outreach.domain.people import GoalReview, Mentee, Mentor
from outreach.lifecycle.due import due
from tests.lifecycle.stories import MENTEE, day, listed, story

SCOTLAND = replace(MENTEE, country="GB-SCT")
ENGLAND = replace(MENTEE, country="GB-ENG")
BAVARIA = replace(MENTEE, country="DE-BY")
AMERICA = replace(MENTEE, country="US")
JAPAN = replace(MENTEE, country="JP")


@pytest.mark.parametrize(
    ("sent", "mentee", "expected"),
    [
        ("2026-11-30", MENTEE, "2026-12-07"),
        # Written on a weekend, the five days are those of the next week.
        ("2026-12-05", MENTEE, "2026-12-11"),
        ("2026-12-06", MENTEE, "2026-12-11"),
        ("2026-12-24", MENTEE, "2026-12-31"),
        # Christmas Day on a Friday, Boxing Day made up for on Monday the 28th, New Year's Day on a Friday.
        ("2026-12-21", ENGLAND, "2026-12-30"),
        ("2026-12-24", ENGLAND, "2027-01-05"),
        # In Scotland 2 January is kept too, in 2027 on Monday the 4th.
        ("2026-12-24", SCOTLAND, "2027-01-06"),
        ("2026-03-30", ENGLAND, "2026-04-08"),
        # Scotland works on Easter Monday.
        ("2026-03-30", SCOTLAND, "2026-04-07"),
        # Epiphany on a Tuesday.
        ("2026-01-01", BAVARIA, "2026-01-09"),
        ("2026-11-20", AMERICA, "2026-11-30"),
        # Golden Week: 29 April, then 4 to 6 May.
        ("2026-04-28", JAPAN, "2026-05-11"),
        ("2028-02-24", MENTEE, "2028-03-02"),
        ("2028-02-29", MENTEE, "2028-03-07"),
    ],
)
def test_a_follow_up_is_due_five_working_days_after_the_first_message(sent: str, mentee: Mentee, expected: str) -> None:
    """F1, on the mentee's calendar, counted from the day after."""
    assert listed(story(f"{sent} sent first-contact"), sent, mentee) == f"{expected} follow-up"


def test_a_second_follow_up_is_the_last_and_may_be_left() -> None:
    """F2: once, at most twice, then silence."""
    once = "2026-11-30 sent first-contact\n2026-12-07 sent follow-up"
    twice = f"{once}\n2026-12-14 sent follow-up"
    assert listed(story(once), "2026-12-07") == "2026-12-14 follow-up"
    assert listed(story(once), "2026-12-21") == "2026-12-14 follow-up"
    assert listed(story(once), "2026-12-22") == ""
    assert listed(story(twice), "2026-12-14") == ""
    assert listed(story(twice), "2027-06-01") == ""


def test_a_first_follow_up_waits_for_ninety_days_and_then_no_more() -> None:
    """Whoever took a break may still follow up; after a quarter it would be a new message (F5)."""
    asked = story("2026-09-01 sent first-contact")
    assert listed(asked, "2026-11-30") == "2026-09-08 follow-up"
    assert listed(asked, "2026-12-01") == ""


@pytest.mark.parametrize(
    "contact",
    [
        "2026-12-03 answered",
        "2026-12-03 declined",
        "2026-12-03 met",
        "2026-12-03 ended",
        "2026-12-30 meeting set=2026-12-01",
    ],
)
def test_whatever_comes_of_a_message_no_follow_up_is_due(contact: str) -> None:
    """An answer, a no, a meeting held or set, an end."""
    assert "follow-up" not in listed(story(f"2026-11-30 sent first-contact\n{contact}"), "2026-12-10")


def test_a_message_in_between_begins_the_silence_anew() -> None:
    """A postscript is no follow-up, but counts as contact."""
    told = story("2026-11-30 sent first-contact\n2026-12-01 sent")
    assert listed(told, "2026-12-07") == "2026-12-08 follow-up"


@pytest.mark.parametrize(
    ("answered", "mentee", "expected"),
    [
        ("2026-12-03", MENTEE, "2026-12-04"),
        ("2026-12-04", MENTEE, "2026-12-07"),
        ("2026-12-05", MENTEE, "2026-12-07"),
        ("2026-12-24", ENGLAND, "2026-12-29"),
        ("2028-02-28", MENTEE, "2028-02-29"),
    ],
)
def test_a_reply_is_due_on_the_next_working_day(answered: str, mentee: Mentee, expected: str) -> None:
    """To a yes and to a no."""
    for what in ("answered", "declined"):
        told = story(f"2026-11-02 sent first-contact\n{answered} {what}")
        assert listed(told, answered, mentee).split(", ")[0] == f"{expected} reply"


@pytest.mark.parametrize(
    ("answer", "chased"),
    [("Gladly, when do you have time?", True), ("I'm going to have to say no, I don't have the headspace.", False)],
)
def test_nobody_is_written_to_again_after_an_answer_that_reads_like_a_no(answer: str, chased: bool) -> None:
    """Though it was logged as an answer only."""
    told = story(f"2026-11-30 sent first-contact\n2026-12-03 answered {answer}\n2026-12-04 sent reply")
    assert ("follow-up" in listed(told, "2026-12-07")) is chased


def test_a_no_is_thanked_for_and_then_left_alone() -> None:
    """One reply, of its own purpose; no follow-up and no sign of life, ever."""
    told = story("2026-11-30 sent first-contact\n2026-12-04 declined")
    assert [item.purpose for item in due([told], MENTEE, day("2026-12-04"))] == [Purpose.THANK]
    thanked = story("2026-11-30 sent first-contact\n2026-12-04 declined\n2026-12-07 sent reply")
    assert listed(thanked, "2026-12-07") == ""
    assert listed(told, "2027-02-01") == ""


@pytest.mark.parametrize(
    ("message", "answer", "replies"),
    [
        ("thank-you", "You're welcome!", 0),
        ("thank-you", "My pleasure. Shall I introduce you to Anna?", 1),
        ("report", "Well done.\n> Shall we talk about the map?", 0),
        ("check-in", "Good to hear from you.", 0),
        ("reply", "Let me look at my diary.", 1),
        ("first-contact", "Yes, gladly.", 1),
    ],
)
def test_only_an_answer_that_wants_one_calls_for_a_reply(message: str, answer: str, replies: int) -> None:
    """ "You're welcome" is the end of it, unless there is a question outside of what it quotes."""
    told = story(f"2026-11-30 sent {message}\n2026-12-01 answered {answer.splitlines()[0]}")
    event = replace(told.events[-1], text=answer)
    told = replace(told, events=(*told.events[:-1], event))
    assert listed(told, "2026-12-01").count("reply") == replies


def test_a_word_before_an_arranged_meeting_needs_no_reply_but_one_out_of_the_blue_does() -> None:
    """ "See you on Thursday" after a reply; and news weeks after a thank-you."""
    arranged = "2026-11-30 sent reply\n2026-12-01 answered See you on Thursday.\n2026-12-10 meeting set=2026-11-30"
    assert "2026-12-02 reply" not in listed(story(arranged), "2026-12-01")
    blue = story("2026-09-01 met\n2026-09-02 sent thank-you\n2026-12-01 answered I have news for you.")
    assert listed(blue, "2026-12-01") == "2026-12-02 reply, 2027-02-26 check-in"


@pytest.mark.parametrize(
    ("meeting", "mentee", "agenda", "confirmation"),
    [
        ("2026-12-03", MENTEE, "2026-12-01", "2026-12-02"),
        ("2026-12-01", MENTEE, "2026-11-30", "2026-11-30"),
        # Two days before a Monday and one before are a weekend.
        ("2026-12-07", MENTEE, "2026-12-04", "2026-12-04"),
        ("2026-12-06", MENTEE, "2026-12-04", "2026-12-04"),
        ("2026-12-05", MENTEE, "2026-12-03", "2026-12-04"),
        ("2026-12-29", ENGLAND, "2026-12-24", "2026-12-24"),
        ("2027-01-05", SCOTLAND, "2026-12-31", "2026-12-31"),
        ("2026-05-07", JAPAN, "2026-05-01", "2026-05-01"),
        ("2026-11-27", AMERICA, "2026-11-25", "2026-11-25"),
        ("2028-03-01", MENTEE, "2028-02-28", "2028-02-29"),
        ("2027-01-01", MENTEE, "2026-12-30", "2026-12-31"),
    ],
)
def test_agenda_and_confirmation_come_before_the_meeting_on_working_days(
    meeting: str, mentee: Mentee, agenda: str, confirmation: str
) -> None:
    """G1 and G7."""
    found = due([story(f"{meeting} meeting set=2026-01-02")], mentee, day(agenda), None)
    assert [(item.due, item.kind, item.purpose) for item in found] == [
        (day(agenda), "agenda", None),
        (day(confirmation), "reply", Purpose.CONFIRM),
    ]


@pytest.mark.parametrize(
    ("here", "there", "meeting", "agenda", "confirmation"),
    [
        # Tuesday 08:00 in Auckland is Monday 11:00 in Los Angeles: nobody reads a confirmation on Sunday.
        ("Pacific/Auckland", "America/Los_Angeles", "2026-12-08 meeting time=08:00", "2026-12-04", "2026-12-04"),
        # Thursday 03:00 in London is still Wednesday in New York.
        ("Europe/London", "America/New_York", "2026-12-10 meeting time=03:00", "2026-12-08", "2026-12-08"),
        # A later date there changes nothing here.
        ("America/Los_Angeles", "Europe/Berlin", "2026-12-10 meeting time=17:00", "2026-12-08", "2026-12-09"),
        ("Europe/London", "Nowhere/Atlantis", "2026-12-10 meeting time=17:00", "2026-12-08", "2026-12-09"),
    ],
)
def test_where_the_meeting_is_a_day_earlier_for_the_mentor_it_is_announced_before_that_day(
    here: str, there: str, meeting: str, agenda: str, confirmation: str
) -> None:
    """The earlier of both dates counts."""
    told = story(meeting, replace(Mentor("Ana Li", "Engineer"), timezone=there))
    found = listed(told, "2026-12-01", replace(MENTEE, timezone=here))
    assert found == f"{agenda} agenda, {confirmation} reply"


def test_an_agenda_is_due_once_and_for_each_meeting() -> None:
    """One that was drafted for the meeting, one of the week before, or any message once it was due."""
    set_ = "2026-12-10 meeting set=2026-11-30"
    both = f"{set_}\n2026-12-11 meeting set=2026-11-30"
    assert listed(story(both), "2026-12-01").count("agenda") == 2
    assert listed(story(f"{both}\n2026-12-02 sent agenda | for=m1"), "2026-12-02").count("agenda") == 1
    for sent in ("2026-12-02 sent agenda | for=m1", "2026-12-04 sent agenda", "2026-12-08 sent"):
        assert "agenda" not in listed(story(f"2026-09-01 answered\n{set_}\n{sent}"), "2026-12-08")
    assert "agenda" in listed(story(f"{set_}\n2026-11-30 sent agenda"), "2026-12-08")


def test_a_day_that_was_agreed_on_asks_for_the_meeting_first() -> None:
    """An agenda needs its length."""
    told = story("2026-12-03 meeting notes=Start small. | again=2027-01-14\n2026-12-04 sent thank-you")
    assert [item.why for item in due([told], MENTEE, day("2026-12-31"))] == [
        "You agreed to meet on Thursday 14 January 2027; enter the meeting, and send an agenda.",
        "You meet on Thursday 14 January 2027; confirm the time.",
    ]


def test_whatever_passes_on_the_day_before_confirms_a_meeting() -> None:
    """An agenda sent then, or an answer; an agreement made then needs no confirmation at all."""
    for told in ("2026-12-02 sent agenda | for=m1", "2026-12-02 answered Until tomorrow!"):
        before = "2026-11-25 sent reply\n2026-12-03 meeting set=2026-11-25"
        assert "reply" in listed(story(before), "2026-12-02")
        assert "reply" not in listed(story(f"{before}\n{told}"), "2026-12-02")
    assert listed(story("2026-12-03 meeting set=2026-12-02"), "2026-12-02") == "2026-12-02 agenda"
    # On a Saturday for Monday: then it is the first working day left.
    assert listed(story("2026-12-07 meeting set=2026-12-05"), "2026-12-05") == "2026-12-07 agenda"
    assert listed(story("2026-12-06 meeting set=2026-12-05"), "2026-12-05") == "2026-12-05 agenda"


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        ("2026-12-03", "2026-12-04"),
        # On a Friday: the same day, not Monday; on a weekend a promise of 24 hours is one too.
        ("2026-12-04", "2026-12-04"),
        ("2026-12-05", "2026-12-06"),
        ("2026-12-06", "2026-12-07"),
        ("2026-12-31", "2026-12-31"),
        ("2028-02-29", "2028-03-01"),
    ],
)
def test_thanks_are_due_within_a_day_of_a_meeting(met: str, expected: str) -> None:
    """T1, in England, where New Year's Day is off."""
    assert listed(story(f"{met} met"), met, ENGLAND).split(", ")[0] == f"{expected} thank-you"
    notes = story(f"{met} meeting notes=Start small. | set=2026-01-02")
    assert listed(notes, met, ENGLAND).split(", ")[0] == f"{expected} thank-you"


def test_thanks_are_given_once_and_not_a_month_late() -> None:
    """By the draft, or by the first message after the meeting; each meeting has its own."""
    for sent in ("2026-12-04 sent thank-you", "2026-12-04 sent"):
        assert "thank-you" not in listed(story(f"2026-12-03 met\n{sent}"), "2026-12-04")
    assert "thank-you" in listed(story("2026-12-03 met"), "2027-01-02")
    assert "thank-you" not in listed(story("2026-12-03 met"), "2027-01-03")
    again = story("2026-12-03 met\n2026-12-04 sent thank-you\n2027-01-13 met")
    assert "2027-01-14 thank-you" in listed(again, "2027-01-13")


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        ("2026-12-03 promised write the plan | by=2026-12-17", "2026-12-17 action"),
        ("2026-12-03 promised write the plan | by=2026-12-19", "2026-12-18 action"),
        ("2026-12-03 promised write the plan | by=2026-12-26", "2026-12-24 action"),
        ("2026-12-03 promised write the plan | by=2026-12-03", "2026-12-03 action"),
        # Promised on Saturday for Sunday: there is no working day in between.
        ("2026-12-05 promised write the plan | by=2026-12-06", "2026-12-06 action"),
        # A slip of the pen: it cannot have been due before it was promised.
        ("2026-12-05 promised write the plan | by=2026-11-30", "2026-12-07 action"),
        ("2026-12-03 promised write the plan", ""),
        # Theirs is asked after, once its day has passed.
        ("2026-12-03 promised introduce me to Anna | by=2026-12-11 | owner=mentor", "2026-12-14 action"),
        ("2026-12-03 promised introduce me to Anna | by=2026-12-24 | owner=mentor", "2026-12-29 action"),
        ("2028-02-01 promised write the plan | by=2028-02-29", "2028-02-29 action"),
    ],
)
def test_what_was_promised_is_due_by_its_day(promise: str, expected: str) -> None:
    """The mentee's own is kept before a weekend, the mentor's asked after behind it."""
    assert listed(story(promise), promise[:10], ENGLAND) == expected


@pytest.mark.parametrize(
    ("told", "in_time", "late"),
    [
        # By Sunday: due on Friday, overdue on Monday.
        ("2026-11-30 promised write it | by=2026-12-06", "2026-12-06", "2026-12-07"),
        ("2026-12-10 meeting set=2026-11-25", "2026-12-09", "2026-12-10"),
        # Thanks within 24 hours, asked for on Friday.
        ("2026-12-04 met", "2026-12-05", "2026-12-06"),
        ("2026-11-30 sent first-contact", "2026-12-07", "2026-12-08"),
    ],
)
def test_nothing_is_overdue_before_its_last_day(told: str, in_time: str, late: str) -> None:
    """A day on which it is best done is not yet the last on which it is in time."""
    for today, over in ((in_time, False), (late, True)):
        first = due([story(told)], MENTEE, day(today))[0]
        assert (first.last < day(today)) is over


def test_a_meeting_before_a_report_takes_its_place() -> None:
    """What was done is told there."""
    told = "2026-11-30 met\n2026-11-30 promised write it\n2026-12-07 done write it"
    assert "2026-12-10 report" in listed(story(told), "2026-12-07")
    assert "report" not in listed(story(f"{told}\n2026-12-09 meeting set=2026-12-01"), "2026-12-07")


def test_what_the_mentor_promised_is_not_asked_after_for_ever() -> None:
    """A month; then agenda and call sheet alone remember it. The mentee's own stays."""
    theirs = story("2026-12-03 promised introduce me to Anna | by=2026-12-11 | owner=mentor")
    assert listed(theirs, "2027-01-13") == "2026-12-14 action"
    assert [item.theirs for item in due([theirs], MENTEE, day("2027-01-13"))] == [True]
    assert listed(theirs, "2027-01-14") == ""
    assert listed(story("2026-12-03 promised write it | by=2026-12-11"), "2027-12-01") == "2026-12-11 action"


@pytest.mark.parametrize(
    ("done", "expected"),
    [("2026-12-14", "2026-12-17"), ("2026-12-19", "2026-12-23"), ("2026-12-22", "2026-12-29")],
)
def test_a_report_is_due_when_a_promised_action_is_done(done: str, expected: str) -> None:
    """Within three working days, for a month, until the mentor was told."""
    told = f"2026-12-03 met\n2026-12-04 sent thank-you\n2026-12-03 promised write it\n{done} done write it"
    assert f"{expected} report" in listed(story(told), done, ENGLAND)
    assert "report" not in listed(story(told), "2027-02-01", ENGLAND)
    for heard in ("sent report", "sent check-in", "met"):
        assert "report" not in listed(story(f"{told}\n2026-12-28 {heard}"), "2026-12-28", ENGLAND)


def test_one_report_tells_of_all_that_is_done() -> None:
    """Three deeds are one mail."""
    told = story(
        """
        2026-12-03 met
        2026-12-04 sent thank-you
        2026-12-03 promised write it
        2026-12-03 promised log overrides
        2026-12-14 done write it
        2026-12-16 done log overrides
        2026-12-17 done something else
        """
    )
    found = [item for item in due([told], MENTEE, day("2026-12-17")) if item.kind == "report"]
    assert [item.why for item in found] == ["2 things are done; tell them what came of it."]
    assert found[0].due == day("2026-12-17")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2027-03-19 sent thank-you", "2027-06-16"),
        # The 89th day is a Sunday, then a Saturday: the Friday before.
        ("2026-12-01 sent report", "2027-02-26"),
        # Across 29 February 2028.
        ("2027-12-06 sent report", "2028-03-03"),
        ("2028-02-29 sent report", "2028-05-26"),
    ],
)
def test_a_sign_of_life_is_due_before_ninety_days_of_silence(last: str, expected: str) -> None:
    """F6; any contact counts, whoever wrote."""
    told = f"2026-11-02 answered\n{last}"
    assert listed(story(told), last[:10]) == f"{expected} check-in"
    later = f"{told}\n{expected} answered Hello!"
    assert f"{expected} check-in" not in listed(story(later), expected)


def test_a_meeting_that_is_set_or_silence_from_the_start_calls_for_no_sign_of_life() -> None:
    """It breaks the silence by itself; and who never answered is no contact to keep warm."""
    assert "check-in" not in listed(story("2026-11-02 answered\n2027-02-03 meeting set=2026-11-02"), "2026-11-02")
    assert "check-in" in listed(story("2026-11-02 answered\n2027-02-10 meeting set=2026-11-02"), "2026-11-02")
    assert "check-in" not in listed(story("2026-11-02 sent first-contact"), "2026-11-03")


def test_a_no_between_people_who_have_met_is_a_not_now() -> None:
    """A sign of life and a report are still welcome."""
    told = "2026-09-01 met\n2026-09-02 sent thank-you\n2026-11-02 declined Not this term.\n2026-11-03 sent reply"
    assert listed(story(told), "2026-11-03") == "2027-01-29 check-in"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2027-03-01", "2027-03-01"),
        ("2027-03-06", "2027-03-08"),
        ("2026-12-25", "2026-12-29"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_goals_are_looked_at_on_their_day_or_the_next_working_day(on: str, expected: str) -> None:
    """With nobody's name; two equal entries are one."""
    mentee = replace(ENGLAND, reviews=(GoalReview(MENTEE.goals[0], day(on)),) * 2)
    found = due([], mentee, day("2026-12-01"), None)
    assert [(item.due, item.kind, item.mentor) for item in found] == [(day(expected), "goal-review", "")]


def test_two_weeks_are_shown_unless_more_is_wanted() -> None:
    """And what is overdue always is."""
    told = [story("2026-12-01 promised a | by=2026-12-16\n2026-12-01 promised b | by=2026-12-17")]
    assert [item.about for item in due(told, MENTEE, day("2026-12-02"))] == ["a"]
    assert [item.about for item in due(told, MENTEE, day("2026-12-02"), None)] == ["a", "b"]
    assert [item.about for item in due(told, MENTEE, day("2027-12-02"), 0)] == ["a", "b"]


def test_snoozing_moves_one_thing_and_no_new_cause() -> None:
    """The rest stays; the next follow-up is due at its own time."""
    told = story("2026-11-30 sent first-contact\n2026-12-01 promised a | by=2026-12-08")
    follow_up = next(item for item in due([told], MENTEE, day("2026-12-07")) if item.kind == "follow-up")
    snoozed = replace(told, snoozes=(Snooze(follow_up.key, day("2026-12-10")),))
    assert listed(snoozed, "2026-12-07") == "2026-12-08 action, 2026-12-10 follow-up"
    sent = replace(snoozed, events=(*told.events, *story("2026-12-07 sent follow-up").events))
    assert "2026-12-14 follow-up" in listed(sent, "2026-12-07")


def test_the_ends_of_the_calendar_break_nothing() -> None:
    """A slip such as the year 9999, or the year 1."""
    told = story(
        "2026-12-01 promised a | by=9999-12-31 | owner=mentor\n2026-12-01 promised b | by=0001-01-01\n"
        "9999-12-31 meeting\n0001-01-01 meeting notes=x"
    )
    mentee = replace(ENGLAND, reviews=(GoalReview("a", day("9999-12-31")),))
    assert "9999-12-31 goal-review" in listed(told, "2026-12-02", mentee)


def test_three_hundred_long_mentorships_are_looked_through_at_once() -> None:
    """A hundred entries each, in seconds of one processor; a third of one is what it takes."""
    lines = "\n".join(
        f"{day('2026-01-01') + dt.timedelta(days=3 * n)} {what}"
        for n in range(25)
        for what in ("sent reply", "answered", f"promised step {n} | by=2027-01-04", f"done step {n - 5}")
    )
    many = [replace(story(lines), id=str(n)) for n in range(300)]
    begun = time.process_time()
    assert len(due(many, ENGLAND, day("2026-12-15"), None)) == 300 * 6
    assert time.process_time() - begun < 1.5
