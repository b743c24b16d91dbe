"""What happened, from what was logged and what else the store knows; never from the order of entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Relationship

ASKING = frozenset({Kind.FIRST_CONTACT, Kind.FOLLOW_UP})
"""Messages that ask a mentor for a first talk, and wait for an answer."""
SILENT_DAYS = 90
"""Two to four signs of life a year: University of Portland, up to three (F6). After as long, somebody who never
answered may be asked anew (F5)."""
_SOON = 3
"""Days after a request before which another message is a postscript: no follow-up comes so soon (F1)."""
_THANKS = 7
"""Days after a meeting within which the first message is taken for the thank-you (T1: five working days at most)."""
_CONTACT = (What.SENT, What.ANSWERED, What.DECLINED, What.MET)
_HEARD = (What.ANSWERED, What.DECLINED, What.MET)
_ORDER = {what: n for n, what in enumerate(What)}
_KINDS = {kind: n for n, kind in enumerate((*Kind, None))}
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class History:
    """All that happened between mentee and mentor up to a day, by date."""

    events: tuple[Event, ...]

    @classmethod
    def of(cls, mentorship: Mentorship, today: dt.date | None = None, drafts: Iterable[Draft] = ()) -> History:
        """What was logged up to ``today``, with the meetings that were held and the drafts that nobody logged.

        A message that was sent without a draft has the kind that it must have had by what came before it.

        Args:
            mentorship: the one.
            today: later events have not happened yet; ``None``: all.
            drafts: of the mentorship; those made before events were kept count as drafted on the day they were saved.
        """
        meetings = known_meetings(mentorship, today) if today else list(mentorship.meetings)
        logged = _logged(mentorship)
        found = [*logged, *_held(logged, meetings), *_drafted(mentorship, drafts)]
        past = sorted((one for one in found if today is None or one.date <= today), key=_by_day)
        return cls(tuple(_with_kinds(past, known=_know_each_other(mentorship, meetings))))

    def of_kind(self, *whats: What) -> list[Event]:
        """The events of some kinds, oldest first."""
        return [event for event in self.events if event.what in whats]

    def sent(self, *kinds: Kind) -> list[Event]:
        """The messages of some kinds that were sent, oldest first; without kinds all."""
        return [event for event in self.of_kind(What.SENT) if not kinds or event.kind in kinds]

    def last(self, *whats: What) -> Event | None:
        """The latest event of some kinds."""
        return next((event for event in reversed(self.events) if event.what in whats), None)

    @property
    def last_contact(self) -> dt.date | None:
        """The last day on which either wrote, or both met."""
        last = self.last(*_CONTACT)
        return last.date if last else None

    @property
    def heard_of(self) -> dt.date | None:
        """The last day on which the mentor wrote or talked to the mentee."""
        last = self.last(*_HEARD)
        return last.date if last else None

    def is_replied(self, answer: Event) -> bool:
        """Whether the mentee wrote after an answer, or both met, or it ended."""
        wrote = (event for event in self.sent() if event.date >= answer.date)
        # A first message of the same day is what was answered.
        after = any(one.date > answer.date or one.kind not in ASKING for one in wrote)
        return after or self.since(answer.date, What.MET, What.ENDED)

    def since(self, day: dt.date, *whats: What) -> bool:
        """Whether something of some kinds happened on ``day`` or later."""
        return any(event.date >= day for event in self.of_kind(*whats))


def held(meeting: Meeting) -> bool:
    """Whether something was written down that is only known after a meeting."""
    return bool(meeting.date and (meeting.notes.strip() or meeting.next_actions))


def known_meetings(mentorship: Mentorship, today: dt.date) -> list[Meeting]:
    """The meetings that stand in the store on ``today``."""
    return [one for one in mentorship.meetings if one.planned is None or one.planned <= today]


def _know_each_other(mentorship: Mentorship, meetings: Iterable[Meeting]) -> bool:
    """Whether the two had met before anything was logged, by what the mentee said."""
    numbers = [meeting.number or 0 for meeting in meetings]
    return mentorship.mentor.relationship is Relationship.MENTOR or max(numbers, default=0) > 1


def _logged(mentorship: Mentorship) -> list[Event]:
    """The events as entered; that both met in a meeting which was removed since tells of the day alone."""
    known = {meeting.id for meeting in mentorship.meetings}
    return [
        replace(event, meeting_id="") if event.what is What.MET and event.meeting_id not in known else event
        for event in mentorship.events
    ]


def _held(events: Iterable[Event], meetings: Iterable[Meeting]) -> list[Event]:
    """Meetings with notes, as events, unless they were logged."""
    logged = [event for event in events if event.what is What.MET]
    days, ids = {event.date for event in logged}, {event.meeting_id for event in logged if event.meeting_id}
    return [
        Event(What.MET, meeting.date, meeting_id=meeting.id)
        for meeting in meetings
        if meeting.date and held(meeting) and meeting.date not in days and (not meeting.id or meeting.id not in ids)
    ]


def _drafted(mentorship: Mentorship, drafts: Iterable[Draft]) -> list[Event]:
    known = {event.draft_id for event in mentorship.events if event.draft_id}
    return [
        Event(What.DRAFTED, saved.astimezone().date(), kind=draft.kind, draft_id=draft.id, meeting_id=draft.meeting_id)
        for draft in drafts
        if draft.id not in known and draft.revisions and (saved := draft.revisions[0].saved)
    ]


def _with_kinds(events: Iterable[Event], *, known: bool) -> Iterator[Event]:
    """The events, with the kind of messages that were sent without a draft where the events before tell it."""
    events = list(events)
    before, heard = _Before(known), {event.date for event in events if event.what in _HEARD}
    for event in events:
        told = event
        if event.what is What.SENT and event.kind is None:
            kind = before.kind_of_message(event.date)
            # On the day of an answer it is more likely the reply.
            told = event if kind is Kind.FOLLOW_UP and event.date in heard else replace(event, kind=kind)
        before.add(told)
        yield told


@dataclass
class _Before:
    """What the events before a message tell of its kind."""

    heard: bool
    """Whether the mentor ever said anything but no."""
    last: dt.date | None = None
    """The last contact."""
    asked: dt.date | None = None
    """The last request that nobody has answered."""
    met: dt.date | None = None
    """The last meeting that the mentor was not thanked for."""

    def add(self, event: Event) -> None:
        """Take in what happened next."""
        if event.what is What.SENT:
            self.asked = event.date if event.kind in ASKING else self.asked
            self.met = None if event.kind is Kind.THANK_YOU else self.met
        elif event.what in _HEARD:
            self.asked = None
            self.heard = self.heard or event.what is not What.DECLINED
            self.met = event.date if event.what is What.MET else self.met
        if event.what in _CONTACT:
            self.last = event.date

    def kind_of_message(self, day: dt.date) -> Kind | None:
        """What a message on ``day`` must have been; ``None`` where that is open, as with a reply."""
        silent = (day - self.last).days if self.last else None
        if not self.heard and (silent is None or silent >= SILENT_DAYS):
            return Kind.FIRST_CONTACT
        if self.asked and (day - self.asked).days >= _SOON:
            return Kind.FOLLOW_UP
        return Kind.THANK_YOU if self.met and (day - self.met).days <= _THANKS else None


def _by_day(event: Event) -> tuple[object, ...]:
    """By date, and on one day as things come; when something was entered only decides between two of the same.

    Of two answers the one with words comes last: an answer logged with a key is told in words afterwards.
    """
    sort = _ORDER[event.what], _KINDS[event.kind], event.meeting_id, bool(event.text)
    return event.date, *sort, event.logged or _NEVER, event.text
