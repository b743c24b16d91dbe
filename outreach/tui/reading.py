"""From the text of a form's fields to values, with what is wrong said field by field."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Mapping, Sequence

from outreach.domain.errors import BadInput
from outreach.domain.names import folded
from outreach.domain.people import GoalReview
from outreach.exchange.when import NotUnderstood, date_text, parse_date, parse_time, parse_whole
from outreach.lifecycle.working_days import WorkingDays

_LOOKING_BACK = dt.timedelta(days=300)
"""A day without a year is looked for so far back; beyond it, the coming one was meant, and is told of as such."""


def past_day(text: str, today: dt.date) -> dt.date:
    """The day up to ``today`` that ``text`` names: today where it is empty, ``yesterday``, or a date.

    Raises:
        NotUnderstood: it is no date, or still to come.
    """
    words = text.casefold().strip()
    if words in {"", "today", "yesterday"}:
        return today - dt.timedelta(days=words == "yesterday")
    day = parse_date(text, today - _LOOKING_BACK) or today
    if day > today:
        raise NotUnderstood(f"{date_text(day)} is still to come; write today, yesterday or a day such as 3 Dec 2026.")
    return day


class Reading:
    """Reads the fields of one form and collects what is wrong, in ``errors``, by field."""

    def __init__(self, values: Mapping[str, str], today: dt.date) -> None:
        self._values = values
        self._today = today
        self.errors: dict[str, str] = {}

    def text(self, name: str, missing: str = "") -> str:
        """The field as typed; ``missing`` is the error where it is empty and must not be."""
        value = self._values.get(name, "")
        if missing and not value.strip():
            self.errors[name] = missing
        return value

    def line(self, name: str, missing: str = "") -> str:
        """The field without space around it."""
        return self.text(name, missing).strip()

    def lines(self, name: str, missing: str = "") -> tuple[str, ...]:
        """One value a line; empty lines are left out."""
        return tuple(line.strip() for line in self.text(name, missing).splitlines() if line.strip())

    def date(self, name: str, reference: dt.date | None = None) -> dt.date | None:
        """A date; without a year the next one from ``reference`` (today) on."""
        try:
            return parse_date(self.text(name), reference or self._today)
        except NotUnderstood as error:
            self.errors[name] = str(error)
        return None

    def past(self, name: str) -> dt.date:
        """A day up to today, by default today."""
        try:
            return past_day(self.text(name), self._today)
        except NotUnderstood as error:
            self.errors[name] = str(error)
        return self._today

    def time(self, name: str) -> dt.time | None:
        """A time of day."""
        try:
            return parse_time(self.text(name))
        except NotUnderstood as error:
            self.errors[name] = str(error)
        return None

    def whole(self, name: str, least: int, most: int, example: str) -> int | None:
        """A whole number from ``least`` to ``most``."""
        try:
            return parse_whole(self.text(name), least, most, example)
        except NotUnderstood as error:
            self.errors[name] = str(error)
        return None

    def timezone(self, name: str) -> str:
        """The name of a time zone."""
        value = self.line(name)
        try:
            if value:
                zoneinfo.ZoneInfo(value)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            self.errors[name] = "Write the time zone like Europe/London, or leave it empty."
        return value

    def country(self, name: str) -> str:
        """A country whose public holidays are known, with a part where one is named; in capitals."""
        value = self.line(name).upper()
        try:
            WorkingDays.of_country(value)
        except BadInput as error:
            self.errors[name] = str(error)
        return value

    def reviews(self, name: str, goals: Sequence[str], before: Sequence[str]) -> tuple[GoalReview, ...]:
        """Days on which to look at a goal, one a line: the day, then the goal's number or words.

        Args:
            name: the field.
            goals: the goals as they are now.
            before: as they were; where as many are left, a goal in other words is the same goal.
        """
        moved = dict(zip(before, goals, strict=True)) if len(before) == len(goals) else {}
        found = []
        for line in self.lines(name):
            try:
                day, rest = _begins_with_day(line, self._today)
                found.append(GoalReview(_goal(rest, goals, moved), day))
            except NotUnderstood as error:
                self.errors[name] = f"“{line}”: {error}"
        return tuple(found)


_MARKS = " \t:,;.-–"
_WORDS_OF_A_DAY = 4


def _begins_with_day(line: str, today: dt.date) -> tuple[dt.date, str]:
    """The day at the beginning of ``line``, and the rest; the longest beginning that is a day counts."""
    words = line.split()
    for many in range(min(_WORDS_OF_A_DAY, len(words)), 0, -1):
        try:
            day = parse_date(" ".join(words[:many]).rstrip(_MARKS), today)
        except NotUnderstood:
            continue
        if day is not None:
            return day, " ".join(words[many:]).strip(_MARKS)
    raise NotUnderstood("begin with the day, such as 10 Jan 2027.")


def _goal(words: str, goals: Sequence[str], moved: Mapping[str, str]) -> str:
    """The goal with this number, or that begins with these words; without any the only one."""
    if words.isdecimal() and 1 <= int(words) <= len(goals):
        return goals[int(words) - 1]
    if not words and len(goals) == 1:
        return goals[0]
    begun = [goal for goal in goals if words and folded(goal).startswith(folded(words))]
    renamed = [now for was, now in moved.items() if words and folded(was).startswith(folded(words))]
    found = begun or renamed
    if len(found) == 1:
        return found[0]
    raise NotUnderstood("name one of your goals, by its number or its first words.")
