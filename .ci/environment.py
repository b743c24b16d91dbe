"""The virtual environment of a checkout: made once, repaired when left half made, and else left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import trouble
from trouble import GIGABYTE, Trouble

REDRAW_S = 1.0
LINE_S = 30.0
BASE = "requirements.txt"
DEV = "requirements-dev.txt"
LLAMA = "requirements-llama.txt"
LAUNCHER = """#!/bin/sh
exec '{python}' -m outreach "$@"
"""


class Environment:
    """``.venv`` under ``root``. Each set of requirements leaves a stamp once it is whole."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self.unavailable = self.folder / "llama-unavailable.txt"

    def ensure_base(self) -> None:
        """All that the app needs to open."""
        if self._is_stamped(BASE):
            return
        trouble.check_venv_module()
        trouble.check_room(self.root, GIGABYTE // 2)
        if not self._is_usable():
            say("Making the virtual environment in .venv …")
            if self.folder.exists():
                shutil.rmtree(self.folder)
            self.folder.mkdir()
            self._run([sys.executable, "-m", "venv", self.folder], "The virtual environment", "", "venv.log")
        self._stamp(BASE).unlink(missing_ok=True)
        self._install(BASE, "the app's packages", "Installing the app's packages")
        self._link_checkout()
        self._write_stamp(BASE)

    def ensure_dev(self) -> None:
        """The tools of tests and checks."""
        if not self._is_stamped(DEV):
            self._install(DEV, "the test tools", "Installing the test tools")
            self._write_stamp(DEV)

    def ensure_llama(self, *, retry: bool, required: bool) -> None:
        """llama-cpp-python, built once. Where that fails and it is not ``required``, the reason is kept for the app.

        A build that failed is tried again when ``retry`` asks for it or a compiler, Python or the version has changed.
        """
        if self._is_stamped(LLAMA):
            return
        compiler = trouble.compilers(dict(os.environ))
        attempt = f"{self._key(LLAMA)} {compiler}"
        if not retry and self._failed_before(attempt):
            return
        try:
            self._build_llama(compiler)
        except Trouble as problem:
            if required:
                raise
            self._keep_reason(problem, "" if problem.passes else attempt)
            say(f"{problem.line}\n{chr(10).join('    ' + line for line in problem.details)}".rstrip())
            say("The app opens without a language model, and drafts from templates. To try again: make run RETRY=1")
        else:
            self.unavailable.unlink(missing_ok=True)
            self._failure.unlink(missing_ok=True)
            self._write_stamp(LLAMA)

    @property
    def _failure(self) -> Path:
        return self.folder / "llama-failure.key"

    def _build_llama(self, compiler: str) -> None:
        built = self._has_built_wheel()
        if not built and not compiler and os.name != "nt":
            raise Trouble(trouble.no_compiler(trouble.read_os_release(), sys.platform))
        own_flags = os.environ.get("CMAKE_ARGS", "").strip()
        if built and not own_flags:
            label = "Installing llama-cpp-python, built before"
        else:
            trouble.check_room(self.root, GIGABYTE * 3 // 2)
            label = "Building llama-cpp-python, once; about 3 to 10 minutes"
        # The image part of llama.cpp is a third of the build, and not used. What the user asks for comes last and wins.
        flags = {"CMAKE_ARGS": f"-DLLAVA_BUILD=OFF {own_flags}".strip()}
        # pip keeps the wheel that it builds, whatever the flags were: one built with other flags must not be taken.
        anew = ["--no-cache-dir"] if own_flags else []
        self._install(LLAMA, "llama-cpp-python", label, anew, flags)

    def _has_built_wheel(self) -> bool:
        command = [str(self.python), "-m", "pip", "cache", "list", "llama_cpp_python", "--format=abspath"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        version = self._text(LLAMA).split("llama-cpp-python==", 1)[1].split()[0]
        return f"llama_cpp_python-{version}-" in done.stdout

    def _keep_reason(self, problem: Trouble, attempt: str) -> None:
        hint = "To try again: make run RETRY=1"
        self.unavailable.write_text(f"{problem.line}\n{hint}\n", encoding="utf-8")
        self._failure.write_text(attempt, encoding="utf-8")

    def _failed_before(self, attempt: str) -> bool:
        return self._failure.is_file() and self._failure.read_text(encoding="utf-8") == attempt

    def _is_usable(self) -> bool:
        """Whether .venv was whole once and its Python is the one asked for."""
        return self._stamp(BASE).is_file() and self._stamp(BASE).read_text(encoding="utf-8").endswith(self._place())

    def _link_checkout(self) -> None:
        """Make the checkout importable, and ``.venv/bin/outreach`` a command; needs neither network nor build tools."""
        question = "import sysconfig; print(sysconfig.get_path('purelib'))"
        site = subprocess.run([str(self.python), "-c", question], capture_output=True, text=True, check=True)
        Path(site.stdout.strip(), "outreach-checkout.pth").write_text(f"{self.root}\n", encoding="utf-8")
        if os.name == "posix":
            launcher = self.scripts / "outreach"
            launcher.write_text(LAUNCHER.format(python=str(self.python).replace("'", "'\\''")), encoding="utf-8")
            launcher.chmod(0o755)

    def _install(
        self,
        requirements: str,
        what: str,
        label: str,
        extra: list[str] | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        command = [self.python, "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check", "--no-input"]
        command += ["--retries=2", *(extra or []), "-r", self.root / requirements]
        log = Path(requirements).with_suffix(".log").name
        self._run(command, what, label, log, {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", **(env or {})})

    def _run(
        self, command: list[object], what: str, label: str, log_name: str, env: dict[str, str] | None = None
    ) -> None:
        """Run ``command`` with its output in a log, and ``label`` with the time in sight.

        Raises:
            Trouble: it failed; the line says what is missing.
        """
        log = self.folder / log_name
        with log.open("w+b") as output:
            child = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(env or {})},
                start_new_session=True,
            )
            try:
                wait_in_sight(child, label)
            finally:
                stop(child)
            output.seek(0)
            text = output.read().decode("utf-8", "replace")
        if child.returncode != 0:
            raise trouble.from_pip(text, what, log)

    def _text(self, requirements: str) -> str:
        return (self.root / requirements).read_text(encoding="utf-8")

    def _place(self) -> str:
        return f" {sys.version.split()[0]} {self.folder}"

    def _key(self, requirements: str) -> str:
        return hashlib.sha256(self._text(requirements).encode()).hexdigest() + self._place()

    def _stamp(self, requirements: str) -> Path:
        return self.folder / f"{requirements}.stamp"

    def _is_stamped(self, requirements: str) -> bool:
        stamp = self._stamp(requirements)
        return self.python.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == self._key(requirements)

    def _write_stamp(self, requirements: str) -> None:
        new = self.folder / "stamp.new"
        new.write_text(self._key(requirements), encoding="utf-8")
        new.replace(self._stamp(requirements))


def say(text: str) -> None:
    """Tell the user; standard output is for the app's own result."""
    print(text, file=sys.stderr, flush=True)


def wait_in_sight(child: subprocess.Popen[bytes], label: str) -> None:
    """Wait for ``child``, with the minutes shown: redrawn on a terminal, else a line every half minute."""
    redraws = sys.stderr.isatty()
    began = time.monotonic()
    if label and not redraws:
        say(f"{label} …")
    while True:
        try:
            child.wait(REDRAW_S if redraws else LINE_S)
            break
        except subprocess.TimeoutExpired:
            minutes, seconds = divmod(int(time.monotonic() - began), 60)
            line = f"{label} …  {minutes}:{seconds:02}"
            if label:
                print(f"\r{line}" if redraws else line, end="" if redraws else "\n", file=sys.stderr, flush=True)
    if redraws and label and time.monotonic() - began > REDRAW_S:
        print(file=sys.stderr)


def stop(child: subprocess.Popen[bytes]) -> None:
    """End ``child`` and all that it started, if it still runs."""
    if child.poll() is None:
        if os.name == "posix":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
        child.wait()
