"""The command line's grammar."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import outreach
from outreach.cli import models, output
from outreach.domain.draft import DRAFTED, Channel, Kind, Level
from outreach.domain.errors import BadInput

MAX_SEED = 2**31 - 1

_DESCRIPTION = """\
Drafts the messages of a mentorship with a language model on your own machine:
the first contact, the agenda of the next meeting, the thank-you after it.
Nothing leaves the machine. Without a command it opens the app."""

_EXAMPLES = """\
examples:
  outreach                                          open the app
  outreach draft case.toml --kind first-contact     draft from a case file
  outreach draft --mentor Tomasz --kind agenda      draft from what the app knows
  outreach review mail.txt --case case.toml         say what a mentor would think of a text
  outreach import case.toml                         put a case into the app
  outreach models pull                              get the model that fits this machine

exit status:
  0 ready   1 written but not ready   2 wrong usage or bad input
  3 the model failed   4 the store is locked or cannot be written   130 cancelled"""

_DRAFT_EXAMPLES = """\
examples:
  outreach draft case.toml --kind first-contact
  outreach draft case.toml --kind agenda --no-model --out agenda.md
  outreach draft case.toml --kind thank-you --model small --seed 7 --json
  outreach draft case.toml --kind first-contact --channel linkedin-note
  outreach draft --mentor "Tomasz Zieliński" --kind agenda

The draft goes to standard output, all else to standard error. A draft that is
made with --mentor is kept in the app."""

_REVIEW_EXAMPLES = """\
examples:
  outreach review mail.txt                                  what can be said without a case
  outreach review mail.txt --case case.toml                 with every name and number traced
  outreach review - --case case.toml --kind thank-you < mail.txt
  outreach review note.txt --channel linkedin-note

A first line “Subject: …” is the subject. Findings go to standard output, one a
line, as FILE:LINE:COLUMN: level rule: message. The status is 1 when one fails."""


class Parser(argparse.ArgumentParser):
    """Tells wrong usage as our own error, and prints through our own output."""

    def error(self, message: str) -> NoReturn:
        """Raise ``BadInput`` for what argparse found wrong."""
        raise BadInput(f"{message}.", f"`{self.prog} --help` shows what is possible.")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does; what a command does not know is told by that command, whose help is the right one."""
        found, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Name the nearest where there is no such command."""
        known = [str(one) for one in action.choices or ()]
        if known and value not in known:
            message = f"there is no “{value}”{_perhaps(str(value), known)}; known are {', '.join(known)}"
            raise argparse.ArgumentError(action, message)

    def _print_message(self, message: str, file: object = None) -> None:
        output.write(message)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments in ``argv``, default those of the process.

    Raises:
        BadInput: they make no sense.
        SystemExit: help or version was asked for, and is printed.
    """
    parser: argparse.ArgumentParser = Parser(
        prog="outreach",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"outreach {outreach.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_draft(commands)
    _add_review(commands)
    _add_people(commands)
    _add_facts(commands)
    models.add_parser(commands)
    _add_prompts(commands)
    return parser.parse_args(argv)


def _add_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    draft = commands.add_parser(
        "draft",
        help="draft one message",
        description="Drafts one message, from a case file or from what the app knows about a mentor.",
        epilog=_DRAFT_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    draft.add_argument("case", nargs="?", type=Path, metavar="CASE.toml", help="the case file")
    draft.add_argument("--mentor", metavar="NAME", help="a mentor in the app instead: name, its beginning, or id")
    draft.add_argument(
        "--kind", required=True, type=_choice(Kind, "kind", DRAFTED), metavar="KIND", help=", ".join(DRAFTED)
    )
    draft.add_argument(
        "--channel",
        type=_choice(Channel, "channel"),
        default=Channel.EMAIL,
        metavar="CHANNEL",
        help=f"{', '.join(Channel)} (default: email); a first contact goes by all of them",
    )
    draft.add_argument("--premium", action="store_true", help="a LinkedIn note of a paying member: 300 characters")
    model = draft.add_mutually_exclusive_group()
    model.add_argument(
        "--model", metavar="ID", help="the model to draft with (default: the one you chose, or that fits)"
    )
    model.add_argument("--no-model", action="store_true", help="draft from templates alone")
    draft.add_argument("--seed", type=_seed, metavar="N", help=f"1 to {MAX_SEED}: the same seed, the same draft")
    draft.add_argument("--today", type=_day, metavar="DATE", help="the date to write on, such as 2026-12-03")
    draft.add_argument("--json", action="store_true", help="print one JSON object with facts, sections and findings")
    draft.add_argument("--out", type=Path, metavar="FILE", help="write the result there instead")
    draft.add_argument("--force", action="store_true", help="let --out overwrite a file")


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    review = commands.add_parser(
        "review",
        help="say what a mentor would think of a text",
        description="Reviews a message to a mentor, whoever wrote it. It needs no model and changes nothing.",
        epilog=_REVIEW_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    review.add_argument("file", metavar="FILE", help="the text; “-” reads standard input")
    known = review.add_mutually_exclusive_group()
    known.add_argument("--case", type=Path, metavar="CASE.toml", help="the case file to hold it against")
    known.add_argument("--mentor", metavar="NAME", help="a mentor in the app to hold it against")
    review.add_argument(
        "--kind",
        type=_choice(Kind, "kind"),
        default=Kind.FIRST_CONTACT,
        metavar="KIND",
        help=f"{', '.join(Kind)} (default: first-contact)",
    )
    review.add_argument(
        "--channel",
        type=_choice(Channel, "channel"),
        default=Channel.EMAIL,
        metavar="CHANNEL",
        help=f"{', '.join(Channel)} (default: email)",
    )
    review.add_argument("--premium", action="store_true", help="a LinkedIn note of a paying member: 300 characters")
    review.add_argument("--today", type=_day, metavar="DATE", help="the date to review on, such as 2026-12-03")
    review.add_argument("--json", action="store_true", help="print one JSON object with findings and what was traced")
    rules = commands.add_parser(
        "rules",
        help="list the rules of the review, or explain one",
        description="Lists the rules of the review with their sources; with an ID it explains one.",
        allow_abbrev=False,
    )
    rules.add_argument("id", nargs="?", metavar="ID", help="the rule to explain, such as R3")
    rules.add_argument(
        "--set",
        choices=("off", *Level, "default"),
        metavar="LEVEL",
        help="from now on: off, info, warn, fail, or default for the rule's own level",
    )
    rules.add_argument("--json", action="store_true", help="print JSON")


def _add_people(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = commands.add_parser(
        "import",
        help="put a case file into the app",
        description="Puts mentor, ask and meeting of a case file into the app. Importing twice changes nothing.",
        allow_abbrev=False,
    )
    importing.add_argument("case", type=Path, metavar="CASE.toml", help="the case file")
    importing.add_argument(
        "--as-me", action="store_true", help="take over the file's [mentee], though you are there already"
    )
    mentors = commands.add_parser("mentors", help="list the mentors in the app", allow_abbrev=False)
    mentors.add_argument("--json", action="store_true", help="print a JSON list")


def _add_facts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    facts = commands.add_parser(
        "facts",
        help="what drafts may say of a mentor",
        description="Lists the facts of a mentor in the app with their numbers, what may be done with each, and how "
        "it is told; or changes one. Changes outlive pasting the background again.",
        allow_abbrev=False,
    )
    facts.add_argument("mentor", metavar="MENTOR", help="a mentor in the app: name, its beginning, or id")
    change = facts.add_mutually_exclusive_group()
    change.add_argument("--drop", type=_number, metavar="N", help="use a fact no more")
    change.add_argument(
        "--restore", type=_number, metavar="N", help="take back that it was dropped or put in other words"
    )
    change.add_argument("--reword", nargs=2, metavar=("N", "TEXT"), help="put a fact in your words")
    change.add_argument("--add", metavar="TEXT", help="add a fact; one that begins with “I” or “my” is about you")
    change.add_argument("--release", type=_number, metavar="N", help="confirm a doubted fact, or release a private one")
    change.add_argument("--withhold", type=_number, metavar="N", help="hold it back again")
    facts.add_argument("--json", action="store_true", help="print one JSON object")


def _add_prompts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    prompts = commands.add_parser(
        "prompts",
        help="see and change what drafts are made of",
        description="The Jinja2 templates that drafts are made of: prompts for the model, and the sentences that stand "
        "in for it. A file of yours takes the place of the built-in one of that name, whole or block by block; "
        "one that is broken is told and left aside.",
        allow_abbrev=False,
    )
    actions = prompts.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    listing = actions.add_parser("list", help="all prompts, and which are yours", allow_abbrev=False)
    listing.add_argument("--json", action="store_true", help="print a JSON list")
    show = actions.add_parser("show", help="print one", allow_abbrev=False)
    show.add_argument("name", metavar="NAME", help="the prompt, such as first-contact")
    show.add_argument("--builtin", action="store_true", help="the built-in one, though there is one of yours")
    check = actions.add_parser("check", help="try yours with sample values", allow_abbrev=False)
    check.add_argument("name", nargs="?", metavar="NAME", help="one of them; default: all")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    edit = actions.add_parser("edit", help="make one your own, and open it in $VISUAL or $EDITOR", allow_abbrev=False)
    edit.add_argument("name", metavar="NAME", help="the prompt, such as first-contact")
    diff = actions.add_parser("diff", help="what you changed", allow_abbrev=False)
    diff.add_argument("name", nargs="?", metavar="NAME", help="one of them; default: all of yours")


def _choice(choices: type[StrEnum], what: str, allowed: Sequence[StrEnum] = ()) -> Callable[[str], StrEnum]:
    known = tuple(allowed or choices)

    def read(text: str) -> StrEnum:
        if text not in known:
            message = f"“{text}” is no {what}{_perhaps(text, known)}; known are {', '.join(known)}"
            raise argparse.ArgumentTypeError(message)
        return choices(text)

    return read


def _perhaps(text: str, known: Sequence[str]) -> str:
    """The one of ``known`` that was perhaps meant: nearly the same, or begun."""
    wanted = text.casefold().strip().replace("_", "-").replace(" ", "-")
    near = difflib.get_close_matches(wanted, known, 1) or [one for one in known if wanted and one.startswith(wanted)]
    return f" (perhaps “{near[0]}”)" if near else ""


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 6):
        raise argparse.ArgumentTypeError(f"must be the number of a fact, not “{text}”")
    return int(text)


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 10 and 1 <= int(text) <= MAX_SEED):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MAX_SEED}, not “{text}”")
    return int(text)


def _day(text: str) -> dt.date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not in the calendar") from error
    raise argparse.ArgumentTypeError(f"must be a date such as 2026-12-03, not “{text}”")
