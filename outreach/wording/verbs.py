"""Where a jotted statement has its verb."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.lexicon import (
    ADJECTIVAL,
    ADVERBS,
    ALSO_THIRD,
    DETERMINERS,
    GOES_WITH_PREPOSITION,
    NOUNISH,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
)
from outreach.wording.naming import mask
from outreach.wording.patterns import regex

_FINITE = frozenset("is are was were has have had can could will would does do did isn't wasn't won't didn't".split())


def begins_with_verb(text: str) -> bool:
    """Whether a statement begins with the verb of the mentor, its subject left out, and nothing else can be meant."""
    found = [word.casefold() for word in w.words(mask(text)[0])]
    head = re.match(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?=\s)", text)
    if len(found) < 2 or not head:
        return False
    at = 1 if found[0] in ADVERBS and len(found) > 2 else 0
    first, following, rest = found[at], found[at + 1], " ".join(found[at + 1 :])
    if first in {"was", "were", "is", "has"} or (first in _MODALS and not following.endswith("ing")):
        return first not in {"used"} or following == "to"
    if following == "to" and len(found) > at + 2 and w.is_base(found[at + 2]):
        return first in _TO_DO
    if re.match(r"\S*[a-z]\s*[:,;/]", text) or following in {"of", "is", "are", "was", "were", "and", "or", "by"}:
        return False
    if first in {"set", "put"} or (first in {"left", "found"}):
        particle = following in {"up", "out", "off"} and len(found) > at + 2
        after = found[at + 2] if particle else following
        if (
            w.is_participle(after)
            or after in {"handed", "hand", "wing", "back"}
            or " of " in f" {' '.join(found[at + 2 :][:2])} "
        ):
            return False
        return after not in PREPOSITIONS and (particle or first != "set") and (first != "found" or determined(after))
    if w.is_past(first):
        return _active(first, following, rest)
    return _is_third_person(first, following, rest)


def _is_third_person(first: str, following: str, rest: str) -> bool:
    """Whether a form in -s at the start is a verb; before a preposition it may be a plural: "chairs with 23 joints"."""
    if (first, following) in _WITH_ITS_PREPOSITION:
        return True
    if (first, following) == ("thanks", "to"):
        return False
    if first in ALSO_THIRD:
        return following not in PREPOSITIONS
    if re.match(r"(?:around|about|over|some) \d", rest):
        return w.is_third(first)
    return w.is_third(first) and (w.base_of_third(first) not in NOUNISH or following not in PREPOSITIONS)


_WITH_ITS_PREPOSITION = frozenset(
    {("rows", "in"), ("rows", "for"), ("skis", "in"), ("hikes", "in"), ("looks", "after"), ("believes", "in")}
)


_MODALS = frozenset("would used can could cannot can't does doesn't did didn't hasn't isn't wasn't".split())


_TO_DO = frozenset(
    """
    refused decided agreed tried managed wanted wants helped helps hopes hoped learned learnt began chose continued
    promised offered needs plans intends went came
    """.split()
)


def determined(word: str) -> bool:
    """Whether ``word``, small, begins a noun phrase: an article, a pronoun, a number."""
    return word in DETERMINERS or word[:1].isdigit()


# "fired four times a year": the kiln is. "Opened 2018" may be the shop.
_PASSIVE_RATHER = regex(r"(?:once|twice|daily|weekly|monthly|yearly|annually|by|\S+ (?:times|per))\b|(?:19|20)\d\d\b")
# "asked about computers she says …": the sentence has its subject further on.
_OWN_CLAUSE = regex(
    r"\b(?!(?:and|but|or|where|when|which|that|because|while|after|before|as|who|whom|what|how|if|until|since|than|though"
    r"|although|so|why|once)\s)[a-z]+ (?:she|he|they|i) [a-z]+"
)
_IN_A_CALLING = frozenset("in as from at first under after".split())


def _active(first: str, following: str, rest: str) -> bool:
    """Whether a past form at the start tells what somebody did, not what was done to them or what they are."""
    if _PASSIVE_RATHER.match(rest) or (following in PREPOSITIONS and _OWN_CLAUSE.search(rest)):
        return False
    if first in {"retired", "trained", "qualified"} and following in _IN_A_CALLING:
        return True
    if first in ADJECTIVAL:
        return first not in {"born", "based", "known", "awarded", "named", "appointed", "elected"} and determined(
            following
        )
    if first in PAST and first not in PARTICIPLES:
        return True
    if following in {"over", "about", "around", "under"} and rest.split()[1:2] and rest.split()[1][:1].isdigit():
        return True
    if following in PREPOSITIONS or following == "as":
        return first in GOES_WITH_PREPOSITION
    head = w.head_noun(rest)
    return determined(following) or not w.names_a_person(rest) or head.endswith("s")


def has_finite(found: list[str]) -> bool:
    """Whether there is a verb of a main clause; what follows "that" or "who" is none."""
    first_is_yours = found[:1] == ["your"] or found[:1] == ["Your"]
    for at, word in enumerate(found[1:], 1):
        low, after = word.casefold(), (found[at + 1].casefold() if at + 1 < len(found) else "")
        if low == "that" and found[at - 1].casefold() in PREPOSITIONS:
            continue
        if low in {"that", "which", "who", "whose", "where", "when", "what"}:
            return False
        if low in _FINITE or (low in PAST and low not in PARTICIPLES):
            return True
        if (
            w.is_past(low)
            and (at > 1 or found[0] != "your")
            and (determined(after) or after in {"you", "your"} or low in GOES_WITH_PREPOSITION)
        ):
            return True
        if first_is_yours and at > 1 and _plural_verb(found[at - 1], low, after):
            return True
        adverb = found[at - 1].casefold() in {"now", "also", "still", "already", "often", "usually"}
        third = w.is_third(low) and (adverb or w.base_of_third(low) not in NOUNISH) and low != "does"
        if third and at > 1 and after:
            return True
    return False


_HAPPENED = frozenset("opened closed appeared started ended began failed moved survived".split())


def _plural_verb(before: str, low: str, after: str) -> bool:
    """``your library opened in 2018``, ``your assemblies never last``: verbs that may look like something else."""
    never = low in {"never", "always", "often", "rarely", "seldom", "usually"} and before.endswith("s") and bool(after)
    return never or (low in _HAPPENED and after in {"in", "with", "on", "from", "after"})
