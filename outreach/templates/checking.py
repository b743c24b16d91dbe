"""Every mistake in a template of the user's that can be found before it is used."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from outreach.templates.files import WISHES, Source, Trouble, line_of_block, load, outside_blocks, purpose, read, says
from outreach.templates.language import Fault, Language
from outreach.templates.rendering import Value, block, turns, whole

_FILLER = "a few plain words"


@dataclass(frozen=True, slots=True)
class Trial:
    """Values that a draft has given to a template."""

    name: str
    section: str
    """The block; empty for a whole template."""
    values: Mapping[str, Value]
    prompt: bool = False
    """Whether it is a prompt for the model."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A template, and whose it is."""

    name: str
    purpose: str
    own: Path | None
    """The user's file of this name, where there is one."""
    blocks: tuple[str, ...] = ()
    """Those that the user's file changes, where it does not hold all."""


@dataclass(frozen=True)
class Folders:
    """The built-in templates and the user's."""

    built_in: Path
    own: Path

    def names(self) -> list[str]:
        """The built-in templates' names, by name."""
        return sorted(path.name for path in self.built_in.glob("*.j2"))

    def strangers(self) -> list[Trouble]:
        """Files of the user's that no draft asks for."""
        known = self.names()
        paths = sorted(self.own.glob("*.j2")) if self.own.is_dir() else []
        return [
            Trouble(path.name, path, 1, f"there is no such prompt{_perhaps(path.name, known)}")
            for path in paths
            if path.name not in known
        ]

    def listed(self) -> list[Listed]:
        """All templates, the user's told apart."""
        return [self._listed(name) for name in self.names()]

    def _listed(self, name: str) -> Listed:
        built_in, path = read(self.built_in / name) or "", self.own / name
        try:
            own = read(path)
        except Fault:
            return Listed(name, purpose(built_in), path)
        if own is None:
            return Listed(name, purpose(built_in), None)
        language = Language()
        known = language.compiled(built_in, path).blocks
        try:
            mine = language.compiled(own, path).blocks
        except Fault:
            mine = {}
        whole = not mine or set(known) <= set(mine)
        return Listed(name, purpose(own) or purpose(built_in), path, () if whole else tuple(mine))

    def check(self, name: str, trials: Iterable[Trial]) -> list[Trouble]:
        """All that is wrong with the user's file ``name``, by line; nothing where there is none.

        Args:
            name: of the file.
            trials: what drafts of all kinds ask of the built-in templates.
        """
        language = Language()
        path = self.own / name
        try:
            own = load(path, language)
        except Fault as fault:
            return [Trouble(name, path, fault.line or 1, fault.message)]
        built_in = load(self.built_in / name, language)
        if own is None or built_in is None:
            return []
        checking = _Checking(language, own, built_in, [trial for trial in trials if trial.name == name])
        found = [*checking.blocks(), *checking.values(), *checking.rendered()]
        known: dict[int, Trouble] = {}
        for one in found:
            # One mistake shows in many ways: the first of them says best what is wrong.
            known.setdefault(one.line or 1, Trouble(name, path, one.line or 1, one.message))
        return [known[line] for line in sorted(known)]


@dataclass(frozen=True)
class _Checking:
    """One file under examination."""

    language: Language
    own: Source
    built_in: Source
    trials: Sequence[Trial]

    def blocks(self) -> Iterator[Fault]:
        """Blocks that no draft asks for, and text that is in no block."""
        known = self.built_in.blocks
        if not known:
            return
        for mine in self.own.blocks:
            if not any(says(mine, one) for one in known):
                ways = [f"{one}_{wish}" for one in known for wish in WISHES if f"_{wish}" not in one]
                message = f"no draft asks for a block “{mine}”{_perhaps(mine, [*known, *ways])}"
                yield Fault(message, line_of_block(self.own.text, mine))
        if line := outside_blocks(self.own.text):
            yield Fault("this stands in no block, so no draft has it", line)

    def values(self) -> Iterator[Fault]:
        """Values that do not exist, and what a prompt cannot do without."""
        given = {key for trial in self.trials for key in trial.values}
        wanted = self.language.values_of(self.built_in.text)
        known = sorted(given | set(wanted))
        for name, line in self.language.values_of(self.own.text).items():
            if name not in known:
                yield Fault(f"there is no value “{name}” here{_perhaps(name, known)}", line)
        if self._is_prompt():
            for name in wanted.keys() - self.language.values_of(self.own.text).keys():
                yield Fault(f"“{name}” is not used: the model would not know what to write about", 1)

    def rendered(self) -> Iterator[Fault]:
        """What goes wrong with the values that drafts give."""
        for trial in self._all_trials():
            for section in self._own_blocks(trial.section) if trial.section else [""]:
                try:
                    self._render(trial, section)
                except Fault as fault:
                    yield fault

    def _render(self, trial: Trial, section: str) -> None:
        if trial.prompt:
            turns(self.language, self.own, trial.values)
        elif trial.section:
            block(self.language, self.own, section, trial.values, self.built_in)
        else:
            whole(self.language, self.own, trial.values)

    def _own_blocks(self, section: str) -> list[str]:
        return [one for one in self.own.blocks if says(one, section)]

    def _all_trials(self) -> list[Trial]:
        if self.trials:
            return list(self.trials)
        filler: dict[str, Value] = dict.fromkeys(self.language.values_of(self.built_in.text), _FILLER)
        sections = self.built_in.blocks or ("",)
        return [Trial(self.own.path.name, section, filler, prompt=self._is_prompt()) for section in sections]

    def _is_prompt(self) -> bool:
        return self.own.path.name.endswith(".prompt.j2")


def _perhaps(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean “{near[0]}”?" if near else ""
