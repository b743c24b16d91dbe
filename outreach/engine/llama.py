"""llama.cpp as an engine, in a child process of its own."""

from __future__ import annotations

import contextlib
import math
import queue
import sys
import threading
import time
import weakref
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from outreach.domain.draft import ModelUsed
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.engine import trouble, wire
from outreach.engine.child import Child
from outreach.engine.cpu import threads
from outreach.engine.protocol import Piece, Sampling, Turn
from outreach.engine.trouble import llama_cpp_available, why_unavailable

__all__ = ["LlamaEngine", "PromptIds", "Run", "llama_cpp_available", "why_unavailable"]

LOAD_TIMEOUT_S = 120.0
ANSWER_TIMEOUT_S = 300.0
CANCEL_GRACE_S = 0.8
STILLBORN_S = 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """What the last finished candidate took."""

    prompt_tokens: int
    held_tokens: int
    """How many of ``prompt_tokens`` were in the context already."""
    new_tokens: int
    prompt_s: float
    total_s: float


@dataclass(frozen=True, slots=True)
class PromptIds:
    """A prompt as token numbers."""

    ids: tuple[int, ...]
    control: tuple[int, ...]
    """Those of ``ids`` that are control tokens, in order."""


class _CrashedError(Exception):
    """The child crashed while it loaded."""

    def __init__(self, told: EngineFailed) -> None:
        super().__init__(str(told))
        self.told = told


class LlamaEngine:
    """Implements ``Engine`` with a GGUF file and llama.cpp.

    The child process starts with the first ``load`` or ``stream``, and anew after it died. One thread uses the engine;
    ``cancel`` and ``close`` may be called from any.
    """

    def __init__(
        self,
        model_path: Path,
        model_id: str,
        sha256: str,
        log_file: Path,
        *,
        n_ctx: int = 4096,
        python: str = sys.executable,
    ) -> None:
        self._path = model_path
        self._used = ModelUsed(model_id, sha256)
        self._log = log_file
        self._n_ctx = n_ctx
        self._python = python
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._finalizer: weakref.finalize[Any, Any] | None = None
        self._plain = False
        self._serial = 0
        self._under_way = 0
        self._cancelled = 0
        self._cancelled_at = 0.0
        self.last_run: Run | None = None
        """What the last finished candidate took."""
        self.load_s = 0.0
        """Seconds that the child took to load the model."""

    @property
    def child_pid(self) -> int | None:
        """The process id of the child, while there is one."""
        child = self._child
        return child.pid if child is not None and child.alive() else None

    def load(self) -> ModelUsed:
        """Start the child and load the model, unless that is done.

        Raises:
            EngineFailed: llama.cpp is not installed, the file is bad, the child died.
            Cancelled: ``cancel`` was called meanwhile.
        """
        if self._child is not None and self._child.alive():
            return self._used
        if not self._path.is_file():
            raise trouble.from_error(wire.BAD_FILE, "is not there", self._path, self._used.id, self._log)
        try:
            self._start()
        except _CrashedError as crash:
            # A build may hold code for this processor that does not run on it: GCC before 12.4 breaks AMX, for one.
            if self._plain:
                raise crash.told from None
            self._plain = True
            try:
                self._start()
            except _CrashedError as again:
                self._plain = False
                raise again.told from None
        return self._used

    def _start(self) -> None:
        """Start a child that has the model loaded."""
        self._drop_child()
        try:
            child = Child(self._python, self._log)
        except OSError as error:
            raise trouble.cannot_start(error, self._log) from error
        with self._lock:
            self._child = child
            self._finalizer = weakref.finalize(self, child.stop)
        request = {
            "do": "load",
            "path": str(self._path.absolute()),
            "n_ctx": self._n_ctx,
            "n_threads": threads(),
            "plain": self._plain,
        }
        try:
            answer = self._ask(request, LOAD_TIMEOUT_S, "to load")
        except BaseException as error:
            self._drop_child()
            if isinstance(error, EngineFailed) and child.returncode() in trouble.CRASHES:
                raise _CrashedError(error) from None
            raise
        self.load_s = float(answer["load_s"])

    def stream(self, turns: Sequence[Turn], sampling: Sampling, opening: str = "") -> Generator[Piece, None, None]:
        """Yield one candidate for ``turns``, which continues ``opening``; loads the model if need be.

        ``opening`` may end with a space: the text then begins with a word. With ``max_tokens=0`` the prompt is only
        read, so that a later one with the same front starts sooner.

        Raises:
            EngineFailed: the child died or gave an error; the prompt does not fit into the context.
            Cancelled: ``cancel`` was called, also while the prompt was being read.
        """
        self.load()
        request = {"do": "stream", **_prompt(turns, opening), "sampling": asdict(sampling)}
        with contextlib.closing(self._answers_of_living(request)) as answers:
            for answer in answers:
                if "piece" in answer:
                    yield Piece(str(answer["piece"]))
                else:
                    run = Run(**{field.name: answer[field.name] for field in fields(Run)})
                    self.last_run = run
                    yield Piece("", True, run.prompt_tokens, run.new_tokens)

    def likelihood(self, turns: Sequence[Turn], texts: Sequence[str]) -> list[float]:
        """How likely each text is as the beginning of the answer to ``turns``; loads the model if need be.

        The mean over its tokens of the natural logarithm of their probability; minus infinity for an empty text.
        Beginnings that texts share, and a front that the context holds, are not evaluated again.

        Raises:
            EngineFailed: the child died or gave an error; turns and text do not fit into the context.
            Cancelled: ``cancel`` was called.
        """
        if not texts:
            return []
        self.load()
        request = {"do": "likelihood", **_prompt(turns, ""), "texts": list(texts)}
        with contextlib.closing(self._answers_of_living(request)) as answers:
            means = next(answers)["means"]
        return [-math.inf if mean is None else float(mean) for mean in means]

    def _answers_of_living(self, request: dict[str, Any]) -> Generator[dict[str, Any], None, None]:
        """The answers to a request; a child that was dead already when it was sent is replaced unseen.

        A killed process with threads may look alive for a moment.
        """
        sent = time.monotonic()
        answers = self._answers(request, ANSWER_TIMEOUT_S, "over one sentence")
        try:
            first = next(answers)
        except EngineFailed:
            child = self._child
            if child is None or not child.ended or time.monotonic() - sent > STILLBORN_S:
                raise
            self.load()
            answers = self._answers(request, ANSWER_TIMEOUT_S, "over one sentence")
            first = next(answers)
        with contextlib.closing(answers):
            yield first
            yield from answers

    def prompt_ids(self, turns: Sequence[Turn], opening: str = "") -> PromptIds:
        """The tokens of a prompt, as ``stream`` would use them.

        Raises:
            EngineFailed: as ``stream``.
        """
        self.load()
        answer = self._ask({"do": "tokenise", **_prompt(turns, opening)}, ANSWER_TIMEOUT_S, "over one prompt")
        return PromptIds(tuple(answer["ids"]), tuple(answer["control"]))

    def cancel(self) -> None:
        """Stop what is under way within a second; safe from any thread; nothing under way: no effect."""
        with self._lock:
            number, child = self._under_way, self._child
            if not number or child is None or self._cancelled == number:
                return
            self._cancelled = number
            self._cancelled_at = time.monotonic()
        child.send({"do": "cancel", "id": number})
        child.wake()

    def close(self) -> None:
        """End the child; idempotent. The engine can be loaded again."""
        self.cancel()
        self._drop_child()

    def _ask(self, request: dict[str, Any], timeout_s: float, doing: str) -> dict[str, Any]:
        return list(self._answers(request, timeout_s, doing))[-1]

    def _answers(self, request: dict[str, Any], timeout_s: float, doing: str) -> Generator[dict[str, Any], None, None]:
        """Send a request and yield its answers, the last one included; nothing is under way after that one."""
        with self._lock:
            child = self._child
            if child is None:
                raise Cancelled("Stopped.")
            if self._under_way:  # An iterator that was left unfinished: its candidate is not wanted any more.
                child.send({"do": "cancel", "id": self._under_way})
            self._serial += 1
            number = self._under_way = self._serial
        ended = False
        try:
            child.send({**request, "id": number})
            while not ended:
                answer = self._next_answer(child, number, timeout_s, doing)
                ended = wire.is_last(answer)
                if ended:
                    self._end(number)
                yield answer
        finally:
            if not ended:
                self._abandon(child, number)

    def _next_answer(self, child: Child, number: int, timeout_s: float, doing: str) -> dict[str, Any]:
        """The next answer to request ``number``; an error, a cancel or the child's end is raised."""
        deadline = time.monotonic() + timeout_s
        while True:
            if self._under_way != number:
                raise Cancelled("Another candidate was begun.")
            cancelled = self._cancelled == number
            until = min(deadline, self._cancelled_at + CANCEL_GRACE_S) if cancelled else deadline
            try:
                answer = child.answers.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                self._end(number)
                self._kill(child)
                if self._cancelled == number:
                    raise Cancelled("Stopped.") from None
                raise trouble.too_slow(doing, timeout_s, self._used.id) from None
            if answer is None:
                if child.ended:
                    raise self._ended(child, number)
            elif answer.get("id") == number:
                if self._cancelled != number and "cancelled" not in answer:
                    return self._checked(answer, number)
                if wire.is_last(answer):
                    self._end(number)
                    raise Cancelled("Stopped.")

    def _checked(self, answer: dict[str, Any], number: int) -> dict[str, Any]:
        if "error" in answer:
            self._end(number)
            raise trouble.from_error(answer["kind"], answer["error"], self._path, self._used.id, self._log)
        return answer

    def _ended(self, child: Child, number: int) -> EngineFailed | Cancelled:
        self._end(number)
        if self._cancelled == number or self._child is not child:
            return Cancelled("Stopped.")
        return trouble.died(child.returncode(), self._used.id, self._log)

    def _end(self, number: int) -> None:
        with self._lock:
            if self._under_way == number:
                self._under_way = 0

    def _abandon(self, child: Child, number: int) -> None:
        """Have the child stop a candidate that nobody reads on."""
        with self._lock:
            if self._under_way != number:
                return
            self._under_way = 0
        child.send({"do": "cancel", "id": number})
        deadline = time.monotonic() + CANCEL_GRACE_S
        while not child.ended:
            try:
                answer = child.answers.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                self._kill(child)
                return
            if answer is not None and answer.get("id") == number and wire.is_last(answer):
                return

    def _kill(self, child: Child) -> None:
        """End a child that does not answer; the next request gets a new one."""
        child.kill()
        if self._child is child:
            self._drop_child()

    def _drop_child(self) -> None:
        with self._lock:
            finalizer, self._finalizer, self._child = self._finalizer, None, None
        if finalizer is not None:
            finalizer()


def _prompt(turns: Sequence[Turn], opening: str) -> dict[str, Any]:
    return {"turns": [asdict(turn) for turn in turns], "opening": opening}
