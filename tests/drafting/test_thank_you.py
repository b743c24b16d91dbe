"""The thank-you as a whole: variants, two echoes, equals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Action, Case, Meeting, Owner
from outreach.domain.draft import Kind, Level
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.notes import best_notes, is_about_the_call
from outreach.drafting.pipeline import make_draft
from outreach.drafting.thank_you import values
from tests.review.drafts import templates

TODAY = dt.date(2026, 11, 22)
MEETING = Meeting(
    date=dt.date(2026, 11, 20),
    minutes=30,
    notes="Mark the reef on the chart before the race.\nKeep the log to five lines.\nShe will send the tide book.",
    next_actions=(
        Action("Row to the island", by=dt.date(2026, 12, 5)),
        Action("Send the tide book", owner=Owner.MENTOR),
    ),
    next_meeting=dt.date(2027, 1, 8),
)
SECTIONS = ("thanks", "echo", "plan", "close")


def brief(relationship: Relationship = Relationship.MENTOR, meeting: Meeting = MEETING) -> Brief:
    """A thank-you's brief."""
    mentor = Mentor("Teresa Moura", "x", relationship=relationship)
    case = Case(Mentee("Ines Prado", ("Sail alone by 2028",)), mentor, meeting=meeting)
    return make_brief(case, Kind.THANK_YOU, TODAY)


def said(block: str, of: Brief) -> str:
    """One block of the template."""
    notes = best_notes(of)
    made = {**values(of, notes[0] if notes else None), "greeting": "", "farewell": ""}
    return templates().sentence("thank-you.j2", block, made)


def test_two_notes_that_can_be_told_are_both_echoed() -> None:
    """Each in a sentence of its own; a promise is none of them."""
    told = said("echo", brief())
    assert "to mark the reef on the chart before the race" in told
    assert "to keep the log to five lines" in told
    assert "tide book" not in told
    assert set(best_notes(brief())[0].fact_ids) == {"meeting.notes:1", "meeting.notes:2"}


def test_what_the_mentee_has_to_do_is_not_quoted() -> None:
    """A task of one's own is part of the plan, and no words of the mentor's."""
    notes = "trial week 15-19 feb, unpaid, I have to ask my boss for holiday\nopen the seams -> chalk first = faster"
    best = best_notes(brief(meeting=replace(MEETING, notes=notes)))
    assert "holiday" not in best[0].told


def test_promises_and_words_about_somebody_are_not_quoted() -> None:
    """With nothing else noted, there is no echo."""
    for note in ("she'll look over the letter next wk", "her rule: one slide", "we agreed that I'd send it"):
        assert best_notes(brief(meeting=replace(MEETING, notes=note))) == []


def test_an_offer_speaks_of_the_mentee_as_i() -> None:
    """Also where the action names them as who does something."""
    asked = Action("Ask the club if Ines may watch", owner=Owner.MENTOR)
    told = said("close", brief(meeting=replace(MEETING, next_actions=(asked,))))
    assert told.startswith("Thank you as well for offering to ask the club if I may watch.")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_can_be_said_in_several_ways(section: str) -> None:
    """Equal ways differ, and no way asks for anything."""
    texts = [said(block, brief()) for block in templates().variants("thank-you.j2", section)]
    told = {text for text in texts if text}
    assert len(told) >= 2
    assert all("?" not in text and "  " not in text for text in told)


def test_equals_are_not_given_advice() -> None:
    """Peers exchange; somebody who is taught is thanked for time and openness, and their homework is theirs."""
    peer = " ".join(said(section, brief(Relationship.PEER)) for section in SECTIONS)
    assert "advice" not in peer
    assert "advised" not in peer
    assert "openness" in said("thanks", brief(Relationship.REVERSE))


def test_a_meeting_of_this_week_may_be_named_by_its_day() -> None:
    """Friday is enough two days later; a meeting without a date is thanked for all the same."""
    assert said("thanks_shorter", brief()) == "Thank you for Friday."
    assert said("thanks", brief(meeting=Meeting(notes="Keep the log short."))) == "Thank you for your time."


def test_a_day_that_is_over_is_not_looked_forward_to() -> None:
    """The next meeting lies behind the last one, or is not named."""
    over = Meeting(date=MEETING.date, notes=MEETING.notes, next_meeting=dt.date(2026, 11, 1))
    assert "1 November" not in said("close", brief(meeting=over))


def test_the_mentor_reads_the_date_on_their_own_calendar() -> None:
    """08:00 on Friday in Kuala Lumpur is Thursday in Denver; a next day without its time is not named at all."""
    of = brief(meeting=replace(MEETING, time=dt.time(8)))
    mentee, mentor = of.case.mentee, of.case.mentor
    here, there = replace(mentee, timezone="Asia/Kuala_Lumpur"), replace(mentor, timezone="America/Denver")
    abroad = make_brief(replace(of.case, mentee=here, mentor=there), Kind.THANK_YOU, TODAY)
    for seed in range(1, 5):
        *_, last = make_draft(abroad, templates(), None, Choices(seed))
        assert isinstance(last, DraftFinished)
        assert "Thursday 19 November" in last.revision.body
        assert "20 November" not in last.revision.body
        assert "8 January" not in last.revision.body
        assert [one for one in last.revision.findings if one.level is Level.FAIL] == []


@pytest.mark.parametrize(
    ("note", "of_the_call"),
    [
        ("call no 2, bad wifi on his end first 10 min", True),
        ("mtg 5, 10 dec, Lagos", True),
        ("tues 12 jan, video, ~35 min (she went over)", True),
        ("27/1 zoom w/ Prof M. 30 min sharp", True),
        ("her office 8.05-8.40, tea of course", True),
        ("45 min turned 60, screen share, his charts", True),
        ("never trust the harbour's wifi", False),
        ("2.8 grams per cup, brew for five minutes", False),
        ("session 2, knots. he tied the third one alone!!", False),
        ("call the club before the season", False),
        ("went over the chart with me, twice", False),
    ],
)
def test_a_note_about_the_call_itself_is_echoed_last(note: str, of_the_call: bool) -> None:
    """Its day, number, length, place or line thank nobody; a note that says more does."""
    assert is_about_the_call(note) is of_the_call
    other = "the reef shows on the old charts alone"
    assert best_notes(brief(meeting=replace(MEETING, notes=f"{note}\n{other}")))[0].fact.text != note or not of_the_call


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ("chart 1 too busy -> lose the depths", "“chart 1 too busy → lose the depths”"),
        ("he said read the chart first, then the log, sky last", "the chart first, then the log, sky last"),
        ("she stays in when wind > 7 bft and the bar is up", "when wind is over 7 bft and the bar is up"),
        ("drop the chart from the log, second book", "to drop the chart from the log"),
        ("start conservative, review after every storm", "to start conservative and review after every storm"),
        ("first 30 days: walk the quay w/ everyone, change nothing",
         "to walk the quay with everyone and change nothing in the first 30 days"),
        ("apply for the 6 wk course - ask the mate, not the cook",
         "to apply for the 6-week course and ask the mate, not the cook"),
        ("learn two knots, nothing fancier\napply for the night watch - ask the mate, not the cook",
         "to apply for the night watch and ask the mate, not the cook"),
        ('"Ask for the boat you can\'t be refused"', "to ask for the boat I can't be refused"),
    ],
)  # fmt: skip
def test_an_echo_is_a_whole_thought(notes: str, told: str) -> None:
    """What is wrong goes with its remedy, and no scrap hangs on behind a comma."""
    assert f"{told}." in said("echo", brief(meeting=replace(MEETING, notes=notes, next_actions=())))


def test_equals_are_echoed_too_where_a_label_stands_before_advice() -> None:
    """In the words of the note."""
    notes = "rule for me: read the chart first, then the log, the sky last"
    assert "read the chart first" in said("echo", brief(Relationship.PEER, replace(MEETING, notes=notes)))
