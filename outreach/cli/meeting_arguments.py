"""The grammar of ``outreach meetings`` and ``outreach advice``."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from outreach.cli.diary_arguments import MENTOR, add_today, command
from outreach.cli.values import clock, day, number_of, whole

if TYPE_CHECKING:
    from outreach.cli.diary_arguments import Commands

_MEETING_ACTIONS = ("list", "plan", "notes", "brief")

_MEETINGS_EXAMPLES = """\
examples:
  outreach meetings                              all of them
  outreach meetings Tomasz                       those with one mentor
  outreach meetings plan Tomasz --date 2026-12-03 --time 17:00 --zone theirs
  outreach meetings brief Tomasz                 what to read before the call
  outreach meetings notes Tomasz notes.txt       what was said"""

_PLAN_EXAMPLES = """\
examples:
  outreach meetings plan Tomasz --date 2026-12-03 --time 17:00 --zone theirs
  outreach meetings plan Tomasz --date 2026-12-03 --question "Where to begin?"
  outreach meetings plan Tomasz --date 2026-12-10 --time 17:00 --move"""

_NOTES_EXAMPLES = """\
One note a line; “>” at its start makes it a promise, “!” makes it private:

  Pilot on one ward first
  > Write to the ward manager by 17 December
  > @mentor send the slides
  ! looked tired

examples:
  outreach meetings notes Tomasz notes.txt
  outreach meetings notes Tomasz - --date 2026-12-03 < notes.txt"""

_ADVICE_EXAMPLES = """\
examples:
  outreach advice Tomasz                         all, and what became of each
  outreach advice Tomasz --act 2 "log every override" --by 2026-12-17
  outreach advice Tomasz --aside 3 "we have no such ward"
  outreach advice Tomasz --keep 3                take that back"""


def with_action(argv: Sequence[str]) -> list[str]:
    """``argv`` with the action that ``outreach meetings`` has where none is named."""
    words = list(argv)
    if words[:1] != ["meetings"]:
        return words
    second, third = (*words[1:3], "", "")[:2]
    # Followed by a mentor it is an action, mistyped: its error names the one that is meant.
    mistyped = bool(third) and not third.startswith("-") and difflib.get_close_matches(second, _MEETING_ACTIONS, 1, 0.8)
    if second in {*_MEETING_ACTIONS, "-h", "--help"} or mistyped:
        return words
    return ["meetings", "list", *words[1:]]


def add_parsers(commands: Commands) -> None:
    """Add the two commands."""
    _add_meetings(commands)
    _add_advice(commands)


def _add_meetings(commands: Commands) -> None:
    meetings = command(
        commands,
        "meetings",
        "list and plan meetings, brief yourself, write down what was said",
        "Lists meetings, or does one of the actions.",
        _MEETINGS_EXAMPLES,
    )
    actions = meetings.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    listing = command(
        actions, "list", "list them; the same as without an action", "Lists meetings, by mentor and date."
    )
    listing.add_argument("mentor", nargs="?", metavar="MENTOR", help=MENTOR)
    add_today(listing)
    listing.add_argument("--json", action="store_true", help="print a JSON list")
    _add_plan(actions)
    notes = command(
        actions,
        "notes",
        "write down what was said",
        "Keeps the notes of a meeting, and says which facts, promises and advice came of\n"
        "them. None that was kept is lost.",
        _NOTES_EXAMPLES,
    )
    notes.late = ("file",)
    notes.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    notes.add_argument("file", nargs="?", metavar="FILE", help="the notes; “-”, the default, reads standard input")
    notes.add_argument("--date", type=day, metavar="DATE", help="of the meeting (default: the latest up to today)")
    notes.add_argument("--next", type=day, metavar="DATE", help="when you meet again, if that was said")
    add_today(notes)
    brief = command(
        actions,
        "brief",
        "what to read in a minute before the call",
        "Prints who they are, what passed last, what both have promised, and your questions.",
    )
    brief.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    add_today(brief)


def _add_plan(actions: Commands) -> None:
    plan = command(
        actions, "plan", "set or move the next meeting", "Sets the next meeting, or moves it.", _PLAN_EXAMPLES
    )
    plan.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    plan.add_argument("--date", type=day, required=True, metavar="DATE", help="such as 2026-12-03")
    plan.add_argument("--time", type=clock, metavar="TIME", help="such as 17:00 or “5 pm”")
    plan.add_argument(
        "--zone",
        default="mine",
        metavar="ZONE",
        help="whose clock date and time are on: mine, theirs, or a time zone such as Europe/London (default: mine)",
    )
    plan.add_argument("--minutes", type=whole(1, 600), metavar="N", help="how long (default: as long as last time)")
    plan.add_argument("--mode", metavar="TEXT", help="how you meet, such as “video call” (default: as last time)")
    plan.add_argument(
        "--question", action="append", default=[], metavar="TEXT", help="one of your questions; may be given again"
    )
    plan.add_argument("--move", action="store_true", help="move the next meeting, which is on another day")
    add_today(plan)


def _add_advice(commands: Commands) -> None:
    advice = command(
        commands,
        "advice",
        "what a mentor advised, and what became of it",
        "Lists what a mentor advised with numbers, or decides about a piece of it.",
        _ADVICE_EXAMPLES,
    )
    advice.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    change = advice.add_mutually_exclusive_group()
    change.add_argument("--act", nargs="+", metavar=("N", "TEXT"), help="make it an action of yours, in your words")
    change.add_argument("--aside", nargs="+", metavar=("N", "REASON"), help="put it aside, and why")
    change.add_argument(
        "--keep", type=number_of("a piece of advice"), metavar="N", help="take back that it was put aside"
    )
    advice.add_argument("--by", type=day, metavar="DATE", help="with --act: until when you will do it")
    add_today(advice)
    advice.add_argument("--json", action="store_true", help="print a JSON list")
