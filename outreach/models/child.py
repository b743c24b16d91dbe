"""Runs a process that fetches bytes, watched and stopped in well under a second."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from outreach.domain.errors import Cancelled

_TICK_S = 0.1


class ChildFailed(Exception):
    """The process ended badly; the text says why, in its own words."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.status = status


class TooSlow(Exception):
    """The process gave no sign of life in time."""


def run_child(
    command: Sequence[str],
    log: Path,
    *,
    env: Mapping[str, str],
    tick: Callable[[], None],
    cancelled: Callable[[], bool],
    cwd: Path | None = None,
    sign_within_s: float | None = None,
) -> None:
    """Run ``command`` to its end; its output goes to ``log``, ``tick`` is called ten times a second.

    Args:
        cwd: the folder it starts in; default: this process's.
        sign_within_s: seconds in which it must have written something, where given.

    Raises:
        ChildFailed: it ended with another status than 0.
        TooSlow: ``log`` stayed empty for ``sign_within_s``.
        Cancelled: ``cancelled`` said so; the process is gone.
    """
    with log.open("wb") as output:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **env},
            cwd=cwd,
            start_new_session=True,
        )
        try:
            _watch(child, output, tick, cancelled, sign_within_s)
        finally:
            _end(child)
    if child.returncode != 0:
        raise ChildFailed(_last_line(log), child.returncode)


def _watch(
    child: subprocess.Popen[bytes],
    output: IO[bytes],
    tick: Callable[[], None],
    cancelled: Callable[[], bool],
    sign_within_s: float | None,
) -> None:
    began = time.monotonic()
    while True:
        try:
            child.wait(_TICK_S)
            return
        except subprocess.TimeoutExpired:
            tick()
        if cancelled():
            raise Cancelled("The pull was stopped.", "What was pulled is kept; the same command goes on from there.")
        silent = sign_within_s is not None and os.fstat(output.fileno()).st_size == 0
        if silent and sign_within_s is not None and time.monotonic() - began > sign_within_s:
            raise TooSlow


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        if os.name == "posix":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
        child.wait()


def _last_line(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    errors = [line for line in lines if line.startswith("ERROR")]
    told = errors or [line for line in lines if line and line != "reached"]
    return told[-1].removeprefix("ERROR:").strip() if told else "it gave no reason"
