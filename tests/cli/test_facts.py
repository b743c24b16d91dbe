"""`outreach facts`: the list, and each change, with a real store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import RunMain

CASE = """
[mentee]
name = "Ida Falk"
goals = ["run a bakery"]

[mentor]
name = "Ana Lopez"
background = '''{background}'''

[ask]
about = "how to buy grain"

[meeting]
date = 2026-12-03
minutes = 30
notes = '''
Ask three growers first
! looked tired'''
"""
BACKGROUND = (
    "Ana runs a water mill with 14 people.\nKeeps 46 hives on its roof.\nheard she taught in Graz\nTel: 0123 456"
)


@pytest.fixture
def ana(run: RunMain, tmp_path: Path) -> Path:
    """A case file whose mentor is in the store."""
    file = tmp_path / "ana.toml"
    file.write_text(CASE.format(background=BACKGROUND), encoding="utf-8")
    assert run("import", file).status == 0
    return file


def listed(run: RunMain) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(run("facts", "Ana", "--json").out)["facts"]
    return facts


def drafted(run: RunMain, kind: str) -> str:
    return run("draft", "--mentor", "Ana", "--kind", kind, "--no-model", "--seed", "1", "--today", "2026-12-04").out


def test_the_list_has_number_standing_telling_and_reason(run: RunMain, ana: Path) -> None:
    """Background first, then the notes of each meeting."""
    assert run("facts", "Ana").out.splitlines() == [
        "  1  usable       Ana runs a water mill with 14 people.",
        "                  told: you run a water mill with 14 people",
        "  2  usable       Keeps 46 hives on its roof.",
        "                  told: you keep 46 hives on its roof",
        "  3  unconfirmed  heard she taught in Graz",
        "                  why: you marked it as not sure",
        "  4  clutter      Tel: 0123 456",
        "                  why: contact details or a menu",
        "Meeting of 2026-12-03",
        "  5  usable       Ask three growers first",
        "  6  private      ! looked tired",
        "                  why: you marked it with !",
    ]
    first, *_, last = listed(run)
    assert first == {
        "number": 1,
        "id": "mentor.background:1",
        "meeting": None,
        "standing": "usable",
        "text": "Ana runs a water mill with 14 people.",
        "told": "you run a water mill with 14 people",
        "why": None,
        "was": None,
        "start": 0,
        "end": 37,
    }
    assert (last["id"], last["meeting"], last["standing"]) == ("meeting.notes:2", "2026-12-03", "private")


def test_a_dropped_fact_is_in_no_draft_until_it_is_back(run: RunMain, ana: Path) -> None:
    """Each change prints the line as it now stands."""
    assert "14 people" in drafted(run, "first-contact")
    done = run("facts", "Ana", "--drop", "1")
    assert (
        done.out == "  1  dropped      Ana runs a water mill with 14 people.\n                  why: you dropped it\n"
    )
    assert "14 people" not in drafted(run, "first-contact")
    assert run("facts", "Ana", "--drop", "1").status == 2
    assert run("facts", "Ana", "--restore", "1").out.startswith("  1  usable       Ana runs")
    assert "14 people" in drafted(run, "first-contact")


def test_a_fact_is_told_in_the_mentees_words(run: RunMain, ana: Path) -> None:
    """And as it was typed after that is taken back; the list says what it was."""
    done = run("facts", "Ana", "--reword", "1", "She buys from 30 growers within a day's ride")
    assert done.out.splitlines() == [
        "  1  usable       She buys from 30 growers within a day's ride",
        "                  told: you buy from 30 growers within a day's ride",
        "                  why: you put it in your words",
        "                  was: Ana runs a water mill with 14 people.",
    ]
    assert "buy from 30 growers within a day's ride" in drafted(run, "first-contact")
    run("facts", "Ana", "--drop", "1")
    assert listed(run)[0]["standing"] == "dropped"
    assert run("facts", "Ana", "--restore", "1").out.startswith("  1  usable       She buys")
    assert run("facts", "Ana", "--restore", "1").out.startswith("  1  usable       Ana runs")
    assert run("facts", "Ana", "--restore", "1").status == 2


def test_facts_are_added_put_in_other_words_and_gone_for_good(run: RunMain, ana: Path) -> None:
    """About the mentor, or about the mentee; dropped twice they are removed."""
    assert run("facts", "Ana", "--add", "She taught my  cousin to bake").out.splitlines() == [
        "  7  usable       She taught my cousin to bake",
        "                  told: you taught my cousin to bake",
        "                  why: you added it",
    ]
    run("facts", "Ana", "--add", "I bake for 40 people")
    assert [one["id"] for one in listed(run)[6:]] == ["mentor.added:1", "mentee.added:1"]
    # The line that was added, also where mark-up went and others stand behind it.
    assert run("facts", "Ana", "--add", "<b>Ana</b> sells   &amp; mends scales").out.startswith(
        "  8  usable       Ana sells &"
    )
    run("facts", "Ana", "--drop", "8")
    run("facts", "Ana", "--drop", "8")
    reworded = run("facts", "Ana", "--reword", "7", "She taught my cousin to bake rye in 2019").out
    assert "told: you taught my cousin to bake rye in 2019" in reworded
    assert run("facts", "Ana", "--drop", "7").out.startswith("  7  dropped")
    gone = run("facts", "Ana", "--drop", "7")
    assert (gone.status, gone.out) == (0, "")
    assert "Removed" in gone.err
    assert [one["text"] for one in listed(run)[6:]] == ["I bake for 40 people"]


def test_doubted_and_private_facts_are_released_and_held_back(run: RunMain, ana: Path) -> None:
    """Only then a draft may use them."""
    assert run("facts", "Ana", "--release", "3").out.splitlines()[0] == "  3  usable       heard she taught in Graz"
    assert run("facts", "Ana", "--release", "6").out.splitlines()[0] == "  6  usable       looked tired"
    assert run("facts", "Ana", "--withhold", "6").out.splitlines()[0] == "  6  private      ! looked tired"
    assert run("facts", "Ana", "--withhold", "3").out.splitlines()[0] == "  3  unconfirmed  heard she taught in Graz"


def test_changes_outlive_another_background(run: RunMain, ana: Path) -> None:
    """Those that still match hold; the others are listed, and can be forgotten."""
    run("facts", "Ana", "--drop", "2")
    run("facts", "Ana", "--reword", "1", "She runs a mill")
    ana.write_text(CASE.format(background="<b>Keeps 46 hives on its roof</b>\nSails alone at night."), encoding="utf-8")
    assert "mentor updated" in run("import", ana).out
    found = json.loads(run("facts", "Ana", "--json").out)
    assert [(one["text"], one["standing"]) for one in found["facts"][:2]] == [
        ("Keeps 46 hives on its roof", "dropped"),
        ("Sails alone at night.", "usable"),
    ]
    (gone,) = found["unmatched"]
    assert (gone["change"], gone["statement"], gone["text"]) == (
        "reworded",
        "Ana runs a water mill with 14 people.",
        "She runs a mill",
    )
    line = f"  {gone['number']}  reworded     Ana runs a water mill with 14 people. → She runs a mill"
    assert line in run("facts", "Ana").out
    assert "Forgotten" in run("facts", "Ana", "--restore", str(gone["number"])).err
    assert json.loads(run("facts", "Ana", "--json").out)["unmatched"] == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("--drop", "0"), "no fact 0"),
        (("--drop", "99"), "no fact 99"),
        (("--restore", "99"), "no fact 99"),
        (("--drop", "6"), "private"),
        (("--release", "1"), "already"),
        (("--release", "4"), "set aside: contact details"),
        (("--withhold", "1"), "not held back"),
        (("--reword", "x", "y"), "not “x”"),
        (("--reword", "1", "  "), "needs words"),
        (("--add", " "), "needs words"),
        (("--add", "a", "--drop", "1"), "not allowed with"),
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(
    run: RunMain, ana: Path, change: tuple[str, ...], says: str
) -> None:
    """Exit 2, with the reason."""
    before = run("facts", "Ana").out
    done = run("facts", "Ana", *change)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert run("facts", "Ana").out == before


def test_an_unknown_mentor_is_told(run: RunMain, ana: Path) -> None:
    """With those that are known."""
    done = run("facts", "Bo")
    assert done.status == 2
    assert "Ana Lopez" in done.err
