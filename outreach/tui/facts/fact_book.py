"""What the mentee does to the facts of one mentorship: saved at once, each with a sentence about what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from outreach.domain.errors import BadInput
from outreach.domain.facts import Fact, Standing
from outreach.tui.in_a_thread import AT_ONCE
from outreach.tui.text import one_line
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.domain.mentorship import Mentorship
    from outreach.drafting.ledger import FactRow


class FactBook:
    """The facts of one mentorship at a time. Every change may raise ``OutreachError``; then nothing is changed."""

    def __init__(self, workspace: Workspace, mentorship_id: str = "") -> None:
        self._workspace = workspace
        self._id = mentorship_id
        self._dropped: Fact | None = None

    def turn_to(self, mentorship_id: str) -> bool:
        """Be about this mentorship from now on; whether it was about another."""
        other = mentorship_id != self._id
        if other:
            self._id, self._dropped = mentorship_id, None
        return other

    @property
    def mentorship(self) -> Mentorship:
        """As it is stored."""
        return self._workspace.mentorship(self._id)

    def reading(self) -> Callable[[], list[FactRow]]:
        """What gives all facts as they are now, from any thread; none without a mentorship."""
        return partial(self._workspace.ledger.reader(self._id), None) if self._id else list

    @property
    def at_once(self) -> bool:
        """Whether reading them takes no time."""
        if not self._id:
            return True
        known = self.mentorship
        return len(known.mentor.background) + sum(len(each.notes) for each in known.meetings) <= AT_ONCE

    def allows(self, fact: Fact) -> bool:
        """Whether ``fact`` was held back, and then confirmed or released."""
        return bool(fact.line) and fact.line in self.mentorship.allowed

    def confirm(self, fact: Fact, again: str) -> str:
        """Let drafts use what is held back, or hold it back again. ``again``: the key that does so."""
        if self.allows(fact):
            self._workspace.ledger.withhold(self._id, fact)
            return "Held back again."
        self._workspace.ledger.release(self._id, fact)
        return f"Drafts may now use it. {again} takes that back."

    def drop(self, fact: Fact, back: str) -> str:
        """Use it no more; an added one that was dropped before is gone. ``back``: the key that takes a drop back."""
        self._workspace.ledger.drop(self._id, fact)
        gone = fact.standing is Standing.DROPPED
        self._dropped = None if gone else fact
        return "It is gone." if gone else f"Dropped: “{one_line(fact.text, 40)}”. {back} takes it back."

    def take_back(self, fact: Fact | None) -> tuple[Fact, str]:
        """Take back what was done to ``fact``, else the last drop; the fact that is back."""
        changed = fact is not None and (fact.standing is Standing.DROPPED or bool(fact.original))
        back = fact if changed else self._dropped
        if back is None:
            raise BadInput("There is nothing to take back here.")
        self._workspace.ledger.restore(self._id, back)
        self._dropped = None
        return back, "It is back as it was."

    def reword(self, fact: Fact, text: str, back: str) -> str:
        """Tell it in these words. ``back``: the key that takes them back."""
        self._workspace.ledger.reword(self._id, fact, text)
        return f"Drafts tell it in your words. {back} takes them back."

    def add(self, text: str) -> str:
        """One more fact."""
        self._workspace.ledger.add(self._id, text)
        return "Added."
