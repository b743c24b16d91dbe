from __future__ import annotations

from pathlib import Path

import pytest

from outreach.domain.errors import BadInput
from outreach.models import entry_of, load_catalog
from outreach.models.catalog import HubSource, IndexSource

ENTRY = f"""
[[model]]
id = "one"
purpose = "For tests"
file = "one.gguf"
bytes = 10
sha256 = "{"a" * 64}"
licence = "Apache-2.0"
context = 2048
memory_bytes = 100
[[model.source]]
hub = "someone/one"
revision = "{"b" * 40}"
[[model.source]]
packages = ["one-part1==1.0", "one-part2==1.0"]
member = "*/data/part*.bin"
"""


def test_the_catalogue_that_ships_holds_five_models() -> None:
    """Ids, and the sources that are known for each."""
    entries = load_catalog()
    assert [entry.id for entry in entries] == ["tiny", "small", "balanced", "balanced-chat", "large"]
    assert all(isinstance(entry.sources[0], HubSource) for entry in entries)
    packages = {
        entry.id: [len(source.packages) for source in entry.sources if isinstance(source, IndexSource)]
        for entry in entries
    }
    assert packages == {"tiny": [1], "small": [6], "balanced": [22], "balanced-chat": [], "large": []}


def test_an_entry_is_read_with_its_sources_in_order(tmp_path: Path) -> None:
    """The hub's file name is the model's unless it says otherwise."""
    file = tmp_path / "catalog.toml"
    file.write_text(ENTRY)
    (entry,) = load_catalog(file)
    assert entry.recommended_from_bytes is None
    assert entry.sources == (
        HubSource("someone/one", "b" * 40, "one.gguf"),
        IndexSource(("one-part1==1.0", "one-part2==1.0"), "*/data/part*.bin"),
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('purpose = "For tests"', "", "model 1 “one”: “purpose” is missing"),
        ("bytes = 10", "bytes = 0", "“bytes” must be a whole number of 1 or more"),
        ("bytes = 10", "bytes = true", "“bytes” must be a whole number"),
        ("bytes = 10", 'bytes = "10"', "“bytes” must be a whole number"),
        ("aaaa", "AAAA", "“sha256” cannot be"),
        ('file = "one.gguf"', 'file = "../one.gguf"', "“file” cannot be “../one.gguf”"),
        ('id = "one"', 'id = "One"', "model 1: “id” cannot be “One”"),
        ("context = 2048", "context = 2048\ncontexts = 1", "unknown key “contexts”. Did you mean “context”?"),
        ('hub = "someone/one"', 'hub = "one"', "“one”: source 1: “hub” cannot be “one”"),
        ('"one-part1==1.0"', '"one-part1"', "source 2: “packages” cannot hold “one-part1”"),
        ('packages = ["one-part1==1.0", "one-part2==1.0"]', "packages = []", "“packages” must be a list of texts"),
        ('member = "*/data/part*.bin"', "", "source 2: “member” is missing"),
        ("[[model]]", "[model", "cannot be read as TOML"),
        ("[[model]]", "[[models]]", "“model” must be|“model” is missing"),
    ],
)
def test_a_wrong_catalogue_names_the_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    """File, model and key stand in the error."""
    file = tmp_path / "catalog.toml"
    file.write_text(ENTRY.replace(old, new, 1))
    with pytest.raises(BadInput) as caught:
        load_catalog(file)
    assert str(file) in str(caught.value)
    assert any(part in str(caught.value) for part in told.split("|"))


def test_two_models_with_one_id_are_refused(tmp_path: Path) -> None:
    """An id stands for one model."""
    file = tmp_path / "catalog.toml"
    file.write_text(ENTRY + ENTRY)
    with pytest.raises(BadInput, match="two models have the id “one”"):
        load_catalog(file)


def test_a_catalogue_that_is_gone_is_named(tmp_path: Path) -> None:
    """A missing file is told like a broken one."""
    with pytest.raises(BadInput, match=r"nowhere\.toml"):
        load_catalog(tmp_path / "nowhere.toml")


def test_a_wrong_id_names_the_nearest_known_one() -> None:
    """A slip of the finger is recognised; a name like nothing else gets the whole list."""
    entries = load_catalog()
    with pytest.raises(BadInput, match="Did you mean “balanced”"):
        entry_of("balnced", entries)
    with pytest.raises(BadInput, match="Known are: tiny, small"):
        entry_of("zzzzzzzzzz", entries)
