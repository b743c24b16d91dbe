"""Names, titles, addresses and quotations: traced to a fact, or reported."""

from __future__ import annotations

import pytest

from outreach.review.grounding.lexicon import is_english
from tests.review.letters import reported, said


@pytest.mark.parametrize(
    "sentence",
    [
        "Tomasz Zielinski's name is on the frame.",
        "T. Zieliński and R.K. Venkataraman worked with you.",
        "RingCon was my first conference.",
        "I was at home when RingCon Ghent began.",
        "The Hendriksmas are friends of ours.",
        "Anna told me how to write this.",
        "Your Irish bells ring in Flemish towers.",
        "The Heritage Council of Ireland came to the Tower Forum.",
        "HCI was new to me.",
        "Nic Dhonnchadha is a name that I had to practise.",
        "My CV is a PDF, and I speak English.",
        "Could we talk on Zoom, by Dublin time?",
        "Unsurprisingly, the frame cracked. Whitewash hid it.",
        "I passed Part II of the course.",
        "My Mum says the Bells are too loud.",
        "Chiselling is slow; Repointing is slower.",
        "Merry Christmas and a Happy New Year.",
        "At Loughfield Foundry eleven people work with you.",
        "Mark the date, please.",
        "Juergen van den Berg is how I am listed.",
    ],
)
def test_a_name_that_stands_in_a_fact_is_none_to_report(sentence: str) -> None:
    """However it is spelt, shortened, inflected or placed."""
    assert reported(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Owen Pugh told me about you.", "Owen Pugh"),
        ("Anna Zielińska told me about you.", "Anna Zielińska"),
        ("Tomasz Hendriksma told me about you.", "Tomasz Hendriksma"),
        ("I saw RingCon Waterford from afar.", "RingCon Waterford"),
        ("R. J. Venkataraman worked with you.", "R. J. Venkataraman"),
        ("I read about you in the Irish Bellringer.", "Bellringer"),
        ("My friends at Gillett & Sons know you.", "Gillett"),
        ("Mark told me to write.", "Mark"),
        ("Jan Hendriksma told me to write.", "Jan Hendriksma"),
        ("Your years at Tramore Bells in Cork were good.", "Cork"),
        ("In Kent there are many towers.", "Kent"),
        ("You play the accordion with Seán every week.", "Seán"),
        ("Carillon Works must be a fine place.", "Carillon"),
    ],
)
def test_an_invented_name_is_reported(sentence: str, words: str) -> None:
    """Also one that is made of parts of two people's names, or of an event and another place."""
    assert any(words in one or one in words for one in reported(sentence)), reported(sentence)


def test_a_slip_in_a_name_is_offered_right_where_it_is_sure() -> None:
    """One letter beside its neighbour in the fact; a short name alone may be another person's."""
    assert [one.fix for one in said("Anna Hendricksma is a friend.") if not one.facts] == ["Hendriksma"]
    assert [one.fix for one in said("Anne is a friend.") if not one.facts] == [None]


@pytest.mark.parametrize(
    ("subject", "clean"),
    [
        ("Re: Tuning a Bell Frame", True),
        ("A Question About Listening to Bronze", True),
        ("Anna Hendriksma Gave Me Your Name", True),
        ("A Question About the Whitechapel Bells", False),
    ],
)
def test_a_subject_in_title_case_has_only_its_names(subject: str, clean: bool) -> None:
    """Capitals of every word say nothing there."""
    assert (reported("I build frames.", subject) == []) is clean


@pytest.mark.parametrize(
    ("sentence", "clean"),
    [
        ("Your keynote “Listening to Bronze” stayed with me.", True),
        ("You said that a bell “nobody hears is furniture”.", True),
        ("It is a ‘quiet’ tower.", True),
        ('I tell my boss that "a bell wants a strong frame", and he laughs.', True),
        ('I tell my boss that "a bell wants a strong frame", as you put it.', False),
        ("I tell my boss “let me check the frame”.", True),
        ("Your keynote “Hearing the Silver” stayed with me.", False),
        ('You told Belfry Monthly: "A bell wants a strong tower."', False),
        ("Your slides at loughfield.example/bronze are open.", True),
        ("Your slides at https://loughfield.example are open.", True),
        ("Write to jurgen@hartog.example.", True),
        ("Your slides at https://loughfield.example/silver are open.", False),
        ("I wrote to info@loughfield.example.", False),
        ("It is done.So I hope.", True),
    ],
)
def test_quotations_and_addresses_stand_in_a_fact(sentence: str, clean: bool) -> None:
    """Word for word for quotations, to the letter for addresses; one word in quotation marks is no claim."""
    assert (reported(sentence) == []) is clean, reported(sentence)


@pytest.mark.parametrize(
    ("sentence", "clean"),
    [
        ("As a senior acoustician you listened to many towers.", True),
        ("You won the Ó Catháin Medal.", True),
        ("You founded the Tower Forum.", True),
        ("I have a BSc.", True),
        ("My senior colleague sends regards.", True),
        ("I want to lead a team one day.", True),
        ("You are not the head of anything, you once joked.", True),
        ("You are an award-winning head of tower works.", True),
        ("As a chartered engineer you know frames.", False),
        ("You are the principal acoustician.", False),
        ("You are a professor of acoustics.", False),
        ("I have an MSc.", False),
        ("You invented a clapper.", False),
    ],
)
def test_a_title_or_a_qualifier_needs_a_fact(sentence: str, clean: bool) -> None:
    """Said of the mentor; a degree of either."""
    found = [one for one in said(sentence) if "says" in one.problem]
    assert (found == []) is clean, found


@pytest.mark.parametrize(
    ("word", "is_one"), [("unsurprisingly", True), ("frames", True), ("tuning", True), ("hendriksma", False)]
)
def test_regular_forms_of_english_words_are_known(word: str, is_one: bool) -> None:
    """The list has base forms."""
    assert is_english(word) is is_one


@pytest.mark.parametrize(
    "sentence",
    [
        "Gracias, and thank you again.",
        "Köszönöm szépen for the drawings.",
        "Muchas Gracias from all of us!",
        "Carpe diem, as our sacristan says.",
        "Tack för allt, and see you then.",
        "Takk, I will try it.",
        "There is no Sanskrit in my report.",
        "The parts carry Greek letters.",
        "Half the hall speaks broken Turkish.",
        "Excuse my Portuguese.",
        "Clappers, my uncle says, outlive their ringers.",
        "Beeswax hides a lot.",
        "Sawdust got into everything.",
    ],
)
def test_a_capital_that_names_nobody_is_none_to_report(sentence: str) -> None:
    """Thanks and sayings of other languages, languages in passing, plain words at the start of a sentence."""
    assert reported(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Blackwood told me about you.", "Blackwood"),
        ("Your Portuguese customers must be proud.", "Portuguese"),
        ("My friend Asante told me about you.", "Asante"),
        ("Maarten van Rijn told me about you.", "Maarten"),
        ("Kowalczyk, the caster, praised you.", "Kowalczyk"),
    ],
)
def test_a_name_in_such_a_place_is_still_reported(sentence: str, words: str) -> None:
    """A surname made of two words, a people that the facts do not tell of, a word of thanks that is a name."""
    assert any(words in one or one in words for one in reported(sentence)), reported(sentence)
