"""The store: domain objects in, domain objects out, TinyDB between."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB, where
from tinydb.table import Document, Table

import outreach
from outreach.domain.case import Meeting
from outreach.domain.draft import Draft
from outreach.domain.errors import BadInput, StoreUnusable
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded
from outreach.domain.people import Mentee
from outreach.store import opening, removal
from outreach.store.codec import UndecodableError, decode, encode
from outreach.store.removal import Removed
from outreach.store.storage import AtomicJSONStorage, DamagedError

T = TypeVar("T")


class Store:
    """The user's people and drafts in the file at ``path``; one process at a time, any of its threads.

    Each call is whole on the disk when it returns. Every method raises ``StoreUnusable`` where the file cannot be
    read or written, or after ``close``.
    """

    def __init__(self, path: Path) -> None:
        """Open or begin the store.

        Raises:
            StoreUnusable: another Outreach is open, the store is of a newer one, or it cannot be read or written.
        """
        # A store that is a link is locked where it points: two homes may share it.
        path = path.resolve()
        self._path = self.path = path
        self._calls = threading.RLock()
        self._lock = opening.lock(path)
        self._open = True
        self._everyone: tuple[tuple[int, ...], tuple[Mentorship, ...]] | None = None
        """What ``mentorships`` told last, with the stamp of the file: a screen asks again and again."""
        try:
            self._storage = storage = AtomicJSONStorage(path)
            self.recovered = opening.load(storage, outreach.__version__)
            """What had to be recovered at the start, in words for the user; else empty."""
            self._db = TinyDB(storage=lambda: storage)
        except (OSError, DamagedError) as error:
            self._lock.release()
            if isinstance(error, OSError):
                raise opening.unusable(path, error) from error
            raise StoreUnusable(f"{path}: cannot be read.", "Restore it from a backup.") from error
        except StoreUnusable:
            self._lock.release()
            raise

    # -- people ------------------------------------------------------------------------------------
    def mentee(self) -> Mentee | None:
        """The user, or ``None`` before the first was saved."""
        with self._call():
            found = self._table("mentee").all()
            return self._decoded(Mentee, found[0]) if found else None

    def save_mentee(self, mentee: Mentee, mentorships: Iterable[Mentorship] = ()) -> None:
        """Replace the user, and with them the stored ``mentorships``, whose asks name the user's goals by number."""
        with self._call():
            # In one write, past the tables: a kill between two would leave asks for another goal.
            tables = self._db.storage.read() or {}
            tables["mentee"] = {"1": encode(mentee)}
            changed = {each.id: encode(each) for each in mentorships}
            rows = tables.get("mentorships", {})
            rows.update({number: changed[row["id"]] for number, row in rows.items() if row.get("id") in changed})
            self._db.storage.write(tables)

    def mentorships(self) -> list[Mentorship]:
        """All mentorships, by the mentor's name."""
        with self._call():
            stamp = self._storage.stamp if self._storage.path.exists() else ()
            if self._everyone is None or self._everyone[0] != stamp:
                found = [self._decoded(Mentorship, row) for row in self._table("mentorships").all()]
                found.sort(key=lambda one: (folded(one.mentor.name), folded(one.mentor.organisation), one.id))
                self._everyone = stamp, tuple(found)
            return list(self._everyone[1])

    def mentorship(self, mentorship_id: str) -> Mentorship:
        """One mentorship.

        Raises:
            BadInput: there is none with that id.
        """
        with self._call():
            row = self._row("mentorships", mentorship_id)
            if row is None:
                raise BadInput(f"There is no mentor with the id {mentorship_id}.", "`outreach mentors` lists them.")
            return self._decoded(Mentorship, row)

    def save_mentorship(self, mentorship: Mentorship) -> Mentorship:
        """Insert (empty id) or replace; returns it with all ids filled in and its meetings by date."""
        meetings = sorted((_with_id(meeting) for meeting in mentorship.meetings), key=_when)
        now = dt.datetime.now(dt.UTC)
        events = tuple(replace(one, id=one.id or _new_id(), logged=one.logged or now) for one in mentorship.events)
        saved = replace(mentorship, id=mentorship.id or _new_id(), meetings=tuple(meetings), events=events)
        with self._call():
            self._put("mentorships", saved)
        return saved

    # -- drafts ------------------------------------------------------------------------------------
    def drafts(self, mentorship_id: str) -> list[Draft]:
        """Drafts of one mentorship, the one saved last first."""
        with self._call():
            return self._newest_first(self._table("drafts").search(where("mentorship_id") == mentorship_id))

    def drafts_of(self, mentorship_ids: Collection[str]) -> dict[str, list[Draft]]:
        """Drafts of several mentorships at one go, by mentorship, each one's saved last first."""
        with self._call():
            rows = [row for row in self._table("drafts").all() if row.get("mentorship_id") in mentorship_ids]
            found = self._newest_first(rows)
        drafts: dict[str, list[Draft]] = {}
        for draft in found:
            drafts.setdefault(draft.mentorship_id, []).append(draft)
        return drafts

    def all_drafts(self) -> list[Draft]:
        """Drafts of all mentorships, the one saved last first."""
        with self._call():
            return self._newest_first(self._table("drafts").all())

    def draft(self, draft_id: str) -> Draft:
        """One draft.

        Raises:
            BadInput: there is none with that id.
        """
        with self._call():
            row = self._row("drafts", draft_id)
            if row is None:
                raise BadInput(f"There is no draft with the id {draft_id}.")
            return self._decoded(Draft, row)

    def save_draft(self, draft: Draft) -> Draft:
        """Insert (empty id) or replace; returns it with its id, and with the time on revisions that have none.

        Raises:
            BadInput: its mentorship is not in the store.
        """
        now = dt.datetime.now(dt.UTC)
        revisions = tuple(revision if revision.saved else replace(revision, saved=now) for revision in draft.revisions)
        saved = replace(draft, id=draft.id or _new_id(), revisions=revisions)
        with self._call():
            self.mentorship(draft.mentorship_id)
            self._put("drafts", saved)
        return saved

    # -- removing ----------------------------------------------------------------------------------
    def remove_mentorship(self, mentorship_id: str) -> Removed:
        """Remove a mentorship with its meetings and drafts; one that is not there is no error."""
        return self._changed(lambda tables: removal.take_mentorship(tables, mentorship_id))

    def remove_meeting(self, mentorship_id: str, meeting_id: str) -> Removed:
        """Remove a meeting with its notes; one that is not there is no error."""
        return self._changed(lambda tables: removal.take_parts(tables, mentorship_id, "meetings", {meeting_id}))

    def remove_events(self, mentorship_id: str, event_ids: Collection[str]) -> Removed:
        """Remove entries, as if they had never been made; those that are not there are no error."""
        return self._changed(lambda tables: removal.take_parts(tables, mentorship_id, "events", event_ids))

    def remove_draft(self, draft_id: str) -> Removed:
        """Remove a draft, and the entry that it was made; one that is not there is no error."""
        return self._changed(lambda tables: removal.take_draft(tables, draft_id))

    def restore(self, removed: Removed) -> None:
        """Put back what was removed, where it stood and with the ids that it had."""
        self._changed(lambda tables: removal.put_back(tables, removed))

    def close(self) -> None:
        """Free the lock; idempotent."""
        with self._calls:
            if self._open:
                self._open = False
                self._db.close()
                self._lock.release()

    # -- TinyDB ------------------------------------------------------------------------------------
    @contextmanager
    def _call(self) -> Iterator[None]:
        """One call at a time, and the system's errors in our words."""
        with self._calls:
            if not self._open:
                raise StoreUnusable("The store is closed.", "Start Outreach again.")
            try:
                yield
            except OSError as error:
                raise opening.unusable(self._path, error) from error
            except DamagedError as error:
                hint = "Close Outreach and start it again: it then takes the newest good backup."
                raise StoreUnusable(f"{self._path}: was damaged while Outreach was open.", hint) from error

    def _changed(self, change: Callable[[dict[str, dict[str, Any]]], T]) -> T:
        """Change all tables in one write, past TinyDB: a kill between two would leave drafts of nobody."""
        with self._call():
            tables = self._db.storage.read() or {}
            told = change(tables)
            self._db.storage.write(tables)
            return told

    def _table(self, name: str) -> Table:
        # No query cache: it would hand out the same mutable documents again. And a new one each time: one that is kept
        # counts on by itself, over the rows that were put back meanwhile.
        return Table(self._db.storage, name, cache_size=0)

    def _row(self, table: str, row_id: str) -> Document | None:
        found = self._table(table).search(where("id") == row_id)
        return found[0] if found else None

    def _put(self, table: str, value: Mentorship | Draft) -> None:
        row = self._row(table, value.id)
        if row is None:
            self._table(table).insert(encode(value))
        else:
            self._table(table).update(encode(value), doc_ids=[row.doc_id])

    def _newest_first(self, rows: list[Document]) -> list[Draft]:
        found = [(_saved(draft), row.doc_id, draft) for row in rows for draft in [self._decoded(Draft, row)]]
        return [draft for _, _, draft in sorted(found, key=lambda item: item[:2], reverse=True)]

    def _decoded(self, cls: type[T], row: Document) -> T:
        try:
            return decode(cls, dict(row))
        except UndecodableError as error:
            message = f"{self._path}: an entry does not fit this Outreach ({error})."
            raise StoreUnusable(message, "Update Outreach, or put a backup in the file's place.") from error


def _new_id() -> str:
    return uuid.uuid4().hex


def _with_id(meeting: Meeting) -> Meeting:
    return meeting if meeting.id else replace(meeting, id=_new_id())


def _when(meeting: Meeting) -> tuple[dt.date, dt.time, int]:
    """For sorting: meetings without a date are still to come."""
    return meeting.date or dt.date.max, meeting.time or dt.time.min, meeting.number or 0


def _saved(draft: Draft) -> dt.datetime:
    stamps = [revision.saved for revision in draft.revisions if revision.saved]
    return max(stamps, default=dt.datetime.min.replace(tzinfo=dt.UTC))
