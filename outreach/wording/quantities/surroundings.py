"""What stands around a number: what it counts, and the clause it stands in."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.wording.lexicon import FUNCTION_WORDS, MONTHS
from outreach.wording.quantities import numerals
from outreach.wording.quantities.counted import THOSE
from outreach.wording.quantities.quantity import Kind, Quantity
from outreach.wording.quantities.tokens import Tokens
from outreach.wording.quantities.units import HEDGES, MINUTES, UNITS
from outreach.wording.words import stem

_NUMERIC = frozenset({*numerals.ONES, *numerals.TENS, *numerals.SCALES, *numerals.ORDINALS, "hundred", "dozen",
                      "half", "quarter", "twice", "once"})  # fmt: skip
_NO_NOUN = frozenset(
    """
    last past first next back again away ahead behind now then once still already later earlier ago only just even also
    too never ever always often soon far altogether together total today yet yesterday tomorrow
    """.split()
)
"""Words that no number counts, wherever they stand beside one."""
_EMPTY = frozenset({*FUNCTION_WORDS, *HEDGES, *_NUMERIC, *UNITS, *MONTHS})
_THEM = frozenset("them these those which whom".split())
_BREAKS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "–", "—", "and", "but", "while", "whereas", "“", "”", '"'})


class Stems:
    """The stems of tokens, made when asked for; empty for words that carry nothing."""

    __slots__ = ("_made", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._made: dict[int, str] = {}

    def __getitem__(self, at: int) -> str:
        if at not in self._made:
            token = self.tokens[at]
            self._made[at] = _stem_of(token.low, token.digits) if token.low else ""
        return self._made[at]


def with_context(tokens: Tokens, found: list[tuple[Quantity, int, int]]) -> tuple[Quantity, ...]:
    """Quantities with the stems of what they count and of the clause they stand in."""
    stems = Stems(tokens)
    done: list[Quantity] = []
    for n, (quantity, at, stop) in enumerate(found):
        first = at
        while first > 0 and tokens.all[first - 1].low not in _BREAKS:
            first -= 1
        last = stop
        while last < len(tokens) and tokens.all[last].low not in _BREAKS:
            last += 1
        around = (*range(first, at), *range(stop, last))
        near = frozenset(stems[n] for n in around if stems[n])
        unit = _unit(tokens, stems, at, stop)
        timed = UNITS.get(tokens.low(stop + 1 if tokens.low(stop) == "-" else stop))
        if quantity.kind is Kind.ORDINAL and timed:
            unit = (timed,)
        if n and quantity.kind is Kind.COUNT is done[-1].kind and _ranges(tokens, found[n - 1][2], at):
            unit = unit if _behind(stems, stop) else (*unit, *done[-1].unit)
            done[-1] = done[-1] if done[-1].unit else replace(done[-1], unit=unit)
        quantity = replace(quantity, unit=unit, near=near)
        done.append(_part_of_those(tokens, quantity, at, stop, done[-1]) if done else quantity)
    return tuple(done)


def _part_of_those(tokens: Tokens, one: Quantity, at: int, stop: int, before: Quantity) -> Quantity:
    """A number that leaves out what it counts, with what the one before counts: "38 years, the last 12 as checker"."""
    of_them = tokens.low(stop) == "of" and tokens.low(stop + 1) in _THEM
    if one.kind is not Kind.COUNT or one.unit or not (of_them or tokens.low(at - 1) in {"last", "first", "other"}):
        return one
    if re.search(r"[.!?]\s", tokens.text[before.end : one.start]):
        return one
    if before.kind is Kind.DURATION and before.each and one.value <= before.said:
        return replace(one, kind=Kind.DURATION, value=one.said * MINUTES[before.each], each=before.each)
    return replace(one, unit=before.unit) if before.kind is Kind.COUNT else one


def _ranges(tokens: Tokens, stop: int, at: int) -> bool:
    """Whether one number goes on to the next within a word or two: "fifteen to twenty", "from 300 words to 120"."""
    return 0 < at - stop <= 3 and tokens.low(at - 1) in {"to", "-", "–", "and", "or", "of"}


def _behind(stems: Stems, stop: int) -> bool:
    return bool(stems[stop])


def _unit(tokens: Tokens, stems: Stems, at: int, stop: int) -> tuple[str, ...]:
    """The words that say what is counted: up to three behind it, and the noun of "team of 14" or "line 4" before."""
    if tokens.low(at) == "twice":
        return ()
    begin = stop
    while tokens.low(begin) in {"-", "of", *THOSE}:
        begin += 1
    found: list[str] = []
    while stems[begin] and tokens.low(begin) not in _NO_NOUN and len(found) < 3:
        found.append(stems[begin])
        begin += 1
        if tokens.low(begin) == "-":
            begin += 1
    before = at - 1
    of = tokens.low(before) == "of"
    while before >= 0 and tokens.low(before) in {"of", "no", "number", ".", "nr"}:
        before -= 1
    noun = stems[before] if before >= 0 and tokens.low(before) not in _NO_NOUN else ""
    if noun and (of or not found):
        found.append(noun)
    return tuple(found)


def _stem_of(low: str, digits: bool) -> str:
    if (
        digits
        or low in FUNCTION_WORDS
        or low in _NO_NOUN
        or low in _NUMERIC
        or low in UNITS
        or low in MONTHS
        or not low[0].isalpha()
    ):
        return ""
    return stem(low) if len(low) > 1 else ""
