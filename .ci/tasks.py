"""What ``make`` does once Python is new enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import environment
from trouble import Trouble

ROOT = Path(__file__).resolve().parent.parent
MOST_PROCESSES = 4
CHECKS = (
    ("ruff", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("layers", ["lint-imports", "--no-cache"]),
)


def main(arguments: list[str]) -> int:
    """Run one command and return the exit status; the app itself replaces this process."""
    commands = {"run": run, "test": test, "check": check, "bench": bench, "quality": quality}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"usage: bootstrap.py {'|'.join(commands)}", file=sys.stderr)
        return 2
    try:
        return commands[arguments[0]](environment.Environment(ROOT))
    except Trouble as trouble:
        print(trouble.line, file=sys.stderr)
        for line in trouble.details:
            print(f"    {line}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


def run(env: environment.Environment) -> int:
    """Open the app; without llama.cpp where that cannot be built."""
    env.ensure_base()
    env.ensure_llama(retry=os.environ.get("RETRY") == "1", required=False)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(env.python, [str(env.python), "-m", "outreach"])


def test(env: environment.Environment) -> int:
    """Run the tests, which need llama.cpp."""
    _ready_for_tests(env)
    if shutil.which("tmux") is None:
        print("tmux is not there: the test that runs the app in a real terminal is skipped.", file=sys.stderr)
    return _call([env.python, "-m", "pytest", *side_by_side()])


def side_by_side() -> list[str]:
    """The options by which each processor, up to four, runs tests; tests/conftest.py gives each process its own."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ["-n", str(min(usable, MOST_PROCESSES)), "--dist", "worksteal"] if usable > 1 else []


def check(env: environment.Environment) -> int:
    """Run every check, also after one that failed."""
    env.ensure_base()
    env.ensure_dev()
    failed = []
    for name, command in CHECKS:
        began = time.monotonic()
        print(f"== {name}", flush=True)
        if _call([env.scripts / command[0], *command[1:]]) != 0:
            failed.append(name)
        print(f"   {time.monotonic() - began:.1f} s", flush=True)
    if failed:
        raise Trouble(f"Not clean: {', '.join(failed)}.")
    return 0


def bench(env: environment.Environment) -> int:
    """Run what measures, if there is any."""
    folder = ROOT / "tests" / "bench"
    if not any(folder.glob("bench_*.py")):
        print("There is nothing to measure yet: tests/bench holds no bench_*.py.")
        return 0
    _ready_for_tests(env)
    status = 0
    for script in sorted(folder.glob("bench_*.py")):
        status = _call([env.python, script]) or status
    return status


def quality(env: environment.Environment) -> int:
    """Draft the cases with the models that are here, beside raw prompting and templates."""
    _ready_for_tests(env)
    return _call([env.python, ROOT / "tests" / "quality" / "quality.py"])


def _ready_for_tests(env: environment.Environment) -> None:
    env.ensure_base()
    env.ensure_dev()
    env.ensure_llama(retry=True, required=True)


def _call(command: list[object]) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
