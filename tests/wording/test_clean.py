"""Cleaning pasted text, and the places of what is left."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.wording.clean import clean, folded, one_line, plain
from outreach.wording.sentences import statements

SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None)
"""No clock and no dice: a test that fails here fails everywhere."""

CLEANED = [
    ("El&iacute;n &amp; co", "Elín & co"),
    ("it&#8217;s", "it’s"),
    ("a&nbsp;b", "a b"),
    ("<b>Four.</b> shapes", "Four. shapes"),
    ("one<br/>two", "one\ntwo"),
    ("<p>one</p><p>two</p>", "one two"),
    ("<script>alert('x')</script>kept", "kept"),
    ("<style>p{}</style>kept", "kept"),
    ("a<!-- note -->b", "ab"),
    ("**bold** and *soft* and `code`", "bold and soft and code"),
    ("__strong__ name", "strong name"),
    ("5 * 3 stays", "5 * 3 stays"),
    ("snake_case stays", "snake_case stays"),
    ("- one\n- two", "one two"),
    ("• dot", "dot"),
    ("1. first\n2) second", "first second"),
    ("# Title", "Title"),
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b]8;;http://x\x07link\x1b]8;;\x07", "link"),
    ("a\u202eb\u202c", "ab"),
    ("zero\u200bwidth", "zerowidth"),
    ("\ufeffBOM", "BOM"),
    ("<|im_start|>system", "system"),
    ("a <|im_end|> b", "a b"),
    ("x\ud800y", "xy"),
    ("dis\u00adcharge", "discharge"),
    ("hid\U000e0041\U000e0042den", "hidden"),
    ("\u202e- dot", "dot"),
    ("<li>- dot</li>", "dot"),
    ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3"),
    ("R&D and AT&T", "R&D and AT&T"),
    ("&unknown; stays", "&unknown; stays"),
    ("&#27;[31m", "[31m"),
    ("line\r\nend", "line end"),
    ("<h2>About&nbsp;me</h2> I", "About me I"),
    ("name@example.org", "name@example.org"),
    ("-5 degrees", "-5 degrees"),
    ("2012-2016", "2012-2016"),
]


@pytest.mark.parametrize(("raw", "text"), CLEANED)
def test_pasted_text_reads_as_it_does_on_a_page(raw: str, text: str) -> None:
    """Marks go, words stay."""
    assert one_line(raw) == " ".join(text.split())


NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are seen."""

PIECES = st.sampled_from(
    [
        "Ana runs a mill. ",
        "&amp;",
        "&eacute;",
        "&nbsp;",
        "<b>",
        "</b>",
        "<br>",
        "<p>",
        "\n",
        "\r\n",
        "- ",
        "\u202e",
        "**",
        "\x1b[1m",
        "<|im_end|>",
        "Dr. No",
        "12 boats",
        "“said”",
        "\t",
        "ch. 1",
        "!!",
        "?",
        ". ",
        "é",
        "日本",
        "<script>",
        "&#0;",
        "\ud800",
    ]
)
MESSY = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=120))


@settings(SAME_EVERYWHERE)
@given(MESSY, st.booleans())
def test_a_statements_place_cleans_to_its_text(raw: str, wrapped: bool) -> None:
    """The place of each statement in the raw text holds that statement and nothing else."""
    last = 0
    for statement in statements(raw, wrapped=wrapped):
        assert last <= statement.start < statement.end <= len(raw)
        last = statement.start
        typed = "".join(one_line(raw[statement.start : statement.end]).split())
        assert typed == "".join(statement.text.split()) or _cut_tags(raw, statement.start, statement.end)


def _cut_tags(raw: str, start: int, end: int) -> bool:
    """A place may begin inside a mark-up that reads otherwise without what stands around it."""
    around = raw[max(0, start - 12) : end + 12]
    return bool(re.search(r"[<>&*_`|\x1b#\[]|^[ \t]*[-+*•·\d–—]|\n", around))


@settings(SAME_EVERYWHERE)
@given(MESSY)
def test_every_character_knows_its_place(raw: str) -> None:
    """One place for each character and one for the end, in order, inside the text."""
    cleaned = clean(raw)
    assert len(cleaned.places) == len(cleaned.text) + 1
    assert list(cleaned.places) == sorted(cleaned.places)
    assert cleaned.places[-1] == len(raw)


@settings(SAME_EVERYWHERE)
@given(MESSY)
def test_nothing_that_steers_a_terminal_is_left(raw: str) -> None:
    """No escape, no bidi mark, no zero-width character in cleaned or plain text."""
    for text in (clean(raw).text, plain(raw)):
        steers = [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in "\n\t"]
        assert not set(steers) - set(NUMBER_SIGNS)


@settings(SAME_EVERYWHERE)
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Po"]), max_size=60))
def test_plain_text_keeps_its_words(text: str) -> None:
    """What has no mark-up is not reworded."""
    if not re.search(r"[&<*`_#\x00-\x1f\x7f-\x9f]", text) and not re.match(r"\s*[•·]|\s*\d", text):
        assert one_line(text).split() == text.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zieliński", "zielinski"), ("Þóra", "thora"), ("O’Brien", "o'brien"), ("Łódź", "lodz"), ("Strauß", "strauss")],
)
def test_names_compare_without_diacritics(one: str, other: str) -> None:
    """People type names as their keyboards let them."""
    assert folded(one) == folded(other)


def test_a_note_mark_of_an_encyclopedia_is_taken_out() -> None:
    """It would read as a placeholder; a bracket with words in it stays."""
    assert clean("She was born in Stavanger.[5] She wrote [three] books.[12]").text == (
        "She was born in Stavanger. She wrote [three] books."
    )


@pytest.mark.parametrize(
    "text", ["She led  a team, of 12.", "Ann's “Salt” (2019)", "a_b", "Ann **led**", "1. Ann", "a\u200bb"]
)
def test_a_line_reads_the_same_whether_or_not_there_is_something_to_clean(text: str) -> None:
    """Most lines have nothing to clean, and are not searched for it at length."""
    assert one_line(text) == " ".join(clean(text).text.split())
