"""``outreach goals --from FILE``: goals drafted from the answers of a self-assessment; nothing is stored."""

from __future__ import annotations

import argparse
from contextlib import closing

from outreach.cli import layout, output
from outreach.cli.typed import read_text, shown_name
from outreach.domain.draft import Origin
from outreach.drafting.goals_from import DraftedGoal, GoalsFinished
from outreach.exchange.answers import parse_answers
from outreach.exchange.when import date_text
from outreach.settings import Paths
from outreach.workspace import Workspace

_ORIGINS = {Origin.MENTEE: "your words", Origin.MODEL: "worded by the model"}


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print the goals; the exit status.

    Raises:
        OutreachError: the file holds no answers, or the model that was named is not here.
    """
    with closing(Workspace(paths, today=args.today)) as workspace:
        text = read_text(args.answers, "answers, as TOML")
        assessment = parse_answers(text, shown_name(args.answers), workspace.today)
        finished = GoalsFinished(())
        for event in workspace.draft_goals(assessment, use_model=not args.no_model):
            if isinstance(event, GoalsFinished):
                finished = event
    if finished.error:
        output.say(f"{finished.error} {finished.hint} The rest is in your own words.".strip())
    if args.json:
        output.write(output.as_json([_row(goal) for goal in finished.goals]))
        return 0
    if not finished.goals:
        output.say("No wish could be read from these answers.")
    for number, goal in enumerate(finished.goals, 1):
        layout.put(layout.wrapped(goal.goal, 5, f"{number:>3}  "))
        layout.put(told_of(goal.plan.why, date_text(goal.plan.by) or goal.plan.when, goal.plan.measure))
        layout.put([f"     {_ORIGINS[goal.origin]}"])
    return 0


def told_of(why: str, when: str, measure: str) -> list[str]:
    """Why, by when and how one would know, as lines; what is empty is left out."""
    told = (("why", why), ("by when", when), ("known by", measure))
    return [line for label, text in told if text for line in layout.wrapped(text, 15, f"     {label:<10}")]


def _row(goal: DraftedGoal) -> dict[str, object]:
    plan = goal.plan
    return {
        "goal": goal.goal,
        "why": plan.why,
        "by": plan.by.isoformat() if plan.by else None,
        "when": plan.when,
        "measure": plan.measure,
        "origin": goal.origin.value,
        "answer": goal.answer,
        "said": goal.said,
    }
