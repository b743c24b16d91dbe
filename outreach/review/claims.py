"""Claims in plain words: what is said of the mentor needs a fact, also without a name or a number in it (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit, at
from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_CLAUSE = re.compile(r"\s*(?:[;:—–]|,(?=\s)|\b(?:because|that|so|but|and)\b)\s*")
_MINE = re.compile(r"\b(?:I|I['’]\w+|my|me|we|our|us|mine)\b", re.IGNORECASE)
_NO_CLAIM = re.compile(
    r"\byou (?:know|knew|see|saw|met|spoke|understand|understood)\b|\b(?:if|please|thank|thanks|would|could"
    r"|may|might|can"
    r"|will|should|must|whatever|whenever|hope|have to|want to|let me|advice|suggested|said|told|mentioned"
    r"|asked|welcome"
    r"|reply|answer|time|minutes|questions?|help|reading|calendar|schedule)\b",
    re.IGNORECASE,
)


def unfounded(context: Context) -> Iterator[Hit]:
    """R18 for plain words: a clause about "you" or "your …" of which at most a third stands in any fact."""
    known = context.sources.stems
    for span in context.spans:
        text = _QUOTED.sub(" ", span.text)
        if text.rstrip().endswith("?") or not re.search(r"\byou", text, re.IGNORECASE):
            continue
        for clause in _CLAUSE.split(text):
            head = re.match(r"\W*(?:(?:when|since|as)\s+)?(you|your|you['’]\w+)\b", clause, re.IGNORECASE)
            if not head or _NO_CLAIM.search(clause):
                continue
            told = clause[: mine.start()] if (mine := _MINE.search(clause)) else clause
            if head[1].casefold() == "you" and not _claims(told):
                continue
            stems = set(w.content(told))
            unknown = stems - known
            if len(unknown) >= 2 and len(unknown) >= 0.6 * len(stems):
                yield at("None of your facts tells this of the mentor.", span)
                break


def _claims(clause: str) -> bool:
    """Whether "you" is followed by what somebody did, is or has."""
    found = [word.casefold() for word in w.words(clause)]
    after = [word for word in found[found.index("you") + 1 :] if word not in ADVERBS] if "you" in found else []
    return bool(after) and (after[0] in {"are", "were", "have", "had"} or w.is_past(after[0]) or w.is_base(after[0]))
