"""The form about the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from outreach.domain.people import Mentee
from outreach.tui.forms.fields import Field, Heading, Shape
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.own_place import country_of, zone_here
from outreach.tui.forms.reading import Reading
from outreach.workspace import Workspace

_TIMEZONE = Field("timezone", "Time zone", "such as Europe/London")
_COUNTRY = Field("country", "Country", "its public holidays are no working days; such as GB, or GB-SCT")
_ROWS: tuple[Field | Heading, ...] = (
    Field("name", "Your name", "in full", needed=True),
    Field("role", "What you do", "such as Data analyst"),
    Field("organisation", "Where", "company, school or place"),
    Field("goals", "Your goals", "one a line; what you want, and by when", Shape.AREA, 4, needed=True),
    Field("background", "About you", "what you have done so far, in your words", Shape.AREA, 5),
    Field("signs_as", "How you sign", "empty: your first name"),
    Heading("What helps a draft", "All of it may stay empty. What is empty is left out, never guessed."),
    Field("skills_to_build", "Skills you want to build", "one a line", Shape.AREA, 3),
    Field("can_offer", "What you can offer", "one a line", Shape.AREA, 3),
    Field("availability", "When you are free", "one a line, such as Tuesdays after 16:00", Shape.AREA, 3),
    Field("voice", "How you write", "paste a few lines that you wrote", Shape.AREA, 4),
    Field("email", "E-mail"),
    _TIMEZONE,
    _COUNTRY,
)
_FROM_MACHINE = "this machine's; change it, or empty it, where it is not yours"


class MenteeForm(FormScreen[Mentee]):
    """Who the user is, and what they want."""

    def __init__(self, workspace: Workspace, start_at: str = "") -> None:
        self._workspace = workspace
        self._mentee = workspace.mentee()
        values = _values(self._mentee or Mentee("", ()))
        # Filled in to be seen and judged; it is not kept before the form is saved.
        self._suggested = {} if values["timezone"] else _suggested(values["country"])
        super().__init__("About you", "", values | self._suggested, start_at)

    @property
    def kept_as(self) -> str:
        return "mentee"

    def pages(self) -> Sequence[Page]:
        rows = (
            replace(row, hint=_FROM_MACHINE) if isinstance(row, Field) and row.name in self._suggested else row
            for row in _ROWS
        )
        return (Page("you", "You", tuple(rows)),)

    def read(self, values: dict[str, str]) -> tuple[Mentee, dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        goals = reading.lines("goals", "Write at least one goal; a draft is built around it.")
        mentee = replace(
            self._mentee or Mentee("", ()),
            goals=goals,
            name=reading.line("name", "Write your name; it stands under every message."),
            signs_as=reading.line("signs_as"),
            role=reading.line("role"),
            organisation=reading.line("organisation"),
            background=reading.text("background"),
            skills_to_build=reading.lines("skills_to_build"),
            can_offer=reading.lines("can_offer"),
            availability=reading.lines("availability"),
            voice=reading.text("voice"),
            email=reading.line("email"),
            timezone=reading.timezone("timezone"),
            country=reading.country("country"),
        )
        return mentee, reading.errors

    def store(self, result: Mentee) -> Mentee:
        self._workspace.save_mentee(result)
        return result


def _suggested(country: str) -> dict[str, str]:
    """Time zone and country as this machine has them; nothing where it does not say."""
    zone = zone_here()
    found = {"timezone": zone, "country": "" if country else country_of(zone)}
    return {name: value for name, value in found.items() if value}


def _values(mentee: Mentee) -> dict[str, str]:
    lines = {
        name: "\n".join(getattr(mentee, name)) for name in ("goals", "skills_to_build", "can_offer", "availability")
    }
    texts = ("name", "signs_as", "role", "organisation", "background", "voice", "email", "timezone", "country")
    return lines | {name: getattr(mentee, name) for name in texts}
