"""From a fresh start to a saved first draft, in a real terminal, with the real model or without one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach.domain.draft import Kind
from outreach.domain.mentorship import Mentorship
from outreach.settings import Paths
from outreach.store.store import Store
from tests.tui.terminal import Terminal

MOST_PRESSES = 8
PASTE = """Beatriz Salgado - Chief Nursing Information Officer at Northgate Health Trust
* was an intensive care nurse for nine years before she moved into informatics
* cut the admission form from 94 questions to 31 after asking night nurses which answers they ever read
* teaches an evening course on clinical data (?? still this year)
"""

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()


def test_a_first_draft_is_saved_after_a_handful_of_keys_with_the_real_model(
    terminal: Terminal, tiny_model: Path, tmp_path: Path
) -> None:
    """Five fields that are typed or pasted, and a key between them; the model that is here writes."""
    models = tmp_path / "models"
    models.mkdir()
    for file in (tiny_model, *tiny_model.parent.glob(f"{tiny_model.name}.sha256")):
        (models / file.name).symlink_to(file)
    _draft(terminal, models)
    mentorship, draft_model = _saved()
    assert draft_model == "tiny"
    assert mentorship.mentor.background == PASTE.rstrip("\n")


def test_a_first_draft_is_saved_after_the_same_keys_without_a_model(terminal: Terminal) -> None:
    """Templates write it; the app asks about a model only after that, and the way out loses nothing."""
    _draft(terminal, None)
    assert _saved()[1] == ""


def _draft(terminal: Terminal, models: Path | None) -> None:
    """As a new user does it, counting what is pressed beside characters."""
    terminal.start(models)
    terminal.wait_for("Your first draft")
    terminal.type("Amara Osei")
    terminal.keys("Tab")
    terminal.type("Ward nurse")
    terminal.keys("Tab")
    terminal.type("Move from the ward into health informatics")
    terminal.keys("Tab")
    terminal.type("Dr Beatriz Salgado")
    terminal.keys("Tab")
    terminal.paste(PASTE.rstrip("\n"))
    terminal.wait_for("still this year")
    terminal.keys("C-s")
    terminal.wait_for("Dear Dr Salgado")
    terminal.wait_for("eady, saved")
    assert terminal.presses <= MOST_PRESSES
    terminal.keys("C-q")
    terminal.wait_for_end()


def _saved() -> tuple[Mentorship, str]:
    store = Store(Paths.of_user().store_file)
    try:
        mentee = store.mentee()
        assert mentee is not None
        assert (mentee.name, mentee.role) == ("Amara Osei", "Ward nurse")
        (mentorship,) = store.mentorships()
        (draft,) = store.drafts(mentorship.id)
        assert draft.kind is Kind.FIRST_CONTACT
        return mentorship, draft.current.model.id if draft.current.model else ""
    finally:
        store.close()
