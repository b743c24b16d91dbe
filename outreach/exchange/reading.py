"""Reads tables of a TOML file by a specification: one reader for each key, one clear error for what does not fit."""

from __future__ import annotations

import datetime as dt
import difflib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from outreach.domain.errors import BadInput

MAX_TEXT = 100_000
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a file, for errors to name."""

    file: str
    field: str = ""

    def at(self, key: str) -> Place:
        """The place of ``key`` in this table."""
        return Place(self.file, f"{self.field}.{key}" if self.field else key)

    def item(self, number: int) -> Place:
        """The place of an item of this list, counted from 1."""
        return Place(self.file, f"{self.field}[{number}]")

    def error(self, message: str, hint: str = "") -> BadInput:
        """An error that names file and field."""
        return BadInput(f"{self.file}: {self.field} {message}", hint)


Reader = Callable[[Place, object], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """How one key of a table is read."""

    read: Reader
    required: bool = False


Table = Mapping[str, Key]


def read_table(place: Place, value: object, table: Table) -> dict[str, Any]:
    """The values of one table; keys that the file leaves out are left out.

    Raises:
        BadInput: unknown or missing key, or a value that its reader refuses.
    """
    if not isinstance(value, dict):
        example = (
            'a table such as { what = "…" }' if "[" in place.field else f"a table: [{place.field}] on its own line"
        )
        raise place.error(f"must be {example}, not {kind_of(value)}.")
    for key in value:
        if key not in table:
            raise place.at(_shown(key)).error("is unknown.", _nearest(key, table, "The keys here are"))
    for key, spec in table.items():
        if spec.required and key not in value:
            raise place.at(key).error("is missing.", f"Add {key} under [{place.field}]." if place.field else "")
    return {key: table[key].read(place.at(key), item) for key, item in value.items()}


def text(place: Place, value: object) -> str:
    """Free text, kept as typed."""
    if not isinstance(value, str):
        raise place.error(f"must be text, not {kind_of(value)}.", "Write it in quotes.")
    if len(value) > MAX_TEXT:
        raise place.error(
            f"is too long: {len(value):,} characters, {MAX_TEXT:,} at most.", "Keep the parts that matter."
        )
    return value


def filled(read: Reader) -> Reader:
    """``read``, but nothing blank."""

    def reader(place: Place, value: object) -> Any:
        result = read(place, value)
        # Zero-width characters alone are no name and no goal either.
        if not any(unicodedata.category(character)[0] not in "ZC" for character in result):
            raise place.error("is empty.", "Write it in, or leave the line out if it is not required.")
        return result

    return reader


def name(place: Place, value: object) -> str:
    """One short line: a name, a title, an address."""
    result = text(place, value).strip()
    for position, character in enumerate(result, start=1):
        if unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
            what = (
                "a line break" if character in "\n\r\u2028\u2029" else f"the control character U+{ord(character):04X}"
            )
            raise place.error(f"must be one line of plain text; character {position} is {what}.", "Remove it.")
    if len(result) > MAX_NAME:
        raise place.error(f"is too long: {len(result):,} characters, {MAX_NAME} at most.")
    return result


def texts(place: Place, value: object) -> tuple[str, ...]:
    """A list of texts, none of them blank."""
    if not isinstance(value, list):
        key = place.field.rpartition(".")[2]
        raise place.error(f"must be a list of texts, not {kind_of(value)}.", f'Write {key} = ["…"].')
    return tuple(filled(text)(place.item(number), item) for number, item in enumerate(value, start=1))


def some_texts(place: Place, value: object) -> tuple[str, ...]:
    """A list with at least one text."""
    result = texts(place, value)
    if not result:
        raise place.error("is empty; at least one is needed.", f'Write {place.field.rpartition(".")[2]} = ["…"].')
    return result


def whole(low: int, high: int | None = None) -> Reader:
    """A whole number from ``low`` to ``high``."""
    wanted = f"a whole number from {low} to {high}" if high is not None else f"a whole number, {low} or more"

    def reader(place: Place, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise place.error(f"must be {wanted}, not {kind_of(value)}.")
        if value < low or (value > high if high is not None else value > 100_000):
            raise place.error(f"must be {wanted}, not {_shown(value)}.")
        return value

    return reader


def flag(place: Place, value: object) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise place.error(f"must be true or false, not {kind_of(value)}.", "Write it without quotes.")
    return value


def date(place: Place, value: object) -> dt.date:
    """A day."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    hint = "Write it as 2026-12-03, without a time of day." if isinstance(value, dt.datetime) else ""
    raise place.error(f"must be a date, not {kind_of(value)}.", hint or "Write it as 2026-12-03, without quotes.")


def time(place: Place, value: object) -> dt.time:
    """A time of day."""
    if not isinstance(value, dt.time):
        raise place.error(f"must be a time, not {kind_of(value)}.", "Write it as 17:00:00, without quotes.")
    return value


def one_of(choices: type[StrEnum]) -> Reader:
    """A member of an enumeration."""
    known = ", ".join(choices)

    def reader(place: Place, value: object) -> StrEnum:
        if not isinstance(value, str):
            raise place.error(f"must be one of {known}, not {kind_of(value)}.", "Write it in quotes.")
        if value not in set(choices):
            raise place.error(f"must be one of {known}, not “{_shown(value)}”.", _nearest(value, set(choices)))
        return choices(value)

    return reader


def timezone(place: Place, value: object) -> str:
    """A name that the time zone database knows, or nothing."""
    result = name(place, value)
    try:
        if result:
            ZoneInfo(result)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        hint = _nearest(result, available_timezones()) or "Write one such as Europe/London, or leave it out."
        raise place.error(f"must be a known time zone, not “{_shown(result)}”.", hint) from error
    return result


def tables(table: Table, make: Callable[..., Any]) -> Reader:
    """A list of tables, each made into an object."""

    def reader(place: Place, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            key = place.field.rpartition(".")[2]
            raise place.error(f"must be a list of tables, not {kind_of(value)}.", f'Write {key} = [{{ what = "…" }}].')
        return tuple(make(**read_table(place.item(n), item, table)) for n, item in enumerate(value, start=1))

    return reader


def kind_of(value: object) -> str:
    """What a TOML value is, in words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime):
        return "a date with a time"
    names = {
        str: "text",
        int: "a number",
        float: "a number with a fraction",
        dt.date: "a date",
        dt.time: "a time",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "something else")


def _shown(value: object) -> str:
    """A value as an error may show it; long ones cut."""
    if isinstance(value, int) and abs(value) >= 10**9:
        return "a very large number" if value > 0 else "a very small number"
    shown = str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"


def _nearest(word: str, known: Mapping[str, Any] | set[str] | set[StrEnum], otherwise: str = "") -> str:
    near = difflib.get_close_matches(word[:100], [str(item) for item in known], n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]}?"
    return f"{otherwise} {', '.join(str(item) for item in known)}." if otherwise else ""
