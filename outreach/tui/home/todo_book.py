"""What the mentee does to promises and advice of one mentorship: saved at once."""

from __future__ import annotations

import datetime as dt

from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.promises import Promise
from outreach.tui.forms.event_form import ActionForm
from outreach.workspace import Workspace


class TodoBook:
    """Reads promises and advice. A change may raise ``OutreachError``; then nothing is changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def today(self) -> dt.date:
        """The date that drafts know."""
        return self._workspace.today

    def waiting(self, mentorship: Mentorship) -> list[Promise]:
        """What the two promised and have not done yet, oldest first."""
        return [one for one in self._workspace.diary.promises(mentorship.id) if not one.is_done]

    def advice(self, mentorship: Mentorship) -> list[Advice]:
        """What the mentor advised, oldest first."""
        return self._workspace.diary.advice(mentorship.id)

    def put_aside(self, mentorship: Mentorship, advice: Advice, reason: str) -> None:
        """Put advice aside; with an empty reason keep it after all."""
        self._workspace.diary.put_aside(mentorship.id, advice.noted.text, reason)

    def action_form(self, mentorship: Mentorship, advice: Advice) -> ActionForm:
        """The form that makes advice an action."""
        return ActionForm(self._workspace, mentorship, advice)
