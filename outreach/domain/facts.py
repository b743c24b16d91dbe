"""Facts: the only things a draft may say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What may be done with a statement."""

    USABLE = "usable"
    UNCONFIRMED = "unconfirmed"
    """Doubted by the mentee (``??``, "not sure", "heard"); not used until confirmed."""
    PRIVATE = "private"
    """Never leaves the app unless the mentee releases it."""
    CLUTTER = "clutter"
    """Menus, phone numbers, links, instructions to a machine: set aside, not lost."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, with the field and the place it came from."""

    id: str
    """Path of the field and number of the statement, from 1: ``mentor.background:2``."""
    text: str
    """Cleaned for use: no mark-up, entities, bullets or control characters."""
    start: int
    """Place in the field as typed, in characters."""
    end: int
    standing: Standing = Standing.USABLE
    why: str = ""
    """Why it is not usable, in plain words."""
    line: str = ""
    """The whole line it stands in, as typed; what ``Case.allowed`` names."""

    @property
    def field(self) -> str:
        """The field's path, such as ``meeting.notes``."""
        return self.id.rpartition(":")[0]
