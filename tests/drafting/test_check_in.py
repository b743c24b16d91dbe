"""The sign of life: when the two last spoke, what was done since, what advice did, and no request."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case, Meeting
from outreach.domain.contact import Contact, Deed
from outreach.domain.draft import Kind, Level, Revision
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.exchange.case_file import read_case
from tests.review.drafts import CASES, templates

MET, TODAY = dt.date(2026, 9, 3), dt.date(2026, 11, 23)
FILES = sorted(CASES.glob("*.toml"))[1::3]
CASE = Case(Mentee("Ines Prado", ("Sail alone by 2028",)), Mentor("Teresa Moura", "x"))


def deed(what: str, result: str = "", advice: str = "", promised: dt.date | None = MET) -> Deed:
    """Something done in October."""
    return Deed(what, dt.date(2026, 10, 8), result, advice, promised)


MESSY = (
    deed("CV -> 1 page", "2 interviews"),
    deed("passed radio exam!!", promised=None),
    deed("ask boss for a 4-day week", "boss said yes, from January"),
    deed("x"),
)


def since(*deeds: Deed, case: Case = CASE, news: str = "", met: dt.date | None = MET) -> Case:
    """The case after a talk."""
    contact = Contact(last_met=met, last_contact=met, deeds=deeds, news=news)
    return replace(case, contact=contact)


def made(case: Case, seed: int = 1) -> Revision:
    """A sign of life from templates."""
    *_, last = make_draft(make_brief(case, Kind.CHECK_IN, TODAY), templates(), None, Choices(seed))
    assert isinstance(last, DraftFinished)
    return last.revision


def said(name: str, case: Case, seed: int = 1) -> str:
    """What one section says; empty where it is left out."""
    return next((one.text for one in made(case, seed).sections if one.name == name), "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_gives_a_sign_of_life(file: Path) -> None:
    """With nothing done and with much: ready, at most 110 words, nothing asked, no answer wanted."""
    case = read_case(file)
    meeting = replace(case.meeting, date=MET, next_meeting=None) if case.meeting and case.meeting.notes else None
    for deeds in ((), MESSY):
        revision = made(since(*deeds, case=replace(case, meeting=meeting)))
        fails = [finding for finding in revision.findings if finding.level is Level.FAIL]
        assert not fails, (fails, revision.body)
        assert 20 < len(revision.body.split()) <= 110
        assert "?" not in revision.body.replace("“", "").split("\n\n", 1)[1] or not deeds
        assert re.search(
            r"No answer|No need to answer|no need to answer|needn't answer", revision.body.replace("’", "'")
        )
        if case.mentor.relationship in {Relationship.PEER, Relationship.REVERSE}:
            assert not re.search(r"\bmentor|\bmentee|your advice", revision.body, re.IGNORECASE)


def test_deeds_are_told_with_what_they_led_to() -> None:
    """Sentences first, in order; what has no verb behind a colon; what is nothing not at all."""
    assert said("did", since(*MESSY)) == (
        "I passed the radio exam. I also asked my boss for a 4-day week. My boss said yes, from January. "
        "Also done: “CV -> 1 page” – 2 interviews."
    )


def test_fragments_of_both_sorts_keep_their_frames() -> None:
    """What was planned is never said to be news, nor news to have been planned."""
    told = said("did", since(deed("one-page plan"), deed("Termin beim Amt"), deed("offered a berth", promised=None)))
    assert told == (
        "Done, of what I had planned: a one-page plan; Termin beim Amt. One more piece of news: offered a berth."
    )


@pytest.mark.parametrize(
    ("what", "never"),
    [
        ("I closed the hull, varnish starts in June", "has happened"),
        ("exam passed", "here is my news"),
    ],
)
def test_what_is_said_of_the_news_fits_them(what: str, never: str) -> None:
    """What is still to come has not happened, and “News from me” says already that it is news."""
    for seed in range(1, 8):
        assert never not in said("last", since(deed(what, promised=None)), seed).lower()


def test_news_of_today_are_told_as_typed() -> None:
    """Behind the deeds."""
    case = since(deed("Row to the island"), news="I have a berth in Sesimbra now.")
    assert said("did", case) == "I rowed to the island. I have a berth in Sesimbra now."


@pytest.mark.parametrize(
    ("relationship", "ending"),
    [
        (Relationship.MENTOR, "I kept the log to five lines, as you advised."),
        (Relationship.PEER, "I kept the log to five lines, as you suggested."),
        (Relationship.REVERSE, "I kept the log to five lines."),
    ],
)
def test_a_deed_in_the_words_of_the_advice_says_so(relationship: Relationship, ending: str) -> None:
    """And nothing is said twice; who teaches was not advised."""
    case = replace(CASE, mentor=replace(CASE.mentor, relationship=relationship))
    meeting = Meeting(date=MET, notes="Keep the log to five lines.")
    case = replace(case, meeting=meeting)
    done = since(deed("Keep the log to five lines", advice="Keep the log to five lines."), case=case)
    assert said("did", done) == ending
    assert said("advice", done) == ""


def test_advice_behind_another_deed_is_named() -> None:
    """Told as advice; without any deed it is called to mind from the notes."""
    meeting = Meeting(date=MET, notes="Mark the reef on the chart before the race.")
    case = replace(CASE, meeting=meeting)
    advice = "your advice to mark the reef on the chart before the race"
    done = since(deed("buy a chart", advice="Mark the reef on the chart before the race."), case=case)
    assert advice in said("advice", done)
    assert advice in said("advice", since(case=case))


@pytest.mark.parametrize(
    ("contact", "last"),
    [
        (Contact(last_met=MET, answered=dt.date(2026, 8, 1), last_contact=MET), "we spoke on 3 September"),
        (Contact(answered=dt.date(2025, 8, 1), last_contact=MET), "wrote to me on 1 August 2025"),
    ],
)
def test_it_begins_with_when_the_two_last_spoke(contact: Contact, last: str) -> None:
    """Or who last wrote; with the year where it could be mistaken."""
    case = replace(CASE, contact=replace(contact, deeds=(deed("Row to the island"),)))
    texts = " ".join(said("last", case, seed) for seed in range(1, 8))
    assert last in texts
    assert "thank you again" in " ".join(said("last", replace(case, contact=contact), seed) for seed in range(1, 8))
