"""The child's life: cancelled, killed, given bad files, left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import outreach
from outreach.domain.errors import Cancelled, EngineFailed
from outreach.engine.llama import LlamaEngine, llama_cpp_available, why_unavailable
from outreach.engine.protocol import Piece, Sampling, Turn

PROMPT = [Turn("system", "You tell long stories."), Turn("user", "Tell me about a lighthouse and its keeper.")]
LONG_PROMPT = [Turn("user", "The keeper climbed the stairs once more. " * 370)]
LONG_TEXT = Sampling(5, max_tokens=900, temperature=1.0, min_p=0.05, stop=())
SHORT_TEXT = Sampling(5, max_tokens=8, temperature=0, stop=())


def works(engine: LlamaEngine) -> bool:
    """Whether the engine gives a whole candidate."""
    pieces = list(engine.stream(PROMPT, SHORT_TEXT))
    return pieces[-1].done and bool("".join(piece.text for piece in pieces).strip())


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.005)


def child_of(engine: LlamaEngine) -> int:
    pid = engine.child_pid
    assert pid is not None
    return pid


class Reader(threading.Thread):
    """Reads one candidate in a thread of its own, as drafting does."""

    def __init__(self, engine: LlamaEngine, turns: list[Turn], sampling: Sampling) -> None:
        super().__init__(daemon=True)
        self.pieces: list[Piece] = []
        self.error: Exception | None = None
        self._stream = engine.stream(turns, sampling)

    def run(self) -> None:
        try:
            for piece in self._stream:
                self.pieces.append(piece)
        except (Cancelled, EngineFailed) as error:
            self.error = error


@pytest.mark.usefixtures("every_processor")
def test_cancel_while_the_prompt_is_read_comes_back_within_a_second(engine: LlamaEngine) -> None:
    """Reading this prompt takes seconds; the same child answers the next request, with the same text as before."""
    before = [piece.text for piece in engine.stream(PROMPT, SHORT_TEXT)]
    child = child_of(engine)
    reader = Reader(engine, LONG_PROMPT, SHORT_TEXT)
    reader.start()
    reader.join(0.7)
    assert reader.is_alive(), "the prompt was read before it could be cancelled"
    began = time.monotonic()
    engine.cancel()
    reader.join(10)
    assert time.monotonic() - began < 1.0
    assert isinstance(reader.error, Cancelled)
    assert not reader.pieces
    assert [piece.text for piece in engine.stream(PROMPT, SHORT_TEXT)] == before
    assert child_of(engine) == child


def test_cancel_in_the_middle_of_the_text_keeps_what_came(shared: LlamaEngine) -> None:
    """And the child goes on living."""
    shared.load()
    child = child_of(shared)
    reader = Reader(shared, PROMPT, LONG_TEXT)
    reader.start()
    wait_until(lambda: len(reader.pieces) > 3)
    shared.cancel()
    shared.cancel()
    reader.join(10)
    assert isinstance(reader.error, Cancelled)
    assert not reader.pieces[-1].done
    assert works(shared)
    assert child_of(shared) == child


def test_cancel_between_two_pieces_is_seen_at_the_next(shared: LlamaEngine) -> None:
    """The one who reads may be the one who cancels."""
    stream = shared.stream(PROMPT, LONG_TEXT)
    next(stream)
    shared.cancel()
    with pytest.raises(Cancelled):
        list(stream)
    assert works(shared)


def test_cancel_with_nothing_under_way_has_no_effect(engine: LlamaEngine) -> None:
    """Before the first load, before a stream, after one, and after its last piece while the iterator is still held."""
    engine.cancel()
    engine.load()
    engine.cancel()
    assert works(engine)
    engine.cancel()
    stream = engine.stream(PROMPT, SHORT_TEXT)
    while not next(stream).done:
        pass
    engine.cancel()
    assert not list(stream)
    assert works(engine)


@pytest.mark.usefixtures("every_processor")
def test_cancels_at_any_moment_never_harm_the_next_candidate(engine: LlamaEngine) -> None:
    """A thread that cancels on and on, and a whole candidate after each."""
    engine.load()
    child = child_of(engine)
    for _ in range(8):
        reader = Reader(engine, PROMPT, SHORT_TEXT)
        reader.start()
        while reader.is_alive():
            engine.cancel()
        reader.join()
        assert reader.error is None or isinstance(reader.error, Cancelled)
        assert works(engine)
    assert child_of(engine) == child


def test_a_child_that_does_not_hear_a_cancel_is_replaced(shared: LlamaEngine) -> None:
    """It is killed within a second, and the next candidate comes from a new one."""
    shared.load()
    child = child_of(shared)
    reader = Reader(shared, PROMPT, LONG_TEXT)
    reader.start()
    wait_until(lambda: len(reader.pieces) > 2)
    os.kill(child, signal.SIGSTOP)
    shared.cancel()
    reader.join(10)
    assert isinstance(reader.error, Cancelled)
    assert not is_running(child)
    assert works(shared)


def test_closing_the_iterator_early_stops_the_candidate(shared: LlamaEngine) -> None:
    """The engine is usable straight after, in the same child."""
    stream = shared.stream(PROMPT, LONG_TEXT)
    first = next(stream)
    child = child_of(shared)
    assert isinstance(stream, Iterator)
    stream.close()
    assert first.text
    assert works(shared)
    assert child_of(shared) == child


def test_an_iterator_left_unfinished_gives_way_to_the_next(shared: LlamaEngine) -> None:
    """And is told so when it is read on."""
    old = shared.stream(PROMPT, LONG_TEXT)
    next(old)
    assert works(shared)
    with pytest.raises(Cancelled):
        next(old)
    assert works(shared)


def test_a_child_killed_in_the_middle_is_reported_and_replaced(shared: LlamaEngine) -> None:
    """The hint says what helps; the next load starts a new child."""
    stream = shared.stream(PROMPT, LONG_TEXT)
    next(stream)
    child = child_of(shared)
    os.kill(child, signal.SIGKILL)
    with pytest.raises(EngineFailed, match="memory") as caught:
        list(stream)
    assert "smaller model" in caught.value.hint
    assert shared.load().id == "tiny"
    assert child_of(shared) != child
    assert works(shared)


def test_a_child_killed_between_two_candidates_is_replaced_unseen(shared: LlamaEngine) -> None:
    """Nothing was under way, so nobody needs to hear of it."""
    shared.load()
    child = child_of(shared)
    os.kill(child, signal.SIGKILL)
    wait_until(lambda: not is_running(child))
    assert works(shared)


@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGILL, "another kind of processor"), (signal.SIGSEGV, "crashed"), (signal.SIGBUS, "changed while")],
)
def test_how_a_child_ended_is_told_in_words(shared: LlamaEngine, number: signal.Signals, words: str) -> None:
    """Each with a hint."""
    stream = shared.stream(PROMPT, LONG_TEXT)
    next(stream)
    os.kill(child_of(shared), number)
    with pytest.raises(EngineFailed, match=words) as caught:
        list(stream)
    assert caught.value.hint


def test_close_ends_the_child_and_may_be_called_twice(engine: LlamaEngine) -> None:
    """No process is left, not even a zombie; the engine can be used again."""
    engine.close()
    engine.load()
    child = child_of(engine)
    engine.close()
    engine.close()
    assert not Path(f"/proc/{child}").exists()
    assert works(engine)


def test_close_stops_what_another_thread_reads(engine: LlamaEngine) -> None:
    """That thread hears that it was stopped, not that something failed."""
    reader = Reader(engine, PROMPT, LONG_TEXT)
    reader.start()
    wait_until(lambda: len(reader.pieces) > 2)
    engine.close()
    reader.join(10)
    assert isinstance(reader.error, Cancelled)


def test_an_engine_that_nobody_holds_leaves_no_child(tiny_model: Path, log_file: Path) -> None:
    """Forgetting to close it costs nothing."""
    engine = LlamaEngine(tiny_model, "tiny", "0" * 64, log_file)
    engine.load()
    child = child_of(engine)
    del engine
    wait_until(lambda: not is_running(child))


@pytest.mark.parametrize("kind", ["empty", "page", "cut", "missing", "folder"])
def test_a_bad_model_file_is_named_with_what_helps(tiny_model: Path, tmp_path: Path, log_file: Path, kind: str) -> None:
    """Empty, a web page, a download cut short, gone, a folder."""
    bad = tmp_path / "bad.gguf"
    if kind == "folder":
        bad.mkdir()
    elif kind != "missing":
        with tiny_model.open("rb") as real:
            content = {"empty": b"", "page": b"<!doctype html><p>Not found</p>" * 90, "cut": real.read(30_000_000)}
        bad.write_bytes(content[kind])
    engine = LlamaEngine(bad, "tiny", "0" * 64, log_file)
    with pytest.raises(EngineFailed) as caught:
        engine.load()
    assert str(bad) in caught.value.message
    assert "outreach models verify tiny" in caught.value.hint
    assert engine.child_pid is None


def test_a_model_file_that_was_repaired_loads_with_the_same_engine(
    tiny_model: Path, tmp_path: Path, log_file: Path
) -> None:
    """Nothing of the failure is kept."""
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    engine = LlamaEngine(path, "tiny", "0" * 64, log_file)
    with pytest.raises(EngineFailed):
        engine.load()
    path.unlink()
    path.symlink_to(tiny_model)
    with contextlib.closing(engine):
        assert works(engine)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise ModuleNotFoundError(\"No module named 'llama_cpp'\", name='llama_cpp')", "not installed"),
        ("raise ImportError('libgomp.so.1: cannot open shared object file')", "does not start: libgomp"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGILL)", "another kind of processor"),
    ],
)
def test_without_a_working_llama_cpp_the_error_says_what_helps(
    engine: LlamaEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, words: str
) -> None:
    """Drafts come from templates meanwhile, and the hint says so."""
    package = tmp_path / "broken" / "llama_cpp"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    with pytest.raises(EngineFailed, match=words) as caught:
        engine.load()
    assert "templates" in caught.value.hint


def test_whether_models_can_run_is_known_without_importing_llama_cpp() -> None:
    """Installed here; with no site-packages it is not, and the reason names the way out."""
    assert llama_cpp_available()
    assert why_unavailable() == ""
    code = (
        "import sys; from outreach.engine.llama import llama_cpp_available, why_unavailable;"
        "assert not llama_cpp_available(); assert 'llama_cpp' not in sys.modules; print(why_unavailable())"
    )
    env = {"PYTHONPATH": str(Path(outreach.__file__).parents[1]), "PATH": os.environ["PATH"]}
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], env=env, capture_output=True, text=True, check=True, timeout=60
    )
    assert "make run" in run.stdout


def test_a_log_that_cannot_be_written_is_an_error_for_humans(tiny_model: Path, tmp_path: Path) -> None:
    """The path is in it."""
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    engine = LlamaEngine(tiny_model, "tiny", "0" * 64, in_the_way / "engine.log")
    with pytest.raises(EngineFailed, match="file"):
        engine.load()


PARENT = """
import sys
from pathlib import Path
from outreach.engine.llama import LlamaEngine
from outreach.engine.protocol import Sampling, Turn

engine = LlamaEngine(Path(sys.argv[1]), "tiny", "0" * 64, Path(sys.argv[2]))
for piece in engine.stream([Turn("user", "Tell a long story.")], Sampling(1, 900, 1.0, 0.05, ())):
    print(engine.child_pid, flush=True)
    if len(sys.argv) > 3:
        break
"""


def test_a_child_dies_with_a_parent_that_was_killed(tiny_model: Path, tmp_path: Path, log_file: Path) -> None:
    """In the middle of a candidate, with SIGKILL, started from another folder than the code's."""
    env = {**os.environ, "PYTHONPATH": str(Path(outreach.__file__).parents[1])}
    command = [sys.executable, "-c", PARENT, str(tiny_model), str(log_file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env=env) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    wait_until(lambda: not is_running(child))


def test_a_parent_that_ends_in_mid_candidate_is_quiet(tiny_model: Path, tmp_path: Path, log_file: Path) -> None:
    """No noise at the interpreter's exit, and no child left behind."""
    env = {**os.environ, "PYTHONPATH": str(Path(outreach.__file__).parents[1])}
    command = [sys.executable, "-W", "error", "-X", "dev", "-c", PARENT, str(tiny_model), str(log_file), "stop"]
    run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0
    assert run.stderr == ""
    assert not is_running(int(run.stdout.split()[0]))
