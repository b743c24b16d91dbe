"""``outreach log``: what happened with a mentor, and taking it back."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Container
from contextlib import closing
from dataclasses import dataclass

from outreach.briefing.dates import long_date
from outreach.cli import layout
from outreach.cli.people import find_mentor
from outreach.cli.typed import read_text
from outreach.domain.case import Owner
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded
from outreach.lifecycle.due import AHEAD, Due
from outreach.lifecycle.entries import last_entered
from outreach.lifecycle.timeline import as_sent
from outreach.lifecycle.wording import when_text
from outreach.settings import Paths
from outreach.wording.refusals import reads_like_a_no
from outreach.wording.words import with_article
from outreach.workspace import Workspace

_WITH_TEXT = frozenset({What.ANSWERED, What.DECLINED, What.PROMISED, What.DONE, What.ENDED})
_EXAMPLE = "Such as: outreach log Tomasz sent"


@dataclass(frozen=True, slots=True)
class _Only:
    """An option that means something for some events only."""

    option: str
    given: bool
    events: frozenset[What]


_MOST_NEXT = 3
"""So many things that are next are named, one a line."""


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Log what ``args`` say, or take an entry back; the exit status.

    Raises:
        OutreachError: wrong usage, no such mentor or entry, or the store cannot be used.
    """
    _check(args)
    with closing(Workspace(paths, today=args.today)) as workspace:
        mentorship = find_mentor(workspace.mentorships(), args.mentor)
        before = {item.key for item in _due(workspace, mentorship.id)}
        if args.undo is not None:
            _take_back(workspace, mentorship, args.undo)
        else:
            _log(workspace, mentorship, _event(args, workspace, mentorship))
        _tell_state(workspace, mentorship.id, before)
    return 0


def _check(args: argparse.Namespace) -> None:
    """Check that the options mean something together, before anything is read."""
    event = args.event
    if args.undo is not None:
        if event is not None or any((args.text, args.date, args.kind, args.by, args.theirs, args.result, args.advice)):
            raise BadInput("--undo takes an entry back, and logs nothing.", "Such as: outreach log Tomasz --undo 3")
        return
    if event is None:
        raise BadInput(f"What happened? EVENT is one of {', '.join(What)}.", _EXAMPLE)
    if args.text is not None and event not in _WITH_TEXT:
        hint = "What was said is written down with `outreach meetings notes MENTOR`." if event is What.MET else ""
        raise BadInput(f"“{event}” takes no words.", hint or "Leave TEXT out.")
    promised, done = frozenset({What.PROMISED}), frozenset({What.DONE})
    for only in (
        _Only("--kind", args.kind is not None, frozenset({What.DRAFTED, What.SENT})),
        _Only("--by", args.by is not None, promised),
        _Only("--theirs", args.theirs, promised),
        _Only("--advice", args.advice is not None, promised),
        _Only("--result", args.result is not None, done),
    ):
        if only.given and event not in only.events:
            named = " or ".join(sorted(one for one in only.events))
            raise BadInput(f"{only.option} goes with {named}, not with {event}.")
    if args.theirs and args.advice is not None:
        raise BadInput("--advice goes with what you promise, not with --theirs.")


def _event(args: argparse.Namespace, workspace: Workspace, mentorship: Mentorship) -> Event:
    text = args.text or ""
    if args.text == "-":
        text = read_text("-", "what they wrote" if args.event in {What.ANSWERED, What.DECLINED} else "the words")
    date = args.date or workspace.today
    if args.by is not None and args.by < date:
        raise BadInput(
            f"--by {args.by}: is before the day of the promise, {date}.", "Name a later day, or give --date."
        )
    return Event(
        args.event,
        date,
        kind=args.kind,
        text=text.strip(),
        result=(args.result or "").strip(),
        owner=Owner.MENTOR if args.theirs else Owner.MENTEE,
        by=args.by,
        advice=_advice(workspace, mentorship, args.advice) if args.advice is not None else "",
    )


def _advice(workspace: Workspace, mentorship: Mentorship, words: str) -> str:
    """The advice that ``words``, or their beginning, name, as noted.

    Raises:
        BadInput: they name none, or several.
    """
    known = [one.noted.text for one in workspace.diary.advice(mentorship.id)]
    exact = [text for text in known if folded(text) == folded(words)]
    found = list(
        dict.fromkeys(exact or [text for text in known if words.strip() and folded(text).startswith(folded(words))])
    )
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(f"“{layout.clipped(text, 60)}”" for text in found)
        raise BadInput(f"--advice “{words}” fits {len(found)} pieces of advice: {listed}.", "Give more of the words.")
    raise BadInput(f"--advice: there is no advice “{words}”.", "`outreach advice MENTOR` lists it.")


def _log(workspace: Workspace, mentorship: Mentorship, event: Event) -> None:
    known = {one.id for one in mentorship.events}
    after = workspace.diary.log(mentorship.id, event)
    new = [one for one in after.events if one.id not in known]
    there = [one for one in after.events if (one.what, one.date) == (event.what, event.date)]
    entered = _as_counted(workspace, mentorship, next(iter([*new, *reversed(there)]), event))
    drafts = {draft.id: draft.current.subject for draft in workspace.drafts(mentorship.id)}
    subject = drafts.get(entered.draft_id, "")
    of_draft = f" (the draft “{layout.clipped(subject, 60)}”)" if subject else ""
    what = f"{_told(entered, mentorship)}{of_draft}"
    first = "Logged" if new else "It is there already, and nothing was changed"
    layout.put(layout.wrapped(f"{first}: {long_date(entered.date)}, {what}"))
    layout.put(layout.wrapped(_doubt(entered, workspace, mentorship)))


def _doubt(event: Event, workspace: Workspace, mentorship: Mentorship) -> str:
    """What may be wrong with what was logged; empty where nothing is."""
    if event.what is What.ANSWERED and reads_like_a_no(event.text):
        name = layout.name_for_shell(mentorship, workspace.mentorships())
        return f"That reads like a no. If it is one: outreach log {name} --undo, then declined."
    draft = next((one for one in workspace.drafts(mentorship.id) if event.draft_id and one.id == event.draft_id), None)
    if event.what is What.SENT and draft and not as_sent(draft, event).ready:
        return "Its draft was not ready when it was saved."
    return ""


def _as_counted(workspace: Workspace, mentorship: Mentorship, event: Event) -> Event:
    """The event with what the history makes of it, such as which message it must have been."""
    events = workspace.diary.history(mentorship.id).events
    return next((one for one in events if event.id and one.id == event.id), event)


def _take_back(workspace: Workspace, mentorship: Mentorship, number: int) -> None:
    if number < 0:
        event = last_entered(mentorship)
        if event is None:
            raise BadInput(
                f"Nothing was logged with {mentorship.mentor.name} yet.",
                "`outreach timeline MENTOR` shows what is there.",
            )
    else:
        event = _entry(workspace, mentorship, number)
    event = _as_counted(workspace, mentorship, event)
    workspace.diary.take_back(mentorship.id, event.id)
    layout.put(layout.wrapped(f"Taken back: {long_date(event.date)}, {_told(event, mentorship)}"))


def _entry(workspace: Workspace, mentorship: Mentorship, number: int) -> Event:
    """The logged event with a number of the timeline.

    Raises:
        BadInput: there is none, or it follows from a meeting or a draft.
    """
    entries = workspace.diary.timeline(mentorship.id)
    hint = "`outreach timeline MENTOR` lists them with their numbers."
    if not 1 <= number <= len(entries):
        raise BadInput(f"There is no entry {number}.", hint)
    event = entries[number - 1].event
    if event is None or not event.id:
        title = layout.line_of(entries[number - 1].title)
        raise BadInput(
            f"Entry {number}, “{title}”, was not logged: it follows from a meeting or a draft.",
            "Change the meeting, or delete the draft, in the app.",
        )
    return event


def _told(event: Event, mentorship: Mentorship) -> str:
    """The event in some words: ``sent a follow-up to Tomasz Zieliński``."""
    name = layout.line_of(mentorship.mentor.name)
    words = f": “{layout.clipped(event.text, 100)}”" if event.text else ""
    by = f", by {long_date(event.by)}" if event.by else ""
    message = with_article(event.kind.in_words if event.kind else "message")
    result = f"; it led to: “{layout.clipped(event.result, 100)}”" if event.result else ""
    promiser = f"{name} promised" if event.owner is Owner.MENTOR else f"you promised {name}"
    told = {
        What.DRAFTED: f"drafted {message} to {name}",
        What.SENT: f"sent {message} to {name}",
        What.ANSWERED: f"{name} answered{words}",
        What.DECLINED: f"{name} declined{words}",
        What.MET: f"met {name}",
        What.PROMISED: f"{promiser}{words}{by}",
        What.DONE: f"done{words}{result}",
        What.ENDED: f"ended with {name}{words}",
    }
    return told[event.what]


def _due(workspace: Workspace, mentorship_id: str) -> list[Due]:
    return [one for one in workspace.diary.due(None) if one.mentorship_id == mentorship_id]


def _tell_state(workspace: Workspace, mentorship_id: str, before: Container[str]) -> None:
    """The stage, and what is next: first what was not due ``before``, then the soonest; far ahead, only the soonest."""
    layout.put([f"Stage: {workspace.diary.stage(mentorship_id)}."])
    near = workspace.today + dt.timedelta(days=AHEAD)
    items = sorted(
        _due(workspace, mentorship_id), key=lambda one: (one.due > near, one.due <= near and one.key in before, one.due)
    )
    if not items:
        layout.put(["Nothing is due next with them."])
    # What is far off is worth a line only where nothing else is next.
    for item in items[:1] + [one for one in items[1:] if one.due <= near][: _MOST_NEXT - 1]:
        layout.put(layout.wrapped(f"Next: {item.kind}, {when_text(item, workspace.today)}. {item.why}"))
