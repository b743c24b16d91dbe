"""``outreach advice``: what a mentor advised, and what became of each piece."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from outreach.cli import layout, output
from outreach.cli.people import find_mentor
from outreach.cli.values import number_of
from outreach.domain.errors import BadInput
from outreach.domain.events import Fate
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.wording import day_text
from outreach.settings import Paths
from outreach.workspace import Workspace

_number = number_of("a piece of advice")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """List a mentor's advice, or decide about a piece of it; the exit status.

    Raises:
        OutreachError: there is no such mentor or advice, words are missing, or the store cannot be used.
    """
    if args.by is not None and args.act is None:
        raise BadInput("--by goes with --act.", 'Such as: --act 2 "log every override" --by 2026-12-17')
    with closing(Workspace(paths, today=args.today)) as workspace:
        if args.by is not None and args.by < workspace.today:
            raise BadInput(f"--by {args.by}: is past; today is {workspace.today}.", "Name a day that comes.")
        mentor = find_mentor(workspace.mentorships(), args.mentor)
        number = _changed(args, workspace, mentor.id)
        known = workspace.diary.advice(mentor.id)
        today = workspace.today
    chosen = [(at, one) for at, one in enumerate(known, 1) if number in {None, at}]
    if args.json:
        output.write(output.as_json([_json(at, one) for at, one in chosen]))
    elif chosen:
        layout.put(_listed(chosen, today))
    else:
        output.say(f"No advice of {mentor.mentor.name} is in the notes yet.")
    return 0


def _changed(args: argparse.Namespace, workspace: Workspace, mentor: str) -> int | None:
    """Make the change that was asked for; the number of the advice, ``None`` where none was."""
    option, words = next(((name, given) for name in ("act", "aside") if (given := getattr(args, name))), ("", []))
    number = _read(option, words[0]) if words else args.keep
    if number is None:
        return None
    known = workspace.diary.advice(mentor)
    if not 1 <= number <= len(known):
        raise BadInput(f"There is no advice {number}.", "`outreach advice MENTOR` lists it with its numbers.")
    chosen, text = known[number - 1], " ".join(words[1:]).strip()
    if option == "act":
        workspace.diary.act_on(mentor, chosen.noted.text, text, args.by)
    elif option == "aside":
        _put_aside(workspace, mentor, chosen, text)
    elif chosen.fate is not Fate.ASIDE:
        raise BadInput(
            f"Advice {number} was not put aside.", "`outreach log MENTOR --undo` takes back an action that was logged."
        )
    else:
        workspace.diary.put_aside(mentor, chosen.noted.text, "")
    return int(number)


def _put_aside(workspace: Workspace, mentor: str, chosen: Advice, reason: str) -> None:
    if not reason:
        raise BadInput("--aside needs a reason, which is for you alone.", 'Such as: --aside 3 "we have no such ward"')
    workspace.diary.put_aside(mentor, chosen.noted.text, reason)


def _read(option: str, text: str) -> int:
    try:
        return _number(text)
    except argparse.ArgumentTypeError as error:
        raise BadInput(f"--{option} {error}.", f"Such as: --{option} 2 “…”") from error


def _listed(chosen: Sequence[tuple[int, Advice]], today: dt.date) -> list[str]:
    lines: list[str] = []
    day: dt.date | None = None
    for number, one in chosen:
        if one.noted.day and one.noted.day != day:
            day = one.noted.day
            lines.append(f"Meeting of {day_text(day, today)}")
        first = f"{number:>3}  {one.fate:<8}  "
        lines += layout.wrapped(one.noted.text, len(first), first)
        for told in _became(one, today):
            lines += layout.wrapped(told, len(first))
    return lines


def _became(one: Advice, today: dt.date) -> list[str]:
    by = f", by {day_text(one.by, today)}" if one.by else ""
    done = f", done on {day_text(one.done, today)}" if one.done else ""
    return [
        *([f"you: {one.action}{done or by}"] if one.action else []),
        *([f"it led to: {one.result}"] if one.result else []),
        *([f"because: {one.reason}"] if one.reason else []),
    ]


def _json(number: int, one: Advice) -> dict[str, Any]:
    return {
        "number": number,
        "meeting": one.noted.day.isoformat() if one.noted.day else None,
        "advice": one.noted.text,
        "fate": one.fate.value,
        "action": one.action or None,
        "by": one.by.isoformat() if one.by else None,
        "done": one.done.isoformat() if one.done else None,
        "result": one.result or None,
        "reason": one.reason or None,
    }
