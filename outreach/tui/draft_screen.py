"""A draft to read, edit, copy and write to a file; it saves itself, and is reviewed while it is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input, TextArea
from textual.widgets.input import Selection

from outreach.domain.case import Case
from outreach.domain.draft import Draft, Kind, Revision
from outreach.domain.errors import BadInput, OutreachError
from outreach.review.check import Review
from outreach.review.rule import OFF, rules
from outreach.tui.clipboard import copy_with_tool
from outreach.tui.commands import EDITOR
from outreach.tui.draft_notes import made, switched_off, withheld
from outreach.tui.findings import Change, Item, items_of, score_line
from outreach.tui.findings_panel import FindingsPanel
from outreach.tui.lists import KINDS, ready_text
from outreach.tui.live_review import LiveReview
from outreach.tui.marked_area import Mark, MarkedArea
from outreach.tui.questions import FileName
from outreach.tui.rule_screen import RuleScreen
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, PlainInput, content, one_line, shown
from outreach.workspace import Workspace

_SECONDS_OF_PAUSE = 0.8
_ROOM_FOR_REASONS = {True: 200, False: 90}
"""Characters of reasons beside the score, by whether the screen is wide."""


class DraftScreen(Screen[bool]):
    """Dismissed with whether another draft is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [*EDITOR]
    CSS_PATH = "draft_screen.tcss"
    AUTO_FOCUS = "#body"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - an instance variable of Screen

    def __init__(self, workspace: Workspace, draft: Draft, case: Case) -> None:
        super().__init__()
        self._workspace = workspace
        self._opened = draft
        self._draft = draft
        self._case = case
        self._pause: Timer | None = None
        self._facts = {fact.id: fact for fact in workspace.facts(case)}
        self._chosen: Mapping[str, str] = {}
        # What was reviewed last: at first what was saved, of which no one knows the reasons of the score any more.
        self._reviewed = draft.current
        self._review: Review | None = None
        self._seen = _text_of(draft.current)
        self._save_when_reviewed = False
        self._mended_subject: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        revision = self._draft.current
        with Horizontal(id="head"):
            yield Plain(f"{KINDS[self._draft.kind]} for {one_line(self._case.mentor.name, 40)}", classes="title")
            yield Plain("", id="state")
        with Horizontal(id="subject-row"):
            yield Plain(content("Subject ", "bold"), id="subject-label")
            yield PlainInput(revision.subject, id="subject", select_on_focus=False)
        with Vertical(id="work"):
            yield MarkedArea(revision.body, id="body", show_line_numbers=False)
            yield FindingsPanel()
        yield LiveReview()
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._seen = self.text
        self._review_by_the_rules()

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._show)

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self._subject.value, self._body.text

    @property
    def _subject(self) -> PlainInput:
        return self.query_one("#subject", PlainInput)

    @property
    def _body(self) -> MarkedArea:
        return self.query_one("#body", MarkedArea)

    @property
    def _panel(self) -> FindingsPanel:
        return self.query_one(FindingsPanel)

    # -- reviewing ---------------------------------------------------------------------------------
    def _review_by_the_rules(self) -> None:
        """Review from now on by the rules as the settings have them, beginning with what is there."""
        live = self.query_one(LiveReview)
        try:
            self._chosen = self._workspace.chosen_rules()
            reviewer = self._workspace.reviewer(self._case, self._draft.kind, self._draft.channel)
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting, or the settings cannot be read.
            live.use(None)
            self.app.notify(f"Not reviewed: {error}", markup=False, severity="warning")
        else:
            base = self._opened.current
            live.use(lambda subject, body: reviewer(base, subject, body))
            live.ask(self.text)
        self._show()

    def on_live_review_done(self, message: LiveReview.Done) -> None:
        if message.text != self.text:
            return
        self._reviewed, self._review = message.revision, message.review
        if self._save_when_reviewed:
            self.save()
        else:
            self._show()

    def on_live_review_failed(self, message: LiveReview.Failed) -> None:
        self.app.notify("The review broke off; your words are kept.", markup=False, severity="warning")
        if self._save_when_reviewed:
            self.save()

    # -- saving ------------------------------------------------------------------------------------
    def on_input_changed(self, event: Input.Changed) -> None:
        self._touched()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._touched()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.query_one("#body").focus()

    def _touched(self) -> None:
        text = self.text
        if text == self._seen:
            return
        for where, old, new in zip(("subject", "body"), self._seen, text, strict=True):
            if old != new:
                self._panel.follow(where, Change.between(old, new))
        self._seen = text
        self.query_one(LiveReview).ask(text)
        if self._pause is not None:
            self._pause.stop()
        self._save_when_reviewed = False
        self._show_state()
        if text != _text_of(self._draft.current):
            self._pause = self.set_timer(_SECONDS_OF_PAUSE, self._save_soon)

    def _save_soon(self) -> None:
        """Save at once what is reviewed; a long text as soon as its review is here, lest the typing waits for it."""
        if _text_of(self._reviewed) == self.text or not self.query_one(LiveReview).busy:
            self.save()
        else:
            self._save_when_reviewed = True

    def save(self) -> bool:
        """Save what was changed; whether all is saved. One visit makes one revision at the most."""
        if self._pause is not None:
            self._pause.stop()
        self._save_when_reviewed = False
        if self.text != _text_of(self._draft.current):
            revisions = self._opened.revisions
            try:
                if self.text != _text_of(self._opened.current):
                    revisions = (*revisions, self._revision(*self.text))
                self._draft = self._workspace.save_draft(replace(self._draft, revisions=revisions))
            except OutreachError as error:
                self.app.notify(f"Not saved: {error}", markup=False, severity="error")
                return False
        self._show()
        return True

    def _revision(self, subject: str, body: str) -> Revision:
        if self._review is not None and _text_of(self._reviewed) == (subject, body):
            return replace(self._reviewed, saved=None)
        base = self._opened.current
        try:
            reviewed = self._workspace.review(self._case, self._draft.kind, base, subject, body)
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
        """Save and close."""
        if self.save():
            self.dismiss(False)

    def action_again(self) -> None:
        """Save, close, and ask for another draft."""
        if self.save():
            self.dismiss(True)

    def action_copy(self, part: str) -> None:
        """Copy the subject or the body."""
        subject, body = (shown(text) for text in self.text)
        text = subject if part == "subject" else body
        if copy_with_tool(text):
            self.app.notify(f"The {part} is on the clipboard.", markup=False)
            return
        self.app.copy_to_clipboard(text)
        self.app.notify(
            f"The {part} was sent to the terminal's clipboard. If paste shows nothing, write it to a file with F5.",
            markup=False,
            timeout=8,
        )

    def action_write_file(self) -> None:
        """Ask for a name and write subject and body there."""
        self.save()
        name = f"{self._draft.kind.value}-{_ascii(self._case.mentor.name)}.{_ending(self._draft.kind)}"
        self.app.push_screen(FileName(Path.cwd() / name, self._write), self._written)

    def _write(self, file: Path, again: bool) -> None:
        subject, body = (shown(text) for text in self.text)
        with file.open("w" if again else "x", encoding="utf-8", newline="\n") as out:
            out.write(f"Subject: {subject}\n\n{body.rstrip()}\n")

    def _written(self, file: Path | None) -> None:
        if file is not None:
            self.app.notify(f"Written to {file}.", markup=False)

    # -- findings ----------------------------------------------------------------------------------
    def action_step(self, by: int) -> None:
        """Go to the next finding, or to the one before."""
        item = self._panel.step(by)
        if item is None:
            self.app.notify("Nothing to go to: the review found nothing.", markup=False, timeout=3)
        else:
            self._go_to(item)

    def on_findings_panel_chosen(self, message: FindingsPanel.Chosen) -> None:
        self._go_to(message.item)

    def on_findings_panel_walked(self, message: FindingsPanel.Walked) -> None:
        """Show in the text where the line of the list is; the cursor stays in the list."""
        self._mark()
        if message.item.place is not None and message.item.where == "body":
            self._body.show_place(message.item.place)

    def _go_to(self, item: Item) -> None:
        self._mark()
        if item.place is None:
            gone = item.words and "These words are no longer there."
            self.app.notify(gone or item.tell, markup=False, timeout=4)
        elif item.where == "subject":
            self._subject.focus()
            self._subject.selection = Selection(*item.place)
        else:
            self._body.focus()
            self._body.go_to(item.place)

    def action_mend(self) -> None:
        """Put the fix of the finding at hand in its place."""
        item = self._panel.to_mend()
        if item is None or item.finding is None or item.finding.fix is None:
            text = "There is nothing that F7 could mend." if item is None else "For this one the words must be yours."
            self.app.notify(text, markup=False, timeout=4)
            return
        text = self.text[item.where == "body"]
        if item.place is None or text[slice(*item.place)] != item.words:
            self.app.notify("These words have changed; look again in a moment.", markup=False, timeout=4)
            return
        in_list = self.focused is not None and self.focused.id == "findings"
        if item.where == "body":
            self._mended_subject = None
            self._body.mend(item.finding.fix, item.place)
        else:
            self._subject.replace(item.finding.fix, *item.place)
            self._subject.cursor_position = item.place[0] + len(item.finding.fix)
            self._mended_subject = text, self._subject.value
        if not in_list:
            (self._body if item.where == "body" else self._subject).focus()

    def action_undo(self) -> None:
        """Take the last change of the text back, or the mend of the subject."""
        before, after = self._mended_subject or ("", None)
        if self._subject.value == after:
            self._subject.value = before
            self._mended_subject = None
        elif self.focused is not self._subject:
            self._body.undo()

    def action_explain(self) -> None:
        """Explain the finding at hand, else the first."""
        item = self._panel.at_hand
        if item is None or not item.rule:
            item = next((each for each in self._panel.items if each.rule), None)
        if item is None:
            self.app.notify("Nothing to explain: the review found nothing.", markup=False, timeout=3)
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
        self.app.notify(f"“{rules()[rule].title}” {how}, for all drafts.", markup=False, timeout=4)
        self._review_by_the_rules()

    # -- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        """Show what was reviewed last, where it is what stands on the screen."""
        self._show_state()
        revision, wide = self._reviewed, self.has_class("-wide")
        if _text_of(revision) != self.text:
            return
        found = items_of(revision.findings, *self.text, airy=wide)
        items = found or [Item(content("Nothing to fix.", "bold"), tell="There is nothing to fix.")]
        items += [*made(revision), *withheld(revision, self._facts), *switched_off(self._chosen, self._draft.kind)]
        score = score_line(self._review, _ROOM_FOR_REASONS[wide]) if self._review else Content("")
        self._panel.show(score, items)
        self._mark()

    def _show_state(self) -> None:
        saved = self._draft.current.saved
        after = f", saved {saved.astimezone():%H:%M}" if saved else ""
        if self.text != _text_of(self._draft.current):
            after = " …"
        state = self.query_one("#state", Plain)
        state.show(f"{ready_text(self._reviewed.findings)}{after}")
        state.set_class(self._reviewed.ready, "-ready")

    def _mark(self) -> None:
        """Mark the places of findings in the body."""
        at_hand = self._panel.at_hand
        self._body.mark(
            Mark(item.place, item.finding.level, item is at_hand)
            for item in self._panel.items
            if item.finding is not None and item.place is not None and item.where == "body"
        )


def _text_of(revision: Revision) -> tuple[str, str]:
    return revision.subject, revision.body


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    words = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in plain if mark.isascii()).split()
    return "-".join(words).lower() or "mentor"


def _ending(kind: Kind) -> str:
    return "md" if kind is Kind.AGENDA else "txt"
