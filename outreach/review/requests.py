"""Requests: how many there are, and what may not be asked (R3, R8, R9, T4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context, Span
from outreach.review.rule import Hit, at

_REQUEST = re.compile(
    r"\b(?:would|could|can|will|might) you\b|\bwould\b[^.?!]{1,50}\bbe possible\b"
    r"|\b(?:could|can|may|might) (?:I|we) (?:ask|have|book|call|visit|send|come|talk|meet|get|see|shadow|join"
    r"|use|borrow|also)\b"
    r"|\bwould (?:it be possible|you mind|you be)\b|\bit would (?:be (?:great|nice|lovely|wonderful|helpful)"
    r"|help(?: me)?) if you\b"
    r"|\bI(?:['’]d| would) (?:be (?:very |so |really )?(?:grateful|glad|happy|thankful) (?:if|for)"
    r"|(?:appreciate|love|like|value) (?:it if|if you|your (?:help|thoughts|view|views|feedback|advice|opinion"
    r"|input)|you to"
    r"|a (?:call|meeting|chat|referral)|to (?:talk|meet|call|speak|chat|hear from|ask you)\b))"
    r"|\b(?:please|kindly) (?:send|share|let me|tell|introduce|review|look|forward|reply|give|help|read|check"
    r"|consider|find"
    r"|take|call|write|connect|pass|put)\b|\blet me know (?:if|when|whether|what)\b"
    r"|\bare you (?:free|available|open|willing)\b|\bdo you have (?:time|\d+|a (?:few )?(?:minute|moment))"
    r"|\bI(?:['’]m| am) (?:asking|looking|searching|in search) (?:for|of)\b|\bI (?:need|want"
    r"|hope) (?:that )?you (?:to|can|could|will)\b"
    r"|\bany chance\b|\bmind if I\b|\bcan I count on\b|\bwondering (?:if|whether) you\b"
    r"|\b(?:introduce me to|put me in touch with|send me|share your|review my|look at my|look over my|read my)\b",
    re.IGNORECASE,
)
# A way out, an alternative to the request, or an offer belongs to it and is none of its own.
_WAY_OUT = re.compile(
    r"\bif (?:a (?:short|quick|brief)|that|this|it|now|you)\b.{0,60}\b(?:easier|suits?|better|no problem|fine"
    r"|understand|prefer"
    r"|busy|doesn['’]t|don['’]t)\b|\b(?:no (?:reply|answer|hurry|rush)|a short no)\b"
    r"|\btell me what you would rather\b|\bchange (?:whatever|what) you like\b|\bgood times\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r",?\s*\bor (?:could|may|can|might) I (?:send|ask|email|write|put)\b[^?.]*", re.IGNORECASE)
_JOB = re.compile(
    r"\b(?:refer me|referral|recommend me|put in a (?:good )?word|vouch for me|hire me|hiring me|are you hiring"
    r"|job openings?|openings? (?:at|in|on) your|vacanc(?:y|ies)|(?:have|know of|offer) (?:a|an|any) (?:job"
    r"|position|internship|role|opening|placement)s?\b"
    r"|(?:a|an|any) (?:job|position|internship|role|opening|placement)s? (?:at|in|with|on|for|from) (?:your|you|me)\b"
    r"|give me (?:a|the) (?:job|chance|position)|looking for (?:a|any) (?:new )?(?:job|position|internship|placement)\b"
    r"|pass (?:on )?my (?:cv|resume|résumé)|my (?:cv|resume|résumé) (?:is )?(?:attached|enclosed|on)\b"
    r"|attached (?:is )?my (?:cv|resume|résumé)|consider me for|apply (?:to|at|with) your (?:team|company|firm"
    r"|organisation|organization)"
    r"|work for you\b|join your (?:team|company|firm|lab))",
    re.IGNORECASE,
)
_BE_MY_MENTOR = re.compile(
    r"\b(?:be|become|being|becoming) my (?:[a-z-]+ )?mentor\b|\bmentor(?:ing)? me\b|\b(?:as|for|of) (?:my|a) mentor\b"
    r"|\btake me (?:on|under)\b|\byour mentee\b|\bmentorship (?:from|with) you\b|\bmentoring relationship\b"
    r"|\blooking for a mentor\b",
    re.IGNORECASE,
)


def request_spans(context: Context) -> list[Span]:
    """Sentences that ask the mentor for something; the alternative or way out of a request is none."""
    asked = [span for span in context.spans if _REQUEST.search(span.text) and not _WAY_OUT.search(span.text)]
    # The question that the request is about belongs to it.
    topic = next((source.stems for source in context.sources.usable if source.field == "ask.about"), frozenset())
    return [
        span
        for span in asked
        if not (span.stems and span.text.endswith("?") and span.stems <= topic and len(asked) > 1)
    ]


def _intents(span: Span) -> int:
    """Requests in one sentence: "could you … and could you …" are two; an alternative behind "or" is none."""
    text = _ALTERNATIVE.sub("", span.text)
    more = (
        r"(?:^|[,;]|\band\b|\bor\b)\s*(?:also\s+)?(?:would|could|can|may) (?:you|I)\b"
        r"|\band (?:introduce|send|review|share|refer) "
    )
    return max(1, len(re.findall(more, text, re.IGNORECASE)))


def one_request(context: Context) -> Iterator[Hit]:
    """R3: a first contact asks for exactly one thing."""
    asked = request_spans(context)
    if not asked:
        yield Hit("Nothing is asked; end with one clear request.")
    elif sum(_intents(span) for span in asked) > 1:
        yield at("A second request; ask for one thing only.", asked[1] if len(asked) > 1 else asked[0])


def job(context: Context) -> Iterator[Hit]:
    """R9: a job or a referral asked of a stranger."""
    for span in context.spans:
        match = _JOB.search(span.text)
        if match and not any(match[0].casefold() in source.text.casefold() for source in context.sources.usable):
            message = "A first message asks for no job, no referral and sends no CV."
            yield at(message, span, match.start(), match.end())


def be_my_mentor(context: Context) -> Iterator[Hit]:
    """R8: asking a stranger to be one's mentor."""
    for span in context.spans:
        if match := _BE_MY_MENTOR.search(span.text):
            message = "Asking a stranger to be one's mentor is too much; ask for one conversation."
            yield at(message, span, match.start(), match.end())


def no_new_favour(context: Context) -> Iterator[Hit]:
    """T4: a thank-you asks for nothing new."""
    for span in context.spans:
        if span.text.startswith("Thank you as well for offering"):
            continue
        quoted = re.sub(r"“[^”]*”", " ", span.text)
        asks = _REQUEST.search(quoted) and not _WAY_OUT.search(quoted)
        if asks or _JOB.search(quoted):
            yield at("A thank-you asks for nothing; keep this for another message.", span)
