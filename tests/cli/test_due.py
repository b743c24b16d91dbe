"""``outreach due`` and ``outreach snooze``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outreach.cli.layout import name_for_shell
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentor
from tests.cli.conftest import RunMain


@pytest.fixture
def waiting(run: RunMain, tomasz: Path) -> RunMain:
    """A first message of 24 November, a promise for 3 December, one for 20 December, and a goal to look at."""
    for words in (
        ["sent"],
        ["promised", "ask the ward manager for the audit figures", "--by", "2026-12-03"],
        ["promised", "send the slides", "--theirs", "--by", "2026-12-20"],
    ):
        run("log", "Tomasz", *words, "--date", "2026-11-24", "--today", "2026-11-24")
    run("goals", "--review", "2", "2026-12-05", "--today", "2026-11-24")
    return run


def test_what_is_due_stands_in_three_groups_with_the_command_that_does_it(waiting: RunMain) -> None:
    """Aligned, wrapped at 80 characters, the soonest first; the review of a goal falls on no weekend."""
    assert waiting("due", "--today", "2026-12-03").out.splitlines() == [
        "Overdue",
        "  Tue 1 Dec  follow-up  Tomasz Zieliński",
        "             No answer since Tuesday 24 November; follow up once, with something",
        "             new.",
        "             outreach draft --mentor Tomasz --kind follow-up",
        "",
        "Today",
        "  Thu 3 Dec  action  Tomasz Zieliński",
        "             You promised by Thursday 3 December: ask the ward manager for the",
        "             audit figures",
        "             outreach log Tomasz done 'ask the ward manager for'",
        "",
        "Coming",
        "  Mon 7 Dec  goal-review",
        "             Look again at your goal: write one thing a month",
        "             outreach goals --reviewed 2 DATE",
    ]
    assert len(waiting("due", "--today", "2026-12-03", "--days", "0").out.splitlines()) == 11
    assert "send the slides" in waiting("due", "--today", "2026-12-03", "--all").out


def test_the_json_is_the_list_of_the_contract(waiting: RunMain) -> None:
    """Four keys, in their order, soonest first; an empty list when nothing is due."""
    listed = json.loads(waiting("due", "--today", "2026-12-03", "--json").out)
    assert [list(one) for one in listed] == [["mentor", "kind", "due", "why"]] * 3
    assert [(one["mentor"], one["kind"], one["due"]) for one in listed] == [
        ("Tomasz Zieliński", "follow-up", "2026-12-01"),
        ("Tomasz Zieliński", "action", "2026-12-03"),
        ("", "goal-review", "2026-12-07"),
    ]
    assert waiting("due", "--today", "2026-11-24", "--days", "1", "--json").out == "[]\n"


def test_when_nothing_is_due_the_next_thing_is_told(waiting: RunMain) -> None:
    """On standard error: the list is empty."""
    done = waiting("due", "--today", "2026-11-24", "--days", "3")
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "Nothing is due up to Friday 27 November. Next is follow-up with Tomasz Zieliński, on Tuesday 1 December.\n"
    )


def test_an_empty_store_has_nothing_due(run: RunMain) -> None:
    """Not an error."""
    assert run("due", "--all").err == "Nothing is due.\n"
    assert run("due", "--json").out == "[]\n"


def test_what_was_put_off_comes_back_at_its_day(waiting: RunMain) -> None:
    """The next working day unless a day is named; only what is of that kind with that mentor."""
    snoozed = waiting("snooze", "Tomasz", "follow-up", "--today", "2026-12-04")
    assert snoozed.out.startswith("Put off to Monday 7 December: follow-up with Tomasz Zieliński.")
    assert "follow-up" not in waiting("due", "--today", "2026-12-04", "--days", "0").out
    today = waiting("due", "--today", "2026-12-07", "--days", "0").out.partition("Today\n")[2]
    assert "  Mon 7 Dec  follow-up  Tomasz Zieliński\n" in today
    assert "action" in waiting("due", "--today", "2026-12-04", "--days", "0").out
    later = waiting("snooze", "Tomasz", "action", "--days", "30", "--today", "2026-12-04").out.splitlines()
    assert [line[:28] for line in later if line.startswith("Put")] == [
        "Put off to Sunday 3 January ",
        "Put off to Wednesday 20 Janu",
    ]
    assert (
        "Put off to Friday 1 January 2027"
        in waiting("snooze", "Tomasz", "follow-up", "--until", "2027-01-01", "--today", "2026-12-04").out
    )


WRONG: dict[str, tuple[list[str], str]] = {
    "nothing of the kind": (["Tomasz", "agenda"], "No agenda is due"),
    "what is due instead": (["Tomasz", "agenda"], "Due with Tomasz Zieliński: follow-up (Tuesday 1 December)"),
    "no kind": (["Tomasz"], "KIND is missing"),
    "nearly a kind": (["Tomasz", "folow-up"], "perhaps “follow-up”"),
    "no kind of thing": (["Tomasz", "first-contact"], "Known are follow-up, reply, agenda"),
    "a goal": (["Tomasz", "goal-review"], "outreach goals --review"),
    "a day before it is due": (["Tomasz", "action", "--until", "2026-12-02"], "is due on Thursday 3 December anyway"),
    "the day itself": (["Tomasz", "follow-up", "--until", "2026-12-01"], "anyway"),
    "no days": (["Tomasz", "follow-up", "--days", "0"], "from 1 to 3660"),
    "both": (["Tomasz", "follow-up", "--days", "2", "--until", "2027-01-01"], "not allowed with"),
    "a stranger": (["Jo", "follow-up"], "no mentor “Jo”"),
}


def test_wrong_use_is_told(waiting: RunMain) -> None:
    """Exit 2, standard output empty, and words that name what is wrong."""
    for name, (args, said) in WRONG.items():
        done = waiting("snooze", *args, "--today", "2026-11-30")
        assert (done.status, done.out) == (2, ""), name
        assert said in done.err, name
    for args in (["--days", "-1"], ["--days", "x"], ["--all", "--days", "1"], ["--today", "soon"], ["Tomasz"]):
        done = waiting("due", *args)
        assert (done.status, done.out) == (2, ""), args


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Tomasz Zieliński", "Tomasz"),
        ("Ann Lee", "'Ann Lee'"),
        ("Zoë", "Zoë"),
        ("$(reboot) `x`", "'$(reboot) `x`'"),
        ("--all of them", "a" * 8),
        ("Evil\nName\x1b[2J", "Evil"),
        ("\x1b[2JName", "a" * 8),
        ("Twin Berg", "a" * 8),
    ],
)
def test_a_command_names_the_mentor_so_that_it_can_be_pasted(name: str, shown: str) -> None:
    """The first name where it is clear, quoted where a shell would read more into it, else the id."""
    one = Mentorship("a" * 32, Mentor(name, "b"))
    others = [Mentorship("b" * 32, Mentor("Ann Berg", "b")), Mentorship("c" * 32, Mentor("Twin Berg", "b"))]
    assert name_for_shell(one, [one, *others]) == shown
