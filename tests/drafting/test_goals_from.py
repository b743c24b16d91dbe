"""Goals out of the answers of very different people: theirs to the word, or a phrase that adds nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.draft import Origin
from outreach.domain.errors import EngineFailed
from outreach.domain.goals import Assessment
from outreach.drafting.by_when import by_when
from outreach.drafting.events import CandidateRejected, SectionStarted, Trying
from outreach.drafting.goals_from import GoalDrafted, GoalEvent, GoalsFinished, draft_goals
from outreach.drafting.wishes import wishes
from outreach.engine.scripted import ScriptedEngine
from outreach.resources import prompts_folder
from outreach.templates import Templates

TODAY = dt.date(2026, 11, 23)
A_YEAR = dt.date(2027, 11, 23)
FIVE_YEARS = dt.date(2031, 11, 23)


def goals(**answers: str) -> list[str]:
    """The goals that come out without a model."""
    return [wish.goal for wish in wishes(Assessment(TODAY, **answers), TODAY)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one_year", "expected"),
    [
        (
            "In a year I'd like to run a small ward project on falls. also maybe stop doing nights so I see my kids",
            ["Run a small ward project on falls", "Stop doing nights"],
        ),
        (
            "pass my level 3 exam in june\nget own tools\nnot be the tea boy anymore lol",
            ["Pass my level 3 exam", "Get own tools", "Not be the tea boy anymore"],
        ),
        (
            "I want to have submitted two papers and have a clear outline of my thesis. I don't know whether to stay.",
            ["Have submitted two papers", "Have a clear outline of my thesis"],
        ),
        (
            "After 7 years at home with the kids I want a part-time job again, 20 hours, close to home",
            ["A part-time job again, 20 hours, close to home"],
        ),
        (
            "- open on sundays by easter\n- hire one person i can trust so that i get a day off\n- webshop!!",
            ["Open on sundays", "Hire one person i can trust", "Webshop"],
        ),
        (
            "Also I hope find clinical attachment in hospital in Leeds",
            ["Find clinical attachment in hospital in Leeds"],
        ),
        (
            "I'm deputy head at a primary school and I have a weekend without marking.",
            ["Be deputy head at a primary school", "Have a weekend without marking"],
        ),
        (
            "Get promoted to senior by Q3 2027; ship the billing rewrite; mentor at least two juniors",
            ["Get promoted to senior", "Ship the billing rewrite", "Mentor at least two juniors"],
        ),
        ("Honestly? I just want to not burn out.", ["Not burn out"]),
        (
            "supervisor job at the hospital where I clean now. my friend Ewa got it, I can too",
            ["Supervisor job at the hospital where I clean now"],
        ),
        ("I'm a nurse. I see myself leading a ward, or working as a trainer abroad.",
         ["Lead a ward", "Work as a trainer abroad"]),
        ("plan, run and evaluate a project", ["Plan, run and evaluate a project"]),
        (
            "Pass my finals (June!!) and not cry about it :) ... then a job in a mixed practice",
            ["Pass my finals (June) and not cry about it", "A job in a mixed practice"],
        ),
        (
            "I would like to make my Meister and to open in 2 years an own workshop. I must pay back 8000 €.",
            ["Make my Meister", "Open in 2 years an own workshop", "Pay back 8000 €"],
        ),
        (
            "I've been thinking, and what I really want, if I'm honest, is to find out whether I could teach at 44",
            ["Find out whether I could teach at 44"],
        ),
        ("idk get better grades i guess. esp maths", ["Get better grades"]),
        ("To be more confident when I speak", ["Be more confident when I speak"]),
        ("Our website should finally work on phones.", ["Our website should finally work on phones"]),
        ("no idea", []),
        ("What should I do?", []),
    ],
)  # fmt: skip
def test_each_wish_of_a_year_becomes_a_goal_in_the_mentees_words(one_year: str, expected: list[str]) -> None:
    """A nurse, an apprentice, a PhD student, a returning parent, a shop owner, a doctor new to English, and others."""
    assert goals(one_year=one_year) == expected


@pytest.mark.parametrize(
    ("skills", "expected"),
    [
        ("reading a trial, excel (pivots!!)", ["Get better at reading a trial", "Get better at excel (pivots)"]),
        ("confidence; how to price a job", ["Build confidence", "Learn how to price a job"]),
        ("I want to learn to weld\ndiving licence", ["Learn to weld", "Get a diving licence"]),
        ("English C1, R", ["Reach English C1", "Get better at R"]),
        ("Go, book keeping", ["Get better at Go", "Get better at book keeping"]),
        ("speak english without fear", ["Speak english without fear"]),
        ("", []),
    ],
)  # fmt: skip
def test_each_skill_becomes_a_goal(skills: str, expected: list[str]) -> None:
    """Whatever was jotted: a deed, a subject, a state, a paper."""
    assert goals(skills=skills) == expected


def test_a_reason_behind_two_wishes_is_that_of_the_second() -> None:
    """It is said of what stands beside it."""
    found = wishes(Assessment(TODAY, one_year="run a ward project and stop doing nights because of my kids"), TODAY)
    assert [(wish.goal, wish.why) for wish in found] == [
        ("Run a ward project", ""),
        ("Stop doing nights", "Because of my kids"),
    ]


def test_what_nobody_showed_becomes_something_to_learn() -> None:
    """And what was said behind it stays away."""
    missing = "nobody ever explained how to write a business case, I had to guess. time. feedback came late"
    assert goals(missing=missing) == ["Learn how to write a business case"]


def test_a_goal_has_why_by_when_and_measure_only_where_the_answers_say_so() -> None:
    """A reason in the sentence, else the five-year answer where it shares a word; what is counted; nothing else."""
    answers = Assessment(
        TODAY,
        one_year="Run a small ward project\nplay 10 gigs because my brother says I can't\nPass level 3\nRest",
        five_years="Lead my own ward. Live off music by 2030",
    )
    found = {wish.goal: wish for wish in wishes(answers, TODAY)}
    ward, gigs, level, rest = (
        found[goal] for goal in ("Run a small ward project", "Play 10 gigs", "Pass level 3", "Rest")
    )
    assert (ward.why, ward.by, ward.measure) == ("Lead my own ward", A_YEAR, "")
    assert (gigs.why, gigs.measure) == ("Because my brother says I can't", "10 gigs")
    assert (level.why, level.measure, rest.why) == ("", "", "")
    assert found["Lead my own ward"].by == FIVE_YEARS
    assert found["Live off music"].by == dt.date(2030, 12, 31)


@pytest.mark.parametrize(
    ("said", "text", "by", "when"),
    [
        ("In a year's time run a project", "run a project", A_YEAR, ""),
        ("run a project within 18 months", "run a project", dt.date(2028, 5, 23), ""),
        ("open on Sundays by next summer", "open on Sundays", None, "by next summer"),
        ("Before I finish my PhD in 2028 I would like to work abroad", "I would like to work abroad", None,
         "Before I finish my PhD in 2028"),
        ("pass the exam by the end of June", "pass the exam", dt.date(2027, 6, 30), ""),
        ("pass the exam before June 2027", "pass the exam", dt.date(2027, 5, 31), ""),
        ("pass the exam on the 3rd, by 3 Dec", "pass the exam on the 3rd", dt.date(2026, 12, 3), ""),
        ("move by the end of next year", "move", dt.date(2027, 12, 31), ""),
        ("be promoted by Q3 2027", "be promoted", dt.date(2027, 9, 30), ""),
        ("write it in two years and go home", "write it in two years and go home", dt.date(2028, 11, 23), ""),
        ("run a shop in Leeds", "run a shop in Leeds", None, ""),
        ("finish what I began in 2019", "finish what I began in 2019", None, ""),
        ("may lead a team", "may lead a team", None, ""),
        ("run for 900 years in 99 years", "run for 900 years", None, "in 99 years"),
        ("leave before 31 February 2027", "leave", dt.date(2027, 2, 28), ""),
    ],
)  # fmt: skip
def test_a_deadline_is_a_day_where_it_names_one_and_words_where_not(
    said: str, text: str, by: dt.date | None, when: str
) -> None:
    """Taken off the ends of a wish; in its middle it stays."""
    found = by_when(said, TODAY)
    assert (found.text, found.by, found.when) == (text, by, when)


ANSWERS = Assessment(TODAY, one_year="Run a project", five_years="Headteacher\n3 lads working for me\nmy own bakery")


def drafted(engine: ScriptedEngine, **options: object) -> tuple[list[GoalEvent], GoalsFinished]:
    """The events of one run, and the last of them."""
    events = list(draft_goals(ANSWERS, TODAY, Templates(prompts_folder()), engine, **options))  # type: ignore[arg-type]
    assert isinstance(events[-1], GoalsFinished)
    return events, events[-1]


def test_the_model_words_only_what_is_no_goal_yet_and_adds_nothing() -> None:
    """Its tries are told as they stream; the first clean one is kept, else the mentee's own words."""
    engine = ScriptedEngine(
        [" headteacher", " 30 lads", " lads", " 3 lads working for me", *[" a bakery in Paris"] * 3]
    )
    events, finished = drafted(engine)
    assert [(goal.goal, goal.origin) for goal in finished.goals] == [
        ("Run a project", Origin.MENTEE),
        ("Become headteacher", Origin.MODEL),
        ("Get 3 lads working for me", Origin.MODEL),
        ("My own bakery", Origin.MENTEE),
    ]
    assert [event.section for event in events if isinstance(event, SectionStarted)] == [
        "Headteacher", "3 lads working for me", "My own bakery",
    ]  # fmt: skip
    reasons = [event.reason for event in events if isinstance(event, CandidateRejected)]
    assert reasons[:2] == ["“30” is not in the fact", "leaves out too much"]
    assert any(isinstance(event, Trying) for event in events)
    assert sum(isinstance(event, GoalDrafted) for event in events) == 4
    assert finished.goals[2].plan.measure == "3 lads working"


def test_what_is_there_is_kept_when_the_engine_fails_or_the_mentee_stops() -> None:
    """The rest comes in the mentee's own words."""
    _, finished = drafted(ScriptedEngine([" headteacher", EngineFailed("It broke.", "Try again.")]))
    assert [goal.origin for goal in finished.goals] == [Origin.MENTEE, Origin.MODEL, Origin.MENTEE, Origin.MENTEE]
    assert (finished.error, finished.hint, finished.cancelled) == ("It broke.", "Try again.", False)
    _, finished = drafted(ScriptedEngine([]), stopped=lambda: True)
    assert finished.cancelled
    assert len(finished.goals) == 4
