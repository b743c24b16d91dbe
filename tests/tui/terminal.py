"""The app as users run it, in a real terminal of 80x24, with real keys."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

SECONDS = 60.0


class Terminal:
    """The app in tmux."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = f"outreach-test-{os.getpid()}"
        self._pids = 0
        self.presses = 0
        """Keys pressed so far, without the characters that were typed or pasted."""

    def start(self, models: Path | None = None) -> None:
        """Open the app; no network, and no model but those in the folder ``models``."""
        self._pids += 1
        self._tmux("kill-server", check=False)
        names = ("PATH", "HOME", "OUTREACH_HOME", "PYTHONPATH", "VIRTUAL_ENV")
        settings = {name: os.environ[name] for name in names if name in os.environ}
        # Whatever wants to pull a model finds no one.
        nowhere = {"HF_ENDPOINT": "http://127.0.0.1:9", "PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "0"}
        places = {"OUTREACH_MODELS": str(models or self._folder / "no-models"), "TEXTUAL_ANIMATIONS": "none"}
        variables = [f"{name}={value}" for name, value in {**settings, **nowhere, **places}.items()]
        run = f"echo $$ > {self._folder}/pid{self._pids}; exec {sys.executable} -m outreach"
        self._tmux("new-session", "-d", "-x", "80", "-y", "24", "env", *variables, "sh", "-c", run)

    def keys(self, *keys: str) -> None:
        """Press keys by name."""
        self.presses += len(keys)
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text letter by letter."""
        self._tmux("send-keys", "-l", text)

    def paste(self, text: str) -> None:
        """Paste text in one go."""
        subprocess.run(["tmux", "-L", self._socket, "load-buffer", "-"], input=text.encode(), check=True)
        self._tmux("paste-buffer", "-p")

    def wait_for(self, text: str) -> None:
        """Wait until words are on the screen."""
        self.until(lambda: text in " ".join(self.screen().replace("▌", " ").split()), text)

    def wait_for_cursor(self, column: int, row: int) -> None:
        """Wait until the cursor is there, counted from 0; letters may overtake the keys that move it."""
        command = ["tmux", "-L", self._socket, "display-message", "-p", "#{cursor_x} #{cursor_y}"]
        wanted = f"{column} {row}"
        self.until(
            lambda: subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == wanted, wanted
        )

    def fill(self, label: str, text: str) -> None:
        """Go on to the field with this label and paste ``text`` into it."""
        self.keys("Tab")
        self.until(lambda: self._cursor_is_at(label), label)
        self.paste(text)
        self.wait_for(text.splitlines()[0][:40])

    def _cursor_is_at(self, label: str) -> bool:
        lines = self.screen().splitlines()
        return any(label in line and "▌" in below for line, below in pairwise(lines))

    def wait_for_end(self) -> None:
        """Wait until the app has left."""
        self.until(lambda: self._tmux("has-session", check=False) != 0, "the end")

    def kill(self) -> None:
        """End the app the hard way."""
        pid = int((self._folder / f"pid{self._pids}").read_text(encoding="utf-8"))
        os.kill(pid, signal.SIGKILL)
        self.wait_for_end()

    def close(self) -> None:
        """End what is left."""
        self._tmux("kill-server", check=False)

    def screen(self) -> str:
        """What is to be seen."""
        done = subprocess.run(
            ["tmux", "-L", self._socket, "capture-pane", "-p"], capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is true; ``what`` says what did not come."""
        end = time.monotonic() + SECONDS
        while not true():
            assert time.monotonic() < end, f"“{what}” did not come. On the screen:\n{self.screen()}"
            time.sleep(0.05)

    def _tmux(self, *words: str, check: bool = True) -> int:
        command = ["tmux", "-L", self._socket, "-f", os.devnull, *words]
        return subprocess.run(command, check=check, capture_output=True).returncode
