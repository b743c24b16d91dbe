"""Promises of the two: where they come from, when they are one, and when they are done."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.case import Owner
from outreach.lifecycle.promises import Promise, deeds, open_promises, promises
from outreach.lifecycle.reports import unreported, untold
from tests.lifecycle.stories import day, story


def told(promise: Promise) -> str:
    """``write it by 2026-12-17, done 2026-12-10: two wards use it``."""
    by = f" by {promise.by}" if promise.by else ""
    done = f", done {promise.done}" if promise.is_done else ""
    return f"{promise.what}{by}{done}" + (f": {promise.result}" if promise.result else "")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2026-12-03 meeting next=write it by 2026-12-17; ask Anna", ["ask Anna", "write it by 2026-12-17"]),
        # Made in the meeting and logged as well, it is one, with its latest day.
        (
            "2026-12-03 meeting next=write it by 2026-12-17\n2026-12-03 promised Write it. | by=2026-12-20",
            ["write it by 2026-12-20"],
        ),
        # A meeting that is still to come has promised nothing yet.
        ("2027-01-14 meeting next=write it", []),
        ("2027-01-14 meeting previous=write it by 2026-12-17", ["write it by 2026-12-17"]),
        ("2026-12-03 promised write it\n2026-12-10 done WRITE IT", ["write it, done 2026-12-10"]),
        # Done before it was promised, it is something else.
        ("2026-12-03 promised write it\n2026-12-01 done write it", ["write it"]),
        (
            "2026-12-03 promised write it\n2026-12-10 done write it\n2026-12-12 done write it",
            ["write it, done 2026-12-10"],
        ),
        (
            "2026-12-03 promised write it\n2026-12-10 done write it\n2026-12-12 done write it | result=it is used",
            ["write it, done 2026-12-12: it is used"],
        ),
        # Each time it was promised it was done.
        (
            "2026-11-03 promised go\n2026-11-10 done go\n2026-12-03 promised go\n2026-12-10 done go",
            ["go, done 2026-11-10", "go, done 2026-12-10"],
        ),
        # A meeting that looks back knows that it is done, not when.
        ("2026-12-03 promised write it\n2027-01-14 meeting previous=write it done", ["write it, done None"]),
        # The same words of the two are two promises.
        (
            "2026-12-03 promised write to Anna\n2026-12-03 promised write to Anna | owner=mentor",
            ["write to Anna", "write to Anna"],
        ),
    ],
)
def test_promises_are_known_by_their_words(lines: str, expected: list[str]) -> None:
    """Whichever meeting or entry they come from."""
    assert [told(one) for one in promises(story(lines), day("2026-12-15"))] == expected


def test_open_promises_come_by_their_day() -> None:
    """Of one of the two, or of both."""
    mentorship = story(
        """
        2026-12-03 promised read it
        2026-12-03 promised write it | by=2026-12-17
        2026-12-03 promised send the list | by=2026-12-11 | owner=mentor
        2026-12-03 promised ask Anna | by=2026-12-08
        2026-12-08 done ask Anna
        """
    )
    today = day("2026-12-15")
    assert [one.what for one in open_promises(mentorship, today)] == ["send the list", "write it", "read it"]
    assert [one.what for one in open_promises(mentorship, today, Owner.MENTOR)] == ["send the list"]


def test_what_was_done_is_told_once_promised_or_not() -> None:
    """A meeting, a report or a sign of life tells it; only promises are a reason to write."""
    lines = """
        2026-12-03 promised write it
        2026-12-08 done write it | result=it is used
        2026-12-09 done passed the exam
    """
    mentorship, today = story(lines), day("2026-12-10")
    assert [one.what for one in unreported(mentorship, today)] == ["write it"]
    assert [(one.what, one.done, one.promised) for one in untold(mentorship, today)] == [
        ("write it", dt.date(2026, 12, 8), dt.date(2026, 12, 3)),
        ("passed the exam", dt.date(2026, 12, 9), None),
    ]
    assert [one.text for one in deeds(mentorship, today)] == ["passed the exam"]
    for heard in ("sent report", "sent check-in", "met"):
        assert untold(story(f"{lines}\n2026-12-09 {heard}"), today) == []
