"""The tokens of a model. Used in the child process only, which passes llama_cpp's module in."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from outreach.engine import wire
from outreach.engine.wire import FailedError

BRACKETS = frozenset("[]{}<>")


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
