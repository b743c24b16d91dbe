from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTION = """
import outreach
from outreach import resources
from outreach.models import load_catalog
from outreach.review.context import common_words
from outreach.review.data import limits, phrases
from outreach.review.rule import rules
print(outreach.__file__)
print(resources.catalog_file())
print(len(load_catalog()))
print(*sorted(file.name for file in resources.prompts_folder().iterdir()))
print(bool(rules() and limits().email and phrases().lists and common_words()))
"""


@pytest.fixture(scope="module")
def installed_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel built from this checkout; dependencies come from the running environment."""
    work = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", work / "dist"], ROOT)
    (wheel,) = (work / "dist").glob("outreach-*.whl")
    fresh = work / "fresh"
    venv.create(fresh, with_pip=False, symlinks=True)
    python = fresh / "bin" / "python"
    run([sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel], work)
    (site,) = fresh.glob("lib/python3*/site-packages")
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return fresh


def test_the_wheel_holds_prompts_and_catalogue(installed_wheel: Path, tmp_path: Path) -> None:
    """Read from another folder, so that nothing of the checkout can be meant."""
    lines = run([installed_wheel / "bin" / "python", "-I", "-c", QUESTION], tmp_path).splitlines()
    assert all(Path(line).is_relative_to(installed_wheel) for line in lines[:2])
    assert lines[2] == "5"
    assert lines[3].split() == sorted(file.name for file in (ROOT / "prompts").iterdir())
    assert lines[4] == "True"


def test_the_wheel_brings_the_command(installed_wheel: Path, tmp_path: Path) -> None:
    """``outreach --version`` runs, and says the version that the code says."""
    from outreach import __version__

    assert run([installed_wheel / "bin" / "outreach", "--version"], tmp_path) == f"outreach {__version__}\n"


def run(command: list[str | Path], folder: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout
