"""The lines of the lists on the main screen, as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from textual.content import Content

from outreach.domain.case import Meeting
from outreach.domain.draft import Channel, Draft, Finding, Kind, Level
from outreach.domain.facts import Fact, Standing
from outreach.exchange.when import date_text, time_text
from outreach.lifecycle.meetings import MeetingState
from outreach.lifecycle.overview import Glance
from outreach.tui.home.mentor_lines import Step, last_contact
from outreach.tui.text import content, one_line

_CHANNELS = {Channel.EMAIL: "", Channel.LINKEDIN_NOTE: ", LinkedIn note", Channel.MESSAGE: ", direct message"}


def what(kind: Kind, channel: Channel) -> str:
    """The kind of a message and, where it is no e-mail, how it goes."""
    return f"{kind.in_words.capitalize()}{_CHANNELS[channel]}"


def mentor_heading(glance: Glance, step: Step, key: str, today: dt.date, clock: str) -> Content:
    """Name with title; what they do; where contact stands and what comes next; what is asked; how they are reached.

    Args:
        glance: the mentorship.
        step: what comes next.
        key: by which; empty where there is none.
        today: from which days are told.
        clock: their time now; empty where it is not known.
    """
    mentor, ask = glance.mentorship.mentor, glance.mentorship.ask
    work = ", ".join(part for part in (mentor.role, mentor.organisation) if part)
    last = f"last contact {last_contact(glance, today)}" if glance.last else ""
    stands = content(" · ".join(part for part in (glance.stage, last) if part))
    if step.words not in {"", "–"}:
        stands += content(" · next: ", "dim") + content(step.words, "bold" if step.due else "")
        stands += content(f" ({key})" if key else "", "dim")
    length = f", {ask.minutes} minutes" if ask.minutes else ""
    zone = f"{clock} in {mentor.timezone}" if clock else mentor.timezone
    lines = (
        content(one_line(f"{mentor.title} {mentor.name}"), "bold"),
        content(one_line(work), "dim"),
        stands,
        content(f"You ask: {one_line(ask.about)}{length}" if ask.about else "", "dim"),
        content("  ".join(one_line(part, 60) for part in (mentor.email, zone) if part), "dim"),
    )
    return content("\n").join([line for line in lines if line])


def fact_line(fact: Fact, told: str) -> Content:
    """The statement; below it how it would be told to the mentor, and why it is not used, or what the mentee did."""
    aside = fact.standing in (Standing.CLUTTER, Standing.DROPPED)
    lines = [content(f"– {one_line(fact.text)}", "dim" if aside else "")]
    if told:
        lines.append(content("  told: ", "bold dim") + content(f"“{one_line(told)}”", "dim"))
    if fact.why:
        typed = f"; typed: “{one_line(fact.original)}”" if fact.original else ""
        lines.append(content(f"  {one_line(fact.why)}{typed}", "italic dim"))
    return content("\n").join(lines)


def meeting_line(meeting: Meeting, today: dt.date, state: MeetingState) -> Content:
    """Date, length, mode, how far it has come, and whether there are notes."""
    when = " ".join(part for part in (date_text(meeting.date), time_text(meeting.time)) if part) or "No date yet"
    parts = [f"{meeting.minutes} min" if meeting.minutes else "length missing", one_line(meeting.mode, 30)]
    if meeting.notes or meeting.next_actions:
        notes = sum(1 for line in meeting.notes.splitlines() if line.strip())
        parts.append(f"{_count(notes, 'note')}, {_count(len(meeting.next_actions), 'action')}")
    elif meeting.date and meeting.date < today:
        parts.append("no notes")
    if state in {MeetingState.PREPARED, MeetingState.FOLLOWED_UP}:
        parts.append(state.replace("-", " "))
    number = f"  no. {meeting.number}" if meeting.number else ""
    return (
        content(when, "bold") + content(f"{number}\n  ") + content("  ·  ".join(part for part in parts if part), "dim")
    )


def draft_line(draft: Draft, meeting: Meeting | None, sent: dt.date | None) -> Content:
    """Kind, date, and whether it was sent, else whether it is ready."""
    revision = draft.current
    saved = f", {saved_text(revision.saved)}" if revision.saved else ""
    about = f" for {date_text(meeting.date)}" if meeting and meeting.date else ""
    heading = content(what(draft.kind, draft.channel), "bold") + content(f"{about}{saved}")
    state = f"Sent {date_text(sent)}" if sent else state_text(draft)
    return heading + content(f"\n  {state}  ·  {one_line(revision.subject or revision.body, 60)}", "dim")


def state_text(draft: Draft) -> str:
    """Whether the draft is ready, in words."""
    return ready_text(draft.current.findings)


def ready_text(findings: Iterable[Finding]) -> str:
    """Whether a text with these findings is ready, in words."""
    fails = sum(finding.level is Level.FAIL for finding in findings)
    return f"Not ready: {_count(fails, 'thing')} to fix" if fails else "Ready"


def saved_text(saved: dt.datetime) -> str:
    """When something was saved, in local time: ``22 Nov 2026 16:52``."""
    local = saved.astimezone()
    return f"{date_text(local.date())} {local:%H:%M}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
