"""The facts of a mentorship: what drafts may say, how it would be told, and the mentee's hand on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import OutreachError
from outreach.domain.facts import Fact, Standing
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.tui.commands import FACTS
from outreach.tui.lists import fact_line
from outreach.tui.questions import Words
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.drafting.ledger import FactRow

_HELD = (Standing.UNCONFIRMED, Standing.PRIVATE)
_GROUPS = {
    "Held back": _HELD,
    "Drafts may use": (Standing.USABLE,),
    "Set aside": (Standing.CLUTTER, Standing.DROPPED),
}
_ADD = "add"
_ASK = "In words that may stand in a letter: “She …”, “You …”, or of yourself: “I …”."


class FactsPane(Vertical):
    """One list in groups; every change is saved at once, and can be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [*FACTS]

    class Changed(Message):
        """The store holds the facts otherwise now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="facts-pane")
        self._workspace = workspace
        self._mentorship: Mentorship | None = None
        self._rows: dict[str, FactRow] = {}
        self._dropped: Fact | None = None
        self._follow = ""
        """The statement that the cursor goes to once the list is filled anew."""

    def compose(self) -> ComposeResult:
        yield Plain("", id="facts-note", classes="pane-note")
        yield OptionList(id="fact-list", markup=False)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#fact-list", OptionList)

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        at = self._list.highlighted
        row = self._rows.get(str(self._list.get_option_at_index(at).id)) if at is not None else None
        return row.fact if row else None

    # -- showing -----------------------------------------------------------------------------------
    def show(self, mentorship: Mentorship) -> None:
        """Show all facts of ``mentorship``."""
        if self._mentorship is None or mentorship.id != self._mentorship.id:
            self._dropped = None
        self._mentorship = mentorship
        self._rows = {}
        options: list[Option] = []
        for place, rows in _by_place(self._workspace.fact_rows(mentorship.id)):
            for heading, standings in _GROUPS.items():
                self._add(options, f"{heading}, {place}", (row for row in rows if row.fact.standing in standings))
        held = sum(row.fact.standing in _HELD for row in self._rows.values())
        note = f"{held} held back. Enter or y allows the chosen one." if held else "Nothing is held back."
        self.query_one("#facts-note", Plain).show(note if self._rows else "No facts yet.")
        self._fill([*options, Option(content("\n+ Add a fact" if options else "+ Add a fact"), id=_ADD)])

    def _add(self, options: list[Option], heading: str, rows: Iterable[FactRow]) -> None:
        for first, row in _with_first(rows):
            if first:
                options.append(Option(content(f"\n{heading}" if options else heading, "bold"), disabled=True))
            key = str(len(self._rows))
            options.append(Option(fact_line(row.fact, row.told), id=key))
            self._rows[key] = row

    def _fill(self, options: list[Option]) -> None:
        at = self._list.highlighted
        self._list.clear_options()
        self._list.add_options(options)
        usable = [index for index, option in enumerate(options) if not option.disabled]
        followed = [
            index
            for index in usable
            if (row := self._rows.get(str(options[index].id))) and row.fact.statement == self._follow
        ]
        self._follow = ""
        # Else the line that moved up into the place of the one that went.
        near = min(usable, key=lambda index: (abs(index - (at or 0)), -index))
        self._list.highlighted = followed[0] if followed else near if at is not None else usable[0]

    # -- changing ----------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        fact = self.fact
        if fact is None:
            self.action_add()
        elif fact.standing in _HELD or fact.line in self._allowed:
            self.action_confirm()
        else:
            self.action_reword()

    @property
    def _allowed(self) -> tuple[str, ...]:
        return self._mentorship.allowed if self._mentorship else ()

    def action_confirm(self) -> None:
        """Let drafts use the fact at hand that is held back, or hold it back again."""
        if (fact := self._at_hand()) is None:
            return
        if fact.line and fact.line in self._allowed:
            self._change(self._workspace.withhold_fact, fact, "Held back again.")
        else:
            self._change(self._workspace.release_fact, fact, "Drafts may now use it. Enter or y takes that back.")

    def action_drop(self) -> None:
        """Use the fact at hand no more."""
        if (fact := self._at_hand()) is None:
            return
        gone = fact.standing is Standing.DROPPED
        told = "It is gone." if gone else f"Dropped: “{one_line(fact.text, 40)}”. u takes it back."
        if self._change(self._workspace.drop_fact, fact, told, follow=False):
            self._dropped = None if gone else fact

    def action_take_back(self) -> None:
        """Take back what was done to the fact at hand, else the last drop."""
        fact = self.fact
        changed = fact is not None and (fact.standing is Standing.DROPPED or bool(fact.original))
        fact = fact if changed else self._dropped
        if fact is None:
            self._say("There is nothing to take back here.")
        elif self._change(self._workspace.restore_fact, fact, "It is back as it was."):
            self._dropped = None

    def action_reword(self) -> None:
        """Put the fact at hand into other words."""
        if (fact := self._at_hand()) is None:
            return

        def worded(text: str | None) -> None:
            if text is not None and text != fact.text:
                told = "Drafts tell it in your words. u takes them back."
                self._change(lambda identity, one: self._workspace.reword_fact(identity, one, text), fact, told)

        before = f"As it was typed: {fact.original}\n" if fact.original else ""
        self.app.push_screen(Words("In which words?", f"{before}{_ASK}", fact.text), worded)

    def action_add(self) -> None:
        """Add a fact of one's own."""
        mentorship = self._mentorship
        if mentorship is None:
            return

        def worded(text: str | None) -> None:
            if text is not None:
                self._follow = one_line(text)
                self._guarded(lambda: self._workspace.add_fact(mentorship.id, text), "Added.")

        self.app.push_screen(Words("What else do you know?", _ASK, ""), worded)

    def _at_hand(self) -> Fact | None:
        if self.fact is None:
            self._say("Choose a fact first: press 2.")
        return self.fact

    def _change(self, change: Callable[[str, Fact], Mentorship], fact: Fact, told: str, *, follow: bool = True) -> bool:
        mentorship = self._mentorship
        if mentorship is None:
            return False
        self._follow = fact.statement if follow else ""
        return self._guarded(lambda: change(mentorship.id, fact), told)

    def _guarded(self, change: Callable[[], Mentorship], told: str) -> bool:
        try:
            change()
        except OutreachError as error:
            self._follow = ""
            self._say(str(error))
            return False
        self._say(told)
        self.post_message(self.Changed())
        return True

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)


def _with_first(rows: Iterable[FactRow]) -> Iterator[tuple[bool, FactRow]]:
    for number, row in enumerate(rows):
        yield number == 0, row


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
