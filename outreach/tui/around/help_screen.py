"""F1: what the screen in front is for and its keys, then all others; read from the commands themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from outreach.tui.commands import ASSESS, CHAPTERS, COMPARE, DRAFT, FORM, GOALS, MAIN, PROPOSED, START, named
from outreach.tui.keys import keys_in_words, keys_of
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content

_ENDS = """
Tab and Shift+Tab go from field to field and from list to list; the arrows move in a list, Enter opens.
Ctrl+P finds every command and every mentor by name. In most terminals you select text with the mouse while
Shift is held.
"""
_FOR: tuple[tuple[tuple[object, ...], str], ...] = (
    (MAIN, "What is due stands on top, then your mentors. Choose one, and one key starts the right draft."),
    (START, "The least that a first draft needs; all else can wait. A draft says only what you enter."),
    (FORM, "Fill in what you know; the rest can wait. Nothing is sent anywhere, and nothing is lost when you leave."),
    (DRAFT, "Your draft, what it stands on, and what the review finds. You send it yourself, from your own program."),
    (COMPARE, "Two states of the draft side by side; what differs stands out. Nothing changes until you take one."),
    (ASSESS, "Six short questions, in any order; what you leave empty is left out. Your answers stay here."),
    (PROPOSED, "Goals drafted from your answers. Nothing is kept that you did not tick."),
    (GOALS, "What you want, why, by when, and how you would know: drafts are built around it."),
)
_KEYS_WIDTH = 15


@dataclass(frozen=True, slots=True)
class Group:
    """Some keys with what they do, under a heading."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class Keys(Widget):
    """A group, with what a key does wrapped beside it."""

    DEFAULT_CSS = "Keys { height: auto; margin: 0 0 1 0; }"

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = [content(self._group.heading, "bold $primary")]
        for keys, text in self._group.lines:
            # A second key goes below the first rather than into the text.
            left = (
                [keys] if len(keys) < _KEYS_WIDTH else [part.strip() for part in keys.replace(" or ", "\n").split("\n")]
            )
            right = textwrap.wrap(text, max(16, width - _KEYS_WIDTH)) or [""]
            for number in range(max(len(left), len(right))):
                key = left[number] if number < len(left) else ""
                words = right[number] if number < len(right) else ""
                lines.append(content(f"{key:<{_KEYS_WIDTH}}", "bold") + content(words))
        return lines


class HelpScreen(Modal[None]):
    """Closed with Esc or F1."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,f1,q", "dismiss", "Close")]
    CSS_PATH = "help_screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - an instance variable of Screen

    def __init__(self, front: Screen[object]) -> None:
        """``front``: the screen to explain."""
        super().__init__()
        self._front = front

    def compose(self) -> ComposeResult:
        own: Mapping[str, str] = getattr(self.app, "own_keys", {})
        here = groups_of(self._front, own)
        shown = {group.heading for group in here}
        with VerticalScroll(classes="help"):
            # First: the end may be far below.
            told = (purpose_of(self._front), "Esc closes this.")
            yield Plain(content(" ".join(part for part in told if part)), classes="purpose")
            yield from _columns(here)
            yield Plain("All other keys", classes="all")
            yield from _columns([group for group in all_groups(own) if group.heading not in shown])
            yield Plain(" ".join(_ENDS.split()))


def purpose_of(screen: Screen[object]) -> str:
    """What the screen is for, in a sentence or two."""
    if told := getattr(screen, "HELP", None):
        return str(told)
    commands = {id(each) for each in screen.BINDINGS}
    return next((text for chapter, text in _FOR if commands >= {id(each) for each in chapter}), "")


def groups_of(screen: Screen[object], own: Mapping[str, str]) -> list[Group]:
    """The keys that work now: of the list or text with the cursor, of the screen, and anywhere."""
    known = {each.id: each for each in named()}
    now = {active.binding.id for active in screen.active_bindings.values() if active.binding.id in known}
    return [
        Group(heading, lines)
        for heading, chapter in CHAPTERS
        if (lines := _lines((each for each in chapter if each.id in now), own))
    ]


def all_groups(own: Mapping[str, str]) -> list[Group]:
    """Every key, chapter by chapter."""
    return [Group(heading, _lines(chapter, own)) for heading, chapter in CHAPTERS]


def _lines(commands: Iterable[Binding], own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((keys_in_words(keys_of(each, own)), each.tooltip) for each in commands if each.tooltip)


def _columns(groups: list[Group]) -> ComposeResult:
    """Two columns of about the same length; where the terminal is narrow the second comes below the first."""
    half = sum(len(group.lines) + 2 for group in groups) / 2
    so_far = 0
    left: list[Group] = []
    for group in groups:
        if left and so_far + len(group.lines) / 2 > half:
            break
        left.append(group)
        so_far += len(group.lines) + 2
    with Horizontal(classes="columns"):
        for part in (left, groups[len(left) :]):
            with Vertical():
                for group in part:
                    yield Keys(group)
