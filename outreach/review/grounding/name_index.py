"""The words of the facts in order, for asking whether names stand together in one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from outreach.briefing.sources import Sources
from outreach.review.grounding.lexicon import everyday, is_english
from outreach.wording.clean import folded
from outreach.wording.patterns import regex
from outreach.wording.words import WORD

PARTICLES = frozenset(
    """
    van von der den de da do dos das du di del della della la le el al bin binti bint ibn ben zu zur ter ten af
    av of the and for on
    """.split()
)
"""Small words that stand inside names."""
_JOINS = regex(r"[\s.&'’-]*")
_MOST_SKIPPED = 3


def key(word: str) -> str:
    """``word`` for comparing: folded, and with umlauts the same however they are written out."""
    low = folded(word)
    if "e" in low or "a" in low:
        low = low.replace("oe", "o").replace("ae", "a").replace("ue", "u").replace("aa", "a")
    return low


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a part of a hyphenated one, of a fact."""

    text: str
    key: str
    joined: bool
    """Whether it goes on from the word before without a comma, a bracket or a dash between them."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class NameIndex:
    """The words of usable facts, by key."""

    ids: tuple[str, ...]
    lines: tuple[tuple[Word, ...], ...]
    places: dict[str, list[tuple[int, int]]] = field(compare=False, repr=False)

    @classmethod
    def of(cls, sources: Sources) -> NameIndex:
        """Cut up the facts."""
        lines = tuple(tuple(_words(source.text)) for source in sources.usable)
        places: dict[str, list[tuple[int, int]]] = {}
        for n, line in enumerate(lines):
            for at, word in enumerate(line):
                places.setdefault(word.key, []).append((n, at))
        return cls(tuple(source.id for source in sources.usable), lines, places)

    def having(self, one: str) -> list[str]:
        """Ids of the facts that have a word, by its key."""
        return list(dict.fromkeys(self.ids[n] for n, _ in self.places.get(one, ())))

    def together(self, keys: list[str]) -> list[str]:
        """Ids of the facts in which ``keys`` stand together as one name; middle names and particles may be left out."""
        found = []
        for n, at in self._starts(keys[0]):
            if self._aligned(n, at, keys):
                found.append(self.ids[n])
        return list(dict.fromkeys(found))

    def share_a_fact(self, one: str, other: str) -> bool:
        """Whether two words stand in the same fact, however far apart."""
        return bool({n for n, _ in self.places.get(one, ())} & {n for n, _ in self.places.get(other, ())})

    def share_a_name(self, one: str, other: str) -> bool:
        """Whether two words stand in the same fact with nothing but names and places around: "Steel in Sheffield"."""
        for n, at in self.places.get(one, ()):
            for m, to in self.places.get(other, ()):
                first, last = sorted((at, to))
                between = self.lines[n][first + 1 : last + 1]
                if n == m and len(between) < 8 and all(word.key != "and" and word.joined for word in between):
                    return True
        return False

    def is_small(self, one: str) -> bool:
        """Whether the facts have a word, and never with a capital."""
        found = self.places.get(one, ())
        return bool(found) and not any(self.lines[n][at].capital for n, at in found)

    def follows_another(self, one: str, than: str) -> bool:
        """Whether a fact has a name in which ``one`` follows another word than ``than``."""
        for n, at in self.places.get(one, ()):
            before = self._before(n, at)
            if before and before.key != than:
                return True
        return False

    def always_goes_on(self, one: str) -> bool:
        """Whether ``one`` never stands alone but is always followed by a further word of its name."""
        found = self.places.get(one, ())
        return bool(found) and all(self._goes_on(n, at) for n, at in found)

    def is_a_place(self, one: str) -> bool:
        """Whether a fact has ``one`` behind "in", "near" or a comma, as places stand."""
        for n, at in self.places.get(one, ()):
            line = self.lines[n]
            if at and line[at].capital and (line[at - 1].key in {"in", "near", "from"} or not line[at].joined):
                return True
        return False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Words that stand with a capital and are no ordinary English, as written; each once."""
        found = {
            word.text
            for line in self.lines
            for word in line
            if word.capital and len(word.text) > 3 and not is_english(word.key)
        }
        return tuple(sorted(found))

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of two to six words with capitals, or three to six of any kind, that stand together."""
        found: set[str] = set()
        for line in self.lines:
            for at in range(len(line)):
                self._spelled(line[at:], found)
        return frozenset(found)

    def _spelled(self, words: tuple[Word, ...], found: set[str]) -> None:
        letters, capitals = "", True
        for n, word in enumerate(words[:9]):
            if n and not word.joined:
                break
            if word.key in PARTICLES and not word.capital:
                if not n:
                    break
                continue
            letters += word.key[:1]
            capitals = capitals and word.capital
            if 2 <= len(letters) <= 6 and (capitals or len(letters) > 2):
                found.add(letters)

    def _starts(self, first: str) -> list[tuple[int, int]]:
        if len(first) > 1:
            return self.places.get(first, [])
        return [
            (n, at) for n, line in enumerate(self.lines) for at, word in enumerate(line) if self._initial(first, word)
        ]

    def _initial(self, letter: str, word: Word) -> bool:
        return word.capital and word.key[:1] == letter

    def _aligned(self, n: int, at: int, keys: list[str]) -> bool:
        line = self.lines[n]
        for one in keys[1:]:
            skipped = 0
            at += 1
            while at < len(line) and not (line[at].key == one or (len(one) == 1 and self._initial(one, line[at]))):
                if not line[at].joined or not (line[at].capital or line[at].key in PARTICLES - {"and"}):
                    return False
                skipped += 1
                at += 1
                if skipped > _MOST_SKIPPED:
                    return False
            if at >= len(line) or not line[at].joined:
                return False
        return True

    def _before(self, n: int, at: int) -> Word | None:
        """The word before in the same name, particles left out."""
        line = self.lines[n]
        if not line[at].capital:
            return None
        while at and line[at].joined:
            at -= 1
            word = line[at]
            if word.key in PARTICLES - {"and", "for", "on"} and not word.capital:
                continue
            own = word.capital and word.key not in everyday() and (at > 0 or not is_english(word.key))
            return word if own else None
        return None

    def _goes_on(self, n: int, at: int) -> bool:
        line = self.lines[n]
        after = line[at + 1 : at + 3]
        if not after or not after[0].joined:
            return False
        if after[0].key in {"of", "de", "do", "da"} and len(after) > 1:
            return after[1].capital
        return after[0].capital and after[0].key not in everyday()


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        word = re.sub(r"['’]s?$", "", match[0]) if match[0][-2:-1] in "'’" else match[0]
        joined = bool(found) and bool(_JOINS.fullmatch(between)) and (". " not in between or len(found[-1].text) < 3)
        for n, part in enumerate(re.split(r"[-.'’]", word)):
            if part:
                found.append(Word(part, key(part), joined or n > 0))
        last = match.end()
    return found


def index_of(sources: Sources) -> NameIndex:
    """The index of ``sources``, made once."""
    return sources.memo.of(NameIndex.of, sources)
