"""A form on a whole screen: fields, errors at the field, and nothing lost on the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Button, ContentSwitcher, Input
from textual.widgets.button import ButtonVariant

from outreach.domain.errors import OutreachError
from outreach.tui.commands import FORM
from outreach.tui.foot import LastingFooter
from outreach.tui.forms.fields import Field, FieldBox, Heading
from outreach.tui.keeping_screen import KeepingScreen
from outreach.tui.questions import Question
from outreach.tui.status import StatusBar
from outreach.tui.text import Plain

# Whole: Textual looks for a relative one beside the class that inherits it.
_STYLES = Path(__file__).with_name("form.tcss")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a form."""

    id: str
    label: str
    rows: tuple[Field | Heading, ...]


Result = TypeVar("Result")


class FormScreen(KeepingScreen[Result | None], Generic[Result]):
    """Base of the forms. Dismissed with what was saved, or ``None``.

    A form gives ``pages``, reads its fields in ``read`` and stores the result in ``store``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*FORM]
    CSS_PATH = _STYLES
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - an instance variable of Screen
    BUTTONS: ClassVar[tuple[tuple[str, str], ...]] = (("save", "Save"), ("leave", "Back"))
    """Action and label of each button."""

    def __init__(self, title: str, intro: str, values: dict[str, str], start_at: str = "") -> None:
        super().__init__()
        self._title = title
        self._intro = intro
        self._values = values
        self._start_at = start_at

    # -- what each form says -----------------------------------------------------------------------
    def pages(self) -> Sequence[Page]:
        """Pages and fields."""
        raise NotImplementedError

    def read(self, values: dict[str, str]) -> tuple[Result, dict[str, str]]:
        """What the fields say, and what is wrong by field; with errors the first is not used."""
        raise NotImplementedError

    def store(self, result: Result) -> Result:
        """Save ``result``; returns it as saved."""
        raise NotImplementedError

    # -- the screen --------------------------------------------------------------------------------
    def compose(self) -> ComposeResult:
        pages = self.pages()
        with Container(id="middle"), Vertical(id="sheet"):
            yield Plain(self._title, classes="title")
            yield Plain("", id="form-error")
            with ContentSwitcher(initial=pages[0].id, id="pages"):
                for page in pages:
                    with VerticalScroll(id=page.id, classes="page", can_focus=False):
                        if page is pages[0] and self._intro:
                            yield Plain(self._intro, classes="intro")
                        yield from self._rows(page)
            with Horizontal(id="buttons"):
                for action, label in self.BUTTONS:
                    variant: ButtonVariant = "primary" if action == "save" else "default"
                    yield Button(label, id=action, variant=variant, compact=True)
                if len(pages) > 1:
                    yield Button(pages[1].label, id="turn", compact=True)
        yield StatusBar()
        yield LastingFooter()

    def _rows(self, page: Page) -> ComposeResult:
        for row in page.rows:
            if isinstance(row, Heading):
                yield Plain(row.text, classes="heading")
                if row.note:
                    yield Plain(row.note, classes="note")
            else:
                yield FieldBox(row, self._values.get(row.name, ""))

    def on_mount(self) -> None:
        first = next(row.name for row in self.pages()[0].rows if isinstance(row, Field))
        self.go_to(self._start_at or first)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        for node in event.widget.ancestors:
            if isinstance(node, FieldBox):
                node.call_after_refresh(node.scroll_visible, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        actions = {"save": self.action_save, "leave": self.action_leave, "turn": self.action_turn_page}
        actions.get(str(event.button.id), self.action_other)()

    def action_other(self) -> None:
        """Do what a button of this form alone does."""

    # -- fields ------------------------------------------------------------------------------------
    @property
    def boxes(self) -> list[FieldBox]:
        """All fields, of all pages."""
        return list(self.query(FieldBox))

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return any(box.changed for box in self.boxes)

    def box(self, name: str) -> FieldBox:
        """The field ``name``."""
        return self.query_one(f"#box-{name}", FieldBox)

    def value(self, name: str) -> str:
        """What the field ``name`` holds now."""
        return self.box(name).value

    def go_to(self, name: str) -> None:
        """Turn to the page of the field ``name`` and put the cursor there."""
        box = self.box(name)
        page = next(node for node in box.ancestors if node.has_class("page"))
        self.show_page(str(page.id))
        # At once: what is typed the moment the form appears must not be lost.
        self.set_focus(box.control, scroll_visible=False)
        self.call_after_refresh(box.scroll_visible, animate=False)

    def show_page(self, page_id: str) -> None:
        """Turn to a page."""
        self.query_one("#pages", ContentSwitcher).current = page_id
        others = [page for page in self.pages() if page.id != page_id]
        if others:
            self.query_one("#turn", Button).label = others[0].label

    # -- what is kept while it is typed ----------------------------------------------------------
    @property
    def kept_title(self) -> str:
        return self._title

    def typed(self) -> dict[str, str]:
        return {box.field.name: box.value for box in self.boxes if box.changed}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        for box in self.boxes:
            if box.field.name in typed:
                box.put(typed[box.field.name])

    # -- actions -----------------------------------------------------------------------------------
    def action_turn_page(self) -> None:
        """Turn to the other page."""
        current = self.query_one("#pages", ContentSwitcher).current
        other = next((page for page in self.pages() if page.id != current), None)
        if other is not None:
            self.go_to(next(row.name for row in other.rows if isinstance(row, Field)))

    def action_save(self) -> None:
        """Save and close, or say what is wrong."""
        self.save()

    def save(self) -> bool:
        """Save and close, or say what is wrong at the first field that is; whether it was saved."""
        if self.app.screen is not self:
            # The key was pressed twice, and it is closed.
            return False
        result, errors = self.read({box.field.name: box.value for box in self.boxes})
        for box in self.boxes:
            box.say_wrong(errors.get(box.field.name, ""))
        if errors:
            self.go_to(next(box.field.name for box in self.boxes if box.field.name in errors))
            return False
        try:
            saved = self.store(result)
        except OutreachError as error:
            notice = self.query_one("#form-error", Plain)
            notice.show(f"Not saved: {error}")
            notice.display = True
            return False
        self.dismiss(saved)
        return True

    def action_leave(self) -> None:
        """Close; ask first where something is not saved."""
        if self.changed:
            self.ask_to_leave()
        else:
            self.dismiss(None)

    def ask_to_leave(self, then: Callable[[], None] | None = None) -> None:
        """Ask what to do with what is not saved; ``then`` is called once the form is closed."""

        def answered(answer: str | None) -> None:
            if answer == "discard":
                self.dismiss(None)
            elif answer != "save" or not self.save():
                return
            if then is not None:
                then()

        answers = (("save", "s", "Save"), ("discard", "d", "Discard the changes"), ("stay", "escape", "Stay here"))
        self.app.push_screen(Question("Some of this is not saved yet.", answers), answered)
