"""The command line: one face of the core, the app is the other."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from outreach.cli import arguments, output
from outreach.domain.errors import Cancelled, OutreachError
from outreach.settings import Paths


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``outreach`` with ``argv``, default the arguments of the process; the exit status."""
    output.use_utf8()
    try:
        status = _status(argv)
        output.finish()
    except BrokenPipeError:  # the reader of standard output has seen enough
        output.finish()
        return 0
    return status


def _status(argv: Sequence[str] | None) -> int:
    try:
        return _run(arguments.parse(argv), Paths.of_user())
    except SystemExit as end:  # argparse has printed help or version
        return end.code if isinstance(end.code, int) else 0
    except OutreachError as error:
        output.problem(error)
        return error.exit_code
    except KeyboardInterrupt:
        output.say("\nStopped.")
        return Cancelled.exit_code


def _run(args: argparse.Namespace, paths: Paths) -> int:
    """Imports late, so that help and version stay quick."""
    if args.command == "draft":
        from outreach.cli import draft

        return draft.run(args, paths)
    if args.command == "review":
        from outreach.cli import review

        return review.run(args, paths)
    if args.command == "rules":
        from outreach.cli import rules

        return rules.run(args, paths)
    if args.command == "import":
        from outreach.cli import people

        return people.run_import(args, paths)
    if args.command == "mentors":
        from outreach.cli import people

        return people.run_mentors(args, paths)
    if args.command == "facts":
        from outreach.cli import facts

        return facts.run(args, paths)
    if args.command == "models":
        from outreach.cli import models

        return models.run(args, paths)
    if args.command == "prompts":
        from outreach.cli import prompts

        return prompts.run(args, paths)
    from outreach.cli import app

    return app.start(paths)
