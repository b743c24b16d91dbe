"""Worn phrases, flattery, apology, thanks, noise, attachments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Kind, Level
from outreach.review import manner
from outreach.review.context import Context
from outreach.review.rule import Check, Hit
from tests.review.drafts import TODAY, WARD, ward


def found(check: Check, text: str, kind: Kind = Kind.FIRST_CONTACT) -> list[Hit]:
    """What a check says of a text without a case."""
    return list(check(Context("", text, kind)))


CAUGHT = [
    (manner.worn_phrases, "I hope this email finds you well."),
    (manner.worn_phrases, "I hope you are doing well."),
    (manner.worn_phrases, "I'd love to pick your brain."),
    (manner.worn_phrases, "Dear Sir or Madam,"),
    (manner.worn_phrases, "Please reply at your earliest convenience."),
    (manner.worn_phrases, "I am reaching out as I came across your profile."),
    (manner.worn_phrases, "It is not just a form, it's a promise, and your journey shows it."),
    (manner.worn_phrases, "I want to delve into the pivotal forms."),
    (manner.worn_phrases, "Your insights would be invaluable, and I want to leverage them."),
    (manner.flattery, "You are the most brilliant nurse in Europe."),
    (manner.flattery, "Your amazing achievements speak for themselves."),
    (manner.flattery, "I am in awe of your clinic."),
    (manner.flattery, "As a renowned expert, you surely know."),
    (manner.flattery, "You're the best teacher in the whole country."),
    (manner.flattery, "Nobody is as wise as you."),
    (manner.apology, "Sorry to bother you with this."),
    (manner.apology, "I know you are very busy."),
    (manner.apology, "I realise how busy you must be."),
    (manner.apology, "I'm just a student with a question."),
    (manner.apology, "This might be a silly question."),
    (manner.apology, "You probably get a lot of emails like this."),
    (manner.noise, "Great form 👍"),
    (manner.noise, "This is VERY close to what I do."),
    (manner.noise, "PLEASE TRY IT ONCE."),
    (manner.noise, "It was fun! I laughed!"),
    (manner.noise, "See you there :)"),
    (manner.attachments, "I've attached my CV."),
    (manner.attachments, "Please find enclosed two photos."),
    (manner.attachments, "Pick a time at https://calendly.com/tomi."),
    (manner.attachments, "My form is in the attachment."),
    (manner.thanks_at_the_end, "Dear Siri,\n\nWould you have 20 minutes?\n\nBest regards,\nTomi"),
    (manner.thanks_at_the_end, "Dear Siri,\n\nWould you have 20 minutes?\n\nThanks in advance,\nTomi"),
]
PASSED = [
    (manner.worn_phrases, "I hope the lambing goes well."),
    (manner.worn_phrases, "Yours truly,"),
    (manner.worn_phrases, "I pick apples, and the landscape is flat."),
    (manner.worn_phrases, "I am passionate about clay."),
    (manner.worn_phrases, "It was a crucial week for us."),
    (manner.flattery, "It would be wonderful if you could spare 20 minutes."),
    (manner.flattery, "Our best skipper is our worst reader."),
    (manner.flattery, "It was a brilliant night for line 4."),
    (manner.flattery, "You know how remarkable a dry summer is here."),
    (manner.flattery, "Thank you for being so patient."),
    (manner.apology, "If you are busy, no reply is needed."),
    (manner.apology, "I'm just a phone call away."),
    (manner.apology, "I was sorry to miss your talk."),
    (manner.apology, "Skippers are busy people."),
    (manner.noise, "We met at the NHS, and I use CAD."),
    (manner.noise, "That fog was thick!"),
    (manner.noise, "My list: a) wood; b) glue."),
    (manner.attachments, "I am attached to our oldest boat."),
    (manner.attachments, "I have attached the new hinges to all twelve doors."),
    (manner.attachments, "I can send you photos if you like."),
    (manner.thanks_at_the_end, "Dear Siri,\n\nWould you have 20 minutes?\n\nMany thanks,\nTomi"),
    (manner.thanks_at_the_end, "Dear Siri,\n\nWould you?\n\nI'd be grateful for a line.\n\nBest,\nTomi"),
]


@pytest.mark.parametrize(("check", "text"), CAUGHT)
def test_what_wears_the_reader_out_is_found(check: Check, text: str) -> None:
    """Whatever words it is put in."""
    assert found(check, text)


@pytest.mark.parametrize(("check", "text"), PASSED)
def test_the_same_words_in_another_sense_are_none(check: Check, text: str) -> None:
    """Near misses that people rightly write."""
    assert found(check, text) == []


@pytest.mark.parametrize(
    "body",
    [
        "Dear Siri,\n\nI hope this email finds you well. I build boats.\n\nBo",
        "Dear Siri,\n\nI build boats. I hope this email finds you well.\n\nBo",
        "Dear Siri,\n\nI hope this email finds you well.\n\nI build boats.\n\nBo",
    ],
)
def test_an_empty_opener_can_be_taken_out_with_its_space(body: str) -> None:
    """What is left reads as if it had never stood there."""
    (hit,) = found(manner.worn_phrases, body)
    assert hit.fix == ""
    assert body[: hit.start] + body[hit.end :] == "Dear Siri,\n\nI build boats.\n\nBo"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "Many thanks in advance for your time, and I am truly glad.",
            "Many thanks for your time, and I am truly glad.",
        ),
        ("I am reaching out to you, and it is truly cold.", "I am writing to you, and it is truly cold."),
        ("Please answer at your earliest convenience.", "Please answer when it suits you."),
    ],
)
def test_a_worn_phrase_gives_way_to_a_plain_one(text: str, mended: str) -> None:
    """Where the grammar allows it."""
    hit = next(hit for hit in found(manner.worn_phrases, text) if hit.fix is not None)
    assert text[: hit.start] + (hit.fix or "") + text[hit.end :] == mended


def test_two_exclamation_marks_become_a_full_stop() -> None:
    """And only those."""
    text = "That keynote was fun!! I took notes."
    (hit,) = found(manner.noise, text)
    assert text[: hit.start] + (hit.fix or "") + text[hit.end :] == "That keynote was fun. I took notes."


def test_a_worn_phrase_never_keeps_a_draft_from_being_ready() -> None:
    """It warns, whatever the level of the rule that models' leftovers share with it."""
    assert {hit.level for hit in found(manner.worn_phrases, "I hope this email finds you well.")} == {Level.WARN}


def test_a_phrase_of_a_fact_is_no_finding() -> None:
    """Titles are what they are: a mentor may have written “The Robust Gardener”."""
    mentor = replace(
        WARD.mentor, background="Author of “The Robust Gardener” and of “Leverage for Nurses”. Runs LOVE Ostrava."
    )
    brief = make_brief(replace(WARD, mentor=mentor), Kind.FIRST_CONTACT, TODAY)
    body = "I read The Robust Gardener and Leverage for Nurses. LOVE Ostrava is next."
    context = Context.of_brief("", body, brief)
    assert [*manner.worn_phrases(context), *manner.noise(context)] == []


def test_praise_may_stand_once_beside_a_fact() -> None:
    """Slightly warm is answered more; flattery is not."""
    body = "Your newsletter ‘Twelve clicks’ is brilliant."
    assert not list(manner.flattery(Context.of_brief("", body, ward().brief)))
    assert list(manner.flattery(Context.of_brief("", body + " You are a genius.", ward().brief)))


def test_a_full_stop_is_offered_only_where_a_sentence_ends() -> None:
    """“That map!!! is great” has no place for one."""
    body = "Dear Dr Zielińska,\n\nThat map!!! is great!! I thank you.\n\nTomi"
    found = list(manner.noise(Context("", body, Kind.FIRST_CONTACT)))
    assert [one.fix for one in found] == [None, "."]
