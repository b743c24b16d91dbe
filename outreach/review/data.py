"""Numbers and phrases of the rules, read once from ``limits.toml`` and ``phrases.toml``."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from outreach.domain.draft import Kind


@dataclass(frozen=True)
class WordLimits:
    """Words of the body of an e-mail of one kind."""

    most: int
    good: int
    least: int


@dataclass(frozen=True)
class Limits:
    """What can be counted; the units stand in ``limits.toml``."""

    checked: dt.date
    email: Mapping[Kind, WordLimits]
    table: Mapping[str, Mapping[str, Any]]
    """The other tables of the file, by name."""

    def whole(self, table: str, key: str) -> int:
        """A whole number of the file.

        Raises:
            TypeError: it is none.
        """
        value = self.table[table][key]
        if not isinstance(value, int):
            raise TypeError(f"limits.toml: {table}.{key} must be a whole number")
        return value

    def share(self, table: str, key: str) -> float:
        """A number of the file that may have a fraction."""
        return float(self.table[table][key])

    @property
    def quiet_days(self) -> tuple[int, ...]:
        """Weekdays on which few messages are answered; Monday is 0."""
        return tuple(self.table["send-day"]["weekdays"])


@dataclass(frozen=True)
class Phrase:
    """One entry of a list: either, or, and what may stand between."""

    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The entry as a regular expression; see the head of ``phrases.toml`` for its marks."""
        found, glued, gap = "", True, ""
        for token in self.written.split():
            optional = token.startswith("[")
            body, gap = _either(token.strip("[]")), "" if glued else gap
            if token == "…":
                found += r"(?:[\s,]+[\w'’-]+){0,3}?" if token != self.written.split()[-1] else r"(?:\s+[\w'’-]+){0,3}"
            elif optional:
                found += rf"(?:{body}\s+)?" if glued else rf"(?:{gap}{body})?"
                continue
            elif token.startswith("'") or "/'" in token or "/n't" in token:
                found += rf"(?:{gap}{_either(token, short=False)}|{_either(token, short=True)})"
            else:
                found += gap + body
            glued, gap = False, r"[\s,;–—-]+" if token == "…" else r"\s+"
        return re.compile(rf"(?<!\w){found}(?!\w)", re.IGNORECASE)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Words of which one must stand in a text that has the phrase; none: any text may have it."""
        best: frozenset[str] = frozenset()
        for token in self.written.casefold().split():
            if token == "…" or token.startswith("[") or "*" in token or "'" in token:
                continue
            words = frozenset(max(re.findall(r"\w+", one.replace("_", " ")), key=len) for one in token.split("/"))
            if not best or min(map(len, words)) > min(map(len, best)):
                best = words
        return best


def _either(token: str, *, short: bool | None = None) -> str:
    """A token as an alternation; ``short`` picks the forms that are glued to the word before, or the others."""
    forms = [one for one in token.split("/") if short is None or one.startswith(("'", "n'")) is short]
    written = (re.escape(one).replace("_", r"\s+").replace(r"\*", r"\w*").replace("'", "['’]") for one in forms if one)
    return f"(?:{'|'.join(written)})" if forms else r"(?!)"


@dataclass(frozen=True)
class PhraseList:
    """A list of phrases, of words, or of both."""

    phrases: tuple[Phrase, ...] = ()
    words: tuple[str, ...] = ()
    """Single words; ``*`` at the end is any ending."""
    most: int = 0
    """As many may stand in a text."""

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places of phrases and words in ``text``; one inside another is left out."""
        there = frozenset(re.findall(r"\w+", text.casefold()))
        matches = [
            match
            for phrase in self.phrases
            if not phrase.anchors or phrase.anchors & there
            for match in phrase.pattern.finditer(text)
        ]
        if self.words and any(word in self._whole or word.startswith(self._begun) for word in there):
            matches += self._any_word.finditer(text)
        last = 0
        for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
            if match.start() >= last:
                yield match
                last = match.end()

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(part for word in self.words if not word.endswith("*") for part in word.split("-"))

    @cached_property
    def _begun(self) -> tuple[str, ...]:
        return tuple(word.rstrip("*") for word in self.words if word.endswith("*"))

    @cached_property
    def _any_word(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_either('/'.join(self.words))}(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True)
class Phrases:
    """All lists of ``phrases.toml``."""

    checked: dt.date
    lists: Mapping[str, PhraseList]
    empty: PhraseList
    """Sentences of nothing but these can go."""
    fixes: tuple[tuple[re.Pattern[str], str], ...]
    """Plainer words for some phrases."""
    sites: tuple[str, ...]
    """Where calendar links and files lie."""

    def __getitem__(self, name: str) -> PhraseList:
        return self.lists[name]


@functools.cache
def limits() -> Limits:
    """The numbers of ``limits.toml``."""
    table = _read("limits.toml")
    email = {Kind(kind): WordLimits(one["most"], one["good"], one["least"]) for kind, one in table["email"].items()}
    others = {name: entry for name, entry in table.items() if isinstance(entry, dict) and name != "email"}
    return Limits(_date(table), email, others)


@functools.cache
def phrases() -> Phrases:
    """The lists of ``phrases.toml``."""
    table = _read("phrases.toml")
    lists = {name: _list(entry) for name, entry in table.items() if isinstance(entry, dict)}
    fixes = tuple((Phrase(old).pattern, new) for old, new in table["soft"]["fixes"])
    sites = tuple(table["attached"]["sites"])
    return Phrases(_date(table), lists, _list({"phrases": table["hard"]["empty"]}), fixes, sites)


def _list(entry: Mapping[str, Any]) -> PhraseList:
    return PhraseList(tuple(map(Phrase, entry.get("phrases", ()))), tuple(entry.get("words", ())), entry.get("most", 0))


def _read(name: str) -> dict[str, Any]:
    file = importlib.resources.files("outreach.review").joinpath(name)
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _date(table: Mapping[str, Any]) -> dt.date:
    checked = table["checked"]
    if not isinstance(checked, dt.date):
        raise TypeError("“checked” must be a date")
    return checked
