"""The main screen: mentors at the left, the chosen one at the right, and the keys that draft."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft, Kind
from outreach.domain.errors import OutreachError
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.exchange.when import date_text
from outreach.tui.commands import MAIN
from outreach.tui.draft_screen import DraftScreen
from outreach.tui.drafting_screen import DraftingScreen, Stopped
from outreach.tui.facts_pane import FactsPane
from outreach.tui.lists import mentor_line
from outreach.tui.meeting_form import MeetingForm
from outreach.tui.mentee_form import MenteeForm
from outreach.tui.mentor_form import MentorForm
from outreach.tui.mentor_view import MentorView
from outreach.tui.needs import Need, needed
from outreach.tui.questions import Question
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line
from outreach.tui.ways import EMAIL, Way, WayQuestion, last_way, way_of
from outreach.workspace import Workspace


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

    def compose(self) -> ComposeResult:
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
            self.app.push_screen(MenteeForm(self._workspace), self._mentee_saved)

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
            mentors.add_options([Option(mentor_line(each), id=each.id) for each in self._mentorships])
            mentors.add_option(Option(content("+ Add a mentor"), id="add-mentor"))
            mentors.highlighted = known.index(self._chosen) if self._chosen else 0
        self._view.show(self.mentorship, self._workspace.mentee())

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
        self._open_draft(message.draft)

    def on_facts_pane_changed(self, message: FactsPane.Changed) -> None:
        self.reload()

    def action_tab(self, name: str) -> None:
        """Turn to a tab."""
        if self.mentorship is not None:
            self._view.open_tab(name)

    # -- forms -------------------------------------------------------------------------------------
    def action_edit_mentee(self) -> None:
        """Open the form about the user."""
        self.app.push_screen(MenteeForm(self._workspace), self._mentee_saved)

    def _mentee_saved(self, mentee: Mentee | None) -> None:
        if mentee is None:
            return
        self.reload()
        if not self._mentorships:
            self.action_new_mentor()

    def action_new_mentor(self) -> None:
        """Open an empty form about a mentor."""
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
        if self.mentorship is None:
            self._say("Add a mentor first: press n.")
            return
        self.app.push_screen(MeetingForm(self._workspace, self.mentorship, meeting, start_at), self._meeting_saved)

    def _meeting_saved(self, mentorship: Mentorship | None) -> None:
        self._mentorship_saved(mentorship)
        if mentorship is not None:
            self._view.open_tab("meetings")

    # -- facts -------------------------------------------------------------------------------------
    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; in the list of facts its own keys have the foot."""
        found = super().active_bindings
        if self.focused is None or self.focused.id != "fact-list":
            return found
        return {
            key: one._replace(binding=replace(one.binding, show=False)) if one.node is self else one
            for key, one in found.items()
        }

    # -- removing ----------------------------------------------------------------------------------
    def action_remove(self) -> None:
        """Remove the chosen meeting, or the mentor while the list of mentors has the cursor; asks first."""
        mentorship = self.mentorship
        if mentorship is None:
            return
        answers = (("remove", "r", "Remove"), ("keep", "escape", "Keep"))
        meeting = self._view.meeting if self.focused and self.focused.id == "meeting-list" else None
        if meeting is not None:
            text = f"Remove the meeting {f'of {date_text(meeting.date)} ' if meeting.date else ''}with its notes?"
            self.app.push_screen(Question(text, answers), lambda answer: self._remove_meeting(answer, meeting))
        elif self.focused and self.focused.id == "mentors":
            text = f"Remove {one_line(mentorship.mentor.name, 40)} with all meetings and drafts?"
            self.app.push_screen(Question(text, answers), self._remove_mentor)

    def _remove_meeting(self, answer: str | None, meeting: Meeting) -> None:
        if answer == "remove" and self.mentorship is not None:
            left = tuple(each for each in self.mentorship.meetings if each is not meeting)
            self._guarded_save(replace(self.mentorship, meetings=left))

    def _remove_mentor(self, answer: str | None) -> None:
        if answer == "remove":
            self._workspace.remove_mentorship(self._chosen)
            self.reload()

    # -- drafting ----------------------------------------------------------------------------------
    def action_draft(self, kind: str) -> None:
        """Draft, or say what is missing for it."""
        self._draft(Kind(kind), self._view.meeting)

    def _draft(self, kind: Kind, meeting: Meeting | None, way: Way | None = None) -> None:
        mentee, mentorship = self._workspace.mentee(), self.mentorship
        if kind is Kind.FIRST_CONTACT:
            meeting = None
        elif meeting is None and mentorship is not None:
            meeting = meeting_for(mentorship, kind, self._workspace.today)
        need = needed(kind, mentee, mentorship, meeting)
        if need is not None:
            self._ask_for(need, kind, meeting)
        elif kind is Kind.FIRST_CONTACT and way is None and mentorship is not None:
            self._ask_way(mentorship)
        elif mentee is not None and mentorship is not None:
            screen = DraftingScreen(self._workspace, mentorship, mentorship.case(mentee, meeting), kind, way or EMAIL)
            self.app.push_screen(screen, lambda done: self._drafted(done, kind, meeting))

    def _ask_way(self, mentorship: Mentorship) -> None:
        def answered(answer: str | None) -> None:
            if (way := way_of(answer)) is not None:
                self._draft(Kind.FIRST_CONTACT, None, way)

        before = last_way(self._workspace.drafts(mentorship.id))
        self.app.push_screen(WayQuestion(one_line(mentorship.mentor.name, 30), before), answered)

    def _ask_for(self, need: Need, kind: Kind, meeting: Meeting | None) -> None:
        def answered(answer: str | None) -> None:
            if answer == "open":
                self._fill_in(need, kind, meeting)

        answers = (("open", "o", "Open that form"), ("back", "escape", "Not now"))
        self.app.push_screen(Question(need.message, answers), answered)

    def _fill_in(self, need: Need, kind: Kind, meeting: Meeting | None) -> None:
        """Open the form that holds what is missing, and draft once it is saved."""

        def mentorship_saved(saved: Mentorship | None) -> None:
            self._mentorship_saved(saved)
            if saved is not None:
                self._draft(kind, next((each for each in saved.meetings if meeting and each.id == meeting.id), None))

        if need.form == "mentee":
            self.action_edit_mentee()
        elif need.form == "mentor" or self.mentorship is None:
            self.app.push_screen(MentorForm(self._workspace, self.mentorship, need.field), mentorship_saved)
        else:
            form = MeetingForm(self._workspace, self.mentorship, meeting, need.field)
            self.app.push_screen(form, mentorship_saved)

    def _drafted(self, done: Draft | Stopped | None, kind: Kind, meeting: Meeting | None) -> None:
        self.reload()
        if isinstance(done, Draft):
            self._view.open_tab("drafts")
            self._open_draft(done)
        elif done is not None:
            form = "meeting" if kind is not Kind.FIRST_CONTACT else "mentor"
            self._ask_for(Need(form, "", str(done.error)), kind, meeting)

    def _open_draft(self, draft: Draft) -> None:
        mentee, mentorship = self._workspace.mentee(), self.mentorship
        if mentee is None or mentorship is None:
            return
        meeting = next((each for each in mentorship.meetings if draft.meeting_id and each.id == draft.meeting_id), None)

        def closed(again: bool | None) -> None:
            self.reload()
            if again:
                self._draft(draft.kind, meeting, Way(draft.channel, draft.premium))

        self.app.push_screen(DraftScreen(self._workspace, draft, mentorship.case(mentee, meeting)), closed)

    def _guarded_save(self, mentorship: Mentorship) -> None:
        try:
            self._workspace.save_mentorship(mentorship)
        except OutreachError as error:
            self._say(f"Not saved: {error}")
        self.reload()

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False)
