"""The lines of the table of mentors, and which of them a filter leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from outreach.domain.events import Stage
from outreach.domain.names import plain
from outreach.lifecycle.overview import Glance
from outreach.tui.columns import GAP, in_columns
from outreach.tui.home.diary_lines import due_kind, late, short_day_text


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next with somebody."""

    words: str
    command: str = ""
    """The name of the command that does it; empty where none does."""
    due: bool = False
    """Whether it is due."""
    known: bool = False
    """Whether there is a day for it; else it is advice."""


_ADVISED = {
    Stage.FOUND: Step("Write to them", "home.first-contact"),
    Stage.DRAFTED: Step("Send the draft", "home.drafts"),
    Stage.SENT: Step("Wait for an answer"),
    Stage.ANSWERED: Step("Set a meeting", "home.new-meeting"),
    Stage.MET: Step("Set the next meeting", "home.new-meeting"),
    Stage.ONGOING: Step("Set the next meeting", "home.new-meeting"),
}
"""What comes next where nothing is due and no meeting is set."""


_NEXT = 18
"""Cells of a next step: ``Follow-up overdue``."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the table's columns, in cells; 0: left out."""

    name: int
    stage: int
    last: int
    next: int
    work: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """The columns that ``width`` cells have room for: what they do from 100 on, the last contact from 56 on."""
        name = max(12, min(28, width * (3 if width >= 56 else 4) // 10))
        stage = 8 if width >= 34 else 0
        last = 11 if width >= 56 else 0
        following = 26 if width >= 100 else 0
        fixed = sum(each + GAP for each in (name, stage, last, following) if each)
        rest = max(width - fixed, 0)
        # Names are what one looks for: what a next step does not need is theirs.
        spare = 0 if following else min(max(rest - _NEXT, 0), 28 - name)
        return cls(name + spare, stage, last, following or rest - spare, rest if following else 0)


def next_step(glance: Glance, today: dt.date) -> Step:
    """What comes next with somebody: what is due, else the next meeting, else what the stage calls for."""
    item, meeting = glance.due, glance.meeting
    if item is not None and not (meeting and meeting.date and meeting.date < item.due):
        when = "overdue" if late(item, today) else short_day_text(item.shown(today), today)
        return Step(f"{due_kind(item)} {when}", "home.start", item.due <= today, known=True)
    if meeting is not None and meeting.date:
        return Step(f"Meeting {short_day_text(meeting.date, today)}", "home.call-sheet", known=True)
    return _ADVISED.get(glance.stage, Step("–")) if glance.stage else Step("")


def last_contact(glance: Glance, today: dt.date) -> str:
    """``yesterday``, ``3 Nov``; a dash where there was none."""
    return short_day_text(glance.last, today) if glance.last else "–"


def header(columns: Columns, title: str) -> Content:
    """The names of the columns; the first is the table's own."""
    return in_columns(
        (
            (title, columns.name, "bold $primary"),
            ("Stage", columns.stage, "dim"),
            ("Last contact" if columns.last >= 12 else "Last", columns.last, "dim"),
            ("Next step", columns.next, "dim"),
            ("What they do", columns.work, "dim"),
        )
    )


def mentor_line(glance: Glance, columns: Columns, today: dt.date) -> Content:
    """One mentor."""
    mentor = glance.mentorship.mentor
    step = next_step(glance, today)
    return in_columns(
        (
            (mentor.name, columns.name, ""),
            (glance.stage or "", columns.stage, "dim"),
            (last_contact(glance, today), columns.last, "dim"),
            (step.words, columns.next, "bold" if step.due else "" if step.known else "dim"),
            (", ".join(part for part in (mentor.role, mentor.organisation) if part), columns.work, "dim"),
        )
    )


def searched(glance: Glance, goals: Sequence[str]) -> str:
    """What a filter looks through: name, what they do, stage, what is asked and the goal that it is for."""
    mentor, ask = glance.mentorship.mentor, glance.mentorship.ask
    goal = goals[ask.goal - 1] if ask.goal and 0 < ask.goal <= len(goals) else ""
    return plain("\n".join((mentor.name, mentor.role, mentor.organisation, glance.stage or "", ask.about, goal)))


def fits(text: str, typed: str) -> bool:
    """Whether all words that were typed stand in ``text``, in any order, case and marks aside."""
    return all(word in text for word in plain(typed).split())
