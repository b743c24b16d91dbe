"""How many threads llama.cpp gets."""

from __future__ import annotations

import os
from pathlib import Path

_TOPOLOGY = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def threads() -> int:
    """Physical cores that this process may use, capped by a container's quota; both of two processors.

    More threads than that make llama.cpp many times slower, and its own default knows neither affinity nor quota.
    """
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))
    cores = {_siblings(cpu) for cpu in usable}
    physical = len(cores) if "" not in cores else (len(usable) + 1) // 2
    return max(1, min(max(physical, 2), len(usable), _quota()))


def _siblings(cpu: int) -> str:
    try:
        return (_TOPOLOGY / f"cpu{cpu}" / "topology" / "thread_siblings_list").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _quota() -> int:
    try:
        allowed, period = _QUOTA.read_text(encoding="ascii").split()
        return max(1, round(int(allowed) / int(period)))
    except (OSError, ValueError):
        return 1024
