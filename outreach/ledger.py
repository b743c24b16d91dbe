"""The facts of each mentorship as they are stored, with the mentee's hand on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from outreach.domain.facts import Fact, FactChanges
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.store.store import Store

# Drafting is imported where it is first used: the list of mentors needs none of it, and is there sooner.
if TYPE_CHECKING:
    from outreach.briefing.brief import Brief
    from outreach.drafting.ledger import FactRow

_NOBODY = Mentee("", ("",))
"""Stands for the user before the first form was saved."""


class Ledger:
    """Every change is stored at once; it raises ``BadInput`` where there is no such mentorship."""

    def __init__(self, store: Callable[[], Store], today: Callable[[], dt.date]) -> None:
        """Callables, because the store is opened late and the day may change."""
        self._store = store
        self._today = today

    # -- reading -----------------------------------------------------------------------------------
    def rows(self, mentorship_id: str) -> list[FactRow]:
        """All facts: of the background, of each meeting's notes, and those that were added."""
        return self.reader(mentorship_id)(None)

    def reader(self, mentorship_id: str) -> Callable[[Brief | None], list[FactRow]]:
        """What gives the ``rows`` of the mentorship as it is now; from any thread.

        It takes the brief of a draft to this mentor, which spares making one, or ``None``.
        """
        mentorship, mentee, today = self._mentorship(mentorship_id), self._mentee, self._today()

        def read(brief: Brief | None) -> list[FactRow]:
            from outreach.drafting import ledger

            return ledger.ledger(mentorship, mentee, today, brief)

        return read

    def unmatched(self, mentorship_id: str) -> FactChanges:
        """Drops and rewordings whose statements are not there any more; they wait, and mean nothing meanwhile."""
        from outreach.drafting import ledger

        return ledger.unmatched(self._mentorship(mentorship_id), self._mentee, self._today())

    # -- changing ----------------------------------------------------------------------------------
    def add(self, mentorship_id: str, text: str) -> Mentorship:
        """Add a statement about the mentor, or about the mentee where it begins with ``I`` or ``my``."""
        from outreach.drafting import ledger

        return self._save(ledger.with_added(self._mentorship(mentorship_id), text))

    def reword(self, mentorship_id: str, fact: Fact, text: str) -> Mentorship:
        """Put a fact in the mentee's words: they are told, and what was typed is used no more."""
        from outreach.drafting import ledger

        return self._save(ledger.with_wording(self._mentorship(mentorship_id), fact, text))

    def drop(self, mentorship_id: str, fact: Fact) -> Mentorship:
        """Use a fact no more; one that was added and dropped before is gone for good."""
        from outreach.drafting import ledger

        return self._save(ledger.with_dropped(self._mentorship(mentorship_id), fact))

    def restore(self, mentorship_id: str, fact: Fact) -> Mentorship:
        """Take back a drop, else other words."""
        from outreach.drafting import ledger

        return self._save(ledger.with_restored(self._mentorship(mentorship_id), fact))

    def release(self, mentorship_id: str, fact: Fact) -> Mentorship:
        """Let drafts use a doubted or private fact."""
        from outreach.drafting import ledger

        return self._save(ledger.with_released(self._mentorship(mentorship_id), fact))

    def withhold(self, mentorship_id: str, fact: Fact) -> Mentorship:
        """Hold a confirmed or released fact back again."""
        from outreach.drafting import ledger

        return self._save(ledger.with_withheld(self._mentorship(mentorship_id), fact))

    def forget(self, mentorship_id: str, statement: str) -> Mentorship:
        """Take back what was changed of a statement that may not be there any more."""
        mentorship = self._mentorship(mentorship_id)
        changes = mentorship.changes.without_dropped(statement).with_wording(statement, "")
        return self._save(replace(mentorship, changes=changes))

    # -- the store ---------------------------------------------------------------------------------
    @property
    def _mentee(self) -> Mentee:
        mentee = self._store().mentee()
        return mentee if mentee and mentee.name else _NOBODY

    def _mentorship(self, mentorship_id: str) -> Mentorship:
        return self._store().mentorship(mentorship_id)

    def _save(self, mentorship: Mentorship) -> Mentorship:
        return self._store().save_mentorship(mentorship)
