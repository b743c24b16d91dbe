"""Words that stand with a capital without naming anybody, ordinary English words, and places with their adjectives."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterator, Mapping

from outreach.review.context import common_words
from outreach.wording.clean import folded
from outreach.wording.words import stem

_ENDINGS = (
    "ness", "less", "ings", "ing", "est", "ers", "ies", "ied", "ier", "es", "ed", "er", "ly", "st", "rs", "s", "d", "r",
)  # fmt: skip

_LEADS = ("un", "re", "over", "under", "non", "pre", "mis", "dis", "out")


def _lines(name: str) -> Iterator[str]:
    text = importlib.resources.files("outreach.review").joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@functools.cache
def everyday() -> frozenset[str]:
    """Days, months, titles, degrees, short forms in everyday use, folded."""
    return frozenset(folded(word) for line in _lines("everyday_names.txt") for word in line.split())


@functools.cache
def courtesies() -> frozenset[str]:
    """Thanks, greetings and wishes in other languages, folded."""
    return frozenset(folded(word) for line in _lines("courtesies.txt") for word in line.split())


@functools.cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """Stems of the words that may stand for a word in another's telling, by the word's stem."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("synonyms.txt"):
        row = frozenset(map(stem, line.split()))
        for one in row:
            found[one] = found.get(one, frozenset()) | row
    return found


@functools.cache
def _english() -> frozenset[str]:
    return common_words() | {word for line in _lines("english_words.txt") for word in line.split()}


@functools.lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Whether ``word``, folded, is an ordinary English word or a regular form of one."""
    listed = _english()
    if word in listed:
        return True
    for ending in _ENDINGS:
        base = word[: -len(ending)]
        if not word.endswith(ending) or len(base) < 3:
            continue
        if ending in {"d", "r", "rs", "st"}:
            if base.endswith("e") and base in listed:
                return True
            continue
        if ending == "ly" and is_english(base):
            return True
        doubled = base[-1] == base[-2]
        if base in listed or base + "e" in listed or (doubled and base[:-1] in listed):
            return True
        if base + "y" in listed or (base.endswith("i") and base[:-1] + "y" in listed):
            return True
    return any(word.startswith(lead) and len(word) > len(lead) + 3 and is_english(word[len(lead) :]) for lead in _LEADS)


@functools.cache
def places() -> Mapping[str, frozenset[str]]:
    """Names and adjectives of countries, folded, with all words that a fact may ground them by."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("places.txt"):
        names, adjectives, cities = (frozenset(folded(word) for word in part.split()) for part in line.split("|"))
        for word in names | adjectives:
            found[word] = found.get(word, frozenset()) | names | adjectives | cities
    return found
