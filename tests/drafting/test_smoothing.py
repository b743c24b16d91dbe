"""Small words put in by the model, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action
from outreach.domain.draft import Kind
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.drafting.smoothing import PROMPT, likeliest, readings
from outreach.engine.protocol import Turn
from outreach.engine.scripted import ScriptedEngine
from tests.review.drafts import TODAY, WARD, templates

ROUGH = "test flumph on old door"


def test_the_likeliest_reading_is_taken() -> None:
    """Out of the few that code can make; one reading needs no model."""

    def likelihood(texts: Sequence[str]) -> list[float]:
        return [1.0 if "the flumph" in text else 0.0 for text in texts]

    assert "test the flumph" in likeliest(ROUGH, likelihood)
    assert likeliest("book room", lambda _: []) == "book a room"


def test_the_prompt_ends_with_the_jotted_line() -> None:
    """And holds only worked examples before it."""
    turns = templates().turns(PROMPT, {"text": ROUGH})
    assert turns[0].role == "system"
    assert turns[-1].content == ROUGH


def test_the_plan_of_a_thank_you_takes_the_likeliest_reading() -> None:
    """The model says where a small word is missing; the facts stay as they were typed."""
    assert WARD.meeting is not None
    meeting = replace(WARD.meeting, next_actions=(Action(ROUGH, by=dt.date(2026, 12, 18)),))
    brief = make_brief(replace(WARD, meeting=meeting), Kind.THANK_YOU, TODAY)

    def likelihood(turns: Sequence[Turn], text: str) -> float:
        return -1.0 if text == readings(ROUGH)[-1] else -2.0

    engine = ScriptedEngine(lambda turns: "no", likelihood=likelihood)
    *_, last = make_draft(brief, templates(), engine, Choices(1))
    assert isinstance(last, DraftFinished)
    assert len(readings(ROUGH)) > 1
    assert readings(ROUGH)[-1].removeprefix("test ") in last.revision.body
    assert any(fact.text.startswith(ROUGH) for fact in last.revision.facts)
