"""What a draft has to do, in a few lines: what is asked, for which goal, and what this kind of message says besides."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.briefing.brief import closest_goal
from outreach.domain.case import Case, Meeting
from outreach.domain.contact import Contact, Purpose
from outreach.domain.draft import Kind
from outreach.exchange.when import date_text, time_text
from outreach.tui.text import one_line

_PURPOSES = {
    Purpose.TAKE: "takes the time, or offers some",
    Purpose.DECLINE: "says no, kindly",
    Purpose.MOVE: "asks for another time",
    Purpose.THANK: "thanks for the no",
    Purpose.CONFIRM: "confirms the meeting",
}
_ABOUT_MEETINGS = (Kind.AGENDA, Kind.THANK_YOU, Kind.REPLY)

Line = tuple[str, str]
"""A word or two, and what there is to say."""


def ground_lines(case: Case, kind: Kind) -> Iterator[Line]:
    """What stands over the facts of a draft, the weightiest first."""
    if kind in (Kind.FIRST_CONTACT, Kind.FOLLOW_UP, Kind.REPLY, Kind.CHECK_IN):
        yield "Ask", _ask(case)
    if case.mentee.goals:
        number = case.ask.goal or closest_goal(case)
        yield "Goal", one_line(case.mentee.goals[min(number, len(case.mentee.goals)) - 1])
    if kind in _ABOUT_MEETINGS and case.meeting is not None:
        yield "Meeting", _meeting(case.meeting)
        yield from _around(case.meeting, kind)
    yield from _contact(case.contact, kind)
    if kind is Kind.FIRST_CONTACT and case.mentor.found_through:
        yield "Found", one_line(case.mentor.found_through)


def _ask(case: Case) -> str:
    ask = case.ask
    minutes = f"{ask.minutes} min" if ask.minutes else ""
    return " · ".join(part for part in (minutes, one_line(ask.about)) if part) or "nothing yet"


def _meeting(meeting: Meeting) -> str:
    minutes = f"{meeting.minutes} min" if meeting.minutes else ""
    when = " ".join(part for part in (date_text(meeting.date), time_text(meeting.time)) if part) or "no date yet"
    return " · ".join(part for part in (when, minutes, one_line(meeting.mode)) if part)


def _around(meeting: Meeting, kind: Kind) -> Iterator[Line]:
    if kind is Kind.AGENDA:
        yield "Asks", _count(len(meeting.questions), "question of yours", "questions of yours")
    if kind is Kind.THANK_YOU and meeting.next_actions:
        yield "Next", _count(len(meeting.next_actions), "promise", "promises")


def _contact(contact: Contact, kind: Kind) -> Iterator[Line]:
    if kind is Kind.REPLY and contact.purpose is not None:
        yield "Reply", _PURPOSES[contact.purpose]
        if contact.reason:
            yield "Reason", one_line(contact.reason)
    if kind is Kind.FOLLOW_UP and contact.sent:
        yield "Wrote", date_text(contact.sent[-1].date)
    if kind in (Kind.REPORT, Kind.CHECK_IN, Kind.FOLLOW_UP):
        if contact.deeds:
            yield "Done", _count(len(contact.deeds), "thing to tell", "things to tell")
        if contact.news:
            yield "News", one_line(contact.news)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
