"""Facts of one case with numbers, dates and times of every kind."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.sources import Source, Sources

TODAY = dt.date(2026, 11, 22)

FACTS = {
    "mentor.background:1": "Runs a crew of nine and has put 30 roofs on village halls since 2018.",
    "mentor.background:2": "Cut the intake form from 94 questions to 31 in 18 months, and complaints fell by 33%.",
    "mentor.background:3": "Foreman at Alder & Pike (2012-2016), site manager at Quarry Lane 2016–2018.",
    "mentor.background:4": "Raised £1.2 million for 212 workshops; her first shop cost €14,000.",
    "mentor.background:5": "Choir every second Wednesday at 19:00. Chairs the guild, founded in 1994.",
    "mentor.background:6": "Told a paper in May 2024 that three of her early repairs failed within four winters.",
    "mentee.background:1": "I have worked there for two and a half years; before that nine months at a mill.",
    "mentee.background:2": "I am 27, and I look after 120 pupils in 3 gardens, a third of them new this year.",
    "mentee.background:3": "Third year of four of a degree; I drove a lorry for six years.",
    "mentee.goals:1": "Lead a crew within five years, by 2031",
    "mentee.availability:1": "Tuesdays or Thursdays after 16:00",
    "ask.minutes:1": "20 minutes",
    "meeting.date:1": "Thursday 3 December 2026",
    "meeting.time:1": "16:30",
    "meeting.minutes:1": "45 minutes",
    "meeting.number:1": "meeting number 2",
    "meeting.notes:1": "Keep paper cards for three weeks before building an app.",
    "meeting.notes:2": "Cut the plant list to 12 species.",
    "meeting.questions:1": "How do you price a job?",
    "meeting.questions:2": "Who signs the card?",
    "meeting.next_actions:1": "Draft a one-page plan by Thursday 17 December 2026",
    "meeting.next_meeting:1": "Thursday 14 January 2027",
}
SOURCES = Sources(tuple(Source(identity, text) for identity, text in FACTS.items()), ())
