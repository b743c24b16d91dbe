"""The agenda of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit
from outreach.wording.clean import plain


def parts(context: Context) -> Iterator[Hit]:
    """G3: last actions, progress, questions, decision, next step."""
    yield from ()


def minutes_sum(context: Context) -> Iterator[Hit]:
    """G4: the times of the parts sum up, and the total stands in the header."""
    if context.brief is None:
        return
    minutes = context.facts.meeting.minutes
    total = sum(int(part) for part in re.findall(r"\((\d+) min\)", context.body))
    if total != minutes:
        yield Hit(f"The parts sum to {total} minutes; the meeting has {minutes}.")
    header = next((line for line in context.body.split("\n") if line.startswith("# ")), "")
    if not re.search(rf"\b{minutes} min", header):
        yield Hit(f"The header must state the {minutes} minutes.")


def questions_kept(context: Context) -> Iterator[Hit]:
    """G5: the mentee's questions stand word for word."""
    if context.brief is None:
        return
    for question in context.facts.meeting.questions:
        if plain(question).strip() not in context.body:
            yield Hit(f"Your question must stand word for word: “{plain(question).strip()}”.")
