"""The models: what is here, what fits this machine, which one drafts."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from outreach.domain.errors import OutreachError
from outreach.model_choice import ModelRow, Models, Standing
from outreach.models import CatalogEntry
from outreach.models.amounts import in_bytes
from outreach.settings import NO_MODEL
from outreach.tui.around.choosing import Choices
from outreach.tui.around.pulling import Pull, Puller
from outreach.tui.commands import MODELS
from outreach.tui.foot import LastingFooter
from outreach.tui.keys import key_of
from outreach.tui.modal import Closing
from outreach.tui.questions import Question, Words
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain, content, one_line

if TYPE_CHECKING:
    from outreach.tui.app import OutreachApp

_STATES = {
    Standing.HERE: "here",
    Standing.MISSING: "not here",
    Standing.UNCHECKED: "here, not checked",
    Standing.DAMAGED: "damaged",
    Standing.GONE: "file is gone",
}
_TEMPLATES = "templates"
_HELP = """A model writes the sentences that need writing; all else is templates and your own words. \
It runs on this machine, and only getting one uses the network."""


class ModelsScreen(Closing[None]):
    """All models, the user's own too."""

    BINDINGS: ClassVar[list[BindingType]] = [*MODELS]
    CSS_PATH = "models_screen.tcss"
    AUTO_FOCUS = "#models"
    HELP = _HELP

    def __init__(self, models: Models, puller: Puller) -> None:
        super().__init__()
        self._models = models
        self._puller = puller
        self._rows: dict[str, ModelRow] = {}
        self._adding = ""

    def compose(self) -> ComposeResult:
        yield Plain("Models", classes="title")
        yield Plain("", id="advice")
        yield Choices(id="models", markup=False)
        yield Plain("", id="about")
        yield StatusBar()
        yield LastingFooter()

    def on_mount(self) -> None:
        self.reload()
        self.watch(self.app, "pull", self._came_on, init=False)

    # -- showing -----------------------------------------------------------------------------------
    def reload(self, choose: str = "") -> None:
        """Show what there is now."""
        try:
            rows = self._models.rows()
        except OutreachError as error:
            self._say(str(error))
            rows = []
        self._rows = {row.id: row for row in rows}
        listing = self.query_one("#models", OptionList)
        wanted = choose or self._at or next((row.id for row in rows if row.in_use or row.recommended), "")
        with self.prevent(OptionList.OptionHighlighted):
            listing.clear_options()
            listing.add_options([Option(self._line(row), id=row.id) for row in rows])
            listing.add_option(Option(self._templates_line(rows), id=_TEMPLATES))
            known = [*self._rows, _TEMPLATES]
            listing.highlighted = known.index(wanted) if wanted in known else 0
        self.query_one("#advice", Plain).show(self._advice())
        self._show_about()
        self.refresh_bindings()

    def _advice(self) -> Content:
        if trouble := self._models.trouble:
            return content(f"No model can write here: {trouble}", "bold")
        advice = self._models.recommendation()
        return content(f"For this machine: {advice.entry.id}. ", "bold") + content(advice.why)

    def _line(self, row: ModelRow) -> Content:
        marks = [self._state(row), "recommended" if row.recommended else "", self._fit(row)]
        style = "bold" if row.in_use else ""
        mark = "▸ " if row.in_use else "  "
        size = in_bytes(row.bytes)
        first = content(f"{mark}{one_line(row.id, 24):<16} {size:>7}   ", style)
        state = content(" · ".join(each for each in marks if each), style)
        below = row.purpose if not row.own else _end_of(row.path, 68)
        return first + state + content(f"\n    {below}", "dim")

    def _templates_line(self, rows: list[ModelRow]) -> Content:
        used = not any(row.in_use for row in rows)
        line = content(f"{'▸' if used else ' '} {'no model':<16} {'':>7}   ", "bold" if used else "")
        return line + content(
            f"{'in use' if used else ''}\n    Templates and your own words; nothing is got, nothing is loaded".rstrip(),
            "dim" if not used else "",
        )

    def _state(self, row: ModelRow) -> str:
        pull = self._pull
        if pull is not None and pull.model == row.id and not pull.ended:
            return pull.in_short
        if row.standing is Standing.PART:
            return f"{100 * row.part_bytes // row.bytes} % here"
        return "in use" if row.in_use else _STATES[row.standing]

    def _fit(self, row: ModelRow) -> str:
        free = self._models.free_memory()
        if free is None or row.memory_bytes <= free or row.in_use:
            return ""
        return f"needs {in_bytes(row.memory_bytes)} of memory"

    def _show_about(self) -> None:
        row = self._row
        self.query_one("#about", Plain).show(
            content("Enter: draft from templates alone.") if row is None else self._about(row)
        )

    def _about(self, row: ModelRow) -> Content:
        free = self._models.free_memory()
        has = "" if free is None else f"; {'' if row.memory_bytes <= free else 'only '}{in_bytes(free)} is free"
        parts = [f"{in_bytes(row.memory_bytes)} of memory{has}", row.licence]
        facts = content(" · ".join(each for each in parts if each), "dim")
        return content(self._enter(row) + "\n") + facts

    def _enter(self, row: ModelRow) -> str:
        pull = self._pull
        if pull is not None and pull.model == row.id and not pull.ended:
            return f"{pull.in_full}. {self._key('stop')} stops it; it goes on when you close this."
        if pull is not None and pull.model == row.id and pull.state == "failed":
            again = f"It did not come. Check the connection; {self._key('pull')} tries again, and what is here is kept."
            return f"{again}\n{pull.error}"
        gets = self._key("pull")
        texts = {
            Standing.HERE: "This one drafts." if row.in_use else "Enter: draft with it from the next draft on.",
            Standing.MISSING: f"{gets} gets it: {in_bytes(row.bytes)} from the network.",
            Standing.PART: f"{gets} goes on getting it: {in_bytes(row.bytes - row.part_bytes)} are missing.",
            Standing.UNCHECKED: f"Its file is here, and was never checked: {gets} checks it.",
            Standing.DAMAGED: f"Its file has the wrong size: {gets} gets it anew.",
            Standing.GONE: f"{row.path} is gone. Put it back, or forget it with {self._key('remove')}.",
        }
        return texts[row.standing]

    def _key(self, command: str) -> str:
        return key_of(self, f"models.{command}")

    def _came_on(self, pull: Pull | None) -> None:
        if pull is None:
            return
        row = self._rows.get(pull.model)
        if row is None or pull.ended:
            self.reload()
        else:
            self.query_one("#models", OptionList).replace_option_prompt(row.id, self._line(row))
            self._show_about()

    # -- choosing ----------------------------------------------------------------------------------
    @property
    def _app(self) -> OutreachApp:
        return cast("OutreachApp", self.app)

    @property
    def _pull(self) -> Pull | None:
        return self._app.pull

    @property
    def _at(self) -> str:
        listing = self.query_one("#models", OptionList)
        return str(listing.highlighted_option.id) if listing.highlighted_option else ""

    @property
    def _row(self) -> ModelRow | None:
        return self._rows.get(self._at)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._show_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_use()

    def action_use(self) -> None:
        """Draft with the chosen model; get it first where it is not here."""
        row = self._row
        if row is None:
            self.action_none()
        elif row.standing is Standing.HERE:
            self._use(row.id, f"New drafts are written with {row.id}.")
        elif row.standing is Standing.GONE:
            self._say(self._enter(row))
        else:
            self.action_pull()

    def action_none(self) -> None:
        """Draft from templates alone."""
        self._use(NO_MODEL, "New drafts come from templates alone.")

    def _use(self, model_id: str, told: str) -> None:
        try:
            self._models.use(model_id)
        except OutreachError as error:
            self._say(f"Not changed: {error}", wrong=True)
            return
        self._say(f"{told} The one that is being written stays as it is." if self._models.at_work else told)
        self._app.show_status()
        self.reload()

    # -- getting and removing ----------------------------------------------------------------------
    def action_pull(self) -> None:
        """Get the chosen model."""
        row = self._row
        if row is None or row.own or row.standing is Standing.HERE:
            self._say("Choose a model of the list that is not here yet." if row is None or row.own else "It is here.")
        elif trouble := self._models.trouble:
            self._say(f"No model can write here: {trouble}", wrong=True)
        elif not self._puller.start(row.id):
            self._say(f"One at a time: {self._puller.under_way} is on its way. {self._key('stop')} stops it.")

    def action_stop(self) -> None:
        """Get no more."""
        if self._puller.under_way:
            self._puller.stop()
        else:
            self._say("No model is on its way.")

    def action_add(self) -> None:
        """Ask for a file of the user's own."""
        self._ask_for_file("")

    def _ask_for_file(self, typed: str, wrong: str = "") -> None:
        hint = (
            wrong
            or "It stays where it is. For example ~/models/my-model.gguf; in most file managers you can copy a path."
        )
        self.app.push_screen(Words("Which GGUF file do you want to use?", hint, typed, verb="Add"), self._file_named)

    def _file_named(self, typed: str | None) -> None:
        if typed:
            self._say("Reading the file …")
            self._add(typed)

    @work(thread=True, exit_on_error=False, group="add")
    def _add(self, typed: str) -> None:
        path = Path(typed.strip("'\""))
        with contextlib.suppress(RuntimeError):
            path = path.expanduser()
        try:
            added = self._models.add(path)
        except OutreachError as error:
            self.app.call_later(self._ask_for_file, typed, str(error))
        else:
            self.app.call_later(self._added, added.id)

    def _added(self, model_id: str) -> None:
        self._say(f"Added as {model_id}. Enter drafts with it.")
        if self.is_mounted:
            self.reload(model_id)

    def action_remove(self) -> None:
        """Remove the chosen model, after asking."""
        row = self._row
        if row is None or row.standing is Standing.MISSING:
            self._say("There is nothing here to remove.")
            return
        if self._puller.under_way == row.id:
            self._say(f"It is on its way; {self._key('stop')} stops it.")
            return
        text = (
            f"Forget {row.id}? Its file stays where it is."
            if row.own
            else f"Remove {row.id}? That frees {in_bytes(row.part_bytes or row.bytes)}; it can be got again."
        )
        answers = (("remove", "r", "Remove"), ("keep", "escape", "Keep"))
        self.app.push_screen(Question(text, answers), lambda answer: self._remove(row.id, answer))

    def _remove(self, model_id: str, answer: str | None) -> None:
        if answer != "remove":
            return
        try:
            self._models.remove(model_id)
        except OutreachError as error:
            self._say(f"Not removed: {error}", wrong=True)
        self._app.show_status()
        self.reload()

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.app.notify(text, markup=False, severity="warning" if wrong else "information")


def _end_of(path: Path, width: int) -> str:
    """The end of a path, which tells more than its beginning."""
    line = one_line(str(path))
    return line if len(line) <= width else "…" + line[1 - width :]


def ask_for_model(model: CatalogEntry) -> Question:
    """The question whether to get a model: ``get``, ``never``, or ``later``."""
    text = (
        "Your draft is made. The model that suits this machine writes better sentences.\n\n"
        f"Get {model.id} now ({in_bytes(model.bytes)})? It comes in the background, and what you write stays here."
    )
    answers = (("get", "y", "Yes, get it"), ("never", "v", "Never ask"), ("later", "n", "Not now"))
    return Question(text, answers, start="later")
