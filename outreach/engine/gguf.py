"""A model in llama.cpp's low-level calls: its vocabulary, its context, reading a prompt and writing tokens.

Used in the child process only, which passes llama_cpp's modules in: nothing here imports them.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outreach.engine import wire
from outreach.engine.protocol import Sampling, Turn
from outreach.engine.segments import Segment, by_chatml, by_names, by_template

N_BATCH = 512
MIN_CHUNK = 48
BRACKETS = frozenset("[]{}<>")
_GGML_INFO, _GGML_ERROR, _GGML_CONT = 2, 4, 5
_ABORTED = 2


class FailedError(Exception):
    """An error for the parent; ``kind`` is one of those in ``wire``."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text


class StoppedError(Exception):
    """The request was cancelled."""


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


class Vocabulary:
    """The tokens of one model: what may be written, and how text becomes tokens."""

    def __init__(self, lc: Any, model: Any) -> None:
        self._lc = lc
        self._vocab = lc.llama_model_get_vocab(model)
        self._buffer = (ctypes.c_char * 512)()
        self.size = int(lc.llama_vocab_n_tokens(self._vocab))
        self.bos = int(lc.llama_vocab_bos(self._vocab))
        self.eos = int(lc.llama_vocab_eos(self._vocab))
        self.adds_bos = bool(lc.llama_vocab_get_add_bos(self._vocab))
        self.control: set[int] = set()
        """Tokens with a meaning of their own: they come from scaffold alone."""
        self.ending: set[int] = set()
        banned, unspaced = self._sort()
        self.banned = self._biases(banned)
        self.banned_after_space = self._biases(banned + unspaced)
        self.has_chatml = len(self.scaffold_ids("<|im_start|>")) == 1

    def _sort(self) -> tuple[list[int], list[int]]:
        text_of, attr_of, ends = (
            self._lc.llama_vocab_get_text,
            self._lc.llama_vocab_get_attr,
            self._lc.llama_vocab_is_eog,
        )
        odd = self._lc.LLAMA_TOKEN_ATTR_CONTROL | self._lc.LLAMA_TOKEN_ATTR_UNKNOWN | self._lc.LLAMA_TOKEN_ATTR_UNUSED
        own, byte = self._lc.LLAMA_TOKEN_ATTR_USER_DEFINED, self._lc.LLAMA_TOKEN_ATTR_BYTE
        banned, unspaced = [], []
        for token in range(self.size):
            text, attr = text_of(self._vocab, token), attr_of(self._vocab, token)
            if attr & byte:
                text = self.piece(token)
            bracketed = any(bracket in text for bracket in (b"[", b"]", b"{", b"}", b"<", b">"))
            if ends(self._vocab, token):
                self.ending.add(token)
            if attr & odd or token in self.ending or (attr & own and bracketed):
                self.control.add(token)
            if (attr & odd or bracketed) and token not in self.ending:
                banned.append(token)
            elif not text.startswith(("Ġ".encode(), "▁".encode(), b" ")):
                unspaced.append(token)
        return banned, unspaced

    def _biases(self, tokens: Sequence[int]) -> Any:
        biases = (self._lc.llama_logit_bias * len(tokens))()
        for at, token in enumerate(tokens):
            biases[at].token, biases[at].bias = token, float("-inf")
        return biases

    def text_of(self, token: int) -> str:
        """The name of a token, as a template needs it; empty where there is none."""
        return "" if token < 0 else str(self._lc.llama_vocab_get_text(self._vocab, token).decode("utf-8", "replace"))

    def piece(self, token: int) -> bytes:
        """The bytes that a token stands for; none for control tokens."""
        size = self._lc.llama_token_to_piece(self._vocab, token, self._buffer, len(self._buffer), 0, False)
        if size < 0:
            self._buffer = (ctypes.c_char * -size)()
            return self.piece(token)
        return self._buffer.raw[:size]

    def scaffold_ids(self, text: str) -> list[int]:
        """Tokens of a template's own text, control tokens included."""
        return self._tokenise(text, special=True)

    def content_ids(self, text: str) -> list[int]:
        """Tokens of data: never a control token.

        Raises:
            FailedError: the vocabulary gives one all the same.
        """
        ids = self._tokenise(text, special=False)
        if self.control.isdisjoint(ids):
            return ids
        # Some files mark their chat tokens as ordinary ones; cut after each bracket, no name of such a token is left.
        parts, at = [], 0
        for end in [i + 1 for i, char in enumerate(text) if char in BRACKETS or char == "|"] + [len(text)]:
            parts.append(text[at:end])
            at = end
        ids = [token for part in parts for token in self._tokenise(part, special=False)]
        if not self.control.isdisjoint(ids):
            raise FailedError(wire.INTERNAL, "the text contains marks that only the model itself may use")
        return ids

    def _tokenise(self, text: str, *, special: bool) -> list[int]:
        data = text.encode("utf-8", "replace")
        if not data:
            return []
        room = len(data) + 8
        ids = (self._lc.llama_token * room)()
        count = self._lc.llama_tokenize(self._vocab, data, len(data), ids, room, False, special)
        if count < 0:
            raise FailedError(wire.INTERNAL, "the text could not be cut into tokens")
        return list(ids[:count])


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model is loaded."""

    n_ctx: int
    n_threads: int
    plain: bool
    """Without weights rearranged for this processor: slower, and free of the code paths that differ by compiler."""


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
        # Called for each node of the graph, with the interpreter's lock: worth it while a prompt is read, not later.
        callback = self._lc.ggml_abort_callback(lambda _data: stopped())
        self._lc.llama_set_abort_callback(self._ctx, callback, None)
        try:
            for chunk in chunks[same:]:
                if stopped():
                    raise StoppedError
                self._decode(chunk)
                self._held.append(chunk)
        finally:
            self._lc.llama_set_abort_callback(self._ctx, self._never, None)
        return held

    def _decode(self, tokens: Sequence[int]) -> None:
        array = (self._lc.llama_token * len(tokens))(*tokens)
        status = self._lc.llama_decode(self._ctx, self._lc.llama_batch_get_one(array, len(tokens)))
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
