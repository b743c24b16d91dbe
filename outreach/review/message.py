"""A message as one text: a first line ``Subject: …`` is the subject, the rest the body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.wording.patterns import regex

_SUBJECT = regex(r"\A\s*subject:[ \t]*([^\n]*?)[ \t]*(?:\n[ \t]*)*(?:\n|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Message:
    """Subject and body of a text, and where in it they stand."""

    text: str
    subject: str
    """Empty where the text has none."""
    body: str
    subject_start: int
    """Place in ``text``, in characters."""
    body_start: int

    def place(self, where: str, start: int) -> tuple[int, int]:
        """Line and column, each from 1, of a place in ``subject`` or ``body``."""
        at = start + (self.subject_start if where == "subject" else self.body_start)
        before = self.text[:at]
        return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def read_message(text: str) -> Message:
    """Subject and body of ``text``; lines end in ``\\n``."""
    match = _SUBJECT.match(text)
    if not match:
        return Message(text, "", text, 0, 0)
    return Message(text, match[1], text[match.end() :], match.start(1), match.end())
