"""Entering what happened: late, by hand, twice, and taking it back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.entries import last_entered, with_event, without_event
from outreach.settings import Paths
from outreach.workspace import Workspace
from tests.lifecycle.stories import MENTEE, MENTOR, day, story

TODAY = day("2026-12-15")


def draft(identity: str, kind: Kind, minute: int, meeting: str = "") -> Draft:
    """One saved at a minute past noon."""
    saved = dt.datetime(2026, 12, 1, 12, minute, tzinfo=dt.UTC)
    return Draft(identity, "one", kind, meeting_id=meeting, revisions=(Revision("s", "b", saved=saved),))


FIRST, SECOND = draft("first", Kind.FIRST_CONTACT, 1), draft("second", Kind.FIRST_CONTACT, 2)
THANKS, AGENDA = draft("thanks", Kind.THANK_YOU, 3), draft("agenda", Kind.AGENDA, 4, "m1")


def sent(*events: Event) -> list[str]:
    """The ids of the drafts that were sent."""
    return [event.draft_id or str(event.kind) for event in events if event.what is What.SENT]


def log(mentorship: Mentorship, *dates: str, drafts: tuple[Draft, ...] = ()) -> list[str]:
    """The drafts that are logged as sent by as many bare entries."""
    for date in dates:
        mentorship = with_event(mentorship, Event(What.SENT, day(date)), TODAY, drafts)
    return sent(*mentorship.events)


@pytest.mark.parametrize(
    ("lines", "dates", "drafts", "expected"),
    [
        ("", ["2026-12-14"], (SECOND, FIRST), ["second"]),
        # Once more on the day is no second message, nor is the first version sent as well.
        ("", ["2026-12-14", "2026-12-14"], (SECOND, FIRST), ["second"]),
        ("", ["2026-12-14", "2026-12-14"], (), ["None"]),
        # Another kind of message is one.
        ("", ["2026-12-14", "2026-12-14"], (AGENDA, THANKS), ["agenda", "thanks"]),
        # What a later draft took the place of was not sent a week later either.
        ("", ["2026-12-07", "2026-12-14"], (SECOND, FIRST), ["second", "None"]),
        # Logged late, the earlier message is the draft of its time.
        ("2026-12-07 drafted follow-up", ["2026-12-06"], (draft("new", Kind.FOLLOW_UP, 5),), ["new"]),
        # Nothing that lay about for months.
        ("", ["2026-12-14"], (), ["None"]),
    ],
)
def test_a_message_is_logged_with_the_draft_that_must_have_been_sent(
    lines: str, dates: list[str], drafts: tuple[Draft, ...], expected: list[str]
) -> None:
    """The latest that is waiting, and not another one for a key pressed twice."""
    assert log(story(lines), *dates, drafts=drafts) == expected


def test_a_draft_was_made_before_it_was_sent_and_not_months_ago() -> None:
    """By the day on which it was logged as drafted."""
    made = Event(What.DRAFTED, day("2026-12-07"), kind=Kind.FIRST_CONTACT, draft_id="first")
    told = replace(story(""), events=(made,))
    assert log(told, "2026-12-06", drafts=(FIRST,)) == ["None"]
    assert log(told, "2026-12-07", drafts=(FIRST,)) == ["first"]
    old = replace(told, events=(replace(made, date=day("2026-10-01")),))
    assert log(old, "2026-12-07", drafts=(FIRST,)) == ["None"]
    named = with_event(old, Event(What.SENT, day("2026-12-07"), draft_id="first"), TODAY, (FIRST,))
    assert named.events[-1].kind is Kind.FIRST_CONTACT


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_sent_after_a_meeting_is_not_its_agenda(kept: bool) -> None:
    """Also where the meeting was removed since; on its day it may be, and once it is moved, or where one says so."""
    meetings = (Meeting("m1", day("2026-12-10")),) if kept else ()
    told = replace(story(""), meetings=meetings, events=(Event(What.MET, day("2026-12-10"), meeting_id="m1"),))
    assert log(told, "2026-12-11", drafts=(AGENDA,)) == ["None"]
    assert log(told, "2026-12-10", drafts=(AGENDA,)) == ["agenda"]
    moved = replace(told, meetings=(Meeting("m1", day("2026-12-18")),))
    assert log(moved, "2026-12-11", drafts=(AGENDA,)) == ["agenda"]
    said = with_event(told, Event(What.SENT, day("2026-12-11"), kind=Kind.AGENDA), TODAY, (AGENDA,))
    assert sent(*said.events) == ["agenda"]


def test_a_draft_is_sent_once() -> None:
    """On the same day that is the same entry; for another day the wrong one has to go first."""
    once = with_event(story(""), Event(What.SENT, day("2026-12-07"), draft_id="first"), TODAY, (FIRST,))
    assert with_event(once, Event(What.SENT, day("2026-12-07"), draft_id="first"), TODAY, (FIRST,)) is once
    with pytest.raises(BadInput, match="was logged as sent on Monday 7 December 2026"):
        with_event(once, Event(What.SENT, day("2026-12-08"), draft_id="first"), TODAY, (FIRST,))


@pytest.mark.parametrize(
    ("date", "meetings", "expected"),
    [
        ("2026-12-03", "2026-12-03 meeting", "m1"),
        # Logged on the day after.
        ("2026-12-04", "2026-12-03 meeting notes=Start small.", "m1"),
        ("2026-12-04", "2026-12-03 meeting\n2026-12-04 meeting", "m2"),
        ("2026-12-07", "2026-12-03 meeting", ""),
        ("2026-12-03", "2026-12-04 meeting", ""),
        ("2026-12-03", "", ""),
    ],
)
def test_a_meeting_that_was_held_is_the_one_that_was_set(date: str, meetings: str, expected: str) -> None:
    """For that day, or for one shortly before; and twice it is the same."""
    once = with_event(story(meetings), Event(What.MET, day(date)), TODAY)
    assert once.events[-1].meeting_id == expected
    assert with_event(once, Event(What.MET, day(date)), TODAY) is once


PROMISED = """
    2026-12-03 promised read the guidance
    2026-12-03 promised write a one-page plan
    2026-12-03 promised write to Anna
"""


def test_a_promise_is_done_by_the_beginning_of_its_words() -> None:
    """Twice is once; several fitting ones are asked about; anything else is a deed of its own."""
    done = Event(What.DONE, day("2026-12-10"), text="Write a one")
    once = with_event(story(PROMISED), done, TODAY)
    assert once.events[-1].text == "write a one-page plan"
    assert with_event(once, done, TODAY) is once
    later = with_event(once, replace(done, date=TODAY, result="two wards use it"), TODAY)
    assert later.events[-1].text == "write a one-page plan"
    with pytest.raises(BadInput, match="fits 2 promises: “write a one-page plan”; “write to Anna”"):
        with_event(story(PROMISED), replace(done, text="write"), TODAY)
    assert (
        with_event(story(PROMISED), replace(done, text="passed the exam"), TODAY).events[-1].text == "passed the exam"
    )


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (Event(What.SENT, day("2026-12-16")), "2026-12-16 is still to come; today is 2026-12-15."),
        (Event(What.PROMISED, TODAY, text="  "), "“promised” needs words."),
        (Event(What.DONE, TODAY), "“done” needs words."),
    ],
)
def test_what_cannot_be_entered_is_told_so(event: Event, message: str) -> None:
    """The future, and promises without words."""
    with pytest.raises(BadInput) as found:
        with_event(story(""), event, TODAY)
    assert found.value.message == message


def test_an_answer_pressed_with_a_key_may_be_told_in_words_afterwards() -> None:
    """A bare entry adds nothing to one with words; two answers of a day are two."""
    bare, told = Event(What.ANSWERED, TODAY), Event(What.ANSWERED, TODAY, text="Gladly.")
    once = with_event(story(""), told, TODAY)
    assert with_event(once, bare, TODAY) is once
    assert len(with_event(with_event(story(""), bare, TODAY), told, TODAY).events) == 2
    assert len(with_event(once, replace(told, text="Or by phone?"), TODAY).events) == 2


def test_only_what_is_there_can_be_taken_back() -> None:
    """By its id; the one entered last is known, whenever it happened."""
    told = story("2026-12-03 met\n2026-11-30 sent first-contact\n2026-12-04 drafted thank-you")
    stamped = tuple(
        replace(event, logged=dt.datetime(2026, 12, 5, n, tzinfo=dt.UTC)) for n, event in enumerate(told.events)
    )
    last = last_entered(replace(told, events=stamped))
    assert last is not None
    assert last.what is What.SENT
    assert len(without_event(told, "e1").events) == 2
    for wrong in ("", "e9"):
        with pytest.raises(BadInput, match="There is no such entry"):
            without_event(told, wrong)


def test_in_the_store_too_all_is_as_before_once_an_entry_is_taken_back() -> None:
    """Stage and due list, and the meetings and drafts that fill an entry in."""
    with closing(Workspace(Paths.of_user(), today=TODAY)) as workspace:
        workspace.save_mentee(replace(MENTEE, country="GB-ENG"))
        mentorship = workspace.save_mentorship(
            Mentorship("", MENTOR, meetings=(Meeting(date=day("2026-12-17"), time=dt.time(17)),))
        )
        workspace.save_draft(Draft("", mentorship.id, Kind.FIRST_CONTACT, revisions=(Revision("s", "b"),)))
        diary = workspace.diary

        def state() -> tuple[object, ...]:
            return diary.stage(mentorship.id), diary.due(None), workspace.mentorship(mentorship.id)

        before = state()
        assert before[0] is Stage.DRAFTED
        for event in (Event(What.SENT, day("2026-12-07")), Event(What.DECLINED, TODAY), Event(What.ENDED, TODAY)):
            entered = diary.log(mentorship.id, event).events[-1]
            assert state()[:2] != before[:2]
            assert diary.log(mentorship.id, event).events[-1] == entered
            diary.take_back(mentorship.id, entered.id)
            assert state() == before
        item = next(one for one in diary.due(None) if one.kind == Kind.AGENDA)
        assert item.due == TODAY
        diary.snooze(item, day("2026-12-16"))
        assert [one.due for one in diary.due(None) if one.key == item.key] == [day("2026-12-16")]
        with pytest.raises(BadInput, match="is no later day"):
            diary.snooze(item, TODAY)
