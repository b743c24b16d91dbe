"""One screen to draft and edit on: the text is written, read, edited, reviewed, copied and written to a file here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key, Paste
from textual.widget import Widget
from textual.widgets import Footer

from outreach.domain.case import Case
from outreach.domain.draft import Channel, Draft, Kind, Revision
from outreach.domain.errors import BadInput, OutreachError
from outreach.drafting.events import DraftFailed, DraftFinished
from outreach.review.rule import OFF, rules
from outreach.tui.basis import Basis
from outreach.tui.commands import DRAFT
from outreach.tui.compare_screen import CompareScreen
from outreach.tui.entering import Entering
from outreach.tui.external_editor import edit
from outreach.tui.ground_pane import GroundPane
from outreach.tui.keeping import Keeping
from outreach.tui.lists import ready_text, what
from outreach.tui.making import Making, Stopped, ended_in_words
from outreach.tui.modal import Closing
from outreach.tui.panes import PANES, PaneTabs, next_pane
from outreach.tui.questions import FileName
from outreach.tui.reviewed_text import ReviewedText
from outreach.tui.rewriting import Rewriting, RewritingLine
from outreach.tui.rule_screen import RuleScreen
from outreach.tui.said import LONG_S, Say, SayingLine
from outreach.tui.saving import Saving
from outreach.tui.stream import Stream
from outreach.tui.taking_out import as_file, as_lines, copy, file_name, from_lines
from outreach.tui.text import Plain, one_line
from outreach.tui.writing import Writing
from outreach.workspace import Workspace

_SECONDS_TO_STOP = 3.0
_ONCE_WRITTEN = frozenset("leave save turn copy write_file step mend rewrite compare sent explain editor undo".split())


class DraftScreen(Closing["bool | Stopped"]):
    """Writes the draft first, where it has no revision yet.

    Dismissed with whether another draft is wanted, or with why this one could not be written.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*DRAFT]
    CSS_PATH = "draft_screen.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy")]  # noqa: RUF012 - of each Screen

    def __init__(self, workspace: Workspace, draft: Draft, case: Case, entering: Entering) -> None:
        super().__init__()
        self._workspace = workspace
        self._entering = entering
        self._keeping = Keeping(workspace, draft)
        self._basis = Basis(workspace, draft, case)
        self._words = ReviewedText(draft.channel, premium=draft.premium)
        self._saving = Saving(self, self._keeping, self._words, self._basis, self._show)
        self._stream = Stream()
        self._making = Making(self._stream, workspace.stop)
        line = RewritingLine()
        self._rewriting = Rewriting(self, self._stream, line, self._words)
        self._pane = "text"
        self._refused: Stopped | None = None
        self._then: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        draft = self._keeping.draft
        with Horizontal(id="head"):
            name = one_line(self._basis.case.mentor.name, 40)
            yield Plain(f"{what(draft.kind, draft.channel)} for {name}", id="title")
            yield Plain("", id="state")
        yield PaneTabs()
        with Horizontal(id="panes"):
            yield GroundPane(self._workspace, draft.mentorship_id, self._basis.case, draft.kind, draft.channel)
            yield self._words
        yield self._rewriting.line
        yield SayingLine()
        yield Footer(show_command_palette=False)
        yield self._stream

    def on_mount(self) -> None:
        self._turn_to("text")
        self.query_one(GroundPane).show(self._keeping.visit.opened)
        if self._keeping.draft.revisions:
            self._edit()
        else:
            self.set_focus(self.query_one("#so-far"))
            self._making.begin(self._basis.write, self.query_one(Writing))
            self._show()

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self._words.text

    @property
    def writing(self) -> bool:
        """Whether the draft is still being written."""
        return not self._keeping.draft.revisions

    @property
    def reviewed(self) -> bool:
        """Whether what stands beside the text is about the text as it stands."""
        return self._words.fresh

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
    def on_stream_happened(self, message: Stream.Happened) -> None:
        message.stop()
        if not self._making.under_way:
            self._rewriting.happened(message.event, self._keeping.visit)
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
            self._keeping.begin(end.revision)
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
        self.set_timer(_SECONDS_TO_STOP, then)

    def _edit(self) -> None:
        """Have the text to read and edit."""
        opened = self._keeping.visit.opened
        self._words.begin(opened, self._keeping.draft.revisions[0], self._making.typed)
        self._review_anew()
        self.refresh_bindings()
        self._show()

    # -- reviewing and saving ----------------------------------------------------------------------
    def _review_anew(self) -> None:
        """Review from now on by the rules as the settings have them, and by the facts as they are."""
        basis, visit = self._basis, self._keeping.visit
        try:
            reviewing = basis.reviewing()
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting, or the settings cannot be read.
            self._words.use(None, basis.notes, basis.facts)
            self._say(f"Not reviewed: {error}", LONG_S, grave=True)
        else:
            live = lambda subject, body: reviewing(visit.base(body), subject, body)  # noqa: E731
            self._words.use(live, basis.notes, basis.facts)

    def on_reviewed_text_reviewed(self, message: ReviewedText.Reviewed) -> None:
        if not message.whole:
            self._say("The review broke off; your words are kept.", grave=True)
        self._saving.reviewed(whole=message.whole)
        self.query_one(GroundPane).show(self._words.reviewed)

    def on_reviewed_text_touched(self, message: ReviewedText.Touched) -> None:
        self._saving.touched()

    def save(self) -> bool:
        """Save what was changed, now; whether all is saved."""
        return self._saving.save()

    # -- leaving -----------------------------------------------------------------------------------
    def action_save(self) -> None:
        """Save now."""
        if self.save():
            self._say("Saved.", 2)

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
            self._say("One section is being made anew; Esc stops that.")
        elif self.save():
            self.dismiss(True)

    def action_sent(self) -> None:
        """Save, and log that the draft was sent."""
        if self.save():
            # In a draft Ctrl+Z belongs to the text.
            self._entering.sent(self._keeping.draft, back="Ctrl+Z takes it back in the list of drafts.")

    def action_copy(self, part: str) -> None:
        """Copy the subject or the body."""
        if part == "subject" and self._keeping.draft.channel is Channel.LINKEDIN_NOTE:
            self._say("A note on LinkedIn has no subject.")
            return
        copy(self.app, part, self.text[part == "body"])

    def action_write_file(self) -> None:
        """Ask for a name and write the message there."""
        self.save()
        name = file_name(self._keeping.draft.kind, self._basis.case.mentor.name)

        def write(file: Path, again: bool) -> None:
            with file.open("w" if again else "x", encoding="utf-8", newline="\n") as out:
                out.write(as_file(*self.text))

        def written(file: Path | None) -> None:
            if file is not None:
                self._say(f"Written to {file}.")

        self.app.push_screen(FileName(Path.cwd() / name, write), written)

    # -- the text ----------------------------------------------------------------------------------
    def action_rewrite(self) -> None:
        """Ask how the section at the cursor is to be made anew."""
        self._rewriting.ask(self._saving.current(), self._basis, self._another)

    def action_step(self, by: int) -> None:
        """Go to the next finding, or to the one before."""
        self._words.step(by)

    def action_mend(self) -> None:
        """Put the fix of the finding at hand in its place."""
        self._words.mend()

    def action_undo(self) -> None:
        """Take the last change of the text back, or the mend of the subject."""
        self._words.undo()

    def action_compare(self) -> None:
        """Show an earlier state beside the text, to take it back in its place."""
        states = self._keeping.visit.states(self._saving.current())
        if len(states) < 2:
            self._say("There is no earlier state of this draft yet.")
            return

        def taken(state: Revision | None) -> None:
            if state is not None:
                self._keeping.visit.take(state)
                self._words.put_all(state.subject, state.body)

        self.app.push_screen(CompareScreen(states, len(states) - 2), taken)

    def action_editor(self) -> None:
        """Have the text in the user's own editor."""
        draft = self._keeping.draft
        with_subject = draft.channel is not Channel.LINKEDIN_NOTE
        before = as_lines(*self.text) if with_subject else self.text[1]
        after = edit(self.app, before, ".md" if draft.kind is Kind.AGENDA else ".txt")
        if after is not None:
            subject, body = from_lines(after, self.text[0]) if with_subject else (self.text[0], after)
            self._words.put_all(subject, body)

    def action_explain(self) -> None:
        """Explain the finding at hand, else the first."""
        item = self._words.explainable
        if item is None:
            self._say("Nothing to explain: the review found nothing.")
            return
        rule = rules()[item.rule]
        message = item.finding.message if item.finding else ""

        def weighed(word: str | None) -> None:
            if word is not None:
                self._weigh(rule.id, word)

        self.app.push_screen(RuleScreen(rule, self._basis.chosen_rules.get(rule.id, ""), message), weighed)

    def _weigh(self, rule: str, word: str) -> None:
        try:
            self._workspace.choose_rule(rule, word)
        except OutreachError as error:
            self._say(f"Not saved: {error}", LONG_S, grave=True)
            return
        how = {OFF: "is switched off", "": "weighs what it did at first"}.get(word, "is a note from now on")
        self._say(f"“{rules()[rule].title}” {how}, for all drafts.")
        self._saving.weigh()
        self._review_anew()

    # -- facts -------------------------------------------------------------------------------------
    def on_ground_pane_changed(self, message: GroundPane.Changed) -> None:
        message.stop()
        self._basis.renew(self.query_one(GroundPane).case)
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

    # -- panes -------------------------------------------------------------------------------------
    def action_turn(self) -> None:
        """Go on to the next pane."""
        self._go_to(next_pane(self._pane, self._entrances()))

    def on_pane_tabs_wanted(self, message: PaneTabs.Wanted) -> None:
        self._go_to(message.pane)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        around = {each.id for each in event.widget.ancestors_with_self}
        self._turn_to("facts" if "ground" in around else "findings" if "side" in around else "text")

    def _entrances(self) -> dict[str, Widget]:
        """What has the cursor first in each pane that is there."""
        found = {"text": "#so-far" if self.writing else "#body", "findings": "#findings", "facts": "#ground-list"}
        return {pane: widget for pane, selector in found.items() for widget in self.query(selector)}

    def _go_to(self, pane: str) -> None:
        if (entrance := self._entrances().get(pane)) is not None:
            self._turn_to(pane)
            self.set_focus(entrance)

    def _turn_to(self, pane: str) -> None:
        """Have this pane in front, where there is room for one."""
        self._pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        self._show()

    # -- showing -----------------------------------------------------------------------------------
    def on_say(self, message: Say) -> None:
        message.stop()
        self.query_one(SayingLine).say(message.text, message.seconds, grave=message.grave)

    def _say(self, text: str, seconds: float = 4.0, *, grave: bool = False) -> None:
        self.post_message(Say(text, seconds, grave))

    def _show(self) -> None:
        """Whether it is ready, and saved."""
        self.query_one(PaneTabs).show(self._pane, self._words.findings)
        state = self.query_one("#state", Plain)
        state.set_class(self.writing, "-writing")
        if self.writing:
            state.show("Being written")
            return
        revision, saved = self._words.reviewed, self._keeping.draft.current.saved
        after = f", saved {saved.astimezone():%H:%M}" if saved else ""
        if self._keeping.differs(self.text):
            after = " …"
        state.show(f"{ready_text(revision.findings)}{after}")
        state.set_class(revision.ready, "-ready")
