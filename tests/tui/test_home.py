"""Home: what is due, the table of mentors with its filter, and the way to a page and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from textual.events import Key

from outreach.domain.case import Ask, Meeting
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.lifecycle.overview import Glance
from outreach.tui.columns import fitted
from outreach.tui.forms.event_form import EventForm
from outreach.tui.home.main_screen import MainScreen
from outreach.tui.home.mentor_lines import Columns, fits, mentor_line, next_step, searched
from outreach.tui.questions import Words
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def four(open_workspace: Open, mentee: Mentee) -> Workspace:
    """A follow-up to Lena is late, Ana's is due tomorrow, Łukasz is to be met, Ruth was only found."""
    workspace = open_workspace()
    workspace.save_mentee(dataclasses.replace(mentee, goals=(*mentee.goals, "Learn statistics")))
    ana = workspace.save_mentorship(Mentorship("", Mentor("Ana Öz", "Ana Öz is a baker.", role="Baker")))
    lena = workspace.save_mentorship(Mentorship("", Mentor("Lena Haas", "Lena Haas runs a bakery in Leeds.")))
    meeting = Meeting(date=dt.date(2026, 12, 20), minutes=30, planned=dt.date(2026, 11, 19))
    lukasz = Mentor("Łukasz Nowak", "He teaches nurses.", organisation="Szpital, Kraków", email="l@example.org")
    workspace.save_mentorship(Mentorship("", lukasz, Ask("how to begin", goal=2), (meeting,)))
    workspace.save_mentorship(Mentorship("", Mentor("Ruth Adeyemi", "Ruth teaches.\n" * 40, role="Nurse [/b]")))
    for one, day in ((ana, 16), (lena, 10)):
        workspace.diary.log(one.id, Event(What.SENT, dt.date(2026, 11, day), kind=Kind.FIRST_CONTACT))
    return workspace


def test_below_110_columns_it_is_the_table_or_a_page(four: Workspace, drive: Drive) -> None:
    """Enter and → open, Esc and ← lead back to the same mentor; a wider terminal shows both, a narrow one the page."""

    async def steps(app: Any) -> None:
        await app.until_seen("What now? 1 now, 1 soon")
        assert app.app.focused.id == "due-list"
        await app.until_seen("Mentors 4 Stage Last Next step")
        assert "Lena Haas sent 10 Nov Follow-up overdue" in app.words
        assert "Łukasz Nowak found – Agenda 18 Dec" in app.words
        assert "Ruth Adeyemi found – Write to them" in app.words
        assert "Enter Do it z Snooze l Log d Draft g Goals / Find Esc Mentors F1 Help" in app.words
        await app.press("escape", "down", "down")
        await app.until_seen("Enter Open")
        assert "Background" not in app.words
        for there, back in (("enter", "escape"), ("right", "left")):
            await app.press(there)
            await app.until_seen("You ask: how to begin")
            assert "What now?" not in app.words
            assert app.app.focused.id == "background-scroll"
            await app.press(back)
            await app.until_seen("What now?")
            assert app.app.screen.mentorship.mentor.name == "Łukasz Nowak"
        await app.press("4")
        await app.until_seen("No drafts yet. f drafts the first message.")
        await app.pilot.resize_terminal(120, 40)
        await app.until_seen("What now?")
        await app.until_seen("No drafts yet.")
        assert app.app.focused.id == "draft-list"
        await app.press("escape", "up")
        await app.until_seen("Nurse [/b]")
        await app.press("enter")
        assert app.app.focused.id == "draft-list"
        await app.pilot.resize_terminal(60, 20)
        await app.until(lambda: "What now?" not in app.words and "Timeline To do" in app.words)
        await app.until(lambda: app.seen.rstrip().endswith("F1 Help"))

    drive(four, steps)


def test_a_few_letters_narrow_the_table(four: Workspace, drive: Drive) -> None:
    """Arrows and Enter work from the filter; the cursor stays with its mentor; Esc shows everyone again."""

    async def steps(app: Any) -> None:
        await app.press("escape")
        # Typed at once: letters that are commands elsewhere, too.
        for key in "/l haa":
            app.app.post_message(Key({" ": "space", "/": "slash"}.get(key, key), key))
        await app.until_seen("1 of 4")
        assert app.app.focused.id == "mentor-filter"
        await app.until_seen("Enter Open Esc Mentors F1 Help")
        assert "Add a mentor" not in app.words
        await app.press("x", "slash")
        await app.until_seen("Nobody fits “l haax/”.")
        await app.press("ctrl+u", *"statistics lukasz")
        await app.until_seen("1 of 4")
        assert "Łukasz" in app.words.split("1 of 4")[1]
        await app.press("ctrl+u", *"found")
        await app.until_seen("2 of 4")
        await app.press("up", "enter")
        await app.until_seen("Ruth teaches.")
        await app.press("escape")
        await app.until_seen("2 of 4")
        await app.press("escape")
        await app.until_seen("Mentors 4")
        assert app.app.focused.id == "mentors"
        assert app.app.screen.mentorship.mentor.name == "Ruth Adeyemi"

    drive(four, steps)


def test_one_key_begins_what_is_due_first_and_what_is_typed_behind_it_arrives(four: Workspace, drive: Drive) -> None:
    """From the table, in what is due, and on a page, where it is what is due with that mentor."""
    lena = four.mentorships()[1]
    four.diary.log(lena.id, Event(What.PROMISED, TODAY, text="Send the slides", by=dt.date(2026, 11, 20)))

    async def steps(app: Any) -> None:
        await app.press("escape", "space")
        await app.until_seen("What is new since you wrote?")
        await app.press("escape", "w", "enter")
        await app.until(lambda: isinstance(app.app.screen, Words))
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        due = app.app.screen._due
        while due.item is None or due.item.about != "Send the slides":
            await app.press("down")
        for key in ("enter", *"All sent"):
            app.app.post_message(Key("space" if key == " " else key, key if len(key) == 1 else None))
        await app.until(lambda: isinstance(app.app.screen, EventForm))
        await app.until(lambda: bool(app.app.screen.query("#result")) and app.app.screen.value("result") == "All sent")
        await app.press("escape", "d")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        await app.press("escape", "home", "enter", "space")
        await app.until_seen("What is new since you wrote?")
        await app.press("escape")
        await app.until_seen("next: Follow-up tomorrow (Space)")
        # What is put off leaves the cursor on the next one, and its mentor is the chosen one.
        await app.press("w", "home", "z", "w")
        await app.until_told("Put off to 29 Nov 2026")
        home = app.app.screen
        await app.until(lambda: home._table.chosen == home._due.item.mentorship_id == home.mentorship.id)
        # Taken back is what was put off, and nothing that was done before it.
        await app.press("ctrl+z")
        await app.until_told("Not put off any more")
        await app.press("w", "home")
        await app.until(lambda: home._due.item.due < dt.date(2026, 11, 29))

    drive(four, steps)


def test_a_click_chooses_and_a_second_one_opens(four: Workspace, drive: Drive) -> None:
    """In the table, in a list of the page, and on a tab."""

    async def steps(app: Any) -> None:
        await app.press("escape")
        row = next(at for at, line in enumerate(app.seen.splitlines()) if "Łukasz" in line)
        await app.pilot.click(offset=(4, row))
        await app.until(lambda: app.app.screen.mentorship.mentor.name == "Łukasz Nowak")
        assert "You ask" not in app.words
        await app.pilot.click(offset=(4, row), times=2)
        await app.until_seen("You ask: how to begin")
        await app.pilot.click("#--content-tab-meetings")
        await app.until_seen("20 Dec 2026")
        await app.pilot.click("#meeting-list", offset=(4, 0))
        assert isinstance(app.app.screen, MainScreen)
        await app.pilot.click("#meeting-list", offset=(4, 0), times=2)
        await app.until_seen("Meeting with Łukasz Nowak")

    drive(four, steps)


def test_what_is_empty_says_what_it_is_for_and_its_key(open_workspace: Open, mentee: Mentee, drive: Drive) -> None:
    """Nobody yet, nothing due, no meeting, no draft, nothing that happened, nothing to do."""
    workspace = open_workspace()

    async def nobody(app: Any) -> None:
        await app.until_seen("Your first draft")
        await app.press("escape")
        await app.until_seen("Enter begins: your name, one goal, one mentor.")
        assert "What now?" not in app.words
        await app.press("enter")
        await app.until_seen("Your first draft")

    async def alone(app: Any) -> None:
        await app.until_seen("+ Add your first mentor n")
        await app.press("enter")
        await app.until_seen("How you greet them")

    async def empty(app: Any) -> None:
        await app.until_seen("Nothing is due in the next two weeks.")
        assert app.app.focused.id == "mentors"
        for key, text in (
            ("3", "No meeting yet."),
            ("4", "No drafts yet. f drafts the first message."),
            ("5", "Nothing has happened yet. l logs what happens."),
            ("6", "Nothing is open."),
        ):
            await app.press(key)
            await app.until_seen(text)

    drive(workspace, nobody)
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    drive(workspace, alone)
    workspace = open_workspace()
    workspace.save_mentorship(Mentorship("", Mentor("Ruth Adeyemi", "Ruth teaches.")))
    drive(workspace, empty, size=(60, 20))


@pytest.mark.parametrize("width", [20, 34, 48, 60, 78, 100, 156])
def test_the_columns_fill_the_width_and_are_cut_by_cells(width: int) -> None:
    """Also with letters that take two cells; what does not fit ends in “…”."""
    mentor = Mentor("田中 陽子 van der Berg-Featherstonehaugh", "x", role="Master carpenter, trainer of apprentices")
    glance = Glance(Mentorship("1", mentor), Stage.ANSWERED, TODAY - dt.timedelta(1))
    line = mentor_line(glance, Columns.of(width), TODAY).plain
    assert cell_len(line) <= width
    assert line.startswith("田中")
    assert "…" in line
    assert ("yesterday" in line) is (width >= 56)
    assert ("Master carpenter" in line) is (width >= 100)
    assert fitted("陽子", 3) == "陽…"
    assert fitted("[/b]\x1b[31m", 6) == "[/b]  "


def test_a_filter_takes_words_in_any_order_case_and_marks_aside() -> None:
    """Name, role, place, stage, what is asked, and the goal that it is for."""
    mentor = Mentor("Łukasz Öz", "", role="ML lead", organisation="Kraków")
    text = searched(Glance(Mentorship("1", mentor, Ask("drift", goal=2)), Stage.MET), ("Move", "Learn statistics"))
    for typed in ("oz luk", "KRAKOW ml", "met drift", "stat learn", ""):
        assert fits(text, typed)
    assert not fits(text, "move")


def test_the_next_step_is_the_sooner_of_what_is_due_and_a_meeting() -> None:
    """Without either it says what the stage calls for; with nothing to do it is a dash."""
    glance = Glance(Mentorship("1", Mentor("Ruth", "")), Stage.ANSWERED)
    assert next_step(glance, TODAY).words == "Set a meeting"
    meeting = Meeting(date=dt.date(2026, 12, 3))
    assert next_step(dataclasses.replace(glance, meeting=meeting), TODAY).words == "Meeting 3 Dec"
    assert next_step(dataclasses.replace(glance, stage=Stage.RESTING), TODAY).words == "–"
    assert next_step(dataclasses.replace(glance, stage=None), TODAY).words == ""
