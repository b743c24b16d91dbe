"""The form about a meeting: what is known before it on one page, the notes on the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, TextArea

from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.events import What
from outreach.domain.facts import same_statement
from outreach.domain.mentorship import Mentorship
from outreach.exchange.notes_page import action_line, notes_text, parse_actions, parse_notes
from outreach.exchange.when import NotUnderstood, date_text, parse_date, time_text
from outreach.lifecycle.meetings import met_in
from outreach.lifecycle.promises import Promise
from outreach.tui.commands import FORM, PAGES
from outreach.tui.forms.fields import Field, FieldBox, Heading, Shape
from outreach.tui.forms.form import FormScreen, Page
from outreach.tui.forms.moment import Clocks, both_clocks, read_moment
from outreach.tui.forms.reading import Reading
from outreach.tui.forms.ticks import log_ticks
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

_TIME = Field("time", "Time", "such as 17:00; on their clock: 17:00 theirs")
_BEFORE: tuple[Field | Heading, ...] = (
    Field("date", "Date", "such as 3 Dec 2026"),
    _TIME,
    Field("minutes", "How many minutes", "an agenda needs it"),
    Field("mode", "How you meet", "such as video call"),
    Field("number", "Which meeting it is", "1 is the first"),
    Field("previous", "Actions from last time", "one a line; x in front: done; by 17 Dec: due", Shape.AREA, 4),
    Field("progress", "What moved since", "one a line", Shape.AREA, 4),
    Field("questions", "Your questions", "one a line; an agenda keeps them word for word", Shape.AREA, 4),
    Field("decision", "To decide or ask for", "the one thing"),
)

_NOTES = Field(
    "notes", "Notes", "one a line;  > you promise   > @name they promise   ! private", Shape.AREA, 6, grows=True
)


class MeetingForm(FormScreen[Mentorship]):
    """One meeting of a mentorship; dismissed with the mentorship that holds it."""

    BINDINGS: ClassVar[list[BindingType]] = [*FORM, *PAGES]

    def __init__(
        self, workspace: Workspace, mentorship: Mentorship, meeting: Meeting | None = None, start_at: str = ""
    ) -> None:
        self._workspace = workspace
        self._mentorship = mentorship
        self._new = meeting is None
        self._meeting = meeting or _next_meeting(mentorship, workspace)
        name = mentorship.mentor.name
        title = f"A new meeting with {name}" if meeting is None else f"Meeting with {name}"
        super().__init__(title, "", _values(self._meeting), start_at)

    @property
    def kept_as(self) -> str:
        return f"meeting:{self._mentorship.id}:{self._meeting.id or 'new'}"

    def pages(self) -> Sequence[Page]:
        after: list[Field | Heading] = [_NOTES]
        if self._meeting.private:
            after.append(Field("private", "Private lines", "one a line; they never leave the app", Shape.AREA, 3))
        after.append(Field("next_meeting", "Next meeting", "such as 14 Jan 2027"))
        return (Page("before", "Before the meeting", _BEFORE), Page("after", "Notes page", tuple(after)))

    def _rows(self, page: Page) -> ComposeResult:
        for widget in super()._rows(page):
            yield widget
            if isinstance(widget, FieldBox) and widget.field is _NOTES:
                yield Plain("", id="preview", classes="preview")
            elif isinstance(widget, FieldBox) and widget.field is _TIME:
                yield Plain("", id="clocks", classes="preview")

    def on_mount(self) -> None:
        self._show_preview()
        self._show_clocks()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id in {"date", "time"}:
            self._show_clocks()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if event.text_area.id == "notes":
            self._show_preview()

    def read(self, values: dict[str, str]) -> tuple[Mentorship, dict[str, str]]:
        reading = Reading(values, self._workspace.today)
        meeting = self._meeting
        at = read_moment(reading, self._clocks)
        date = at.date
        name = self._mentorship.mentor.name
        page = parse_notes(values["notes"], date or self._workspace.today, meeting.next_actions, name)
        touched = self.box("notes").changed
        read = replace(
            meeting,
            date=date,
            time=at.time,
            minutes=reading.whole("minutes", 1, 600, "30"),
            mode=reading.line("mode"),
            number=reading.whole("number", 1, 999, "2"),
            previous_actions=parse_actions(values["previous"], self._workspace.today, meeting.previous_actions, name),
            progress=reading.lines("progress"),
            questions=reading.lines("questions"),
            decision=reading.line("decision"),
            notes=page.notes if touched else meeting.notes,
            next_actions=page.actions if touched else meeting.next_actions,
            private=reading.lines("private"),
            next_meeting=reading.date("next_meeting", date),
        )
        if "date" not in reading.errors and date is None and not _holds_something(read):
            reading.errors["date"] = "Write the date, or anything else about the meeting."
        self._read = read
        return self._with(read), reading.errors

    def store(self, result: Mentorship) -> Mentorship:
        saved = self._workspace.save_mentorship(result)
        return log_ticks(self._workspace, saved, self._meeting, self._read)

    def _with(self, meeting: Meeting) -> Mentorship:
        others = self._mentorship.meetings
        if self._new:
            meetings = (*others, meeting)
        else:
            meetings = tuple(meeting if each is self._meeting else each for each in others)
        far = dt.date.max
        return replace(self._mentorship, meetings=tuple(sorted(meetings, key=lambda each: each.date or far)))

    @property
    def _clocks(self) -> Clocks:
        mentee = self._workspace.mentee()
        return Clocks(mentee.timezone if mentee else "", self._mentorship.mentor.timezone)

    def _show_clocks(self) -> None:
        """The moment on both clocks, while it is typed."""
        typed = Reading({name: self.value(name) for name in ("date", "time")}, self._workspace.today)
        at = read_moment(typed, self._clocks)
        told = "" if typed.errors else both_clocks(at, self._clocks)
        preview = self.query_one("#clocks", Plain)
        preview.show(content(told, "dim"))
        preview.display = bool(told)

    def _show_preview(self) -> None:
        try:
            reference = parse_date(self.value("date"), self._workspace.today)
        except NotUnderstood:
            reference = None
        day, name = reference or self._workspace.today, self._mentorship.mentor.name
        page = parse_notes(self.value("notes"), day, self._meeting.next_actions, name)
        lines = [content("Action   ", "bold") + content(_told(action)) for action in page.actions]
        lines += [content("Private  ", "bold") + content(one_line(line, 70), "dim italic") for line in page.private]
        plain = sum(1 for line in page.notes.splitlines() if line.strip()) - len(page.private)
        if plain or not lines:
            lines.append(
                content(f"{plain or 'No'} {'note' if plain == 1 else 'notes'} that a thank-you may use", "dim")
            )
        self.query_one("#preview", Plain).show(content("\n").join(lines))


def _told(action: Action) -> str:
    who = "they" if action.owner is Owner.MENTOR else "you"
    due = f", by {date_text(action.by)}" if action.by else ""
    return f"{one_line(action.what, 60) or '…'}  ({who}{due}{', done' if action.done else ''})"


def _holds_something(meeting: Meeting) -> bool:
    texts = (meeting.notes, meeting.questions, meeting.progress, meeting.decision, meeting.mode)
    return bool(meeting.minutes or meeting.next_actions or meeting.previous_actions or any(texts))


def _next_meeting(mentorship: Mentorship, workspace: Workspace) -> Meeting:
    """A new meeting that starts from the one before: its next date, number, length and actions, as they stand now."""
    met = workspace.diary.history(mentorship.id).last(What.MET)
    # Logged as met, and nothing known of it yet: that meeting is meant.
    logged = met.date if met and not any(met_in(each, met) for each in mentorship.meetings) else None
    if not mentorship.meetings:
        return Meeting(date=logged, number=1)
    last = mentorship.meetings[-1]
    number = (last.number or len(mentorship.meetings)) + 1
    return Meeting(
        date=logged or last.next_meeting,
        minutes=last.minutes,
        mode=last.mode,
        number=number,
        previous_actions=_as_they_stand(last.next_actions, workspace.diary.promises(mentorship.id)),
    )


def _as_they_stand(actions: Sequence[Action], promises: Sequence[Promise]) -> tuple[Action, ...]:
    """The actions, those ticked that are done by now, and what else is still open."""

    def is_that(promise: Promise, action: Action) -> bool:
        return promise.owner is action.owner and same_statement(promise.what, action.what)

    found = [next((one.action for one in promises if is_that(one, action)), action) for action in actions]
    others = [one.action for one in promises if not one.is_done and not any(is_that(one, each) for each in actions)]
    return (*found, *others)


def _values(meeting: Meeting) -> dict[str, str]:
    return {
        "date": date_text(meeting.date),
        "time": time_text(meeting.time),
        "minutes": str(meeting.minutes or ""),
        "mode": meeting.mode,
        "number": str(meeting.number or ""),
        "previous": "\n".join(action_line(action) for action in meeting.previous_actions),
        "progress": "\n".join(meeting.progress),
        "questions": "\n".join(meeting.questions),
        "decision": meeting.decision,
        "notes": notes_text(meeting.notes, meeting.next_actions),
        "private": "\n".join(meeting.private),
        "next_meeting": date_text(meeting.next_meeting),
    }
