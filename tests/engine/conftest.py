"""An engine with the tiny model, and ways to talk to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach.engine.llama import LlamaEngine


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "engine.log"


@pytest.fixture
def engine(tiny_model: Path, log_file: Path) -> Iterator[LlamaEngine]:
    """A fresh engine; its child starts with the first use and ends with the test."""
    made = LlamaEngine(tiny_model, "tiny", "0" * 64, log_file)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaEngine]:
    """One engine for the tests that only read from it, or leave it as it was for whoever uses it next."""
    made = LlamaEngine(tiny_model, "tiny", "0" * 64, tmp_path_factory.mktemp("engine") / "engine.log")
    yield made
    made.close()
