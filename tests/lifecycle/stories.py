"""Stories of a mentorship as lines of text, and what is due in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.draft import Kind
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.lifecycle.due import due
from outreach.lifecycle.stages import stage_of
from outreach.lifecycle.working_days import WorkingDays

MENTEE = Mentee("Priya Nair", ("Move into a clinical ML role",), timezone="Europe/London")
MENTOR = Mentor("Tomasz Zieliński", "ML lead at Heartline")


def day(text: str) -> dt.date:
    """A date as ISO writes it."""
    return dt.date.fromisoformat(text)


def story(lines: str, mentor: Mentor = MENTOR, relationship: Relationship = Relationship.COLD) -> Mentorship:
    """A mentorship from lines such as ``2026-11-30 sent first-contact`` and ``2026-12-03 meeting time=17:00``."""
    events: list[Event] = []
    meetings: list[Meeting] = []
    for number, line in enumerate(one.strip() for one in lines.strip().splitlines() if one.strip()):
        date, what, *rest = line.split(maxsplit=2)
        if what == "meeting":
            meetings.append(_meeting(day(date), f"m{len(meetings) + 1}", rest[0] if rest else ""))
        else:
            events.append(_event(day(date), What(what), rest[0] if rest else "", f"e{number}"))
    mentor = replace(mentor, relationship=relationship)
    return Mentorship("one", mentor, meetings=tuple(meetings), events=tuple(events))


def _event(date: dt.date, what: What, text: str, identity: str) -> Event:
    text, *more = (part.strip() for part in text.split(" | "))
    options = dict(part.split("=", 1) for part in more)
    if what in {What.SENT, What.DRAFTED}:
        return Event(what, date, identity, Kind(text) if text else None, meeting_id=options.get("for", ""))
    return Event(
        what,
        date,
        identity,
        meeting_id=options.get("for", ""),
        text=text,
        result=options.get("result", ""),
        owner=Owner(options.get("owner", "mentee")),
        by=day(options["by"]) if "by" in options else None,
    )


def _meeting(date: dt.date, identity: str, text: str) -> Meeting:
    options = dict(part.strip().split("=", 1) for part in text.split(" | ") if part.strip())
    return Meeting(
        identity,
        date,
        dt.time.fromisoformat(options["time"]) if "time" in options else None,
        number=int(options["number"]) if "number" in options else None,
        notes=options.get("notes", ""),
        next_actions=tuple(_actions(options.get("next", ""))),
        previous_actions=tuple(_actions(options.get("previous", ""))),
        next_meeting=day(options["again"]) if "again" in options else None,
        planned=day(options["set"]) if "set" in options else None,
    )


def _actions(text: str) -> Iterable[Action]:
    for one in filter(None, (part.strip() for part in text.split(";"))):
        what, _, by = one.removesuffix(" done").partition(" by ")
        yield Action(what, one.endswith(" done"), day(by) if by else None)


def listed(mentorship: Mentorship, today: str, mentee: Mentee = MENTEE) -> str:
    """What is due, however far ahead: ``2026-12-07 follow-up, 2026-12-10 action``."""
    found = due([mentorship], mentee, day(today), None)
    return ", ".join(f"{item.due.isoformat()} {item.kind}" for item in found)


def stage(mentorship: Mentorship, today: str) -> str:
    """Where contact stands, in a country without holidays."""
    return str(stage_of(mentorship, day(today), WorkingDays()))
