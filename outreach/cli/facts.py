"""``outreach facts``: what drafts may say of a mentor, and the mentee's hand on it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from outreach.cli import output
from outreach.cli.people import find_mentor
from outreach.domain.errors import BadInput
from outreach.domain.facts import Fact, FactChanges, same_statement
from outreach.drafting.ledger import FactRow, is_added
from outreach.settings import Paths
from outreach.wording.clean import one_line
from outreach.workspace import Workspace

Change = Callable[[Workspace, str, Fact], object]

_CHANGES: dict[str, Change] = {
    "drop": lambda workspace, mentor, fact: workspace.ledger.drop(mentor, fact),
    "restore": lambda workspace, mentor, fact: workspace.ledger.restore(mentor, fact),
    "release": lambda workspace, mentor, fact: workspace.ledger.release(mentor, fact),
    "withhold": lambda workspace, mentor, fact: workspace.ledger.withhold(mentor, fact),
}


@dataclass(frozen=True, slots=True)
class _Listed:
    """All rows of a mentor, then the changes whose statements are gone."""

    rows: list[FactRow]
    gone: FactChanges

    @property
    def statements_gone(self) -> list[tuple[str, str, str]]:
        """Change, statement and the mentee's words of each."""
        dropped = [("dropped", statement, "") for statement in self.gone.dropped]
        return dropped + [("reworded", one.statement, one.text) for one in self.gone.reworded]


def run(args: argparse.Namespace, paths: Paths) -> int:
    """List a mentor's facts, or change one; the exit status.

    Raises:
        OutreachError: there is no such mentor or fact, or the change makes no sense.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        mentor = find_mentor(workspace.mentorships(), args.mentor).id
        number = _changed(args, workspace, mentor)
        listed = _listed(workspace, mentor)
        if args.json:
            output.write(output.as_json(_json(listed)))
        elif number is not None:
            output.write(_line(number, listed.rows[number - 1]) if 0 < number <= len(listed.rows) else "")
        else:
            _print(listed)
    return 0


def _listed(workspace: Workspace, mentor: str) -> _Listed:
    return _Listed(workspace.ledger.rows(mentor), workspace.ledger.unmatched(mentor))


def _changed(args: argparse.Namespace, workspace: Workspace, mentor: str) -> int | None:
    """Make the change that was asked for; the number of the fact, 0 when it is gone, ``None`` where none was."""
    if args.add is not None:
        workspace.ledger.add(mentor, args.add)
        wanted = one_line(args.add)
        rows = list(enumerate(workspace.ledger.rows(mentor), 1))
        return next(number for number, row in rows if is_added(row.fact) and same_statement(row.fact.line, wanted))
    if args.reword is not None:
        number = _number(args.reword[0])
        workspace.ledger.reword(mentor, _fact(workspace, mentor, number), args.reword[1])
        return number
    for name, change in _CHANGES.items():
        number = getattr(args, name)
        if number is None:
            continue
        before = _listed(workspace, mentor)
        if name == "restore" and number > len(before.rows):
            return _forgotten(workspace, mentor, before, number)
        change(workspace, mentor, _fact(workspace, mentor, number))
        if len(workspace.ledger.rows(mentor)) == len(before.rows):
            return int(number)
        output.say("Removed: you had added it yourself.")
        return 0
    return None


def _forgotten(workspace: Workspace, mentor: str, listed: _Listed, number: int) -> int:
    """Take back a change whose statement is gone."""
    at = number - len(listed.rows) - 1
    if at >= len(listed.statements_gone):
        raise _no_fact(number)
    workspace.ledger.forget(mentor, listed.statements_gone[at][1])
    output.say("Forgotten: the statement is not in the background or the notes any more.")
    return 0


def _fact(workspace: Workspace, mentor: str, number: int) -> Fact:
    rows = workspace.ledger.rows(mentor)
    if not 1 <= number <= len(rows):
        raise _no_fact(number)
    return rows[number - 1].fact


def _no_fact(number: int) -> BadInput:
    return BadInput(f"There is no fact {number}.", "`outreach facts MENTOR` lists them with their numbers.")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise BadInput(f"--reword needs a number and the words, not “{text}”.", 'Such as: --reword 3 "She runs a mill"')
    return int(text)


def _print(listed: _Listed) -> None:
    day = None
    for number, row in enumerate(listed.rows, 1):
        if row.day and row.day != day:
            output.write(f"Meeting of {row.day.isoformat()}\n")
            day = row.day
        output.write(_line(number, row))
    if not listed.rows:
        output.say("No facts yet.")
    if listed.statements_gone:
        output.write("Changes to statements that are not there any more; --restore forgets them\n")
    for number, (change, statement, text) in enumerate(listed.statements_gone, len(listed.rows) + 1):
        output.write(f"{number:>3}  {change:<11}  {statement}{f' → {text}' if text else ''}\n")


def _line(number: int, row: FactRow) -> str:
    fact = row.fact
    lines = [f"{number:>3}  {fact.standing.value:<11}  {fact.text}"]
    if row.told:
        lines.append(f"told: {row.told}")
    if fact.why:
        lines.append(f"why: {fact.why}")
    if fact.original:
        lines.append(f"was: {fact.original}")
    return f"\n{'':18}".join(lines) + "\n"


def _json(listed: _Listed) -> dict[str, Any]:
    rows = listed.rows
    return {
        "facts": [
            {
                "number": number,
                "id": row.fact.id,
                "meeting": row.day.isoformat() if row.day else None,
                "standing": row.fact.standing.value,
                "text": row.fact.text,
                "told": row.told or None,
                "why": row.fact.why or None,
                "was": row.fact.original or None,
                "start": row.fact.start,
                "end": row.fact.end,
            }
            for number, row in enumerate(rows, 1)
        ],
        "unmatched": [
            {"number": number, "change": change, "statement": statement, "text": text or None}
            for number, (change, statement, text) in enumerate(listed.statements_gone, len(rows) + 1)
        ],
    }
