"""The review beside the typing: in a thread, one at a time, always of the latest text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from outreach.domain.draft import Revision
from outreach.review.check import Review

_SECONDS_BEFORE = 0.1

Reviewer = Callable[[str, str], tuple[Revision, Review]]
"""Subject and body → the revision they make, and why."""


class LiveReview(Widget):
    """Asked at every key, it answers for the text that was asked about last.

    A thread cannot be ended from outside, so a new one waits for the one before: however fast the typing, there is
    never more than one review under way.
    """

    DEFAULT_CSS = "LiveReview { display: none; }"

    @dataclass
    class Done(Message):
        """The review of the text that was asked about last."""

        text: tuple[str, str]
        revision: Revision
        review: Review

    @dataclass
    class Failed(Message):
        """It broke off."""

    @dataclass
    class Ran(Message):
        """One review is through; whether it is still wanted will show."""

        done: LiveReview.Done

    def __init__(self) -> None:
        super().__init__()
        self._reviewer: Reviewer | None = None
        self._wanted: tuple[str, str] | None = None
        self._waiting = False
        self._at_work = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._waiting or self._at_work

    def use(self, reviewer: Reviewer | None) -> None:
        """Review with this from now on; ``None``: not at all."""
        self._reviewer = reviewer

    def ask(self, text: tuple[str, str]) -> None:
        """Have subject and body reviewed, soon; what was asked before is dropped."""
        self._wanted = text
        if self._reviewer is not None and not self._waiting and not self._at_work:
            self._waiting = True
            self.set_timer(_SECONDS_BEFORE, self._start)

    def _start(self) -> None:
        self._waiting = False
        if self._wanted is not None and self._reviewer is not None:
            text, self._wanted = self._wanted, None
            self._at_work = True
            self._run(self._reviewer, text)

    @work(thread=True, exclusive=True, exit_on_error=False, group="review")
    def _run(self, reviewer: Reviewer, text: tuple[str, str]) -> None:
        revision, review = reviewer(*text)
        self.post_message(self.Ran(self.Done(text, revision, review)))

    def on_live_review_ran(self, message: Ran) -> None:
        message.stop()
        self._at_work = False
        if self._wanted is None:
            self.post_message(message.done)
        else:
            self.ask(self._wanted)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if event.state is WorkerState.ERROR:
            self._at_work = False
            if self._wanted is None:
                self.post_message(self.Failed())
            else:
                self.ask(self._wanted)
