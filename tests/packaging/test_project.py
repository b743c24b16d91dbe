from __future__ import annotations

import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-llama.txt", "requirements-dev.txt")


def test_layers_are_kept() -> None:
    """import-linter finds no import upwards, and no library outside the part that may use it."""
    linter = Path(sysconfig.get_path("scripts"), "lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes(lock: str) -> None:
    """One version each, at least one sha256, and no address of an index."""
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--index" not in text
    for requirement in re.split(r"\n(?=\w)", text.strip()):
        assert re.match(r"[a-z0-9_.-]+==[^ ]+( ; [^\\]+)? \\\n", requirement), requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """Every dependency of pyproject.toml is in the lock that is installed for it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = {lock: set(re.findall(r"^([a-z0-9_.-]+)==", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS}
    needed = {_name(dependency) for dependency in project["dependencies"]}
    assert needed <= locked["requirements.txt"] | locked["requirements-llama.txt"]
    assert needed - locked["requirements.txt"] == {"llama-cpp-python"}
    assert {_name(tool) for tool in project["optional-dependencies"]["dev"]} <= locked["requirements-dev.txt"]


def test_versions_agree_between_the_locks() -> None:
    """Installing one after the other changes nothing that the first put there."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version, marker in re.findall(r"^([a-z0-9_.-]+)==(\S+)( ;[^\\]*)?", (ROOT / lock).read_text(), re.M):
            if "python_full_version" not in marker:
                versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def _name(requirement: str) -> str:
    return re.split(r"[<>=~! ]", requirement, maxsplit=1)[0].lower().replace("_", "-")
