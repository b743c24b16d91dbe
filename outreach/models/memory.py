"""How much memory a model may take on this machine."""

from __future__ import annotations

import contextlib
import ctypes
import re
import subprocess
import sys
from pathlib import Path

_PROC = Path("/proc")
_CGROUPS = Path("/sys/fs/cgroup")
_NO_LIMIT = 1 << 60
"""Version 1 of control groups writes a number near 2**63 where there is no limit."""


def free_memory() -> int | None:
    """Bytes that a new process can take without the machine running short; ``None`` where that is not known."""
    if sys.platform == "win32":
        return _free_on_windows()
    if sys.platform == "darwin":
        return _free_on_macos()
    return free_on_linux(_PROC, _CGROUPS)


def free_on_linux(proc: Path, cgroups: Path) -> int | None:
    """What the kernel calls available, or less where a control group (a container, a service) allows less."""
    found = re.search(r"^MemAvailable:\s+(\d+) kB", _read(proc / "meminfo"), re.MULTILINE)
    free = [int(found[1]) * 1024] if found else []
    for line in _read(proc / "self" / "cgroup").splitlines():
        _, controllers, path = [*line.split(":", 2), "", ""][:3]
        if controllers == "":
            free += _rooms(cgroups, path, "memory.max", "memory.current", "inactive_file")
        elif "memory" in controllers.split(","):
            free += _rooms(
                cgroups / "memory", path, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
            )
    return min(free) if free else None


def _rooms(root: Path, path: str, limit_file: str, used_file: str, cached_key: str) -> list[int]:
    """What each group from ``path`` up to the root leaves; cached file pages count as free, the kernel drops them."""
    rooms = []
    group = root / path.strip("/")
    for folder in [group, *group.parents]:
        if not folder.is_relative_to(root):
            break
        limit, used = _number(folder / limit_file), _number(folder / used_file)
        if limit is None or used is None or limit >= _NO_LIMIT:
            continue
        cached = re.search(rf"^{cached_key} (\d+)$", _read(folder / "memory.stat"), re.MULTILINE)
        rooms.append(max(0, limit - used + (int(cached[1]) if cached else 0)))
    return rooms


def free_in_vm_stat(text: str) -> int | None:
    """Bytes that macOS can give at once, from the output of ``vm_stat``."""
    page = re.search(r"page size of (\d+) bytes", text)
    counts = re.findall(r"^Pages (?:free|inactive|speculative|purgeable):\s+(\d+)", text, re.MULTILINE)
    return int(page[1]) * sum(map(int, counts)) if page and counts else None


def _free_on_macos() -> int | None:
    try:
        done = subprocess.run(["vm_stat"], capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return free_in_vm_stat(done.stdout)


class _MemoryStatus(ctypes.Structure):
    """``MEMORYSTATUSEX`` of the Windows API."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("total_page_file", ctypes.c_ulonglong),
        ("available_page_file", ctypes.c_ulonglong),
        ("total_virtual", ctypes.c_ulonglong),
        ("available_virtual", ctypes.c_ulonglong),
        ("available_extended", ctypes.c_ulonglong),
    )


def _free_on_windows() -> int | None:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    windows = getattr(ctypes, "windll", None)
    if windows is None or not windows.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.available)


def _read(file: Path) -> str:
    with contextlib.suppress(OSError):
        return file.read_text(encoding="utf-8", errors="replace")
    return ""


def _number(file: Path) -> int | None:
    text = _read(file).strip()
    return int(text) if text.isdigit() else None
