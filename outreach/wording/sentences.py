"""Lines and sentences, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.wording import words as w
from outreach.wording.citations import is_citation
from outreach.wording.clean import Cleaned, clean
from outreach.wording.lexicon import DETERMINERS, FUNCTION_WORDS, NOUNISH, PREPOSITIONS
from outreach.wording.patterns import regex

_ABBREVIATIONS = frozenset(
    """
    acad agr approx art asst assoc b bros bzw ca capt cf ch co col corp dept dipl dr e.g eg encl engl ed
    eds ep est etc ext ff fig fr gen gov hon i.e ie inc ing interp jr lt ltd maj min mr mrs ms mt no nr
    op p par pl pp prof pvt rer resp rev sen sgt sr st tel univ usw vol vs
    """.split()
)

# A digit begins a sentence only behind a plain full stop: "was a nurse too!! 2012-2016" goes on.
_CAPITAL = (
    "[" + "".join(char for char in map(chr, [*range(0x41, 0x530), *range(0x1E00, 0x2000)]) if char.isupper()) + "]"
)
_PICTURE = "(?:[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]+\\s*)?"
_END = regex(rf"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+{_PICTURE}[\"'“‘«(\[]?{_CAPITAL})|(?<=\w)\.(?=\s+[0-9])")


_END_OR_JOTTED = regex(rf"{_END.pattern}|(?<=[\w)][\w)])(?:\.|[!?]+)(?=\s+[a-z])")
_ANEW = frozenset("she he they i we has was is had".split())

_LAST_WORD = regex(r"([\w.]+)$")
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


def sentence_spans(text: str, *, jotted: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``; line ends are not looked at.

    Args:
        text: one paragraph.
        jotted: whether a sentence may also begin in lower case, with a verb or a pronoun: ``left in 2019. has a blog``.
    """
    start = 0
    for match in (_END_OR_JOTTED if jotted else _END).finditer(text):
        if jotted and _in_lower_case(text, match.end()) and not _begins_anew(text, match):
            continue
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


def _in_lower_case(text: str, at: int) -> bool:
    return text[at:].lstrip()[:1].islower()


def _begins_anew(text: str, end: re.Match[str]) -> bool:
    """Whether what follows an end mark in lower case is a sentence of its own: it has a subject or a verb in front."""
    word, _, rest = text[end.end() :].lstrip().partition(" ")
    third = w.is_third(word) and w.base_of_third(word) not in NOUNISH
    return bool(rest) and (word in _ANEW or third or (word in _NOTED and rest[:1].isalnum()))


_NOTED = frozenset("drives plays teaches keeps leads runs works speaks writes".split())


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
        for start, end in _parts(line, wrapped):
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
            found.append(Statement(_joined(text), cleaned.places[begin], stop, typed))
    return found


def _joined(text: str) -> str:
    """``text`` in one line; a word that was divided at a line end is whole again, a compound keeps its hyphen."""
    if "-\n" in text:
        text = re.sub(r"([a-zß-ÿ]+)-[ \t]*\n[ \t]*(?=[a-zß-ÿ])", _undivided, text)
    return " ".join(text.split())


def _undivided(match: re.Match[str]) -> str:
    whole = match[1] in _COMPOUNDING or match[1] in FUNCTION_WORDS or w.is_base(match[1]) or match[1].endswith("ly")
    return match[1] + "-" if whole else match[1]


_COMPOUNDING = frozenset(
    "co cross ex five four full half high long low mid multi non part post pre self semi short".split()
)


def _parts(line: str, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Where a line is cut: into sentences, but an entry of a publication list stays in one piece."""
    if wrapped and is_citation(line):
        yield 0, len(line)
    else:
        yield from sentence_spans(line, jotted=wrapped)


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


_ENDS = regex(r"[.!?:;][\"”’')\]]*$")
_DOUBTFUL = regex(r"(?:i think|i guess|heard|maybe|not sure|apparently|supposedly)\b", re.IGNORECASE)
"""How people jot down what they are not sure of: a line of its own, whatever stands before it."""


def _goes_on(raw: str, cleaned: Cleaned, this: tuple[int, int], following: tuple[int, int]) -> bool:
    # Between the lines stands one line end and nothing else: no empty line, no bullet, no block tag.
    between = re.sub(
        r"</?(?:a|b|i|em|strong|span|u)\b[^<>]*>", "", raw[_place(cleaned, this[1]) : _place(cleaned, following[0])]
    )
    if between.strip(" \t") not in {"\n", "\r\n"}:
        return False
    line, after = cleaned.text[slice(*this)].rstrip(), cleaned.text[slice(*following)].lstrip()
    if not line or not after or _ENDS.search(line) or is_citation(after) or _DOUBTFUL.match(after):
        return False
    words = w.words(line)
    if re.search(r"[a-zß-ÿ]-$", line) and after[:1].islower():
        return True
    last = words[-1].casefold() if words and line.endswith(words[-1]) else ""
    if last in _ASKS_FOR_MORE and len(words) > 3:
        return True
    if len(line) < 50 or _is_new_entry(line, after):
        return False
    if after[:1].islower():
        return True
    # A sentence that is broken at a name or a number; a list entry has no end mark of its own, nor does the line after.
    return len(line) >= 70 and bool(_SENTENCE_RUNS.search(line)) and bool(re.search(r"[.!?][\"”’)]*(?:\s|$)", after))


def _place(cleaned: Cleaned, at: int) -> int:
    return cleaned.places[at]


def _is_new_entry(line: str, after: str) -> bool:
    """Whether a line in lower case is the next entry of a list: a date, a label, or a verb behind a jotted line."""
    if re.match(r"(?:since|from|until|ab|seit|depuis|desde)\s+(?:\w+\s+)?[12]\d{3}\b|[a-z]+(?: [a-z]+)?:\s", after):
        return line[:1].isdigit() or line[:1].islower() or after.partition(" ")[0].endswith(":")
    first = after.partition(" ")[0]
    verb = w.is_third(first) and w.base_of_third(first) not in NOUNISH
    return (verb or first in _NOTED) and not line[:1].isupper()


_ASKS_FOR_MORE = (DETERMINERS | PREPOSITIONS | {"and", "or", "und", "et", "y"}) - {
    "his", "her", "this", "that", "all", "both", "each", "one", "two", "three", "on", "off", "in", "out", "up",
    "since", "before", "about", "over", "around", "along", "inside", "outside", "past", "through", "by", "down",
    "under", "behind",
}  # fmt: skip
_SENTENCE_RUNS = regex(r"(?:^|[.!?]\s+)(?=[A-Z])[^.!?]*\b(?:is|are|was|were|has|have|had)\b[^.!?]*$")
