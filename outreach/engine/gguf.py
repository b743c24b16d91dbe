"""A model in llama.cpp's low-level calls: its context, reading a prompt and writing tokens.

Used in the child process only, which passes llama_cpp's modules in: nothing here imports them.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from outreach.engine import wire
from outreach.engine.protocol import Sampling, Turn
from outreach.engine.segments import Segment, by_chatml, by_names, by_template
from outreach.engine.vocabulary import Vocabulary
from outreach.engine.wire import FailedError, StoppedError

N_BATCH = 512
N_BRANCHES = 16
"""Continuations of one prompt that can be evaluated side by side."""
MIN_CHUNK = 48
_GGML_INFO, _GGML_ERROR, _GGML_CONT = 2, 4, 5
_ABORTED = 2


def log(text: str) -> None:
    """Write one line to the log; never prompt or generated text."""
    sys.stderr.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")
    sys.stderr.flush()


class LlamaLog:
    """llama.cpp's own log: written on, and its errors remembered until the next load."""

    def __init__(self, lc: Any) -> None:
        self.errors: list[str] = []
        self._level = _GGML_INFO
        self._callback = lc.llama_log_callback(self._take)
        lc.llama_log_set(self._callback, None)

    def _take(self, level: int, text: bytes, _data: object) -> None:
        self._level = self._level if level == _GGML_CONT else level
        line = text.decode("utf-8", "replace")
        if self._level >= _GGML_INFO:
            sys.stderr.write(line)
        if self._level == _GGML_ERROR:
            self.errors.append(line.strip())


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model is loaded."""

    n_ctx: int
    n_threads: int
    plain: bool
    """Without weights rearranged for this processor: slower, and free of the code paths that differ by compiler."""


class Node(NamedTuple):
    """A token behind a prompt, which one or more continuations of it share."""

    token: int
    position: int
    """Counted from the beginning of the prompt."""
    branches: tuple[int, ...]
    """The sequences that it belongs to."""


class Model:
    """One loaded model with its context, and the prompt that the context holds."""

    def __init__(self, lc: Any, formats: Any, llama_log: LlamaLog, path: Path, settings: Settings) -> None:
        self._lc = lc
        self._formats = formats
        self._held: list[list[int]] = []
        self._never = lc.ggml_abort_callback(0)
        lc.llama_backend_init()
        params = lc.llama_model_default_params()
        params.n_gpu_layers = 0
        params.use_extra_bufts = not settings.plain
        llama_log.errors.clear()
        self._model = lc.llama_model_load_from_file(os.fsencode(path), params)
        if not self._model:
            raise _bad_file(path, llama_log.errors)
        self.n_ctx = min(settings.n_ctx, lc.llama_model_n_ctx_train(self._model) or settings.n_ctx)
        context = lc.llama_context_default_params()
        context.n_ctx, context.n_batch, context.n_ubatch = self.n_ctx, N_BATCH, N_BATCH
        context.n_threads = context.n_threads_batch = settings.n_threads
        context.flash_attn_type = lc.LLAMA_FLASH_ATTN_TYPE_DISABLED
        # The state of a recurrent model cannot be shared between continuations, and is large.
        recurrent = lc.llama_model_is_recurrent(self._model) or lc.llama_model_is_hybrid(self._model)
        self.branches = 1 if recurrent else N_BRANCHES
        """How many continuations of a prompt can be evaluated side by side."""
        context.n_seq_max, context.kv_unified = self.branches, True
        self._ctx = lc.llama_init_from_model(self._model, context)
        if not self._ctx:
            raise FailedError(wire.NO_MEMORY, "")
        self._memory = lc.llama_get_memory(self._ctx)
        self.vocabulary = Vocabulary(lc, self._model)
        self._render = self._renderer()
        self._warm_up()

    def _warm_up(self) -> None:
        """Evaluate a few tokens: code that does not suit this processor crashes here, where the parent expects it."""
        self.read([list(range(min(16, self.vocabulary.size)))], lambda: False)
        self._decode([0])

    def _renderer(self) -> Callable[[list[dict[str, str]]], str] | None:
        template = self._lc.llama_model_chat_template(self._model, None)
        if not template:
            log("the model file has no chat template")
            return None
        words = self.vocabulary
        formatter = self._formats.Jinja2ChatFormatter(
            template.decode("utf-8", "replace"), eos_token=words.text_of(words.eos), bos_token=words.text_of(words.bos)
        )
        return lambda messages: str(formatter(messages=messages, enable_thinking=False).prompt)

    def chunks(self, turns: Sequence[Turn], opening: str) -> list[list[int]]:
        """The prompt in the pieces in which it is evaluated.

        They end where turns end and depend on nothing but the text before them, so that a prompt of which the front
        is held already is evaluated in the same steps as a new one: the same seed gives the same text either way.
        """
        segments = by_template(turns, self._render) if self._render else None
        if segments is None:
            segments = by_chatml(turns) if self.vocabulary.has_chatml else by_names(turns)
        found: list[list[int]] = []
        now = [self.vocabulary.bos] if self._needs_bos(segments) else []
        last = max((at for at, segment in enumerate(segments) if not segment.scaffold), default=-1)
        for at, segment in enumerate(segments):
            words = self.vocabulary
            now += words.scaffold_ids(segment.text) if segment.scaffold else words.content_ids(segment.text)
            if not segment.scaffold and (len(now) >= MIN_CHUNK or at == last):
                found.append(now)
                now = []
        now = now + self.vocabulary.content_ids(opening)
        found += [now] if now else []
        return [chunk[at : at + N_BATCH] for chunk in found for at in range(0, len(chunk), N_BATCH)]

    def _needs_bos(self, segments: Sequence[Segment]) -> bool:
        words = self.vocabulary
        if not words.adds_bos or words.bos < 0:
            return False
        return words.bos not in words.scaffold_ids(segments[0].text)[:1]

    def read(self, chunks: list[list[int]], stopped: Callable[[], bool]) -> int:
        """Evaluate a prompt, but for the front that is held; returns how many tokens were held.

        Raises:
            StoppedError: ``stopped`` said so; the context stays usable.
        """
        same = 0
        # The last piece is always evaluated: its end gives the first new token.
        while same < min(len(self._held), len(chunks) - 1) and self._held[same] == chunks[same]:
            same += 1
        held = sum(map(len, chunks[:same]))
        if not self._lc.llama_memory_seq_rm(self._memory, 0, held, -1):
            self._lc.llama_memory_clear(self._memory, True)
            same = held = 0
        self._held = chunks[:same]
        with self._abortable(stopped):
            for chunk in chunks[same:]:
                if stopped():
                    raise StoppedError
                self._decode(chunk)
                self._held.append(chunk)
        return held

    @contextmanager
    def _abortable(self, stopped: Callable[[], bool]) -> Iterator[None]:
        # Called for each node of the graph, with the interpreter's lock: worth it while text is read, not written.
        callback = self._lc.ggml_abort_callback(lambda _data: stopped())
        self._lc.llama_set_abort_callback(self._ctx, callback, None)
        try:
            yield
        finally:
            self._lc.llama_set_abort_callback(self._ctx, self._never, None)

    def read_on(self, tree: Sequence[Node], stopped: Callable[[], bool]) -> None:
        """Evaluate tokens behind what was read, with :meth:`logits` of each; they do not count as held.

        Raises:
            StoppedError: ``stopped`` said so; the context stays usable.
        """
        if stopped():
            raise StoppedError
        with self._abortable(stopped):
            self._run(self._batch(tree))

    def branch(self, branches: int) -> None:
        """Let ``branches`` sequences begin with what was read; the first is the prompt's own."""
        for branch in range(1, branches):
            self._lc.llama_memory_seq_cp(self._memory, 0, branch, -1, -1)

    def forget(self, kept: int) -> bool:
        """Keep the first ``kept`` tokens of the prompt and no branch; whether that could be done.

        Where a model cannot, nothing is held.
        """
        for branch in range(1, self.branches):
            self._lc.llama_memory_seq_rm(self._memory, branch, -1, -1)
        if self._lc.llama_memory_seq_rm(self._memory, 0, kept, -1):
            return True
        self._held = []
        self._lc.llama_memory_clear(self._memory, True)
        return False

    def logits(self, place: int) -> Any:
        """A pointer to the vocabulary's logits after a token of the last evaluation; ``-1``: after its last."""
        return self._lc.llama_get_logits_ith(self._ctx, place)

    def _batch(self, tree: Sequence[Node]) -> Any:
        lc, size = self._lc, len(tree)
        sequences = [(lc.llama_seq_id * len(node.branches))(*node.branches) for node in tree]
        pointer = ctypes.POINTER(lc.llama_seq_id)
        batch = lc.llama_batch(n_tokens=size)
        # Assigned, not passed to a C function: so the structure keeps the arrays alive.
        batch.token = (lc.llama_token * size)(*(node.token for node in tree))
        batch.pos = (lc.llama_pos * size)(*(node.position for node in tree))
        batch.n_seq_id = (ctypes.c_int32 * size)(*map(len, sequences))
        batch.seq_id = (pointer * size)(*(ctypes.cast(sequence, pointer) for sequence in sequences))
        batch.logits = (ctypes.c_int8 * size)(*[1] * size)
        return batch

    def _decode(self, tokens: Sequence[int]) -> None:
        array = (self._lc.llama_token * len(tokens))(*tokens)
        self._run(self._lc.llama_batch_get_one(array, len(tokens)))

    def _run(self, batch: Any) -> None:
        status = self._lc.llama_decode(self._ctx, batch)
        if status == _ABORTED:
            raise StoppedError
        if status != 0:
            self._held = []
            self._lc.llama_memory_clear(self._memory, True)
            raise FailedError(wire.INTERNAL, f"llama.cpp could not go on (status {status})")

    def write(self, sampling: Sampling, after_space: bool, stopped: Callable[[], bool]) -> Iterator[bytes]:
        """Yield the bytes of new tokens until the model ends or ``max_tokens`` are written.

        Raises:
            StoppedError: ``stopped`` said so.
        """
        words = self.vocabulary
        first = self._sampler(sampling, words.banned_after_space) if after_space else None
        rest = self._sampler(sampling, words.banned)
        try:
            for number in range(sampling.max_tokens):
                if stopped():
                    raise StoppedError
                sampler = first if first is not None and number == 0 else rest
                token = self._lc.llama_sampler_sample(sampler, self._ctx, -1)
                if token in words.ending:
                    return
                yield words.piece(token)
                if number + 1 < sampling.max_tokens:
                    self._decode([token])
        finally:
            for sampler in (first, rest):
                if sampler is not None:
                    self._lc.llama_sampler_free(sampler)

    def _sampler(self, sampling: Sampling, banned: Any) -> Any:
        lc = self._lc
        chain = lc.llama_sampler_chain_init(lc.llama_sampler_chain_default_params())
        steps = [lc.llama_sampler_init_logit_bias(self.vocabulary.size, len(banned), banned)]
        if sampling.temperature <= 0:
            steps.append(lc.llama_sampler_init_greedy())
        else:
            steps.append(lc.llama_sampler_init_min_p(sampling.min_p, 1))
            steps.append(lc.llama_sampler_init_temp(sampling.temperature))
            steps.append(lc.llama_sampler_init_dist(sampling.seed))
        for step in steps:
            lc.llama_sampler_chain_add(chain, step)
        return chain


def _bad_file(path: Path, errors: Sequence[str]) -> FailedError:
    said = "; ".join(errors)
    lowered = said.lower()
    if "magic" in lowered:
        return FailedError(wire.BAD_FILE, "is not a GGUF file")
    if "unknown model architecture" in lowered:
        return FailedError(wire.BAD_FILE, "holds a kind of model that this version of llama.cpp does not know")
    if "alloc" in lowered and "memory" in lowered:
        return FailedError(wire.NO_MEMORY, "")
    return FailedError(wire.BAD_FILE, "is damaged or incomplete" + (f" (llama.cpp: {errors[0]})" if errors else ""))
