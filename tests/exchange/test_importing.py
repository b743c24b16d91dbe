"""Merging a case into what is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.exchange.case_file import read_case
from outreach.exchange.importing import merge_case, same_mentor

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
ME = Mentee("Grace Adeyemi", ("Move into informatics", "Learn SQL"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("as_me", [False, True])
def test_twice_is_as_once(path: Path, as_me: bool) -> None:
    """The second import of the same case changes nothing."""
    case = read_case(path)
    mentee, mentorship = merge_case(None, None, case, as_me)
    assert mentee == case.mentee
    assert merge_case(mentee, mentorship, case, as_me) == (None, mentorship)


def test_a_mentee_who_is_there_stays() -> None:
    """Only as_me replaces the stored mentee."""
    case = read_case(CASES[0])
    assert merge_case(ME, None, case)[0] is None
    assert merge_case(ME, None, case, as_me=True)[0] == case.mentee


def test_the_goal_of_the_ask_is_looked_up_among_the_goals_that_stay() -> None:
    """A goal's number in the file means nothing among other goals; the goal itself may be there."""
    other = Mentee("Somebody", ("Something else", "learn  sql"))
    mentor = Mentor("J", "b")
    assert merge_case(ME, None, Case(other, mentor, Ask(goal=2)))[1].ask == Ask(goal=2)
    assert merge_case(ME, None, Case(other, mentor, Ask("x", goal=1)))[1].ask == Ask("x")


@pytest.mark.parametrize(
    ("name", "organisation", "same"),
    [
        ("siiri  MÄKELÄ", "kaakkois apiaries ", True),
        ("Siiri Ma\u0308kela\u0308", "Kaakkois Apiaries", True),
        ("Siiri Makela", "Kaakkois Apiaries", False),
        ("Siiri Mäkelä", "", False),
    ],
)
def test_the_same_name_and_organisation_is_the_same_mentor(name: str, organisation: str, same: bool) -> None:
    """Case, spacing and Unicode form do not matter; accents do."""
    known = Mentor("Siiri Mäkelä", "b", organisation="Kaakkois Apiaries")
    assert same_mentor(known, Mentor(name, "b", organisation=organisation)) is same


def test_what_the_file_leaves_out_stays() -> None:
    """An update fills in and replaces, and never empties."""
    case = Case(ME, Mentor("J", "old", email="j@example.org", relationship=Relationship.MENTOR), Ask("one", 20))
    _, known = merge_case(None, None, case)
    _, updated = merge_case(ME, known, Case(ME, Mentor("J", "new", role="Lead")))
    assert updated.mentor == Mentor("J", "new", email="j@example.org", role="Lead", relationship=Relationship.MENTOR)
    assert updated.ask == Ask("one", 20)


def test_a_meeting_with_the_same_date_and_number_is_updated() -> None:
    """Its id and notes stay; another number is another meeting."""
    case = read_case(CASES[0])
    assert case.meeting is not None
    _, known = merge_case(None, None, case)
    known = replace(known, id="m", meetings=(replace(known.meetings[0], id="x"),))
    again = replace(case, meeting=Meeting(date=case.meeting.date, number=case.meeting.number, mode="in person"))
    _, updated = merge_case(case.mentee, known, again)
    assert [(one.id, one.mode, one.notes) for one in updated.meetings] == [("x", "in person", case.meeting.notes)]
    _, more = merge_case(case.mentee, known, replace(case, meeting=replace(case.meeting, number=9)))
    assert [one.number for one in more.meetings] == [case.meeting.number, 9]
