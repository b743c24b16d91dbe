"""What to ask in a meeting: the mentee's own questions, then the best of what an agenda would ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case, Meeting
from outreach.domain.draft import Kind
from outreach.drafting.agenda import values
from outreach.drafting.questions import questions
from outreach.templates import Templates

_USUAL_MINUTES = 30


def to_ask(case: Case, today: dt.date, templates: Templates) -> list[str]:
    """The questions of an agenda of the meeting, in its order; one whose length is not known has the usual one."""
    meeting = case.meeting or Meeting()
    full = replace(case, meeting=replace(meeting, minutes=meeting.minutes or _USUAL_MINUTES))
    brief = make_brief(full, Kind.AGENDA, today)
    return [line.text for line in questions(brief, templates, values(brief))]
