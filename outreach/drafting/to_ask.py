"""What to ask in a meeting: as its agenda says, else as an agenda would."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case, Meeting
from outreach.domain.draft import Draft, Kind
from outreach.drafting.agenda import parts
from outreach.templates import Templates
from outreach.wording import words as w
from outreach.wording.clean import plain

QUESTIONS = "questions"
"""The section of an agenda that holds one question."""
_USUAL_MINUTES = 30
_SAME = 0.6
"""Of the words of a question that another one has too: it asks the same in other words."""


def to_ask(case: Case, today: dt.date, templates: Templates, drafts: Sequence[Draft] = ()) -> list[str]:
    """The questions for a meeting: the mentee's own word for word, then those of its agenda; nothing is asked twice.

    Args:
        case: with the meeting.
        today: the date that drafts know.
        templates: for what an agenda would ask.
        drafts: of the mentorship, the one saved last first; an agenda among them that was made for this meeting is what
            the mentor knows.
    """
    meeting = case.meeting or Meeting()
    own = [" ".join(question.split()) for question in meeting.questions if question.strip()]
    made = (one for one in drafts if one.kind is Kind.AGENDA and meeting.id and one.meeting_id == meeting.id)
    agenda = next(made, None)
    if agenda is not None:
        others = [section.text for section in agenda.current.sections if section.name == QUESTIONS]
    else:
        full = replace(case, meeting=replace(meeting, minutes=meeting.minutes or _USUAL_MINUTES))
        found = parts(make_brief(full, Kind.AGENDA, today), templates)
        others = [line.text for part in found if part.name == QUESTIONS for line in part.lines]
    for question in others:
        if not any(_asks_the_same(question, other) for other in own):
            own.append(question.strip())
    return own


def _asks_the_same(one: str, other: str) -> bool:
    mine, theirs = set(w.content(one)), set(w.content(other))
    return plain(one).split() == plain(other).split() or len(mine & theirs) > _SAME * len(mine)
