"""Notes of a meeting, told clause by clause."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentor
from outreach.drafting.takeaways import How, takeaways

TERESA = Mentor("Teresa Moura", "x")

TOLD = [
    ("Start with a net that tears", How.ADVICE, "to start with a net that tears"),
    ("list opens in April, apply even if only 70% ready", How.ADVICE, "to apply even if I'm only 70% ready"),
    ("1) sort the hooks by size", How.ADVICE, "to sort the hooks by size"),
    ("re: ask boss for 4 days first", How.ADVICE, "to ask my boss for 4 days first"),
    ("LOG: draw the reef from memory, compare", How.ADVICE, "to draw the reef from memory and compare"),
    ("pick rope whose ends are FREE", How.ADVICE, "to pick a rope whose ends are free"),
    ("buy 1 good plane not 6 bad", How.ADVICE, "to buy 1 good plane, not 6 bad ones"),
    ("pitch to editor not to house", How.ADVICE, "to pitch to the editor, not to the house"),
    ("never sail after a storm", How.ADVICE, "not to sail after a storm"),
    ("don't pull, cut the line", How.ADVICE, "not to pull but to cut the line"),
    ("wait until the tide turns, then row", How.ADVICE, "to wait until the tide turns, then row"),
    ("decide before you need it", How.ADVICE, "to decide before I need it"),
    ("stop when you start to doubt", How.ADVICE, "to stop when I start to doubt"),
    ("she said: ask for the price in October", How.ADVICE, "to ask for the price in October"),
    (
        "When a child knows more, give the child the rod",
        How.ADVICE,
        "to give the child the rod when a child knows more",
    ),
    ("the lease: ask for it in writing", How.ON, "on the lease: ask for it in writing"),
    ("She told me to guard two mornings", How.SAID, "You told me to guard two mornings."),
    ("Teresa said that few boats forgive fog", How.SAID, "You said that few boats forgive fog."),
    ("She asked who reads the log - great q", How.SAID, "You asked who reads the log."),
    ("took him three years to learn the knots", How.QUOTE, ""),
    ("She once rowed home without a lamp", How.STORY, "you once rowed home without a lamp"),
    (
        "He reads the end first, the rest only if he's surprised",
        How.STORY,
        "you read the end first, the rest only if you are surprised",
    ),
    (
        "took him 10 min to find the knot w the red thread",
        How.STORY,
        "it took you 10 minutes to find the knot with the red thread",
    ),
    ("always bring a lamp", How.ADVICE, "always to bring a lamp"),
    ("name the boat, he'll ask anyway", How.ADVICE, "to name the boat"),
    ("He spotted the leak before I did", How.STORY, "you spotted the leak before I did"),
    ("A late boat costs more trust than a missing one", How.POINT, ""),
    ("the tide is a clock that nobody winds", How.POINT, "the tide is a clock that nobody winds"),
]
NEVER = [
    "Worst that happens is I say no to the place.",
    "Last one out locks the door",
    "easiest that works wins",
    "Razali: ask help on something HE is proud of",
    "will send her slides",
    "Teresa to send the chart",
    "she wants the list by Friday",
    "scan all of them",
    "move it to April",
    "Five children, close in age",
    "open calls go first, standing up",
    "12-15 pp",
    "send her the log",
    "30 % rule = a third of the catch",
    "ten a day at most",
    "ask for one thing: 2 rooms less",
    "berth 2027 is gone, 2028 maybe - apply by oct",
    "the watch is open, ask the mate, not the cook",
]


@pytest.mark.parametrize(("note", "how", "text"), TOLD)
def test_a_note_is_told(note: str, how: How, text: str) -> None:
    """The best way that is certain; nothing of it is turned round."""
    best = max(takeaways(note, TERESA), key=lambda one: one.how)
    if how in {How.POINT, How.QUOTE} and not text:
        assert best.how in {How.POINT, How.STORY, How.QUOTE}
        return
    assert (best.how, best.text) == (how, text)


@pytest.mark.parametrize("note", NEVER)
def test_what_is_no_advice_is_not_told_as_advice(note: str) -> None:
    """Promises, notes about others, words that point at what is not there, fragments."""
    assert all(one.how not in {How.ADVICE, How.ON, How.SAID} for one in takeaways(note, TERESA))


def test_a_not_is_never_cut_off() -> None:
    """A clause without the "not" of its note is not told."""
    for one in takeaways("keep the log short, don't write a novel", TERESA):
        assert "not" in one.text or "don't" in one.text


def test_a_note_can_always_be_quoted() -> None:
    """Inner quotation marks single, no brackets, no end mark."""
    *_, last = takeaways('- say "hello" [twice].', TERESA)
    assert (last.how, last.text) == (How.QUOTE, "say 'hello' (twice)")
