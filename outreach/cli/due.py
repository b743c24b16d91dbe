"""``outreach due`` and ``outreach snooze``: what is due next, and putting it off."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
from collections.abc import Sequence
from contextlib import closing

from outreach.cli import layout, output
from outreach.cli.people import find_mentor
from outreach.cli.values import perhaps
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.due import ACTION, AHEAD, GOAL_REVIEW, Due
from outreach.lifecycle.wording import day_text
from outreach.lifecycle.working_days import WorkingDays
from outreach.settings import Paths
from outreach.workspace import Workspace

_INDENT = 4
_KINDS = (
    *(kind.value for kind in Kind if kind not in {Kind.FIRST_CONTACT, Kind.AGREEMENT}),
    ACTION,
)
"""What can be due with a mentor."""
_WORDS = 5
"""So many words of a promise name it in a command."""


def run(args: argparse.Namespace, paths: Paths) -> int:
    """List what is due; the exit status.

    Raises:
        OutreachError: the store cannot be read, or the mentee's country is not known.
    """
    ahead = None if args.all else AHEAD if args.days is None else args.days
    with closing(Workspace(paths, today=args.today)) as workspace:
        items = workspace.diary.due(ahead)
        if args.json:
            output.write(output.as_json([_json(item) for item in items]))
        elif items:
            layout.put(_listed(items, workspace))
        else:
            _tell_nothing(workspace, ahead)
    return 0


def _json(item: Due) -> dict[str, str]:
    return {"mentor": item.mentor, "kind": str(item.kind), "due": item.due.isoformat(), "why": item.why}


def _listed(items: Sequence[Due], workspace: Workspace) -> list[str]:
    everybody, mentee, today = workspace.mentorships(), workspace.mentee(), workspace.today
    groups = {
        "Overdue": [item for item in items if item.last < today],
        "Today": [item for item in items if item.due <= today <= item.last],
        "Coming": [item for item in items if item.due > today],
    }
    widest = max(len(layout.short_day(item.shown(today), today)) for item in items)
    lines: list[str] = []
    for heading, found in groups.items():
        if found:
            lines += [*([""] if lines else []), heading]
        for item in found:
            whom = f"  {layout.line_of(item.mentor)}" if item.mentor else ""
            lines += [f"  {layout.short_day(item.shown(today), today).rjust(widest)}  {item.kind}{whom}".rstrip()]
            indent = _INDENT + widest
            lines += layout.wrapped(item.why, indent)
            lines.append(layout.Dim(f"{' ' * indent}{command_for(item, everybody, mentee)}"))
    return lines


def command_for(item: Due, everybody: Sequence[Mentorship], mentee: Mentee | None) -> str:
    """The command that does what is due."""
    if item.kind == GOAL_REVIEW:
        goals = mentee.goals if mentee else ()
        number = next((n for n, goal in enumerate(goals, 1) if goal == item.about), 0)
        return f"outreach goals --reviewed {number or 'N'} DATE"
    mentor = next(one for one in everybody if one.id == item.mentorship_id)
    name = layout.name_for_shell(mentor, everybody)
    if item.kind == ACTION:
        return f"outreach log {name} done {_begun(item.about)}"
    return f"outreach draft --mentor {name} --kind {item.kind}{f' --as {item.purpose}' if item.purpose else ''}"


def _begun(what: str) -> str:
    """The first words of a promise, which name it where they are clear."""
    return shlex.quote(" ".join(layout.line_of(what).split()[:_WORDS]))


def _tell_nothing(workspace: Workspace, ahead: int | None) -> None:
    today = workspace.today
    until = today if ahead is None else today + dt.timedelta(days=ahead)
    upto = "" if ahead is None else " today" if ahead == 0 else f" up to {day_text(until, today)}"
    later = workspace.diary.due(None)
    if not later:
        output.say(f"Nothing is due{upto}.")
        return
    item = later[0]
    whom = f" with {layout.line_of(item.mentor)}" if item.mentor else ""
    output.say(f"Nothing is due{upto}. Next is {item.kind}{whom}, on {day_text(item.due, today)}.")


def run_snooze(args: argparse.Namespace, paths: Paths) -> int:
    """Put off what is due with a mentor; the exit status.

    Raises:
        OutreachError: there is no such mentor, nothing of that kind is due, or the day is no later one.
    """
    if args.kind == GOAL_REVIEW:
        raise BadInput("The review of a goal concerns no mentor.", "Such as: outreach goals --review 1 2027-01-15")
    if args.kind is not None and args.kind not in _KINDS:
        raise BadInput(
            f"“{args.kind}” is nothing that is due{perhaps(args.kind, _KINDS)}.", f"Known are {', '.join(_KINDS)}."
        )
    with closing(Workspace(paths, today=args.today)) as workspace:
        mentor = find_mentor(workspace.mentorships(), args.mentor)
        waiting = [item for item in workspace.diary.due(None) if item.mentorship_id == mentor.id]
        found = [item for item in waiting if item.kind == args.kind]
        if not found:
            raise _nothing(mentor, args.kind, waiting, workspace.today)
        for item, until in [(item, _until(args, item, workspace)) for item in found]:
            workspace.diary.snooze(item, until)
            what = f"{item.kind} with {layout.line_of(item.mentor)}"
            layout.put(layout.wrapped(f"Put off to {day_text(until, workspace.today)}: {what}. {item.why}"))
    return 0


def _nothing(mentor: Mentorship, kind: str | None, waiting: Sequence[Due], today: dt.date) -> BadInput:
    listed = "; ".join(f"{item.kind} ({day_text(item.due, today)})" for item in waiting)
    hint = f"Due with {mentor.mentor.name}: {listed}." if waiting else f"Nothing is due with {mentor.mentor.name}."
    return BadInput("KIND is missing: what is to be put off?" if kind is None else f"No {kind} is due.", hint)


def _until(args: argparse.Namespace, item: Due, workspace: Workspace) -> dt.date:
    """The day to put ``item`` off to.

    Raises:
        BadInput: it is not later than the one on which it is due.
    """
    start = max(item.due, workspace.today)
    if args.days is not None:
        return start + dt.timedelta(days=args.days)
    if args.until is None:
        mentee = workspace.mentee()
        return WorkingDays.of_country(mentee.country if mentee else "").after(start, 1)
    until: dt.date = args.until
    if until <= item.due:
        raise BadInput(
            f"{item.kind} is due on {day_text(item.due, workspace.today)} anyway.", "Name a later day with --until."
        )
    return until
