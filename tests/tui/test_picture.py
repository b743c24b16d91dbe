"""The picture in the README: the app with the sample case, drafted by itself. ``UPDATE_PICTURE=1`` draws it anew."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from outreach.domain.mentorship import Mentorship
from outreach.engine.scripted import ScriptedEngine
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]

PICTURE = Path(__file__).with_name("screenshot.svg")
HOOK = (
    "I'm writing because you worked as an intensive care nurse for eleven years before you moved into informatics"
    " in 2014."
)


def _text(svg: str) -> str:
    """The words of a picture."""
    return " ".join(html.unescape(svg).replace("\xa0", " ").split())


def _self_contained(svg: str) -> str:
    """``svg`` without fonts from elsewhere: a picture that asks no server for anything."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def test_the_picture_in_the_readme_shows_the_app_as_it_is(open_workspace: Open, drive: Drive) -> None:
    """The app drafts the sample; the picture of that and the one in the tree show the same texts."""
    case = read_case(prompts_folder() / "sample.toml")
    workspace = open_workspace(ScriptedEngine([HOOK]))
    workspace.save_mentee(case.mentee)
    workspace.save_mentorship(Mentorship("", case.mentor, case.ask))
    drawn: list[str] = []

    async def steps(app: Any) -> None:
        app.app.status = "Model balanced, on this machine"
        await app.press("down", "f", "enter")
        await app.until_seen("Kind regards")
        await app.until_seen("By the model: hook")
        drawn.append(_self_contained(app.app.export_screenshot(title="Outreach")))

    drive(workspace, steps, size=(110, 34))
    if os.environ.get("UPDATE_PICTURE"):
        PICTURE.write_text(drawn[0], encoding="utf-8")
    kept = _text(PICTURE.read_text(encoding="utf-8"))
    assert "http" not in kept.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    for words in ("Subject", "Kind regards", "Rewrite", "By the model:", "In this draft", "Score"):
        assert words in _text(drawn[0])
        assert words in kept
