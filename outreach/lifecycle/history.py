"""What happened, from what was logged and what else the store knows; never from the order of entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship

ASKING = frozenset({Kind.FIRST_CONTACT, Kind.FOLLOW_UP})
"""Messages that ask a mentor for a first talk, and wait for an answer."""
_ORDER = tuple(What)
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class History:
    """All that happened between mentee and mentor up to a day, by date."""

    events: tuple[Event, ...]

    @classmethod
    def of(cls, mentorship: Mentorship, today: dt.date | None = None, drafts: Iterable[Draft] = ()) -> History:
        """What was logged up to ``today``, with the meetings that were held and the drafts that nobody logged.

        Args:
            mentorship: the one.
            today: later events have not happened yet; ``None``: all.
            drafts: of the mentorship; those made before events were kept count as drafted on the day they were saved.
        """
        found = [*mentorship.events, *_held(mentorship), *_drafted(mentorship, drafts)]
        return cls(tuple(sorted((one for one in found if today is None or one.date <= today), key=_by_day)))

    def of_kind(self, *whats: What) -> list[Event]:
        """The events of some kinds, oldest first."""
        return [event for event in self.events if event.what in whats]

    def sent(self, *kinds: Kind) -> list[Event]:
        """The messages of some kinds that were sent, oldest first; without kinds all."""
        return [event for event in self.of_kind(What.SENT) if not kinds or event.kind in kinds]

    def last(self, *whats: What) -> Event | None:
        """The latest event of some kinds."""
        return next(iter(reversed(self.of_kind(*whats))), None)

    @property
    def last_contact(self) -> dt.date | None:
        """The last day on which either wrote, or both met."""
        last = self.last(What.SENT, What.ANSWERED, What.DECLINED, What.MET)
        return last.date if last else None

    @property
    def heard_of(self) -> dt.date | None:
        """The last day on which the mentor wrote or talked to the mentee."""
        last = self.last(What.ANSWERED, What.DECLINED, What.MET)
        return last.date if last else None

    def since(self, day: dt.date, *whats: What) -> bool:
        """Whether something of some kinds happened on ``day`` or later."""
        return any(event.date >= day for event in self.of_kind(*whats))


def held(meeting: Meeting) -> bool:
    """Whether something was written down that is only known after a meeting."""
    return bool(meeting.date and (meeting.notes.strip() or meeting.next_actions))


def _held(mentorship: Mentorship) -> list[Event]:
    """Meetings with notes, as events, unless they were logged."""
    logged = [event for event in mentorship.events if event.what is What.MET]
    days, ids = {event.date for event in logged}, {event.meeting_id for event in logged if event.meeting_id}
    return [
        Event(What.MET, meeting.date, meeting_id=meeting.id)
        for meeting in mentorship.meetings
        if meeting.date and held(meeting) and meeting.date not in days and (not meeting.id or meeting.id not in ids)
    ]


def _drafted(mentorship: Mentorship, drafts: Iterable[Draft]) -> list[Event]:
    known = {event.draft_id for event in mentorship.events if event.draft_id}
    return [
        Event(What.DRAFTED, saved.astimezone().date(), kind=draft.kind, draft_id=draft.id, meeting_id=draft.meeting_id)
        for draft in drafts
        if draft.id not in known and draft.revisions and (saved := draft.revisions[0].saved)
    ]


def _by_day(event: Event) -> tuple[dt.date, int, dt.datetime, str]:
    return event.date, _ORDER.index(event.what), event.logged or _NEVER, event.text
