"""The app as users run it, in a real terminal of 80x24, with real keys."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach.domain.mentorship import Mentorship
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.settings import Paths
from outreach.store.store import Store
from tests.tui.terminal import SECONDS, Terminal

GOAL = "Move into a clinical machine-learning engineer role within 18 months"

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


def test_a_first_run_in_a_terminal_is_all_there_after_a_restart_and_after_kill_9(terminal: Terminal) -> None:
    """Goals, a pasted background, a draft from templates, an edit; quit, start, kill, start."""
    _first_run(terminal)
    _edit_and_kill(terminal)
    terminal.start()
    terminal.wait_for("Tomasz Zieliński")
    terminal.keys("4", "Enter")
    terminal.wait_for("TWICE EDITED Dear")
    terminal.keys("Escape")
    terminal.wait_for("f First contact")
    terminal.keys("q")
    terminal.wait_for_end()

    store = Store(Paths.of_user().store_file)
    try:
        mentee = store.mentee()
        assert mentee is not None
        assert mentee.goals == (GOAL,)
        (mentorship,) = store.mentorships()
        assert mentorship.mentor.background.count("ECG triage") == 60
        (draft,) = store.drafts(mentorship.id)
        assert draft.current.model is None
    finally:
        store.close()


def _first_run(terminal: Terminal) -> None:
    terminal.start()
    terminal.wait_for("Your first draft")
    terminal.type("Priya Nair")
    terminal.wait_for("Priya Nair")
    for label, text in (
        ("What you do", "Data analyst"),
        ("What you want to reach", GOAL),
        ("Who you want to learn from", "Dr Tomasz Zieliński"),
        ("What you know about them", "He led the team that put an ECG triage model into 40 clinics.\n" * 60),
    ):
        terminal.fill(label, text)
    terminal.keys("C-s")
    terminal.wait_for("Subject")
    terminal.type("EDITED ")
    terminal.wait_for("EDITED Dear")
    terminal.keys("Escape")
    terminal.wait_for("Never ask")
    terminal.keys("v")
    terminal.wait_for("f First contact")
    terminal.keys("q")
    terminal.wait_for_end()


def _edit_and_kill(terminal: Terminal) -> None:
    terminal.start()
    terminal.wait_for("Tomasz Zieliński")
    terminal.keys("Enter")
    terminal.wait_for("ECG triage model")
    terminal.keys("4", "Enter")
    terminal.wait_for("EDITED Dear")
    terminal.type("TWICE ")
    terminal.wait_for("TWICE EDITED Dear")
    _wait_for_saved("TWICE EDITED Dear")
    terminal.kill()


def _wait_for_saved(text: str) -> None:
    """The file says so, not the screen."""
    file = Paths.of_user().store_file
    end = time.monotonic() + SECONDS
    while text not in file.read_text(encoding="utf-8"):
        assert time.monotonic() < end, f"“{text}” was not saved"
        time.sleep(0.05)


def test_what_is_typed_on_behind_tab_goes_into_the_next_field(terminal: Terminal) -> None:
    """Faster than the app can draw: every letter arrives where the cursor was sent."""
    terminal.start()
    terminal.wait_for("Your first draft")
    terminal.type("Priya Nair")
    terminal.keys("Tab", "Tab")
    terminal.type(GOAL)
    terminal.keys("Tab")
    terminal.type("Tomasz Zieliński")
    terminal.keys("Tab")
    terminal.type("He led a team.")
    terminal.keys("C-s")
    terminal.wait_for("Subject")
    terminal.kill()
    store = Store(Paths.of_user().store_file)
    try:
        mentee = store.mentee()
        assert mentee is not None
        assert (mentee.goals, mentee.name) == ((GOAL,), "Priya Nair")
        assert [each.mentor.name for each in store.mentorships()] == ["Tomasz Zieliński"]
    finally:
        store.close()


def test_typing_shows_findings_and_keys_lead_to_them_and_mend_them(terminal: Terminal) -> None:
    """As a terminal sends the keys, Shift+F6 too; nothing is cut at 80x24."""
    _sample()
    terminal.start()
    terminal.wait_for("Jonas Lindqvist")
    terminal.keys("f", "Enter")
    terminal.wait_for("Ready, saved")
    terminal.type("[Your Name] ")
    terminal.wait_for("Not ready: 1 thing to fix")
    terminal.keys("F6")
    terminal.wait_for("To fix: “[Your Name]”")
    terminal.keys("BSpace", "Delete")
    terminal.wait_for("Ready, saved")
    terminal.keys("Down", "Down", "Home")
    terminal.wait_for_cursor(2, 5)
    terminal.type("I admire his work. ")
    terminal.wait_for("Not ready: 1 thing to fix")
    terminal.keys("F7")
    terminal.wait_for("I admire your work.")
    terminal.keys("C-z")
    terminal.wait_for("I admire his work.")
    terminal.keys("F3")
    terminal.wait_for("F7 mends it: “your”")
    terminal.keys("S-F6")
    terminal.keys("F6")
    terminal.keys("F12")
    terminal.wait_for("o Switch this rule off")
    terminal.keys("Escape")
    terminal.wait_for("Esc Back F3 Panes F4 Copy F6 Next F7 Mend F8 Rewrite F10 Sent F1 Help")
    terminal.keys("Escape")
    terminal.wait_for("f First contact")


def test_a_section_is_made_anew_and_facts_are_changed_by_their_keys(terminal: Terminal) -> None:
    """The menu takes the key typed right behind F8; a note keeps to its limit; nothing is cut at 80x24."""
    _sample()
    terminal.start()
    terminal.wait_for("Jonas Lindqvist")
    terminal.keys("f", "e")
    terminal.wait_for("Ready, saved")
    terminal.keys("F8")
    terminal.wait_for("a Again s Shorter w Warmer p Plainer f Other fact d New draft Esc Back")
    terminal.keys("Down")
    terminal.wait_for("Built on “")
    terminal.keys("f")
    terminal.wait_for("Esc Back F3 Panes F4 Copy F6 Next F7 Mend F8 Rewrite F10 Sent F1 Help")
    _wait_for_saved('"seen": ["')
    terminal.keys("F8", "Escape")
    terminal.keys("Escape")
    terminal.wait_for("Never ask")
    terminal.keys("v")
    terminal.wait_for("f First contact")
    terminal.keys("f", "n")
    terminal.wait_for("of 200 characters")
    terminal.keys("Escape")
    terminal.wait_for("f First contact")
    terminal.keys("2")
    terminal.wait_for("e Other words d Drop u Take back y Confirm + Add Esc Mentors F1 Help")
    terminal.keys("+")
    terminal.wait_for("What else do you know?")
    terminal.type("He taught my cousin.")
    terminal.keys("Enter")
    terminal.wait_for("told: “you taught my cousin”")
    terminal.keys("d")
    terminal.wait_for("u takes it back.")
    terminal.keys("u")
    terminal.wait_for("told: “you taught my cousin”")
    terminal.keys("q")
    terminal.wait_for_end()


def _sample() -> None:
    """The sample case in the store."""
    case = read_case(prompts_folder() / "sample.toml")
    store = Store(Paths.of_user().store_file)
    store.save_mentee(case.mentee)
    store.save_mentorship(Mentorship("", case.mentor, case.ask))
    store.close()
