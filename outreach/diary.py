"""What happens between drafts, over the store: entering it, and asking where things stand and what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from outreach.domain.case import Case, Meeting
from outreach.domain.draft import Draft, Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Snooze, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.lifecycle import entries
from outreach.lifecycle.advice import Advice, Noted, action_on, advice_of, named, with_aside
from outreach.lifecycle.call_sheet import CallSheet, call_sheet, next_meeting
from outreach.lifecycle.contacts import Words, case_of
from outreach.lifecycle.due import AHEAD, Due, due
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import MeetingState, state_of
from outreach.lifecycle.overview import Overview, overview
from outreach.lifecycle.promises import Promise, promises
from outreach.lifecycle.stages import stage_of
from outreach.lifecycle.timeline import Entry, timeline
from outreach.lifecycle.working_days import WorkingDays
from outreach.store.store import Store

if TYPE_CHECKING:
    from outreach.templates import Templates

_AFTERWARDS = frozenset({What.PROMISED, What.DONE})
"""Events that do not tell how far contact came."""


class Diary:
    """One user's events. Every method raises ``StoreUnusable`` where the store cannot be read or written."""

    def __init__(
        self, store: Callable[[], Store], today: Callable[[], dt.date], templates: Callable[[], Templates]
    ) -> None:
        """``store`` opens it at its first use; ``today`` is the date that drafts know; ``templates`` word questions."""
        self._store = store
        self._today = today
        self._templates = templates

    def log(self, mentorship_id: str, event: Event) -> Mentorship:
        """Enter what happened; the same again changes nothing.

        Raises:
            BadInput: its day is still to come, words are missing or fit several promises, its draft was sent on another
                day, or there is no such mentor.
        """
        mentorship = self._store().mentorship(mentorship_id)
        drafts = self._store().drafts(mentorship_id)
        entered = entries.with_event(mentorship, event, self._today(), drafts)
        return mentorship if entered is mentorship else self._store().save_mentorship(entered)

    def take_back(self, mentorship_id: str, event_id: str) -> Mentorship:
        """Remove a wrong entry: all is as if it had never been made.

        Raises:
            BadInput: there is no such entry.
        """
        mentorship = self._store().mentorship(mentorship_id)
        return self._store().save_mentorship(entries.without_event(mentorship, event_id))

    def history(self, mentorship_id: str) -> History:
        """All that happened up to today, with drafts that nobody logged."""
        mentorship = self._store().mentorship(mentorship_id)
        return History.of(mentorship, self._today(), self._store().drafts(mentorship_id))

    def stage(self, mentorship_id: str) -> Stage:
        """Where contact with a mentor stands.

        Raises:
            BadInput: the mentee's country is not known.
        """
        mentorship = self._store().mentorship(mentorship_id)
        return stage_of(mentorship, self._today(), self._days(), self.history(mentorship_id))

    def overview(self) -> Overview:
        """Everyone at a glance, by name, and all that is due.

        Raises:
            BadInput: the mentee's country is not known.
        """
        everyone = self._store().mentorships()
        return overview(everyone, self._store().mentee(), self._today(), self._telling_drafts(everyone))

    def due(self, ahead: int | None = AHEAD) -> list[Due]:
        """What is due up to ``ahead`` days from today, soonest first; ``None``: however far ahead.

        Raises:
            BadInput: the mentee's country is not known.
        """
        return due(self._store().mentorships(), self._store().mentee(), self._today(), ahead)

    def snooze(self, item: Due, until: dt.date) -> None:
        """Put something off to a day; for a goal that is its new day of review.

        Raises:
            BadInput: the day is not after today.
        """
        if until <= self._today():
            raise BadInput(f"{until} is no later day; today is {self._today()}.", "Snooze to a day that comes.")
        self._put_off(item, until)

    def unsnooze(self, item: Due, until: dt.date) -> None:
        """Take back that ``item`` was put off to ``until``: it is due again on the day on which it was."""
        if item.mentorship_id:
            self._put_off(item, item.due)
        else:
            goal, _, day = item.key.rpartition(":")
            self._put_off(replace(item, key=f"{goal}:{until}"), dt.date.fromisoformat(day))

    def _put_off(self, item: Due, until: dt.date) -> None:
        if not item.mentorship_id:
            self._review_goal(item, until)
            return
        mentorship = self._store().mentorship(item.mentorship_id)
        others = tuple(one for one in mentorship.snoozes if one.key != item.key)
        self._store().save_mentorship(replace(mentorship, snoozes=(*others, Snooze(item.key, until))))

    def _review_goal(self, item: Due, until: dt.date) -> None:
        mentee = self._store().mentee()
        if mentee is not None:
            reviews = (
                replace(one, on=until) if f"goal:{one.goal}:{one.on}" == item.key else one for one in mentee.reviews
            )
            self._store().save_mentee(replace(mentee, reviews=tuple(reviews)))

    def timeline(self, mentorship_id: str) -> list[Entry]:
        """Everything between mentee and mentor, oldest first, with the texts; meetings to come at its end."""
        mentorship = self._store().mentorship(mentorship_id)
        return timeline(mentorship, self.drafts(mentorship_id), self._today())

    def call_sheet(self, mentorship_id: str, meeting_id: str = "") -> CallSheet:
        """What to read in a minute before a meeting; without one: before the next.

        Raises:
            BadInput: no such meeting is set, or Outreach does not know the mentee yet.
        """
        # Late, as in the workspace: the list of mentors needs none of it.
        from outreach.briefing.brief import closest_goal
        from outreach.drafting.to_ask import to_ask

        mentorship, mentee = self._store().mentorship(mentorship_id), self._mentee()
        meeting = next_meeting(mentorship, self._today(), meeting_id)
        case = self.case(mentorship, Kind.AGENDA, meeting)
        goal = mentorship.ask.goal or 0
        return call_sheet(
            mentorship,
            mentee,
            meeting,
            self._today(),
            advice=self.advice(mentorship_id),
            questions=to_ask(case, self._today(), self._templates(), self.drafts(mentorship_id)),
            goal=mentee.goals[(goal if 0 < goal <= len(mentee.goals) else closest_goal(case)) - 1],
        )

    def meeting_states(self, mentorship_id: str) -> list[MeetingState]:
        """How far each meeting of a mentorship has come, in their order."""
        mentorship, drafts = self._store().mentorship(mentorship_id), self.drafts(mentorship_id)
        return [state_of(each, mentorship, self._today(), drafts) for each in mentorship.meetings]

    def advice(self, mentorship_id: str) -> list[Advice]:
        """What the mentor advised and what became of it, oldest first."""
        mentorship = self._store().mentorship(mentorship_id)
        return advice_of(mentorship, self._noted(mentorship), self._today())

    def act_on(self, mentorship_id: str, advice: str, what: str, by: dt.date | None = None) -> Mentorship:
        """Make a piece of advice, by its words as noted, an action of the mentee's: in their words, else in its own.

        Advice that was put aside is taken up again.

        Raises:
            BadInput: there is no such advice, or there are no words.
        """
        mentorship = self._store().mentorship(mentorship_id)
        chosen = named(advice, self._noted(mentorship))
        promised = action_on(chosen, what, by, self._today())
        taken_up = with_aside(mentorship, chosen.text, "")
        return self._store().save_mentorship(entries.with_event(taken_up, promised, self._today()))

    def put_aside(self, mentorship_id: str, advice: str, reason: str) -> Mentorship:
        """Put a piece of advice aside; with an empty reason take that back.

        Raises:
            BadInput: there is no such advice.
        """
        mentorship = self._store().mentorship(mentorship_id)
        chosen = named(advice, self._noted(mentorship))
        return self._store().save_mentorship(with_aside(mentorship, chosen.text, reason))

    def promises(self, mentorship_id: str) -> list[Promise]:
        """What the two promised each other, oldest first."""
        return promises(self._store().mentorship(mentorship_id), self._today())

    def case(
        self,
        mentorship: Mentorship,
        kind: Kind,
        meeting: Meeting | None = None,
        words: Words = Words(),  # noqa: B008 - frozen
    ) -> Case:
        """The case of a message of ``kind``: its meeting, by default the one that fits today, and what passed before.

        Raises:
            BadInput: Outreach does not know the mentee yet.
        """
        mentee, drafts = self._mentee(), self.drafts(mentorship.id)
        advice = self._noted(mentorship)
        return case_of(
            mentorship, mentee, kind, self._today(), meeting=meeting, drafts=drafts, words=words, advice=advice
        )

    def drafts(self, mentorship_id: str) -> list[Draft]:
        """Drafts of one mentorship, the one saved last first."""
        return self._store().drafts(mentorship_id) if mentorship_id else []

    def _telling_drafts(self, everyone: list[Mentorship]) -> dict[str, list[Draft]]:
        """By mentorship, the drafts that tell something: nobody logged them, and nothing else was said or sent."""
        silent = {each.id for each in everyone if all(event.what in _AFTERWARDS for event in each.events)}
        return self._store().drafts_of(silent) if silent else {}

    def _noted(self, mentorship: Mentorship) -> list[Noted]:
        from outreach.drafting.noted_advice import noted_advice

        return noted_advice(mentorship, self._store().mentee() or Mentee("", ("",)), self._today())

    def _mentee(self) -> Mentee:
        mentee = self._store().mentee()
        if mentee is None or not mentee.name:
            raise BadInput(
                "Outreach does not know you yet.", "Fill in “Me” in the app, or `outreach import CASE.toml`."
            )
        return mentee

    def _days(self) -> WorkingDays:
        mentee = self._store().mentee()
        return WorkingDays.of_country(mentee.country if mentee else "")
