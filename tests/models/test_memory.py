from __future__ import annotations

from pathlib import Path

import pytest

from outreach.models import free_memory, load_catalog, recommend
from outreach.models.memory import free_in_vm_stat, free_on_linux

GB = 1_000_000_000
MEMINFO = "MemTotal:       32000000 kB\nMemFree:         1000000 kB\nMemAvailable:   20000000 kB\n"


@pytest.mark.parametrize(
    ("free", "chosen"),
    [
        (None, "tiny"),
        (0, "tiny"),
        (2 * GB - 1, "tiny"),
        (2 * GB, "small"),
        (4 * GB - 1, "small"),
        (4 * GB, "balanced"),
        (512 * GB, "balanced"),
    ],
)
def test_the_model_is_recommended_that_the_memory_allows(free: int | None, chosen: str) -> None:
    """The borders are two and four gigabytes; what was not measured is never recommended."""
    assert recommend(load_catalog(), free).entry.id == chosen


def test_the_reason_says_how_much_memory_there_is() -> None:
    """And what the next larger model wants."""
    assert recommend(load_catalog(), 3 * GB).why == "3.0 GB of memory is free; balanced wants 4.0 GB."
    assert recommend(load_catalog(), 9 * GB).why == "9.0 GB of memory is free, and it wants 4.0 GB."
    assert "does not say" in recommend(load_catalog(), None).why


def test_this_machine_tells_its_free_memory() -> None:
    """Real numbers, within reason."""
    free = free_memory()
    assert free is not None
    assert 10_000_000 < free < 100_000 * GB


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def test_without_a_limit_the_kernels_number_counts(tmp_path: Path) -> None:
    """A group that says max limits nothing."""
    write(
        tmp_path,
        {
            "proc/meminfo": MEMINFO,
            "proc/self/cgroup": "0::/user.slice/app\n",
            "cg/user.slice/app/memory.max": "max\n",
            "cg/user.slice/app/memory.current": "5\n",
        },
    )
    assert free_on_linux(tmp_path / "proc", tmp_path / "cg") == 20_000_000 * 1024


def test_a_container_of_version_2_limits_it(tmp_path: Path) -> None:
    """The tightest group on the way to the root counts, and cached files in it count as free."""
    write(
        tmp_path,
        {
            "proc/meminfo": MEMINFO,
            "proc/self/cgroup": "0::/box/app\n",
            "cg/box/app/memory.max": "8000000000\n",
            "cg/box/app/memory.current": "1000000000\n",
            "cg/box/memory.max": "3000000000\n",
            "cg/box/memory.current": "2000000000\n",
            "cg/box/memory.stat": "anon 5\ninactive_file 500000000\n",
        },
    )
    assert free_on_linux(tmp_path / "proc", tmp_path / "cg") == 1_500_000_000


def test_a_container_of_version_1_limits_it(tmp_path: Path) -> None:
    """The same under the names of the older version; its huge number for no limit is none."""
    write(
        tmp_path,
        {
            "proc/meminfo": MEMINFO,
            "proc/self/cgroup": "5:cpu,cpuacct:/x\n4:memory:/docker/1\n",
            "cg/memory/docker/1/memory.limit_in_bytes": "2000000000\n",
            "cg/memory/docker/1/memory.usage_in_bytes": "700000000\n",
            "cg/memory/memory.limit_in_bytes": "9223372036854771712\n",
            "cg/memory/memory.usage_in_bytes": "1\n",
        },
    )
    assert free_on_linux(tmp_path / "proc", tmp_path / "cg") == 1_300_000_000


def test_a_machine_that_tells_nothing_is_not_guessed(tmp_path: Path) -> None:
    """No file, no number."""
    assert free_on_linux(tmp_path, tmp_path) is None


def test_the_output_of_vm_stat_is_counted_in_its_pages() -> None:
    """Free, inactive and speculative pages, at the page size that it names."""
    text = (
        "Mach Virtual Memory Statistics: (page size of 16384 bytes)\n"
        "Pages free:                               1000.\n"
        "Pages active:                           900000.\n"
        "Pages inactive:                           2000.\n"
        "Pages speculative:                         100.\n"
    )
    assert free_in_vm_stat(text) == 3100 * 16384
    assert free_in_vm_stat("") is None
