"""``outreach timeline`` and ``outreach mentors``: what passed, and where contact stands."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import RunMain


def _happened(run: RunMain) -> None:
    run("log", "Tomasz", "sent", "--kind", "first-contact", "--date", "2026-11-24", "--today", "2026-12-04")
    answer = (
        "Dear Ida,\n\nyes \x1b[31mgladly\x1b[0m, though this month is full and I would rather talk in the new year, "
        "if so.\n  - and bring whatever you have written up of your own ward, however rough it may be, please"
    )
    run("log", "Tomasz", "answered", answer, "--date", "2026-11-27", "--today", "2026-12-04")
    run("meetings", "plan", "Tomasz", "--date", "2027-01-12", "--time", "16:00", "--today", "2026-12-04")


def test_everything_stands_in_order_numbered_with_its_texts(run: RunMain, tomasz: Path) -> None:
    """Indented, wrapped, without what a terminal takes for a command; what is to come at the end."""
    _happened(run)
    assert run("timeline", "Tomasz", "--today", "2026-12-04").out.splitlines() == [
        "Tomasz Zieliński – answered",
        "  1       Tue 24 Nov  Sent: first contact",
        "  2       Fri 27 Nov  Tomasz answered",
        "       Dear Ida,",
        "",
        "       yes gladly, though this month is full and I would rather talk in the new",
        "       year, if so.",
        "         - and bring whatever you have written up of your own ward, however",
        "           rough it may be, please",
        "",
        "Coming",
        "  3  Tue 12 Jan 2027  Meeting at 16:00, 30 minutes",
    ]
    first, second, third = json.loads(run("timeline", "Tomasz", "--today", "2026-12-04", "--json").out)
    assert first == {
        "number": 1,
        "date": "2026-11-24",
        "event": "sent",
        "kind": "first-contact",
        "title": "Sent: first contact",
        "text": None,
        "coming": False,
        "logged": True,
    }
    assert second["text"].endswith(
        "if so.\n  - and bring whatever you have written up of your own ward, however rough it may be, please"
    )
    assert (third["event"], third["coming"], third["logged"]) == (None, True, False)


def test_what_stands_far_to_the_right_is_still_words(run: RunMain, tomasz: Path) -> None:
    """A signature that a mail program had moved there."""
    run("log", "Tomasz", "answered", f"Yes.\n{' ' * 90}Dr Tomasz Zieliński", "--today", "2026-12-04")
    assert run("timeline", "Tomasz", "--today", "2026-12-04").out.splitlines()[-1].strip() == "Dr Tomasz Zieliński"


def test_nothing_to_show_is_no_error(run: RunMain, tomasz: Path) -> None:
    """An import without a meeting has passed nothing; a stranger is one."""
    nothing = run("timeline", "Tomasz", "--today", "2026-12-04")
    assert (nothing.status, nothing.out) == (0, "")
    assert nothing.err == "Nothing has passed between you and Tomasz Zieliński yet.\n"
    assert run("timeline", "Tomasz", "--json").out == "[]\n"
    stranger = run("timeline", "Jo")
    assert (stranger.status, stranger.out) == (2, "")


def test_mentors_are_listed_with_stage_and_last_contact(run: RunMain, tomasz: Path) -> None:
    """As on the day that is asked for."""
    _happened(run)
    line = run("mentors", "--today", "2026-12-04").out.split("  ")
    assert line[:7] == [
        "Tomasz Zieliński", "Mersey Hospital Trust", "cold", "answered", "27 Nov 2026", "1 meeting", "0 drafts",
    ]  # fmt: skip
    (one,) = json.loads(run("mentors", "--json", "--today", "2026-11-25").out)
    assert (one["stage"], one["last_contact"]) == ("sent", "2026-11-24")
    (one,) = json.loads(run("mentors", "--json", "--today", "2026-11-20").out)
    assert (one["stage"], one["last_contact"]) == ("found", None)


def test_in_a_terminal_lines_fit_and_what_a_shell_may_do_is_dim(run: RunMain, tomasz: Path) -> None:
    """Through a real terminal of 60 columns; NO_COLOR takes the style away."""
    _happened(run)
    day = ["--today", "2026-12-04"]
    due = _in_terminal(["due", *day], columns=60)
    assert "\x1b[2m              outreach draft --mentor Tomasz --kind reply\x1b[22m" in due
    assert max(len(line) for line in due.replace("\x1b[2m", "").replace("\x1b[22m", "").splitlines()) <= 60
    mentors = _in_terminal(["mentors", *day], columns=64, NO_COLOR="1")
    assert mentors.split("  ") == ["Tomasz Zieliński", "Mersey Hospital Trust", "answered", "27 Nov 2026\n"]


def _in_terminal(args: list[str], columns: int, **env: str) -> str:
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns), **env}
    with os.fdopen(parent, "rb") as shown:
        subprocess.run([sys.executable, "-m", "outreach", *args], stdout=child, env=environment, check=True)
        os.close(child)
        found = b""
        try:
            while piece := os.read(shown.fileno(), 4096):
                found += piece
        except OSError:  # the other end is closed
            pass
    return found.decode().replace("\r\n", "\n")
