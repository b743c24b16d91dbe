"""The keys at the foot of Home: what matters now comes first, as many as the width takes, never one cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Footer

from outreach.domain.events import Stage
from outreach.tui.keys import key_word

_AROUND = 3
"""Spaces at the foot around a key and its label."""
_FIRST = "home.first-contact"
NOT_WRITTEN_TO = frozenset({Stage.FOUND, Stage.DRAFTED, None})
"""Stages before the first message; ``None``: it is not known."""
_KEYS: Mapping[str, tuple[str, ...]] = {
    "due-list": ("choose-draft", "log", "leave", "filter", "goals", "new-mentor"),
    "mentors": ("open", "start", "choose-draft", "log", "filter", "new-mentor", "goals", "new-meeting", "edit-mentor"),
    "mentor-filter": ("leave",),
    "background-scroll": ("leave", "choose-draft", "log", "edit-mentor", "new-meeting", "start", "call-sheet"),
    "fact-list": ("leave",),
    "meeting-list": ("leave", "notes", "agenda", "thank-you", "call-sheet", "remove", "log"),
    "draft-list": ("leave", "choose-draft", "log", "remove", "start"),
    "timeline-list": ("leave", "log", "choose-draft", "start"),
    "todo-list": ("leave", "log"),
}
"""By what has the cursor, the commands of the screen that matter there, the most wanted first."""
_WITH_NOBODY = ("open", "new-mentor", "goals", "edit-mentee", "sample")
"""While there is no mentor, whatever has the cursor."""
_WITH_DRAFTS = frozenset({"mentors", "background-scroll", "draft-list"})


class LastingFooter(Footer):
    """A footer that may stay for hours: Textual's own holds on to every key that it has ever shown.

    It is made anew only where something in it changes, not whenever the keys are looked at again.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._is_to_look = False
        self._seen: list[tuple[Binding, bool, str]] | None = None

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Look, once all is done that happens now, whether other keys are to be shown."""
        self._bindings_ready = True
        if self.app.app_focus and self.is_attached and screen is self.screen and not self._is_to_look:
            self._is_to_look = True
            self.call_later(self._look)

    async def _look(self) -> None:
        self._is_to_look = False
        if self.is_attached and self._to_show() != self._seen:
            await self.recompose()

    def _to_show(self) -> list[tuple[Binding, bool, str]]:
        bindings = self.screen.active_bindings.values()
        return [(one.binding, one.enabled, one.tooltip) for one in bindings if one.binding.show]

    def compose(self) -> ComposeResult:
        # The keys before have just been taken away, and those that are gone are forgotten where a value is told.
        self.mutate_reactive(Footer.compact)
        # Here rather than where it was found that they change: meanwhile they may have changed again.
        self._seen = self._to_show() if self._bindings_ready else None
        yield from super().compose()


def at_the_foot(
    found: Mapping[str, ActiveBinding], screen: DOMNode, focused: str, width: int, stage: Stage | None, *, due: bool
) -> dict[str, ActiveBinding]:
    """The keys that work now, with those of ``screen`` at the foot that matter and have room.

    Args:
        found: all keys that work.
        screen: whose keys have to make room for those of the pane and the app.
        focused: the id of what has the cursor; empty while there is no mentor.
        width: of the foot, in cells.
        stage: of the chosen mentor; who was not written to yet is written to first.
        due: whether something is due now.
    """
    left = width - sum(_width(one) for one in _once(found.values()) if one.node is not screen and one.binding.show)
    by_name = {one.binding.id: one for one in reversed(list(found.values())) if one.node is screen}
    shown = set()
    for name in _wanted(focused, stage, due=due):
        one = by_name.get(name)
        if one is not None and _width(one) <= left:
            shown.add(name)
            left -= _width(one)
    return {
        key: one._replace(binding=replace(one.binding, show=one.binding.id in shown)) if one.node is screen else one
        for key, one in found.items()
    }


def _wanted(focused: str, stage: Stage | None, *, due: bool) -> list[str]:
    names = [f"home.{name}" for name in _KEYS.get(focused, _WITH_NOBODY) if due or name != "start"]
    if focused in _WITH_DRAFTS and stage in NOT_WRITTEN_TO:
        names.insert(1, _FIRST)
    return names


def _once(found: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """One of each command: it stands at the foot once, whatever keys it has."""
    return list({(id(one.node), one.binding.action): one for one in reversed(list(found))}.values())


def _width(one: ActiveBinding) -> int:
    return len(key_word(one.binding.key)) + len(one.binding.description) + _AROUND
