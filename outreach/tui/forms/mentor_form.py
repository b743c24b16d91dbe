"""The form about a mentor, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from outreach.domain.case import Ask
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import titled
from outreach.domain.people import Mentor, Relationship
from outreach.tui.forms.fields import Field, Heading, Shape
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.reading import Reading
from outreach.workspace import Workspace

RELATIONSHIPS = {
    Relationship.COLD: "We have never spoken",
    Relationship.INTRODUCED: "Someone introduces us",
    Relationship.ACQUAINTANCE: "We have met",
    Relationship.MENTOR: "They are my mentor",
    Relationship.PEER: "We are peers",
    Relationship.REVERSE: "I teach them",
}


class MentorForm(FormScreen[Mentorship]):
    """Who the mentor is, everything known about them, and the ask."""

    def __init__(self, workspace: Workspace, mentorship: Mentorship | None = None, start_at: str = "") -> None:
        self._workspace = workspace
        self._mentorship = mentorship
        mentee = workspace.mentee()
        self._goals = mentee.goals if mentee else ()
        first = not mentorship and not workspace.mentorships()
        super().__init__(
            mentorship.mentor.name if mentorship else ("Your first mentor" if first else "A new mentor"),
            "Who would you like to write to? Paste all that you know about them under Background; "
            "a draft may only say what stands there."
            if first
            else "",
            _values(mentorship) if mentorship else {},
            start_at,
        )

    @property
    def kept_as(self) -> str:
        return f"mentor:{self._mentorship.id if self._mentorship else 'new'}"

    def pages(self) -> Sequence[Page]:
        goals = tuple((f"{number}. {goal}", str(number)) for number, goal in enumerate(self._goals, 1))
        rows = (
            Field("name", "Name", "in full", needed=True),
            Field("title", "Title", "such as Dr; empty if none"),
            Field("address", "How you greet them", "empty: from title and name"),
            Field("role", "What they do", "such as ML lead"),
            Field("organisation", "Where", "company, school or place"),
            Field(
                "background",
                "Background",
                "paste a bio, a talk, your notes; ?? marks what you doubt",
                Shape.AREA,
                10,
                needed=True,
            ),
            Field("found_through", "How you found them", "such as: I watched the PyData talk"),
            Field(
                "relationship",
                "You two",
                shape=Shape.CHOICE,
                options=tuple((label, key.value) for key, label in RELATIONSHIPS.items()),
            ),
            Field("introduced_by", "Introduced by", "someone who agreed to be named"),
            Heading("What you ask of them"),
            Field("about", "What about", "such as how to monitor a model in its first months", Shape.AREA, 2),
            Field("minutes", "How many minutes", "empty: no length is named"),
            Field("goal", "For which goal", shape=Shape.CHOICE, options=(("The closest one", ""), *goals)),
            Heading("Reaching them"),
            Field("email", "E-mail"),
            Field("timezone", "Time zone", "such as Europe/Warsaw"),
        )
        return (Page("mentor", "Mentor", rows),)

    def read(self, values: dict[str, str]) -> tuple[Mentorship, dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        title, name = titled(reading.line("name", "Write the mentor's name."))
        mentor = Mentor(
            name=name,
            background=reading.text("background", "Paste or write what you know about them; one line will do."),
            title=reading.line("title") or title,
            address=reading.line("address"),
            email=reading.line("email"),
            timezone=reading.timezone("timezone"),
            role=reading.line("role"),
            organisation=reading.line("organisation"),
            found_through=reading.line("found_through"),
            relationship=Relationship(values["relationship"]),
            introduced_by=reading.line("introduced_by"),
        )
        if mentor.relationship is Relationship.INTRODUCED and not mentor.introduced_by:
            reading.errors.setdefault("introduced_by", "Write who introduces you, or choose another line above.")
        ask = Ask(
            about=reading.text("about"),
            minutes=reading.whole("minutes", 1, 600, "20"),
            goal=int(values["goal"]) if values["goal"] else None,
        )
        return replace(self._mentorship or Mentorship("", mentor), mentor=mentor, ask=ask), reading.errors

    def store(self, result: Mentorship) -> Mentorship:
        return self._workspace.save_mentorship(result)


def _values(mentorship: Mentorship) -> dict[str, str]:
    mentor, ask = mentorship.mentor, mentorship.ask
    texts = ("name", "title", "address", "role", "organisation", "background", "found_through", "introduced_by")
    return {name: getattr(mentor, name) for name in (*texts, "email", "timezone")} | {
        "relationship": mentor.relationship.value,
        "about": ask.about,
        "minutes": str(ask.minutes or ""),
        "goal": str(ask.goal or ""),
    }
