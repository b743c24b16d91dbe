"""The grammar of the commands for the days between drafts."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from outreach.cli.values import choice, clock, day, number_of, whole
from outreach.domain.draft import Kind
from outreach.domain.events import What

if TYPE_CHECKING:
    from outreach.cli.arguments import Parser

_MEETING_ACTIONS = ("list", "plan", "notes", "brief")
_MENTOR = "a mentor in the app: name, its beginning, or id"
_MOST_DAYS = 3660

_LOG_EXAMPLES = """\
events:
  drafted, sent, answered, declined, met, promised, done, ended

examples:
  outreach log Tomasz sent                                    the draft made last, today
  outreach log Tomasz sent --kind first-contact --date 2026-11-24
  outreach log Tomasz answered - < mail.txt                   with what they wrote
  outreach log Tomasz promised "read the guide" --by 2026-12-17
  outreach log Tomasz promised "send the slides" --theirs
  outreach log Tomasz done "read the guide" --result "I log every override now"
  outreach log Tomasz --undo                                  take back what you logged last
  outreach log Tomasz --undo 3                                take back entry 3 of the timeline"""

_SNOOZE_EXAMPLES = """\
examples:
  outreach snooze Tomasz follow-up                      until the next working day
  outreach snooze Tomasz action --until 2026-12-17
  outreach snooze Tomasz check-in --days 30

The review of a goal is put off with `outreach goals --review N DATE`."""

_MEETINGS_EXAMPLES = """\
examples:
  outreach meetings                                     all of them
  outreach meetings Tomasz                              those with one mentor
  outreach meetings plan Tomasz --date 2026-12-03 --time 17:00 --zone theirs
  outreach meetings brief Tomasz                        what to read before the call
  outreach meetings notes Tomasz notes.txt              what was said"""

_PLAN_EXAMPLES = """\
examples:
  outreach meetings plan Tomasz --date 2026-12-03 --time 17:00 --zone theirs --minutes 30
  outreach meetings plan Tomasz --date 2026-12-03 --time "5 pm" --question "What would you cut first?"
  outreach meetings plan Tomasz --date 2026-12-10 --time 17:00 --move"""

_NOTES_EXAMPLES = """\
One note a line; “>” at its start makes it something promised, “!” makes it private:

  Pilot on one ward first
  > Write to the ward manager by 17 December
  > @mentor send the slides
  ! looked tired

examples:
  outreach meetings notes Tomasz notes.txt
  outreach meetings notes Tomasz - --date 2026-12-03 < notes.txt"""

_ADVICE_EXAMPLES = """\
examples:
  outreach advice Tomasz                                all of it, and what became of each piece
  outreach advice Tomasz --act 2 "log every override" --by 2026-12-17
  outreach advice Tomasz --aside 3 "we have no such ward"
  outreach advice Tomasz --keep 3                       take that back"""

_GOALS_EXAMPLES = """\
examples:
  outreach goals                                        all, with the days on which you look at them again
  outreach goals --review 1 2027-01-15                  set or move that day
  outreach goals --reviewed 1 2027-04-15                done for now; the next is in April"""

_Commands = argparse._SubParsersAction


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


def add_parsers(commands: _Commands[Parser]) -> None:
    """Add the commands."""
    _add_log(commands)
    _add_due(commands)
    _add_timeline(commands)
    _add_meetings(commands)
    _add_advice(commands)
    _add_mine(commands)


def _command(commands: _Commands[Parser], name: str, help: str, description: str, examples: str = "") -> Parser:
    return commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=examples or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_today(parser: Parser, help: str = "the date that it is, such as 2026-12-03") -> None:
    parser.add_argument("--today", type=day, metavar="DATE", help=help)


def _add_log(commands: _Commands[Parser]) -> None:
    log = _command(
        commands,
        "log",
        "say what happened with a mentor, or take it back",
        "Logs what happened with a mentor, and says where contact stands then and what\n"
        "is due next. Logging the same again changes nothing.",
        _LOG_EXAMPLES,
    )
    log.late = ("event", "text")
    log.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    log.add_argument("event", nargs="?", type=choice(What, "event"), metavar="EVENT", help="what happened; see below")
    log.add_argument(
        "text",
        nargs="?",
        metavar="TEXT",
        help="what was promised or done, what they wrote, or why it ended; “-” reads standard input",
    )
    log.add_argument("--date", type=day, metavar="DATE", help="when, such as 2026-12-03 (default: today)")
    log.add_argument(
        "--kind",
        type=choice(Kind, "kind"),
        metavar="KIND",
        help="which message was sent or drafted (default: the draft)",
    )
    log.add_argument("--by", type=day, metavar="DATE", help="until when it is promised")
    log.add_argument("--theirs", action="store_true", help="the mentor promised it")
    log.add_argument("--result", metavar="TEXT", help="what came of what was done")
    log.add_argument("--advice", metavar="TEXT", help="the advice that the promise follows, in its words as noted")
    log.add_argument(
        "--undo",
        nargs="?",
        const=-1,
        type=number_of("an entry"),
        metavar="N",
        help="take back what was logged last, or entry N of `outreach timeline MENTOR`",
    )
    _add_today(log)


def _add_due(commands: _Commands[Parser]) -> None:
    due = _command(
        commands,
        "due",
        "what is due next, with whom, and why",
        "Lists what is overdue, what is due today and what is coming, the soonest first.",
    )
    ahead = due.add_mutually_exclusive_group()
    ahead.add_argument("--days", type=whole(0, _MOST_DAYS), metavar="N", help="so many days ahead (default: 14)")
    ahead.add_argument("--all", action="store_true", help="however far ahead")
    _add_today(due)
    due.add_argument("--json", action="store_true", help="print a JSON list of mentor, kind, due and why")
    snooze = _command(
        commands, "snooze", "put something due off", "Puts off what is due with a mentor.", _SNOOZE_EXAMPLES
    )
    snooze.late = ("kind",)
    snooze.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    snooze.add_argument(
        "kind", nargs="?", metavar="KIND", help="what is due, as `outreach due` names it: follow-up, agenda, action …"
    )
    until = snooze.add_mutually_exclusive_group()
    until.add_argument("--until", type=day, metavar="DATE", help="the day on which it is due then, such as 2026-12-03")
    until.add_argument("--days", type=whole(1, _MOST_DAYS), metavar="N", help="so many days later")
    _add_today(snooze)


def _add_timeline(commands: _Commands[Parser]) -> None:
    timeline = _command(
        commands,
        "timeline",
        "everything with a mentor, in order",
        "Shows everything that passed between you and a mentor, the oldest first, with the\n"
        "texts; meetings to come stand at the end. `outreach log MENTOR --undo N` takes back\n"
        "a wrong entry.",
    )
    timeline.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    _add_today(timeline)
    timeline.add_argument("--json", action="store_true", help="print a JSON list")


def _add_meetings(commands: _Commands[Parser]) -> None:
    meetings = _command(
        commands,
        "meetings",
        "list and plan meetings, brief yourself, write down what was said",
        "Lists meetings, or does one of the actions.",
        _MEETINGS_EXAMPLES,
    )
    actions = meetings.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    listing = _command(
        actions, "list", "list them; the same as without an action", "Lists meetings, by mentor and date."
    )
    listing.add_argument("mentor", nargs="?", metavar="MENTOR", help=_MENTOR)
    _add_today(listing)
    listing.add_argument("--json", action="store_true", help="print a JSON list")
    _add_plan(actions)
    notes = _command(
        actions,
        "notes",
        "write down what was said",
        "Keeps the notes of a meeting, and says which facts, promises and advice came of them.",
        _NOTES_EXAMPLES,
    )
    notes.late = ("file",)
    notes.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    notes.add_argument("file", nargs="?", metavar="FILE", help="the notes; “-”, the default, reads standard input")
    notes.add_argument("--date", type=day, metavar="DATE", help="of the meeting (default: the latest up to today)")
    notes.add_argument("--next", type=day, metavar="DATE", help="when you meet again, if that was said")
    _add_today(notes)
    brief = _command(
        actions,
        "brief",
        "what to read in a minute before the call",
        "Prints who they are, what passed last, what both have promised, and your questions.",
    )
    brief.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    _add_today(brief)


def _add_plan(actions: _Commands[Parser]) -> None:
    plan = _command(
        actions, "plan", "set or move the next meeting", "Sets the next meeting, or moves it.", _PLAN_EXAMPLES
    )
    plan.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
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
    _add_today(plan)


def _add_advice(commands: _Commands[Parser]) -> None:
    advice = _command(
        commands,
        "advice",
        "what a mentor advised, and what became of it",
        "Lists what a mentor advised with numbers, or decides about a piece of it.",
        _ADVICE_EXAMPLES,
    )
    advice.add_argument("mentor", metavar="MENTOR", help=_MENTOR)
    change = advice.add_mutually_exclusive_group()
    change.add_argument("--act", nargs="+", metavar=("N", "TEXT"), help="make it an action of yours, in your words")
    change.add_argument("--aside", nargs="+", metavar=("N", "REASON"), help="put it aside, and why")
    change.add_argument(
        "--keep", type=number_of("a piece of advice"), metavar="N", help="take back that it was put aside"
    )
    advice.add_argument("--by", type=day, metavar="DATE", help="with --act: until when you will do it")
    _add_today(advice)
    advice.add_argument("--json", action="store_true", help="print a JSON list")


def _add_mine(commands: _Commands[Parser]) -> None:
    me = _command(
        commands,
        "me",
        "who you are to the app, your country and time zone",
        "Shows who you are to the app. The public holidays of your country are no working\n"
        "days; your time zone is the one of your meetings.",
    )
    me.add_argument("--country", metavar="CC", help="such as GB, or with a part GB-SCT; an empty one takes it away")
    me.add_argument("--timezone", metavar="ZONE", help="such as Europe/London")
    _add_today(me)
    me.add_argument("--json", action="store_true", help="print one JSON object")
    goals = _command(
        commands,
        "goals",
        "your goals, and when you look at them again",
        "Lists your goals with numbers, or sets when you look at one again.",
        _GOALS_EXAMPLES,
    )
    change = goals.add_mutually_exclusive_group()
    change.add_argument("--review", nargs=2, metavar=("N", "DATE"), help="look at goal N again on that day")
    change.add_argument("--reviewed", nargs="+", metavar=("N", "DATE"), help="you did; DATE is the next time")
    _add_today(goals)
    goals.add_argument("--json", action="store_true", help="print a JSON list")
