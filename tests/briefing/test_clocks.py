"""One moment on two clocks."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.briefing.clocks import on_other_clock, zone
from outreach.domain.errors import BadInput

LONDON, NEW_YORK, BERLIN = "Europe/London", "America/New_York", "Europe/Berlin"


@pytest.mark.parametrize(
    ("here", "there", "moment", "expected"),
    [
        (LONDON, NEW_YORK, "2026-12-17 16:00", "2026-12-17 11:00"),
        # New York changes its clocks on 14 March and 1 November, London on 28 March and 25 October.
        (LONDON, NEW_YORK, "2027-03-13 16:00", "2027-03-13 11:00"),
        (LONDON, NEW_YORK, "2027-03-14 16:00", "2027-03-14 12:00"),
        (LONDON, NEW_YORK, "2027-03-27 16:00", "2027-03-27 12:00"),
        (LONDON, NEW_YORK, "2027-03-28 16:00", "2027-03-28 11:00"),
        (LONDON, NEW_YORK, "2026-10-24 16:00", "2026-10-24 11:00"),
        (LONDON, NEW_YORK, "2026-10-25 16:00", "2026-10-25 12:00"),
        (LONDON, NEW_YORK, "2026-10-31 16:00", "2026-10-31 12:00"),
        (LONDON, NEW_YORK, "2026-11-01 16:00", "2026-11-01 11:00"),
        ("America/Los_Angeles", BERLIN, "2026-12-31 17:00", "2027-01-01 02:00"),
        ("Pacific/Auckland", "America/Los_Angeles", "2026-12-08 08:00", "2026-12-07 11:00"),
        (LONDON, "Asia/Kathmandu", "2026-12-03 17:00", "2026-12-03 22:45"),
        (LONDON, "Asia/Tokyo", "2028-02-28 22:00", "2028-02-29 07:00"),
        ("Asia/Tokyo", LONDON, "2028-03-01 06:00", "2028-02-29 21:00"),
        # 01:30 comes twice in London that night: the first one, in summer time, is meant.
        (LONDON, "UTC", "2026-10-25 01:30", "2026-10-25 00:30"),
        (LONDON, "UTC", "2026-10-25 02:30", "2026-10-25 02:30"),
        # No summer time in Phoenix, half an hour of it on Lord Howe Island.
        ("America/Phoenix", LONDON, "2027-03-18 09:00", "2027-03-18 16:00"),
        (LONDON, "Australia/Lord_Howe", "2026-12-03 09:00", "2026-12-03 20:00"),
    ],
)
def test_a_moment_is_told_on_the_other_clock(here: str, there: str, moment: str, expected: str) -> None:
    """With its date, and back again."""
    at, other = dt.datetime.fromisoformat(moment), dt.datetime.fromisoformat(expected)
    assert on_other_clock(at.date(), at.time(), here, there) == (other.date(), other.time())
    assert on_other_clock(other.date(), other.time(), there, here) == (at.date(), at.time())


@pytest.mark.parametrize(
    ("here", "moment", "message", "hint"),
    [
        (BERLIN, "2027-03-28 02:30", "There is no 02:30 on 2027-03-28 in Europe/Berlin", "Did you mean 03:30?"),
        (LONDON, "2027-03-28 01:30", "There is no 01:30 on 2027-03-28 in Europe/London", "Did you mean 02:30?"),
        (
            "Europe/Atlantis",
            "2026-12-03 17:00",
            "There is no time zone “Europe/Atlantis”.",
            "Write it like Europe/London.",
        ),
        ("Europe", "2026-12-03 17:00", "There is no time zone “Europe”.", "Write it like Europe/London."),
        ("../zone", "2026-12-03 17:00", "There is no time zone “../zone”.", "Write it like Europe/London."),
        ("America/New_York", "9999-12-31 22:00", "9999-12-31 is no day for a meeting.", "Look at the year."),
    ],
)
def test_a_moment_that_cannot_be_is_told_so(here: str, moment: str, message: str, hint: str) -> None:
    """A zone that is none, an hour that the clocks jump over, the end of the calendar."""
    at = dt.datetime.fromisoformat(moment)
    with pytest.raises(BadInput) as found:
        on_other_clock(at.date(), at.time(), here, "Asia/Tokyo")
    assert message in found.value.message
    assert found.value.hint == hint


def test_a_zone_is_known_by_its_name() -> None:
    """As the system's own list has it."""
    assert zone("Europe/London").key == "Europe/London"
