"""From an empty store to a first draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from outreach.domain.case import Ask, ask_in
from outreach.domain.draft import Origin
from outreach.domain.names import titled
from outreach.tui.compose.findings_panel import FindingsPanel
from outreach.tui.forms.start_form import StartForm
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

GOAL = "Move into a clinical machine-learning engineer role within 18 months"


def test_a_new_user_is_led_through_one_short_form_to_a_draft_from_templates(open_workspace: Open, drive: Drive) -> None:
    """Enter goes from field to field and on to the button; the name may come with title and degree."""
    workspace = open_workspace()

    async def steps(app: Any) -> None:
        await app.until_seen("Your first draft")
        assert app.app.focused.id == "name"
        await app.paste("Priya Nair")
        await app.press("enter", "enter")
        await app.paste(GOAL)
        await app.press("enter")
        await app.paste("Dr. Tomasz\n  Zieliński, PhD\n")
        await app.press("enter")
        await app.paste("He led the team that put an ECG triage model into 40 clinics.")
        await app.press("tab")
        await app.paste("how to monitor a model in its first months")
        await app.press("enter")
        assert app.app.focused.label.plain == "Draft"
        await app.press("enter")
        await app.until_seen("Subject")
        # Which findings stand before it, the wording decides.
        notes = app.app.screen.query_one(FindingsPanel).items
        assert any("without a model" in item.text.plain for item in notes)

    drive(workspace, steps)
    mentee = workspace.mentee()
    assert mentee is not None
    assert (mentee.name, mentee.goals) == ("Priya Nair", (GOAL,))
    (mentorship,) = workspace.mentorships()
    assert (mentorship.mentor.title, mentorship.mentor.name) == ("Dr.", "Tomasz Zieliński")
    (draft,) = workspace.drafts(mentorship.id)
    assert draft.current.model is None
    assert all(section.origin is not Origin.MODEL for section in draft.current.sections)
    assert "Dr. Zieliński" in draft.current.body
    assert not workspace.unfinished.all()


def test_the_first_form_says_what_is_missing_where_it_is_and_keeps_what_was_typed(
    open_workspace: Open, drive: Drive
) -> None:
    """The next key deletes nothing; Esc asks nothing, and ten thousand pasted lines are there again."""
    workspace = open_workspace()
    attack = "[/docs] [@click=app.quit]x \x1b[2J \u202e 你好 👩‍⚕️"
    pasted = "\n".join(f"Line {number}: she has run workshop {number}." for number in range(1, 10_001))

    async def steps(app: Any) -> None:
        await app.until_seen("Your first draft")
        await app.press("ctrl+s")
        await app.until_seen("▲ Write your name")
        assert app.app.focused.id == "name"
        await app.paste("Priya")
        await app.until(lambda: "▲ Write your name" not in app.seen)
        await app.press("ctrl+s")
        await app.until_seen("▲ Write one thing that you want to reach")
        assert app.app.focused.id == "goals"
        await app.press("shift+tab", "shift+tab", "!")
        await app.fill("background", pasted)
        await app.fill("role", attack)
        await app.press("escape")
        await app.until(lambda: not isinstance(app.app.screen, StartForm))
        await app.press("n")
        await app.until_seen("What you typed here before is still there.")
        form = app.app.screen
        assert (form.value("name"), form.value("background")) == ("Priya!", pasted)
        assert "[/docs]" in app.seen
        assert "\x1b" not in app.seen
        await app.press("ctrl+q")

    drive(workspace, steps)
    assert workspace.mentee() is None
    (kept,) = workspace.unfinished.all()
    assert dict(kept.typed) == {"name": "Priya!", "background": pasted, "role": attack}


@pytest.mark.parametrize(
    ("pasted", "title", "name"),
    [
        ("Dr Jane Roe", "Dr", "Jane Roe"),
        (" Prof. Dr.  Jane Roe, PhD, MD ", "Prof. Dr.", "Jane Roe"),
        ("Jane Roe, Ph.D.", "", "Jane Roe"),
        ("Drew Miles", "", "Drew Miles"),
        ("Dr", "", "Dr"),
        ("Sammy Davis, Jr.", "", "Sammy Davis, Jr."),
    ],
)
def test_a_title_in_a_pasted_name_is_told_from_the_name(pasted: str, title: str, name: str) -> None:
    """Degrees behind a name are left out; what only looks like a title stays."""
    assert titled(pasted) == (title, name)


@pytest.mark.parametrize(
    ("line", "about", "minutes"),
    [
        ("20 minutes on Zoom about how she began", "on Zoom about how she began", 20),
        ("30 min, how she began", "how she began", 30),
        ("20 minutes of her time to ask how she began", "to ask how she began", 20),
        ("15 mins", "", 15),
        ("20 minutes on Zoom", "20 minutes on Zoom", None),
        ("how she spends the first 20 minutes", "how she spends the first 20 minutes", None),
        ("", "", None),
    ],
)
def test_a_length_at_the_start_of_the_ask_is_how_long_it_takes(line: str, about: str, minutes: int | None) -> None:
    """What is asked is what stands behind it."""
    assert ask_in(line) == Ask(about, minutes)


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
