"""Subject and body under review: what is found stands beside them, moves with the words, and can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from outreach.domain.draft import Channel, Level, Revision
from outreach.domain.facts import Fact
from outreach.review.check import Review
from outreach.tui.compose.findings import Change, Item, Place, items_of, score_line
from outreach.tui.compose.findings_panel import FindingsPanel
from outreach.tui.compose.live_review import LiveReview, Reviewer
from outreach.tui.compose.marked_area import Mark, MarkedArea
from outreach.tui.compose.saying import Say
from outreach.tui.compose.text_foot import Below, Count
from outreach.tui.compose.writing import Writing
from outreach.tui.keys import key_of
from outreach.tui.text import Plain, PlainInput, content

_ROOM_FOR_REASONS = 200
"""Characters of reasons beside the score."""

Notes = Callable[[Revision], Iterable[Item]]
"""What stands behind the findings of a revision."""


class ReviewedText(Horizontal):
    """The two fields of a message, and the findings beside them; before that, how they are being written."""

    @dataclass
    class Touched(Message):
        """Subject or body was changed."""

    @dataclass
    class Reviewed(Message):
        """``reviewed`` is about the text that stands there now, or the review of it broke off."""

        whole: bool

    def __init__(self, channel: Channel = Channel.EMAIL, *, premium: bool = False) -> None:
        super().__init__(id="reviewed-text")
        self._with_subject = channel is not Channel.LINKEDIN_NOTE
        self._channel, self._premium = channel, premium
        self.reviewed = Revision("", "")
        """What was reviewed last; at first what was saved."""
        self._drafted = self.reviewed
        self._facts: Mapping[str, Fact] = {}
        self._review: Review | None = None
        self._notes: Notes = lambda revision: ()
        self._seen = ("", "")
        self._mended_subject: tuple[str, str] | None = None
        self._put: tuple[str, tuple[str, str] | None] = ("", None)
        """The subject that was there before another text was put in, and that text."""

    def compose(self) -> ComposeResult:
        with Vertical(id="text-pane"):
            yield Writing()
            with Vertical(id="words"):
                with Horizontal(id="subject-row"):
                    yield Plain(content("Subject ", "bold"), id="subject-label")
                    yield PlainInput("", id="subject", select_on_focus=False)
                # The style of the line with the cursor would lie over the marks.
                yield MarkedArea("", id="body", show_line_numbers=False, highlight_cursor_line=False)
                yield Count(self._channel, premium=self._premium)
                yield Below()
        yield FindingsPanel()
        yield LiveReview()

    def on_mount(self) -> None:
        self.query_one("#subject-row").display = self._with_subject
        self.query_one("#words").disabled = True
        self._panel.show(content("The review comes with the text.", "dim"), [])

    def begin(self, revision: Revision, drafted: Revision, typed: str = "") -> None:
        """Have ``revision`` to read and edit, in the place of how it was written.

        ``drafted``: the draft as it was made; ``typed`` goes before the text.
        """
        self.reviewed = revision
        self._drafted = drafted
        self._seen = (revision.subject, revision.body)
        self._subject.value = revision.subject
        self._body.load_text(revision.body)
        self._body.move_cursor((0, 0))
        if typed:
            self._body.insert(typed)
        self.query_one(Writing).display = False
        self.query_one("#words").disabled = False
        self.screen.set_focus(self._body)
        self.query_one(Count).count(self._body.text)

    @property
    def text(self) -> tuple[str, str]:
        """Subject and body as they stand on the screen."""
        return self._subject.value, self._body.text

    @property
    def fresh(self) -> bool:
        """Whether the last review is about the text as it stands."""
        return self._review is not None and self.text == (self.reviewed.subject, self.reviewed.body)

    @property
    def busy(self) -> bool:
        """Whether a review is under way."""
        return self.query_one(LiveReview).busy

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(item.finding is not None for item in self._panel.items)

    @property
    def explainable(self) -> Item | None:
        """The finding at hand, else the first, if there is one."""
        if (item := self._panel.at_hand) is not None and item.rule:
            return item
        return next((each for each in self._panel.items if each.rule), None)

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
    def use(self, reviewer: Reviewer | None, notes: Notes, facts: Mapping[str, Fact]) -> None:
        """Review with this from now on, beginning with what is there; ``None``: not at all. ``facts``: by their ids."""
        self._notes = notes
        self._facts = facts
        live = self.query_one(LiveReview)
        live.use(reviewer)
        live.ask(self.text)
        self.show()

    def on_live_review_done(self, message: LiveReview.Done) -> None:
        message.stop()
        if message.text == self.text:
            self.reviewed, self._review = message.revision, message.review
            self.show()
            self.post_message(self.Reviewed(whole=True))

    def on_live_review_failed(self, message: LiveReview.Failed) -> None:
        message.stop()
        self.post_message(self.Reviewed(whole=False))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._touched()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._touched()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._body.focus()

    def _touched(self) -> None:
        """Let the findings follow the text; also called ahead of the news of a change, by a key right behind it."""
        text = self.text
        if text == self._seen:
            return
        for where, old, new in zip(("subject", "body"), self._seen, text, strict=True):
            if old != new:
                self._panel.follow(where, Change.between(old, new))
        self._seen = text
        self.query_one(Count).count(self._body.text)
        self.query_one(LiveReview).ask(text)
        self.post_message(self.Touched())

    # -- findings ----------------------------------------------------------------------------------
    def step(self, by: int) -> None:
        """Go to the next finding (1), or to the one before (-1)."""
        self._touched()
        item = self._panel.step(by)
        if item is None:
            self._say("Nothing to go to: the review found nothing.")
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
            self._say(gone or item.tell)
        elif item.where == "subject":
            self._subject.focus()
            self._subject.selection = Selection(*item.place)
        else:
            self._body.focus()
            self._body.go_to(item.place)

    def mend(self) -> None:
        """Put the fix of the finding at hand in its place."""
        self._touched()
        item = self._panel.to_mend()
        if item is None or item.finding is None or item.finding.fix is None:
            key = key_of(self._panel, "draft.mend")
            nothing = f"There is nothing that {key} could mend."
            text = nothing if item is None else "For this one the words must be yours."
            self._say(text)
            return
        text = self.text[item.where == "body"]
        if item.place is None or text[slice(*item.place)] != item.words:
            self._say("These words have changed; look again in a moment.")
            return
        in_list = self.screen.focused is not None and self.screen.focused.id == "findings"
        if item.where == "body":
            self._mended_subject = None
            self._body.mend(item.finding.fix, item.place)
        else:
            self._subject.replace(item.finding.fix, *item.place)
            self._subject.cursor_position = item.place[0] + len(item.finding.fix)
            self._mended_subject = text, self._subject.value
        if not in_list:
            (self._body if item.where == "body" else self._subject).focus()

    def undo(self) -> None:
        """Take the last change of the text back, or the mend of the subject."""
        before, after = self._mended_subject or ("", None)
        if self.text == self._put[1]:
            self._subject.value = self._put[0]
            self._body.undo()
        elif self._subject.value == after:
            self._subject.value = before
            self._mended_subject = None
        elif self.screen.focused is not self._subject:
            self._body.undo()

    # -- sections ----------------------------------------------------------------------------------
    @property
    def cursor(self) -> int:
        """Where the cursor stands in the body, in characters."""
        return self._body.cursor_place

    def point_at(self, place: Place | None) -> None:
        """Show this place of the body until another is shown; ``None``: no place."""
        if place is None:
            self._mark()
        else:
            self._body.mark([Mark(place, Level.INFO, current=True)])
            self._body.show_place(place)

    def enter(self, place: Place) -> None:
        """Have the cursor in this place of the body; it stays where it is if it is there."""
        if not place[0] <= self.cursor <= place[1]:
            self._body.move_to(place[0])
        self._body.focus()

    def enter_section(self, fact_id: str) -> None:
        """Have the cursor in the first section that uses this fact."""
        places = (
            (one.start, one.end)
            for one in self.reviewed.sections
            if fact_id in one.facts and one.start is not None and one.end is not None
        )
        if (place := next(places, None)) is not None:
            self.enter(place)
            self.point_at(place)

    def put(self, text: str, place: Place) -> None:
        """Put ``text`` in this place of the body, as one change that one undo takes back."""
        self._mended_subject = None
        self._body.mend(text, place, follow=place[0] <= self.cursor <= place[1])

    def put_all(self, subject: str, body: str) -> None:
        """Have another text, the body as one change that one undo takes back."""
        self._mended_subject = None
        self._put = (self._subject.value, (subject, body))
        self._subject.value = subject
        self._body.mend(body, (0, len(self._body.text)), follow=False)
        self._body.move_cursor((0, 0))
        self._body.focus()

    def _say(self, text: str) -> None:
        self.post_message(Say(text))

    # -- showing -----------------------------------------------------------------------------------
    def show(self) -> None:
        """Show what was reviewed last, where it is about the text as it stands."""
        revision = self.reviewed
        if (revision.subject, revision.body) != self._seen:
            return
        found = items_of(revision.findings, *self._seen, mend=key_of(self._panel, "draft.mend"))
        nothing = Item(content("Nothing to fix.", "bold"), tell="There is nothing to fix.")
        score = score_line(self._review, _ROOM_FOR_REASONS) if self._review else Content("")
        self._panel.show(score, [*(found or [nothing]), *self._notes(revision)])
        self._body.origins(revision, self._drafted)
        self._mark()

    def _mark(self) -> None:
        """Mark the places of findings in the body."""
        at_hand = self._panel.at_hand
        self._body.mark(
            Mark(item.place, item.finding.level, item is at_hand)
            for item in self._panel.items
            if item.finding is not None and item.place is not None and item.where == "body"
        )
        self._show_below()

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        self._show_below()

    def on_marked_area_pointed(self, event: MarkedArea.Pointed) -> None:
        event.stop()
        self._show_whence(self.cursor if event.at is None else event.at)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._show_below()

    def _show_whence(self, at: int) -> None:
        if self.text == (self.reviewed.subject, self.reviewed.body):
            self.query_one(Below).whence.show(self.reviewed, at, self._facts, self._drafted)

    def _show_below(self) -> None:
        """Where the words at the cursor come from, and the finding at hand if it is there."""
        self._show_whence(self.cursor)
        item = self._panel.at_hand
        there = item is not None and item.finding is not None and self._has_cursor(item)
        self.query_one(Below).at_hand(item if there else None)

    def _has_cursor(self, item: Item) -> bool:
        if item.where == "subject" or item.place is None:
            return item.where == "subject" and self._subject.has_focus
        return item.place[0] <= self.cursor <= item.place[1]
