"""The command line inside this process."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach.cli import main

CASES = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True, slots=True)
class Run:
    """What one call of the command line gave."""

    status: int
    out: str
    err: str


RunMain = Callable[..., Run]


@pytest.fixture
def cases() -> Path:
    """The folder of sample cases."""
    return CASES


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> RunMain:
    """``main`` with its arguments, its two outputs caught."""

    def call(*args: str | os.PathLike[str]) -> Run:
        capfd.readouterr()
        status = main([os.fspath(arg) for arg in args])
        return Run(status, *capfd.readouterr())

    return call
