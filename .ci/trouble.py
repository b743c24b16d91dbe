"""What can be missing on a machine, said in one line each."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GIGABYTE = 1_000_000_000
NO_INDEX = (
    "NewConnectionError",
    "Failed to establish a new connection",
    "Name or service not known",
    "Temporary failure in name resolution",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "ProtocolError",
    "Network is unreachable",
)
PIPS_OWN = (
    "Encountered error while",
    "Failed building wheel",
    "Failed to build",
    "finished with status",
    "metadata-generation-failed",
    "originates from a subprocess",
    "pip subprocess",
    "subprocess-exited",
    "failed-wheel-build",
)
"""What pip says around the reason for a failed build, whatever it was."""
NO_ROOM = ("No space left on device", "Errno 28", "Disk quota exceeded")


class Trouble(Exception):
    """Something is missing: one line that says what, and lines of a log where they help."""

    def __init__(self, line: str, details: list[str] | None = None, *, passes: bool = False) -> None:
        super().__init__(line)
        self.line = line
        self.details = details or []
        self.passes = passes
        """It may be gone at the next try without a change to this machine's software."""


def check_venv_module() -> None:
    """See that a virtual environment can be made; Debian ships that apart."""
    try:
        import ensurepip  # noqa: F401 - only whether it is there
        import venv  # noqa: F401
    except ImportError as error:
        version = "%d.%d" % sys.version_info[:2]
        raise Trouble(
            f"Python's venv module is incomplete. On Debian or Ubuntu: sudo apt install python{version}-venv"
        ) from error


def check_room(folder: Path, needed: int) -> None:
    """See that the disks hold what is set up and what is built on the way."""
    for place in (folder, Path(tempfile.gettempdir())):
        free = shutil.disk_usage(place).free
        if free < needed:
            raise Trouble(
                f"No room on the disk of {place}: {needed / GIGABYTE:.1f} GB needed, {free / GIGABYTE:.1f} GB free.",
                passes=True,
            )


def compilers(environ: dict[str, str]) -> str:
    """The C and the C++ compiler that work, in one line; empty where one is missing."""
    found = []
    for variable, names in (("CC", ("cc", "gcc", "clang")), ("CXX", ("c++", "g++", "clang++"))):
        wanted = environ.get(variable, "").split()[:1]
        versions = (version_of(name) for name in (*wanted, *names))
        working = next((version for version in versions if version), "")
        if not working:
            return ""
        found.append(working)
    return "; ".join(found)


def version_of(compiler: str) -> str:
    """The first line of what the compiler says of itself; empty if it cannot run (macOS has stand-ins)."""
    path = shutil.which(compiler)
    if path is None:
        return ""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return f"{path} {done.stdout.splitlines()[0] if done.stdout else ''}".strip()


def no_compiler(os_release: str, platform: str) -> str:
    """The line that says how to get one here."""
    how = "install a C and a C++ compiler"
    names = re.findall(r'^ID(?:_LIKE)?="?([^"\n]*)', os_release, re.MULTILINE)
    family = " ".join(names).split()
    if platform == "darwin":
        how = "run: xcode-select --install"
    elif {"debian", "ubuntu"} & set(family):
        how = "run: sudo apt install build-essential"
    elif {"fedora", "rhel", "centos"} & set(family):
        how = "run: sudo dnf install gcc gcc-c++"
    elif "arch" in family:
        how = "run: sudo pacman -S base-devel"
    elif "alpine" in family:
        how = "run: sudo apk add build-base linux-headers"
    return f"There is no C and C++ compiler, which llama-cpp-python needs; {how}"


def read_os_release() -> str:
    """The text of /etc/os-release; empty where there is none."""
    try:
        return Path("/etc/os-release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def from_pip(output: str, what: str, log: Path) -> Trouble:
    """What pip's output means, in one line."""
    if "DO NOT MATCH THE HASHES" in output:
        name = re.search(r"^ +(\S+==\S+|\S+) from ", output, re.MULTILINE)
        package = name[1] if name else "a package"
        return Trouble(
            f"{package}: what was downloaded does not match its sha256 in the requirements; it was not installed."
        )
    if any(sign in output for sign in NO_ROOM):
        return Trouble(f"The disk ran full while {what} was set up; make room and run the same again.", passes=True)
    if any(sign in output for sign in NO_INDEX):
        return Trouble(
            f"No package index can be reached for {what}; check the connection, or what pip config list shows",
            passes=True,
        )
    missing = re.search(r"No matching distribution found for ([^\s(]+)", output)
    if missing:
        return Trouble(
            f"The package index does not have {missing[1]}, or not for this Python ({sys.version.split()[0]})."
        )
    lines = useful_lines(output)
    reason = f" ({lines[0][:100]})" if lines else ""
    return Trouble(f"{what} could not be set up{reason}; the whole log is in {log}", lines)


def useful_lines(output: str) -> list[str]:
    """The last lines that look like the reason."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"\b(error|fatal|killed|not found|cannot)\b", line, re.IGNORECASE)]
    own = [line for line in telling if not any(phrase in line for phrase in PIPS_OWN)]
    return [line[:200] for line in (own or lines)[-5:]]
