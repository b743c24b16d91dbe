"""A message as one text: a first line ``Subject: …`` is the subject, the rest the body."""

from __future__ import annotations

import re

_SUBJECT = re.compile(r"\A\s*subject:[ \t]*([^\n]*)(?:\n[ \t]*)*(?:\n|\Z)", re.IGNORECASE)


def split(text: str) -> tuple[str, str, int]:
    """Subject (empty without one), body, and the place in ``text`` where the body begins."""
    match = _SUBJECT.match(text)
    if not match:
        return "", text, 0
    return match[1].strip(), text[match.end() :], match.end()
