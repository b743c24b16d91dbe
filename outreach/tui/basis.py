"""What a draft stands on: the case with its facts, what sections could be built on, and the rules it is held to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from outreach.domain.case import Case
from outreach.domain.draft import Draft, Revision, Wish
from outreach.domain.facts import Fact
from outreach.drafting.events import DraftEvent
from outreach.review.check import Review
from outreach.tui.draft_notes import made, switched_off
from outreach.tui.findings import Item
from outreach.tui.section_menu import Grounds
from outreach.workspace import Workspace

Reviewing = Callable[[Revision, str, str], tuple[Revision, Review]]
"""A revision, subject and body → the revision that they make of it, and why."""


class Basis:
    """Reads what it needs of the store when it is made, for a thread must not; made anew when the facts change."""

    case: Case
    facts: Mapping[str, Fact]
    """By their ids."""
    grounds: Grounds

    def __init__(self, workspace: Workspace, draft: Draft, case: Case) -> None:
        self.chosen_rules: Mapping[str, str] = {}
        """What the user has changed of the rules."""
        self._workspace = workspace
        self._draft = draft
        self.renew(case)
        self._earlier = workspace.earlier(draft.mentorship_id, draft.kind)

    def renew(self, case: Case) -> None:
        """Stand on this case from now on: its facts are others."""
        self.case = case
        self.facts = {fact.id: fact for fact in self._workspace.facts(case)}
        self.grounds = Grounds(self.facts, {})

    def reviewing(self) -> Reviewing:
        """What reviews the draft, by the rules as the settings have them now.

        Raises:
            BadInput: what it was drafted from is gone, such as the meeting, or the settings cannot be read.
        """
        workspace, draft = self._workspace, self._draft
        self.chosen_rules = workspace.chosen_rules()
        self._earlier = workspace.earlier(draft.mentorship_id, draft.kind)
        self.grounds = Grounds(self.facts, workspace.alternatives(self.case, draft.kind, draft.channel))
        return workspace.reviewer(self.case, draft.kind, draft.channel, premium=draft.premium)

    def notes(self, revision: Revision) -> Iterator[Item]:
        """What else is known of a revision, to stand behind its findings."""
        yield from made(revision)
        yield from switched_off(self.chosen_rules, self._draft.kind)

    def write(self) -> Iterator[DraftEvent]:
        """Draft it; blocks."""
        draft = self._draft
        return self._workspace.draft(
            self.case, draft.kind, channel=draft.channel, premium=draft.premium, earlier=self._earlier
        )

    def remake(self, revision: Revision, at: int, wish: Wish, fact: str = "") -> Iterator[DraftEvent]:
        """Make one section anew; blocks."""
        draft = self._draft
        return self._workspace.remake(
            self.case,
            draft.kind,
            revision,
            at,
            wish,
            channel=draft.channel,
            premium=draft.premium,
            fact=fact,
            earlier=self._earlier,
        )
