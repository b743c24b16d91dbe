"""The diary in the app: logging, what is due, the timeline, things to do, and the messages in between."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key

from outreach.domain.case import Action, Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Fate, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import GoalReview, Mentee, Mentor
from outreach.exchange.when import NotUnderstood
from outreach.lifecycle.due import ACTION, Due
from outreach.lifecycle.timeline import Entry
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.tui.forms.event_form import EventForm
from outreach.tui.forms.moment import Clocks, Moment, both_clocks, read_moment
from outreach.tui.forms.reading import Reading, past_day
from outreach.tui.goals.goal_form import GoalForm
from outreach.tui.home.diary_lines import due_kind, entry_line
from outreach.tui.home.letter_menu import LetterMenu
from outreach.tui.questions import Question, Words
from outreach.tui.reader import Reader
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

TODAY = dt.date(2026, 11, 22)
HELD = Meeting(
    date=dt.date(2026, 11, 19),
    time=dt.time(17, 0),
    minutes=30,
    number=1,
    notes="Start with a shadow deployment.\nLog every override a nurse makes.",
    next_actions=(Action("Write a one-page plan", by=dt.date(2026, 11, 27)),),
)
COMING = Meeting(date=dt.date(2026, 11, 24), time=dt.time(16, 0), minutes=30, number=2, planned=dt.date(2026, 11, 19))


@pytest.fixture
def three(open_workspace: Open, mentee: Mentee) -> Workspace:
    """Lena was written to, Ruth was only found, Tomasz was met and will be met again."""
    workspace = open_workspace()
    workspace.save_mentee(dataclasses.replace(mentee, timezone="Europe/London"))
    lena = workspace.save_mentorship(Mentorship("", Mentor("Lena Haas [/b]", "Lena Haas runs a bakery in Leeds.")))
    workspace.save_mentorship(Mentorship("", Mentor("Ruth Adeyemi", "Ruth teaches nurses.")))
    tomasz = Mentor("Tomasz Zieliński", "He led a team at Heartline.", role="ML lead", timezone="Europe/Warsaw")
    workspace.save_mentorship(Mentorship("", tomasz, meetings=(HELD, COMING)))
    workspace.diary.log(lena.id, Event(What.SENT, dt.date(2026, 11, 10), kind=Kind.FIRST_CONTACT))
    return workspace


def _events(workspace: Workspace, at: int) -> list[tuple[What, dt.date, str]]:
    events = workspace.mentorships()[at].events
    return [(event.what, event.date, event.text) for event in events if event.what is not What.DRAFTED]


def test_one_key_logs_what_happened_and_it_can_be_taken_back(three: Workspace, drive: Drive) -> None:
    """For today, for another day, with a pasted answer; taken back by Ctrl+Z and on the timeline."""
    ruth = three.mentorships()[1].id

    async def steps(app: Any) -> None:
        await app.until_seen("found")
        # The cursor stands in what is due; Esc leads from there to its mentor.
        await app.press("escape", "down", "l", "s")
        await app.until_told("Logged: sent (first contact), today. With Ruth Adeyemi: sent.")
        assert _events(three, 1) == [(What.SENT, TODAY, "")]
        await app.press("ctrl+z")
        await app.until_told("Taken back: sent (first contact), today. With Ruth Adeyemi: found.")
        await app.press("ctrl+z")
        await app.until_told("Nothing to take back here.")
        await app.press("l", "left", "left")
        await app.until_seen("What happened with Ruth Adeyemi on Fri 20 Nov?")
        await app.press("right", "s")
        await app.until(lambda: three.diary.stage(ruth) is Stage.SENT)
        await app.press("l", "escape", "l", "a")
        await app.until(lambda: isinstance(app.app.screen, EventForm))
        await app.paste("Dear Priya,\n\nhappy to [/talk].")
        await app.press("ctrl+s", "5")
        await app.until_seen("happy to [/talk].")
        assert "Ruth answered" in app.words
        assert "Sat 21 Nov Sent: first contact" in app.words
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, Reader))
        await app.press("escape", "u")
        await app.until_told("Taken back: answered, today.")
        assert _events(three, 1) == [(What.SENT, dt.date(2026, 11, 21), "")]
        await app.press("l", "o")
        await app.until(lambda: isinstance(app.app.screen, Words))
        await app.press("ctrl+u")
        await app.paste("3 Dec")
        await app.press("enter")
        await app.until_seen("3 Dec 2026 is still to come")
        await app.press("ctrl+u")
        await app.paste("yesterday")
        await app.press("enter", "e")
        await app.until(lambda: three.diary.stage(ruth) is Stage.ENDED)

    drive(three, steps)


def test_what_is_due_stands_on_top_and_is_done_or_put_off_from_there(three: Workspace, drive: Drive) -> None:
    """The soonest first, overdue in words; Enter begins it, z puts it off, Esc leaves it."""

    async def steps(app: Any) -> None:
        await app.until_seen("What now?")
        lines = app.seen.splitlines()[1:4]
        assert "Overdue 17 Nov   Follow-up    Lena Haas [/b]" in lines[0]
        assert "Thank-you    Tomasz Zieliń" in lines[1]
        assert "sent" in app.words
        await app.press("w")
        # The list takes Enter itself, and the foot says what it does there.
        await app.until_seen("Enter Do it")
        await app.press("z", "3")
        await app.until_told("Put off to 25 Nov 2026: follow-up.")
        assert "Wed 25 Nov Follow-up Lena" in app.words
        await app.press("z", "d")
        await app.until(lambda: isinstance(app.app.screen, Words))
        await app.paste("1 Nov 2026")
        await app.press("enter")
        await app.until_told("2026-11-01 is no later day")
        while "You promised by Friday 27 November: Write a one-page plan" not in app.words:
            await app.press("down")
        await app.press("enter")
        await app.until_seen("1 Write a one-page plan, by Fri 27 Nov")
        assert app.app.focused.id == "result"
        await app.paste("My manager agreed to a pilot.")
        await app.press("ctrl+s")
        await app.until_told("Logged: done (“Write a one-page plan”), today.")
        await app.press("escape")
        assert app.app.focused.id == "mentors"

    drive(three, steps)
    (deed,) = three.diary.case(three.mentorships()[2], Kind.REPORT).contact.deeds
    assert (deed.what, deed.result) == ("Write a one-page plan", "My manager agreed to a pilot.")


def test_a_follow_up_is_drafted_from_what_is_due_and_marked_as_sent(three: Workspace, drive: Drive) -> None:
    """It asks what is new, keeps that when it is opened again, and F10 logs it once."""

    async def steps(app: Any) -> None:
        await app.press("w", "enter")
        await app.until_seen("What is new since you wrote?")
        await app.paste("I passed my statistics exam.")
        await app.press("enter")
        await app.until_drafted()
        await app.until_seen("Follow-up for Lena Haas [/b]")
        await app.until_drafted()
        ready = "Ready" in app.words
        # It is what is due still: it is opened again, and no other one is made.
        await app.press("escape")
        await app.until_seen("Drafts")
        await app.press("w", "enter")
        await app.until_drafted()
        await app.until(lambda: "my statistics exam" in app.app.screen.text[1])
        await app.press("escape", "4", "enter")
        await app.until_drafted()
        assert ("Ready" in app.words) is ready
        await app.press("f10")
        await app.until_told("Logged: sent (follow-up), today. With Lena Haas [/b]: sent.")
        await app.until_seen("Sent today, saved")
        await app.press("f10")
        await app.until_told("It is logged as sent, today.")
        await app.press("escape")
        await app.until_seen("Sent 22 Nov 2026")
        await app.press("s")

    drive(three, steps)
    sent = [event for event in three.mentorships()[0].events if event.what is What.SENT]
    assert [event.kind for event in sent] == [Kind.FIRST_CONTACT, Kind.FOLLOW_UP]
    assert "statistics exam" in three.drafts(three.mentorships()[0].id)[0].current.body


def test_each_kind_has_a_key_and_says_what_it_needs(three: Workspace, drive: Drive) -> None:
    """A reply asks what it is to do, and a reason; what is missing is asked for or logged."""

    async def steps(app: Any) -> None:
        await app.press("down", "d", "o")
        await app.until_seen("A follow-up needs a message that you sent.")
        await app.press("escape", "d", "p")
        await app.until_seen("A report needs something that you did.")
        await app.press("escape", "d", "r", "m")
        await app.until_seen("Why do you move it?")
        await app.press("escape", "down", "d", "r")
        await app.until_seen("c Confirm the meeting")
        assert app.words.index("Confirm the meeting") < app.words.index("Take the time")
        await app.press("d")
        await app.until_seen("Why do you decline?")
        await app.paste("I have an exam that week.")
        await app.press("enter")
        await app.until_seen("Reply for Tomasz")
        await app.until_drafted()
        assert "exam that week" in app.words
        before = app.app.screen.query_one("#state").render().plain
        await app.press("escape", "enter")
        await app.until_drafted()
        # The likely reply would be another: what this one does is known from it.
        assert app.app.screen.query_one("#state").render().plain == before
        assert app.app.screen._basis.case.contact.purpose is Purpose.DECLINE
        await app.press("escape")
        await app.until(lambda: not isinstance(app.app.screen, DraftScreen))
        await app.press("b")
        await app.until_seen("You promised Write a one-page plan (by Friday 27 November)")
        await app.press("b", "d", "escape")
        await app.until(lambda: not isinstance(app.app.screen, Question))
        # Typed faster than the menu closes: it closes once, and the screens below it stay.
        main = app.app.screen
        await app.press("d")
        for key in "occc":
            app.app.post_message(Key(key, key))
        await app.until(lambda: not isinstance(app.app.screen, LetterMenu))
        await app.press("escape")
        await app.until(lambda: app.app.screen is main)

    drive(three, steps)


def test_advice_becomes_an_action_or_is_put_aside_and_is_reported_back(three: Workspace, drive: Drive) -> None:
    """One key each; the cursor stays with the advice."""
    tomasz = three.mentorships()[2].id

    def fates() -> list[Fate]:
        return [advice.fate for advice in three.diary.advice(tomasz)]

    async def steps(app: Any) -> None:
        await app.press("down", "down", "6", "down")
        await app.until_seen("They advised")
        await app.press("minus")
        await app.paste("We have no test system.")
        await app.press("enter")
        await app.until_seen("put aside: We have no test system.")
        before = _events(three, 2)
        await app.press("x")
        await app.until(lambda: isinstance(app.app.screen, EventForm))
        await app.press("ctrl+s")
        await app.until(lambda: fates() == [Fate.DONE, Fate.KEPT])
        await app.press("ctrl+z")
        await app.until_told("Taken back: done (“start with a shadow deployment”), today.")
        assert _events(three, 2) == before
        assert fates() == [Fate.KEPT, Fate.KEPT]
        await app.press("down", "greater_than_sign")
        await app.until_seen("They advised: Log every override a nurse makes.")
        assert app.app.screen.value("what") == "log every override a nurse makes"
        await app.press("tab")
        await app.paste("1 Dec")
        await app.press("ctrl+s")
        await app.until(lambda: fates() == [Fate.KEPT, Fate.ACTION])
        await app.until_seen("you will by Tue 1 Dec: log every override a nurse makes")
        await app.press("x")
        await app.paste("Forty overrides a week.")
        await app.press("ctrl+s")
        await app.until(lambda: fates() == [Fate.KEPT, Fate.DONE])
        await app.until_seen("it led to: Forty overrides a week.")

    drive(three, steps)
    deeds = three.diary.case(three.mentorships()[2], Kind.REPORT).contact.deeds
    assert [deed.advice for deed in deeds] == ["Log every override a nurse makes."]


def test_a_meeting_is_typed_on_either_clock_and_what_is_ticked_is_logged(three: Workspace, drive: Drive) -> None:
    """Both clocks stand below the time; a tick taken away takes the entry back."""

    async def steps(app: Any) -> None:
        await app.press("down", "down", "3", "down", "enter", "tab", "ctrl+u")
        await app.paste("18:30 theirs")
        await app.until_seen("Tue 24 Nov 2026, 17:30 for you (Europe/London); 18:30 for them (Europe/Warsaw)")
        await app.press("ctrl+s")
        await app.until_seen("24 Nov 2026 17:30")
        await app.press("up")
        for mark, done in (("x ", [(What.DONE, TODAY, "Write a one-page plan")]), ("", [])):
            await app.press("enter", "f4")
            await app.until_seen("Notes one a line")
            await app.press("f7", "delete")
            await app.paste(f"{HELD.notes}\n> {mark}Write a one-page plan by 27 Nov 2026")
            await app.press("ctrl+s")
            await app.until(lambda done=done: _events(three, 2) == done)
            await app.until_seen("+ Add a meeting")

    drive(three, steps)
    held, coming = three.mentorships()[2].meetings
    assert coming == dataclasses.replace(COMING, id=coming.id, time=dt.time(17, 30))
    assert held.notes == HELD.notes


def test_the_form_about_me_knows_holidays_and_loses_nothing(three: Workspace, drive: Drive) -> None:
    """An unknown country is told at its field; the day on which to look at a goal stays, and leads to it."""
    mentee = three.mentee()
    assert mentee is not None
    reviews = (GoalReview(mentee.goals[0], dt.date(2026, 11, 20)),)
    three.save_mentee(dataclasses.replace(mentee, reviews=reviews))

    async def steps(app: Any) -> None:
        await app.press("i")
        await app.until_seen("About you")
        await app.fill("country", "Atlantis")
        await app.press("ctrl+s")
        await app.until_seen("▲ No public holidays are known for the country “ATLANTIS”.")
        await app.press("ctrl+u")
        await app.paste("gb-sct")
        await app.press("ctrl+s")
        await app.until_seen("Goal You")
        # What is put off is taken back to its own day.
        await app.press("w", "down", "z", "w")
        await app.until_told("Put off to")
        await app.press("ctrl+z")
        await app.until_told("Not put off any more")
        await app.press("w", "home", "down", "enter")
        await app.until(lambda: isinstance(app.app.screen, GoalForm) and app.app.focused.id == "review")

    drive(three, steps)
    mentee = three.mentee()
    assert mentee is not None
    assert (mentee.country, mentee.reviews) == ("GB-SCT", reviews)
    assert mentee.can_offer


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", TODAY),
        ("Yesterday", dt.date(2026, 11, 21)),
        ("20 Nov", dt.date(2026, 11, 20)),
        ("Fri 20 Nov", dt.date(2026, 11, 20)),
        ("3 Dec", None),
        ("3 Dec 2025", dt.date(2025, 12, 3)),
        ("soon", None),
    ],
)
def test_a_day_of_the_past_is_read_as_people_type_it(typed: str, day: dt.date | None) -> None:
    """Without a year it is the last such day; what is still to come is refused, never moved by a year."""
    if day is None:
        with pytest.raises(NotUnderstood):
            past_day(typed, TODAY)
    else:
        assert past_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("date", "time", "moment", "told"),
    [
        ("3 Dec 2026", "17:00", (2026, 12, 3, 17), "Thu 3 Dec 2026, 17:00 for you (Europe/London); 12:00 for them"),
        ("3 Dec 2026", "5 pm theirs", (2026, 12, 3, 22), "22:00 for you (Europe/London); 17:00 for them"),
        ("3 Dec 2026", "20:00 theirs", (2026, 12, 4, 1), "Fri 4 Dec 2026, 01:00 for you (Europe/London); Thu 3 Dec"),
        ("14 Mar 2027", "02:30 theirs", None, "There is no 02:30 on 2027-03-14 in America/New_York"),
        ("28 Mar 2027", "01:30", None, "There is no 01:30 on 2027-03-28 in Europe/London"),
        ("", "17:00 theirs", None, "Write the date too"),
    ],
)
def test_a_moment_is_read_on_either_clock(
    date: str, time: str, moment: tuple[int, int, int, int] | None, told: str
) -> None:
    """Theirs may be another day; an hour that the clocks leave out is told."""
    clocks = Clocks("Europe/London", "America/New_York")
    reading = Reading({"date": date, "time": time}, TODAY)
    at = read_moment(reading, clocks)
    if moment is None:
        assert told in reading.errors["time"]
    else:
        when = dt.datetime(*moment)
        assert at == Moment(when.date(), when.time())
        assert told in both_clocks(at, clocks)


def test_a_long_text_is_cut_at_a_word_on_the_timeline() -> None:
    """All of it is one Enter away."""
    line = entry_line(Entry(TODAY, "Ruth answered", "happy to talk " * 100), TODAY).plain
    assert line.startswith("Sun 22 Nov  Ruth answered\n  happy to talk")
    assert line.endswith(("happy …", "to …", "talk …"))
    assert len(line) < 500


def test_what_they_promised_is_told_from_what_the_mentee_did() -> None:
    """Whoever sees only the line must not take the mentor's promise for their own."""
    item = Due("Ruth", ACTION, dt.date(2026, 12, 7), "why", "key")
    assert due_kind(item) == "Promise"
    assert due_kind(dataclasses.replace(item, theirs=True)) == "Theirs"
