"""A screen with a draft that is there: it saves itself, is reviewed while it is typed, and is copied or written out."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from functools import partial
from pathlib import Path

from outreach.domain.case import Case
from outreach.domain.draft import Channel, Draft, Kind, Revision
from outreach.domain.errors import BadInput, OutreachError
from outreach.review.rule import OFF, rules
from outreach.tui.compose.basis import Basis
from outreach.tui.compose.compare_screen import CompareScreen
from outreach.tui.compose.external_editor import edit
from outreach.tui.compose.ground_pane import GroundPane
from outreach.tui.compose.paned_screen import PanedScreen
from outreach.tui.compose.panes import PaneTabs
from outreach.tui.compose.reviewed_text import ReviewedText
from outreach.tui.compose.rule_screen import RuleScreen
from outreach.tui.compose.saved_draft import SavedDraft
from outreach.tui.compose.saving import Saving
from outreach.tui.compose.saying import LONG_S, Say, SayingLine
from outreach.tui.compose.taking_out import as_file, as_lines, copy, file_name, from_lines
from outreach.tui.compose.whole_draft import Outcome
from outreach.tui.home.diary_lines import near_day_text
from outreach.tui.home.entering import days_sent
from outreach.tui.home.lists import ready_text
from outreach.tui.in_a_thread import soon
from outreach.tui.keys import key_of
from outreach.tui.questions import FileName
from outreach.tui.text import Plain
from outreach.workspace import Workspace


class EditingScreen(PanedScreen[Outcome]):
    """What is done with the text, wherever it came from."""

    def __init__(self, workspace: Workspace, draft: Draft, case: Case) -> None:
        super().__init__()
        self._workspace = workspace
        self._saved = SavedDraft(workspace, draft)
        self._basis = Basis(workspace, draft, case)
        self._words = ReviewedText(draft.channel, premium=draft.premium)
        self._saving = Saving(self, self._saved, self._words, self._basis, self._show)
        self._sent: dt.date | None = None

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self._words.text

    @property
    def writing(self) -> bool:
        """Whether the draft is still being written."""
        return not self._saved.draft.revisions

    @property
    def reviewed(self) -> bool:
        """Whether what stands beside the text is about the text as it stands."""
        return self._words.fresh

    # -- reviewing and saving ----------------------------------------------------------------------
    def _review_anew(self) -> None:
        """Review from now on by the rules as the settings have them, and by the facts as they are."""
        basis = self._basis
        soon(self, basis.known, lambda _: self._review_by(basis), at_once=basis.at_once, group="review anew")

    def _review_by(self, basis: Basis) -> None:
        if not basis.at_once:
            # Renewed meanwhile; whoever did so asks again.
            return
        visit = self._saved.visit
        notes = partial(basis.notes, explain=key_of(self, "draft.explain"))
        try:
            reviewing = basis.reviewing()
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting, or the settings cannot be read.
            self._words.use(None, notes, basis.facts)
            self._say(f"Not reviewed: {error}", LONG_S, grave=True)
        else:
            live = lambda subject, body: reviewing(visit.base(body), subject, body)  # noqa: E731
            self._words.use(live, notes, basis.facts)

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

    def keep(self) -> None:
        """Save the words at once, whatever the review of them is at: the app is being ended."""
        if not self.writing and self._saved.differs(self.text):
            self._saved.save_words(self.text)

    def action_save(self) -> None:
        """Save now."""
        if self.save():
            self._say("Saved.", 2)

    # -- taking it out -----------------------------------------------------------------------------
    def action_copy(self, part: str) -> None:
        """Copy the subject or the body."""
        if part == "subject" and self._saved.draft.channel is Channel.LINKEDIN_NOTE:
            self._say("A note on LinkedIn has no subject.")
            return
        copy(self.app, part, self.text[part == "body"])

    def action_write_file(self) -> None:
        """Ask for a name and write the message there."""
        self.save()
        name = file_name(self._saved.draft.kind, self._basis.case.mentor.name)

        def write(file: Path, again: bool) -> None:
            with file.open("w" if again else "x", encoding="utf-8", newline="\n") as out:
                out.write(as_file(*self.text))

        def written(file: Path | None) -> None:
            if file is not None:
                self._say(f"Written to {file}.")

        self.app.push_screen(FileName(Path.cwd() / name, write), written)

    # -- the text ----------------------------------------------------------------------------------
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
        states = self._saved.visit.states(self._saving.current())
        if len(states) < 2:
            self._say("There is no earlier state of this draft yet.")
            return

        def taken(state: Revision | None) -> None:
            if state is not None:
                self._saved.visit.take(state)
                self._words.put_all(state.subject, state.body)

        self.app.push_screen(CompareScreen(states, len(states) - 2), taken)

    def action_editor(self) -> None:
        """Have the text in the user's own editor."""
        draft = self._saved.draft
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

    # -- showing -----------------------------------------------------------------------------------
    def on_say(self, message: Say) -> None:
        message.stop()
        self.query_one(SayingLine).say(message.text, message.seconds, grave=message.grave)

    def _say(self, text: str, seconds: float = 4.0, *, grave: bool = False) -> None:
        self.post_message(Say(text, seconds, grave))

    def _show(self) -> None:
        """Whether it is ready, and saved."""
        self.query_one(PaneTabs).count(self._words.findings)
        state = self.query_one("#state", Plain)
        state.set_class(self.writing, "-writing")
        if self.writing:
            state.show("Being written")
            return
        revision, saved = self._words.reviewed, self._saved.draft.current.saved
        after = f", saved {saved.astimezone():%H:%M}" if saved else ""
        if self._saved.differs(self.text):
            after = " …"
        else:
            # Not at every key: it is read from the diary, unless the mentor was removed elsewhere.
            draft = self._saved.draft
            with suppress(OutreachError):
                self._sent = days_sent(self._workspace, draft.mentorship_id).get(draft.id)
        today = self._workspace.today
        told = f"Sent {near_day_text(self._sent, today)}" if self._sent else ready_text(revision.findings)
        state.show(f"{told}{after}")
        state.set_class(revision.ready, "-ready")
