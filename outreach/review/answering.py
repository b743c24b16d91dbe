"""What the mentor asked in their answer, and whether a reply takes it up (G8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.domain.contact import Purpose
from outreach.review.context import Context, Span, spans_of
from outreach.review.measures import prose
from outreach.review.rule import Hit
from outreach.wording.clean import one_line
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind as What
from outreach.wording.words import content, stem

MOST = 3
"""Findings in one reply; more would be a list to tick off."""

_VERBS = (
    r"(?:send|bring|(?:show|tell|give) (?:me|us)|share|forward|attach|mail|e-?mail|write|prepare|take|pick|choose"
    r"|fill in|let (?:me|us) know|remind|have|read(?=.*\b(?:first|before|beforehand)\b)|make sure|print|upload"
    r"|note|list|sketch|draw|jot)"
)
_MANNER = (
    r"(?:(?:don['’]?t forget to|remember to|"
    r"you(?:['’]ll| will)? (?:need|have) to|and|but|also|so|then|just|maybe|perhaps|do|kindly"
    r"|please|pls) )*"
)
# "Send me 2-3 photos before": a verb in front, of what the mentee is to do for the mentor.
_TO_DO = regex(
    rf"{_MANNER}(?P<verb>{_VERBS})\b(?! (?:care|it easy|him|her|them|my (?:best|regards)|fun|a (?:nice|good|great"
    r"|lovely)|my (?:love|greetings)|look|heart|your time|been|had|to|seen|it in mind)\b)(?P<what>.*)",
    re.IGNORECASE,
)
_PLEASE = regex(
    r"(?:.*?\b)?(?:please|pls|(?:could|can|would|will) you(?: please)?|if you (?:could|can|would)"
    r"|I(?:['’]d| would) like (?:you to|to (?:see|read|have|hear))"
    r"|I need(?: you)?(?: to (?:see|have))?)\s+(?!do ?n[o'’]t|not\b|feel free|no\b|never\b|be |bear\b|forgive|excuse"
    r"|accept|know\b|call me\b|find\b|see\b|give my\b|confirm\b|greet|say h)(?P<what>.*)",
    re.IGNORECASE,
)
# Asked in courtesy, or for no answer.
_COURTESY = regex(
    r"\b(?:how (?:are|is|was|were|have|'s|’s)\b(?! the\b| your\b| it coming\b)|how about that|isn['’]?t it"
    r"|ok(?:ay)?\?$|right\?$|who knows|what can I say|remember\?$|you know\?$"
    r"|\b(?:could|couldn['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|won['’]t)"
    r" (?:it|we|you|they)\?$|why (?:didn|haven|hadn))",
    re.IGNORECASE,
)
_OFFER = regex(
    r"\b(?:would you|will you|do you|can you|could you|could we|can we|shall (?:we|I)|should we|want to|wanna|fancy"
    r"|why don['’]?t|how about|what about|are you|(?:any )?interest(?:ed)?|suit|works?|good for|ok(?:ay)? for|come)\b",
    re.IGNORECASE,
)
_WHEN = regex(
    rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))}|mon|tues?|weds?|thurs?|thu|fri|sat|sun|jan|feb|apr|aug|sept?|oct|nov|dec"
    r"|when|what (?:time|day)|which (?:time|day)|\d{1,2}(?:st|nd|rd|th)|same time|next week|this week|tomorrow|morning"
    r"|afternoon|evening|\d{1,2}[:.h]\d\d|\d{1,2} ?[ap]m|half (?:past )?\w+|still (?:good|on|ok|fine))\b",
    re.IGNORECASE,
)
_BY = "video|phone|telephone|zoom|teams|skype|meet|facetime|whatsapp|signal|face to face|in person"
# "Fine, but on video then": a change that is no question.
_HOW = regex(rf"\b(?:but|only|rather|preferably|make it|let['’]?s do)\b[^,.;]{{0,12}}?\b(?P<by>{_BY})\b", re.IGNORECASE)
_CALLS = regex(rf"\b(?:{_BY}|call)\b", re.IGNORECASE)
# The mentee says of something that they do it, have done it, or will not.
_OWN = regex(
    r"\b(?:I(?:['’](?:ll|ve|m)|\s(?:will|have|am|can(?:['’]?t|not)?|could|do(?:n['’]?t)?|did|would|sent|bring|send))"
    r"|attached|enclosed|below|here (?:is|are)|gladly|of course|with pleasure|as you asked)\b",
    re.IGNORECASE,
)
_ALL_OF_IT = regex(
    r"\b(?:it|them|that|those|both|all)\b.*|\bas you ask(?:ed)?\b|\bof course\b|\bwith pleasure\b", re.IGNORECASE
)
# Mine or yours, then and before: what two sentences may share without being about the same thing.
_LIGHT = frozenset(
    map(
        stem,
        """
        send bring show tell give share forward attach mail email e-mail write prepare take pick choose let know drop
        remind have make sure print upload note list please pls kindly could can would will you me my mine your yours
        before beforehand ahead after then when first next day time week today tomorrow short long one two three
        little bit few some any more much also just only maybe perhaps thing things something anything want need like
        what which who where why how call meeting talk chat meet
        """.split(),
    )
)
_OBJECT_ENDS = regex(
    r"[,;:.!?(]| (?:of|on|about|for|from|in|at|to|with|by|before|beforehand|that|which|who|so|when|if|and|or|than)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that the mentor asked."""

    text: str
    """As it stands in the answer."""
    verb: str = ""
    """Of a request: what is to be done; empty where it is no plain imperative."""
    what: str = ""
    """Of a request: what it is about, as it stands."""
    question: bool = False


def left_unsaid(context: Context) -> Iterator[Hit]:
    """G8: what the mentor asked in their answer is taken up by a sentence of the reply, or said to be left."""
    contact = context.case.contact
    if not contact.answer.strip():
        return
    told = list(prose(context))
    left = [one for one in asked_in(contact.answer) if not _is_taken_up(context, one, told)]
    for one in left[:MOST]:
        then = "answer it" if one.question else "say whether you will"
        yield Hit(f"They asked: “{_quoted(one.text)}”; {then}.")


def _quoted(text: str) -> str:
    """The words as they stand, without the stop; of a long sentence its end, where the question is."""
    text = text.rstrip(" .!;,")
    return text if len(text) <= _LONGEST else "… " + text[-_LONGEST:].partition(" ")[2]


_LONGEST = 120
"""Characters that are quoted."""


def asked_in(answer: str) -> list[Asked]:
    """The requests and questions of an answer, in order; courtesies and pointers to somebody else are none."""
    found = []
    for sentence in _sentences(answer):
        if sentence.endswith("?"):
            found += [] if _COURTESY.search(sentence) else [Asked(sentence, question=True)]
        else:
            found += [one for clause in _CLAUSES.split(sentence) if (one := _request(clause))]
    return found


_CLAUSES = regex(
    r"\s*[;–—]\s+|\s+-\s+|\s*&\s*|,\s+(?=please\b|pls\b|but\b)|\s+and\s+(?=please\b|send\b|bring\b|tell\b)",
    re.IGNORECASE,
)


def _sentences(answer: str) -> Iterator[str]:
    """The sentences of an answer, also where the next begins small; without the initial that signs the last."""
    own = "\n".join(line for line in answer.splitlines() if not line.lstrip().startswith(">"))
    for span in spans_of(own):
        for part in re.split(r"(?<=\?)\s+|(?<=[^\W\d_]{3}[.!])\s+(?=[a-z])", one_line(span.text)):
            if text := re.sub(r"(?<=[.!?])\s*[/–-]\s?\w{1,3}$", "", part).strip():
                yield text


def _request(clause: str) -> Asked | None:
    if match := _TO_DO.match(clause):
        return Asked(clause, match["verb"], match["what"])
    if (match := _PLEASE.match(clause)) and (inner := _TO_DO.match(match["what"])):
        return Asked(clause, inner["verb"], inner["what"])
    if match:
        return Asked(clause, what=match["what"])
    return Asked(clause, what=match["by"]) if (match := _HOW.search(clause)) else None


def _is_taken_up(context: Context, asked: Asked, told: list[Span]) -> bool:
    if asked.question:
        return _is_answered(context, asked, told)
    if asked.verb.casefold() in {"bring", "have"} and context.case.contact.purpose in _NOT_THEN:
        return True
    if asked.verb.casefold().startswith(("let", "tell")) and not _object(asked.what).strip():
        return _is_answered(context, asked, told)
    if mode := _CALLS.search(asked.what):
        return any(mode[0].casefold() in span.text.casefold() for span in told)
    thing = {stem(one) for one in content(_object(asked.what))} - _LIGHT
    near = thing | ({stem(one) for one in content(asked.what)} - _LIGHT)
    verb = stem(asked.verb.split()[0]) if asked.verb else ""
    for span in told:
        own = _OWN.search(span.text)
        if span.stems & thing or (own and span.stems & near):
            return True
        if own and _ALL_OF_IT.search(span.text, own.start()) and (not verb or verb in span.stems or not asked.verb):
            return True
        if own and not near and verb in {stem(word) for word in span.text.split()}:
            return True
    return False


_NOT_THEN = frozenset({Purpose.DECLINE, Purpose.MOVE})
"""Without the meeting nothing is brought to it, for now."""


def _object(what: str) -> str:
    """``me 2-3 photos of the craquelé before`` → ``me 2-3 photos``."""
    end = _OBJECT_ENDS.search(what)
    return what[: end.start()] if end else what


def _is_answered(context: Context, asked: Asked, told: list[Span]) -> bool:
    if _WHEN.search(asked.text) and _speaks_of_time(context, told):
        return True
    if context.case.contact.purpose in {Purpose.DECLINE, Purpose.THANK} and _OFFER.search(asked.text):
        # A no answers what was offered.
        return True
    stems = {stem(one) for one in content(asked.text)} - _LIGHT
    if not stems:
        return True
    return any(span.stems & stems for span in told)


def _speaks_of_time(context: Context, told: list[Span]) -> bool:
    named = any(one.kind in {What.DATE, What.WEEKDAY, What.TIME} for span in told for one in span.quantities)
    return named or context.case.contact.purpose in {Purpose.MOVE, Purpose.DECLINE}
