"""Copying text out of a terminal: by the system's own tool where there is one, else through the terminal."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SECONDS = 2.0
"""For all tools together: one that hangs must not keep the others, or the app, waiting."""
_SECONDS_OF_POWERSHELL = 5.0
"""It is slow to start."""
_FROM_BASE64 = (
    "Set-Clipboard -Value ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd())))"
)


@dataclass(frozen=True, slots=True)
class _Tool:
    command: tuple[str, ...]
    given: bytes
    """What it reads."""
    seconds: float = 0.0
    """What it has in any case, however long those before it took."""


def copy_with_tool(text: str) -> str:
    """Put ``text`` on the clipboard with a tool of this system; the tool's name, empty where none took it.

    May take seconds: call it from a thread.
    """
    end = time.monotonic() + _SECONDS
    for tool in _tools(text, os.environ):
        left = max(end - time.monotonic(), tool.seconds)
        if left > 0 and shutil.which(tool.command[0]) is not None and _took(tool, left):
            return tool.command[0]
    return ""


def copy_with_tmux(text: str) -> bool:
    """Have the tmux around the app send ``text`` to its terminal's clipboard, which an app in it may not do itself.

    Whether it was sent; what came of it nobody knows. May take seconds: call it from a thread.
    """
    if not os.environ.get("TMUX") or shutil.which("tmux") is None:
        return False
    return _took(_Tool(("tmux", "load-buffer", "-w", "-"), text.encode()), _SECONDS)


def _tools(text: str, environment: Mapping[str, str]) -> Iterator[_Tool]:
    """Those that could work here: a tool without its display would hang or fail.

    In a session from afar, the clipboard of this machine is not the one in front of the user; a display that came with
    the session is.
    """
    afar = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    given = text.encode()
    if environment.get("WAYLAND_DISPLAY") and not afar:
        yield _Tool(("wl-copy",), given)
    display = environment.get("DISPLAY", "")
    if display and not (afar and display.startswith(":")):
        yield _Tool(("xclip", "-selection", "clipboard"), given)
        yield _Tool(("xsel", "--clipboard", "--input"), given)
    if not afar:
        yield _Tool(("pbcopy",), given)
        if not text.isascii():
            # Reads what it gets in the code page of the console; only base64 is the same in all of them.
            yield _Tool(
                ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _FROM_BASE64),
                base64.b64encode(given),
                _SECONDS_OF_POWERSHELL,
            )
        yield _Tool(("clip.exe",), given if text.isascii() else text.encode("utf-16-le"))


def _took(tool: _Tool, seconds: float) -> bool:
    try:
        done = subprocess.run(
            tool.command,
            input=tool.given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            # Without a word on it, pbcopy takes UTF-8 for Mac Roman.
            env={**os.environ, "LC_CTYPE": "UTF-8"} if tool.command[0] == "pbcopy" else None,
            # The tools of X stay and hold the text: closing the terminal must not end them.
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
