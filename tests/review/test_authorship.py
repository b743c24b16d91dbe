"""How much of a text stands in the mentee's own words."""

from __future__ import annotations

from outreach.domain.draft import Level, Origin, Section
from outreach.review.authorship import authorship, own_words
from outreach.review.context import Context
from tests.review.drafts import ward

BRIEF = ward().brief
MADE_UP = "Communication builds confidence, strengthens cooperation and encourages sensible choices among people."


def letter(text: str) -> str:
    return f"Dear Dr Zielińska,\n\n{text}\n\nThank you,\nTomi"


def test_the_places_are_what_the_mentee_typed() -> None:
    """Runs of words, with other endings too."""
    body = letter(f"{MADE_UP} I kept the discharge form for nine years on two wards.")
    found = authorship(body, BRIEF)
    assert [body[start:end] for start, end in found.places] == ["I kept the discharge form", "nine years on two wards"]
    assert 0.3 < found.share < 0.6


def test_words_about_the_mentor_are_not_the_mentees() -> None:
    """They were pasted."""
    assert authorship(letter("You cut the admission form from 94 questions to 31 in 2019."), BRIEF).share == 0


def test_a_section_of_the_mentees_own_counts_whole() -> None:
    """Whatever stands in it."""
    body = letter(MADE_UP)
    start = body.index(MADE_UP)
    section = Section("who", MADE_UP, Origin.MENTEE, start, start + len(MADE_UP))
    assert authorship(body, BRIEF, (section,)).share == 1.0


def test_greeting_and_signature_are_nobodys() -> None:
    """A text of nothing else has no share."""
    assert authorship("Dear Dr Zielińska,\n\nThank you,\nTomi", BRIEF).share == 0.0
    assert authorship("", BRIEF).places == ()


def test_a_text_typed_by_hand_is_never_blamed() -> None:
    """Only where it is known who wrote what is there anything to say."""
    body = letter(MADE_UP)
    assert not list(own_words(Context.of_brief("", body, BRIEF)))
    drafted = Context.of_brief("", body, BRIEF, (Section("hook", MADE_UP, Origin.MODEL),))
    assert [hit.level for hit in own_words(drafted)] == [Level.WARN]


def test_some_words_of_ones_own_are_only_told_of() -> None:
    """Between the two shares it is an information."""
    body = letter(f"{MADE_UP} {MADE_UP} I keep the discharge forms on two wards.")
    drafted = Context.of_brief("", body, BRIEF, (Section("hook", MADE_UP, Origin.MODEL),))
    assert [hit.level for hit in own_words(drafted)] == [Level.INFO]
