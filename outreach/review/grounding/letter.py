"""The ends of a letter: whom the greeting names, and who signs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from outreach.domain.people import Mentee, Mentor
from outreach.review.context import Context
from outreach.review.grounding.lexicon import is_english
from outreach.review.grounding.name_index import PARTICLES, key
from outreach.wording.clean import folded, one_line
from outreach.wording.patterns import regex
from outreach.wording.words import WORD

_GREETINGS = frozenset(
    """
    dear dearest hello hi hiya hey hallo good morning afternoon evening day greetings to again there welcome back salut
    bonjour bonsoir cher chère ciao buongiorno gentile caro cara hola buenos buenas dias días tardes querida querido
    estimado estimada olá ola bom dia caro prezado prezada guten tag moin liebe lieber sehr geehrte geehrter grüß gruess
    servus beste geachte goedemorgen goedemiddag dag hoi hej hei god kära kære kjære hyvä päivää ahoj dobrý den
    cześć dzień dobry szanowny szanowna drogi droga milý milá sveiki labdien tere laba diena merhaba sayın selam salam
    salaam assalamualaikum namaste namaskar vanakkam habari jambo selamat pagi petang siang bapak ibu a dia duit
    shalom ni hao konnichiwa annyeong shwmae bore da annwyl halo magandang umaga thank you thanks many
    """.split()
)
_FILLERS = frozenset("to again there back you day many a i ni hao dia dias días".split())
"""Words that stand in a greeting, but never first."""
_TITLES = frozenset(
    """
    dr prof professor mr mrs ms mx miss sir dame madam rev ing dipl herr frau mevrouw meneer monsieur madame signor
    signora senhor senhora señor señora puan encik cik tuan pan pani datuk lord lady doctor
    """.split()
)
_SAME_TITLE = {"professor": "prof", "doctor": "dr"}
_END_OF_HEAD = regex(r"[,!:;?]|\s[–—-]+(?:\s|$)|[–—]|\.(?=\s|$)|\n|$")
_MOST_WORDS = 6
"""Words that a greeting has at most before its first comma or dash."""
_POSTSCRIPT = regex(r"^[ \t]*(?:P\.? ?)+S\.?\b[\s:.–-]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Greeting:
    """The first words of a letter, up to the first comma or dash."""

    start: int
    end: int
    """Place behind the last word, in the body."""
    line_end: int
    name_start: int
    """Where the name stands, or should."""
    name_end: int
    right: bool
    """Whether it names the mentor as stored."""
    spelled: bool
    """Whether capitals and diacritics are right too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has text, with its place."""

    text: str
    start: int


def lines_of(body: str) -> list[Line]:
    """The lines of ``body`` that are not empty, without the white space around them."""
    return [
        Line(match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip()))
        for match in re.finditer(r"[^\n]+", body)
        if not match[0].isspace()
    ]


def greeting(body: str, mentor: Mentor) -> Greeting | None:
    """The greeting of ``body``; ``None`` where it begins without one."""
    line = next((line for line in lines_of(body) if not line.text.startswith("#")), None)
    if line is None:
        return None
    tokens = list(WORD.finditer(line.text))
    end = _END_OF_HEAD.search(_without_title_dots(line.text))
    head_end = end.start() if end else len(line.text)
    head = [match for match in tokens if match.start() < head_end]
    if found := _named(line, tokens[: _MOST_WORDS + 4], head_end, mentor):
        return found
    words = [folded(match[0]) for match in head]
    opens = bool(words) and words[0] in (_GREETINGS | _TITLES) - _FILLERS
    opens = opens and (len(words) < 4 or line.text[head_end : head_end + 1] != ".")
    short = 0 < len(words) <= _MOST_WORDS and head_end < len(line.text) and line.text[head_end] != "."
    alone = short and head_end >= len(line.text.rstrip(",!:–—- ")) - 1
    if not (opens and len(words) <= _MOST_WORDS) and not alone:
        return None
    first = next((n for n, word in enumerate(words) if word not in _GREETINGS), len(head))
    start = head[first].start() if first < len(head) else head[-1].end()
    last = head[-1].end()
    return Greeting(
        line.start,
        line.start + head_end,
        line.start + len(line.text),
        line.start + start,
        line.start + last,
        False,
        False,
    )


def _without_title_dots(text: str) -> str:
    return re.sub(r"\b([A-Z]\w{0,4})\.(?=\s)", r"\1 ", text[:60]) + text[60:]


def _named(line: Line, tokens: list[re.Match[str]], head_end: int, mentor: Mentor) -> Greeting | None:
    """The greeting, where the mentor's name stands in the first words."""
    keys = [_title(key(match[0])) for match in tokens]
    for form in sorted(_forms(mentor), key=len, reverse=True):
        for at in range(min(len(keys) - len(form) + 1, _MOST_WORDS)):
            if tuple(keys[at : at + len(form)]) != form or not _clean_before(tokens[:at]):
                continue
            start, end = tokens[at].start(), tokens[at + len(form) - 1].end()
            if start > head_end and (at > 3 or not all(folded(one[0]) in _GREETINGS for one in tokens[:at])):
                continue
            following = tokens[at + len(form)] if at + len(form) < len(tokens) else None
            between = line.text[end : following.start()] if following else ","
            longer = (
                following and between.isspace() and following[0][0].isupper() and not is_english(folded(following[0]))
            )
            right = _spelling(line.text[start:end]) in {_spelling(one) for one in _spellings(mentor)}
            return Greeting(
                line.start,
                line.start + end,
                line.start + len(line.text),
                line.start + start,
                line.start + (following.end() if longer and following else end),
                not longer,
                right,
            )
    return None


def _clean_before(tokens: list[re.Match[str]]) -> bool:
    """Whether no title and no other name stands before the name."""
    words = [folded(match[0]) for match in tokens]
    if any(word in _TITLES for word in words):
        return False
    return all(
        word in _GREETINGS or is_english(word) or not match[0][0].isupper() or n == 0
        for n, (match, word) in enumerate(zip(tokens, words, strict=True))
    )


def _title(word: str) -> str:
    return _SAME_TITLE.get(word, word)


def _spellings(mentor: Mentor) -> list[str]:
    """The right ways to name the mentor in a greeting."""
    name, title = one_line(mentor.name), one_line(mentor.title)
    parts = name.split()
    found = [one_line(mentor.greeting_name)]
    if mentor.title:
        # A particle belongs to the last name: Dr van der Meer.
        found += [f"{title} {' '.join(parts[n:])}" for n in range(1 if mentor.address else len(parts))]
    else:
        found += [name] if mentor.address else [" ".join(parts[:n]) for n in range(1, len(parts) + 1)]
        found += [f"{parts[0]} {parts[-1]}"] if len(parts) > 2 else []
    return [one for one in found if one.strip()]


def _forms(mentor: Mentor) -> set[tuple[str, ...]]:
    return {tuple(_title(key(word)) for word in WORD.findall(one)) for one in _spellings(mentor)} - {()}


def _spelling(text: str) -> str:
    plain = unicodedata.normalize("NFC", text.replace("’", "'"))
    titles = {"Professor": "Prof", "Doctor": "Dr"}
    return " ".join(titles.get(word, word) for word in re.sub(r"\.(?=\s|$)", "", plain).split())


def greeting_heads(context: Context) -> dict[tuple[str, int], int]:
    """How many characters of a span are greeting or closing words, by the span's field and place."""
    if context.brief is None:
        return {}
    found: dict[tuple[str, int], int] = {}
    start = greeting(context.body, context.case.mentor)
    lines = lines_of(context.body)
    closings = {line.start for line in lines[-6:] if len(line.text.split()) <= _MOST_WORDS and line.text[-1] in ",!–—"}
    signed = signature(context.body, context.case.mentee)
    for span in context.spans:
        if start and span.start <= start.start < span.end:
            found["body", span.start] = start.end - span.start
        elif span.start in closings:
            first = WORD.search(span.text)
            found["body", span.start] = first.end() if first else 0
        elif signed and span.start <= signed[0] < span.end and signed[0] - span.start < 40:
            found["body", span.start] = signed[1] - span.start
    return found


def signature(body: str, mentee: Mentee) -> tuple[int, int] | None:
    """Place of the mentee's name at the end of ``body``, lines below it and a postscript left out."""
    cut = _POSTSCRIPT.search(body)
    lines = lines_of(body[: cut.start()] if cut and cut.start() > len(body) / 4 else body)
    for n, line in enumerate(reversed(lines[-5:])):
        tokens = list(WORD.finditer(re.sub(r"\((?:\w+/)+\w+\)", lambda match: " " * len(match[0]), line.text)))
        while tokens and folded(tokens[-1][0]) in {"x", "xx", "xxx", "3"}:
            tokens.pop()
        for size in range(min(len(tokens), 6), 0, -1):
            last = tokens[-size:]
            if not _is_own(last, mentee):
                continue
            before = line.text[: last[0].start()].rstrip()
            whole = not re.search(r"\w", before)
            if whole or (n == 0 and (before[-1] in ",.!?–—-:;)" or len(tokens) - size <= 3)):
                return line.start + last[0].start(), line.start + last[-1].end()
        if len(tokens) > 10:
            break
    return None


def _is_own(tokens: list[re.Match[str]], mentee: Mentee) -> bool:
    words = [key(part) for match in tokens for part in re.split(r"[-.]", match[0]) if part]
    for name in (mentee.signature, mentee.name):
        own = [key(part) for word in WORD.findall(one_line(name)) for part in re.split(r"[-.]", word) if part]
        if words == own:
            return True
    own = [key(part) for word in WORD.findall(one_line(mentee.name)) for part in re.split(r"[-.]", word) if part]
    signs = [key(part) for word in WORD.findall(one_line(mentee.signature)) for part in re.split(r"[-.]", word) if part]
    if not words or words[0] not in {own[0] if own else "", signs[0] if signs else ""}:
        return False
    rest = iter(own)
    return all(
        any(word == one or (len(word) == 1 and one.startswith(word)) for one in rest)
        for word in words[1 if words[0] not in own else 0 :]
    )


def below_signature(body: str, mentee: Mentee) -> list[Line]:
    """Lines below the mentee's name, a postscript left out."""
    signed = signature(body, mentee)
    cut = _POSTSCRIPT.search(body)
    end = cut.start() if cut else len(body)
    return [line for line in lines_of(body[:end]) if signed and line.start > signed[1]]


def looks_signed(line: str) -> bool:
    """Whether a last line is somebody's name: one to four words with capitals and no end mark."""
    words = WORD.findall(line.strip("–—- "))
    return (
        0 < len(words) <= 4
        and line[-1:] not in ".,?!:"
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and not is_english(folded(words[0]))
    )
