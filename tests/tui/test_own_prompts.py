"""The app and prompts of the user's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from outreach.settings import Paths
from outreach.workspace import Workspace

Drive = Callable[..., None]


def test_a_broken_prompt_is_told_once_and_the_draft_is_made(filled: Workspace, drive: Drive, paths: Paths) -> None:
    """With file and line; the second draft goes without a word about it."""
    paths.prompts.mkdir(parents=True)
    (paths.prompts / "first-contact.j2").write_text("{% block close %}\n{{ nothing }}{% endblock %}", "utf-8")
    warnings: list[str] = []

    async def steps(app: Any) -> None:
        for _ in range(2):
            await app.press("f", "enter")
            await app.until_drafted()
            await app.press("escape")
        warnings.extend(told.message for told in app.app._notifications)

    drive(filled, steps)
    told = [warning for warning in warnings if "first-contact.j2:2: 'nothing' is undefined" in warning]
    assert len(told) == 1
    assert len(filled.drafts(filled.mentorships()[0].id)) == 2
