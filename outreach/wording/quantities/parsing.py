"""A text as normalised quantities with their places."""

from __future__ import annotations

from outreach.wording.lexicon import WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.quantities import calendar, clock, numerals
from outreach.wording.quantities.amounts import DECADES, decade, fraction, money, one_unit
from outreach.wording.quantities.counted import counted, phrase
from outreach.wording.quantities.quantity import Kind, Quantity
from outreach.wording.quantities.surroundings import with_context
from outreach.wording.quantities.tokens import Tokens
from outreach.wording.quantities.units import CURRENCY, UNITS, made

_TRIGGERS = (
    numerals.STARTS
    | calendar.STARTS
    | frozenset({"a", "an", "half", "quarter", "three", "twice", "noon", "midday", "midnight", *DECADES, *"£€$¥₹"})
    | {unit for unit in CURRENCY if len(unit) == 3}
)
# Words of which a text without digits must have one to have a quantity.
_CERTAIN = (_TRIGGERS - {"a", "an", "the"}) | UNITS.keys() | {"couple"}
_DIGIT = regex(r"\d")
_WORD = regex(r"[a-z]+|[£€$¥₹]")
_DAILY = frozenset(
    f"{' '.join(WEEKDAYS)} {' '.join(f'{day}s' for day in WEEKDAYS)} morning mornings afternoon afternoons evening "
    "evenings weekday weekdays weekend weekends o'clock am pm free available daily suit suits noon time call clock "
    "arvo arvos meet talk ring phone".split()
)


def parsed(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text``, in order; no two overlap."""
    if not _DIGIT.search(text) and _CERTAIN.isdisjoint(_WORD.findall(text.lower())):
        return ()
    tokens = Tokens(text)
    daily = any(token.low in _DAILY or (":" in token.text and token.digits) for token in tokens.all)
    found: list[tuple[Quantity, int, int]] = []
    at = 0
    while at < len(tokens):
        token = tokens.all[at]
        if not token.digits and token.low not in _TRIGGERS:
            at += 1
            continue
        said = phrase(tokens, at)
        one = None if said else _at(tokens, at, daily)
        if one is None:
            at += said or 1
            continue
        quantity, stop = one
        found.append((quantity, at, stop))
        at = max(stop, at + 1)
    return with_context(tokens, found)


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
        or money(tokens, at)
        or fraction(tokens, at)
        or one_unit(tokens, at)
        or decade(tokens, at)
        or counted(tokens, at)
        or ((made(tokens, Kind.OTHER, 0, at, at + 1), at + 1) if tokens[at].digits else None)
    )
