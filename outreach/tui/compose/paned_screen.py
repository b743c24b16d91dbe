"""A screen of three panes: side by side where they fit, else one in front, and at the foot the keys that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.binding import ActiveBinding
from textual.events import DescendantFocus
from textual.screen import ScreenResultType
from textual.widget import Widget

from outreach.tui.compose.panes import PANES, PaneTabs, next_pane
from outreach.tui.modal import Closing

_TAKEN_OUT = frozenset({"draft.copy-body", "draft.write-file", "draft.rewrite", "draft.sent"})
_QUIET: Mapping[str, frozenset[str]] = {
    "findings": _TAKEN_OUT,
    "facts": _TAKEN_OUT | {"draft.next", "draft.mend", "draft.explain"},
}
"""Names of the commands that do not stand at the foot, by the pane with the cursor; they work all the same."""
_QUIET_WHERE_NARROW: Mapping[str, frozenset[str]] = {
    # What is explained has a pane of its own; that a draft is sent belongs to what comes next.
    "text": frozenset({"draft.write-file", "draft.explain"}),
    "facts": frozenset({"facts.reword", "facts.take-back"}),
}
_LEAST = 80
"""Columns from which on all others have room."""
_QUIET_WHERE_TINY = frozenset({"draft.next", "draft.mend"})


class PanedScreen(Closing[ScreenResultType]):
    """The pane with the cursor is the one in front, also after the terminal was made smaller."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy")]  # noqa: RUF012 - of each Screen
    PANE_OF: ClassVar[Mapping[str, str]] = {"ground": "facts", "side": "findings"}
    """The panes by the ids of what is around all in them; what is in none is in the text."""

    pane = "text"
    """The one with the cursor."""

    def entrances(self) -> Mapping[str, Widget]:
        """What has the cursor first in each pane that is there."""
        raise NotImplementedError

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """All that work; at the foot stand those that matter in the pane with the cursor."""
        quiet = _QUIET.get(self.pane, frozenset())
        if self.has_class("-narrow"):
            quiet |= _QUIET_WHERE_NARROW.get(self.pane, frozenset())
        if self.size.width < _LEAST and self.pane == "text":
            quiet |= _QUIET_WHERE_TINY
        return {
            key: each._replace(binding=replace(each.binding, show=False)) if each.binding.id in quiet else each
            for key, each in super().active_bindings.items()
        }

    def on_resize(self) -> None:
        """What has room at the foot depends on the width."""
        self.refresh_bindings()

    def action_turn(self) -> None:
        """Go on to the next pane."""
        self.go_to(next_pane(self.pane, self.entrances()))

    def on_pane_tabs_wanted(self, message: PaneTabs.Wanted) -> None:
        self.go_to(message.pane)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        around = (self.PANE_OF.get(each.id or "") for each in event.widget.ancestors_with_self)
        self._turn_to(next((pane for pane in around if pane), "text"))

    def go_to(self, pane: str) -> None:
        """Have the cursor in this pane."""
        if (entrance := self.entrances().get(pane)) is not None:
            self._turn_to(pane)
            self.set_focus(entrance)

    def _turn_to(self, pane: str) -> None:
        self.pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        self.query_one(PaneTabs).turn(pane)
