"""Opens again what was typed and not saved when the app closed."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from outreach.domain.events import What
from outreach.domain.mentorship import Mentorship
from outreach.tui.forms.event_form import ActionForm, Start
from outreach.tui.forms.meeting_form import MeetingForm
from outreach.tui.forms.mentee_form import MenteeForm
from outreach.tui.forms.mentor_form import MentorForm
from outreach.tui.home.entering import Entering
from outreach.tui.home.main_screen import MainScreen
from outreach.tui.keeping_app import KeepingApp
from outreach.tui.keeping_screen import KeepingScreen
from outreach.tui.keys import key_of
from outreach.tui.reader import Reader
from outreach.tui.text import one_line
from outreach.unfinished import Unfinished
from outreach.workspace import Workspace

_AT_HOME = frozenset({"start"})
"""What the list of mentors leads to by itself."""


class GoingOnApp(KeepingApp):
    """An app that tells at its start what was not finished, and leads there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.unfinished, workspace.app_log)
        self.workspace = workspace
        """The one that is shown."""

    def on_mount(self) -> None:
        self.call_after_refresh(self._tell)

    def go_on_in(self, workspace: Workspace) -> None:
        """Keep what is typed, and go on with it, in another workspace."""
        self.workspace = workspace
        self.unfinished = workspace.unfinished

    def action_go_on(self) -> None:
        """Open what was not finished, the latest first."""
        waiting = self._waiting()
        home = next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)
        if home is None or not waiting:
            self.notify("Nothing is unfinished.", markup=False, timeout=4)
            return
        if not self._open(waiting[0], home):
            self._read(waiting[0])

    def _waiting(self) -> list[Unfinished]:
        open_now = {screen.kept_as for screen in self.screen_stack if isinstance(screen, KeepingScreen)}
        return [one for one in self.unfinished.all() if one.key not in _AT_HOME | open_now]

    def _tell(self) -> None:
        if waiting := self._waiting():
            more = f", and {len(waiting) - 1} more" if waiting[1:] else ""
            told = f"Not saved when Outreach closed: “{one_line(waiting[0].title, 50)}”{more}."
            self.notify(f"{told} {key_of(self, 'home.unfinished')} goes on with it.", markup=False, timeout=20)

    def _open(self, one: Unfinished, home: MainScreen) -> bool:
        """Open the form that it was typed in; whether there is one still."""
        place, _, rest = one.key.partition(":")
        mentorship_id, _, detail = rest.partition(":")
        found = (each for each in self.workspace.mentorships() if each.id == mentorship_id)
        mentorship = next(found, None)
        if place == "mentee":
            self._push(MenteeForm(self.workspace), home)
        elif place in {"assessment", "goal"}:
            return self._open_goals(place, rest, home)
        elif one.key == "mentor:new":
            self._push(MentorForm(self.workspace), home)
        elif mentorship is None:
            return False
        elif place == "event":
            self._open_event(mentorship, detail, home)
        else:
            return self._open_of_mentor(place, mentorship, detail, home)
        return True

    def _open_goals(self, place: str, goal: str, home: MainScreen) -> bool:
        if place == "goal" and goal != "new" and goal not in self.workspace.goals.mentee().goals:
            return False
        begin = "assess" if place == "assessment" else ("add" if goal == "new" else "open")
        from outreach.tui.goals.goals_screen import GoalsScreen

        self.push_screen(GoalsScreen(self.workspace, goal, begin), lambda _: home.reload())
        return True

    def _open_of_mentor(self, place: str, mentorship: Mentorship, detail: str, home: MainScreen) -> bool:
        if place == "mentor":
            self._push(MentorForm(self.workspace, mentorship), home)
            return True
        if place == "meeting":
            meeting = next((each for each in mentorship.meetings if each.id == detail), None)
            if meeting is not None or detail == "new":
                self._push(MeetingForm(self.workspace, mentorship, meeting), home)
                return True
        if place == "action":
            known = self.workspace.diary.advice(mentorship.id)
            advice = next((each for each in known if each.noted.text == detail), None)
            if advice is not None:
                self._push(ActionForm(self.workspace, mentorship, advice), home)
                return True
        return False

    def _open_event(self, mentorship: Mentorship, detail: str, home: MainScreen) -> None:
        what, _, advice = detail.partition(":")
        entering = Entering(home, self.workspace, home.reload)
        entering.begin(mentorship, What(what), start=Start(advice=advice))

    def _push(self, form: Screen[Any], home: MainScreen) -> None:
        def closed(saved: object) -> None:
            if isinstance(saved, Mentorship):
                home.reload(saved.id)
            elif saved is not None:
                home.reload()

        self.push_screen(form, closed)

    def _read(self, one: Unfinished) -> None:
        """Show what was typed where nothing is left to type it in, and then let go of it."""
        text = "\n\n".join(one.typed.values())
        self.push_screen(Reader(one_line(one.title, 70), text), lambda _: self._let_go(one.key))

    def _let_go(self, key: str) -> None:
        self.unfinished.drop(key)
