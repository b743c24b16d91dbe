"""Writing again: who and why once more, something new, no reproach for the silence, no text twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context, Span, spans_of
from outreach.review.data import phrases
from outreach.review.manner import in_fact
from outreach.review.measures import prose
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.patterns import regex
from outreach.wording.words import content, words

# Ways out, other ways to answer, and thanks are neither who nor why nor new.
_COURTESY = regex(
    r"^(?:an? |two |any |or |and )?(?:\w+ ){0,3}(?:reply|answer|line|lines|no|note|message)\b[^.]*\b(?:by|is|are"
    r"|will|would|also|helps?"
    r"|good|fine|welcome|too)\b|^(?:and |but )?(?:if|should) (?!(?:I|we)\b)|^(?:and |but )?if (?:I|we) (?:don|do)"
    r"|\bno (?:reply|answer|hurry"
    r"|rush|hard feelings)\b|^(?:\w+ )?thank|^(?:\w+day|weekday|morning|afternoon|evening|any)s?\b[^.]*\b(?:good"
    r"|fine|easy"
    r"|easiest|best|suits?|works?|free|possible)\b",
    re.IGNORECASE,
)
_NEW = regex(
    r"\b(?:new|since (?:then|i|we|my)|in the meantime|meanwhile|now|left out|forgot|one (?:more )?thing"
    r"|something (?:i|else|new)"
    r"|(?:did ?n[o'’]t|had ?n[o'’]t|was missing|not) (?:say|said|mention|mentioned|tell|add|write)|should (?:have"
    r"|add)|also|to add|added|missing|can offer"
    r"|can (?:also )?(?:give|show|send|bring|offer)|last (?:week|month|time)|yesterday|this (?:week|month)|finished"
    r"|finally|meant to"
    r"|wanted to (?:add|say|tell)|helped|tried|by now|recently|today)\b",
    re.IGNORECASE,
)
_KNOWN = (
    "mentee.role",
    "mentee.organisation",
    "mentee.background",
    "mentee.added",
    "mentee.goals",
    "mentor.found_through",
    "mentor.introduced_by",
    "ask.about",
    "mentor.background",
    "mentor.added",
)

_NEVER = r"(?:\w*n['’]t|not|never|yet to|cannot)"
_ANSWER = r"(?:answer|reply|response|reaction|word|sign of life|acknowledg\w+)"
_GAP = r"(?:[\w'’]+[ ,]+)"
_REPROACH = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        # I have not heard, I got no answer, without a word.
        rf"\b{_NEVER} {_GAP}{{0,3}}?(?:hear|heard)\b(?: \w+)?(?: (?:back|from you|anything|since|yet)\b|[.,;!]|$)",
        r"\bheard nothing\b|\bnothing (?:back|from you)\b",
        rf"\b{_NEVER} {_GAP}{{0,2}}?(?:received?|got|gotten|get|had|seen|have) {_GAP}{{0,3}}?{_ANSWER}\b",
        rf"\b(?:got|had|has|get|have|received|came|with) (?:been )?(?:had |received |got )?no {_ANSWER}\b",
        rf"\bno {_ANSWER} (?:from you|has|had|came|so far|yet|until now|to my|reached|arrived)\b",
        (
            r"\b(?:without|lacking) (?:an?|any|your|one|even an?) (?:single )?(?:answer|reply|response|reaction"
            r"|acknowledg\w+|(?:word|sign of life) from you)\b"
        ),
        # You did not answer.
        (
            rf"\b(?:you|nobody|no one) {_GAP}{{0,3}}?(?:{_NEVER}|has|have) {_GAP}{{0,3}}?"
            r"(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|(?:wrote|write|written) back"
            r"|(?:get|got|gotten|come|came) back"
            r"|react(?:ed)?|acknowledged?"
            r"|(?:find|found) (?:an?|the|any|one)?\s?(?:\w+ )?(?:time|minute|moment))\b"
        ),
        rf"\byou\b.{{0,150}}?\b(?:but|and) {_NEVER} (?:\w+ )?(?:answer|reply|respond|write|react|get back)",
        rf"\byou\b.{{0,150}}?\bdid {_NEVER} (?:\w+ )?(?:answer|reply|respond|react|get back)",
        # Sad, or surprised, about it.
        (
            rf"\b(?:disappoint|sad|hurt|upset|frustrat|annoy|surpris|discourag|let down)\w*\b.{{0,150}}?\b(?:{_ANSWER}"
            r"|hear from you|silence|that you (?:have|had|did|do)|by you)\b"
        ),
        # I had expected more.
        (
            rf"\b(?:hoped|hoping|expected|expecting|thought|assumed)\b.{{0,150}}?\b(?:{_ANSWER}"
            r"|heard? (?:back|from you)|you would (?:at least |have )?(?:answer|reply|respond|write))\w*\b"
        ),
    )
)


def says_again(context: Context) -> Iterator[Hit]:
    """F3: who and why in one line, and one thing that is new."""
    told = [span for span in prose(context) if not _asks_or_greets(span)]
    pings = [(span, match) for span in told for match in phrases()["ping"].find(span.text)]
    saying = [span for span in told if span not in [ping for ping, _ in pings] or len(span.stems) > 6]
    who = [span for span in saying if _says_who(context, span)]
    if not who:
        message = "Say again in one line who you are and why you wrote."
        yield at(message, pings[0][0], *pings[0][1].span()) if pings else Hit(message)
    elif len(saying) < 2 and not _NEW.search(saying[0].text):
        yield Hit("Nothing new since your first message; add one thing, such as what you tried or can offer.")


def _asks_or_greets(span: Span) -> bool:
    # "On 3 December I wrote to you with one question: …?" says why.
    asks = span.text.rstrip().endswith("?") and not re.search(r"\bI (?:wrote|asked)\b[^?]*: ", span.text)
    return asks or bool(_COURTESY.search(span.text))


def _says_who(context: Context, span: Span) -> bool:
    if context.brief is None:
        return len(span.stems) >= 4
    known = frozenset().union(*(source.stems for source in context.sources.of_fields(_KNOWN)))
    return len(known & frozenset(content(span.text))) >= 2


# "You need not answer" sets free, and reproaches nothing.
_LEAVES_FREE = regex(r"\b(?:need|needn['’]t|have to|must|obliged)\b", re.IGNORECASE)


def no_guilt(context: Context) -> Iterator[Hit]:
    """F4: no reproach for the silence; length and the one request have rules of their own."""
    for span in context.spans:
        # "If I have not heard from you by Friday, I'll take it as a no" is a way out.
        if re.match(r"(?:and |but |so )?(?:if|unless|until|should)\b", span.text, re.IGNORECASE):
            continue
        found = next((match for pattern in _REPROACH if (match := pattern.search(span.text))), None)
        match = found or next(phrases()["reproach"].find(span.text), None)
        if match and not _LEAVES_FREE.search(match[0]) and not in_fact(context, match[0]):
            yield at("Leave out that there was no answer; it reads as a reproach.", span, *match.span())


_LONG = 6
"""Words from which a sentence that stands twice is no set phrase."""


def said_before(context: Context) -> Iterator[Hit]:
    """F7: not the mail that was sent before; the request itself, and a line on who writes, may stand again."""
    earlier = {_plain(span.text) for sent in context.case.contact.sent for span in spans_of(sent.body)}
    told = [span for span in prose(context) if len(span.text.split()) >= _LONG and not span.text.rstrip().endswith("?")]
    again = [span for span in told if _plain(span.text) in earlier]
    if len(again) >= 2 and 2 * sum(len(one.text) for one in again) > sum(len(one.text) for one in told):
        yield at("This stands word for word in a mail that you sent; say what is new, in other words.", again[0])


def _plain(text: str) -> str:
    return " ".join(map(folded, words(text)))
