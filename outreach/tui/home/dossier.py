"""What the page of a mentor shows, read from the store when it is wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from outreach.briefing.clocks import zone
from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.meetings import MeetingState
from outreach.lifecycle.timeline import Entry
from outreach.tui.home.entering import days_sent
from outreach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft, the meeting that it is about, and when it was sent."""

    draft: Draft
    meeting: Meeting | None
    sent: dt.date | None


class Dossier:
    """Reads one mentorship; changes nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def today(self) -> dt.date:
        """The date that drafts know."""
        return self._workspace.today

    def meetings(self, mentorship: Mentorship) -> list[tuple[Meeting, MeetingState]]:
        """Each meeting and how far it has come, by date."""
        states = self._workspace.diary.meeting_states(mentorship.id)
        return list(zip(mentorship.meetings, states, strict=True))

    def drafts(self, mentorship: Mentorship) -> list[DraftRow]:
        """The drafts, the one saved last first."""
        meetings = {meeting.id: meeting for meeting in mentorship.meetings if meeting.id}
        sent = days_sent(self._workspace, mentorship.id)
        drafts = self._workspace.drafts(mentorship.id)
        return [DraftRow(each, meetings.get(each.meeting_id), sent.get(each.id)) for each in drafts]

    def timeline(self, mentorship: Mentorship) -> list[Entry]:
        """Everything between the two, oldest first."""
        return self._workspace.diary.timeline(mentorship.id)

    def clock(self, mentorship: Mentorship) -> str:
        """Their time now, ``16:40``; empty where it is not known, or where the app lives on another day than this."""
        name = mentorship.mentor.timezone
        if not name or self.today != dt.date.today():
            return ""
        try:
            return f"{dt.datetime.now(zone(name)):%H:%M}"
        except BadInput:
            return ""
