"""Lines and sentences, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.wording.clean import Cleaned, clean

_ABBREVIATIONS = frozenset(
    """
    approx art ca cf ch co corp dept dr e.g eg encl ed est etc fig i.e ie inc ing jr ltd min mr mrs ms mt no nr p
    par pp prof resp sr st vol vs
    """.split()
)

# A digit begins a sentence only behind a plain full stop: "was a nurse too!! 2012-2016" goes on.
_CAPITAL = (
    "[" + "".join(char for char in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x2000)]) if char.isupper()) + "]"
)
_END = re.compile(rf"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?{_CAPITAL})|(?<=\w)\.(?=\s+[0-9])")


_LAST_WORD = re.compile(r"([\w.]+)$")
_LONGEST = 16
"""More characters than any abbreviation has; what is cut off in front makes a longer word, and so none of them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a field, cleaned, with its place in the field as typed."""

    text: str
    start: int
    end: int
    line: str
    """The whole line it stands in, as typed, without the white space around it."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``; line ends are not looked at."""
    start = 0
    for match in _END.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if match[0].startswith(".") and word and _is_abbreviation(word[1]):
            continue
        piece = text[start : match.end()]
        if piece.count('"') % 2 or piece.count("“") > piece.count("”"):
            continue
        yield start, match.end()
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if text[start:].strip():
        yield start, len(text)


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word.isupper())


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, paragraph by paragraph."""
    return [line[a:b].strip() for line in text.split("\n") for a, b in sentence_spans(line)]


def statements(raw: str, *, wrapped: bool) -> list[Statement]:
    """The statements of a field: its lines, cleaned, cut into sentences.

    Args:
        raw: the field as typed.
        wrapped: whether a long line that goes on in lower case is one line that was wrapped (a pasted background),
            or every line stands for itself (notes).
    """
    cleaned = clean(raw)
    found = []
    for line_start, line_end in _lines(raw, cleaned, wrapped):
        line = cleaned.text[line_start:line_end]
        first, last = cleaned.places[line_start], cleaned.places[line_end]
        typed = raw[first:last].strip()
        for start, end in sentence_spans(line):
            piece = line[start:end]
            lead = len(piece) - len(piece.lstrip())
            text = piece.strip()
            if not text:
                continue
            begin = line_start + start + lead
            after = begin + len(text)
            last_char = cleaned.places[after - 1]
            # A character that stands for an entity takes the whole entity with it.
            stop = last_char + 1 if raw[last_char] == text[-1] else cleaned.places[after]
            found.append(Statement(" ".join(text.split()), cleaned.places[begin], stop, typed))
    return found


def _lines(raw: str, cleaned: Cleaned, wrapped: bool) -> Iterator[tuple[int, int]]:
    spans = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", cleaned.text)]
    at = 0
    while at < len(spans):
        start, end = spans[at]
        while wrapped and at + 1 < len(spans) and _goes_on(raw, cleaned, spans[at], spans[at + 1]):
            at += 1
            end = spans[at][1]
        yield start, end
        at += 1


def _goes_on(raw: str, cleaned: Cleaned, this: tuple[int, int], following: tuple[int, int]) -> bool:
    line, after = cleaned.text[slice(*this)].rstrip(), cleaned.text[slice(*following)]
    # Between the lines stands one line end and nothing else: no empty line, no bullet, no tag.
    between = raw[cleaned.places[this[1]] : cleaned.places[following[0]]]
    return (
        between.strip(" \t") in {"\n", "\r\n"} and len(line) >= 50 and line[-1] not in ".!?:;" and after[:1].islower()
    )
