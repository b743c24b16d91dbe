"""The page of one mentor: heading, background, facts, meetings, drafts, timeline, and what is to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import TabbedContent, TabPane
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.overview import Glance
from outreach.tui.commands import DRAFT_LIST, MEETING_LIST
from outreach.tui.facts.facts_pane import FactsPane
from outreach.tui.foot import NOT_WRITTEN_TO
from outreach.tui.home.dossier import Dossier, DraftRow
from outreach.tui.home.lists import draft_line, meeting_line, mentor_heading
from outreach.tui.home.mentor_lines import next_step
from outreach.tui.home.timeline_pane import TimelinePane
from outreach.tui.home.todo_pane import TodoPane
from outreach.tui.keys import key_of
from outreach.tui.line_list import Rows
from outreach.tui.text import Plain, content

_LISTS = {
    "facts": "#fact-list",
    "meetings": "#meeting-list",
    "drafts": "#draft-list",
    "timeline": "#timeline-list",
    "todo": "#todo-list",
}
_SECONDS_OF_CLOCK = 30.0


class MeetingList(Rows):
    """The meetings, the latest last."""

    BINDINGS: ClassVar[list[BindingType]] = [*MEETING_LIST]


class DraftList(Rows):
    """The drafts, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*DRAFT_LIST]


class Background(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The background, to be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Up", show=False),
        Binding("down", "scroll_down", "Down", show=False),
        Binding("home", "scroll_home", "First", show=False),
        Binding("end", "scroll_end", "Last", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
    ]


class MentorView(Vertical):
    """Six tabs about one mentorship; each is filled once it is in front, for that takes a moment."""

    def __init__(self, dossier: Dossier, facts: FactsPane, todo: TodoPane) -> None:
        super().__init__(id="view")
        self._dossier = dossier
        self.facts = facts
        """The list of facts."""
        self._todo = todo
        self._glance: Glance | None = None
        self._stale: set[str] = set()
        self._drafts: list[DraftRow] = []
        self._filled: dict[str, Callable[[Mentorship], None]] = {
            "background": self._fill_background,
            "facts": self.facts.show,
            "meetings": self._fill_meetings,
            "drafts": self._fill_drafts,
            "timeline": self._fill_timeline,
            "todo": self._todo.show,
        }

    def compose(self) -> ComposeResult:
        yield Plain("", id="heading")
        with TabbedContent(id="tabs", initial="background"):
            with TabPane("Background", id="background"), Background(id="background-scroll"):
                yield Plain("", id="background-text")
            with TabPane("Facts", id="facts"):
                yield self.facts
            with TabPane("Meetings", id="meetings"):
                yield MeetingList(id="meeting-list")
            with TabPane("Drafts", id="drafts"):
                yield DraftList(id="draft-list")
            with TabPane("Timeline", id="timeline"):
                yield TimelinePane()
            with TabPane("To do", id="todo"):
                yield self._todo

    def on_mount(self) -> None:
        # Their clock goes on.
        self.set_interval(_SECONDS_OF_CLOCK, self._show_heading)

    # -- showing -----------------------------------------------------------------------------------
    def show(self, glance: Glance | None, *, fill: bool) -> None:
        """Show one mentorship, nothing where there is none; ``fill``: whether the page is in sight."""
        self._glance = glance
        self.query_one("#tabs").display = glance is not None
        self._stale = set(self._filled)
        if fill:
            self.fill()

    def fill(self) -> None:
        """Fill heading and tab in front, where that is still to be done."""
        self._show_heading()
        self._fill_tab()

    def _show_heading(self) -> None:
        glance, heading = self._glance, self.query_one("#heading", Plain)
        heading.display = glance is not None
        if glance is not None:
            today, clock = self._dossier.today, self._dossier.clock(glance.mentorship)
            step = next_step(glance, today)
            key = key_of(self, step.command) if step.command else ""
            heading.show(mentor_heading(glance, step, key, today, clock))

    def open_tab(self, name: str = "") -> None:
        """Turn to a tab, else stay at the one in front, and put the cursor into it."""
        name = name or self.tab
        self.query_one("#tabs", TabbedContent).active = name
        self.fill()
        # At once: the next key belongs to the tab already.
        self.screen.set_focus(self.query_one(_LISTS.get(name, "#background-scroll")))

    @property
    def tab(self) -> str:
        """The tab in front."""
        return self.query_one("#tabs", TabbedContent).active

    @property
    def _mentorship(self) -> Mentorship | None:
        return self._glance.mentorship if self._glance else None

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor while the tab of meetings is in front."""
        at = self.query_one("#meeting-list", Rows).highlighted
        if self._mentorship is None or self.tab != "meetings" or at is None:
            return None
        meetings = self._mentorship.meetings
        return meetings[at] if at < len(meetings) else None

    @property
    def draft(self) -> Draft | None:
        """The draft under the cursor of the list of drafts."""
        at = self.query_one(DraftList).highlighted
        return self._drafts[at].draft if at is not None and at < len(self._drafts) else None

    def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        event.stop()
        self._fill_tab()

    # -- filling -----------------------------------------------------------------------------------
    def _fill_tab(self) -> None:
        """Fill the tab in front, where that is still to be done."""
        if self._mentorship is not None and self.tab in self._stale:
            self._stale.remove(self.tab)
            self._filled[self.tab](self._mentorship)

    def _fill_background(self, mentorship: Mentorship) -> None:
        text = mentorship.mentor.background
        edit = key_of(self, "home.edit-mentor")
        hint = content(f"Nothing is known about them yet. {edit} opens the form: paste a bio, a talk, notes.", "dim")
        self.query_one("#background-text", Plain).show(text if text.strip() else hint)

    def _fill_meetings(self, mentorship: Mentorship) -> None:
        meetings = self._dossier.meetings(mentorship)
        rows = [
            Option(meeting_line(each, self._dossier.today, state), id=str(at))
            for at, (each, state) in enumerate(meetings)
        ]
        add = f"+ Add a meeting  {key_of(self, 'home.new-meeting')}"
        if not rows:
            hint = "No meeting yet. Set one once they answer; agenda, notes and thank-you come from it."
            rows = [Option(content(hint, "dim"), disabled=True)]
        self.query_one("#meeting-list", Rows).fill([*rows, Option(content(add), id="add")])

    def _fill_drafts(self, mentorship: Mentorship) -> None:
        self._drafts = self._dossier.drafts(mentorship)
        rows = [
            Option(draft_line(each.draft, each.meeting, each.sent), id=str(at)) for at, each in enumerate(self._drafts)
        ]
        first = self._glance is not None and self._glance.stage in NOT_WRITTEN_TO
        key, what = ("home.first-contact", "the first message") if first else ("home.choose-draft", "any message")
        hint = content(f"No drafts yet. {key_of(self, key)} drafts {what}.", "dim")
        self.query_one(DraftList).fill(rows or [Option(hint, disabled=True)])

    def _fill_timeline(self, mentorship: Mentorship) -> None:
        pane = self.query_one(TimelinePane)
        pane.show(mentorship.id, self._dossier.timeline(mentorship), self._dossier.today)
