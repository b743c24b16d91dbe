"""What all tests share: a home of their own, the tiny model, and the command line as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from outreach.models import entry_of, load_catalog, pull
from outreach.settings import HOME_VARIABLE, Paths

SHARED_MODELS = Paths.of_user().models.absolute()
"""One folder for the whole machine, so that a model is pulled once; read before a test moves the home."""

CLI_TIMEOUT_S = 240.0


class OutreachCli(Protocol):
    """Runs ``outreach`` in a process of its own."""

    def __call__(
        self, *args: str | Path, input: str | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run it with ``args``; without ``input`` its standard input is empty. ``env`` is added to the environment."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to the user; models alone are shared."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setenv("OUTREACH_MODELS", str(SHARED_MODELS))


@pytest.fixture(scope="session")
def tiny_model() -> Path:
    """The file of the model ``tiny``, pulled with the code that users run, once a machine."""
    return pull(entry_of("tiny", load_catalog()), SHARED_MODELS)


@pytest.fixture
def outreach_cli() -> OutreachCli:
    """The command line as users get it: a process with two pipes and no terminal."""

    def run(
        *args: str | Path, input: str | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        plain = {"COLUMNS": "80", "NO_COLOR": "1", "TZ": "UTC", "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "outreach", *map(str, args)],
            input=input or "",
            env={**os.environ, **plain, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=CLI_TIMEOUT_S,
            check=False,
        )

    return run
