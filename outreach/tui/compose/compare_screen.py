"""Two states of a draft side by side: the older at the left, the newer at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from outreach.domain.draft import Origin, Revision
from outreach.tui.commands import COMPARE
from outreach.tui.compose.comparing import rows
from outreach.tui.compose.sections import section_name
from outreach.tui.compose.sides import Sides, is_changed
from outreach.tui.foot import LastingFooter
from outreach.tui.home.lists import saved_text
from outreach.tui.modal import Closing
from outreach.tui.text import Plain, content

_KEYS_OF_A_TEXT = ("up", "down", "home", "end", "pageup", "pagedown")
_WHOSE = {Origin.MODEL: "Model", Origin.TEMPLATE: "Template", Origin.MENTEE: "You"}


class _Text(ScrollView, inherit_bindings=False, can_focus=True):
    """Draws only the lines in sight, however long it is; left and right are not its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in ScrollableContainer.BINDINGS if isinstance(each, Binding) and each.key in _KEYS_OF_A_TEXT
    ]

    _lines: tuple[Content, ...] = ()

    def show(self, lines: Sequence[Content]) -> None:
        """Show these instead, from the first on."""
        self._lines = tuple(lines)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        if at >= len(self._lines) or not self._lines[at].plain:
            return Strip.blank(width, self.rich_style)
        return Visual.to_strips(self, self._lines[at], width, 1, self.visual_style)[0]


class CompareScreen(Closing[Revision | None]):
    """Dismissed with the state that is to be taken, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = [*COMPARE]
    CSS_PATH = "compare_screen.tcss"
    AUTO_FOCUS = "_Text"

    def __init__(self, states: Sequence[Revision], at: int) -> None:
        """``states``: oldest first, two at least, the last one is the text as it stands; ``at``: which is the older."""
        super().__init__()
        self._states = tuple(states)
        self._at = max(0, min(at, len(self._states) - 2))

    def compose(self) -> ComposeResult:
        yield Plain("", id="compared")
        yield _Text()
        yield LastingFooter()

    def on_resize(self, event: Resize) -> None:
        self._show()

    # -- actions -----------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        ends = {"older": self._at == 0, "newer": self._at >= len(self._states) - 2}
        return None if ends.get(action) else True

    def action_older(self) -> None:
        """Compare the state before with the older one of these."""
        self._go(-1)

    def action_newer(self) -> None:
        """Compare the newer one of these with the state after."""
        self._go(1)

    def _go(self, by: int) -> None:
        self._at += by
        self._show()
        self.refresh_bindings()

    def action_take(self) -> None:
        """Take the older state."""
        self.dismiss(self._states[self._at])

    def action_leave(self) -> None:
        """Take none."""
        self.dismiss(None)

    # -- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        old, new = self._states[self._at : self._at + 2]
        # A column for the bar at the right.
        sides = Sides(self.size.width - 1)
        same = (old.subject, old.body) == (new.subject, new.body)
        head = [
            *sides.titles(self._title(self._at), self._title(self._at + 1)),
            *sides.titles(_whose(old), _whose(new), "dim"),
        ]
        if old.subject or new.subject:
            head += sides.lines(rows(f"Subject: {old.subject}", f"Subject: {new.subject}"))
        if same:
            head.append(content("  The words are the same.", "dim"))
        body = list(sides.lines(rows(old.body, new.body)))
        self.query_one("#compared", Plain).show(content("\n").join(head))
        text = self.query_one(_Text)
        text.show(body)
        changed = next((at for at, line in enumerate(body) if is_changed(line)), 0)
        # Once the text has its height; a line above it stays in sight.
        self.call_after_refresh(text.scroll_to, y=max(0, changed - 2), animate=False)

    def _title(self, at: int) -> str:
        saved, last = self._states[at].saved, at == len(self._states) - 1
        when = f"saved {saved_text(saved)}" if saved else "not saved yet"
        return f"{'Now' if last else f'{at + 1} of {len(self._states)}'}, {when}"


def _whose(revision: Revision) -> str:
    """Whose words the sections are."""
    names: dict[Origin, list[str]] = {}
    for section in revision.sections:
        names.setdefault(section.origin, []).append(section_name(section.name).lower())
    return " · ".join(f"{_WHOSE[origin]}: {', '.join(names[origin])}" for origin in Origin if origin in names)
