"""What the mentee wants: a goal with why, by when and how one would know, and the answers that it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from outreach.domain.names import folded


class Support(StrEnum):
    """What a mentor can give."""

    GUIDANCE = "guidance"
    FEEDBACK = "feedback"
    CONTACTS = "contacts"
    ENCOURAGEMENT = "encouragement"


@dataclass(frozen=True, slots=True)
class GoalReview:
    """A day on which the mentee means to look at a goal again."""

    goal: str
    """The goal, in its words."""
    on: dt.date


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """What belongs to a goal beside its words; whatever is empty is not known."""

    goal: str
    """The goal, in its words."""
    why: str = ""
    by: dt.date | None = None
    when: str = ""
    """By when in words, where no day can be told: ``before my contract ends``."""
    measure: str = ""
    """How one would know that it is reached."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.why or self.by or self.when or self.measure)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The mentee's answers about themselves, as typed; each may be empty."""

    saved: dt.date
    one_year: str = ""
    five_years: str = ""
    skills: str = ""
    went_well: str = ""
    """What went well before, with mentors or teachers."""
    missing: str = ""
    """What was missing then."""
    support: tuple[Support, ...] = ()
    finished: bool = False
    """Whether the mentee came to its end; else it is to be gone on with."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is answered."""
        texts = (self.one_year, self.five_years, self.skills, self.went_well, self.missing)
        return not self.support and not any(text.strip() for text in texts)


Places = Sequence[int | None]
"""For each goal as it is now the place, from 0, that it had before; ``None`` for a new one."""


def places(before: Sequence[str], after: Sequence[str], alike: Iterable[tuple[int, int]] = ()) -> list[int | None]:
    """Where each goal of ``after`` stood in ``before``: by the same words, else by ``alike``.

    Args:
        before: the goals as they were.
        after: the goals as they are now.
        alike: places before and after of goals that are the same in other words, the surest first.
    """
    found: list[int | None] = [None] * len(after)
    free = dict(enumerate(before))
    for now, goal in enumerate(after):
        same = [was for was, words in free.items() if folded(words) == folded(goal)]
        if same:
            found[now] = same[0]
            del free[same[0]]
    for was, now in alike:
        if was in free and found[now] is None:
            found[now] = was
            del free[was]
    return found


def renumbered(goal: int | None, now: Places) -> int | None:
    """The number of a goal, from 1, after a change; ``None`` where it is gone."""
    return now.index(goal - 1) + 1 if goal is not None and goal - 1 in now else None
