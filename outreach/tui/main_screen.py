"""Home: what is due on top, the table of mentors, the page of the chosen one, and the keys that draft."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key, Resize
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput, OutreachError
from outreach.domain.events import What
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle import call_sheet
from outreach.lifecycle.contacts import Words as Said
from outreach.lifecycle.due import AHEAD, Due
from outreach.lifecycle.overview import Glance, Overview
from outreach.tui.commands import MAIN
from outreach.tui.diary_lines import confirms
from outreach.tui.dossier import Dossier
from outreach.tui.due_pane import DuePane
from outreach.tui.entering import Entering
from outreach.tui.event_form import Start
from outreach.tui.facts_pane import FactsPane
from outreach.tui.foot import at_the_foot
from outreach.tui.goals_screen import GoalsScreen
from outreach.tui.keys import key_of
from outreach.tui.letters import Letters
from outreach.tui.meeting_form import MeetingForm
from outreach.tui.mentee_form import MenteeForm
from outreach.tui.mentor_form import MentorForm
from outreach.tui.mentor_table import ADD, BEGIN, MentorTable
from outreach.tui.mentor_view import MentorView
from outreach.tui.putting_off import PuttingOff
from outreach.tui.reader import Reader
from outreach.tui.removing import Removing
from outreach.tui.start_form import First, StartForm
from outreach.tui.status import StatusBar
from outreach.tui.text import content, one_line
from outreach.tui.timeline_pane import TimelinePane
from outreach.tui.todo_book import TodoBook
from outreach.tui.todo_pane import TodoPane
from outreach.tui.ways import EMAIL
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp

_ROOMY = 140
"""Cells from which the table has room for the last contact beside the page."""


class MainScreen(Screen[None]):
    """Where all else starts from. Below 110 columns it shows the table or the page, from there on both."""

    BINDINGS: ClassVar[list[BindingType]] = [*MAIN]
    CSS_PATH = "main_screen.tcss"
    AUTO_FOCUS = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._overview = Overview((), ())
        self._by_id: dict[str, Glance] = {}
        self._chosen = ""
        self._entering = Entering(self, workspace, self.reload)
        self._removing = Removing(workspace, self.reload)
        self._putting_off = PuttingOff(self, workspace, self.reload)
        self._letters = Letters(self, workspace, self._entering, self._turn_to, self.action_edit_mentee)

    def compose(self) -> ComposeResult:
        yield DuePane()
        with Horizontal(id="columns"):
            yield MentorTable()
            yield MentorView(Dossier(self._workspace), FactsPane(self._workspace), TodoPane(TodoBook(self._workspace)))
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.reload()
        first = self._due.soonest
        due_now = first is not None and first.due <= self._workspace.today
        self.set_focus(self._due.rows if due_now else self._table.rows)
        self._choose(self._at_hand)
        if not self._is_known:
            self._begin()

    @property
    def _due(self) -> DuePane:
        return self.query_one(DuePane)

    @property
    def _table(self) -> MentorTable:
        return self.query_one(MentorTable)

    @property
    def _view(self) -> MentorView:
        return self.query_one(MentorView)

    # -- showing -----------------------------------------------------------------------------------
    def reload(self, choose: str = "") -> None:
        """Show what the store holds now, with ``choose`` chosen."""
        wanted = choose or self._at_hand
        mentee, today, trouble = self._workspace.mentee(), self._workspace.today, ""
        try:
            self._overview = self._workspace.diary.overview()
        except BadInput as error:
            trouble = f"Not known: {error.message} Change it under About me ({key_of(self, 'home.edit-mentee')})."
            self._overview = Overview(tuple(Glance(each) for each in self._workspace.mentorships()), ())
        glances = self._overview.glances
        self._by_id = {each.mentorship.id: each for each in glances}
        first = glances[0].mentorship.id if glances else ""
        self._chosen = wanted if wanted in self._by_id else first
        soon = self._overview.due_by(today + dt.timedelta(days=AHEAD))
        nothing = "Nothing is due in the next two weeks." if glances and not trouble else ""
        self._due.show(soon, today, trouble or ("" if soon else nothing))
        self._table.show(glances, mentee.goals if mentee else (), today, self._chosen, self._below(mentee))
        self._view.show(self._by_id.get(self._chosen), fill=self._page_is_seen)
        if not soon and self.focused is self._due.rows:
            self.set_focus(self._table.rows)
        self.refresh_bindings()

    def _below(self, mentee: Mentee | None) -> list[Option]:
        """What stands below the mentors, or in their place."""
        add = key_of(self, "home.new-mentor")
        if self._overview.glances:
            return [Option(content(f"+ Add a mentor  {add}", "dim"), id=ADD)]
        if mentee is None or not mentee.name:
            sample = content(f"Or look around in a sample: press {key_of(self, 'home.sample')}.", "dim")
            begin = Option(content("Enter begins: your name, one goal, one mentor."), id=BEGIN)
            return [begin, Option(sample, disabled=True)]
        why = content(
            "Somebody whose advice you would like. Paste what you know of them; a draft comes from it.", "dim"
        )
        return [Option(content(f"+ Add your first mentor  {add}"), id=ADD), Option(why, disabled=True)]

    def _turn_to(self, choose: str, tab: str) -> None:
        """Show what the store holds now, with a mentorship chosen and a tab in front."""
        self.reload(choose)
        if tab:
            self._open_page(tab)

    @property
    def _page_is_seen(self) -> bool:
        return self.has_class("-page") or not self.has_class("-narrow")

    def _open_page(self, tab: str = "") -> None:
        """Show the page of the chosen mentor, with the cursor there."""
        if self.mentorship is not None:
            self.add_class("-page")
            self._view.open_tab(tab)

    def show_mentor(self, mentorship_id: str) -> None:
        """Show the page of this mentor."""
        self.reload(mentorship_id)
        self._open_page()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= _ROOMY, "-roomy")
        self.call_after_refresh(self._fill_page)

    def _fill_page(self) -> None:
        if self._page_is_seen:
            self._view.fill()

    def action_sample(self) -> None:
        """Open the sample, or leave it."""
        cast("OutreachApp", self.app).sampling.turn()

    # -- choosing ----------------------------------------------------------------------------------
    @property
    def _at_hand(self) -> str:
        """The id of the mentorship under the cursor, whichever list has it; else of the one chosen before."""
        at_hand = ""
        if self.focused is self._due.rows:
            at_hand = self._due.item.mentorship_id if self._due.item else ""
        elif self.focused is not None and self._table in self.focused.ancestors:
            at_hand = self._table.chosen
        return at_hand or self._chosen

    @property
    def mentorship(self) -> Mentorship | None:
        """The chosen one."""
        glance = self._by_id.get(self._at_hand)
        return glance.mentorship if glance else None

    def _choose(self, mentorship_id: str) -> None:
        """Show somebody at the right, and as chosen in the table."""
        if mentorship_id and mentorship_id != self._chosen:
            self._chosen = mentorship_id
            self._view.show(self._by_id.get(mentorship_id), fill=self._page_is_seen)
            self.refresh_bindings()
        self._table.choose(self._chosen)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if self.focused is not None:
            self.set_class(self._view in self.focused.ancestors, "-page")
            self._choose(self._at_hand)

    @on(OptionList.OptionHighlighted, "#due-list, #mentors")
    def _moved(self) -> None:
        self._choose(self._at_hand)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        # The second click of a mouse; Enter comes as a command.
        by_list = {
            "due-list": self.action_start_due,
            "meeting-list": self.action_open_meeting,
            "draft-list": self.action_open_draft,
            "timeline-list": self.action_open_entry,
        }
        by_list.get(event.option_list.id or "", self.action_open)()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens a mentor only from the table."""
        return self.focused is self._table.rows if action == "open" else True

    def action_open(self) -> None:
        """Open the page of the mentor under the cursor, or do what else the line says."""
        if self._table.on_line == BEGIN:
            self._begin()
        elif self._table.on_line == ADD:
            self.action_new_mentor()
        elif self._table.chosen:
            self._choose(self._table.chosen)
            self._open_page()

    def action_tab(self, name: str) -> None:
        """Turn to a tab."""
        self._open_page(name)

    def action_filter(self) -> None:
        """Type what the mentors to show have in common."""
        if self._by_id:
            self.remove_class("-page")
            self._table.open_filter()

    def action_leave(self) -> None:
        """Go back to the mentors; from there, show all of them."""
        at_table = self.focused is not None and self._table in self.focused.ancestors
        if at_table and self._table.filter_is_open:
            self._table.close_filter()
        self.remove_class("-page")
        self.set_focus(self._table.rows)

    def action_goals(self) -> None:
        """Show the goals."""
        self.app.push_screen(GoalsScreen(self._workspace), lambda _: self.reload())

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

    # -- keys --------------------------------------------------------------------------------------
    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, with those at the foot that matter here and have room."""
        found = super().active_bindings
        if not self.is_mounted:
            return found
        glance, first = self._by_id.get(self._at_hand), self._due.soonest
        return at_the_foot(
            found,
            self,
            str(self.focused.id) if self.focused else "",
            self.size.width,
            glance.stage if glance else None,
            due=first is not None and first.due <= self._workspace.today,
        )

    def on_key(self, event: Key) -> None:
        """Hand on what was typed at once behind a key that has opened another screen: it belongs there."""
        above = self.app.screen
        if above is not self:
            event.stop()
            # Behind its mount: it has the cursor then.
            above.call_later(self.app.post_message, Key(event.key, event.character))

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
            self.app.push_screen(GoalsScreen(self._workspace, item.about, "review"), lambda _: self.reload())
            return
        mentorship = glance.mentorship
        if item.draft is None:
            self._entering.begin(mentorship, What.DONE, start=Start(item.about, field="result"))
            return
        meeting = next((each for each in mentorship.meetings if item.meeting_id and each.id == item.meeting_id), None)
        said = Said(Purpose.CONFIRM) if confirms(item) else None
        self._letters.begin(item.draft, mentorship, meeting, said=said)

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
