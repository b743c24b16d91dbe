"""The main screen: what is due on top, mentors at the left, the chosen one at the right, and the keys that draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput, OutreachError
from outreach.domain.events import Stage, What
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle import call_sheet
from outreach.lifecycle.contacts import Words as Said
from outreach.tui.commands import DUE, MAIN, TIMELINE
from outreach.tui.diary_lines import confirms
from outreach.tui.due_pane import DuePane
from outreach.tui.entering import Entering
from outreach.tui.event_form import Start
from outreach.tui.facts_pane import FactsPane
from outreach.tui.letters import Letters
from outreach.tui.lists import mentor_line
from outreach.tui.meeting_form import MeetingForm
from outreach.tui.mentee_form import MenteeForm
from outreach.tui.mentor_form import MentorForm
from outreach.tui.mentor_view import DraftList, MentorView
from outreach.tui.reader import Reader
from outreach.tui.removing import Removing
from outreach.tui.start_form import First, StartForm
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line
from outreach.tui.timeline_pane import TimelinePane
from outreach.tui.todo_pane import TodoPane
from outreach.tui.ways import EMAIL
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp

_WITH_ENTER = (("due-list", DUE), ("timeline-list", TIMELINE))
_HIDDEN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("fact-list", "due-list", "todo-list"), frozenset()),
    **dict.fromkeys(("draft-list", "timeline-list"), frozenset({"n", "plus", "g"})),
}
"""Keys that have no room at the foot while a list has the cursor; none: all of the screen's."""
_ENTER = {name: next(each for each in keys if each.key == "enter") for name, keys in _WITH_ENTER}
"""What Enter does in a list that takes the key itself and hands it on: for the foot."""


class MainScreen(Screen[None]):
    """Where all else starts from."""

    BINDINGS: ClassVar[list[BindingType]] = [*MAIN]
    CSS_PATH = "main_screen.tcss"
    AUTO_FOCUS = "#mentors"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._mentorships: list[Mentorship] = []
        self._chosen = ""
        self._entering = Entering(self, workspace, self.reload)
        self._removing = Removing(workspace, self.reload)
        self._letters = Letters(self, workspace, self._entering, self._turn_to, self.action_edit_mentee)

    def compose(self) -> ComposeResult:
        yield DuePane(self._workspace)
        with Horizontal(id="columns"):
            with Vertical(id="left"):
                yield Plain("Mentors", classes="title")
                yield OptionList(id="mentors", markup=False)
            yield MentorView(self._workspace)
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.reload()
        if self._workspace.mentee() is None:
            self._start()

    @property
    def _view(self) -> MentorView:
        return self.query_one(MentorView)

    @property
    def mentorship(self) -> Mentorship | None:
        """The chosen one."""
        return next((each for each in self._mentorships if each.id == self._chosen), None)

    def reload(self, choose: str = "") -> None:
        """Show what the store holds now, with ``choose`` chosen."""
        self._mentorships = self._workspace.mentorships()
        wanted = choose or self._chosen
        known = [each.id for each in self._mentorships]
        self._chosen = wanted if wanted in known else (known[0] if known else "")
        mentors = self.query_one("#mentors", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            mentors.clear_options()
            stages = self._stages()
            mentors.add_options(
                [Option(mentor_line(each, stages.get(each.id)), id=each.id) for each in self._mentorships]
            )
            mentors.add_option(Option(content("+ Add a mentor"), id="add-mentor"))
            mentors.highlighted = known.index(self._chosen) if self._chosen else 0
        self._view.show(self.mentorship, self._workspace.mentee())
        self.query_one(DuePane).show()
        if not self.query_one(DuePane).display and self.focused and self.focused.id == "due-list":
            self.set_focus(mentors)

    def _turn_to(self, choose: str, tab: str) -> None:
        """Show what the store holds now, with a mentorship chosen and a tab in front."""
        self.reload(choose)
        if tab:
            self._view.open_tab(tab)

    def _stages(self) -> dict[str, Stage]:
        try:
            return self._workspace.diary.stages()
        except BadInput:
            # What is due says that the mentee's country is not known.
            return {}

    def action_sample(self) -> None:
        """Open the sample, or leave it."""
        cast("OutreachApp", self.app).sampling.turn()

    # -- choosing ----------------------------------------------------------------------------------
    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        chosen = event.option.id
        if event.option_list.id == "mentors" and chosen not in (None, "add-mentor", self._chosen):
            self._chosen = str(chosen)
            self._view.show(self.mentorship, self._workspace.mentee())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == "add-mentor":
            self.action_new_mentor()
        else:
            self.action_edit_mentor()

    def on_mentor_view_meeting_chosen(self, message: MentorView.MeetingChosen) -> None:
        self._open_meeting(message.meeting)

    def on_mentor_view_draft_chosen(self, message: MentorView.DraftChosen) -> None:
        self._letters.open(message.draft)

    @on(FactsPane.Changed)
    @on(TodoPane.Changed)
    @on(DuePane.Changed)
    def _something_changed(self) -> None:
        self.reload()

    def action_tab(self, name: str) -> None:
        """Turn to a tab."""
        if self.mentorship is not None:
            self._view.open_tab(name)

    def action_leave(self) -> None:
        """Go back to the mentors."""
        self.set_focus(self.query_one("#mentors"))

    def action_goals(self) -> None:
        """Show the goals."""
        self.action_edit_mentee()

    # -- forms -------------------------------------------------------------------------------------
    def _start(self) -> None:
        """Open the first form; it leads to the first draft."""
        self.app.push_screen(StartForm(self._workspace, self.action_sample), self._started)

    def _started(self, first: First | None) -> None:
        if first is not None:
            self.reload(first.mentorship.id)
            self._letters.begin(Kind.FIRST_CONTACT, first.mentorship, way=EMAIL)

    def action_edit_mentee(self) -> None:
        """Open the form about the user; the first one while nothing is known of them."""
        if self._workspace.mentee() is None:
            self._start()
            return
        self.app.push_screen(MenteeForm(self._workspace), self._mentee_saved)

    def _mentee_saved(self, mentee: Mentee | None) -> None:
        if mentee is None:
            return
        self.reload()
        if not self._mentorships:
            self.action_new_mentor()

    def action_new_mentor(self) -> None:
        """Open an empty form about a mentor; the first one while nothing is known of the user."""
        if self._workspace.mentee() is None:
            self._start()
            return
        self.app.push_screen(MentorForm(self._workspace), self._mentorship_saved)

    def action_edit_mentor(self) -> None:
        """Open the form about the chosen mentor."""
        if self.mentorship is None:
            self.action_new_mentor()
        else:
            self.app.push_screen(MentorForm(self._workspace, self.mentorship), self._mentorship_saved)

    def _mentorship_saved(self, mentorship: Mentorship | None) -> None:
        if mentorship is not None:
            self.reload(mentorship.id)

    def action_new_meeting(self) -> None:
        """Open an empty form about a meeting."""
        self._open_meeting(None)

    def action_notes(self) -> None:
        """Open the notes page of the chosen meeting, else of the latest one."""
        latest = meeting_for(self.mentorship, Kind.THANK_YOU, self._workspace.today) if self.mentorship else None
        self._open_meeting(self._view.meeting or latest, "notes")

    def _open_meeting(self, meeting: Meeting | None, start_at: str = "") -> None:
        if (mentorship := self._one()) is not None:
            self.app.push_screen(MeetingForm(self._workspace, mentorship, meeting, start_at), self._meeting_saved)

    def _meeting_saved(self, mentorship: Mentorship | None) -> None:
        self._mentorship_saved(mentorship)
        if mentorship is not None:
            self._view.open_tab("meetings")

    # -- keys --------------------------------------------------------------------------------------
    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; a list with many keys of its own has the foot for them."""
        found = super().active_bindings
        if self.focused and (enter := _ENTER.get(self.focused.id or "")) and self.focused.parent:
            found["enter"] = ActiveBinding(self.focused.parent, enter, True, enter.tooltip)
        hidden = _HIDDEN.get(self.focused.id or "") if self.focused else None
        if hidden is None:
            return found
        return {
            key: one._replace(binding=replace(one.binding, show=False))
            if one.node is self and (not hidden or key in hidden)
            else one
            for key, one in found.items()
        }

    # -- removing ----------------------------------------------------------------------------------
    def action_remove(self) -> None:
        """Remove the chosen meeting, or the mentor while the list of mentors has the cursor; asks first."""
        mentorship, at = self.mentorship, self.focused.id if self.focused else ""
        if mentorship is None:
            return
        if at == "meeting-list" and self._view.meeting is not None:
            self._removing.meeting(self.app, mentorship, self._view.meeting)
        elif at == "draft-list" and self._view.draft is not None:
            self._removing.draft(self.app, self._view.draft)
        elif at == "mentors":
            self._removing.mentor(self.app, mentorship)

    # -- messages ----------------------------------------------------------------------------------
    def action_draft(self, kind: str) -> None:
        """Draft, or say what is missing for it."""
        self._letters.begin(Kind(kind), self.mentorship, self._view.meeting)

    def action_choose_draft(self) -> None:
        """Ask what to draft."""
        if (mentorship := self._one()) is not None:
            self._letters.choose(mentorship, self._view.meeting)

    def on_draft_list_sent(self, message: DraftList.Sent) -> None:
        if self._view.draft is not None:
            self._entering.sent(self._view.draft)

    # -- the diary ---------------------------------------------------------------------------------
    def action_log(self) -> None:
        """Ask what happened, and log it."""
        if (mentorship := self._one()) is not None:
            self._entering.ask(mentorship)

    def action_undo(self) -> None:
        """Take back what was logged last."""
        self._entering.undo()

    def action_due(self) -> None:
        """Go to what is due."""
        pane = self.query_one(DuePane)
        if not pane.open():
            self._say(pane.trouble or "Nothing is due in the next two weeks.")

    def action_call_sheet(self) -> None:
        """Show what counts before the next meeting."""
        if (mentorship := self._one()) is None:
            return
        try:
            sheet = self._workspace.diary.call_sheet(mentorship.id)
        except OutreachError as error:
            self._say(str(error))
        else:
            self.app.push_screen(Reader("Before you meet", call_sheet.text(sheet)))

    def on_due_pane_left(self, message: DuePane.Left) -> None:
        self.set_focus(self.query_one("#mentors"))

    def on_due_pane_started(self, message: DuePane.Started) -> None:
        item = message.item
        self.reload(item.mentorship_id)
        mentorship = self.mentorship
        if not item.mentorship_id or mentorship is None:
            self.app.push_screen(MenteeForm(self._workspace, "reviews"), self._mentee_saved)
        elif item.draft is None:
            self._entering.begin(mentorship, What.DONE, start=Start(item.about, field="result"))
        else:
            meeting = next(
                (each for each in mentorship.meetings if item.meeting_id and each.id == item.meeting_id), None
            )
            said = Said(Purpose.CONFIRM) if confirms(item) else None
            self._letters.begin(item.draft, mentorship, meeting, said=said)

    def on_timeline_pane_opened(self, message: TimelinePane.Opened) -> None:
        entry = message.entry
        if entry.draft is not None:
            self._letters.open(entry.draft)
        elif entry.meeting is not None:
            self._open_meeting(entry.meeting)
        else:
            self.app.push_screen(Reader(one_line(entry.title), entry.text or "Nothing more was noted."))

    def on_timeline_pane_taken_back(self, message: TimelinePane.TakenBack) -> None:
        self._entering.take_back(self._chosen, message.event)

    def on_todo_pane_is_done(self, message: TodoPane.IsDone) -> None:
        if self.mentorship is not None:
            self._entering.begin(self.mentorship, What.DONE, start=message.start)

    def _one(self) -> Mentorship | None:
        """The chosen mentorship; says what to do where there is none."""
        if self.mentorship is None:
            self._say("Add a mentor first: press n.")
        return self.mentorship

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False)
