"""How lists and texts stand in a terminal: safe, wrapped at its width, in columns."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from outreach.briefing.dates import long_date
from outreach.cli import output
from outreach.cli.people import find_mentor
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.wording.clean import plain

_WIDEST = 100
"""Longer lines are hard to read, however wide the window is."""
_NARROWEST = 40
_WORD = re.compile(r"\w[\w.-]*")
"""What no shell takes for anything but a word."""
_ITEM = re.compile(r"(?:[-*•>]|\d{1,2}[.)])\s+")


class Dim(str):
    """A line that is there for whoever looks for it."""

    __slots__ = ()


def width() -> int:
    """Characters in a line: those of the terminal, 80 elsewhere."""
    return max(_NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, _WIDEST))


def put(lines: Iterable[str]) -> None:
    """Write lines to standard output, those that are ``Dim`` so in a terminal that shows it."""
    for line in lines:
        output.write(f"{line}\n", dim=isinstance(line, Dim))


def line_of(text: str) -> str:
    """``text`` in one line, without what a terminal takes for a command."""
    return " ".join(plain(text).split())


def wrapped(text: str, indent: int = 0, first: str = "") -> list[str]:
    """``text`` as lines of the terminal's width, ``indent`` characters in; ``first`` stands before it."""
    lead = first or " " * indent
    found = textwrap.wrap(
        line_of(text),
        width(),
        initial_indent=lead.ljust(indent),
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
    return found or ([lead.rstrip()] if first else [])


def block(text: str, indent: int) -> list[str]:
    """A text of several lines as it is, wrapped where a line is too long, ``indent`` characters in."""
    lines = plain(text).strip("\n").splitlines()
    found: list[str] = []
    for line in lines:
        # What was moved far to the right keeps room for its words.
        within = indent + min(len(line) - len(line.lstrip()), width() // 4)
        # What goes on of an item of a list stands below its words.
        mark = _ITEM.match(line.strip())
        wraps = textwrap.wrap(
            line.strip(),
            width(),
            initial_indent=" " * within,
            subsequent_indent=" " * (within + (len(mark[0]) if mark else 0)),
            break_on_hyphens=False,
        )
        found += wraps or [""]
    return found


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Rows of cells below each other."""
    if not rows:
        return []
    widths = [max(_cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        gap.join(cell + " " * (room - _cells(cell)) for cell, room in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def clipped(text: str, most: int) -> str:
    """``text`` in one line of at most so many characters."""
    line = line_of(text)
    return line if len(line) <= most else f"{line[: most - 1]}…"


def short_day(day: dt.date, today: dt.date) -> str:
    """``Thu 3 Dec``; with the year where it is another one than today's."""
    text = date_text(day)
    return f"{long_date(day)[:3]} {text.rsplit(' ', 1)[0] if day.year == today.year else text}"


def count(number: int, word: str) -> str:
    """``1 note``, ``2 notes``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def name_for_shell(mentorship: Mentorship, everybody: Sequence[Mentorship]) -> str:
    """What names a mentor in a command: the first name where it is clear, else all of it, else the id."""
    whole = mentorship.mentor.name
    for name in (*(word for word in whole.split()[:1] if _WORD.fullmatch(word)), whole):
        try:
            if line_of(name) == name and name[:1] != "-" and find_mentor(everybody, name).id == mentorship.id:
                return name if _WORD.fullmatch(name) else shlex.quote(name)
        except BadInput:
            continue
    return mentorship.id[:8]


def _cells(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
