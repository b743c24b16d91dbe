"""The lines between the engine and its child process: one JSON object a line, UTF-8.

Requests carry ``do`` and a rising ``id``; every answer carries the ``id`` it belongs to, and the last answer to a
request has one of :data:`LAST`.
"""

from __future__ import annotations

import json
from typing import Any

LAST = ("done", "error", "cancelled")
"""An answer with one of these keys is the last one of its request."""

NO_LLAMA_CPP = "no-llama-cpp"
"""``kind`` of an error: llama-cpp-python is not installed, or is broken."""
BAD_FILE = "bad-file"
"""``kind`` of an error: the model file cannot be used."""
NO_MEMORY = "no-memory"
"""``kind`` of an error: there is too little memory for the model."""
TOO_LONG = "too-long"
"""``kind`` of an error: the prompt does not fit into the context."""
INTERNAL = "internal"
"""``kind`` of an error: anything else; the log has more."""


class FailedError(Exception):
    """An error for the parent; ``kind`` is one of those above."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text


class StoppedError(Exception):
    """The request was cancelled."""


class GarbledError(Exception):
    """A line that is not one of ours."""


def line_of(message: dict[str, Any]) -> bytes:
    """``message`` as one line, newline included."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def message_of(line: bytes) -> dict[str, Any]:
    """The message of one line.

    Raises:
        GarbledError: the line is not a JSON object.
    """
    try:
        message = json.loads(line)
    except ValueError as error:
        raise GarbledError(f"{len(line)} bytes that are not JSON") from error
    if not isinstance(message, dict):
        raise GarbledError("a line that is not an object")
    return message


def is_last(message: dict[str, Any]) -> bool:
    """Whether ``message`` is the last answer to its request."""
    return any(key in message for key in LAST)
