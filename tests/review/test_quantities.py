"""Numbers, dates, times, durations and amounts of a text are traced to facts, or reported."""

from __future__ import annotations

import time

import pytest

from outreach.briefing.sources import Sources
from outreach.review.context import spans_of
from outreach.review.grounding.claim import Claim
from outreach.review.grounding.labels import swapped
from outreach.review.grounding.quantities import quantities
from tests.review.quantity_facts import SOURCES, TODAY


def claims(text: str, *, sources: Sources = SOURCES, agenda: bool = False) -> list[Claim]:
    """What is claimed in ``text``."""
    return [
        claim
        for span in spans_of(text)
        for claim in (*quantities(span, sources, TODAY, agenda=agenda), *swapped(span, sources))
    ]


def problems(text: str, *, agenda: bool = False) -> list[str]:
    """What no fact has."""
    return [claim.problem for claim in claims(text, agenda=agenda) if not claim.facts]


@pytest.mark.parametrize(
    "text",
    [
        "Your crew of nine has done thirty roofs since then.",
        "You have put some thirty roofs on village halls.",
        "With nearly a hundred questions you had a longer form than ours.",
        "Almost 100 questions became thirty-one.",
        "You took a form of 94 questions down to 31; it took you a year and a half.",
        "The form went down to 31 questions; it used to have 94.",
        "Eighteen months for a shorter form, and a year and a half well spent.",
        "One and a half years for a shorter form sounds long, and I now see why it is not.",
        "Complaints fell by a third, you said.",
        "Complaints fell by about 33 per cent.",
        "You have been at it for eight years now.",
        "You were a foreman at Alder & Pike from 2012 to 2016.",
        "Your four years at Alder & Pike are the ones I ask about.",
        "You raised 1.2 million pounds for over two hundred workshops.",
        "You raised GBP 1,200,000 for the workshops.",
        "Your first shop cost 14k euros, and mine will cost more.",
        "The guild goes back to the nineties.",
        "You chair a guild that is more than thirty years old.",
        "In May 2024 you told a paper about your repairs.",
        "Three early repairs gave way inside four winters, and you say so.",
        "I have been there for thirty months.",
        "I spent nine months at a mill.",
        "At twenty-seven I am the youngest.",
        "I look after a hundred and twenty pupils.",
        "One pupil in three is new to our gardens.",
        "I'm in the third year of my degree.",
        "Five years from now I would like to lead a crew.",
        "Could you spare twenty minutes?",
        "Would 20 min on the phone be possible?",
        "Could I ask you for a third of an hour?",
    ],
)
def test_a_fact_told_in_other_words_is_traced(text: str) -> None:
    """Forty is 40, 18 months are a year and a half, and "about" leaves room."""
    assert problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I am free on Tuesdays and Thursdays, any time after four.",
        "A Thursday at half past four would be best for me.",
        "Would Tuesday 1 December at 16:30 suit you?",
        "Could we talk on 1 December at 5 pm?",
        "Any Tuesday after 4 in the afternoon is good.",
        "See you on Thursday.",
        "I look forward to next Thursday at half past four.",
        "Our call is on 3 December, 16:30 London time.",
        "Our call on December 3rd ends at quarter past five.",
        "On 3/12 we speak again.",
        "2026-12-03 is in my diary.",
        "Until Thursday the 3rd, then.",
        "By the 17th I will have drafted a plan on one page.",
        "I mean to finish it by the seventeenth of December.",
        "We speak again on the 14th of January 2027.",
        "Until 14.1.2027 I keep to paper.",
        "I come back to you in January.",
        "Thank you for your three quarters of an hour.",
        "Our second meeting is on Thursday.",
        "Since our first call I have used paper cards.",
        "Three weeks of paper cards it is.",
        "A dozen species is still a lot.",
        "Is Tuesday at 5 or Thursday at 6 any good?",
        "I can do Tuesdays from 4.30 pm.",
        "Could we move to Thursday 10 December at 17:00, if that suits you better?",
        "I'll call you at half past four on the third of December.",
        "We have two questions on the list: pricing and who signs.",
    ],
)
def test_dates_and_times_are_known_however_they_are_written(text: str) -> None:
    """A day of the case, or a slot within the times the mentee has."""
    assert problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The two of us have one or two things in common.",
        "First of all, thank you; at first I did not dare to write.",
        "Two things stayed with me, and a second thought followed.",
        "Half of what I say is said with my hands, 24/7.",
        "I had zero expectations, and once I came twice.",
        "Could I ask two or three questions in a line or two?",
        "A nine-to-five job it is not, but one day it will be one.",
        "I may march into the office and say so.",
        "Give me a second. On the one hand I am glad, on the other I am not.",
        "I read it two or three times, with a hundred questions in my head.",
        "A thousand thanks, and a hundred per cent agreed.",
        "You taught me more in a minute than they did in a year.",
        "Both of your questions were good, and the third way was best.",
        "I sat in on a talk and the sun was out.",
        "It is a win for the two sides.",
        "My phone is on 24 hours a day.",
    ],
)
def test_a_manner_of_speaking_is_no_claim(text: str) -> None:
    """Small words that are idiom need no fact."""
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Your crew of twelve has done thirty roofs.", "twelve"),
        ("Your crew of 30 must be loud.", "30"),
        ("You have put forty roofs on village halls.", "forty"),
        ("You have put over forty roofs on village halls.", "forty"),
        ("You cut the form from 96 questions to 31.", "96"),
        ("You cut the form from 31 questions to 94.", "31 questions to 94"),
        ("It took you two years to cut the form of 94 questions.", "two years"),
        ("Complaints fell by 43%.", "43%"),
        ("Complaints fell by a half, no, by a quarter of all.", "a quarter"),
        ("You were a foreman at Alder & Pike from 2012 to 2017.", "2017"),
        ("Your seven years at Alder & Pike are the ones I ask about.", "seven years"),
        ("You raised 1.2 million euros for the workshops.", "1.2 million euros"),
        ("You raised £2.1 million for the workshops.", "£2.1 million"),
        ("The guild goes back to the eighties.", "eighties"),
        ("In May 2023 you told a paper about your repairs.", "May 2023"),
        ("I have been there for three and a half years.", "three and a half years"),
        ("I spent six months at a mill.", "six months"),
        ("I look after 210 pupils.", "210"),
        ("I'm in the second year of my degree.", "second"),
        ("Could you spare forty minutes?", "forty minutes"),
        ("I drove a lorry for eleven years.", "eleven years"),
        ("A Wednesday after four would be best for me.", "Wednesday"),
        ("A Tuesday at 15:00 would be best for me.", "15:00"),
        ("Would Wednesday 1 December at 16:30 suit you?", "Wednesday"),
        ("I look forward to Friday 3 December.", "Friday"),
        ("I look forward to 5 December.", "5 December"),
        ("We speak again on Friday the 14th of January.", "Friday"),
        ("By the 19th I will have drafted a plan.", "the 19th"),
        ("Our call on 3 December starts at half past five.", "half past five"),
        ("This is our fifth call, on 3 December.", "fifth"),
        ("Five weeks of paper cards it is.", "Five weeks"),
        ("Twenty species is still a lot.", "Twenty"),
        ("You have trained 640 masons.", "640"),
        ("I have read your book eleven times.", "eleven"),
        ("I pay ninety dollars for it.", "ninety dollars"),
        ("The show is in July.", "July"),
        ("We meet at 25:70.", "25:70"),
        ("Monday at 17:00 would be good for me.", "Monday"),
        ("Let us talk at 11:00 on Thursday.", "11:00"),
        ("See you on 3 January.", "3 January"),
        ("You spent three years at Quarry Lane, from 2015 to 2018.", "2015"),
        ("You have written six books on thatch.", "six"),
    ],
)
def test_a_number_that_no_fact_has_is_found(text: str, at: str) -> None:
    """A changed number, one of another fact, a wrong weekday, a time out of reach."""
    found = [text[claim.start : claim.end] for claim in claims(text) if not claim.facts]
    assert at in found


def test_the_message_names_what_the_nearest_fact_says() -> None:
    """One sees at once what should stand there."""
    assert "30 (mentor.background:1)" in problems("You have put forty roofs on village halls.")[0]
    assert "20 minutes (ask.minutes:1)" in problems("Could you spare forty minutes?")[0]
    assert "Tuesdays or Thursdays after 16:00" in problems("A Tuesday at 15:00 would be best for me.")[0]


def test_a_wrong_weekday_is_put_right() -> None:
    """The date decides; the fix is the weekday alone."""
    text = "I look forward to Friday 3 December."
    (claim,) = (claim for claim in claims(text) if not claim.facts)
    assert claim.fix == "Thursday"
    assert problems(text[: claim.start] + claim.fix + text[claim.end :]) == []


def test_a_weekday_as_the_fact_has_it_is_no_finding() -> None:
    """What stands in a fact is never a finding, right or wrong."""
    sources = Sources.of_texts(["The fair is on Friday 3 December 2026"])
    assert all(claim.facts for claim in claims("I saw that the fair is on Friday 3 December.", sources=sources))


def test_the_minutes_of_an_agendas_parts_are_no_claims() -> None:
    """Their sum is checked elsewhere; the total stands in the case."""
    agenda = "# Second call, Thursday 3 December 2026, 16:30, 45 min\n## Hello (7 min)\n## Questions (38 min)"
    assert problems(agenda, agenda=True) == []
    assert problems("# Third call, Thursday 3 December 2026, 16:30, 45 min", agenda=True) != []


def test_a_number_is_traced_to_the_fact_about_the_same_thing() -> None:
    """The ids of the claim say where it comes from."""
    (claim,) = claims("You have put thirty roofs on halls.")
    assert claim.facts == ("mentor.background:1",)


def test_the_numbers_of_two_things_are_not_exchanged() -> None:
    """Each number belongs to what it counts."""
    sources = Sources.of_texts(["31 new instruments and 74 restorations since 1994"])
    assert not [one for one in claims("You made 31 instruments and 74 restorations.", sources=sources) if not one.facts]
    assert [one for one in claims("You made 74 instruments and 31 restorations.", sources=sources) if not one.facts]


def test_a_long_text_against_many_facts_is_quick() -> None:
    """Processor time grows with the text: 150 words against a thousand in a few milliseconds."""
    facts = [
        f"Led team {n} of {n + 20} people from {1950 + n} to {1960 + n}, with {n * 3} projects." for n in range(60)
    ]
    sources = Sources.of_texts(facts)
    text = "You led 25 people from 1955 to 1965, and your 15 projects took three years each. " * 10
    claims(text, sources=sources)
    begun = time.process_time()
    claims(text, sources=sources)
    assert time.process_time() - begun < 0.3
