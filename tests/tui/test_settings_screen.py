"""Settings in the app: everything works at once, is kept at once, and nothing is overwritten that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from outreach.settings import Paths, Settings
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]


def _at(app: Any) -> str:
    option = app.app.screen.query_one("#settings").highlighted_option
    return str(option.id)


async def _go_to(app: Any, setting: str) -> None:
    listing = app.app.screen.query_one("#settings")
    listing.highlighted = listing.get_option_index(setting)
    await app.pilot.pause()


def test_colours_are_seen_while_one_chooses_and_kept_with_enter(filled: Workspace, drive: Drive) -> None:
    """Esc gives back what one had; Delete what the app came with; so for motion, the question and rules."""
    filled.save_settings(Settings(rules={"R27": "off"}))

    async def steps(app: Any) -> None:
        await app.press("ctrl+o")
        assert _at(app) == "theme"
        await app.press("enter", "down")
        await app.until(lambda: app.app.theme == "outreach-light")
        await app.press("escape")
        assert app.app.theme == "outreach"
        assert filled.settings().theme == ""
        await app.press("enter", "down", "down", "enter")
        await app.until(lambda: filled.settings().theme == "outreach-contrast")
        assert app.app.theme == "outreach-contrast"
        await app.press("delete")
        assert app.app.theme == "outreach"
        await app.press("down")
        assert _at(app) == "motion"
        await app.press("enter")
        assert not filled.settings().motion
        await app.press("enter")
        assert filled.settings().motion
        await _go_to(app, "ask")
        await app.press("enter")
        assert not filled.settings().ask_for_model
        await _go_to(app, "rule:R27")
        assert "switched off" in app.words
        await app.press("enter")
        assert filled.settings().rules == {}
        await _go_to(app, "model")
        await app.press("enter")
        await app.until_seen("For this machine:")
        await app.press("t", "escape")
        await app.until_seen("templates only")
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(filled, steps)


def test_a_key_is_given_by_pressing_it_and_works_at_once(filled: Workspace, drive: Drive) -> None:
    """On the screen, at the foot, in the help and in the palette; after a restart too."""

    async def steps(app: Any) -> None:
        await app.press("ctrl+o")
        await _go_to(app, "key:home.log")
        await app.press("enter")
        await app.until_seen("Press the new key for “Log”.")
        await app.press("ctrl+q")
        assert filled.settings().keys == {}

    async def pressed(app: Any) -> None:
        await app.press("ctrl+o")
        await _go_to(app, "key:home.log")
        await app.press("enter", "tab")
        await app.until_seen("Tab always does the same in Outreach;")
        await app.press("ctrl+j")
        await app.until_seen("Terminals take Ctrl+J for Enter;")
        await app.press("L")
        assert filled.settings().keys == {"home.log": "L"}
        assert "• Log L" in app.words
        await app.press("escape")
        await app.until_seen("L Log")
        await app.press("l")
        assert "What happened" not in app.words
        await app.press("f1")
        await app.until_seen("L Log what happened")
        await app.press("escape", "ctrl+p")
        await app.until_seen("Log L ")
        await app.press("escape", "L")
        await app.until_seen("I sent a message")

    async def anew(app: Any) -> None:
        await app.until_seen("L Log")
        await app.press("L", "s")
        await app.until_told("Ctrl+Y takes it back.")
        await app.press("ctrl+y")
        await app.until_told("Taken back: sent")

    drive(filled, steps)
    drive(filled, pressed)
    filled.save_settings(filled.settings().with_keys("home.undo", "ctrl+y"))
    drive(filled, anew)


def test_a_key_that_another_command_has_is_told_and_the_two_may_swap(filled: Workspace, drive: Drive) -> None:
    """Delete gives both their own back; where text is typed a letter is refused, and so is a key that edits."""

    async def steps(app: Any) -> None:
        await app.press("ctrl+o")
        await _go_to(app, "key:home.log")
        await app.press("enter", "d")
        await app.until_seen("d is the key of “Draft”")
        await app.press("escape")
        assert filled.settings().keys == {}
        await app.press("enter", "d", "y")
        assert filled.settings().keys == {"home.log": "d", "home.choose-draft": "l"}
        await app.press("delete")
        assert filled.settings().keys == {}
        await _go_to(app, "key:draft.sent")
        await app.press("enter", "x")
        await app.until_seen("x is typed there; choose a function key")
        await app.press("ctrl+a")
        await app.until_seen("Ctrl+A edits the text there;")
        await app.press("ctrl+o")
        await app.until_seen("Ctrl+O is the key of “Settings”")
        await app.press("escape")
        assert filled.settings().keys == {}

    drive(filled, steps)


def test_settings_that_cannot_be_read_are_told_and_never_overwritten(
    filled: Workspace, drive: Drive, paths: Paths
) -> None:
    """Until one says so; then they are kept beside the new ones."""
    paths.settings_file.write_text("theme = [b]broken", encoding="utf-8")

    async def steps(app: Any) -> None:
        await app.until_told("settings.toml: cannot be read as TOML")
        await app.press("ctrl+o")
        await app.until_seen("cannot be read as TOML")
        await _go_to(app, "motion")
        await app.press("enter")
        await app.until_told("Not saved:")
        assert paths.settings_file.read_text(encoding="utf-8") == "theme = [b]broken"
        await _go_to(app, "aside")
        await app.press("enter", "b")
        await app.until_told("It is settings.toml.damaged now.")
        assert "cannot be read" not in app.words

    drive(filled, steps)
    assert paths.settings_file.with_name("settings.toml.damaged").read_text(encoding="utf-8") == "theme = [b]broken"
    assert filled.settings() == Settings()
