"""Removing a meeting or a mentor, after asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import App

from outreach.domain.case import Meeting
from outreach.domain.errors import OutreachError
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.tui.questions import Question
from outreach.tui.text import one_line
from outreach.workspace import Workspace


class Removing:
    """Asks, removes, and says why where it cannot."""

    def __init__(self, workspace: Workspace, changed: Callable[[], None]) -> None:
        """``changed`` is called once the store holds something else."""
        self._workspace = workspace
        self._changed = changed

    def meeting(self, app: App[Any], mentorship: Mentorship, meeting: Meeting) -> None:
        """Ask whether to remove a meeting."""
        of = f"of {date_text(meeting.date)} " if meeting.date else ""
        left = tuple(each for each in mentorship.meetings if each is not meeting)
        without = replace(mentorship, meetings=left)
        self._ask(app, f"Remove the meeting {of}with its notes?", lambda: self._workspace.save_mentorship(without))

    def mentor(self, app: App[Any], mentorship: Mentorship) -> None:
        """Ask whether to remove a mentor."""
        text = f"Remove {one_line(mentorship.mentor.name, 40)} with all meetings and drafts?"
        self._ask(app, text, lambda: self._workspace.remove_mentorship(mentorship.id))

    def _ask(self, app: App[Any], text: str, remove: Callable[[], object]) -> None:
        def answered(answer: str | None) -> None:
            if answer != "remove":
                return
            try:
                remove()
            except OutreachError as error:
                app.notify(f"Not removed: {error}", markup=False)
            self._changed()

        app.push_screen(Question(text, (("remove", "r", "Remove"), ("keep", "escape", "Keep"))), answered)
