"""The store after kill -9, and when the system refuses."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.domain.errors import StoreUnusable
from outreach.domain.people import Mentee
from outreach.store.store import Store

WRITER = Path(__file__).with_name("writer.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _goal(path: Path) -> int:
    store = Store(path)
    try:
        assert store.recovered == ""
        me = store.mentee()
        return int(me.goals[0]) if me else 0
    finally:
        store.close()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_a_killed_process_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    """Twenty times killed in the middle of writing: what was reported as saved is there, and the lock is free."""
    path = tmp_path / "outreach.json"
    chance = random.Random(20)
    for _ in range(20):
        child = subprocess.Popen(
            [sys.executable, WRITER, path], stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT
        )
        assert child.stdout is not None
        with child, child.stdout as lines:
            told = [lines.readline() for _ in range(chance.randint(1, 40))]
            child.kill()
            told += lines.readlines()
        last = [int(line) for line in told if line.endswith("\n")][-1]
        assert last <= _goal(path) <= last + 1
        assert not list(tmp_path.glob("*.corrupt-*"))
        assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_a_kill_at_every_step_of_a_write_leaves_a_whole_store(tmp_path: Path) -> None:
    """Before and after each call to the system: the state before or after the write, never between."""
    path = tmp_path / "outreach.json"
    seen = set()
    for when in ("before", "after"):
        for number in range(1, 100):
            path.unlink(missing_ok=True)
            child = subprocess.run([sys.executable, WRITER, path, str(number), when], env=ENVIRONMENT, check=False)
            seen.add(_goal(path))
            if child.returncode == 0:
                break
        assert 8 < number < 40
    assert seen == {0, 1}


@pytest.mark.parametrize("name", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_system_error_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: int
) -> None:
    """The call fails in words, nothing is lost, no file is left over, and the next save works."""
    store = Store(tmp_path / "outreach.json")
    store.save_mentee(Mentee("Grace", ("1",)))
    real: Callable[..., Any] = getattr(os, name)

    def fail(*args: Any, **kwargs: Any) -> Any:
        if name == "open" and not args[1] & os.O_CREAT:
            return real(*args, **kwargs)
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as broken:
        broken.setattr(os, name, fail)
        with pytest.raises(StoreUnusable, match=r"room|read-only|cannot be used"):
            store.save_mentee(Mentee("Grace", ("2",)))
    assert store.mentee() == Mentee("Grace", ("1",))
    assert not list(tmp_path.glob(".*.tmp"))
    store.save_mentee(Mentee("Grace", ("3",)))
    store.close()
    assert _goal(tmp_path / "outreach.json") == 3


@pytest.mark.skipif(sys.platform != "linux", reason="file size limits are of Linux")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A real limit on file size, in a process of its own: told as no room, and the old state stays."""
    program = """
import resource, sys
from pathlib import Path
from outreach.domain.errors import StoreUnusable
from outreach.domain.people import Mentee
from outreach.store.store import Store
store = Store(Path(sys.argv[1]))
store.save_mentee(Mentee("Grace", ("1",)))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    store.save_mentee(Mentee("Grace", ("2",), background="x" * 5000))
except StoreUnusable as error:
    print(error)
"""
    path = tmp_path / "outreach.json"
    done = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, encoding="utf-8", env=ENVIRONMENT, check=True
    )
    assert "no room on the disk" in done.stdout
    assert _goal(path) == 1


def test_a_file_system_without_hard_links_keeps_backups_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The backup is then a copy."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    store = Store(tmp_path / "outreach.json")
    store.save_mentee(Mentee("Grace", ("1",)))
    store.save_mentee(Mentee("Grace", ("2",)))
    store.close()
    assert '"goals": ["1"]' in (tmp_path / "outreach.json.bak").read_text(encoding="utf-8")
