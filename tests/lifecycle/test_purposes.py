"""What a reply is most likely for."""

from __future__ import annotations

import pytest

from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.lifecycle.contacts import contact_of, purpose_now
from tests.lifecycle.stories import day, story

ASKED = "2026-11-30 sent first-contact"


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        (f"{ASKED}\n2026-12-03 answered", "2026-12-03", Purpose.TAKE),
        (f"{ASKED}\n2026-12-03 answered\n2026-12-07 meeting", "2026-12-04", Purpose.TAKE),
        (f"{ASKED}\n2026-12-03 answered\n2026-12-03 sent\n2026-12-07 meeting", "2026-12-04", Purpose.CONFIRM),
        # Over Christmas the day before is five days away.
        ("2026-12-03 sent agenda\n2026-12-29 meeting", "2026-12-24", Purpose.CONFIRM),
        ("2026-12-03 sent reply\n2026-12-17 meeting", "2026-12-04", Purpose.TAKE),
        (f"{ASKED}\n2026-12-04 declined", "2026-12-04", Purpose.THANK),
        (f"{ASKED}\n2026-12-04 declined\n2027-01-11 answered", "2027-01-11", Purpose.TAKE),
    ],
)
def test_a_reply_takes_confirms_or_thanks(lines: str, today: str, expected: Purpose) -> None:
    """By what came last."""
    assert purpose_now(story(lines), day(today)) is expected


def test_the_answer_is_the_one_that_was_pasted() -> None:
    """Though one was logged by a key on the same day."""
    told = story(f"{ASKED}\n2026-12-03 answered Gladly. When?\n2026-12-03 answered")
    contact = contact_of(told, Kind.REPLY, day("2026-12-04"))
    assert (contact.answer, contact.answered, contact.purpose) == ("Gladly. When?", day("2026-12-03"), Purpose.TAKE)
    assert [(sent.date, sent.kind) for sent in contact.sent] == [(day("2026-11-30"), Kind.FIRST_CONTACT)]
