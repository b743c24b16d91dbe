"""Short questions over the screen: choose one answer, or name a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Button, Input

from outreach.tui.commands import key_word
from outreach.tui.text import Plain, PlainInput


class Question(ModalScreen[str]):
    """A question with a few answers, each with its key. Esc gives the last one."""

    CSS_PATH = "questions.tcss"

    def __init__(self, text: str, answers: tuple[tuple[str, str, str], ...]) -> None:
        """``answers``: what is given back, its key, its label."""
        super().__init__()
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Plain(self._text, classes="question")
            for answer, key, label in self._answers:
                yield Button(f"{label}  ({key_word(key)})", id=answer, compact=True)

    def on_key(self, event: Key) -> None:
        if event.key in ("down", "up"):
            event.stop()
            (self.focus_next if event.key == "down" else self.focus_previous)()
            return
        keys = {key: answer for answer, key, _ in self._answers}
        answer = self._answers[-1][0] if event.key == "escape" else keys.get(event.key)
        if answer is not None:
            event.stop()
            self.dismiss(answer)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(str(event.button.id))


class FileName(ModalScreen[Path | None]):
    """Asks for the name of a file and has it written; a file that is there is replaced only on a second yes."""

    CSS_PATH = "questions.tcss"

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
                yield Button("Write", id="write", variant="primary", compact=True)
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

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def _try(self) -> None:
        typed = self.query_one("#file", PlainInput).value.strip()
        wrong = self.query_one(".wrong", Plain)
        if not typed:
            wrong.show("Give a name.")
            return
        file = Path(typed).expanduser().absolute()
        try:
            self._write(file, file == self._asked)
        except FileExistsError:
            self._asked = file
            wrong.show(f"{file.name} is there already. Enter again to replace it, or change the name.")
        except OSError as error:
            wrong.show(f"It cannot be written there: {error.strerror or error}.")
        else:
            self.dismiss(file)
