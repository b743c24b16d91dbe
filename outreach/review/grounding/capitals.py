"""Capitals that name nobody: ordinary words at the start of a sentence, courtesies, languages in a saying."""

from __future__ import annotations

import re

from outreach.review.context import common_words
from outreach.review.grounding.lexicon import courtesies, everyday, is_english, places
from outreach.review.grounding.name_index import PARTICLES
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.words import is_past, is_third

# Given names that are words too: "Mark told me" names somebody, "Mark the date" does not.
_WORD_NAMES = frozenset(
    """
    amber bill chase chuck daisy dean dick drew faith frank gene grace grant guy heather hope iris ivy jack jasmine joy
    june lance lily mark may miles olive pat penny pierce poppy ray rich rob robin rose ruby rusty sage sandy skip sky
    sue summer tony victor violet wade will
    """.split()
)

# "no Latin", "any Greek": a language in a saying, which tells of nobody.
_DENIED = frozenset("no without any little broken rusty poor bad".split())
_IN_SAYINGS = frozenset(
    """
    alphabet bread cheese coffee courage delight dressing food fries knife letter letters name names numerals numeral
    pastry pastries press roulette salad script sprouts tea toast whispers windows yoghurt
    """.split()
)
_OLD_TONGUES = frozenset("latin sanskrit esperanto gothic roman".split())


def is_ordinary(tokens: list[re.Match[str]], at: int, low: str) -> bool:
    """Whether the token at ``at`` is an ordinary English word, and does not act as a person does: "Mark told me"."""
    word = re.sub(r"['’].*$", "", low)
    if word in _WORD_NAMES and at + 1 < len(tokens):
        after = tokens[at + 1][0]
        if is_past(after) or (is_third(after) and word != "will") or low.endswith("s"):
            return False
    return all(is_english(part) for part in re.split(r"[-.]", word) if part)


def opens_name(text: str, tokens: list[re.Match[str]], at: int, low: str) -> bool:
    """Whether a rarer word and the capital behind it are one name: "Carillon Works"."""
    if low in common_words() or low.endswith("ly") or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    joined = text[tokens[at].end() : after.start()] == " " and after[0][0].isupper() and not after[0].isupper()
    second = folded(after[0])
    return joined and second in common_words() and second not in everyday()


def is_foreign(text: str, tokens: list[re.Match[str]], at: int, low: str) -> bool:
    """Whether a word that begins a sentence is thanks or a saying of another language: "Mea culpa"."""
    if low in courtesies():
        return True
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if after[:1].isupper():
        return False
    joined = after.isalpha() and len(after) > 2 and text[tokens[at].end() : tokens[at + 1].start()] == " "
    return joined and not (after in PARTICLES or is_english(folded(after)))


def is_tongue(tokens: list[re.Match[str]], at: int, low: str) -> bool:
    """Whether a word names a language or a people only in passing: "no Latin", "Greek letters", "my French is poor"."""
    if low not in places() and low not in _OLD_TONGUES:
        return False
    before = folded(tokens[at - 1][0]) if at else ""
    after = folded(tokens[at + 1][0]) if at + 1 < len(tokens) else ""
    return (
        before in _DENIED
        or after in _IN_SAYINGS
        or (before in {"my", "our"} and (not after or after in FUNCTION_WORDS))
    )
