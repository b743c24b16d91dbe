"""What is due, with everyone: three lines over the list of mentors, all of it while it has the cursor."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import BadInput, OutreachError
from outreach.exchange.when import NotUnderstood, date_text, parse_date
from outreach.lifecycle.due import Due
from outreach.tui.commands import DUE
from outreach.tui.diary_lines import day_text, due_kind, due_line
from outreach.tui.questions import Question, Words
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

_SNOOZES = {"day": ("1", "A day", 1), "days": ("3", "Three days", 3), "week": ("w", "A week", 7)}


class DueQuestion(Question):
    """Asks for how long."""

    # As bindings: a key that is typed on right behind the one that asks finds them.
    BINDINGS: ClassVar[list[BindingType]] = [
        *((key, f"answer('{answer}')") for answer, (key, _, _) in _SNOOZES.items()),
        ("d", "answer('date')"),
    ]

    def __init__(self, item: Due) -> None:
        answers = tuple((answer, key, label) for answer, (key, label, _) in _SNOOZES.items())
        more = (("date", "d", "To a day that you type"), ("back", "escape", "Not now"))
        who = f" with {one_line(item.mentor, 30)}" if item.mentor else ""
        super().__init__(f"Put off for how long: {due_kind(item).lower()}{who}?", (*answers, *more))


class DuePane(Vertical):
    """Soonest first; hidden where nothing is due."""

    BINDINGS: ClassVar[list[BindingType]] = [*DUE]

    class Changed(Message):
        """Something was put off."""

    @dataclass
    class Started(Message):
        """An item is to be done."""

        item: Due

    class Left(Message):
        """The cursor is wanted elsewhere."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="due-pane")
        self._workspace = workspace
        self._items: list[Due] = []
        self.trouble = ""
        """Why it is not known what is due; empty where it is known."""

    def compose(self) -> ComposeResult:
        yield Plain("", id="due-title")
        yield OptionList(id="due-list", markup=False)
        yield Plain("", id="due-why")

    @property
    def item(self) -> Due | None:
        """The one under the cursor."""
        at = self._list.highlighted
        return self._items[at] if at is not None and at < len(self._items) else None

    @property
    def _list(self) -> OptionList:
        return self.query_one("#due-list", OptionList)

    # -- showing -----------------------------------------------------------------------------------
    def show(self) -> None:
        """Show what is due now."""
        self.trouble = ""
        try:
            self._items = self._workspace.diary.due()
        except BadInput as error:
            self._items, self.trouble = [], f"Not known: {error.message} Change it under Me (g)."
        today = self._workspace.today
        at = self._list.highlighted
        self._list.clear_options()
        self._list.add_options([Option(due_line(each, today)) for each in self._items])
        if self._items:
            self._list.highlighted = min(at or 0, len(self._items) - 1) if self.has_class("-open") else 0
        now = sum(item.due <= today for item in self._items)
        counted = f"  {now} now, {len(self._items) - now} soon" if self._items else f"  {self.trouble}"
        self.query_one("#due-title", Plain).show(content("What now?", "bold") + content(counted, "dim"))
        self.display = bool(self._items or self.trouble)
        self._show_why()

    def open(self) -> bool:
        """Put the cursor into the list; whether something is due."""
        if self._items:
            self.screen.set_focus(self._list)
        return bool(self._items)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_why()

    def _show_why(self) -> None:
        item = self.item
        if item is not None:
            today = self._workspace.today
            by = content(f"{day_text(item.shown(today), today)}: ", "bold")
            self.query_one("#due-why", Plain).show(by + content(one_line(item.why)))

    def on_descendant_focus(self) -> None:
        self.add_class("-open")
        self._list.scroll_to_highlight()

    def on_descendant_blur(self) -> None:
        # The most urgent stay in sight.
        self.remove_class("-open")
        self._list.scroll_home(animate=False)

    # -- doing -------------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_start()

    def action_start(self) -> None:
        """Do what is due."""
        if self.item is not None:
            self.post_message(self.Started(self.item))

    def action_leave(self) -> None:
        """Go back to the mentors."""
        self.post_message(self.Left())

    def action_snooze(self) -> None:
        """Put the chosen item off."""
        item = self.item
        if item is None:
            return

        def answered(answer: str | None) -> None:
            if answer in _SNOOZES:
                self._put_off(item, self._workspace.today + dt.timedelta(days=_SNOOZES[answer][2]))
            elif answer == "date":
                self._ask_day(item)

        self.app.push_screen(DueQuestion(item), answered)

    def _ask_day(self, item: Due, wrong: str = "", start: str = "") -> None:
        def typed(words: str | None) -> None:
            if words is None:
                return
            try:
                day = parse_date(words, self._workspace.today + dt.timedelta(days=1))
            except NotUnderstood as error:
                self._ask_day(item, str(error), words)
            else:
                self._put_off(item, day or self._workspace.today)

        hint = wrong or "Such as 3 Dec."
        self.app.push_screen(Words("Put off to which day?", hint, start, verb="Put off"), typed)

    def _put_off(self, item: Due, until: dt.date) -> None:
        try:
            self._workspace.diary.snooze(item, until)
        except OutreachError as error:
            self.app.notify(str(error), markup=False)
            return
        self.app.notify(f"Put off to {date_text(until)}: {due_kind(item).lower()}.", markup=False, timeout=4)
        self.post_message(self.Changed())
