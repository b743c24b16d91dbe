"""Shared history: that the two met, spoke, or that one heard the other, needs a fact that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Kind
from outreach.review.context import Context, Span
from outreach.review.grounding.claim import Claim, unfounded
from outreach.wording.words import content, stem

_HISTORY = re.compile(
    r"\bas (?:we|you) (?:discussed|agreed|said|mentioned|talked|spoke|suggested|told)|\bas (?:promised|agreed"
    r"|discussed)\b"
    r"|\b(?:when|since|after|where) we (?:last )?(?:met|spoke|talked|chatted)"
    r"|\bwe (?:met|spoke|talked|discussed|chatted|were introduced)"
    r"|\b(?:nice|great|good|lovely|a pleasure|wonderful) (?:to meet|meeting|talking|speaking|to talk|to speak|chatting)"
    r"|\b(?:our|the) (?:last|previous|recent|earlier) (?:conversation|call|chat|meeting|talk|discussion)"
    r"|\b(?:following|after|since) our (?:conversation|call|chat|meeting|talk|discussion)"
    r"|\byou (?:told|advised|suggested|mentioned|recommended|promised|offered|encouraged|reminded|showed|taught|helped)"
    r" (?:me|that|to|us)\b|\byour (?:advice|suggestion|feedback|help|tip|encouragement)\b"
    r"|\bi (?:attended|watched|heard|saw|listened to|went to|came to|read|visited|took|enjoyed|loved"
    r"|was at) (?:your|you)\b"
    r"|\bi(?:['’]ve| have) (?:been )?(?:followed|following|read|reading|watched|watching|listened|admired"
    r"|known|seen|heard)\b"
    r"|\bthank(?:s| you) (?:again )?for (?:meeting|talking|speaking|taking the time|our|your (?:time|advice|help|call)"
    r"|the call)",
    re.IGNORECASE,
)


def shared_history(context: Context) -> Iterator[Claim]:
    """R18 for what the two are said to have shared: a meeting, a talk, advice; it needs a fact that tells of it."""
    kind = context.kind
    fields = {
        Kind.FIRST_CONTACT: ("mentor.found_through", "mentor.introduced_by", "ask.about", "mentee.can_offer"),
        Kind.AGENDA: (
            "meeting.previous_actions",
            "meeting.progress",
            "meeting.questions",
            "meeting.decision",
            "ask.about",
            "mentor.found_through",
        ),
        Kind.THANK_YOU: ("meeting.", "mentor.found_through"),
    }.get(kind, ("mentor.", "ask.", "meeting."))
    for span in context.spans:
        match = _HISTORY.search(span.text)
        if not match:
            continue
        if kind is Kind.THANK_YOU and re.match(
            r"thank|nice|great|good|lovely|a pleasure|wonderful", match[0], re.IGNORECASE
        ):
            # The meeting itself is a fact here.
            continue
        if _stands_in_a_fact(context, span, match[0], fields):
            continue
        claimed = frozenset(one for one in span.stems if one not in _HISTORY_STEMS)
        told = (
            context.sources.coverage(span.stems, fields)
            if kind is Kind.FIRST_CONTACT
            else context.sources.coverage(claimed, fields)
        )
        if told < 0.6:
            yield unfounded(span, match.start(), match.end(), f"“{match[0]}”: none of your facts tells of it.")


def _stands_in_a_fact(context: Context, span: Span, phrase: str, fields: tuple[str, ...]) -> bool:
    """Whether a fact says the same, itself or told: "we talked about pricing", "her advice on moving"."""
    plain = phrase.casefold()
    own = set(content(phrase))
    for source in context.sources.usable:
        if not source.id.startswith(fields):
            continue
        shared = len(span.stems & source.stems)
        if (plain in source.text.casefold() or (own and own <= source.stems)) and shared >= min(3, len(source.stems)):
            return True
    return False


_HISTORY_STEMS = frozenset(
    stem(word)
    for word in [
        "discussed",
        "said",
        "told",
        "mentioned",
        "advice",
        "suggested",
        "keep",
        "take",
        "met",
        "spoke",
        "talked",
        "know",
    ]
)
