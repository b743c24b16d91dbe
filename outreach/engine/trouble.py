"""What went wrong with the child process, in words a user can act on."""

from __future__ import annotations

import importlib.util
import signal
import sys
from pathlib import Path

from outreach.domain.errors import EngineFailed
from outreach.engine import wire

_BUILD = "Drafts come from templates until it is. `make run` builds it; see README.md, “If llama.cpp cannot be built”."
_REBUILD = (
    "Drafts come from templates until it runs. Build it again: "
    "pip install --force-reinstall --no-binary :all: --no-deps llama-cpp-python"
)
_SMALLER = "Close other programs, or use a smaller model: `outreach models list` shows what each needs."
UNAVAILABLE = "llama-unavailable.txt"
_ILL = getattr(signal, "SIGILL", 4)
_KILL = getattr(signal, "SIGKILL", 9)
_TERM = getattr(signal, "SIGTERM", 15)
_BUS = getattr(signal, "SIGBUS", 7)
CRASHES = tuple(-getattr(signal, name, number) for name, number in (("SIGSEGV", 11), ("SIGILL", 4), ("SIGABRT", 6)))
"""Exit statuses of a child in which native code went wrong."""


def llama_cpp_available() -> bool:
    """Whether llama-cpp-python is installed; it is not imported."""
    return importlib.util.find_spec("llama_cpp") is not None


def why_unavailable() -> str:
    """One or two sentences for the user about why no model can be run; empty when one can.

    Where setting up the environment could not build llama-cpp-python, it left the reason in a file there.
    """
    if llama_cpp_available():
        return ""
    try:
        lines = (Path(sys.prefix) / UNAVAILABLE).read_text(encoding="utf-8").splitlines()
        told = " ".join(f"{line.strip().rstrip('.')}." for line in lines if line.strip())
    except (OSError, UnicodeDecodeError):
        told = ""
    return told or f"llama-cpp-python is not installed. {_BUILD}"


def not_installed() -> EngineFailed:
    """The package that runs models is missing."""
    return EngineFailed("llama-cpp-python, which runs the models, is not installed.", _BUILD)


def from_error(kind: str, text: str, model: Path, model_id: str, log: Path) -> EngineFailed:
    """The error that the child reported."""
    if kind == wire.NO_LLAMA_CPP:
        if not text:
            return not_installed()
        return EngineFailed(f"llama-cpp-python, which runs the models, does not start: {text}.", _REBUILD)
    if kind == wire.BAD_FILE:
        repull = f"Run `outreach models verify {model_id}`, then pull it again: `outreach models pull {model_id}`."
        return EngineFailed(f"The model file {model} {text}.", repull)
    if kind == wire.NO_MEMORY:
        return EngineFailed(f"There is too little memory for the model {model_id}.", _SMALLER)
    if kind == wire.TOO_LONG:
        return EngineFailed(text, "Shorten the text that it was made from, or leave out some notes.")
    return EngineFailed(f"The model {model_id} stopped with an error: {text}.", f"The log has more: {log}")


def died(returncode: int | None, model_id: str, log: Path) -> EngineFailed:
    """The child ended by itself; ``returncode`` as ``subprocess`` gives it, ``None`` when not known."""
    status = returncode or 0
    again = f"Try again; the log has more: {log}"
    if status == -_KILL:
        return EngineFailed(f"The system stopped the model {model_id}, maybe for lack of memory.", _SMALLER)
    if status == -_ILL:
        return EngineFailed("llama-cpp-python was built for another kind of processor.", _REBUILD)
    if status == -_BUS:
        repull = f"Run `outreach models verify {model_id}`, then try again."
        return EngineFailed(f"The file of the model {model_id} changed while it was in use.", repull)
    if status == -_TERM:
        return EngineFailed(f"The model {model_id} was stopped from outside.", again)
    if status < 0:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
        return EngineFailed(f"The model {model_id} crashed inside llama.cpp ({name}).", again)
    return EngineFailed(f"The model {model_id} ended before it was done (status {status}).", again)


def too_slow(what: str, seconds: float, model_id: str) -> EngineFailed:
    """The child did not answer in time and was stopped."""
    return EngineFailed(f"The model {model_id} took more than {seconds:.0f} seconds {what}, and was stopped.", _SMALLER)


def cannot_start(error: OSError, log: Path) -> EngineFailed:
    """No child process, or no log file, could be made."""
    reason = error.strerror or str(error)
    where = error.filename or log
    return EngineFailed(f"The model's process could not be started: {where}: {reason}.", "Check room and permissions.")
