"""A field of a form: label, control, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Paste
from textual.widgets import Input, Select, TextArea

from outreach.tui.text import Plain, PlainArea, PlainInput, content, one_line


class Shape(StrEnum):
    """What a field is filled in with."""

    LINE = "line"
    AREA = "area"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    label: str
    hint: str = ""
    """What to write, shown beside the label."""
    shape: Shape = Shape.LINE
    rows: int = 3
    """Height of an area."""
    options: tuple[tuple[str, str], ...] = ()
    """Label and value of each choice; the first is the default."""
    needed: bool = False
    """Whether it must be filled in."""
    grows: bool = False
    """Whether an area takes the room that the other fields leave; ``rows`` is then the least."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between fields, or a sentence under one."""

    text: str
    note: str = ""


class _Label(Plain):
    """The name of a field, and beside it, else below it, what to write."""

    def __init__(self, field: Field) -> None:
        super().__init__(classes="label")
        self._words = content(field.label, "bold")
        hints = [hint for hint in ("needed" if field.needed else "", field.hint) if hint]
        self._hint = content("; ".join(hints), "dim")

    def on_mount(self) -> None:
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        beside = self._words.cell_length + 2 + self._hint.cell_length <= (self.size.width or 76)
        if self._hint:
            self.show(self._words + content("  " if beside else "\n") + self._hint)
        else:
            self.show(self._words)


class _Line(PlainInput):
    """One line; what is pasted over several lines becomes one, and none of it is lost."""

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        super()._on_paste(Paste(" ".join(event.text.split())))


class FieldBox(Vertical):
    """A field on the screen. Text that was not touched comes back exactly as it was given."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(id=f"box-{field.name}", classes="field")
        self.field = field
        self._given = value
        if field.shape is Shape.LINE:
            # Nothing is selected: the next key would delete all of what the cursor came to mend.
            self.control: PlainInput | PlainArea | Select[str] = _Line(value, id=field.name, select_on_focus=False)
        elif field.shape is Shape.AREA:
            self.control = PlainArea(value, id=field.name, classes="area", show_line_numbers=False)
            if field.grows:
                self.add_class("-grows")
                self.control.styles.min_height = field.rows
            else:
                self.control.styles.height = field.rows
        else:
            known = [key for _, key in field.options]
            value = value if value in known else known[0]
            options = [(content(one_line(label, 60)), key) for label, key in field.options]
            self.control = Select(options, value=value, allow_blank=False, id=field.name, compact=True)
        # A Select has no value before it is mounted; an area may show other line ends than it was given.
        self._start = value if isinstance(self.control, Select) else self._now()
        self._wrong: str | None = None

    def compose(self) -> ComposeResult:
        yield _Label(self.field)
        yield self.control
        yield Plain("", classes="wrong")

    @property
    def value(self) -> str:
        """What the field holds now."""
        return self._given if not self.changed and self.field.shape is not Shape.CHOICE else self._now()

    @property
    def changed(self) -> bool:
        """Whether the user changed it since the form was opened."""
        return self._now() != self._start

    def put(self, text: str) -> None:
        """Hold ``text``, as if the user had typed it; a choice that there is not is left as it was."""
        if isinstance(self.control, PlainArea):
            self.control.text = text
            self.control.move_cursor(self.control.document.end)
        elif isinstance(self.control, PlainInput) or text in [key for _, key in self.field.options]:
            self.control.value = text

    def say_wrong(self, text: str) -> None:
        """Show what is wrong; an empty text clears it."""
        self._wrong = self._now() if text else None
        self.query_one(".wrong", Plain).show(f"▲ {text}" if text else "")
        self.set_class(bool(text), "-wrong")

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _mended(self) -> None:
        # What was wrong is said of what stood there.
        if self._wrong is not None and self._wrong != self._now():
            self.say_wrong("")

    def _now(self) -> str:
        if isinstance(self.control, PlainArea):
            return self.control.text
        return str(self.control.value)
