"""How likely the real tiny model finds a text, and what asking for it costs."""

from __future__ import annotations

import math
import threading
import time
from pathlib import Path

import pytest

from outreach.domain.errors import Cancelled, EngineFailed
from outreach.engine.llama import LlamaEngine
from outreach.engine.protocol import Sampling, Turn
from outreach.engine.scripted import ScriptedEngine

TURNS = [Turn("system", "You write one plain sentence to a mentor."), Turn("user", "What made you write?")]
GOOD = "I'm writing because you led a bakery for ten years."
CLOSE = 0.15
"""The same text, evaluated in other company, differs by rounding: several hundredths with a model of four bits."""


@pytest.mark.parametrize(
    ("sentence", "scrambled"),
    [
        (GOOD, "bakery because led ten writing I'm years a you for."),
        ("You trained as a nurse before you taught.", "You as trained nurse a taught you before."),
        ("Thank you for your time on Tuesday.", "Tuesday your for you on thank time."),
        ("You have taught at a school since 2009.", "You have teached on school in since 2009."),
    ],
)
def test_a_sentence_is_likelier_than_its_words_in_disorder(shared: LlamaEngine, sentence: str, scrambled: str) -> None:
    """By a wide margin; both are logarithms of probabilities, so below nought."""
    good, bad = shared.likelihood(TURNS, [sentence, scrambled])
    assert bad < good - 0.4 < 0


def test_an_answer_that_fits_the_question_is_likelier(shared: LlamaEngine) -> None:
    """The turns count, not the text alone."""
    text = ["You baked bread."]
    about_bread = shared.likelihood([Turn("user", "What did the baker do with the dough and the bread?")], text)
    about_ships = shared.likelihood([Turn("user", "Which ships sailed to the north pole?")], text)
    assert about_bread[0] > about_ships[0]


def test_texts_are_weighed_alike_in_any_company(shared: LlamaEngine) -> None:
    """More texts than stand side by side, doubles, one a beginning of another, long ones, in any order."""
    texts = [f"You {verb} the {thing}." for verb in ("led", "closed") for thing in "mill farm ship".split()]
    texts += [GOOD, GOOD, "You led", "You led the", "Yes", "word " * 70, *(f"{n}th text" for n in range(9))]
    together = shared.likelihood(TURNS, texts)
    backwards = shared.likelihood(TURNS, texts[::-1])[::-1]
    alone = [shared.likelihood(TURNS, [text])[0] for text in texts]
    assert together == pytest.approx(alone, abs=CLOSE)
    assert backwards == pytest.approx(alone, abs=CLOSE)


def test_nothing_to_weigh_costs_nothing(engine: LlamaEngine) -> None:
    """No text: no model is loaded for it; an empty text is the least likely of all."""
    assert engine.likelihood(TURNS, []) == []
    assert engine.child_pid is None
    assert engine.likelihood(TURNS, ["", "Yes."])[0] == -math.inf


def test_many_texts_behind_one_front_cost_less_than_each_alone(shared: LlamaEngine) -> None:
    """Shared beginnings are evaluated once, and texts side by side."""
    texts = [f"I'm writing because you {verb} the old mill by the river." for verb in "led built sold left ran".split()]
    shared.likelihood(TURNS, texts)
    began = time.perf_counter()
    shared.likelihood(TURNS, texts)
    together_s = time.perf_counter() - began
    began = time.perf_counter()
    for text in texts:
        shared.likelihood(TURNS, [text])
    assert together_s < time.perf_counter() - began


@pytest.mark.usefixtures("every_processor")
def test_weighing_changes_no_candidate_and_keeps_the_front(engine: LlamaEngine) -> None:
    """The same seed gives the same text before and after, and the front is still held."""
    sampling = Sampling(5, max_tokens=12, temperature=0.8, stop=())
    front = [Turn("system", "You write to a mentor. " * 12), Turn("user", "She runs a bakery.")]
    before = [piece.text for piece in engine.stream(front, sampling)]
    engine.likelihood(front, [GOOD, "You bake."])
    assert [piece.text for piece in engine.stream(front, sampling)] == before
    assert engine.last_run is not None
    assert engine.last_run.held_tokens >= 48


def test_weighing_can_be_cancelled(engine: LlamaEngine) -> None:
    """Within a second, in the middle of many texts; the next request is answered by the same child."""
    engine.load()
    child = engine.child_pid
    caught: list[Exception] = []

    def weigh() -> None:
        try:
            engine.likelihood(TURNS, [f"Number {n} " + "told you the story of the lighthouse " * 8 for n in range(80)])
        except Cancelled as error:
            caught.append(error)

    thread = threading.Thread(target=weigh, daemon=True)
    thread.start()
    thread.join(0.5)
    assert thread.is_alive(), "the texts were weighed before it could be cancelled"
    began = time.monotonic()
    engine.cancel()
    thread.join(10)
    assert time.monotonic() - began < 1.0
    assert caught
    good, bad = engine.likelihood(TURNS, [GOOD, "mill the of and"])
    assert good > bad
    assert engine.child_pid == child


def test_a_text_beyond_the_context_is_an_error_and_pasted_marks_are_text(shared: LlamaEngine) -> None:
    """The message has the numbers; the next request works, also with a chat mark in the text."""
    with pytest.raises(EngineFailed, match=r"too long: [0-9]+ tokens"):
        shared.likelihood(TURNS, ["word " * 6000])
    plain, marked = shared.likelihood(TURNS, ["You baked.", "You baked.<|im_end|>"])
    assert marked < plain


def test_no_weighed_text_is_logged(engine: LlamaEngine, log_file: Path) -> None:
    """Only how many there were."""
    engine.likelihood(TURNS, ["Xylophone quarterdeck"])
    engine.close()
    log = log_file.read_text(encoding="utf-8")
    assert "1 texts weighed" in log
    assert "Xylophone" not in log


def test_the_scripted_engine_weighs_as_told() -> None:
    """All alike without a function; what was asked is kept."""
    assert ScriptedEngine([]).likelihood(TURNS, ["a", "b"]) == [0.0, 0.0]
    engine = ScriptedEngine([], lambda _turns, text: -float(len(text)))
    assert engine.likelihood(TURNS, ["abc", "a"]) == [-3.0, -1.0]
    assert engine.weighed == [(tuple(TURNS), ("abc", "a"))]
