"""The sample: loaded beside the user's own, told apart at all times, and removed."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.domain.draft import Kind
from outreach.domain.events import Stage
from outreach.lifecycle.due import GOAL_REVIEW
from outreach.sample import FOLDER, open_sample, remove_sample
from outreach.settings import Paths
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.tui.forms.start_form import StartForm
from outreach.tui.home.main_screen import MainScreen
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]
Mode = Callable[[Path], int]

MONDAY = dt.date(2026, 11, 23)
NOTICE = "Sample: Amara's mentorships. Nothing here is yours."


@pytest.mark.parametrize("days", range(7))
def test_whatever_the_day_the_sample_has_each_thing_to_do(tmp_path: Path, days: int) -> None:
    """Three stages; a follow-up that is late, a thank-you, an agenda and a goal; two drafts that are ready."""
    user = Workspace(Paths(tmp_path, tmp_path, tmp_path, tmp_path), today=MONDAY + dt.timedelta(days))
    sample = open_sample(user)
    try:
        due = {(item.mentor.split()[0] if item.mentor else "", item.kind): item for item in sample.diary.due()}
        assert due["Beatriz", Kind.FOLLOW_UP].due < user.today
        assert due["Joan", Kind.THANK_YOU].due <= user.today
        assert due["Martin", Kind.AGENDA].due <= user.today
        assert ("", GOAL_REVIEW) in due
        assert {each.stage for each in sample.diary.overview().glances} == {Stage.SENT, Stage.ANSWERED, Stage.ONGOING}
        drafts = sample.store.all_drafts()
        assert {draft.kind for draft in drafts} == {Kind.FIRST_CONTACT, Kind.THANK_YOU}
        assert all(draft.current.ready for draft in drafts)
    finally:
        sample.close()
        user.close()


def test_the_sample_is_private_and_leaves_nothing_behind(open_workspace: Open, paths: Paths) -> None:
    """Its folder is for the user alone; opened again it is as it was left; removed, all of it is gone."""
    user = open_workspace()
    sample = open_sample(user)
    folder = paths.data / FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in folder.iterdir())
    sample.remove_mentorship(sample.mentorships()[0].id)
    sample.close()
    sample = open_sample(user)
    assert len(sample.mentorships()) == 2
    sample.close()
    (folder / "outreach.json").unlink()
    sample = open_sample(user)
    assert len(sample.mentorships()) == 3
    sample.close()
    remove_sample(user)
    assert not folder.exists()
    assert user.mentee() is None
    assert user.mentorships() == []


def test_one_looks_around_in_the_sample_and_comes_back(open_workspace: Open, drive: Drive, paths: Paths) -> None:
    """From the first form, whose words wait; every screen says whose it is; kept or removed, as one answers."""
    workspace = open_workspace()

    async def steps(app: Any) -> None:
        await app.until_seen("Your first draft")
        await app.paste("Priya Nair")
        await app.pilot.click("#sample")
        await app.until_seen(f"{NOTICE} S leaves and removes it.")
        await app.until_seen("Beatriz Salgado")
        assert app.app.unfinished is app.app.workspace.unfinished is not workspace.unfinished
        with workspace.models.writing():
            await app.press("S")
            await app.until_told("A draft is being written")
        await app.press("w", "down", "enter")
        await app.until(lambda: isinstance(app.app.screen, DraftScreen))
        await app.until_seen(NOTICE)
        await app.until_seen("Ready, saved")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, MainScreen))
        await app.press("S", "k")
        await app.until_seen("What you typed here before is still there.")
        assert NOTICE not in app.words
        assert app.app.screen.value("name") == "Priya Nair"
        await app.press("escape")
        await app.until_seen("press S.")
        await app.press("S")
        await app.until_seen(NOTICE)
        await app.press("S", "escape")
        await app.until_seen(NOTICE)
        assert (paths.data / FOLDER).exists()
        await app.press("S", "enter")
        await app.until(lambda: isinstance(app.app.screen, StartForm))
        assert not (paths.data / FOLDER).exists()
        await app.press("escape", "S")
        await app.until_seen(NOTICE)
        await app.press("ctrl+q")

    drive(workspace, steps)
    assert workspace.mentee() is None
    # Closed with the app: who comes next can open it.
    sample = open_sample(workspace)
    assert len(sample.mentorships()) == 3
    sample.close()


def test_what_is_done_in_the_sample_is_taken_back_there_alone(filled: Workspace, drive: Drive, paths: Paths) -> None:
    """Ctrl+Z at home does not open a sample that is gone, and has not forgotten what was done before."""

    async def steps(app: Any) -> None:
        await app.press("l", "s")
        await app.until_told("Logged: ")
        await app.press("S")
        await app.until_seen(NOTICE)
        await app.press("l", "m")
        await app.until(lambda: sum("Logged: " in told.message for told in app.app._notifications) == 2)
        await app.press("S", "r")
        await app.until(lambda: NOTICE not in app.words)
        assert len(filled.mentorships()[0].events) == 1
        await app.press("ctrl+z")
        await app.until_told("Taken back: ")
        assert filled.mentorships()[0].events == ()
        await app.press("ctrl+z")
        await app.until_told("Nothing to take back here")
        assert not (paths.data / FOLDER).exists()

    drive(filled, steps)
