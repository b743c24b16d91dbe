"""Everything between mentee and mentor in order, with the texts as they were; and how far each meeting has come."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.draft import Channel, Draft, Kind, Revision
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentor
from outreach.lifecycle.meetings import MeetingState, state_of
from outreach.lifecycle.timeline import Entry, timeline

DAY = dt.date(2026, 12, 3)
TOMASZ = Mentor("Tomasz Zieliński", "", title="Dr")
HELD = Meeting(
    "m",
    DAY,
    dt.time(17),
    30,
    "video call",
    notes="Start with a shadow deployment.\n! seemed unsure about the budget\nDon't mention the new ward.",
    private=("seemed tired today",),
    next_actions=(
        Action("Write a one-page plan", by=dt.date(2026, 12, 17)),
        Action("introduce me to Anna.", owner=Owner.MENTOR),
    ),
    next_meeting=dt.date(2027, 1, 14),
)
COMING = Meeting("n", dt.date(2027, 1, 14), dt.time(17, 30), 45, "phone", questions=("Which drift test first?",))


def at(day: int, hour: int = 12, month: int = 11) -> dt.datetime:
    """A moment of 2026, in UTC."""
    return dt.datetime(2026, month, day, hour, tzinfo=dt.UTC)


def draft(*saved: tuple[str, dt.datetime], kind: Kind = Kind.FIRST_CONTACT, meeting: str = "") -> Draft:
    """A draft whose revisions were saved at these moments."""
    revisions = tuple(Revision("One question", body, saved=moment) for body, moment in saved)
    return Draft("d", "p", kind, meeting_id=meeting, revisions=revisions)


def shown(*entries: Entry) -> list[tuple[str, str]]:
    """Date and title of each."""
    return [(entry.date.isoformat(), entry.title) for entry in entries]


EVENTS = (
    Event(What.DRAFTED, dt.date(2026, 11, 1), kind=Kind.FIRST_CONTACT, draft_id="d"),
    Event(What.SENT, dt.date(2026, 11, 2), kind=Kind.FIRST_CONTACT, draft_id="d"),
    Event(What.ANSWERED, dt.date(2026, 11, 9), text="Dear Priya,\n\nthe 3rd suits me."),
    Event(What.SENT, dt.date(2026, 11, 10)),
    Event(What.PROMISED, DAY, text="log every override", by=dt.date(2026, 12, 20), advice="Log overrides"),
    Event(What.DONE, dt.date(2026, 12, 18), text="log every override", result="31 of them, half at night"),
    Event(What.ENDED, dt.date(2027, 2, 1), text="he moves to Oslo"),
)


@pytest.mark.parametrize("order", [EVENTS, EVENTS[::-1], (*EVENTS[3:], *EVENTS[:3])])
def test_everything_stands_in_order_whatever_the_order_of_entry(order: tuple[Event, ...]) -> None:
    """By date, on one day as events are listed; the meetings that are set stand last."""
    pair = Mentorship("p", TOMASZ, meetings=(HELD, COMING), events=order)
    found = timeline(pair, [draft(("Dear Dr Zieliński", at(2)))], dt.date(2026, 12, 31))
    assert shown(*found) == [
        ("2026-11-01", "Drafted: first contact"),
        ("2026-11-02", "Sent: first contact"),
        ("2026-11-09", "Dr Zieliński answered"),
        ("2026-11-10", "Sent: a message"),
        ("2026-12-03", "Met, 30 minutes, video call"),
        ("2026-12-03", "You promised: log every override, by Sunday 20 December"),
        ("2026-12-18", "Done: log every override"),
        ("2027-01-14", "Meeting at 17:30, 45 minutes, phone"),
    ]
    texts = [entry.text for entry in found]
    assert texts[:3] == ["", "Subject: One question\n\nDear Dr Zieliński", "Dear Priya,\n\nthe 3rd suits me."]
    assert texts[5:] == ["On the advice: Log overrides", "31 of them, half at night", "- Which drift test first?"]
    assert [entry.coming for entry in found] == [False] * 7 + [True]
    assert (found[1].draft or draft()).id == "d"
    assert (found[4].meeting, found[5].event) == (HELD, EVENTS[4])


def test_on_one_day_each_thing_stands_behind_what_led_to_it() -> None:
    """An answer, the reply to it, a deed and the report on it; a draft only where it was not sent at once."""
    told = [
        Event(What.SENT, DAY, kind=Kind.REPLY, draft_id="d"),
        Event(What.DRAFTED, DAY, kind=Kind.REPLY, draft_id="d"),
        Event(What.DRAFTED, DAY, kind=Kind.THANK_YOU, draft_id="later"),
        Event(What.SENT, DAY, kind=Kind.REPORT),
        Event(What.ANSWERED, DAY),
        Event(What.DONE, DAY, text="log every override"),
    ]
    for order in (told, told[::-1]):
        titles = [entry.title for entry in timeline(Mentorship("p", TOMASZ, events=tuple(order)), [], DAY)]
        assert titles == [
            "Dr Zieliński answered",
            "Sent: reply",
            "Drafted: thank-you",
            "Done: log every override",
            "Sent: report",
        ]


def test_notes_are_shown_as_typed_with_private_lines_marked_and_what_was_promised() -> None:
    """It is the mentee's own view: nothing is left out."""
    pair = Mentorship("p", TOMASZ, meetings=(HELD,))
    met, later = timeline(pair, [], dt.date(2026, 12, 31))
    assert met.text.splitlines() == [
        "Start with a shadow deployment.",
        "(private) ! seemed unsure about the budget",
        "(private) Don't mention the new ward.",
        "(private) seemed tired today",
        "",
        "You promised: Write a one-page plan, by Thursday 17 December",
        "Dr Zieliński promised: introduce me to Anna",
        "Next meeting: Thursday 14 January 2027",
    ]
    assert (shown(later), later.coming) == ([("2027-01-14", "Next meeting, as agreed")], True)
    released = replace(pair, allowed=("Don't mention the new ward.",))
    assert "\nDon't mention the new ward.\n" in timeline(released, [], DAY)[0].text


SENT = Event(What.SENT, dt.date(2026, 11, 3), draft_id="d", logged=at(3, 15))


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (SENT, "second"),
        (replace(SENT, logged=at(6)), "third"),
        (replace(SENT, logged=None), "third"),
        (replace(SENT, date=dt.date(2026, 11, 9), logged=at(9)), "fourth"),
        (replace(SENT, date=dt.date(2026, 10, 1), logged=at(3, 9)), "first"),
        (replace(SENT, date=dt.date(2026, 10, 1), logged=None), "fourth"),
    ],
    ids=["at once", "days later", "unknown", "after all edits", "for an earlier day", "for an earlier day, unknown"],
)
def test_a_message_is_shown_as_it_was_sent(sent: Event, text: str) -> None:
    """The revision saved last by the day, and by the moment of the entry; edits made later do not change it."""
    made = draft(("first", at(2)), ("second", at(3, 14)), ("third", at(3, 20)), ("fourth", at(5)))
    found = timeline(Mentorship("p", TOMASZ, events=(sent,)), [made], dt.date(2026, 11, 30))
    assert [one.text.removeprefix("Subject: One question\n\n") for one in found if "Sent" in one.title] == [text]


def test_a_draft_that_nobody_sent_stands_there_without_its_text() -> None:
    """Also one that was made before events were kept; a LinkedIn note says so when it is sent."""
    note = replace(draft(("Hello", at(2))), channel=Channel.LINKEDIN_NOTE)
    pair = Mentorship("p", TOMASZ)
    assert [(one.title, one.text) for one in timeline(pair, [note], DAY)] == [("Drafted: first contact", "")]
    sent = timeline(replace(pair, events=(SENT,)), [note], DAY)
    assert sent[-1].title == "Sent: first contact, as a LinkedIn note"


def test_a_meeting_of_the_past_is_never_lost() -> None:
    """One without notes says so, one without a day stands where it was entered, an old import is as it was."""
    silent = Meeting("s", dt.date(2026, 10, 1))
    undated = Meeting("u", notes="Ask for the table", planned=dt.date(2026, 10, 20))
    thought_of = Meeting("t", minutes=30)
    pair = Mentorship("p", TOMASZ, meetings=(silent, undated, thought_of))
    assert shown(*timeline(pair, [], DAY)) == [
        ("2026-10-01", "Meeting was set; nothing noted since"),
        ("2026-10-20", "Met, on a day that was not noted"),
    ]


def test_notes_of_a_meeting_that_was_removed_and_entered_anew_are_shown() -> None:
    """What was logged of the one that is gone tells of the one of that day."""
    logged = (Event(What.MET, DAY, "e", meeting_id="gone"),)
    mentorship = Mentorship("p", TOMASZ, meetings=(Meeting("m", DAY, notes="Pilot on one ward first"),), events=logged)
    entries = timeline(mentorship, [], DAY)
    assert [(entry.title, entry.text) for entry in entries] == [("Met", "Pilot on one ward first")]
    unnoted = replace(mentorship, meetings=(Meeting("m", DAY),))
    assert state_of(unnoted.meetings[0], unnoted, DAY) is MeetingState.HELD


AGENDA = Event(What.DRAFTED, dt.date(2027, 1, 12), kind=Kind.AGENDA, meeting_id="n")
MET = Event(What.MET, dt.date(2027, 1, 14), meeting_id="n")
THANKS = Event(What.SENT, dt.date(2027, 1, 15), kind=Kind.THANK_YOU, meeting_id="n")


@pytest.mark.parametrize("order", list(itertools.permutations((AGENDA, MET, THANKS))))
def test_a_meeting_is_set_prepared_held_and_followed_up(order: tuple[Event, ...]) -> None:
    """By what had happened on each day, whatever the order of entry."""
    pair = Mentorship("p", TOMASZ, meetings=(COMING,), events=order)
    states = [state_of(COMING, pair, dt.date(2027, 1, day)) for day in (11, 12, 14, 15)]
    assert states == [MeetingState.SET, MeetingState.PREPARED, MeetingState.HELD, MeetingState.FOLLOWED_UP]


def test_messages_of_no_known_meeting_count_for_the_one_they_stand_beside() -> None:
    """An agenda of the week before, a thank-you before both met again; neither counts for two meetings."""
    agenda = Event(What.SENT, dt.date(2027, 1, 12), kind=Kind.AGENDA)
    thanks = Event(What.SENT, dt.date(2027, 1, 15), kind=Kind.THANK_YOU)
    held = replace(COMING, notes="Start small")
    pair = Mentorship("p", TOMASZ, meetings=(HELD, held), events=(agenda, thanks))
    assert state_of(HELD, pair, dt.date(2027, 1, 20)) is MeetingState.HELD
    assert state_of(held, pair, dt.date(2027, 1, 20)) is MeetingState.FOLLOWED_UP
    waiting = replace(pair, meetings=(HELD, COMING), events=(agenda,))
    assert state_of(COMING, waiting, dt.date(2027, 1, 13)) is MeetingState.PREPARED
    unlogged = draft(("plan", at(30)), kind=Kind.AGENDA, meeting="n")
    assert state_of(COMING, Mentorship("p", TOMASZ), dt.date(2027, 1, 13), [unlogged]) is MeetingState.PREPARED
