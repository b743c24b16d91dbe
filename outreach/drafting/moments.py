"""When and how two people meet, in words and on both clocks."""

from __future__ import annotations

import datetime as dt
import re

from outreach.briefing.clocks import on_other_clock, place_of
from outreach.briefing.dates import long_date, weekday_and_day
from outreach.domain.case import Case
from outreach.domain.errors import BadInput
from outreach.drafting.myself import times
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import PREPOSITIONS
from outreach.wording.patterns import regex
from outreach.wording.telling import tell_to_mentor

_BY_MODE = (
    (r"(?:tele)?phone|video|audio|.*\bcall(?: with .*)?", "by"),
    (r"zoom|(?:ms |microsoft )?teams|skype|google meet|meet|signal|whatsapp|discord|jitsi|facetime|webex", "on"),
    (r"(?:your|my|our|the) .+", "at"),
    (r"coffee|tea|lunch|breakfast|dinner|a (?:coffee|tea|cuppa|pint)", "over"),
)
_CALLS = (
    (r"(?:tele)?phone(?: call)?|audio|voice call", "phone call"),
    (r"video(?: ?(?:call|chat|conference))?", "video call"),
    (r"zoom|(?:ms |microsoft )?teams|skype|google meet|meet|jitsi|facetime|webex|.*\bcall(?: with .*)?", "call"),
)
_NOON = dt.time(12)
_NAMED = regex(r"\b(?:(?:my|your|local|here|[A-Z]\w+) time|GMT|UTC|[A-Z]{1,3}[SD]?T|zone)\b|\byour side\b")
_HOUR = regex(r"\d[:.h]\d\d|\d ?[ap]\.?m\b|\b(?:after|before|from|at|until|till|by|to) \d{1,2}(?![\d/]|st|nd|rd|th)")


def on_both_clocks(case: Case) -> str:
    """When the meeting is: ``Thursday 3 December at 18:00 your time (17:00 London time)``.

    The mentor's clock comes first; where both show the same, or a zone is not known, neither is named. Each has a day
    of its own where the days differ. Empty for a meeting without a date.
    """
    meeting = case.meeting
    if meeting is None or meeting.date is None:
        return ""
    if meeting.time is None:
        return weekday_and_day(meeting.date)
    return _both(case, meeting.date, meeting.time) or f"{weekday_and_day(meeting.date)} at {meeting.time:%H:%M}"


def title_moment(case: Case) -> str:
    """When the meeting is, for a title: ``Tuesday 19 January 2027 at 17:00 your time (…)``; the mentee's zone is named.

    As :func:`on_both_clocks`, with the year; where only the mentee's clock is known, or both show the same, its zone:
    ``Thursday 3 December 2026 at 17:00 (London time)``. Empty for a meeting without a date.
    """
    meeting = case.meeting
    if meeting is None or meeting.date is None:
        return ""
    if meeting.time is None:
        return long_date(meeting.date)
    if both := _both(case, meeting.date, meeting.time, year=True):
        return both
    place = place_of(one_line(case.mentee.timezone))
    zone = place if place in {"UTC", "GMT"} else f"{place} time"
    return f"{long_date(meeting.date)} at {meeting.time:%H:%M}" + (f" ({zone})" if place else "")


def _both(case: Case, date: dt.date, time: dt.time, *, year: bool = False) -> str:
    """A moment on both clocks, the mentor's first; empty where both show the same, or one is not known."""
    there = _there(case, date, time)
    if there is None or there == (date, time):
        return ""
    clock = clock_of(one_line(case.mentee.timezone))
    theirs = f"{long_date(there[0]) if year else weekday_and_day(there[0])} at {there[1]:%H:%M} your time"
    if there[0] == date:
        return f"{theirs} ({time:%H:%M} {clock})"
    return f"{theirs} ({weekday_and_day(date)} at {time:%H:%M} {clock})"


def _there(case: Case, date: dt.date, time: dt.time) -> tuple[dt.date, dt.time] | None:
    """A moment of the mentee's on the mentor's clock; ``None`` where it cannot be told."""
    here, there = one_line(case.mentee.timezone), one_line(case.mentor.timezone)
    try:
        return on_other_clock(date, time, here, there) if here and there else None
    except BadInput:
        # A zone with a slip in it, or an hour that the clocks jump over: the time as the mentee has it.
        return None


def day_there(case: Case, day: dt.date) -> dt.date:
    """The date that the mentor has for ``day``, where that is the day of the case's meeting; else ``day``.

    A mail names the reader's date: 08:00 on Wednesday in Kuala Lumpur is Tuesday in Denver.
    """
    meeting = case.meeting
    moment = _there(case, day, meeting.time) if meeting and meeting.time and meeting.date == day else None
    return moment[0] if moment else day


def same_day_there(case: Case) -> bool:
    """Whether the meeting of the case is on one date for both, as far as is known."""
    return not (case.meeting and case.meeting.date) or day_there(case, case.meeting.date) == case.meeting.date


def clock_of(zone: str) -> str:
    """``Europe/London`` → ``London time``; a zone that is no place is the mentee's own: ``my time``."""
    place = place_of(zone)
    if place in {"UTC", "GMT"}:
        return place
    return f"{place} time" if re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Za-z]+)*", place) else "my time"


def free_times(case: Case, today: dt.date, most: int = 2) -> str:
    """When the mentee is free, as a sentence, and on whose clock where the two differ."""
    return with_clock(case, times(case.mentee.availability[:most]), today)


def with_clock(case: Case, sentence: str, today: dt.date) -> str:
    """``I'm free after 16:00.`` → ``I'm free after 16:00 (London time).``: hours of the mentee between two zones.

    Unchanged where it names no hour, or a clock, or where the clocks show the same today or one is not known.
    """
    here, there = one_line(case.mentee.timezone), one_line(case.mentor.timezone)
    if not _HOUR.search(sentence) or _NAMED.search(sentence) or not _apart(here, there, today):
        return sentence
    if sentence.endswith(").") or re.search(r"[.!?]\s", sentence):
        place = clock_of(here)
        return f"{sentence} That is {'on my clock' if place == 'my time' else place}."
    return f"{sentence[:-1]} ({clock_of(here)}){sentence[-1]}"


def _apart(here: str, there: str, today: dt.date) -> bool:
    """Whether the clocks of two zones, both known, differ now."""
    try:
        return bool(here and there) and on_other_clock(today, _NOON, here, there) != (today, _NOON)
    except BadInput:
        return False


def mode_told(case: Case) -> str:
    """How they meet, as words to stand behind a verb: ``by video call``, ``at your workshop``; else as typed."""
    return mode_placed(tell_to_mentor(one_line(case.meeting.mode), case.mentor)) if case.meeting else ""


def mode_placed(mode: str) -> str:
    """``phone`` → ``by phone``; a place or anything else stays as typed."""
    mode = mode.strip(" .")
    first = next(iter(w.words(mode)), "").casefold()
    if not first or first in PREPOSITIONS | {"face", "remote", "online"}:
        return mode
    head = mode.split(",")[0]
    for pattern, word in _BY_MODE:
        if re.fullmatch(pattern, head, re.IGNORECASE):
            # What one meets on is a name: "on Zoom".
            return f"{word} {mode.title() if word == 'on' and mode.islower() else mode}"
    return mode


def call_named(mode: str) -> str:
    """``video`` → ``video call``; empty where they do not meet by call."""
    head = one_line(mode).split(",")[0].strip(" .")
    return next((name for pattern, name in _CALLS if re.fullmatch(pattern, head, re.IGNORECASE)), "")
