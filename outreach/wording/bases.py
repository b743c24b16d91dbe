"""Base forms of verbs; empty where a form may come from none, or from two."""

from __future__ import annotations

from outreach.wording import words as w
from outreach.wording.lexicon import PAST, VERBS

_VOWELS = frozenset("aeiou")
# Verbs that notes seldom begin with, but a clause may have.
_FURTHER_PAST = {
    "bet": "bet", "bled": "bleed", "bore": "bear", "bound": "bind", "burnt": "burn", "burst": "burst",
    "cost": "cost", "crept": "creep", "dreamt": "dream", "fled": "flee", "forgave": "forgive", "hurt": "hurt",
    "knelt": "kneel", "leapt": "leap", "meant": "mean", "overcame": "overcome", "shook": "shake", "shrank": "shrink",
    "shut": "shut", "slid": "slide", "spelt": "spell", "spoilt": "spoil", "spread": "spread", "swore": "swear",
    "withdrew": "withdraw", "wound": "wind",
}  # fmt: skip
_FURTHER = frozenset(
    """
    amount appear be bear belong bend bet bleed burn consist cost creep die differ do dream embed exceed expect
    feed fit flee hate have hinge hope hurt know lack last like love matter mean mind miss need notice occur
    overlook owe prefer proceed regret rest rise seed seem shake shed shrink slide speed spell spoil spread
    succeed suit swear trust weed wonder worry
    """.split()
)


def base_of_ing(word: str) -> str:
    """``choosing`` → ``choose``, ``getting`` → ``get``; empty for a word that is no form of a known verb."""
    low = word.casefold()
    if not low.endswith("ing") or len(low) < 5:
        return ""
    return _known(low[:-3])


def base_of_past(word: str) -> str:
    """``kept`` → ``keep``, ``planned`` → ``plan``, ``networked`` → ``network``; empty where it is not certain."""
    low = word.casefold()
    if low in PAST | _FURTHER_PAST:
        return {**_FURTHER_PAST, **PAST}[low]
    if not low.endswith("ed") or len(low) < 4:
        return ""
    if low.endswith("ied") and low[:-3] + "y" in VERBS:
        return low[:-3] + "y"
    if known := _known(low[:-2]):
        return known
    trunk = low[:-2]
    # An unknown verb whose trunk ends in two consonants lost no e and doubled nothing: "networked".
    plain = len(trunk) > 3 and trunk[-1] not in _VOWELS | set("lrsvcgz") and trunk[-2] not in _VOWELS
    return trunk if plain and trunk[-1] != trunk[-2] else ""


def _known(trunk: str) -> str:
    """The verb that has lost an ending behind ``trunk``; a lost e is likelier than none (``hoping``)."""
    ways = [trunk + "e", trunk]
    if len(trunk) > 2 and trunk[-1] == trunk[-2]:
        ways.append(trunk[:-1])
    return next((way for way in ways if way in VERBS), "be" if trunk == "be" else "")


def is_past_form(word: str) -> bool:
    """Whether ``word`` can be the past form of a verb, the rarer ones too."""
    return w.is_past(word) or word.casefold() in _FURTHER_PAST


def is_base_form(word: str) -> bool:
    """Whether ``word`` can be the base form of a verb, those of having and feeling too."""
    return w.is_base(word) or word.casefold() in _FURTHER


def is_third_singular(word: str) -> bool:
    """Whether ``word`` can be the third person of a known verb, ``is`` and its like left out."""
    low = word.casefold()
    return low not in {"is", "has", "does"} and (w.is_third(low) or (low[-1:] == "s" and low[:-1] in _FURTHER))
