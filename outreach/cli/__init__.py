"""The command line: one face of the core, the app is the other."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from types import MappingProxyType

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
    if args.command is None:
        from outreach.cli import app

        return app.start(paths)
    module, function = _COMMANDS[args.command]
    run: Callable[[argparse.Namespace, Paths], int] = getattr(importlib.import_module(module), function)
    return run(args, paths)


_COMMANDS = MappingProxyType(
    {
        "draft": ("outreach.cli.draft", "run"),
        "review": ("outreach.cli.review", "run"),
        "rules": ("outreach.cli.rules", "run"),
        "import": ("outreach.cli.people", "run_import"),
        "mentors": ("outreach.cli.mentors", "run"),
        "facts": ("outreach.cli.facts", "run"),
        "log": ("outreach.cli.log", "run"),
        "due": ("outreach.cli.due", "run"),
        "snooze": ("outreach.cli.due", "run_snooze"),
        "timeline": ("outreach.cli.timeline", "run"),
        "meetings": ("outreach.cli.meetings", "run"),
        "advice": ("outreach.cli.advice", "run"),
        "me": ("outreach.cli.me", "run"),
        "goals": ("outreach.cli.me", "run_goals"),
        "models": ("outreach.cli.models", "run"),
        "prompts": ("outreach.cli.prompts", "run"),
    }
)
"""Where each command is, and what runs it."""
