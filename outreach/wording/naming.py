"""Names of the mentor and other people's words in a text, marked so that telling leaves them alone or swaps them."""

from __future__ import annotations

import functools
import re
import unicodedata

from outreach.domain.people import Mentor
from outreach.wording.lexicon import ADVERBS, FUNCTION_WORDS, MONTHS, PREPOSITIONS, WEEKDAYS
from outreach.wording.patterns import regex

_QUOTED = regex(
    r"“[^”]*”|«[^»]*»|\"[^\"]*\"|(?<![\w])'[^'\n]*(?:\w'\w[^'\n]*)*'(?!\w)|‘[^’\n]*(?:\w’\w[^’\n]*)*’(?!\w)"
)
_FIRM = r"\s+(?:and\s+)?(?:Sons?|Co|Company|Partners|Daughters?|Brothers|Associates|Ltd|Foundation)\b"
_IS_A_FIRM = regex(rf"\s*(?:$|[.,;:)]|(?:{'|'.join(sorted(PREPOSITIONS))}|is|was|has|had|and|or|when|where)\b)")
"""Behind a name's possessive: no thing of theirs, so that it names their firm: "the open day at Ana's in May"."""
MINE, ME = "\ue002", "\ue003"
"""Marks for the mentor's name with and without a possessive ending."""


def mask(text: str) -> tuple[str, list[str]]:
    """``text`` with each quotation replaced by a mark, so that nobody's own words are changed."""
    kept: list[str] = []

    def put(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    return _QUOTED.sub(put, text), kept


def unmask(text: str, kept: list[str]) -> str:
    """``text`` with its quotations back in their places."""
    return re.sub(r"\ue000(\d+)\ue001", lambda match: kept[int(match[1])], text)


@functools.lru_cache(maxsize=256)
def name_pattern(mentor: Mentor) -> str:
    """A pattern for the ways the mentor is named: whole, by address, title and last word, first word, last word.

    Initials with the surname (``H. van der Plas``), surnames with their particles, and the first of two surnames behind
    a title count too.
    """
    full = unicodedata.normalize("NFC", mentor.name)
    parts = full.split() or [full]
    names = {full, full.upper(), mentor.address, mentor.greeting_name, parts[0]}
    if len(parts) > 1 and len(parts[-1]) > 2:
        names |= {parts[-1], f"{mentor.title} {parts[-1]}".strip()}
    if mentor.title:
        names |= {f"{mentor.title} {full}", f"{mentor.title} {parts[0]}"}
    names |= _surnames(parts)
    for title in ("Dr", "Prof", "Professor", "Mr", "Ms", "Mrs"):
        names |= {f"{title}{dot} {name}" for dot in ("", ".") for name in (parts[-1], full)}
    names |= {_unaccented(name) for name in names}
    found = [re.escape(name) for name in sorted((name for name in names if name), key=len, reverse=True)]
    if initials := _with_initials(parts):
        found.insert(0, initials)
    if len(parts) > 1:
        # A middle name, an initial or a quoted nickname that the case does not have.
        found.insert(
            0, rf"{re.escape(parts[0])}(?:\s+(?:[A-Z][\w.’'-]*|\ue000\d+\ue001)){{1,2}}\s+{re.escape(parts[-1])}"
        )
    return r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)"


def _surnames(parts: list[str]) -> set[str]:
    """Several words of surname together, and the first of two behind a title; ``JvdM`` for a name with particles."""
    found = {" ".join(parts[at:]) for at in range(1, len(parts) - 1)}
    found |= {name[:1].upper() + name[1:] for name in found}
    if len(parts) > 2 and parts[1][:1].isupper():
        found |= {f"{title}{dot} {parts[1]}" for title in ("Dr", "Prof", "Mr", "Ms", "Mrs") for dot in ("", ".")}
    short = "".join(part[0] for part in parts)
    if len(short) > 2 and not short.isupper() and short[-1].isupper():
        found.add(short)
    return found


def _with_initials(parts: list[str]) -> str:
    """A pattern for ``H. van der Plas``, ``Prof. W. Lee`` and ``H.-L. PRETORIUS``."""
    if len(parts) < 2 or not parts[0][:1].isupper():
        return ""
    particles = next((at for at, part in enumerate(parts[1:], 1) if part[:1].islower()), len(parts) - 1)
    surname = " ".join(parts[min(particles, len(parts) - 1) :])
    ways = sorted({re.escape(way) for way in (surname, surname.upper(), _unaccented(surname))})
    title = r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?"
    return rf"{title}{re.escape(parts[0][0])}\.(?:[ -]?[A-Z]\.)*\s*(?:{'|'.join(ways)})"


def _unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def marked(masked: str, mentor: Mentor) -> str:
    """Names of the mentor as marks; a firm, a place or a longer name that merely holds one stays."""

    def put(match: re.Match[str]) -> str:
        before, after = masked[: match.start()], masked[match.end() :]
        capital = re.search(r"([A-Z][\w.’'-]*)\s+$", before)
        common = capital and (
            capital[1].casefold() in FUNCTION_WORDS | ADVERBS
            or capital[1].endswith(("ly", "ing"))
            or capital[1].casefold() in {*MONTHS, *WEEKDAYS}
        )
        if (capital and not common) or re.match(rf"\s+[A-Z]|{_FIRM}", after):
            return match[0]
        if " " not in match[0] and re.search(r"\b(?:in|across|near)\s+$", before):
            return match[0]
        if match[0].casefold() in MONTHS and (
            re.match(r"\s+\d", after) or re.search(r"(?:\b(?:since|until|of|by|from|last|next)|\d)\s+$", before)
        ):
            return match[0]
        if match["of"] and _IS_A_FIRM.match(after) and not before.endswith("of "):
            return match[0]
        return MINE if match["of"] else ME

    return re.sub(rf"{name_pattern(mentor)}(?P<of>['’]s(?!\w)|(?<=s)['’](?=\s))?", put, masked)
