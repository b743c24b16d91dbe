"""The first contact as a whole: its sentences, their variants, and what its parts are told from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Ask, Case
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting import first_contact
from outreach.drafting.ranking import best_facts
from outreach.templates import Value
from tests.review.drafts import templates

TODAY = dt.date(2026, 11, 22)
CASE = Case(
    Mentee(
        "Ilse Brandt",
        ("Open a repair shop for looms by May 2028",),
        role="weaver",
        organisation="own workshop, Turku",
        can_offer=("a list of reed makers",),
        availability=("Fridays after 15:00",),
    ),
    Mentor(
        "Rui Matos",
        "He rebuilt 40 hand looms in Porto between 2009 and 2016.",
        found_through="his talk in Ghent",
    ),
    Ask(about="how he found spare parts", minutes=20),
)
TEMPLATES = templates()
FILE = "first-contact.j2"
SECTIONS = ("connection", "hook", "who", "goal", "offer", "ask", "close")


def brief_of(case: Case) -> Brief:
    """The brief of a first contact."""
    return make_brief(case, Kind.FIRST_CONTACT, TODAY)


def values_of(case: Case) -> dict[str, Value]:
    """What its sentences are made of."""
    brief = brief_of(case)
    ranked = best_facts(brief)
    return first_contact.values(brief, ranked[0] if ranked else None)


def asking(about: str, relationship: Relationship = Relationship.COLD) -> Case:
    """The case with another ask."""
    return replace(CASE, ask=replace(CASE.ask, about=about), mentor=replace(CASE.mentor, relationship=relationship))


def said(section: str, case: Case = CASE) -> str:
    """One block of the template."""
    return TEMPLATES.sentence(FILE, section, values_of(case))


def test_the_sentences_of_a_first_contact() -> None:
    """Each from what was typed."""
    assert said("subject") == "How you found spare parts"
    assert said("who") == "I'm Ilse Brandt, a weaver at my own workshop in Turku."
    assert said("goal") == "I want to open a repair shop for looms by May 2028."
    assert said("offer") == "In return, I can offer a list of reed makers."
    assert said("ask").startswith(
        "Would you have 20 minutes for a call? I'd like to ask you how you found spare parts."
    )
    assert "I'm free on Fridays after 15:00." in said("ask")


@pytest.mark.parametrize("relationship", list(Relationship))
@pytest.mark.parametrize("section", SECTIONS)
def test_every_variant_is_whole_and_differs_from_the_others(section: str, relationship: Relationship) -> None:
    """A block is empty or one or more sentences; no two say the same in the same words."""
    case = replace(CASE, mentor=replace(CASE.mentor, relationship=relationship, introduced_by="Ulla Rautio"))
    values = values_of(case)
    texts = [TEMPLATES.sentence(FILE, block, values) for block in TEMPLATES.variants(FILE, section)]
    texts = [text for text in texts if text]
    assert all(text[0].isupper() and text[-1] in ".?" and "  " not in text for text in texts)
    equal = [block for block in TEMPLATES.variants(FILE, section) if not block.endswith(("er", "shorter"))]
    plain = [text for text in (TEMPLATES.sentence(FILE, block, values) for block in equal) if text]
    assert len(plain) == len(set(plain))


@pytest.mark.parametrize("relationship", [Relationship.PEER, Relationship.REVERSE])
def test_equals_are_called_neither_mentor_nor_mentee(relationship: Relationship) -> None:
    """In no variant."""
    values = values_of(replace(CASE, mentor=replace(CASE.mentor, relationship=relationship)))
    for section in SECTIONS:
        for block in TEMPLATES.variants(FILE, section):
            text = TEMPLATES.sentence(FILE, block, values).casefold()
            assert "mentor" not in text
            assert "mentee" not in text


@pytest.mark.parametrize(
    ("about", "topic", "question"),
    [
        ("advice on pricing", "pricing", ""),
        ("I'd like to know how she prices", "how you price", ""),
        ("on Zoom about how she prices", "how you price", ""),
        ("to ask her how she prices", "how you price", ""),
        ("for a call about pricing", "pricing", ""),
        ("how do you price?", "", "How do you price?"),
        ("from weaving to repair, where do u start", "", "From weaving to repair, where do you start?"),
        (
            "selling to shops in EU - which paper comes first",
            "selling to shops in the EU, and which paper comes first",
            "",
        ),
        ("swapping: your parts against my plans", "swapping your parts against my plans", ""),
        ("??", "", ""),
        ("n/a", "", ""),
    ],
)
def test_what_is_asked_is_a_topic_or_a_question(about: str, topic: str, question: str) -> None:
    """One of the two, or nothing."""
    brief = brief_of(asking(about))
    assert first_contact.topic(brief) == topic
    assert first_contact.question(brief) == question


def test_no_minutes_are_invented() -> None:
    """An ask without a length has none in any variant."""
    case = replace(CASE, ask=Ask(about="how he found spare parts"))
    values = values_of(case)
    for block in TEMPLATES.variants(FILE, "ask"):
        assert "minute" not in TEMPLATES.sentence(FILE, block, values)


def test_what_is_asked_for_itself_is_asked_without_a_call() -> None:
    """Where no length is named; a question that is to be answered in a call is asked for with it."""
    about = "can i come by and watch for a day"
    case = replace(CASE, ask=Ask(about=about), mentee=replace(CASE.mentee, availability=()))
    assert said("ask", case) == "Can I come by and watch for a day? If it doesn't suit you, a short no is fine."
    assert said("ask", asking(about)).startswith("Would you have 20 minutes for a call? I'd like to ask you this:")


def test_who_teaches_asks_for_a_session() -> None:
    """And names it once."""
    case = asking("a first lesson in reading a loom plan", Relationship.REVERSE)
    assert said("ask", case).startswith("Would you have 20 minutes for a first lesson in reading a loom plan?")


def test_a_goal_that_names_the_one_taught_says_you() -> None:
    """Where the mentee teaches."""
    case = Case(
        replace(CASE.mentee, goals=("Help the director to read forecasts herself",)),
        replace(CASE.mentor, role="Director of Operations", relationship=Relationship.REVERSE),
    )
    assert said("goal", case) == "I'd like to help you to read forecasts yourself."


@pytest.mark.parametrize(
    ("background", "hook"),
    [
        (
            "three-day reed course every August, six at most",
            "I'm writing because of your three-day reed course every August.",
        ),
        ("Since 2021 he runs a loom hospital in Porto.", "since 2021 you have run a loom hospital in Porto"),
        ("He repairs looms for schools since 2019.", "you have repaired looms for schools since 2019"),
        (
            "He trained as a cabinet maker in Braga, did alterations for two mills.",
            "in Braga and did alterations for two mills",
        ),
    ],
)
def test_a_hook_says_it_in_good_english(background: str, hook: str) -> None:
    """A course is told as the mentor's, "since" goes with "have", a list of two has its "and"."""
    assert hook in said("hook", replace(CASE, mentor=replace(CASE.mentor, background=background, found_through="")))


@pytest.mark.parametrize(
    "background",
    ["In this talk he will show how he cut waste by half.", "Today they are three people in Braga."],
)
def test_what_has_no_sure_tense_or_number_is_not_told(background: str) -> None:
    """A talk announced is no deed, and a mentor is not three people."""
    brief = brief_of(replace(CASE, mentor=replace(CASE.mentor, background=background)))
    assert not any(one.told for one in best_facts(brief))


def test_a_work_that_the_connection_names_is_not_the_reason_too() -> None:
    """One talk is not named twice."""
    case = replace(CASE, mentor=replace(CASE.mentor, background="Talk: 'Forty looms' (Ghent)"))
    assert "because of your talk" not in said("hook", case)
    met = replace(case, mentor=replace(case.mentor, found_through="a friend's list"))
    assert said("hook", met) == "I'm writing because of your talk 'Forty looms' (Ghent)."


def test_how_they_were_found_is_left_out_where_the_hook_says_it_all_again() -> None:
    """A talk is told of once; what the hook does not say stays."""
    case = replace(CASE, mentor=replace(CASE.mentor, background='He gave a talk in Ghent: "Forty looms, one winter".'))
    assert said("connection", case) == ""
    assert "talk in Ghent" in said("hook", case)
    assert said("connection") == "I found you through your talk in Ghent."


@pytest.mark.parametrize(
    ("role", "organisation", "position"),
    [
        ("interpreter", "freelance, Gothenburg", "a freelance interpreter in Gothenburg"),
        ("owner", "Slow Chain, Tainan", "the owner of Slow Chain, Tainan"),
        ("weaver", "a mill in Porto", "a weaver at a mill in Porto"),
    ],
)
def test_the_mentors_post_is_told_as_a_person_would(role: str, organisation: str, position: str) -> None:
    """Nobody works "at freelance"."""
    assert first_contact.mentor_position(replace(CASE.mentor, role=role, organisation=organisation)) == position


def test_who_is_addressed_formally_is_thanked_formally() -> None:
    """No "either way" for a mentor with a title."""
    assert said("close_3") == "Thank you either way."
    assert not said("close_3", replace(CASE, mentor=replace(CASE.mentor, title="Dr")))


def test_a_question_in_two_parts_has_one_colon() -> None:
    """The frame's colon is enough."""
    case = asking("weaving without a pattern: is it even possible?")
    assert "this: weaving without a pattern, is it even possible?" in said("ask", case)


def test_what_the_mentee_adds_of_their_own_is_not_asked_about() -> None:
    """An offer behind the topic is none of it."""
    case = asking("who drops out, and I can show you how we measure", Relationship.PEER)
    assert "compare notes on who drops out?" in said("ask", case)


def test_one_because_is_enough() -> None:
    """A fact that gives its own reason stands in a frame without one."""
    background = "He rebuilt looms by hand because machines broke the reeds."
    hook = said("hook", replace(CASE, mentor=replace(CASE.mentor, background=background)))
    assert hook.count("because") == 1


@pytest.mark.parametrize(
    ("found_through", "relationship", "who"),
    [
        ("we wove together in Turku", "acquaintance", "I'm a weaver at my own workshop in Turku."),
        ("we wove together in Turku", "cold", "I'm Ilse Brandt, a weaver at my own workshop in Turku."),
        ("his talk in Ghent", "acquaintance", "I'm Ilse Brandt, a weaver at my own workshop in Turku."),
    ],
)
def test_who_knows_the_mentee_is_told_neither_their_name_nor_his_own_title(
    found_through: str, relationship: str, who: str
) -> None:
    """Where the first sentence says how they know each other; anybody else is."""
    mentor = Mentor(
        "Rui Matos", "Trained looms", found_through=found_through, role="Head of looms", organisation="Tear"
    )
    case = replace(CASE, mentor=replace(mentor, relationship=Relationship(relationship)))
    assert said("who", case) == who
    assert bool(said("hook", case)) == ("Ilse" in who)


def test_a_label_of_a_web_page_is_not_quoted() -> None:
    """What it stands before may be quoted, or the mentor's post told."""
    mentor = replace(CASE.mentor, background="Research interests: looms, spare parts", role="Professor of looms")
    hook = said("hook", replace(CASE, mentor=mentor))
    assert "interests" not in hook
    assert "you are a professor of looms" in hook
