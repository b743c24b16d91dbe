"""Jinja2 templates: prompts for the model, and the sentences that stand in for it; the user's before the built-in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from outreach.domain.errors import OutreachError
from outreach.engine.protocol import Turn
from outreach.templates.files import Source, Trouble, line_of_block, load, says
from outreach.templates.language import Fault, Language
from outreach.templates.rendering import Value, block, turns, whole

T = TypeVar("T")


__all__ = ["TemplateBroken", "Templates", "Trouble", "Value"]


class TemplateBroken(OutreachError):
    """A built-in template cannot be rendered; names file and line."""


class Templates:
    """The templates of a folder, and the user's own of the same names before them.

    A file of the user's may be whole, or hold only the blocks that it changes. One that is broken is noted in
    ``troubles``, and from then on the built-in one is used. Values are data: they are never rendered as templates.
    """

    def __init__(self, folder: Path, own: Path | None = None, language: Language | None = None) -> None:
        self._folder, self._own = folder, own
        self._language = language or Language()
        self._loaded: dict[Path, Source | None] = {}
        self._troubles: dict[str, Trouble] = {}

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong with files of the user's that were wanted so far; the built-in ones were used."""
        return tuple(self._troubles.values())

    def fresh(self) -> Templates:
        """The same for the next draft: the user's files are read anew, and each gets another chance."""
        again = Templates(self._folder, self._own, self._language)
        again._loaded = {path: source for path, source in self._loaded.items() if path.parent == self._folder}
        return again

    def sentence(self, name: str, section: str, values: Mapping[str, Value]) -> str:
        """One block of a template, in one line; empty where the template leaves the section out.

        Raises:
            TemplateBroken: the built-in template has a mistake, or lacks a value or the block.
        """
        return self._rendered(name, lambda source: self._block(source, name, section, values))

    def variants(self, name: str, section: str) -> tuple[str, ...]:
        """The blocks that say a section: its own and those named after it (``hook``, ``hook_2``, ``hook_warmer``).

        Where the user's file has a block of that very name, the built-in numbered ones are left out: the user
        wants this sentence.

        Raises:
            TemplateBroken: the built-in template has a mistake.
        """
        own = self._source(name, own=True)
        mine = [one for one in (own.blocks if own else ()) if says(one, section)]
        built_in = self._built_in(name).blocks
        numbered = re.compile(rf"{re.escape(section)}_\d+")
        theirs = [
            one
            for one in built_in
            if says(one, section) and not (section in mine and (one == section or numbered.fullmatch(one)))
        ]
        return tuple(dict.fromkeys([*mine, *theirs]))

    def text(self, name: str, values: Mapping[str, Value]) -> str:
        """A whole template; not more than one empty line in a row, no white space at the ends of lines.

        Raises:
            TemplateBroken: the built-in template has a mistake, or lacks a value.
        """
        return self._rendered(name, lambda source: whole(self._language, source, values))

    def turns(self, name: str, values: Mapping[str, Value]) -> list[Turn]:
        """A prompt: its turns begin at lines such as ``=== user``, and the last of them is the user's.

        Values are put into single lines, and none can begin a turn.

        Raises:
            TemplateBroken: the built-in template has a mistake, lacks a value, or is no such prompt.
        """
        return self._rendered(name, lambda source: turns(self._language, source, values))

    # -- the user's, else the built-in -------------------------------------------------------------
    def _rendered(self, name: str, render: Callable[[Source], T]) -> T:
        own = self._source(name, own=True)
        if own is not None:
            try:
                return render(own)
            except Fault as fault:
                self._note(name, own.path, fault)
        source = self._built_in(name)
        try:
            return render(source)
        except Fault as fault:
            raise _broken(source.path, fault) from fault

    def _note(self, name: str, path: Path, fault: Fault) -> None:
        self._troubles.setdefault(name, Trouble(name, path, fault.line or 1, fault.message))

    def _built_in(self, name: str) -> Source:
        source = self._source(name)
        if source is None:
            raise TemplateBroken(f"{self._folder / name}: there is no such template.")
        return source

    def _source(self, name: str, *, own: bool = False) -> Source | None:
        folder = self._own if own else self._folder
        if folder is None or (own and name in self._troubles):
            return None
        path = folder / name
        if path not in self._loaded:
            try:
                self._loaded[path] = load(path, self._language)
            except Fault as fault:
                if not own:
                    raise _broken(path, fault) from fault
                self._note(name, path, fault)
                self._loaded[path] = None
        return self._loaded[path]

    def _block(self, source: Source, name: str, section: str, values: Mapping[str, Value]) -> str:
        below = self._built_in(name)
        if section in source.blocks:
            text = block(self._language, source, section, values, None if below is source else below)
            if section == "subject" and not text:
                raise Fault("nothing is written in the block “subject”", line_of_block(source.text, section))
            return text
        if section not in below.blocks:
            if name in self._troubles:
                # A way to say it that only the user's file had, which broke meanwhile.
                return ""
            raise Fault(f"there is no block “{section}”")
        try:
            return block(self._language, below, section, values)
        except Fault as fault:
            raise _broken(below.path, fault) from fault


def _broken(path: Path, fault: Fault) -> TemplateBroken:
    return TemplateBroken(f"{path}{f':{fault.line}' if fault.line else ''}: {fault.message}.")
