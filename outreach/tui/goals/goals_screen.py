"""The goals: what the mentee wants, why, by when, and how they would know."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import OutreachError
from outreach.domain.goals import Assessment, GoalPlan
from outreach.exchange.when import date_text
from outreach.goals import GoalChanged, GoalsBefore
from outreach.tui.around.choosing import Choices
from outreach.tui.commands import GOALS
from outreach.tui.foot import LastingFooter
from outreach.tui.goals.assessment_screen import AssessmentScreen
from outreach.tui.goals.goal_form import GoalEdit, GoalForm, by_text
from outreach.tui.goals.proposed_screen import ProposedScreen
from outreach.tui.keys import key_of
from outreach.tui.modal import Closing
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

_LABELS = 20
"""Width of the labels beside what is told of a goal."""


class GoalsScreen(Closing[None]):
    """All goals in their order; the first is the one that a draft takes where nothing else is said."""

    BINDINGS: ClassVar[list[BindingType]] = [*GOALS]
    CSS_PATH = "goals_screen.tcss"
    AUTO_FOCUS = "#goals"

    def __init__(self, workspace: Workspace, goal: str = "", begin: str = "") -> None:
        """``goal``: the words of the one to choose; ``begin``: ``open``, ``review``, ``add`` or ``assess``, at once."""
        super().__init__()
        self._workspace = workspace
        self._goals = workspace.goals
        self._goal = goal
        self._begin = begin
        self._undo: list[GoalsBefore] = []

    def compose(self) -> ComposeResult:
        yield Plain("Your goals", classes="title")
        yield Plain("", id="no-goals")
        with Container(id="goal-columns"):
            yield Choices(id="goals", markup=False)
            with VerticalScroll(id="goal-details", can_focus=False):
                yield Plain("", id="goal-told")
        yield Plain("", id="answered")
        yield StatusBar()
        yield LastingFooter()

    def on_mount(self) -> None:
        goals = self._goals.mentee().goals
        self.reload(goals.index(self._goal) if self._goal in goals else 0)
        begin: dict[str, Callable[[], None]] = {
            "open": self.action_open,
            "review": lambda: self.action_open("review"),
            "add": self.action_add,
            "assess": self.action_assess,
        }
        if self._begin in begin:
            self.call_after_refresh(begin[self._begin])

    # -- showing -----------------------------------------------------------------------------------
    def reload(self, choose: int | None = None) -> None:
        """Show what the store holds now, with the goal at ``choose``, from 0, chosen."""
        goals = self._goals.mentee().goals
        listing = self.query_one("#goals", Choices)
        at = listing.highlighted or 0 if choose is None else choose
        with self.prevent(OptionList.OptionHighlighted):
            listing.clear_options()
            listing.add_options([Option(self._line(number, goal)) for number, goal in enumerate(goals, 1)])
            listing.highlighted = min(max(at, 0), len(goals) - 1) if goals else None
        self.set_class(not goals, "-empty")
        assess, add = key_of(self, "goals.assess"), key_of(self, "goals.add")
        begun = bool(self._goals.mentee().assessments)
        self.query_one("#no-goals", Plain).show(
            content("You have no goal yet, and that is where most people begin.\n\n")
            + content(f"{assess}", "bold")
            + content("  go on with the questions\n" if begun else "  six short questions, from which goals come\n")
            + content(f"{add}", "bold")
            + content("  write a goal of your own")
        )
        self.query_one("#answered", Plain).show(self._answered())
        self._tell()

    def _line(self, number: int, goal: str) -> Content:
        plan = self._goals.mentee().plan(goal)
        by = by_text(plan, self._workspace.today) or "no day yet"
        review = self._goals.review_of(goal)
        again = f"look again on {date_text(review)}" if review else ""
        if review and review <= self._workspace.today:
            again = f"to be looked at since {date_text(review)}"
        below = "  ·  ".join(part for part in (one_line(by, 40), again) if part)
        return content(f"{number:>2}  {one_line(goal, 160)}") + content(f"\n    {below}", "dim")

    @property
    def _at(self) -> int | None:
        return self.query_one("#goals", Choices).highlighted

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._tell()

    def _tell(self) -> None:
        """Show all that is known of the chosen goal."""
        at, mentee = self._at, self._goals.mentee()
        if at is None or at >= len(mentee.goals):
            self.query_one("#goal-told", Plain).show("")
            return
        goal = mentee.goals[at]
        plan, review = mentee.plan(goal), self._goals.review_of(goal)
        asked = ", ".join(one_line(each.mentor.name, 30) for each in self._goals.asked(at))
        rows = (
            ("Why", plan.why, "not said yet"),
            ("By when", by_text(plan, self._workspace.today).removeprefix("by "), "no day yet"),
            ("How you would know", plan.measure, "a number, a document, a yes from somebody?"),
            ("Look again on", date_text(review), "no day yet"),
            ("Asked of", asked, "nobody by name; drafts take the closest"),
        )
        told = self.query_one("#goal-told", Plain)
        room = max(told.size.width or self.size.width - 4, _LABELS + 20) - _LABELS
        lines = [content(one_line(goal), "bold")]
        for label, value, none in rows:
            first, *more = textwrap.wrap(one_line(value) or none, room) or [""]
            style = "" if value else "dim italic"
            lines.append(content(f"{label:<{_LABELS}}", "dim") + content(first, style))
            lines += [content(f"{'':<{_LABELS}}{line}", style) for line in more]
        told.show(content("\n").join(lines))

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def _answered(self) -> Content:
        last = next(iter(reversed(self._goals.mentee().assessments)), None)
        if last is None:
            return content("")
        key = key_of(self, "goals.assess")
        if not last.finished:
            return content(f"You left the questions on {date_text(last.saved)}; {key} goes on with them.", "dim")
        helps = [str(each) for each in last.support]
        wanted = (
            f" You look for {' and '.join([', '.join(helps[:-1])] * bool(helps[:-1]) + helps[-1:])}." if helps else ""
        )
        return content(f"Answered on {date_text(last.saved)}; {key} asks anew.{wanted}", "dim")

    # -- changing ----------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self, field: str = "") -> None:
        """Change the chosen goal."""
        at, goals = self._at, self._goals.mentee().goals
        if at is None:
            self.action_assess()
            return
        edit = GoalEdit(self._goals.mentee().plan(goals[at]), self._goals.review_of(goals[at]))
        self._edit(at, edit, [goal for place, goal in enumerate(goals) if place != at], field)

    def action_add(self) -> None:
        """Add a goal."""
        self._edit(None, GoalEdit(GoalPlan("")), self._goals.mentee().goals)

    def _edit(self, at: int | None, edit: GoalEdit, others: list[str] | tuple[str, ...], field: str = "") -> None:
        def keep(new: GoalEdit) -> None:
            self._undo.append(self._goals.put(at, new.plan.goal, new.plan, new.review).before)

        def closed(new: GoalEdit | None) -> None:
            if new is not None:
                self.reload(len(self._goals.mentee().goals) - 1 if at is None else at)

        self.app.push_screen(GoalForm(edit, self._workspace.today, others, keep, start_at=field), closed)

    def action_remove(self) -> None:
        """Remove the chosen goal; undone with one key."""
        at, mentee = self._at, self._goals.mentee()
        if at is None:
            return
        if len(mentee.goals) == 1 and mentee.name:
            self._say("Keep one goal: drafts are built around it. Enter changes it.")
            return
        goal = one_line(mentee.goals[at], 40)
        changed = self._change(lambda: self._goals.remove(at), at)
        if changed is not None:
            freed = f" Who was asked for it is asked for the closest one now: {', '.join(changed.freed)}."
            self._say(f"Removed: “{goal}”.{freed if changed.freed else ''} {key_of(self, 'goals.undo')} undoes it.")

    def action_move(self, by: int) -> None:
        """Move the chosen goal up or down."""
        at, last = self._at, len(self._goals.mentee().goals) - 1
        if at is not None and 0 <= at + by <= last:
            self._change(lambda: self._goals.move(at, by), at + by)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._undo:
            self._say("Nothing was changed here yet.")
            return
        before = self._undo.pop()
        try:
            self._goals.take_back(before)
        except OutreachError as error:
            self._undo.append(before)
            self._say(str(error))
            return
        self._say("Taken back.")
        self.reload()

    def _change(self, change: Callable[[], GoalChanged], choose: int) -> GoalChanged | None:
        try:
            changed = change()
        except OutreachError as error:
            self._say(str(error))
            return None
        self._undo.append(changed.before)
        self.reload(choose)
        return changed

    # -- finding out -------------------------------------------------------------------------------
    def action_assess(self) -> None:
        """Ask what the mentee wants, then propose goals."""
        self.app.push_screen(AssessmentScreen(self._workspace), self._answered_all)

    def _answered_all(self, assessment: Assessment | None) -> None:
        self.reload()
        if assessment is None:
            return

        def kept(changed: GoalChanged | None) -> None:
            if changed is not None:
                self._undo.append(changed.before)
                self.reload(len(changed.before.mentee.goals) if changed.before.mentee else 0)

        self.app.push_screen(ProposedScreen(self._workspace, assessment), kept)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=6)
