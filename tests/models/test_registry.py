from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from outreach.domain.errors import BadInput, ModelUnavailable
from outreach.models import add, find, installed, load_catalog, own_models, remove, verify
from outreach.models.registry import id_from, mark_verified
from tests.models.made import content_of, entry_for

CONTENT = content_of(1000)


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    file = tmp_path / "My Model.Q4.gguf"
    file.write_bytes(CONTENT)
    return file


def test_an_own_file_is_found_after_it_was_added(tmp_path: Path, own_file: Path) -> None:
    """It keeps its place, gets an id from its name, and its sha256 is known."""
    folder = tmp_path / "models"
    model = add(folder, own_file, "", load_catalog())
    assert (model.id, model.path, model.bytes, model.own) == ("my-model.q4", own_file, 1000, True)
    assert model.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert find("my-model.q4", folder, load_catalog()) == model
    assert installed(folder, load_catalog()) == (model,)


def test_forgetting_an_own_file_leaves_it_in_place(tmp_path: Path, own_file: Path) -> None:
    """Only the registration goes."""
    folder = tmp_path / "models"
    add(folder, own_file, "mine", load_catalog())
    remove(folder, "mine", load_catalog())
    assert own_file.exists()
    assert own_models(folder) == ()


def test_an_own_file_that_is_gone_says_so(tmp_path: Path, own_file: Path) -> None:
    """It is not offered, and asking for it names the path."""
    folder = tmp_path / "models"
    add(folder, own_file, "mine", load_catalog())
    own_file.unlink()
    assert installed(folder, load_catalog()) == ()
    with pytest.raises(ModelUnavailable, match=r"My Model\.Q4\.gguf is gone"):
        find("mine", folder, load_catalog())


def test_an_own_file_that_changed_fails_its_check(tmp_path: Path, own_file: Path) -> None:
    """The sha256 from when it was added is what counts."""
    folder = tmp_path / "models"
    add(folder, own_file, "mine", load_catalog())
    verify(folder, "mine", load_catalog())
    own_file.write_bytes(CONTENT[:-1] + b"?")
    with pytest.raises(ModelUnavailable, match="has changed since it was added"):
        verify(folder, "mine", load_catalog())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no GGUF file"),
        (b"GGUF", "no GGUF file"),
        (b"<!doctype html><html><body>Not found", "no GGUF file"),
        (b"GGUF\x01\x00\x00\x00" + bytes(100), "version 1"),
    ],
)
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """The first bytes tell."""
    file = tmp_path / "x.gguf"
    file.write_bytes(data)
    with pytest.raises(BadInput, match=told):
        add(tmp_path, file, "", load_catalog())


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """So is a folder in its place."""
    for path in (tmp_path / "none.gguf", tmp_path):
        with pytest.raises(BadInput, match="cannot be read"):
            add(tmp_path, path, "", load_catalog())


@pytest.mark.parametrize(
    ("model_id", "told"), [("tiny", "already"), ("a b", "cannot be an id"), ("Ä", "cannot be an id")]
)
def test_an_id_must_be_free_and_plain(tmp_path: Path, own_file: Path, model_id: str, told: str) -> None:
    """Ids of the catalogue are taken."""
    with pytest.raises(BadInput, match=told):
        add(tmp_path, own_file, model_id, load_catalog())


def test_an_id_is_made_from_any_name() -> None:
    """Even from one without a usable letter."""
    assert id_from(Path("Ünïcode  Model!.gguf")) == "n-code-model"
    assert id_from(Path("模型.gguf")) == "own"


def test_a_pulled_model_counts_only_with_its_mark_and_size(tmp_path: Path) -> None:
    """Neither a bare file nor a file cut short is offered."""
    entry = entry_for(CONTENT)
    file = tmp_path / entry.file
    file.write_bytes(CONTENT)
    assert installed(tmp_path, [entry]) == ()
    with pytest.raises(ModelUnavailable, match="not here yet"):
        find("a-model", tmp_path, [entry])
    mark_verified(file, entry.sha256)
    assert find("a-model", tmp_path, [entry]).path == file
    file.write_bytes(CONTENT[:-1])
    assert installed(tmp_path, [entry]) == ()


def test_a_damaged_model_is_no_longer_used_once_checked(tmp_path: Path) -> None:
    """The check finds the changed byte, and from then on the model is not here."""
    entry = entry_for(CONTENT)
    file = tmp_path / entry.file
    file.write_bytes(CONTENT[:-1] + b"?")
    mark_verified(file, entry.sha256)
    with pytest.raises(ModelUnavailable, match="is damaged"):
        verify(tmp_path, "a-model", [entry])
    assert installed(tmp_path, [entry]) == ()


def test_removing_a_model_takes_all_that_belongs_to_it(tmp_path: Path) -> None:
    """File, mark and the rest of a broken pull; removing again finds nothing."""
    entry = entry_for(CONTENT)
    (tmp_path / entry.file).write_bytes(CONTENT)
    mark_verified(tmp_path / entry.file, entry.sha256)
    (tmp_path / f"{entry.file}.part").write_bytes(b"x")
    removed = remove(tmp_path, "a-model", [entry])
    assert removed is not None
    assert list(tmp_path.glob("a-model*")) == []
    assert remove(tmp_path, "a-model", [entry]) is None


def test_a_broken_list_of_own_models_is_named_and_not_overwritten(tmp_path: Path, own_file: Path) -> None:
    """What cannot be read stays as it is."""
    (tmp_path / "own.json").write_text("[{")
    with pytest.raises(BadInput, match=r"own\.json"):
        add(tmp_path, own_file, "mine", load_catalog())
    assert (tmp_path / "own.json").read_text() == "[{"
