"""Goals in the real store: what names one of them names the same one after any change."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from outreach.domain.case import Ask
from outreach.domain.goals import Assessment, GoalPlan, GoalReview, Support
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.settings import Paths
from outreach.workspace import Workspace

TODAY = dt.date(2026, 11, 23)
WARD = "Run a small ward project"
STATS = "Learn enough statistics to read a trial"
ABROAD = "Work abroad for half a year"
PLAN = GoalPlan(WARD, "fewer falls at night", dt.date(2027, 11, 23), measure="20 wards")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A mentee with three goals; one mentor is asked about each, and one about none."""
    opened = Workspace(Paths(tmp_path, tmp_path / "models", tmp_path, tmp_path), today=TODAY)
    review = GoalReview(WARD, dt.date(2027, 1, 15))
    opened.save_mentee(Mentee("Grace Adeyemi", (WARD, STATS, ABROAD), reviews=(review,), plans=(PLAN,)))
    for goal in (1, 2, 3, None):
        opened.save_mentorship(Mentorship("", Mentor(f"Mentor {goal}", "x"), Ask(goal=goal)))
    yield opened
    opened.close()


def asked(workspace: Workspace) -> dict[str, str]:
    """Each mentor with the words of the goal that they are asked about."""
    goals = workspace.goals.mentee().goals
    return {
        each.mentor.name.removeprefix("Mentor "): goals[each.ask.goal - 1] if each.ask.goal else ""
        for each in workspace.mentorships()
    }


AS_IT_WAS = {"1": WARD, "2": STATS, "3": ABROAD, "None": ""}


def test_an_ask_keeps_naming_its_goal_when_goals_are_moved_and_removed(workspace: Workspace) -> None:
    """Asks count goals by number; one whose goal is gone names none, and all can be taken back."""
    goals = workspace.goals
    goals.move(2, -2)
    assert goals.mentee().goals == (ABROAD, WARD, STATS)
    assert asked(workspace) == AS_IT_WAS
    changed = goals.remove(1)
    assert changed.freed == ("Mentor 1",)
    assert asked(workspace) == {**AS_IT_WAS, "1": ""}
    assert (goals.mentee().plans, goals.mentee().reviews) == ((), ())
    goals.take_back(changed.before)
    assert asked(workspace) == AS_IT_WAS
    assert goals.mentee().plan(WARD) == PLAN
    assert [one.goal for one in goals.mentee().reviews] == [WARD]
    goals.move(0, 9)
    assert goals.mentee().goals == (WARD, STATS, ABROAD)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((STATS, ABROAD), {"1": "", "2": STATS, "3": ABROAD}),
        (("Run a ward project", STATS, ABROAD), {"1": "Run a ward project"}),
        ((ABROAD, "learn enough  statistics to read a trial.", "Run a small ward project by June"), {}),
        (("Play the oud", STATS, ABROAD), {"1": ""}),
        (("Play the oud", WARD, STATS, ABROAD), {}),
    ],
)
def test_goals_that_were_typed_over_are_told_by_their_words(
    workspace: Workspace, now: tuple[str, ...], expected: dict[str, str]
) -> None:
    """A form gives goals as lines: the same words, or nearly, are the same goal wherever they stand."""
    workspace.save_mentee(replace(workspace.goals.mentee(), goals=now))
    found = asked(workspace)
    told = expected or {
        mentor: next((goal for goal in now if goal.casefold().split()[:2] == words.casefold().split()[:2]), "")
        for mentor, words in AS_IT_WAS.items()
    }
    assert {mentor: found[mentor] for mentor in told} == told


def test_a_renamed_goal_keeps_its_plan_and_its_day_of_review(workspace: Workspace) -> None:
    """In a form by the words, on the screen of goals whatever the words are."""
    workspace.save_mentee(replace(workspace.goals.mentee(), goals=("Run a small project on my ward", STATS, ABROAD)))
    mentee = workspace.goals.mentee()
    assert (mentee.plans[0].goal, mentee.reviews[0].goal) == (mentee.goals[0], mentee.goals[0])
    workspace.goals.put(0, "Lead a team", replace(PLAN, why="my own"), dt.date(2027, 2, 1))
    mentee = workspace.goals.mentee()
    assert mentee.plans == (replace(PLAN, goal="Lead a team", why="my own"),)
    assert mentee.reviews == (GoalReview("Lead a team", dt.date(2027, 2, 1)),)
    assert asked(workspace)["1"] == "Lead a team"
    workspace.goals.put(None, "Play the oud", GoalPlan(""), None)
    assert workspace.goals.mentee().goals[-1] == "Play the oud"
    assert workspace.goals.mentee().plans == mentee.plans


def test_answers_are_kept_as_they_are_given_and_gone_on_with(workspace: Workspace) -> None:
    """An unfinished assessment is replaced, a finished one of another day stays."""
    goals = workspace.goals
    assert goals.assessment() == Assessment(TODAY)
    goals.save_assessment(Assessment(TODAY, one_year="Run a project"))
    full = Assessment(TODAY, one_year="Run a project", support=(Support.FEEDBACK, Support.CONTACTS), finished=True)
    goals.save_assessment(full)
    assert goals.mentee().assessments == (full,)
    last_year = replace(full, saved=dt.date(2025, 11, 1))
    workspace.save_mentee(replace(goals.mentee(), assessments=(last_year,)))
    assert goals.assessment() == full
    goals.save_assessment(full)
    assert goals.mentee().assessments == (last_year, full)


def test_goals_known_before_the_name_join_those_of_the_first_form(tmp_path: Path) -> None:
    """Who begins with the questions is nobody yet; their first form keeps what came of them."""
    workspace = Workspace(Paths(tmp_path, tmp_path / "models", tmp_path, tmp_path), today=TODAY)
    workspace.goals.save_assessment(Assessment(TODAY, one_year="Run a ward project"))
    workspace.goals.put(None, WARD, PLAN, None)
    assert workspace.mentee() is None
    workspace.save_mentee(Mentee("Grace Adeyemi", (STATS,)))
    mentee = workspace.mentee()
    assert mentee is not None
    assert mentee.goals == (STATS, WARD)
    assert mentee.plans == (PLAN,)
    assert len(mentee.assessments) == 1
    workspace.close()


def test_a_store_from_before_plans_opens(tmp_path: Path) -> None:
    """What was not known then is empty now."""
    paths = Paths(tmp_path, tmp_path / "models", tmp_path, tmp_path)
    workspace = Workspace(paths, today=TODAY)
    workspace.save_mentee(Mentee("Grace Adeyemi", (WARD,)))
    workspace.close()
    tables = json.loads(paths.store_file.read_text())
    for name in ("plans", "assessments"):
        del tables["mentee"]["1"][name]
    paths.store_file.write_text(json.dumps(tables))
    workspace = Workspace(paths, today=TODAY)
    assert workspace.mentee() == Mentee("Grace Adeyemi", (WARD,))
    assert workspace.goals.mentee().plan(WARD) == GoalPlan(WARD)
    workspace.close()
