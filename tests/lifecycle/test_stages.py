"""Where contact stands, event by event."""

from __future__ import annotations

import pytest

from outreach.domain.people import Relationship
from tests.lifecycle.stories import stage, story

SENT = "2026-11-30 sent first-contact"


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        ("", "2026-12-01", "found"),
        ("2026-12-01 promised read her book", "2026-12-01", "found"),
        ("2026-11-30 drafted first-contact", "2027-12-01", "drafted"),
        ("2026-11-30 sent", "2026-12-01", "sent"),
        (SENT, "2026-11-29", "found"),
        # One message alone rests after 90 days without a word.
        (SENT, "2027-02-28", "sent"),
        (SENT, "2027-03-01", "resting"),
        # After the first follow-up: once the second one has lapsed.
        (f"{SENT}\n2026-12-07 sent follow-up", "2026-12-21", "sent"),
        (f"{SENT}\n2026-12-07 sent follow-up", "2026-12-22", "resting"),
        (f"{SENT}\n2026-12-07 sent follow-up\n2026-12-14 sent follow-up", "2026-12-21", "sent"),
        (f"{SENT}\n2026-12-07 sent follow-up\n2026-12-14 sent follow-up", "2026-12-22", "resting"),
        # Asked anew after three months, it begins anew.
        (f"{SENT}\n2026-12-07 sent follow-up\n2027-03-08 sent first-contact", "2027-03-08", "sent"),
        (f"{SENT}\n2026-12-03 answered", "2026-12-03", "answered"),
        (f"{SENT}\n2026-12-03 answered", "2027-03-03", "answered"),
        (f"{SENT}\n2026-12-03 answered", "2027-03-04", "resting"),
        (f"{SENT}\n2026-12-03 answered\n2027-03-10 meeting", "2027-03-04", "answered"),
        (f"{SENT}\n2026-12-04 declined", "2026-12-04", "resting"),
        (f"{SENT}\n2026-12-04 declined\n2026-12-07 sent reply", "2026-12-07", "resting"),
        (f"{SENT}\n2026-12-04 declined\n2027-01-11 answered Now I can.", "2027-01-11", "answered"),
        (f"{SENT}\n2026-12-04 declined\n2027-03-15 sent first-contact", "2027-03-15", "sent"),
        ("2026-12-03 met", "2026-12-03", "met"),
        ("2026-12-03 meeting notes=Start small.", "2026-12-03", "met"),
        ("2026-12-03 meeting notes=Start small.\n2026-12-03 met", "2026-12-03", "met"),
        ("2026-12-03 meeting", "2026-12-04", "found"),
        ("2026-12-03 met\n2027-01-14 met", "2027-01-13", "met"),
        ("2026-12-03 met\n2027-01-14 met", "2027-01-14", "ongoing"),
        # The number that the mentee gave a meeting tells of those before it.
        ("2026-12-03 meeting number=1", "2026-12-01", "found"),
        ("2026-12-03 meeting number=2", "2026-12-01", "met"),
        ("2026-12-03 meeting number=2 | notes=Start small.", "2026-12-03", "ongoing"),
        ("2026-12-03 meeting number=3", "2026-12-01", "ongoing"),
        ("2026-12-03 met\n2026-12-04 sent thank-you", "2027-03-04", "met"),
        ("2026-12-03 met\n2026-12-04 sent thank-you", "2027-03-05", "resting"),
        ("2026-12-03 met\n2027-03-05 answered", "2027-03-05", "met"),
        ("2026-12-03 met\n2026-12-10 ended", "2026-12-10", "ended"),
        ("2026-12-03 met\n2026-12-10 ended", "2027-12-10", "ended"),
        ("2026-12-10 met\n2026-12-10 ended", "2026-12-10", "ended"),
        # Whoever writes again after the end has not ended.
        ("2026-12-03 met\n2026-12-10 ended\n2027-02-01 answered", "2027-02-01", "met"),
        ("2026-12-10 ended", "2026-12-10", "ended"),
        # 90 days across 29 February.
        ("2027-12-03 met", "2028-03-02", "met"),
        ("2027-12-03 met", "2028-03-03", "resting"),
    ],
)
def test_the_stage_follows_from_what_happened(lines: str, today: str, expected: str) -> None:
    """By dates, up to today."""
    assert stage(story(lines), today) == expected


def test_who_is_a_mentor_already_is_one_from_the_start() -> None:
    """Without a single entry; a long silence rests it."""
    assert stage(story("", relationship=Relationship.MENTOR), "2026-12-01") == "ongoing"
    told = story("2026-06-01 met", relationship=Relationship.MENTOR)
    assert stage(told, "2026-12-01") == "resting"
