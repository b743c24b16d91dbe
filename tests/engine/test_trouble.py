"""What is said where llama.cpp cannot run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASK = "import sys; sys.path.insert(0, sys.argv[1]); sys.prefix = sys.argv[2]; from outreach.engine.trouble import *; "


def _without_packages(code: str, prefix: Path) -> str:
    """What ``code`` prints in a Python that has no installed packages."""
    command = [sys.executable, "-S", "-E", "-c", ASK + code, str(ROOT), str(prefix)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def test_the_reason_of_a_failed_build_is_told(tmp_path: Path) -> None:
    """Setting up left it in a file; each of its lines is a sentence."""
    (tmp_path / "llama-unavailable.txt").write_text(
        "There is no compiler; run: apt install x\nTo try again: make run\n"
    )
    told = _without_packages("print(why_unavailable())", tmp_path)
    assert told == "There is no compiler; run: apt install x. To try again: make run."


def test_without_a_reason_the_package_is_named(tmp_path: Path) -> None:
    """As after an installation by hand."""
    told = _without_packages("print(llama_cpp_available(), why_unavailable())", tmp_path)
    assert told.startswith("False llama-cpp-python is not installed.")
