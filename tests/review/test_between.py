"""Replies, reports, signs of life and follow-ups: good ones pass, and one planted fault is found by its rule."""

from __future__ import annotations

from collections import Counter

import pytest

from outreach.domain.draft import Kind
from tests.review.between import Message, bad_messages, good_messages

GOOD = good_messages()
BAD = bad_messages()


def test_the_set_is_what_it_says() -> None:
    """A dozen good and fifteen bad of each new kind, and four bad of each new rule."""
    good, bad = Counter(one.kind for one in GOOD), Counter(one.kind for one in BAD)
    for kind in (Kind.REPLY, Kind.REPORT, Kind.CHECK_IN):
        assert good[kind] >= 12, kind
        assert bad[kind] >= 15, kind
    assert min(good[Kind.FOLLOW_UP], bad[Kind.FOLLOW_UP]) >= 6
    rules = Counter(one.rule for one in BAD)
    assert min(rules["G7"], rules["T6"]) >= 4
    assert len({one.id for one in GOOD}) == len(GOOD)


@pytest.mark.parametrize("message", GOOD, ids=lambda one: one.id)
def test_what_people_rightly_write_is_ready(message: Message) -> None:
    """Nothing in it fails."""
    assert message.failing() == []


@pytest.mark.parametrize("message", BAD, ids=lambda one: f"{one.id}-{one.rule}")
def test_a_planted_fault_is_found_by_its_rule(message: Message) -> None:
    """Where it stands, or of the text as a whole."""
    assert message.caught(), [(one.rule, one.level, one.message) for one in message.findings()]
