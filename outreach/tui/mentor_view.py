"""The chosen mentor at the right: background, facts, meetings, drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, TabbedContent, TabPane
from textual.widgets.option_list import Option

from outreach.domain.case import Meeting, Mentorship
from outreach.domain.draft import Draft
from outreach.domain.facts import Fact, Standing
from outreach.domain.people import Mentee
from outreach.tui.lists import draft_line, fact_line, meeting_line, mentor_heading
from outreach.tui.text import Plain, content
from outreach.tui.when import date_text
from outreach.workspace import Workspace

_NO_MENTEE = "Begin with your goals: press g.\n\nA draft is built around them; it takes a minute."
_NO_MENTOR = (
    "No mentor yet: press n to add one.\n\nPaste whatever you know about them; then press f for a first message."
)


class MentorView(Vertical):
    """Four tabs about one mentorship."""

    @dataclass
    class MeetingChosen(Message):
        """A meeting is to be opened; ``None``: a new one."""

        meeting: Meeting | None

    @dataclass
    class DraftChosen(Message):
        """A draft is to be opened."""

        draft: Draft

    @dataclass
    class FactChosen(Message):
        """A fact is to be released, or withheld again."""

        fact: Fact

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="view")
        self._workspace = workspace
        self._mentorship: Mentorship | None = None
        self._facts: dict[str, Fact] = {}
        self._drafts: list[Draft] = []

    def compose(self) -> ComposeResult:
        yield Plain("", id="heading")
        with TabbedContent(id="tabs", initial="background"):
            with TabPane("Background", id="background"), VerticalScroll(id="background-scroll"):
                yield Plain("", id="background-text")
            with TabPane("Facts", id="facts"):
                yield Plain("", id="facts-note", classes="pane-note")
                yield OptionList(id="fact-list", markup=False)
            with TabPane("Meetings", id="meetings"):
                yield OptionList(id="meeting-list", markup=False)
            with TabPane("Drafts", id="drafts"):
                yield OptionList(id="draft-list", markup=False)

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
        self._show_facts(mentorship, mentee)
        today = self._workspace.today
        meetings = [Option(meeting_line(each, today), id=str(at)) for at, each in enumerate(mentorship.meetings)]
        self._fill("#meeting-list", [*meetings, Option(content("+ Add a meeting"), id="add")])
        self._drafts = self._workspace.drafts(mentorship.id)
        by_id = {meeting.id: meeting for meeting in mentorship.meetings if meeting.id}
        drafts = [
            Option(draft_line(each, by_id.get(each.meeting_id)), id=str(at)) for at, each in enumerate(self._drafts)
        ]
        hint = Option(content("No drafts yet. f first contact, a agenda, t thank-you.", "dim"), disabled=True)
        self._fill("#draft-list", drafts or [hint])

    def open_tab(self, name: str) -> None:
        """Turn to a tab and put the cursor into it."""
        self.query_one("#tabs", TabbedContent).active = name
        lists = {"facts": "#fact-list", "meetings": "#meeting-list", "drafts": "#draft-list"}
        # At once: the next key belongs to the tab already.
        self.screen.set_focus(self.query_one(lists.get(name, "#background-scroll")))

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
    def fact(self) -> Fact | None:
        """The fact under the cursor while the tab of facts is in front."""
        options = self.query_one("#fact-list", OptionList)
        if self.tab != "facts" or options.highlighted is None:
            return None
        chosen = options.get_option_at_index(options.highlighted).id
        return self._facts.get(str(chosen))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = event.option.id
        if chosen is None or self._mentorship is None:
            return
        if event.option_list.id == "meeting-list":
            self.post_message(self.MeetingChosen(None if chosen == "add" else self._mentorship.meetings[int(chosen)]))
        elif event.option_list.id == "draft-list":
            self.post_message(self.DraftChosen(self._drafts[int(chosen)]))
        else:
            self.post_message(self.FactChosen(self._facts[chosen]))

    def _show_facts(self, mentorship: Mentorship, mentee: Mentee | None) -> None:
        options: list[Option] = []
        self._facts = {}
        if mentee is not None:
            for place, facts in self._all_facts(mentorship, mentee):
                held = [fact for fact in facts if _withheld(fact, mentorship)]
                aside = [fact for fact in facts if fact.standing in (Standing.CLUTTER, Standing.DROPPED)]
                usable = [fact for fact in facts if fact not in held and fact not in aside]
                self._add_facts(options, f"Held back, {place}", held, mentorship)
                self._add_facts(options, f"Drafts may use, {place}", usable, mentorship)
                self._add_facts(options, f"Set aside, {place}", aside, mentorship)
        withheld = sum(1 for fact in self._facts.values() if _withheld(fact, mentorship))
        note = f"{withheld} held back. Enter or y allows the chosen one." if withheld else "Nothing is held back."
        self.query_one("#facts-note", Plain).show(note if self._facts else "No facts yet.")
        self._fill("#fact-list", options)

    def _all_facts(self, mentorship: Mentorship, mentee: Mentee) -> Iterator[tuple[str, list[Fact]]]:
        """The facts of the background, then those of each meeting, the latest first."""
        background = self._workspace.facts(mentorship.case(mentee))
        yield "from the background", [fact for fact in background if not fact.field.startswith("meeting.")]
        for meeting in reversed(mentorship.meetings):
            facts = self._workspace.facts(mentorship.case(mentee, meeting))
            place = f"from the meeting of {date_text(meeting.date)}" if meeting.date else "from a meeting"
            yield place, [fact for fact in facts if fact.field.startswith("meeting.")]

    def _add_facts(self, options: list[Option], heading: str, facts: list[Fact], mentorship: Mentorship) -> None:
        if facts:
            options.append(Option(content(f"\n{heading}" if options else heading, "bold"), disabled=True))
        for fact in facts:
            key = f"{len(self._facts)}"
            options.append(Option(fact_line(fact, bool(fact.line) and fact.line in mentorship.allowed), id=key))
            self._facts[key] = fact

    def _fill(self, selector: str, options: list[Option]) -> None:
        widget = self.query_one(selector, OptionList)
        at = widget.highlighted
        widget.clear_options()
        widget.add_options(options)
        usable = [index for index, option in enumerate(options) if not option.disabled]
        if usable:
            widget.highlighted = at if at in usable else usable[0]


def _withheld(fact: Fact, mentorship: Mentorship) -> bool:
    doubtful = fact.standing in (Standing.UNCONFIRMED, Standing.PRIVATE)
    return doubtful and not (fact.line and fact.line in mentorship.allowed)
