"""The thank-you after a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from outreach.briefing.sources import Source
from outreach.domain.case import Owner
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.review.context import Context
from outreach.review.data import phrases
from outreach.review.measures import prose
from outreach.review.rule import Hit, at
from outreach.review.taking_up import keys_of, takes_up, tells_action, told_in
from outreach.wording.clean import folded, one_line
from outreach.wording.patterns import regex
from outreach.wording.words import words

_PLAN = ("meeting.next_actions", "meeting.date", "meeting.time", "meeting.minutes", "meeting.next_meeting")
_RUN = 4
_GROUP = regex(
    r"\b(?:dear|hi|hello|good \w+),? (?:\w+ )?(?:all|everyone|everybody|team|both|folks|friends|colleagues"
    r"|together)\b"
    r"|\band (?:the |your )?(?:team|colleagues|all|everyone)\b",
    re.IGNORECASE,
)


def something_said(context: Context) -> Iterator[Hit]:
    """T2: something of the notes."""
    notes = [source for source in context.sources.of_fields(("meeting.notes",)) if len(source.stems) >= 2]
    if not notes:
        return
    # Words of the topic and the goal would stand in any thank-you of this case, those of the plan in its plan.
    topic, plan = (
        keys_of(context, ("ask.", "mentee.goals", "mentee.role")),
        keys_of(context, _PLAN),
    )
    told = told_in(context)
    if not any(takes_up(told, note, topic, plan) for note in notes) and not _word_for_word(context, notes):
        yield Hit(f"Nothing of your notes is in it; name one thing that was said, such as “{notes[0].text}”.")


def _word_for_word(context: Context, notes: Iterable[Source]) -> bool:
    """Whether a note's own words stand in the text, four in a row, however light each of them is."""
    text = f" {' '.join(map(folded, words(context.body)))} "
    for note in notes:
        told = [folded(word) for word in words(note.text)]
        if any(f" {' '.join(told[at : at + _RUN])} " in text for at in range(len(told) - _RUN + 1)):
            return True
    return False


def something_planned(context: Context) -> Iterator[Hit]:
    """T3: a planned action where there is one."""
    planned = [one for one in context.facts.meeting.next_actions if one.owner is Owner.MENTEE and not one.done]
    notes = keys_of(context, ("meeting.notes", "mentor.role", "ask."))
    told = told_in(context)
    met = context.facts.case.meeting.date if context.facts.case.meeting else None
    near = tuple(day for day in (met, context.facts.today) if day)
    if planned and not any(tells_action(told, one.what, notes, one.by, near) for one in planned):
        yield Hit(f"None of your next actions is in it; say what you will do: “{one_line(planned[0].what)}”.")


def thanks_first(context: Context) -> Iterator[Hit]:
    """T5: thanks in the first sentence, to this one person; of the replies, in the one that thanks for a no."""
    if context.kind is Kind.REPLY and (context.brief is None or context.case.contact.purpose is not Purpose.THANK):
        return
    told = prose(context)
    if told and not any(phrases()["thanks"].find(told[0].text)):
        yield at("Begin with your thanks.", told[0])
    if context.spans and (match := _GROUP.search(context.spans[0].text)):
        yield at("Thank one person at a time; a letter to all thanks nobody.", context.spans[0], *match.span())
