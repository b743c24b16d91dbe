"""The picture in the README: the app with a fixed sample. ``UPDATE_PICTURE=1`` draws it anew."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from outreach.domain.draft import Draft, Kind, ModelUsed, Origin, Revision, Section
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

PICTURE = Path(__file__).with_name("screenshot.svg")
SUBJECT = "A question about monitoring a model in a clinic"
HOOK = "Your talk at PyData London 2024 on shadow deployments is why I am writing."
GOAL = "I am working to move into a clinical machine-learning engineer role within 18 months."
WAY_OUT = "If that does not suit you, one line on where to start would help me just as much."
BODY = f"""Dear Dr Zieliński,

{HOOK}

I am a data analyst at a regional hospital network in Leeds. {GOAL}

Could I ask you for 20 minutes about how to monitor a model in its first months in a clinic? {WAY_OUT}

Kind regards,
Priya"""


def _text(svg: str) -> str:
    """The words of a picture."""
    return " ".join(html.unescape(svg).replace("\xa0", " ").split())


def test_the_picture_in_the_readme_shows_the_app_as_it_is(
    open_workspace: Open, drive: Drive, mentee: Any, mentorship: Any
) -> None:
    """A new picture and the one in the tree show the same texts."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    stored = workspace.save_mentorship(mentorship)
    other = dataclasses.replace(
        mentorship.mentor, name="Ada Lane", title="", role="Studio potter", organisation="Lane & Kiln"
    )
    workspace.save_mentorship(dataclasses.replace(mentorship, mentor=other, meetings=()))
    start = BODY.index(HOOK)
    hook = Section("hook", HOOK, Origin.MODEL, start, start + len(HOOK), tries=2)
    ask = Section("ask", "Could I ask you for 20 minutes", Origin.TEMPLATE)
    who = Section("who", "I am a data analyst", Origin.MENTEE)
    revision = Revision(
        SUBJECT,
        BODY,
        (hook, who, ask),
        model=ModelUsed("balanced", "0" * 64),
        saved=dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC),
        withheld=tuple(fact.id for fact in workspace.facts(stored.case(mentee)) if "Kraków" in fact.text),
    )
    workspace.save_draft(Draft("", stored.id, Kind.FIRST_CONTACT, revisions=(revision,)))
    drawn: list[str] = []

    async def steps(app: Any) -> None:
        app.app.status = "Model balanced, ready"
        await app.press("down", "4", "enter")
        await app.until_seen("Kind regards")
        drawn.append(app.app.export_screenshot(title="Outreach"))

    drive(workspace, steps, size=(110, 30))
    if os.environ.get("UPDATE_PICTURE"):
        PICTURE.write_text(drawn[0], encoding="utf-8")
    kept = _text(PICTURE.read_text(encoding="utf-8"))
    for words in (
        SUBJECT,
        "Could I ask you for 20 minutes",
        "Held back:",
        "By the model:",
        "hook (2 tries)",
        "F4",
        "Model balanced, ready",
    ):
        assert words in _text(drawn[0])
        assert words in kept
