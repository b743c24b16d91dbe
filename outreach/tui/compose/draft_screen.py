"""One screen to draft and edit on: the text is written, read, edited, reviewed, copied and written to a file here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Key, Paste
from textual.widget import Widget

from outreach.domain.case import Case
from outreach.domain.draft import Draft
from outreach.domain.errors import OutreachError
from outreach.drafting.events import DraftEvent, DraftFailed, DraftFinished
from outreach.tui.commands import DRAFT
from outreach.tui.compose.editing_screen import EditingScreen
from outreach.tui.compose.ground_pane import GroundPane
from outreach.tui.compose.panes import PaneTabs
from outreach.tui.compose.rewriting import Rewriting, RewritingLine
from outreach.tui.compose.saying import LONG_S, SayingLine
from outreach.tui.compose.whole_draft import Making, Stopped, ended_in_words
from outreach.tui.compose.writing import Writing
from outreach.tui.facts.fact_book import FactBook
from outreach.tui.foot import LastingFooter
from outreach.tui.home.entering import Entering
from outreach.tui.home.lists import what
from outreach.tui.keys import key_of
from outreach.tui.stream import Stream
from outreach.tui.text import Plain, one_line
from outreach.workspace import Workspace

_SECONDS_TO_STOP = 3.0
_ONCE_WRITTEN = frozenset("leave save turn copy write_file step mend rewrite compare sent explain editor undo".split())


class DraftScreen(EditingScreen):
    """Writes the draft first, where it has no revision yet.

    Dismissed with whether another draft is wanted, or with why this one could not be written.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*DRAFT]
    CSS_PATH = "draft_screen.tcss"
    AUTO_FOCUS = ""

    def __init__(self, workspace: Workspace, draft: Draft, case: Case, entering: Entering) -> None:
        super().__init__(workspace, draft, case)
        self._entering = entering
        self._stream = Stream()
        self._making = Making(self._stream, workspace.stop)
        line = RewritingLine()
        self._rewriting = Rewriting(self, self._stream, line, self._words)
        self._refused: Stopped | None = None
        self._then: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        draft = self._saved.draft
        with Horizontal(id="head"):
            name = one_line(self._basis.case.mentor.name, 40)
            yield Plain(f"{what(draft.kind, draft.channel)} for {name}", id="title")
            yield Plain("", id="state")
        yield PaneTabs()
        with Horizontal(id="panes"):
            yield GroundPane(FactBook(self._workspace, draft.mentorship_id), self._basis, draft.kind)
            yield self._words
        yield self._rewriting.line
        yield SayingLine()
        yield LastingFooter()
        yield self._stream

    def on_mount(self) -> None:
        self.query_one(GroundPane).show(self._saved.visit.opened)
        if self._saved.draft.revisions:
            self._edit()
        else:
            self.set_focus(self.query_one("#so-far"))
            self._making.begin(self._basis.write, self.query_one(Writing))
            self._show()

    @property
    def busy(self) -> bool:
        """Whether the thread that writes is at work, also where nothing is wanted of it any more."""
        return self._stream.busy

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While it is being written it can be stopped, and nothing else."""
        if action == "stop":
            return self.writing
        return not (self.writing and action in _ONCE_WRITTEN)

    # -- writing -----------------------------------------------------------------------------------
    def on_stream_happened(self, message: Stream.Happened[DraftEvent]) -> None:
        message.stop()
        if not self._making.under_way:
            self._rewriting.happened(message.event, self._saved.visit)
        elif (end := self._making.happened(message.event)) is not None:
            self._written(end)

    def on_stream_ended(self, message: Stream.Ended) -> None:
        message.stop()
        if not self._making.under_way:
            self._rewriting.ended(message.job)
            return
        self._refused = Stopped(message.job.error or OutreachError("No draft came of it.", "Try again."))
        if self._then is not None:
            self._then()
        self._give_up()

    def on_screen_resume(self) -> None:
        self._give_up()

    def _give_up(self) -> None:
        """Close where no draft could be written; once nothing lies over it."""
        if self._refused is not None and self.is_current:
            self.dismiss(self._refused)

    def _written(self, end: DraftFinished | DraftFailed) -> None:
        try:
            self._saved.begin(end.revision)
        except OutreachError as error:
            self._say(f"Not saved: {error}", LONG_S, grave=True)
        for trouble in self._workspace.broken_prompts():
            self.app.notify(trouble, markup=False, severity="warning", timeout=20)
        if told := ended_in_words(end):
            self._say(told, LONG_S, grave=not self._making.stopping)
        self._edit()
        if self._then is not None:
            self._then()

    def on_key(self, event: Key) -> None:
        if self.writing and self._making.key(event):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        if self.writing:
            event.stop()
            self._making.paste(event.text)

    def action_stop(self) -> None:
        """Stop what is being written; what was kept stays, and the draft is open to edit."""
        if self._making.stopping:
            self._then = self._then or self.action_leave
        self._making.stop()

    def save_then(self, then: Callable[[], None]) -> None:
        """Save, having stopped what is under way, then call ``then``: at the latest after three seconds."""
        if not self.writing:
            if self.save():
                then()
            return
        self._then = lambda: then() if self._refused or self.save() else None
        self._making.stop()
        # Not where it is written by then and could not be saved: the words stand on the screen alone.
        self.set_timer(_SECONDS_TO_STOP, partial(self._unless_written, then))

    def _unless_written(self, then: Callable[[], None]) -> None:
        if self.writing:
            then()

    def _edit(self) -> None:
        """Have the text to read and edit."""
        opened = self._saved.visit.opened
        self._words.begin(opened, self._saved.draft.revisions[0], self._making.typed)
        self.refresh_bindings()
        self._show()
        # Once it is seen.
        self.call_after_refresh(self._review_anew)

    # -- leaving -----------------------------------------------------------------------------------
    def action_leave(self) -> None:
        """Stop what is under way, else save and close."""
        if self._rewriting.wanted:
            self._rewriting.drop()
            self._workspace.stop()
        elif self.save():
            self.dismiss(False)

    def _another(self) -> None:
        """Save, close, and ask for another draft."""
        if self.busy:
            self._rewriting.say_busy()
        elif self.save():
            self.dismiss(True)

    def action_sent(self) -> None:
        """Save, and log that the draft was sent."""
        if self.save():
            # In a draft Ctrl+Z belongs to the text.
            self._entering.sent(
                self._saved.draft, back=f"{key_of(self, 'home.undo')} takes it back in the list of drafts."
            )
            self._show()

    # -- the text ----------------------------------------------------------------------------------
    def action_rewrite(self) -> None:
        """Ask how the section at the cursor is to be made anew."""
        self._rewriting.ask(self._saving.current(), self._basis, self._another)

    # -- facts -------------------------------------------------------------------------------------
    def on_ground_pane_changed(self, message: GroundPane.Changed) -> None:
        message.stop()
        if not self.writing:
            self._review_anew()

    def on_ground_pane_use(self, message: GroundPane.Use) -> None:
        message.stop()
        if self.writing:
            self._say("Once the text is written, Enter builds a section on this.")
            return
        self._rewriting.build_on(message.fact_id, self._saving.current(), self._basis)

    def on_ground_pane_go_to(self, message: GroundPane.GoTo) -> None:
        message.stop()
        self._words.enter_section(message.fact_id)

    def entrances(self) -> dict[str, Widget]:
        """What has the cursor first in each pane."""
        found = {"text": "#so-far" if self.writing else "#body", "findings": "#findings", "facts": "#ground-list"}
        return {pane: widget for pane, selector in found.items() for widget in self.query(selector)}
