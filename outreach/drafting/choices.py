"""What decides the wording of a draft beside its brief: the seed, the fact, and what the mentee has seen before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from outreach.domain.draft import Draft, Kind, Origin, Revision
from outreach.wording.clean import folded
from outreach.wording.words import words

OPENING_WORDS = 3
"""So many words make an opening: enough to tell "I'm writing because" from "I'm writing to"."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the mentee has seen and sent before."""

    texts: frozenset[str] = frozenset()
    """Sections shown to them for this mentor and kind, as ``same`` has them; none is to come again."""
    openings: tuple[str, ...] = ()
    """How sections of their other drafts begin; a draft begins otherwise where it can."""
    own: tuple[str, ...] = ()
    """Bodies that they edited, the newest first."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What decides the wording of one draft."""

    seed: int = 1
    """1 to 2**31 - 1."""
    fact: str = ""
    """Id of the fact, or note, to build on; empty: the best one."""
    earlier: Earlier = field(default=Earlier())


def earlier_of(drafts: Iterable[Draft], mentorship_id: str, kind: Kind) -> Earlier:
    """What ``drafts`` of one mentee, newest first, hold for a new draft of ``kind`` to this mentor."""
    texts: set[str] = set()
    openings: list[str] = []
    own: list[str] = []
    for draft in drafts:
        mine = draft.mentorship_id == mentorship_id and draft.kind is kind
        for revision in draft.revisions:
            for section in revision.sections:
                if mine:
                    texts.update(same(text) for text in (section.text, *section.seen))
        openings += [opening(section.text) for section in draft.current.sections]
        if _edited(draft.current):
            own.append(draft.current.body)
    return Earlier(frozenset(texts), tuple(dict.fromkeys(openings)), tuple(own))


def same(text: str) -> str:
    """``text`` as it is compared: two that differ in case, spaces or end marks alone are the same."""
    return " ".join(folded(text).split()).strip(" .!?")


def opening(text: str) -> str:
    """The first words of a text, folded."""
    return " ".join(folded(word) for word in words(text)[:OPENING_WORDS])


def fresh_first(texts: Sequence[str], earlier: Earlier) -> list[str]:
    """``texts`` without what was seen, those that begin like an earlier draft last; all of them where all were seen."""
    unseen = [text for text in texts if same(text) not in earlier.texts] or list(texts)
    return sorted(unseen, key=lambda text: opening(text) in earlier.openings)


def _edited(revision: Revision) -> bool:
    return any(section.origin is Origin.MENTEE for section in revision.sections)
