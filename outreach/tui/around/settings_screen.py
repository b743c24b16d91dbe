"""The settings: colours, motion, models, rules that are switched off, and the keys; kept as they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import BadInput, OutreachError
from outreach.review.rule import rules
from outreach.settings import NO_MODEL, Settings
from outreach.tui.around.choosing import Choices, ColourScreen, KeyScreen
from outreach.tui.commands import CHAPTERS, SETTINGS, named
from outreach.tui.foot import LastingFooter
from outreach.tui.keys import FIXED, holder, is_fixed, key_word, keys_in_words, keys_of
from outreach.tui.look import THEMES
from outreach.tui.modal import Closing
from outreach.tui.questions import Question
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line
from outreach.workspace import Workspace

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp


@dataclass(frozen=True, slots=True)
class Row:
    """One setting on the screen."""

    id: str
    label: str
    value: str
    about: str = ""
    own: bool = False
    """Whether it is not as it came."""


class SettingsScreen(Closing[None]):
    """Enter changes what is chosen, Delete gives it its first value back."""

    BINDINGS: ClassVar[list[BindingType]] = [*SETTINGS]
    CSS_PATH = "settings_screen.tcss"
    AUTO_FOCUS = "#settings"
    HELP = "How Outreach looks and which keys it listens to. Everything works at once and is kept at once."

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: dict[str, Row] = {}

    def compose(self) -> ComposeResult:
        yield Plain("Settings", classes="title")
        yield Plain("", id="trouble")
        yield Choices(id="settings", markup=False)
        yield Plain("", id="about")
        yield StatusBar()
        yield LastingFooter()

    def on_mount(self) -> None:
        self.reload()

    def on_screen_resume(self) -> None:
        self.reload()

    # -- showing -----------------------------------------------------------------------------------
    def reload(self) -> None:
        """Show the settings as they are now."""
        settings, trouble = self._settings()
        notice = self.query_one("#trouble", Plain)
        notice.show(f"{trouble}\nNothing is changed in it. Mend it, or choose the first line." if trouble else "")
        notice.display = bool(trouble)
        listing = self.query_one("#settings", OptionList)
        at = listing.highlighted_option.id if listing.highlighted_option else None
        listing.clear_options()
        self._rows = {}
        if trouble:
            self._add(listing, "The file", [Row("aside", "Begin anew", "", "Keep the damaged file beside it.")])
        self._add(listing, "Look", self._look(settings))
        self._add(listing, "Model", self._model(settings))
        self._add(listing, "Rules of the review", self._rules(settings))
        for heading, rows in self._keys(settings):
            self._add(listing, heading, rows)
        self._add(listing, "Where things are", [])
        listing.add_options([Option(line, disabled=True) for line in self._places()])
        listing.highlighted = listing.get_option_index(at) if at in self._rows else 1
        self._show_about()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._show_about()

    def _show_about(self) -> None:
        row = self._rows.get(self._at)
        self.query_one("#about", Plain).show(row.about if row else "")

    def _settings(self) -> tuple[Settings, str]:
        try:
            return self._workspace.settings(), ""
        except BadInput as error:
            return Settings(), str(error)

    def _add(self, listing: OptionList, heading: str, rows: list[Row]) -> None:
        first = not listing.option_count
        listing.add_option(Option(content(heading if first else f"\n{heading}", "bold"), disabled=True))
        for row in rows:
            self._rows[row.id] = row
            listing.add_option(Option(_line(row), id=row.id))

    def _look(self, settings: Settings) -> list[Row]:
        colours = settings.theme or THEMES[0].name
        return [
            Row("theme", "Colours", colours, "Dark, light, of high contrast, and more", bool(settings.theme)),
            Row("motion", "Motion", _yes(settings.motion), "Whether anything moves gradually", not settings.motion),
        ]

    def _model(self, settings: Settings) -> list[Row]:
        chosen = "templates only" if settings.model == NO_MODEL else settings.model or "the recommended one"
        asks = _yes(settings.ask_for_model)
        return [
            Row("model", "Model", chosen, "What is here, what can be got, which one drafts", bool(settings.model)),
            Row("ask", "Ask to get one", asks, "Where none is here", not settings.ask_for_model),
        ]

    def _rules(self, settings: Settings) -> list[Row]:
        if not settings.rules:
            return [Row("rules", "All as they came", "", "In a draft, the explanation of a finding weighs its rule.")]
        words = {"off": "switched off", "info": "only a note"}
        return [
            Row(f"rule:{each}", each, words.get(word, word), _title(each), own=True)
            for each, word in settings.rules.items()
        ]

    def _keys(self, settings: Settings) -> Iterator[tuple[str, list[Row]]]:
        seen: set[str] = set()
        for heading, chapter in CHAPTERS:
            rows = []
            for each in chapter:
                if each.id and each.id not in seen and not is_fixed(each):
                    seen.add(each.id)
                    own = each.id in settings.keys
                    keys = keys_in_words(keys_of(each, settings.keys))
                    rows.append(Row(f"key:{each.id}", each.description, keys, each.tooltip, own))
            if rows:
                yield f"Keys: {heading[:1].lower()}{heading[1:]}", rows

    def _places(self) -> list[Content]:
        return [content(f"  {label:<18} {one_line(str(path))}") for label, path in self._workspace.places()]

    # -- changing ----------------------------------------------------------------------------------
    @property
    def _app(self) -> OutreachApp:
        return cast("OutreachApp", self.app)

    @property
    def _at(self) -> str:
        option = self.query_one("#settings", OptionList).highlighted_option
        return str(option.id) if option is not None else ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_change()

    def action_change(self) -> None:
        """Change the chosen setting."""
        at, _, name = self._at.partition(":")
        if at == "key":
            self._ask_key(name)
        elif at == "rule":
            self._change(lambda settings: settings.with_rule(name, ""))
        else:
            self._change_plain(at)

    def _change_plain(self, at: str) -> None:
        if at == "theme":
            self.app.push_screen(ColourScreen(), self._coloured)
        elif at == "motion":
            self._change(lambda settings: replace(settings, motion=not settings.motion))
        elif at == "ask":
            self._change(lambda settings: replace(settings, ask_for_model=not settings.ask_for_model))
        elif at == "model":
            self._app.action_models()
        elif at == "aside":
            text = "Keep the damaged file beside it, and begin with new settings?"
            answers = (("aside", "b", "Begin anew"), ("keep", "escape", "Leave it as it is"))
            self.app.push_screen(Question(text, answers), self._put_aside)

    def action_reset(self) -> None:
        """Give the chosen setting the value that it came with."""
        at, _, name = self._at.partition(":")
        firsts: dict[str, Callable[[Settings], Settings]] = {
            "theme": lambda settings: settings.with_theme(""),
            "motion": lambda settings: replace(settings, motion=True),
            "model": lambda settings: replace(settings, model=""),
            "ask": lambda settings: replace(settings, ask_for_model=True),
            "rule": lambda settings: settings.with_rule(name, ""),
        }
        if at == "key":
            self._reset_key(name)
        elif at in firsts:
            self._change(firsts[at])

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        self._app.change_settings(change)
        self._app.show_status()
        self.reload()

    def _coloured(self, theme: str | None) -> None:
        if theme is not None:
            self._change(lambda settings: settings.with_theme("" if theme == THEMES[0].name else theme))

    def _put_aside(self, answer: str | None) -> None:
        if answer == "aside":
            try:
                moved = self._workspace.put_settings_aside()
            except OutreachError as error:
                self.app.notify(str(error), markup=False, severity="warning")
                return
            self.app.notify(f"It is {moved.name} now.", markup=False)
            self._change(lambda settings: settings)

    # -- keys --------------------------------------------------------------------------------------
    def _command(self, name: str) -> Binding:
        return next(each for each in named() if each.id == name)

    def _ask_key(self, name: str) -> None:
        command = self._command(name)
        now = keys_in_words(keys_of(command, self._settings()[0].keys))
        self.app.push_screen(KeyScreen(command, now), lambda key: self._key_pressed(command, key))

    def _key_pressed(self, command: Binding, key: str | None) -> None:
        name = command.id or ""
        own = self._settings()[0].keys
        if key is None or key in keys_of(command, own).split(","):
            return
        new = ",".join([key, *(each for each in command.key.split(",") if each in FIXED)])
        other = holder(named(), own, name, key)
        if other is None:
            self._change(lambda settings: settings.with_keys(name, new))
            return
        left = [each for each in keys_of(other, own).split(",") if each != key]
        keys = ",".join(left) or keys_of(command, own)
        gets = (
            f"“{other.description}” keeps {keys_in_words(keys)}"
            if left
            else f"“{other.description}” gets {keys_in_words(keys)}"
        )
        text = (
            f"{key_word(key)} is the key of “{other.description}” ({_chapter(other)}). "
            f"Give it to “{command.description}”? {gets}."
        )
        answers = (("swap", "y", "Yes"), ("keep", "escape", "Leave both as they are"))
        swapped = {name: new, other.id or "": keys}
        self.app.push_screen(Question(text, answers), lambda answer: self._swap(swapped, answer))

    def _swap(self, keys: dict[str, str], answer: str | None) -> None:
        if answer == "swap":
            self._change(lambda settings: _with_all(settings, keys))

    def _reset_key(self, name: str) -> None:
        command = self._command(name)
        settings, _ = self._settings()
        without = settings.with_keys(name, "")
        if name not in settings.keys:
            return
        # Whoever took the key meanwhile gets their own back too, and so on.
        for key in command.key.split(","):
            while (other := holder(named(), without.keys, name, key)) is not None and other.id in without.keys:
                without = without.with_keys(other.id or "", "")
                self.app.notify(f"“{other.description}” has its own key back too.", markup=False)
        self._change(lambda settings: replace(settings, keys=without.keys))

    def action_leave(self) -> None:
        """Close the settings."""
        self.dismiss(None)


def _with_all(settings: Settings, keys: dict[str, str]) -> Settings:
    defaults = {each.id: each.key for each in named()}
    for name, key in keys.items():
        settings = settings.with_keys(name, "" if defaults.get(name) == key else key)
    return settings


def _title(rule: str) -> str:
    known = rules().get(rule)
    return known.title if known else "There is no such rule any more"


def _chapter(command: Binding) -> str:
    heading = next(heading for heading, chapter in CHAPTERS if any(each.id == command.id for each in chapter))
    return f"{heading[:1].lower()}{heading[1:]}"


def _line(row: Row) -> Content:
    mark = "•" if row.own else " "
    line = content(f"{mark} {one_line(row.label, 18):<18} ") + content(f"{one_line(row.value, 20):<20}", "bold")
    return line + content(f" {row.about}", "dim")


def _yes(on: bool) -> str:
    return "on" if on else "off"
