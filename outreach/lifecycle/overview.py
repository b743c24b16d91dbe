"""Everyone at a glance: where contact stands, when it last was, and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.events import Stage
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.due import due
from outreach.lifecycle.history import History
from outreach.lifecycle.now import Due
from outreach.lifecycle.stages import stage_of, still_on
from outreach.lifecycle.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Glance:
    """One mentorship on one day."""

    mentorship: Mentorship
    stage: Stage | None = None
    """``None`` where it is not known, for the mentee's country is not."""
    last: dt.date | None = None
    """The last day on which either wrote, or both met."""
    due: Due | None = None
    """What is to be done soonest, however far ahead."""
    meeting: Meeting | None = None
    """The next one that is set or agreed on."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All mentorships on one day, and all that is due."""

    glances: tuple[Glance, ...]
    due: tuple[Due, ...]
    """Soonest first, however far ahead."""

    def due_by(self, day: dt.date) -> list[Due]:
        """What is due up to a day."""
        return [item for item in self.due if item.due <= day]


def overview(
    mentorships: Sequence[Mentorship],
    mentee: Mentee | None,
    today: dt.date,
    drafts: Mapping[str, Iterable[Draft]],
) -> Overview:
    """Everyone on ``today``, in the order given.

    Args:
        mentorships: all of them.
        mentee: whose working days count.
        today: what comes later has not happened.
        drafts: by mentorship; needed only of those about whom nothing was logged.

    Raises:
        BadInput: the mentee's country is not known.
    """
    days = WorkingDays.of_country(mentee.country if mentee else "")
    items = tuple(due(mentorships, mentee, today, ahead=None))
    soonest = {item.mentorship_id: item for item in reversed(items)}
    found = []
    for each in mentorships:
        history = History.of(each, today, drafts.get(each.id, ()))
        stage = stage_of(each, today, days, history)
        coming = still_on(each, history, today) if stage is not Stage.ENDED else []
        found.append(Glance(each, stage, history.last_contact, soonest.get(each.id), next(iter(coming), None)))
    return Overview(tuple(found), items)
