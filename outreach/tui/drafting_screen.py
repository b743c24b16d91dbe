"""A draft in the making: what was kept as text, what is tried muted, Esc to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer
from textual.worker import Worker, WorkerState

from outreach.domain.case import Case
from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.errors import OutreachError
from outreach.domain.mentorship import Mentorship
from outreach.drafting.events import (
    CandidateRejected,
    DraftEvent,
    DraftFailed,
    DraftFinished,
    SectionKept,
    SectionStarted,
    Trying,
)
from outreach.tui.commands import command
from outreach.tui.lists import what
from outreach.tui.sections import ORIGINS, nth, section_name
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line
from outreach.tui.ways import EMAIL, Way
from outreach.workspace import Workspace

_SECONDS_BETWEEN_TRIES_SHOWN = 0.1
_SECONDS_TO_STOP = 3.0


@dataclass(frozen=True, slots=True)
class Stopped:
    """No draft came of it."""

    error: OutreachError


class DraftingScreen(Screen["Draft | Stopped | None"]):
    """Runs one draft and stores it; dismissed with the stored draft."""

    BINDINGS: ClassVar[list[BindingType]] = [command("draft.stop", "escape", "stop", "Stop", "Stop.")]
    CSS_PATH = "drafting_screen.tcss"

    @dataclass
    class Happened(Message):
        """An event of the draft under way."""

        event: DraftEvent

    @dataclass
    class Refused(Message):
        """The draft could not begin, or broke off."""

        error: OutreachError

    def __init__(self, workspace: Workspace, mentorship: Mentorship, case: Case, kind: Kind, way: Way = EMAIL) -> None:
        super().__init__()
        self._way = way
        self._workspace = workspace
        self._mentorship = mentorship
        self._case = case
        self._kind = kind
        # Here, not in the thread: the store belongs to one.
        self._earlier = workspace.earlier(mentorship.id, kind)
        self._kept: list[SectionKept] = []
        self._rejected: list[CandidateRejected] = []
        self._now: SectionStarted | Trying | None = None
        self._try: Trying | None = None
        self._then: Callable[[], None] | None = None
        self._under_way = True
        self._stopping = False

    def compose(self) -> ComposeResult:
        yield Plain(
            f"{what(self._kind, self._way.channel)} for {one_line(self._case.mentor.name, 50)}", classes="title"
        )
        with VerticalScroll(id="progress"):
            yield Plain("", id="kept")
            yield Plain("Getting ready …", id="trying")
            yield Plain("", id="rejected")
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._run()
        self.set_interval(_SECONDS_BETWEEN_TRIES_SHOWN, self._show_try)

    @work(thread=True, exit_on_error=False, group="draft", exclusive=True)
    def _run(self) -> None:
        try:
            way = self._way
            for event in self._workspace.draft(
                self._case, self._kind, channel=way.channel, premium=way.premium, earlier=self._earlier
            ):
                # Tries come piece by piece: only the latest is kept, and the screen looks for it at its own pace.
                self._try = event if isinstance(event, Trying) else None
                if not isinstance(event, Trying):
                    self.post_message(self.Happened(event))
        except OutreachError as error:
            self.post_message(self.Refused(error))

    # -- what happens ------------------------------------------------------------------------------
    def on_drafting_screen_happened(self, message: Happened) -> None:
        event = message.event
        match event:
            case SectionStarted():
                self._now = event
            case CandidateRejected():
                self._rejected.append(event)
            case SectionKept():
                self._kept.append(event)
                self._now = None
            case DraftFinished():
                self._finish(event.revision)
                return
            case DraftFailed():
                self._tell(event)
                self._finish(event.revision)
                return
        self._show()

    def on_drafting_screen_refused(self, message: Refused) -> None:
        self._leave(Stopped(message.error))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self._leave(Stopped(OutreachError("The draft broke off.", "Try again; nothing that you wrote is lost.")))

    def _tell(self, event: DraftFailed) -> None:
        if event.cancelled:
            text = "Stopped. What was kept is in the draft; the rest comes from templates."
        else:
            text = f"{event.error} {event.hint}\nThe rest of the draft comes from templates."
        self.app.notify(text, markup=False, severity="information" if event.cancelled else "warning", timeout=8)

    def _finish(self, revision: Revision) -> None:
        for text in self._workspace.broken_prompts():
            self.app.notify(text, markup=False, severity="warning", timeout=20)
        meeting = self._case.meeting
        draft = Draft(
            id="",
            mentorship_id=self._mentorship.id,
            kind=self._kind,
            channel=self._way.channel,
            premium=self._way.premium,
            meeting_id=meeting.id if meeting else "",
            revisions=(revision,),
        )
        try:
            self._leave(self._workspace.save_draft(draft))
        except OutreachError as error:
            self._leave(Stopped(error))

    def _leave(self, result: Draft | Stopped) -> None:
        if not self._under_way:
            return
        self._under_way = False
        if self._then is not None:
            self._then()
        else:
            self.dismiss(result)

    # -- stopping ----------------------------------------------------------------------------------
    def action_stop(self) -> None:
        """Stop the draft; what was kept stays."""
        self._stopping = True
        self._show()
        self._workspace.stop()

    def stop_then(self, then: Callable[[], None]) -> None:
        """Stop, keep what was kept, then call ``then``; at the latest after three seconds."""
        self._then = then
        self.action_stop()
        self.set_timer(_SECONDS_TO_STOP, then)

    # -- showing -----------------------------------------------------------------------------------
    def _show_try(self) -> None:
        latest = self._try
        if latest is not None and latest is not self._now and self._under_way:
            self._now = latest
            self._show()

    def _show(self) -> None:
        kept = [
            content(section.text) + content(f"   ({ORIGINS[section.origin]})", "dim italic") for section in self._kept
        ]
        self.query_one("#kept", Plain).show(content("\n\n").join(kept))
        self.query_one("#trying", Plain).show(self._trying())
        rejected = [
            content(f"Not used: {one_line(each.text, 70)}\n", "dim")
            + content(f"  {one_line(each.reason)}", "dim italic")
            for each in self._rejected[-3:]
        ]
        self.query_one("#rejected", Plain).show(content("\n").join(rejected))
        self.query_one("#progress", VerticalScroll).scroll_end(animate=False)

    def _trying(self) -> Content:
        if self._stopping:
            return content("Stopping …", "bold")
        match self._now:
            case SectionStarted():
                return content(f"{section_name(self._now.section)}: ", "bold") + content("looking for words …", "dim")
            case Trying():
                head = content(f"{section_name(self._now.section)}: trying, {nth(self._now.attempt)} try\n", "bold")
                return head + content(self._now.text, "dim italic")
        return content("")
