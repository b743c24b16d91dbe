"""What the mentee did, told as done: promises in the infinitive, news as jotted, and what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.contact import Deed
from outreach.domain.people import Mentor
from outreach.drafting.deeds import told_deed, told_result
from outreach.wording.tenses import past

MENTOR = Mentor("Teresa Moura", "x")
PROMISED = dt.date(2026, 9, 3)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("Write a one-page plan", "I wrote a one-page plan."),
        ("must ask boss for a 4-day week", "I asked my boss for a 4-day week."),
        ("Buying a fork", "I bought a fork."),
        ("Call Anna, ask about the lease", "I called Anna and asked about the lease."),
        ("write up the log plan; send to Anna", "I wrote up the log plan and sent it to Anna."),
        ("send T. the plan by Friday", "I sent you the plan."),
        ("Practise 20 min/day", "I practised 20 minutes a day."),
        ("re-read the tide tables", "I re-read the tide tables."),
        # A verb that may be a noun, a question still open, a ban and a noun keep their words.
        ("plan and run a tasting", "Done, as planned: plan and run a tasting."),
        ("decide whether to go freelance", "Done, as planned: decide whether to go freelance."),
        ("don't quote on the phone", "Done, as planned: don't quote on the phone."),
        ("CV -> 1 page", "Done, as planned: “CV -> 1 page”."),
        ("resend the invoice", "Done, as planned: resend the invoice."),
        ("x", ""),
    ],
)
def test_a_promise_is_told_as_kept(what: str, sentence: str) -> None:
    """In the past where its verb is certain; else in a frame that claims no verb."""
    assert told_deed(Deed(what, promised=PROMISED), MENTOR).sentence == sentence


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("I passed the exam", "I passed the exam."),
        ("Passed B2 exam!!", "I passed the B2 exam."),
        ("started new job at the harbour", "I started a new job at the harbour."),
        ("got the contract", "I got the contract."),
        ("boss said yes", "My boss said yes."),
        ("I told Teresa's editor about it", "I told your editor about it."),
        # Who accepted, and whom? The mentee was accepted; only their words say so.
        ("accepted at Ulm", "News from me: accepted at Ulm."),
        ("offered a place at Ulm", "News from me: offered a place at Ulm."),
        ("exam passed", "News from me: exam passed."),
    ],
)
def test_news_is_told_with_the_subject_that_it_lacks(what: str, sentence: str) -> None:
    """And with no other than the mentee, where that is certain."""
    assert told_deed(Deed(what), MENTOR).sentence == sentence


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ("2 interviews", "It led to 2 interviews."),
        ("→ led to 3 calls", "It led to 3 calls."),
        ("5 of 9 wards use it", "5 of 9 wards use it."),
        ("got two interviews", "I got two interviews."),
        ("saved 20 min/day", "It saved 20 minutes a day."),
        ("Teresa was right", "You were right."),
        ("fewer false alarms", "What came of it: fewer false alarms."),
        ("she liked it", "What came of it: “she liked it”."),
        ("not sure yet", ""),
        ("ok", ""),
    ],
)
def test_a_result_says_no_more_than_was_typed(result: str, sentence: str) -> None:
    """A sentence stays one, a fragment gets the subject that is certain, or a frame."""
    assert told_result(result, MENTOR) == sentence


@pytest.mark.parametrize(
    ("base", "form"),
    [("teach", "taught"), ("plan", "planned"), ("visit", "visited"), ("apply", "applied"), ("travel", "travelled")],
)
def test_past_forms(base: str, form: str) -> None:
    """Of strong and weak verbs; none where it would be read as another verb."""
    assert past(base) == form
    assert past("resend") == past("lay") == ""
