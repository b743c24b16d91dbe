"""Everyone at a glance."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.events import Stage
from outreach.lifecycle.overview import overview
from tests.lifecycle.stories import MENTEE, day, story

TODAY = day("2026-12-10")


def test_one_reading_tells_stage_last_contact_and_next_step_of_everyone() -> None:
    """What is due comes soonest first; a meeting that is set is told beside it; who is ended has nothing due."""
    stories = {
        "a": "2026-11-30 sent first-contact",
        "b": "",
        "c": "2026-12-03 met\n2026-12-10 ended\n2026-12-20 meeting",
        "d": "2026-11-30 sent first-contact\n2026-12-03 answered\n2026-12-04 sent reply\n2027-01-14 meeting time=17:00",
    }
    everyone = [replace(story(lines), id=name) for name, lines in stories.items()]
    saved = dt.datetime(2026, 12, 9, 12, tzinfo=dt.UTC)
    draft = Draft("d1", "b", Kind.FIRST_CONTACT, revisions=(Revision("Subject", "Body", saved=saved),))
    found = overview(everyone, MENTEE, TODAY, {"b": [draft]})
    a, b, c, d = found.glances
    assert (a.stage, a.last, a.due and a.due.kind) == (Stage.SENT, day("2026-11-30"), Kind.FOLLOW_UP)
    assert (b.stage, b.last, b.due, b.meeting) == (Stage.DRAFTED, None, None, None)
    assert (c.stage, c.due, c.meeting) == (Stage.ENDED, None, None)
    assert (d.stage, d.meeting and d.meeting.date) == (Stage.ANSWERED, day("2027-01-14"))
    assert d.due is not None
    assert d.due.due > TODAY + dt.timedelta(days=14)
    assert [item.mentorship_id for item in found.due_by(TODAY)] == ["a"]
