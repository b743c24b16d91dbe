"""Requests: how many there are (R3), and that thanks and news make no new one (T4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.case import Owner
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.domain.people import Relationship
from outreach.review.asked import Act, Asked, Force, act_of, requests_of, without_quotations
from outreach.review.context import Context, Span
from outreach.review.grounding.hours import OFFER
from outreach.review.rule import Hit, at
from outreach.review.strangers import job_in
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind as What
from outreach.wording.words import content

_TALK = frozenset({Act.TIME, Act.ANSWER})
_NOUNS = {
    Act.READ: "a look at something of yours",
    Act.SEND: "something to be sent to you",
    Act.INTRODUCE: "an introduction",
    Act.RECOMMEND: "a recommendation",
    Act.SPEAK: "a talk to others",
    Act.SHADOW: "a day with them",
    Act.VISIT: "a visit",
    Act.JOIN: "a place in their group",
    Act.SERIES: "regular meetings",
    Act.MEAL: "a meal",
    Act.PUBLISH: "a mention",
    Act.MONEY: "money",
}


def one_request(context: Context) -> Iterator[Hit]:
    """R3: a first contact asks for exactly one thing; a call, its topic, its date and its way out are one.

    Of the replies only one that moves a meeting asks for something.
    """
    if context.kind is Kind.REPLY and _purpose(context) is not Purpose.MOVE:
        return
    asked = requests_of(context)
    if not asked and context.kind is Kind.REPLY and any(_offers(span) for span in context.spans):
        return
    if not asked:
        yield Hit("Nothing is asked; end with one clear request.")
        return
    plain = [one for one in asked if one.force is Force.PLAIN]
    if not plain:
        return
    named = _asked_about(context)
    main = _main(plain, named)
    covered = set(main.covers) | named
    for one in plain:
        if _on_top(one, main, asked[0], covered):
            noun = _NOUNS.get(one.act)
            what = f"A second request ({noun})" if noun else "A second request"
            yield at(f"{what}; ask for one thing only, and keep this for later.", one.span, one.start, one.end)
            return
        covered |= one.covers & _TALK


def _purpose(context: Context) -> Purpose | None:
    return context.case.contact.purpose if context.brief else None


def _offers(span: Span) -> bool:
    """Whether other times are named to choose from: "Tuesday or Thursday after 16:00 would suit me"."""
    return bool(OFFER.search(span.text)) and any(
        one.kind in {What.DATE, What.WEEKDAY, What.TIME} for one in span.quantities
    )


def _on_top(one: Asked, main: Asked, first: Asked, covered: set[Act]) -> bool:
    """Whether a request is another one than the main one."""
    later = one.span.start > first.span.start
    if one is main:
        return one.more and later
    if one.more and one.span is main.span and one.act in covered:
        return False
    # “I'd also like to ask” may open the one request; “could you also” comes on top wherever it stands.
    return one.act not in covered or (one.more and (later or not one.span.text.startswith("I")))


def _main(plain: list[Asked], named: frozenset[Act]) -> Asked:
    """The request that the message is about: what the mentee names as such, a talk, or else the first."""
    for wanted in (named, _TALK):
        for one in plain:
            if one.act in wanted and not one.more:
                return one
    return plain[0]


def _asked_about(context: Context) -> frozenset[Act]:
    """Acts that the mentee's own words for the request name: “a look at my portfolio”."""
    found = (act_of(source.text) for source in context.sources.usable if source.field == "ask.about")
    return frozenset(act for act in found if act)


_COURTESY = regex(
    r"\b(?:wrong|misunderst\w+|mistak\w+|misremember\w*|missed (?:anything|something)|left (?:anything"
    r"|something) out|correct me|mixed up"
    r"|if (?:there(?:['’]s| is| was)|I can|I could|you (?:ever )?(?:need|want)|anything)\b.{0,60}\b(?:I can"
    r"|I could|for you|from me|help|return|needs? me)"
    r"|do (?:something|anything) for you|return the favou?r|be of (?:use|help) to you|regards|greetings"
    r"|my best to|my love to|say hello|give me a shout|(?:if|when(?:ever)?) you(?:['’]re| are) (?:ever|next) (?:in"
    r"|near|around)"
    r"|how (?:it|that|this|things) (?:goes|went|turns? out|is going)|safe travels?|want(?:ed)? (?:you )?to (?:know"
    r"|hear|tell"
    r"|share|let you know|say|thank)|thought you|look after yourself|take care)\b",
    re.IGNORECASE,
)
_MEET_AGAIN = regex(
    r"\b(?:next (?:meeting|call|session|talk|conversation|lesson|time)|still (?:suits?|works?|good|fine|on"
    r"|convenient)|as planned|confirm"
    r"|see you|speak (?:again|on)|on the (?:\d|same)|another (?:time|day)|different (?:time|day)|(?:move|shift"
    r"|change) (?:it|our|the))\b",
    re.IGNORECASE,
)


_NAMES = {
    Kind.REPORT: "A report",
    Kind.CHECK_IN: "A sign of life",
    Kind.REPLY: "Thanks for a no",
}
# A question for something: what to do next, what they would do, whom to ask.
_WANTS = regex(
    r"\b(?:would|could|can|should|might|may|shall|will) (?:you|I|we)\b|\bdo you (?:think|know|have|recommend|see"
    r"|happen)\b"
    r"|\bany (?:advice|tips?|thoughts|ideas|suggestions)\b|\bwhat (?:next|now)\b|\bhow (?:do|would|should) I\b",
    re.IGNORECASE,
)


def no_new_favour(context: Context) -> Iterator[Hit]:
    """T4: thanks and news ask for nothing new; what the mentor promised may be called to mind."""
    if context.kind is Kind.REPLY and _purpose(context) is not Purpose.THANK:
        return
    noun = _NAMES.get(context.kind, "A thank-you")
    promised = _promised(context)
    told: set[int] = set()
    for one in requests_of(context):
        if one.force is Force.ALTERNATIVE or one.span.start in told or _is_courtesy(context, one, promised):
            continue
        told.add(one.span.start)
        yield at(f"{noun} asks for nothing new; keep this for another message.", one.span)
    for span in context.spans:
        if span.start not in told and job_in(context, without_quotations(span.text)):
            yield at(f"{noun} asks for no job and sends no CV; keep this for another message.", span)


def _is_courtesy(context: Context, one: Asked, promised: list[frozenset[str]]) -> bool:
    """A request that is no favour: what was promised, the next meeting, a kindness, a question for its own sake."""
    text = one.span.text
    wants = _WANTS if context.kind in _NAMES else _COULD_YOU
    if one.force is Force.QUESTION and not wants.search(text):
        return True
    if _COURTESY.search(text):
        return True
    if any(len(one.span.stems & stems) >= min(2, len(stems)) for stems in promised):
        return True
    if one.act not in _TALK or one.more:
        return False
    meets = context.kind not in _NAMES and context.relationship in {
        Relationship.MENTOR,
        Relationship.PEER,
        Relationship.REVERSE,
    }
    return bool(_MEET_AGAIN.search(text)) and (meets or bool(context.brief and context.facts.meeting.next_meeting))


_COULD_YOU = regex(r"\b(?:would|could|can) you\b", re.IGNORECASE)
_WILL = regex(r"\b(?:will|promised|offered|going to|can|wants? to|is happy to)\b", re.IGNORECASE)


def _promised(context: Context) -> list[frozenset[str]]:
    if context.brief is None:
        return []
    own = [frozenset(content(one.what)) for one in context.facts.meeting.next_actions if one.owner is Owner.MENTOR]
    notes = context.sources.of_fields(("meeting.notes",))
    return [stems for stems in own if stems] + [source.stems for source in notes if _WILL.search(source.text)]
