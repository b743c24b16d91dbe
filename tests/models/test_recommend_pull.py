"""Which model is pulled, by what is here already."""

from __future__ import annotations

from pathlib import Path

from outreach.models import InstalledModel, entry_of, load_catalog, to_pull

PLENTY = 8_000_000_000


def _here(*ids: str) -> list[InstalledModel]:
    entries = [entry_of(model_id, load_catalog()) for model_id in ids]
    return [InstalledModel(entry.id, Path(entry.file), entry.sha256, entry.bytes) for entry in entries]


def test_a_smaller_model_that_happens_to_be_here_does_not_stand_in_for_the_recommended_one() -> None:
    """The tests leave ``tiny`` on the machine; the user wants what suits it."""
    advice = to_pull(load_catalog(), _here("tiny"), "", PLENTY)
    assert advice is not None
    assert advice.entry.id == "balanced"


def test_nothing_is_pulled_where_what_is_here_serves() -> None:
    """The recommended one, the user's choice, or a larger one pulled when more memory was free."""
    assert to_pull(load_catalog(), _here("balanced"), "", PLENTY) is None
    assert to_pull(load_catalog(), _here("tiny"), "tiny", PLENTY) is None
    assert to_pull(load_catalog(), _here("balanced"), "", 1_000_000_000) is None
