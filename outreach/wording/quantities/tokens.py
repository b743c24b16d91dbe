"""The words, numbers and marks of a text, with their places."""

from __future__ import annotations

from typing import NamedTuple

from outreach.wording.patterns import regex

# Addresses hold numbers that say nothing.
_ADDRESS = regex(r"\S*(?:://|@|www\.)\S*")
_TOKEN = regex(r"\d+(?:[.,:/’']\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s\w]")


class Token(NamedTuple):
    """A word, a number or a mark."""

    text: str
    low: str
    start: int
    end: int
    digits: bool


NOTHING = Token("", "", -1, -1, False)


class Tokens:
    """The tokens of a text; asked beyond either end it gives an empty one."""

    __slots__ = ("all", "text")

    def __init__(self, text: str) -> None:
        """Cut up ``text``."""
        if "@" in text or "://" in text or "www." in text:
            text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
        self.text = text
        self.all = [
            Token(match[0], match[0].lower().replace("’", "'"), match.start(), match.end(), match[0][0].isdigit())
            for match in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Token:
        return self.all[at] if 0 <= at < len(self.all) else NOTHING

    def low(self, at: int) -> str:
        """A token in small letters."""
        return self.all[at].low if 0 <= at < len(self.all) else ""

    def joined(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before."""
        return 0 < at < len(self.all) and self.all[at].start == self.all[at - 1].end

    def are(self, at: int, *words: str) -> bool:
        """Whether ``words`` stand at a place."""
        return all(self.low(at + n) == word for n, word in enumerate(words))
