"""How the command line reads single values; what argparse calls a type."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from outreach.exchange.when import NotUnderstood, parse_time

MAX_SEED = 2**31 - 1
_YEARS = range(1900, 2200)
"""Another year is mistyped; and near the ends of the calendar there are no days to count."""


def choice(choices: type[StrEnum], what: str, allowed: Sequence[StrEnum] = ()) -> Callable[[str], StrEnum]:
    """Reads one of ``allowed``, default all of ``choices``; ``what`` names it in an error."""
    known = tuple(allowed or choices)

    def read(text: str) -> StrEnum:
        if text not in known:
            message = f"“{text}” is no {what}{perhaps(text, known)}; known are {', '.join(known)}"
            raise argparse.ArgumentTypeError(message)
        return choices(text)

    return read


def perhaps(text: str, known: Sequence[str]) -> str:
    """The one of ``known`` that was perhaps meant: nearly the same, or begun."""
    wanted = text.casefold().strip().replace("_", "-").replace(" ", "-")
    near = difflib.get_close_matches(wanted, known, 1) or [one for one in known if wanted and one.startswith(wanted)]
    return f" (perhaps “{near[0]}”)" if near else ""


def number_of(what: str) -> Callable[[str], int]:
    """Reads the number by which something is listed, such as ``a fact``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= 6):
            raise argparse.ArgumentTypeError(f"must be the number of {what}, not “{text}”")
        return int(text)

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number from ``least`` to ``most``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= 10 and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}, not “{text}”")
        return int(text)

    return read


def day(text: str) -> dt.date:
    """Reads a date such as 2026-12-03."""
    try:
        found = dt.date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not in the calendar") from error
    if found is not None and found.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"must be a day from {_YEARS[0]} to {_YEARS[-1]}, not “{text}”")
    if found is not None:
        return found
    raise argparse.ArgumentTypeError(f"must be a date such as 2026-12-03, not “{text}”")


def clock(text: str) -> dt.time:
    """Reads a time such as 17:00 or 5 pm."""
    try:
        found = parse_time(text)
    except NotUnderstood as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no time; write it like 17:00 or 5 pm") from error
    if found is None:
        raise argparse.ArgumentTypeError("must be a time such as 17:00 or 5 pm")
    return found
