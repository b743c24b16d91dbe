"""What was agreed is told as it was: advice not as its opposite, an open action not as done (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.case import Action
from outreach.domain.draft import Kind
from outreach.review.clauses import clauses
from outreach.review.context import Context, Span
from outreach.review.rule import Hit, at
from outreach.wording.words import content, is_past, words

_NO = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|without|cannot|\w+n['’]t|stop|stopped|stopping|avoid|avoiding|only"
    r"|until|instead|rather|longer|wait|waiting|once|after|resist|refuse|drop|dropped|less|nowhere|hardly|against|warned"
    r"|mistake|used to|off|out|away|too|free of)\b",
    re.IGNORECASE,
)
_LEADING_NO = re.compile(
    r"^\W*(?:(?:said|told me|advice|rule)\W+)?(?:to )?(?:please )?(?:never|don['’]?t|do not|not|no|avoid|stop)\b",
    re.IGNORECASE,
)
_PLAIN_NO = re.compile(r"\b(?:not|never|won['’]t|don['’]t)\b", re.IGNORECASE)
_ADVISED = re.compile(
    r"\b(?:as you|you(?:r)? (?:\w+ )?(?:said|told|advi[sc]e\w*|suggest\w*|recommend\w*|rule|tip|urged|encouraged)"
    r"|I(?:['’]ll| will| am going to|['’]m going to| plan to| intend to| have started to)|from now on)\b",
    re.IGNORECASE,
)


def turned_round(context: Context, span: Span) -> Iterator[Hit]:
    """Advice told as its opposite: the note says "never", the text does not, and the words are the same."""
    if context.kind is Kind.FIRST_CONTACT or not _ADVISED.search(span.text):
        return
    said_no = bool(_NO.search(re.sub(r"\btake\w* \w+( \w+){0,2} off\b|\bare off\b", " ", span.text)))
    plain_no = bool(_PLAIN_NO.search(span.text))
    stems = frozenset(content(span.text))
    for note in context.sources.of_fields(("meeting.notes",)):
        against = frozenset(content(re.split(r"[,;:]|\b(?:and|but)\b", note.text)[0]))
        shared = len(stems & against)
        if shared < 3 or shared < 0.6 * len(against):
            continue
        turned = (_LEADING_NO.match(note.text) and not said_no) or (plain_no and not _NO.search(note.text))
        if turned or _crossed(note.text, span.text):
            yield at(f"Your notes say the opposite: “{note.text}” ({note.id}).", span)
            return


def _crossed(note: str, text: str) -> bool:
    """Whether "A before B" is told as "B before A"."""
    one, other = (re.split(r"\bbefore\b", part, maxsplit=1, flags=re.IGNORECASE) for part in (note, text))
    if len(one) < 2 or len(other) < 2:
        return False
    (a, b), (c, d) = ([frozenset(content(half)) for half in halves] for halves in (one, other))
    return bool(a & d - b) and bool(b & c - a) and not (a & c - b - d) and not (b & d - a - c)


_OPEN = re.compile(
    r"\b(?:not|never|still|open|yet|to do|to come|will|going to|todo|unfinished|outstanding|pending|waiting|half|almost"
    r"|nearly|owe|missing|sorry|late|overdue|behind|plan|next|before|by|when|cannot|\w+n['’]t|\w+['’]ll|left|remains?"
    r"|to be|ask whether|needs?|must|should)\b|\?",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:done|finished|completed?|ready"
    r"|(?:is|are|was|were|been|have|has|I|we|['’]ve) (?:\w+ly |now |also |all )?\w+ed"
    r"|(?:is|are|was|were|been|have|has|['’]ve) (?:\w+ly |now |also |all )?(?:written|sent|made|read|put|drawn|built"
    r"|taken|given|done|found|met|spoken|begun|kept|set|told|cut|bought|sold|run|shown|gone))\b",
    re.IGNORECASE,
)


def not_done(context: Context, span: Span) -> Iterator[Hit]:
    """An open action told as done."""
    actions = [one for one in enumerate(context.facts.meeting.previous_actions, 1) if not one[1].done]
    if context.kind is Kind.FIRST_CONTACT or not actions or _OPEN_MARK.search(span.text):
        return
    for clause in clauses(span):
        if _OPEN.search(clause.text) or not _tells_of_end(clause.text):
            continue
        stems = frozenset(content(clause.text))
        for number, action in actions:
            wanted = frozenset(content(action.what))
            shared = len(stems & wanted)
            if shared >= 2 and shared >= 0.6 * len(wanted) and not _better(context, action, stems):
                message = f"Your facts say that this is still open (meeting.previous_actions:{number})."
                yield at(message, span, clause.start, clause.end)
                return


_OPEN_MARK = re.compile(r"\b(?:still|open|not|yet|n['’]t|to do|half)\b", re.IGNORECASE)


def _tells_of_end(text: str) -> bool:
    first = (words(text) or [""])[0]
    return bool(_FINISHED.search(text)) or is_past(first) or any(is_past(word) for word in words(text)[1:4])


def _better(context: Context, action: Action, stems: frozenset[str]) -> bool:
    """Whether a finished action, or a longer piece of one, fits the words as well."""
    own = len(stems & frozenset(content(action.what)))
    return any(
        other.done and len(stems & frozenset(content(other.what))) >= own
        for other in context.facts.meeting.previous_actions
    )
