"""How the mentee found the mentor, as a sentence."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentor, Relationship
from outreach.drafting.connection import connection, introducer, names_introducer


def found(text: str, relationship: Relationship = Relationship.COLD, introduced_by: str = "") -> Mentor:
    """A mentor found in this way."""
    return Mentor(
        "Ana Lopez", "x", title="Dr", found_through=text, relationship=relationship, introduced_by=introduced_by
    )


CONNECTIONS = [
    (
        "At the guild meeting in October she asked who could help",
        "At the guild meeting in October you asked who could help.",
    ),
    ("", ""),
    ("I read your paper on river ice", "I read your paper on river ice."),
    ("I watched her talk at PyData", "I watched your talk at PyData."),
    ("heard her speak at PyData Lisbon", "I heard you speak at PyData Lisbon."),
    ("met her at the beekeepers' fair", "I met you at the beekeepers' fair."),
    ("her book", "I found you through your book."),
    ("LinkedIn", "I found you on LinkedIn."),
    ("recommended by Ivo Banic", "Ivo Banic recommended you."),
    ("matched by the bakers' guild", "We were matched by the bakers' guild."),
    ("we sat at the same table in Mittenwald", "We sat at the same table in Mittenwald."),
    ("saw her exhibition twice", "I saw your exhibition twice."),
    ("asked her about glue after a talk, she wrote back", "I asked you about glue after a talk and you wrote back."),
    ("emailed her last year, she answered in a day", "I emailed you last year and you answered in a day."),
    ("spoke to them at the job fair", "I spoke to you at the job fair."),
    ("through my supervisor", "I found you through my supervisor."),
    ("at a trade fair", "I found you at a trade fair."),
    ("I've eaten at both", "I've eaten at both."),
    ("my boss, who trained with her, said I should write", "My boss, who trained with you, said I should write."),
    ("the harbour school paired us in May", "The harbour school paired us in May."),
    ("The scheme of my college put us together", "The scheme of my college put us together."),
    ("the village paper ran a page on her kiln", "The village paper ran a page on your kiln."),
    ("a colleague shared notes from the Lima congress", "A colleague shared notes from the Lima congress."),
    ("our names stand next to each other on a poster", "Our names stand next to each other on a poster."),
    ("met at a fair in Porto, we talked about glazes", "We met at a fair in Porto, and we talked about glazes."),
    (
        "the interview in Il Salmone, my dad sent it",
        "I found you through the interview in Il Salmone; my dad sent it.",
    ),
    ("twitter thread abt grain", "I found you through a Twitter thread about grain."),
    ("word of mouth", "I found you through word of mouth."),
    ("both alumni of Makerere", "We are both alumni of Makerere."),
    ("follow her on Mastodon", "I follow you on Mastodon."),
    ("My prof keeps quoting her", "My prof keeps quoting you."),
    (
        "we worked together on St Anne's ward 2019-2021; saw she spoke in Athlone",
        "We worked together on St Anne's ward 2019-2021. I saw you spoke in Athlone.",
    ),
    # two people who may be "she": what is not certain is left out
    ("one of our trainees had her as teacher before she moved here", "One of our trainees had you as teacher."),
    ("my sister had her as a teacher, she was wonderful", "My sister had you as a teacher."),
    ("my brother bought a boat from her and she gave him a manual", ""),
    ("my boss said she might help", ""),
    (
        "Vera was my shift leader and worked with her, she sent me the page",
        "Vera was my shift leader and worked with you, and she sent me the page.",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), CONNECTIONS)
def test_how_the_mentor_was_found_is_a_sentence(text: str, sentence: str) -> None:
    """From a jotted fragment, and nothing added."""
    assert connection(found(text), "talks and books") == sentence


@pytest.mark.parametrize(
    "text",
    [
        "alumni list",
        "works with my sister",
        "my aunt uses it on her stall",
        "colleague of my former boss",
        "??",
        "n/a",
        "her pupils rave about her",
        "someone on a forum linked her post",
        "taught my sister chemistry",
        "same school",
        "I don't remember",
    ],
)
def test_a_connection_is_a_sentence_or_left_out(text: str) -> None:
    """No word salad, and nobody else's stall is the mentor's."""
    told = connection(found(text), "")
    assert "your stall" not in told
    assert "through works" not in told
    assert "rave" not in told
    assert "taught" not in told
    assert not told or (told[0].isupper() and told.endswith(".") and told.count("?") == 0)


def test_an_introducer_is_named_once() -> None:
    """Where the mentee told how, that sentence is enough; asides are left out."""
    mentor = found(
        "Ivo Banic, our farm adviser, spoke to her about me", Relationship.INTRODUCED, "Ivo Banic, who waves"
    )
    assert introducer(mentor) == "Ivo Banic"
    told = connection(mentor, "")
    assert told == "Ivo Banic, our farm adviser, spoke to you about me."
    assert names_introducer(mentor, told)
    assert connection(found("through Ivo", Relationship.INTRODUCED, "Ivo Banic"), "") == ""
    assert introducer(found("x", Relationship.COLD, "Ivo Banic")) == ""


def test_what_an_introducer_handed_over_stays_theirs() -> None:
    """“His copy” is the giver's."""
    mentor = found("Ivo Banic passed me his copy of the manual", Relationship.INTRODUCED, "Ivo Banic")
    assert connection(mentor, "") == "Ivo Banic passed me his copy of the manual."


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            "the programme booklet from The Tide, I went twice",
            "I found you through the programme booklet from The Tide; I went twice.",
        ),
        (
            "the online course on looms, we were put in the same room twice",
            "I found you through the online course on looms; we were put in the same room twice.",
        ),
        (
            "his 2020 paper; it is the only one on reeds I have found",
            "I found you through your 2020 paper; it is the only one on reeds I have found.",
        ),
    ],
)
def test_a_thing_before_a_clause_gets_a_verb(found: str, expected: str) -> None:
    """A bare thing is no clause, whatever follows it."""
    mentor = Mentor("Rui Matos", "He rebuilt 40 looms.", found_through=found)
    assert connection(mentor, mentor.background) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Pieter gave me the 2022 paper on young water",
            "Pieter pointed me to you and gave me your 2022 paper on young water.",
        ),
        (
            "Pieter gave me the 2021 paper on young water",
            "Pieter pointed me to you and gave me the 2021 paper on young water.",
        ),
        ("Pieter gave me her name", "Pieter gave me your name."),
        ("Anna gave me the 2022 paper on old wells", "Anna gave me the 2022 paper on old wells."),
    ],
)
def test_who_introduced_the_two_is_said_to_have_done_so(text: str, sentence: str) -> None:
    """And a work is "yours" where the background lists it, by its year and title, under the mentor's name."""
    background = 'Lopez A., Lotz P. (2022) "Young water in old aquifers"'
    assert connection(found(text, Relationship.INTRODUCED, "Dr Pieter Lotz"), background) == sentence
