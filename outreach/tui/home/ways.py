"""The ways that a first contact can go, and the question for one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from outreach.domain.draft import Channel, Draft, Kind
from outreach.tui.questions import Question


@dataclass(frozen=True, slots=True)
class Way:
    """Where a message goes."""

    channel: Channel = Channel.EMAIL
    premium: bool = False
    """Whether a LinkedIn note may have the length of a paying member's."""


EMAIL = Way()
_WAYS = {
    "email": (EMAIL, "e", "E-mail"),
    "note": (Way(Channel.LINKEDIN_NOTE), "n", "Note on LinkedIn"),
    "premium": (Way(Channel.LINKEDIN_NOTE, premium=True), "p", "Note on LinkedIn, with Premium"),
    "message": (Way(Channel.MESSAGE), "m", "Direct message, or InMail"),
}


def way_of(answer: str | None) -> Way | None:
    """The way that was chosen; ``None``: none."""
    return _WAYS[answer][0] if answer in _WAYS else None


def last_way(drafts: Iterable[Draft]) -> Way:
    """The way of the newest first contact among ``drafts``, newest first."""
    return next((Way(each.channel, each.premium) for each in drafts if each.kind is Kind.FIRST_CONTACT), EMAIL)


class WayQuestion(Question):
    """Asks how the first contact goes; Enter takes the way of the time before."""

    def __init__(self, name: str, before: Way) -> None:
        answers = tuple((answer, key, f"{label}{_limit(way)}") for answer, (way, key, label) in _WAYS.items())
        start = next(answer for answer, (way, _, _) in _WAYS.items() if way == before)
        super().__init__(f"How will you write to {name}?", (*answers, ("back", "escape", "Not now")), start)
        self.start = start


def _limit(way: Way) -> str:
    # With it comes much of the review: not before a draft is wanted.
    from outreach.review.channel import most_units

    most = most_units(way.channel, premium=way.premium)
    return f", {most} characters" if most and way.channel is Channel.LINKEDIN_NOTE else ""
