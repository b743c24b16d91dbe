"""Template files: reading one, and what can be said about it without rendering it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Template

from outreach.templates.language import LONGEST_FILE, TOO_LONG, Fault, Language
from outreach.wording.patterns import regex

_COMMENT = regex(r"\s*\{#[-+]?(.*?)[-+]?#\}", re.DOTALL)
_BLOCK = regex(r"\{%[-+]?\s*block\s+(\w+).*?\{%[-+]?\s*endblock\b[^%]*[-+]?%\}", re.DOTALL)


WISHES = ("shorter", "warmer", "plainer")
"""Endings of the blocks that answer a wish: ``hook_warmer``."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a file of the user's."""

    name: str
    """The file's name, such as ``first-contact.j2``."""
    path: Path
    line: int
    """From 1; that too for the file as a whole."""
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}{'' if self.message.endswith('?') else '.'}"


@dataclass(frozen=True, slots=True)
class Source:
    """A template as typed, and compiled."""

    path: Path
    text: str
    template: Template

    @property
    def blocks(self) -> tuple[str, ...]:
        """Names of its blocks, in order."""
        return tuple(self.template.blocks)


def load(path: Path, language: Language) -> Source | None:
    """A template file; ``None`` where there is none.

    Raises:
        Fault: it cannot be read, or has a mistake.
    """
    text = read(path)
    return None if text is None else Source(path, text, language.compiled(text, path))


def read(path: Path) -> str | None:
    """The text of a template file, with plain line ends; ``None`` where there is none.

    Raises:
        Fault: it cannot be read, or is no text.
    """
    try:
        if path.exists() and not path.is_file():
            # Opening a pipe would wait for somebody to write.
            raise Fault("the file cannot be read (it is no plain file)")
        with path.open("rb") as file:
            raw = file.read(4 * LONGEST_FILE + 1)
        if len(raw) > 4 * LONGEST_FILE:
            raise Fault(TOO_LONG)
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            raise Fault("the file cannot be read (it is a link that leads nowhere)") from error
        return None
    except OSError as error:
        raise Fault(f"the file cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Fault("the file is not UTF-8 text", raw.count(b"\n", 0, error.start) + 1) from error


def purpose(text: str) -> str:
    """What a template is for: its first comment, in one line; empty where it begins without one."""
    comment = _COMMENT.match(text)
    return " ".join(comment[1].split()) if comment else ""


def outside_blocks(text: str) -> int | None:
    """The first line with text outside of all blocks, from 1; ``None`` where there is none."""
    blank = _BLOCK.sub(_newlines, re.sub(r"\{#.*?#\}", _newlines, text, flags=re.DOTALL))
    # Values and macros that blocks share may stand outside of them.
    blank = re.sub(r"\{%[-+]?\s*macro\b.*?endmacro[^%]*%\}|\{%.*?%\}", _newlines, blank, flags=re.DOTALL)
    return next((number for number, line in enumerate(blank.split("\n"), 1) if line.strip()), None)


def line_of_block(text: str, name: str) -> int | None:
    """The line at which a block begins, from 1."""
    found = re.search(rf"\{{%[-+]?\s*block\s+{re.escape(name)}\b", text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def says(block: str, section: str) -> bool:
    """Whether a block is a way to say a section: of its name, or with a number or a wish behind it."""
    ending = block.removeprefix(f"{section}_")
    return block == section or (ending != block and (ending in WISHES or (ending.isascii() and ending.isdecimal())))


def same_blocks(built_in: str, own: str) -> str:
    """``built_in`` for comparing with ``own``: whole, or only the blocks that ``own`` has, in their order there."""
    known = {match[1]: match[0] for match in _BLOCK.finditer(built_in)}
    mine = [match[1] for match in _BLOCK.finditer(own)]
    if not known or set(mine) >= set(known):
        return built_in
    comment = _COMMENT.match(own)
    begins = f"{comment[0].strip()}\n" if comment and comment[0].strip() in built_in else ""
    return begins + "\n".join(known[name] for name in mine if name in known) + "\n"


def _newlines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
