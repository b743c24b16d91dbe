"""How the screens look, kept as text beside this file: to be read, and to be seen when one changes."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.sample import open_sample
from outreach.settings import Paths
from outreach.workspace import Workspace
from tests.tui.album import Album

Open = Callable[..., Workspace]
Drive = Callable[..., None]
Steps = Callable[[Any, Album], Awaitable[None]]

MONDAY = dt.date(2026, 11, 23)
TRY = "I watched your talk at PyData London 2024 about shadow deployments"
STILL_S = 0.1
SIZES = ((80, 24), (120, 40))


async def _take(app: Any, album: Album, name: str) -> None:
    """Take what is seen once it stands still, with no notice over it."""
    app.app.clear_notifications()
    before = ""
    while before != app.seen:
        before = app.seen
        await app.pilot.pause(STILL_S)
    album.take(name, app.seen)


async def _first_run(app: Any, album: Album) -> None:
    await app.until_seen("Your first draft")
    await _take(app, album, "start-form")
    await app.press("ctrl+s")
    await app.until_seen("▲")
    await _take(app, album, "start-form-wrong")
    await app.press("escape")
    await app.until_seen("Enter begins")
    await _take(app, album, "home-empty")


async def _home(app: Any, album: Album) -> None:
    await app.until_seen("Beatriz Salgado sent")
    await _take(app, album, "home")
    await app.press("slash", "m", "a", "r", "t")
    await app.until(lambda: "Joan Whitfield ongoing" not in app.words)
    await _take(app, album, "home-filter")
    await app.press("escape")
    await app.until_seen("Joan Whitfield ongoing")
    await app.press("w", "z")
    await app.until_seen("Put off for how long")
    await _take(app, album, "question-snooze")
    await app.press("escape")


PAGES = (
    ("1", "background", "Background"),
    ("2", "facts", "Drafts may use"),
    ("3", "meetings", "+ Add a meeting"),
    ("4", "drafts", "Sent 2"),
    ("5", "timeline", "Next meeting"),
    ("6", "to-do", "Joan"),
)


async def _page(app: Any, album: Album) -> None:
    await app.press("escape", "down", "enter")
    for key, name, words in PAGES:
        await app.press(key)
        await app.until_seen(words)
        await _take(app, album, f"page-{name}")
    for key, name, words in (
        ("l", "log", "What happened"),
        ("d", "draft", "Draft what"),
        ("b", "brief", "Before you meet"),
        ("f", "way", "How will you write"),
    ):
        await app.press(key)
        await app.until_seen(words)
        await _take(app, album, f"page-{name}")
        await app.press("escape")


async def _forms(app: Any, album: Album) -> None:
    for keys, name, words in (
        ("i", "about-me", "Your goals"),
        ("e", "mentor", "How you greet"),
        ("m", "meeting", "How many minutes"),
        ("o", "notes", "Notes"),
        ("l a", "answered", "What they wrote"),
    ):
        await app.press(*keys.split())
        await app.until_seen(words)
        await _take(app, album, f"form-{name}")
        await app.press("escape")


async def _goals(app: Any, album: Album) -> None:
    await app.press("g")
    await app.until_seen("Your goals")
    await _take(app, album, "goals")
    await app.press("enter")
    await app.until_seen("Look at it again on")
    await _take(app, album, "goals-form")
    await app.press("escape", "a")
    await app.until_seen("1 of 6")
    await _take(app, album, "goals-assessment")
    await app.paste("Run a small project on my ward\nSpeak at the nursing day")
    await app.press("ctrl+s")
    await app.until_seen("Speak at the nursing day")
    await _take(app, album, "goals-proposed")
    await app.press("escape", "escape")


async def _around(app: Any, album: Album) -> None:
    for key, name, words in (
        ("ctrl+g", "models", "balanced"),
        ("ctrl+o", "settings", "Colours"),
        ("f1", "help", "With your mentors"),
        ("ctrl+p", "palette", "Search for commands"),
    ):
        await app.press(key)
        await app.until_seen(words)
        await _take(app, album, name)
        await app.press("escape")


async def _compose(app: Any, album: Album, answer: Answer) -> None:
    await app.press("f", "enter")
    await app.until_seen("1st try")
    await _take(app, album, "compose-writing")
    assert answer.wait is not None
    answer.wait.set()
    await app.until_drafted()
    await _take(app, album, "compose")
    for keys, name in (("f3", "findings"), ("f3", "facts"), ("f3 f8", "rewrite")):
        await app.press(*keys.split())
        await _take(app, album, f"compose-{name}")
    await app.press("escape", "f5")
    await app.until_seen("Write the draft to which file")
    await _take(app, album, "compose-file")
    await app.press("escape", "ctrl+home")
    await app.paste("[Name] ")
    await app.until_seen("Not ready")
    await _take(app, album, "compose-not-ready")
    await app.until(lambda: "…" not in app.seen.splitlines()[0])
    await app.press("f6")
    await _take(app, album, "compose-finding")
    await app.press("f12")
    await app.until_seen("Switch this rule off")
    await _take(app, album, "compose-why")
    await app.press("escape", "f9")
    await app.until_seen("Older")
    await _take(app, album, "compose-compare")
    await app.press("escape", "escape")


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_home_looks_as_it_was_kept(paths: Paths, drive: Drive, size: tuple[int, int]) -> None:
    """What a new user sees first."""
    album = Album(*size, "first-run")
    user = Workspace(paths, today=MONDAY)
    drive(user, lambda app: _first_run(app, album), size=size)
    user.close()
    album.check()


@pytest.mark.parametrize("size", SIZES)
def test_the_screens_of_a_mentee_look_as_they_were_kept(
    paths: Paths, drive: Drive, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """The sample, from screen to screen, each in its states."""
    monkeypatch.setattr("outreach.models.free_memory", lambda: 8_000_000_000)
    user = Workspace(paths, today=MONDAY, engine=ScriptedEngine([]))
    sample = open_sample(user)
    album = Album(*size, "sample")

    async def steps(app: Any) -> None:
        for part in (_home, _page, _forms, _goals, _around):
            await part(app, album)

    drive(sample, steps, size=size)
    sample.close()
    user.close()
    album.check()


@pytest.mark.parametrize("size", SIZES)
def test_a_draft_looks_as_it_was_kept(
    open_workspace: Open,
    drive: Drive,
    mentee: Mentee,
    mentorship: Mentorship,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    """Being written, to be edited, and what lies over it."""
    monkeypatch.chdir("/")
    monkeypatch.setattr("outreach.workspace._any_seed", lambda: 5)
    answer = Answer(TRY, wait=threading.Event())
    workspace = open_workspace(ScriptedEngine([answer, *[TRY] * 20]))
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    album = Album(*size, "draft")
    drive(workspace, lambda app: _compose(app, album, answer), size=size)
    album.check()
