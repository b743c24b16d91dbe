"""The plain alternative: one good prompt with all of a case, and what the model makes of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.briefing.dates import long_date
from outreach.domain.case import Action, Owner
from outreach.domain.draft import Kind
from outreach.engine.protocol import Engine, Sampling, Turn

MOST_TOKENS = 420
"""Enough for an agenda of a page."""
_TEMPERATURE = 0.6

_SYSTEM = (
    "You help people write to someone more experienced. Write the message that you are asked for, ready to be sent, "
    "in plain, warm, short English, from the writer to the reader. Use only what is given. Invent nothing. "
    "Begin with a line “Subject: …”, then the message, then stop."
)
_WANTED = {
    Kind.FIRST_CONTACT: (
        "Write a first e-mail of 50 to 100 words: how the writer found the reader, one thing in the reader's life that "
        "made them write, who they are, their goal, and one small request, with the minutes and an easy way out."
    ),
    Kind.AGENDA: (
        "Write the agenda of their next meeting as an e-mail in Markdown: last actions with done or open, progress, "
        "the writer's questions word for word and up to three more, one decision, the next step. "
        "Each part ends in its minutes, “(5 min)”, and the minutes sum to the length of the meeting."
    ),
    Kind.THANK_YOU: (
        "Write a thank-you e-mail of 40 to 120 words after the meeting: thank the reader, name one thing that was "
        "said, say what the writer will do and by when. Ask for nothing new."
    ),
}


@dataclass(frozen=True)
class RawDraft:
    """What came of it."""

    subject: str
    body: str
    seconds: float
    new_tokens: int


def raw_draft(engine: Engine, brief: Brief, seed: int) -> RawDraft:
    """One message of the brief's kind by one prompt.

    Raises:
        EngineFailed: the prompt does not fit, or the engine broke.
    """
    began = time.monotonic()
    turns = [Turn("system", _SYSTEM), Turn("user", f"{given(brief)}\n\n{_WANTED[brief.kind]}")]
    sampling = Sampling(seed, max_tokens=MOST_TOKENS, temperature=_TEMPERATURE, stop=())
    pieces = list(engine.stream(turns, sampling))
    text = "".join(piece.text for piece in pieces).strip()
    found = re.match(r"(?:\**Subject:?\**:?)[ \t]*(?P<subject>[^\n]*)\n+", text)
    subject = found["subject"].strip("* ") if found else ""
    body = text[found.end() :] if found else text
    return RawDraft(subject, body.strip(), time.monotonic() - began, pieces[-1].new_tokens)


def given(brief: Brief) -> str:
    """All that the case says and the kind may read, as lines with names; private and doubtful lines left out."""
    mentee, mentor, ask, meeting = brief.case.mentee, brief.case.mentor, brief.case.ask, brief.meeting
    background = " ".join(fact.text for fact in brief.of("mentor.background"))
    lines = [
        ("Writer", mentee.name),
        ("Writer's role", f"{mentee.role}, {mentee.organisation}".strip(", ")),
        ("Writer's background", " ".join(mentee.background.split())),
        ("Writer's goal", brief.goal_text),
        ("Writer can offer", "; ".join(mentee.can_offer)),
        ("Writer is free", "; ".join(mentee.availability)),
        ("Reader", f"{mentor.title} {mentor.name}".strip()),
        ("Reader's role", f"{mentor.role}, {mentor.organisation}".strip(", ")),
        ("About the reader", background),
        ("How the writer found the reader", mentor.found_through),
        ("Introduced by", mentor.introduced_by),
        ("They are", mentor.relationship.value),
        ("What the writer asks about", ask.about),
        ("Minutes asked for", str(ask.minutes or "")),
    ]
    if brief.kind is not Kind.FIRST_CONTACT:
        lines += [
            ("Meeting", long_date(meeting.date) if meeting.date else ""),
            ("Minutes", str(meeting.minutes or "")),
            ("Where", meeting.mode),
        ]
    if brief.kind is Kind.AGENDA:
        lines += [
            ("Last actions", "; ".join(_action(action) for action in meeting.previous_actions)),
            ("Progress", "; ".join(meeting.progress)),
            ("Writer's questions", "; ".join(meeting.questions)),
            ("To decide", meeting.decision),
        ]
    if brief.kind is Kind.THANK_YOU:
        lines += [
            ("Notes of the meeting", "; ".join(fact.text for fact in brief.of("meeting.notes"))),
            ("Next actions", "; ".join(_action(action) for action in meeting.next_actions)),
            ("Next meeting", long_date(meeting.next_meeting) if meeting.next_meeting else ""),
        ]
    return "\n".join(f"{name}: {text}" for name, text in lines if text.strip())


def _action(action: Action) -> str:
    who = "reader" if action.owner is Owner.MENTOR else "writer"
    by = f", by {long_date(action.by)}" if action.by else ""
    return f"{action.what} ({who}, {'done' if action.done else 'open'}{by})"
