"""The command line: one face of the core, the app is the other."""

from __future__ import annotations

import argparse
import functools
import importlib
import sys
from collections.abc import Callable, Sequence
from types import MappingProxyType

from outreach.domain.errors import Cancelled, OutreachError


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``outreach`` with ``argv``, default the arguments of the process; the exit status."""
    if not (sys.argv[1:] if argv is None else argv) and _is_terminal():
        return _status(_open_app)
    from outreach.cli import output

    output.use_utf8()
    try:
        status = _status(functools.partial(_run, argv))
        output.finish()
    except BrokenPipeError:  # the reader of standard output has seen enough
        output.finish()
        return 0
    return status


def _status(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as end:  # argparse has printed help or version
        return end.code if isinstance(end.code, int) else 0
    except (OutreachError, KeyboardInterrupt) as error:
        from outreach.cli import output

        output.use_utf8()
        if isinstance(error, OutreachError):
            output.problem(error)
            return error.exit_code
        output.say("\nStopped.")
        return Cancelled.exit_code


def _open_app() -> int:
    """Imports nothing before there is something to see."""
    from outreach.tui import run_app

    return run_app()


def _run(argv: Sequence[str] | None) -> int:
    """Imports late, so that help and version stay quick."""
    from outreach.cli import arguments
    from outreach.settings import Paths

    args, paths = arguments.parse(argv), Paths.of_user()
    if args.command is None:
        from outreach.cli import app

        return app.draft_sample(paths)
    module, function = _COMMANDS[args.command]
    run: Callable[[argparse.Namespace, Paths], int] = getattr(importlib.import_module(module), function)
    return run(args, paths)


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


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
