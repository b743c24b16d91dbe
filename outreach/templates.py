"""Jinja2 templates: the prompts for the model and the sentences that stand in for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from outreach.domain.errors import OutreachError
from outreach.engine.protocol import Turn

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

_TURN = "=== "


class TemplateBroken(OutreachError):
    """A template cannot be rendered; names file and line."""


class Templates:
    """The templates of one folder. Values are data: they are never rendered as templates."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder, encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def sentence(self, name: str, section: str, values: Mapping[str, Value]) -> str:
        """One block of a template, in one line; empty where the template leaves the section out.

        Raises:
            TemplateBroken: the template has a mistake, or lacks a value.
        """
        try:
            template = self._environment.get_template(name)
            blocks = template.blocks
            if section not in blocks:
                raise TemplateBroken(f"{self._folder / name}: there is no block “{section}”.")
            text = "".join(blocks[section](template.new_context(dict(values))))
        except TemplateError as error:
            raise self._broken(name, error) from error
        # A quotation that ends with its own mark ends the sentence too.
        return re.sub(r"([.!?][\"”’])\.", r"\1", " ".join(text.split()))

    def variants(self, name: str, section: str) -> tuple[str, ...]:
        """The blocks that say a section: its own and those named after it (``hook``, ``hook_2``, ``hook_warmer``).

        Raises:
            TemplateBroken: the template has a mistake.
        """
        try:
            blocks = self._environment.get_template(name).blocks
        except TemplateError as error:
            raise self._broken(name, error) from error
        return tuple(block for block in blocks if block == section or block.startswith(f"{section}_"))

    def text(self, name: str, values: Mapping[str, Value]) -> str:
        """A whole template; not more than one empty line in a row, no white space at the ends of lines.

        Raises:
            TemplateBroken: the template has a mistake, or lacks a value.
        """
        try:
            rendered = self._environment.get_template(name).render(dict(values))
        except TemplateError as error:
            raise self._broken(name, error) from error
        lines: list[str] = []
        for line in rendered.split("\n"):
            if line.strip() or (lines and lines[-1]):
                lines.append(line.rstrip())
        return "\n".join(lines).strip()

    def turns(self, name: str, values: Mapping[str, Value]) -> list[Turn]:
        """A prompt: its turns begin at lines such as ``=== user``.

        Values must be single lines, so that none can begin a turn.

        Raises:
            TemplateBroken: the template has a mistake, lacks a value, or does not begin with a turn.
        """
        turns: list[Turn] = []
        single = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in values.items()}
        for line in self.text(name, single).split("\n"):
            if line.startswith(_TURN):
                turns.append(Turn(line.removeprefix(_TURN).strip(), ""))
            elif turns:
                last = turns[-1]
                turns[-1] = Turn(last.role, f"{last.content}\n{line}".strip("\n"))
            else:
                raise TemplateBroken(f"{self._folder / name}:1: a prompt begins with “=== system” or “=== user”.")
        return [Turn(turn.role, turn.content.strip()) for turn in turns]

    def _broken(self, name: str, error: TemplateError) -> TemplateBroken:
        line = getattr(error, "lineno", None)
        place = f"{self._folder / name}:{line}" if line else str(self._folder / name)
        return TemplateBroken(f"{place}: {error.message}.")
