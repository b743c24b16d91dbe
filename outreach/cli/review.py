"""``outreach review``: what the rules say of a text, one finding a line, as a compiler does."""

from __future__ import annotations

import argparse
import datetime as dt
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from outreach.briefing.brief import check_kind
from outreach.cli import output
from outreach.cli.people import stored_case
from outreach.cli.typed import read_text, shown_name
from outreach.domain.case import Case
from outreach.domain.draft import Finding, Kind, Level
from outreach.exchange.case_file import read_case
from outreach.review.authorship import authorship
from outreach.review.check import Review
from outreach.review.context import Context
from outreach.review.grounding import claims
from outreach.review.message import Message, read_message
from outreach.review.rule import rules
from outreach.settings import Paths
from outreach.wording.clean import one_line, plain
from outreach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Typed:
    """The text as it was given, and what to call it."""

    name: str
    message: Message


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Review what ``args`` name; 1 when a finding fails, else 0.

    Raises:
        OutreachError: the text, the case or the settings cannot be read.
    """
    typed = _read(args.file)
    with closing(Workspace(paths, today=args.today or dt.date.today())) as workspace:
        case = _case(args, workspace)
        context = workspace.context(
            typed.message.subject, typed.message.body, args.kind, args.channel, premium=args.premium, case=case
        )
        found = workspace.judge(context)
    if args.json:
        output.write(output.as_json(_json(typed, context, found)))
    else:
        output.write("".join(f"{_line(typed, finding)}\n" for finding in found.findings))
        _summary(context, found)
    return 0 if found.ready else 1


def _case(args: argparse.Namespace, workspace: Workspace) -> Case | None:
    if args.case is not None:
        case = read_case(args.case)
        check_kind(case, args.kind, str(args.case))
        return case
    if args.mentor is None:
        return None
    return stored_case(workspace, args.mentor, args.kind).case


def _read(name: str) -> Typed:
    """The text of a file or of standard input.

    Raises:
        BadInput: it cannot be read, is no text, is empty or far too long.
    """
    return Typed(shown_name(name), read_message(read_text(name, "the message")))


def _line(typed: Typed, finding: Finding) -> str:
    line, column = typed.message.place(finding.where, finding.start or 0)
    fix = ""
    if finding.fix is not None:
        fix = f" [fix: “{one_line(finding.fix)}”]" if finding.fix.strip() else " [fix: leave it out]"
    message = " ".join(plain(finding.message).split())
    return f"{plain(typed.name)}:{line}:{column}: {finding.level} {finding.rule}: {message}{fix}"


def _summary(context: Context, found: Review) -> None:
    counts = [(level, sum(finding.level is level for finding in found.findings)) for level in Level]
    words = {Level.FAIL: "to fix", Level.WARN: "to look at", Level.INFO: "to know"}
    told = ", ".join(f"{count} {words[level]}" for level, count in counts if count) or "nothing to fix"
    reasons = "; ".join(f"{rules()[one.rule].title} ({one.rule}) −{one.points}" for one in found.deductions)
    output.say(f"{'Ready' if found.ready else 'Not ready'}: {told}.")
    output.say(f"Score {found.score} of 100" + (f": {reasons}." if reasons else "."))
    if context.brief is not None and context.kind is not Kind.AGENDA:
        share = authorship(context.body, context.brief, context.sections).share
        output.say(f"In words that you typed into the case: {share:.0%}.")


def _json(typed: Typed, context: Context, found: Review) -> dict[str, Any]:
    return {
        "kind": context.kind.value,
        "channel": context.channel.value,
        "subject": context.subject,
        "ready": found.ready,
        "score": found.score,
        "deductions": [asdict(one) | {"title": rules()[one.rule].title} for one in found.deductions],
        "findings": [_finding_json(typed, finding) for finding in found.findings],
        "grounded": _grounded(context),
        "authorship": asdict(authorship(context.body, context.brief, context.sections)) if context.brief else None,
    }


def _finding_json(typed: Typed, finding: Finding) -> dict[str, Any]:
    line, column = typed.message.place(finding.where, finding.start or 0)
    return asdict(finding) | {"line": line, "column": column}


def _grounded(context: Context) -> list[dict[str, Any]]:
    """What was traced, and to which facts."""
    if context.brief is None:
        return []
    texts = {"subject": context.subject, "body": context.body}
    return [
        {
            "text": texts[claim.where][claim.start : claim.end],
            "where": claim.where,
            "start": claim.start,
            "end": claim.end,
            "facts": list(claim.facts),
        }
        for claim in claims(context)
        if claim.facts
    ]
