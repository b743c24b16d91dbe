"""The examples: each sentence is grounded in its own fields, and in nothing else."""

from __future__ import annotations

import pytest

from tests.review.examples import NOTHING, Example, examples

ALL = [pytest.param(example, id=str(number)) for number, example in enumerate(examples(), 1)]
COUNTED = "What made you give up each of your three earlier pitches at the Glasgow market?"
"""The fact says “fourth pitch”: three before a fourth is a sum that the review does not do."""


@pytest.mark.parametrize("example", ALL)
def test_a_good_sentence_is_grounded_in_its_own_fields(example: Example) -> None:
    """Told in other words, it is still traced."""
    faults = example.faults()
    assert bool(faults) == (example.out == COUNTED), (example, [finding.message for finding in faults])


def test_a_changed_number_is_found() -> None:
    """In nearly every sentence; what is left are years and counts that a sum could explain."""
    changed = [bool(example.reported(text=text)) for example in examples() for text in example.with_other_numbers()]
    assert len(changed) > 250
    assert sum(changed) / len(changed) >= 0.98


@pytest.mark.parametrize(("task", "least"), [("hook", 0.85), ("question", 0.5), ("takeaway", 0.45)])
def test_with_its_fact_taken_away_a_sentence_is_found(task: str, least: float) -> None:
    """It fails or is doubted; a plan of the mentee's own, or an open question, claims nothing of the mentor."""
    found = [bool(example.reported(NOTHING)) for example in examples() if example.task == task]
    assert sum(found) / len(found) >= least
