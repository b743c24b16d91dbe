"""The first form: as little as a first draft needs, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType

from outreach.domain.case import ask_in
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import titled
from outreach.domain.people import Mentee, Mentor
from outreach.tui.commands import START
from outreach.tui.forms.fields import Field, Shape
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.reading import Reading
from outreach.tui.modal import Closing
from outreach.workspace import Workspace

_ROWS = (
    Field("name", "Your name", "in full", needed=True),
    Field("role", "What you do", "such as Ward nurse; may stay empty"),
    Field("goals", "What you want to reach", "one goal, in a line", needed=True),
    Field("mentor", "Who you want to learn from", "their name, with a title if any", needed=True),
    Field(
        "background",
        "What you know about them",
        "paste a bio, a talk, your notes",
        Shape.AREA,
        3,
        needed=True,
        grows=True,
    ),
    Field("about", "What you would ask them", "a line; may stay empty"),
)
_INTRO = "It all stays on this machine; a draft says only what you enter here."


@dataclass(frozen=True, slots=True)
class First:
    """What the form gives: who writes, and to whom."""

    mentee: Mentee
    mentorship: Mentorship


class StartForm(FormScreen[First]):
    """Name, goal, mentor, and what is known of them; dismissed with both as saved, and the draft is begun."""

    BINDINGS: ClassVar[list[BindingType]] = [*START]
    TOLD = "What you typed here before is still there."
    BUTTONS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "Draft"),
        ("leave", "Later"),
        ("sample", "Look around in a sample first"),
    )

    def __init__(self, workspace: Workspace, look_around: Callable[[], None]) -> None:
        """``look_around`` opens the sample."""
        self._workspace = workspace
        self._look_around = look_around
        self._mentee = workspace.mentee()
        super().__init__("Your first draft", _INTRO, _values(self._mentee) if self._mentee else {})

    @property
    def kept_as(self) -> str:
        return "start"

    def pages(self) -> Sequence[Page]:
        return (Page("start", "Start", _ROWS),)

    def read(self, values: dict[str, str]) -> tuple[First, dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        goal = reading.line("goals", "Write one thing that you want to reach; the draft is built around it.")
        known = self._mentee or Mentee("", ())
        mentee = replace(
            known,
            name=reading.line("name", "Write your name; it stands under the message."),
            role=reading.line("role"),
            goals=(goal, *known.goals[1:]),
        )
        title, name = titled(reading.line("mentor", "Write the name of the person you want to write to."))
        background = reading.text("background", "Paste or write what you know about them; one line will do.")
        mentor = Mentor(name=name, title=title, background=background)
        return First(mentee, Mentorship("", mentor, ask_in(reading.line("about")))), reading.errors

    def action_leave(self) -> None:
        """Close and ask nothing: what is typed is kept, and there again when the form is."""
        self.keep()
        # Past the step that drops what was kept.
        Closing.dismiss(self)

    def action_other(self) -> None:
        """Keep what is typed, and open the sample."""
        self.action_leave()
        self._look_around()

    def ask_to_leave(self, then: Callable[[], None] | None = None) -> None:
        self.action_leave()
        if then is not None:
            then()

    def store(self, result: First) -> First:
        self._workspace.save_mentee(result.mentee)
        return replace(result, mentorship=self._workspace.save_mentorship(result.mentorship))


def _values(mentee: Mentee) -> dict[str, str]:
    return {"name": mentee.name, "role": mentee.role, "goals": mentee.goals[0] if mentee.goals else ""}
