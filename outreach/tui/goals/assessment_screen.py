"""Six questions about what the mentee wants, one at a time; each may stay empty, and be gone on with later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import OutreachError
from outreach.domain.goals import Assessment, Support
from outreach.tui.around.choosing import Choices
from outreach.tui.commands import ASSESS
from outreach.tui.foot import LastingFooter
from outreach.tui.keeping_screen import KeepingScreen
from outreach.tui.keys import key_of
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, PlainArea, content
from outreach.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """One question."""

    name: str
    """A field of ``Assessment``."""
    short: str
    question: str
    hint: str


QUESTIONS = (
    Asked(
        "one_year",
        "In a year",
        "Where would you like to be in a year?",
        "What you want to have done, or to be. One wish a line; fragments are fine.",
    ),
    Asked(
        "five_years",
        "In five years",
        "And in five years?",
        "A guess is enough. It says what the next year is good for.",
    ),
    Asked(
        "skills",
        "Skills",
        "Which skills do you want to build?",
        "One a line, such as: speaking up in meetings, pricing a job.",
    ),
    Asked(
        "went_well",
        "What went well",
        "Who helped you before, and what was good about it?",
        "A teacher, a boss, a friend: what did they do that worked for you?",
    ),
    Asked("missing", "What was missing", "And what was missing?", "What did nobody show you? What came too late?"),
    Asked(
        "support",
        "What would help",
        "What would help you most now?",
        "Space ticks it; as many as you like.",
    ),
)
_SUPPORT = {
    Support.GUIDANCE: "Guidance: how to go about it",
    Support.FEEDBACK: "Feedback: what is good already, and what is not",
    Support.CONTACTS: "Contacts: whom to know",
    Support.ENCOURAGEMENT: "Encouragement: somebody who thinks that I can",
}


class AssessmentScreen(KeepingScreen[Assessment | None]):
    """Dismissed with the answers once goals are to be drafted from them, else with ``None``; stored either way."""

    BINDINGS: ClassVar[list[BindingType]] = [*ASSESS]
    CSS_PATH = "assessment_screen.tcss"
    AUTO_FOCUS = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._answers = workspace.goals.assessment()
        self._support = self._answers.support
        self._at = 0

    @property
    def kept_as(self) -> str:
        return "assessment"

    @property
    def kept_title(self) -> str:
        return "the questions about what you want"

    def typed(self) -> Mapping[str, str]:
        return {area.id or "": area.text for area in self.query(PlainArea) if area.text != self._of(area.id or "")}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        for area in self.query(PlainArea):
            if area.id in typed:
                area.text = typed[str(area.id)]

    def compose(self) -> ComposeResult:
        yield Plain("What do you want", classes="title")
        with Horizontal(id="asking"):
            yield Plain("", id="steps")
            with ContentSwitcher(initial="asked-one_year", id="questions"):
                for asked in QUESTIONS:
                    with Vertical(id=f"asked-{asked.name}", classes="asked"):
                        yield Plain(asked.question, classes="question")
                        yield Plain(asked.hint, classes="hint")
                        yield self._control(asked)
        yield Plain("", id="onward")
        yield StatusBar()
        yield LastingFooter()

    def _control(self, asked: Asked) -> PlainArea | Choices:
        if asked.name != "support":
            return PlainArea(self._of(asked.name), id=asked.name, show_line_numbers=False)
        return Choices(*(Option(self._help_line(kind)) for kind in Support), id="support", markup=False)

    def _help_line(self, kind: Support) -> Content:
        return content(f"[{'✓' if kind in self._support else ' '}] {_SUPPORT[kind]}")

    def _of(self, name: str) -> str:
        return str(getattr(self._answers, name))

    def on_mount(self) -> None:
        super().on_mount()
        unanswered = [at for at, asked in enumerate(QUESTIONS) if not getattr(self._answers, asked.name)]
        begun = not self._answers.is_empty and not self._answers.finished
        self._go_to(unanswered[0] if begun and unanswered else 0)

    # -- going on ----------------------------------------------------------------------------------
    def _go_to(self, at: int) -> None:
        self._at = at
        asked = QUESTIONS[at]
        self.query_one("#questions", ContentSwitcher).current = f"asked-{asked.name}"
        # At once: what is typed the moment it appears must not be lost.
        control = self.query_one(f"#{asked.name}")
        self.set_focus(control, scroll_visible=False)
        self.refresh_bindings()
        if isinstance(control, PlainArea):
            control.move_cursor(control.document.end)
        elif isinstance(control, Choices) and control.highlighted is None:
            control.highlighted = 0
        self.query_one(".title", Plain).show(
            content("What do you want") + content(f"   {at + 1} of {len(QUESTIONS)}", "not bold dim")
        )
        self.query_one("#steps", Plain).show(content("\n").join(self._step(place) for place in range(len(QUESTIONS))))
        draft = key_of(self, "assess.draft")
        self.query_one("#onward", Plain).show(
            f"Tab or {draft}: goals from your answers"
            if at == len(QUESTIONS) - 1
            else f"Tab: next question. Leave empty what you don’t know; {draft} makes goals of what there is."
        )

    def _step(self, at: int) -> Content:
        asked = QUESTIONS[at]
        done = bool(self._now(asked.name))
        mark = "▸" if at == self._at else ("✓" if done else " ")
        return content(f"{mark} {asked.short}", "bold" if at == self._at else "")

    def _now(self, name: str) -> object:
        if name == "support":
            return self._support
        area = self.query_one(f"#{name}", PlainArea)
        return area.text if area.text.strip() else ""

    def action_turn(self, by: int) -> None:
        """Go to another question; behind the last one come the goals."""
        self._save(finished=False)
        if self._at + by >= len(QUESTIONS):
            self.action_draft()
        else:
            self._go_to(max(self._at + by, 0))

    def action_tick(self) -> None:
        """Tick what the cursor is on, or take the tick off."""
        listing = self.query_one("#support", Choices)
        if listing.highlighted is None:
            return
        kind = tuple(Support)[listing.highlighted]
        self._support = tuple(each for each in Support if (each in self._support) is not (each is kind))
        listing.replace_option_prompt_at_index(listing.highlighted, self._help_line(kind))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_tick()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "tick" or QUESTIONS[self._at].name == "support"

    def action_draft(self) -> None:
        """Close, and have goals drafted."""
        if all(not self._now(asked.name) for asked in QUESTIONS[:5]):
            self.app.notify("Answer one question first, whichever you like.", markup=False, timeout=4)
            self._go_to(0)
        elif self._save(finished=True):
            self.dismiss(self._answers)

    def action_leave(self) -> None:
        """Close; the answers stay."""
        if self._save(finished=False):
            self.dismiss(None)

    def _save(self, *, finished: bool) -> bool:
        """Store the answers; whether that was done, or there are none."""
        values = {asked.name: self._now(asked.name) for asked in QUESTIONS}
        answers = replace(self._answers, finished=finished, **values)  # type: ignore[arg-type]
        same = replace(self._answers, finished=finished) == answers
        if answers.is_empty or (same and not finished):
            return True
        try:
            self._answers = self._workspace.goals.save_assessment(answers)
        except OutreachError as error:
            self.app.notify(f"Not saved: {error}", markup=False, severity="error")
            return False
        return True
