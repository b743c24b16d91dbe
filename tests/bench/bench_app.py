"""How quick the app is, and how much it holds: ratios of one run, as a table on standard output.

    python tests/bench/bench_app.py [--runs N] [--keys N] [--only start,typing,memory,thousand]

Everything runs in a real terminal of 80x24, and its screen is read back. A start is measured from exec: the first frame
against that of a Textual app of one line, turn by turn; until the mentors' names are there; and until a key takes
effect that was typed 50 ms after exec. A key in a draft is measured from its byte to the changed cell, while nothing
else goes on and while ``tiny`` makes a section anew (only keys in whose time its process used a processor count).
Memory is that of the interface alone. Needs Linux, and ``tiny`` for what is measured while it writes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from outreach.domain.draft import Kind
from outreach.domain.events import Event, What
from outreach.domain.mentorship import Mentorship
from outreach.exchange.case_file import read_case
from outreach.models import load_catalog
from outreach.models.registry import installed
from outreach.settings import Paths, Settings, save_settings
from outreach.store.store import Store
from tests.bench.terminal import Slow, Terminal, children, megabytes, processor_s

ROOT = Path(__file__).resolve().parents[2]
CASES = ("ingrid", "daniel", "ruth")
NAMES = ("Ingrid Solheim", "Daniel Okafor", "Ruth Castell")
MANY = 1000
MODEL = "tiny"
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("READY")
Bare().run()
"""
BREATH_S = 0.08
"""Between two keys, as one who types fast."""
WORKING_S = 0.04
"""Processor time of the model between two keys, above which it writes."""
SILENT_KEYS = 12
"""Keys without such time, after which it writes no more."""
DRAFTS = 10
SEARCH = "Search"
"""What the palette shows in its empty field."""
PALETTE, ESCAPE, BACKSPACE, UP, DOWN = "\x10", "\x1b", "\x7f", "\x1b[A", "\x1b[B"
Row = tuple[str, str, str]


class Home:
    """A folder with a store of mentors with real events, and what the app needs to start on it."""

    def __init__(self, folder: Path, mentors: int, *, model: str) -> None:
        self._folder = folder / f"home-{mentors}-{model}"
        paths = Paths(self._folder, Paths.of_user().models, self._folder, self._folder)
        save_settings(paths, Settings(model=model, ask_for_model=False))
        _fill(paths, mentors)
        self._settings = {
            "OUTREACH_HOME": str(self._folder),
            "OUTREACH_MODELS": str(paths.models),
            "PYTHONPATH": str(ROOT),
        }

    @contextmanager
    def app(self) -> Iterator[Terminal]:
        """The app, just started."""
        with closing(Terminal([sys.executable, "-m", "outreach"], self._settings)) as terminal:
            yield terminal


def _fill(paths: Paths, mentors: int) -> None:
    """Three mentors written to before, then copies of them under other names."""
    ago = [dt.date.today() - dt.timedelta(days) for days in (21, 14, 9)]
    with closing(Store(paths.store_file)) as store:
        for name in CASES:
            case = read_case(ROOT / "tests" / "journey" / f"{name}.toml")
            store.save_mentee(case.mentee)
            written = Event(What.SENT, ago[0], kind=Kind.FIRST_CONTACT)
            answered = Event(What.ANSWERED, ago[1], text="Glad to. Next week suits me.")
            promised = Event(What.PROMISED, ago[2], text="send the outline", by=dt.date.today())
            events = {"ingrid": (written,), "daniel": (written, answered), "ruth": (written, answered, promised)}[name]
            store.save_mentorship(Mentorship("", case.mentor, case.ask, events=events))
    tables = json.loads(paths.store_file.read_text(encoding="utf-8"))
    rows = list(tables["mentorships"].values())
    for number in range(len(rows) + 1, mentors + 1):
        copied = json.loads(json.dumps(rows[number % len(rows)]))
        copied["id"] = uuid4().hex
        copied["mentor"]["name"] = f"Mentor {number:04}"
        for event in copied["events"]:
            event["id"] = uuid4().hex
        tables["mentorships"][str(number)] = copied
    paths.store_file.write_text(json.dumps(tables), encoding="utf-8")


# -- the start -------------------------------------------------------------------------------------
def start(folder: Path, runs: int, _keys: int) -> list[Row]:
    """First frame, home and a key typed at once; the first run of each counts for nothing."""
    home = Home(folder, len(CASES), model="none")
    bare, frame, usable, answered = [], [], [], []
    for _ in range(runs + 1):
        with closing(Terminal([sys.executable, "-c", BARE], {})) as terminal:
            bare.append(terminal.until(terminal.shows("READY")) - terminal.began)
        with home.app() as terminal:
            frame.append(terminal.until(terminal.shows("Outreach")) - terminal.began)
            usable.append(terminal.until(terminal.shows(*NAMES)) - terminal.began)
        with home.app() as terminal:
            time.sleep(0.05)
            terminal.keys("l")
            answered.append(terminal.until(terminal.shows("They answered")) - terminal.began)
    base = statistics.median(bare[1:])
    rows = [("first frame of a Textual app of one line", _ms(base), "1")]
    for name, times in (
        ("first frame", frame),
        ("home usable: the mentors are on the screen", usable),
        ("a key typed 50 ms after exec has taken effect", answered),
    ):
        middle = statistics.median(times[1:])
        rows.append((name, _ms(middle), _times(middle, base)))
    return rows


# -- keys in a draft -------------------------------------------------------------------------------
def typing(folder: Path, _runs: int, keys: int) -> list[Row]:
    """Letters into the palette over a draft: while the model writes it, and when all is done."""
    if not any(one.id == MODEL for one in installed(Paths.of_user().models, load_catalog())):
        return [(f"keys while the model writes: {MODEL} is not here", "", "")]
    writing: list[float] = []
    with Home(folder, len(CASES), model=MODEL).app() as terminal:
        terminal.until(terminal.shows(*NAMES))
        while len(writing) < keys:
            _begin_draft(terminal)
            writing += _while_writing(terminal)
            idle = [_letter(terminal) for _ in range(keys)] if len(writing) >= keys else []
            terminal.keys(ESCAPE)
            _finish_draft(terminal)
            _close_draft(terminal)
    rows = []
    for name, times in (("nothing else going on", idle), (f"{MODEL} writing", writing)):
        cuts = statistics.quantiles(times, n=20)
        rows.append((f"key to screen, {name} ({len(times)} keys): median", _ms(cuts[9]), ""))
        rows.append((f"key to screen, {name}: 95 of 100 within", _ms(cuts[18]), ""))
    ratio = statistics.quantiles(writing, n=20)[18] / statistics.quantiles(idle, n=20)[18]
    return [*rows[:3], (*rows[3][:2], f"{ratio:.2f}")]


def _begin_draft(terminal: Terminal) -> None:
    """Have the first message to the chosen mentor drafted."""
    terminal.keys("f")
    terminal.until(terminal.shows("E-mail"))
    terminal.keys("\r")
    terminal.until(terminal.lacks("E-mail"))


def _finish_draft(terminal: Terminal) -> None:
    """Wait until the draft is all there and kept."""
    terminal.until(lambda: any(terminal.shows(words)() for words in ("Ready, saved", "Not ready")))


def _close_draft(terminal: Terminal) -> None:
    """Go back to the list, by way of the mentor's page."""
    terminal.keys(ESCAPE)
    terminal.until(terminal.shows("Timeline"))
    terminal.keys(ESCAPE)
    terminal.until(terminal.shows(*NAMES))


def _while_writing(terminal: Terminal) -> list[float]:
    """Type into the palette until the model writes no more: the keys in whose time it wrote."""
    terminal.keys(PALETTE)
    terminal.until(terminal.shows(SEARCH))
    found: list[float] = []
    used, silent = _written(terminal), 0
    while silent < SILENT_KEYS:
        took, now = _letter(terminal), _written(terminal)
        if now - used > WORKING_S:
            found.append(took)
        silent, used = (0 if now > used else silent + 1), now
    return found


def _letter(terminal: Terminal) -> float:
    """Type a letter, and take it away again: the time until the field shows it."""
    terminal.read_for(BREATH_S)
    there = not terminal.lacks("~")()
    pressed = terminal.keys(BACKSPACE if there else "~")
    return terminal.until(terminal.lacks("~") if there else terminal.shows("~")) - pressed


def _written(terminal: Terminal) -> float:
    """Seconds of processor time of the processes that the app started: the model."""
    return sum(processor_s(child) for child in children(terminal.pid))


# -- memory ----------------------------------------------------------------------------------------
def memory(folder: Path, _runs: int, _keys: int) -> list[Row]:
    """Of the interface alone: at home, with a draft open, and after many drafts."""
    rows = []
    with Home(folder, len(CASES), model="none").app() as terminal:
        terminal.until(terminal.shows(*NAMES))
        terminal.read_for(1.0)
        rows.append(("memory at home: resident (own share)", _memory(terminal.pid), ""))
        for number in range(DRAFTS):
            _begin_draft(terminal)
            _finish_draft(terminal)
            terminal.read_for(1.0)
            if number in (0, DRAFTS - 1):
                drafts = "one draft" if number == 0 else f"{DRAFTS} drafts"
                rows.append((f"memory with a draft open, after {drafts}", _memory(terminal.pid), ""))
            _close_draft(terminal)
    return rows


def _memory(pid: int) -> str:
    resident, share = megabytes(pid)
    return f"{resident:.0f} MB ({share:.0f} MB)"


# -- a thousand mentors ----------------------------------------------------------------------------
def thousand(folder: Path, runs: int, keys: int) -> list[Row]:
    """The start with many mentors, and keys in their list, against three."""
    figures: dict[int, list[float]] = {}
    for count in (len(CASES), MANY):
        home, usable = Home(folder, count, model="none"), []
        for _ in range(max(2, runs // 2) + 1):
            with home.app() as terminal:
                usable.append(terminal.until(terminal.shows("Daniel")) - terminal.began)
        with home.app() as terminal:
            terminal.until(terminal.shows("Daniel"))
            terminal.read_for(2.0)
            down = [_changed(terminal, DOWN if number % 2 == 0 else UP) for number in range(max(20, keys // 4))]
            terminal.keys("/")
            terminal.read_for(1.0)
            letters = [_changed(terminal, key) for _ in range(5) for key in ("r", "u", BACKSPACE, BACKSPACE)]
        cuts = [statistics.quantiles(times, n=20)[18] for times in (down, letters)]
        figures[count] = [statistics.median(usable[1:]), *cuts]
    names = ("home usable", "a step in the list, 95 of 100 within", "a letter of the filter, 95 of 100 within")
    rows = []
    for at, name in enumerate(names):
        few, many = figures[len(CASES)][at], figures[MANY][at]
        rows.append((f"{MANY} mentors: {name} (3 mentors: {_ms(few)})", _ms(many), _times(many, few)))
    return rows


def _changed(terminal: Terminal, key: str) -> float:
    """From a key to the first change of the screen, and until it rests."""
    terminal.read_for(BREATH_S)
    before = terminal.picture()
    pressed = terminal.keys(key)
    return terminal.until(lambda: terminal.picture() != before) - pressed


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def _times(one: float, other: float) -> str:
    return f"{one / other:.2f}"


def main() -> None:
    """Print the table."""
    parts = {"start": start, "typing": typing, "memory": memory, "thousand": thousand}
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--only", default=",".join(parts))
    asked = parser.parse_args()
    # As installed: with compiled modules beside the sources, wherever this runs.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        print("| The app in a terminal of 80x24 | | against |\n| --- | --- | --- |")
        for name in asked.only.split(","):
            try:
                rows = parts[name](Path(folder), asked.runs, asked.keys)
            except Slow as slow:
                print(f"\n{name}: what was waited for did not come. The screen:\n{slow}\n", file=sys.stderr)
            else:
                for row in rows:
                    print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
