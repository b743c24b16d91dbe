"""What Ctrl+Z takes back on the main screen: what was logged or removed, the last thing first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from textual.app import App

Back = Callable[[], str]
"""Takes one thing back; what is said of it, or nothing where there was nothing left to take back."""


class Undoing:
    """Changes of the store since the app was opened.

    What is removed is remembered here alone, and gone when the app is closed: the store keeps nothing of it.
    """

    def __init__(self) -> None:
        self._backs: list[Back] = []

    def remember(self, back: Back) -> None:
        """This can be taken back from now on."""
        self._backs.append(back)

    def undo(self) -> str:
        """Take back the last thing that can be; what is said of it, or nothing where there is none.

        Raises:
            OutreachError: the store cannot be written; it can be tried again.
        """
        while self._backs:
            told = self._backs[-1]()
            self._backs.pop()
            if told:
                return told
        return ""


@runtime_checkable
class Undoes(Protocol):
    """An app that remembers what can be taken back."""

    undoing: Undoing


def undoing_of(app: App[Any]) -> Undoing:
    """What can be taken back in ``app``; one stack for all of it, whichever screen changed the store."""
    return app.undoing if isinstance(app, Undoes) else Undoing()
