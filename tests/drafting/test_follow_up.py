"""The follow-up: who and why again, one thing that is new, the same request, and no word about the silence."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Ask, Case
from outreach.domain.contact import Contact, Deed, Sent
from outreach.domain.draft import Kind, Level, Origin, Revision, Wish
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.follow_up_text import FollowUpText
from outreach.drafting.pipeline import make_draft
from outreach.engine.scripted import ScriptedEngine
from outreach.exchange.case_file import read_case
from tests.review.drafts import CASES, templates

FIRST, TODAY = dt.date(2026, 11, 16), dt.date(2026, 11, 23)
FILES = sorted(CASES.glob("*.toml"))[::3]
MENTEE = Mentee(
    "Ines Prado",
    ("Sail alone by 2028",),
    role="Dock hand",
    organisation="the harbour of Setúbal",
    can_offer=("teach you to splice rope", "photos of the old harbour"),
    availability=("Tuesdays after 18:00",),
)
MENTOR = Mentor(
    "Teresa Moura",
    "She sailed alone from Setúbal to the Azores in 2009.\nShe teaches harbour workers to read the tide.",
)
CASE = Case(MENTEE, MENTOR, Ask(about="how to read the tide in a harbour", minutes=20))
SENT = Sent(
    FIRST,
    Kind.FIRST_CONTACT,
    "Reading the tide",
    "In return, I can teach you to splice rope.",
    ("mentor.background:1",),
)
_REPROACH = re.compile(
    r"checking in|hear[d]? (?:back|from you yet)|busy|bump|silence|no answer|reminder|sorry|still waiting",
    re.IGNORECASE,
)


def made(case: Case, seed: int = 1) -> Revision:
    """A follow-up from templates."""
    *_, last = make_draft(make_brief(case, Kind.FOLLOW_UP, TODAY), templates(), None, Choices(seed))
    assert isinstance(last, DraftFinished)
    return last.revision


def said(name: str, case: Case, seed: int = 1) -> str:
    """What one section says; empty where it is left out."""
    return next((one.text for one in made(case, seed).sections if one.name == name), "")


def after(*sent: Sent, case: Case = CASE, news: str = "", deeds: tuple[Deed, ...] = ()) -> Case:
    """The case with what was sent."""
    return replace(case, contact=Contact(sent=sent, last_contact=sent[-1].date, news=news, deeds=deeds))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_can_be_followed_up(file: Path) -> None:
    """Behind its real first mail: ready, short, in one thread, one request, no reproach."""
    case = replace(read_case(file), meeting=None)
    *_, last = make_draft(make_brief(case, Kind.FIRST_CONTACT, FIRST), templates(), None, Choices(1))
    assert isinstance(last, DraftFinished)
    first = last.revision
    used = tuple(fact for section in first.sections for fact in section.facts)
    revision = made(after(Sent(FIRST, Kind.FIRST_CONTACT, first.subject, first.body, used), case=case))
    fails = [finding for finding in revision.findings if finding.level is Level.FAIL]
    assert not fails, (fails, revision.body)
    assert revision.subject == f"Re: {first.subject}"
    assert len(revision.body.split()) <= 90
    assert "16 November" in revision.body
    assert not _REPROACH.search(revision.body)
    if case.mentor.relationship in {Relationship.PEER, Relationship.REVERSE}:
        assert not re.search(r"\bmentor|\bmentee", revision.body, re.IGNORECASE)


@pytest.mark.parametrize(
    ("case", "new"),
    [
        (after(SENT, news="I crossed the bay alone on Sunday."), r"I crossed the bay alone on Sunday\."),
        (after(SENT, news="boss lets me take the dinghy"), r"my boss lets me take the dinghy\."),
        (after(SENT, news="B2 certificate"), r"News from me: B2 certificate\."),
        (after(SENT, deeds=(Deed("passed radio exam", TODAY),)), r"In the meantime, I passed the radio exam\."),
        (after(SENT), r"you teach harbour workers to read the tide\."),
        (
            after(replace(SENT, facts=("mentor.background:1", "mentor.background:2"))),
            r"I can offer photos of the old harbour\.",
        ),
    ],
)
def test_something_new_is_added(case: Case, new: str) -> None:
    """The mentee's news first, then what they did, a fact that the first mail left out, another offer."""
    assert re.search(rf"{new}$", said("new", case))


def test_without_anything_new_it_is_a_plain_short_note() -> None:
    """Nothing is made up to fill the place."""
    mentor = replace(MENTOR, background="x")
    case = after(SENT, case=replace(CASE, mentor=mentor, mentee=replace(MENTEE, can_offer=())))
    revision = made(case)
    assert [one.name for one in revision.sections] == ["again", "ask", "close"]
    assert "about" in revision.body or "how to read the tide" in revision.body


def test_news_that_fails_is_not_left_out_in_silence() -> None:
    """The mentee typed it for this mail; the draft is not ready, and says why."""
    assert "vacancy" in said("new", after(SENT, news="I'd take any vacancy on your boat"))


def test_a_second_one_says_that_it_is_the_last() -> None:
    """Without reproach; a new first mail begins anew."""
    again = Sent(dt.date(2026, 11, 20), Kind.FOLLOW_UP, "Re: Reading the tide", "x")
    for seed in range(1, 7):
        close = said("close", after(replace(SENT, date=dt.date(2026, 11, 9)), again), seed)
        assert re.search(r"my last mail|won't write|leave it at this", close)
        assert "thank" in close.casefold()
        assert not _REPROACH.search(close)
    anew = after(again, replace(SENT, date=TODAY))
    assert "last" not in said("close", anew)


def test_the_thread_is_kept_where_it_is_known() -> None:
    """One ``Re:``, and a subject of its own where the first mail was not drafted here."""
    assert made(after(replace(SENT, subject="Re: Your talk"))).subject == "Re: Your talk"
    assert made(after(Sent(FIRST))).subject == "Reading the tide in a harbour"
    assert "more reason" not in said("new", after(Sent(FIRST)))


def test_the_words_differ_from_mail_to_mail() -> None:
    """By the seed."""
    assert len({made(after(SENT), seed).body for seed in range(1, 9)}) > 4


def test_the_model_may_write_the_second_reason_alone() -> None:
    """One fact, the same prompt as for the first hook; where news come first, it is asked for nothing."""
    hook = "I'm writing because you teach harbour workers to read the tide."
    engine = ScriptedEngine(lambda turns: hook)
    *_, last = make_draft(make_brief(after(SENT), Kind.FOLLOW_UP, TODAY), templates(), engine, Choices(1))
    assert isinstance(last, DraftFinished)
    written = [one for one in last.revision.sections if one.origin is Origin.MODEL]
    assert [(one.name, one.facts) for one in written] in ([], [("new", ("mentor.background:2",))])
    text = FollowUpText(make_brief(after(SENT), Kind.FOLLOW_UP, TODAY), templates(), Choices(1))
    assert [task.fact_id for task in text.tasks()] == ["mentor.background:2"]
    told = FollowUpText(make_brief(after(SENT, news="I won."), Kind.FOLLOW_UP, TODAY), templates(), Choices(1))
    assert told.tasks() == []
    assert any("splice" not in way.text for way in told.ways("new", Wish.ANOTHER_FACT))


@pytest.mark.parametrize("relationship", ["cold", "introduced", "acquaintance", "peer", "reverse"])
def test_after_an_answer_the_last_mail_is_followed_up(relationship: str) -> None:
    """Not as to a stranger: who writes and why is known, and only a time is open."""
    wrote = Sent(dt.date(2026, 11, 18), Kind.REPLY, "", "Would Tuesday suit you?")
    mentor = replace(MENTOR, relationship=Relationship(relationship), found_through="your talk in Faro")
    known = Contact(sent=(SENT, wrote), answered=dt.date(2026, 11, 17), last_contact=wrote.date)
    for seed in range(1, 5):
        revision = made(replace(CASE, mentor=mentor, contact=known), seed)
        assert revision.body.splitlines()[2].startswith("On 18 November I wrote to find a time ")
        assert not re.search(r"I'm Ines|16 November|Faro|work the|splice", revision.body)
        assert revision.subject == "Re: Reading the tide"
        assert len(re.findall(r"\?", revision.body)) == 1
        assert [one for one in revision.findings if one.level is Level.FAIL] == []


@pytest.mark.parametrize(
    ("background", "added"),
    [
        ("She teaches harbour workers to read the tide.", True),
        ("After four years in Colombo as harbour master she joined the tide office.", False),
        ("She has restored about 40 boats.", False),
    ],
)
def test_a_second_fact_must_be_a_reason_of_its_own(background: str, added: bool) -> None:
    """On what is asked, and no line of a CV that is there to fill the place."""
    mentor = replace(MENTOR, background=f"She wrote down how to read the tide in a harbour.\n{background}")
    case = after(SENT, case=replace(CASE, mentor=mentor, mentee=replace(MENTEE, can_offer=())))
    assert bool(said("new", case)) is added


def test_an_acquaintance_is_not_told_who_writes() -> None:
    """Nor a mentor."""
    for relationship in (Relationship.ACQUAINTANCE, Relationship.MENTOR):
        case = after(SENT, case=replace(CASE, mentor=replace(MENTOR, relationship=relationship)))
        assert "I'm Ines" not in made(case).body
