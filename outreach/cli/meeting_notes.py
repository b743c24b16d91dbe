"""``outreach meetings notes``: what was said becomes facts, promises and advice."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from outreach.cli import layout, output
from outreach.cli.typed import read_text, shown_name
from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, What
from outreach.domain.facts import Standing
from outreach.domain.mentorship import Mentorship
from outreach.drafting.noted_advice import whole_items
from outreach.exchange.notes_page import NotesPage, parse_notes
from outreach.lifecycle.history import held
from outreach.lifecycle.wording import advice_heading, day_text
from outreach.workspace import Workspace

_LABEL = 14


@dataclass(frozen=True, slots=True)
class _Added:
    """A meeting with a page of notes added to it."""

    meeting: Meeting
    notes: tuple[str, ...]
    actions: tuple[Action, ...]
    """What of the page was not there yet."""

    @property
    def is_news(self) -> bool:
        return bool(self.notes or self.actions)


def keep(args: argparse.Namespace, workspace: Workspace, mentorship: Mentorship) -> None:
    """Keep the notes that ``args`` name, and say what came of them.

    Raises:
        BadInput: the day is to come, the notes cannot be read, or it is not clear which meeting they belong to.
    """
    today = workspace.today
    if args.date is not None and args.date > today:
        raise BadInput(f"--date {args.date}: is still to come; today is {today}.", "Write the notes down afterwards.")
    old = _meeting(mentorship, args.date, today)
    date: dt.date = (old.date if old else None) or args.date or today
    if args.next is not None and args.next <= date:
        raise BadInput(
            f"--next {args.next}: is not after the meeting of {date}.", "Name the day on which you meet again."
        )
    meeting = replace(old, date=date) if old else _new(mentorship, date)
    added = _added(meeting, _page(args.file or "-", date, old, mentorship.mentor.name))
    if old is not None and args.date is None and held(old) and added.is_news:
        raise BadInput(
            f"The latest meeting, of {day_text(date, today)}, has notes already.",
            f"--date {date} adds these to it; --date {today} is for a meeting of today.",
        )
    meeting = replace(added.meeting, next_meeting=args.next or added.meeting.next_meeting)
    others = tuple(one for one in mentorship.meetings if one is not old)
    saved = (
        mentorship if meeting == old else workspace.save_mentorship(replace(mentorship, meetings=(*others, meeting)))
    )
    kept = next(one for one in saved.meetings if one.id == meeting.id or (not meeting.id and one.date == date))
    logged = [one for one in saved.events if one.what is What.MET]
    if not any(one.date == date or (kept.id and one.meeting_id == kept.id) for one in logged):
        saved = workspace.diary.log(saved.id, Event(What.MET, date, meeting_id=kept.id))
    _tell(workspace, saved, kept, added)


def _meeting(mentorship: Mentorship, date: dt.date | None, today: dt.date) -> Meeting | None:
    """The meeting of a day, by default the latest up to today; else one that was thought of without a day."""
    past = [one for one in mentorship.meetings if one.date and one.date <= (date or today)]
    undated = [one for one in mentorship.meetings if one.date is None and not (one.notes.strip() or one.next_actions)]
    return next((one for one in [*past[::-1], *undated] if one.date in {None, date or one.date}), None)


def _new(mentorship: Mentorship, date: dt.date) -> Meeting:
    earlier = [one for one in mentorship.meetings if one.date and one.date < date]
    number = max([len(earlier), *(one.number or 0 for one in earlier)]) + 1
    return Meeting(date=date, number=number)


def _page(name: str, date: dt.date, old: Meeting | None, mentor: str) -> NotesPage:
    if name == "-" and sys.stdin is not None and sys.stdin.isatty():
        output.say("Write the notes, one a line: “>” a promise, “!” private. Ctrl+D ends.")
    page = parse_notes(read_text(name, "the notes, one a line"), date, old.next_actions if old else (), mentor)
    if not page.notes.strip() and not page.actions:
        raise BadInput(f"{shown_name(name)}: holds no notes.", "Write what was said, one note a line.")
    return page


def _added(meeting: Meeting, page: NotesPage) -> _Added:
    """``meeting`` with what of ``page`` is not there yet: notes that were kept are never lost."""
    there = {line.strip() for line in meeting.notes.splitlines()}
    fresh = [line for line in page.notes.splitlines() if line.strip() and line.strip() not in there]
    actions = tuple(action for action in page.actions if action not in meeting.next_actions)
    if not fresh:
        notes = meeting.notes
    elif not meeting.notes.strip():
        notes = page.notes
    else:
        notes = "\n".join([meeting.notes.rstrip("\n"), *fresh])
    kept = replace(meeting, notes=notes, next_actions=(*meeting.next_actions, *actions))
    return _Added(kept, tuple(fresh), actions)


def _tell(workspace: Workspace, mentorship: Mentorship, meeting: Meeting, added: _Added) -> None:
    today = workspace.today
    name, on = layout.line_of(mentorship.mentor.name), day_text(meeting.date or today, today)
    if not added.is_news:
        layout.put(layout.wrapped(f"The notes of the meeting with {name} on {on} are there already."))
    else:
        layout.put(layout.wrapped(f"Kept: the notes of the meeting with {name} on {on}."))
    facts = [row.fact for row in workspace.ledger.rows(mentorship.id) if row.meeting == meeting.id]
    numbered = enumerate(workspace.diary.advice(mentorship.id), 1)
    advice = {one.noted.text: number for number, one in numbered if one.noted.meeting_id == meeting.id}
    usable = whole_items(fact for fact in facts if fact.standing is Standing.USABLE)
    blocks = [
        ("Facts", [text for text in usable if text not in advice]),
        # With the numbers by which `outreach advice` knows it.
        (advice_heading(mentorship.mentor), [f"{number}. {text}" for text, number in advice.items()]),
        *(
            (standing.value.capitalize(), [fact.text for fact in facts if fact.standing is standing])
            for standing in (Standing.UNCONFIRMED, Standing.PRIVATE, Standing.CLUTTER, Standing.DROPPED)
        ),
        ("You promised", _actions(meeting, Owner.MENTEE, today)),
        ("They promised", _actions(meeting, Owner.MENTOR, today)),
        ("Next meeting", [day_text(meeting.next_meeting, today)] if meeting.next_meeting else []),
    ]
    for label, items in blocks:
        layout.put(_block(label, items))
    if meeting.next_meeting and not any(one.date and one.date > today for one in mentorship.meetings):
        shell = layout.name_for_shell(mentorship, workspace.mentorships())
        command = f"outreach meetings plan {shell} --date {meeting.next_meeting} --time TIME"
        layout.put([layout.Dim(f"Set it with `{command}`.")])


def _actions(meeting: Meeting, owner: Owner, today: dt.date) -> list[str]:
    return [
        f"{action.what}{f', by {day_text(action.by, today)}' if action.by else ''}{' (done)' if action.done else ''}"
        for action in meeting.next_actions
        if action.owner is owner
    ]


def _block(label: str, items: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for item in items:
        lines += layout.wrapped(item, _LABEL + 2, f"{'' if lines else label:<{_LABEL}}- ")
    return lines
