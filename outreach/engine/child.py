"""A child process that runs :mod:`outreach.engine.worker`, with its pipes and its log."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import outreach
from outreach.engine import wire

CLOSE_GRACE_S = 1.0
MAX_LOG_BYTES = 1_000_000


class Child:
    """One child process, and a thread that reads its answers."""

    def __init__(self, python: str, log_file: Path) -> None:
        with _open_log(log_file) as log:
            self._process = subprocess.Popen(
                [python, "-P", "-m", "outreach.engine.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=_environment(os.environ),
                # Ctrl+C in the terminal is for the app, which then cancels.
                start_new_session=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin: IO[bytes] = self._process.stdin
        self._sending = threading.Lock()
        self.answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        """Answers in order; ``None`` means: look again, the child has ended or a cancel was asked for."""
        self.ended = False
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def alive(self) -> bool:
        """Whether the child can take a request."""
        return not self.ended and self._process.poll() is None

    def send(self, message: dict[str, Any]) -> None:
        """Send a request; a child that is gone shows in ``answers``, not here."""
        with self._sending:
            try:
                self._stdin.write(wire.line_of(message))
                self._stdin.flush()
            except (OSError, ValueError):
                self.answers.put(None)

    def wake(self) -> None:
        """Make whoever waits for answers look again."""
        self.answers.put(None)

    def returncode(self) -> int | None:
        """How the child ended, as ``subprocess`` says it."""
        try:
            return self._process.wait(CLOSE_GRACE_S)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End the child at once."""
        self._process.kill()

    def stop(self) -> None:
        """End the child, first by closing its input, then by force; leaves no zombie and no open pipe."""
        with self._sending, contextlib.suppress(OSError):  # What was still buffered had no reader any more.
            self._stdin.close()
        if self.returncode() is None:
            self._process.kill()
            self._process.wait()
        if self._reader is not threading.current_thread():
            self._reader.join(CLOSE_GRACE_S)

    def _read(self, lines: IO[bytes]) -> None:
        with lines:
            for line in lines:
                try:
                    self.answers.put(wire.message_of(line))
                except wire.GarbledError:
                    break
        self.ended = True
        self.answers.put(None)


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """The child's environment: it finds this very package, and nothing is loaded into it from outside."""
    env = {name: value for name, value in own.items() if name not in ("LD_PRELOAD", "DYLD_INSERT_LIBRARIES")}
    root = str(Path(outreach.__file__).absolute().parents[1])
    env["PYTHONPATH"] = os.pathsep.join(part for part in (root, own.get("PYTHONPATH", "")) if part)
    env["PYTHONUTF8"] = "1"
    # Threads that wait by spinning stand still when another program wants the processor: a fourth of the speed here.
    env.setdefault("OMP_WAIT_POLICY", "passive")
    # On an abort ggml would start a debugger to print a backtrace.
    env["GGML_NO_BACKTRACE"] = "1"
    return env


def _open_log(path: Path) -> IO[bytes]:
    """The log, for its owner alone, begun anew when it has grown too large."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        if os.fstat(descriptor).st_size > MAX_LOG_BYTES:
            os.ftruncate(descriptor, 0)
        return os.fdopen(descriptor, "ab")
    except OSError:
        os.close(descriptor)
        raise
