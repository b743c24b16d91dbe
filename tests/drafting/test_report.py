"""The report: what was advised, what was done, what it led to; told as far as it is sure."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Case, Meeting
from outreach.domain.contact import Contact, Deed
from outreach.domain.draft import Kind, Level, Origin, Revision
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.drafting.report import advice_told
from outreach.engine.scripted import ScriptedEngine
from outreach.resources import prompts_folder
from outreach.templates import Templates

TODAY = dt.date(2027, 1, 20)
MET = dt.date(2026, 12, 3)
DONE = dt.date(2027, 1, 11)
TEMPLATES = Templates(prompts_folder())
NOTES = "Log every tide for a month.\nsmall jib first -> reef later, 2 hands!!\nLet the harbour pilot read the log."
MEETING = Meeting(date=MET, minutes=30, notes=NOTES, next_meeting=dt.date(2027, 2, 4))
MENTOR = Mentor("Teresa Moura", "Sailed round Iceland in 2019.", relationship=Relationship.MENTOR)
CASE = Case(Mentee("Ines Prado", ("Sail alone by 2028",)), MENTOR, meeting=MEETING)
LOGGED = Deed("Log every tide", DONE, "2 surprises in the first week", "Log every tide for a month.", MET)
PILOT = Deed("Show the log to the pilot", DONE, "she wants a copy", "Let the harbour pilot read the log.", MET)
EXAM = Deed("I passed the radio exam", DONE)


def drafted(*deeds: Deed, of: Case = CASE, seed: int = 1, said: str = "") -> Revision:
    """A report on these deeds; ``said``: what a model says."""
    contact = Contact(last_met=of.meeting.date if of.meeting else None, last_contact=MET, deeds=deeds)
    brief = make_brief(replace(of, contact=contact), Kind.REPORT, TODAY)
    engine = ScriptedEngine(lambda turns: said) if said else None
    *_, last = make_draft(brief, TEMPLATES, engine, Choices(seed))
    assert isinstance(last, DraftFinished)
    return last.revision


@pytest.mark.parametrize(
    ("note", "how", "told"),
    [
        ("Log every override a nurse makes", "advice", "to log every override a nurse makes"),
        ("dont hide the QA yrs, lead w/ them", "advice", "not to hide the QA years but to lead with them"),
        ("small jib first -> reef later, 2 hands!!", "", ""),
        ("grafts failed = too dry, wet towel over frame + work in morning", "", ""),
        ("wind from the north: the gate closes slowly, count to 20", "quote",
         "wind from the north: the gate closes slowly, count to 20"),
        ("show me the draft before you send it", "", ""),
        ("hiss: she hears more than the software", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_advice_is_told_quoted_or_left_out(note: str, how: str, told: str) -> None:
    """Whole words of a note may be quoted; shorthand that only its writer can read is left out."""
    found = {name: value for name, value in advice_told(note, MENTOR).items() if value}
    assert found == ({how: told} if how else {})


def test_you_said_i_did_it_led_to() -> None:
    """In this order, with the day; then thanks, and no request."""
    body = drafted(PILOT).body
    parts = ("3 December", "to let the harbour pilot read the log", "I showed the log to the pilot", "Thank you")
    places = [body.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "?" not in body


def test_what_was_advised_in_the_same_words_is_not_said_twice() -> None:
    """“You advised me to log every tide. I logged every tide” would."""
    body = drafted(LOGGED).body
    assert "That is what I did: 2 surprises in the first week." in body
    assert "I logged" not in body


def test_deeds_that_follow_advice_come_first_and_few_are_told() -> None:
    """Three at most; each section knows its facts."""
    revision = drafted(EXAM, Deed("moved to Porto", DONE), Deed("read a book", DONE), LOGGED)
    assert revision.body.find("That is what I did") < revision.body.find("I also")
    assert sum(name in revision.body for name in ("exam", "Porto", "a book")) == 2
    facts = {section.name: section.facts for section in revision.sections}
    assert "contact.advice:4" in facts["echo"]
    assert facts["deed"] == ("contact.deeds:4", "contact.results:4")


@pytest.mark.parametrize("relationship", Relationship)
@pytest.mark.parametrize(
    "deeds", [(LOGGED,), (EXAM,), (PILOT, LOGGED, EXAM), (Deed("CV -> 1 page", DONE, "->2 calls"),)]
)
def test_every_report_is_ready_and_asks_for_nothing(relationship: Relationship, deeds: tuple[Deed, ...]) -> None:
    """Among equals nobody is advised."""
    introducer = "Ann Berg" if relationship is Relationship.INTRODUCED else ""
    case = replace(CASE, mentor=replace(MENTOR, relationship=relationship, introduced_by=introducer))
    for seed in (1, 2, 3):
        revision = drafted(*deeds, of=case, seed=seed)
        assert revision.ready, [one for one in revision.findings if one.level is Level.FAIL]
        assert "?" not in revision.body
        assert 20 <= len(revision.body.split()) <= 130
        if relationship in {Relationship.PEER, Relationship.REVERSE}:
            assert "advi" not in revision.body + revision.subject
            assert "mentor" not in revision.body.lower()


def test_the_day_of_advice_is_named_only_where_it_is_known() -> None:
    """Advice of an earlier meeting than the last was not given in the last."""
    old = replace(PILOT, advice="Ask for a berth in autumn", promised=dt.date(2026, 9, 1))
    body = drafted(old).body
    assert "When we spoke on Thursday 3 December, you advised" not in body
    assert "to ask for a berth in autumn" in body


def test_what_is_open_comes_next_and_the_next_meeting_too() -> None:
    """What is done is not announced."""
    actions = (Action("Row to the island", done=True), Action("Buy a new jib", by=dt.date(2027, 1, 30)))
    body = drafted(PILOT, of=replace(CASE, meeting=replace(MEETING, next_actions=actions))).body
    assert "Next, I'll buy a new jib by 30 January." in body
    assert "island" not in body
    assert "Thursday 4 February" in body
    alone = drafted(PILOT, of=replace(CASE, meeting=replace(MEETING, next_meeting=None))).body
    assert "answer" in alone


def test_a_note_in_shorthand_is_told_by_the_model_or_not_at_all() -> None:
    """With a clean sentence of the model's the report has it; without one it says that there was advice."""
    deed = Deed("Sail with the small jib", DONE, "", "small jib first -> reef later", MET)
    plain = drafted(deed)
    assert "jib first" not in plain.body
    assert "advice" in plain.body
    told = drafted(deed, said="You advised me to take the small jib first and to reef later.")
    model = [section for section in told.sections if section.origin is Origin.MODEL]
    assert [section.facts for section in model] == [("contact.advice:1",)]
    assert "acted on it" not in told.body


@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.CHECK_IN])
def test_nobody_who_owes_something_is_told_that_no_answer_is_needed(kind: Kind) -> None:
    """They may want to answer with it; nothing is asked for all the same."""
    known = Contact(last_met=MET, last_contact=MET, deeds=(LOGGED,))
    unplanned = replace(CASE, meeting=replace(MEETING, next_meeting=None))
    for owed in ((), ("lend me the chart",)):
        case = replace(unplanned, contact=replace(known, owed=owed))
        for seed in range(1, 7):
            *_, last = make_draft(make_brief(case, kind, TODAY), TEMPLATES, None, Choices(seed))
            assert isinstance(last, DraftFinished)
            assert last.revision.ready, last.revision.findings
            assert ("answer" in last.revision.body) is not bool(owed), last.revision.body
