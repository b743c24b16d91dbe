"""Jotted English made whole: what code leaves open, the model decides between the readings that code can make.

``articles`` puts in the small words that are certain. Where one may be missing or not, all readings are true to what
was typed, and the model only says which reads best.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from outreach.wording import words as w
from outreach.wording.articles import smooth

PROMPT = "smooth.prompt.j2"
"""Its one value is ``text``, the jotted line; each reading is weighed as the answer to it."""
MOST_READINGS = 16
"""Readings that are weighed against each other at most."""


def rough(text: str) -> bool:
    """Whether small words may still be missing where code does not know them."""
    return bool(text) and not smooth(text).sure


def readings(text: str) -> list[str]:
    """The ways to complete a rough text: as it stands first, then with each determiner in each doubtful place."""
    base = smooth(w.expanded(text))
    found = [base.text]
    for at, determiners in reversed(base.open_at):
        found += [f"{one[:at]}{put} {one[at:]}" for one in found for put in determiners]
    return found[:MOST_READINGS]


def likeliest(text: str, likelihood: Callable[[Sequence[str]], Sequence[float]]) -> str:
    """The reading of ``text`` that the model finds likeliest."""
    ways = readings(text)
    if len(ways) < 2:
        return ways[0]
    weights = likelihood(ways)
    return max(zip(weights, ways, strict=True), key=lambda pair: pair[0])[1]
