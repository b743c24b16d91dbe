"""The file is parsed once for many reads; what is read is what stands in it all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from outreach.store.storage import AtomicJSONStorage

Tables = dict[str, dict[str, Any]]
OLD: Tables = {"mentee": {"1": {"name": "Ana"}}}
NEW: Tables = {"mentee": {"1": {"name": "Bea"}}}


def test_a_file_that_did_not_change_is_parsed_once(tmp_path: Path) -> None:
    """The next read gives the very same rows, also behind a write, in tables that may be changed."""
    storage = AtomicJSONStorage(tmp_path / "store.json")
    assert storage.read() is None
    storage.write(OLD)
    first, second = storage.read(), storage.read()
    assert first == second == OLD
    assert first["mentee"]["1"] is second["mentee"]["1"]
    first["mentee"].clear()
    assert storage.read() == OLD


def test_a_file_that_someone_else_replaced_is_read_anew(tmp_path: Path) -> None:
    """As a backup that is put in its place."""
    storage, other = AtomicJSONStorage(tmp_path / "store.json"), AtomicJSONStorage(tmp_path / "other.json")
    storage.write(OLD)
    before = storage.stamp
    other.write(NEW)
    other.path.replace(storage.path)
    assert storage.read() == NEW
    assert storage.stamp != before


def test_what_could_not_be_written_is_not_read(tmp_path: Path) -> None:
    """TinyDB changes the tables that it read before it writes them: they are forgotten where that fails."""
    storage = AtomicJSONStorage(tmp_path / "store.json")
    storage.write({"mentee": {"1": {"name": "Ana"}}})
    tables = storage.read()
    assert tables is not None
    tables["mentee"]["1"]["name"] = object()
    with pytest.raises(TypeError):
        storage.write(tables)
    assert storage.read() == OLD
