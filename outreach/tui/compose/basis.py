"""What a draft stands on: the case with its facts, what sections could be built on, and the rules it is held to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.case import Case
from outreach.domain.draft import Draft, Revision, Wish
from outreach.domain.errors import BadInput
from outreach.domain.facts import Fact
from outreach.drafting.events import DraftEvent
from outreach.drafting.ledger import FactRow
from outreach.review.check import Review
from outreach.tui.compose.draft_notes import made, switched_off
from outreach.tui.compose.findings import Item
from outreach.tui.compose.section_menu import Grounds
from outreach.tui.in_a_thread import AT_ONCE
from outreach.workspace import Workspace

Reviewing = Callable[[Revision, str, str], tuple[Revision, Review]]
"""A revision, subject and body → the revision that they make of it, and why."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is worked out of one case."""

    brief: Brief | None
    """``None`` where what it was drafted from is gone, such as the meeting."""
    grounds: Grounds
    rows: Sequence[FactRow]
    """All facts of the mentorship."""


class _Working:
    """Works it out once, for whoever asks first; the others wait."""

    def __init__(self, make: Callable[[], Known]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self.known: Known | None = None

    def __call__(self) -> Known:
        with self._lock:
            if self.known is None:
                self.known = self._make()
            return self.known


class Basis:
    """Reads what it needs of the store when it is made, for a thread must not; made anew when the facts change."""

    case: Case

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
        of_mentorship = self._draft.mentorship_id
        read = self._workspace.ledger.reader(of_mentorship) if of_mentorship else lambda brief: []
        self._working = _Working(lambda: self._work_out(case, read))

    def _work_out(self, case: Case, read: Callable[[Brief | None], list[FactRow]]) -> Known:
        workspace, draft = self._workspace, self._draft
        brief, reasons = None, {}
        try:
            brief = workspace.brief(case, draft.kind, draft.channel, premium=draft.premium)
            reasons = workspace.alternatives(case, draft.kind, draft.channel, brief)
        except BadInput:
            # The review says so.
            pass
        facts = {fact.id: fact for fact in workspace.facts(case, brief)}
        return Known(brief, Grounds(facts, reasons), read(brief))

    @property
    def at_once(self) -> bool:
        """Whether ``known`` takes no time."""
        case = self.case
        notes = case.meeting.notes if case.meeting else ""
        long = len(case.mentor.background) + len(case.mentee.background) + len(notes) > AT_ONCE
        return self._working.known is not None or not long

    @property
    def known(self) -> Callable[[], Known]:
        """What works it all out, where that was not done before; blocks, and may be called from any thread."""
        return self._working

    @property
    def facts(self) -> Mapping[str, Fact]:
        """By their ids."""
        return self.grounds.facts

    @property
    def grounds(self) -> Grounds:
        """Nothing, as long as it is still being worked out."""
        return self.known().grounds if self.at_once else Grounds({}, {})

    def reviewing(self) -> Reviewing:
        """What reviews the draft, by the rules as the settings have them now; blocks unless ``at_once``.

        Raises:
            BadInput: what it was drafted from is gone, such as the meeting, or the settings cannot be read.
        """
        workspace, draft = self._workspace, self._draft
        self.chosen_rules = workspace.chosen_rules()
        self._earlier = workspace.earlier(draft.mentorship_id, draft.kind)
        return workspace.reviewer(self.case, draft.kind, draft.channel, premium=draft.premium, brief=self.known().brief)

    def notes(self, revision: Revision, explain: str) -> Iterator[Item]:
        """What else is known of a revision, to stand behind its findings; ``explain``: the key that explains a rule."""
        yield from made(revision)
        yield from switched_off(self.chosen_rules, self._draft.kind, explain)

    def write(self) -> Iterator[DraftEvent]:
        """Draft it; blocks."""
        draft = self._draft
        return self._workspace.draft(
            self.case,
            draft.kind,
            channel=draft.channel,
            premium=draft.premium,
            earlier=self._earlier,
            brief=self.known().brief,
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
            brief=self.known().brief,
        )
