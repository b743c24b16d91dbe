"""The parts of an agenda, their times, and lines told to the mentor."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.contact import Contact, Deed, Sent
from outreach.domain.draft import Kind, Level
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting import agenda
from outreach.drafting.agenda import parts, shared_out
from outreach.drafting.agenda_text import AgendaText
from outreach.drafting.choices import Choices
from outreach.drafting.editing import edited
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from tests.review.drafts import templates

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2027, 1, 15)
RUTA = Mentee("Rūta Vaitkutė", goals=("Run the night desk alone",), timezone="Europe/Vilnius")
IDA = Mentor("Ida Sørensen", "Ida led the night desk of an emergency call centre for nine years.")


def brief(meeting: Meeting, mentor: Mentor = IDA, ask: Ask | None = None, mentee: Mentee = RUTA) -> Brief:
    return make_brief(Case(mentee, mentor, ask or Ask(), meeting), Kind.AGENDA, TODAY)


def related(relationship: Relationship) -> Mentor:
    return Mentor(IDA.name, IDA.background, relationship=relationship)


@pytest.mark.parametrize(
    ("relationship", "sent", "said"),
    [
        ("cold", False, ["I'm Rūta Vaitkutė. I'd like to run the night desk alone."]),
        ("introduced", False, ["I'm Rūta Vaitkutė. I'd like to run the night desk alone."]),
        ("cold", True, ["I'd like to run the night desk alone."]),
        ("acquaintance", False, ["I'd like to run the night desk alone."]),
        ("peer", False, []),
        ("reverse", True, []),
    ],
)
def test_only_a_stranger_is_told_who_writes(relationship: str, sent: bool, said: list[str]) -> None:
    """And a goal is no business of a friend, nor of who is taught; what is left is a part without it, or none."""
    meeting = Meeting(date=DAY, minutes=30, questions=("Which shift first?",))
    contact = Contact(sent=(Sent(TODAY),)) if sent else Contact()
    of = brief(meeting, related(Relationship(relationship)))
    of = make_brief(replace(of.case, contact=contact), Kind.AGENDA, TODAY)
    assert [line.text for part in parts(of, templates()) if part.name == "start" for line in part.lines] == said
    first = make_brief(replace(of.case, meeting=replace(meeting, number=1)), Kind.AGENDA, TODAY)
    start = [part for part in parts(first, templates()) if part.name == "start"]
    assert [part.heading for part in start if not said] == ([] if said else ["Before we start"])


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Run the night desk alone by August 2026", "I'd like to run the night desk alone."),
        ("Run the night desk alone by 2026", "I'd like to run the night desk alone."),
        ("Run the night desk alone by 14 Jan 2027", "I'd like to run the night desk alone."),
        ("Run the night desk alone by 15 January 2027", "I want to run the night desk alone by 15 January 2027."),
        ("Run the night desk alone by end of 2027", "I want to run the night desk alone by the end of 2027."),
        ("Run the night desk alone by Easter", "I'd like to run the night desk alone by Easter."),
    ],
)
def test_a_deadline_that_is_over_is_not_told(goal: str, said: str) -> None:
    """Where its year tells."""
    of = brief(Meeting(date=DAY, minutes=30), mentee=replace(RUTA, goals=(goal,)))
    assert lines(of, "start") == [f"I'm Rūta Vaitkutė. {said}"]


def lines(of: Brief, name: str) -> list[str]:
    return [line.text for part in parts(of, templates()) if part.name == name for line in part.lines]


@pytest.mark.parametrize(
    ("action", "line"),
    [
        (Action("Count the calls after midnight", done=True), "Done: count the calls after midnight"),
        (Action("Ask boss about a second desk"), "Open: ask my boss about a second desk"),
        (Action("Draw the rota", by=dt.date(2027, 1, 20)), "Open: draw the rota, due 20 January"),
        (Action("Draw the rota", by=dt.date(2027, 1, 10)), "Open: draw the rota, was due 10 January"),
        (Action("Draw the rota", done=True, by=dt.date(2027, 1, 10)), "Done: draw the rota"),
        (Action("Send Ida the log"), "Open: send you the log"),
        (Action("Tap-test the spare desk"), "Open: tap-test the spare desk"),
        (Action("Email Dr Petraitis", done=True), "Done: email Dr Petraitis"),
        (
            Action("Send the checklist", done=True, owner=Owner.MENTOR),
            "Done on your side, thank you: send the checklist",
        ),
        (
            Action("She names the three worst hours", owner=Owner.MENTOR),
            "Open on your side: name the three worst hours",
        ),
        (Action("Ida names the three worst hours"), "Open on your side: name the three worst hours"),
        (Action("will send slides", owner=Owner.MENTOR), "Open on your side: send slides"),
        (Action("her: send slides", owner=Owner.MENTOR), "Open on your side: send slides"),
        (Action("I will ask Tom for the sheet"), "Open: ask Tom for the sheet"),
        (Action("Send her three of my drawings"), "Open: send you three of my drawings"),
        (Action("Dictate three letters"), "Open: dictate three letters"),
        (Action("Ask Jonas if Rūta may watch", owner=Owner.MENTOR), "Open on your side: ask Jonas if I may watch"),
        (Action("Introduce Rūta to Jonas", owner=Owner.MENTOR), "Open on your side: introduce me to Jonas"),
    ],
)
def test_actions_say_whether_they_are_done_and_whose_they_are(action: Action, line: str) -> None:
    """With the due date of what is open, and a thank-you for a promise kept."""
    assert lines(brief(Meeting(date=DAY, minutes=30, number=2, previous_actions=(action,))), "actions") == [line]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("she took 40 calls alone", "You took 40 calls alone"),
        ("Ida heard the first tape", "You heard the first tape"),
        ("my boss says she likes the rota", "My boss says she likes the rota"),
        ("a client wrote that he would come back", "A client wrote that he would come back"),
        ("night calls = 212, day calls 40", "Night calls = 212, day calls 40"),
        ("31 calls in november, 4 on 2 may", "31 calls in November, 4 on 2 May"),
        ("they said yes", "They said yes"),
        ("→ first client!", "First client!"),
        ("i wrote it down", "I wrote it down"),
        ("see [the log]", "See (the log)"),
    ],
)
def test_progress_stands_as_typed_but_where_it_is_of_the_mentor(typed: str, line: str) -> None:
    """A “she” is the mentor only where nobody else is named."""
    assert lines(brief(Meeting(date=DAY, minutes=30, number=2, progress=(typed,))), "progress") == [line]


@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("phone", "by phone"),
        ("video call with captions", "by video call with captions"),
        ("Teams", "on Teams"),
        ("coffee", "over coffee"),
        ("in her office", "in your office"),
        ("his office", "at your office"),
        ("in person, school library", "in person, school library"),
        ("walk round the garden", "walk round the garden"),
        ("", ""),
    ],
)
def test_the_mode_is_told_plainly(mode: str, shown: str) -> None:
    """A place as typed, a medium with its preposition."""
    assert agenda.values(brief(Meeting(date=DAY, minutes=30, mode=mode)))["mode"] == shown


def test_half_an_hour_is_cut_as_guides_have_it() -> None:
    """Five for actions, three to arrive, seventeen for questions, five for what comes next."""
    meeting = Meeting(
        date=DAY, minutes=30, number=2, previous_actions=(Action("Draw the rota"),), progress=("The desk is set up",)
    )
    assert shared_out(30, [part.weight for part in parts(brief(meeting), templates())]) == [5, 3, 17, 5]


@pytest.mark.parametrize("minutes", [40, 45, 60, 90, 120])
def test_a_long_meeting_is_cut_in_fives(minutes: int) -> None:
    """Nobody plans an hour in sevens."""
    assert all(time % 5 == 0 for time in shared_out(minutes, [5.0, 3, 17, 5, 5]))


@pytest.mark.parametrize("minutes", range(7, 130))
def test_equals_have_equal_time(minutes: int) -> None:
    """Whatever the length, both ask for as long."""
    shared = shared_out(minutes, [5.0, 3, 17, 17, 5, 5])
    assert shared[2] == shared[3]
    assert sum(shared) == minutes


@pytest.mark.parametrize("minutes", range(18, 60))
def test_a_part_has_two_minutes_unless_the_meeting_is_tiny(minutes: int) -> None:
    """A minute is no part of a talk."""
    assert min(shared_out(minutes, [5.0, 3, 17, 17, 5, 5])) >= 2


@pytest.mark.parametrize(
    ("about", "shown"),
    [
        ("a first lesson in reading a drone map", "Reading a drone map"),
        ("whether an evening on reading maps would be of use", "Reading maps"),
        ("whether she would like to learn small scripts", "Small scripts"),
        ("showing how young people use video", "How young people use video"),
        ("whether it would help", "Night logs that fill themselves"),
        ("", "Night logs that fill themselves"),
    ],
)
def test_a_session_shows_its_subject(about: str, shown: str) -> None:
    """Not whether there should be one; else what the mentee offers."""
    mentee = Mentee("Rūta Vaitkutė", goals=("Learn to teach",), can_offer=("Night logs that fill themselves",))
    of = brief(Meeting(date=DAY, minutes=45), related(Relationship.REVERSE), Ask(about), mentee)
    assert lines(of, "show") == [shown]


def test_a_first_talk_with_a_stranger_takes_no_series_for_granted() -> None:
    """How often one speaks is for those who have agreed to; the others are asked whether."""
    stranger = brief(Meeting(date=DAY, minutes=20, number=1))
    mentor = brief(Meeting(date=DAY, minutes=20, number=1), related(Relationship.MENTOR))
    assert "how often" not in " ".join(lines(stranger, "start"))
    assert "how often we meet" in " ".join(lines(mentor, "start"))
    assert lines(stranger, "next") == ["What I try first, and whether we speak again"]
    assert lines(mentor, "next") == ["What I do next and by when, and when we speak again"]


@pytest.mark.parametrize("relationship", Relationship)
@pytest.mark.parametrize("block", ["subject", "opening", "next"])
def test_ways_to_say_a_line_differ(relationship: Relationship, block: str) -> None:
    """Each of them is new, and speaks to equals as equals."""
    values = agenda.values(brief(Meeting(date=DAY, minutes=30, number=2), related(relationship)))
    blocks = templates().variants("agenda.j2", block)
    texts = [templates().sentence("agenda.j2", one, values) for one in blocks]
    assert len(blocks) > 1
    assert not any(one == other for one, other in itertools.combinations(texts, 2))
    assert not any("mentor" in text or "mentee" in text for text in texts)


def test_agendas_do_not_all_begin_alike() -> None:
    """The seed decides among equally good openings; the same seed begins alike each time."""
    of = brief(Meeting(date=DAY, minutes=30, number=2))

    def opening(seed: int) -> str:
        return AgendaText(of, templates(), Choices(seed)).sections()[0].text

    assert len({opening(seed) for seed in range(1, 12)}) == 3
    assert opening(4) == opening(4)


@pytest.mark.parametrize(
    ("here", "there", "day", "time", "told"),
    [
        (
            "Europe/London", "Europe/Warsaw", "2026-12-03", "17:00",
            "Thursday 3 December 2026 at 18:00 your time (17:00 London time)",
        ),
        # Two weeks in March, and one in autumn, in which New York is an hour nearer.
        (
            "Europe/London", "America/New_York", "2027-03-11", "16:00",
            "Thursday 11 March 2027 at 11:00 your time (16:00 London time)",
        ),
        (
            "Europe/London", "America/New_York", "2027-03-18", "16:00",
            "Thursday 18 March 2027 at 12:00 your time (16:00 London time)",
        ),
        (
            "Europe/London", "America/New_York", "2026-10-28", "16:00",
            "Wednesday 28 October 2026 at 12:00 your time (16:00 London time)",
        ),
        (
            "Europe/London", "Asia/Kathmandu", "2026-12-03", "17:00",
            "Thursday 3 December 2026 at 22:45 your time (17:00 London time)",
        ),
        (
            "America/Los_Angeles", "Europe/Berlin", "2026-12-31", "17:00",
            "Friday 1 January 2027 at 02:00 your time (Thursday 31 December at 17:00 Los Angeles time)",
        ),
        (
            "Pacific/Auckland", "America/Los_Angeles", "2026-12-08", "08:00",
            "Monday 7 December 2026 at 11:00 your time (Tuesday 8 December at 08:00 Auckland time)",
        ),
        (
            "Europe/London", "Asia/Tokyo", "2028-02-28", "22:00",
            "Tuesday 29 February 2028 at 07:00 your time (Monday 28 February at 22:00 London time)",
        ),
        ("Europe/London", "Europe/Lisbon", "2026-12-03", "17:00", "at 17:00 (London time)"),
        ("Europe/London", "Nowhere/Atlantis", "2026-12-03", "17:00", "at 17:00 (London time)"),
        ("", "Europe/Berlin", "2026-12-03", "17:00", "at 17:00"),
        # There is no 01:30 on that night, and on the other there are two.
        ("Europe/London", "Europe/Berlin", "2027-03-28", "01:30", "at 01:30 (London time)"),
        (
            "Europe/London", "Europe/Berlin", "2026-10-25", "01:30",
            "Sunday 25 October 2026 at 02:30 your time (01:30 London time)",
        ),
    ],
)  # fmt: skip
def test_the_meeting_is_named_on_both_clocks(here: str, there: str, day: str, time: str, told: str) -> None:
    """The mentor's first, which no mail to them calls by its place; each with its date where it is another day."""
    meeting = Meeting("", dt.date.fromisoformat(day), dt.time.fromisoformat(time), 30)
    of = brief(meeting, replace(IDA, timezone=there), mentee=replace(RUTA, timezone=here))
    assert str(agenda.values(of)["when"]).endswith(told)


def test_the_review_knows_the_date_on_the_other_clock() -> None:
    """And still no third one."""
    meeting = Meeting("", dt.date(2026, 12, 3), dt.time(17), 30, questions=("Which shift first?", "Who taught you?"))
    of = brief(meeting, replace(IDA, timezone="Europe/Berlin"), mentee=replace(RUTA, timezone="America/Los_Angeles"))
    made = make_draft(of, templates(), None, Choices(1))
    revision = next(event.revision for event in made if isinstance(event, DraftFinished))
    assert revision.subject in {"Agenda for 4 December", "My questions for 4 December"}
    assert "Friday 4 December 2026 at 02:00 your time (Thursday 3 December at 17:00 Los Angeles time)" in revision.body
    assert revision.body.count("Friday 4 December") == 2
    assert [finding for finding in revision.findings if finding.level is Level.FAIL] == []
    wrong = revision.body.replace("Friday 4 December", "Saturday 5 December")
    found = edited(revision, revision.subject, wrong, of)[0].findings
    assert {finding.rule for finding in found if finding.level is Level.FAIL} == {"R18"}


WORKED = Deed("shadow two night shifts", dt.date(2027, 1, 8), "both were quiet", promised=dt.date(2026, 12, 18))
PASSED = Deed("passed the triage exam", dt.date(2027, 1, 9), "91 of 100")
PROMISED = Action("shadow two night shifts", done=True)


@pytest.mark.parametrize(
    ("number", "actions", "deeds", "name", "said"),
    [
        (2, (PROMISED,), (WORKED, PASSED), "actions", {
            "Done: shadow two night shifts – both were quiet.": ("meeting.previous_actions:1", "contact.results:1"),
            "I passed the triage exam: 91 of 100.": ("contact.deeds:2", "contact.results:2"),
        }),
        (2, (), (PASSED,), "actions", {
            "I passed the triage exam: 91 of 100.": ("contact.deeds:1", "contact.results:1"),
        }),
        (1, (), (PASSED,), "start", {
            "I'd like to run the night desk alone.": ("mentee.goals:1",),
            "I passed the triage exam: 91 of 100.": ("contact.deeds:1", "contact.results:1"),
        }),
    ],
)  # fmt: skip
def test_what_was_done_since_is_told_with_what_it_led_to(
    number: int, actions: tuple[Action, ...], deeds: tuple[Deed, ...], name: str, said: dict[str, tuple[str, ...]]
) -> None:
    """A promise once, beside the other news; at a first meeting under where the mentee stands."""
    meeting = Meeting(date=DAY, minutes=30, number=number, previous_actions=actions, questions=("Which shift first?",))
    contact = Contact(sent=(Sent(TODAY),), deeds=deeds)
    of = make_brief(replace(brief(meeting).case, contact=contact), Kind.AGENDA, TODAY)
    lines = [line for part in parts(of, templates()) if part.name == name for line in part.lines]
    assert {line.text: line.facts for line in lines} == said
    *_, done = make_draft(of, templates(), None, Choices(1))
    assert isinstance(done, DraftFinished)
    assert done.revision.ready
