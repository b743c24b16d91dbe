"""Names of the mentor and other people's words in a text, marked so that telling leaves them alone or swaps them."""

from __future__ import annotations

import re
import unicodedata

from outreach.domain.people import Mentor
from outreach.wording.lexicon import ADVERBS, FUNCTION_WORDS, MONTHS, WEEKDAYS

_QUOTED = re.compile(
    r"“[^”]*”|«[^»]*»|\"[^\"]*\"|(?<![\w])'[^'\n]*(?:\w'\w[^'\n]*)*'(?!\w)|‘[^’\n]*(?:\w’\w[^’\n]*)*’(?!\w)"
)
_FIRM = r"\s+(?:and\s+)?(?:Sons?|Co|Company|Partners|Daughters?|Brothers|Associates|Ltd|Foundation)\b"
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


def name_pattern(mentor: Mentor) -> str:
    """A pattern for the ways the mentor is named: whole, by address, title and last word, first word, last word."""
    full = unicodedata.normalize("NFC", mentor.name)
    parts = full.split() or [full]
    names = {full, full.upper(), mentor.address, mentor.greeting_name, parts[0]}
    if len(parts) > 1 and len(parts[-1]) > 2:
        names |= {parts[-1], f"{mentor.title} {parts[-1]}".strip()}
    if mentor.title:
        names |= {f"{mentor.title} {full}", f"{mentor.title} {parts[0]}"}
    for title in ("Dr", "Prof", "Professor", "Mr", "Ms", "Mrs"):
        names |= {f"{title}{dot} {name}" for dot in ("", ".") for name in (parts[-1], full)}
    names |= {_unaccented(name) for name in names}
    found = [re.escape(name) for name in sorted((name for name in names if name), key=len, reverse=True)]
    if len(parts) > 1:
        # A middle name, an initial or a quoted nickname that the case does not have.
        found.insert(
            0, rf"{re.escape(parts[0])}(?:\s+(?:[A-Z][\w.’'-]*|\ue000\d+\ue001)){{1,2}}\s+{re.escape(parts[-1])}"
        )
    return r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)"


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
        return MINE if match["of"] else ME

    return re.sub(rf"{name_pattern(mentor)}(?P<of>['’]s(?!\w)|(?<=s)['’](?=\s))?", put, masked)
