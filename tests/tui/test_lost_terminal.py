"""The app ended from outside in the middle of the typing: by a closed window, by a signal, by kill -9."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.settings import Paths
from outreach.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals or signals")

SECONDS = 60.0
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Terminal:
    """The app in a terminal of 80x24 that can be taken away from it."""

    def __init__(self, home: Path) -> None:
        import fcntl
        import pty
        import termios

        nowhere = {"HF_ENDPOINT": "http://127.0.0.1:9", "PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "0"}
        own = {"OUTREACH_HOME": str(home), "OUTREACH_MODELS": str(home / "none"), "TERM": "xterm-256color"}
        environment = {**os.environ, **nowhere, **own, "TEXTUAL_ANIMATIONS": "none"}
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "outreach"], environment)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._told = b""
        self._ended: int | None = None
        self._lost = False
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def keys(self, keys: str) -> None:
        """Type letters, one after the other."""
        for key in keys:
            os.write(self._fd, key.encode())
            time.sleep(0.01)

    def wait_for(self, text: str) -> None:
        """Wait until the app has drawn ``text`` in one go."""
        self.until(lambda: text in _SEQUENCE.sub("", self._told.decode(errors="replace")), text)

    def until(self, true: Callable[[], bool], what: str = "it") -> None:
        """Wait for a condition."""
        end = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < end, f"{what} did not come: {self._told[-4000:]!r}"
            time.sleep(0.02)

    def signal(self, number: int) -> int:
        """Send a signal and wait for the end; the exit status, as a shell has it."""
        os.kill(self._pid, number)
        return self._end()

    def lose(self) -> int:
        """Take the terminal away, as a closed window does; the exit status."""
        self._lost = True
        os.close(self._fd)
        return self._end()

    def close(self) -> None:
        """End what is left."""
        if self._ended is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            self._end()
        if not self._lost:
            os.close(self._fd)

    @property
    def told(self) -> str:
        """All that came to the terminal."""
        return self._told.decode(errors="replace")

    def _end(self) -> int:
        def ended() -> bool:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self._ended = code if code >= 0 else 128 - code
            return bool(pid)

        self.until(ended, "the end")
        assert self._ended is not None
        return self._ended

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while not self._lost and (some := os.read(self._fd, 65536)):
                self._told += some


@pytest.fixture
def home(tmp_path: Path, mentee: Mentee, mentorship: Mentorship) -> Path:
    """A home with a mentor and a draft."""
    home = tmp_path / "home"
    store = Store(Paths(home, home / "none", home, home).store_file)
    store.save_mentee(mentee)
    stored = store.save_mentorship(mentorship)
    store.save_draft(Draft("", stored.id, Kind.FIRST_CONTACT, revisions=(Revision("A talk", "Dear Dr Zieliński,\n"),)))
    store.close()
    return home


@pytest.fixture
def open_terminal(home: Path) -> Iterator[Callable[[], Terminal]]:
    opened: list[Terminal] = []

    def open_it() -> Terminal:
        opened.append(Terminal(home))
        return opened[-1]

    yield open_it
    for terminal in opened:
        terminal.close()


def _kept(home: Path) -> list[Any]:
    file = home / "unfinished.json"
    return [one["typed"] for one in json.loads(file.read_text(encoding="utf-8"))["texts"]] if file.exists() else []


def test_what_is_typed_outlives_signals_a_lost_terminal_and_kill_9(
    home: Path, open_terminal: Callable[[], Terminal]
) -> None:
    """HUP, kill -9, a lost terminal, each in the middle of a name; each start has it again. And TERM in a draft."""
    terminal = open_terminal()
    terminal.wait_for("Mentors")
    terminal.keys("n")
    terminal.wait_for("A new mentor")
    terminal.keys("Ada")
    terminal.wait_for("Ada")
    assert terminal.signal(signal.SIGHUP) == 128 + signal.SIGHUP
    assert _kept(home) == [{"name": "Ada"}]

    terminal = _again(open_terminal)
    terminal.keys(" King")
    # With no time to do anything at the end: the words of the second before are there.
    terminal.until(lambda: _kept(home) == [{"name": "Ada King"}])
    terminal.signal(signal.SIGKILL)

    terminal = _again(open_terminal)
    terminal.keys("!")
    terminal.wait_for("!")
    assert terminal.lose() == 128 + signal.SIGHUP
    assert _kept(home) == [{"name": "Ada King!"}]

    terminal = open_terminal()
    terminal.wait_for("Not saved when Outreach closed")
    terminal.keys("4")
    terminal.wait_for("First contact, ")
    terminal.keys("\r")
    terminal.wait_for("Dear Dr")
    terminal.keys("\x03")
    terminal.wait_for("Ctrl+Q leaves Outreach.")
    terminal.keys("Kept.")
    terminal.wait_for("Kept.")
    assert terminal.signal(signal.SIGTERM) == 128 + signal.SIGTERM
    assert _kept(home) == [{"name": "Ada King!"}]
    assert "Kept." in (home / "outreach.json").read_text(encoding="utf-8")
    # The screen of before is back, and the cursor.
    assert terminal.told.rindex("\x1b[?1049l") > terminal.told.rindex("\x1b[?1049h")
    assert terminal.told.rindex("\x1b[?25h") > terminal.told.rindex("\x1b[?25l")
    assert "Traceback" not in terminal.told


def test_bytes_that_are_no_text_are_shown_as_a_sign_and_end_nothing(
    home: Path, open_terminal: Callable[[], Terminal]
) -> None:
    """A paste from an old page, and halves of characters."""
    terminal = open_terminal()
    terminal.wait_for("Mentors")
    terminal.keys("n")
    terminal.wait_for("A new mentor")
    os.write(terminal._fd, b"\x1b[200~Caf\xe9 \xff\xed\xa0\x80!\x1b[201~")
    terminal.until(lambda: bool(_kept(home)))
    assert _kept(home) == [{"name": "Caf� �" + "���!"}]


def _again(open_terminal: Callable[[], Terminal]) -> Terminal:
    terminal = open_terminal()
    terminal.wait_for("Not saved when Outreach closed")
    terminal.keys("u")
    terminal.wait_for("This is what you had typed when Outreach closed.")
    return terminal
