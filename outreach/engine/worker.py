"""The child process that holds the model: ``python -m outreach.engine.worker``.

llama.cpp can abort, crash or write to any descriptor, so it runs here and nowhere else. Requests and answers are
lines of :mod:`outreach.engine.wire` on private copies of standard input and output; whatever C code prints goes to
the log, which is standard error. Neither prompts nor generated text are logged. The process ends when its standard
input does, whatever it is doing, so that it never outlives the app.
"""

from __future__ import annotations

import codecs
import faulthandler
import importlib
import math
import os
import queue
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from outreach.engine import wire
from outreach.engine.gguf import LlamaLog, Model, Settings, log
from outreach.engine.protocol import Sampling, Turn
from outreach.engine.scoring import Scorer
from outreach.engine.stops import StopFilter
from outreach.engine.wire import FailedError, StoppedError

NICENESS = 5
"""Steps that the model stands back behind the interface."""


class Worker:
    """Answers requests, one at a time; cancelling is seen while one is under way."""

    def __init__(self, requests: int, answers: int) -> None:
        self._requests = requests
        self._answers = answers
        self._waiting: queue.Queue[dict[str, Any]] = queue.Queue()
        self._cancelled_up_to = 0
        self._model: Model | None = None
        self._llama_log: LlamaLog | None = None

    def run(self) -> None:
        """Answer until the parent closes the pipe, which ends the process."""
        threading.Thread(target=self._read_requests, daemon=True).start()
        while True:
            request = self._waiting.get()
            number = int(request["id"])
            try:
                self._answer(number, self._handle(number, request))
            except StoppedError:
                self._answer(number, {"cancelled": True})
            except FailedError as failure:
                self._answer(number, {"error": failure.text, "kind": failure.kind})
            except Exception as error:  # noqa: BLE001 - the boundary of the child: the parent gets an answer, always
                log(f"request {number}: {type(error).__name__}")
                self._answer(number, {"error": type(error).__name__, "kind": wire.INTERNAL})

    def _read_requests(self) -> None:
        with os.fdopen(self._requests, "rb") as lines:
            for line in lines:
                try:
                    request = wire.message_of(line)
                except wire.GarbledError as error:
                    log(f"not a request: {error}")
                    continue
                if request.get("do") == "cancel":
                    self._cancelled_up_to = max(self._cancelled_up_to, int(request["id"]))
                elif request.get("do") == "close":
                    os._exit(0)
                else:
                    self._waiting.put(request)
        # At once, also in the middle of a computation: there is nobody left to read the answer.
        os._exit(0)

    def _answer(self, number: int, message: dict[str, Any]) -> None:
        data = wire.line_of({"id": number, **message})
        try:
            while data:
                data = data[os.write(self._answers, data) :]
        except OSError:
            os._exit(0)

    def _handle(self, number: int, request: dict[str, Any]) -> dict[str, Any]:
        if request["do"] == "load":
            settings = Settings(int(request["n_ctx"]), int(request["n_threads"]), bool(request["plain"]))
            return self._load(Path(request["path"]), settings)
        if self._model is None:
            raise FailedError(wire.INTERNAL, "no model is loaded")
        turns = [Turn(str(turn["role"]), str(turn["content"])) for turn in request["turns"]]
        if request["do"] == "tokenise":
            ids = [token for chunk in self._model.chunks(turns, str(request["opening"])) for token in chunk]
            control = [token for token in ids if token in self._model.vocabulary.control]
            return {"done": True, "ids": ids, "control": control}
        if request["do"] == "likelihood":
            return self._likelihood(number, self._model, turns, [str(text) for text in request["texts"]])
        return self._stream(number, self._model, turns, request)

    def _load(self, path: Path, settings: Settings) -> dict[str, Any]:
        began = time.perf_counter()
        if not path.is_file():
            raise FailedError(wire.BAD_FILE, "is not there")
        try:
            lc = importlib.import_module("llama_cpp.llama_cpp")
            formats = importlib.import_module("llama_cpp.llama_chat_format")
        except ModuleNotFoundError as error:
            raise FailedError(wire.NO_LLAMA_CPP, "" if error.name == "llama_cpp" else str(error)) from error
        except Exception as error:  # A broken build raises whatever its libraries make it raise.
            raise FailedError(
                wire.NO_LLAMA_CPP, str(error).splitlines()[0] if str(error) else "it is broken"
            ) from error
        self._llama_log = LlamaLog(lc)  # kept: C code calls it
        self._model = Model(lc, formats, self._llama_log, path, settings)
        seconds = time.perf_counter() - began
        log(f"loaded {path.name} in {seconds:.2f} s, context {self._model.n_ctx}, {settings.n_threads} threads")
        return {"done": True, "load_s": round(seconds, 3), "n_ctx": self._model.n_ctx}

    def _stream(self, number: int, model: Model, turns: Sequence[Turn], request: dict[str, Any]) -> dict[str, Any]:
        began = time.perf_counter()
        sampling = Sampling(**{**request["sampling"], "stop": tuple(request["sampling"]["stop"])})
        opening = str(request["opening"])
        # A space at the end of a prompt hides the tokens that begin with one: it is asked of the first token instead.
        after_space = opening.endswith(" ")
        chunks = model.chunks(turns, opening.rstrip(" "))
        size = sum(map(len, chunks))
        if size + sampling.max_tokens > model.n_ctx:
            text = f"The prompt is too long: {size} tokens, and the model reads {model.n_ctx - sampling.max_tokens}."
            raise FailedError(wire.TOO_LONG, text)

        def stopped() -> bool:
            return self._cancelled_up_to >= number

        held = model.read(chunks, stopped)
        read_s = time.perf_counter() - began
        filtered = StopFilter(sampling.stop)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        written = 0
        for piece in model.write(sampling, after_space, stopped):
            text = decoder.decode(piece)
            shown = filtered.feed(text[1:] if after_space and written == 0 and text.startswith(" ") else text)
            written += 1
            if shown:
                self._answer(number, {"piece": shown})
            if filtered.stopped:
                break
        if rest := filtered.rest():
            self._answer(number, {"piece": rest})
        total_s = time.perf_counter() - began
        log(f"request {number}: {size} prompt tokens, {held} held, {read_s:.2f} s; {written} new, {total_s:.2f} s")
        return {
            "done": True,
            "prompt_tokens": size,
            "held_tokens": held,
            "new_tokens": written,
            "prompt_s": round(read_s, 3),
            "total_s": round(total_s, 3),
        }

    def _likelihood(self, number: int, model: Model, turns: Sequence[Turn], texts: Sequence[str]) -> dict[str, Any]:
        began = time.perf_counter()
        scorer = Scorer(model, importlib.import_module("numpy"), model.chunks(turns, ""), texts)
        means = scorer.means(lambda: self._cancelled_up_to >= number)
        total_s = time.perf_counter() - began
        log(f"request {number}: {len(texts)} texts weighed, {scorer.evaluated_tokens} tokens, {total_s:.2f} s")
        return {"done": True, "means": [None if math.isinf(mean) else mean for mean in means]}


def main() -> None:
    """Keep the pipes private, then work."""
    faulthandler.enable()
    if hasattr(os, "nice"):
        # Whoever types comes first where there are fewer processors than threads.
        os.nice(NICENESS)
    requests, answers = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a descriptor is wanted, not a path
        os.dup2(nothing.fileno(), 0)
    Worker(requests, answers).run()


if __name__ == "__main__":
    main()
