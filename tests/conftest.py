"""What all tests share: a home of their own, the tiny model, and the command line as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from outreach.models import entry_of, load_catalog, pull
from outreach.settings import HOME_VARIABLE, Paths

SHARED_MODELS = Paths.of_user().models.absolute()
"""One folder for the whole machine, so that a model is pulled once; read before a test moves the home."""

PROCESSORS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
"""What all tests together may use; empty where no process can choose."""

CLI_TIMEOUT_S = 240.0


def pytest_configure() -> None:
    """Give each process of ``make test`` processors of its own.

    The model's threads wait for one another at every step: on processors that something else wants as well they all
    but stand still. How many threads it has follows from what is set here.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is not None and PROCESSORS:
        workers = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        first = int(worker.removeprefix("gw")) % len(PROCESSORS)
        os.sched_setaffinity(0, PROCESSORS[first::workers])


class OutreachCli(Protocol):
    """Runs ``outreach`` in a process of its own."""

    def __call__(
        self, *args: str | Path, input: str | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run it with ``args``; without ``input`` its standard input is empty. ``env`` is added to the environment."""


@pytest.fixture(autouse=True)
def _own_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test reads or writes what belongs to the user; models alone are shared.

    The home is in ``tmp_path``; a test without it gets a place that is not there yet, for a folder each takes long.
    """
    if "tmp_path" in request.fixturenames:
        home = request.getfixturevalue("tmp_path") / "home"
    else:
        home = tmp_path_factory.getbasetemp() / f"home-{uuid.uuid4().hex}"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    monkeypatch.setenv("OUTREACH_MODELS", str(SHARED_MODELS))


@pytest.fixture
def every_processor() -> Iterator[None]:
    """What is started in this test may use all processors, as it may for users: the model has several threads then."""
    if not PROCESSORS:
        yield
        return
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, PROCESSORS)
    yield
    os.sched_setaffinity(0, own)


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
