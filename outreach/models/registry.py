"""The models that are on this machine: pulled ones, and the user's own registered by path."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from outreach.domain.errors import BadInput, ModelUnavailable, StoreUnusable
from outreach.models.catalog import CatalogEntry, is_model_id, unknown_model
from outreach.models.hashing import never, sha256_of
from outreach.models.part import PartFile

_OWN = "own.json"
_GGUF_VERSIONS = (2, 3)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model file that can be used."""

    id: str
    path: Path
    sha256: str
    bytes: int
    own: bool = False
    """The user's own file, which stands where they put it."""


def installed(folder: Path, entries: Iterable[CatalogEntry]) -> tuple[InstalledModel, ...]:
    """What can be used now: pulled and verified files in the catalogue's order, then the user's own.

    Raises:
        BadInput: the list of own models cannot be read.
    """
    pulled = [
        InstalledModel(entry.id, folder / entry.file, entry.sha256, entry.bytes)
        for entry in entries
        if is_verified(folder / entry.file, entry)
    ]
    return (*pulled, *(model for model in own_models(folder) if model.path.is_file()))


def find(model_id: str, folder: Path, entries: Iterable[CatalogEntry]) -> InstalledModel:
    """The model with this id, ready to load.

    Raises:
        BadInput: no model has this id.
        ModelUnavailable: it is known and not here.
    """
    entries = tuple(entries)
    own = own_models(folder)
    for model in installed(folder, entries):
        if model.id == model_id:
            return model
    for model in own:
        if model.id == model_id:
            raise ModelUnavailable(
                f"“{model_id}”: {model.path} is gone.",
                f"Put it back, or forget it with: outreach models remove {model_id}",
            )
    if any(entry.id == model_id for entry in entries):
        raise ModelUnavailable(f"“{model_id}” is not here yet.", f"Pull it with: outreach models pull {model_id}")
    raise unknown_model(model_id, [*(entry.id for entry in entries), *(model.id for model in own)])


def add(folder: Path, path: Path, model_id: str, entries: Iterable[CatalogEntry]) -> InstalledModel:
    """Register the user's own GGUF file; it stays where it is. An empty ``model_id``: made from the file's name.

    Raises:
        BadInput: it is no GGUF file, or the id is taken or cannot be one.
        StoreUnusable: the list of own models cannot be written.
    """
    path = path.expanduser().absolute()
    check_gguf(path)
    model_id = model_id or id_from(path)
    if not is_model_id(model_id):
        raise BadInput(f"“{model_id}” cannot be an id.", "Use small letters, digits, “-”, “.” and “_”, 40 at most.")
    own = own_models(folder)
    if any(entry.id == model_id for entry in entries) or any(model.id == model_id for model in own):
        raise BadInput(f"There is a model “{model_id}” already.", "Choose another with --id.")
    model = InstalledModel(model_id, path, sha256_of(path), path.stat().st_size, own=True)
    _save(folder, [*own, model])
    return model


def remove(folder: Path, model_id: str, entries: Iterable[CatalogEntry]) -> InstalledModel | None:
    """Delete a pulled model with all that belongs to it, or forget an own one, whose file stays.

    Returns:
        The model that was there; ``None`` if only the rest of a broken pull was.

    Raises:
        BadInput: no model has this id.
        StoreUnusable: a file cannot be deleted.
    """
    entries = tuple(entries)
    own = own_models(folder)
    for model in own:
        if model.id == model_id:
            _save(folder, [other for other in own if other != model])
            return model
    for entry in entries:
        if entry.id == model_id:
            return _delete(folder, entry)
    raise unknown_model(model_id, [*(entry.id for entry in entries), *(model.id for model in own)])


def verify(
    folder: Path,
    model_id: str,
    entries: Iterable[CatalogEntry],
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[int], None] | None = None,
) -> InstalledModel:
    """Read the whole file and compare its sha256; a pulled file that differs is no longer used.

    Raises:
        BadInput: no model has this id.
        ModelUnavailable: it is not here, or its bytes have changed.
        Cancelled: ``cancelled`` said so.
    """
    entries = tuple(entries)
    model = find(model_id, folder, entries)
    if sha256_of(model.path, cancelled=cancelled, progress=progress) == model.sha256:
        return model
    if model.own:
        raise ModelUnavailable(
            f"“{model_id}”: {model.path} has changed since it was added.",
            f"If that is meant: outreach models remove {model_id}, then add it again.",
        )
    _mark(model.path).unlink(missing_ok=True)
    raise ModelUnavailable(
        f"“{model_id}”: {model.path} is damaged; its sha256 is not the catalogue's.",
        f"Pull it anew: outreach models pull {model_id}",
    )


def own_models(folder: Path) -> tuple[InstalledModel, ...]:
    """The user's own models, also those whose file is gone.

    Raises:
        BadInput: their list cannot be read.
    """
    file = folder / _OWN
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return tuple(
            InstalledModel(str(row["id"]), Path(row["path"]), str(row["sha256"]), int(row["bytes"]), own=True)
            for row in rows
        )
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"{file}: the list of your own models cannot be read ({error}).", "Move it away and add them again."
        ) from error


def is_verified(file: Path, entry: CatalogEntry) -> bool:
    """Whether ``file`` has the entry's size, and its sha256 matched when it was pulled."""
    try:
        known = _mark(file).read_text(encoding="utf-8").split()
        return known[:1] == [entry.sha256] and file.stat().st_size == entry.bytes
    except (OSError, UnicodeDecodeError):
        return False


def mark_verified(file: Path, sha256: str) -> None:
    """Note beside ``file`` that its bytes have this sha256, as ``sha256sum --check`` reads it."""
    _mark(file).write_text(f"{sha256}  {file.name}\n", encoding="utf-8")


def check_gguf(path: Path) -> None:
    """See that ``path`` begins as a GGUF file does.

    Raises:
        BadInput: it does not, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(24)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error
    if len(head) < 24 or head[:4] != b"GGUF":
        raise BadInput(f"{path}: is no GGUF file.", "Models for llama.cpp end in .gguf and begin with these letters.")
    (version,) = struct.unpack("<I", head[4:8])
    if version not in _GGUF_VERSIONS:
        raise BadInput(f"{path}: is a GGUF file of version {version}.", "Versions 2 and 3 can be read.")


def id_from(path: Path) -> str:
    """An id made from a file's name: ``My Model.Q4.gguf`` → ``my-model.q4``."""
    return re.sub(r"[^a-z0-9._]+", "-", path.stem.lower()).strip("-._")[:40] or "own"


def _mark(file: Path) -> Path:
    return file.with_name(f"{file.name}.sha256")


def _delete(folder: Path, entry: CatalogEntry) -> InstalledModel | None:
    file = folder / entry.file
    was_here = is_verified(file, entry)
    try:
        _mark(file).unlink(missing_ok=True)
        file.unlink(missing_ok=True)
        PartFile(folder, entry.file, entry.sha256).discard()
    except OSError as error:
        raise StoreUnusable(f"{error.filename}: cannot be deleted ({error.strerror}).") from error
    return InstalledModel(entry.id, file, entry.sha256, entry.bytes) if was_here else None


def _save(folder: Path, own: list[InstalledModel]) -> None:
    rows = [{**asdict(model), "path": str(model.path)} for model in own]
    file = folder / _OWN
    new = file.with_suffix(".new")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        new.replace(file)
    except OSError as error:
        raise StoreUnusable(f"{file}: cannot be written ({error.strerror}).") from error
