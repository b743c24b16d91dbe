"""A draft to read, edit, copy and write to a file; it saves itself."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input, TextArea

from outreach.domain.case import Case
from outreach.domain.draft import Draft, Kind, Level, Origin, Revision
from outreach.domain.errors import BadInput, OutreachError
from outreach.tui.clipboard import copy_with_tool
from outreach.tui.commands import EDITOR
from outreach.tui.drafting_screen import section_name
from outreach.tui.lists import KINDS, state_text
from outreach.tui.questions import FileName
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, PlainArea, PlainInput, content, one_line, shown
from outreach.workspace import Workspace

_SECONDS_OF_PAUSE = 0.8
_LEVELS = {Level.FAIL: "To fix", Level.WARN: "Look at", Level.INFO: "Note"}
_ORIGINS = {Origin.MODEL: "By the model", Origin.MENTEE: "Your words", Origin.TEMPLATE: "By template"}


class DraftScreen(Screen[bool]):
    """Dismissed with whether another draft is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [*EDITOR]
    CSS_PATH = "draft_screen.tcss"
    AUTO_FOCUS = "#body"

    def __init__(self, workspace: Workspace, draft: Draft, case: Case) -> None:
        super().__init__()
        self._workspace = workspace
        self._opened = draft
        self._draft = draft
        self._case = case
        self._pause: Timer | None = None
        self._facts = {fact.id: fact for fact in workspace.facts(case)}

    def compose(self) -> ComposeResult:
        revision = self._draft.current
        with Horizontal(id="head"):
            yield Plain(f"{KINDS[self._draft.kind]} for {one_line(self._case.mentor.name, 40)}", classes="title")
            yield Plain("", id="state")
        with Horizontal(id="subject-row"):
            yield Plain(content("Subject ", "bold"), id="subject-label")
            yield PlainInput(revision.subject, id="subject")
        with Vertical(id="work"):
            yield PlainArea(revision.body, id="body", show_line_numbers=False)
            with VerticalScroll(id="findings"):
                yield Plain("", id="finding-text")
        yield StatusBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._show()

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self.query_one("#subject", PlainInput).value, self.query_one("#body", PlainArea).text

    # -- saving ------------------------------------------------------------------------------------
    def on_input_changed(self, event: Input.Changed) -> None:
        self._touched()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._touched()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.query_one("#body").focus()

    def _touched(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        if self.text != _text_of(self._draft):
            self.query_one("#state", Plain).show("…")
            self._pause = self.set_timer(_SECONDS_OF_PAUSE, self.save)

    def save(self) -> bool:
        """Save what was changed; whether all is saved. One visit makes one revision at the most."""
        if self._pause is not None:
            self._pause.stop()
        if self.text != _text_of(self._draft):
            revisions = self._opened.revisions
            try:
                if self.text != _text_of(self._opened):
                    revisions = (*revisions, self._reviewed(*self.text))
                self._draft = self._workspace.save_draft(replace(self._draft, revisions=revisions))
            except OutreachError as error:
                self.app.notify(f"Not saved: {error}", markup=False, severity="error")
                return False
        self._show()
        return True

    def _reviewed(self, subject: str, body: str) -> Revision:
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

    # -- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        revision = self._draft.current
        saved = f", saved {revision.saved.astimezone():%H:%M}" if revision.saved else ""
        state = self.query_one("#state", Plain)
        state.show(f"{state_text(self._draft)}{saved}")
        state.set_class(revision.ready, "-ready")
        parts = [self._found(), self._made(), self._withheld()]
        self.query_one("#finding-text", Plain).show(content("\n").join(part for part in parts if part.plain))

    def _found(self) -> Content:
        order = list(_LEVELS)
        findings = sorted(self._draft.current.findings, key=lambda each: order.index(each.level))
        lines = []
        for finding in findings:
            place = "subject: " if finding.where == "subject" else ""
            style = "bold" if finding.level is Level.FAIL else ""
            lines.append(content(f"{_LEVELS[finding.level]}: ", "bold") + content(f"{place}{finding.message}", style))
        return content("\n").join(lines) if lines else content("Nothing to fix.", "bold")

    def _made(self) -> Content:
        revision = self._draft.current
        by: dict[Origin, list[str]] = {}
        for section in revision.sections:
            tries = f" ({section.tries} tries)" if section.tries > 1 else ""
            by.setdefault(section.origin, []).append(section_name(section.name).lower() + tries)
        lines = [content(f"{_ORIGINS[o]}: ", "bold") + content(", ".join(by[o]), "") for o in Origin if o in by]
        model = (
            f"Drafted with model {revision.model.id}" if revision.model else "Drafted from templates, without a model"
        )
        return content("\n").join([*lines, content(model, "dim")])

    def _withheld(self) -> Content:
        lines = []
        for fact_id in self._draft.current.withheld:
            if fact := self._facts.get(fact_id):
                why = f"  ({one_line(fact.why)})" if fact.why else ""
                lines.append(content("Held back: ", "bold") + content(f"{one_line(fact.text, 90)}{why}", "dim"))
        return content("\n").join(lines)


def _text_of(draft: Draft) -> tuple[str, str]:
    return draft.current.subject, draft.current.body


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    words = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in plain if mark.isascii()).split()
    return "-".join(words).lower() or "mentor"


def _ending(kind: Kind) -> str:
    return "md" if kind is Kind.AGENDA else "txt"
