"""Goals from the mentee's answers: their own words where those stand by themselves, else a phrase of the model's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from outreach.domain.draft import Origin
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.domain.goals import Assessment, GoalPlan
from outreach.drafting.candidates import Writer
from outreach.drafting.events import DraftEvent, SectionStarted
from outreach.drafting.judging import Task, early_fault
from outreach.drafting.shorthand import is_somebody, is_verb, small
from outreach.drafting.wish_words import TELLS
from outreach.drafting.wishes import LONG, Wish, wishes
from outreach.engine.protocol import Engine
from outreach.templates import Templates
from outreach.wording import words as w
from outreach.wording.clean import folded

PROMPT = "goal.prompt.j2"
_OF_PERSONS = ("Become", "Be")
_OF_THINGS = ("Have", "Find", "Get")
_SPARED = frozenset("a an the and".split())
_FRAME = frozenset("be become find get have my a an the".split())
MOST_WORDS = 18
"""A goal of the model's has no more words."""
_LEAST = 0.6
"""How much of a long sentence a goal must keep; a short one is kept whole."""


@dataclass(frozen=True, slots=True)
class DraftedGoal:
    """A goal that is proposed, with all that the answers say of it."""

    goal: str
    plan: GoalPlan
    origin: Origin
    """``MODEL``, or ``MENTEE`` for their own words."""
    answer: str
    """The answer that it comes from: a field of ``Assessment``."""
    said: str
    """The words of that answer."""


@dataclass(frozen=True, slots=True)
class GoalDrafted:
    """A goal is there."""

    goal: DraftedGoal


@dataclass(frozen=True, slots=True)
class GoalsFinished:
    """All goals are there; with ``error`` the rest are in the mentee's own words."""

    goals: tuple[DraftedGoal, ...]
    error: str = ""
    hint: str = ""
    cancelled: bool = False


GoalEvent = DraftEvent | GoalDrafted | GoalsFinished
"""Of a draft's events: what is told of tries; ``section`` is the goal in the mentee's own words."""


def draft_goals(
    assessment: Assessment,
    today: dt.date,
    templates: Templates,
    engine: Engine | None,
    seed: int = 1,
    stopped: Callable[[], bool] = lambda: False,
    trouble: EngineFailed | None = None,
) -> Iterator[GoalEvent]:
    """Draft goals from answers; the last event is ``GoalsFinished``. Blocks.

    Args:
        assessment: the answers; nothing else is used.
        today: from which "in a year" is counted.
        templates: where the prompt is.
        engine: ``None``: the mentee's own words alone.
        seed: which decides every try of the model.
        stopped: asked before each try.
        trouble: why there is no engine although one was wanted; told at the end.
    """
    found = wishes(assessment, today)
    writer = Writer(engine, templates, seed, stopped, judge=fault) if engine else None
    goals: list[DraftedGoal] = []
    ended: Cancelled | EngineFailed | None = trouble
    for wish in found:
        worded = ""
        if writer is not None and ended is None and not wish.sure and not _begins_with_verb(wish.goal):
            try:
                worded = yield from _worded(wish, writer)
            except (Cancelled, EngineFailed) as error:
                ended = error
        goals.append(_drafted(wish, worded))
        yield GoalDrafted(goals[-1])
    if ended is None:
        yield GoalsFinished(tuple(goals))
    else:
        yield GoalsFinished(tuple(goals), ended.message, ended.hint, isinstance(ended, Cancelled))


def _worded(wish: Wish, writer: Writer) -> Generator[GoalEvent, None, str]:
    """The model's words for a wish; empty where none are clean."""
    yield SectionStarted(wish.goal)
    if writer.model is None:
        writer.load()
    words = small(wish.goal)
    task = Task(
        "goal",
        PROMPT,
        {"words": words},
        "",
        words,
        frame=_FRAME,
        openings=_openings(wish.goal),
        most_words=MOST_WORDS,
        least_share=_LEAST if len(w.words(wish.goal)) > MOST_WORDS else 1.0,
    )
    kept = yield from writer.write(wish.goal, [task])
    text = kept.text.rstrip(" .") if kept else ""
    return "" if text == w.as_sentence(wish.goal).rstrip(" .") else text


def _begins_with_verb(goal: str) -> bool:
    """Whether a goal is one already: a long one is not shortened, for models copy it, or lose half of it."""
    found = [*w.words(goal), "", ""]
    return is_verb(found[0], found[1])


def _openings(goal: str) -> tuple[str, ...]:
    """How a goal without a verb can begin: nobody "becomes a shop"."""
    if len(w.words(goal)) > LONG or TELLS.match(goal):
        return ("",)
    return _OF_PERSONS if is_somebody(goal) and not w.head_noun(goal).endswith("s") else _OF_THINGS


def _drafted(wish: Wish, worded: str) -> DraftedGoal:
    goal = worded or wish.goal
    plan = GoalPlan(goal, wish.why, wish.by, wish.when, wish.measure)
    return DraftedGoal(goal, plan, Origin.MODEL if worded else Origin.MENTEE, wish.answer, wish.said)


def fault(candidate: str, task: Task) -> str:
    """Why a goal is not kept, in plain words; empty for a clean one."""
    text = candidate.strip().rstrip(".")
    found = [*w.words(text), "", ""]
    if len(w.words(text)) < 2:
        return "too short"
    if len(w.words(text)) > task.most_words:
        return "too long"
    if re.search(r"[\[\]{}<>|*#?!\"“”]|https?:|->|→|=|[.]\s|:", text):
        return "marks that do not belong into a goal"
    first, openings = found[0].casefold(), {opening.casefold() for opening in task.openings}
    if openings != {""} and first not in openings:
        return "begins with another verb"
    if first not in _FRAME - {"a", "an", "the", "my"} and not is_verb(first, found[1]) and first != "not":
        return "does not begin with a verb"
    return early_fault(text, task) or _lost(text, task)


def _lost(text: str, task: Task) -> str:
    """What of the mentee's words is missing."""
    due, told = w.content(task.source), set(w.content(text))
    if due and sum(stem in told for stem in due) / len(due) < task.least_share:
        return "leaves out too much"
    small = {folded(word) for word in w.words(task.source)} - {folded(word) for word in w.words(text)} - _SPARED
    if task.least_share == 1.0 and small:
        return f"leaves out “{min(small)}”"
    numbers = re.findall(r"\d+", task.source)
    if missing := next((number for number in numbers if number not in re.findall(r"\d+", text)), ""):
        return f"leaves out {missing}"
    denied = re.compile(r"\b(?:not|no|never|without|nobody|nothing|none|less|fewer|stop)\b|n['’]t\b", re.IGNORECASE)
    return "a “not” came or went" if len(denied.findall(task.source)) != len(denied.findall(text)) else ""
