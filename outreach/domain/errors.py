"""What can go wrong, as one small tree.

::

    OutreachError            message and hint, both fit to show
    ├── BadInput             wrong usage or a file that cannot be used    exit 2
    ├── EngineFailed         no model, a bad model file, a dead child     exit 3
    ├── ModelUnavailable     a model cannot be pulled, found or verified  exit 3
    ├── StoreUnusable        the store is locked or cannot be written     exit 4
    └── Cancelled            the user stopped it                          exit 130
"""

from __future__ import annotations


class OutreachError(Exception):
    """An error that a user can read: ``message`` says what, ``hint`` what would help."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadInput(OutreachError):
    """Wrong usage, or input that cannot be used; names the file and the field."""

    exit_code = 2


class EngineFailed(OutreachError):
    """The engine could not load, or stopped in the middle."""

    exit_code = 3


class ModelUnavailable(OutreachError):
    """A model cannot be pulled, found, or does not match its sha256."""

    exit_code = 3


class StoreUnusable(OutreachError):
    """The store is locked by another Outreach, unreadable or not writable."""

    exit_code = 4


class Cancelled(OutreachError):
    """The user stopped what was under way."""

    exit_code = 130
