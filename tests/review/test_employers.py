"""Former posts are not told as those of today, nor the reverse."""

from __future__ import annotations

import pytest

from tests.review.letters import said


@pytest.mark.parametrize(
    "sentence",
    [
        "You are a senior acoustician with Tramore Bells.",
        "These days you work at Tramore Bells.",
        "Your team at Tramore Bells must be proud.",
        "As an acoustician with Tramore Bells you hear more than I do.",
        "Your current work at Tramore Bells is what I hope to do.",
        "I work at Zuiderwerf in Breda.",
        "My boss at Zuiderwerf is kind.",
        "You used to work at Loughfield Foundry.",
        "When you were with Loughfield Foundry, it was quieter.",
        "I used to work at Hartog Timber.",
    ],
)
def test_a_post_told_in_the_wrong_time_is_reported(sentence: str) -> None:
    """Of the mentor and of the mentee."""
    assert [one for one in said(sentence) if "Your facts tell this" in one.problem]


@pytest.mark.parametrize(
    "sentence",
    [
        "You were a senior acoustician with Tramore Bells until 2017.",
        "Your years at Tramore Bells are what I want to ask about.",
        "As a former acoustician with Tramore Bells you know this.",
        "You lead eleven people at Loughfield Foundry.",
        "As head of tower works at Loughfield Foundry you see many frames.",
        "How did you tune a frame at Tramore Bells?",
        "You came to Loughfield Foundry from Tramore Bells.",
        "I work at Hartog Timber.",
        "I worked at Zuiderwerf until 2021.",
        "Before that I was at Zuiderwerf.",
    ],
)
def test_a_post_told_in_its_time_is_right(sentence: str) -> None:
    """Past as past, present as present."""
    assert not [one for one in said(sentence) if "Your facts tell this" in one.problem]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("As senior acoustician with Tramore Bells, with eleven towers a year, you hear more than I do.", True),
        ("As an acoustician with Tramore Bells, if I may say so, you must have heard a lot.", False),
        ("As an acoustician with Tramore Bells, in those years, you heard a lot.", False),
        ("As an acoustician with Tramore Bells, with all those towers, you have surely seen every frame.", True),
        ("You draw up the plans at Tramore Bells.", True),
        ("I write to Cork, where you still lead Tramore Bells.", True),
        ("You now lead the tower works.", False),
    ],
)
def test_a_post_told_beside_other_things_is_seen(sentence: str, wrong: bool) -> None:
    """A phrase may stand between the post and whose it is."""
    assert bool([one for one in said(sentence) if "Your facts tell this" in one.problem]) is wrong


@pytest.mark.parametrize("sentence", ["How'd you work at Tramore Bells?", "Why did you work at Tramore Bells at all?"])
def test_a_question_of_the_past_tells_no_post_of_today(sentence: str) -> None:
    """“How'd you work …” asks how they did."""
    assert not [one for one in said(sentence) if "Your facts tell this" in one.problem]
