"""What goes out: the result to standard output or a file, all else to standard error."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from outreach.domain.draft import Channel, Kind, Revision, Section
from outreach.domain.errors import BadInput, OutreachError


def use_utf8() -> None:
    """Make standard output UTF-8 on every machine; what cannot be encoded is replaced."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def write(text: str, *, dim: bool = False) -> None:
    """Write to standard output, ``dim`` in a terminal that shows it; a reader that went away is no error.

    Raises:
        BadInput: it cannot be written, say for want of room.
    """
    if sys.stdout is None:
        return
    try:
        if sys.stdout.isatty():
            text = _dimmed(printable(text)) if dim and _styled() else printable(text)
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        raise BadInput(f"standard output cannot be written ({error.strerror}).", "Use --out FILE.") from error


def say(text: str, end: str = "\n") -> None:
    """Write to standard error: progress, findings, problems."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(printable(text) + end)
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def finish() -> None:
    """Bring out what is still on its way to standard output, or drop it where nobody reads any more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        _silence(sys.stdout)


def problem(error: OutreachError) -> None:
    """Tell an error and what would help."""
    say(f"outreach: {error.message}")
    if error.hint:
        say(error.hint)


def printable(text: str) -> str:
    """``text`` without what a terminal takes for a command."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


def _styled() -> bool:
    # https://no-color.org: whatever its value is, unless it is empty.
    return os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


def _dimmed(text: str) -> str:
    line = text.rstrip("\n")
    return f"\x1b[2m{line}\x1b[22m{text[len(line) :]}"


class Result:
    """Where the result of a command goes: standard output, or a file that is written whole or not at all."""

    def __init__(self, path: Path | None = None, force: bool = False) -> None:
        """Check early that ``path`` can be written, so that no draft is made in vain.

        Raises:
            BadInput: it exists and ``force`` is not given, or its folder cannot be written.
        """
        self._path = path
        self._force = force
        if path is None:
            return
        if path.is_dir():
            raise BadInput(f"--out {path}: is a folder.", "Name a file in it.")
        if os.path.lexists(path) and not force:
            raise BadInput(f"--out {path}: exists already.", "Give another name, or --force to overwrite it.")
        if not path.absolute().parent.is_dir():
            raise BadInput(f"--out {path}: there is no folder {path.parent}.", "Make it first, or name another.")
        if not os.access(path.absolute().parent, os.W_OK) and not path.exists():
            raise BadInput(f"--out {path}: the folder cannot be written.", "Name another.")

    def put(self, text: str) -> None:
        """Write the result.

        Raises:
            BadInput: the file cannot be written, or has come into being since.
        """
        if self._path is None:
            write(text)
            return
        try:
            self._write_file(self._path, text)
        except FileExistsError as error:
            raise BadInput(f"--out {self._path}: exists already.", "Give another name.") from error
        except OSError as error:
            raise BadInput(
                f"--out {self._path}: cannot be written ({error.strerror}).", "Name another file."
            ) from error

    def _write_file(self, path: Path, text: str) -> None:
        content = text.encode("utf-8", "replace")
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(content)
            return
        path = path.resolve()
        new = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            new.write_bytes(content)
            if self._force:
                new.replace(path)
            else:
                _move_if_free(new, path)
        finally:
            new.unlink(missing_ok=True)


def _move_if_free(new: Path, path: Path) -> None:
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # file systems without hard links
        if path.exists():
            raise FileExistsError(str(path)) from None
        new.replace(path)


def as_json(value: Any) -> str:
    """JSON as this program prints it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def revision_json(kind: Kind, channel: Channel, revision: Revision, error: str = "") -> dict[str, Any]:
    """A draft as the JSON object of fixed meaning; ``error`` stands first where making it failed."""
    return {
        **({"error": error} if error else {}),
        "kind": kind.value,
        "channel": channel.value,
        "subject": revision.subject,
        "body": revision.body,
        "ready": revision.ready and not error,
        "score": revision.score,
        "facts": [{"id": f.id, "text": f.text, "start": f.start, "end": f.end} for f in revision.facts],
        "sections": [_section_json(section) for section in revision.sections],
        "findings": [asdict(finding) for finding in revision.findings],
        "withheld": list(revision.withheld),
        "model": asdict(revision.model) if revision.model else None,
        "seed": revision.seed,
        "timings": asdict(revision.timings),
    }


def _section_json(section: Section) -> dict[str, Any]:
    shown = asdict(section)
    # What was put away is the draft's own memory, no part of the result.
    del shown["seen"]
    return shown


def revision_text(revision: Revision) -> str:
    """A draft as plain text: the subject, an empty line, the body."""
    subject = f"Subject: {revision.subject}\n\n" if revision.subject else ""
    return f"{subject}{revision.body.rstrip()}\n"


def _silence(stream: TextIO) -> None:
    """Point a stream whose reader is gone at nothing, so that Python does not complain when it ends."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
