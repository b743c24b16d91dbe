"""The pictures in the README: the app as it draws itself. ``UPDATE_PICTURES=1`` draws them anew."""

from __future__ import annotations

import datetime as dt
import html
import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from outreach.domain.mentorship import Mentorship
from outreach.engine.scripted import ScriptedEngine
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.sample import open_sample
from outreach.settings import Paths, Settings
from outreach.workspace import Workspace

Open = Callable[..., Workspace]
Drive = Callable[..., None]
Steps = Callable[[Any], Awaitable[None]]

PICTURES = Path(__file__).with_name("pictures")
README = Path(__file__).parents[2] / "README.md"
MONDAY = dt.date(2026, 11, 23)
MODEL = "Model balanced, on this machine"
HOOK = (
    "I'm writing because you worked as an intensive care nurse for eleven years before you moved into informatics"
    " in 2014."
)
_SAVED = re.compile(r"saved \d\d:\d\d")


def _words(svg: str) -> str:
    """The words of a picture, without the time of day at which it was drawn."""
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return _SAVED.sub("saved", " ".join(" ".join(html.unescape(text).replace("\xa0", " ").split()) for text in texts))


def _self_contained(svg: str) -> str:
    """``svg`` without fonts from elsewhere: a picture that asks no server for anything."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def _check(name: str, app: Any) -> None:
    """The picture that is kept, and named in the README, shows what is on the screen."""
    app.app.clear_notifications()
    svg = _self_contained(app.app.export_screenshot(title="Outreach"))
    file = PICTURES / f"{name}.svg"
    if os.environ.get("UPDATE_PICTURES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(svg, encoding="utf-8")
    kept = file.read_text(encoding="utf-8")
    assert _words(kept) == _words(svg)
    assert "http" not in kept.replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")
    assert f"tests/tui/pictures/{name}.svg" in README.read_text(encoding="utf-8")


def test_the_picture_of_a_draft_shows_the_app_as_it_is(open_workspace: Open, drive: Drive, monkeypatch: Any) -> None:
    """The case that `outreach` drafts where there is no terminal, its hook from the model."""
    monkeypatch.setattr("outreach.workspace._any_seed", lambda: 5)
    case = read_case(prompts_folder() / "sample.toml")
    workspace = open_workspace(ScriptedEngine([HOOK]))
    workspace.save_mentee(case.mentee)
    workspace.save_mentorship(Mentorship("", case.mentor, case.ask))

    async def steps(app: Any) -> None:
        await app.press("escape", "f", "enter")
        await app.until_drafted()
        app.app.status = MODEL
        await app.press("down", "down", "end")
        await app.until_seen("Model’s words")
        _check("draft", app)

    drive(workspace, steps, size=(120, 36))


def test_the_picture_of_home_shows_the_sample_as_it_is(paths: Paths, drive: Drive) -> None:
    """What is due, and with whom, in the light colours."""
    user = Workspace(paths, today=MONDAY, engine=ScriptedEngine([]))
    user.save_settings(Settings(theme="outreach-light"))
    sample = open_sample(user)

    async def steps(app: Any) -> None:
        await app.until_seen("Beatriz Salgado sent")
        app.app.status = MODEL
        await app.press("escape", "down", "5")
        await app.until_seen("Sun 22 Nov")
        _check("home", app)

    drive(sample, steps, size=(120, 36))
    sample.close()
    user.close()
