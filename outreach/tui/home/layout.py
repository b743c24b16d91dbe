"""Home as a place: what is due, the table of mentors, the page of the chosen one, and the way between them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle.due import AHEAD
from outreach.lifecycle.overview import Glance, Overview
from outreach.tui.commands import MAIN
from outreach.tui.facts.fact_book import FactBook
from outreach.tui.facts.facts_pane import FactsPane
from outreach.tui.foot import LastingFooter, at_the_foot
from outreach.tui.home.dossier import Dossier
from outreach.tui.home.due_pane import DuePane
from outreach.tui.home.mentor_table import ADD, BEGIN, MentorTable
from outreach.tui.home.mentor_view import MentorView
from outreach.tui.home.todo_book import TodoBook
from outreach.tui.home.todo_pane import TodoPane
from outreach.tui.keys import key_of
from outreach.tui.status import StatusBar
from outreach.tui.text import content
from outreach.workspace import Workspace

_ROOMY = 140
"""Cells from which the table has room for the last contact beside the page."""


class Home(Screen[None]):
    """Shows, and knows who is chosen. Below 110 columns it shows the table or the page, from there on both."""

    BINDINGS: ClassVar[list[BindingType]] = [*MAIN]
    CSS_PATH = "main_screen.tcss"
    AUTO_FOCUS = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._overview = Overview((), ())
        self._by_id: dict[str, Glance] = {}
        self._chosen = ""

    def compose(self) -> ComposeResult:
        # While there is nothing inside yet that would have to be styled again.
        breakpoints = self.app.HORIZONTAL_BREAKPOINTS or []
        self.add_class(next(name for least, name in reversed(breakpoints) if self.app.size.width >= least))
        yield DuePane()
        with Horizontal(id="columns"):
            yield MentorTable()
            yield MentorView(
                Dossier(self._workspace), FactsPane(FactBook(self._workspace)), TodoPane(TodoBook(self._workspace))
            )
        yield StatusBar()
        yield LastingFooter()

    def open(self) -> None:
        """Show what the store holds, with the cursor in what is due now, else on a mentor."""
        self.reload()
        self.set_focus(self._due.rows if self._something_is_due else self._table.rows)
        self._choose(self._at_hand)

    @property
    def _due(self) -> DuePane:
        return self.query_one(DuePane)

    @property
    def _table(self) -> MentorTable:
        return self.query_one(MentorTable)

    @property
    def _view(self) -> MentorView:
        return self.query_one(MentorView)

    @property
    def _something_is_due(self) -> bool:
        first = self._due.soonest
        return first is not None and first.due <= self._workspace.today

    # -- showing -----------------------------------------------------------------------------------
    def reload(self, choose: str = "", *, follow: bool = True) -> None:
        """Show what the store holds now, with ``choose`` chosen.

        Args:
            choose: the id of a mentorship; empty: the one chosen before.
            follow: whether the one at hand in what is due is chosen instead, while the cursor stands there.
        """
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
        if follow:
            self._choose(self._at_hand)
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
        why = content("Somebody whose advice you would like; a draft comes from what you know of them.", "dim")
        return [Option(content(f"+ Add your first mentor  {add}"), id=ADD), Option(why, disabled=True)]

    def _turn_to(self, choose: str, tab: str) -> None:
        """Show what the store holds now, with a mentorship chosen and a tab in front."""
        self.reload(choose, follow=not tab)
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
        self.reload(mentorship_id, follow=False)
        self._open_page()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= _ROOMY, "-roomy")
        self.call_after_refresh(self._fill_page)
        # As many keys as have room.
        self.call_after_refresh(self.refresh_bindings)

    def _fill_page(self) -> None:
        if self._page_is_seen:
            self._view.fill()

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens a mentor only from the table; where the filter is typed, its key is a letter like others."""
        if action == "filter":
            return self.focused is not self._table.line
        return self.focused in {self._table.rows, self._table.line} if action == "open" else True

    def action_tab(self, name: str) -> None:
        """Turn to a tab."""
        self._choose(self._at_hand)
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

    # -- keys --------------------------------------------------------------------------------------
    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, with those at the foot that matter here and have room."""
        found = super().active_bindings
        if not self.is_mounted:
            return found
        glance = self._by_id.get(self._at_hand)
        at = (self.focused.id or "") if self.focused and self._by_id else ""
        stage = glance.stage if glance else None
        return at_the_foot(found, self, at, self.size.width, stage, due=self._something_is_due)
