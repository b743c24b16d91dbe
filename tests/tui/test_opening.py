"""The start of the app in a real terminal: something to see at once, and nothing lost that is typed meanwhile."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from outreach.domain.mentorship import Mentorship
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.settings import Paths
from outreach.store.store import Store

if os.name == "nt":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.bench.terminal import Slow, Terminal

Started = Callable[[], Terminal]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    """Starts the app on the test's own folders."""
    settings = {"OUTREACH_MODELS": str(tmp_path / "no-models"), "TEXTUAL_ANIMATIONS": "none"}
    running: list[Terminal] = []

    def start() -> Terminal:
        running.append(Terminal([sys.executable, "-m", "outreach"], settings))
        return running[-1]

    yield start
    for each in running:
        each.close()


def _sample() -> None:
    case = read_case(prompts_folder() / "sample.toml")
    with closing(Store(Paths.of_user().store_file)) as store:
        store.save_mentee(case.mentee)
        store.save_mentorship(Mentorship("", case.mentor, case.ask))


def test_what_is_typed_while_the_app_opens_is_done_in_its_order(started: Started) -> None:
    """A menu, a choice in it and words for the form behind it: all before the list was there; Enter stays Enter."""
    _sample()
    app = started()
    app.until(app.shows("Opening"))
    app.keys("ldSorry,\rno time.")
    app.until(app.shows("What they wrote", "▌ Sorry,", "▌ no time."))


def test_a_store_that_is_open_elsewhere_is_told_on_the_plain_terminal(started: Started) -> None:
    """The screen of the app is left, and the message stands where the command was typed."""
    _sample()
    with closing(Store(Paths.of_user().store_file)):
        app = started()
        app.until(app.shows("Opening"))
        with pytest.raises(Slow, match="ended"):
            app.until(lambda: False)
        assert b"\x1b[?1049l" in app.written
        assert app.shows("Another Outreach is open")()
