"""The lines of what is due, of the timeline and of things to do, as plain text."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.events import Event, Fate, What
from outreach.exchange.when import date_text
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.due import ACTION, GOAL_REVIEW, Due
from outreach.lifecycle.promises import Promise
from outreach.lifecycle.timeline import Entry
from outreach.tui.columns import GAP, in_columns
from outreach.tui.text import content, one_line, shown

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NEAR = {0: "today", 1: "tomorrow", -1: "yesterday"}
_MOST_LINES, _MOST_LETTERS = 6, 400
"""So much of a text stands in the timeline; Enter shows all of it."""
_DUE = {ACTION: "Promise", GOAL_REVIEW: "Goal", Kind.THANK_YOU: "Thank-you"}


def day_text(day: dt.date, today: dt.date) -> str:
    """``Thu 3 Dec``; with the year where it is another one than today's."""
    text = date_text(day)
    return f"{_WEEKDAYS[day.weekday()]} {text if day.year != today.year else text.rsplit(' ', 1)[0]}"


def near_day_text(day: dt.date, today: dt.date) -> str:
    """``today``, ``yesterday``, ``tomorrow``, else the day itself."""
    return _NEAR.get((day - today).days) or day_text(day, today)


def confirms(item: Due) -> bool:
    """Whether a meeting is to be confirmed."""
    return item.purpose is Purpose.CONFIRM


def due_kind(item: Due) -> str:
    """What is to be done, in a word or two."""
    if confirms(item):
        return "Confirm"
    if item.theirs:
        return "Theirs"
    return _DUE.get(item.kind) or Kind(item.kind).in_words.capitalize()


def short_day_text(day: dt.date, today: dt.date) -> str:
    """``today``, ``yesterday``, ``tomorrow``, ``3 Nov``; with the year where it is another one than today's."""
    near = near_day_text(day, today)
    return near if near in _NEAR.values() else day_text(day, today).partition(" ")[2]


def late(item: Due, today: dt.date) -> bool:
    """Whether something is overdue."""
    return item.last < today


def due_when(item: Due, today: dt.date) -> str:
    """By when: ``Overdue 9 Nov``, ``Today``, ``Thu 3 Dec``."""
    if late(item, today):
        return f"Overdue {day_text(item.last, today).partition(' ')[2]}"
    near = near_day_text(item.shown(today), today)
    return near[:1].upper() + near[1:]


def due_line(item: Due, width: int, today: dt.date) -> Content:
    """By when, what, with whom, and why as far as there is room in ``width`` cells."""
    when, what, who = 15, 11, max(12, min(19, width // 4), min(24, width // 5))
    why = width - when - what - who - 3 * GAP
    return in_columns(
        (
            (due_when(item, today), when, "bold" if item.due <= today else ""),
            (due_kind(item), what, ""),
            (item.mentor or "You", who, ""),
            (item.why, why if why >= 20 else 0, "dim"),
        )
    )


def event_text(event: Event, today: dt.date) -> str:
    """What was logged, for whom it was, and for which day: ``sent (first contact), yesterday``."""
    kind = f" ({event.kind.in_words})" if event.kind else ""
    words = f" (“{one_line(event.text, 40)}”)" if event.what in {What.PROMISED, What.DONE} else ""
    return f"{event.what}{kind}{words}, {near_day_text(event.date, today)}"


def entry_line(entry: Entry, today: dt.date) -> Content:
    """Day and title, and below it the beginning of its text."""
    coming = content("  to come", "italic dim") if entry.coming else content("")
    head = content(f"{day_text(entry.date, today)}  ", "bold") + content(one_line(entry.title)) + coming
    text = _beginning(entry.text)
    return head + content("\n" + text, "dim") if text else head


def _beginning(text: str) -> str:
    lines = [line.rstrip() for line in shown(text).splitlines() if line.strip()]
    begun = "\n".join(lines[:_MOST_LINES])
    if len(begun) > _MOST_LETTERS:
        begun = f"{begun[:_MOST_LETTERS].rsplit(maxsplit=1)[0]} …"
    elif len(lines) > _MOST_LINES:
        begun += " …"
    return "\n".join(f"  {line}" for line in begun.splitlines())


def promise_text(promise: Promise, today: dt.date) -> str:
    """What is promised and by when."""
    by = ""
    if promise.by:
        by = f", {'overdue since' if promise.by < today else 'by'} {day_text(promise.by, today)}"
    return f"{one_line(promise.what)}{by}"


def advice_line(advice: Advice, today: dt.date) -> Content:
    """The advice as noted, and what became of it."""
    by = f" by {day_text(advice.by, today)}" if advice.by else ""
    done = f" {day_text(advice.done, today)}" if advice.done else ""
    led = f", and it led to: {one_line(advice.result)}" if advice.result else ""
    fates = {
        Fate.KEPT: "kept for now",
        Fate.ACTION: f"you will{by}: {one_line(advice.action)}",
        Fate.ASIDE: f"put aside: {one_line(advice.reason)}",
        Fate.DONE: f"done{done}{led}; they have yet to hear of it",
        Fate.REPORTED: f"done{done}{led}; they know",
    }
    over = advice.fate in {Fate.ASIDE, Fate.REPORTED}
    line = content(f"– {one_line(advice.noted.text)}", "dim" if over else "")
    return line + content(f"\n  {fates[advice.fate]}", "italic dim")
