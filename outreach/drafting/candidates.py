"""Several tries of the model at one section, until one is clean."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator, Iterable, Set
from dataclasses import dataclass, field

from outreach.domain.draft import ModelUsed, Timings
from outreach.domain.errors import Cancelled
from outreach.drafting.choices import same
from outreach.drafting.events import CandidateRejected, DraftEvent, Trying
from outreach.drafting.judging import Task, early_fault, fault, trimmed
from outreach.engine.protocol import Engine, Sampling
from outreach.templates import Templates
from outreach.wording.sentences import sentences
from outreach.wording.words import as_sentence

TRIES = 3
"""Tries per task. More gain little: a fact that fails three openings fails the fourth."""


@dataclass(slots=True)
class Counts:
    """Seconds and tokens of one draft so far."""

    load_s: float | None = None
    first_text_s: float | None = None
    prompt_tokens: int = 0
    new_tokens: int = 0
    kept_tokens: int = 0

    def timings(self, total_s: float) -> Timings:
        """As part of a revision."""
        return Timings(
            self.load_s, self.first_text_s, round(total_s, 3), self.prompt_tokens, self.new_tokens, self.kept_tokens
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A clean candidate, and what it is about."""

    text: str
    fact_id: str
    tries: int


@dataclass(frozen=True, slots=True)
class _Tried:
    """A candidate, whole or cut short at its first fault."""

    text: str
    tokens: int
    fault: str


@dataclass(slots=True)
class Writer:
    """The model at work on one draft."""

    engine: Engine
    templates: Templates
    seed: int
    stopped: Callable[[], bool]
    counts: Counts = field(default_factory=Counts)
    model: ModelUsed | None = None
    tries: dict[str, int] = field(default_factory=dict)
    """Tries made, by section."""
    judge: Callable[[str, Task], str] = fault
    """Why a whole candidate is not kept; empty for a clean one."""

    def load(self) -> None:
        """Load the model.

        Raises:
            EngineFailed: it cannot be loaded.
        """
        begun = time.monotonic()
        self.model = self.engine.load()
        self.counts.load_s = round(time.monotonic() - begun, 3)

    def write(
        self, section: str, tasks: Iterable[Task], avoid: Set[str] = frozenset()
    ) -> Generator[DraftEvent, None, Kept | None]:
        """Try the tasks in turn; the first clean candidate is returned, ``None`` when there is none.

        ``avoid`` holds what was seen before, as ``choices.same`` has it.

        Raises:
            EngineFailed, Cancelled: by the engine; what was tried is counted all the same.
        """
        chance = random.Random(f"{self.seed}:{section}")
        seen = set(avoid)
        for task in tasks:
            for at in range(TRIES):
                if self.stopped():
                    raise Cancelled("Stopped.")
                attempt = self.tries[section] = self.tries.get(section, 0) + 1
                # The first try is the model's best guess; later ones begin and wander differently.
                temperature = 0.0 if at == 0 else 0.3 + 0.15 * at
                opening = task.openings[at % len(task.openings)]
                sampling = Sampling(chance.randrange(1, 2**31), max_tokens=72, temperature=temperature, min_p=0.1)
                tried = yield from self._stream(section, attempt, task, sampling, opening)
                text = trimmed(tried.text)
                reason = tried.fault or ("the same again" if same(text) in seen else self.judge(text, task))
                seen.add(same(text))
                if not reason:
                    self.counts.kept_tokens += tried.tokens
                    return Kept(as_sentence(text), task.fact_id, attempt)
                yield CandidateRejected(section, attempt, text, reason)
        return None

    def _stream(
        self, section: str, attempt: int, task: Task, sampling: Sampling, opening: str
    ) -> Generator[DraftEvent, None, _Tried]:
        begun = time.monotonic()
        text, tokens, early = opening, 0, ""
        turns = self.templates.turns(task.prompt, dict(task.given))
        pieces = self.engine.stream(turns, sampling, opening)
        for piece in pieces:
            # The review reads along, word by word: a fault ends the try at once, and so does the end of the sentence.
            if piece.text[:1].isspace() and not piece.done:
                early = early_fault(text, task)
                if early or len(sentences(f"{text.strip()} X")) > 1:
                    self.counts.new_tokens += tokens
                    pieces.close()
                    break
            if piece.text and self.counts.first_text_s is None:
                self.counts.first_text_s = round(time.monotonic() - begun, 3)
            text += piece.text
            if piece.done:
                self.counts.prompt_tokens += piece.prompt_tokens
                self.counts.new_tokens += piece.new_tokens
                tokens = piece.new_tokens
            else:
                tokens += 1
            yield Trying(section, attempt, text.lstrip())
        return _Tried(" ".join(text.split()), tokens, early)
