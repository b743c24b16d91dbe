"""An engine that says what it was told to: for tests, and for trying the app without a model."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

from outreach.domain.draft import ModelUsed
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.engine.protocol import Piece, Sampling, Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that the engine got."""

    turns: tuple[Turn, ...]
    sampling: Sampling
    opening: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One scripted answer, when a plain string is not enough."""

    text: str
    error: Exception | None = None
    """Raised after ``text`` was streamed."""
    wait: threading.Event | None = None
    """Set by the test; the engine waits for it after the first piece, and ``cancel`` ends the waiting."""
    waiting: threading.Event = field(default_factory=threading.Event)
    """Set by the engine when it has begun to wait."""


Script = Sequence[str | Exception | Answer] | Callable[[Sequence[Turn]], str]
Likeness = Callable[[Sequence[Turn], str], float]
"""What ``likelihood`` gives for one text."""
_CANCEL_POLL_S = 0.01


class ScriptedEngine:
    """Implements ``Engine``: gives the answers of ``script`` in order, or what it returns for the turns.

    An exception in the script is raised by that stream. With the list used up, ``EngineFailed`` is raised.
    ``likelihood`` says how likely a text is; without it, all are alike.
    """

    def __init__(self, script: Script, likelihood: Likeness = lambda _turns, _text: 0.0) -> None:
        self._script = script
        self._likelihood = likelihood
        self._next = 0
        self._under_way = False
        self._cancelled = threading.Event()
        self.asked: list[Asked] = []
        """The requests so far, in order."""
        self.weighed: list[tuple[tuple[Turn, ...], tuple[str, ...]]] = []
        """The turns and texts that ``likelihood`` was asked for, in order."""
        self.closed = False

    def load(self) -> ModelUsed:
        """A model that does not exist, with a sha256 of noughts."""
        self.closed = False
        return ModelUsed("scripted", "0" * 64)

    def stream(self, turns: Sequence[Turn], sampling: Sampling, opening: str = "") -> Generator[Piece, None, None]:
        """Yield the next answer word by word.

        Raises:
            EngineFailed: the script is used up, or has it at this place.
            Cancelled: ``cancel`` was called.
        """
        self._cancelled.clear()
        self._under_way = True
        try:
            self.asked.append(Asked(tuple(turns), sampling, opening))
            answer = self._answer(turns)
            pieces = re.findall(r"\s*\S+\s*?(?=\s|$)|\s+", answer.text)
            yield from self._pieces(answer, pieces)
            if answer.error is not None:
                raise answer.error
            self._under_way = False
            prompt_tokens = sum(len(turn.content.split()) for turn in turns)
            yield Piece("", done=True, prompt_tokens=prompt_tokens, new_tokens=len(pieces))
        finally:
            self._under_way = False

    def likelihood(self, turns: Sequence[Turn], texts: Sequence[str]) -> list[float]:
        """What the function given says for each text; all alike without one."""
        self.weighed.append((tuple(turns), tuple(texts)))
        return [self._likelihood(turns, text) for text in texts]

    def cancel(self) -> None:
        """Stop the stream under way, if any; safe from any thread."""
        if self._under_way:
            self._cancelled.set()

    def close(self) -> None:
        """Nothing to release; notes that it was called."""
        self.closed = True

    def _answer(self, turns: Sequence[Turn]) -> Answer:
        if callable(self._script):
            return Answer(self._script(turns))
        if self._next >= len(self._script):
            raise EngineFailed("The script has no more answers.", "Give the scripted engine more of them.")
        item = self._script[self._next]
        self._next += 1
        if isinstance(item, Answer):
            return item
        return Answer("", error=item) if isinstance(item, Exception) else Answer(item)

    def _pieces(self, answer: Answer, pieces: Sequence[str]) -> Generator[Piece, None, None]:
        for number, piece in enumerate(pieces):
            if number == 1:
                self._wait(answer)
            self._raise_if_cancelled()
            yield Piece(piece)
        if len(pieces) < 2:
            self._wait(answer)
        self._raise_if_cancelled()

    def _wait(self, answer: Answer) -> None:
        if answer.wait is None:
            return
        answer.waiting.set()
        while not answer.wait.wait(_CANCEL_POLL_S):
            self._raise_if_cancelled()

    def _raise_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")
