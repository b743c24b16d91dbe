"""A text as normalised quantities with their places."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.wording.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from outreach.wording.quantities import calendar, clock, numerals
from outreach.wording.quantities.numerals import Numeral, numeral
from outreach.wording.quantities.quantity import Bound, Kind, Quantity
from outreach.wording.quantities.tokens import Tokens
from outreach.wording.words import stem

MINUTES = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0, "week": 10080.0,
    "fortnight": 20160.0, "month": 43830.0, "year": 525960.0, "decade": 5259600.0,
}  # fmt: skip
"""Minutes of a unit; a month is a twelfth of a year of 365.25 days."""
_SHORT_UNITS = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour",
    "wk": "week", "wks": "week", "mth": "month", "mths": "month", "mo": "month", "yr": "year", "yrs": "year",
}  # fmt: skip
_UNITS = {**{name: name for name in MINUTES}, **{f"{name}s": name for name in MINUTES}, **_SHORT_UNITS}
_UNITS |= {f"{name}'": name for name in _UNITS} | {f"{name}'s": name for name in MINUTES}
_CURRENCY = {
    "£": "gbp", "€": "eur", "$": "usd", "¥": "yen", "₹": "inr", "pound": "gbp", "quid": "gbp", "gbp": "gbp",
    "sterling": "gbp", "euro": "eur", "eur": "eur", "dollar": "usd", "usd": "usd", "buck": "usd", "aud": "usd",
    "cad": "usd", "krone": "krona", "kroner": "krona", "krona": "krona", "kronor": "krona", "nok": "krona",
    "sek": "krona", "dkk": "krona", "kr": "krona", "franc": "chf", "chf": "chf", "yen": "yen", "jpy": "yen",
    "rupee": "inr", "inr": "inr", "zloty": "pln", "pln": "pln", "ringgit": "myr", "myr": "myr", "rand": "zar",
    "zar": "zar", "naira": "ngn", "ngn": "ngn", "shilling": "shilling", "kes": "shilling", "cent": "cent",
}  # fmt: skip
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
              "tenth": 10}  # fmt: skip
_ABOUT = frozenset("about around roughly approximately some circa ca approx ~ nearabouts".split())
_OVER = frozenset("over above past beyond exceeding passed exceeded".split())
_UNDER = frozenset("almost nearly under below barely within".split())
_HEDGES = _ABOUT | _OVER | _UNDER
_DISCOURSE = frozenset(
    """
    thing point question line sentence word way topic option idea thought reason slot cent part side minute time
    thank question example note message remark try bit piece extreme world mind
    """.split()
)
_THOSE = frozenset("the us you them these those my our your their its".split())
_DECADES = {re.sub("y$", "ies", word): value for word, value in numerals.TENS.items()}
_NUMERIC = frozenset({*numerals.ONES, *numerals.TENS, *numerals.SCALES, *numerals.ORDINALS, "hundred", "dozen",
                      "half", "quarter", "twice", "once"})  # fmt: skip
_TRIGGERS = (
    numerals.STARTS
    | calendar.STARTS
    | frozenset({"a", "an", "half", "quarter", "three", "twice", "noon", "midday", "midnight", *_DECADES, *"£€$¥₹"})
    | {unit for unit in _CURRENCY if len(unit) == 3}
)
_DAILY = frozenset(
    f"{' '.join(WEEKDAYS)} {' '.join(f'{day}s' for day in WEEKDAYS)} morning mornings afternoon afternoons evening "
    "evenings weekday weekdays weekend weekends o'clock am pm free available daily suit suits noon time call clock "
    "meet talk ring phone".split()
)
_BREAKS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "–", "—", "and", "but", "while", "whereas", "“", "”", '"'})


def parsed(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text``, in order; no two overlap."""
    tokens = Tokens(text)
    if not any(token.digits or token.low in _TRIGGERS for token in tokens.all):
        return ()
    daily = any(token.low in _DAILY or (":" in token.text and token.digits) for token in tokens.all)
    found: list[tuple[Quantity, int, int]] = []
    at = 0
    while at < len(tokens):
        token = tokens.all[at]
        if not token.digits and token.low not in _TRIGGERS:
            at += 1
            continue
        one = _at(tokens, at, daily)
        if one is None:
            at += 1
            continue
        quantity, stop = one
        found.append((quantity, at, stop))
        at = max(stop, at + 1)
    return _with_context(tokens, found)


def _at(tokens: Tokens, at: int, daily: bool) -> tuple[Quantity, int] | None:
    """The quantity that begins at a token."""
    if tokens.joined(at) and tokens[at - 1].text[-1].isalpha() and tokens[at].digits:
        return None  # A4, Q3: a name
    low = tokens.low(at)
    return (
        (
            calendar.date_at(tokens, at)
            if low in calendar.STARTS or tokens[at].digits or low in numerals.ORDINALS
            else None
        )
        or (clock.time_at(tokens, at, daily=daily) if low != "the" else None)
        or _money(tokens, at)
        or _fraction(tokens, at)
        or _one_unit(tokens, at)
        or _decade(tokens, at)
        or _counted(tokens, at)
        or ((_made(tokens, Kind.OTHER, 0, at, at + 1), at + 1) if tokens[at].digits else None)
    )


def _money(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """£6, NOK 3.5 million, 14,000 euros, €14k; a currency word behind is looked at in ``_counted``."""
    unit = _CURRENCY.get(tokens.low(at))
    if unit is None or (tokens[at].text.isalpha() and not tokens[at].text.isupper()):
        return None
    number = numeral(tokens, at + 1)
    if number is None or number.ordinal or not number.digits:
        return None
    return _made(tokens, Kind.MONEY, number.value, at, number.stop, currency=unit), number.stop


def _fraction(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
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
        unit = _UNITS.get(tokens.low(begin))
        if unit and (begin > after or (below == 2 and tokens.low(begin) in {"hour", "day", "year"})):
            minutes = above / below * MINUTES[unit]
            return _duration(tokens, minutes, above / below, unit, at, begin + 1), begin + 1
        scale = {"dozen": 12, "million": 1_000_000, "billion": 1_000_000_000}.get(tokens.low(begin))
        if scale and begin > after:
            return _made(tokens, Kind.COUNT, above / below * scale, at, begin + 1), begin + 1
    hypothetical = any(tokens.low(n) == "if" for n in range(at))
    if part == at or tokens.low(after) not in {"of", "as", "", ".", ",", ";", ")", "since", "from", "in", "by", "to"}:
        return None
    if below == 2 or low == "the" or (below == 4 and tokens.low(after) != "of"):
        return None
    return _made(tokens, Kind.PERCENT, 100 * above / below, at, after, weak=hypothetical), after


def _one_in(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    for step in range(1, 5):
        if tokens.low(at + step) in {"in", "of"}:
            below = numeral(tokens, at + step + 1)
            if below is None or below.ordinal or tokens.low(below.stop) in _UNITS or not 2 <= below.value <= 100:
                return None
            if tokens.low(at + step) == "of" and tokens.low(at + step - 1) != "out":
                return None
            return _made(tokens, Kind.PERCENT, 100 / below.value, at, below.stop), below.stop
        if not tokens.low(at + step).isalpha():
            return None
    return None


def _one_unit(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """a year and a half, an hour, a fortnight, a decade, a couple of days."""
    if tokens.low(at) not in {"a", "an"}:
        return None
    if tokens.low(at + 1) == "couple" and tokens.low(at + 2) == "of":
        unit = _UNITS.get(tokens.low(at + 3))
        if unit:
            return replace(_duration(tokens, 2 * MINUTES[unit], 2, unit, at, at + 4), weak=True), at + 4
        return _made(tokens, Kind.COUNT, 2, at, at + 3, weak=True), at + 3
    unit = _UNITS.get(tokens.low(at + 1))
    if unit is None or tokens.low(at + 1) not in MINUTES:
        return None
    value, stop = 1.0, at + 2
    if tokens.low(stop) == "and" and tokens.low(stop + 1) in {"a", "half"}:
        half = tokens.low(stop + 2) if tokens.low(stop + 1) == "a" else "half"
        if half in {"half", "quarter"}:
            value, stop = (1.5 if half == "half" else 1.25), stop + (3 if tokens.low(stop + 1) == "a" else 2)
    elif tokens.low(stop) == "and" and (more := _more(tokens, stop + 1, unit)):
        value, stop = 1 + more[0] / MINUTES[unit], more[1]
    found = _duration(tokens, value * MINUTES[unit], value, unit, at, stop)
    return (replace(found, weak=value == 1 and unit not in {"fortnight", "decade"})), stop


def _more(tokens: Tokens, at: int, unit: str) -> tuple[float, int] | None:
    """The smaller part of "an hour and twenty minutes", "two years and six months": minutes and the token behind."""
    number = numeral(tokens, at)
    smaller = _UNITS.get(tokens.low(number.stop)) if number and not number.ordinal else None
    if number is None or smaller is None or MINUTES[smaller] >= MINUTES[unit]:
        return None
    return number.value * MINUTES[smaller], number.stop + 1


def _decade(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """the 1990s, the nineties, in your twenties."""
    token = tokens[at]
    if token.low in _DECADES:
        return _made(tokens, Kind.DECADE, _DECADES[token.low], at, at + 1), at + 1
    if token.digits and re.fullmatch(r"(?:1[89]|20)?\d0", token.text):
        after = tokens.low(at + 1)
        if tokens.joined(at + 1) and (after == "s" or (after in {"'", "’"} and tokens.low(at + 2) == "s")):
            stop = at + 2 if after == "s" else at + 3
            return _made(tokens, Kind.DECADE, float(token.text), at, stop), stop
    return None


def _counted(tokens: Tokens, at: int) -> tuple[Quantity, int] | None:
    """A numeral with what it counts."""
    if tokens.low(at) == "twice":
        return _made(tokens, Kind.COUNT, 2, at, at + 1, weak=True), at + 1
    number = numeral(tokens, at)
    if number is None:
        return None
    value, stop = number.value, number.stop
    if number.ordinal:
        return _made(tokens, Kind.ORDINAL, value, at, stop, weak=value < 4 and not number.digits), stop
    year = _year(tokens, at, number)
    if year:
        return year
    unit_at = stop + 1 if tokens.low(stop) == "-" and tokens.joined(stop) else stop
    unit = tokens.low(unit_at)
    if unit == "%" or unit in {"percent", "pct"}:
        return _made(tokens, Kind.PERCENT, value, at, unit_at + 1), unit_at + 1
    if unit == "per" and tokens.low(unit_at + 1) == "cent":
        return _made(tokens, Kind.PERCENT, value, at, unit_at + 2), unit_at + 2
    if unit in _CURRENCY or unit.removesuffix("s") in _CURRENCY:
        currency = _CURRENCY.get(unit) or _CURRENCY[unit.removesuffix("s")]
        return _made(tokens, Kind.MONEY, value, at, unit_at + 1, currency=currency), unit_at + 1
    if unit in _UNITS or (unit in {"h", "d"} and tokens.joined(unit_at)):
        return _long(tokens, at, unit_at, number, _UNITS.get(unit) or {"h": "hour", "d": "day"}[unit])
    if value < 2:
        return (_made(tokens, Kind.COUNT, value, at, stop, weak=True), stop) if number.digits else None
    return _made(tokens, Kind.COUNT, value, at, stop, weak=_manner(tokens, at, unit_at, value)), stop


def _long(tokens: Tokens, at: int, unit_at: int, number: Numeral, unit: str) -> tuple[Quantity, int]:
    """A duration: "two years and a half", "1 hour 20 minutes"."""
    value, stop = number.value, unit_at + 1
    minutes = value * MINUTES[unit]
    if tokens.low(stop) == "and" and tokens.are(stop + 1, "a", "half"):
        value, minutes, stop = value + 0.5, minutes + MINUTES[unit] / 2, stop + 3
    else:
        begin = stop + 1 if tokens.low(stop) == "and" else stop
        if more := _more(tokens, begin, unit):
            minutes, stop = minutes + more[0], more[1]
    first = tokens.low(at - 1) in {"first", "last", "next"} and "?" in tokens.text
    weak = value <= 1 or (value == 2 and tokens.low(at - 1) == "or") or first
    return replace(_duration(tokens, minutes, value, unit, at, stop), weak=weak), stop


def _year(tokens: Tokens, at: int, number: Numeral) -> tuple[Quantity, int] | None:
    """2019, nineteen ninety-eight, twenty twenty-four; the second half of 2012-16."""
    token = tokens[at]
    if token.digits:
        whole = re.fullmatch(r"((?:1[89]|20)\d\d)(?:/(\d\d|\d{4}))?", token.text)
        if whole and number.stop == at + 1:
            return _made(tokens, Kind.YEAR, float(whole[1]), at, at + 1), at + 1
        before = tokens[at - 2].text
        close = tokens.low(at - 1) in {"-", "–", "/"} and tokens.joined(at) and tokens.joined(at - 1)
        if close and re.fullmatch(r"\d\d", token.text) and re.fullmatch(r"(?:19|20)\d\d", before):
            return _made(tokens, Kind.YEAR, float(before[:2] + token.text), at, at + 1), at + 1
        return None
    if number.value in {19, 20} and tokens.low(number.stop) not in {"-", "and"}:
        rest = numeral(tokens, number.stop)
        if rest and not rest.ordinal and not rest.digits and 10 <= rest.value <= 99:
            return _made(tokens, Kind.YEAR, number.value * 100 + rest.value, at, rest.stop), rest.stop
    return None


def _manner(tokens: Tokens, at: int, unit_at: int, value: float) -> bool:
    """Whether a small number may be a manner of speaking: "two things", "one or two", "the two of us"."""
    unit = tokens.low(unit_at)
    noun = stem(unit) if unit.isalpha() else ""
    if noun in _DISCOURSE or (tokens.low(unit_at + 1).isalpha() and stem(tokens.low(unit_at + 1)) in _DISCOURSE):
        return value <= 5 or (tokens.low(at) in {"a", "hundred", "thousand", "million"} and noun in _DISCOURSE)
    if unit == "of" and tokens.low(unit_at + 1) in _THOSE:
        return value <= 4
    if value <= 3 and tokens.low(at - 1) in {"the", "these", "those", "other"}:
        return True
    if value <= 5 and tokens.low(at - 1) == "or":
        return True
    if unit == "or" and value <= 5:
        after = numeral(tokens, unit_at + 1)
        return after is not None and after.value == value + 1
    return value == 2 and unit_at > at + 1 and unit in {"way", "fold", "sided", "part"}


def _duration(tokens: Tokens, minutes: float, said: float, unit: str, at: int, stop: int) -> Quantity:
    return replace(_made(tokens, Kind.DURATION, minutes, at, stop), said=said, each=unit)


def _made(
    tokens: Tokens, kind: Kind, value: float, at: int, stop: int, *, currency: str = "", weak: bool = False
) -> Quantity:
    return Quantity(
        kind,
        value,
        tokens[at].start,
        tokens[stop - 1].end,
        bound=_bound(tokens, at, stop),
        said=value,
        currency=currency,
        weak=weak,
    )


def _bound(tokens: Tokens, at: int, stop: int) -> Bound:
    """What the words around a number say of how exact it is."""
    before = tokens.low(at - 1)
    if before in {"the", "a", "just"} and tokens.low(at - 2) not in _ABOUT:
        before = tokens.low(at - 2)
    two = (tokens.low(at - 2), tokens.low(at - 1))
    if two in {("more", "than"), ("at", "least"), ("greater", "than"), ("upwards", "of")}:
        return Bound.OVER
    if two in {("less", "than"), ("fewer", "than"), ("at", "most"), ("up", "to"), ("close", "to"), ("just", "short")}:
        return Bound.UNDER
    if tokens.low(stop) == "+" or (tokens.low(stop) in {"plus", "or"} and tokens.low(stop + 1) == "more"):
        return Bound.OVER
    if before in _ABOUT or tokens.low(stop) in {"odd", "ish"} or tokens.are(stop, "or", "so"):
        return Bound.ABOUT
    if tokens.low(stop) == "-" and tokens.low(stop + 1) in {"odd", "ish"}:
        return Bound.ABOUT
    if before in _OVER:
        return Bound.OVER
    return Bound.UNDER if before in _UNDER else Bound.EXACT


def _with_context(tokens: Tokens, found: list[tuple[Quantity, int, int]]) -> tuple[Quantity, ...]:
    """Quantities with the stems of what they count and of the clause they stand in."""
    stems = [_stem_of(token.low, token.digits) for token in tokens.all] if found else []
    done: list[Quantity] = []
    for n, (quantity, at, stop) in enumerate(found):
        first = at
        while first > 0 and tokens.all[first - 1].low not in _BREAKS:
            first -= 1
        last = stop
        while last < len(stems) and tokens.all[last].low not in _BREAKS:
            last += 1
        near = frozenset(stem for stem in (*stems[first:at], *stems[stop:last]) if stem)
        unit = _unit(tokens, stems, at, stop)
        timed = _UNITS.get(tokens.low(stop + 1 if tokens.low(stop) == "-" else stop))
        if quantity.kind is Kind.ORDINAL and timed:
            unit = (timed,)
        if n and quantity.kind is Kind.COUNT is done[-1].kind and _ranges(tokens, found[n - 1][2], at):
            unit = unit if _behind(stems, stop) else (*unit, *done[-1].unit)
            done[-1] = done[-1] if done[-1].unit else replace(done[-1], unit=unit)
        done.append(replace(quantity, unit=unit, near=near))
    return tuple(done)


def _ranges(tokens: Tokens, stop: int, at: int) -> bool:
    """Whether one number goes on to the next within a word or two: "fifteen to twenty", "from 300 words to 120"."""
    return 0 < at - stop <= 3 and tokens.low(at - 1) in {"to", "-", "–", "and", "or", "of"}


def _behind(stems: list[str], stop: int) -> bool:
    return stop < len(stems) and bool(stems[stop])


def _unit(tokens: Tokens, stems: list[str], at: int, stop: int) -> tuple[str, ...]:
    """The words that say what is counted: up to three behind it, and the noun of "team of 14" or "line 4" before."""
    begin = stop
    while tokens.low(begin) in {"-", "of", *_THOSE}:
        begin += 1
    found: list[str] = []
    while begin < len(stems) and stems[begin] and len(found) < 3:
        found.append(stems[begin])
        begin += 1
        if tokens.low(begin) == "-":
            begin += 1
    before = at - 1
    of = tokens.low(before) == "of"
    while before >= 0 and tokens.low(before) in {"of", "no", "number", ".", "nr"}:
        before -= 1
    noun = stems[before] if before >= 0 and tokens.low(before) not in _HEDGES else ""
    if noun and (of or not found):
        found.append(noun)
    return tuple(found)


def _stem_of(low: str, digits: bool) -> str:
    if digits or low in FUNCTION_WORDS or low in _NUMERIC or low in _UNITS or low in MONTHS or not low[0].isalpha():
        return ""
    return stem(low) if len(low) > 1 else ""
