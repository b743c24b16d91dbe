"""A draft to read, edit, copy and write to a file; it saves itself, and is reviewed while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from outreach.domain.case import Case
from outreach.domain.draft import Channel, Draft, Revision, Wish
from outreach.domain.errors import BadInput, OutreachError
from outreach.drafting.events import DraftEvent
from outreach.review.check import Review
from outreach.review.rule import OFF, rules
from outreach.tui.commands import DRAFT
from outreach.tui.draft_notes import built_on, made, switched_off, withheld
from outreach.tui.entering import Entering
from outreach.tui.findings import Item
from outreach.tui.lists import ready_text, what
from outreach.tui.questions import FileName
from outreach.tui.reviewed_text import ReviewedText
from outreach.tui.rewriting import Rewriting
from outreach.tui.rule_screen import RuleScreen
from outreach.tui.section_menu import Grounds
from outreach.tui.status import StatusBar
from outreach.tui.taking_out import as_file, copy, file_name
from outreach.tui.text import Plain, one_line
from outreach.tui.visit import Visit
from outreach.workspace import Workspace

_SECONDS_OF_PAUSE = 0.8
_SECONDS_OF_PATIENCE = 2.0
"""How long words wait to be saved for a slow review of them."""


class DraftScreen(Screen[bool]):
    """Dismissed with whether another draft is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [*DRAFT]
    CSS_PATH = "draft_screen.tcss"
    AUTO_FOCUS = "#body"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - an instance variable of Screen

    def __init__(self, workspace: Workspace, draft: Draft, case: Case, entering: Entering) -> None:
        super().__init__()
        self._entering = entering
        self._workspace = workspace
        self._visit = Visit(draft)
        self._draft = draft
        self._case = case
        self._pause: Timer | None = None
        # Here, not in a thread: the store belongs to one.
        self._earlier = workspace.earlier(draft.mentorship_id, draft.kind)
        self._facts = {fact.id: fact for fact in workspace.facts(case)}
        self._grounds = Grounds(self._facts, {})
        self._chosen: Mapping[str, str] = {}
        self._save_when_reviewed = False
        self._words_alone = False
        self._weighed = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            title = f"{what(self._draft.kind, self._draft.channel)} for {one_line(self._case.mentor.name, 40)}"
            yield Plain(title, classes="title")
            yield Plain("", id="state")
        yield ReviewedText(self._draft.current, self._draft.channel, premium=self._draft.premium)
        yield Rewriting(self._visit, self._remake)
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._review_by_the_rules()
        self._show()

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self._words.text

    @property
    def _words(self) -> ReviewedText:
        return self.query_one(ReviewedText)

    @property
    def _rewriting(self) -> Rewriting:
        return self.query_one(Rewriting)

    # -- reviewing ---------------------------------------------------------------------------------
    def _review_by_the_rules(self) -> None:
        """Review from now on by the rules as the settings have them."""
        try:
            self._chosen = self._workspace.chosen_rules()
            alternatives = self._workspace.alternatives(self._case, self._draft.kind, self._draft.channel)
            self._grounds = Grounds(self._facts, alternatives)
            reviewer = self._reviewer()
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting, or the settings cannot be read.
            self._words.use(None, self._notes)
            self.app.notify(f"Not reviewed: {error}", markup=False, severity="warning")
        else:
            visit = self._visit
            self._words.use(lambda subject, body: reviewer(visit.base(body), subject, body), self._notes)

    def _reviewer(self) -> Callable[[Revision, str, str], tuple[Revision, Review]]:
        draft = self._draft
        return self._workspace.reviewer(self._case, draft.kind, draft.channel, premium=draft.premium)

    def _notes(self, revision: Revision) -> Iterator[Item]:
        yield from made(revision)
        yield from built_on(revision, self._grounds)
        yield from withheld(revision, self._facts)
        yield from switched_off(self._chosen, self._draft.kind)

    def on_reviewed_text_reviewed(self, message: ReviewedText.Reviewed) -> None:
        if not message.whole:
            self.app.notify("The review broke off; your words are kept.", markup=False, severity="warning")
        if self._weighed and message.whole:
            self._weighed = False
            self._save_as_weighed()
        elif self._save_when_reviewed:
            self.save()
        else:
            self._show()

    # -- saving ------------------------------------------------------------------------------------
    def on_reviewed_text_touched(self, message: ReviewedText.Touched) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._save_when_reviewed = False
        self._show()
        if self.text != _text_of(self._draft.current):
            self._pause = self.set_timer(_SECONDS_OF_PAUSE, self._save_soon)

    def _save_soon(self) -> None:
        """Save at once what is reviewed; a long text as soon as its review is here, lest the typing waits for it."""
        if self._words.fresh or not self._words.busy:
            self.save()
        else:
            self._save_when_reviewed = True
            self._pause = self.set_timer(_SECONDS_OF_PATIENCE, self._save_words)

    def _save_words(self) -> None:
        """Save the words alone; what the review says of them is saved once it is here, or on the way out."""
        subject, body = self.text
        before = self._visit.opened
        found = tuple(replace(finding, start=None, end=None, fix=None) for finding in before.findings)
        words = replace(before, subject=subject, body=body, sections=(), findings=found, saved=None)
        try:
            self._draft = self._workspace.save_draft(replace(self._draft, revisions=self._visit.revisions(words)))
        except OutreachError as error:
            self.app.notify(f"Not saved: {error}", markup=False, severity="error")
        else:
            self._words_alone = True
            self._show()

    def save(self, *, anyway: bool = False) -> bool:
        """Save what was changed; whether all is saved. One visit makes one revision at the most.

        ``anyway``: also where the words are as they were saved.
        """
        if self._pause is not None:
            self._pause.stop()
        self._save_when_reviewed = False
        unsaved = self._words_alone or self._visit.unsaved or self.text != _text_of(self._draft.current)
        if anyway or unsaved:
            try:
                now = self._revision(*self.text) if self.text != _text_of(self._visit.opened) else None
                self._draft = self._workspace.save_draft(replace(self._draft, revisions=self._visit.revisions(now)))
            except OutreachError as error:
                self.app.notify(f"Not saved: {error}", markup=False, severity="error")
                return False
        self._words_alone = self._visit.unsaved = False
        self._show()
        return True

    def _save_as_weighed(self) -> None:
        """Save what the rules say now that they weigh otherwise; the words of a saved revision stay."""
        reviewed = self._words.reviewed
        if self.text == _text_of(self._visit.opened):
            self._visit.weigh(reviewed.findings, reviewed.score)
        self.save(anyway=True)

    def _revision(self, subject: str, body: str) -> Revision:
        if self._words.fresh:
            return replace(self._words.reviewed, saved=None)
        base = self._visit.base(body)
        try:
            reviewed, _ = self._reviewer()(base, subject, body)
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting. The words count all the same.
            reviewed = replace(base, subject=subject, body=body)
            self.app.notify(f"Saved, but not reviewed: {error}", markup=False, severity="warning")
        return replace(reviewed, saved=None)

    # -- actions -----------------------------------------------------------------------------------
    def action_save(self) -> None:
        """Save now."""
        if self.save():
            self.app.notify("Saved.", markup=False, timeout=2)

    def action_leave(self) -> None:
        """Stop what is under way, else save and close."""
        if self._rewriting.wanted:
            self._rewriting.drop()
        elif self.save():
            self.dismiss(False)

    def action_again(self) -> None:
        """Save, close, and ask for another draft."""
        if self._rewriting.busy:
            self._say("One section is being made anew; Esc stops that.")
        elif self.save():
            self.dismiss(True)

    def action_sent(self) -> None:
        """Save, and log that the draft was sent."""
        if self.save():
            # In a draft Ctrl+Z belongs to the text.
            self._entering.sent(self._draft, back="Ctrl+Z takes it back in the list of drafts.")

    def action_copy(self, part: str) -> None:
        """Copy the subject or the body."""
        if part == "subject" and self._draft.channel is Channel.LINKEDIN_NOTE:
            self._say("A note on LinkedIn has no subject.")
            return
        copy(self.app, part, self.text[part == "body"])

    def action_write_file(self) -> None:
        """Ask for a name and write the message there."""
        self.save()
        name = file_name(self._draft.kind, self._case.mentor.name)
        self.app.push_screen(FileName(Path.cwd() / name, self._write), self._written)

    def _write(self, file: Path, again: bool) -> None:
        with file.open("w" if again else "x", encoding="utf-8", newline="\n") as out:
            out.write(as_file(*self.text))

    def _written(self, file: Path | None) -> None:
        if file is not None:
            self.app.notify(f"Written to {file}.", markup=False)

    # -- one section anew --------------------------------------------------------------------------
    def action_rewrite(self) -> None:
        """Ask how the section at the cursor is to be made anew."""
        self._rewriting.ask(self._revision, self._words, self._grounds)

    def _remake(self, revision: Revision, at: int, wish: Wish) -> Iterator[DraftEvent]:
        draft = self._draft
        return self._workspace.remake(
            self._case,
            draft.kind,
            revision,
            at,
            wish,
            channel=draft.channel,
            premium=draft.premium,
            earlier=self._earlier,
        )

    def on_rewriting_draft_wanted(self, message: Rewriting.DraftWanted) -> None:
        self.action_again()

    def on_rewriting_dropped(self, message: Rewriting.Dropped) -> None:
        self._workspace.stop()

    # -- findings ----------------------------------------------------------------------------------
    def action_step(self, by: int) -> None:
        """Go to the next finding, or to the one before."""
        self._words.step(by)

    def action_mend(self) -> None:
        """Put the fix of the finding at hand in its place."""
        self._words.mend()

    def action_undo(self) -> None:
        """Take the last change of the text back, or the mend of the subject."""
        self._words.undo()

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

        self.app.push_screen(RuleScreen(rule, self._chosen.get(rule.id, ""), message), weighed)

    def _weigh(self, rule: str, word: str) -> None:
        try:
            self._workspace.choose_rule(rule, word)
        except OutreachError as error:
            self.app.notify(f"Not saved: {error}", markup=False, severity="error")
            return
        how = {OFF: "is switched off", "": "weighs what it did at first"}.get(word, "is a note from now on")
        self._say(f"“{rules()[rule].title}” {how}, for all drafts.")
        self._weighed = True
        self._review_by_the_rules()

    # -- showing -----------------------------------------------------------------------------------
    def _say(self, text: str) -> None:
        self.app.notify(text, markup=False, timeout=4)

    def _show(self) -> None:
        """Whether it is ready, and saved."""
        saved = self._draft.current.saved
        after = f", saved {saved.astimezone():%H:%M}" if saved else ""
        if self.text != _text_of(self._draft.current):
            after = " …"
        revision = self._words.reviewed
        state = self.query_one("#state", Plain)
        state.show(f"{ready_text(revision.findings)}{after}")
        state.set_class(revision.ready, "-ready")


def _text_of(revision: Revision) -> tuple[str, str]:
    return revision.subject, revision.body
