"""Amounts of money, fractions, shares, decades and durations led by "a"."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.quantities import numerals
from outreach.wording.quantities.numerals import numeral
from outreach.wording.quantities.quantity import Bound, Kind, Quantity
from outreach.wording.quantities.tokens import Tokens
from outreach.wording.quantities.units import CURRENCY, MINUTES, UNITS, duration, made

_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
              "tenth": 10}  # fmt: skip
DECADES = {re.sub("y$", "ies", word): value for word, value in numerals.TENS.items()}


def money(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """£6, NOK 3.5 million, 14,000 euros, €14k; a currency word behind is looked at in ``counted``."""
    unit = CURRENCY.get(tokens.low(at))
    if unit is None or (tokens[at].text.isalpha() and not tokens[at].text.isupper()):
        return None
    number = numeral(tokens, at + 1)
    if number is None or number.ordinal or not number.digits:
        return None
    return made(tokens, Kind.MONEY, number.value, at, number.stop, currency=unit), number.stop


def fraction(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """a third of, two thirds, one job in three; half an hour, three quarters of an hour, half a dozen."""
    low = tokens.low(at)
    if share := _part_of(tokens, at):
        return share
    above, part = 1.0, at
    if low in {"a", "one", "the"} or (low in numerals.ONES and numerals.ONES[low] < 10):
        above, part = float(numerals.ONES.get(low, 1)), at + 1
        if tokens.low(part) == "-":
            part += 1
    below = _FRACTIONS.get(tokens.low(part).removesuffix("s"))
    if below is None or (low == "the" and below != 2):
        return None
    after = part + 1
    if timed := _part_of_unit(tokens, at, part, above / below):
        return timed
    if below in {2, 4}:
        begin = after + 1 if tokens.low(after) in {"of", "-"} else after
        begin = begin + 1 if tokens.low(begin) in {"a", "an"} else begin
        scale = {"dozen": 12, "million": 1_000_000, "billion": 1_000_000_000}.get(tokens.low(begin))
        if scale and begin > after:
            return made(tokens, Kind.COUNT, above / below * scale, at, begin + 1), begin + 1
    hypothetical = any(tokens.low(n) == "if" for n in range(at))
    if part == at or tokens.low(after) not in {"of", "as", "", ".", ",", ";", ")", "since", "from", "in", "by", "to"}:
        return None
    if below == 2 or low == "the" or (below == 4 and tokens.low(after) != "of"):
        return None
    return _share(tokens, 100 * above / below, at, after, weak=hypothetical), after


def _part_of_unit(tokens: Tokens, at: int, part: int, value: float) -> tuple[Quantity, int] | None:
    """half an hour, three quarters of an hour, a third of a year; ``part``: the token of the fraction."""
    after = part + 1
    begin = after + 1 if tokens.low(after) in {"of", "-"} else after
    article = tokens.low(begin) in {"a", "an"}
    begin = begin + 1 if article else begin
    unit = UNITS.get(tokens.low(begin))
    if unit is None:
        return None
    halves = tokens.low(part).removesuffix("s") in {"half", "quarter"}
    if halves and not (begin > after or (tokens.low(part) == "half" and tokens.low(begin) in {"hour", "day", "year"})):
        return None
    if not halves and not (article and part > at and tokens.low(after) == "of" and tokens.low(begin) in MINUTES):
        return None
    found = duration(tokens, value * MINUTES[unit], value, unit, at, begin + 1)
    rough = not halves and found.bound is Bound.EXACT
    return (replace(found, bound=Bound.ABOUT) if rough else found), begin + 1


def _part_of(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """one job in three, three wheels in a hundred, 19 in every 100; "nine times out of ten" is weak."""
    if all(tokens.low(n) not in {"in", "of"} for n in range(at + 1, at + 7)):
        return None
    above = numeral(tokens, at)
    if above is None or above.ordinal or tokens.low(above.stop) in UNITS or (at and tokens.low(at - 1) == "out"):
        return None
    for step in range(above.stop, above.stop + 4):
        low = tokens.low(step)
        if low == "in" or (low == "of" and tokens.low(step - 1) == "out"):
            begin = step + 2 if tokens.low(step + 1) == "every" else step + 1
            below = numeral(tokens, begin)
            if below is None or below.ordinal or not max(1, above.value) < below.value <= 1000:
                return None
            if above.value != 1 and not (low == "of" or _ends(tokens, below.stop)):
                return None
            if tokens.low(below.stop) in UNITS:
                return None
            often = tokens.low(step - 2 if low == "of" else step - 1) == "times"
            return _share(tokens, 100 * above.value / below.value, at, below.stop, weak=often), below.stop
        if not low.isalpha():
            return None
    return None


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether no noun that would be counted stands at a token."""
    low = tokens.low(at)
    return not low or not low[0].isalnum() or low in FUNCTION_WORDS


def _share(tokens: Tokens, value: float, at: int, stop: int, *, weak: bool = False) -> Quantity:
    """A share in words: it is round by nature, unless it has a bound of its own."""
    found = made(tokens, Kind.PERCENT, value, at, stop, weak=weak)
    return found if found.bound is not Bound.EXACT else replace(found, bound=Bound.ABOUT)


def one_unit(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """a year and a half, an hour, a fortnight, a decade, a couple of days."""
    if tokens.low(at) not in {"a", "an"}:
        return None
    if tokens.low(at + 1) == "couple" and tokens.low(at + 2) == "of":
        unit = UNITS.get(tokens.low(at + 3))
        if unit:
            return replace(duration(tokens, 2 * MINUTES[unit], 2, unit, at, at + 4), weak=True), at + 4
        return made(tokens, Kind.COUNT, 2, at, at + 3, weak=True), at + 3
    unit = UNITS.get(tokens.low(at + 1))
    if unit is None or tokens.low(at + 1) not in MINUTES:
        return None
    value, stop = 1.0, at + 2
    if tokens.low(stop) == "and" and tokens.low(stop + 1) in {"a", "half"}:
        half = tokens.low(stop + 2) if tokens.low(stop + 1) == "a" else "half"
        if half in {"half", "quarter"}:
            value, stop = (1.5 if half == "half" else 1.25), stop + (3 if tokens.low(stop + 1) == "a" else 2)
    elif tokens.low(stop) == "and" and (rest := more(tokens, stop + 1, unit)):
        value, stop = 1 + rest[0] / MINUTES[unit], rest[1]
    found = duration(tokens, value * MINUTES[unit], value, unit, at, stop)
    return (replace(found, weak=value == 1 and unit not in {"fortnight", "decade"})), stop


def more(tokens: Tokens, at: int, unit: str) -> tuple[float, int] | None:
    """The smaller part of "an hour and twenty minutes", "two years and six months": minutes and the token behind."""
    number = numeral(tokens, at)
    smaller = UNITS.get(tokens.low(number.stop)) if number and not number.ordinal else None
    if number is None or smaller is None or MINUTES[smaller] >= MINUTES[unit]:
        return None
    return number.value * MINUTES[smaller], number.stop + 1


def decade(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """the 1990s, the nineties, in your twenties."""
    token = tokens[at]
    if token.low in DECADES:
        return made(tokens, Kind.DECADE, DECADES[token.low], at, at + 1), at + 1
    if token.digits and re.fullmatch(r"(?:1[89]|20)?\d0", token.text):
        after = tokens.low(at + 1)
        if tokens.joined(at + 1) and (after == "s" or (after in {"'", "’"} and tokens.low(at + 2) == "s")):
            stop = at + 2 if after == "s" else at + 3
            return made(tokens, Kind.DECADE, float(token.text), at, stop), stop
    return None
