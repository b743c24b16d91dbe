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
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RunMain:
    """``main`` with its arguments, its two outputs caught; lines are 80 characters wide."""
    monkeypatch.setenv("COLUMNS", "80")

    def call(*args: str | os.PathLike[str]) -> Run:
        capfd.readouterr()
        status = main([os.fspath(arg) for arg in args])
        return Run(status, *capfd.readouterr())

    return call


IDA = """
[mentee]
name = "Ida Falk"
timezone = "Europe/London"
role = "nurse"
goals = ["move from ward nursing into hospital informatics", "write one thing a month"]

[mentor]
name = "Tomasz Zieliński"
timezone = "America/New_York"
role = "Head of informatics"
organisation = "Mersey Hospital Trust"
background = '''Led the move of 14 wards to electronic charts.
Was a nurse for nine years before that.'''

[ask]
about = "how you moved from nursing to informatics"
minutes = 30
"""


@pytest.fixture
def tomasz(run: RunMain, tmp_path: Path) -> Path:
    """A case file whose mentor is in the store: Ida in London, Tomasz in New York, nothing has passed yet."""
    file = tmp_path / "tomasz.toml"
    file.write_text(IDA, encoding="utf-8")
    assert run("import", file, "--today", "2026-11-20").status == 0
    return file
