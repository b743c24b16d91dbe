"""From an empty store to a first draft, and the model on its way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from outreach.domain.draft import Origin
from outreach.domain.errors import Cancelled, ModelUnavailable
from outreach.models import PullProgress
from outreach.tui.findings_panel import FindingsPanel
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

GOAL = "Move into a clinical machine-learning engineer role within 18 months"


def test_a_new_user_is_led_through_both_forms_to_a_draft_from_templates(open_workspace: Open, drive: Drive) -> None:
    """Goals first, then the mentor, then f."""
    workspace = open_workspace()

    async def steps(app: Any) -> None:
        await app.until_seen("Welcome to Outreach")
        assert app.app.focused.id == "goals"
        await app.paste(GOAL)
        await app.fill("name", "Priya Nair")
        await app.fill("role", "Data analyst")
        await app.press("ctrl+s")
        await app.until_seen("Your first mentor")
        await app.paste("Tomasz Zieliński")
        await app.fill("background", "He led the team that put an ECG triage model into 40 clinics.")
        await app.fill("about", "how to monitor a model in its first months")
        await app.fill("minutes", "20")
        await app.press("ctrl+s")
        await app.until_seen("ECG triage model")
        await app.press("f", "enter")
        await app.until_seen("Subject")
        # Which findings stand before it, the wording decides.
        notes = app.app.screen.query_one(FindingsPanel).items
        assert any("without a model" in item.text.plain for item in notes)

    drive(workspace, steps)
    (mentorship,) = workspace.mentorships()
    (draft,) = workspace.drafts(mentorship.id)
    assert draft.current.model is None
    assert all(section.origin is not Origin.MODEL for section in draft.current.sections)
    assert "Tomasz" in draft.current.body


def test_a_long_background_is_pasted_in_one_go(open_workspace: Open, drive: Drive, mentee: Any) -> None:
    """Nine hundred lines arrive whole, and are stored as pasted."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    pasted = "\n".join(f"Line {number}: she has run workshop {number} in Leeds." for number in range(1, 901))

    async def steps(app: Any) -> None:
        await app.press("n")
        await app.until_seen("Your first mentor")
        await app.paste("Ada Lane")
        await app.fill("background", pasted)
        await app.press("ctrl+s")
        await app.until_seen("Line 1: she has run")

    drive(workspace, steps)
    assert workspace.mentorships()[0].mentor.background == pasted


class _SlowToCome(Workspace):
    """A workspace whose model fails to come once, and then comes."""

    half_way = threading.Event()
    pulls = 0
    here = False

    def model_to_pull(self) -> str | None:
        return None if self.here else "balanced"

    def model_notice(self) -> str:
        return "Model balanced, ready" if self.here else "No model yet"

    def pull(self, model_id: str, progress: Callable[[PullProgress], None], cancelled: Callable[[], bool]) -> None:
        type(self).pulls += 1
        if self.pulls == 1:
            raise ModelUnavailable("The hub cannot be reached.", "Check the network.")
        progress(PullProgress("fetching", "the hub", 300_000_000, 1_000_000_000, 1e6, 700.0))
        while not self.half_way.wait(0.01):
            if cancelled():
                raise Cancelled("Stopped.")
        type(self).here = True


def test_the_model_comes_in_the_background_with_progress_and_a_second_try(
    open_workspace: Open, drive: Drive, mentee: Any
) -> None:
    """A failure is told with the key that tries again; progress has bytes, percent and time left."""
    workspace = open_workspace(cls=_SlowToCome)
    workspace.save_mentee(mentee)

    async def steps(app: Any) -> None:
        await app.until_seen("No model balanced yet, drafts come from templates; Ctrl+G tries again.")
        await app.until_told("The hub cannot be reached. Check the network.")
        await app.press("ctrl+g")
        await app.until_seen("Getting model balanced: 30%, 300 of 1,000 MB, about 12 min left")
        await app.press("n")
        await app.until_seen("Your first mentor")
        assert "Getting model balanced: 30%" in app.words
        _SlowToCome.half_way.set()
        await app.until_seen("Model balanced, ready")

    drive(workspace, steps, pull=True)


def test_leaving_stops_a_pull(open_workspace: Open, drive: Drive, mentee: Any) -> None:
    """The app does not hang on a download."""

    class Endless(_SlowToCome):
        half_way = threading.Event()
        pulls = 1
        here = False

    workspace = open_workspace(cls=Endless)
    workspace.save_mentee(mentee)

    async def steps(app: Any) -> None:
        await app.until_seen("Getting model balanced: 30%")
        await app.press("q")

    drive(workspace, steps, pull=True)
    assert not Endless.here
