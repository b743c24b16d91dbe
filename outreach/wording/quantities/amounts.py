"""Amounts of money, fractions, shares, decades and durations led by "a"."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.wording.quantities import numerals
from outreach.wording.quantities.numerals import numeral
from outreach.wording.quantities.quantity import Kind, Quantity
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
    if low == "one" and (share := _one_in(tokens, at)):
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
    if below in {2, 4}:
        begin = after + 1 if tokens.low(after) in {"of", "-"} else after
        begin = begin + 1 if tokens.low(begin) in {"a", "an"} else begin
        unit = UNITS.get(tokens.low(begin))
        if unit and (begin > after or (below == 2 and tokens.low(begin) in {"hour", "day", "year"})):
            minutes = above / below * MINUTES[unit]
            return duration(tokens, minutes, above / below, unit, at, begin + 1), begin + 1
        scale = {"dozen": 12, "million": 1_000_000, "billion": 1_000_000_000}.get(tokens.low(begin))
        if scale and begin > after:
            return made(tokens, Kind.COUNT, above / below * scale, at, begin + 1), begin + 1
    hypothetical = any(tokens.low(n) == "if" for n in range(at))
    if part == at or tokens.low(after) not in {"of", "as", "", ".", ",", ";", ")", "since", "from", "in", "by", "to"}:
        return None
    if below == 2 or low == "the" or (below == 4 and tokens.low(after) != "of"):
        return None
    return made(tokens, Kind.PERCENT, 100 * above / below, at, after, weak=hypothetical), after


def _one_in(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    for step in range(1, 5):
        if tokens.low(at + step) in {"in", "of"}:
            below = numeral(tokens, at + step + 1)
            if below is None or below.ordinal or tokens.low(below.stop) in UNITS or not 2 <= below.value <= 100:
                return None
            if tokens.low(at + step) == "of" and tokens.low(at + step - 1) != "out":
                return None
            return made(tokens, Kind.PERCENT, 100 / below.value, at, below.stop), below.stop
        if not tokens.low(at + step).isalpha():
            return None
    return None


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
