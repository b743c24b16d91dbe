"""``outreach meetings``: listing and planning them, and the sheet to read before a call."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from outreach.briefing.clocks import on_other_clock, zone
from outreach.briefing.dates import long_date
from outreach.cli import layout, meeting_notes, output
from outreach.cli.people import find_mentor
from outreach.domain.case import Meeting
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import time_text
from outreach.lifecycle.call_sheet import text as sheet_text
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import MeetingState, state_of, was_held
from outreach.lifecycle.wording import day_text
from outreach.settings import Paths
from outreach.wording.clean import plain
from outreach.workspace import Workspace


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Do what the action says; the exit status.

    Raises:
        OutreachError: wrong usage, there is no such mentor or meeting, or the store cannot be used.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        everybody = workspace.mentorships()
        if args.action == "list":
            chosen = everybody if args.mentor is None else [find_mentor(everybody, args.mentor)]
            _list(args, workspace, chosen)
            return 0
        mentor = find_mentor(everybody, args.mentor)
        if args.action == "plan":
            _plan(args, workspace, mentor)
        elif args.action == "notes":
            meeting_notes.keep(args, workspace, mentor)
        else:
            output.write(f"{plain(sheet_text(workspace.diary.call_sheet(mentor.id)))}\n")
    return 0


@dataclass(frozen=True, slots=True)
class _Row:
    """One meeting of the list."""

    mentor: str
    meeting: Meeting
    state: MeetingState


def _list(args: argparse.Namespace, workspace: Workspace, chosen: Sequence[Mentorship]) -> None:
    rows = []
    for one in chosen:
        # Once a mentor: asking the diary for each meeting would read the store as often.
        drafts = workspace.drafts(one.id) if one.meetings else []
        rows += [
            _Row(one.mentor.name, meeting, state_of(meeting, one, workspace.today, drafts)) for meeting in one.meetings
        ]
    if args.json:
        output.write(output.as_json([_json(row) for row in rows]))
    elif not rows:
        whom = f" with {chosen[0].mentor.name}" if args.mentor is not None else ""
        output.say(f"No meetings{whom} yet. `outreach meetings plan MENTOR --date DATE` sets one.")
    else:
        layout.put(_table(rows, workspace.today))


def _json(row: _Row) -> dict[str, Any]:
    meeting = row.meeting
    return {
        "mentor": row.mentor,
        "number": meeting.number,
        "date": meeting.date.isoformat() if meeting.date else None,
        "time": time_text(meeting.time) or None,
        "minutes": meeting.minutes,
        "mode": meeting.mode or None,
        "state": row.state.value,
        "questions": list(meeting.questions),
        "notes": len(_lines(meeting.notes)),
        "actions": len(meeting.next_actions),
        "next_meeting": meeting.next_meeting.isoformat() if meeting.next_meeting else None,
    }


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _table(rows: Sequence[_Row], today: dt.date) -> list[str]:
    """The meetings below each mentor's name."""
    lines: list[str] = []
    before = None
    for row, line in zip(rows, layout.columns([_cells(row.meeting, row.state, today) for row in rows]), strict=True):
        if row.mentor != before:
            lines += [*([""] if lines else []), layout.line_of(row.mentor)]
        lines.append(line)
        before = row.mentor
    return lines


def _cells(meeting: Meeting, state: str, today: dt.date) -> list[str]:
    kept = [(len(_lines(meeting.notes)), "note"), (len(meeting.next_actions), "promise")]
    asked = [(len(meeting.questions), "question")]
    counts = ", ".join(layout.count(number, word) for number, word in kept if number)
    return [
        f"{meeting.number or '':>3}",
        layout.short_day(meeting.date, today) if meeting.date else "no day yet",
        time_text(meeting.time),
        f"{meeting.minutes} min" if meeting.minutes else "",
        layout.clipped(meeting.mode, 16),
        state,
        counts or ", ".join(layout.count(number, word) for number, word in asked if number),
    ]


@dataclass(frozen=True, slots=True)
class _Moment:
    """When a meeting is, on the mentee's clock and on the other, where one is known that shows another time."""

    date: dt.date
    time: dt.time | None
    there: tuple[dt.date, dt.time] | None = None
    place: str = ""
    """Where the other clock hangs: ``for them``, ``in Europe/London``."""
    twice: bool = False
    """Whether the hour comes twice that night; the first is meant."""


def _plan(args: argparse.Namespace, workspace: Workspace, mentorship: Mentorship) -> None:
    me = workspace.mentee()
    mine, today = me.timezone.strip() if me else "", workspace.today
    named = _zone(args, mine, mentorship)
    moment = _moment(args.date, args.time, named, mine, mentorship)
    if moment.date < today:
        raise BadInput(
            f"--date {moment.date}: is past; today is {today}.",
            "What was said in a meeting is written down with `outreach meetings notes MENTOR --date DATE`.",
        )
    old = _next(mentorship, moment.date, args.move, today)
    if old is not None and old.time is not None and args.time is None:
        moment = _moment(args.date, old.time, mine, mine, mentorship)
    new = _planned(args, mentorship, old, moment, today)
    others = tuple(one for one in mentorship.meetings if one is not old)
    workspace.save_mentorship(replace(mentorship, meetings=(*others, new)))
    layout.put(_told(mentorship, old, new, moment, today))


def _zone(args: argparse.Namespace, mine: str, mentorship: Mentorship) -> str:
    """The time zone that date and time were given in; empty where it is the mentee's own and that is not known.

    Raises:
        BadInput: it is not known, or there is no time in it.
    """
    if args.zone == "mine":
        return mine
    if args.time is None:
        raise BadInput("--zone goes with --time.", "Such as: --time 17:00 --zone theirs")
    theirs = mentorship.mentor.timezone.strip()
    if args.zone == "theirs" and not theirs:
        raise BadInput(
            f"--zone theirs: the time zone of {mentorship.mentor.name} is not known.",
            "Fill it in in the app, or name it: --zone Europe/London",
        )
    if not mine:
        raise BadInput(
            f"--zone {args.zone}: your own time zone is not known.",
            "Set it with `outreach me --timezone Europe/London`.",
        )
    return theirs if args.zone == "theirs" else str(args.zone).strip()


def _moment(date: dt.date, time: dt.time | None, named: str, mine: str, mentorship: Mentorship) -> _Moment:
    """The moment that is ``date`` and ``time`` in the zone ``named``.

    Raises:
        BadInput: there is no such zone, or no such time on that day.
    """
    if time is None or not named:
        return _Moment(date, time)
    theirs = mentorship.mentor.timezone.strip()
    begun = dt.datetime.combine(date, time, zone(named))
    twice = begun.utcoffset() != begun.replace(fold=1).utcoffset()
    # Also where both are the same clock: it says whether there is such a time on that day.
    here = on_other_clock(date, time, named, mine or named)
    there = on_other_clock(date, time, named, theirs or named)
    return _Moment(*here, there if there != here else None, "for them" if theirs else f"in {named}", twice)


def _next(mentorship: Mentorship, date: dt.date, move: bool, today: dt.date) -> Meeting | None:
    """The meeting that is set already, or was thought of without a day; ``None`` where there is none.

    Raises:
        BadInput: it is on another day and is not to be moved, or there is none to move.
    """
    history = History.of(mentorship, today)
    waiting = [one for one in mentorship.meetings if not was_held(one, history, today)]
    coming = [one for one in waiting if one.date and one.date >= today]
    same = next((one for one in coming if one.date == date), None)
    if same is not None:
        return same
    if coming and not move:
        on = day_text(coming[0].date, today) if coming[0].date else ""
        raise BadInput(f"A meeting with {mentorship.mentor.name} is set for {on}.", "Move it with --move.")
    if not coming and move:
        raise BadInput(f"There is no meeting with {mentorship.mentor.name} to move.", "Leave --move out to set one.")
    return next(iter([*coming, *(one for one in waiting if one.date is None)]), None)


def _planned(
    args: argparse.Namespace, mentorship: Mentorship, old: Meeting | None, moment: _Moment, today: dt.date
) -> Meeting:
    """The meeting as it is set: what is not said is as before, or as in the meeting before."""
    last = next((one for one in reversed(mentorship.meetings) if one.date and one is not old), None)
    start = old or Meeting(
        minutes=last.minutes if last else mentorship.ask.minutes, mode=last.mode if last else "", planned=today
    )
    changed = old is None or (old.date, old.time) != (moment.date, moment.time)
    asked = [question for text in args.question if (question := layout.line_of(text))]
    return replace(
        start,
        date=moment.date,
        time=moment.time,
        minutes=args.minutes or start.minutes,
        mode=layout.line_of(args.mode) if args.mode is not None else start.mode,
        number=start.number or _number(mentorship),
        questions=tuple(dict.fromkeys([*start.questions, *asked])),
        # A day agreed on anew makes due what belongs to it from then on.
        planned=today if changed else start.planned,
    )


def _number(mentorship: Mentorship) -> int:
    """Counted on from the meetings that are there, which may have begun long before them."""
    dated = [one for one in mentorship.meetings if one.date]
    return max([len(dated), *(one.number or 0 for one in mentorship.meetings)]) + 1


def _told(mentorship: Mentorship, old: Meeting | None, new: Meeting, moment: _Moment, today: dt.date) -> list[str]:
    name = layout.line_of(mentorship.mentor.name)
    moved = old is not None and old.date is not None and (old.date, old.time) != (new.date, new.time)
    at = f", {new.time:%H:%M}" if new.time else ""
    length = f", {new.minutes} minutes" if new.minutes else ""
    mode = f", {new.mode}" if new.mode else ""
    when = f"{long_date(moment.date)}{at}{length}{mode}"
    what = f"{'Moved' if moved else 'Set'}: meeting {new.number} with {name}, {when}."
    lines = layout.wrapped(what)
    if moment.there:
        date, time = moment.there
        on = "" if date == moment.date else f" on {long_date(date)}"
        lines += layout.wrapped(f"{moment.time:%H:%M} on your clock is {time:%H:%M}{on} {moment.place}.")
    if moment.twice:
        lines += layout.wrapped("The clocks go back, and that hour comes twice: the first of the two is meant.")
    for question in new.questions:
        lines += layout.wrapped(question, 10, "Question: ")
    if not new.minutes:
        lines.append("An agenda needs its length: add --minutes.")
    if new.date and new.date.weekday() > 4:
        lines.append(f"{day_text(new.date, today).split()[0]} is no working day; make sure that it suits them.")
    return lines
