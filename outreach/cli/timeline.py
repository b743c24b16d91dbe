"""``outreach timeline``: everything between mentee and mentor, in order, with the texts."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from outreach.cli import layout, output
from outreach.cli.people import find_mentor
from outreach.lifecycle.timeline import Entry
from outreach.settings import Paths
from outreach.workspace import Workspace


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Show a mentor's timeline; the exit status.

    Raises:
        OutreachError: there is no such mentor, or the store cannot be read.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        mentor = find_mentor(workspace.mentorships(), args.mentor)
        entries = workspace.diary.timeline(mentor.id)
        stage = workspace.diary.stage(mentor.id)
        today = workspace.today
    if args.json:
        output.write(output.as_json([_json(number, entry) for number, entry in enumerate(entries, 1)]))
        return 0
    if not entries:
        output.say(f"Nothing has passed between you and {mentor.mentor.name} yet.")
        return 0
    layout.put([f"{layout.line_of(mentor.mentor.name)} – {stage}", *_listed(entries, today)])
    return 0


def _listed(entries: Sequence[Entry], today: dt.date) -> list[str]:
    lines: list[str] = []
    digits = len(str(len(entries)))
    widest = max(len(layout.short_day(entry.date, today)) for entry in entries)
    coming = False
    for number, entry in enumerate(entries, 1):
        if entry.coming and not coming:
            lines += ["", "Coming"]
            coming = True
        first = f"  {number:>{digits}}  {layout.short_day(entry.date, today).rjust(widest)}  "
        lines += layout.wrapped(entry.title, len(first), first)
        lines += layout.block(entry.text, digits + 6)
    return lines


def _json(number: int, entry: Entry) -> dict[str, Any]:
    event = entry.event
    return {
        "number": number,
        "date": entry.date.isoformat(),
        "event": event.what.value if event else None,
        "kind": event.kind.value if event and event.kind else None,
        "title": entry.title,
        "text": entry.text or None,
        "coming": entry.coming,
        "logged": bool(event and event.id),
    }
