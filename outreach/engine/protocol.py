"""What an engine is: it turns a prompt into text, piece by piece."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from outreach.domain.draft import ModelUsed


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a prompt. ``content`` is data: it never becomes a control token."""

    role: str
    """``system``, ``user`` or ``assistant``."""
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How one candidate is sampled."""

    seed: int
    """1 to 2**31 - 1, always explicit."""
    max_tokens: int = 64
    temperature: float = 0.6
    min_p: float = 0.1
    stop: tuple[str, ...] = ("\n",)


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of streamed text; the last one of a candidate has ``done`` set and the counts filled in."""

    text: str
    done: bool = False
    prompt_tokens: int = 0
    new_tokens: int = 0


class Engine(Protocol):
    """One model, one candidate at a time. Not to be shared between threads, but for ``cancel``."""

    def load(self) -> ModelUsed:
        """Load the model if it is not loaded; idempotent.

        Raises:
            EngineFailed: llama.cpp is not installed, the file is bad, the child died.
        """

    def stream(self, turns: Sequence[Turn], sampling: Sampling, opening: str = "") -> Generator[Piece, None, None]:
        """Yield one candidate for ``turns``; the assistant's answer begins with ``opening`` (not yielded).

        Closing the iterator early stops the candidate.

        Raises:
            EngineFailed: the child died or gave an error.
            Cancelled: ``cancel`` was called, also while the prompt was being read.
        """

    def likelihood(self, turns: Sequence[Turn], texts: Sequence[str]) -> list[float]:
        """How likely each text is as the beginning of the answer to ``turns``: the higher, the likelier.

        The mean over its tokens of the natural logarithm of their probability, 0 at most; minus infinity for an
        empty text. Cheap for texts that begin alike, and for turns whose front was read before.

        Raises:
            EngineFailed: the child died or gave an error; turns and text do not fit into the context.
            Cancelled: ``cancel`` was called.
        """

    def cancel(self) -> None:
        """Stop what is under way within a second; safe from any thread; nothing under way: no effect."""

    def close(self) -> None:
        """Release the model; idempotent."""
