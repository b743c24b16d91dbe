"""Form: the right names, nothing left to fill in, nothing left of a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Channel, Kind, Level
from outreach.review.context import Context
from outreach.review.grounding.letter import below_signature, greeting, lines_of, looks_signed, signature
from outreach.review.rule import Hit
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.words import content

_SLOT = (
    r"(?:full |first |last |sur|family |company |business |job |mentor(?:['’]s)? |mentee(?:['’]s)? "
    r"|recipient(?:['’]s)? |publication |school |university |event |project |product |contact )"
)
_PLACEHOLDER = regex(
    r"(?P<square>\[[^\]\n]*\](?P<link>\()?)|\{\{?[^}\n]*\}\}?|<{1,2}[A-Za-z][^<>\n]*>{1,2}|%[A-Z_]{3,}%"
    rf"|\$\{{?[A-Z_]{{3,}}\}}?|\b(?:your|my) (?:{_SLOT}name|name|{_SLOT}title)(?= here|\]|\)|[ \t]*,?[ \t]*$)"
    rf"|\b{_SLOT}name(?= here|\]|\)|[ \t]*,?$)"
    r"|\bname here\b|\b(?:insert|add|enter|fill in)\b[^.?!\n]{0,30}\bhere\b|\blorem ipsum\b|_{3,}"
    r"|\((?:insert|add|fill in|your|name|first name|full name|company|topic|date|time|role|position|school|city)"
    r"(?: (?:name|title|topic|company|date|time|role|position|here|your \w+))*\)"
    r"|(?-i:\b(?:X{3,}|TB[DCA]|TODO|FIXME|XYZ|[A-Z]{3,}_[A-Z_]{2,}|YYYY|DD/MM|MM/DD)\b)|\bxx+/xx+\b|\?{3,}(?=\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_NO_PLACEHOLDER = regex(
    r"\[(?:\d{1,3}|[a-z]|\s|x|✓|sic|…|\.\.\.|\w+ed|their|his|her|the|my|our|its|a|an|I|we|it|they|he|she)\]|<https?:[^>]*>"
    r"|<[^<>\s]+@[^<>\s]+>",
    re.IGNORECASE,
)
_TEXT = r"(?:e-?mail|draft|message|sentence|version|text|note|letter|rewrite|response|reply|agenda|thank-you)"
_LEFTOVER = regex(
    r"<\|[^|\n]*\|>|</?s>|\[/?INST\]|^```\w*|\bas an? (?:\w+ )?(?:ai|assistant|language model|llm)\b(?!\s+(?:to|manager"
    r"|engineer|researcher|lead|for|in|at|of))"
    r"|\bI (?:cannot|can['’]t|am unable to) (?:fulfil|assist with|help with that|comply)"
    r"|^#+ (?:response|instructions?|answer|output|input|prompt|task|system|user|assistant)\b"
    rf"|^(?:(?:certainly|sure|of course|absolutely)\b[!,.]?\s*)?(?:here(?:['’]s| is| are)|below is|this is) (?:the|a|an"
    rf"|your|one|my)\b[^.\n?]{{0,60}}\b{_TEXT}\b[^.\n?]{{0,60}}:[ \t]*$"
    rf"|^[^\w\n]*(?:certainly|sure|of course|absolutely)\b(?:!|[,.]?\s*(?:here|below|I['’](?:d|ll) be"
    rf" (?:happy|glad))\b)[^\n]*"
    rf"|^[^\w\n]*here(?:['’]s| is) (?:the|a|an|your|one|my)\b(?: [\w-]+){{0,2}} {_TEXT}"
    rf"(?: (?:of|for) (?:the|your|this) {_TEXT})?[.!:]?[ \t]*$"
    r"|^[^\w\n]*\**(?:subject|body|output|response|prompt|user|assistant|system|instructions?|draft"
    r"|final (?:draft|version)|hook|option \d|version \d|word count|tone)\**[ \t]*(?:\(\d[^)\n]*\))?[ \t]*:"
    rf"|^[^\w\n]*note:? (?:this|the) {_TEXT} (?:is|was|uses|does|has)|^[^\w\n]*\(?\d{{2,3}} words\)?[^\w\n]*$"
    rf"|\b(?:feel free to|you (?:can|may)) (?:adjust|edit|customi[sz]e|tweak|modify|personali[sz]e|adapt)"
    rf" (?:this|the|it|any)\b"
    rf"|\blet me know if you(?:['’]d like| would like| want| need) (?:me to"
    rf" (?:revise|rewrite|shorten|adjust|change|expand|make)|any changes|any adjustments"
    rf"|a (?:shorter|longer|different))\b"
    rf"|\bwould you like me to (?:revise|rewrite|shorten|adjust|make (?:it|this))\b"
    rf"|\bI hope this (?:draft|version|rewrite) (?:helps|works|meets)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = regex(
    r"^[^\w\n]*(?:fact|mentor|mentee|goal|found|answer|example|hook|note(?=: (?!I\b|we\b|my\b|the\b)))\s*:",
    re.IGNORECASE | re.MULTILINE,
)


def names_right(context: Context) -> Iterator[Hit]:
    """R16: the greeting names the mentor as stored, the text ends with the mentee's name."""
    yield from _greeting_right(context)
    yield from _signature_right(context)


def _signed(context: Context) -> str:
    """How the mentor signed their last answer, where that is a part of their name: one may greet them so."""
    last = one_line(context.case.contact.answer.strip().rpartition("\n")[2]).strip(" ,.–—-")
    return last if last and last in one_line(context.case.mentor.name).split() else ""


def _greeting_right(context: Context) -> Iterator[Hit]:
    mentor = context.case.mentor
    name = one_line(mentor.greeting_name)
    found = greeting(context.body, mentor)
    if found is None:
        end = context.body.find("\n") if "\n" in context.body else len(context.body)
        yield Hit(f"The greeting must name {name}.", 0, end)
    elif not found.right:
        # A greeting without any name ("Hello,") gets one behind its last word.
        given = context.body[found.name_start : found.name_end]
        if given and given == _signed(context):
            return
        if given:
            problem = f"The greeting must name {name}, not “{given}”."
            yield Hit(problem, found.name_start, found.name_end, fix=name)
        else:
            text = context.body[found.start : found.name_end]
            yield Hit(f"The greeting must name {name}.", found.start, found.name_end, fix=f"{text} {name}")
    elif not found.spelled:
        given = context.body[found.name_start : found.name_end]
        problem = f"“{given}” is written “{name}” in your facts."
        fix = name if len(given.split()) == len(name.split()) else None
        yield Hit(problem, found.name_start, found.name_end, fix=fix)


def _signature_right(context: Context) -> Iterator[Hit]:
    mentee, body = context.case.mentee, context.body
    name = one_line(mentee.signature)
    if signature(body, mentee):
        facts = [source for source in context.sources.usable if source.field.startswith("mentee.")]
        known = frozenset().union(*(source.stems for source in facts))
        for line in below_signature(body, mentee):
            stems = set(content(line.text))
            if len(stems) > 1 and len(stems & known) < 0.5 * len(stems) and "@" not in line.text:
                problem = "This line below your name is in none of your facts."
                yield Hit(problem, line.start, line.start + len(line.text))
        return
    lines = lines_of(body)
    last = lines[-1] if lines else None
    if last and len(lines) > 1 and looks_signed(last.text):
        start = last.start + len(last.text) - len(last.text.lstrip("–—- "))
        yield Hit(f"The last line must be your name, {name}.", start, last.start + len(last.text), fix=name)
    elif context.channel is Channel.LINKEDIN_NOTE:
        ends = re.search(r"[–—-]\s*([^\W\d_]+)\.?\s*$", body)
        if ends and ends[1][0].isupper():
            yield Hit(f"A note is signed with your name, {name}.", ends.start(1), ends.end(1), fix=name)
    else:
        line_end = "" if not body or body.endswith("\n") else "\n"
        gap = "" if last and last.text.endswith((",", "–", "—")) else "\n"
        fix = f"{line_end}{gap if body.strip() else ''}{name}"
        yield Hit(f"The last line must be your name, {name}.", len(body), len(body), fix=fix)


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
    """R17: nothing is left to fill in; the mentee's own question or a fact may hold brackets."""
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _PLACEHOLDER.finditer(text):
            if match["link"] or _NO_PLACEHOLDER.fullmatch(match[0]) or _stands_in_a_fact(context, match[0]):
                continue
            yield Hit(f"“{match[0]}” is still to be filled in.", match.start(), match.end(), where)


def _stands_in_a_fact(context: Context, text: str) -> bool:
    if context.brief is None:
        return False
    questions = " ".join(context.brief.meeting.questions)
    return text in questions or any(text in source.text for source in context.sources.usable)


def leftovers(context: Context) -> Iterator[Hit]:
    """R19: words to or from a model that do not belong into a message."""
    for where, text in (("subject", context.subject), ("body", context.body)):
        for match in _LEFTOVER.finditer(text):
            yield _left(match, where)
    if context.kind not in {Kind.AGENDA, Kind.AGREEMENT}:
        for match in _LABEL.finditer(context.body):
            yield _left(match, "body")


def _left(match: re.Match[str], where: str) -> Hit:
    return Hit(f"“{one_line(match[0])}” is not part of a message: delete it.", match.start(), match.end(), where)
