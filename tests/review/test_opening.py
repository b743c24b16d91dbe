"""How a first contact opens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Channel, Kind
from outreach.review import opening
from outreach.review.context import Context
from outreach.review.rule import Check
from tests.review.drafts import of_kind, ward

BODY = """Dear Dr Zielińska,

{first} {second}

{who} {goal}

Would you have 20 minutes to tell me how a clerk finds the first data project?

Thank you,
Tomi"""
PARTS = {
    "first": "I watched your PyData talk from London.",
    "second": "You cut the admission form from 94 questions to 31.",
    "who": "I'm a ward clerk at Leith Infirmary.",
    "goal": "I want to move into hospital data by the end of 2028.",
}


def said(check: Check, **other: str) -> bool:
    """Whether a check has a finding in the mail with some parts in other words."""
    body = BODY.format(**{**PARTS, **other})
    return bool(list(check(Context.of_brief("Forms", body, ward().brief))))


CHECKS: tuple[Check, ...] = (
    opening.connection_first,
    opening.mentor_fact,
    opening.generic,
    opening.goal_stated,
    opening.who_is_short,
)


@pytest.mark.parametrize("check", CHECKS)
def test_our_own_first_contacts_open_well(check: Check) -> None:
    """Every case, from templates."""
    for draft in of_kind(Kind.FIRST_CONTACT):
        assert not list(check(Context.of_brief("", draft.revision.body, draft.brief))), draft.name
    assert not said(check)


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        ("I keep forms.", "Your London talk made me look at ours again.", False),
        ("My ward has one form too many.", "You kept nurses from 94 questions, and ours still answer them.", False),
        ("I have a question about forms.", "Nobody here trusts ours.", True),
        ("Forms are on my mind.", "They are long, and nobody reads them.", True),
    ],
)
def test_what_connects_the_two_comes_first(first: str, second: str, finding: bool) -> None:
    """In the first two sentences, in whatever words."""
    assert said(opening.connection_first, first=first, second=second) is finding


@pytest.mark.parametrize(
    ("second", "finding"),
    [
        ("Eleven years of nights as a nurse: you know what a form costs.", False),
        ("‘Twelve clicks’ is on my list.", False),
        ("The clinic in Ostrava is where I would copy from.", False),
        ("You have done many things that I would like to know more about.", True),
        ("I liked what I saw of you.", True),
    ],
)
def test_one_thing_of_this_mentor_is_in_it(second: str, finding: bool) -> None:
    """Otherwise it could go to anybody."""
    assert said(opening.mentor_fact, first="I am writing for advice.", second=second) is finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I have followed your work for a long time.", True),
        ("Your career speaks for itself.", True),
        ("Your extensive experience in the industry would help me.", True),
        ("I was impressed by your background and experience.", True),
        ("Your work with deaf children in Recife made me think.", False),
        ("Your experience as a night porter is close to mine.", False),
        ("Your research group in Oslo has six people.", False),
        ("How did you begin your career?", False),
        ("I would fit in around your work.", False),
        ("Your career change at forty gives me hope.", False),
    ],
)
def test_your_work_says_which(text: str, finding: bool) -> None:
    """Within a few words."""
    assert bool(list(opening.generic(Context("", text, Kind.FIRST_CONTACT)))) is finding


@pytest.mark.parametrize(
    ("goal", "finding"),
    [
        ("My goal is a data job in a hospital.", False),
        ("One day I'd like to work on hospital data.", False),
        ("I hope to leave the ward for data work.", False),
        ("The ward is busy.", True),
        ("I like long walks.", True),
    ],
)
def test_the_goal_is_in_it(goal: str, finding: bool) -> None:
    """As something wanted."""
    assert said(opening.goal_stated, goal=goal) is finding


def test_who_writes_takes_one_clause() -> None:
    """Nobody needs the life story."""
    story = (
        "I'm a ward clerk at Leith Infirmary who has kept the discharge forms on two wards for nine years, and who "
        "before that sold tickets, drove a van and ran a small café by the harbour."
    )
    assert said(opening.who_is_short, who=story)
    pieces = "I'm a ward clerk. I keep forms. I have nine years on wards. I keep the discharge list. I work at Leith."
    assert said(opening.who_is_short, who=pieces)
    assert not said(opening.who_is_short, who="I'm a ward clerk at Leith Infirmary, nine years on two wards.")


def test_in_a_note_how_one_came_upon_the_mentor_is_enough() -> None:
    """Two hundred characters hold no more."""
    note = "Dear Dr Zielińska, I watched the PyData London 2024 talk. May I ask you one question? Thanks, Tomi"
    brief = ward().brief
    for channel, finding in ((Channel.LINKEDIN_NOTE, False), (Channel.EMAIL, True)):
        context = Context("", note, Kind.FIRST_CONTACT, channel, brief=brief)
        assert bool(list(opening.mentor_fact(context))) is finding


def test_a_fact_that_fits_the_mentee_as_well_is_still_one_of_this_mentor() -> None:
    """Whoever once stood where the mentee stands shares their words; what is said of oneself is no such fact."""
    brief = ward().brief
    shared = replace(
        brief.case,
        mentee=replace(brief.case.mentee, role="ward clerk", background="I was a ward clerk before I learned data."),
        mentor=replace(brief.case.mentor, background="She was a ward clerk for years before she moved into data."),
    )
    held_against = make_brief(shared, Kind.FIRST_CONTACT, brief.today)

    def could_go_to_anybody(body: str) -> bool:
        return bool(list(opening.mentor_fact(Context.of_brief("", body, held_against))))

    assert not could_go_to_anybody("You were a ward clerk for years before you moved into data.")
    assert could_go_to_anybody("I was a ward clerk for years before I moved into data.")
