"""Groups of like words for what is kept private, and whose they are in a sentence."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from outreach.wording.patterns import regex


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a group, with its place in the text."""

    group: str
    start: int
    end: int


class Owner(StrEnum):
    """Of whom something is said."""

    MENTEE = "mentee"
    OTHER = "other"
    """Of the reader, or of somebody else."""
    UNKNOWN = "unknown"


_WORD = regex(r"\w+")
_LETTERS = 3
"""So much of a word is compared before it is looked for among all words of the groups."""


@functools.cache
def _table() -> tuple[tuple[str, str, bool, tuple[str, ...], tuple[str, ...]], ...]:
    file = importlib.resources.files("outreach.review").joinpath("delicate.toml")
    groups = tomllib.loads(file.read_text(encoding="utf-8"))["group"]
    return tuple(
        (
            group["name"],
            group.get("part_of", ""),
            group.get("delicate", False),
            tuple(group["words"]),
            tuple(group.get("noted", ())),
        )
        for group in groups
    )


@functools.cache
def delicate_groups() -> frozenset[str]:
    """Groups of which one word about the reader is enough."""
    return frozenset(name for name, _, delicate, *_ in _table() if delicate)


@functools.cache
def wider() -> dict[str, str]:
    """The group that a group is part of, by name."""
    return {name: whole for name, whole, *_ in _table() if whole}


def _phrase(word: str) -> str:
    return r"\s+".join(
        r"[\w'’]+" if part == "*" else re.escape(part).replace(r"\*", r"[\w'’]*") for part in word.split()
    )


@dataclass(frozen=True)
class Wanted:
    """Groups of which the words are looked for."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    begins: frozenset[str]
    """The first letters of the words and phrases; a word that begins with none of them is no mention."""

    @classmethod
    def of(cls, groups: frozenset[str]) -> Wanted:
        """Some groups, by their words in a letter."""
        return cls._of([(name, words) for name, _, _, words, _ in _table() if name in groups])

    @classmethod
    @functools.cache
    def noted(cls) -> Wanted:
        """All groups, by their words in a letter and in a withheld line."""
        return cls._of([(name, words + noted) for name, _, _, words, noted in _table()])

    @classmethod
    def _of(cls, named: list[tuple[str, tuple[str, ...]]]) -> Wanted:
        parts = (
            rf"(?P<g{number}>{'|'.join(_phrase(word) for word in sorted(words, key=len, reverse=True))})"
            for number, (_, words) in enumerate(named)
        )
        begins = frozenset(word.split()[0].rstrip("*")[:_LETTERS] for _, words in named for word in words)
        return cls(
            tuple(name for name, _ in named),
            regex(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE),
            begins,
        )

    def mentions(self, text: str) -> Iterator[Mention]:
        """The words of the groups in ``text``, in order."""
        if not self.names:
            return
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end or not self._may_begin(word[0].lower()):
                continue
            if match := self.pattern.match(text, word.start()):
                end = match.end()
                yield Mention(self.names[int((match.lastgroup or "g0")[1:])], match.start(), end)

    def _may_begin(self, low: str) -> bool:
        return any(low[:length] in self.begins for length in range(1, _LETTERS + 1))


_BREAK = regex(
    r"[,;:()–—]\s|\b(?:that|when|while|because|if|how|since|so|but|and|as|though|although|before|after)\b"
    r"|\bI (?:\w+ ){0,2}?(?:hope|hear|heard|know|think|guess|trust|understand|wish|gather|believe|noticed|see|saw"
    r"|sorry|glad|sure|told|imagine|sense|sensed|felt)\b(?! to (?!hear|learn|see|know)\w)"
    r"(?: to (?:hear|learn|see|know))?(?: of| about)?",
    re.IGNORECASE,
)
_MENTEE = regex(r"\b(?:I|I['’]\w+|(?i:my|mine|myself|me|we|we['’]\w+|our|ours)|us)\b")
_OTHER = regex(
    r"\b(?:you|you['’]\w+|your|yours|yourself|she|she['’]s|he|he['’]s|her|his|him|they|their|them)\b", re.IGNORECASE
)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the clauses of a sentence, roughly."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    yield start, len(text)


def owner(text: str, mention: Mention) -> Owner:
    """Of whom a mention is said: by the nearest pronoun before it in its clause, or else behind it."""
    clause = next(((a, b) for a, b in clauses(text) if a <= mention.start < b), (0, len(text)))
    before, after = text[clause[0] : mention.start], text[mention.end : clause[1]]
    if re.search(r"\byour?\b", text[mention.start : mention.end], re.IGNORECASE):
        return Owner.OTHER
    if mention.group not in delicate_groups():
        before = " ".join(before.split()[-_CLOSE:])
    last = {found.end(): who for who, pattern in _WHO for found in pattern.finditer(before)}
    if last:
        return last[max(last)]
    first = {found.start(): who for who, pattern in _WHO for found in pattern.finditer(after)}
    if first:
        return first[min(first)]
    return Owner.OTHER if _WISHES.search(text) else Owner.UNKNOWN


_WISHES = regex(
    r"\b(?:congratulations|congrats|good luck|best wishes|sorry (?:to|for|about)|condolences"
    r"|sympathy)\b",
    re.I,
)
_CLOSE = 4
"""Words before one of an everyday group within which “I” claims it."""
_WHO = ((Owner.MENTEE, _MENTEE), (Owner.OTHER, _OTHER))
