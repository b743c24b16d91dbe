"""Sixty whole messages by people who had not seen the rules' code: thirty good, thirty with one planted fault."""

from __future__ import annotations

import pytest

from tests.review.messages import MESSAGES, Message, read_messages

ALL = read_messages(MESSAGES)
GOOD = [pytest.param(one, id=one.id) for one in ALL if not one.fault]
BAD = [pytest.param(one, id=f"{one.id}-{one.fault}") for one in ALL if one.fault]


def test_the_set_is_what_it_says() -> None:
    """Thirty and thirty, with at least fifteen kinds of fault."""
    assert (len(GOOD), len(BAD)) == (30, 30)
    assert len({one.fault for one in ALL if one.fault}) >= 15
    assert len({one.id for one in ALL}) == len(ALL)


@pytest.mark.parametrize("message", GOOD)
def test_a_good_message_is_ready(message: Message) -> None:
    """Nothing in it fails."""
    found = message.failing()
    assert not found, [(finding.rule, finding.message) for finding in found]


@pytest.mark.parametrize("message", BAD)
def test_a_planted_fault_is_found_where_it_stands(message: Message) -> None:
    """By one of the rules that it breaks."""
    assert message.caught(), [(finding.rule, finding.message) for finding in message.reviewed().findings]
