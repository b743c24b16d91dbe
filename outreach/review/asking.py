"""How the request is put: as a question, with its time, an easy way out, and times offered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Level
from outreach.review.asked import Act, Asked, Force, requests_of, without_quotations
from outreach.review.context import Context, Span
from outreach.review.data import limits
from outreach.review.rule import Hit, at
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind, parsed

_DAY_LONG = 8 * 60


def question_marks(context: Context) -> Iterator[Hit]:
    """R4: one question mark, or two; none and more than three cost answers."""
    places = [
        (span, match.start())
        for span in context.spans
        for match in re.finditer(r"\?+(?=[\s)*_’'”\"]|$)", without_quotations(span.text))
    ]
    most = limits().whole("request", "question_marks")
    if not places:
        yield Hit("There is no question mark; put what you ask as a question.")
    elif len(places) > most:
        span, start = places[most]
        yield at(f"{len(places)} questions are many; keep one or two.", span, start, start + 1)


_TAKES = regex(
    r"\b(?:takes?|would be|will be|be enough|plenty|at (?:the )?most|no more than|not more than|need|enough"
    r"|suffice|no longer than|call|talk|phone|session)\b",
    re.IGNORECASE,
)


def minutes_in(text: str) -> Iterator[tuple[float, int, int]]:
    """Lengths of time in ``text`` of up to a day, in minutes, with their places."""
    for found in parsed(text):
        if found.kind is Kind.DURATION and 0 < found.value < _DAY_LONG:
            yield found.value, found.start, found.end


def time_asked(context: Context) -> Iterator[Hit]:
    """R5: how long it takes is said, and is short: at most 30 minutes."""
    asked = [one for one in requests_of(context) if one.force is not Force.ALTERNATIVE]
    if not asked:
        return
    most = limits().whole("request", "minutes")
    lengths = [(one, *length) for one in asked for length in minutes_in(one.span.text) if length[1] >= one.start]
    for one, minutes, start, end in lengths:
        if minutes > most and not _in_facts(context, minutes):
            yield at(f"{minutes:g} minutes are much to ask; ask for {most} at the most.", one.span, start, end)
            return
    if lengths or any(_says_how_long(span) for span in context.spans):
        return
    timed = [one for one in asked if one.act is Act.TIME or one.timed]
    if timed:
        yield at(f"Say how long it takes, 10 to {most} minutes.", timed[0].span, timed[0].start, timed[0].end)
    else:
        yield Hit("You could say how little time an answer takes.", level=Level.INFO)


def _says_how_long(span: Span) -> bool:
    return bool(_TAKES.search(span.text)) and any(True for _ in minutes_in(span.text))


def _in_facts(context: Context, minutes: float) -> bool:
    """Whether the mentee's own entry for the request says as much."""
    asked = (source for source in context.sources.usable if source.field in {"ask.minutes", "ask.about"})
    return any(minutes == said for source in asked for said, _, _ in minutes_in(source.text))


_WAY_OUT = regex(
    r"\b(?:if (?:not|no\b|so\b)|(?:if|should) (?:that|this|it|now|the|a|you|time)\b[^.?!]{0,60}?(?:\bnot\b"
    r"|n['’]t\b|\btoo\b|\brather\b|prefer|easier|better"
    r"|busy|no time|difficult|\bbad\b|wrong|inconvenient|full|found|first|for you)|(?:no|not a) (?:hard feelings"
    r"|problem|worries|harm|pressure|obligation"
    r"|hurry|rush|need)|(?:say|plain|short|simple|honest|quick|a|be a|is a|with a|so (?:is|does|would"
    r"|will)(?: an?)?(?: \w+)?) no\b|no is\b|no(?: \w+){0,3} (?:is|would be) (?:\w+ )?(?:fine|ok|answer|all right"
    r"|welcome)"
    r"|(?:quite|fully|perfectly|completely|of course|will|would|['’]d|['’]ll) understand|(?:please|do|just"
    r"|simply) (?:just )?(?:say|ignore|feel free)|never mind|whatever you (?:decide|can)"
    r"|(?:lines?|reply|answer|note|words?|sentence|e-?mail|list|message|writing"
    r"|written \w+)\b[^.?!]{0,50}(?:welcome|instead|just as|as well|help|fine|do\b|good|plenty|happy|lovely|suit"
    r"|enough|great)"
    r"|or (?:a|an|one|two|just|by|in|if|would|could|may|should)\b[^.?!]{0,50}(?:lines?|reply|answer|note|words?"
    r"|e-?mail|mail|message|writing|write|rather)|(?:by|via) e-?mail (?:instead|if|works|is fine|too)"
    r"|in writing|instead|leave it|silence is|either way|no answer|without (?:reply|answer)|only if"
    r"|at your leisure|whenever you|back and forth|it can wait|don['’]t (?:worry|feel)|do not (?:worry|feel|give))",
    re.IGNORECASE,
)


def way_out(context: Context) -> Iterator[Hit]:
    """R6: an easy way out, or an easier way to answer."""
    if requests_of(context) and not any(_WAY_OUT.search(span.text) for span in context.spans):
        yield Hit("Give an easy way out, such as “a short reply by email is just as welcome”.")


_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_OFFERED = regex(
    rf"\b(?:{_DAYS}s|(?:any|every|some|weekday|week) ?(?:{_DAYS}|day|time|morning|evening|afternoon|week"
    rf"|weekend)s?|mornings|afternoons|evenings|weekdays|weekends|lunchtimes?"
    r"|when(?:ever)?|your (?:schedule|convenience|calendar|diary|day|week)|suits? you(?! better)"
    r"|works? (?:best )?for you|good for you|easiest for you|convenient|a time|your time zone"
    r"|at your|(?:any|what(?:ever)?|which) (?:time|day|date)s?|next (?:week|month|few weeks)|coming weeks"
    r"|fit in with|around your|work around|flexible)\b",
    re.IGNORECASE,
)
_DAY = regex(
    rf"\b{_DAYS}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august"
    rf"|september|october|november|december)\b",
    re.IGNORECASE,
)


def times_offered(context: Context) -> Iterator[Hit]:
    """R7: two times to choose from, or theirs; only where a talk is asked for."""
    timed = [one for one in requests_of(context) if one.timed or one.act is Act.TIME]
    if not timed or any(_OFFERED.search(span.text) for span in context.spans):
        return
    if sum(len(_DAY.findall(span.text)) for span in context.spans) < limits().whole("request", "times"):
        yield Hit("Offer two times, or say that you fit in with theirs.")


_INTEREST = regex(
    r"\b(?:open to|willing|interest(?:ed)?|happy to|be up for|could I ask|may I ask|might I ask"
    r"|would it be (?:possible|all right|ok)|would you mind"
    r"|would you consider|of use|be possible|be glad|be grateful|appreciate|wonder|if you)\b",
    re.IGNORECASE,
)


def interest_first(context: Context) -> Iterator[Hit]:
    """R26: whether there is interest, before when."""
    asked = [one for one in requests_of(context) if one.force is Force.PLAIN]
    if asked and _meets(asked[0]) and not _INTEREST.search(asked[0].span.text):
        message = "You could ask first whether they would be open to it, and when only after that."
        yield at(message, asked[0].span, asked[0].start, asked[0].end)


def _meets(one: Asked) -> bool:
    return one.act is Act.TIME or (one.timed and one.act is Act.VISIT)
