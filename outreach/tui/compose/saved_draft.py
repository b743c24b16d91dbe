"""A draft in the store while it is worked on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from outreach.domain.draft import Draft, Revision
from outreach.tui.compose.visit import Visit
from outreach.workspace import Workspace


def text_of(revision: Revision) -> tuple[str, str]:
    """Subject and body."""
    return revision.subject, revision.body


class SavedDraft:
    """Knows what is saved of a draft. One visit makes one revision at the most, however often it is saved."""

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        """A draft without a revision is still to be written; ``begin`` says what was."""
        self.draft = draft
        self.visit = Visit(draft)
        self._workspace = workspace
        self._words_alone = False

    def begin(self, revision: Revision) -> None:
        """The draft was written, and says this; raises as ``save`` does."""
        self.draft = replace(self.draft, revisions=(revision,))
        self.visit = Visit(self.draft)
        self._keep(None)
        self.visit = Visit(self.draft)

    def differs(self, text: tuple[str, str]) -> bool:
        """Whether ``text``, subject and body, is not what is saved."""
        return not self.draft.id or text != text_of(self.draft.current)

    def save(self, text: tuple[str, str], revise: Callable[[], Revision], *, anyway: bool = False) -> None:
        """Save what was changed; ``revise`` reviews ``text``; ``anyway``: also where nothing was.

        Raises:
            OutreachError: it could not be saved.
        """
        if anyway or self._words_alone or self.visit.unsaved or self.differs(text):
            self._keep(revise() if text != text_of(self.visit.opened) else None)
        self._words_alone = self.visit.unsaved = False

    def save_words(self, text: tuple[str, str]) -> None:
        """Save the words alone; what the review says of them is saved once it is here, or on the way out.

        Raises:
            OutreachError: they could not be saved.
        """
        subject, body = text
        before = self.visit.opened
        found = tuple(replace(finding, start=None, end=None, fix=None) for finding in before.findings)
        self._keep(replace(before, subject=subject, body=body, sections=(), findings=found, saved=None))
        self._words_alone = True

    def _keep(self, now: Revision | None) -> None:
        self.draft = self._workspace.save_draft(replace(self.draft, revisions=self.visit.revisions(now)))
