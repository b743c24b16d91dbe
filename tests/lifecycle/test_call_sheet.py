"""What to read in a minute before a call, pure and over a real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from outreach.domain.case import Action, Ask, Meeting, Owner
from outreach.domain.draft import Draft, Kind, Origin, Revision, Section
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Fate, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.lifecycle.advice import Advice, Noted
from outreach.lifecycle.call_sheet import MOST_WORDS, CallSheet, call_sheet, next_meeting, text
from outreach.lifecycle.promises import Promise
from outreach.settings import Paths
from outreach.workspace import Workspace

MET = dt.date(2026, 12, 3)
TODAY = dt.date(2027, 1, 13)
PRIYA = Mentee("Priya Nair", ("Build clinical models",), timezone="Europe/London", role="Data analyst")
TOMASZ = Mentor(
    "Tomasz Zieliński", "", "Dr", timezone="Europe/Warsaw", role="ML lead", organisation="Heartline Diagnostics"
)
HELD = Meeting(
    "m",
    MET,
    notes="Start with a shadow deployment.\nLog every override a nurse makes.\n! seemed tired",
    next_actions=(
        Action("Write a one-page plan", by=dt.date(2026, 12, 17)),
        Action("Log every override", by=dt.date(2027, 1, 29)),
        Action("introduce me to Anna", by=dt.date(2026, 12, 11), owner=Owner.MENTOR),
    ),
)
NEXT = Meeting("n", dt.date(2027, 1, 14), dt.time(17), 30, "video call", 2, questions=("which drift test  first?",))
EVENTS = (
    Event(What.DONE, MET, text="Read the guidance"),
    Event(What.SENT, dt.date(2026, 12, 4), kind=Kind.THANK_YOU),
    Event(What.DONE, dt.date(2027, 1, 8), text="Passed the exam", result="a place on the ward course"),
    Event(What.ANSWERED, dt.date(2026, 12, 9), text="Thank you!"),
    Event(What.SENT, dt.date(2027, 1, 12), kind=Kind.AGENDA),
)
PAIR = Mentorship("p", TOMASZ, Ask("how to monitor a model"), (HELD, NEXT), events=EVENTS)


def sheet(pair: Mentorship = PAIR, meeting: Meeting = NEXT, mentee: Mentee = PRIYA) -> CallSheet:
    """The sheet of ``meeting`` the day before."""
    return call_sheet(pair, mentee, meeting, TODAY, questions=("One?", "Two?", "Three?", "Four?"))


def test_the_sheet_says_who_when_what_passed_and_what_is_open() -> None:
    """On both clocks; overdue promises stand first; what was done since they met, not what they heard there."""
    found = sheet()
    assert found.who == "Dr Tomasz Zieliński, ML lead, Heartline Diagnostics"
    assert (found.here, found.there) == ("Thursday 14 January, 17:00 (London)", "18:00 (Warsaw)")
    assert found.last_contact == (
        "You met on Thursday 3 December 2026; Dr Zieliński answered on Wednesday 9 December 2026; "
        "you sent an agenda on Tuesday 12 January."
    )
    assert [one.what for one in found.mine] == ["Write a one-page plan", "Log every override"]
    assert [one.what for one in found.theirs] == ["introduce me to Anna"]
    assert found.done == ("Passed the exam: a place on the ward course",)
    assert found.questions == ("One?", "Two?", "Three?")


@pytest.mark.parametrize(
    ("there", "time", "shown"),
    [
        ("Asia/Tokyo", dt.time(17), "Friday 15 January, 02:00 (Tokyo)"),
        ("America/New_York", dt.time(2), "Wednesday 13 January, 21:00 (New York)"),
        ("Europe/Lisbon", dt.time(17), ""),
        ("Europe/London", dt.time(17), ""),
        ("", dt.time(17), ""),
        ("Europe/Atlantis", dt.time(17), "There is no time zone “Europe/Atlantis”. Write it like Europe/London."),
    ],
)
def test_the_mentors_clock_is_shown_where_it_says_something_else(there: str, time: dt.time, shown: str) -> None:
    """With its day where that is another one; a zone that is none is told, not passed over."""
    pair = replace(PAIR, mentor=replace(TOMASZ, timezone=there))
    assert sheet(pair, replace(NEXT, time=time)).there == shown


def test_a_time_that_the_clocks_leave_out_is_told() -> None:
    """On the night when summer time begins; without a time there is only a day."""
    spring = replace(NEXT, date=dt.date(2027, 3, 28), time=dt.time(1, 30))
    assert sheet(meeting=spring).there.startswith("There is no 01:30 on 2027-03-28 in Europe/London")
    assert sheet(meeting=replace(NEXT, time=None)).here == "Thursday 14 January"


def test_advice_of_the_last_time_is_shown_unless_it_was_put_aside() -> None:
    """What became no action first; what they have heard of last; of earlier meetings nothing."""
    noted = [Noted(name, "", "m", MET) for name in "abcde"]
    fates = (Fate.REPORTED, Fate.ASIDE, Fate.ACTION, Fate.KEPT, Fate.DONE)
    advice = [Advice(one, fate) for one, fate in zip(noted, fates, strict=True)]
    older = Advice(Noted("older", "", "k", dt.date(2026, 10, 1)))
    assert call_sheet(PAIR, PRIYA, NEXT, TODAY, advice=[older, *advice]).advice == ("d", "e", "c")


def test_a_first_meeting_looks_back_on_the_message_that_was_sent() -> None:
    """Nothing was promised, advised or done yet; a title that stands in the name already is not said twice."""
    sent = Event(What.SENT, dt.date(2027, 1, 4), kind=Kind.FIRST_CONTACT)
    pair = Mentorship("p", replace(TOMASZ, name="Dr. Tomasz Zieliński"), meetings=(NEXT,), events=(sent,))
    found = sheet(pair)
    assert found.last_contact == "You sent a first contact on Monday 4 January."
    assert (found.mine, found.theirs, found.done, found.advice) == ((), (), (), ())
    assert found.who.startswith("Dr. Tomasz")


def test_the_text_is_read_in_a_minute_however_much_there_is() -> None:
    """80 columns, 180 words; the questions are never cut, and what is left out is counted."""
    long = "write down " + "very " * 30 + "much"
    promises = tuple(Promise(f"{long} {n}", Owner.MENTEE, by=MET) for n in range(9))
    full = replace(sheet(), mine=promises, theirs=promises, done=(long,) * 9, advice=(long,) * 3)
    shown = text(full)
    assert len(shown.split()) <= MOST_WORDS
    assert max(map(len, shown.splitlines())) <= 80
    assert max(map(len, text(full, 60).splitlines())) <= 60
    assert "and 8 more" in shown
    assert "overdue since Thursday 3 December 2026" in shown
    assert all(question in shown for question in ("1. One?", "2. Two?", "3. Three?"))


def test_the_next_meeting_is_the_one_that_is_set_or_was_agreed_on() -> None:
    """Not one that was held; without any there is nothing to read."""
    assert next_meeting(PAIR, TODAY) is NEXT
    assert next_meeting(PAIR, TODAY, "m") is HELD
    agreed = replace(PAIR, meetings=(replace(HELD, next_meeting=NEXT.date),))
    assert next_meeting(agreed, TODAY).date == NEXT.date
    for pair, chosen in ((replace(PAIR, meetings=(HELD,)), ""), (PAIR, "x")):
        with pytest.raises(BadInput, match="No meeting with Tomasz Zieliński is set"):
            next_meeting(pair, TODAY, chosen)
    held_today = Event(What.MET, TODAY, meeting_id="n")
    today = replace(PAIR, meetings=(HELD, replace(NEXT, date=TODAY)), events=(held_today,))
    with pytest.raises(BadInput, match="is set"):
        next_meeting(today, TODAY)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """A real store with Priya and Tomasz, the day before they meet for the second time."""
    opened = Workspace(Paths.of_user(), today=TODAY)
    opened.save_mentee(PRIYA)
    opened.save_mentorship(replace(PAIR, id=""))
    yield opened
    opened.close()


def test_the_diary_asks_the_mentees_questions_word_for_word_then_those_of_the_agenda(workspace: Workspace) -> None:
    """Before an agenda is drafted what it would ask, then what it asks; nothing twice."""
    pair = workspace.mentorships()[0]
    found = workspace.diary.call_sheet(pair.id)
    assert found.questions == ("which drift test first?", "How do I monitor a model?")
    assert found.goal == "Build clinical models"
    asked = ("Which drift test first?", "Who looks at the alarms at night?")
    body = "\n".join(asked)
    revision = Revision("Agenda", body, tuple(Section("questions", one, Origin.MENTEE) for one in asked))
    workspace.save_draft(Draft("", pair.id, Kind.AGENDA, meeting_id="n", revisions=(revision,)))
    assert workspace.diary.call_sheet(pair.id).questions == (
        "which drift test first?",
        "Who looks at the alarms at night?",
    )


def test_the_diary_follows_advice_from_the_notes_to_the_report(workspace: Workspace) -> None:
    """Acted on, put aside, done; a report knows what was advised."""
    pair = workspace.mentorships()[0].id
    diary = workspace.diary
    start, log = diary.advice(pair)
    assert (start.fate, log.fate, log.action) == (Fate.KEPT, Fate.ACTION, "Log every override")
    diary.put_aside(pair, start.noted.text, "IT has no test system")
    assert diary.advice(pair)[0].reason == "IT has no test system"
    diary.act_on(pair, "start with a SHADOW deployment", "", dt.date(2027, 2, 1))
    assert diary.advice(pair)[0].action == "start with a shadow deployment"
    diary.put_aside(pair, log.noted.text, "not mine to log")
    diary.put_aside(pair, log.noted.text, "")
    assert diary.advice(pair)[1].fate is Fate.ACTION
    diary.log(pair, Event(What.DONE, TODAY, text="start with a", result="IT agreed"))
    deeds = diary.case(workspace.mentorship(pair), Kind.REPORT).contact.deeds
    assert [(deed.what, deed.advice) for deed in deeds][-1] == (
        "start with a shadow deployment",
        "Start with a shadow deployment.",
    )
    assert [entry.title for entry in diary.timeline(pair)][-2:] == [
        "Done: start with a shadow deployment",
        "Meeting at 17:00, 30 minutes, video call",
    ]
    with pytest.raises(BadInput, match="no such advice"):
        diary.act_on(pair, "seemed tired", "", None)
