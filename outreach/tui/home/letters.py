"""The way from a wish for a message to its draft on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from textual.screen import Screen

from outreach.domain.case import Case, Meeting
from outreach.domain.contact import Purpose
from outreach.domain.draft import Draft, Kind
from outreach.domain.errors import BadInput, OutreachError
from outreach.domain.events import What
from outreach.domain.meetings import meeting_for
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.contacts import Words as Said
from outreach.lifecycle.contacts import words_in
from outreach.lifecycle.due import Due
from outreach.tui.compose.whole_draft import Outcome, Stopped
from outreach.tui.forms.meeting_form import MeetingForm
from outreach.tui.forms.mentor_form import MentorForm
from outreach.tui.home.diary_lines import confirms
from outreach.tui.home.entering import Entering, days_sent
from outreach.tui.home.letter_menu import REASON, LetterMenu, ReplyQuestion
from outreach.tui.home.needs import Need, lacking, needed
from outreach.tui.home.ways import EMAIL, Way, WayQuestion, last_way, way_of
from outreach.tui.questions import Question, Words
from outreach.tui.text import one_line
from outreach.workspace import Workspace

Result = TypeVar("Result")

_ABOUT_A_MEETING = frozenset({Kind.AGENDA, Kind.THANK_YOU, Kind.REPLY})
_NEWS = {
    Kind.FOLLOW_UP: "What is new since you wrote?",
    Kind.CHECK_IN: "What is new with you?",
}


class Letters:
    """Asks what a kind of message needs, drafts it, and opens drafts."""

    def __init__(
        self,
        screen: Screen[None],
        workspace: Workspace,
        entering: Entering,
        shown: Callable[[str, str], None],
        edit_mentee: Callable[[], None],
    ) -> None:
        """``shown`` shows what the store holds, with a mentorship chosen and a tab in front; either may be empty."""
        self._screen = screen
        self._workspace = workspace
        self._entering = entering
        self._shown = shown
        self._edit_mentee = edit_mentee

    def choose(self, mentorship: Mentorship, meeting: Meeting | None) -> None:
        """Ask which message is wanted, and begin it."""

        def answered(answer: str | None) -> None:
            if answer in set(Kind):
                self.begin(Kind(str(answer)), mentorship, meeting)

        self._push(LetterMenu(one_line(mentorship.mentor.name, 30), self._likely(mentorship)), answered)

    def _likely(self, mentorship: Mentorship) -> Kind | None:
        try:
            items = self._workspace.diary.due()
        except BadInput:
            return None
        return next((item.draft for item in items if item.mentorship_id == mentorship.id and item.draft), None)

    # -- what is due -------------------------------------------------------------------------------
    def begin_due(self, item: Due, mentorship: Mentorship) -> None:
        """Open the draft that waits to be sent for what is due; where there is none, begin one."""
        if item.draft is None:
            return
        meeting = next((each for each in mentorship.meetings if item.meeting_id and each.id == item.meeting_id), None)
        waiting = waiting_for(item, mentorship, self._unsent(mentorship))
        if waiting is not None:
            self.open(waiting)
        else:
            self.begin(item.draft, mentorship, meeting, said=Said(Purpose.CONFIRM) if confirms(item) else None)

    def _unsent(self, mentorship: Mentorship) -> list[Draft]:
        sent = days_sent(self._workspace, mentorship.id)
        return [each for each in self._workspace.drafts(mentorship.id) if each.id not in sent and each.revisions]

    # -- what it needs -----------------------------------------------------------------------------
    def begin(
        self,
        kind: Kind,
        mentorship: Mentorship | None,
        meeting: Meeting | None = None,
        way: Way | None = None,
        said: Said | None = None,
    ) -> None:
        """Draft, or ask for what is missing; ``said``: what the mentee says about the message, else it is asked."""
        mentee = self._workspace.mentee()
        if kind not in _ABOUT_A_MEETING:
            meeting = None
        if meeting is None and mentorship is not None:
            meeting = meeting_for(mentorship, kind, self._workspace.today)
        need = needed(kind, mentee, mentorship, meeting)
        if need is not None or mentorship is None:
            self._ask_for(need or Need("mentor", "name", ""), kind, mentorship, meeting, said)
        elif kind is Kind.FIRST_CONTACT and way is None:
            self._ask_way(mentorship)
        else:
            self._with_contact(kind, mentorship, meeting, way or EMAIL, said)

    def _with_contact(
        self, kind: Kind, mentorship: Mentorship, meeting: Meeting | None, way: Way, said: Said | None
    ) -> None:
        case = self._workspace.diary.case(mentorship, kind, meeting, said or Said())
        need = lacking(kind, case, said.purpose if said else None)
        if need is not None:
            self._ask_for(need, kind, mentorship, case.meeting, said)
        elif said is None and kind is Kind.REPLY:
            self._ask_purpose(mentorship, meeting, case)
        elif said is None and kind in _NEWS:
            self._ask_news(kind, mentorship)
        else:
            draft = Draft(
                id="",
                mentorship_id=mentorship.id,
                kind=kind,
                channel=way.channel,
                premium=way.premium,
                meeting_id=case.meeting.id if case.meeting else "",
            )
            self._compose(draft, case, meeting, said)

    def _ask_way(self, mentorship: Mentorship) -> None:
        def answered(answer: str | None) -> None:
            if (way := way_of(answer)) is not None:
                self.begin(Kind.FIRST_CONTACT, mentorship, None, way)

        before = last_way(self._workspace.drafts(mentorship.id))
        self._push(WayQuestion(one_line(mentorship.mentor.name, 30), before), answered)

    def _ask_purpose(self, mentorship: Mentorship, meeting: Meeting | None, case: Case) -> None:
        def answered(answer: str | None) -> None:
            if answer not in set(Purpose):
                return
            said = Said(Purpose(str(answer)))
            if said.purpose in REASON:
                self._ask_reason(mentorship, meeting, said)
            else:
                self.begin(Kind.REPLY, mentorship, meeting, said=said)

        likely = case.contact.purpose or Purpose.TAKE
        self._push(ReplyQuestion(one_line(mentorship.mentor.name, 30), likely), answered)

    def _ask_reason(self, mentorship: Mentorship, meeting: Meeting | None, said: Said) -> None:
        def typed(reason: str | None) -> None:
            if reason is not None:
                self.begin(Kind.REPLY, mentorship, meeting, said=replace(said, reason=reason))

        hint = "It may stay empty; then no reason is given."
        self._push(Words(REASON[said.purpose or Purpose.MOVE], hint, optional=True, verb="Draft"), typed)

    def _ask_news(self, kind: Kind, mentorship: Mentorship) -> None:
        def typed(news: str | None) -> None:
            if news is not None:
                self.begin(kind, mentorship, said=Said(news=news))

        hint = "In a sentence of yours. It may stay empty; what is logged as done is told all the same."
        self._push(Words(_NEWS[kind], hint, optional=True, verb="Draft"), typed)

    def _ask_for(
        self, need: Need, kind: Kind, mentorship: Mentorship | None, meeting: Meeting | None, said: Said | None
    ) -> None:
        def answered(answer: str | None) -> None:
            if answer == "open":
                self._fill_in(need, kind, mentorship, meeting, said)

        label = "Log it now" if need.form == "log" else "Open that form"
        self._push(Question(need.message, (("open", "o", label), ("back", "escape", "Not now"))), answered)

    def _fill_in(
        self, need: Need, kind: Kind, mentorship: Mentorship | None, meeting: Meeting | None, said: Said | None
    ) -> None:
        """Open the form that holds what is missing, and draft once it is saved."""

        def saved(after: Mentorship | None) -> None:
            if after is not None:
                self._shown(after.id, "")
                again = next((each for each in after.meetings if meeting and each.id == meeting.id), None)
                self.begin(kind, after, again, said=said)

        if need.form == "mentee":
            self._edit_mentee()
        elif need.form == "mentor" or mentorship is None:
            self._push(MentorForm(self._workspace, mentorship, need.field), saved)
        elif need.form == "log":
            logged = lambda: saved(self._workspace.mentorship(mentorship.id))  # noqa: E731
            self._entering.begin(mentorship, What(need.field), then=logged)
        else:
            self._push(MeetingForm(self._workspace, mentorship, meeting, need.field), saved)

    # -- the draft ---------------------------------------------------------------------------------
    def open(self, draft: Draft, said: Said | None = None) -> None:
        """Open a draft; ``said``: what the mentee said about it, as far as it is known."""
        mentorship = self._workspace.mentorship(draft.mentorship_id)
        meeting = next((each for each in mentorship.meetings if draft.meeting_id and each.id == draft.meeting_id), None)
        known = said or words_in(draft)
        try:
            case = self._workspace.diary.case(mentorship, draft.kind, meeting, known)
        except OutreachError as error:
            self._screen.app.notify(str(error), markup=False)
            return

        self._compose(draft, case, meeting, known)

    def _compose(self, draft: Draft, case: Case, meeting: Meeting | None, said: Said | None) -> None:
        """Have a draft written, or read and edited."""
        # With the screen comes all that drafts and reviews: not before it is wanted.
        from outreach.tui.compose.draft_screen import DraftScreen

        def closed(result: Outcome | None) -> None:
            mentorship = self._workspace.mentorship(draft.mentorship_id)
            self._shown(mentorship.id, "" if isinstance(result, Stopped) or draft.revisions else "drafts")
            if isinstance(result, Stopped):
                form = "meeting" if draft.kind in _ABOUT_A_MEETING else "mentor"
                self._ask_for(Need(form, "", str(result.error)), draft.kind, mentorship, meeting, said)
            elif result:
                self.begin(draft.kind, mentorship, meeting, Way(draft.channel, draft.premium), said)

        self._push(DraftScreen(self._workspace, draft, case, self._entering), closed)

    def _push(self, screen: Screen[Result], then: Callable[[Result | None], None]) -> None:
        self._screen.app.push_screen(screen, then)


def waiting_for(item: Due, mentorship: Mentorship, unsent: Iterable[Draft]) -> Draft | None:
    """The first of ``unsent`` that was made for what is due, with nothing logged since; ``None``: there is none."""
    logged = [one.logged for one in mentorship.events if one.what is not What.DRAFTED and one.logged]
    for draft in unsent:
        made = draft.revisions[0].saved
        if draft.kind is not item.draft or item.meeting_id not in {"", draft.meeting_id} or made is None:
            continue
        if confirms(item) and words_in(draft).purpose is not Purpose.CONFIRM:
            continue
        if all(made > one for one in logged):
            return draft
    return None
