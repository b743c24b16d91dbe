"""The app: settings, the model on its way, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, Protocol, runtime_checkable

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.reactive import var

from outreach.domain.errors import BadInput, OutreachError
from outreach.settings import Settings
from outreach.tui.around.going_on import GoingOnApp
from outreach.tui.around.help_screen import HelpScreen
from outreach.tui.around.models_screen import ModelsScreen, ask_for_model
from outreach.tui.around.palette import Everything
from outreach.tui.around.pulling import Pull, Puller, PullTold
from outreach.tui.around.sampling import Sampling
from outreach.tui.commands import ANYWHERE, named
from outreach.tui.forms.form import FormScreen
from outreach.tui.home.main_screen import MainScreen
from outreach.tui.keeping_screen import KeepingScreen
from outreach.tui.keys import key_of, key_word, keymap, trouble
from outreach.tui.look import THEMES, Muted
from outreach.tui.modal import Modal
from outreach.tui.questions import Question
from outreach.workspace import Workspace


@runtime_checkable
class _Draft(Protocol):
    """The screen of a draft, which comes with all that drafts and reviews: it is imported where one is opened."""

    def save_then(self, then: Callable[[], object]) -> None:
        """Save, then call ``then``."""


class OutreachApp(GoingOnApp):
    """One user's workspace on the screen."""

    TITLE = "Outreach"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*ANYWHERE]
    COMMANDS = {Everything}  # noqa: RUF012 - an instance variable of App
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - an instance variable of App

    status: var[str] = var("")
    """The line above the foot."""
    pull: var[Pull | None] = var[Pull | None](None)
    """How far the model is on its way, or how the last one ended."""

    def __init__(self, workspace: Workspace, *, ask: bool = True) -> None:
        """``ask``: whether to ask, once the first draft is made, if a model is to be got."""
        super().__init__(workspace)
        for theme in THEMES:
            self.register_theme(theme)
        # All is styled once, in the colours that the app comes with.
        self.set_reactive(OutreachApp.theme, THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.sampling = Sampling(self, workspace)
        """Looks around in the sample."""
        self.puller = Puller(self, workspace.models)
        """Gets models."""
        self.own_keys: dict[str, str] = {}
        """The user's own keys, by the name of the command."""
        self._asked = not ask
        self._moving = self.animation_level
        self._muted = Muted()

    def on_mount(self) -> None:
        self._moving = self.animation_level
        self.use_settings()
        self.push_screen(MainScreen(self.workspace))
        self.show_status()
        if recovered := self.workspace.recovered:
            self.notify(recovered, markup=False, severity="warning", timeout=20)

    def open_workspace(self, workspace: Workspace) -> None:
        """Show another workspace in the place of the main screen; whoever opened the one before closes it."""
        self.go_on_in(workspace)
        self.switch_screen(MainScreen(workspace))

    # -- settings ----------------------------------------------------------------------------------
    def use_settings(self) -> None:
        """Look and act as the settings say; says what cannot be followed."""
        try:
            settings = self.workspace.settings()
        except BadInput as error:
            self.notify(str(error), markup=False, severity="warning", timeout=12)
            settings = Settings()
        for each in self.follow(settings):
            self.notify(f"Settings: {each}", markup=False, severity="warning", timeout=12)

    def follow(self, settings: Settings) -> list[str]:
        """Look and act as these settings say; what of them cannot be followed, in sentences."""
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else THEMES[0].name
        if not settings.motion and self.animation_level != "none":
            self._moving, self.animation_level = self.animation_level, "none"
        elif settings.motion:
            self.animation_level = self._moving
        self.own_keys = keymap(named(), settings.keys)
        self.set_keymap(self.own_keys)
        troubles = trouble(named(), settings.keys)
        return troubles if known or not settings.theme else [*troubles, f"There are no colours “{settings.theme}”."]

    def change_settings(self, change: Callable[[Settings], Settings]) -> bool:
        """Change the settings, keep them, and follow them at once; says why where it cannot."""
        try:
            settings = change(self.workspace.settings())
            self.workspace.save_settings(settings)
        except OutreachError as error:
            self.notify(f"Not saved: {error}", markup=False, severity="warning", timeout=12)
            return False
        self.follow(settings)
        return True

    def action_settings(self) -> None:
        """Change colours, motion and keys."""
        # With it comes much of the review: not before it is wanted.
        from outreach.tui.around.settings_screen import SettingsScreen

        if not any(isinstance(screen, SettingsScreen) for screen in self.screen_stack):
            self.push_screen(SettingsScreen(self.workspace))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line: muted text stays readable."""
        return [self._muted, *super().get_line_filters()]

    def get_key_display(self, binding: Binding) -> str:
        """A key as people call it."""
        return key_word(binding.key)

    # -- the model ---------------------------------------------------------------------------------
    def action_models(self) -> None:
        """See, get and choose models."""
        if not any(isinstance(screen, ModelsScreen) for screen in self.screen_stack):
            self.push_screen(ModelsScreen(self.workspace.models, self.puller))

    def show_status(self) -> None:
        """Say which model drafts, or how far one is on its way."""
        if self.pull is not None and not self.pull.ended:
            self.status = f"Getting model {self.pull.model}: {self.pull.in_full}"
        else:
            models = self.workspace.models
            gets = f" {key_of(self, 'app.models')} gets one that writes better." if models.nothing_here else ""
            self.status = models.notice() + gets

    def on_pull_told(self, message: PullTold) -> None:
        self.pull = message.pull
        self.show_status()
        if message.pull.state == "failed":
            if not isinstance(self.screen, ModelsScreen):
                text = f"Model {message.pull.model} did not come; {key_of(self, 'app.models')} shows why."
                self.notify(text, markup=False, severity="warning", timeout=12)
        elif message.pull.state == "done":
            self.notify(f"Model {message.pull.model} is here. New drafts are written with it.", markup=False)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen in front; back from a draft that had no model, ask whether to get one."""
        left = self.screen
        closing = super().pop_screen()
        if isinstance(left, _Draft):
            self.call_after_refresh(self._ask_for_model)
        return closing

    def _ask_for_model(self) -> None:
        if self._asked or not isinstance(self.screen, MainScreen) or self.puller.under_way or self.sampling.is_open:
            return
        try:
            model = self.workspace.models.to_offer()
        except OutreachError:
            return
        if model is not None and self.workspace.store.all_drafts():
            self._asked = True
            self.push_screen(ask_for_model(model), self._model_answered)

    def _model_answered(self, answer: str | None) -> None:
        model = self.workspace.models.to_offer()
        if answer == "get" and model is not None:
            self.puller.start(model.id)
        elif answer == "never":
            self.change_settings(lambda settings: replace(settings, ask_for_model=False))

    # -- leaving -----------------------------------------------------------------------------------
    def action_help(self) -> None:
        """Show the keys of the screen in front, and all others."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_quit(self) -> None:
        """Save or stop what is under way, then leave."""
        screen = next(each for each in reversed(self.screen_stack) if not isinstance(each, Modal))
        if isinstance(screen, FormScreen) and screen.changed:
            if isinstance(self.screen, Question):
                return
            screen.ask_to_leave(self.exit)
        elif isinstance(screen, _Draft):
            screen.save_then(self.exit)
        else:
            if isinstance(screen, KeepingScreen):
                screen.keep()
            self.exit()

    def on_unmount(self) -> None:
        self.puller.stop()
        self.workspace.stop()
        self.sampling.close()
