"""A list of facts with the mentee's hand on it: the keys and the cursor; what stands in it is up to each pane."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import OutreachError
from outreach.domain.facts import Fact, Standing
from outreach.tui.commands import FACTS
from outreach.tui.facts.fact_book import FactBook
from outreach.tui.keys import key_of
from outreach.tui.questions import Words
from outreach.tui.text import content, one_line

if TYPE_CHECKING:
    from outreach.drafting.ledger import FactRow

HELD = (Standing.UNCONFIRMED, Standing.PRIVATE)
ASIDE = (Standing.CLUTTER, Standing.DROPPED)
_ADD = "add"
_SHOWN = 200
"""Facts of one group at first; Enter on the line below them shows as many again."""
_ASK = "In words that may stand in a letter: “She …”, “You …”, or of yourself: “I …”."


class FactList(Vertical):
    """One list in groups; every change is made in the book at once, and can be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [*FACTS]
    LIST_ID = "fact-list"

    class Changed(Message):
        """The store holds the facts otherwise now."""

    def __init__(self, book: FactBook, *, id: str) -> None:
        super().__init__(id=id)
        self._book = book
        self._rows: dict[str, FactRow] = {}
        """By the id of their line."""
        self._follow = ""
        """The statement that the cursor goes to once the list is filled anew."""
        self._shown: dict[str, int] = {}
        """How many of a group are shown, by its heading, where that is more than at first."""
        self._more: dict[str, str] = {}
        """The heading of the group that a line shows more of, by the id of the line."""

    @property
    def _list(self) -> OptionList:
        return self.query_one(f"#{self.LIST_ID}", OptionList)

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        at = self._list.highlighted
        row = self._rows.get(str(self._list.get_option_at_index(at).id)) if at is not None else None
        return row.fact if row else None

    def refill(self) -> None:
        """Show what the book holds now."""
        raise NotImplementedError

    def draw(self) -> None:
        """Fill the list with what was read last."""
        raise NotImplementedError

    def enter_on(self, fact: Fact) -> None:
        """What Enter does with the fact under the cursor."""
        raise NotImplementedError

    # -- filling -----------------------------------------------------------------------------------
    def turned(self) -> None:
        """The facts are those of another mentorship: nothing is chosen, and no group is shown at length."""
        self._shown = {}

    def begin(self) -> None:
        """Groups are made anew."""
        self._rows, self._more = {}, {}

    def group(
        self, heading: str, rows: Iterable[FactRow], line: Callable[[FactRow], Content], *, first: bool
    ) -> list[Option]:
        """The lines of some facts under a heading; none without facts. ``first``: nothing stands above.

        Of very many only some, with a line that says how many there are beside.
        """
        options: list[Option] = []
        found = list(rows)
        shown = self._shown.get(heading, _SHOWN)
        for row in found[:shown]:
            key = str(len(self._rows))
            options.append(Option(line(row), id=key))
            self._rows[key] = row
        if not options:
            return []
        if len(found) > shown:
            more = f"more-{len(self._more)}"
            options.append(Option(content(f"… and {len(found) - shown:,} more. Enter shows the next.", "dim"), id=more))
            self._more[more] = heading
        return [Option(content(heading if first else f"\n{heading}", "bold"), disabled=True), *options]

    def fill(self, options: list[Option]) -> None:
        """Show these lines and one that adds a fact; the cursor stays where it can."""
        options = [*options, Option(content("\n+ Add a fact" if options else "+ Add a fact"), id=_ADD)]
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
        self.chosen()

    def chosen(self) -> None:
        """Enter was pressed on the line under the cursor."""
        fact, at = self.fact, self._list.highlighted
        heading = self._more.get(str(self._list.get_option_at_index(at).id)) if at is not None else None
        if heading is not None:
            self._shown[heading] = self._shown.get(heading, _SHOWN) + _SHOWN
            self.draw()
        elif fact is None:
            self.action_add()
        elif fact.standing in HELD:
            self.action_confirm()
        else:
            self.enter_on(fact)

    def action_confirm(self) -> None:
        """Let drafts use the fact at hand that is held back, or hold it back again."""
        if (fact := self.at_hand()) is not None:
            self._change(lambda: self._book.confirm(fact, self.key("confirm")), fact)

    def action_drop(self) -> None:
        """Use the fact at hand no more."""
        if (fact := self.at_hand()) is not None:
            self._change(lambda: self._book.drop(fact, self.key("take-back")))

    def action_take_back(self) -> None:
        """Take back what was done to the fact at hand, else the last drop."""

        def back() -> str:
            fact, told = self._book.take_back(self.fact)
            self._follow = fact.statement
            return told

        self._change(back)

    def action_reword(self) -> None:
        """Put the fact at hand into other words."""
        if (fact := self.at_hand()) is None:
            return

        def worded(text: str | None) -> None:
            if text is not None and text != fact.text:
                self._change(lambda: self._book.reword(fact, text, self.key("take-back")), fact)

        before = f"As it was typed: {fact.original}\n" if fact.original else ""
        self.app.push_screen(Words("In which words?", f"{before}{_ASK}", fact.text), worded)

    def action_add(self) -> None:
        """Add a fact of one's own."""

        def worded(text: str | None) -> None:
            if text is not None:
                self._follow = one_line(text)
                self._change(lambda: self._book.add(text))

        self.app.push_screen(Words("What else do you know?", _ASK, ""), worded)

    def at_hand(self) -> Fact | None:
        """The fact under the cursor; says so where there is none, or none that is changed here."""
        if self.fact is None:
            self.say("Choose a fact first.")
        return self.fact

    def _change(self, change: Callable[[], str], follow: Fact | None = None) -> None:
        if follow is not None:
            self._follow = follow.statement
        try:
            told = change()
        except OutreachError as error:
            self._follow = ""
            self.say(str(error))
            return
        self.say(told)
        self.changed()

    def changed(self) -> None:
        """The book was changed."""
        self.post_message(self.Changed())

    def key(self, command: str) -> str:
        """The key of a command of the list, as this user has it."""
        return key_of(self, f"facts.{command}")

    def say(self, text: str) -> None:
        """Tell the user in a notice."""
        self.app.notify(text, markup=False, timeout=4)
