"""Actions ticked in the form about a meeting, logged as done."""

from __future__ import annotations

from outreach.domain.case import Action, Meeting
from outreach.domain.events import Event, What
from outreach.domain.facts import same_statement
from outreach.domain.mentorship import Mentorship
from outreach.workspace import Workspace


def log_ticks(workspace: Workspace, mentorship: Mentorship, before: Meeting, after: Meeting) -> Mentorship:
    """Log as done what ``after`` has ticked and ``before`` had not, and take back what was ticked by mistake."""
    today = workspace.today
    # What is ticked in looking back was told of in the meeting itself.
    told = min(after.date or today, today)
    for action in _ticked(before.previous_actions, after.previous_actions):
        mentorship = workspace.diary.log(mentorship.id, Event(What.DONE, told, text=action.what))
    for action in _ticked(before.next_actions, after.next_actions):
        mentorship = workspace.diary.log(mentorship.id, Event(What.DONE, today, text=action.what))
    for action in _unticked(
        (*before.previous_actions, *before.next_actions), (*after.previous_actions, *after.next_actions)
    ):
        for event in mentorship.events:
            if event.what is What.DONE and not event.result and same_statement(event.text, action.what):
                mentorship = workspace.diary.take_back(mentorship.id, event.id)
    return mentorship


def _ticked(before: tuple[Action, ...], after: tuple[Action, ...]) -> list[Action]:
    return [one for one in after if one.done and not _is_done(one, before)]


def _unticked(before: tuple[Action, ...], after: tuple[Action, ...]) -> list[Action]:
    return [one for one in after if not one.done and _is_done(one, before)]


def _is_done(action: Action, among: tuple[Action, ...]) -> bool:
    return any(one.done and same_statement(one.what, action.what) for one in among)
