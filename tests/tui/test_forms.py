"""The forms: nothing lost, errors at the field, all within reach at 80x24."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Region
from textual.widgets import Button, ContentSwitcher, Select

from outreach.domain.case import Action, Owner
from outreach.domain.people import Relationship
from outreach.tui.forms.fields import FieldBox
from outreach.tui.forms.form import FormScreen
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]


def test_a_meeting_shown_again_and_saved_is_the_same(filled: Workspace, drive: Drive) -> None:
    """Every field and the notes page make the round trip, also with one letter added."""
    before = filled.mentorships()[0].meetings[0]

    async def steps(app: Any) -> None:
        await app.press("3", "enter")
        await app.until_seen("Meeting with Tomasz Zieliński")
        await app.press("ctrl+s")
        await app.until_seen("+ Add a meeting")
        assert filled.mentorships()[0].meetings[0] == before
        await app.press("enter", "f4")
        await app.until_seen("Private seemed tired today")
        await app.press("S", "o", "space", "ctrl+s")
        await app.until_seen("+ Add a meeting")

    drive(filled, steps)
    after = filled.mentorships()[0].meetings[0]
    assert after == dataclasses.replace(before, notes=f"So {before.notes}")


def test_the_notes_page_shows_what_became_an_action_and_what_is_private(filled: Workspace, drive: Drive) -> None:
    """It reads while one types; actions leave the notes, private lines stay in them."""

    async def steps(app: Any) -> None:
        await app.press("m", "f4")
        await app.until_seen("Next meeting")
        await app.paste("Ask about night shifts\n> Draft the plan by 14 Jan\n> they send me the slides\n! unwell")
        await app.until_seen("Action Draft the plan (you, by 14 Jan 2027)")
        await app.until_seen("Action send me the slides (they)")
        await app.until_seen("Private unwell")
        await app.until_seen("1 note that a thank-you may use")
        await app.press("ctrl+s")
        await app.until(lambda: len(filled.mentorships()[0].meetings) == 2)

    drive(filled, steps)
    meeting = filled.mentorships()[0].meetings[-1]
    assert meeting.notes == "Ask about night shifts\n! unwell"
    assert meeting.next_actions == (
        Action("Draft the plan", by=dt.date(2027, 1, 14)),
        Action("send me the slides", owner=Owner.MENTOR),
    )


def test_a_new_meeting_starts_from_the_one_before(filled: Workspace, drive: Drive) -> None:
    """Date, number, length and open actions are there already."""

    async def steps(app: Any) -> None:
        await app.press("m")
        await app.until_seen("14 Jan 2027")
        form = app.app.screen
        assert (form.value("number"), form.value("minutes")) == ("3", "30")
        assert "Write a one-page shadow-deployment plan by 17 Dec 2026" in form.value("previous")

    drive(filled, steps)


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(filled: Workspace, drive: Drive) -> None:
    """The cursor goes to the first wrong field, and back to its page."""

    async def steps(app: Any) -> None:
        await app.press("m")
        await app.until_seen("A new meeting")
        await app.fill("date", " next week")
        await app.fill("mode", " on foot")
        await app.press("f4", "ctrl+s")
        await app.until_seen("▲ Write the date like 3 Dec 2026 or 2026-12-03.")
        await app.until(lambda: app.app.focused.id == "date")
        assert "on foot" in app.app.screen.value("mode")
        await app.press("ctrl+u")
        await app.paste("2027-02-01")
        await app.press("ctrl+s")
        await app.until_seen("1 Feb 2027")

    drive(filled, steps)
    assert filled.mentorships()[0].meetings[-1].date == dt.date(2027, 2, 1)


@pytest.mark.parametrize(("key", "saved"), [("s", True), ("d", False), ("escape", None)])
def test_leaving_with_unsaved_changes_asks(filled: Workspace, drive: Drive, key: str, saved: bool | None) -> None:
    """Save, discard or stay."""

    async def steps(app: Any) -> None:
        await app.press("i")
        await app.until_seen("About you")
        await app.fill("voice", "Short and warm.")
        await app.press("escape")
        await app.until_seen("Some of this is not saved yet.")
        await app.press(key)
        if saved is None:
            await app.until(lambda: isinstance(app.app.screen, FormScreen))
            assert app.app.screen.value("voice") == "Short and warm."
        else:
            await app.until_seen("Mentors")

    drive(filled, steps)
    stored = filled.mentee()
    assert stored is not None
    assert stored.voice == ("Short and warm." if saved else "")


def test_leaving_an_untouched_form_asks_nothing(filled: Workspace, drive: Drive) -> None:
    """Esc goes straight back."""

    async def steps(app: Any) -> None:
        await app.press("e")
        await app.until_seen("How you greet them")
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(filled, steps)


def test_quitting_with_unsaved_changes_asks_too(filled: Workspace, drive: Drive) -> None:
    """Ctrl+Q in a form does not throw away what was typed."""

    async def steps(app: Any) -> None:
        await app.press("i")
        await app.until_seen("About you")
        await app.fill("voice", "Short and warm.")
        await app.press("ctrl+q")
        await app.until_seen("Some of this is not saved yet.")
        await app.press("s")

    drive(filled, steps)
    stored = filled.mentee()
    assert stored is not None
    assert stored.voice == "Short and warm."


def test_a_choice_is_saved_and_an_introducer_asked_for(filled: Workspace, drive: Drive) -> None:
    """Who introduces is needed once someone does."""

    async def steps(app: Any) -> None:
        await app.press("e")
        await app.until_seen("How you greet them")
        app.app.screen.query_one("#relationship", Select).value = Relationship.INTRODUCED.value
        await app.press("ctrl+s")
        await app.until_seen("▲ Write who introduces you")
        await app.paste("Anna Kowal")
        await app.press("ctrl+s")
        await app.until_seen("Mentors")

    drive(filled, steps)
    mentor = filled.mentorships()[0].mentor
    assert (mentor.relationship, mentor.introduced_by) == (Relationship.INTRODUCED, "Anna Kowal")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
@pytest.mark.parametrize("keys", [("i",), ("e",), ("m",), ("m", "f4")])
def test_every_field_and_button_is_reached_by_tab_and_seen(
    filled: Workspace, drive: Drive, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The form scrolls so that what has the cursor is on the screen with its label."""

    async def steps(app: Any) -> None:
        await app.press(*keys)
        await app.until(lambda: isinstance(app.app.screen, FormScreen) and app.app.focused is not None)
        form = app.app.screen
        page = form.query_one(ContentSwitcher).visible_content
        wanted = {box.control for box in page.query(FieldBox)} | set(form.query(Button))
        reached = set()
        for _ in range(len(wanted) + 1):
            focused = app.app.focused
            reached.add(focused)
            screen = Region(0, 0, *size)
            box = next((each for each in focused.ancestors if isinstance(each, FieldBox)), focused)
            view = form.query_one("#pages").region if box is not focused else screen
            await app.until(lambda box=box, view=view: view.contains_region(box.region))
            await app.press("tab")
        assert wanted == reached & wanted

    drive(filled, steps, size=size)


def test_the_time_zone_of_the_machine_is_suggested_and_kept_only_with_the_form(
    filled: Workspace, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen in the form about oneself, with its country; left it is not kept, and one's own is never replaced."""

    def zone() -> str:
        mentee = filled.mentee()
        return mentee.timezone if mentee else ""

    async def steps(app: Any) -> None:
        monkeypatch.setenv("TZ", "Europe/Vienna")
        await app.press("i")
        await app.until(lambda: isinstance(app.app.screen, FormScreen))
        form = app.app.screen
        assert (form.value("timezone"), form.value("country")) == ("Europe/Vienna", "AT")
        form.go_to("timezone")
        await app.until_seen("Time zone this machine's; change it, or empty it, where it is not yours")
        await app.press("escape")
        await app.until(lambda: not isinstance(app.app.screen, FormScreen))
        assert zone() == ""
        await app.press("i", "ctrl+s")
        await app.until(lambda: zone() == "Europe/Vienna")
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        await app.press("i")
        await app.until(lambda: isinstance(app.app.screen, FormScreen))
        assert app.app.screen.value("timezone") == "Europe/Vienna"
        assert app.app.screen.value("country") == "AT"

    drive(filled, steps)


def test_an_error_selects_nothing_so_that_the_next_key_mends_it(filled: Workspace, drive: Drive) -> None:
    """The cursor stands behind what was typed; long hints go below the label, and what is needed is said in words."""

    async def steps(app: Any) -> None:
        await app.press("m")
        await app.until(lambda: isinstance(app.app.screen, FormScreen))
        await app.fill("time", "25:0")
        await app.press("ctrl+s")
        await app.until_seen("▲")
        assert app.app.focused.id == "time"
        await app.press("backspace", "backspace", "backspace", "0", ":", "3", "0")
        assert app.app.screen.value("time") == "20:30"
        await app.press("f4")
        await app.until_seen("> you promise > @name they promise ! private")
        await app.press("escape", "d")
        await app.until(lambda: not isinstance(app.app.screen, FormScreen))
        await app.press("i")
        await app.until_seen("Your name needed; in full")

    drive(filled, steps)
