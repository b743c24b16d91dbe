"""What is removed can be brought back, exactly as it was."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.events import Event, What
from outreach.domain.people import Mentor
from outreach.settings import Paths
from outreach.tui.questions import Question
from outreach.workspace import Workspace

Drive = Callable[..., None]


def _tables(paths: Paths) -> Any:
    return json.loads(paths.store_file.read_text(encoding="utf-8"))


def _with_drafts(workspace: Workspace) -> str:
    (mentorship,) = workspace.mentorships()
    for subject in ("First words", "Second words"):
        revisions = (Revision(subject, "Dear Dr Zieliński,\n\nThank you.\n"), Revision(subject, "Dear Dr Zieliński,\n"))
        workspace.save_draft(Draft("", mentorship.id, Kind.THANK_YOU, revisions=revisions))
    return mentorship.id


def test_a_draft_a_meeting_and_a_mentor_come_back_last_thing_first(
    filled: Workspace, drive: Drive, paths: Paths
) -> None:
    """With ids, revisions, events and order; a draft and a meeting go at once, a mentor after a question."""
    _with_drafts(filled)
    full = _tables(paths)

    async def steps(app: Any) -> None:
        await app.press("4")
        app.app.screen.query_one("#draft-list").focus()
        await app.press("delete")
        await app.until_told("Removed the draft “Second words”. Ctrl+Z brings it back.")
        await app.press("3")
        app.app.screen.query_one("#meeting-list").focus()
        await app.press("delete")
        await app.until_told("Removed the meeting of 3 Dec 2026. Ctrl+Z brings it back.")
        left = _tables(paths)
        assert [len(left["mentorships"]["1"][key]) for key in ("meetings", "events")] == [0, 1]
        assert list(left["drafts"]) == ["1"]
        app.app.screen.query_one("#mentors").focus()
        await app.press("delete")
        await app.until_seen("Remove Tomasz Zieliński, with 1 draft?")
        await app.press("enter")
        await app.until(lambda: not isinstance(app.app.screen, Question))
        assert _tables(paths) == left
        await app.press("delete", "r")
        await app.until_told("Removed Tomasz Zieliński. Ctrl+Z brings it back.")
        assert filled.mentorships() == []
        await app.press("ctrl+z")
        await app.until_told("Brought back: Tomasz Zieliński.")
        assert _tables(paths) == left
        await app.press("ctrl+z")
        await app.until_told("Brought back: the meeting of 3 Dec 2026.")
        await app.press("ctrl+z")
        await app.until_told("Brought back: the draft “Second words”.")
        assert _tables(paths) == full
        await app.press("ctrl+z")
        await app.until_told("Nothing to take back here.")

    drive(filled, steps)


def test_a_mentor_with_nothing_noted_goes_at_once(filled: Workspace, drive: Drive) -> None:
    """There is nothing to ask about."""
    filled.save_mentorship(
        dataclasses.replace(filled.mentorships()[0], id="", mentor=Mentor("Ada Byron", ""), meetings=())
    )

    async def steps(app: Any) -> None:
        await app.press("delete")
        await app.until_told("Removed Ada Byron.")
        assert [each.mentor.name for each in filled.mentorships()] == ["Tomasz Zieliński"]

    drive(filled, steps)


def test_what_was_logged_and_what_was_removed_have_one_order(filled: Workspace, drive: Drive) -> None:
    """Ctrl+Z takes the last thing first, and what was taken back in the timeline can be entered again."""
    mentorship_id = _with_drafts(filled)
    before = filled.mentorship(mentorship_id)

    async def steps(app: Any) -> None:
        await app.press("4")
        app.app.screen.query_one("#draft-list").focus()
        await app.press("delete")
        await app.until_told("Removed the draft")
        app.app.screen.query_one("#mentors").focus()
        await app.press("l", "m")
        await app.until_told("Logged: met")
        await app.press("ctrl+z")
        await app.until_told("Taken back: met")
        await app.press("ctrl+z")
        await app.until_told("Brought back: the draft")

    drive(filled, steps)
    assert filled.mentorship(mentorship_id) == before


def test_a_row_that_came_meanwhile_stays_beside_the_one_that_is_put_back(filled: Workspace) -> None:
    """The number of the last row is given again; nothing is written over."""
    mentorship_id = _with_drafts(filled)
    last = filled.drafts(mentorship_id)[0]
    removed = filled.remove_draft(last.id)
    new = filled.save_draft(Draft("", mentorship_id, Kind.AGENDA, revisions=(Revision("Third", "."),)))
    filled.restore(removed)
    filled.restore(removed)
    newer = filled.save_draft(Draft("", mentorship_id, Kind.AGENDA, revisions=(Revision("Fourth", "."),)))
    ids = [draft.id for draft in filled.drafts(mentorship_id)]
    assert len(ids) == 4
    assert {last.id, new.id, newer.id} < set(ids)
    made = [one.draft_id for one in filled.mentorship(mentorship_id).events if one.what is What.DRAFTED]
    assert sorted(made) == sorted(ids)


def test_a_message_that_was_sent_stays_sent_without_its_draft(filled: Workspace) -> None:
    """Only the entry that the draft was made goes with it."""
    mentorship_id = _with_drafts(filled)
    last = filled.drafts(mentorship_id)[0]
    filled.diary.log(mentorship_id, Event(What.SENT, filled.today, draft_id=last.id, kind=last.kind))
    filled.remove_draft(last.id)
    told = [(one.what, one.draft_id == last.id) for one in filled.mentorship(mentorship_id).events]
    assert told == [(What.DRAFTED, False), (What.SENT, True)]
