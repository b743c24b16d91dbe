"""From a key to an entry in the diary, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from textual.dom import DOMNode

from outreach.domain.draft import Draft
from outreach.domain.errors import BadInput, OutreachError
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.store.removal import Removed
from outreach.tui.forms.event_form import EventForm, Start
from outreach.tui.home.diary_lines import event_text, near_day_text
from outreach.tui.home.log_menu import LogMenu
from outreach.tui.home.undoing import Undoing, undoing_of
from outreach.tui.keys import key_of
from outreach.tui.text import one_line
from outreach.workspace import Workspace

_WITH_WORDS = frozenset({What.ANSWERED, What.DECLINED, What.PROMISED, What.DONE})


def days_sent(workspace: Workspace, mentorship_id: str) -> dict[str, dt.date]:
    """When each draft of a mentorship was sent, by its id."""
    return {one.draft_id: one.date for one in workspace.diary.history(mentorship_id).sent() if one.draft_id}


class Entering:
    """Logs what happened, says so, and takes it back."""

    def __init__(self, node: DOMNode, workspace: Workspace, changed: Callable[[], None]) -> None:
        """``changed`` is called once the store holds something else."""
        self._node = node
        self._workspace = workspace
        self._changed = changed

    @property
    def _undoing(self) -> Undoing:
        return undoing_of(self._node.app)

    def ask(self, mentorship: Mentorship, then: Callable[[], None] | None = None) -> None:
        """Ask what happened and log it; ``then`` is called once it is logged."""
        menu = LogMenu(one_line(mentorship.mentor.name, 30), self._workspace.today)

        def answered(answer: str | None) -> None:
            if answer in set(What):
                self.begin(mentorship, What(str(answer)), menu.day, then=then)

        self._node.app.push_screen(menu, answered)

    def begin(
        self,
        mentorship: Mentorship,
        what: What,
        day: dt.date | None = None,
        *,
        start: Start = Start(),  # noqa: B008 - frozen
        then: Callable[[], None] | None = None,
    ) -> None:
        """Log ``what`` at once, or open the form for its words; ``then`` is called once it is logged."""

        def saved(events: tuple[Event, ...] | None) -> None:
            if events and then is not None:
                then()

        day = day or self._workspace.today
        if what in _WITH_WORDS:
            form = EventForm(
                self._workspace, mentorship, what, day, start, lambda them: self.enter(mentorship.id, *them)
            )
            self._node.app.push_screen(form, saved)
        elif self.log(mentorship.id, Event(what, day)) and then is not None:
            then()

    def enter(self, mentorship_id: str, *events: Event, back: str = "") -> None:
        """Log one event or several that belong together, and say what the last one was, and how to take it ``back``.

        Raises:
            OutreachError: one cannot be; what came before it stays.
        """
        after = self._workspace.mentorship(mentorship_id)
        before = {one.id for one in after.events}
        for event in events:
            after = self._workspace.diary.log(mentorship_id, event)
        entered = [one for one in after.events if one.id not in before]
        if not entered:
            self._say(f"That is logged already: {event_text(events[-1], self._workspace.today)}.")
            return
        new = entered[-1]
        ids = [one.id for one in entered]
        self._undoing.remember(lambda: self._taken_out(mentorship_id, ids))
        notes = f" {key_of(self._node, 'home.notes')} writes its notes." if new.what is What.MET else ""
        back = back or f"{self._undo} takes it back."
        self._say(f"Logged: {self._told(mentorship_id, new)}. {self._stage(after)}{notes} {back}")
        self._changed()

    @property
    def _undo(self) -> str:
        """The key that takes back."""
        return key_of(self._node, "home.undo")

    def log(self, mentorship_id: str, event: Event) -> bool:
        """Log an event, or say why not; whether it stands in the diary now."""
        return self._guarded(lambda: self.enter(mentorship_id, event))

    def sent(self, draft: Draft, back: str = "") -> None:
        """Log that a draft was sent today, unless it was sent before."""
        before = days_sent(self._workspace, draft.mentorship_id).get(draft.id)
        if before is not None:
            day = near_day_text(before, self._workspace.today)
            self._say(
                f"It is logged as sent, {day}. The timeline ({key_of(self._node, 'home.timeline')}) takes that back."
            )
            return
        event = Event(What.SENT, self._workspace.today, draft_id=draft.id, kind=draft.kind, meeting_id=draft.meeting_id)
        self._guarded(lambda: self.enter(draft.mentorship_id, event, back=back))

    def take_back(self, mentorship_id: str, *events: Event) -> bool:
        """Take an entry back, with what was logged along with it, and say what the last one was."""

        def taken() -> None:
            told = self._told(mentorship_id, events[-1])
            removed = self._workspace.remove_events(mentorship_id, [one.id for one in events])
            self._undoing.remember(lambda: self._put_back(told, removed))
            stage = self._stage(self._workspace.mentorship(mentorship_id))
            self._say(f"Taken back: {told}. {stage} {self._undo} enters it again.")
            self._changed()

        return self._guarded(taken)

    def undo(self) -> None:
        """Take back what was logged or removed last since the app was opened."""

        def undone() -> None:
            told = self._undoing.undo()
            timeline, back = (key_of(self._node, name) for name in ("home.timeline", "timeline.take-back"))
            nothing = f"Nothing to take back here. In the timeline ({timeline}), {back} takes the chosen entry back."
            self._say(told or nothing)
            if told:
                self._changed()

        self._guarded(undone)

    def _taken_out(self, mentorship_id: str, event_ids: Sequence[str]) -> str:
        """Take back what was logged; what is said of it, or nothing where it is not there any more."""
        if not any(one.id == mentorship_id for one in self._workspace.mentorships()):
            return ""
        there = [one for one in self._workspace.mentorship(mentorship_id).events if one.id in event_ids]
        if not there:
            return ""
        told = self._told(mentorship_id, there[-1])
        self._workspace.remove_events(mentorship_id, event_ids)
        return f"Taken back: {told}. {self._stage(self._workspace.mentorship(mentorship_id))}"

    def _put_back(self, told: str, removed: Removed) -> str:
        self._workspace.restore(removed)
        return f"Entered again: {told}."

    def _told(self, mentorship_id: str, event: Event) -> str:
        # The history knows what a message must have been that was not drafted here.
        known = self._workspace.diary.history(mentorship_id).events
        return event_text(next((one for one in known if one.id == event.id), event), self._workspace.today)

    def _stage(self, mentorship: Mentorship) -> str:
        try:
            stage = self._workspace.diary.stage(mentorship.id)
        except BadInput:
            # What is due says that the mentee's country is not known.
            return ""
        return f"With {one_line(mentorship.mentor.name, 30)}: {stage}."

    def _guarded(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except OutreachError as error:
            self._say(str(error))
            return False
        return True

    def _say(self, text: str) -> None:
        self._node.app.notify(text, markup=False, timeout=5)
