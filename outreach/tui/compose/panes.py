"""The three panes of a draft: which is in front on a narrow screen, and the line of their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message

from outreach.tui.text import Plain

PANES: Mapping[str, str] = {"text": "Text", "findings": "Findings", "facts": "Facts"}
"""Their names, in the order in which they are turned over."""


def next_pane(pane: str, there: Mapping[str, object]) -> str:
    """The pane behind ``pane``, of those that are ``there``, round and round."""
    names = [name for name in PANES if name in there]
    return names[(names.index(pane) + 1) % len(names)] if pane in names else names[0]


class _Tab(Plain):
    """The name of one pane, to be clicked."""

    def __init__(self, pane: str) -> None:
        super().__init__(PANES[pane], id=f"tab-{pane}", classes="tab")
        self.pane = pane

    def on_click(self, event: Click) -> None:
        event.stop()
        self.post_message(PaneTabs.Wanted(self.pane))


class PaneTabs(Horizontal):
    """Shown where only one pane fits."""

    @dataclass
    class Wanted(Message):
        """This pane is to be in front."""

        pane: str

    def __init__(self) -> None:
        super().__init__(id="pane-tabs")

    def compose(self) -> ComposeResult:
        for pane in PANES:
            yield _Tab(pane)

    def turn(self, front: str) -> None:
        """Show which pane is in front."""
        for tab in self.query(_Tab):
            tab.set_class(tab.pane == front, "-front")

    def count(self, findings: int) -> None:
        """Show how many findings there are."""
        for tab in self.query(_Tab):
            if tab.pane == "findings":
                tab.show(f"{PANES[tab.pane]}{f' {findings}' if findings else ''}")
