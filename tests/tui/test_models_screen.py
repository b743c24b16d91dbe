"""Models in the app: seeing, getting, choosing, adding and removing them, with a hub on this machine."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from outreach.models.catalog import CatalogEntry, HubSource
from outreach.models.registry import mark_verified
from outreach.settings import NO_MODEL, Paths
from outreach.workspace import Workspace
from tests.models.local_hub import COMMIT, LocalHub, serving
from tests.models.made import content_of

Open = Callable[..., Workspace]
Drive = Callable[..., None]

SIZE = 3_000_000


def _entry(name: str, content: bytes, memory: int = 1) -> CatalogEntry:
    sha256 = hashlib.sha256(content).hexdigest()
    source = HubSource(f"someone/{name}", COMMIT, f"{name}.gguf")
    least = 0 if name == "alpha" else None
    return CatalogEntry(
        name, f"For {name}", f"{name}.gguf", len(content), sha256, "MIT", 2048, memory, least, (source,)
    )


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[LocalHub]:
    """A hub with the model ``alpha``."""
    with serving(LocalHub(content_of(SIZE))) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield hub


@pytest.fixture
def shop(filled: Workspace, hub: LocalHub) -> Workspace:
    """A workspace that can get ``alpha`` from the hub; ``beta`` wants more memory than there is."""
    filled.models.catalog = (_entry("alpha", hub.content), _entry("beta", content_of(50, seed=2), memory=1 << 50))
    return filled


def _row(app: Any, name: str) -> str:
    """The line of a model."""
    lines: list[str] = app.seen.splitlines()
    return next(line for line in lines if line.lstrip(" ▸").startswith(name))


def test_a_model_comes_in_the_background_after_a_second_try_and_drafts(
    shop: Workspace, hub: LocalHub, drive: Drive
) -> None:
    """A failure is told with what helps; progress goes on while the screen is closed; then it is in use."""
    hub.status = 404

    async def steps(app: Any) -> None:
        await app.until_seen("Templates only: no model is here yet. Ctrl+G gets one that writes better.")
        await app.press("ctrl+g")
        await app.until_seen("For this machine: alpha.")
        assert "not here · recommended" in _row(app, "alpha")
        assert "needs 1125899.9 GB of memory" in _row(app, "beta")
        assert "▸" in _row(app, "no model")
        await app.press("p")
        await app.until_seen("It did not come. Check the connection; p tries again")
        await app.until_seen("“alpha” could not be pulled. The hub:")
        hub.status, hub.stall_after = 200, 1_000_000
        await app.press("enter")
        await app.until(lambda: "33 %" in _row(app, "alpha") or "34 %" in _row(app, "alpha"))
        await app.press("p")
        await app.until_told("One at a time: alpha is on its way. s stops it.")
        await app.press("escape")
        await app.until_seen("Getting model alpha: 3")
        assert "of 3 MB" in app.words
        hub.go_on.set()
        await app.until_told("Model alpha is here. New drafts are written with it.")
        await app.until_seen("Model alpha, on this machine")
        await app.press("ctrl+g")
        assert "▸" in _row(app, "alpha")
        assert "in use · recommended" in _row(app, "alpha")
        await app.press("delete")
        await app.until_seen("Remove alpha? That frees 3 MB; it can be got again.")
        await app.press("escape")
        assert "in use" in _row(app, "alpha")
        await app.press("delete", "r")
        await app.until_seen("Templates only: no model is here yet.")
        assert "not here" in _row(app, "alpha")

    drive(shop, steps)


def test_a_stopped_pull_goes_on_where_it_was_and_leaving_stops_one(
    shop: Workspace, hub: LocalHub, drive: Drive, paths: Paths
) -> None:
    """What is here of a model is kept, and told."""
    hub.stall_after = 1_000_000

    async def steps(app: Any) -> None:
        await app.press("ctrl+g", "p")
        await app.until(lambda: "33 %" in _row(app, "alpha") or "34 %" in _row(app, "alpha"))
        await app.press("s")
        await app.until(lambda: "% here" in _row(app, "alpha"))
        await app.until_seen("p goes on getting it")
        await app.press("p")
        await app.until(lambda: app.app.puller.under_way == "alpha")
        await app.press("ctrl+q")

    drive(shop, steps)
    assert (paths.models / "alpha.gguf.part").stat().st_size >= 900_000
    assert not (paths.models / "alpha.gguf").exists()


def test_one_switches_to_another_model_to_none_and_to_a_file_of_ones_own(
    filled: Workspace, drive: Drive, paths: Paths, tmp_path: Path
) -> None:
    """At once and for the next start; a wrong path is asked for again with the reason."""
    filled.models.catalog = (_entry("alpha", content_of(100)), _entry("beta", content_of(50, seed=2)))
    paths.models.mkdir(parents=True)
    for number, entry in enumerate(filled.models.catalog, start=1):
        (paths.models / entry.file).write_bytes(content_of(entry.bytes, seed=number))
        mark_verified(paths.models / entry.file, entry.sha256)
    own = tmp_path / "My [b]Model.gguf"
    own.write_bytes(content_of(80, seed=3))

    async def steps(app: Any) -> None:
        await app.until_seen("Model alpha, on this machine")
        await app.press("ctrl+g", "down", "enter")
        await app.until_seen("Model beta, on this machine")
        assert "▸" in _row(app, "beta")
        await app.press("t")
        await app.until_seen("Templates only, as you chose")
        assert filled.settings().model == NO_MODEL
        assert filled.models.chosen() is None
        await app.press("plus")
        await app.paste(str(tmp_path / "nothing.gguf"))
        await app.press("enter")
        await app.until_seen("cannot be read (No such file or directory).")
        app.app.focused.text = ""
        await app.paste(f"'{own}'")
        await app.press("enter")
        await app.until_told("Added as my-b-model. Enter drafts with it.")
        await app.until_seen("My [b]Model.gguf")
        await app.press("enter")
        await app.until_seen("Model my-b-model, on this machine")
        own.unlink()
        await app.press("escape", "ctrl+g")
        assert "file is gone" in _row(app, "my-b-model")

    drive(filled, steps)
    assert filled.settings().model == "my-b-model"


def test_the_app_asks_once_after_the_first_draft_and_gets_nothing_without_a_yes(
    shop: Workspace, hub: LocalHub, drive: Drive
) -> None:
    """Not before; “not now” is for this time, “never” for good; a yes gets it."""

    async def drafted(app: Any) -> None:
        await app.press("f", "enter")
        await app.until_seen("Subject")
        await app.until(lambda: bool(shop.drafts(shop.mentorships()[0].id)))
        await app.press("escape")

    async def later(app: Any) -> None:
        await app.press("ctrl+g", "escape")
        assert "Get alpha now" not in app.words
        await drafted(app)
        await app.until_seen("Get alpha now (3 MB)?")
        await app.press("escape")
        await drafted(app)
        await app.until_seen("Mentors")
        assert "Get alpha now" not in app.words

    drive(shop, later, ask=True)
    assert hub.ranges == []
    assert shop.settings().ask_for_model

    async def yes(app: Any) -> None:
        await drafted(app)
        await app.until_seen("Get alpha now (3 MB)?")
        await app.press("y")
        await app.until_told("Model alpha is here.")

    drive(shop, yes, ask=True)
    shop.models.remove("alpha")

    async def never(app: Any) -> None:
        await drafted(app)
        await app.until_seen("Get alpha now (3 MB)?")
        await app.press("v")

    drive(shop, never, ask=True)
    assert not shop.settings().ask_for_model


def test_where_llama_cpp_is_missing_the_models_say_why_and_none_is_got(
    shop: Workspace, hub: LocalHub, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a gigabyte that nothing could run."""
    monkeypatch.setitem(sys.modules, "llama_cpp", None)

    async def steps(app: Any) -> None:
        await app.until_seen("Templates only: llama-cpp-python is not installed.")
        await app.press("ctrl+g")
        await app.until_seen("No model can write here: llama-cpp-python is not installed.")
        await app.press("p")
        await app.until_told("No model can write here")
        await app.press("escape")

    drive(shop, steps, ask=True)
    assert hub.ranges == []
