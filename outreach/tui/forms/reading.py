"""From the text of a form's fields to values, with what is wrong said field by field."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Mapping

from outreach.domain.errors import BadInput
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
