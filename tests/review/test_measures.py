"""Reading ease, sentences, whom a text speaks of, paragraphs."""

from __future__ import annotations

import pytest

from outreach.domain.draft import Kind
from outreach.review import measures
from outreach.review.context import Context
from outreach.review.rule import Check
from tests.review.drafts import of_kind

PLAIN = (
    "I keep the forms on two wards. We write each of them twice. Would you have 20 minutes to tell me where you began? "
)
DENSE = (
    "Considering your considerable managerial experience, your perspective regarding organisational communication "
    "deficiencies would be exceptionally beneficial. My objective necessitates understanding the psychological "
    "determinants of delayed notification among nocturnal manufacturing personnel. Would a conversation concerning "
    "the acceleration of voluntary notification be practicable? "
)
CHECKS: tuple[Check, ...] = (
    measures.reading_ease,
    measures.sentence_length,
    measures.whom_it_speaks_of,
    measures.paragraphs,
)


def said(check: Check, body: str, kind: Kind = Kind.FIRST_CONTACT) -> bool:
    """Whether a check has a finding."""
    return bool(list(check(Context("", body, kind))))


@pytest.mark.parametrize("check", CHECKS)
def test_our_own_first_contacts_measure_well(check: Check) -> None:
    """Every case, from templates."""
    for draft in of_kind(Kind.FIRST_CONTACT):
        assert not said(check, draft.revision.body), draft.name


def test_dense_nouns_are_hard_to_read_and_plain_words_are_not() -> None:
    """By Flesch and Kincaid."""
    assert said(measures.reading_ease, DENSE)
    assert not said(measures.reading_ease, PLAIN * 3)


def test_long_names_do_not_make_a_text_hard() -> None:
    """A name is one syllable, however long."""
    names = "I met Aleksandra Wiśniewska-Kowalczyk at Universidade Federal do Maranhão and we spoke of Veðurstofan. "
    assert not said(measures.reading_ease, names + PLAIN * 2)


LONG = (
    "I draw each timetable by hand and then I show it to a skipper who tells me what is wrong with it and then I go "
    "back and draw it again."
)


@pytest.mark.parametrize(
    ("text", "long"), [(LONG, True), (PLAIN, False), (LONG.replace(" and then I go", "; then I go"), False)]
)
def test_a_sentence_is_as_long_as_its_longest_part(text: str, long: bool) -> None:
    """A semicolon lets the reader breathe."""
    assert said(measures.sentence_length, text) is long


def test_a_text_full_of_i_is_told_so() -> None:
    """Once in a while is human."""
    mine = "I know my line, I know my crew, I know my numbers, and I miss half of what I should see. "
    assert said(measures.whom_it_speaks_of, mine + PLAIN)
    assert not said(measures.whom_it_speaks_of, PLAIN + "You drew yours by hand, and I liked it.")


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("Dear Siri,\n\nI plan.\n\n- one\n- two\n\nThank you,\nBo", True),
        ("Dear Siri,\n\n" + PLAIN * 3 + "\n\nThank you,\nBo", True),
        ("Dear Siri,\n\n" + "\n\n".join([PLAIN] * 7) + "\n\nThank you,\nBo", True),
        ("Dear Siri,\n\n" + "\n\n".join([PLAIN] * 3) + "\n\nThank you,\nBo", False),
        ("Dear Siri,\n\nI plan timetables - by hand - for 62 ferries.\n\nThank you,\nBo", False),
    ],
)
def test_a_first_contact_is_a_few_short_paragraphs(body: str, finding: bool) -> None:
    """No list, no block, no letter of seven parts."""
    assert said(measures.paragraphs, body) is finding
