"""Stems, articles, verb forms, capitals and short forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.wording import words as w

SAME_STEM = [
    ("runs", "running"),
    ("kilns", "kiln"),
    ("studies", "study"),
    ("studied", "study"),
    ("wrote", "write"),
    ("taught", "teach"),
    ("fired", "firing"),
    ("boxes", "box"),
    ("monitoring", "monitor"),
    ("models", "model"),
    ("Anna's", "anna"),
    ("migration", "migrate"),
    ("classes", "class"),
    ("Zieliński", "zielinski"),
    ("planned", "plan"),
    ("shops", "shop"),
]
OTHER_STEM = [("nurse", "nut"), ("bus", "bush"), ("class", "clause"), ("ship", "shop"), ("this", "thin")]


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Comparing is by stem."""
    assert w.stem(one) == w.stem(other)


@pytest.mark.parametrize(("one", "other"), OTHER_STEM)
def test_other_words_do_not(one: str, other: str) -> None:
    """A stem is not so rough that words become one."""
    assert w.stem(one) != w.stem(other)


@pytest.mark.parametrize(
    ("phrase", "article"),
    [
        ("nurse", "a"),
        ("engineer", "an"),
        ("hour", "an"),
        ("honest answer", "an"),
        ("university clerk", "a"),
        ("MRI technician", "an"),
        ("UX lead", "a"),
        ("QA tester", "a"),
        ("HR officer", "an"),
        ("NATO adviser", "a"),
        ("European lawyer", "a"),
        ("umpire", "an"),
        ("unimportant role", "an"),
        ("one-off", "a"),
        ("8-week trial", "an"),
        ("18-metre bus", "an"),
        ("11 m mast", "an"),
        ("useful idea", "a"),
        ("Élise", "an"),
        ("SQL course", "an"),
        ("12 m mast", "a"),
        ("X-ray nurse", "an"),
    ],
)
def test_the_article_follows_the_sound(phrase: str, article: str) -> None:
    """Acronyms are spelt out loud, silent letters are silent."""
    assert w.article(phrase) == article


SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None)
"""No clock and no dice: a test that fails here fails everywhere."""


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("a nurse", "a nurse"),
        ("my boss", "my boss"),
        ("nurse", "a nurse"),
        ("head of maths", "head of maths"),
        ("", ""),
        ("two boats", "two boats"),
    ],
)
def test_no_second_article(phrase: str, told: str) -> None:
    """What has a determiner keeps it; an office is held without one."""
    assert w.with_article(phrase) == told


@pytest.mark.parametrize(
    ("third", "base"),
    [
        ("runs", "run"),
        ("goes", "go"),
        ("has", "have"),
        ("is", "are"),
        ("was", "were"),
        ("teaches", "teach"),
        ("flies", "fly"),
        ("focuses", "focus"),
        ("fixes", "fix"),
        ("passes", "pass"),
        ("uses", "use"),
        ("lies", "lie"),
        ("closes", "close"),
        ("raises", "raise"),
        ("manages", "manage"),
        ("echoes", "echo"),
        ("sees", "see"),
    ],
)
def test_a_third_person_verb_finds_its_base(third: str, base: str) -> None:
    """So that it agrees with you."""
    assert w.base_of_third(third) == base


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("She left", "she left"),
        ("In 2019 you", "in 2019 you"),
        ("Write a plan", "write a plan"),
        ("NHS rules", "NHS rules"),
        ("I left", "I left"),
        ("I'm here", "I'm here"),
        ("Leeds is far", "Leeds is far"),
        ("A plan", "a plan"),
        ("iPhone", "iPhone"),
        ("“Write it”", "“write it”"),
        ("Potter and owner", "potter and owner"),
        ("", ""),
        ("42", "42"),
        ("Running a mill", "running a mill"),
        ("Ana runs", "Ana runs"),
        ("McCoy ran", "McCoy ran"),
    ],
)
def test_only_a_capital_that_marks_a_beginning_becomes_small(text: str, small: str) -> None:
    """Names and acronyms keep theirs."""
    assert w.decapitalised(text) == small


@pytest.mark.parametrize(
    ("jotted", "written"),
    [
        ("w/ care", "with care"),
        ("w/o notes", "without notes"),
        ("b/c of rain", "because of rain"),
        ("2 hrs", "2 hours"),
        ("8 wks", "8 weeks"),
        ("dont hide", "don't hide"),
        ("by 3 Feb", "by 3 February"),
        ("ask mgr", "ask manager"),
        ("1st draft", "first draft"),
        ("tea & cake", "tea and cake"),
        ("R&D", "R&D"),
        ("9 hours/week", "9 hours/week"),
        ("the marsh", "the marsh"),
        ("may wait", "may wait"),
        ("IT dept.", "IT department."),
        ("mar the wood", "mar the wood"),
        ("INFO", "INFO"),
        ("sep the eggs", "sep the eggs"),
        ("til May", "until May"),
        ("12-15 pp", "12-15 pages"),
    ],
)
def test_short_forms_are_written_out_where_they_have_one_reading(jotted: str, written: str) -> None:
    """Anything else stays as typed."""
    assert w.expanded(jotted) == written


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("go home", "Go home."),
        ("why?", "Why?"),
        ("éclair", "Éclair."),
        ("stop ,", "Stop."),
        ("He said “no.”", "He said “no.”"),
        ("so …", "So …"),
    ],
)
def test_a_sentence_has_a_capital_and_an_end(text: str, sentence: str) -> None:
    """One end mark, not two."""
    assert w.as_sentence(text) == sentence


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("Yard planner", True),
        ("Content & social media, team of 1", False),
        ("Staff engineer, storage team", True),
        ("beekeeper", True),
        ("Owner and potter", True),
        ("Radio", False),
        ("midwife (retired)", True),
        ("head of maths", True),
        ("teaching", False),
        ("", False),
        ("geologists", True),
        ("Marketing", False),
        ("Polizist", False),
    ],
)
def test_a_role_names_a_person_or_a_field(role: str, person: bool) -> None:
    """``I'm a yard planner``, but ``I work in social media``."""
    assert w.names_a_person(role) is person


@settings(SAME_EVERYWHERE)
@given(st.text(max_size=40))
def test_any_text_goes_through(text: str) -> None:
    """No function of words raises, whatever was typed."""
    for function in (
        w.stem,
        w.content,
        w.decapitalised,
        w.capitalised,
        w.as_sentence,
        w.expanded,
        w.with_article,
        w.head_noun,
        w.words,
    ):
        function(text)
