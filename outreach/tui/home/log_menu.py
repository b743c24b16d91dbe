"""The menu that asks what happened."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual.binding import BindingType

from outreach.exchange.when import NotUnderstood, date_text
from outreach.tui.commands import LOG, answers
from outreach.tui.forms.reading import past_day
from outreach.tui.home.diary_lines import near_day_text
from outreach.tui.questions import Question, Words
from outreach.tui.text import Plain

_DAY = dt.timedelta(days=1)


class LogMenu(Question):
    """One key logs it; the arrows change the day, by default today."""

    # As bindings: a key that is typed on right behind the one that asks finds them.
    BINDINGS: ClassVar[list[BindingType]] = [*LOG]

    HINT = "← → another day · o a day that you type"

    def __init__(self, name: str, today: dt.date) -> None:
        self._mentor = name
        self._today = today
        self.day = today
        """For which it is logged."""
        super().__init__(self._asked, (*answers(LOG), ("back", "escape", "Nothing")))

    @property
    def _asked(self) -> str:
        return f"What happened with {self._mentor} {_on(self.day, self._today)}?"

    def action_day(self, by: int) -> None:
        """Another day, up to today."""
        self._turn_to(min(self.day + by * _DAY, self._today))

    def action_other_day(self) -> None:
        """Ask for the day."""
        self._ask_day("", date_text(self.day))

    def _ask_day(self, wrong: str, start: str) -> None:
        def typed(words: str | None) -> None:
            if words is None:
                return
            try:
                self._turn_to(past_day(words, self._today))
            except NotUnderstood as error:
                self._ask_day(str(error), words)

        hint = wrong or "Such as yesterday or 20 Nov."
        self.app.push_screen(Words("On which day was it?", hint, start, verb="Take it"), typed)

    def _turn_to(self, day: dt.date) -> None:
        self.day = day
        self.query_one(".question", Plain).show(self._asked)


def _on(day: dt.date, today: dt.date) -> str:
    near = near_day_text(day, today)
    return near if near in {"today", "yesterday"} else f"on {near}"
