"""Facts: the only things a draft may say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from outreach.domain.names import folded


class Standing(StrEnum):
    """What may be done with a statement."""

    USABLE = "usable"
    UNCONFIRMED = "unconfirmed"
    """Doubted by the mentee (``??``, "not sure", "heard"); not used until confirmed."""
    PRIVATE = "private"
    """Never leaves the app unless the mentee releases it."""
    CLUTTER = "clutter"
    """Menus, phone numbers, links, instructions to a machine: set aside, not lost."""
    DROPPED = "dropped"
    """The mentee does not want it used; listed, and can be taken back."""


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
    original: str = ""
    """The statement as it was, where the mentee has put it in other words."""

    @property
    def field(self) -> str:
        """The field's path, such as ``meeting.notes``."""
        return self.id.rpartition(":")[0]

    @property
    def statement(self) -> str:
        """The statement that ``FactChanges`` knows it by: without the mentee's rewording."""
        return self.original or self.text


def same_statement(one: str, other: str) -> bool:
    """Whether two cleaned statements are the same but for case, spacing and the marks around them."""
    return statement_key(one) == statement_key(other)


def statement_key(statement: str) -> str:
    """What the same statements have in common; see ``same_statement``."""
    return folded(statement).strip(" .,;!")


@dataclass(frozen=True, slots=True)
class Reworded:
    """A statement that the mentee has put in other words."""

    statement: str
    """Cleaned, as it stands in its field."""
    text: str
    """The mentee's words."""


@dataclass(frozen=True, slots=True)
class FactChanges:
    """What the mentee has changed of the facts.

    Statements are named by their cleaned text, so that a change outlives pasting the background again.
    """

    dropped: tuple[str, ...] = ()
    """Statements that are not to be used, as they stand in their field."""
    reworded: tuple[Reworded, ...] = ()
    added: tuple[str, ...] = ()
    """The mentee's own statements about the mentor."""
    added_own: tuple[str, ...] = ()
    """The mentee's own statements about themselves."""

    def drops(self, statement: str) -> bool:
        """Whether the mentee dropped a statement."""
        return _holds(self.dropped, statement)

    def wording_of(self, statement: str) -> str:
        """The mentee's words for a statement; empty where they left it as it is."""
        return next((one.text for one in self.reworded if same_statement(one.statement, statement)), "")

    def with_dropped(self, statement: str) -> FactChanges:
        """The same without a statement in use."""
        return self if self.drops(statement) else replace(self, dropped=(*self.dropped, statement))

    def without_dropped(self, statement: str) -> FactChanges:
        """The same with a dropped statement back."""
        return replace(self, dropped=_without(self.dropped, statement))

    def with_wording(self, statement: str, text: str) -> FactChanges:
        """The same with other words for a statement; its own words, or none, take the rewording back."""
        others = tuple(one for one in self.reworded if not same_statement(one.statement, statement))
        own = not text.strip() or text.strip() == statement.strip()
        return replace(self, reworded=others if own else (*others, Reworded(statement, text.strip())))

    def with_added(self, text: str, *, own: bool) -> FactChanges:
        """The same with one more statement: about the mentee (``own``), or about the mentor."""
        if own:
            return replace(self, added_own=(*_without(self.added_own, text), text.strip()))
        return replace(self, added=(*_without(self.added, text), text.strip()))

    def with_other_words_added(self, statement: str, text: str) -> FactChanges:
        """The same with an added statement in other words; empty words take it out."""
        return replace(
            self,
            added=_in_place(self.added, statement, text),
            added_own=_in_place(self.added_own, statement, text),
            dropped=_without(self.dropped, statement),
        )

    def unmatched(self, statements: Iterable[str]) -> FactChanges:
        """The drops and rewordings of statements that are not among ``statements`` any more."""
        known = {statement_key(statement) for statement in statements}
        return FactChanges(
            tuple(one for one in self.dropped if statement_key(one) not in known),
            tuple(one for one in self.reworded if statement_key(one.statement) not in known),
        )


def _holds(statements: Iterable[str], statement: str) -> bool:
    return any(same_statement(one, statement) for one in statements)


def _without(statements: tuple[str, ...], statement: str) -> tuple[str, ...]:
    return tuple(one for one in statements if not same_statement(one, statement))


def _in_place(statements: tuple[str, ...], statement: str, text: str) -> tuple[str, ...]:
    changed = (text.strip() if same_statement(one, statement) else one for one in statements)
    return tuple(one for one in changed if one)
