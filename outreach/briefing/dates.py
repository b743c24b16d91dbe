"""Dates as a mail writes them, in English whatever the locale."""

from __future__ import annotations

import datetime as dt


def long_date(date: dt.date) -> str:
    """``Friday 15 January 2027``, in English whatever the locale."""
    weekday = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[date.weekday()]
    return f"{weekday} {short_date(date)} {date.year}"


def weekday_and_day(date: dt.date) -> str:
    """``Friday 15 January``."""
    return long_date(date).rsplit(" ", 1)[0]


def short_date(date: dt.date) -> str:
    """``15 January``."""
    months = "January February March April May June July August September October November December".split()
    return f"{date.day} {months[date.month - 1]}"
