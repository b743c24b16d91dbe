"""Which lines of the notes are advice; what either of the two promised, and what is private, never is."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.case import Meeting
from outreach.domain.facts import FactChanges
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.noted_advice import advice_in, noted_advice, told_as_deed

TOMASZ = Mentor("Tomasz Zieliński", "", title="Dr")
PRIYA = Mentee("Priya Nair", ("Build clinical models",))
DAY = dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    "note",
    [
        "Log every override a nurse makes.",
        "dont hide the QA yrs in CV, lead w/ them",
        "You should talk to the ward clerks first",
        "I should lead with the numbers",
        "try the night shift first",
        "She suggested starting with one ward",
        "warned against buying a tool",
        "her advice: never demo on a Friday",
        "told me not to demo on a Friday",
        "they said: ask for the budget in October not in spring",
        "disagree = ask Q w/ a number: 'block C is 91%, where do the 60 go?'",
        "wholesale = retail / 2 -> if cant live on that, retail is too low",
        "lucien pays growers 50% upfront, 50 on arrival => ask shops 30%",
        "he liked the label. keep father, lose 'amber'",
        "name the hostel, he'll ask anyway",
        "first 2 min good, too many 'sorry'. count them next time",
        "title before slides",
        "small presses answer, big ones dont",
        "CV: one page, numbers on top",
        "now, but with ONE suggestion: a tick box in the form",
        "send Anna the plan before Christmas",
        "interview: when don't know, say 'I would look it in EC2'",
        "2 copies, 2 villages, never one room",
        "he always writes the abstract first, I should too",
        "no master's first, nobody ever asked her for one",
        "if she were me she'd start with the portfolio",
        "you'll need a reference from a ward sister",
        "he told me that nobody reads appendices",
        "she'd start w/ stockists not retail. 3 cafes = steady, shop = weather",
        "he'd cut 43 -> the ~25 w/ clean casing, rest to supplement",
        "he'd test on a schema-only copy + 1% sample, not full prod dump",
        'but ask for deputy first, not PM. "Ask for the job you can\'t be refused"',
        "The patient's consent belongs on page one.",
        "next: turn the 3 worst fields into requirements, one page each",
    ],
)
def test_what_is_jotted_as_something_to_do_or_prefer_is_advice(note: str) -> None:
    """In whole sentences, in shorthand, behind labels and arrows, or as what they suggested."""
    assert advice_in(note, TOMASZ) == note


@pytest.mark.parametrize(
    "note",
    [
        "Will introduce me to Anna in MLOps.",
        "T. will look at my CV",
        "Dr Z: sends the reading list",
        "TZ to send slides",
        "She offered to read my draft",
        "suggested to introduce me to Anna",
        "recommended me to her boss",
        "says he will forward my note to Anna",
        "invites me to the team meeting in Jan",
        "she'd look at me for 2028 apprentice IF i can show 3 pieces",
        "let me know if you need anything",
        "sends me 3 example plans",
        "Anna will call me before Friday",
        "her offer: shadow day in Feb",
        "@mentor introduce me to Anna",
        "she'll, if I send it by Friday, read it",
    ],
)
def test_what_the_mentor_promised_is_no_advice(note: str) -> None:
    """With and without a subject, by name, initial or pronoun."""
    assert advice_in(note, TOMASZ) == ""


@pytest.mark.parametrize(
    "note",
    [
        "I'll log every override",
        "me: send plan",
        "TODO write one page",
        "need to send her the plan",
        "trial week 15-19 feb, unpaid, I have to ask my boss for holiday",
        "I should send him the plan",
        "she asked me to send the CV",
        "next call: 14 January 17:00",
        "Started at the hospital in 2009.",
        "his first model failed after two weeks",
        "took him 10 min to find the thing",
        "keeps the noise because the street is the document",
        "we talked about drift",
        "good talk, 40 minutes",
        "doesn't like attachments",
        "Chain Florey scheme: deadline 31 Jan",
        "in the shop after closing, S. had flour to her elbows, ended up nearly an hour",
        "call no 2, bad wifi on his end first 10 min",
        "call w Brid 21/1, 25 mins, in the car after shift",
        "he got filters at once (warehouse, grade), not the date slider",
        "next: june, after the first month's on site",
        "next: after the strips, no date",
        "meet again once figs are there, mid march?",
        "claim file still not read - she noticed!! read only ch 2 + the letters",
        'she thinks my f-holes are "good, a bit timid"',
        "my varnish = too fat on too lean, coats too fast",
        "8am here, 30 min, she'd read the one-pager!!",
        "she would have stopped the first one",
        "journal: he has a conflict (assoc. editor) so not his",
        "talk idea: do it together? he has half a text",
        "asked: why does block 1 look low? -> found 2 lots booked twice",
    ],
)
def test_own_actions_and_plain_facts_are_no_advice(note: str) -> None:
    """What the mentee means to do, what happened, and the mentor's life."""
    assert advice_in(note, TOMASZ) == ""


@pytest.mark.parametrize(
    ("note", "advice"),
    [
        ("start small; T. will send the checklist", "start small;"),
        ("log overrides - he'll send his template", "log overrides"),
    ],
)
def test_a_promise_beside_advice_is_left_out_of_it(note: str, advice: str) -> None:
    """Of a note that holds both only the advice is taken."""
    assert advice_in(note, TOMASZ) == advice


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Log every override a nurse makes.", "to log every override a nurse makes"),
        ("half-time before quit: ask boss for 4 days first", "to ask my boss for 4 days first"),
        ("should talk to the ward clerks first", "to talk to the ward clerks first"),
        ("She suggested starting with one ward", "to start with one ward"),
        ("recommended reading the NHS guidance", "to read the NHS guidance"),
        ("told me to keep a log", "to keep a log"),
        ("Advice - keep a log", "to keep a log"),
        ("dont hide the QA yrs in CV, lead w/ them", "not to hide the QA years in my CV but to lead with them"),
        ("title before slides", ""),
        ("Shadow deployment first.", ""),
    ],
)
def test_advice_is_told_as_a_deed_only_where_that_is_certain(note: str, told: str) -> None:
    """What code cannot tell is left to the mentee's own words."""
    assert told_as_deed(note, TOMASZ) == told


def test_a_jotted_line_is_one_piece_and_whole_sentences_are_their_own() -> None:
    """What goes on in small letters, with a number or in quotation marks belongs to what stands before it."""
    notes = "Start small. Log it.\nfig 3 is the paper. put it first\nask for deputy. “Ask for more”\nkeep it. 9s -> 1s"
    meeting = Meeting("m", DAY, notes=notes)
    found = noted_advice(Mentorship("", TOMASZ, meetings=(meeting,)), PRIYA, DAY)
    assert [noted.text for noted in found] == ["Start small.", "Log it.", *notes.splitlines()[1:]]


def test_private_and_dropped_lines_are_no_advice_and_a_released_one_is() -> None:
    """What may not leave the app is not offered, nor what the mentee dropped; other words take a note's place."""
    notes = "Log every override.\n! ask for her team\nDon't mention it, but start in May.\nStart with one ward."
    meeting = Meeting("m", DAY, notes=notes, private=("Be careful with the head nurse",))
    plain = Mentorship("", TOMASZ, meetings=(meeting,))
    changes = FactChanges(dropped=("Log every override.",)).with_wording(
        "Start with one ward.", "Start with one shift."
    )
    changed = Mentorship("", TOMASZ, meetings=(meeting,), changes=changes, allowed=("! ask for her team",))
    texts = [noted.text for noted in noted_advice(plain, PRIYA, DAY)]
    assert texts == ["Log every override.", "Start with one ward."]
    assert [noted.text for noted in noted_advice(changed, PRIYA, DAY)] == ["ask for her team", "Start with one shift."]


def test_notes_of_a_meeting_still_to_come_are_not_read() -> None:
    """Each piece knows its meeting and its day; what is noted for a later day has not been said yet."""
    meetings = (
        Meeting("a", DAY, notes="Start small."),
        Meeting("b", DAY + dt.timedelta(days=9), notes="Ask for more."),
    )
    found = noted_advice(Mentorship("", TOMASZ, meetings=meetings), PRIYA, DAY)
    assert [(one.text, one.meeting_id, one.day) for one in found] == [("Start small.", "a", DAY)]
