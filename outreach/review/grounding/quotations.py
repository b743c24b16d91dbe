"""Quotations: what stands between quotation marks was said or written so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.clean import folded
from outreach.wording.patterns import regex
from outreach.wording.words import content, stem, words

_QUOTE = regex(
    r"“([^“”]{3,})”|„([^“”„]{3,})[“”]|(?<!\w)\"([^\"]{3,})\"|«([^«»]{3,})»|(?<!\w)‘((?:[^‘’]|’(?=\w))+)’(?!\w)"
    r"|(?<!\w)'((?:[^'\n]|'(?=\w))+)'(?!\w)"
)
# What the mentee says or might say is no quotation of anybody.
_OWN = regex(
    r"\b(?:I(?:['’](?:d|ll|ve))?|we|my \w+|our \w+)\s+(?:\w+ )?(?:say|said|call|called|ask|asked|think|thought|write"
    r"|wrote|label|name|(?:tell|told) (?:\w+ ){0,2}\w+|answer|answered|reply)\s*[,:]?\s*$"
    r"|\b(?:something like|such as|so-called)\s*$",
    re.IGNORECASE,
)
# "…", as you put it.
_THEIRS = regex(
    r"\W*(?:(?:as|to use|like|in|(?:that|which) is (?:how|what)) )?(?:your (?:own )?(?:words?|phrase)\b"
    r"|you(?:['’]ve|['’]d| have| had| once| first)* (?:\w+ly )?(?:said|say|put|told|wrote|write|call|called|named)\b)",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "nothing", "none", "without", "don't", "can't", "isn't", "won't"]
)
_LEAST = 0.84
"""Share of a quotation's words that must stand in the fact, in order: one slip in six or seven."""


def quotations(span: Span, sources: Sources) -> Iterator[Claim]:
    """Quotations in ``span`` of two content words or more."""
    for match in _QUOTE.finditer(span.text):
        # Facts are cleaned of footnote marks, so what looks like one is no word of a quotation.
        quoted = re.sub(r"\[\d{1,3}\]", "", next(group for group in match.groups() if group))
        pieces = [stems for piece in re.split(r"\.\.\.|…|\[\.\.\.\]", quoted) if (stems := _stems(piece))]
        own = _OWN.search(span.text[: match.start()]) and not _THEIRS.match(span.text[match.end() :])
        if len(set(content(quoted))) < 2 or own:
            continue
        having = [identity for identity, stems in _fields(sources, pieces) if all(_runs_in(p, stems) for p in pieces)]
        if not having and not _SPOKEN_TO.search(span.text[: match.start()] + span.text[match.end() :]):
            # Nobody is said to have said it: the mentee's own short name for what a fact tells.
            having = _told_in_short(sources, frozenset(content(quoted)))
        if having:
            yield grounded(span, match.start(), match.end(), *having)
        else:
            problem = "These words stand in none of your facts as a quotation: quote them as they are, or tell them."
            yield unfounded(span, match.start(), match.end(), problem)


_SPOKEN_TO = regex(
    r"\b(?:you|your|yours|said|says|wrote|writes|told|called|quote|quoted|words|title|titled|entitled)\b",
    re.IGNORECASE,
)
_SHORT = 4


def _told_in_short(sources: Sources, stems: frozenset[str]) -> list[str]:
    """Facts that have half of the few words of a quotation."""
    if len(stems) > _SHORT:
        return []
    return [source.id for source in sources.usable if 2 * len(stems & source.stems) >= len(stems)]


def _fields(sources: Sources, pieces: list[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Facts that have some of the words, each with the fact that follows it in its field: a quotation may be two."""
    wanted = {one for piece in pieces for one in piece}
    usable = sources.usable
    for n, source in enumerate(usable):
        if len(wanted & source.stems) < min(2, len(wanted)):
            continue
        text = source.text
        for following in usable[n + 1 : n + 3]:
            if following.field == source.field:
                text += " " + following.text
        yield source.id, _stems(text)


def _stems(text: str) -> list[str]:
    """Stems of the words that carry something, in order, a hyphenated word by its parts; negations count."""
    found = []
    for word in words(text):
        for part in re.split(r"[-.]", word):
            low = folded(part)
            if low in _NEGATIONS or low.endswith("n't"):
                found.append("not")
            elif content(part):
                found.append(stem(part))
    return found


def _runs_in(quoted: list[str], stems: list[str]) -> bool:
    """Whether the words follow one another in ``stems``, with a slip or two allowed in a longer quotation."""
    for start, one in enumerate(stems):
        if one != quoted[0] and (len(quoted) < 7 or one != quoted[1]):
            continue
        at, held = start, 0
        for word in quoted:
            window = stems[at : at + 3]
            if word in window:
                at += window.index(word) + 1
                held += 1
        if held >= _LEAST * len(quoted):
            return True
    return False
