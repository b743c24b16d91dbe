"""Tenses that jotted notes mix up: "teaches since 2015", and deeds that only commas hold together."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS, DETERMINERS, GOES_WITH_PREPOSITION, PARTICIPLES, PAST, PREPOSITIONS
from outreach.wording.naming import mask

_STRONG = {
    "be": "been", "become": "become", "begin": "begun", "break": "broken", "choose": "chosen", "come": "come",
    "do": "done", "draw": "drawn", "drive": "driven", "eat": "eaten", "fall": "fallen", "fly": "flown",
    "give": "given", "go": "gone", "grow": "grown", "hide": "hidden", "know": "known", "oversee": "overseen",
    "ride": "ridden", "ring": "rung", "rise": "risen", "run": "run", "see": "seen", "show": "shown", "sing": "sung",
    "speak": "spoken", "swim": "swum", "take": "taken", "throw": "thrown", "tear": "torn", "wear": "worn",
    "write": "written", "rewrite": "rewritten", "are": "been",
}  # fmt: skip
_SINCE = re.compile(r"\b(?i:since) (?:the )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_JOINED = re.compile(r"[,;:(—–]|\b(?:and|but|or|who|which|that|where|when|because|while)\b")


def participle(base: str) -> str:
    """``teach`` → ``taught``, ``write`` → ``written``, ``plan`` → ``planned``."""
    if base in _STRONG:
        return _STRONG[base]
    weak = next((past for past, of in PAST.items() if of == base), "")
    if weak:
        return weak
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) else f"{base}ed"


def with_perfect(told: str) -> str:
    """``you teach weaving since 2015`` → ``you have taught weaving since 2015``; a past form stays as it is."""
    verb = re.match(rf"((?:{_SINCE.pattern},? )?you )((?:[a-z]+ly |now |also |still )?)([a-z]+)\b", told, re.IGNORECASE)
    if not verb:
        return told
    since = _SINCE.search(mask(told)[0])
    low = verb[3]
    present = low == "are" or (w.is_base(low) and low not in PAST)
    after = (w.words(told[verb.end() :]) or [""])[0]
    perfect = low == "have" and (w.is_past(after) or w.is_participle(after) or after in ADVERBS | {"not", "to"})
    if not since or not present or perfect or (since.start() and _JOINED.search(told[verb.end() : since.start()])):
        return told
    adverb = verb[2].replace("now ", "")
    return f"{verb[1]}have {adverb}{participle(low)}{told[verb.end() :]}"


def with_linked_deeds(told: str) -> str:
    """Deeds that only commas hold get their "and"; what was before a present is left out.

    ``you ran a shop, sold it, moved to Oslo`` → ``… and moved to Oslo``; ``you have taught since 2015, had a salon`` →
    ``you have taught since 2015``.
    """
    verb = re.match(r"you (?:[a-z]+ly |also |once |first )?([a-z]+)\b", told, re.IGNORECASE)
    parts = told.split(", ")
    if not verb or len(parts) < 2 or re.search(r"[();:“”\"]", told):
        return told
    deeds = [_is_deed(part) for part in parts[1:]]
    if not w.is_past(verb[1]) or verb[1] == "have":
        first = next((at for at, deed in enumerate(deeds, 1) if deed), 0)
        return ", ".join(parts[:first]) if first else told
    if not all(deeds) or re.search(r"\band\b", ", ".join(parts[1:])):
        return told
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _is_deed(part: str) -> bool:
    """Whether what stands behind a comma begins with a past form that is no participle."""
    words = [word.casefold() for word in w.words(part)]
    at = 1 if words and words[0] in ADVERBS | {"before"} else 0
    first, after = [*words[at:], "", ""][:2]
    if not after and first not in PAST:
        return False
    if first in PAST:
        return first not in PARTICIPLES or after in DETERMINERS | {"it", "them"}
    if not (first.endswith("ed") and w.is_past(first)):
        return False
    return after in DETERMINERS | {"it", "them", "your"} or (after in PREPOSITIONS and first in GOES_WITH_PREPOSITION)
