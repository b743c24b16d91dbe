"""What one visit to a draft has made of it: the revision that it began with, and one for each section made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from outreach.domain.draft import Draft, Finding, Revision, Section


class Visit:
    """Knows whose words stand in the text, also after an undo: then an earlier state is what the text is held against.

    One visit makes one revision at the most, however often it is saved.
    """

    def __init__(self, draft: Draft) -> None:
        self._before = draft.revisions[:-1]
        # A draft that is still to be written begins with nothing.
        self._states: tuple[Revision, ...] = draft.revisions[-1:] or (Revision("", ""),)
        self.unsaved = False
        """Whether something was seen that is not saved as seen yet."""

    @property
    def opened(self) -> Revision:
        """The revision that was there, with what was seen since."""
        return self._states[0]

    def base(self, body: str) -> Revision:
        """The state that ``body`` was made of: the one of which most sections stand in it; of equals the latest."""
        return max(reversed(self._states), key=lambda state: sum(one.text in body for one in state.sections))

    def add(self, revision: Revision, at: int) -> None:
        """Section number ``at`` was made anew; what it has said counts as seen in every state."""
        section = revision.sections[at]
        shown = (*section.seen, section.text)
        states = (replace(state, sections=_seen(state.sections, section.name, shown)) for state in self._states)
        self._states = (*states, revision)
        self.unsaved = True

    def take(self, revision: Revision) -> None:
        """The text was made what an earlier state of the draft said."""
        self._states = (*self._states, revision)

    def states(self, now: Revision) -> tuple[Revision, ...]:
        """Every state that says something of its own, oldest first; ``now``, the text as it is, at last."""
        texts = {(one.subject, one.body): one for one in (*self._before, *self._states)}
        texts.pop((now.subject, now.body), None)
        return (*texts.values(), now)

    def weigh(self, findings: tuple[Finding, ...], score: int) -> None:
        """The rules weigh otherwise what they say of the revision that was there."""
        self._states = (replace(self.opened, findings=findings, score=score), *self._states[1:])

    def revisions(self, now: Revision | None = None) -> tuple[Revision, ...]:
        """The history of the draft: what was there, and ``now`` where the text is another."""
        there = (*self._before, self.opened)
        return there if now is None else (*there, now)


def _seen(sections: Iterable[Section], name: str, shown: tuple[str, ...]) -> tuple[Section, ...]:
    return tuple(
        replace(one, seen=tuple(dict.fromkeys(text for text in (*one.seen, *shown) if text != one.text)))
        if one.name == name and one.text in shown
        else one
        for one in sections
    )


def section_at(sections: tuple[Section, ...], at: int) -> int | None:
    """Number of the section in which place ``at`` of the body is, else of the next one, else of the last one.

    ``None`` where no section has a place in the body.
    """
    placed = [number for number, one in enumerate(sections) if one.start is not None and one.end is not None]
    ends = {number: (sections[number].end or 0) for number in placed}
    return next((number for number in placed if at <= ends[number]), placed[-1] if placed else None)


def standing(text: str, body: str, near: int) -> tuple[int, int] | None:
    """Where ``text`` stands in ``body``, the place nearest to ``near``; ``None`` where it is no longer there."""
    starts = []
    at = body.find(text) if text else -1
    while at >= 0:
        starts.append(at)
        at = body.find(text, at + 1)
    start = min(starts, key=lambda each: abs(each - near), default=None)
    return None if start is None else (start, start + len(text))
