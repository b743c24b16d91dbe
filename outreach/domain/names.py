"""When two typed names mean the same."""

from __future__ import annotations

import re
import unicodedata


def folded(text: str) -> str:
    """``text`` for comparing: one Unicode form, no case, single spaces."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).casefold().split()))


def same_name(one: str, other: str) -> bool:
    """Whether the two differ in case, spacing and Unicode form at most."""
    return folded(one) == folded(other)


# Letters that Unicode does not take apart into a base letter and a mark.
_BASE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "’": "'"}
)


def plain(text: str) -> str:
    """``text`` for finding a name that is typed in a hurry: no case, no marks on letters."""
    apart = unicodedata.normalize("NFKD", folded(text).translate(_BASE_LETTERS))
    return "".join(character for character in apart if not unicodedata.combining(character))


_TITLES = re.compile(r"(?:(?:dr|prof|professor|mr|ms|mrs|mx|miss|sir|dame)\b\.?\s+)+(?=\S)", re.IGNORECASE)
_DEGREES = re.compile(
    r"(?:\s*,\s*(?:ph\.?\s?d|m\.?d|d\.?phil|r\.?n|b\.?a|b\.?sc|m\.?a|m\.?sc|mba|mph|m\.?phil|ed\.?d|frcp|frcs)\.?)+$",
    re.IGNORECASE,
)


def titled(text: str) -> tuple[str, str]:
    """Title and name in a name as it is pasted: ``Dr Jane Roe, PhD`` → ``Dr``, ``Jane Roe``."""
    whole = " ".join(text.split())
    name = _DEGREES.sub("", whole)
    title = _TITLES.match(name)
    return (title[0].strip(), name[title.end() :]) if title else ("", name)
