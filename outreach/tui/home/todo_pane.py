"""What the two promised each other, and what became of the mentor's advice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.case import Owner
from outreach.domain.errors import OutreachError
from outreach.domain.events import Fate
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.promises import Promise
from outreach.lifecycle.wording import advice_heading
from outreach.tui.commands import TODO
from outreach.tui.forms.event_form import Start
from outreach.tui.home.diary_lines import advice_line, promise_text
from outreach.tui.home.todo_book import TodoBook
from outreach.tui.keys import key_of
from outreach.tui.line_list import Rows
from outreach.tui.questions import Words
from outreach.tui.text import content, one_line


class TodoPane(Vertical):
    """One list in groups: open promises of both, then advice with what became of it."""

    BINDINGS: ClassVar[list[BindingType]] = [*TODO]

    class Changed(Message):
        """The store holds something else now."""

    @dataclass
    class IsDone(Message):
        """Something is done, and its result is to be asked for."""

        start: Start

    def __init__(self, book: TodoBook) -> None:
        super().__init__(id="todo-pane")
        self._book = book
        self._mentorship: Mentorship | None = None
        self._rows: dict[str, Promise | Advice] = {}

    def compose(self) -> ComposeResult:
        yield Rows(id="todo-list")

    @property
    def _list(self) -> Rows:
        return self.query_one("#todo-list", Rows)

    @property
    def row(self) -> Promise | Advice | None:
        """What is under the cursor."""
        at = self._list.highlighted
        return self._rows.get(str(self._list.get_option_at_index(at).id)) if at is not None else None

    # -- showing -----------------------------------------------------------------------------------
    def show(self, mentorship: Mentorship) -> None:
        """Show what is to do with ``mentorship``."""
        same = self._mentorship is not None and self._mentorship.id == mentorship.id
        at, follow = (self._list.highlighted, _words(self.row)) if same else (None, "")
        self._mentorship = mentorship
        self._rows = {}
        waiting = self._book.waiting(mentorship)
        options: list[Option] = []
        self._add(options, "You promised", [one for one in waiting if one.owner is Owner.MENTEE])
        self._add(options, "They promised", [one for one in waiting if one.owner is Owner.MENTOR])
        self._add(options, advice_heading(mentorship.mentor, "They advised"), self._book.advice(mentorship))
        notes, log = key_of(self, "home.notes"), key_of(self, "home.log")
        none = f"Nothing is open. Promises and advice come from the notes of meetings ({notes}), or from {log}."
        followed = [at for at, one in enumerate(options) if follow and _words(self._rows.get(str(one.id))) == follow]
        self._list.fill(options or [Option(content(none, "dim"), disabled=True)], followed[0] if followed else at or 0)

    def _add(self, options: list[Option], heading: str, rows: list[Promise] | list[Advice]) -> None:
        if rows:
            options.append(Option(content(f"\n{heading}" if options else heading, "bold"), disabled=True))
        today = self._book.today
        for row in rows:
            key = str(len(self._rows))
            line = advice_line(row, today) if isinstance(row, Advice) else content(f"– {promise_text(row, today)}")
            options.append(Option(line, id=key))
            self._rows[key] = row

    # -- changing ----------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Advice becomes an action; a promise or an action is done."""
        row = self.row
        if isinstance(row, Advice) and row.fate is Fate.KEPT:
            self.action_act()
        else:
            self.action_done()

    def action_done(self) -> None:
        """What is at hand is done."""
        row = self.row
        if isinstance(row, Promise):
            self.post_message(self.IsDone(Start(row.what, field="result")))
        elif isinstance(row, Advice) and row.fate is Fate.ACTION:
            self.post_message(self.IsDone(Start(row.action, field="result")))
        elif isinstance(row, Advice) and row.fate in {Fate.KEPT, Fate.ASIDE}:
            told = row.noted.told.removeprefix("to ") if row.noted.told.startswith("to ") else ""
            self.post_message(self.IsDone(Start(told, advice=row.noted.text)))
        else:
            self._say("It is done already." if row else "Choose a line first.")

    def action_act(self) -> None:
        """Make the advice at hand an action."""
        if (advice := self._advice()) is None or self._mentorship is None:
            return
        if advice.fate not in {Fate.KEPT, Fate.ASIDE}:
            self._say("It is an action already.")
            return

        def acted(mentorship: Mentorship | None) -> None:
            if mentorship is not None:
                self._say("It is an action of yours now.")
                self.post_message(self.Changed())

        self.app.push_screen(self._book.action_form(self._mentorship, advice), acted)

    def action_aside(self) -> None:
        """Put the advice at hand aside."""
        if (advice := self._advice()) is None or (mentorship := self._mentorship) is None:
            return

        def worded(reason: str | None) -> None:
            if reason is not None:
                told = f"Put aside. {key_of(self, 'todo.keep')} keeps it after all."
                self._change(lambda: self._book.put_aside(mentorship, advice, reason), told)

        hint = "Your reason, for yourself alone."
        self.app.push_screen(
            Words(f"Why put it aside: “{one_line(advice.noted.text, 60)}”?", hint, advice.reason), worded
        )

    def action_keep(self) -> None:
        """Keep the advice at hand that was put aside."""
        if (advice := self._advice()) is None or (mentorship := self._mentorship) is None:
            return
        if advice.fate is Fate.ASIDE:
            self._change(lambda: self._book.put_aside(mentorship, advice, ""), "Kept.")
        else:
            self._say("It is not put aside.")

    def _advice(self) -> Advice | None:
        row = self.row
        if isinstance(row, Advice):
            return row
        self._say("That is for advice; a promise is done (x)." if row else "Choose a line first.")
        return None

    def _change(self, change: Callable[[], None], told: str) -> None:
        try:
            change()
        except OutreachError as error:
            self._say(str(error))
            return
        self._say(told)
        self.post_message(self.Changed())

    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)


def _words(row: Promise | Advice | None) -> str:
    """The words that a row is known by."""
    if isinstance(row, Advice):
        return row.noted.text
    return row.what if row else ""
