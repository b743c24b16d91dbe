"""What is typed in a form is there again after the app was ended in the middle of it."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.settings import Paths
from outreach.tui.forms.form import FormScreen
from outreach.tui.forms.mentor_form import MentorForm
from outreach.tui.keeping_screen import BROUGHT_BACK
from outreach.tui.questions import Question, Words
from outreach.unfinished import UnfinishedTexts
from outreach.workspace import Workspace

Drive = Callable[..., None]
Open = Callable[..., Workspace]
PRIVATE = "She told me about her illness"


@pytest.fixture
def file(paths: Paths) -> Path:
    return paths.store_file.with_name("unfinished.json")


def test_a_form_that_was_not_saved_is_brought_back(
    filled: Workspace, open_workspace: Open, drive: Drive, file: Path
) -> None:
    """Home says so and one key leads there; it counts as changed; saved, it is forgotten."""

    async def type_in_it(app: Any) -> None:
        await app.press("n")
        await app.fill("name", "Ada Byron")
        await app.fill("background", PRIVATE)
        await app.until(file.exists)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    async def find_it_again(app: Any) -> None:
        await app.until_told("Not saved when Outreach closed: “A new mentor”. u goes on with it.")
        await app.press("u")
        await app.until_seen(BROUGHT_BACK)
        form = app.app.screen
        assert isinstance(form, MentorForm)
        assert form.typed() == {"name": "Ada Byron", "background": PRIVATE}
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, Question))
        await app.press("s")
        await app.until(lambda: not file.exists())
        await app.press("n")
        await app.until(lambda: isinstance(app.app.screen, FormScreen))
        assert BROUGHT_BACK not in app.words

    drive(filled, type_in_it)
    workspace = open_workspace()
    drive(workspace, find_it_again)
    assert "Ada Byron" in {each.mentor.name for each in workspace.mentorships()}


def test_changes_that_were_discarded_or_undone_are_not_brought_back(
    filled: Workspace, drive: Drive, file: Path
) -> None:
    """Nothing is kept of a form that is as it was."""

    async def steps(app: Any) -> None:
        await app.press("e")
        await app.fill("role", "!")
        await app.until(file.exists)
        await app.press("backspace")
        await app.until(lambda: not file.exists())
        await app.fill("role", "?")
        await app.until(file.exists)
        await app.press("escape", "d")
        await app.until(lambda: not file.exists())

    drive(filled, steps)


def test_the_words_of_a_question_are_brought_back_to_it(filled: Workspace, open_workspace: Open, drive: Drive) -> None:
    """To the same question only; elsewhere they can be read once."""

    async def type_in_it(app: Any) -> None:
        await app.press("2", "plus")
        await app.until(lambda: isinstance(app.app.screen, Words))
        await app.type("She plays the cello")
        app.app.keep_all()

    async def find_it_again(app: Any) -> None:
        await app.press("2", "plus")
        await app.until_seen(BROUGHT_BACK)
        await app.until_seen("She plays the cello")

    async def read_it(app: Any) -> None:
        await app.press("u")
        await app.until_seen("She plays the cello")
        await app.press("escape")
        await app.press("u")
        await app.until_told("Nothing is unfinished.")

    drive(filled, type_in_it)
    drive(open_workspace(), find_it_again)
    drive(open_workspace(), read_it)


def test_each_form_is_opened_with_what_was_typed_in_it(filled: Workspace, open_workspace: Open, drive: Drive) -> None:
    """A meeting, an event, one's own form, a mentor who is there already; those of a mentor who is gone can be read."""
    (mentorship,) = filled.mentorships()
    places = {
        "mentee": "role",
        f"mentor:{mentorship.id}": "role",
        f"meeting:{mentorship.id}:{mentorship.meetings[0].id}": "mode",
        f"meeting:{mentorship.id}:new": "mode",
        f"event:{mentorship.id}:answered": "text",
    }
    for place, field in places.items():
        filled.unfinished.keep(place, place, {field: f"typed in {field}", "not there any more": "?"})
    filled.unfinished.keep("mentor:gone", "Gone", {"name": "Nobody"})

    async def steps(app: Any) -> None:
        await app.press("u")
        await app.until_seen("Nobody")
        await app.press("escape")
        for place, field in reversed(places.items()):
            await app.press("u")
            await app.until(lambda place=place: getattr(app.app.screen, "kept_as", "") == place)
            assert app.app.screen.value(field) == f"typed in {field}"
            await app.press("escape", "d")

    drive(open_workspace(), steps)


def test_a_fault_of_the_app_loses_nothing_and_shows_nothing_private(
    filled: Workspace, drive: Drive, paths: Paths, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was typed is kept; the terminal and the log hold none of it."""

    def fail() -> None:
        private = PRIVATE
        raise ValueError(f"Wrong: {private}")

    async def steps(app: Any) -> None:
        await app.press("n")
        await app.fill("background", PRIVATE)
        app.app.call_later(fail)
        await app.until(lambda: app.app._exception is not None)

    with pytest.raises(ValueError, match="Wrong"):
        drive(filled, steps)
    assert PRIVATE in file.read_text(encoding="utf-8")
    told = "".join(capfd.readouterr())
    noted = paths.app_log.read_text(encoding="utf-8")
    assert stat.S_IMODE(paths.app_log.stat().st_mode) == 0o600
    assert "what you typed is kept" in " ".join(told.split())
    assert "ValueError" in noted
    assert "in fail" in noted
    assert PRIVATE not in told + noted


def test_ctrl_c_does_not_leave_and_says_what_does(filled: Workspace, drive: Drive) -> None:
    """On the main screen, in a form and over a question; where something is selected it is copied."""

    async def steps(app: Any) -> None:
        await app.press("ctrl+c")
        await app.until_told("Ctrl+Q leaves Outreach.")
        await app.press("e")
        app.app.clear_notifications()
        await app.press("ctrl+c")
        await app.until_told("Ctrl+Q leaves Outreach.")
        app.app.clear_notifications()
        await app.press("shift+home", "ctrl+c")
        assert app.app.clipboard == "Tomasz Zieliński"
        assert not app.app._notifications
        await app.press("!", "escape", "ctrl+c")
        await app.until_told("Esc closes this; Ctrl+Q then leaves Outreach.")

    drive(filled, steps)


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b'{"version": 2, "texts": []}', b'{"version": 1, "texts": [{"key": 1}]}', b"\xff\xfe"],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damaged: bytes) -> None:
    """Quietly, under another name; what is typed now is kept all the same."""
    file = tmp_path / "unfinished.json"
    file.write_bytes(damaged)
    texts = UnfinishedTexts(file)
    assert texts.all() == []
    assert texts.keep("mentee", "You", {"name": "Priya"})
    assert [one.typed for one in UnfinishedTexts(file).all()] == [{"name": "Priya"}]
    (aside,) = tmp_path.glob("unfinished.json.damaged-*")
    assert aside.read_bytes() == damaged


def test_what_is_kept_has_a_limit(tmp_path: Path) -> None:
    """The oldest goes first; one that is too long by itself is not kept, and nothing else for it."""
    texts = UnfinishedTexts(tmp_path / "unfinished.json")
    for number in range(30):
        assert texts.keep(f"mentor:{number}", "Someone", {"name": str(number)})
    assert [one.typed["name"] for one in texts.all()] == [str(number) for number in range(29, 9, -1)]
    assert not texts.keep("mentor:long", "Long", {"name": "x" * 5_000_000})
    assert texts.keep("mentor:half", "Half", {"name": "x" * 3_000_000})
    assert texts.keep("mentor:other", "Other half", {"name": "\ud800" * 3_000_000})
    assert [one.key for one in UnfinishedTexts(tmp_path / "unfinished.json").all()] == ["mentor:other"]


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    """Typing goes on; nothing is kept."""
    texts = UnfinishedTexts(tmp_path / "nowhere" / "unfinished.json")
    assert not texts.keep("mentee", "You", {"name": "Priya"})
    assert json.dumps(sorted(texts.all()[0].typed)) == '["name"]'
