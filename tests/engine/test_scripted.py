"""The scripted engine, and the parts of a prompt that need no model."""

from __future__ import annotations

import inspect
import threading

import pytest

from outreach.domain.draft import ModelUsed
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.engine.llama import LlamaEngine
from outreach.engine.protocol import Engine, Piece, Sampling, Turn
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.engine.segments import Segment, by_chatml, by_names, by_template
from outreach.engine.stops import StopFilter

TURNS = [Turn("system", "Be brief."), Turn("user", "Hello there")]


def test_both_engines_have_the_whole_interface() -> None:
    """The same methods with the same parameters; mypy checks the types of the assignment."""
    scripted: Engine = ScriptedEngine([])
    kinds: tuple[type[Engine], ...] = (LlamaEngine, ScriptedEngine)
    assert isinstance(scripted, kinds)
    for name in ("load", "stream", "likelihood", "cancel", "close"):
        expected = list(inspect.signature(getattr(Engine, name)).parameters)
        assert all(list(inspect.signature(getattr(kind, name)).parameters) == expected for kind in kinds)


def test_answers_come_in_order_in_pieces_and_requests_are_kept() -> None:
    """The pieces add up to the answer, white space included."""
    engine = ScriptedEngine(["I  read your talk. ", "Second"])
    assert engine.load() == ModelUsed("scripted", "0" * 64)
    pieces = list(engine.stream(TURNS, Sampling(3), "Dear"))
    assert len(pieces) > 3
    assert "".join(piece.text for piece in pieces) == "I  read your talk. "
    assert pieces[-1].done
    assert not any(piece.done for piece in pieces[:-1])
    assert next(engine.stream(TURNS, Sampling(4))) == Piece("Second")
    assert [(asked.sampling.seed, asked.opening) for asked in engine.asked] == [(3, "Dear"), (4, "")]
    assert engine.asked[0].turns == tuple(TURNS)
    with pytest.raises(EngineFailed):
        list(engine.stream(TURNS, Sampling(5)))


def test_answers_may_be_made_from_the_turns() -> None:
    """For tests that do not know the order."""
    engine = ScriptedEngine(lambda turns: turns[-1].content.upper())
    assert "".join(piece.text for piece in engine.stream(TURNS, Sampling(1))) == "HELLO THERE"


def test_an_error_may_come_after_some_text() -> None:
    """As when a child dies in mid-sentence."""
    engine = ScriptedEngine([Answer("Half a", error=EngineFailed("The child died.")), EngineFailed("No model.")])
    seen: list[str] = []
    with pytest.raises(EngineFailed, match="died"):
        seen.extend(piece.text for piece in engine.stream(TURNS, Sampling(1)))
    with pytest.raises(EngineFailed, match="No model"):
        list(engine.stream(TURNS, Sampling(1)))


def test_cancel_ends_the_waiting_and_harms_nothing_later() -> None:
    """From another thread, while the engine waits in mid-answer; without a stream it has no effect."""
    answer = Answer("One two three", wait=threading.Event())
    engine = ScriptedEngine([answer, "Fine"])
    engine.cancel()
    seen: list[str] = []

    def cancel_when_waiting() -> None:
        answer.waiting.wait(10)
        engine.cancel()

    thread = threading.Thread(target=cancel_when_waiting)
    thread.start()
    with pytest.raises(Cancelled):
        seen.extend(piece.text for piece in engine.stream(TURNS, Sampling(1)))
    thread.join()
    assert seen == ["One"]
    engine.cancel()
    assert list(engine.stream(TURNS, Sampling(1)))[-1].done


@pytest.mark.parametrize(
    ("pieces", "stops", "shown"),
    [
        (["a", "b\nc"], ["\n"], "ab"),
        (["one EN", "D two"], ["END"], "one "),
        (["one EN", "E two"], ["END"], "one ENE two"),
        (["xa", "ab", "!"], ["aab"], "x"),
        (["a", "b", "c"], [], "abc"),
        (["late or early"], ["early", "or"], "late "),
        (["half EN"], ["END"], "half EN"),
    ],
)
def test_stop_strings_are_found_across_pieces(pieces: list[str], stops: list[str], shown: str) -> None:
    """What may become one is held back, and given out when it does not."""
    stop_filter = StopFilter(stops)
    text = "".join(map(stop_filter.feed, pieces)) + stop_filter.rest()
    assert text == shown


def test_a_template_without_a_system_role_gets_it_merged_into_the_first_turn() -> None:
    """Gemma's raises an error, others drop it without a word."""

    def refuses(turns: list[dict[str, str]]) -> str:
        if any(turn["role"] == "system" for turn in turns):
            raise ValueError("System role not supported")
        return drops(turns)

    def drops(turns: list[dict[str, str]]) -> str:
        return "".join(f"<{turn['role']}>{turn['content']}</>" for turn in turns if turn["role"] != "system") + "<me>"

    expected = [Segment("<user>", True), Segment("Be brief.\n\nHello there", False), Segment("</><me>", True)]
    assert by_template(TURNS, refuses) == expected
    assert by_template(TURNS, drops) == expected


def test_a_template_that_cannot_be_used_gives_way_to_a_plain_scaffold() -> None:
    """Contents are data there too."""
    assert by_template(TURNS, lambda _turns: "nothing") is None
    for segments in (by_chatml(TURNS), by_names(TURNS)):
        assert [segment.text for segment in segments if not segment.scaffold] == ["Be brief.", "Hello there"]
        assert segments[-1].scaffold
