"""A background of ten thousand lines is drafted, opened and changed like any other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from outreach.tui.in_a_thread import AT_ONCE
from outreach.workspace import Workspace
from tests.tui.conftest import Drive

BIO = """
She moved 340 services to other machines in 18 months
not sure: taught 19 apprentices
Share
https://example.org/talks/31
Cookie settings
Posted 4 days ago
Follow
3 comments
Read more
Sign in
Home
Menu
Search
Contact
Imprint
Newsletter
Print
Log in
Next
Back
""".strip().split("\n")


def _raised(line: str, by: int) -> str:
    return re.sub(r"\d+", lambda found: str(int(found[0]) + by), line)


def _lengthen(workspace: Workspace, lines: int) -> None:
    """The mentor's page was copied whole, and is long: the same lines again and again, with other numbers."""
    (mentorship,) = workspace.mentorships()
    background = "\n".join(_raised(line, by) for by in range(lines // len(BIO)) for line in BIO)
    assert len(background) > AT_ONCE
    workspace.save_mentorship(replace(mentorship, mentor=replace(mentorship.mentor, background=background)))


def test_a_background_of_ten_thousand_lines_can_be_drafted_from(filled: Workspace, drive: Drive) -> None:
    """The screen opens before its facts are read; the facts come, some of them, and the text is reviewed and saved."""
    _lengthen(filled, 10_000)

    async def steps(app: Any) -> None:
        await app.press("f", "enter")
        assert "Ask 20 min" in app.words
        await app.until_drafted()
        await app.until_seen("Could be used")
        assert "services to other machines" in app.words
        await app.type("So ")
        await app.until_drafted()
        await app.press("escape")
        await app.until_seen("Mentors")

    drive(filled, steps, size=(120, 40))
    (draft,) = filled.drafts(filled.mentorships()[0].id)
    assert draft.current.body.startswith("So Dear")
    assert draft.current.ready


def test_the_facts_of_a_long_background_are_listed_in_part_and_more_on_enter(filled: Workspace, drive: Drive) -> None:
    """A line says how many there are beside; a fact is allowed as in a short list."""
    _lengthen(filled, 4_400)

    async def steps(app: Any) -> None:
        await app.press("enter", "2")
        await app.until_seen("221 held back")
        await app.press("y")
        await app.until_seen("220 held back")
        assert filled.mentorships()[0].allowed == ("not sure: taught 19 apprentices",)
        pane = app.app.screen.query_one("#facts-pane")
        shown = len(pane._rows)
        pane._list.highlighted = 201
        await app.until_seen("19 more. Enter shows the next.")
        await app.press("enter")
        await app.until_seen("taught 220 apprentices")
        assert len(pane._rows) == shown + 19

    drive(filled, steps, size=(120, 40))
