"""Taking things out of the store's tables and putting them back exactly as they stood."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from outreach.domain.events import What

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list in the row of a mentorship."""

    mentorship_id: str
    field: str
    at: int
    item: Row


@dataclass(frozen=True, slots=True)
class Removed:
    """What a removal took out, as it stood in the file: for whoever wants it back.

    It is nowhere but in here, and in the store's backups until they are written over: whoever forgets a person has no
    more to do than to let go of this, and to mind the backups.
    """

    rows: Mapping[str, Mapping[str, Row]]
    """By table and number."""
    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return any(self.rows.values()) or bool(self.parts)


def take_mentorship(tables: Tables, mentorship_id: str) -> Removed:
    """A mentorship with its drafts."""
    keys = {"mentorships": "id", "drafts": "mentorship_id"}
    return Removed({table: _take_rows(tables, table, key, mentorship_id) for table, key in keys.items()})


def take_draft(tables: Tables, draft_id: str) -> Removed:
    """A draft, and the entry that says that it was made; that it was sent, or what came of it, stays."""
    rows = _take_rows(tables, "drafts", "id", draft_id)
    owners = [row["mentorship_id"] for row in rows.values()]
    made = [_take(tables, owner, "events", "draft_id", {draft_id}, what=What.DRAFTED) for owner in owners]
    return Removed({"drafts": rows}, tuple(part for parts in made for part in parts))


def take_parts(tables: Tables, mentorship_id: str, field: str, ids: Collection[str]) -> Removed:
    """Meetings (``meetings``) or entries (``events``) of a mentorship."""
    return Removed({}, tuple(_take(tables, mentorship_id, field, "id", ids)))


def put_back(tables: Tables, removed: Removed) -> None:
    """Put it where it stood. What is there again already stays as it is, and so does what came in its place."""
    for table, taken in removed.rows.items():
        rows = tables.setdefault(table, {})
        there = {row.get("id") for row in rows.values()}
        for number, row in taken.items():
            if row.get("id") not in there:
                rows[number if number not in rows else str(max(map(int, rows)) + 1)] = row
        tables[table] = dict(sorted(rows.items(), key=lambda item: int(item[0])))
    for part in removed.parts:
        items = _list(tables, part.mentorship_id, part.field)
        if items is not None and part.item.get("id") not in {item.get("id") for item in items}:
            items.insert(part.at, part.item)


def _take_rows(tables: Tables, table: str, key: str, value: str) -> dict[str, Row]:
    rows = tables.get(table, {})
    tables[table] = {number: row for number, row in rows.items() if row.get(key) != value}
    return {number: row for number, row in rows.items() if row.get(key) == value}


def _take(
    tables: Tables, mentorship_id: str, field: str, key: str, values: Collection[str], **equal: str
) -> list[Part]:
    items = _list(tables, mentorship_id, field) or []
    taken = [
        Part(mentorship_id, field, at, item)
        for at, item in enumerate(items)
        if item.get(key) in values and all(item.get(name) == wanted for name, wanted in equal.items())
    ]
    for part in reversed(taken):
        del items[part.at]
    return taken


def _list(tables: Tables, mentorship_id: str, field: str) -> list[Row] | None:
    found = (row for row in tables.get("mentorships", {}).values() if row.get("id") == mentorship_id)
    items: list[Row] | None = next((row.setdefault(field, []) for row in found), None)
    return items
