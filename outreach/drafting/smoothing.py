"""Jotted English made whole by the model: only small words come in, and code checks that nothing else did.

``articles`` puts in what is certain; what stays rough goes to the model, which either chooses among the few readings
that code can make (``likeliest``) or writes the line anew (``smoothed``). Neither may change a word that carries
something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.wording import words as w
from outreach.wording.articles import smooth
from outreach.wording.clean import folded

PROMPT = "smooth.prompt.j2"
"""Its one value is ``text``; the answer is one line."""
MOST_READINGS = 16
"""Readings that are weighed against each other at most."""

SMALL_WORDS = frozenset("a an the my our your and to of in on at for with from by i i'll i'm it is are that".split())
"""The words that may come in; all of them closed-class."""
_SHORTHAND = re.compile(r"->|→|=>|=|\(!\)|\+|[#*~<>]|\s/\s|\bvs\b")
_NEGATIONS = frozenset("not no never without nor none nothing dont don't doesn't isn't can't cant won't wont".split())
_PERSONS = frozenset("i me my mine you your yours we us our she he her his him they them their".split())


@dataclass(frozen=True, slots=True)
class SmoothTask:
    """One line for the model."""

    text: str
    prompt: str = PROMPT
    max_tokens: int = 48

    @property
    def given(self) -> dict[str, str]:
        """Values of the prompt."""
        return {"text": self.text}


def rough(text: str) -> bool:
    """Whether small words may still be missing where code does not know them."""
    return bool(text) and not smooth(text).sure


def smooth_task(text: str) -> SmoothTask:
    """What the model is asked for one jotted line; what code knows is put in already."""
    line = " ".join(smooth(w.expanded(text)).text.split())
    return SmoothTask(line, max_tokens=16 + 2 * len(line.split()))


def smoothed(text: str, write: Callable[[SmoothTask], str]) -> str:
    """``text`` with its small words; what ``write`` answers counts only where it is the same words.

    Args:
        text: a jotted action or advice.
        write: gives the model's line for a task, greedy; not asked where code is sure.
    """
    sure = smooth(w.expanded(text))
    if sure.sure or _SHORTHAND.search(text):
        return sure.text
    answer = " ".join(write(smooth_task(text)).split()).rstrip(" .")
    return sure.text if same_words(sure.text, answer) else answer


def readings(text: str) -> list[str]:
    """The ways to complete a rough text: as it stands first, then with each determiner in each doubtful place."""
    base = smooth(w.expanded(text))
    found = [base.text]
    for at, determiners in reversed(base.open_at):
        found += [f"{one[:at]}{put} {one[at:]}" for one in found for put in determiners]
    return found[:MOST_READINGS]


def likeliest(text: str, likelihood: Callable[[Sequence[str]], Sequence[float]]) -> str:
    """The reading of ``text`` that the model finds likeliest as the answer to ``smooth_task(text)``."""
    ways = readings(text)
    if len(ways) < 2:
        return ways[0]
    weights = likelihood(ways)
    return max(zip(weights, ways, strict=True), key=lambda pair: pair[0])[1]


def same_words(jotted: str, answer: str) -> str:
    """Why ``answer`` is not ``jotted`` with small words put in, in plain words; empty where it is.

    Every word of ``jotted`` stands in the answer, in order and in its form (a short form may be written out), and only
    ``SMALL_WORDS`` come in: no negation and no person is added, lost or swapped.
    """
    if not answer.strip() or "\n" in answer.strip():
        return "is not one line"
    due = [folded(word) for word in w.words(w.expanded(jotted).replace("’", "'"))]
    left = []
    place = 0
    for word in (folded(one) for one in w.words(answer.replace("’", "'"))):
        if place < len(due) and word == due[place]:
            place += 1
        else:
            left.append(word)
    if place < len(due):
        return f"“{due[place]}” is lost or moved"
    for word in left:
        if word in _NEGATIONS:
            return "a “not” came in"
        if word in _PERSONS - {"my", "our", "i"}:
            return f"“{word}” came in"
        if word not in SMALL_WORDS:
            return f"“{word}” came in"
    if re.findall(r"[\"“”‘\d:;()?!]", jotted) != re.findall(r"[\"“”‘\d:;()?!]", answer):
        return "marks or numbers changed"
    return ""
