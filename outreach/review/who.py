"""Who is who: mentor and mentee told as each other, and a third person left where "you" belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Source
from outreach.domain.case import Owner
from outreach.domain.draft import Kind
from outreach.review.context import Context, Span, common_words
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.lexicon import PERSON_NOUNS
from outreach.wording.swapping import name_pattern
from outreach.wording.words import content, words

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

_FRONTED = re.compile(r"\W*(?:as|after|before|having|since|with|in|at|for|from|during|being)\b", re.IGNORECASE)
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


def mixed_up(context: Context) -> Iterator[Hit]:
    """W1: what is the mentor's told as the mentee's, or the reverse."""
    meeting = context.facts.meeting
    named = (("meeting.previous_actions", meeting.previous_actions), ("meeting.next_actions", meeting.next_actions))
    theirs = frozenset(
        f"{path}:{n}" for path, actions in named for n, action in enumerate(actions, 1) if action.owner is Owner.MENTOR
    )
    roles = frozenset[str]().union(
        *(source.stems for source in context.sources.usable if source.field in {"mentor.role", "mentor.organisation"})
    )
    for span in context.spans:
        speaker = ""
        text = _QUOTED.sub(lambda match: " " * len(match[0]), span.text)
        for clause in _clauses(text):
            subject = _subject(clause, bool(speaker))
            stems = frozenset(content(clause)) - _FRAME
            if len(stems) < 2:
                # "I'm writing because …" does not make the mentee the subject of what follows.
                continue
            speaker = subject or speaker
            position = len(stems & roles) / len(stems)
            mentor, mentee = context.sources.coverage(stems, _MENTOR), context.sources.coverage(stems, _MENTEE, theirs)
            neutral = context.sources.coverage(stems, _NEUTRAL)
            mentor = max(mentor, position)
            if speaker == "I" and mentor >= 0.6 and mentor > max(mentee, neutral) and not _SECOND.search(clause):
                yield at("This is the mentor's story, told as yours.", span)
                break
            told_as_yours = speaker == "you" and mentee >= 0.6 and mentee > max(mentor, neutral)
            if told_as_yours and not _FIRST.search(clause) and not _is_theirs(context, span, stems):
                yield at("This is your own story, told as the mentor's.", span)
                break


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence; a phrase in front ("As a night nurse for eleven years, …") belongs to what follows."""
    found: list[str] = []
    for clause in _CLAUSE.split(text):
        if found and _FRONTED.match(found[-1]) and not _subject(found[-1], inherits=False):
            found[-1] = f"{clause} {found[-1]}"
        else:
            found.append(clause)
    return found


def _is_theirs(context: Context, span: Span, stems: frozenset[str]) -> bool:
    """A question to the mentor, or a line in which the mentee wrote of the mentor."""
    if span.text.rstrip().endswith("?"):
        return True
    name = {folded(word) for word in words(context.case.mentor.name)}
    return any(
        len(stems & source.stems) >= 0.6 * len(stems)
        and source.tokens & ({"you", "your", "she", "he", "they", "her", "his", "him", "their", "them"} | name)
        for source in context.sources.usable
        if source.id.startswith(_MENTEE)
    )


def _subject(clause: str, inherits: bool) -> str:
    """Who a clause speaks of; a pronoun far behind its beginning is no subject where there is one to go on with."""
    if inherits:
        clause = " ".join(clause.split()[:3])
    first, second = _FIRST.search(clause), _SECOND.search(clause)
    if first and (not second or first.start() < second.start()):
        return "I"
    return "you" if second else ""


def third_person(context: Context) -> Iterator[Hit]:
    """W2: "she", "his", the mentor's name, for the mentor; somebody else's pronoun needs a fact that names them."""
    own = [
        source
        for source in context.sources.usable
        if source.id.startswith((*_MENTEE, *_NEUTRAL)) and _names_other(context, source)
    ]
    for span in context.spans:
        match = _THIRD.search(_unquoted(context, span))
        if match and not any(
            match[0].casefold() in source.tokens and len(span.stems & source.stems) >= 0.5 * len(span.stems)
            for source in own
        ):
            yield at(f"“{match[0]}”: the mentor reads this; write “you” or the name.", span, match.start(), match.end())
    yield from _named(context)


def _unquoted(context: Context, span: Span) -> str:
    """A span without quotations; the mentee's own notes are read by the mentor, quoted or not."""
    if context.kind is Kind.THANK_YOU:
        return span.text
    return _QUOTED.sub(lambda match: " " * len(match[0]), span.text)


def _names_other(context: Context, source: Source) -> bool:
    """Whether a fact speaks of somebody besides the mentor: a name behind its first word, or what somebody is."""
    mentor = {folded(word) for word in words(f"{context.case.mentor.title} {context.case.mentor.name}")}
    found = words(source.text)
    named = any(word[:1].isupper() and not word.isupper() and folded(word) not in mentor for word in found[1:])
    return named or bool(
        {folded(word) for word in found} & (PERSON_NOUNS | {"boss", "colleague", "friend", "patient", "people"})
    )


def _named(context: Context) -> Iterator[Hit]:
    """The mentor's name behind the greeting, in any form; the mentee's own questions stay word for word."""
    mentor, mentee = context.case.mentor, context.case.mentee
    others = f"{mentee.name} {mentor.introduced_by} {mentor.organisation} {mentee.organisation} {mentee.role}"
    pattern = re.compile(name_pattern(mentor))
    asked = [source for source in context.sources.usable if source.field == "meeting.questions"]
    for span in context.spans[1:]:
        if re.match(rf"\W*{pattern.pattern},", span.text) or re.search(rf",\s+{pattern.pattern}\W*$", span.text):
            # "Dr Zielińska, thank you": spoken to, not spoken of.
            continue
        match = pattern.search(_unquoted(context, span))
        if not match or _is_title(context, span) or any(span.text in source.text for source in asked):
            continue
        if folded(match[0]) in common_words() or re.search(rf"(?<!\w){re.escape(match[0])}(?!\w)", others):
            continue
        yield at(f"“{match[0]}”: the mentor reads this; write “you”.", span, match.start(), match.end())


def _is_title(context: Context, span: Span) -> bool:
    line_start = context.body.rfind("\n", 0, span.start) + 1
    return context.body[line_start : line_start + 1] == "#"
