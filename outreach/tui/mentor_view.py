"""The chosen mentor at the right: background, facts, meetings, drafts, timeline, and what is to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, TabbedContent, TabPane
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.tui.commands import DRAFT_LIST
from outreach.tui.entering import days_sent
from outreach.tui.facts_pane import FactsPane
from outreach.tui.lists import draft_line, meeting_line, mentor_heading
from outreach.tui.text import Plain, content
from outreach.tui.timeline_pane import TimelinePane
from outreach.tui.todo_pane import TodoPane
from outreach.workspace import Workspace

_LISTS = {
    "facts": "#fact-list",
    "meetings": "#meeting-list",
    "drafts": "#draft-list",
    "timeline": "#timeline-list",
    "todo": "#todo-list",
}
_NO_MENTEE = (
    "Begin with your first draft: press n.\n\nIt takes a name, a goal, and what you know of someone.\n\n"
    "Or look around in a sample: press S."
)
_NO_MENTOR = (
    "No mentor yet: press n to add one.\n\nPaste whatever you know about them; then press f for a first message."
)


class DraftList(OptionList):
    """The drafts, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*DRAFT_LIST]

    class Sent(Message):
        """The draft under the cursor was sent."""

    def action_sent(self) -> None:
        """The draft under the cursor was sent."""
        self.post_message(self.Sent())


class MentorView(Vertical):
    """Six tabs about one mentorship."""

    @dataclass
    class MeetingChosen(Message):
        """A meeting is to be opened; ``None``: a new one."""

        meeting: Meeting | None

    @dataclass
    class DraftChosen(Message):
        """A draft is to be opened."""

        draft: Draft

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="view")
        self._workspace = workspace
        self._mentorship: Mentorship | None = None
        self._stale: set[str] = set()
        """The tabs that are still to be filled: that takes a moment, so they wait until they are in front."""
        self._drafts: list[Draft] = []

    def compose(self) -> ComposeResult:
        yield Plain("", id="heading")
        with TabbedContent(id="tabs", initial="background"):
            with TabPane("Background", id="background"), VerticalScroll(id="background-scroll"):
                yield Plain("", id="background-text")
            with TabPane("Facts", id="facts"):
                yield FactsPane(self._workspace)
            with TabPane("Meetings", id="meetings"):
                yield OptionList(id="meeting-list", markup=False)
            with TabPane("Drafts", id="drafts"):
                yield DraftList(id="draft-list", markup=False)
            with TabPane("Timeline", id="timeline"):
                yield TimelinePane(self._workspace)
            with TabPane("To do", id="todo"):
                yield TodoPane(self._workspace)

    def show(self, mentorship: Mentorship | None, mentee: Mentee | None) -> None:
        """Show ``mentorship``, or how to begin."""
        self._mentorship = mentorship
        self.query_one("#tabs").display = mentorship is not None
        heading = self.query_one("#heading", Plain)
        if mentorship is None:
            heading.show(_NO_MENTOR if mentee else _NO_MENTEE)
            return
        heading.show(mentor_heading(mentorship))
        self.query_one("#background-text", Plain).show(mentorship.mentor.background)
        self._stale = {"facts", "timeline", "todo"}
        self._fill_tab()
        states = self._workspace.diary.meeting_states(mentorship.id)
        meetings = [
            Option(meeting_line(each, self._workspace.today, state), id=str(at))
            for at, (each, state) in enumerate(zip(mentorship.meetings, states, strict=True))
        ]
        self._fill("#meeting-list", [*meetings, Option(content("+ Add a meeting"), id="add")])
        self._drafts = self._workspace.drafts(mentorship.id)
        by_id = {meeting.id: meeting for meeting in mentorship.meetings if meeting.id}
        sent = days_sent(self._workspace, mentorship.id)
        drafts = [
            Option(draft_line(each, by_id.get(each.meeting_id), sent.get(each.id)), id=str(at))
            for at, each in enumerate(self._drafts)
        ]
        hint = Option(content("No drafts yet. f first contact, d any other message.", "dim"), disabled=True)
        self._fill("#draft-list", drafts or [hint])

    def open_tab(self, name: str) -> None:
        """Turn to a tab and put the cursor into it."""
        self.query_one("#tabs", TabbedContent).active = name
        self._fill_tab()
        # At once: the next key belongs to the tab already.
        self.screen.set_focus(self.query_one(_LISTS.get(name, "#background-scroll")))

    @property
    def tab(self) -> str:
        """The tab in front."""
        return self.query_one("#tabs", TabbedContent).active

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor while the tab of meetings is in front."""
        at = self.query_one("#meeting-list", OptionList).highlighted
        if self._mentorship is None or self.tab != "meetings" or at is None:
            return None
        meetings = self._mentorship.meetings
        return meetings[at] if at < len(meetings) else None

    @property
    def facts(self) -> FactsPane:
        """The list of facts."""
        return self.query_one(FactsPane)

    @property
    def draft(self) -> Draft | None:
        """The draft under the cursor of the list of drafts."""
        at = self.query_one(DraftList).highlighted
        return self._drafts[at] if at is not None and at < len(self._drafts) else None

    def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        event.stop()
        self._fill_tab()

    def _fill_tab(self) -> None:
        """Fill the tab in front, where that is still to be done."""
        if self._mentorship is None or self.tab not in self._stale:
            return
        self._stale.remove(self.tab)
        panes: dict[str, FactsPane | TimelinePane | TodoPane] = {
            "facts": self.facts,
            "timeline": self.query_one(TimelinePane),
            "todo": self.query_one(TodoPane),
        }
        panes[self.tab].show(self._mentorship)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = event.option.id
        if chosen is None or self._mentorship is None:
            return
        if event.option_list.id == "meeting-list":
            self.post_message(self.MeetingChosen(None if chosen == "add" else self._mentorship.meetings[int(chosen)]))
        else:
            self.post_message(self.DraftChosen(self._drafts[int(chosen)]))

    def _fill(self, selector: str, options: list[Option]) -> None:
        widget = self.query_one(selector, OptionList)
        at = widget.highlighted
        widget.clear_options()
        widget.add_options(options)
        usable = [index for index, option in enumerate(options) if not option.disabled]
        if usable:
            widget.highlighted = at if at in usable else usable[0]
