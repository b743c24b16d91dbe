"""The command line's grammar."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import outreach
from outreach.cli import diary_arguments, meeting_arguments, models, output
from outreach.cli.values import MAX_SEED, choice, day, number_of, perhaps, whole
from outreach.domain.contact import Purpose
from outreach.domain.draft import DRAFTED, FROM_CASE, Channel, Kind, Level
from outreach.domain.errors import BadInput

_DESCRIPTION = """\
Drafts the messages of a mentorship with a language model on your own machine:
the first contact, the agenda of the next meeting, the thank-you after it, and
what lies between. It keeps what happens, and says what is due next.
Nothing leaves the machine. Without a command it opens the app."""

_EXAMPLES = """\
examples:
  outreach                                          open the app
  outreach draft case.toml --kind first-contact     draft from a case file
  outreach draft --mentor Tomasz --kind agenda      draft from what the app knows
  outreach review mail.txt --case case.toml         say what a mentor would think of a text
  outreach import case.toml                         put a case into the app
  outreach due                                      what is due next, with whom, and why
  outreach log Tomasz sent                          say what happened
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
  outreach draft --mentor Tomasz --kind follow-up --news "I passed the exam"
  outreach draft --mentor Tomasz --kind reply --as move --because "I work then"

A case file serves for {from_case}; the other kinds need
what the app knows of the days between. The draft goes to standard output, all
else to standard error. One that is made with --mentor is kept in the app."""

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

    late: Sequence[str] = ()
    """Positional arguments that may be left out, in their order: they may also stand behind an option."""

    def error(self, message: str) -> NoReturn:
        """Raise ``BadInput`` for what argparse found wrong."""
        raise BadInput(f"{message}.", f"`{self.prog} --help` shows what is possible.")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does; what a command does not know is told by that command, whose help is the right one."""
        found, left = super().parse_known_args(args, namespace)
        left = self._placed(found, left)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left

    def _placed(self, found: argparse.Namespace, left: list[str]) -> list[str]:
        """Put words that stand behind an option into the positional arguments that are still empty."""
        waiting = [action for action in self._actions if action.dest in self.late]
        for action in waiting:
            if left and getattr(found, action.dest) is None and (left[0] == "-" or not left[0].startswith("-")):
                try:
                    setattr(found, action.dest, self._get_value(action, left[0]))
                except argparse.ArgumentError as error:
                    self.error(str(error))
                left = left[1:]
        return left

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Name the nearest where there is no such command."""
        known = [str(one) for one in action.choices or ()]
        if known and value not in known:
            message = f"there is no “{value}”{perhaps(str(value), known)}; known are {', '.join(known)}"
            raise argparse.ArgumentError(action, message)

    def _print_message(self, message: str, file: object = None) -> None:
        output.write(message)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments in ``argv``, default those of the process.

    Raises:
        BadInput: they make no sense.
        SystemExit: help or version was asked for, and is printed.
    """
    parser = Parser(
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
    diary_arguments.add_parsers(commands)
    meeting_arguments.add_parsers(commands)
    diary_arguments.add_mine(commands)
    models.add_parser(commands)
    _add_prompts(commands)
    return parser.parse_args(meeting_arguments.with_action(sys.argv[1:] if argv is None else argv))


def _add_draft(commands: argparse._SubParsersAction[Parser]) -> None:
    draft = commands.add_parser(
        "draft",
        help="draft one message",
        description="Drafts one message, from a case file or from what the app knows about a mentor.",
        epilog=_DRAFT_EXAMPLES.format(from_case=", ".join(FROM_CASE)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    draft.add_argument("case", nargs="?", type=Path, metavar="CASE.toml", help="the case file")
    draft.add_argument("--mentor", metavar="NAME", help="a mentor in the app instead: name, its beginning, or id")
    draft.add_argument(
        "--kind", required=True, type=choice(Kind, "kind", DRAFTED), metavar="KIND", help=", ".join(DRAFTED)
    )
    draft.add_argument(
        "--channel",
        type=choice(Channel, "channel"),
        default=Channel.EMAIL,
        metavar="CHANNEL",
        help=f"{', '.join(Channel)} (default: email); a first contact goes by all of them",
    )
    draft.add_argument("--premium", action="store_true", help="a LinkedIn note of a paying member: 300 characters")
    draft.add_argument(
        "--as",
        dest="purpose",
        type=choice(Purpose, "purpose"),
        metavar="PURPOSE",
        help=f"what a reply does: {', '.join(Purpose)} (default: what fits where contact stands)",
    )
    draft.add_argument("--because", metavar="TEXT", help="why you decline or move, in your words (default: no reason)")
    draft.add_argument("--news", metavar="TEXT", help="what is new, in your words: for a follow-up, report or check-in")
    model = draft.add_mutually_exclusive_group()
    model.add_argument(
        "--model", metavar="ID", help="the model to draft with (default: the one you chose, or that fits)"
    )
    model.add_argument("--no-model", action="store_true", help="draft from templates alone")
    draft.add_argument(
        "--seed", type=whole(1, MAX_SEED), metavar="N", help=f"1 to {MAX_SEED}: the same seed, the same draft"
    )
    draft.add_argument("--today", type=day, metavar="DATE", help="the date to write on, such as 2026-12-03")
    draft.add_argument("--json", action="store_true", help="print one JSON object with facts, sections and findings")
    draft.add_argument("--out", type=Path, metavar="FILE", help="write the result there instead")
    draft.add_argument("--force", action="store_true", help="let --out overwrite a file")


def _add_review(commands: argparse._SubParsersAction[Parser]) -> None:
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
        type=choice(Kind, "kind"),
        default=Kind.FIRST_CONTACT,
        metavar="KIND",
        help=f"{', '.join(Kind)} (default: first-contact)",
    )
    review.add_argument(
        "--channel",
        type=choice(Channel, "channel"),
        default=Channel.EMAIL,
        metavar="CHANNEL",
        help=f"{', '.join(Channel)} (default: email)",
    )
    review.add_argument("--premium", action="store_true", help="a LinkedIn note of a paying member: 300 characters")
    review.add_argument("--today", type=day, metavar="DATE", help="the date to review on, such as 2026-12-03")
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


def _add_people(commands: argparse._SubParsersAction[Parser]) -> None:
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
    importing.add_argument("--today", type=day, metavar="DATE", help="the date that it is, such as 2026-12-03")
    mentors = commands.add_parser(
        "mentors",
        help="list the mentors in the app",
        description="Lists the mentors in the app, where contact stands with each, and when there was any last.",
        allow_abbrev=False,
    )
    mentors.add_argument("--today", type=day, metavar="DATE", help="as on that day, such as 2026-12-03")
    mentors.add_argument("--json", action="store_true", help="print a JSON list")


def _add_facts(commands: argparse._SubParsersAction[Parser]) -> None:
    facts = commands.add_parser(
        "facts",
        help="what drafts may say of a mentor",
        description="Lists the facts of a mentor in the app with their numbers, what may be done with each, and how "
        "it is told; or changes one. Changes outlive pasting the background again.",
        allow_abbrev=False,
    )
    facts.add_argument("mentor", metavar="MENTOR", help="a mentor in the app: name, its beginning, or id")
    change = facts.add_mutually_exclusive_group()
    change.add_argument("--drop", type=number_of("a fact"), metavar="N", help="use a fact no more")
    change.add_argument(
        "--restore", type=number_of("a fact"), metavar="N", help="take back that it was dropped or put in other words"
    )
    change.add_argument("--reword", nargs=2, metavar=("N", "TEXT"), help="put a fact in your words")
    change.add_argument("--add", metavar="TEXT", help="add a fact; one that begins with “I” or “my” is about you")
    change.add_argument(
        "--release", type=number_of("a fact"), metavar="N", help="confirm a doubted fact, or release a private one"
    )
    change.add_argument("--withhold", type=number_of("a fact"), metavar="N", help="hold it back again")
    facts.add_argument("--today", type=day, metavar="DATE", help="the date that it is, such as 2026-12-03")
    facts.add_argument("--json", action="store_true", help="print one JSON object")


def _add_prompts(commands: argparse._SubParsersAction[Parser]) -> None:
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
