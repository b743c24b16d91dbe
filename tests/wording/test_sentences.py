"""Lines and sentences."""

from __future__ import annotations

import pytest

from outreach.wording.sentences import sentences, statements

SPLIT = [
    ("One. Two.", ["One.", "Two."]),
    ("Dr. Ana Lopez came. She left.", ["Dr. Ana Lopez came.", "She left."]),
    ("J. R. Weiss wrote it. It sold.", ["J. R. Weiss wrote it.", "It sold."]),
    ("Not ch. 1 but ch. 2", ["Not ch. 1 but ch. 2"]),
    ("See pp. 12 to 15", ["See pp. 12 to 15"]),
    ("It weighs approx. Forty kilos", ["It weighs approx. Forty kilos"]),
    ("was a nurse too!! 2012-2016", ["was a nurse too!! 2012-2016"]),
    ("Stop! Now go.", ["Stop!", "Now go."]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("He said “Go.” Then he went.", ["He said “Go.”", "Then he went."]),
    ("It costs 3.50 a piece", ["It costs 3.50 a piece"]),
    ("Version 2.0. Then 3.0.", ["Version 2.0.", "Then 3.0."]),
    ("We left at 7 p.m. and slept", ["We left at 7 p.m. and slept"]),
    ("Sold out… Again", ["Sold out…", "Again"]),
    ("Élise came. Über too. Şule stayed. Łukasz left.", ["Élise came.", "Über too.", "Şule stayed.", "Łukasz left."]),
    ("no capital. here", ["no capital. here"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "parts"), SPLIT, ids=[row[0][:50] for row in SPLIT])
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    """Abbreviations and initials end nothing."""
    assert sentences(text) == parts


LONG = "She ran the night ferry for nine years and then moved"


def test_a_wrapped_line_goes_on() -> None:
    """A pasted background is one text, whatever its column."""
    assert [s.text for s in statements(f"{LONG}\nto the day shift.", wrapped=True)] == [f"{LONG} to the day shift."]


@pytest.mark.parametrize("between", ["\n\n", "\n- ", "\n* ", "<br>", "\n• ", "\n1. "])
def test_a_bullet_or_a_gap_ends_a_line(between: str) -> None:
    """Only a bare line end is a wrap."""
    assert len(statements(f"{LONG}{between}to the day shift", wrapped=True)) == 2


def test_notes_are_line_by_line() -> None:
    """A note is a line, however long the one before it is."""
    assert len(statements(f"{LONG}\nto the day shift", wrapped=False)) == 2


def test_a_short_line_is_not_wrapped() -> None:
    """A list without bullets stays a list."""
    assert [s.text for s in statements("plays bass\nkeeps bees", wrapped=True)] == ["plays bass", "keeps bees"]


def test_a_statement_keeps_its_whole_line_as_typed() -> None:
    """Confirming a withheld line names the line, not the sentence."""
    found = statements("- One thing. Another <b>thing</b>.", wrapped=False)
    assert [s.text for s in found] == ["One thing.", "Another thing."]
    assert {s.line for s in found} == {"One thing. Another <b>thing</b>."}


def test_places_point_into_the_raw_text() -> None:
    """Entities and tags count with all their characters."""
    raw = "<p>She met El&iacute;n.</p><p>Caf&eacute; No. 5 &amp; bar</p>"
    assert [raw[s.start : s.end] for s in statements(raw, wrapped=True)] == [
        "She met El&iacute;n.",
        "Caf&eacute; No. 5 &amp; bar",
    ]


JOTTED = [
    ("drives route 41. has a blog", ["drives route 41.", "has a blog"]),
    ("Steward since 2021. they met!! keeps bees", ["Steward since 2021.", "they met!!", "keeps bees"]),
    ("no capital. here", ["no capital. here"]),
    ("We grew e.g. rye and approx. ten oats", ["We grew e.g. rye and approx. ten oats"]),
    ("It works. 🚰 In 2020 it broke", ["It works.", "🚰 In 2020 it broke"]),
    ("Ek, S. (2021): Slow fire. J. Soil. doi:10.0000/x", ["Ek, S. (2021): Slow fire. J. Soil. doi:10.0000/x"]),
    ("since 2001 at the mill\nsince 2009 at the lock", ["since 2001 at the mill", "since 2009 at the lock"]),
    (f"{LONG} his temp-\nerature logs.", [f"{LONG} his temperature logs."]),
    (f"{LONG} to a long-\nterm ward.", [f"{LONG} to a long-term ward."]),
    ("She holds a licence from\nDurban College.", ["She holds a licence from Durban College."]),
]


@pytest.mark.parametrize(("raw", "parts"), JOTTED, ids=[row[0][:50] for row in JOTTED])
def test_jotted_lines_are_cut_and_joined_as_they_are_read(raw: str, parts: list[str]) -> None:
    """Sentences in lower case, pictures between sentences, citations, lists of years, words divided at a line end."""
    assert [s.text for s in statements(raw, wrapped=True)] == parts


def test_a_doubt_is_a_line_of_its_own_and_so_is_what_follows_a_closed_quotation() -> None:
    """Else the best line of a page would wait for a confirmation that the doubt behind it asks for."""
    quoted = 'from the blog: "Everybody asks for the recipe. Nobody asks about the ground."'
    for before, after in ((quoted, "and she stopped teaching"), (LONG, "heard she's stopping??"), (LONG, "i think so")):
        assert [one.text for one in statements(f"{before}\n{after}", wrapped=True)][-1] == after
