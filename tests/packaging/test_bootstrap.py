from __future__ import annotations

import ast
import hashlib
import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.models.made import write_wheel

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / ".ci"
AS_IF_OLD = """
import runpy, sys
sys.version_info = (3, 8, 10, "final", 0)
sys.argv = ["bootstrap.py", "run"]
runpy.run_path({script!r}, run_name="__main__")
"""
BACKEND = """
import os, pathlib
def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with open(os.environ["ATTEMPTS"], "a") as file:
        file.write(os.environ.get("CMAKE_ARGS", "") + "\\n")
    raise SystemExit("ggml.c:7:1: error: no such instruction")
"""


@pytest.fixture
def ci(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of ``.ci`` by name."""
    monkeypatch.syspath_prepend(str(CI))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def load(name: str) -> ModuleType:
        return __import__(name)

    return load


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one small package, with a llama-cpp-python that cannot be built, and an index that is a folder."""
    use_index(tmp_path, monkeypatch)
    return write_checkout(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a project with its environment, which takes seconds to make."""
    folder = tmp_path_factory.mktemp("made")
    root = write_checkout(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(CI))
        patch.setattr(sys, "dont_write_bytecode", True)
        use_index(folder, patch)
        __import__("environment").Environment(root).ensure_base()
    return root


@pytest.fixture
def ready(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The project whose environment is made; what a test does to its files is undone."""
    use_index(made.parent, monkeypatch)
    monkeypatch.setenv("PIP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("ATTEMPTS", str(tmp_path / "attempts"))
    files = {
        path: path.read_bytes() for folder in (made, made / ".venv") for path in folder.iterdir() if path.is_file()
    }
    yield made
    for folder in (made, made / ".venv"):
        for path in folder.iterdir():
            if path.is_file() and path not in files:
                path.unlink()
    for path, content in files.items():
        path.write_bytes(content)


def write_checkout(folder: Path) -> Path:
    root, index = folder / "checkout", folder / "index"
    root.mkdir()
    index.mkdir()
    wheel = write_wheel(index, "one_thing", b"x")
    (root / "requirements.txt").write_text(pinned("one-thing==1.0", wheel))
    (root / "requirements-dev.txt").write_text(pinned("one-thing==1.0", wheel))
    (root / "requirements-llama.txt").write_text(pinned("llama-cpp-python==0.3.36", write_failing_sdist(index)))
    return root


def use_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip see nothing but the packages in ``folder``."""
    for variable in ("PIP_EXTRA_INDEX_URL", "CMAKE_ARGS", "CC", "CXX", "RETRY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder / "index"))
    monkeypatch.setenv("PIP_CACHE_DIR", str(folder / "cache"))
    monkeypatch.setenv("ATTEMPTS", str(folder / "attempts"))


def pinned(requirement: str, file: Path) -> str:
    return f"{requirement} \\\n    --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def write_failing_sdist(folder: Path) -> Path:
    """A source distribution whose build always fails, as a compiler that is too old would make it."""
    name = "llama_cpp_python-0.3.36"
    files = {
        "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "llama-cpp-python"\nversion = "0.3.36"\n',
        "PKG-INFO": "Metadata-Version: 2.2\nName: llama-cpp-python\nVersion: 0.3.36\n",
        "backend.py": BACKEND,
    }
    sdist = folder / f"{name}.tar.gz"
    with tarfile.open(sdist, "w:gz") as archive:
        for path, text in files.items():
            info = tarfile.TarInfo(f"{name}/{path}")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return sdist


def test_an_old_python_is_told_so_in_one_line(tmp_path: Path) -> None:
    """With no newer one on the PATH there is one line, and no traceback."""
    code = AS_IF_OLD.format(script=str(CI / "bootstrap.py"))
    env = {**os.environ, "PATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == f"Python 3.11 or newer is needed; this is 3.8 ({sys.executable}).\n"


def test_an_old_python_can_read_the_bootstrap() -> None:
    """Its syntax is that of Python 3.6."""
    ast.parse((CI / "bootstrap.py").read_text(), feature_version=(3, 6))


def test_a_make_without_python_says_so() -> None:
    """The interpreter that was asked for is named."""
    done = subprocess.run(
        ["make", "run", "PYTHON=python3.99"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == "Python 3.11 or newer is needed, and “python3.99” is not there."


@pytest.mark.parametrize(
    ("os_release", "platform", "told"),
    [
        ("ID=debian\n", "linux", "sudo apt install build-essential"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "linux", "sudo apt install build-essential"),
        ("ID=fedora\n", "linux", "sudo dnf install gcc gcc-c++"),
        ("", "darwin", "xcode-select --install"),
        ("", "linux", "install a C and a C++ compiler"),
    ],
)
def test_a_missing_compiler_is_told_with_its_package(ci: Any, os_release: str, platform: str, told: str) -> None:
    """Each system by the name that its users know."""
    assert told in ci("trouble").no_compiler(os_release, platform)


def test_a_compiler_counts_only_if_it_runs(ci: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None on the PATH, a stand-in that fails, and one that answers."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ci("trouble").compilers({}) == ""
    for name in ("cc", "c++"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    assert ci("trouble").compilers({}) == ""
    for name in ("cc", "c++"):
        (tmp_path / name).write_text("#!/bin/sh\necho a compiler 1.0\n")
    assert "a compiler 1.0" in ci("trouble").compilers({})


def test_a_full_disk_is_told_before_anything_is_made(ci: Any, tmp_path: Path) -> None:
    """More than any disk has."""
    with pytest.raises(ci("trouble").Trouble, match=r"No room on the disk of .*: 1000000000\.0 GB needed"):
        ci("trouble").check_room(tmp_path, 10**18)


def test_an_environment_is_made_once_and_then_left_alone(
    ci: Any, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time needs no index; a half-made one is made anew; the command runs the checkout."""
    ci("environment").Environment(checkout).ensure_base()
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nowhere"))
    env = ci("environment").Environment(checkout)
    env.ensure_base()
    assert (env.scripts / "outreach").read_text().startswith("#!/bin/sh\n")
    done = subprocess.run([env.python, "-c", "import one_thing, sys; print(sys.path)"], capture_output=True, text=True)
    assert str(checkout) in done.stdout
    (env.folder / "requirements.txt.stamp").unlink()
    (env.folder / "rest").touch()
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    env.ensure_base()
    assert not (env.folder / "rest").exists()


def test_a_build_that_fails_is_kept_as_a_reason_and_not_repeated(ci: Any, ready: Path, tmp_path: Path) -> None:
    """The app can show why; another start does not try again, a retry does; a test run needs it and fails."""
    env = ci("environment").Environment(ready)
    env.ensure_base()
    for retry in (False, False, True):
        env.ensure_llama(retry=retry, required=False)
    assert (tmp_path / "attempts").read_text() == "-DLLAVA_BUILD=OFF\n" * 2
    reason = (ready / ".venv" / "llama-unavailable.txt").read_text().splitlines()
    assert reason[0].startswith("llama-cpp-python could not be set up (")
    assert "no such instruction" in reason[0]
    assert reason[1] == "To try again: make run RETRY=1"
    with pytest.raises(ci("trouble").Trouble) as caught:
        env.ensure_llama(retry=True, required=True)
    assert any("no such instruction" in line for line in caught.value.details)


def test_without_a_compiler_nothing_is_fetched(
    ci: Any, ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason names the compiler; once there is one, the next start tries by itself."""
    env = ci("environment").Environment(ready)
    env.ensure_base()
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(tmp_path))
    env.ensure_llama(retry=False, required=False)
    assert "no C and C++ compiler" in env.unavailable.read_text().splitlines()[0]
    assert not (tmp_path / "attempts").exists()
    monkeypatch.setenv("PATH", path)
    env.ensure_llama(retry=False, required=False)
    assert (tmp_path / "attempts").exists()


def test_a_changed_download_is_not_installed(ci: Any, ready: Path) -> None:
    """pip's long text becomes one line that names the package."""
    wheel = write_wheel(ready.parent / "index", "two_things", b"x")
    (ready / "requirements.txt").write_text(pinned("two-things==1.0", wheel)[:-5] + "0000\n")
    with pytest.raises(
        ci("trouble").Trouble, match=r"^two-things==1\.0: what was downloaded does not match its sha256"
    ):
        ci("environment").Environment(ready).ensure_base()


def test_a_package_that_the_index_lacks_is_named(ci: Any, ready: Path) -> None:
    """With its version."""
    requirements = ready / "requirements.txt"
    requirements.write_text(requirements.read_text().replace("1.0", "2.0"))
    with pytest.raises(ci("trouble").Trouble, match=r"does not have one-thing==2\.0"):
        ci("environment").Environment(ready).ensure_base()


def test_an_index_out_of_reach_is_told_as_that(ci: Any, ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip says only that there is no matching distribution."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_FIND_LINKS", str(ready))
    requirements = ready / "requirements.txt"
    requirements.write_text(requirements.read_text().replace("one-thing", "two-things"))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(ci("trouble").Trouble, match="No package index can be reached for the app's packages"):
        ci("environment").Environment(ready).ensure_base()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no process can choose its processors here")
def test_tests_run_side_by_side_where_there_is_more_than_one_processor(ci: Any) -> None:
    """And plainly where there is one."""
    own = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, set(sorted(own)[:1]))
        assert ci("tasks").side_by_side() == []
    finally:
        os.sched_setaffinity(0, own)
    if len(own) > 1:
        assert ci("tasks").side_by_side()[1] == str(min(len(own), 4))
