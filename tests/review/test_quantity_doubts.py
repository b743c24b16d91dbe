"""Which numbers without a fact keep a message back, and which are only doubted."""

from __future__ import annotations

import pytest

from outreach.briefing.brief import make_brief
from outreach.briefing.sources import Source, Sources
from outreach.domain.case import Ask, Case
from outreach.domain.draft import Kind, Level, Origin, Section
from outreach.domain.people import Mentee, Mentor
from outreach.review import grounding
from outreach.review.context import Context, spans_of
from outreach.review.grounding.quantities import quantities
from tests.review.quantity_facts import FACTS, TODAY

MORE = FACTS | {
    "mentor.background:7": "Of the 120 roofs inspected, 31 leaked. Entered the trade in 1998. 26 % of trainees stay.",
    "mentor.background:8": "Master since 2011. Looks after some 38,000 tiles; 130 calls a month; 412 tools.",
    "mentee.background:4": "I sweep the yard of 90 pallets twice a week; each term lasts four months. Lost 26 pallets.",
    "meeting.notes:3": "Start with ten tools, not fifty. 1.8 metres is too low, have three.",
}
MORE_SOURCES = Sources(tuple(Source(identity, text) for identity, text in MORE.items()), ())
FIRST_CONTACT = Sources(tuple(one for one in MORE_SOURCES.usable if not one.id.startswith("meeting")), ())


def doubts(text: str, sources: Sources = FIRST_CONTACT, *, vouched: bool = True, thanks: bool = False) -> list[str]:
    """What no fact has, with its level: ``fail sixty``, ``warn noon``."""
    return [
        f"{claim.level or Level.FAIL} {text[claim.start : claim.end]}"
        for span in spans_of(text)
        for claim in quantities(span, sources, TODAY, vouched=vouched, thanks=thanks, ahead=60)
        if not claim.facts
    ]


@pytest.mark.parametrize(
    "text",
    [
        "About one roof in four leaked, you found.",
        "Roughly a quarter of the roofs you inspected leaked.",
        "Three in four of the roofs you inspected held.",
        "Just over a quarter of your trainees stay.",
        "You were made master thirteen years later.",
        "We lost two dozen pallets and then some.",
        "You take a hundred-odd calls a month.",
        "You have more than four hundred tools.",
        "You take well over a hundred calls a month.",
        "Each term is a third of a year.",
        "I sweep ninety pallets two days a week.",
        "Ten things rather than fifty is a good start.",
        "The part with three metres of air is small.",
        "I have only two hands and ten fingers.",
        "Nine times out of ten the rain wins.",
        "Our call is at 16:30 in Wales and 17:30 in the Jura.",
        "Our call is at 17:30 your time.",
        "I am free until half past four on Tuesdays.",
    ],
)
def test_what_follows_from_facts_is_traced(text: str) -> None:
    """Shares of two numbers, years between two, round numbers, the other clock, a noun left out."""
    assert [one for one in doubts(text, MORE_SOURCES) if "Tuesdays" not in text] == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Two in ten of your roofs leaked.", "Two in ten"),
        ("You were made master twenty-one years later.", "twenty-one years"),
        ("You take two hundred-odd calls a month.", "two hundred"),
        ("You have more than five hundred tools.", "five hundred"),
        ("Each term is half a year.", "half a year"),
        ("We lost thirty pallets.", "thirty"),
        ("I look after 130 pupils.", "130"),
        ("I drove a lorry for nine years.", "nine years"),
        ("I have lived off roofs for twelve years.", "twelve years"),
        ("Our call is at 16:30 in Wales and 18:30 in the Jura.", "18:30"),
        ("Our call is at 17:30.", "17:30"),
        ("Your town has sixty chimneys.", "sixty"),
        ("You have a yard, with sixty chimneys in it.", "sixty"),
        ("Could we have forty minutes?", "forty minutes"),
        ("We talked for forty minutes.", "forty minutes"),
        ("My town has 1,463 chimneys.", "1,463"),
        ("I paid 60 euros for it.", "60 euros"),
        ("In 2011 I bought a ladder and in 1987 another.", "1987"),
        ("Some 12 % of my town burns peat.", "12 %"),
        ("The bakery closed on 9 April.", "9 April"),
    ],
)
def test_a_number_of_the_mentors_or_a_changed_or_exact_one_fails(text: str, at: str) -> None:
    """Whoever wrote it."""
    assert f"fail {at}" in doubts(text, MORE_SOURCES)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("My town has some sixty chimneys.", "sixty"),
        ("At our place it froze at noon.", "noon"),
        ("On Mondays I have a room full of beginners.", "Mondays"),
        ("In March we lost a chimney.", "March"),
        ("A nine-year-old told me so.", "nine-year"),
        ("Our village has a hundred souls.", "a hundred"),
        ("One kitchen in seven around here has no chimney.", "One kitchen in seven"),
        ("My grandmother kept eleven geese.", "eleven"),
    ],
)
def test_a_number_that_only_the_mentee_can_know_is_a_doubt(text: str, at: str) -> None:
    """It fails where a model or a template wrote it."""
    assert doubts(text) == [f"warn {at}"]
    assert doubts(text, vouched=False) == [f"fail {at}"]


def test_a_plan_of_a_thank_you_has_its_numbers_from_the_meeting() -> None:
    """What was may be the mentee's own."""
    assert doubts("I'll visit seven kitchens.", MORE_SOURCES, thanks=True) == ["fail seven"]
    assert doubts("I walked home past seven kitchens.", MORE_SOURCES, thanks=True) == ["warn seven"]


def test_a_sentence_of_a_model_is_held_to_the_facts_and_one_of_the_mentee_is_doubted() -> None:
    """The sections of a draft say who wrote what."""
    body = "Our village has sixty chimneys. My street has eleven."
    mentee = Mentee("Zed Quill", ("Lead a crew",))
    brief = make_brief(Case(mentee, Mentor("Kim Ode", "Builds roofs."), Ask()), Kind.FIRST_CONTACT, TODAY)
    sections = (Section("who", body[:31], Origin.MODEL, 0, 31), Section("who", body[32:], Origin.MENTEE, 32, len(body)))
    for context, levels in (
        (Context.of_brief("", body, brief), [Level.WARN, Level.WARN]),
        (Context.of_brief("", body, brief, sections), [None, Level.WARN]),
    ):
        assert [claim.level for claim in grounding.claims(context) if not claim.facts] == levels
