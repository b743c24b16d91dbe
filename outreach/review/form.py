"""Form: the right names, nothing left to fill in, nothing left of a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Level
from outreach.review.context import Context
from outreach.review.rule import Hit
from outreach.wording.clean import one_line

_PLACEHOLDER = re.compile(
    r"\[[^\]\n]*\]|\{\{?[^}\n]*\}\}?|<[A-Za-z][^<>\n]*>|\bX{3,}\b|\bTB[DC]\b|\b(?:your|my|mentor|mentee"
    r"|recipient|first|last|company) name\b(?= here|\]|,?$)|\bname here\b|\binsert\b.{0,20}\bhere\b"
    r"|\blorem ipsum\b|_{3,}",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(
    r"<\|[^|]*\|>|</?s>|\bas an (?:ai|assistant|language model)\b|^#+ (?:response|instruction|answer|output)\b"
    r"|\b(?:here(?:['’]s| is| are)|I hope) (?:the|a|an|your|this) (?:\w+ )?(?:e-?mail|draft|message|sentence"
    r"|version|text"
    r"|hook|note|letter|rewrite)\b|^\s*(?:certainly|sure|of course|absolutely)[!,.]"
    r"|^\s*(?:subject|note|fact|mentor|mentee|goal|found|user|assistant|system|instructions?|answer|output"
    r"|hook|example)"
    r"\s*:",
    re.IGNORECASE | re.MULTILINE,
)


def names_right(context: Context) -> Iterator[Hit]:
    """R16: the greeting names the mentor as stored, the last line is the mentee's name."""
    lines = [line.strip() for line in context.body.strip().split("\n") if line.strip()]
    name, signature = one_line(context.case.mentor.greeting_name), one_line(context.case.mentee.signature)
    first = lines[0] if lines else ""
    if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)\s*[,.:!–—-]?$", first):
        end = context.body.find("\n") if "\n" in context.body else len(context.body)
        yield Hit(f"The greeting must name {name}.", 0, end)
    if not lines or (
        signature not in {lines[-1], lines[-1].rstrip(".,")} and lines[-1] != one_line(context.case.mentee.name)
    ):
        yield Hit(f"The last line must be your name, {signature}.")


def address_doubtful(context: Context) -> Iterator[Hit]:
    """R16: a title with the last word of a name that has a particle before it is often the wrong half of the name."""
    mentor = context.case.mentor
    parts = mentor.name.split()
    particle = len(parts) > 2 and (
        parts[-2].islower() or parts[-2] in {"Ní", "Nic", "Mac", "Mc", "Van", "Von", "De", "Al", "El", "Ó", "Ui"}
    )
    if (
        particle
        and not mentor.address
        and mentor.greeting_name != f"{mentor.title} {mentor.name}".strip()
        and mentor.title
    ):
        yield Hit(f"Is “{mentor.greeting_name}” right? “address” sets another.", 0, 0, level=Level.WARN)


def placeholders(context: Context) -> Iterator[Hit]:
    """R17: nothing is left to fill in; the mentee's own question may hold brackets."""
    own = " ".join(context.brief.meeting.questions) if context.brief else ""
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _PLACEHOLDER.finditer(text):
            if match[0] not in own:
                yield Hit(f"“{match[0]}” is a placeholder.", match.start(), match.end(), where)


def leftovers(context: Context) -> Iterator[Hit]:
    """R19: words to or from a model that do not belong into a message."""
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _LEFTOVER.finditer(text):
            yield Hit(f"“{match[0].strip()}” is not part of a message.", match.start(), match.end(), where)
