"""A text in the user's own editor, which has the terminal meanwhile."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from outreach.wording.clean import plain

_LIKELY = ("sensible-editor", "nano", "vim", "vi", "notepad.exe")
"""Tried in this order where the user has named none."""
_SECONDS_TO_TYPE = 1.0
"""An editor that is back sooner has not let anybody type: it has a window of its own."""


def edit(app: App[Any], text: str, suffix: str = ".txt") -> str | None:
    """``text`` as the user has left it in $VISUAL, else $EDITOR, else an editor that is there.

    ``None``: nothing is to be changed; the user was told why, where it was not their wish. What comes back has no
    control sequences and no marks that cannot be seen, and ends as ``text`` did. What an editor that broke off has left
    behind is kept in its folder. Blocks, as the editor has the screen.
    """
    command = _command()
    if not command:
        _say(app, "No editor was found. Name yours in $EDITOR, such as EDITOR=nano.")
        return None
    # One that nobody else can read; whatever the editor puts beside the file stands in it too.
    folder = Path(tempfile.mkdtemp(prefix="outreach-"))
    file = folder / f"draft{suffix}"
    file.touch(mode=0o600)
    file.write_text(f"{text}\n", encoding="utf-8", newline=os.linesep)
    started = time.monotonic()
    trouble = _run(app, [*command, str(file)])
    quick = time.monotonic() - started < _SECONDS_TO_TYPE
    after = _read(file)
    changed = after is not None and after != plain(text)
    if trouble and (changed or list(folder.iterdir()) != [file]):
        _say(app, f"{trouble} The text is as it was; what you wrote is in {folder}.")
        return None
    shutil.rmtree(folder, ignore_errors=True)
    if trouble:
        _say(app, f"{trouble} The text is as it was.")
    elif after is None:
        _say(app, "The file was gone when the editor ended. The text is as it was.")
    elif not changed and quick:
        _say(app, f"“{command[0]}” was back at once. If it has a window, have it wait, as “code --wait” does.")
    return after if changed and not trouble else None


def _run(app: App[Any], command: list[str]) -> str:
    """Give the terminal to the editor until it ends; what went wrong, in a sentence, else empty."""
    trouble = ""
    try:
        with app.suspend(), _keys_for_the_editor():
            # Nothing may be raised in here: Textual would not take the terminal back.
            try:
                if subprocess.run(command, check=False).returncode != 0:
                    trouble = f"“{command[0]}” ended with an error."
            except OSError as error:
                trouble = f"“{command[0]}” did not start: {error.strerror or error}."
    except SuspendNotSupported:
        return "The screen cannot be handed to an editor here."
    return trouble


def _command() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        if words := _words(os.environ.get(name, "")):
            return words
    return next(([each] for each in _LIKELY if shutil.which(each)), [])


def _words(command: str) -> list[str]:
    """A command as the shell reads it; paths of Windows keep their backslashes."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:
        words = command.split()
    return [word.strip('"') for word in words] if os.name == "nt" else words


def _read(file: Path) -> str | None:
    """What stands in the file, without the line end that editors add; ``None``: it cannot be read."""
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return None
    return plain(text).removesuffix("\n")


@contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """Ctrl+C, typed for the editor, does not end the app as well."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _say(app: App[Any], text: str) -> None:
    app.notify(text, markup=False, severity="warning", timeout=8)
