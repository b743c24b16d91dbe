"""Short questions over the screen: choose one answer, or name a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from outreach.tui.keeping_screen import KeepingScreen
from outreach.tui.keys import key_word
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, PlainArea, PlainInput, content

# Whole: Textual looks for a relative one beside the class that inherits it.
_STYLES = Path(__file__).with_name("questions.tcss")


class Question(Modal[str]):
    """A question with a few answers, each with its key. Enter takes the one that is marked, Esc gives the last one."""

    CSS_PATH = _STYLES
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave"), ("enter", "answer")]
    HINT: ClassVar[str] = ""
    """Other keys than those of the answers."""

    def __init__(self, text: str, answers: tuple[tuple[str, str, str], ...], start: str = "") -> None:
        """``answers``: what is given back, its key, its label; ``start``: the one that Enter takes, else the first."""
        super().__init__()
        self._start = start or answers[0][0]
        self._text = text
        self._answers = answers
        # As bindings: a key that is typed on right behind the one that asks finds them, and a word typed on behind an
        # answer goes to the screen below.
        for answer, key, _ in answers:
            if key not in self._bindings.key_to_bindings:
                self._bindings.bind(key, f"answer({answer!r})", show=False)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Plain(self._text, classes="question")
            yield OptionList(
                *(Option(_choice(key, label, self._room), id=answer) for answer, key, label in self._answers),
                id="answers",
                markup=False,
            )
            yield Plain(" · ".join(part for part in ("↑ ↓ Enter choose", self.HINT) if part), classes="hint")

    def on_mount(self) -> None:
        answers = self.query_one("#answers", OptionList)
        answers.highlighted = [answer for answer, _, _ in self._answers].index(self._start)
        answers.focus()

    @property
    def _room(self) -> int:
        return max(len(key_word(key)) for _, key, _ in self._answers)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(str(event.option.id))

    def action_leave(self) -> None:
        """Give the last answer."""
        self.dismiss(self._answers[-1][0])

    def action_answer(self, answer: str = "") -> None:
        """Give this answer; without one, the one that Enter takes."""
        self.dismiss(answer or self._start)


def _choice(key: str, label: str, room: int) -> Content:
    return content(key_word(key).ljust(room), "bold") + content(f"  {label}")


class _Line(PlainArea):
    """Wraps like a text and is entered like a line, in the order in which the keys came."""

    class Entered(Message, namespace="line"):
        """The words are whole."""

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())
        else:
            await super()._on_key(event)


class Words(Modal[str | None], KeepingScreen[str | None]):
    """Asks for a line of words; Esc gives ``None``."""

    CSS_PATH = _STYLES
    TOLD_BELOW = ".question"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "cancel")]

    def __init__(self, text: str, hint: str, start: str = "", *, optional: bool = False, verb: str = "Save") -> None:
        """``optional``: whether Enter on no words gives an empty line, else it gives ``None`` too."""
        super().__init__()
        self._text = text
        self._hint = hint
        self._start = start
        self._optional = optional
        self._verb = verb

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Plain(self._text, classes="question")
            yield _Line(self._start, id="words", show_line_numbers=False)
            yield Plain(self._hint, classes="hint")
            with Horizontal():
                yield Button(f"{self._verb}  (Enter)", id="save", variant="primary", compact=True)
                yield Button("Cancel  (Esc)", id="cancel", compact=True)

    def on_mount(self) -> None:
        area = self.query_one("#words", PlainArea)
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def kept_as(self) -> str:
        return f"words:{self._text}:{self._start}"

    @property
    def kept_title(self) -> str:
        return self._text

    def typed(self) -> dict[str, str]:
        text = self.query_one("#words", PlainArea).text
        return {"words": text} if text != self._start else {}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        area = self.query_one("#words", PlainArea)
        area.text = typed.get("words", self._start)
        area.move_cursor(area.document.end)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_cancel()

    def on_line_entered(self, message: _Line.Entered) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the words, on one line."""
        words = " ".join(self.query_one("#words", PlainArea).text.split())
        self.dismiss(words if words or self._optional else None)

    def action_cancel(self) -> None:
        """Give none."""
        self.dismiss(None)


class FileName(Modal[Path | None]):
    """Asks for the name of a file and has it written; a file that is there is replaced only on a second yes."""

    CSS_PATH = _STYLES
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "cancel")]

    def __init__(self, start: Path, write: Callable[[Path, bool], None]) -> None:
        """``write(file, replace)`` raises ``FileExistsError`` or another ``OSError`` where it cannot."""
        super().__init__()
        self._start = start
        self._write = write
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Plain("Write the draft to which file?", classes="question")
            yield PlainInput(str(self._start), id="file")
            yield Plain("", classes="wrong")
            with Horizontal():
                yield Button("Write  (Enter)", id="write", variant="primary", compact=True)
                yield Button("Cancel  (Esc)", id="cancel", compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._try()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "write":
            self._try()
        else:
            self.dismiss(None)

    def action_cancel(self) -> None:
        """Write none."""
        self.dismiss(None)

    def _try(self) -> None:
        typed = self.query_one("#file", PlainInput).value.strip()
        wrong = self.query_one(".wrong", Plain)
        if not typed:
            wrong.show("Give a name.")
            return
        try:
            file = Path(typed).expanduser().absolute()
            self._write(file, file == self._asked)
        except FileExistsError:
            self._asked = file
            wrong.show(f"{file.name} is there already. Enter again to replace it, or change the name.")
        except OSError as error:
            wrong.show(f"It cannot be written there: {error.strerror or error}.")
        except (ValueError, RuntimeError):
            # Characters that no file has in its name, or a home that nobody has.
            wrong.show("No file can have that name. Use letters, digits, dots and hyphens.")
        else:
            self.dismiss(file)
