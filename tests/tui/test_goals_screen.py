"""The goals: the questions, what comes out of them, and changing the list."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading

from textual.widgets import OptionList

from outreach.domain.goals import Assessment, GoalPlan, Support
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.engine.scripted import Answer, ScriptedEngine
from outreach.tui.goals.assessment_screen import AssessmentScreen
from outreach.tui.goals.goal_form import GoalForm
from outreach.tui.goals.goals_screen import GoalsScreen
from outreach.tui.goals.proposed_screen import ProposedScreen
from outreach.workspace import Workspace
from tests.tui.conftest import Drive, Driver, Open

HOSTILE = "Win [/docs] [@click=app.quit] \x1b[31m prize"
ROLE = "Move into a clinical machine-learning engineer role within 18 months"


def goals(workspace: Workspace) -> tuple[str, ...]:
    """The goals as stored."""
    return workspace.goals.mentee().goals


async def answer_one(driver: Driver) -> None:
    """The first question; then they leave."""
    driver.app.push_screen(GoalsScreen(driver.workspace))
    await driver.until_seen("six short questions")
    await driver.press("a")
    await driver.until_seen("1 of 6")
    await driver.press("ctrl+s")
    await driver.until_told("Answer one question first")
    await driver.paste("Run a small ward project\nand stop doing nights so I see my kids")
    await driver.press("tab")
    await driver.until_seen("And in five years")
    await driver.press("escape")
    await driver.until_seen("You left the questions")


async def answer_the_rest(driver: Driver) -> None:
    """They go on where they left, and back once."""
    driver.app.push_screen(GoalsScreen(driver.workspace))
    await driver.until_seen("You left the questions")
    await driver.press("a")
    await driver.until_seen("2 of 6")
    await driver.paste("Ward manager")
    await driver.press("tab", "tab", "tab", "tab")
    await driver.until_seen("6 of 6")
    await driver.press("space", "down", "down", "space")
    await driver.until_seen("[✓] Contacts")
    await driver.press("shift+tab")
    await driver.until_seen("5 of 6")
    await driver.press("tab", "tab")


async def choose(driver: Driver) -> None:
    """Take a tick off, change one and put it in order, keep what is ticked, and undo that."""
    await driver.until_seen("[✓] Become ward manager")
    assert "worded by the model" in driver.words
    assert isinstance(driver.app.screen, ProposedScreen)
    await driver.press("down", "space")
    await driver.until_seen("[ ] Stop doing nights")
    await driver.press("down", "shift+up", "enter")
    await driver.until(lambda: isinstance(driver.app.screen, GoalForm))
    await driver.fill("measure", "my name on the rota")
    await driver.press("ctrl+s")
    await driver.until_seen("known by: my name on the rota")
    await driver.press("ctrl+s")
    await driver.until_seen("Your goals")
    assert "You look for guidance and contacts" in driver.words
    assert goals(driver.workspace) == ("Run a small ward project", "Become ward manager")
    await driver.press("ctrl+z")
    await driver.until_seen("You have no goal yet")


def test_questions_lead_from_an_empty_home_to_ticked_goals(open_workspace: Open, drive: Drive) -> None:
    """Left and gone on with, drafted, ticked, changed, put in order, kept, and undone; nobody has a name yet."""
    workspace = open_workspace(ScriptedEngine([" ward manager"]))

    async def on(driver: Driver) -> None:
        await answer_the_rest(driver)
        await choose(driver)

    drive(workspace, answer_one)
    mentee = workspace.goals.mentee()
    assert (mentee.assessments[-1].finished, mentee.name) == (False, "")
    drive(workspace, on, size=(120, 40))
    last = workspace.goals.mentee().assessments[-1]
    assert last.finished
    assert last.support == (Support.GUIDANCE, Support.CONTACTS)
    assert last.one_year.startswith("Run a small ward project")


def test_esc_stops_the_model_at_once_and_keeps_what_is_there(
    open_workspace: Open, drive: Drive, mentee: Mentee
) -> None:
    """The rest stands there in the mentee's own words; leaving without keeping changes nothing."""
    waits = Answer(" ward manager", wait=threading.Event())
    workspace = open_workspace(ScriptedEngine([waits]))
    workspace.save_mentee(mentee)

    async def steps(driver: Driver) -> None:
        await driver.press("g", "a")
        await driver.until(lambda: isinstance(driver.app.screen, AssessmentScreen))
        await driver.paste("Run a project\nWard manager\nHead nurse")
        await driver.press("ctrl+s")
        await driver.until(waits.waiting.is_set)
        await driver.until_seen("Trying:")
        await driver.press("ctrl+s")
        await driver.until_told("still being written")
        await driver.press("escape")
        await driver.until_told("Stopped.")
        await driver.until_seen("Head nurse")
        assert driver.words.count("your words") == 3
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, GoalsScreen))

    drive(workspace, steps)
    assert goals(workspace) == mentee.goals


def test_answers_are_gone_through_anew_and_a_goal_that_is_there_gets_no_tick(
    open_workspace: Open, drive: Drive, mentee: Mentee
) -> None:
    """From the first question on, with what was answered; nothing comes twice."""
    workspace = open_workspace(ScriptedEngine([]))
    workspace.save_mentee(mentee)
    workspace.goals.save_assessment(
        Assessment(workspace.today, one_year="Run a project\nLearn statistics", finished=True)
    )
    workspace.goals.add([GoalPlan("run a  project")])

    async def steps(driver: Driver) -> None:
        await driver.press("g")
        await driver.until_seen("Answered on 22 Nov 2026")
        await driver.press("a")
        await driver.until_seen("1 of 6")
        await driver.press("escape", "a", "ctrl+s")
        await driver.until_seen("[ ] Run a project by 22 Nov 2027 · among your goals already")
        await driver.until_seen("[✓] Learn statistics")
        await driver.press("ctrl+s")
        await driver.until(lambda: isinstance(driver.app.screen, GoalsScreen))

    drive(workspace, steps)
    assert goals(workspace) == (*mentee.goals, "run a  project", "Learn statistics")


async def remove_and_undo(driver: Driver) -> None:
    """Remove one of two goals, add another, and take both back."""
    await driver.press("down", "delete")
    await driver.until_told("Removed: “Move into")
    await driver.press("delete")
    await driver.until_told("Keep one goal")
    await driver.press("plus")
    await driver.until(lambda: isinstance(driver.app.screen, GoalForm))
    await driver.paste("Win [/docs]  [@click=app.quit] \x1b[31m prize")
    await driver.press("ctrl+s")
    await driver.until_seen("You have this goal already")
    await driver.fill("goal", " twice")
    await driver.press("ctrl+s")
    await driver.until_seen("2 Win")
    await driver.press("ctrl+z", "ctrl+z")
    await driver.until_seen("2 Move into")
    await driver.press("escape")
    await driver.until(lambda: not isinstance(driver.app.screen, GoalsScreen))


def test_goals_are_changed_moved_and_removed_by_keys(
    open_workspace: Open, drive: Drive, mentee: Mentee, mentorship: Mentorship
) -> None:
    """A plan and a day of review stay with their goal, an ask with its goal; the last goal stays; Ctrl+Z undoes."""
    workspace = open_workspace()
    workspace.save_mentee(dataclasses.replace(mentee, goals=(*mentee.goals, HOSTILE)))
    saved = workspace.save_mentorship(mentorship)
    workspace.save_mentorship(dataclasses.replace(saved, ask=dataclasses.replace(saved.ask, goal=2)))

    async def steps(driver: Driver) -> None:
        await driver.press("g")
        await driver.until_seen("Win [/docs] [@click=app.quit]")
        await driver.press("down")
        await driver.until_seen("Asked of Tomasz Zieliński")
        await driver.press("shift+up")
        await driver.until_seen("1 Win")
        assert driver.app.screen.query_one("#goals", OptionList).highlighted == 0
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, GoalForm))
        await driver.fill("why", "so [b]that[/b]")
        await driver.fill("when", "in 2 months")
        await driver.fill("review", "yesterday")
        await driver.press("ctrl+s")
        await driver.until_seen("Write the date like")
        await driver.press("ctrl+u")
        await driver.paste("1 Mar 2027")
        await driver.press("ctrl+s")
        await driver.until_seen("look again on 1 Mar 2027")
        await driver.until_seen("so [b]that[/b]")
        await remove_and_undo(driver)

    drive(workspace, steps)
    first, second = goals(workspace)
    assert (first.startswith("Win"), second) == (True, ROLE)
    plan = workspace.goals.mentee().plan(first)
    assert (plan.why, plan.by) == ("so [b]that[/b]", dt.date(2027, 1, 22))
    assert workspace.goals.review_of(first) == dt.date(2027, 3, 1)
    assert workspace.mentorships()[0].ask.goal == 1


def test_answers_that_were_not_saved_when_one_quits_are_gone_on_with(
    open_workspace: Open, drive: Drive, mentee: Mentee
) -> None:
    """Ctrl+Q in the middle of a question: the next start leads back to it."""
    open_workspace().save_mentee(mentee)

    async def quit_it(driver: Driver) -> None:
        await driver.press("g", "a")
        await driver.until(lambda: isinstance(driver.app.screen, AssessmentScreen))
        await driver.paste("Run a ward project")
        await driver.press("ctrl+q")

    async def go_on(driver: Driver) -> None:
        await driver.until_told("the questions about what you want")
        driver.app.action_go_on()
        await driver.until_seen("Run a ward project")
        await driver.press("escape")
        await driver.until_seen("You left the questions")

    drive(open_workspace(), quit_it)
    drive(open_workspace(), go_on)
    assert open_workspace().goals.mentee().assessments[-1].one_year == "Run a ward project"
