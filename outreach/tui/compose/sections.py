"""Sections of a draft in words: their names, whose words they are, how often they were tried, what they stand on."""

from __future__ import annotations

from outreach.domain.draft import Origin
from outreach.tui.text import one_line

ORIGINS = {Origin.MODEL: "from the model", Origin.MENTEE: "your words", Origin.TEMPLATE: "from a template"}

_FIELDS = {
    "mentor.background": "their background",
    "mentor.found_through": "how you found them",
    "mentor.name": "their name",
    "mentor.title": "their title",
    "mentor.address": "how you greet them",
    "mentor.role": "what they do",
    "mentor.organisation": "where they are",
    "mentor.added": "added by you",
    "mentor.introduced_by": "who introduced you",
    "mentee.name": "your name",
    "mentee.signs_as": "how you sign",
    "mentee.role": "your role",
    "mentee.organisation": "where you are",
    "mentee.background": "your background",
    "mentee.goals": "your goal",
    "mentee.skills_to_build": "what you want to learn",
    "mentee.can_offer": "what you can offer",
    "mentee.availability": "when you are free",
    "mentee.timezone": "your time zone",
    "mentee.added": "added by you",
    "ask.about": "what you ask",
    "ask.minutes": "minutes you ask for",
    "contact.sent": "when you wrote",
    "contact.answer": "their answer",
    "contact.answered": "when they answered",
    "contact.last_met": "when you met",
    "contact.deeds": "what you did",
    "contact.done": "when you did it",
    "contact.results": "what it led to",
    "contact.advice": "their advice",
    "contact.news": "your news",
    "contact.reason": "your reason",
    "meeting.date": "the day",
    "meeting.time": "the time",
    "meeting.minutes": "how long",
    "meeting.mode": "how you meet",
    "meeting.notes": "your notes",
    "meeting.private": "your private notes",
    "meeting.questions": "your questions",
    "meeting.progress": "your progress",
    "meeting.decision": "what is to be decided",
    "meeting.previous_actions": "what you had promised",
    "meeting.next_actions": "what was promised",
    "meeting.next_meeting": "when you meet next",
    "meeting.number": "which meeting it is",
}


def section_name(name: str) -> str:
    """A section's name as a word in a sentence."""
    return one_line(name).replace("_", " ").replace("-", " ").capitalize()


def nth(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def field_words(path: str) -> str:
    """Where a fact comes from, by the path of its field: ``mentor.background`` → ``their background``."""
    return _FIELDS.get(path) or one_line(path).replace(".", ": ").replace("_", " ")
