"""The whole of it on real parts: the tiny model in its child process, the store, the command line."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from outreach.domain.draft import FROM_CASE, Draft, Kind, Origin
from outreach.domain.mentorship import Mentorship
from outreach.drafting.events import DraftEvent, DraftFailed, DraftFinished, Trying
from outreach.engine.llama import LlamaEngine
from outreach.exchange.case_file import read_case
from outreach.settings import Paths
from outreach.workspace import Workspace

Cli = Callable[..., CompletedProcess[str]]
CASE = Path(__file__).parent / "cases" / "beekeeper-cold.toml"


@pytest.fixture
def engine(tiny_model: Path, tmp_path: Path) -> LlamaEngine:
    return LlamaEngine(tiny_model, "tiny", "", tmp_path / "engine.log")


@pytest.fixture
def workspace(engine: LlamaEngine, tmp_path: Path) -> Workspace:
    return Workspace(Paths(tmp_path, tmp_path, tmp_path, tmp_path), engine=engine)


def test_a_child_killed_in_the_middle_of_a_draft_leaves_a_whole_draft_and_the_next_one_works(
    workspace: Workspace, engine: LlamaEngine
) -> None:
    """kill -9 of the real child while a candidate streams."""
    case = read_case(CASE)
    events: list[DraftEvent] = []
    for event in workspace.draft(case, Kind.FIRST_CONTACT, seed=7):
        if isinstance(event, Trying) and event.text and not any(isinstance(one, Trying) for one in events):
            assert engine.child_pid is not None
            os.kill(engine.child_pid, signal.SIGKILL)
        events.append(event)
    failed = events[-1]
    assert isinstance(failed, DraftFailed)
    assert not failed.cancelled
    assert failed.hint
    assert failed.revision.ready, failed.revision.findings
    assert all(section.origin is not Origin.MODEL for section in failed.revision.sections)
    *_, again = workspace.draft(case, Kind.FIRST_CONTACT, seed=7)
    assert isinstance(again, DraftFinished)
    workspace.close()


def test_stopping_a_draft_keeps_what_was_kept_and_says_so(workspace: Workspace) -> None:
    """What Esc does in the app, on the real child."""
    events: list[DraftEvent] = []
    for event in workspace.draft(read_case(CASE), Kind.THANK_YOU, seed=7):
        if isinstance(event, Trying):
            workspace.stop()
        events.append(event)
    stopped = events[-1]
    if isinstance(stopped, DraftFinished):  # The notes of this case need no model.
        assert not any(isinstance(event, Trying) for event in events)
    else:
        assert isinstance(stopped, DraftFailed)
        assert stopped.cancelled
        assert stopped.revision.ready, stopped.revision.findings
    workspace.close()


def test_a_draft_of_the_real_model_survives_a_restart(engine: LlamaEngine, tmp_path: Path) -> None:
    """Drafted by tiny, kept in a real TinyDB file, read by another workspace."""
    paths = Paths(tmp_path, tmp_path, tmp_path, tmp_path)
    case = read_case(CASE)
    first = Workspace(paths, engine=engine)
    first.save_mentee(case.mentee)
    stored = first.save_mentorship(Mentorship("", case.mentor, case.ask))
    *_, finished = first.draft(stored.case(case.mentee), Kind.FIRST_CONTACT, seed=11)
    assert isinstance(finished, DraftFinished)
    first.save_draft(Draft("", stored.id, Kind.FIRST_CONTACT, revisions=(finished.revision,)))
    first.close()
    second = Workspace(paths)
    (kept,) = second.drafts(stored.id)
    assert kept.current.body == finished.revision.body
    assert kept.current.sections == finished.revision.sections
    assert kept.current.model == finished.revision.model
    second.close()


@pytest.mark.parametrize("kind", FROM_CASE)
def test_the_command_line_drafts_with_tiny(outreach_cli: Cli, tiny_model: Path, kind: Kind) -> None:
    """All kinds, ready, with the model named in the JSON and every section in its place."""
    done = outreach_cli(
        "draft", str(CASE), "--kind", kind, "--model", "tiny", "--seed", "5", "--today", "2026-11-22", "--json"
    )
    assert done.returncode == 0, done.stderr
    draft = json.loads(done.stdout)
    assert draft["ready"]
    assert draft["model"]["id"] == "tiny"
    assert draft["seed"] == 5
    assert draft["timings"]["load_s"] > 0
    for section in draft["sections"]:
        assert draft["body"][section["start"] : section["end"]] == section["text"]


def test_a_bad_model_file_ends_with_the_text_from_templates(outreach_cli: Cli, tmp_path: Path) -> None:
    """Exit 3, with the error and the whole text in the JSON."""
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(b"GGUF\x03\x00\x00\x00" + b"\x00" * 64)
    own = {"OUTREACH_MODELS": str(tmp_path / "models")}
    added = outreach_cli("models", "add", str(bad), "--id", "bad", env=own)
    assert added.returncode == 0, added.stderr
    done = outreach_cli("draft", str(CASE), "--kind", "first-contact", "--model", "bad", "--json", env=own)
    assert done.returncode == 3, done.stderr
    draft = json.loads(done.stdout)
    assert draft["error"]
    assert draft["body"].startswith("Hello")
    assert "Traceback" not in done.stderr
