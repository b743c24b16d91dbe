"""One moment on two clocks: the mentee's and the mentor's."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from outreach.domain.errors import BadInput


def zone(name: str) -> ZoneInfo:
    """The time zone called ``name``, such as ``Europe/London``.

    Raises:
        BadInput: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(f"There is no time zone “{name}”.", "Write it like Europe/London.") from error


def on_other_clock(date: dt.date, time: dt.time, here: str, there: str) -> tuple[dt.date, dt.time]:
    """Date and time on the clock of zone ``there`` when it is ``date`` and ``time`` on that of ``here``.

    Where the clocks go back and an hour comes twice, it is the first of the two.

    Raises:
        BadInput: there is no such zone, no such time on that day because the clocks go forward, or no such day there
            because the calendar ends.
    """
    moment, elsewhere = dt.datetime.combine(date, time, zone(here)), zone(there)
    try:
        same, other = moment.astimezone(dt.UTC).astimezone(moment.tzinfo), moment.astimezone(elsewhere)
    except OverflowError as error:
        raise BadInput(f"{date} is no day for a meeting.", "Look at the year.") from error
    if same.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise BadInput(
            f"There is no {time:%H:%M} on {date} in {here}: the clocks go forward.",
            f"Did you mean {same:%H:%M}?",
        )
    return other.date(), other.time().replace(tzinfo=None)


def place_of(name: str) -> str:
    """The place that a time zone is called by: ``America/La_Paz`` → ``La Paz``."""
    return name.rpartition("/")[2].replace("_", " ")
