"""Date and time of a meeting, typed on either clock and told on both."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.briefing.clocks import on_other_clock
from outreach.briefing.clocks import zone as known
from outreach.domain.errors import BadInput
from outreach.exchange.when import NotUnderstood, parse_time
from outreach.tui.forms.reading import Reading
from outreach.tui.home.diary_lines import day_text

_WHOSE = re.compile(
    r"(?P<time>.*?)[\s,]+(?:(?P<theirs>(?:on )?their(?:s| clock| time)?)|(?:on )?(?:mine|my (?:clock|time)))"
)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Time zones of the two; empty where not known."""

    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Day and time on the mentee's clock."""

    date: dt.date | None
    time: dt.time | None


def read_moment(reading: Reading, clocks: Clocks) -> Moment:
    """The moment that the fields ``date`` and ``time`` name; ``17:00 theirs`` is date and time on their clock."""
    date = reading.date("date")
    typed = reading.line("time")
    whose = _WHOSE.fullmatch(typed.casefold())
    try:
        time = parse_time(whose["time"] if whose else typed)
        if whose and whose["theirs"] and time is not None:
            return _from_theirs(date, time, clocks)
        _check_exists(date, time, clocks.mine)
    except NotUnderstood as error:
        reading.errors["time"] = str(error)
        return Moment(date, None)
    return Moment(date, time)


def _from_theirs(date: dt.date | None, time: dt.time, clocks: Clocks) -> Moment:
    if date is None:
        raise NotUnderstood("Write the date too: their clock depends on the day.")
    if not clocks.theirs:
        raise NotUnderstood("Their time zone is not known; write it in the form about them (e), or give your time.")
    if not clocks.mine:
        raise NotUnderstood("Your own time zone is not known; write it under Me (g), or give your time.")
    try:
        return Moment(*on_other_clock(date, time, clocks.theirs, clocks.mine))
    except BadInput as error:
        raise NotUnderstood(str(error)) from error


def _check_exists(date: dt.date | None, time: dt.time | None, zone: str) -> None:
    """Raise ``NotUnderstood`` where the clocks leave the moment out; a zone that is not known says nothing of it."""
    if date is None or time is None:
        return
    try:
        known(zone)
    except BadInput:
        return
    try:
        on_other_clock(date, time, zone, zone)
    except BadInput as error:
        raise NotUnderstood(str(error)) from error


def both_clocks(at: Moment, clocks: Clocks) -> str:
    """``Thu 3 Dec 2026, 17:00 for you (Europe/London); 18:00 for them (Europe/Warsaw)``; empty without a time."""
    if at.date is None or at.time is None:
        return ""
    mine = f"{_day(at.date)}, {at.time:%H:%M} for you{f' ({clocks.mine})' if clocks.mine else ''}"
    if not (clocks.mine and clocks.theirs):
        return f"{mine}; for them not known, without both time zones"
    try:
        date, time = on_other_clock(at.date, at.time, clocks.mine, clocks.theirs)
    except BadInput as error:
        return str(error)
    day = "" if date == at.date else f"{_day(date)}, "
    return f"{mine}; {day}{time:%H:%M} for them ({clocks.theirs})"


def _day(day: dt.date) -> str:
    return day_text(day, dt.date.min)
