"""What the mentee did, told as done: promises in the infinitive, news as jotted, and what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.contact import Deed
from outreach.domain.people import Mentor
from outreach.drafting.deeds import told_deed
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
        ("photos of the hull wet and dry, send to Teresa", "I sent you photos of the hull wet and dry."),
        # A verb that may be a noun, a question still open, a ban and a noun keep their words.
        ("plan and run a tasting", "Done: plan and run a tasting."),
        ("decide whether to go freelance", "Done: decide whether to go freelance."),
        ("don't quote on the phone", "Done: don't quote on the phone."),
        ("CV -> 1 page", "Done: “CV -> 1 page”."),
        ("resend the invoice", "Done: resend the invoice."),
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
        ("just got the samples back", "I just got the samples back."),
        ("2nd week there, did my 1st audit", "News from me: second week there, and I did my first audit."),
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
    ("result", "told"),
    [
        ("2 interviews", "I rang three cafes: 2 interviews."),
        ("→ led to 3 calls", "I rang three cafes. It led to 3 calls."),
        ("5 of 9 wards use it", "I rang three cafes. 5 of 9 wards use it."),
        ("got two interviews", "I rang three cafes. I got two interviews."),
        ("saved 20 min/day", "I rang three cafes. It saved 20 minutes a day."),
        ("works on her phone", "I rang three cafes. It works on your phone."),
        ("works well", "I rang three cafes. It works well."),
        ("still sold 24 of 25", "I rang three cafes. I still sold 24 of 25."),
        ("Teresa was right", "I rang three cafes. You were right."),
        ("fewer false alarms", "I rang three cafes: fewer false alarms."),
        ("merged, 14 lines :)", "I rang three cafes: merged, 14 lines."),
        ("2 yes (12 loaves), 1 said ask again", "I rang three cafes: 2 yes (12 loaves), 1 said ask again."),
        ("one a loss -> dropped it", "I rang three cafes: one a loss, so I dropped it."),
        ("Yes!! from 1 april", "I rang three cafes. The answer was yes: from 1 April."),
        ("no, ask again", "I rang three cafes. The answer was no: ask again."),
        ("yes", "I rang three cafes. The answer was yes."),
        ("done, but it took all day", "I rang three cafes, but it took all day."),
        ("T. corrected 11 of them", "I rang three cafes. You corrected 11 of them."),
        ("2 of them. the third wants more", "I rang three cafes: 2 of them. The third wants more."),
        ("she liked it", "I rang three cafes: “she liked it”."),
        ("not sure yet", "I rang three cafes."),
        ("ok", "I rang three cafes."),
    ],
)
def test_a_result_says_no_more_than_was_typed_and_no_less(result: str, told: str) -> None:
    """A sentence stays one, a fragment follows a colon."""
    one = told_deed(Deed("ring three cafes", promised=PROMISED, result=result), MENTOR)
    assert one.with_result(one.sentence) == told


@pytest.mark.parametrize(
    ("what", "result", "told"),
    [
        # What the deed says is not said again, and a plan in another number stays a plan.
        ("rerun the model (10k runs)", "10k runs, 0.31", "I reran the model (10k runs): 0.31."),
        ("log every tide in April", "14 in april, 9 low", "I logged every tide in April: 14 of them, 9 low."),
        ("make 6 strips", "did 8 in the end. no cracks",
         "I had planned to make 6 strips and did 8 in the end. No cracks."),
        ("send Teresa the unused query", "sent as gist", "I sent you the unused query, as a gist."),
        ("run a drill with a control room", "control room wants two",
         "I ran a drill with a control room. The control room wants two."),
        ("talk to Ann", "she said yes", "I talked to Ann. She said yes."),
        # Of whom the deed names speaks what came of it, not of the mentor.
        ("meet Ann from HR", "nice chat, she'll look", "I met Ann from HR: nice chat, she'll look."),
        ("ask landlord about the sink", "he agreed", "I asked the landlord about the sink. He agreed."),
        ("introduce Ann to Teresa", "she liked it", "I introduced Ann to you: “she liked it”."),
        ("fix the pipeline", "build 40 -> 12 min", "I fixed the pipeline: build from 40 to 12 minutes."),
        ("book a slot", "booked for 12 oct", "I booked a slot, for 12 October."),
        ("draft a plan", "tried it yesterday, chaos", "I drafted a plan: tried it, chaos."),
        ("redo cost sheet", "learned loads, esp. prices", "I redid the cost sheet. I learned loads, esp. prices."),
        ("make one page", "live since this morning, 5 tiles", "I made one page: live since 4 September, 5 tiles."),
        ("1-pager: who takes over", "Ann and Joe", "Done: a 1-pager on who takes over – Ann and Joe."),
        ("photos of the strips: dry, send to Teresa", "12", "Done: photos of the strips: dry, sent to you – 12."),
        ("draft 1-page call tree, who/when/phone", "7 names",
         "I drafted a 1-page call tree (who/when/phone): 7 names."),
    ],
)  # fmt: skip
def test_a_result_is_told_behind_its_deed(what: str, result: str, told: str) -> None:
    """On the day when it was done, and with the people and things that the deed names."""
    one = told_deed(Deed(what, dt.date(2026, 9, 4), result, promised=PROMISED), MENTOR)
    assert one.with_result(one.sentence) == told


@pytest.mark.parametrize(
    ("base", "form"),
    [("teach", "taught"), ("plan", "planned"), ("visit", "visited"), ("apply", "applied"), ("travel", "travelled")],
)
def test_past_forms(base: str, form: str) -> None:
    """Of strong and weak verbs; none where it would be read as another verb."""
    assert past(base) == form
    assert past("resend") == past("lay") == ""
