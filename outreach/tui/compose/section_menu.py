"""The menu over a draft that asks how one section is to be made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from outreach.domain.draft import Section, Wish
from outreach.domain.facts import Fact
from outreach.tui.commands import SECTION
from outreach.tui.compose.sections import ORIGINS, section_name
from outreach.tui.foot import LastingFooter
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content, one_line

_WIDTH_OF_FACT = 150
_WIDTH_IN_NOTES = 60


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known of the facts that sections are built on."""

    facts: Mapping[str, Fact]
    reasons: Mapping[str, str]
    """Why a fact about the mentor was chosen, by id; of all that a section could be built on, the best first."""

    def of(self, section: Section, width: int = _WIDTH_IN_NOTES) -> str:
        """On which fact ``section`` is built, and how many others there are; empty where it is built on none."""
        told = [self.facts[each] for each in section.facts if each in self.facts]
        about = [fact for fact in told if fact.id in self.reasons]
        if not about:
            return ""
        others = len(self.reasons) - len(about)
        why = self.reasons[about[0].id]
        count = {0: "No other fact", 1: "One other fact"}.get(others, f"{others} other facts")
        text = one_line(about[0].text, width).rstrip(".")
        return f"“{text}”{f' ({one_line(why)})' if why else ''}. {count} could stand here."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: ``wish`` for section number ``at``, or, without one, another draft."""

    at: int
    wish: Wish | None


class SectionMenu(Modal["Asked | None"]):
    """Dismissed with what is wanted, or ``None``. The text above stays in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [*SECTION]
    CSS_PATH = "section_menu.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy")]  # noqa: RUF012 - of each Screen

    def __init__(
        self, sections: tuple[Section, ...], at: int, grounds: Grounds, show_place: Callable[[Section | None], None]
    ) -> None:
        """``show_place`` shows in the text which section it is about; called with ``None`` at the end."""
        super().__init__()
        self._sections = sections
        self._at = at
        self._grounds = grounds
        self._show_place = show_place

    def compose(self) -> ComposeResult:
        with Vertical(id="section-menu"):
            yield Plain("", id="section")
        yield LastingFooter()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        section = self._sections[self._at]
        self.query_one("#section", Plain).show(content("\n").join(self._lines(section)))
        # Once the menu has its place, lest it lies over what it is about.
        self.call_after_refresh(self._show_place, section)

    def _lines(self, section: Section) -> Iterator[Content]:
        name = content(f"Rewrite: {section_name(section.name)}", "bold")
        yield name + content(f"   {ORIGINS[section.origin]}   ↑ ↓ another section", "dim")
        if ground := self._grounds.of(section, _WIDTH_OF_FACT):
            yield content("Built on ", "bold") + content(ground)

    # -- actions -----------------------------------------------------------------------------------
    def action_step(self, by: int) -> None:
        """Go to the next section that is in the text, or to the one before, round and round."""
        many = len(self._sections)
        steps = ((self._at + by * step) % many for step in range(1, many + 1))
        self._at = next(at for at in steps if self._sections[at].start is not None)
        self._show()

    def action_wish(self, wish: str) -> None:
        """This is wanted of the section."""
        self._leave(Asked(self._at, Wish(wish)))

    def action_draft(self) -> None:
        """Another draft is wanted."""
        self._leave(Asked(self._at, None))

    def action_close(self) -> None:
        """Nothing is wanted."""
        self._leave(None)

    def _leave(self, asked: Asked | None) -> None:
        self._show_place(None)
        self.dismiss(asked)
