"""Small words put in by the model, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from outreach.drafting.smoothing import SmoothTask, likeliest, readings, rough, same_words, smooth_task, smoothed
from outreach.resources import prompts_folder
from outreach.templates import Templates

ROUGH = "test flumph on old door"
SAME = [
    ("draft application for list", "draft an application for the list"),
    ("ask boss for 4 days", "ask my boss for 4 days"),
    ("read paper w/ Ana", "read the paper with Ana"),
    ("use plain language", "use plain language"),
]
OTHER = [
    ("draft application for list", "draft the list for an application", "lost or moved"),
    ("draft application for list", "draft an application for the lists", "lost or moved"),
    ("draft application for list", "write an application for the list", "lost or moved"),
    ("sail after storm", "don't sail after the storm", "not"),
    ("send slides", "send you the slides", "you"),
    ("send slides", "send the new slides", "new"),
    ("count 20 boats", "count 30 boats", "lost or moved"),
    ("send slides", "", "line"),
    ("send slides", "send the slides!", "marks"),
    ("never sail alone", "sail alone", "lost or moved"),
]


@pytest.mark.parametrize(("jotted", "answer"), SAME)
def test_small_words_may_come_in(jotted: str, answer: str) -> None:
    """And short forms may be written out."""
    assert same_words(jotted, answer) == ""


@pytest.mark.parametrize(("jotted", "answer", "fault"), OTHER)
def test_nothing_else_may_change(jotted: str, answer: str, fault: str) -> None:
    """Order, form, number, person and every "not" stay."""
    assert fault in same_words(jotted, answer)


def test_the_model_is_asked_only_where_code_is_not_sure() -> None:
    """What it changes beside the small words is not taken."""
    asked: list[SmoothTask] = []

    def write(task: SmoothTask) -> str:
        asked.append(task)
        return "test the flumph on the old door."

    assert smoothed("book room", write) == "book a room"
    assert not asked
    assert rough(ROUGH)
    assert smoothed(ROUGH, write) == "test the flumph on the old door"
    assert asked == [smooth_task(ROUGH)]
    assert smoothed(ROUGH, lambda _: "paint the flumph") == readings(ROUGH)[0]


def test_the_likeliest_reading_is_taken() -> None:
    """Out of the few that code can make; one reading needs no model."""

    def likelihood(texts: Sequence[str]) -> list[float]:
        return [1.0 if "the flumph" in text else 0.0 for text in texts]

    assert "test the flumph" in likeliest(ROUGH, likelihood)
    assert likeliest("book room", lambda _: []) == "book a room"


def test_the_prompt_ends_with_the_jotted_line() -> None:
    """And holds only worked examples before it."""
    turns = Templates(prompts_folder()).turns(smooth_task(ROUGH).prompt, smooth_task(ROUGH).given)
    assert turns[0].role == "system"
    assert turns[-1].content == smooth_task(ROUGH).text
