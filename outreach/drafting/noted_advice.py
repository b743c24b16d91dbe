"""Which lines of the notes are advice, and how each is told."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.brief import note_facts
from outreach.domain.facts import Standing
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.takeaways import How, takeaways
from outreach.lifecycle.advice import Noted


def noted_advice(mentorship: Mentorship, mentee: Mentee, today: dt.date) -> list[Noted]:
    """The advice in the notes of all meetings up to ``today``, oldest first; private lines and dropped ones never."""
    found = []
    for meeting in mentorship.meetings:
        if meeting.date is not None and meeting.date > today:
            continue
        for fact in note_facts(mentorship.case(mentee, meeting)):
            if fact.standing is Standing.USABLE and is_advice(fact.text, mentorship.mentor):
                told = _told(fact.text, mentorship.mentor)
                found.append(Noted(fact.text, told, meeting.id, meeting.date))
    return found


def is_advice(note: str, mentor: Mentor) -> bool:
    """Whether a line of the notes is advice to the mentee."""
    return any(way.how in {How.ADVICE, How.ON} for way in takeaways(note, mentor))


def _told(note: str, mentor: Mentor) -> str:
    best = [way for way in takeaways(note, mentor) if way.how is How.ADVICE]
    return best[0].text if best else ""
