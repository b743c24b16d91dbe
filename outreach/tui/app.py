"""The app: theme, status of the model, and the way from screen to screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from outreach.domain.errors import BadInput, Cancelled, OutreachError
from outreach.settings import Settings
from outreach.tui.commands import ANYWHERE, named
from outreach.tui.draft_screen import DraftScreen
from outreach.tui.drafting_screen import DraftingScreen
from outreach.tui.due_pane import DuePane
from outreach.tui.facts_pane import FactsPane
from outreach.tui.form import FormScreen
from outreach.tui.help_screen import HelpScreen
from outreach.tui.keys import key_word, keymap, trouble
from outreach.tui.look import THEMES
from outreach.tui.main_screen import MainScreen
from outreach.tui.mentor_view import DraftList
from outreach.tui.status import Pull
from outreach.tui.timeline_pane import TimelinePane
from outreach.tui.todo_pane import TodoPane
from outreach.tui.unfinished import KeepingApp
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.models import PullProgress


_WITH_COMMANDS = (FactsPane, DuePane, DraftList, TimelinePane, TodoPane)
"""Parts of the main screen with commands of their own."""


class OutreachApp(KeepingApp):
    """One user's workspace on the screen."""

    TITLE = "Outreach"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*ANYWHERE]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - an instance variable of App

    status: var[str] = var("")
    """The line above the foot."""

    @dataclass
    class Pulling(Message):
        """How far the model is on its way."""

        pull: Pull

    @dataclass
    class Pulled(Message):
        """The model is here, or did not come."""

        pull: Pull

    def __init__(self, workspace: Workspace, *, pull: bool = True) -> None:
        """``pull``: whether to get the recommended model by itself at the start."""
        super().__init__(workspace.unfinished, workspace.app_log)
        self._workspace = workspace
        self._pull_at_start = pull
        self._pulling = False
        self._leaving = False

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.use_settings()
        self.push_screen(MainScreen(self._workspace))
        self.status = self._workspace.model_notice()
        if recovered := self._workspace.recovered:
            self.notify(recovered, markup=False, severity="warning", timeout=20)
        if self._pull_at_start:
            self._get_model()

    # -- settings ----------------------------------------------------------------------------------
    def use_settings(self) -> None:
        """Look and act as the settings say; says what cannot be followed."""
        try:
            settings = self._workspace.settings()
        except BadInput as error:
            self.notify(str(error), markup=False, severity="warning", timeout=12)
            settings = Settings()
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else THEMES[0].name
        if not settings.motion:
            self.animation_level = "none"
        self.set_keymap(keymap(named(), settings.keys))
        troubles = trouble(named(), settings.keys)
        if settings.theme and not known:
            troubles.append(f"There are no colours “{settings.theme}”.")
        for each in troubles:
            self.notify(f"Settings: {each}", markup=False, severity="warning", timeout=12)

    def get_key_display(self, binding: Binding) -> str:
        """A key as people call it."""
        return key_word(binding.key)

    # -- the model ---------------------------------------------------------------------------------
    def action_models(self) -> None:
        """Get the recommended model, or try again."""
        if self._pulling:
            self.notify("The model is on its way already.", markup=False)
        elif not self._get_model():
            self.notify(self._workspace.model_notice(), markup=False)

    def _get_model(self) -> bool:
        model = self._workspace.model_to_pull()
        if model is None or self._pulling:
            return False
        self._pulling = True
        self.status = str(Pull(model))
        self._pull(model)
        return True

    @work(thread=True, exit_on_error=False, group="pull")
    def _pull(self, model: str) -> None:
        def progress(so_far: PullProgress) -> None:
            pull = Pull(model, so_far.done, so_far.total, so_far.seconds_left)
            self.post_message(self.Pulling(pull))

        result = Pull(model)
        try:
            self._workspace.pull(model, progress, lambda: self._leaving)
        except Cancelled:
            return
        except OutreachError as error:
            result = replace(result, error=str(error))
        self.post_message(self.Pulled(result))

    def on_outreach_app_pulling(self, message: Pulling) -> None:
        if self._pulling:
            self.status = str(message.pull)

    def on_outreach_app_pulled(self, message: Pulled) -> None:
        self._pulling = False
        self.status = str(message.pull) if message.pull.error else self._workspace.model_notice()
        if message.pull.error:
            self.notify(message.pull.error, markup=False, severity="warning", timeout=12)
        else:
            self.notify(f"Model {message.pull.model} is here. New drafts are written with it.", markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "pull" and event.state is WorkerState.ERROR:
            self._pulling = False
            self.status = str(Pull(event.worker.name or "", error="It broke off."))

    # -- commands ----------------------------------------------------------------------------------
    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the list and the screen in front, and those that work anywhere."""
        around = screen.focused.ancestors_with_self if screen.focused else []
        nodes: list[tuple[DOMNode, Iterable[BindingType]]] = [
            *((node, node.BINDINGS) for node in around if isinstance(node, _WITH_COMMANDS)),
            (screen, screen.BINDINGS),
            (self, ANYWHERE),
        ]
        for node, bindings in nodes:
            for binding in bindings:
                if isinstance(binding, Binding) and binding.tooltip:
                    run = partial(self.run_action, binding.action, node)
                    yield SystemCommand(binding.description, binding.tooltip, run)
        yield SystemCommand("Colours", "Choose another theme.", self.action_change_theme)

    def action_help(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Save or stop what is under way, then leave."""
        screen = self.screen
        if isinstance(screen, FormScreen) and screen.changed:
            screen.ask_to_leave(self._leave)
        elif isinstance(screen, DraftingScreen):
            screen.stop_then(self._leave)
        elif not isinstance(screen, DraftScreen) or screen.save():
            self._leave()

    def _leave(self) -> None:
        self._leaving = True
        self.exit()

    def on_unmount(self) -> None:
        self._leaving = True
        self._workspace.stop()
