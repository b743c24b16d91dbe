"""Where the sentence at the cursor comes from: whose words it is, and which facts it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from outreach.domain.draft import Origin, Revision
from outreach.domain.facts import Fact
from outreach.tui.compose.origins import LEGENDS, Stretch, at, stretches
from outreach.tui.compose.sections import field_words, nth, section_name
from outreach.tui.text import content, one_line

_WHOSE = {Origin.MODEL: "Model’s words", Origin.MENTEE: "Your words", Origin.TEMPLATE: "Template’s words"}
_FROM = "from “"
_QUOTED = 24
"""Letters of a fact that are shown in any case."""
_NUMBERED = ("mentor.background", "mentee.background", "meeting.notes")
"""Fields of many statements, which their number tells apart."""


class Whence(Static):
    """Two lines, whatever there is to say, lest the text jumps while the cursor moves."""

    DEFAULT_CSS = "Whence { height: 2; padding: 0 2; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self) -> None:
        super().__init__("", id="whence", markup=False)
        self._of: tuple[Revision | None, Revision | None] = (None, None)
        self._stretches: tuple[Stretch, ...] = ()
        self._stretch: Stretch | None = None
        self._facts: Mapping[str, Fact] = {}

    def show(self, revision: Revision, cursor: int, facts: Mapping[str, Fact], drafted: Revision | None = None) -> None:
        """Tell of the sentence at ``cursor``, in characters of the body.

        ``facts``: those that are known beside the revision's own; ``drafted``: the draft as it was made, by which the
        mentee's own lines are known.
        """
        if self._of[0] is not revision or self._of[1] is not drafted:
            self._of, self._stretches = (revision, drafted), stretches(revision, drafted)
        self._stretch = at(self._stretches, cursor)
        self._facts = {**{fact.id: fact for fact in revision.facts}, **facts}
        self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if width > 0:
            self.update(content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        head = one_line(_head(self._stretch), width)
        legend = next((each for each in LEGENDS if len(head) + len(each) + 2 <= width), "")
        first = content(head, "bold") + content(legend.rjust(width - len(head)), "dim")
        return [first, content(_from(self._stretch, self._facts, width))]


def _head(stretch: Stretch | None) -> str:
    if stretch is None:
        return ""
    section = stretch.section
    if section is None:
        return _WHOSE[stretch.origin]
    tries = f", {nth(section.tries)} try" if stretch.origin is Origin.MODEL and section.tries > 1 else ""
    return f"{_WHOSE[stretch.origin]} ({section_name(section.name).lower()}{tries})"


def _from(stretch: Stretch | None, facts: Mapping[str, Fact], width: int) -> str:
    section = stretch.section if stretch else None
    if section is None or stretch is None:
        return ""
    typed_over = stretch.origin is Origin.MENTEE and bool(section.seen)
    told = [facts[each] for each in section.facts if each in facts]
    if typed_over or not told:
        return ""
    others = "".join(f", {place}" for place in dict.fromkeys(_field(fact) for fact in told[1:]))
    if len(others) + 2 * _QUOTED > width:
        others = f" and {len(told) - 1} more"
    return _quoted(told[0], others, width)


def _quoted(fact: Fact, others: str, width: int) -> str:
    """A fact in as many of its words as there is room for, and what else there is."""
    behind = f"” ({_field(fact)}){others}"
    room = max(_QUOTED, width - len(_FROM) - len(behind))
    return one_line(f"{_FROM}{one_line(fact.text, room)}{behind}", width)


def _field(fact: Fact) -> str:
    number = f", {fact.id.rpartition(':')[2]}" if fact.field in _NUMBERED else ""
    return f"{field_words(fact.field)}{number}"
