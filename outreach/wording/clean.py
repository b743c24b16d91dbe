"""Cleaning pasted text for use, while every character knows where it came from."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from outreach.wording.patterns import regex

_BLOCK = (
    "address|article|blockquote|br|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul"
)

# Invisible characters: C0/C1 controls but for tab and line ends, soft hyphens, zero-width and bidi marks, BOM, tag
# characters, lone surrogates.
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff"
)

_ESCAPES = r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-Z\\-_]"

_TOKENS = regex(
    rf"""
    (?P<escape>{_ESCAPES})
  | (?P<dropped><!--.*?--> | <(?P<raw>script|style)\b.*?</(?P=raw)\s*>)
  | (?P<control><\|[^|<>\n]{{1,40}}\|>)
  | (?P<block></?(?:{_BLOCK})\b[^<>]*>)
  | (?P<inline></?[a-zA-Z][^<>\n]*>)
  | (?P<entity>&(?:\#\d{{1,7}}|\#x[0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,30}});)
  | (?P<bullet>(?:(?<![^\r\n])|(?<=>))[ \t{INVISIBLE}]*(?:[-*+•‣▪●○·–—]|\d{{1,2}}[.)]|\#{{1,6}})[ \t]+)
  | (?P<invisible>[{INVISIBLE}])
  | (?P<line>\r\n|[\r\n\x85\u2028\u2029])
  | (?P<mark>\[(?:\d{{1,3}}|edit|citation\ needed)\]|\*\*|__|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))
  | (?P<space>[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)

_REPLACED_BY = {"block": "\n", "line": "\n", "space": " ", "control": " "}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text without mark-up; ``places[i]`` is where character ``i`` came from, ``places[len(text)]`` the end."""

    text: str
    places: tuple[int, ...]


def clean(raw: str) -> Cleaned:
    """Take HTML, entities, Markdown marks, bullets, escape sequences and invisible characters out of ``raw``.

    Block tags become line ends. What is left reads as the text does on a page; nothing is reworded.
    """
    chars: list[str] = []
    places: list[int] = []
    at = 0
    for match in _TOKENS.finditer(raw):
        chars.extend(raw[at : match.start()])
        places.extend(range(at, match.start()))
        kind = match.lastgroup or ""
        if kind == "raw":
            kind = "dropped"
        new = _unescape(match[0]) if kind == "entity" else _REPLACED_BY.get(kind, "")
        chars.extend(new)
        places.extend([match.start()] * len(new))
        at = match.end()
    chars.extend(raw[at:])
    places.extend(range(at, len(raw) + 1))
    return Cleaned("".join(chars), tuple(places))


def _unescape(entity: str) -> str:
    text = html.unescape(entity)
    return re.sub(f"[{INVISIBLE}]", "", text).replace("\u00a0", " ")


def plain(text: str) -> str:
    """``text`` fit for a terminal: no escape sequences, no invisible or bidi characters; line ends as ``\\n``."""
    text = re.sub(_ESCAPES, "", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(f"[{INVISIBLE}\x85]", "", text)


_NOTHING_TO_CLEAN = regex(r"[^\W\d_](?:[^\W_]|[ ,.;:!?'’\"“”()/%+=@–—-])*")
"""A line without mark-up or bullet, as most are."""


def one_line(text: str) -> str:
    """``text`` cleaned, in one line."""
    if _NOTHING_TO_CLEAN.fullmatch(text):
        return " ".join(text.split())
    return " ".join(clean(text).text.split())


def folded(text: str) -> str:
    """``text`` for comparing: casefolded, without diacritics, with plain quotes and dashes.

    Keeps the number of characters only for text without ligatures and ß; use it on single words.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    text = "".join(char for char in text if not unicodedata.combining(char)).casefold()
    return text.translate(_LETTERS)


# Letters that Unicode does not decompose, as people type them without.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "–": "-", "—": "-"}
)
