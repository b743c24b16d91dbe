"""Form: names, placeholders, leftovers of a prompt, length, and what agenda and thank-you must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.case import Owner
from outreach.domain.draft import Finding, Kind, Level
from outreach.review.context import Context, fail
from outreach.wording.clean import one_line, plain
from outreach.wording.words import content, words

MOST_WORDS = {Kind.FIRST_CONTACT: 150, Kind.THANK_YOU: 150, Kind.AGENDA: 300}
"""Hard limits of an e-mail by kind, in words of the body: writing-rule table of channels."""
LEAST_WORDS = 25
GOOD_WORDS = {Kind.FIRST_CONTACT: 125, Kind.THANK_YOU: 120, Kind.AGENDA: 250}

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


def names_right(context: Context) -> Iterator[Finding]:
    """R16: the greeting names the mentor as stored, the last line is the mentee's name."""
    lines = [line.strip() for line in context.body.strip().split("\n") if line.strip()]
    name, signature = one_line(context.brief.case.mentor.greeting_name), one_line(context.brief.case.mentee.signature)
    first = lines[0] if lines else ""
    if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)\s*[,.:!–—-]?$", first):
        yield Finding(
            "R16",
            Level.FAIL,
            f"The greeting must name {name}.",
            start=0,
            end=context.body.find("\n") if "\n" in context.body else len(context.body),
        )
    if not lines or (
        signature not in {lines[-1], lines[-1].rstrip(".,")} and lines[-1] != one_line(context.brief.case.mentee.name)
    ):
        yield Finding("R16", Level.FAIL, f"The last line must be your name, {signature}.")


def address_doubtful(context: Context) -> Iterator[Finding]:
    """R16: a title with the last word of a name that has a particle before it is often the wrong half of the name."""
    mentor = context.brief.case.mentor
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
        yield Finding("R16", Level.WARN, f"Is “{mentor.greeting_name}” right? “address” sets another.", start=0, end=0)


def subject_there(context: Context) -> Iterator[Finding]:
    """An e-mail has a subject."""
    if not context.subject.strip():
        yield Finding("S1", Level.FAIL, "An e-mail needs a subject.", "subject")


def placeholders(context: Context) -> Iterator[Finding]:
    """R17: nothing is left to fill in; the mentee's own question may hold brackets."""
    own = " ".join(context.brief.meeting.questions)
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _PLACEHOLDER.finditer(text):
            if match[0] not in own:
                yield Finding("R17", Level.FAIL, f"“{match[0]}” is a placeholder.", where, match.start(), match.end())


def leftovers(context: Context) -> Iterator[Finding]:
    """R19: words to or from a model that do not belong into a message."""
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _LEFTOVER.finditer(text):
            yield Finding(
                "R19", Level.FAIL, f"“{match[0].strip()}” is not part of a message.", where, match.start(), match.end()
            )


def length(context: Context) -> Iterator[Finding]:
    """The hard limit of the channel, and the length that is read to its end."""
    count, kind = len(context.body.split()), context.brief.kind
    if count > MOST_WORDS[kind]:
        yield Finding("L1", Level.FAIL, f"{count} words; {MOST_WORDS[kind]} is the most.")
    elif count > GOOD_WORDS[kind]:
        yield Finding("L1", Level.WARN, f"{count} words; up to {GOOD_WORDS[kind]} are read to the end.")
    elif count < LEAST_WORDS:
        yield Finding("L1", Level.WARN, f"{count} words; that is very short.")


def agenda(context: Context) -> Iterator[Finding]:
    """G4, G5: times sum up, the total stands in the header, the mentee's questions stand word for word."""
    if context.brief.kind is not Kind.AGENDA:
        return
    meeting = context.brief.meeting
    total = sum(int(minutes) for minutes in re.findall(r"\((\d+) min\)", context.body))
    if total != meeting.minutes:
        yield Finding("G4", Level.FAIL, f"The parts sum to {total} minutes; the meeting has {meeting.minutes}.")
    header = next((line for line in context.body.split("\n") if line.startswith("# ")), "")
    if not re.search(rf"\b{meeting.minutes} min", header):
        yield Finding("G4", Level.FAIL, f"The header must state the {meeting.minutes} minutes.")
    for question in meeting.questions:
        if plain(question).strip() not in context.body:
            yield Finding("G5", Level.FAIL, f"Your question must stand word for word: “{plain(question).strip()}”.")


def thank_you(context: Context) -> Iterator[Finding]:
    """T2, T3: something of the notes, and a planned action where there is one."""
    if context.brief.kind is not Kind.THANK_YOU:
        return
    notes = [source for source in context.sources if source.field == "meeting.notes" and len(source.stems) >= 2]
    if notes and not any(_tells(context, source.stems) for source in notes):
        yield fail("T2", "Nothing of your notes is in it; name one thing that was said.")
    actions = [
        action for action in context.brief.meeting.next_actions if action.owner is Owner.MENTEE and not action.done
    ]
    if actions and not any(_tells(context, frozenset(content(action.what))) for action in actions):
        yield fail("T3", "None of your next actions is in it; say what you will do.")


def _tells(context: Context, stems: frozenset[str]) -> bool:
    need = max(min(2, len(stems)), round(0.4 * len(stems)))
    return any(len(stems & span.stems) >= need for span in context.spans)


def shouting(context: Context) -> Iterator[Finding]:
    """R23: exclamation marks and cries."""
    count = context.body.count("!")
    if count > 1:
        yield Finding("R23", Level.WARN, f"{count} exclamation marks; one is enough.")


def long_sentences(context: Context) -> Iterator[Finding]:
    """R2: a sentence of more than 40 words is hard to read."""
    for span in context.spans:
        if len(words(span.text)) > 40:
            yield Finding("R2", Level.WARN, "A long sentence; cut it in two.", start=span.start, end=span.end)
