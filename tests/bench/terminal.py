"""A program in a terminal of its own, its keys and its screen, with the time at which each byte came."""

from __future__ import annotations

import os
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path

import pyte

PATIENCE_S = 60.0


class Slow(Exception):
    """What was waited for did not come."""


class Terminal:
    """Runs ``command`` in a pseudo-terminal; a screen of ``size`` columns and rows follows what it writes."""

    def __init__(self, command: Sequence[str], settings: Mapping[str, str], size: tuple[int, int] = (80, 24)) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        """All that the program wrote."""
        self.began = time.perf_counter()
        """When the program was started, on the clock of ``until``."""
        self.pid, self._fd = os.forkpty()
        if self.pid == 0:
            # The size first: a program may ask for it at once.
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), {**os.environ, **settings, "TERM": "xterm-256color"})

    def keys(self, keys: str) -> float:
        """Write keys as a terminal sends them; the time."""
        now = time.perf_counter()
        os.write(self._fd, keys.encode())
        return now

    def until(self, true: Callable[[], bool], patience: float = PATIENCE_S) -> float:
        """Read until ``true`` of the screen; when the bytes came that made it so.

        Raises:
            Slow: not within ``patience`` seconds, or the program ended before.
        """
        end, came = time.perf_counter() + patience, time.perf_counter()
        while not true():
            ready, _, _ = select.select([self._fd], [], [], max(0.0, end - time.perf_counter()))
            if not ready:
                raise Slow("\n".join(self.screen.display))
            came = time.perf_counter()
            try:
                self._follow()
            except OSError as ended:
                raise Slow("It ended.\n" + "\n".join(self.screen.display)) from ended
        return came

    def read_for(self, seconds: float) -> None:
        """Follow the screen for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            ready, _, _ = select.select([self._fd], [], [], left)
            if ready:
                self._follow()

    def _follow(self) -> None:
        """Take in what was written."""
        some = os.read(self._fd, 1 << 16)
        self.written += some
        self._stream.feed(some)

    def shows(self, *texts: str) -> Callable[[], bool]:
        """Whether all of ``texts`` are on the screen."""
        return lambda: all(any(text in line for line in self.screen.display) for text in texts)

    def lacks(self, text: str) -> Callable[[], bool]:
        """Whether ``text`` is not on the screen."""
        return lambda: not any(text in line for line in self.screen.display)

    def picture(self) -> tuple[object, ...]:
        """The screen with its colours, to compare."""
        buffer = self.screen.buffer
        return tuple(buffer[row][column] for row in range(self.screen.lines) for column in range(self.screen.columns))

    def close(self) -> None:
        """End the program and what it started."""
        for child in children(self.pid):
            os.kill(child, signal.SIGKILL)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def children(pid: int) -> list[int]:
    """Processes that ``pid`` started, from any of its threads."""
    lists = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(one) for text in lists for one in text.split()]


def processor_s(pid: int) -> float:
    """Seconds of processor time that ``pid`` has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> tuple[float, float]:
    """Resident memory of ``pid``, and its proportional share of it."""
    table = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    return int(table["Rss"].split()[0]) / 1000, int(table["Pss"].split()[0]) / 1000
