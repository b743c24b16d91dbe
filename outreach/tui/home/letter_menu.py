"""The menus that ask which message is wanted, and what a reply is to do."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind
from outreach.tui.commands import LETTERS, answers
from outreach.tui.questions import Question

_PURPOSES = {
    Purpose.TAKE: ("t", "Take the time, or offer times"),
    Purpose.DECLINE: ("d", "Decline, kindly"),
    Purpose.MOVE: ("m", "Move the meeting"),
    Purpose.THANK: ("n", "Thank for a no"),
    Purpose.CONFIRM: ("c", "Confirm the meeting"),
}
REASON = {
    Purpose.DECLINE: "Why do you decline?",
    Purpose.MOVE: "Why do you move it?",
}
"""What is asked where a reason may be given."""


class LetterMenu(Question):
    """One key for each kind; Enter takes what is due first."""

    BINDINGS: ClassVar[list[BindingType]] = [*LETTERS]

    def __init__(self, name: str, likely: Kind | None) -> None:
        start = likely if likely else ""
        super().__init__(f"Draft what for {name}?", (*answers(LETTERS), ("back", "escape", "Nothing")), start)


class ReplyQuestion(Question):
    """Asks what the reply is to do; Enter takes what is likely."""

    def __init__(self, name: str, likely: Purpose) -> None:
        order = sorted(_PURPOSES, key=lambda purpose: purpose is not likely)
        choices = tuple((purpose.value, *_PURPOSES[purpose]) for purpose in order)
        super().__init__(f"What is the reply to {name} to do?", (*choices, ("back", "escape", "Not now")), likely)
