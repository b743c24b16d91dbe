"""The one-page forms for events that need words, and for making advice an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.domain.case import Owner
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.exchange.when import date_text
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.promises import Promise
from outreach.tui.forms.fields import Field, Heading, Shape
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.reading import Reading
from outreach.tui.home.diary_lines import promise_text
from outreach.tui.text import one_line
from outreach.workspace import Workspace

_DATE = Field("date", "When", "today, yesterday, or a day such as 20 Nov")
_BY = Field("by", "By when", "such as 17 Dec; may stay empty")
_LETTER = Field("text", "What they wrote", "paste it; may stay empty", Shape.AREA, 6, grows=True)
_ROWS: dict[What, tuple[Field | Heading, ...]] = {
    What.ANSWERED: (_LETTER, _DATE),
    What.DECLINED: (_LETTER, _DATE),
    What.PROMISED: (
        Field("text", "What was promised", "such as: write a one-page plan", needed=True),
        Field(
            "owner", "By whom", shape=Shape.CHOICE, options=(("By you", Owner.MENTEE), ("By your mentor", Owner.MENTOR))
        ),
        _BY,
        _DATE,
    ),
    What.DONE: (
        Field("text", "What is done", "the number of a promise above, or what else you did", needed=True),
        Field("result", "What it led to", "in your words; may stay empty", Shape.AREA, 4),
        _DATE,
    ),
}
_MISSING = {What.PROMISED: "Say what was promised.", What.DONE: "Say what is done."}
_TITLES = {
    What.ANSWERED: "{} answered",
    What.DECLINED: "{} said no",
    What.PROMISED: "A promise between you and {}",
    What.DONE: "Done, with {}",
}


@dataclass(frozen=True, slots=True)
class Start:
    """What the form begins with."""

    text: str = ""
    advice: str = ""
    """Advice, as noted, that becomes an action and is done at once."""
    field: str = ""
    """Where the cursor begins."""


class EventForm(FormScreen[tuple[Event, ...]]):
    """What happened, in words; dismissed with what was logged."""

    def __init__(
        self,
        workspace: Workspace,
        mentorship: Mentorship,
        what: What,
        day: dt.date,
        start: Start,
        enter: Callable[[Sequence[Event]], None],
    ) -> None:
        """``enter`` logs events that belong together, or raises ``OutreachError``."""
        self._workspace = workspace
        self._mentorship_id = mentorship.id
        self._what = what
        self._start = start
        self._enter = enter
        self._open = _open(workspace.diary.promises(mentorship.id)) if what is What.DONE else []
        when = "today" if day == workspace.today else date_text(day)
        title = _TITLES[what].format(one_line(mentorship.mentor.name, 40))
        listed = "\n".join(f"{n}  {_listed(one, workspace.today)}" for n, one in enumerate(self._open, 1))
        super().__init__(title, listed, {"text": start.text, "date": when}, start.field)

    @property
    def kept_as(self) -> str:
        return f"event:{self._mentorship_id}:{self._what}:{self._start.advice}".rstrip(":")

    def pages(self) -> Sequence[Page]:
        rows = _ROWS[self._what]
        if self._what is What.DONE and not self._open:
            rows = (Field("text", "What is done", "in your words", needed=True), *rows[1:])
        return (Page("event", "Event", rows),)

    def read(self, values: dict[str, str]) -> tuple[tuple[Event, ...], dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        date = reading.past("date")
        if self._what in {What.ANSWERED, What.DECLINED}:
            return (Event(self._what, date, text=reading.text("text").strip()),), reading.errors
        text = reading.line("text", _MISSING[self._what])
        if self._what is What.PROMISED:
            owner = Owner(values["owner"])
            return (Event(self._what, date, text=text, owner=owner, by=reading.date("by", date)),), reading.errors
        done = Event(self._what, date, text=self._named(text, reading), result=reading.text("result").strip())
        if not self._start.advice:
            return (done,), reading.errors
        return (Event(What.PROMISED, date, text=done.text, advice=self._start.advice), done), reading.errors

    def store(self, result: tuple[Event, ...]) -> tuple[Event, ...]:
        if self._start.advice:
            # What is done is not put aside any more.
            self._workspace.diary.put_aside(self._mentorship_id, self._start.advice, "")
        self._enter(result)
        return result

    def _named(self, text: str, reading: Reading) -> str:
        """The promise with this number, else the words themselves."""
        if not text.isdecimal():
            return text
        if 1 <= int(text) <= len(self._open):
            return self._open[int(text) - 1].what
        known = f"a number from 1 to {len(self._open)}, or " if self._open else ""
        reading.errors["text"] = f"Write {known}what you did, in words."
        return text


def _open(promises: Sequence[Promise]) -> list[Promise]:
    return sorted((one for one in promises if not one.is_done), key=lambda one: (one.owner, one.by or dt.date.max))


def _listed(promise: Promise, today: dt.date) -> str:
    who = "they promised: " if promise.owner is Owner.MENTOR else ""
    return who + promise_text(promise, today)


class ActionForm(FormScreen[Mentorship]):
    """A piece of advice that becomes an action of the mentee's; dismissed with the mentorship that holds it."""

    def __init__(self, workspace: Workspace, mentorship: Mentorship, advice: Advice) -> None:
        self._workspace = workspace
        self._mentorship = mentorship
        self._advice = advice
        told = advice.noted.told
        start = told.removeprefix("to ") if told.startswith("to ") else ""
        intro = f"They advised: {one_line(advice.noted.text)}"
        super().__init__("What you will do about it", intro, {"what": start})

    @property
    def kept_as(self) -> str:
        return f"action:{self._mentorship.id}:{self._advice.noted.text}"

    def pages(self) -> Sequence[Page]:
        what = Field("what", "What you will do", "such as: log every override for two weeks")
        return (Page("action", "Action", (what, _BY)),)

    def read(self, values: dict[str, str]) -> tuple[Mentorship, dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        self._what = reading.line("what", "Say what you will do.")
        self._by = reading.date("by")
        return self._mentorship, reading.errors

    def store(self, result: Mentorship) -> Mentorship:
        return self._workspace.diary.act_on(result.id, self._advice.noted.text, self._what, self._by)
