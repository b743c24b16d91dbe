"""Texts from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from outreach.domain.errors import BadInput

MAX_BYTES = 1_048_576
_STANDARD_INPUT = "-"


def shown_name(name: str) -> str:
    """How the text's origin is called in an error or a finding."""
    return "<stdin>" if name == _STANDARD_INPUT else name


def read_text(name: str, what: str) -> str:
    """The text of a file, or of standard input where ``name`` is ``-``; ``what`` it should hold, for the errors.

    Raises:
        BadInput: it cannot be read, is no text, is empty or far too long.
    """
    shown = shown_name(name)
    if name == _STANDARD_INPUT and sys.stdin is None:
        raise BadInput(f"{shown}: cannot be read (it is closed).", f"Name a file that holds {what}, or pipe it in.")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == _STANDARD_INPUT else _start_of(Path(name))
    except OSError as error:
        raise BadInput(f"{shown}: cannot be read ({error.strerror}).", "Name a text file, or “-”.") from error
    if len(data) > MAX_BYTES:
        raise BadInput(f"{shown}: is larger than 1 MB.", f"It should hold {what}, and nothing else.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{shown}: is not UTF-8 text (byte {error.start + 1}).", "Save it as UTF-8 first.") from error
    if not text.strip():
        raise BadInput(f"{shown}: is empty.", f"Write {what} into it first.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
