"""A draft on the screen: edited, saved, copied, written to a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.tui.questions import FileName
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]


async def _first_contact(app: Any) -> None:
    await app.press("f", "enter")
    await app.until_drafted()


def _drafts(workspace: Workspace) -> list[Any]:
    return list(workspace.drafts(workspace.mentorships()[0].id))


def test_an_edit_saves_itself_and_is_there_after_a_restart(
    filled: Workspace, drive: Drive, open_workspace: Open
) -> None:
    """A pause is enough; no key is needed."""

    async def edit(app: Any) -> None:
        await _first_contact(app)
        await app.press("ctrl+end")
        await app.paste("\nP.S. The ward is quiet on Fridays.")
        await app.until(lambda: len(_drafts(filled)[0].revisions) == 2)

    drive(filled, edit)
    again = open_workspace()

    async def look(app: Any) -> None:
        await app.press("4", "enter")
        await app.until_seen("P.S. The ward is quiet on Fridays.")

    drive(again, look, size=(120, 50))


def test_reading_a_draft_makes_no_new_revision_and_one_visit_makes_one(filled: Workspace, drive: Drive) -> None:
    """However often it saved itself meanwhile; taking the edit back takes the revision back."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("ctrl+s", "escape")
        assert len(_drafts(filled)[0].revisions) == 1
        await app.press("4", "enter")
        await app.until_drafted()
        await app.press("x", "ctrl+s", "y", "ctrl+s")
        assert len(_drafts(filled)[0].revisions) == 2
        assert _drafts(filled)[0].current.body.startswith("xy")
        await app.press("backspace", "backspace", "escape")
        await app.until_seen("Mentors")

    drive(filled, steps)
    assert len(_drafts(filled)[0].revisions) == 1


def test_an_edit_is_reviewed_and_what_is_wrong_is_said_in_words(filled: Workspace, drive: Drive) -> None:
    """A placeholder keeps the draft from being ready."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.paste("[Your Name] ")
        await app.until_seen("Not ready")
        await app.press("f3")
        await app.until_seen("To fix:")
        await app.until(lambda: not _drafts(filled)[0].current.ready)

    drive(filled, steps)
    assert not _drafts(filled)[0].current.ready


def test_quitting_saves_the_edit(filled: Workspace, drive: Drive) -> None:
    """Also one made this very moment."""

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("Z", "ctrl+q")

    drive(filled, steps)
    assert _drafts(filled)[0].current.body.startswith("Z")


def test_subject_and_body_are_written_to_a_file_and_nothing_is_replaced_unasked(
    filled: Workspace, drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time it asks."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "first-contact-tomasz-zielinski.txt"

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("f5")
        await app.until_seen("Write the draft to which file?")
        await app.press("enter")
        await app.until(file.exists)
        file.write_text("mine", encoding="utf-8")
        await app.press("f5", "enter")
        await app.until_seen("is there already.")
        assert file.read_text(encoding="utf-8") == "mine"
        await app.press("enter")
        await app.until(lambda: not isinstance(app.app.screen, FileName))

    drive(filled, steps)
    draft = _drafts(filled)[0].current
    assert file.read_text(encoding="utf-8") == f"Subject: {draft.subject}\n\n{draft.body.rstrip()}\n"


def _tool(folder: Path, status: int) -> None:
    """A pbcopy that keeps what it gets."""
    folder.mkdir()
    script = folder / "pbcopy"
    script.write_text(f'#!/bin/sh\n/bin/cat > "{folder}/copied"\nexit {status}\n', encoding="utf-8")
    script.chmod(0o755)


def test_subject_and_body_are_copied_apart_with_the_systems_tool(
    filled: Workspace, drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says copied only because the tool took it."""
    _tool(tmp_path / "bin", 0)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    copied = tmp_path / "bin" / "copied"

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("shift+f4")
        await app.until_told("The subject is on the clipboard; F5 writes a file.")
        assert copied.read_text(encoding="utf-8") == _drafts(filled)[0].current.subject
        await app.press("f4")
        await app.until_told("The body is on the clipboard; F5")
        assert copied.read_text(encoding="utf-8") == _drafts(filled)[0].current.body

    drive(filled, steps)


def test_without_a_tool_that_works_it_says_what_it_did(
    filled: Workspace, drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal gives no answer, so the app does not claim one."""
    _tool(tmp_path / "bin", 1)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("f4")
        await app.until_told("was sent to the terminal’s clipboard. If paste shows nothing")
        assert app.app.clipboard == _drafts(filled)[0].current.body

    drive(filled, steps)
    assert os.environ["PATH"] == str(tmp_path / "bin")


def test_the_users_editor_and_an_earlier_state_change_subject_and_body_as_one(
    filled: Workspace, drive: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One undo takes either back; the draft knows its states."""

    def edited(app: Any, text: str, suffix: str) -> str:
        assert text.startswith("Subject: ")
        return text.replace("Subject: ", "Subject: Now: ").replace("Kind regards", "Warm regards")

    monkeypatch.setattr("outreach.tui.compose.editing_screen.edit", edited)

    async def steps(app: Any) -> None:
        await _first_contact(app)
        await app.press("f9")
        await app.until_seen("There is no earlier state of this draft yet.")
        before = app.app.screen.text
        await app.press("ctrl+e")
        after = ("Now: " + before[0], before[1].replace("Kind regards", "Warm regards"))
        assert app.app.screen.text == after
        await app.press("ctrl+z")
        assert app.app.screen.text == before
        await app.press("ctrl+e")
        await app.until_drafted()
        await app.press("f9")
        await app.until_seen("Enter Take it")
        await app.press("enter")
        await app.until(lambda: app.app.screen.text == before)
        await app.press("ctrl+z")
        assert app.app.screen.text == after
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(filled, steps)
    assert _drafts(filled)[0].current.subject.startswith("Now: ")
    assert len(_drafts(filled)[0].revisions) == 2
