"""What people paste is shown as text and does nothing, on every screen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from outreach.domain.case import Ask
from outreach.domain.draft import Draft, Finding, Kind, Level, Revision
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

MARKUP = "See [/docs] [@click=app.bell]x[/] [Sales] <b>bold</b>"
CONTROL = "\x1b[31mred\x1b]0;title\x07 \u202eabc\u202c \x9b2J end"
HOSTILE = f"{MARKUP} {CONTROL}"
UNSAFE = set("\x1b\x07\x9b\u202e\u202c\u2066")


def _fill(workspace: Workspace, mentee: Any, mentorship: Any) -> None:
    """Hostile text in every field that is shown."""
    workspace.save_mentee(dataclasses.replace(mentee, goals=(HOSTILE, "Another [goal]"), voice=HOSTILE))
    background = f"He led the team behind triage. {MARKUP}\n{CONTROL}\nHe may teach?? {MARKUP}"
    mentor = dataclasses.replace(
        mentorship.mentor, name=f"Tomasz {HOSTILE}", role=HOSTILE, organisation=HOSTILE, background=background
    )
    meeting = dataclasses.replace(mentorship.meetings[0], mode=HOSTILE, notes=f"{HOSTILE}\n! {HOSTILE}")
    ask = Ask(about=HOSTILE, goal=2)
    stored = workspace.save_mentorship(dataclasses.replace(mentorship, mentor=mentor, meetings=(meeting,), ask=ask))
    finding = Finding("R00", Level.FAIL, HOSTILE)
    revision = Revision(HOSTILE, f"Dear Tomasz,\n\n{HOSTILE}\n", findings=(finding,))
    workspace.save_draft(Draft("", stored.id, Kind.AGENDA, revisions=(revision,)))


def test_hostile_text_is_harmless_everywhere(open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any) -> None:
    """Names, background, goals, meetings, drafts and findings, on every tab and form."""
    workspace = open_workspace()
    _fill(workspace, mentee, mentorship)
    stored = workspace.mentorships()[0]

    async def steps(app: Any) -> None:
        def is_harmless(*wanted: str) -> bool:
            assert not UNSAFE & set(app.seen)
            return all(word in app.words for word in wanted)

        await app.until(lambda: is_harmless("[/docs]", "[@click=app.bell]x[/]", "[Sales]", "<b>bold</b>"))
        await app.press("2")
        await app.until(lambda: is_harmless("He may teach??"))
        await app.press("3")
        await app.until(lambda: is_harmless("3 Dec 2026 17:00", "[/docs]"))
        await app.press("enter", "f4")
        await app.until(lambda: is_harmless("Private See [/docs]"))
        await app.press("escape", "4")
        await app.until(lambda: is_harmless("Not ready", "[/docs]"))
        await app.press("enter")
        await app.until_drafted()
        await app.press("f3")
        await app.until(lambda: is_harmless("To fix: “[31mred” is"))
        await app.press("escape", "g")
        await app.until(lambda: is_harmless("Your goals", "[/docs]", "Another [goal]"))
        await app.press("escape", "i")
        await app.until(lambda: is_harmless("About you", "[/docs]"))
        await app.press("escape", "e")
        await app.until(lambda: is_harmless("How you greet them", "[/docs]"))
        app.app.screen.query_one("#goal").focus()
        await app.until(lambda: is_harmless("2. Another [goal]"))
        await app.press("enter")
        await app.until(lambda: is_harmless("1. See [/docs]"))
        await app.press("escape")
        await app.press("escape")
        app.app.screen.query_one("#mentors").focus()
        await app.press("delete")
        await app.until(lambda: is_harmless("Remove Tomasz See [/docs]"))

    drive(workspace, steps, size=(120, 40))
    assert workspace.mentorships() == [stored]
    assert CONTROL in stored.mentor.background


def test_text_that_was_not_touched_is_kept_as_typed(open_workspace: Open, drive: Drive, mentee: Any) -> None:
    """Control characters that are not shown are not lost either, until the field is edited."""
    workspace = open_workspace()
    workspace.save_mentee(dataclasses.replace(mentee, voice=f"{HOSTILE}\x0b next\r\nline"))

    async def steps(app: Any) -> None:
        await app.press("i")
        await app.until_seen("About you")
        await app.fill("email", "priya@example.org")
        await app.press("ctrl+s")
        await app.until_seen("Your first mentor")

    drive(workspace, steps)
    stored = workspace.mentee()
    assert stored is not None
    assert stored.email == "priya@example.org"
    assert stored.voice == f"{HOSTILE}\x0b next\r\nline"


def test_pasted_control_sequences_never_reach_the_terminal(filled: Workspace, drive: Drive) -> None:
    """Not in a line, not in an area, not in a draft."""

    async def steps(app: Any) -> None:
        await app.press("e")
        await app.until_seen("How you greet them")
        await app.fill("name", HOSTILE)
        await app.until_seen("[Sales]")
        assert not UNSAFE & set(app.seen)
        await app.fill("background", HOSTILE)
        await app.until_seen("<b>bold</b>")
        assert not UNSAFE & set(app.seen)

    drive(filled, steps)
