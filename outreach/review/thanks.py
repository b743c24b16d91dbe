"""The thank-you after a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.domain.case import Owner
from outreach.review.context import Context
from outreach.review.rule import Hit
from outreach.wording.words import content


def something_said(context: Context) -> Iterator[Hit]:
    """T2: something of the notes."""
    notes = [source for source in context.sources.of_fields(("meeting.notes",)) if len(source.stems) >= 2]
    if notes and not any(_tells(context, source.stems) for source in notes):
        yield Hit("Nothing of your notes is in it; name one thing that was said.")


def something_planned(context: Context) -> Iterator[Hit]:
    """T3: a planned action where there is one."""
    actions = context.facts.meeting.next_actions
    planned = [action for action in actions if action.owner is Owner.MENTEE and not action.done]
    if planned and not any(_tells(context, frozenset(content(action.what))) for action in planned):
        yield Hit("None of your next actions is in it; say what you will do.")


def thanks_first(context: Context) -> Iterator[Hit]:
    """T5: thanks in the first sentence, to this one person."""
    yield from ()


def _tells(context: Context, stems: frozenset[str]) -> bool:
    need = max(min(2, len(stems)), round(0.4 * len(stems)))
    return any(len(stems & span.stems) >= need for span in context.spans)
