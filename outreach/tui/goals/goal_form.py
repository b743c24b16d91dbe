"""The form about one goal: what, why, by when, how one would know, and when to look at it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.domain.goals import GoalPlan
from outreach.domain.names import same_name
from outreach.drafting.by_when import by_when
from outreach.exchange.when import NotUnderstood, date_text, parse_date
from outreach.tui.forms.fields import Field
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.reading import Reading

_GOAL = Field("goal", "What do you want", "in a few words, such as Run a small project on my ward")
_WHY = Field("why", "Why", "what it is good for, for you")
_WHEN = Field("when", "By when", "a day such as 1 Jun 2027, or words such as before my exams")
_MEASURE = Field("measure", "How you would know", "such as a number, a document, a yes from somebody")
_REVIEW = Field("review", "Look at it again on", "a day such as 1 Mar 2027; it will be due then")


@dataclass(frozen=True, slots=True)
class GoalEdit:
    """What the form holds."""

    plan: GoalPlan
    """With the goal's words."""
    review: dt.date | None = None


def when_text(plan: GoalPlan) -> str:
    """By when, as a day or in words; empty where nothing is known."""
    return date_text(plan.by) or plan.when


def by_text(plan: GoalPlan, today: dt.date) -> str:
    """``by 1 Jun 2027``, or the words for it; where the plan has none, what the goal itself says."""
    if plan.by is None and not plan.when:
        found = by_when(plan.goal, today)
        plan = GoalPlan(plan.goal, by=found.by, when=found.when)
    return f"by {date_text(plan.by)}" if plan.by else plan.when


class GoalForm(FormScreen[GoalEdit]):
    """One goal, new or not; ``keep`` stores it, and raises ``OutreachError`` where it cannot."""

    def __init__(
        self,
        edit: GoalEdit,
        today: dt.date,
        others: Sequence[str],
        keep: Callable[[GoalEdit], None],
        *,
        start_at: str = "",
        with_review: bool = True,
    ) -> None:
        self._edit = edit
        self._today = today
        self._others = others
        self._keep = keep
        self._with_review = with_review
        plan = edit.plan
        values = {"goal": plan.goal, "why": plan.why, "when": when_text(plan), "measure": plan.measure}
        values["review"] = date_text(edit.review)
        super().__init__("A goal" if plan.goal else "A new goal", "", values, start_at)

    @property
    def kept_as(self) -> str:
        # What is only proposed is nowhere to be found again.
        return f"goal:{self._edit.plan.goal or 'new'}" if self._with_review else ""

    @property
    def kept_title(self) -> str:
        return "a goal"

    def pages(self) -> Sequence[Page]:
        rows = (_GOAL, _WHY, _WHEN, _MEASURE)
        return (Page("goal-page", "Goal", (*rows, _REVIEW) if self._with_review else rows),)

    def read(self, values: dict[str, str]) -> tuple[GoalEdit, dict[str, str]]:
        reading = Reading(values, self._today)
        goal = " ".join(reading.line("goal", "Write the goal, in a few words.").split())
        if any(same_name(goal, other) for other in self._others):
            reading.errors["goal"] = "You have this goal already; change that one, or write another."
        by, when = _when(reading.line("when"), self._today)
        review = reading.date("review") if self._with_review else None
        if review is not None and review <= self._today and review != self._edit.review:
            reading.errors["review"] = f"{date_text(review)} is no later day; name a day that comes."
        plan = GoalPlan(goal, reading.line("why"), by, when, reading.line("measure"))
        return GoalEdit(plan, review), reading.errors

    def store(self, result: GoalEdit) -> GoalEdit:
        self._keep(result)
        return result


def _when(typed: str, today: dt.date) -> tuple[dt.date | None, str]:
    """A day where the words name one and nothing else, else the words."""
    try:
        return parse_date(typed, today), ""
    except NotUnderstood:
        found = by_when(typed, today)
        if found.by is None:
            found = by_when(f"by {typed}", today)
        return (found.by, "") if found.by and not found.text else (None, typed)
