"""Lines and parts of an agenda, and how its time is shared out."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.domain.draft import Origin
from outreach.domain.errors import BadInput
from outreach.wording.clean import one_line

LEAST_MINUTES = 2
"""A part has this many minutes at least, where the meeting is not tiny."""
ROUND_FROM = 40
"""From this length on, in minutes, parts are rounded to fives: nobody plans an hour in sevens."""


@dataclass(frozen=True, slots=True)
class Line:
    """One bullet of an agenda."""

    text: str
    origin: Origin
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its bullets; ``weight`` shares out the minutes."""

    name: str
    heading: str
    lines: tuple[Line, ...]
    weight: float
    numbered: bool = False


def shown(text: str, typed: str, fact_id: str) -> Line:
    """A line of the mentee's; it is of their words where it stands as typed, and the template's where it was told."""
    verbatim = one_line(typed).strip(" .").casefold() in text.casefold()
    return Line(text, Origin.MENTEE if verbatim else Origin.TEMPLATE, (fact_id,))


def shared_out(total: int, weights: list[float]) -> list[int]:
    """``total`` minutes shared out by ``weights``: whole minutes, an exact sum, the same for the heaviest parts.

    Long meetings are cut in fives, others give each part ``LEAST_MINUTES``; a tiny one a minute.

    Raises:
        BadInput: there are more parts than minutes.
    """
    if total < len(weights):
        raise BadInput(
            f"meeting.minutes is {total}: too short for an agenda of {len(weights)} parts.",
            "Five minutes are the least.",
        )
    unit = 5 if total % 5 == 0 and total >= max(ROUND_FROM, 5 * (len(weights) + 2)) else 1
    least = max(unit, LEAST_MINUTES if total >= 3 * len(weights) else 1)
    whole = sum(weights)
    minutes = [max(least, int(total * weight / whole / unit) * unit) for weight in weights]
    _level(minutes, total, unit, [n for n, weight in enumerate(weights) if weight == max(weights)])
    return minutes


def _level(minutes: list[int], total: int, unit: int, heavy: list[int]) -> None:
    """Give what is left over to the heaviest parts, in equal shares; the odd unit goes to another part."""
    share, odd = divmod((total - sum(minutes)) // unit, len(heavy))
    for at in heavy:
        minutes[at] += share * unit
    others = [at for at in range(len(minutes)) if at not in heavy] or heavy
    for at in others[:odd]:
        minutes[at] += unit
    while min(minutes) < 1:
        minutes[minutes.index(max(minutes))] -= 1
        minutes[minutes.index(min(minutes))] += 1
