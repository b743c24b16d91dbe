"""``outreach mentors``: who is in the app, and where contact stands with each."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from outreach.cli import layout, output
from outreach.domain.draft import Draft
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.lifecycle.history import History
from outreach.lifecycle.stages import stage_of
from outreach.lifecycle.working_days import WorkingDays
from outreach.settings import Paths
from outreach.workspace import Workspace

_COLUMNS = ("name", "organisation", "relationship", "stage", "last contact", "meetings", "drafts", "id")
_FIRST_TO_GO = ("id", "drafts", "meetings", "relationship", "organisation")
"""What a narrow terminal shows no room for; elsewhere, and as JSON, all of it is there."""
_LONGEST = 40
_LONGEST_OF_MANY = 24


def run(args: argparse.Namespace, paths: Paths) -> int:
    """List the mentors; the exit status.

    Raises:
        OutreachError: the store cannot be read, or the mentee's country is not known.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        me = workspace.mentee()
        days = WorkingDays.of_country(me.country if me else "")
        rows = [_row(one, workspace.drafts(one.id), workspace.today, days) for one in workspace.mentorships()]
    if args.json:
        output.write(output.as_json(rows))
    elif rows:
        layout.put(_table(rows))
    else:
        output.say("No mentors yet. `outreach import CASE.toml` or the app adds one.")
    return 0


def _row(one: Mentorship, drafts: Sequence[Draft], today: dt.date, days: WorkingDays) -> dict[str, Any]:
    # With what is at hand: asking the diary for each would read the store five times a mentor.
    history = History.of(one, today, drafts)
    last = history.last_contact
    return {
        "id": one.id,
        "name": one.mentor.name,
        "organisation": one.mentor.organisation,
        "relationship": one.mentor.relationship.value,
        "meetings": len(one.meetings),
        "drafts": len(drafts),
        "stage": stage_of(one, today, days, history).value,
        "last_contact": last.isoformat() if last else None,
    }


def _table(rows: list[dict[str, Any]]) -> list[str]:
    """One line a mentor; in a terminal only the columns that fit."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    room = shutil.get_terminal_size((80, 24)).columns if terminal else None
    shown = list(_COLUMNS)
    lines = _lines(rows, shown, _LONGEST)
    for column in ("", *_FIRST_TO_GO):
        if room is None or max(map(len, lines)) <= room:
            break
        shown = [one for one in shown if one != column]
        lines = _lines(rows, shown, _LONGEST_OF_MANY)
    return lines


def _lines(rows: list[dict[str, Any]], shown: list[str], longest: int) -> list[str]:
    return layout.columns([[_cell(row, column, longest) for column in shown] for row in rows])


def _cell(row: dict[str, Any], column: str, longest: int) -> str:
    if column in {"meetings", "drafts"}:
        return layout.count(row[column], column[:-1])
    if column == "last contact":
        return date_text(dt.date.fromisoformat(row["last_contact"])) if row["last_contact"] else "–"
    return str(row[column])[:8] if column == "id" else layout.clipped(str(row[column]), longest)
