"""How likely texts are as a model's answer to a prompt. Used in the child process only, which passes numpy in."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from outreach.engine import wire
from outreach.engine.gguf import Model, Node
from outreach.engine.wire import FailedError

MOST_ROWS = 64
"""Tokens evaluated at once: each leaves a row of logits as long as the vocabulary, 0.6 MB with 152,000 tokens."""


class Scorer:
    """Evaluates several texts behind one prompt; a beginning that neighbours share is evaluated once."""

    def __init__(self, model: Model, np: Any, chunks: list[list[int]], texts: Sequence[str]) -> None:
        self._model, self._np, self._chunks = model, np, chunks
        self._ids = [tuple(model.vocabulary.content_ids(text)) for text in texts]
        self._front = sum(map(len, chunks))
        self._following = _following(self._ids)
        self._found: dict[tuple[int, ...], float] = {}
        self.evaluated_tokens = 0
        """Tokens of the texts that had to be evaluated."""
        longest = self._front + max(map(len, self._ids), default=0)
        if longest > model.n_ctx:
            text = f"The prompt is too long: {longest} tokens with its text, and the model reads {model.n_ctx}."
            raise FailedError(wire.TOO_LONG, text)

    def means(self, stopped: Callable[[], bool]) -> list[float]:
        """For each text the mean of the natural logarithms of its tokens' probabilities; minus infinity for no token.

        Raises:
            StoppedError: ``stopped`` said so; the context stays usable.
        """
        self._model.read(self._chunks, stopped)
        self._note((), -1)
        # In sorted order, texts with the same beginning are neighbours.
        wanted = sorted({ids[:-1] for ids in self._ids if len(ids) > 1})
        try:
            for group in self._groups(wanted):
                self._model.branch(len(group))
                self._evaluate(group, stopped)
                if not self._model.forget(self._front) and group[-1] != wanted[-1]:
                    self._model.read(self._chunks, stopped)
        finally:
            self._model.forget(self._front)
        return [self._mean(ids) for ids in self._ids]

    def _groups(self, wanted: Sequence[tuple[int, ...]]) -> Iterator[Sequence[tuple[int, ...]]]:
        """The texts that are evaluated side by side, as far as the context has room for them."""
        group: list[tuple[int, ...]] = []
        room = self._model.n_ctx - self._front
        for ids in wanted:
            if group and (len(group) == self._model.branches or len(ids) + sum(map(len, group)) > room):
                yield group
                group = []
            group.append(ids)
        if group:
            yield group

    def _evaluate(self, group: Sequence[tuple[int, ...]], stopped: Callable[[], bool]) -> None:
        tree: dict[tuple[int, ...], list[int]] = {}
        for branch, ids in enumerate(group):
            for end in range(1, len(ids) + 1):
                tree.setdefault(ids[:end], []).append(branch)
        beginnings = list(tree)
        for at in range(0, len(beginnings), MOST_ROWS):
            step = beginnings[at : at + MOST_ROWS]
            nodes = [Node(ids[-1], self._front + len(ids) - 1, tuple(tree[ids])) for ids in step]
            self._model.read_on(nodes, stopped)
            self.evaluated_tokens += len(step)
            for place, beginning in enumerate(step):
                self._note(beginning, place)

    def _note(self, beginning: tuple[int, ...], place: int) -> None:
        """Keep the log-probabilities of the tokens that follow ``beginning`` in some text."""
        following = self._following.get(beginning)
        if not following:
            return
        row = self._np.ctypeslib.as_array(self._model.logits(place), shape=(self._model.vocabulary.size,))
        highest = float(row.max())
        total = highest + math.log(float(self._np.exp(row - highest).sum()))
        for token in following:
            self._found[(*beginning, token)] = float(row[token]) - total

    def _mean(self, ids: tuple[int, ...]) -> float:
        if not ids:
            return -math.inf
        return math.fsum(self._found[ids[: end + 1]] for end in range(len(ids))) / len(ids)


def _following(texts: Sequence[tuple[int, ...]]) -> dict[tuple[int, ...], set[int]]:
    """Each beginning of a text, with the tokens that come next in any of them."""
    found: dict[tuple[int, ...], set[int]] = {}
    for ids in texts:
        for place, token in enumerate(ids):
            found.setdefault(ids[:place], set()).add(token)
    return found
