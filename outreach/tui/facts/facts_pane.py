"""The facts of a mentorship: what drafts may say, how it would be told, and the mentee's hand on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.facts import Fact, Standing
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.tui.facts.fact_book import FactBook
from outreach.tui.facts.fact_list import ASIDE, HELD, FactList
from outreach.tui.home.lists import fact_line
from outreach.tui.in_a_thread import soon
from outreach.tui.text import Plain

if TYPE_CHECKING:
    from outreach.drafting.ledger import FactRow

_GROUPS = {"Held back": HELD, "Drafts may use": (Standing.USABLE,), "Set aside": ASIDE}


class FactsPane(FactList):
    """All facts, by where they come from."""

    class Changed(FactList.Changed):
        """The store holds the facts otherwise now."""

    def __init__(self, book: FactBook) -> None:
        super().__init__(book, id="facts-pane")
        self._found: list[FactRow] = []

    def compose(self) -> ComposeResult:
        yield Plain("", id="facts-note", classes="pane-note")
        yield OptionList(id=self.LIST_ID, markup=False)

    def show(self, mentorship: Mentorship) -> None:
        """Show all facts of ``mentorship``."""
        if self._book.turn_to(mentorship.id):
            self.turned()
            self._found = []
        self.refill()

    def refill(self) -> None:
        at_once = self._book.at_once
        if not at_once and not self._found:
            self.query_one("#facts-note", Plain).show("Reading a long background …")
            self.fill([])
        soon(self, self._book.reading(), self._read, at_once=at_once, group="facts")

    def _read(self, rows: list[FactRow]) -> None:
        self._found = rows
        self.draw()

    def draw(self) -> None:
        self.begin()
        options: list[Option] = []
        for place, rows in _by_place(self._found):
            for heading, standings in _GROUPS.items():
                group = (row for row in rows if row.fact.standing in standings)
                options += self.group(f"{heading}, {place}", group, _line, first=not options)
        held = sum(row.fact.standing in HELD for row in self._found)
        note = (
            f"{held} held back. Enter or {self.key('confirm')} allows the chosen one."
            if held
            else "Nothing is held back."
        )
        self.query_one("#facts-note", Plain).show(note if self._rows else "No facts yet.")
        self.fill(options)

    def enter_on(self, fact: Fact) -> None:
        if self._book.allows(fact):
            self.action_confirm()
        else:
            self.action_reword()


def _line(row: FactRow) -> Content:
    return fact_line(row.fact, row.told)


def _by_place(rows: Iterable[FactRow]) -> list[tuple[str, list[FactRow]]]:
    """The facts by where they come from: the background, the mentee's own, each meeting, the latest first."""
    background: list[FactRow] = []
    own: list[FactRow] = []
    meetings: dict[str, list[FactRow]] = {}
    for row in rows:
        if row.fact.field.startswith("meeting."):
            meetings.setdefault(row.meeting, []).append(row)
        else:
            (own if row.fact.field.endswith(".added") else background).append(row)
    places = [("from the background", background), ("added by you", own)]
    for found in reversed(meetings.values()):
        day = found[0].day
        places.append((f"from the meeting of {date_text(day)}" if day else "from a meeting", found))
    return places
