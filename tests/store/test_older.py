"""A store that an earlier Outreach wrote."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

from outreach.domain.facts import FactChanges, Reworded
from outreach.store.store import Store

OLDER = Path(__file__).with_name("older.json")
"""Written before facts could be changed, with a mentor, a meeting and a draft."""


def test_an_older_store_opens_and_keeps_what_is_changed_now(tmp_path: Path) -> None:
    """What it does not know has its default; changes are there after opening again, all else is as it was."""
    assert '"changes"' not in OLDER.read_text(encoding="utf-8")
    path = tmp_path / "outreach.json"
    shutil.copy(OLDER, path)
    store = Store(path)
    (mentorship,) = store.mentorships()
    assert mentorship.changes == FactChanges()
    assert len(store.drafts(mentorship.id)) == 1
    changes = FactChanges(
        ("She sold it.",), (Reworded("Kept bees.", "She keeps bees"),), ("She taught me",), ("I bake",)
    )
    store.save_mentorship(replace(mentorship, changes=changes))
    store.close()
    again = Store(path)
    assert again.mentorships() == [replace(mentorship, changes=changes)]
    again.close()
    before, after = (json.loads(file.read_text(encoding="utf-8"))["mentorships"]["1"] for file in (OLDER, path))
    meetings = [
        {key: meeting[key] for key in old} for meeting, old in zip(after["meetings"], before["meetings"], strict=True)
    ]
    assert {key: after[key] for key in before} | {"meetings": meetings} == before
