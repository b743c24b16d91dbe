"""Putting off what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from outreach.domain.errors import OutreachError
from outreach.exchange.when import NotUnderstood, date_text, parse_date
from outreach.lifecycle.due import Due
from outreach.tui.home.diary_lines import due_kind
from outreach.tui.home.undoing import undoing_of
from outreach.tui.keys import key_of
from outreach.tui.questions import Question, Words
from outreach.tui.text import one_line
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


class PuttingOff:
    """Asks for how long, and does it."""

    def __init__(self, screen: Screen[None], workspace: Workspace, changed: Callable[[], None]) -> None:
        """``changed`` is called once the store holds something else."""
        self._screen = screen
        self._workspace = workspace
        self._changed = changed

    def ask(self, item: Due) -> None:
        """Ask for how long to put ``item`` off."""

        def answered(answer: str | None) -> None:
            if answer in _SNOOZES:
                self._put_off(item, self._workspace.today + dt.timedelta(days=_SNOOZES[answer][2]))
            elif answer == "date":
                self._ask_day(item)

        self._screen.app.push_screen(DueQuestion(item), answered)

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
        self._screen.app.push_screen(Words("Put off to which day?", hint, start, verb="Put off"), typed)

    def _put_off(self, item: Due, until: dt.date) -> None:
        try:
            self._workspace.diary.snooze(item, until)
        except OutreachError as error:
            self._screen.app.notify(str(error), markup=False)
            return
        undoing_of(self._screen.app).remember(lambda: self._back(item, until))
        told = f"Put off to {date_text(until)}: {due_kind(item).lower()}."
        back = f"{key_of(self._screen, 'home.undo')} takes it back."
        self._screen.app.notify(f"{told} {back}", markup=False, timeout=4)
        self._changed()

    def _back(self, item: Due, until: dt.date) -> str:
        """Take it back; what is said of it, or nothing where the mentor is not there any more."""
        if item.mentorship_id and all(one.id != item.mentorship_id for one in self._workspace.mentorships()):
            return ""
        self._workspace.diary.unsnooze(item, until)
        return f"Not put off any more: {due_kind(item).lower()}."
