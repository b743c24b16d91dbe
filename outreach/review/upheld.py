"""What was agreed is told as it was: advice not as its opposite, an open action not as done (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.domain.case import Action, Owner
from outreach.domain.draft import Kind, Level
from outreach.domain.facts import same_statement
from outreach.review.clauses import NEGATION, clauses
from outreach.review.context import Context, Span
from outreach.review.rule import Hit, at
from outreach.review.taking_up import as_done
from outreach.wording.patterns import regex
from outreach.wording.words import content, expanded, is_past, stem, words

_NO = regex(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|without|cannot|\w+n['’]t|stop|stopped|stopping|avoid|avoiding|only"
    r"|until|instead|rather|longer|wait|waiting|once|after|resist|refuse|drop|dropped|less|nowhere|hardly|against|warned"
    r"|mistake|used to|off|out|away|too|free of)\b",
    re.IGNORECASE,
)
_LEADING_NO = regex(
    r"^\W*(?:(?:said|told me|advice|rule)\W+)?(?:to )?(?:please )?(?:never|don['’]?t|do not|not|no|avoid|stop)\b",
    re.IGNORECASE,
)
_PLAIN_NO = regex(r"\b(?:not|never|won['’]t|don['’]t)\b", re.IGNORECASE)
_ADVISED = regex(
    r"\b(?:as you|you(?:r)? (?:\w+ )?(?:said|told|advi[sc]e\w*|suggest\w*|recommend\w*|rule|tip|urged|encouraged)"
    r"|I(?:['’]ll| will| am going to|['’]m going to| plan to| intend to| have started to)|from now on)\b",
    re.IGNORECASE,
)


def turned_round(context: Context, span: Span) -> Iterator[Hit]:
    """Advice told as its opposite: the note says "never", the text does not, and the words are the same."""
    if context.kind is Kind.FIRST_CONTACT or not _ADVISED.search(span.text):
        return
    refusals = {word.casefold() for word in _NO.findall(re.sub(r"\btake\w* \w+( \w+){0,2} off\b", " ", span.text))}
    plain_no = bool(_PLAIN_NO.search(span.text))
    stems = frozenset(content(span.text))
    for note in context.sources.of_fields(("meeting.notes", "contact.advice")):
        against = frozenset(content(re.split(r"[,;:]|\b(?:and|but)\b", note.text)[0]))
        shared = len(stems & against)
        if shared < 3 or shared < 0.6 * len(against):
            if not refusals and shared >= 2 * len(against) / 3 and contrary(note.text, stems):
                yield at(f"Your notes say the opposite: “{note.text}” ({note.id}).", span)
                return
            continue
        # A word that the note has as well, and that says no only by the way, is part of what it tells.
        told = {word for word in _NO.findall(note.text.casefold()) if not NEGATION.search(word)}
        leading = _LEADING_NO.match(note.text)
        kept = leading is not None and leading[0].split()[-1].casefold() in refusals
        turned = (leading and not kept and not refusals - told) or (plain_no and not _NO.search(expanded(note.text)))
        if turned or _crossed(note.text, span.text) or (not refusals and contrary(note.text, stems)):
            yield at(f"Your notes say the opposite: “{note.text}” ({note.id}).", span)
            return
    if refusals:
        return
    for note in context.sources.of_fields(("meeting.notes", "contact.advice")):
        if _took_the_refused(note.text, span.text):
            asked = at(f"Do your notes say the opposite? “{note.text}” ({note.id}).", span)
            yield replace(asked, level=Level.WARN)
            return


_OPPOSITES = tuple(
    tuple(frozenset(map(stem, side.split())) for side in pair.split("|"))
    for pair in (
        "heavy heavier heaviest | light lighter lightest",
        "early earlier earliest | late later latest",
        "big bigger biggest large larger largest | small smaller smallest",
        "long longer longest | short shorter shortest",
        "high higher highest raise | low lower lowest",
        "thick thicker thickest | thin thinner thinnest",
        "warm warmer hot hotter hottest | cold colder coldest cool cooler",
        "wet wetter wettest damp dampest | dry drier driest",
        "fast faster quick quicker | slow slower slowly",
        "old older oldest | new newer newest young youngest",
        "indoors inside | outdoors outside",
        "buy | sell",
        "morning | evening",
        "hard harder hardest | soft softer softest",
        "cheap cheaper cheapest | expensive dear dearer dearest",
        "always | never",
        "beginning | end",
        "fine finer finest | coarse coarser coarsest rough rougher",
        "accept accepted | reject rejected refused declined",
        "pass passed | fail failed",
        "won win | lost lose",
    )
)
"""Words that are one another's opposites: what is told with the one is not told with the other."""


def contrary(note: str, stems: frozenset[str]) -> bool:
    """Whether a text has the opposite of a word of ``note``: the heavier blank for the lighter one."""
    said = frozenset(content(note))
    return any(
        bool(said & one) and bool(stems & other) and not (said & other or stems & one)
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


_REFUSED = regex(r",\s*(?:and )?(?:not|never)\s+(?P<what>[^,.;:]+)", re.IGNORECASE)


def _took_the_refused(note: str, text: str) -> bool:
    """Whether what a note sets aside ("in March, not in February") is told, and what it wants is not."""
    refused = _REFUSED.search(note)
    if not refused:
        return False
    aside, wanted = frozenset(content(refused["what"])), frozenset(content(note[: refused.start()]))
    told = frozenset(content(text))
    return bool(aside - wanted) and aside <= told and bool(wanted & told) and 3 * len(wanted & told) <= len(wanted)


def _crossed(note: str, text: str) -> bool:
    """Whether "A before B", or "A more than B", is told the other way round."""
    for word in (r"\bbefore\b", r"\b(?:more|better|rather|other) than\b|\binstead of\b"):
        one, other = (re.split(word, part, maxsplit=1, flags=re.IGNORECASE) for part in (note, text))
        if len(one) < 2 or len(other) < 2:
            continue
        (a, b), (c, d) = ([frozenset(content(half)) for half in halves] for halves in (one, other))
        # "Colours help more than formulas": what is compared changes places, what is said of both does not.
        kept = word.startswith(r"\bbefore") and (a & c - b - d or b & d - a - c)
        if a & d - b - c and b & c - a - d and not kept:
            return True
    return False


_OPEN = regex(
    r"\b(?:not|never|still|open|yet|to do|to come|will|going to|todo|unfinished|outstanding|pending|waiting|half|almost"
    r"|nearly|owe|missing|sorry|late|overdue|behind|plan|next|before|by|when|cannot|\w+n['’]t|\w+['’]ll|left|remains?"
    r"|to be|ask whether|needs?|must|should)\b|\?",
    re.IGNORECASE,
)
_FINISHED = regex(
    r"\b(?:done|finished|completed?|ready"
    r"|(?:is|are|was|were|been|have|has|I|we|['’]ve) (?:\w+ly |now |also |all )?\w+ed"
    r"|(?:is|are|was|were|been|have|has|['’]ve) (?:\w+ly |now |also |all )?(?:written|sent|made|read|put|drawn|built"
    r"|taken|given|done|found|met|spoken|begun|kept|set|told|cut|bought|sold|run|shown|gone))\b",
    re.IGNORECASE,
)


def not_done(context: Context, span: Span) -> Iterator[Hit]:
    """An open action told as done."""
    actions = _still_open(context)
    if context.kind is Kind.FIRST_CONTACT or not actions or _OPEN_MARK.search(span.text):
        return
    for clause in clauses(span):
        if _OPEN.search(clause.text) or not _tells_of_end(clause.text):
            continue
        stems = frozenset(content(clause.text))
        for identity, action in actions:
            wanted = frozenset(content(action.what))
            shared = len(stems & (wanted | as_done(action.what)))
            if shared >= 2 and shared >= 0.6 * len(wanted) and not _better(context, action, stems):
                message = f"Your facts say that this is still open ({identity})."
                yield at(message, span, clause.start, clause.end)
                return


_LATER = frozenset({Kind.FOLLOW_UP, Kind.REPLY, Kind.REPORT, Kind.CHECK_IN})
"""Kinds written after the meeting whose next actions they know."""


def _still_open(context: Context) -> list[tuple[str, Action]]:
    """The actions that are not done, with their ids."""
    meeting = context.facts.meeting
    found = [(f"meeting.previous_actions:{n}", one) for n, one in enumerate(meeting.previous_actions, 1)]
    if context.kind in _LATER:
        deeds = context.case.contact.deeds
        found += [
            (f"meeting.next_actions:{n}", one)
            for n, one in enumerate(meeting.next_actions, 1)
            if one.owner is Owner.MENTEE and not any(same_statement(deed.what, one.what) for deed in deeds)
        ]
    return [(identity, one) for identity, one in found if not one.done]


_OPEN_MARK = regex(r"\b(?:still|open|not|yet|n['’]t|to do|half(?! (?:an )?hour))\b", re.IGNORECASE)


def _tells_of_end(text: str) -> bool:
    first = (words(text) or [""])[0]
    return bool(_FINISHED.search(text)) or is_past(first) or any(is_past(word) for word in words(text)[1:4])


def _better(context: Context, action: Action, stems: frozenset[str]) -> bool:
    """Whether a finished action, or a longer piece of one, fits the words as well."""
    own = len(stems & frozenset(content(action.what)))
    done = [other.what for other in context.facts.meeting.previous_actions if other.done]
    done += [deed.what for deed in context.case.contact.deeds]
    return any(len(stems & frozenset(content(what))) >= own for what in done)
