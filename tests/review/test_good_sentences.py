"""Sentences that people rightly write: a rule that fires on one of them is a bad rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Ask
from outreach.domain.draft import Kind, Level
from outreach.review.check import review
from tests.review.drafts import TODAY, WARD, ward

FIRST = [
    "I'm writing because you cut the admission form from 94 questions to 31.",
    "I watched your PyData talk from London.",
    "I watched the PyData London 2024 talk, and I'd like to hear more.",
    "How did you cut 94 questions to 31?",
    "Your job at Ostrava Clinic is close to what I hope to do one day.",
    "Your newsletter ‘Twelve clicks’ is on my list.",
    "My goal is a data job in a hospital by the end of 2028.",
    "One day I want to be head of informatics.",
    "You were a night nurse for eleven years, and I have been a clerk for nine.",
    "I have been on two wards for 9 years.",
    "Thank you, Dr Zielinska.",
    "You worked nights for 11 years before that.",
    "I keep the discharge forms on two wards.",
    "Tuesdays after 16:00 suit me best.",
    "If a call is too much, a line by email is fine.",
    "A short no is fine too.",
    "No hurry at all.",
    "If this is not for you, please ignore it.",
    "I know nobody who has done this.",
    "That made me think of our own form.",
    "My colleagues call me the form person.",
    "We still write everything twice.",
    "It took us months to agree on one page.",
    "The nurses I work with skip pages as well.",
    "I don't want to waste your time, so here is my one question.",
    "Reading about it gave me hope.",
    "Please don't feel you have to answer.",
    "I can tell you frankly what breaks on a busy ward.",
    "In return I'm glad to try early forms with nurses.",
    "Either way, thank you for the newsletter.",
    "Leith Infirmary has no informatics team.",
    "It's what I'd like to learn.",
    "Dr Zielińska, thank you for reading this far.",
    "Your team of 14 is larger than our whole ward.",
    "You keep bees with your sister.",
    "Nobody on my ward works with data.",
    "I'd be glad of 20 minutes.",
    "The Ostrava form is the one I would copy.",
]
ASKS = [
    "Would you have 20 minutes for a call, or could I send you a question by email?",
    "Could I ask you about your first data project?",
    "Would you be open to a 20-minute call?",
    "May I send you one question by email?",
    "Could we talk for 20 minutes, whenever it suits you?",
    "Do you have 20 minutes for a call in the next weeks?",
    "Would twenty minutes on the phone be possible?",
    "I'd like to ask you how a clerk finds a first project; would you have 20 minutes?",
    "Are you free for a 20-minute call on a Tuesday?",
    "Would you tell me how you chose the first form?",
]
THANKS = [
    "Thank you for the forty minutes on Thursday 3 December.",
    "Thank you for taking the time.",
    "Thanks again for our call.",
    "It was good to talk to you.",
    "Your advice to start with a form that people complain about has stayed with me.",
    "You told me to count ten shifts before changing anything.",
    "As you said, people complain about one form more than any other.",
    "I'll count ten shifts first, as you suggested.",
    "I look forward to Thursday 14 January.",
    "See you on 14 January.",
    "I'll let you know what I find.",
    "I am looking forward to the question list.",
    "Thank you for offering to send the question list.",
    "I have already begun to count.",
    "By 18 December I'll have the minutes of 10 shifts.",
]


@pytest.mark.parametrize("sentence", FIRST)
def test_a_true_sentence_is_no_fault_in_a_first_contact(sentence: str) -> None:
    """Facts in other words, small talk, a way out."""
    draft = ward()
    found = [finding for finding in draft.checked(draft.with_sentence(sentence)) if finding.level is Level.FAIL]
    assert not found, [(finding.rule, finding.message) for finding in found]


@pytest.mark.parametrize("ask", ASKS)
def test_one_request_may_be_put_in_many_ways(ask: str) -> None:
    """With its alternative and its way out it is one request."""
    draft = ward()
    sections = {section.name: section.text for section in draft.revision.sections}
    assert draft.failing(draft.revision.body.replace(sections["ask"], ask)) == set()


@pytest.mark.parametrize("sentence", THANKS)
def test_a_true_sentence_is_no_fault_in_a_thank_you(sentence: str) -> None:
    """What was said, what will be done, and looking forward."""
    draft = ward(Kind.THANK_YOU)
    found = [finding for finding in draft.checked(draft.with_sentence(sentence)) if finding.level is Level.FAIL]
    assert not found, [(finding.rule, finding.message) for finding in found]


def test_a_phrase_of_a_used_fact_is_never_a_finding() -> None:
    """A job, a referral, a year: where the mentee's own ask says so, the review does not complain."""
    case = replace(WARD, ask=Ask(about="the referral form of your clinic and its 7 versions", minutes=20))
    brief = make_brief(case, Kind.FIRST_CONTACT, TODAY)
    draft = ward()
    sections = {section.name: section.text for section in draft.revision.sections}
    body = draft.revision.body.replace(
        sections["ask"], "Would you have 20 minutes to talk about the referral form of your clinic and its 7 versions?"
    )
    assert [finding.rule for finding in review("A question", body, brief).findings if finding.level is Level.FAIL] == []


@pytest.mark.parametrize("name", ["Dr Zielińska", "Dr Zielinska", "dr Zielińska"])
def test_a_greeting_typed_without_diacritics_is_right_only_as_stored(name: str) -> None:
    """The name is spelt as stored; anything else is a wrong name."""
    draft = ward()
    failing = draft.failing(draft.revision.body.replace("Dr Zielińska", name, 1))
    assert ("R16" in failing) is (name != "Dr Zielińska")


def test_today_matters_not() -> None:
    """The review of a text does not change with the day."""
    draft = ward()
    later = replace(draft.brief, today=dt.date(2027, 6, 1))
    assert review(draft.revision.subject, draft.revision.body, later).findings == draft.revision.findings
