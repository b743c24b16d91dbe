"""Units of time and money, and how exact a number claims to be."""

from __future__ import annotations

from dataclasses import replace

from outreach.wording.quantities.quantity import Bound, Kind, Quantity
from outreach.wording.quantities.tokens import Tokens

MINUTES = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0, "week": 10080.0,
    "fortnight": 20160.0, "month": 43830.0, "year": 525960.0, "decade": 5259600.0,
}  # fmt: skip
"""Minutes of a unit; a month is a twelfth of a year of 365.25 days."""
_SHORT_UNITS = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour",
    "wk": "week", "wks": "week", "mth": "month", "mths": "month", "mo": "month", "yr": "year", "yrs": "year",
}  # fmt: skip
UNITS = {**{name: name for name in MINUTES}, **{f"{name}s": name for name in MINUTES}, **_SHORT_UNITS}
UNITS |= {f"{name}'": name for name in UNITS} | {f"{name}'s": name for name in MINUTES}
CURRENCY = {
    "£": "gbp", "€": "eur", "$": "usd", "¥": "yen", "₹": "inr", "pound": "gbp", "quid": "gbp", "gbp": "gbp",
    "sterling": "gbp", "euro": "eur", "eur": "eur", "dollar": "usd", "usd": "usd", "buck": "usd", "aud": "usd",
    "cad": "usd", "krone": "krona", "kroner": "krona", "krona": "krona", "kronor": "krona", "nok": "krona",
    "sek": "krona", "dkk": "krona", "kr": "krona", "franc": "chf", "chf": "chf", "yen": "yen", "jpy": "yen",
    "rupee": "inr", "inr": "inr", "zloty": "pln", "pln": "pln", "ringgit": "myr", "myr": "myr", "rand": "zar",
    "zar": "zar", "naira": "ngn", "ngn": "ngn", "shilling": "shilling", "kes": "shilling", "cent": "cent",
}  # fmt: skip
METRIC = {
    **dict.fromkeys(("kilometr", "kilometer", "km"), ("length", 1000.0)),
    **dict.fromkeys(("metr", "meter"), ("length", 1.0)),
    **dict.fromkeys(("centimetr", "centimeter", "cm"), ("length", 0.01)),
    **dict.fromkeys(("millimetr", "millimeter", "mm"), ("length", 0.001)),
    **dict.fromkeys(("tonn", "ton"), ("mass", 1000.0)),
    **dict.fromkeys(("kilo", "kilogram", "kg"), ("mass", 1.0)),
    **dict.fromkeys(("gram", "gramm"), ("mass", 0.001)),
    **dict.fromkeys(("litr", "liter"), ("volume", 1.0)),
    **dict.fromkeys(("millilitr", "milliliter", "ml"), ("volume", 0.001)),
}
"""What is measured, and how many of its base unit a unit is, by stem."""
_ABOUT = frozenset("about around roughly approximately some circa ca approx ~ nearabouts".split())
_OVER = frozenset("over above past beyond exceeding passed exceeded".split())
_UNDER = frozenset("almost nearly under below barely within".split())
HEDGES = _ABOUT | _OVER | _UNDER


def made(
    tokens: Tokens, kind: Kind, value: float, at: int, stop: int, *, currency: str = "", weak: bool = False
) -> Quantity:
    """A quantity of the tokens from ``at`` to before ``stop``."""
    return Quantity(
        kind,
        value,
        tokens[at].start,
        tokens[stop - 1].end,
        bound=bound_of(tokens, at, stop),
        said=value,
        currency=currency,
        weak=weak,
    )


def duration(tokens: Tokens, minutes: float, said: float, unit: str, at: int, stop: int) -> Quantity:
    """A duration, in minutes, and as said with its unit."""
    return replace(made(tokens, Kind.DURATION, minutes, at, stop), said=said, each=unit)


def bound_of(tokens: Tokens, at: int, stop: int) -> Bound:
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
    behind = tokens.low(stop + 1 if tokens.low(stop) == "-" else stop)
    if behind == "odd" or before == "good" or _goes_on(tokens, stop):
        return Bound.OVER
    if before in _ABOUT or behind == "ish" or tokens.are(stop, "or", "so"):
        return Bound.ABOUT
    if before in _OVER:
        return Bound.OVER
    if before in _UNDER:
        return Bound.UNDER
    return Bound.ABOUT if "dozen" in {tokens.low(at), tokens.low(stop - 1)} else Bound.EXACT


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether more is hinted at within a word or two: "two dozen wheels and then some", "forty and counting"."""
    for n in range(stop, stop + 4):
        if tokens.low(n) == "and":
            return tokens.low(n + 1) in {"counting", "more", "upwards"} or tokens.are(n + 1, "then", "some")
    return False
