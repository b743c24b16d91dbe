"""``outreach me`` and ``outreach goals``: what a case file cannot hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunMain

DAY = ("--today", "2026-12-01")


def test_country_and_zone_are_shown_and_changed(run: RunMain, tomasz: Path) -> None:
    """A holiday is no working day from then on; importing the case again leaves them alone."""
    run("log", "Tomasz", "sent", "--date", "2026-12-18", "--today", "2026-12-18")
    due = ["due", "--json", "--today", "2026-12-18"]
    assert json.loads(run(*due).out)[0]["due"] == "2026-12-25"
    shown = run("me", "--country", "gb-sct", "--timezone", "Europe/Dublin").out.splitlines()
    assert "country       GB-SCT" in shown
    assert "timezone      Europe/Dublin" in shown
    assert json.loads(run(*due).out)[0]["due"] == "2026-12-29"
    run("import", tomasz, "--as-me")
    assert json.loads(run("me", "--json").out)["country"] == "GB-SCT"
    assert json.loads(run("me", "--country", "", "--json").out)["country"] == ""


def test_a_goal_is_looked_at_again_on_its_day(run: RunMain, tomasz: Path) -> None:
    """Set, done, set anew, and left alone."""
    assert run("goals", "--review", "2", "2026-12-10", *DAY).out.splitlines() == [
        "  1  move from ward nursing into hospital informatics",
        "  2  write one thing a month",
        "     look at it again on Thursday 10 December",
    ]
    assert "(overdue)" in run("goals", "--today", "2026-12-11").out
    listed = json.loads(run("goals", "--reviewed", "2", "2027-03-01", "--json", "--today", "2026-12-11").out)
    unplanned = {"why": "", "by": None, "when": "", "measure": ""}
    assert listed == [
        {"number": 1, "goal": "move from ward nursing into hospital informatics", **unplanned, "review": None},
        {"number": 2, "goal": "write one thing a month", **unplanned, "review": "2027-03-01"},
    ]
    assert "look at it" not in run("goals", "--reviewed", "2", "--today", "2027-03-01").out


def test_a_day_outlives_its_goal_until_it_is_taken_away(run: RunMain, tomasz: Path) -> None:
    """It is listed behind the goals, so that it can be."""
    run("goals", "--review", "2", "2026-12-10", *DAY)
    tomasz.write_text(tomasz.read_text(encoding="utf-8").replace("one thing a month", "a book"), encoding="utf-8")
    run("import", tomasz, "--as-me")
    assert run("goals", *DAY).out.splitlines()[2:] == [
        "  3  write one thing a month",
        "     not among your goals any more; look at it again on Thursday 10 December",
    ]
    assert len(run("goals", "--reviewed", "3", *DAY).out.splitlines()) == 2


WRONG: dict[str, tuple[list[str], str]] = {
    "no such country": (["me", "--country", "ZZ"], "the country “ZZ”"),
    "no such part": (["me", "--country", "GB-XX"], "the part “XX” of GB"),
    "no such zone": (["me", "--timezone", "Mars"], "no time zone “Mars”"),
    "no such goal": (["goals", "--review", "3", "2027-01-01"], "There is no goal 3"),
    "no number": (["goals", "--review", "one", "2027-01-01"], "the number of a goal, not “one”"),
    "no date": (["goals", "--review", "1", "soon"], "a date such as"),
    "half of it": (["goals", "--review", "1"], "--review"),
    "a day that is past": (["goals", "--review", "1", "2026-12-01"], "is no later day; today is 2026-12-01"),
    "no answers there": (["goals", "--from", "nowhere.toml"], "nowhere.toml: cannot be read"),
    "too much": (["goals", "--reviewed", "1", "2027-01-01", "x"], "takes a number and a date"),
}


def test_wrong_use_is_told_and_changes_nothing(run: RunMain, tomasz: Path) -> None:
    """Exit 2, standard output empty, and words that name what is wrong."""
    before = run("me", "--json").out + run("goals", "--json").out
    for name, (args, said) in WRONG.items():
        done = run(*args, *DAY)
        assert (done.status, done.out) == (2, ""), name
        assert said in done.err, name
    assert run("me", "--json").out + run("goals", "--json").out == before


@pytest.mark.parametrize("command", ["me", "goals"])
def test_nobody_is_asked_to_say_who_they_are(run: RunMain, command: str) -> None:
    """An empty store knows no mentee."""
    done = run(command)
    assert (done.status, done.out) == (2, "")
    assert "Outreach does not know you yet" in done.err


ANSWERS = '''
one_year = """Run 2 small ward projects by June
stop doing nights so I see my kids"""
skills = "excel"
support = ["feedback", "contacts"]
'''


def test_goals_come_out_of_answers_and_nothing_is_stored(run: RunMain, tomasz: Path, tmp_path: Path) -> None:
    """In the mentee's own words without a model; as lines, or as JSON with all that the answers say."""
    before = run("goals", "--json").out
    file = tmp_path / "answers.toml"
    file.write_text(ANSWERS, encoding="utf-8")
    args = ("goals", "--from", file, "--no-model", *DAY)
    assert run(*args).out.splitlines() == [
        "  1  Run 2 small ward projects",
        "     by when   30 Jun 2027",
        "     known by  2 small ward projects",
        "     your words",
        "  2  Stop doing nights",
        "     why       So I see my kids",
        "     by when   1 Dec 2027",
        "     your words",
        "  3  Get better at excel",
        "     your words",
    ]
    first = json.loads(run(*args, "--json").out)[0]
    assert (first["goal"], first["by"], first["origin"]) == ("Run 2 small ward projects", "2027-06-30", "mentee")
    assert first["said"] == "Run 2 small ward projects by June"
    assert run("goals", "--json").out == before


def test_answers_that_cannot_be_read_are_told(run: RunMain, tmp_path: Path) -> None:
    """File and key are named."""
    file = tmp_path / "answers.toml"
    for text, said in (
        ("two_years = 'x'", "two_years is unknown"),
        ("one_year = 5", "one_year must be text"),
        ("support = ['money']", "support[1] must be one of guidance"),
        ("skills = ' '", "nothing is answered"),
        ("one_year = Run", "is not TOML"),
    ):
        file.write_text(text, encoding="utf-8")
        done = run("goals", "--from", file, *DAY)
        assert (done.status, done.out) == (2, ""), text
        assert said in done.err, text
