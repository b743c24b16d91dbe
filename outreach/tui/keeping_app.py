"""An app that ends in order, however it is ended: what is on its screens is kept, and nothing of it is told."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from rich.console import RenderableType
from rich.text import Text
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import ModalScreen

from outreach.failure import note_failure
from outreach.tui.early_keys import EarlyKeys
from outreach.tui.home.undoing import Undoing
from outreach.tui.keys import key_word
from outreach.tui.terminal_input import take_any_bytes
from outreach.tui.text import shown
from outreach.unfinished import UnfinishedTexts

_SECONDS_TO_END = 5.0
"""For which the app may end in order once its terminal is gone."""


@runtime_checkable
class Keeps(Protocol):
    """A screen with words that may not be saved yet."""

    def keep(self) -> object:
        """Put them where the next start finds them, at once."""


@runtime_checkable
class Writes(Protocol):
    """A screen on which a draft may be under way."""

    @property
    def writing(self) -> bool:
        """Whether it is."""

    def save_then(self, then: Callable[[], None]) -> None:
        """Stop it, save what there is, and call ``then``, soon."""


class KeepingApp(EarlyKeys):
    """An app that keeps what is on its screens when it is ended from outside, or by a fault of its own."""

    def __init__(self, unfinished: UnfinishedTexts, log: Path) -> None:
        """``log``: where a fault is noted, without anything that was typed."""
        super().__init__()
        self.unfinished = unfinished
        self._log_of_faults = log
        self.undoing = Undoing()
        """What was logged and removed since it was opened, with the way back."""

    def on_mount(self) -> None:
        if not self.is_headless:
            self._mind_signals()

    def get_driver_class(self) -> type[Driver]:
        """What draws and reads keys."""
        take_any_bytes()
        return super().get_driver_class()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner; whatever it quotes is shown as it is, and nothing in it is mark-up."""
        super().notify(shown(message), title=shown(title), severity=severity, timeout=timeout, markup=False)

    def keep_all(self) -> None:
        """Have every screen keep what it holds."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Keeps):
                # The app is about to end: one screen in trouble must not cost what the others hold.
                with suppress(Exception):
                    screen.keep()

    def action_help_quit(self) -> None:
        """Say how one leaves: Ctrl+C copies where something is selected, and does nothing else."""
        bound = (key for key, one in self.active_bindings.items() if one.binding.action in {"quit", "app.quit"})
        key = next((key for key in sorted(bound, key=len, reverse=True)), "ctrl+q")
        over = isinstance(self.screen, ModalScreen)
        told = (
            f"Esc closes this; {key_word(key)} then leaves Outreach." if over else f"{key_word(key)} leaves Outreach."
        )
        self.notify(told, markup=False, timeout=4)

    # -- the end -----------------------------------------------------------------------------------
    def _mind_signals(self) -> None:
        loop = asyncio.get_running_loop()
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            # Windows has no such handlers; there a closed window ends the process, and the files hold the last second.
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self._end, int(number))
            # From outside, or from within the user's editor; as a key it never becomes a signal.
            loop.add_signal_handler(signal.SIGINT, self.action_help_quit)

    def _end(self, number: int) -> None:
        self.keep_all()
        # Textual may wait for ever for a terminal that is gone; the lock of the store must not.
        watch = threading.Timer(_SECONDS_TO_END, os._exit, (128 + number,))
        watch.daemon = True
        watch.start()
        leave = partial(self.exit, return_code=128 + number)
        writing = [each for each in self.screen_stack if isinstance(each, Writes) and each.writing]
        if writing:
            writing[-1].save_then(leave)
        else:
            leave()

    def _handle_exception(self, error: Exception) -> None:
        # In the place of Textual's own, which prints a traceback with all values: they are what people typed.
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            first: asyncio.Event = self._exception_event
            first.set()
            self._say_fault(error)
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Close for a fault of Textual's; what it would print may quote what was typed."""
        self._return_code = 1
        if not self._exit_renderables:
            self._say_fault(RuntimeError())
        self._close_messages_no_wait()

    def _say_fault(self, error: Exception) -> None:
        self.keep_all()
        noted = note_failure(self._log_of_faults, error)
        where = f" Where it was is noted in {self._log_of_faults}." if noted else ""
        self._exit_renderables.append(Text(f"Outreach closed by a fault of its own; what you typed is kept.{where}"))
