"""The thank-you after a meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Meeting
from outreach.domain.draft import Kind
from outreach.review import thanks
from outreach.review.context import Context
from outreach.review.rule import Check
from tests.review.drafts import TODAY, WARD, of_kind

THURSDAY = dt.date(2026, 11, 26)
SHOP = make_brief(
    replace(
        WARD,
        meeting=Meeting(
            minutes=30,
            notes="Charge something, however little: free seats stay empty.\n"
            "Close the till at nine, lights out at half past.",
            next_actions=(Action("Put tickets at 4 euros on sale for the January reading", by=dt.date(2027, 1, 11)),),
        ),
    ),
    Kind.THANK_YOU,
    TODAY,
)
GARDEN = make_brief(
    replace(
        WARD,
        meeting=Meeting(
            minutes=30,
            notes="prune in February not autumn\nsharpen tools first\nlime wash on the south side",
            next_actions=(Action("Prune the two old apple trees", by=dt.date(2027, 2, 20)),),
        ),
    ),
    Kind.THANK_YOU,
    TODAY,
)


def said(check: Check, sentence: str, garden: bool = False) -> bool:
    """Whether a check has a finding in a thank-you of one more sentence."""
    body = f"Dear Dr Zielińska,\n\nThank you for Thursday. {sentence}\n\nBest wishes,\nTomi"
    return bool(list(check(Context.of_brief("Thank you", body, GARDEN if garden else SHOP))))


@pytest.mark.parametrize("check", [thanks.something_said, thanks.something_planned, thanks.thanks_first])
def test_our_own_thank_yous_say_what_they_must(check: Check) -> None:
    """Every case, from templates."""
    for draft in of_kind(Kind.THANK_YOU):
        assert not list(check(Context.of_brief("", draft.revision.body, draft.brief))), draft.name


@pytest.mark.parametrize(
    ("sentence", "garden"),
    [
        ("From now on the till shuts at nine.", False),
        ("I laughed about free seats, because they do stay empty.", False),
        ("I'd have pruned in autumn, so you saved me.", True),
        ("The saws are at the grinder, because tools come first.", True),
        ("Lime wash, and on the south side: noted.", True),
    ],
)
def test_a_note_in_other_words_counts(sentence: str, garden: bool) -> None:
    """People paraphrase what they were told."""
    assert not said(thanks.something_said, sentence, garden)


@pytest.mark.parametrize(
    ("sentence", "garden"),
    [
        ("It was a good talk and I took a lot away from it.", False),
        ("Your advice was very helpful.", False),
        ("You always find the right words, and I feel ready for the winter.", False),
        ("We had such a good walk.", True),
        ("I love old orchards even more now.", True),
    ],
)
def test_a_sentence_that_could_stand_anywhere_is_no_note(sentence: str, garden: bool) -> None:
    """Nothing of what was said is in it."""
    assert said(thanks.something_said, sentence, garden)


@pytest.mark.parametrize(
    ("sentence", "garden"),
    [
        ("We'll sell tickets for January at four euros.", False),
        ("The January reading will cost four euros.", False),
        ("Tickets go on sale by the 11th.", False),
        ("The apple trees get their cut by 20 February.", True),
        ("In February I'll prune the two old trees.", True),
        ("Nobody had told me that old apple trees want light. I looked at mine. I'll prune them.", True),
    ],
)
def test_a_plan_in_other_words_counts(sentence: str, garden: bool) -> None:
    """Or with its date and one word of it."""
    assert not said(thanks.something_planned, sentence, garden)


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("I'll have it ground by Thursday.", True),
        ("The saw gets ground by Thursday.", True),
        ("I bought a saw.", False),
    ],
)
def test_a_weekday_is_the_date_of_an_action_of_this_week(sentence: str, planned: bool) -> None:
    """With a word of the action, as any date is."""
    meeting = Meeting(
        minutes=30, notes="Sharpen tools first", next_actions=(Action("Have the long saw ground", by=THURSDAY),)
    )
    brief = make_brief(replace(WARD, meeting=meeting), Kind.THANK_YOU, TODAY)
    body = f"Dear Dr Zielińska,\n\nThank you for Friday. {sentence}\n\nBest wishes,\nTomi"
    assert bool(list(thanks.something_planned(Context.of_brief("Thank you", body, brief)))) is not planned


@pytest.mark.parametrize(
    ("sentence", "garden"),
    [
        ("I'll think about what you said on seats.", False),
        ("I'll keep you posted.", False),
        ("I will get to work by 11 January.", False),
        ("I'll bring you some fruit next year.", True),
    ],
)
def test_a_promise_of_something_else_is_no_plan(sentence: str, garden: bool) -> None:
    """Nor is a date alone."""
    assert said(thanks.something_planned, sentence, garden)


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("Dear Siri,\n\nThank you for Thursday.\n\nBo", False),
        ("Dear Siri,\n\nI am very grateful for your time.\n\nBo", False),
        ("Dear Siri,\n\nI really appreciate the hour.\n\nBo", False),
        ("Dear Siri,\n\nWe had a good talk. Thank you.\n\nBo", True),
        ("Dear all,\n\nThank you for Thursday.\n\nBo", True),
        ("Dear Siri and team,\n\nThank you for Thursday.\n\nBo", True),
    ],
)
def test_thanks_come_first_and_to_one_person(body: str, finding: bool) -> None:
    """In the first sentence."""
    assert bool(list(thanks.thanks_first(Context("", body, Kind.THANK_YOU)))) is finding


def test_a_note_quoted_word_for_word_counts_however_light_its_words() -> None:
    """Four of its words in a row are no chance."""
    notes = Meeting(
        minutes=30, notes="off: short video till 1 March = test, not forever\nkeep the tally sheet on paper"
    )
    brief = make_brief(replace(WARD, meeting=notes), Kind.THANK_YOU, TODAY)
    for sentence, found in (("My note: “off: short video till 1 March”.", False), ("I'll watch a short video.", True)):
        body = f"Dear Dr Zielińska,\n\nThank you for Thursday. {sentence}\n\nBest wishes,\nTomi"
        assert bool(list(thanks.something_said(Context.of_brief("Thanks", body, brief)))) is found, sentence
