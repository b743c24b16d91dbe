"""Looking around in the sample, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from outreach.domain.errors import OutreachError
from outreach.tui.home.undoing import Undoing
from outreach.tui.keys import key_of
from outreach.tui.questions import Question
from outreach.tui.text import one_line
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp

_ANSWERS = (
    ("remove", "r", "Leave, and remove the sample"),
    ("keep", "k", "Leave, and keep it for later"),
    ("stay", "escape", "Stay here"),
)


class Sampling:
    """Opens the sample in the place of the user's own workspace, which stays open and waits."""

    def __init__(self, app: OutreachApp, user: Workspace) -> None:
        self._app = app
        self._user = user
        self._sample: Workspace | None = None
        self._users_undoing = Undoing()
        """What the user can take back, while the sample is open."""

    @property
    def is_open(self) -> bool:
        """Whether what is shown is not the user's."""
        return self._sample is not None

    def notice(self, screen: Screen[Any]) -> str:
        """Whose mentorships a screen shows, where they are not the user's; else empty."""
        mentee = self._sample.mentee() if self._sample else None
        if mentee is None:
            return ""
        told = f"Sample: {one_line(mentee.signature, 20)}'s mentorships. Nothing here is yours."
        leaves = f" {key_of(screen, 'home.sample')} leaves and removes it."
        return told + leaves if hasattr(screen, "action_sample") else told

    def turn(self) -> None:
        """Open the sample, or ask how to leave it; not while a draft is being written."""
        if self._user.models.at_work:
            self._app.notify("A draft is being written; let it finish, or stop it with Esc.", markup=False)
        elif self._sample is None:
            self._enter()
        else:
            self._app.push_screen(Question("Back to your own mentorships?", _ANSWERS), self._leave)

    def close(self) -> None:
        """Close the sample; it stays for the next time."""
        if self._sample is not None:
            self._sample.close()
            self._sample = None

    def _enter(self) -> None:
        # What reads it is loaded when it is wanted: the app's first frame does not wait for that.
        from outreach.sample import open_sample

        try:
            self._sample = open_sample(self._user)
        except OutreachError as error:
            self._app.notify(str(error), markup=False, severity="warning")
        else:
            # What was done here and what was done there are not taken back in each other's place.
            self._users_undoing, self._app.undoing = self._app.undoing, Undoing()
            self._app.open_workspace(self._sample)

    def _leave(self, answer: str | None) -> None:
        if answer not in {"remove", "keep"}:
            return
        from outreach.sample import remove_sample

        self.close()
        try:
            if answer == "remove":
                remove_sample(self._user)
        except OutreachError as error:
            self._app.notify(str(error), markup=False, severity="warning")
        self._app.undoing = self._users_undoing
        self._app.open_workspace(self._user)
