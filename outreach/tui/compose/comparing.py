"""Two states of a text side by side: which sentences stand beside which, and what was changed within them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from outreach.wording.sentences import sentence_spans

_ALIKE = 0.5
"""Two sentences with less in common than this are two sentences, not one that was changed."""
_MANY = 24
"""More sentences in one stretch of changes are not held against each other one by one: that takes too long."""
_MOST = 800
"""More than that between the first change and the last is no letter, and is shown as gone and new as a whole."""
_LONG = 2000
"""Characters; a longer sentence is not looked into."""
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one sentence, and whether the other state has them too."""

    text: str
    changed: bool = False


Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of each state; ``None``: the state has none there. A free line is a sentence without parts."""

    old: Sentence | None
    new: Sentence | None
    same: bool = False


def rows(old: str, new: str) -> list[Row]:
    """All sentences of both texts, in order."""
    before, after = list(_sentences(old)), list(_sentences(new))
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    return [*_same(before[:start]), *_between(*middle), *_same(before[len(before) - end :])]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many sentences both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (before, after) in pairs if before != after), min(len(old), len(new)))


def _same(sentences: Sequence[str]) -> Iterator[Row]:
    return (Row(_whole(each), _whole(each), same=True) for each in sentences)


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    if max(len(old), len(new)) > _MOST:
        yield from _apart(old, new)
        return
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _same(old[start:end])
        else:
            yield from _changed(old[start:end], new[new_start:new_end])


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from [line[start:end] for start, end in sentence_spans(line)] if line.strip() else [""]


def _whole(text: str) -> Sentence:
    return (Part(text),) if text else ()


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """The most alike stand side by side, and so on before and behind them."""
    pair = _most_alike(old, new) if max(len(old), len(new)) <= _MANY else None
    if pair is not None:
        at, to = pair
        yield from _changed(old[:at], new[:to])
        yield _word_by_word(old[at], new[to])
        yield from _changed(old[at + 1 :], new[to + 1 :])
        return
    yield from _apart(old, new)


def _apart(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    for before, after in zip_longest(old, new):
        yield Row(None if before is None else _whole(before), None if after is None else _whole(after))


def _most_alike(old: Sequence[str], new: Sequence[str]) -> tuple[int, int] | None:
    best, found = _ALIKE, None
    for to, after in enumerate(new):
        matcher = SequenceMatcher(None, b=after, autojunk=False)
        for at, before in enumerate(old):
            if not before or not after or len(before) + len(after) > _LONG:
                continue
            matcher.set_seq1(before)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, found = matcher.ratio(), (at, to)
    return found


def _word_by_word(old: str, new: str) -> Row:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    left: list[Part] = []
    right: list[Part] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, words in ((left, before[start:end]), (right, after[new_start:new_end])):
            if words:
                side.append(Part("".join(words), tag != "equal"))
    return Row(tuple(left), tuple(right))
