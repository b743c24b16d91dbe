"""The goals that come out of the mentee's answers, one after the other: to tick, change and put in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.draft import Origin
from outreach.domain.errors import OutreachError
from outreach.domain.goals import Assessment
from outreach.domain.names import same_name
from outreach.drafting.events import SectionStarted, Trying
from outreach.drafting.goals_from import DraftedGoal, GoalDrafted, GoalEvent, GoalsFinished
from outreach.goals import GoalChanged
from outreach.tui.around.choosing import Choices
from outreach.tui.commands import PROPOSED
from outreach.tui.foot import LastingFooter
from outreach.tui.goals.goal_form import GoalEdit, GoalForm, by_text
from outreach.tui.keys import key_of
from outreach.tui.modal import Closing
from outreach.tui.status import StatusBar
from outreach.tui.stream import Stream
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

_TICKED = 3
"""So many goals have a tick from the start: more than a few at once nobody pursues."""
_ORIGINS = {Origin.MENTEE: "your words", Origin.MODEL: "worded by the model"}


@dataclass(frozen=True, slots=True)
class _Row:
    goal: DraftedGoal
    ticked: bool


class ProposedScreen(Closing[GoalChanged | None]):
    """Dismissed with what was added to the goals, or ``None``; nothing is kept but what is ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [*PROPOSED]
    CSS_PATH = "proposed_screen.tcss"
    AUTO_FOCUS = "#proposed"

    def __init__(self, workspace: Workspace, assessment: Assessment) -> None:
        super().__init__()
        self._workspace = workspace
        self._assessment = assessment
        self._there = workspace.goals.mentee().goals
        self._rows: list[_Row] = []
        self._stream = Stream()
        self._try: Trying | SectionStarted | None = None
        self._under_way = True
        self._stopping = False

    def compose(self) -> ComposeResult:
        yield Plain("Goals from your answers", classes="title")
        yield Plain("", id="proposed-hint")
        yield Choices(id="proposed", markup=False)
        yield Plain("", id="proposed-said")
        yield Plain("", id="proposed-try")
        yield StatusBar()
        yield LastingFooter()
        yield self._stream

    def on_mount(self) -> None:
        self._stream.read(lambda: self._workspace.draft_goals(self._assessment))
        self._reload()

    # -- what happens ------------------------------------------------------------------------------
    def on_stream_happened(self, message: Stream.Happened[GoalEvent]) -> None:
        message.stop()
        if self._stopping:
            # Told before the engine had begun, it would not have heard.
            self._workspace.stop()
        match message.event:
            case SectionStarted() | Trying() as latest:
                self._try = latest
                self._show_try()
            case GoalDrafted(goal):
                ticked = sum(row.ticked for row in self._rows) < _TICKED
                self._rows.append(_Row(goal, ticked and not self._is_there(goal.goal)))
                self._reload()
            case GoalsFinished() as finished:
                self._end()
                if finished.error and not finished.cancelled:
                    text = f"{finished.error} {finished.hint}\nThe rest is in your own words."
                    self.app.notify(text, markup=False, severity="warning", timeout=8)
                elif finished.cancelled:
                    self._say("Stopped. The rest is in your own words.")

    def on_stream_ended(self, message: Stream.Ended) -> None:
        message.stop()
        if self._under_way:
            self._end()
            self._say("The goals broke off. What is here stays; your answers are kept.")

    def _end(self) -> None:
        self._under_way = False
        for text in self._workspace.broken_prompts():
            self.app.notify(text, markup=False, severity="warning", timeout=20)
        self._reload()

    # -- showing -----------------------------------------------------------------------------------
    def _reload(self, choose: int | None = None) -> None:
        listing = self.query_one("#proposed", Choices)
        at = (listing.highlighted or 0) if choose is None else choose
        with self.prevent(OptionList.OptionHighlighted):
            listing.clear_options()
            listing.add_options([Option(self._line(row)) for row in self._rows])
            listing.highlighted = min(max(at, 0), len(self._rows) - 1) if self._rows else None
        tick, keep = key_of(self, "proposed.tick"), key_of(self, "proposed.keep")
        hint = f"{tick} ticks what you want to keep, {keep} adds it to your goals. Nothing else is changed."
        if not self._rows:
            none = (
                f"No wish could be read from your answers. Write a goal of your own: Esc, {key_of(self, 'goals.add')}."
            )
            hint = "" if self._under_way else none
        self.query_one("#proposed-hint", Plain).show(hint)
        self._show_said()
        self._show_try()

    def _line(self, row: _Row) -> Content:
        plan = row.goal.plan
        parts = [
            by_text(plan, self._workspace.today),
            f"known by: {one_line(plan.measure, 30)}" if plan.measure else "",
            "among your goals already" if self._is_there(plan.goal) else _ORIGINS[row.goal.origin],
        ]
        mark = "[✓]" if row.ticked else "[ ]"
        head = content(f"{mark} {one_line(plan.goal, 160)}", "bold" if row.ticked else "")
        return head + content(f"\n    {'  ·  '.join(part for part in parts if part)}", "dim")

    def _is_there(self, goal: str) -> bool:
        return any(same_name(goal, other) for other in self._there)

    def _show_said(self) -> None:
        """Show which words the chosen goal comes from, and why."""
        row = self._row
        said = self.query_one("#proposed-said", Plain)
        if row is None:
            said.show("")
            return
        why = content("\nWhy     ", "dim") + content(one_line(row.goal.plan.why)) if row.goal.plan.why else content("")
        said.show(content("You said ", "dim") + content(f"“{one_line(row.goal.said)}”") + why)

    def _show_try(self) -> None:
        latest, line = self._try, content("")
        if self._stopping and self._under_way:
            line = content("Stopping …", "bold")
        elif self._under_way and isinstance(latest, Trying):
            line = content("Trying: ", "bold") + content(one_line(latest.text, 160), "dim italic")
        elif self._under_way:
            line = content("Looking for words …", "dim")
        self.query_one("#proposed-try", Plain).show(line)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._show_said()

    @property
    def _at(self) -> int | None:
        return self.query_one("#proposed", Choices).highlighted

    @property
    def _row(self) -> _Row | None:
        at = self._at
        return self._rows[at] if at is not None and at < len(self._rows) else None

    # -- changing ----------------------------------------------------------------------------------
    def action_tick(self) -> None:
        """Tick the chosen goal, or take the tick off."""
        at, row = self._at, self._row
        if at is not None and row is not None:
            self._rows[at] = replace(row, ticked=not row.ticked)
            self._reload(at)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_tick()

    def action_open(self) -> None:
        """Change the chosen goal."""
        at, row = self._at, self._row
        if at is None or row is None:
            return

        def keep(edit: GoalEdit) -> None:
            origin = row.goal.origin if edit.plan.goal == row.goal.goal else Origin.MENTEE
            goal = replace(row.goal, goal=edit.plan.goal, plan=edit.plan, origin=origin)
            self._rows[self._rows.index(row)] = _Row(goal, ticked=True)

        others = [each.goal.goal for each in self._rows if each is not row]
        form = GoalForm(GoalEdit(row.goal.plan), self._workspace.today, others, keep, with_review=False)
        self.app.push_screen(form, lambda _: self._reload(at))

    def action_move(self, by: int) -> None:
        """Move the chosen goal up or down."""
        at = self._at
        if at is not None and 0 <= at + by < len(self._rows):
            self._rows.insert(at + by, self._rows.pop(at))
            self._reload(at + by)

    def action_keep(self) -> None:
        """Add the ticked goals to the mentee's, and close."""
        ticked = [row.goal.plan for row in self._rows if row.ticked]
        if self._under_way:
            self._say(f"Goals are still being written; {key_of(self, 'proposed.leave')} stops that.")
        elif not ticked:
            self._say(f"Nothing is ticked. {key_of(self, 'proposed.tick')} ticks a goal.")
        else:
            try:
                changed = self._workspace.goals.add(ticked)
            except OutreachError as error:
                self._say(f"Not saved: {error}")
                return
            self.dismiss(changed)

    def action_leave(self) -> None:
        """Stop what is being written, else close without keeping anything."""
        if self._under_way:
            self._stopping = True
            self._show_try()
            self._workspace.stop()
        else:
            self.dismiss(None)

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=6)
