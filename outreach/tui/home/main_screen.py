"""Home, and the keys that log, draft and enter from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import OptionList

from outreach.domain.case import Meeting
from outreach.domain.draft import Kind
from outreach.domain.errors import OutreachError
from outreach.domain.events import What
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle import call_sheet
from outreach.lifecycle.due import Due
from outreach.tui.facts.facts_pane import FactsPane
from outreach.tui.forms.event_form import Start
from outreach.tui.forms.meeting_form import MeetingForm
from outreach.tui.forms.mentee_form import MenteeForm
from outreach.tui.forms.mentor_form import MentorForm
from outreach.tui.forms.start_form import First, StartForm
from outreach.tui.home.entering import Entering
from outreach.tui.home.layout import Home
from outreach.tui.home.letters import Letters
from outreach.tui.home.mentor_table import ADD, BEGIN
from outreach.tui.home.putting_off import PuttingOff
from outreach.tui.home.removing import Removing
from outreach.tui.home.timeline_pane import TimelinePane
from outreach.tui.home.todo_pane import TodoPane
from outreach.tui.home.ways import EMAIL
from outreach.tui.keys import key_of
from outreach.tui.reader import Reader
from outreach.tui.text import one_line
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp


class MainScreen(Home):
    """Where all else starts from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._entering = Entering(self, workspace, self.reload)
        self._removing = Removing(workspace, self.reload)
        self._putting_off = PuttingOff(self, workspace, self.reload)
        self._letters = Letters(self, workspace, self._entering, self._turn_to, self.action_edit_mentee)

    def on_mount(self) -> None:
        self.open()
        if not self._is_known:
            self._begin()

    # -- opening -----------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        # The second click of a mouse; Enter comes as a command.
        by_list = {
            "due-list": self.action_start_due,
            "meeting-list": self.action_open_meeting,
            "draft-list": self.action_open_draft,
            "timeline-list": self.action_open_entry,
        }
        by_list.get(event.option_list.id or "", self.action_open)()

    def action_open(self) -> None:
        """Open the page of the mentor under the cursor, or do what else the line says."""
        if self._table.on_line == BEGIN:
            self._begin()
        elif self._table.on_line == ADD:
            self.action_new_mentor()
        elif self._table.chosen:
            self._choose(self._table.chosen)
            self._open_page()

    def action_goals(self) -> None:
        """Show the goals."""
        self._open_goals()

    def _open_goals(self, goal: str = "", begin: str = "") -> None:
        # With it comes what drafts goals: not before it is wanted.
        from outreach.tui.goals.goals_screen import GoalsScreen

        self.app.push_screen(GoalsScreen(self._workspace, goal, begin), lambda _: self.reload())

    def action_sample(self) -> None:
        """Open the sample, or leave it."""
        cast("OutreachApp", self.app).sampling.turn()

    # -- forms -------------------------------------------------------------------------------------
    @property
    def _is_known(self) -> bool:
        """Whether the user has given their name; goals alone may come before."""
        mentee = self._workspace.mentee()
        return mentee is not None and bool(mentee.name)

    def _begin(self) -> None:
        """Open the first form; it leads to the first draft."""
        self.app.push_screen(StartForm(self._workspace, self.action_sample), self._started)

    def _started(self, first: First | None) -> None:
        if first is not None:
            self.reload(first.mentorship.id)
            self._letters.begin(Kind.FIRST_CONTACT, first.mentorship, way=EMAIL)

    def action_edit_mentee(self) -> None:
        """Open the form about the user; the first one while nothing is known of them."""
        if not self._is_known:
            self._begin()
            return
        self.app.push_screen(MenteeForm(self._workspace), self._mentee_saved)

    def _mentee_saved(self, mentee: Mentee | None) -> None:
        if mentee is None:
            return
        self.reload()
        if not self._by_id:
            self.action_new_mentor()

    def action_new_mentor(self) -> None:
        """Open an empty form about a mentor; the first one while nothing is known of the user."""
        if not self._is_known:
            self._begin()
            return
        self.app.push_screen(MentorForm(self._workspace), self._mentor_added)

    def _mentor_added(self, mentorship: Mentorship | None) -> None:
        if mentorship is not None:
            self._turn_to(mentorship.id, "background")

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
            self._open_page("meetings")

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

    def action_open_draft(self) -> None:
        """Open the draft at hand."""
        if self._view.draft is not None:
            self._letters.open(self._view.draft)

    def action_draft_sent(self) -> None:
        """Log that the draft at hand was sent today."""
        if self._view.draft is not None:
            self._entering.sent(self._view.draft)

    def action_open_meeting(self) -> None:
        """Open the meeting at hand, or begin one."""
        self._open_meeting(self._view.meeting)

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
        if self._due.soonest is None:
            self._say("Nothing is due in the next two weeks.")
        else:
            self.remove_class("-page")
            self.set_focus(self._due.rows)

    def action_start(self) -> None:
        """Begin what is due first, or next with the mentor whose page is open."""
        glance, on_page = self._by_id.get(self._at_hand), self.has_class("-page")
        if self.focused is self._due.rows:
            self._do(self._due.item)
        elif not on_page:
            self._do(self._due.soonest)
        elif glance is not None and glance.due is not None:
            self._do(glance.due)
        else:
            self.action_choose_draft()

    def action_start_due(self) -> None:
        """Begin what is at hand among what is due."""
        self._do(self._due.item)

    def action_snooze(self) -> None:
        """Put off what is at hand among what is due."""
        if self._due.item is not None:
            self._putting_off.ask(self._due.item)

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

    def _do(self, item: Due | None) -> None:
        """Draft what is due, log what is done, or look at the goal."""
        if item is None:
            self._say("Nothing is due in the next two weeks.")
            return
        self._choose(item.mentorship_id)
        glance = self._by_id.get(item.mentorship_id)
        if glance is None:
            self._open_goals(item.about, "review")
            return
        mentorship = glance.mentorship
        if item.draft is None:
            self._entering.begin(mentorship, What.DONE, start=Start(item.about, field="result"))
            return
        self._letters.begin_due(item, mentorship)

    def action_open_entry(self) -> None:
        """Open the draft or the meeting of the entry at hand, or show its whole text."""
        entry = self.query_one(TimelinePane).entry
        if entry is None:
            return
        if entry.draft is not None:
            self._letters.open(entry.draft)
        elif entry.meeting is not None:
            self._open_meeting(entry.meeting)
        else:
            self.app.push_screen(Reader(one_line(entry.title), entry.text or "Nothing more was noted."))

    def action_take_back_entry(self) -> None:
        """Take the entry at hand back."""
        entry = self.query_one(TimelinePane).entry
        if entry is None:
            return
        if entry.event is not None and entry.event.id and entry.event.what is not What.DRAFTED:
            self._entering.take_back(self._chosen, entry.event)
        elif entry.draft is not None:
            self._say(f"A draft says this, and it stays in the list of drafts ({key_of(self, 'home.drafts')}).")
        else:
            self._say(f"The meeting says this; change or remove it there ({key_of(self, 'home.meetings')}).")

    @on(FactsPane.Changed)
    @on(TodoPane.Changed)
    def _something_changed(self) -> None:
        self.reload()

    def on_todo_pane_is_done(self, message: TodoPane.IsDone) -> None:
        if self.mentorship is not None:
            self._entering.begin(self.mentorship, What.DONE, start=message.start)

    def _one(self) -> Mentorship | None:
        """The chosen mentorship; says what to do where there is none."""
        if self.mentorship is None:
            self._say(f"Add a mentor first: press {key_of(self, 'home.new-mentor')}.")
        return self.mentorship

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)
