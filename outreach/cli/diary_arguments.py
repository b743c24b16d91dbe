"""The grammar of the commands for the days between drafts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from outreach.cli.values import choice, day, number_of, whole
from outreach.domain.draft import Kind
from outreach.domain.events import What

if TYPE_CHECKING:
    from outreach.cli.arguments import Parser

    Commands = argparse._SubParsersAction[Parser]

MENTOR = "a mentor in the app: name, its beginning, or id"
_MOST_DAYS = 3660

_LOG_EXAMPLES = """\
events:
  drafted, sent, answered, declined, met, promised, done, ended

examples:
  outreach log Tomasz sent                       the draft made last, today
  outreach log Tomasz sent --kind first-contact --date 2026-11-24
  outreach log Tomasz answered - < mail.txt      with what they wrote
  outreach log Tomasz promised "read the guide" --by 2026-12-17
  outreach log Tomasz promised "send the slides" --theirs
  outreach log Tomasz done "read the guide" --result "I passed the quiz"
  outreach log Tomasz --undo                     take back what was logged last
  outreach log Tomasz --undo 3                   or entry 3 of the timeline"""

_DUE_EXAMPLES = """\
examples:
  outreach due                                   overdue, today, two weeks on
  outreach due --days 0                          what is due by today
  outreach due --all --json"""

_SNOOZE_EXAMPLES = """\
examples:
  outreach snooze Tomasz follow-up               until the next working day
  outreach snooze Tomasz action --until 2026-12-17
  outreach snooze Tomasz check-in --days 30

The review of a goal is put off with `outreach goals --review N DATE`."""

_TIMELINE_EXAMPLES = """\
examples:
  outreach timeline Tomasz
  outreach timeline Tomasz --json"""

_ME_EXAMPLES = """\
examples:
  outreach me
  outreach me --country GB-SCT --timezone Europe/London"""

_GOALS_EXAMPLES = """\
examples:
  outreach goals                                 all, with their days of review
  outreach goals --review 1 2027-01-15           set or move that day
  outreach goals --reviewed 1 2027-04-15         done; the next is in April
  outreach goals --from answers.toml             goals out of what you answer

answers.toml holds one or more of one_year, five_years, skills, went_well and
missing, each a text in quotes, and support, a list of guidance, feedback,
contacts, encouragement. The goals are printed, and nothing is stored; in the
app, g shows your goals and a asks the same questions."""


def add_parsers(commands: Commands) -> None:
    """Add ``log``, ``due``, ``snooze`` and ``timeline``."""
    _add_log(commands)
    _add_due(commands)
    _add_timeline(commands)


def command(commands: Commands, name: str, help: str, description: str, examples: str = "") -> Parser:
    """Add a command, its lines as they are."""
    return commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=examples or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_today(parser: Parser) -> None:
    """Add ``--today``."""
    parser.add_argument("--today", type=day, metavar="DATE", help="the date that it is, such as 2026-12-03")


def _add_log(commands: Commands) -> None:
    log = command(
        commands,
        "log",
        "say what happened with a mentor, or take it back",
        "Logs what happened with a mentor, and says where contact stands then and what\n"
        "is due next. Logging the same again changes nothing.",
        _LOG_EXAMPLES,
    )
    log.late = ("event", "text")
    log.add_argument("mentor", metavar="MENTOR", help=MENTOR)
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
        help="which message was sent or drafted (default: that of the draft)",
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
    add_today(log)


def _add_due(commands: Commands) -> None:
    due = command(
        commands,
        "due",
        "what is due next, with whom, and why",
        "Lists what is overdue, what is due today and what is coming, the soonest first.",
        _DUE_EXAMPLES,
    )
    ahead = due.add_mutually_exclusive_group()
    ahead.add_argument("--days", type=whole(0, _MOST_DAYS), metavar="N", help="so many days ahead (default: 14)")
    ahead.add_argument("--all", action="store_true", help="however far ahead")
    add_today(due)
    due.add_argument("--json", action="store_true", help="print a JSON list of mentor, kind, due and why")
    snooze = command(
        commands, "snooze", "put something due off", "Puts off what is due with a mentor.", _SNOOZE_EXAMPLES
    )
    snooze.late = ("kind",)
    snooze.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    snooze.add_argument(
        "kind", nargs="?", metavar="KIND", help="what is due, as `outreach due` names it: follow-up, agenda, action …"
    )
    until = snooze.add_mutually_exclusive_group()
    until.add_argument("--until", type=day, metavar="DATE", help="the day on which it is due then, such as 2026-12-03")
    until.add_argument("--days", type=whole(1, _MOST_DAYS), metavar="N", help="so many days later")
    add_today(snooze)


def _add_timeline(commands: Commands) -> None:
    timeline = command(
        commands,
        "timeline",
        "everything with a mentor, in order",
        "Shows everything that passed between you and a mentor, the oldest first, with\n"
        "the texts; meetings to come stand at the end. `outreach log MENTOR --undo N`\n"
        "takes back a wrong entry.",
        _TIMELINE_EXAMPLES,
    )
    timeline.add_argument("mentor", metavar="MENTOR", help=MENTOR)
    add_today(timeline)
    timeline.add_argument("--json", action="store_true", help="print a JSON list")


def add_mine(commands: Commands) -> None:
    """Add ``me`` and ``goals``."""
    me = command(
        commands,
        "me",
        "who you are to the app, your country and time zone",
        "Shows who you are to the app. The public holidays of your country are no\n"
        "working days; your time zone is the one of your meetings.",
        _ME_EXAMPLES,
    )
    me.add_argument("--country", metavar="CC", help="such as GB, or with a part GB-SCT; an empty one takes it away")
    me.add_argument("--timezone", metavar="ZONE", help="such as Europe/London")
    add_today(me)
    me.add_argument("--json", action="store_true", help="print one JSON object")
    goals = command(
        commands,
        "goals",
        "your goals, and when you look at them again",
        "Lists your goals with numbers, why, by when and how you would know; sets when\n"
        "you look at one again; or drafts goals from what you want in a year and in five.",
        _GOALS_EXAMPLES,
    )
    change = goals.add_mutually_exclusive_group()
    change.add_argument("--review", nargs=2, metavar=("N", "DATE"), help="look at goal N again on that day")
    change.add_argument("--reviewed", nargs="+", metavar=("N", "DATE"), help="you did; DATE is the next time")
    change.add_argument("--from", dest="answers", metavar="FILE", help="draft goals from answers; “-”: standard input")
    goals.add_argument("--no-model", action="store_true", help="with --from: in your own words alone")
    add_today(goals)
    goals.add_argument("--json", action="store_true", help="print a JSON list")
