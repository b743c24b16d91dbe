"""Beside a draft: what it has to do, and the facts it stands on, those in use first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.draft import Kind, Revision
from outreach.domain.facts import Fact, Standing
from outreach.drafting.ledger import FactRow
from outreach.tui.commands import GROUND
from outreach.tui.compose.basis import Basis, Known
from outreach.tui.compose.ground_lines import ground_lines
from outreach.tui.compose.sections import field_words, section_name
from outreach.tui.facts.fact_book import FactBook
from outreach.tui.facts.fact_list import ASIDE, HELD, FactList
from outreach.tui.in_a_thread import soon
from outreach.tui.text import Plain, content, one_line

_LINES = 2
"""For each thing at the top."""
_GROUPS = {"Could be used": (Standing.USABLE,), "Held back": HELD, "Set aside": ASIDE}
_MARK = "● "
"""Before a fact that the draft uses."""


class _Facts(OptionList):
    """Takes Enter by its name in the settings."""

    BINDINGS: ClassVar[list[BindingType]] = [*GROUND]

    def action_use(self) -> None:
        """Do what Enter does with the line under the cursor."""
        self.action_select()


class GroundPane(FactList):
    """The facts of one draft, by what they do for it."""

    LIST_ID = "ground-list"
    DEFAULT_CSS = """
    GroundPane { height: 1fr; }
    GroundPane #ground-ask { height: auto; padding: 0 1; margin: 0 0 1 0; }
    GroundPane #ground-list { height: 1fr; padding: 0; border: none; background: transparent; }
    GroundPane #ground-list { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    GroundPane #ground-list > .option-list--option { padding: 0 1; }
    GroundPane #ground-list > .option-list--option-disabled { color: $foreground; text-style: bold; }
    """

    class Changed(FactList.Changed):
        """The store holds the facts otherwise now; the basis is as they are."""

    @dataclass
    class Use(Message):
        """The section at the cursor of the text is to be built on this fact."""

        fact_id: str

    @dataclass
    class GoTo(Message):
        """The user wants to see where a fact is used that is used already."""

        fact_id: str

    def __init__(self, book: FactBook, basis: Basis, kind: Kind) -> None:
        """``basis`` is renewed when a fact is changed here."""
        super().__init__(book, id="ground")
        self._basis = basis
        self._kind = kind
        self._revision: Revision | None = None
        self._used: Mapping[str, tuple[str, ...]] = {}
        """The sections that use a fact, by its id."""
        self._reasons: Mapping[str, str] = {}
        """Of the facts that a section could be built on, the best first."""
        self._found: list[FactRow] = []
        self._reading = True

    def compose(self) -> ComposeResult:
        yield Plain("", id="ground-ask")
        yield _Facts(id=self.LIST_ID, markup=False)

    def on_resize(self, event: Resize) -> None:
        # The list has its width only then.
        self.call_after_refresh(self.draw)

    # -- showing -----------------------------------------------------------------------------------
    def show(self, revision: Revision) -> None:
        """Mark what this state of the draft uses."""
        first, used = self._revision is None, _used_by(revision)
        if first or used != self._used:
            self._revision, self._used = revision, used
            (self.refill if first else self.draw)()

    def refill(self) -> None:
        """Show what is stored now."""
        basis = self._basis
        if not basis.at_once:
            self.draw()
        soon(self, basis.known, self._read, at_once=basis.at_once, group="facts")

    def _read(self, known: Known) -> None:
        self._reading = False
        self._reasons = known.grounds.reasons
        meeting = self._basis.case.meeting
        order = {fact_id: number for number, fact_id in enumerate(self._reasons)}
        rows = [row for row in known.rows if row.meeting in ("", meeting.id if meeting else "")]
        self._found = sorted(rows, key=lambda row: order.get(row.fact.id, len(order)))
        self.draw()

    def draw(self) -> None:
        if self._revision is None:
            return
        self._show_ask()
        used = [row for row in self._found if row.fact.id in self._used]
        left = [row for row in self._found if row.fact.id not in self._used]
        self.begin()
        options = self.group("In this draft", used, self._line, first=True)
        if forms := self._from_forms():
            heading = [] if options else [Option(content("In this draft", "bold"), disabled=True)]
            options += [*heading, Option(forms, disabled=True)]
        for name, standings in _GROUPS.items():
            group = (row for row in left if row.fact.standing in standings)
            options += self.group(name, group, self._line, first=not options)
        if self._reading:
            options.append(Option(content("Reading a long background …", "dim"), disabled=True))
        self.fill(options)

    def _from_forms(self) -> Content | None:
        """What the draft uses of the forms: changed there, so a line is enough."""
        known = {row.fact.id for row in self._found}
        fields = dict.fromkeys(fact_id.rpartition(":")[0] for fact_id in self._used if fact_id not in known)
        if not fields:
            return None
        return content(self._wrapped(_MARK, ", ".join(field_words(each) for each in fields)), "dim")

    def _line(self, row: FactRow) -> Content:
        fact = row.fact
        sections = self._used.get(fact.id, ())
        note = fact.why
        if sections:
            note = f"in: {', '.join(section_name(each).lower() for each in sections)}"
        elif not note:
            note = self._reasons.get(fact.id, "").partition(";")[0]
        quiet = "dim" if fact.standing is not Standing.USABLE else ""
        line = content(self._wrapped(_MARK if sections else "  ", fact.text), quiet)
        return line + content(f"\n{self._wrapped('  ', note)}", "dim italic") if note else line

    def _wrapped(self, mark: str, text: str) -> str:
        """``text`` behind a mark, in lines that hang."""
        width = self._list.scrollable_content_region.width - 2
        line = f"{mark}{one_line(text)}"
        return "\n".join(wrap(line, width, subsequent_indent="  ")) if width > 4 else line

    def _show_ask(self) -> None:
        over = self.query_one("#ground-ask", Plain)
        width = over.content_size.width
        if width > 0:
            lines = (_thing(label, text, width) for label, text in ground_lines(self._basis.case, self._kind))
            over.show(content("\n").join(lines))

    # -- changing ----------------------------------------------------------------------------------
    def enter_on(self, fact: Fact) -> None:
        if fact.id in self._used:
            self.post_message(self.GoTo(fact.id))
        elif fact.standing in ASIDE:
            self.action_reword()
        elif fact.id in self._reasons:
            self.post_message(self.Use(fact.id))
        elif self._reasons:
            self.say(f"It cannot be told as it stands. {self.key('reword')} puts it in other words.")
        else:
            self.say(f"This {self._kind.in_words} is not built on a fact of your choice.")

    def changed(self) -> None:
        now = self._book.mentorship
        self._basis.renew(replace(self._basis.case, allowed=now.allowed, changes=now.changes))
        self.refill()
        super().changed()


def _used_by(revision: Revision) -> dict[str, tuple[str, ...]]:
    used: dict[str, tuple[str, ...]] = {}
    for section in revision.sections:
        for fact_id in section.facts:
            used[fact_id] = (*used.get(fact_id, ()), section.name)
    return used


def _thing(label: str, text: str, width: int) -> Content:
    """A label and what there is to say, in few lines."""
    lines = wrap(text, width, initial_indent=" " * (len(label) + 1)) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], one_line(" ".join(lines[_LINES - 1 :]), width)]
    return content(label, "bold") + content("\n".join(lines)[len(label) :])
