"""One mentorship on one day, and what is due in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.events import Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.history import History, known_meetings
from outreach.lifecycle.stages import is_declined, is_off
from outreach.lifecycle.working_days import WorkingDays

ACTION, GOAL_REVIEW = "action", "goal-review"
"""What is due and is no draft: something promised, and a look at a goal. All else is the kind of a draft."""
LATE = 30
"""Days after which a thank-you or a report is no news any more; a sign of life takes their place (T6)."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do, by a day."""

    mentor: str
    """Their name; empty for what concerns the mentee alone."""
    kind: str
    """The kind of the draft, or ``ACTION``, or ``GOAL_REVIEW``."""
    due: dt.date
    why: str
    """In a sentence."""
    key: str
    """What causes it; another cause with the same mentor has another key."""
    mentorship_id: str = ""
    meeting_id: str = ""
    about: str = ""
    """An action's own words, or a goal's."""
    theirs: bool = False
    """Whether an action is the mentor's."""
    purpose: Purpose | None = None
    """What a reply is for."""
    latest: dt.date | None = None
    """The last day on which it is in time, where that is later than the one on which it is due."""

    @property
    def last(self) -> dt.date:
        """The day after which it is overdue."""
        return max(self.due, self.latest or self.due)

    def shown(self, today: dt.date) -> dt.date:
        """The day to name on ``today``: the one on which it is due, and once that is past the last one."""
        return self.due if today <= self.due else self.last

    @property
    def draft(self) -> Kind | None:
        """The draft that does it, where one does."""
        return Kind(self.kind) if self.kind not in {ACTION, GOAL_REVIEW} else None


@dataclass(frozen=True)
class Now:
    """One mentorship on one day."""

    mentorship: Mentorship
    today: dt.date
    days: WorkingDays
    zone: str
    history: History
    stage: Stage
    coming: tuple[Meeting, ...]
    """The meetings from today on that were neither held nor called off, the next one first."""

    @property
    def rejected(self) -> bool:
        """Whether the mentor said no before the two ever met: then nothing more is written, but thanks."""
        return is_declined(self.history) and self.history.last(What.MET) is None

    def is_set_since(self, day: dt.date) -> bool:
        """Whether a meeting on ``day`` or later is in the store and was not called off, held or not."""
        known = [*known_meetings(self.mentorship, self.today), *self.coming]
        return any(one.date and one.date >= day and not is_off(one, self.history) for one in known)

    def is_stale(self, since: dt.date) -> bool:
        """Whether it is too late to come back to what happened on a day."""
        return (self.today - since).days > LATE

    def item(self, kind: str, on: dt.date, why: str, cause: str, *, meeting: str = "", about: str = "") -> Due:
        """Something due by ``on``; ``cause`` tells it from all else of its kind."""
        mentor = self.mentorship.mentor.name
        return Due(mentor, kind, on, why, f"{kind}:{cause}", self.mentorship.id, meeting, about)
