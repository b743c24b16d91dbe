"""The one place where parts are put together; the app and the command line see nothing below it but domain and events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from outreach.domain.case import Case, Mentorship
from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.facts import Fact
from outreach.domain.people import Mentee
from outreach.drafting.events import DraftEvent
from outreach.engine.protocol import Engine
from outreach.settings import Paths


class Workspace:
    """Store, models, engine and use cases of one user. Close it when done."""

    def __init__(self, paths: Paths, *, today: dt.date | None = None, engine: Engine | None = None) -> None:
        """``today`` fixes the date; ``engine`` replaces llama.cpp (a scripted engine in tests)."""
        raise NotImplementedError

    # -- people ------------------------------------------------------------------------------------
    def mentee(self) -> Mentee | None:
        """The user, or ``None`` before the first form was saved."""
        raise NotImplementedError

    def save_mentee(self, mentee: Mentee) -> None: ...

    def mentorships(self) -> list[Mentorship]:
        """All mentors, by name."""
        raise NotImplementedError

    def mentorship(self, mentorship_id: str) -> Mentorship:
        raise NotImplementedError

    def save_mentorship(self, mentorship: Mentorship) -> Mentorship:
        """Insert (empty id) or replace; returns it with ids of itself and of its meetings filled in."""
        raise NotImplementedError

    def remove_mentorship(self, mentorship_id: str) -> None:
        """Remove the mentor with meetings and drafts."""

    # -- facts and drafts --------------------------------------------------------------------------
    def facts(self, case: Case) -> list[Fact]:
        """Every statement of the mentor's background and the meeting's notes, with its standing."""
        raise NotImplementedError

    def draft(
        self,
        case: Case,
        kind: Kind,
        *,
        model: str | None = None,
        use_model: bool = True,
        seed: int | None = None,
    ) -> Iterator[DraftEvent]:
        """Make one draft; the last event is ``DraftFinished`` or ``DraftFailed``. Blocks: run it in a thread.

        Args:
            model: id of the model; default: the user's choice, else the recommended one if it is here.
            use_model: without one, templates alone.
            seed: 1 to 2**31 - 1; default: a random one, kept in the revision.

        Raises:
            BadInput: the case lacks a field that the kind needs; the field is named.
        """
        raise NotImplementedError

    def stop(self) -> None:
        """Stop the draft under way within a second; from any thread."""

    def review(self, case: Case, kind: Kind, revision: Revision, subject: str, body: str) -> Revision:
        """``revision`` after the mentee's edit: findings anew, touched sections of origin ``mentee``."""
        raise NotImplementedError

    def drafts(self, mentorship_id: str) -> list[Draft]:
        """Drafts of one mentorship, newest first."""
        raise NotImplementedError

    def save_draft(self, draft: Draft) -> Draft:
        """Insert (empty id) or replace; returns it with id and time stamps filled in."""
        raise NotImplementedError

    # -- models ------------------------------------------------------------------------------------
    # model_choice(), pull(), … : see outreach/models

    def close(self) -> None:
        """Stop the engine and free the store's lock; idempotent."""
