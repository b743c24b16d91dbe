"""What a message of any kind is while it is written: its sections, and other ways to say them."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.draft import Origin, Section, Wish
from outreach.drafting.candidates import Kept
from outreach.drafting.choices import Choices, fresh_first
from outreach.drafting.judging import Task
from outreach.drafting.voice import voice_of
from outreach.templates import Templates, Value
from outreach.wording.clean import one_line

_OF_WISH = {
    Wish.SHORTER: ("shorter",),
    Wish.WARMER: ("warmer",),
    Wish.PLAINER: ("plainer", "shorter"),
}
"""Blocks of a template that answer a wish, by their ending; ``AGAIN`` and another fact take the plain ones."""

Uses = dict[str, tuple[str, ...]]
"""The sections of a letter in order, each with the facts that it uses."""


@dataclass(frozen=True, slots=True)
class Option:
    """One fact that a section could be built on, and the sentence that would come of it."""

    fact_id: str
    text: str
    worth: float
    """What the ranking gives it."""


class KindText(ABC):
    """A message of one kind, as far as it is written."""

    by_model: str
    """Name of the section that the model may write."""
    changeable = False
    """Whether its sections can be changed one by one, by ``put_instead``."""
    ear = 0.0
    """What a sentence's mean log-likelihood weighs beside the worth of its fact. Broken English lies some 1.5 below
    sound English with the same model. Measured in steps of 0.5 on labelled cases, and on pairs of thank-yous read side
    by side; much more than this, and fluent trifles win."""

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        self.brief, self.templates, self.choices = brief, templates, choices
        self.kept: Kept | None = None
        """The model's sentence, once there is a clean one."""
        mentee = brief.case.mentee
        self.voice = voice_of(mentee.voice, choices.earlier.own, (mentee.background, *mentee.goals))

    @abstractmethod
    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """What the model is asked for, the best first; with a wish: for the section when it is made anew."""

    def options(self) -> list[Option]:
        """What the model may choose among by its ear, the best by the ranking first; none where nothing is open."""
        return []

    def jotted(self) -> list[str]:
        """Texts of the mentee's in which small words may be missing, where code does not know which."""
        return []

    def put(self, whole: Mapping[str, str]) -> None:
        """Use the texts of ``jotted`` as they are in ``whole``.

        Raises:
            LookupError: there are none.
        """
        raise LookupError(", ".join(whole))

    def build_on(self, option: Option) -> None:
        """Build the section on another of the options.

        Raises:
            LookupError: there is nothing to choose.
        """
        raise LookupError(option.fact_id)

    @abstractmethod
    def ways(self, name: str, wish: Wish) -> Iterator[Section]:
        """Other ways that code has to say a section, the best for the wish first."""

    def spare(self) -> frozenset[str]:
        """Names of the sections that the message can do without."""
        return frozenset()

    def put_instead(self, name: str, section: Section | None) -> None:
        """Say a section in another of its ``ways``, or leave it out.

        Raises:
            LookupError: sections of this kind cannot be changed one by one.
        """
        raise LookupError(name)

    @abstractmethod
    def subject(self) -> str:
        """The subject line."""

    @abstractmethod
    def sections(self) -> list[Section]:
        """The sections in order, without places."""

    @abstractmethod
    def body(self, sections: list[Section]) -> str:
        """The sections put together."""

    def _in_manner(self, text: str) -> str:
        """A sentence of the template as the mentee would write it; what they typed stays."""
        mentee = self.brief.case.mentee
        typed = (*mentee.goals, *mentee.can_offer, *mentee.availability, self.brief.case.ask.about)
        return self.voice.manner(text, typed)

    def _greetings(self, *, thanked: bool) -> dict[str, Value]:
        """Greeting and sign-off in the mentee's manner; ``thanked``: whether the text thanks already."""
        mentor = self.brief.case.mentor
        return {
            "greeting": f"{self.voice.greeting_for(mentor)} {one_line(mentor.greeting_name)},",
            "farewell": f"{self.voice.farewell_for(mentor, thanked=thanked)},",
        }

    def _facts(self, *paths: str) -> tuple[str, ...]:
        return tuple(fact.id for path in paths for fact in self.brief.of(path))


class LetterText(KindText):
    """A message in prose: a sentence or two a section."""

    template: str
    """Name of its files in ``prompts/``, without ending."""
    values: dict[str, Value]
    """What the template's sentences are made of."""

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self._reworded: dict[str, Section | None] = {}

    def put_instead(self, name: str, section: Section | None) -> None:
        """Say a section in another of its ``ways``, or leave it out."""
        self._reworded[name] = section

    @abstractmethod
    def _used(self, values: Mapping[str, Value]) -> Uses:
        """The sections in order, each with the facts that it uses."""

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        """Values for a section that is built on another fact, the best fact first."""
        yield from ()

    def _briefer(self) -> Iterator[dict[str, Value]]:
        """Ever shorter values."""
        yield from ()

    def subject(self) -> str:
        """The subject line."""
        return self.templates.sentence(f"{self.template}.j2", "subject", self.values)

    def sections(self) -> list[Section]:
        """The sections in order, without places; one with nothing to say is left out."""
        return self._sections(self.values)

    def _sections(self, values: Mapping[str, Value]) -> list[Section]:
        found = []
        for name, facts in self._used(values).items():
            if name in self._reworded:
                found += [section for section in [self._reworded[name]] if section]
            elif name == self.by_model and self.kept:
                found.append(Section(name, self.kept.text, Origin.MODEL, facts=(self.kept.fact_id,)))
            elif text := self._said(name, values):
                found.append(Section(name, text, Origin.TEMPLATE, facts=facts))
        return found

    def _said(self, name: str, values: Mapping[str, Value]) -> str:
        """One of the template's ways to say a section; which one, the seed decides and what was seen before."""
        suited = [f"{name}{ending}" for ending in self.voice.prefers()]
        texts = self._rendered(name, suited, values) or self._rendered(name, self._plain_blocks(name), values)
        return texts[0] if texts else ""

    def _plain_blocks(self, name: str) -> list[str]:
        """The section's equal blocks (``hook``, ``hook_2``), in an order that the seed decides."""
        blocks = self.templates.variants(f"{self.template}.j2", name)
        equal = [block for block in blocks if block == name or block.removeprefix(f"{name}_").isdigit()]
        # The mentor too: with one seed for all, every mail of a mentee would begin alike.
        random.Random(f"{self.choices.seed}:{self.brief.case.mentor.name}:{name}").shuffle(equal)
        return equal

    def _rendered(self, name: str, blocks: list[str], values: Mapping[str, Value]) -> list[str]:
        file = f"{self.template}.j2"
        there = self.templates.variants(file, name)
        texts = [self.templates.sentence(file, block, values) for block in blocks if block in there]
        return fresh_first([self._in_manner(text) for text in texts if text], self.choices.earlier)

    def ways(self, name: str, wish: Wish) -> Iterator[Section]:
        """Other ways that the template has to say a section, the best for the wish first."""
        blocks = [f"{name}_{ending}" for ending in _OF_WISH.get(wish, ())] or self._plain_blocks(name)
        if wish is not Wish.ANOTHER_FACT:
            yield from self._from(name, blocks, self.values, self._used(self.values))
        if wish is Wish.SHORTER:
            for values in self._briefer():
                yield from self._from(name, [name], values, self._used(values))
        if wish in {Wish.AGAIN, Wish.ANOTHER_FACT}:
            for values, used in self._others(name):
                yield from self._from(name, blocks, values, used)

    def _from(self, name: str, blocks: list[str], values: Mapping[str, Value], used: Uses) -> Iterator[Section]:
        for text in self._rendered(name, blocks, values):
            yield Section(name, text, Origin.TEMPLATE, facts=used.get(name, ()))

    def body(self, sections: list[Section]) -> str:
        """The sections put together."""
        texts: dict[str, Value] = {section.name: section.text for section in sections}
        missing: dict[str, Value] = dict.fromkeys(self._used(self.values), "")
        return self.templates.text(f"{self.template}.body.j2", {**self.values, **missing, **texts})
