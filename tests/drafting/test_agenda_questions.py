"""Which questions an agenda asks, in which order, and which it leaves out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.contact import Contact, Sent
from outreach.domain.draft import Kind, Origin
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.agenda import further, parts
from tests.review.drafts import templates

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2027, 1, 15)


def brief(
    ask: str = "",
    own: tuple[str, ...] = (),
    *,
    minutes: int = 30,
    number: int = 2,
    actions: tuple[Action, ...] = (),
    skills: tuple[str, ...] = (),
    goal: str = "Run the night desk alone",
    relationship: Relationship = Relationship.COLD,
    decision: str = "",
) -> Brief:
    mentee = Mentee("Rūta Vaitkutė", goals=(goal,), skills_to_build=skills)
    mentor = Mentor("Ida Sørensen", "Ida led the night desk for nine years.", relationship=relationship)
    meeting = Meeting(
        date=DAY, minutes=minutes, number=number, questions=own, previous_actions=actions, decision=decision
    )
    return make_brief(Case(mentee, mentor, Ask(ask), meeting), Kind.AGENDA, TODAY)


def asked(of: Brief) -> list[str]:
    return [line.text for part in parts(of, templates()) if part.name == "questions" for line in part.lines]


def test_own_questions_come_first_and_word_for_word() -> None:
    """As jotted, without a mark where they lack it."""
    of = brief("how she chose her crew", own=("Would you put it on the label",))
    first, second = next(part for part in parts(of, templates()) if part.name == "questions").lines
    assert (first.text, first.origin) == ("Would you put it on the label", Origin.MENTEE)
    assert second.text == "How did you choose your crew?"


def test_with_questions_of_their_own_the_first_ask_is_left_to_the_first_meeting() -> None:
    """By the second it may be answered."""
    of = brief("how she chose her crew", own=("how dry is dry enough?", "Would you put it on the label"))
    assert asked(of) == ["how dry is dry enough?", "Would you put it on the label"]


def test_an_open_action_that_hangs_on_how_is_asked_about_where_little_else_is() -> None:
    """It comes behind the ask, and before a skill."""
    actions = (Action("Read the manual"), Action("Ask boss for a second desk"))
    stuck = "How would you ask my boss for a second desk?"
    assert asked(brief(own=("Who signs?",), actions=actions, skills=("reading the board",))) == ["Who signs?", stuck]
    assert stuck not in asked(brief("whether it is worth it", own=("Who signs?",), actions=actions))


@pytest.mark.parametrize(
    "action",
    [
        Action("Read the manual"),
        Action("price list ex cellar"),
        Action("Ask boss for a second desk", done=True),
        Action("Ask Jonas for the log", owner=Owner.MENTOR),
        Action("Tell Ida how it went"),
        Action("Ask boss"),
        Action("Teach 2 classes"),
        Action("ask 5 people (min.) what they pay"),
        Action("Talk: boss; then Jonas"),
    ],
)
def test_other_actions_make_no_question(action: Action) -> None:
    """Nobody asks how to read a manual."""
    assert asked(brief("whether it is worth it", own=("Who signs?",), actions=(action,))) == [
        "Who signs?",
        "Is it worth it?",
    ]


def test_an_action_in_a_question_has_its_small_words() -> None:
    """A question is a sentence, however the action was jotted."""
    of = brief(own=("Who signs?",), actions=(Action("ask landlord for accounts"),))
    assert asked(of) == ["Who signs?", "How would you ask the landlord for accounts?"]


def test_what_an_agenda_of_a_held_meeting_asked_is_not_asked_again() -> None:
    """The mentee's own questions stay, word for word; an agenda for a meeting that was not held asked nobody."""
    first = brief("how she chose her crew", skills=("tying knots",))
    before = asked(first)
    sent = Sent(
        dt.date(2026, 10, 1), Kind.AGENDA, "Agenda", "\n".join(f"{n}. {one}" for n, one in enumerate(before, 1))
    )
    unheld = replace(first.case, contact=Contact(sent=(sent,)))
    held = replace(first.case, contact=Contact(sent=(sent,), last_met=dt.date(2026, 10, 2)))
    assert asked(replace(first, case=unheld)) == before
    assert not set(asked(replace(first, case=held))) & set(before)
    own = replace(first.meeting, questions=(before[0],))
    again = make_brief(replace(held, meeting=own), Kind.AGENDA, TODAY)
    assert asked(again)[0] == before[0]


@pytest.mark.parametrize(
    ("own", "ask", "kept"),
    [
        ("Is 2 seasons of tritium enough for an LPM, or do reviewers kill it?",
         "whether a lumped parameter model is defensible with only 2 seasons of tritium", False),
        ("Which route past the reef in fog?", "how to pass the reef in fog", False),
        ("How long between ground and first coat?", "what to put on the wood before the varnish", True),
    ],
)  # fmt: skip
def test_the_ask_is_left_out_where_a_typed_question_asks_it(own: str, ask: str, kept: bool) -> None:
    """In other words, or as one half of it."""
    questions = asked(brief(ask, own=(own, "Who taught you?"), number=1))
    assert (len(questions) == 3) is kept, questions


def test_nothing_is_asked_twice() -> None:
    """What an own question asks already is left out."""
    of = brief("how many ewes one person can milk", own=("How many ewes can one person milk without help?",))
    assert asked(of) == ["How many ewes can one person milk without help?", "What should I work on next?"]


@pytest.mark.parametrize(("minutes", "most"), [(10, 2), (15, 2), (20, 3), (30, 3), (45, 3), (60, 3)])
def test_a_short_meeting_has_few_questions(minutes: int, most: int) -> None:
    """The mentee's own may be more; what is added may not."""
    of = brief(
        "speaking up at the desk and how she led a crew",
        own=("Who signs?",),
        minutes=minutes,
        actions=(Action("Ask boss for a second desk"),),
        skills=("reading the board",),
    )
    assert len(asked(of)) == most
    own = tuple(f"Is it number {n}?" for n in range(6))
    assert asked(brief("how she led", own=own, minutes=minutes)) == list(own)


@pytest.mark.parametrize(
    ("skill", "question"),
    [
        ("SQL", "How do I get better at SQL?"),
        ("Reading a P&L", "How do I get better at reading a P&L?"),
        ("saying no to boss's ideas (the flash mob...)", "How do I get better at saying no to my boss's ideas?"),
        ("how to speak in interview", "How do I speak in interview?"),
        ("be more patient", "How do I learn to be more patient?"),
        ("I want to learn welding", "How do I get better at welding?"),
        ("to delegate", "How do I learn to delegate?"),
        ("my English", "How do I improve my English?"),
        ("confidence", "How do I work on confidence?"),
        ("Excel; pivot tables", "How do I get better at Excel?"),
        ("design systems", "How do I get better at design systems?"),
        ("glaze that comes out same twice", "What should I work on next?"),
    ],
)
def test_a_skill_is_asked_about_where_little_else_is(skill: str, question: str) -> None:
    """A jotted noun that no sentence takes is not."""
    assert asked(brief(own=("Who signs?",), skills=(skill,))) == ["Who signs?", question]


def test_a_skill_that_is_to_be_decided_on_is_not_asked_about() -> None:
    """The decision has a part of its own."""
    of = brief(own=("Who signs?",), skills=("SQL",), decision="whether to drop the SQL module")
    assert asked(of) == ["Who signs?", "What should I work on next?"]


def test_two_good_questions_are_not_padded() -> None:
    """In half an hour two are a talk."""
    of = brief("how to choose the book for a sample chapter", number=1)
    assert asked(of) == ["How do I choose the book for a sample chapter?", "What would you do first in my place?"]


@pytest.mark.parametrize(
    ("about", "question"),
    [
        ("the way from deckhand to surveyor", "What should I know about the way from deckhand to surveyor?"),
        ("her way to tell the owners", "Could you tell me about your way to tell the owners?"),
        ("how she cut the list", "Could you tell me how you cut the list?"),
        ("leading the night desk alone", "How do I lead the night desk alone?"),
        ("choosing a crew after a strike", "How would you choose a crew after a strike?"),
        ("how they got ppl to care abt rosters", "How did you get people to care about rosters?"),
        ("PhD or industry", "PhD or industry?"),
        ("my portfolio", "Could we talk about my portfolio?"),
        ("how she began; and I can show you our log", "How did you begin?"),
        ("some advice", "What should I work on next?"),
        ("tips for interviews", "What should I know about interviews?"),
        ("I'd like to know how she began", "How did you begin?"),
    ],
)
def test_what_is_asked_about_is_put_as_a_person_would(about: str, question: str) -> None:
    """Direct where its grammar is certain; a deed of the mentee's own goal as theirs."""
    assert asked(brief(about))[0] == question


def test_equals_are_not_asked_what_to_do_in_ones_place() -> None:
    """One question of one's own is enough for an exchange."""
    of = brief("what she changed in June", relationship=Relationship.PEER, skills=("SQL",))
    assert asked(of) == ["What did you change in June?"]
    alone = brief(relationship=Relationship.PEER)
    assert asked(alone) == ["What has worked best for you so far?"]


@pytest.mark.parametrize(
    ("background", "question"),
    [
        (
            "Ida reduced the form from 94 questions to 31.",
            "How did you reduce the form from 94 questions to 31?",
        ),
        ("In 2019 Ida brought 40 desks into one room.", "How did you bring 40 desks into one room in 2019?"),
        ("Ida got rid of split shifts on 6 lines.", "How did you get rid of split shifts on 6 lines?"),
        ("Ida joined the centre in 1998.", "What should I work on next?"),
        ("Ida built a rota.", "What should I work on next?"),
        ("Ida trained 26 keepers, the youngest of whom runs Zwolle.", "How did you train 26 keepers?"),
    ],
)
def test_what_the_mentor_brought_about_is_worth_a_question(background: str, question: str) -> None:
    """Where little else is asked; only a deed that can be counted, never how somebody joined a firm."""
    case = brief("whether it is worth it").case
    told = replace(case, mentor=replace(case.mentor, background=background))
    assert asked(make_brief(told, Kind.AGENDA, TODAY)) == ["Is it worth it?", question]


def test_what_else_could_be_asked_is_at_hand() -> None:
    """Skills, then the first step."""
    of = brief("how she led", skills=("SQL", "reading a P&L"))
    assert [line.text for line in further(of, templates())] == [
        "How do I get better at SQL?",
        "How do I get better at reading a P&L?",
        "What should I work on next?",
    ]
