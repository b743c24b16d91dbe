"""``outreach me`` and ``outreach goals``: what a case file cannot hold of the mentee."""

from __future__ import annotations

import argparse
import datetime as dt
from contextlib import closing
from dataclasses import replace

from outreach.briefing.clocks import zone
from outreach.cli import goals_from, layout, output
from outreach.cli.values import day, number_of
from outreach.domain.errors import BadInput
from outreach.domain.names import same_name
from outreach.domain.people import GoalReview, Mentee
from outreach.exchange.when import date_text
from outreach.lifecycle.wording import day_text
from outreach.lifecycle.working_days import WorkingDays
from outreach.settings import Paths
from outreach.workspace import Workspace

_number = number_of("a goal")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Show who the mentee is, or set country and time zone; the exit status.

    Raises:
        OutreachError: nobody is there yet, or there is no such country or time zone.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        me = _mentee(workspace)
        if args.country is not None:
            me = replace(me, country=args.country.strip().upper())
            WorkingDays.of_country(me.country)
        if args.timezone is not None:
            me = replace(me, timezone=args.timezone.strip())
            if me.timezone:
                zone(me.timezone)
        if args.country is not None or args.timezone is not None:
            workspace.save_mentee(me)
    rows = {
        "name": me.name,
        "signs_as": me.signature,
        "email": me.email,
        "role": me.role,
        "organisation": me.organisation,
        "country": me.country,
        "timezone": me.timezone,
    }
    if args.json:
        output.write(output.as_json({**rows, "goals": list(me.goals)}))
        return 0
    shown = [(name.replace("_", " "), text or "–") for name, text in rows.items()]
    widest = max(len(name) for name, _ in shown) + 2
    layout.put(line for name, text in shown for line in layout.wrapped(text, widest, name.ljust(widest)))
    return 0


def run_goals(args: argparse.Namespace, paths: Paths) -> int:
    """List the goals, set when to look at one again, or draft some from answers; the exit status.

    Raises:
        OutreachError: nobody is there yet, there is no such goal, or the day is past; or the answers cannot be read.
    """
    if args.answers:
        return goals_from.run(args, paths)
    with closing(Workspace(paths, today=args.today)) as workspace:
        me = _mentee(workspace)
        if args.review or args.reviewed:
            me = _reviewed(args, me, workspace.today)
            workspace.save_mentee(me)
        today = workspace.today
    rows = [(goal, _review_of(me, goal)) for goal in _all_goals(me)]
    if args.json:
        listed = [
            {"number": number, "goal": goal, **_planned(me, goal), "review": on.isoformat() if on else None}
            for number, (goal, on) in enumerate(rows, 1)
        ]
        output.write(output.as_json(listed))
        return 0
    for number, (goal, on) in enumerate(rows, 1):
        layout.put(layout.wrapped(goal, 5, f"{number:>3}  "))
        plan = me.plan(goal)
        layout.put(goals_from.told_of(plan.why, date_text(plan.by) or plan.when, plan.measure))
        gone = "" if number <= len(me.goals) else "not among your goals any more; "
        if on:
            layout.put([f"     {gone}look at it again on {day_text(on, today)}{' (overdue)' if on < today else ''}"])
    return 0


def _planned(me: Mentee, goal: str) -> dict[str, str | None]:
    plan = me.plan(goal)
    by = plan.by.isoformat() if plan.by else None
    return {"why": plan.why, "by": by, "when": plan.when, "measure": plan.measure}


def _mentee(workspace: Workspace) -> Mentee:
    me = workspace.mentee()
    if me is None:
        raise BadInput("Outreach does not know you yet.", "Fill in “Me” in the app, or `outreach import CASE.toml`.")
    return me


def _all_goals(me: Mentee) -> list[str]:
    """The goals, then those that are to be looked at again though they are not there any more."""
    gone = [one.goal for one in me.reviews if not any(same_name(one.goal, goal) for goal in me.goals)]
    return [*me.goals, *dict.fromkeys(gone)]


def _review_of(me: Mentee, goal: str) -> dt.date | None:
    return min((one.on for one in me.reviews if same_name(one.goal, goal)), default=None)


def _reviewed(args: argparse.Namespace, me: Mentee, today: dt.date) -> Mentee:
    option, words = ("--review", args.review) if args.review else ("--reviewed", args.reviewed)
    example = f"Such as: outreach goals {option} 1 2027-01-15"
    try:
        number, on = _number(words[0]), day(words[1]) if len(words) > 1 else None
    except argparse.ArgumentTypeError as error:
        raise BadInput(f"{option} {error}.", example) from error
    if len(words) > 2:
        raise BadInput(f"{option} takes a number and a date.", example)
    goals = _all_goals(me)
    if not 1 <= number <= len(goals):
        raise BadInput(f"There is no goal {number}.", "`outreach goals` lists them with their numbers.")
    if on is not None and on <= today:
        raise BadInput(f"{option} {number} {on}: is no later day; today is {today}.", "Name a day that comes.")
    goal = goals[number - 1]
    others = tuple(one for one in me.reviews if not same_name(one.goal, goal))
    return replace(me, reviews=(*others, GoalReview(goal, on)) if on else others)
