"""The first sight of the app, before there is anything to run it with: a line on a screen of its own, at once."""

from __future__ import annotations

import contextlib
import os
import sys
from types import TracebackType
from typing import Any

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H\r\n  \x1b[1mOutreach\x1b[0m\r\n\r\n  \x1b[2mOpening …\x1b[0m"
_LEAVE = "\x1b[?25h\x1b[?1049l"


class Opening:
    """Around the start of the app: shows that it opens, and has the terminal keep what is typed meanwhile, unseen."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        self._shown = False

    def __enter__(self) -> Opening:
        # Where Textual will draw: standard error.
        stream = sys.__stderr__
        if os.name == "nt" or stream is None or not stream.isatty() or not os.isatty(0):
            return self
        self._keep_keys()
        stream.write(_ENTER)
        stream.flush()
        self._shown = True
        return self

    def hand_over(self) -> None:
        """The app draws from here on, and leaves the screen when it ends."""
        self._shown = False

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown and sys.__stderr__ is not None:
            sys.__stderr__.write(_LEAVE)
            sys.__stderr__.flush()
        if self._before is not None:
            import termios

            with contextlib.suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._before)

    def _keep_keys(self) -> None:
        """No echo, and each key for itself as it is typed: Enter stays Enter."""
        import termios

        try:
            self._before = termios.tcgetattr(0)
            iflag, oflag, cflag, lflag, *rest = termios.tcgetattr(0)
            iflag &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR)
            lflag &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, [iflag, oflag, cflag, lflag, *rest])
        except termios.error:
            self._before = None
