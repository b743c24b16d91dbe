"""The real app on the real workspace and store, driven without a terminal; only the model is scripted."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from outreach.domain.case import Action, Ask, Meeting, Owner
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.engine.protocol import Engine
from outreach.settings import Paths
from outreach.tui.app import OutreachApp
from outreach.tui.compose.draft_screen import DraftScreen
from outreach.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
SECONDS = 20.0
IDLE_S = 0.005
"""For how long the app does nothing before a test goes on; Textual looks four times as long at each key."""

BACKGROUND = """Tomasz Zieliński is ML lead at Heartline Diagnostics.
He led the team that put an ECG triage model into 40 clinics.
He spoke at PyData London 2024 about shadow deployments.
He studied in Kraków?? not sure
"""


class Driver:
    """What a test does in the app, and what it sees."""

    def __init__(self, app: OutreachApp, pilot: Pilot[None], workspace: Workspace) -> None:
        self.app = app
        self.pilot = pilot
        self.workspace = workspace

    @property
    def seen(self) -> str:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def words(self) -> str:
        """The screen as one line of words."""
        return " ".join(self.seen.replace("▌", " ").split())

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type ``text`` where the cursor is, without a wait for what goes on meanwhile."""
        field = self.app.focused
        assert isinstance(field, TextArea)
        length = len(field.text) + len(text)
        for letter in text:
            self.app.post_message(Key("space" if letter == " " else letter, letter))
        await self.until(lambda: len(field.text) >= length)

    async def fill(self, field: str, text: str) -> None:
        """Put ``text`` into a field of the form, as a paste does."""
        control = self.app.screen.query_one(f"#{field}")
        control.focus()
        await self.pilot.pause()
        await self.paste(text)

    async def paste(self, text: str) -> None:
        """Paste into the field that has the cursor."""
        assert self.app.focused is not None
        self.app.post_message(Paste(text))
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for a condition."""
        loop = asyncio.get_running_loop()
        end = loop.time() + SECONDS
        while not true():
            assert loop.time() < end, f"It did not come about. On the screen:\n{self.seen}"
            await self.pilot.pause(0.02)

    async def until_seen(self, text: str) -> None:
        """Wait for words on the screen."""
        await self.until(lambda: text in self.words)

    async def until_drafted(self) -> None:
        """Wait for a draft that is written, reviewed and ready to be edited."""

        def drafted() -> bool:
            screen = self.app.screen
            return isinstance(screen, DraftScreen) and not screen.writing and screen.reviewed

        await self.until(drafted)

    async def until_told(self, text: str) -> None:
        """Wait for a notification."""
        await self.until(lambda: any(text in told.message for told in self.app._notifications))


Steps = Callable[[Driver], Awaitable[None]]
Drive = Callable[..., None]
Open = Callable[..., Workspace]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    root = tmp_path / "outreach"
    return Paths(root, root / "models", root, root)


@pytest.fixture
def open_workspace(paths: Paths) -> Iterator[Open]:
    """Opens the workspace of this test; opening it again closes the one before, as a restart does."""
    opened: list[Workspace] = []

    def open_it(engine: Engine | None = None, cls: type[Workspace] = Workspace) -> Workspace:
        if opened:
            opened.pop().close()
        opened.append(cls(paths, today=TODAY, engine=engine))
        return opened[-1]

    yield open_it
    for workspace in opened:
        workspace.close()


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Drive:
    """Runs the steps of a test in the app."""
    # A machine that does not say where it is.
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", IDLE_S)

    def run(
        workspace: Workspace,
        steps: Steps,
        *,
        size: tuple[int, int] = (80, 24),
        notifications: bool = False,
        **options: Any,
    ) -> None:
        async def main() -> None:
            app = OutreachApp(workspace, **{"ask": False, **options})
            app.animation_level = "none"
            async with app.run_test(size=size, notifications=notifications) as pilot:
                await pilot.pause()
                await steps(Driver(app, pilot, workspace))

        # Looking for garbage again and again takes a quarter of the time of a run; it is looked for once, behind it.
        gc.disable()
        try:
            asyncio.run(main())
        finally:
            gc.enable()

    return run


@pytest.fixture
def mentee() -> Mentee:
    return Mentee(
        name="Priya Nair",
        goals=("Move into a clinical machine-learning engineer role within 18 months",),
        role="Data analyst",
        organisation="a regional hospital network in Leeds",
        can_offer=("honest feedback from the hospital side on early tools",),
    )


@pytest.fixture
def mentorship() -> Mentorship:
    mentor = Mentor(
        name="Tomasz Zieliński",
        title="Dr",
        role="ML lead",
        organisation="Heartline Diagnostics",
        background=BACKGROUND,
        found_through="I watched the PyData London 2024 talk",
    )
    meeting = Meeting(
        date=dt.date(2026, 12, 3),
        time=dt.time(17, 0),
        minutes=30,
        mode="video call",
        number=2,
        previous_actions=(Action("Read the NHS model-monitoring guidance", done=True),),
        progress=("The dashboard now flags late discharge forms",),
        questions=("Which drift metric would you watch first?",),
        notes="Start with a shadow deployment.\nLog every override a nurse makes.\n! seemed tired today",
        next_actions=(
            Action("Write a one-page shadow-deployment plan", by=dt.date(2026, 12, 17)),
            Action("introduce me to Anna in MLOps", owner=Owner.MENTOR),
        ),
        next_meeting=dt.date(2027, 1, 14),
    )
    ask = Ask("how to monitor a model in its first months in a clinic", 20, 1)
    return Mentorship("", mentor, ask, (meeting,))


@pytest.fixture
def filled(open_workspace: Open, mentee: Mentee, mentorship: Mentorship) -> Workspace:
    """A workspace with one mentor and one meeting."""
    workspace = open_workspace()
    workspace.save_mentee(mentee)
    workspace.save_mentorship(mentorship)
    return workspace
