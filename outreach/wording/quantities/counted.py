"""Numbers with what they count: "11 boats", "18 months", "33 per cent", "14,000 euros", 2019."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.quantities import numerals
from outreach.wording.quantities.amounts import more
from outreach.wording.quantities.numerals import Numeral, numeral
from outreach.wording.quantities.quantity import Kind, Quantity
from outreach.wording.quantities.tokens import Tokens
from outreach.wording.quantities.units import CURRENCY, MINUTES, UNITS, duration, made
from outreach.wording.words import stem

_DISCOURSE = frozenset(
    stem(word)
    for word in """
    thing point question line sentence word way topic option idea thought reason slot cent part side minute time
    thank question example note message remark try bit piece extreme world mind
    """.split()
)
_PARTS_OF_DAY = frozenset(["day", "night"])
"""Before a plural they say what sort of thing is counted: "two night passages"."""
_BODY = frozenset(map(stem, "hand eye ear foot feet leg arm knee shoulder lung thumb finger".split()))
_THIS_CENTURY = 40
"""Years of two digits, as in ’06, below this one are of this century."""
THOSE = frozenset("the us you them these those my our your their its".split())


def phrase(tokens: Tokens, at: int) -> int:
    """How many tokens a number takes that counts nothing: nine-to-five, one-on-one, 24/7, two or three."""
    if tokens[at].digits and tokens[at].text in {"24/7", "50/50", "1/2", "1/3", "2/3", "1/4", "3/4"}:
        return 1
    if tokens.low(at + 1) == "-" and tokens.joined(at + 1):
        if tokens.low(at + 2) in {"to", "on"} and tokens.low(at + 3) == "-":
            return 5
        if tokens.low(at + 2) == tokens.low(at) and tokens.joined(at + 2):
            return 3
    small = numerals.ONES.get(tokens.low(at), 0)
    if 0 < small <= 5 and tokens.low(at + 1) == "or" and numerals.ONES.get(tokens.low(at + 2)) == small + 1:
        return 3
    return 0


def counted(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """A numeral with what it counts."""
    if tokens.low(at) == "twice":
        return made(tokens, Kind.COUNT, 2, at, at + 1, weak=True), at + 1
    number = numeral(tokens, at)
    if number is None:
        return None
    value, stop = number.value, number.stop
    if number.ordinal:
        return made(tokens, Kind.ORDINAL, value, at, stop, weak=value < 4 and not number.digits), stop
    year = _year(tokens, at, number)
    if year:
        return year
    unit_at = stop + 1 if tokens.low(stop) == "-" and tokens.joined(stop) else stop
    unit = tokens.low(unit_at)
    if unit in {"%", "percent", "pct"} or (unit == "per" and tokens.low(unit_at + 1) == "cent"):
        end = unit_at + (2 if unit == "per" else 1)
        return made(tokens, Kind.PERCENT, value, at, end, weak=value == 100), end
    if unit in CURRENCY or unit.removesuffix("s") in CURRENCY:
        currency = CURRENCY.get(unit) or CURRENCY[unit.removesuffix("s")]
        return made(tokens, Kind.MONEY, value, at, unit_at + 1, currency=currency), unit_at + 1
    kind_of_thing = unit in _PARTS_OF_DAY and unit_at == stop and _is_plural(tokens.low(unit_at + 1))
    if (unit in UNITS and not kind_of_thing) or (unit in {"h", "d"} and tokens.joined(unit_at)):
        return _long(tokens, at, unit_at, number, UNITS.get(unit) or {"h": "hour", "d": "day"}[unit])
    if value < 2:
        return (made(tokens, Kind.COUNT, value, at, stop, weak=True), stop) if number.digits else None
    weak = _manner(tokens, at, unit_at, value) or _by_far(tokens, at, stop)
    return made(tokens, Kind.COUNT, value, at, stop, weak=weak), stop


def _is_plural(word: str) -> bool:
    return word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in FUNCTION_WORDS


def _long(tokens: Tokens, at: int, unit_at: int, number: Numeral, unit: str) -> tuple[Quantity, int]:
    """A duration: "two years and a half", "1 hour 20 minutes"."""
    value, stop = number.value, unit_at + 1
    minutes = value * MINUTES[unit]
    if tokens.low(stop) == "and" and tokens.are(stop + 1, "a", "half"):
        value, minutes, stop = value + 0.5, minutes + MINUTES[unit] / 2, stop + 3
    else:
        begin = stop + 1 if tokens.low(stop) == "and" else stop
        if rest := more(tokens, begin, unit):
            minutes, stop = minutes + rest[0], rest[1]
    first = tokens.low(at - 1) in {"first", "last", "next"} and "?" in tokens.text
    always = (value, unit) in {(24, "hour"), (7, "day")} and tokens.low(stop) in {"a", "per"}
    weak = value <= 1 or (value == 2 and tokens.low(at - 1) == "or") or first or always
    return replace(duration(tokens, minutes, value, unit, at, stop), weak=weak), stop


def _year(tokens: Tokens, at: int, number: Numeral) -> tuple[Quantity, int] | None:
    """2019, nineteen ninety-eight, twenty twenty-four; the second half of 2012-16."""
    token = tokens[at]
    if token.digits:
        whole = re.fullmatch(r"((?:1[89]|20)\d\d)(?:/(\d\d|\d{4}))?", token.text)
        if whole and number.stop == at + 1:
            return made(tokens, Kind.YEAR, float(whole[1]), at, at + 1), at + 1
        if re.fullmatch(r"\d\d", token.text) and tokens.low(at - 1) in {"'", "’", "‘"} and tokens.joined(at):
            century = 2000 if int(token.text) < _THIS_CENTURY else 1900
            return made(tokens, Kind.YEAR, century + float(token.text), at - 1, at + 1), at + 1
        before = tokens[at - 2].text
        close = tokens.low(at - 1) in {"-", "–", "/"} and tokens.joined(at) and tokens.joined(at - 1)
        if close and re.fullmatch(r"\d\d", token.text) and re.fullmatch(r"(?:19|20)\d\d", before):
            return made(tokens, Kind.YEAR, float(before[:2] + token.text), at, at + 1), at + 1
        return None
    if number.value in {19, 20} and tokens.low(number.stop) not in {"-", "and"}:
        rest = numeral(tokens, number.stop)
        if rest and not rest.ordinal and not rest.digits and 10 <= rest.value <= 99:
            return made(tokens, Kind.YEAR, number.value * 100 + rest.value, at, rest.stop), rest.stop
    return None


def _by_far(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a round number only means very many: "thanks a million", "a thousand forms from now"."""
    if tokens.low(at) != "a" or stop != at + 2:
        return False
    after = tokens.low(stop)
    alone = not after[:1].isalnum() or after in FUNCTION_WORDS
    return tokens.low(at + 1) in numerals.SCALES or (tokens.low(at + 1) == "hundred" and alone)


def _manner(tokens: Tokens, at: int, unit_at: int, value: float) -> bool:
    """Whether a small number may be a manner of speaking: "two things", "one or two", "the two of us"."""
    unit = tokens.low(unit_at)
    noun = stem(unit) if unit.isalpha() else ""
    if noun in _DISCOURSE or (tokens.low(unit_at + 1).isalpha() and stem(tokens.low(unit_at + 1)) in _DISCOURSE):
        return value <= 5 or (tokens.low(at) in {"a", "hundred", "thousand", "million"} and noun in _DISCOURSE)
    if noun in _BODY and (value == 2 or (value == 10 and noun == "finger")):
        return True
    if unit == "of" and tokens.low(unit_at + 1) in THOSE:
        return value <= 4
    if value <= 3 and tokens.low(at - 1) in {"the", "these", "those", "other"}:
        return True
    if value <= 5 and tokens.low(at - 1) == "or":
        return True
    return value == 2 and unit_at > at + 1 and unit in {"way", "fold", "sided", "part"}
