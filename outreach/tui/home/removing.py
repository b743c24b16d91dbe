"""Removing a mentor, a meeting, a draft; Ctrl+Z brings it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.errors import OutreachError
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.store.removal import Removed
from outreach.tui.home.undoing import undoing_of
from outreach.tui.keys import key_of
from outreach.tui.questions import Question
from outreach.tui.text import one_line
from outreach.workspace import Workspace


class Removing:
    """Removes, says so and how it comes back, or why it cannot."""

    def __init__(self, workspace: Workspace, changed: Callable[[], None]) -> None:
        """``changed`` is called once the store holds something else."""
        self._workspace = workspace
        self._changed = changed

    def meeting(self, app: App[Any], mentorship: Mentorship, meeting: Meeting) -> None:
        """Remove a meeting with its notes."""
        what = f"the meeting of {date_text(meeting.date)}" if meeting.date else "the meeting without a date"
        self._remove(app, what, lambda: self._workspace.remove_meeting(mentorship.id, meeting.id))

    def draft(self, app: App[Any], draft: Draft) -> None:
        """Remove a draft with all its revisions."""
        subject = one_line(draft.current.subject, 40) if draft.revisions else ""
        what = f"the draft “{subject}”" if subject else f"the draft of a {draft.kind.in_words}"
        self._remove(app, what, lambda: self._workspace.remove_draft(draft.id))

    def mentor(self, app: App[Any], mentorship: Mentorship) -> None:
        """Remove a mentor with all that belongs to them; asks where that is anything."""
        name = one_line(mentorship.mentor.name, 40)
        drafts, meetings = self._workspace.drafts(mentorship.id), mentorship.meetings

        def remove(answer: str | None = "remove") -> None:
            if answer == "remove":
                self._remove(app, name, lambda: self._workspace.remove_mentorship(mentorship.id))

        counted = [_counted(len(drafts), "draft"), _counted(len(meetings), "meeting")]
        much = " and ".join(part for part in counted if part)
        if not much and not mentorship.events:
            remove()
            return
        text = f"Remove {name}, with {much or 'all that was logged'}?"
        app.push_screen(Question(text, (("remove", "r", "Remove"), ("keep", "escape", "Keep")), "keep"), remove)

    def _remove(self, app: App[Any], what: str, remove: Callable[[], Removed]) -> None:
        try:
            removed = remove()
        except OutreachError as error:
            app.notify(f"Not removed: {error}", markup=False, severity="warning")
            return
        if removed:
            undoing_of(app).remember(lambda: self._bring_back(what, removed))
            app.notify(f"Removed {what}. {key_of(app, 'home.undo')} brings it back.", markup=False, timeout=8)
        self._changed()

    def _bring_back(self, what: str, removed: Removed) -> str:
        self._workspace.restore(removed)
        return f"Brought back: {what}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
