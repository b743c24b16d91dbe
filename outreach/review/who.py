"""Who is who: mentor and mentee told as each other, and a third person left where "you" belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Finding
from outreach.review.context import Context, Span, fail
from outreach.wording.clean import folded
from outreach.wording.words import content

_MENTOR = ("mentor.background", "mentor.role", "mentor.organisation")
_MENTEE = ("mentee.", "meeting.progress", "meeting.previous_actions", "meeting.next_actions")
_NEUTRAL = (
    "ask.",
    "mentor.found_through",
    "mentor.introduced_by",
    "meeting.notes",
    "meeting.questions",
    "meeting.decision",
    "meeting.date",
    "meeting.private",
)

_CLAUSE = re.compile(
    r"\s*(?:[;:—–]|,(?=\s)|\bbecause\b|\band (?=(?:I|you|my|your)\b)|\bbut (?=(?:I|you|my|your)\b)|\bso that\b"
    r"|\bto tell you\b)\s*"
)
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|my|My|me|we|We|our|Our|mine)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|you['’](?:re|ve|ll|d))\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:she|he|her|his|him|hers|herself|himself)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)['‘][^'’]{3,}['’](?!\w)")

_FRAME = frozenset(
    [
        "write",
        "read",
        "ask",
        "tell",
        "learn",
        "goal",
        "line",
        "mak",
        "would",
        "could",
        "minut",
        "time",
        "call",
        "talk",
        "good",
    ]
)


def mixed_up(context: Context) -> Iterator[Finding]:
    """W1: what is the mentor's told as the mentee's, or the reverse."""
    for span in context.spans:
        speaker = ""
        text = _QUOTED.sub(lambda match: " " * len(match[0]), span.text)
        for clause in _CLAUSE.split(text):
            speaker = _subject(clause, bool(speaker)) or speaker
            stems = frozenset(content(clause)) - _FRAME
            if len(stems) < 2 or not speaker:
                continue
            mentor, mentee = context.coverage(stems, _MENTOR), context.coverage(stems, _MENTEE)
            neutral = context.coverage(stems, _NEUTRAL)
            if speaker == "I" and mentor >= 0.6 and mentor > max(mentee, neutral) and not _SECOND.search(clause):
                yield fail("W1", "This is the mentor's story, told as yours.", span)
                break
            if (
                speaker == "you"
                and mentee >= 0.6
                and mentee > max(mentor, neutral)
                and not _FIRST.search(clause)
                and not span.text.rstrip().endswith("?")
            ):
                yield fail("W1", "This is your own story, told as the mentor's.", span)
                break


def _subject(clause: str, inherits: bool) -> str:
    """Who a clause speaks of; a pronoun far behind its beginning is no subject where there is one to go on with."""
    if inherits:
        clause = " ".join(clause.split()[:3])
    first, second = _FIRST.search(clause), _SECOND.search(clause)
    if first and (not second or first.start() < second.start()):
        return "I"
    return "you" if second else ""


def third_person(context: Context) -> Iterator[Finding]:
    """W2: "she", "his", the mentor's name, where the mentor is "you"; somebody else's pronoun needs a fact."""
    own = [source for source in context.sources if source.id.startswith((*_MENTEE, *_NEUTRAL))]
    for span in context.spans:
        text = _QUOTED.sub(lambda match: " " * len(match[0]), span.text)
        match = _THIRD.search(text)
        if match and not any(
            match[0].casefold() in source.tokens and len(span.stems & source.stems) >= 0.5 * len(span.stems)
            for source in own
        ):
            yield fail("W2", f"“{match[0]}”: the mentor reads this; write “you” or the name.", span, match)
    yield from _named(context)


def _named(context: Context) -> Iterator[Finding]:
    name = context.brief.case.mentor.name
    own = " ".join(folded(source.text) for source in context.sources if source.id.startswith((*_MENTEE, *_NEUTRAL)))
    for span in context.spans[1:]:
        match = re.search(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", span.text)
        if match and not _is_title(context, span) and folded(name) not in own:
            yield fail("W2", f"“{match[0]}”: the mentor reads this; write “you”.", span, match)


def _is_title(context: Context, span: Span) -> bool:
    line_start = context.body.rfind("\n", 0, span.start) + 1
    return context.body[line_start : line_start + 1] == "#"
