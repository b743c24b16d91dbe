"""Saving a draft by itself while it is typed in, and what of it is reviewed when it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from outreach.domain.draft import Revision
from outreach.domain.errors import BadInput, OutreachError
from outreach.tui.compose.basis import Basis
from outreach.tui.compose.reviewed_text import ReviewedText
from outreach.tui.compose.saved_draft import SavedDraft, text_of
from outreach.tui.compose.saying import Say

_SECONDS_OF_PAUSE = 0.8
_SECONDS_OF_PATIENCE = 2.0
"""How long words wait to be saved for a slow review of them."""


class Saving:
    """Saves what stands in ``words``: after a pause in the typing, with the review of it where that is quick."""

    def __init__(
        self, screen: Screen[Any], saved: SavedDraft, words: ReviewedText, basis: Basis, shown: Callable[[], None]
    ) -> None:
        """``shown`` shows whether it is saved."""
        self._screen = screen
        self._saved = saved
        self._words = words
        self._basis = basis
        self._shown = shown
        self._pause: Timer | None = None
        self._when_reviewed = False
        self._weighed = False

    def touched(self) -> None:
        """The text was changed."""
        self._rest()
        self._shown()
        if self._saved.differs(self._words.text):
            self._pause = self._screen.set_timer(_SECONDS_OF_PAUSE, self._soon)

    def reviewed(self, *, whole: bool) -> None:
        """The text was reviewed; ``whole``: to its end."""
        if self._weighed and whole:
            self._weighed = False
            self._as_weighed()
        elif self._when_reviewed:
            self.save()
        else:
            self._shown()

    def weigh(self) -> None:
        """The rules weigh otherwise from now on: what they say next is saved, too."""
        self._weighed = True

    def save(self, *, anyway: bool = False) -> bool:
        """Save what was changed, now; whether all is saved. ``anyway``: also where the words are as they were saved."""
        self._rest()
        saved = self._tried(lambda: self._saved.save(self._words.text, self.current, anyway=anyway))
        self._shown()
        return saved

    def current(self) -> Revision:
        """What the text makes, reviewed."""
        if self._words.fresh:
            return replace(self._words.reviewed, saved=None)
        subject, body = self._words.text
        base = self._saved.visit.base(body)
        if not self._basis.at_once:
            # What it is held against is still being read.
            return replace(base, subject=subject, body=body, saved=None)
        try:
            reviewed, _ = self._basis.reviewing()(base, subject, body)
        except BadInput as error:
            # What it was drafted from is gone, such as the meeting. The words count all the same.
            reviewed = replace(base, subject=subject, body=body)
            self._screen.post_message(Say(f"Saved, but not reviewed: {error}", grave=True))
        return replace(reviewed, saved=None)

    def _rest(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._when_reviewed = False

    def _soon(self) -> None:
        """Save at once what is reviewed; a long text as soon as its review is here, lest the typing waits for it."""
        if self._words.fresh or not self._words.busy:
            self.save()
        else:
            self._when_reviewed = True
            self._pause = self._screen.set_timer(_SECONDS_OF_PATIENCE, self._words_alone)

    def _words_alone(self) -> None:
        if self._tried(lambda: self._saved.save_words(self._words.text)):
            self._shown()

    def _as_weighed(self) -> None:
        """Save what the rules say now that they weigh otherwise; the words of a saved revision stay."""
        reviewed, visit = self._words.reviewed, self._saved.visit
        if self._words.text == text_of(visit.opened):
            visit.weigh(reviewed.findings, reviewed.score)
        self.save(anyway=True)

    def _tried(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except OutreachError as error:
            self._screen.post_message(Say(f"Not saved: {error}", seconds=8, grave=True))
            return False
        return True
