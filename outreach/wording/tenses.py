"""Tenses that jotted notes mix up: "teaches since 2015", and deeds that only commas hold together."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.bases import is_base_form
from outreach.wording.lexicon import ADVERBS, DETERMINERS, GOES_WITH_PREPOSITION, PARTICIPLES, PAST, PREPOSITIONS
from outreach.wording.naming import mask
from outreach.wording.patterns import regex

_STRONG = {
    "be": "been", "become": "become", "begin": "begun", "break": "broken", "choose": "chosen", "come": "come",
    "do": "done", "draw": "drawn", "drive": "driven", "eat": "eaten", "fall": "fallen", "fly": "flown",
    "give": "given", "go": "gone", "grow": "grown", "hide": "hidden", "know": "known", "oversee": "overseen",
    "ride": "ridden", "ring": "rung", "rise": "risen", "run": "run", "see": "seen", "show": "shown", "sing": "sung",
    "speak": "spoken", "swim": "swum", "take": "taken", "throw": "thrown", "tear": "torn", "wear": "worn",
    "write": "written", "rewrite": "rewritten", "are": "been",
}  # fmt: skip
# Past form → base form, beside those of the lexicon.
_FURTHER = {
    "ate": "eat", "beat": "beat", "bet": "bet", "bit": "bite", "bore": "bear", "bound": "bind", "burst": "burst",
    "cast": "cast", "clung": "cling", "cost": "cost", "crept": "creep", "forbade": "forbid", "forecast": "forecast",
    "forgave": "forgive", "ground": "grind", "hurt": "hurt", "knelt": "kneel", "learned": "learn", "meant": "mean",
    "overcame": "overcome", "overtook": "overtake", "proofread": "proofread", "quizzed": "quiz", "read": "read",
    "redid": "redo", "reran": "rerun", "retook": "retake", "rewound": "rewind", "rid": "rid", "shook": "shake",
    "shrank": "shrink", "shut": "shut", "slid": "slide", "sprang": "spring", "spread": "spread", "spun": "spin",
    "swore": "swear", "swung": "swing", "undertook": "undertake", "undid": "undo", "upset": "upset", "was": "be",
    "withdrew": "withdraw", "wound": "wind", "wove": "weave", "wrung": "wring",
}  # fmt: skip
_PAST_OF = {base: form for form, base in {**PAST, **_FURTHER}.items()} | {"be": "was"}
# Verbs of two syllables that double their last letter; "travelled" is British, and the spelling of a voice mends it.
_DOUBLES = frozenset(
    """
    admit cancel commit compel control debug defer distil enrol equip expel format fulfil kidnap label level model occur
    omit permit prefer program propel rebel recap refer regret remit replan retrofit signal submit transfer transmit
    travel unplug unwrap
    """.split()
)
# Past forms that would be read as something else: "I resent the form".
_MISREAD = frozenset({"resend", "lie", "lay", "saw", "found", "bare", "are", "is"})
_SINCE = regex(r"\b(?i:since) (?:the )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_JOINED = regex(r"[,;:(—–]|\b(?:and|but|or|who|which|that|where|when|because|while)\b")


def participle(base: str) -> str:
    """``teach`` → ``taught``, ``write`` → ``written``, ``plan`` → ``planned``."""
    if base in _STRONG:
        return _STRONG[base]
    weak = next((form for form, of in PAST.items() if of == base), "")
    if weak:
        return weak
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) else f"{base}ed"


def past(base: str) -> str:
    """``teach`` → ``taught``, ``plan`` → ``planned``, ``re-read`` → ``re-read``; empty where it is not certain.

    Args:
        base: a verb in its base form, small; one that no list knows must be known to be a verb.
    """
    before, hyphen, last = base.rpartition("-")
    if hyphen:
        return f"{before}-{form}" if is_base_form(last) and (form := past(last)) else ""
    if base in _MISREAD or not base.isalpha():
        return ""
    if base in _PAST_OF:
        return _PAST_OF[base]
    again = base[2:] if base.startswith("re") else ""
    if again not in _MISREAD and (again in _PAST_OF or again in _DOUBLES) and base not in _DOUBLES:
        return f"re{past(again)}"
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    if base in _DOUBLES or re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base):
        return f"{base}{base[-1]}ed"
    # An unknown verb of several syllables may double its last letter or not.
    unsure = re.search(r"[^aeiou][aeiou][^aeiouwxy]$", base) and not is_base_form(base)
    return "" if unsure else f"{base}ed"


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
