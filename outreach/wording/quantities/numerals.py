"""Numerals: forty, 40, forty-two, a hundred and twenty, 1,200, 1.2 million, 12k, third, 3rd."""

from __future__ import annotations

import re
from typing import NamedTuple

from outreach.wording.quantities.tokens import Tokens

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = {word: value for value, word in enumerate(_ONES) if value}
TENS = {word: 10 * value for value, word in enumerate(_TENS, 2)} | {"fourty": 40}
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SUFFIXES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_ORDINAL_ONES = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
""".split()
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_ONES) if value} | {
    re.sub("y$", "ieth", word): value for word, value in TENS.items()
}
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
NUMBER_WORDS = {
    **{word: str(value) for word, value in (ONES | TENS).items() if value > 1},
    "hundred": "100",
    **{word: str(value) for word, value in SCALES.items()},
    "twice": "2",
    "dozen": "12",
}
"""Number words with their value in digits."""

STARTS = frozenset({*ONES, *TENS, *SCALES, *ORDINALS, "hundred", "dozen", *HALVES})


class Numeral(NamedTuple):
    """A numeral and where it ends."""

    value: float
    stop: int
    """The token behind it."""
    ordinal: bool = False
    digits: bool = False


def numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins at a token; ``None`` where none does."""
    token = tokens[at]
    found = _digits(tokens, at) if token.digits else _words(tokens, at)
    if found is None or found.ordinal:
        return found
    stop, value = found.stop, found.value
    if tokens.are(stop, "and", "a", "half"):
        return found._replace(value=value + 0.5, stop=stop + 3)
    if tokens.low(stop) in HALVES:
        return found._replace(value=value + HALVES[tokens.low(stop)], stop=stop + 1)
    return found


def _digits(tokens: Tokens, at: int) -> Numeral | None:
    text = tokens[at].text
    value = plain(text)
    if value is None:
        return None
    stop = at + 1
    while len(text) <= 3 and re.fullmatch(r"[0-9]{3}", tokens[stop].text) and _is_gap(tokens, stop):
        value, stop = value * 1000 + int(tokens[stop].text), stop + 1
    low = tokens.low(stop)
    if tokens.joined(stop):
        if low in {"st", "nd", "rd", "th"}:
            return Numeral(value, stop + 1, ordinal=True, digits=True)
        if low in _SUFFIXES:
            return Numeral(value * _SUFFIXES[low], stop + 1, digits=True)
    if low in SCALES or low in {"hundred", "dozen"}:
        return Numeral(value * {**SCALES, "hundred": 100, "dozen": 12}[low], stop + 1, digits=True)
    if low in {"bn", "mn"} or tokens[stop].text in {"M", "K"}:
        return Numeral(value * _SUFFIXES[low], stop + 1, digits=True)
    return Numeral(value, stop, digits=True)


def _is_gap(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens[at - 1].end : tokens[at].start] in {" ", "\u00a0", "\u202f", "\u2009"}


def plain(text: str) -> float | None:
    """The value of a number in digits; ``None`` for a time, a date or a version."""
    if text.isdigit() and text.isascii():
        return float(text) if len(text) < 16 else None
    if re.fullmatch(r"\d{1,3}(?:[,’']\d{3})+(?:\.\d+)?", text, re.ASCII):
        return float(re.sub(r"[,’']", "", text))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", text, re.ASCII):
        return float(text.replace(".", ""))
    if re.fullmatch(r"\d{1,15}[.,]\d{1,9}", text, re.ASCII):
        return float(text.replace(",", "."))
    return None


def _words(tokens: Tokens, at: int) -> Numeral | None:
    total = current = 0.0
    stop = at
    if tokens.low(at) in {"a", "an"}:
        if tokens.low(at + 1) not in {"hundred", "dozen", *SCALES}:
            return None
        stop = at + 1
    begun = False
    while True:
        low = tokens.low(stop)
        skip = 0
        if (begun and low == "-" and tokens.joined(stop)) or (begun and low == "and" and (total or current >= 100)):
            skip = 1
        word = tokens.low(stop + skip)
        step = _step(word, total, current, joined=skip == 1, begun=begun)
        if step is None:
            break
        total, current = step
        stop += skip + 1
        begun = True
        if word in ORDINALS:
            return Numeral(total + current, stop, ordinal=True)
    return Numeral(total + current, stop) if begun else None


def _step(word: str, total: float, current: float, *, joined: bool, begun: bool) -> tuple[float, float] | None:
    """The numeral with one more word; ``None`` where the word does not go on with it."""
    if word in ONES or word in TENS or word in ORDINALS:
        value = ONES.get(word) or TENS.get(word) or ORDINALS[word]
        rest = current % 100
        if begun and (rest and (rest < 20 or rest % 10 or value >= 10)):
            return None
        if begun and not rest and not current and not total:
            return None
        if begun and word in ORDINALS and not joined and rest:
            return None
        return total, current + value
    if word == "hundred":
        return (total, (current or 1) * 100) if current < 100 else None
    if word == "dozen":
        return (total, (current or 1) * 12) if current < 100 else None
    if word in SCALES:
        return (total + (current or 1) * SCALES[word], 0.0) if current or not begun else None
    return None
