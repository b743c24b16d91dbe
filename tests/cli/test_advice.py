"""``outreach advice``: each piece, what became of it, and deciding about it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import RunMain

DAY = ("--today", "2026-12-16")


@pytest.fixture
def advised(run: RunMain, tomasz: Path, monkeypatch: pytest.MonkeyPatch) -> RunMain:
    """Two pieces of advice from a meeting of 15 December."""
    notes = "Start with the HL7 course\nPilot on one ward first\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(notes.encode())))
    assert run("meetings", "notes", "Tomasz", "--date", "2026-12-15", *DAY).status == 0
    return run


def _listed(run: RunMain, today: str = "2026-12-16") -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(run("advice", "Tomasz", "--json", "--today", today).out)
    return listed


def test_advice_is_listed_with_numbers_and_its_fate(advised: RunMain) -> None:
    """By meeting."""
    assert advised("advice", "Tomasz", *DAY).out.splitlines() == [
        "Meeting of Tuesday 15 December",
        "  1  kept      Start with the HL7 course",
        "  2  kept      Pilot on one ward first",
    ]
    assert _listed(advised)[0] == {
        "number": 1,
        "meeting": "2026-12-15",
        "advice": "Start with the HL7 course",
        "fate": "kept",
        "action": None,
        "by": None,
        "done": None,
        "result": None,
        "reason": None,
    }


def test_advice_becomes_an_action_is_done_and_is_reported(advised: RunMain) -> None:
    """In one's own words, with a day; what came of it stands beside it."""
    acted = advised("advice", "Tomasz", "--act", "1", "finish", "the HL7 course", "--by", "2027-01-10", *DAY)
    assert acted.out.splitlines()[1:] == [
        "  1  action    Start with the HL7 course",
        "               you: finish the HL7 course, by Sunday 10 January 2027",
    ]
    advised(
        "log", "Tomasz", "done", "finish the", "--result", "I passed", "--date", "2027-01-07", "--today", "2027-01-08"
    )
    (first, _) = _listed(advised, "2027-01-08")
    assert (first["fate"], first["done"], first["result"]) == ("done", "2027-01-07", "I passed")
    advised("log", "Tomasz", "sent", "--kind", "report", "--date", "2027-01-08", "--today", "2027-01-08")
    assert _listed(advised, "2027-01-09")[0]["fate"] == "reported"


def test_advice_is_put_aside_with_a_reason_and_taken_up_again(advised: RunMain) -> None:
    """The reason is kept beside it."""
    aside = advised("advice", "Tomasz", "--aside", "2", "we have one ward only", *DAY)
    assert aside.out.splitlines()[1:] == [
        "  2  aside     Pilot on one ward first",
        "               because: we have one ward only",
    ]
    assert "  2  kept      Pilot on one ward first" in advised("advice", "Tomasz", "--keep", "2", *DAY).out


WRONG: dict[str, tuple[list[str], str]] = {
    "a stranger": (["Jo"], "no mentor “Jo”"),
    "no such number": (["Tomasz", "--act", "3", "x"], "There is no advice 3"),
    "nought": (["Tomasz", "--keep", "0"], "There is no advice 0"),
    "a word": (["Tomasz", "--act", "first", "x"], "the number of a piece of advice, not “first”"),
    "no reason": (["Tomasz", "--aside", "2"], "--aside needs a reason"),
    "a day without an action": (["Tomasz", "--by", "2027-01-10"], "--by goes with --act"),
    "a day that is past": (["Tomasz", "--act", "1", "x", "--by", "2026-12-15"], "is past; today is 2026-12-16"),
    "nothing to keep": (["Tomasz", "--keep", "1"], "Advice 1 was not put aside"),
    "two things": (["Tomasz", "--keep", "1", "--aside", "1", "x"], "not allowed with"),
}


def test_wrong_use_is_told(advised: RunMain) -> None:
    """Exit 2, standard output empty, and words that name what is wrong."""
    for name, (args, said) in WRONG.items():
        done = advised("advice", *args, *DAY)
        assert (done.status, done.out) == (2, ""), name
        assert said in done.err, name
    assert {one["fate"] for one in _listed(advised)} == {"kept"}


def test_no_advice_is_no_error(run: RunMain, tomasz: Path) -> None:
    """It says so."""
    done = run("advice", "Tomasz")
    assert (done.status, done.out, done.err) == (0, "", "No advice of Tomasz Zieliński is in the notes yet.\n")
    assert run("advice", "Tomasz", "--json").out == "[]\n"
