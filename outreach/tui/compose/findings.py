"""What the review found, as the lines of a list, and where it stands while the text is being changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.content import Content

from outreach.domain.draft import Finding, Level
from outreach.review.check import Review
from outreach.review.rule import rules
from outreach.tui.text import content, one_line

LEVELS = {Level.FAIL: "To fix", Level.WARN: "Look at", Level.INFO: "Note"}
"""The levels in the order and in the words in which they are told."""

STYLES = {Level.FAIL: "bold $text-error", Level.WARN: "bold $text-warning", Level.INFO: "bold"}
_WIDTH_OF_WORDS = 34

Place = tuple[int, int]
"""Start and end in characters of the subject or the body."""


@dataclass(frozen=True, slots=True)
class Change:
    """The one stretch in which two states of a text differ."""

    start: int
    old_end: int
    new_end: int

    @classmethod
    def between(cls, old: str, new: str) -> Change:
        """What was changed from ``old`` to ``new``."""
        start = _shared(old, new)
        most = min(len(old), len(new)) - start
        tail = _shared_end(old, new, most)
        return cls(start, len(old) - tail, len(new) - tail)

    def moved(self, place: Place | None) -> Place | None:
        """Where ``place`` of the old text is in the new one; ``None`` when nothing of it is left."""
        if place is None:
            return None
        start, end = place
        by = self.new_end - self.old_end
        if end <= self.start:
            return place
        if start >= self.old_end:
            return start + by, end + by
        start = start if start <= self.start else self.new_end
        end = end + by if end >= self.old_end else self.start
        return (start, end) if start < end else None


def _shared(old: str, new: str) -> int:
    """How many characters both begin with; halving, as a comparison of slices is quick even for long texts."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_end(old: str, new: str, most: int) -> int:
    """How many characters, ``most`` at the most, both end with."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: a finding, or something else that is known of the draft."""

    text: Content
    where: str = "body"
    place: Place | None = None
    """Where it stands now; it moves while the text is changed."""
    words: str = ""
    """What stood there when it was found."""
    finding: Finding | None = None
    rule: str = ""
    tell: str = ""
    """Said when there is no place to go to."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about, wherever it stands."""
        return self.rule, self.finding.message if self.finding else self.text.plain, self.words

    def after(self, where: str, change: Change) -> Item:
        """The same after a change of subject or body."""
        return replace(self, place=change.moved(self.place)) if where == self.where else self


def items_of(findings: Iterable[Finding], subject: str, body: str, *, mend: str) -> list[Item]:
    """The findings of a text, the heaviest first; ``mend``: the key that mends, in words."""
    order = list(LEVELS)
    return [
        _item(finding, subject if finding.where == "subject" else body, mend)
        for finding in sorted(findings, key=lambda each: order.index(each.level))
    ]


def _item(finding: Finding, text: str, mend: str) -> Item:
    place = None if finding.start is None or finding.end is None else (finding.start, finding.end)
    words = text[place[0] : place[1]] if place else ""
    parts = [content(f"{LEVELS[finding.level]}: ", STYLES[finding.level]) + content(finding.message)]
    if where := _where(finding, words):
        parts.append(content(where, "italic"))
    if finding.fix is not None:
        parts.append(content(f"{mend} mends it: ", "bold") + content(_mend(finding.fix)))
    # Each part on a line of its own, and a free line below.
    whole = content("\n").join([*parts, content("")])
    return Item(whole, finding.where, place, words, finding, finding.rule, "This is about the text as a whole.")


def _where(finding: Finding, words: str) -> str:
    subject = finding.where == "subject"
    short = one_line(words, _WIDTH_OF_WORDS)
    if not short or short in finding.message:
        return "In the subject" if subject else ""
    return f"{'In the subject: ' if subject else ''}“{short}”"


def _mend(fix: str) -> str:
    if not fix.strip():
        return "leaves it out"
    return f"“{one_line(fix, _WIDTH_OF_WORDS)}”"


def score_line(review: Review, room: int) -> Content:
    """The score and, in ``room`` characters or a few more, the rules that took points from it."""
    score = content(f"Score {review.score}: ", "bold")
    if not review.deductions:
        return score + content("nothing taken off")
    reasons: list[str] = []
    left = list(review.deductions)
    while left:
        title = rules()[left[0].rule].title
        reason = f"{title[0].lower()}{title[1:]} −{left[0].points}"
        if reasons and sum(len(each) + 3 for each in reasons) + len(reason) > room:
            break
        reasons.append(one_line(reason))
        left = left[1:]
    if left:
        reasons.append(f"{len(left)} more −{sum(each.points for each in left)}")
    return score + content(" · ".join(reasons))
