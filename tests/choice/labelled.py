"""The labelled cases: which facts of a background a thoughtful mentee would choose."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from outreach.domain.case import Case
from outreach.exchange.case_file import read_case
from outreach.wording.words import content

LABELS = Path(__file__).parent / "labels.toml"
SAME = 0.7
"""Share of the shorter text's words that the longer one must have to be the same statement, cut otherwise."""


class Rating(StrEnum):
    """What the labeller says of a fact."""

    BEST = "best"
    GOOD = "good"
    OTHER = "other"
    NEVER = "never"


@dataclass(frozen=True)
class Labelled:
    """A case with its labels."""

    name: str
    case: Case
    held_out: bool
    labels: tuple[tuple[Rating, str], ...]
    why: str

    def rating(self, fact: str) -> Rating:
        """The label of the statement that ``fact`` is, or is a part of; ``OTHER`` without one."""
        alike = [(_alike(fact, text), rating) for rating, text in self.labels]
        share, rating = max(alike, key=lambda pair: pair[0], default=(0.0, Rating.OTHER))
        return rating if share >= SAME else Rating.OTHER


def labelled(path: Path = LABELS) -> list[Labelled]:
    """All labelled cases; files are named from the folder of the tests."""
    root = Path(__file__).parent.parent
    found = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        labels = tuple((Rating(kind), text) for kind in ("best", "good", "never") for text in entry[kind])
        case = read_case(root / entry["file"])
        found.append(Labelled(Path(entry["file"]).stem, case, entry["half"] == "held", labels, entry["why"]))
    return found


@dataclass(frozen=True)
class Figures:
    """How often a choice was right, over some cases."""

    cases: int
    best_first: int
    good_first: int
    best_in_three: int
    never_first: int

    @classmethod
    def of(cls, ratings: Sequence[Sequence[Rating]]) -> Figures:
        """Count, from the ratings of each case's facts in the order of their rank."""
        firsts = [case[0] if case else Rating.OTHER for case in ratings]
        return cls(
            len(ratings),
            firsts.count(Rating.BEST),
            sum(first in {Rating.BEST, Rating.GOOD} for first in firsts),
            sum(Rating.BEST in case[:3] for case in ratings),
            firsts.count(Rating.NEVER),
        )


def _alike(one: str, other: str) -> float:
    """Share of the shorter one's words in the longer, and a little for how much of the longer that is."""
    a, b = set(content(one)), set(content(other))
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / min(len(a), len(b)) + 0.01 * shared / max(len(a), len(b))
