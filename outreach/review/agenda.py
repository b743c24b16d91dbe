"""The agenda of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.briefing.sources import Source
from outreach.domain.draft import Level
from outreach.domain.people import Relationship
from outreach.review.context import Context, Span, spans_of
from outreach.review.data import limits
from outreach.review.rule import Hit, at
from outreach.wording.clean import plain
from outreach.wording.patterns import regex
from outreach.wording.words import content, words

_TIME = regex(r"\((\d{1,4}) ?min(?:utes?)?\.?\)")
_HEADING = regex(r"^#{1,6} +(.*)$", re.MULTILINE)
_ASKS = regex(r"\bquestions?\b|\bask\b", re.IGNORECASE)
_READERS = regex(r"\byour questions\b|\bquestions (?:from|of) (?:you|yours)\b", re.IGNORECASE)
_NEXT = regex(
    r"\b(?:next|clos(?:e|ing)|wrap|follow|afterwards|goodbye|until|before (?:I|we) (?:go|leave|end)|who does what"
    r"|agree\w*"
    r"|jobs|tasks|steps|end|ending|to do|what (?:comes|happens))\b",
    re.IGNORECASE,
)
_DECIDES = regex(r"\b(?:deci\w+|choos\w+|choice|settle|agree on|pick)\b", re.IGNORECASE)
_ACTIONS = regex(
    r"\b(?:last|actions?|since|previous|looking back|agreed|said we|promised|did|done|homework|tasks from)\b",
    re.IGNORECASE,
)
_CHECK_IN = regex(
    r"\b(?:check-?in|how|news|arriv\w+|catch\w*|progress|hello|where (?:I|we|things)|since|update|warm-?up|both"
    r"|well)\b",
    re.IGNORECASE,
)
_LOOKS_UP = regex(
    r"^(?:and )?(?:when|where|who|how (?:many|much|long|old|often)|(?:in|since|until) (?:which|what) \w+|which year"
    r"|what year|what is the name)\b",
    re.IGNORECASE,
)
_MEETING = {"meeting.previous_actions", "meeting.progress", "meeting.decision", "meeting.questions"}
_TOLD = 0.34
"""So much of a fact must stand in a line that tells it."""
_HOURS = {
    15: "quarter of an hour",
    30: "half an hour",
    45: "three quarters of an hour",
    60: "hour",
    90: "hour and a half",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an agenda: its heading, and the lines under it."""

    heading: str
    lines: tuple[Span, ...]

    @property
    def questions(self) -> bool:
        """Whether it holds the mentee's questions."""
        if _READERS.search(self.heading):
            return False
        return bool(_ASKS.search(self.heading)) or sum("?" in line.text for line in self.lines) > 1


def _cut(context: Context) -> list[_Part]:
    headings = list(_HEADING.finditer(context.body))
    found = []
    for place, heading in enumerate(headings):
        end = headings[place + 1].start() if place + 1 < len(headings) else len(context.body)
        text = context.body[heading.end() : end]
        # The sign-off stands behind the last list.
        listed = list(re.finditer(r"^[ \t]*(?:[-*•]|\d{1,2}[.)])\s+\S.*$", text, re.MULTILINE))
        text = text[: listed[-1].end()] if listed else text
        lines = tuple(Span(span.text, span.start + heading.end()) for span in spans_of(text))
        found.append(_Part(heading[1], lines))
    return found


def parts(context: Context) -> Iterator[Hit]:
    """G3: last actions, progress, questions, decision, next step; those of which there is something to say."""
    found = _cut(context)
    headings = [part.heading for part in found[1:]]
    if not any(part.questions for part in found) and "?" not in context.body:
        yield Hit("No questions; an agenda lives on them.")
    last = " ".join(line.text for line in found[-1].lines) if found else ""
    if not any(_NEXT.search(text) for text in (*headings, last)):
        yield Hit("No next step; end with who does what, and when you speak again.")
    if context.brief is None:
        return
    told = _about(context, [line for part in found for line in part.lines])
    for name, path, heading in (
        ("what you promised last time", "meeting.previous_actions", _ACTIONS),
        ("what has happened since", "meeting.progress", _CHECK_IN),
        ("what is to be decided", "meeting.decision", _DECIDES),
    ):
        facts = [source for source in context.sources.of_fields((path,)) if source.stems]
        if facts and not any(heading.search(one) for one in headings) and not told & {fact.id for fact in facts}:
            yield Hit(f"Not in it: {name} ({facts[0].id}: “{facts[0].text}”).")


def _about(context: Context, lines: list[Span]) -> set[str]:
    """Ids of the facts of the meeting that the lines tell; each line tells the one that it is nearest to."""
    found = set()
    for line in lines:
        shared = context.sources.shared(line.stems)
        told = {source: n / len(source.stems) for source, n in shared.items() if source.field in _MEETING}
        best = max(told, key=lambda source: told[source], default=None)
        if best and told[best] >= _TOLD:
            found.add(best.id)
    return found


def minutes_sum(context: Context) -> Iterator[Hit]:
    """G4: the times of the parts sum up, and the total stands in the header."""
    first = _HEADING.search(context.body)
    header, rest = (first[0], context.body[first.end() :]) if first else ("", context.body)
    stated = re.search(r"\b(\d{1,4})[ -]?min", header)
    minutes = context.facts.meeting.minutes if context.brief else int(stated[1]) if stated else None
    if minutes is None:
        return
    total = sum(int(part) for part in _TIME.findall(rest))
    start, end = (first.start(), first.end()) if first else (None, None)
    if total != minutes:
        yield Hit(f"The parts sum to {total} minutes; the meeting has {minutes}.")
    in_words = _HOURS.get(minutes)
    if not re.search(rf"\b{minutes}[ -]?min", header) and not (
        in_words and re.search(rf"\b(?:an? |one |1 )?{in_words}\b", header)
    ):
        yield Hit(f"The header must state the {minutes} minutes.", start, end)


def questions_kept(context: Context) -> Iterator[Hit]:
    """G5: the mentee's questions stand word for word; the others are few, short, and real questions."""
    own = [_plain(question) for question in context.facts.meeting.questions] if context.brief else []
    asked = [line for part in _cut(context) if part.questions for line in _items(context, part)]
    body = _plain(context.body)
    for question in own:
        if question and question not in body:
            yield _altered(question, [line for line in asked if _plain(line.text) not in own])
    yield from _asked_well(context, own, asked)


def _plain(text: str) -> str:
    return " ".join(plain(text).replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())


def _items(context: Context, part: _Part) -> Iterator[Span]:
    """The lines of a part, each whole: a question may have two sentences."""
    for match in re.finditer(r"[^\n]+", context.body[part.lines[0].start : part.lines[-1].end] if part.lines else ""):
        mark = re.match(r"\s*(?:[-*•]\s+|\d{1,2}[.)]\s+)?", match[0])
        lead = mark.end() if mark else 0
        yield Span(match[0][lead:].rstrip(), part.lines[0].start + match.start() + lead)


def _altered(question: str, others: list[Span]) -> Hit:
    """An own question that is missing, at the line that has most of it."""
    stems = frozenset(content(question))
    nearest = max(others, key=lambda line: len(stems & line.stems), default=None)
    message = f"Your question must stand word for word: “{question}”."
    if nearest is None or not stems & nearest.stems:
        return Hit(message)
    close = 2 * len(stems & nearest.stems) >= len(stems)
    return at(message, nearest, fix=question if close else None)


def _asked_well(context: Context, own: list[str], asked: list[Span]) -> Iterator[Hit]:
    least, most = limits().whole("agenda", "questions_least"), limits().whole("agenda", "questions_most")
    minutes = context.facts.meeting.minutes if context.brief else None
    short = minutes is not None and minutes <= limits().whole("agenda", "short_meeting")
    shared = context.relationship in {Relationship.REVERSE, Relationship.PEER}
    if len(asked) > most:
        yield Hit(f"{len(asked)} questions; {least} to {most} can be talked about.", level=Level.WARN)
    elif 0 < len(asked) < least and not short and not shared and len(asked) > len(own):
        yield Hit(f"{len(asked)} questions; {least} to {most} make a talk.", level=Level.WARN)
    for line in asked:
        if _plain(line.text) not in own:
            for message in _faults(context, line):
                hit = at(message, line)
                yield Hit(hit.message, hit.start, hit.end, hit.where, level=Level.WARN)


def _faults(context: Context, line: Span) -> Iterator[str]:
    """What is wrong with a question that is not the mentee's own words."""
    count, most = len(words(line.text)), limits().whole("agenda", "question_words")
    if "?" not in line.text:
        yield "Put it as a question."
    if count > most:
        yield f"{count} words; a question of up to {most} is understood at once."
    if known := _known(context, line):
        yield f"Your facts answer this (“{known.text}”, {known.id}); ask what only they can tell."


def _known(context: Context, line: Span) -> Source | None:
    """The fact about the mentor that answers a question for a date, a number, a place or a name."""
    if not _LOOKS_UP.search(line.text) or not line.stems:
        return None
    for source, shared in context.sources.shared(line.stems - {"year", "month"}).items():
        if (
            source.field in {"mentor.background", "mentor.added"}
            and shared >= max(2, 0.75 * len(line.stems - {"year", "month"}))
            and re.search(r"\d", source.text)
        ):
            return source
    return None
