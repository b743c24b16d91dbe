"""The reply: both clocks, reasons as typed, a no taken well, and texts that the review passes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.contact import Contact, Purpose, Sent
from outreach.domain.draft import Kind, Level, Revision, Section, Wish
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.kinds import check_contact
from outreach.drafting.moments import on_both_clocks
from outreach.drafting.pipeline import make_draft
from outreach.drafting.proposing import parted
from outreach.drafting.reply_text import ReplyText
from outreach.drafting.typed import as_reason, as_sentences, as_thing
from outreach.lifecycle.contacts import Words, case_of, purpose_now
from outreach.resources import prompts_folder
from outreach.templates import Templates

TODAY = dt.date(2026, 11, 24)
TEMPLATES = Templates(prompts_folder())
MEETING = Meeting(date=dt.date(2026, 12, 3), time=dt.time(17), minutes=30, mode="video call")
MENTEE = Mentee(
    "Ines Prado",
    ("Sail alone by 2028",),
    timezone="Europe/London",
    role="apprentice rigger",
    availability=("Tuesdays after 16:00",),
)
MENTOR = Mentor("Teresa Moura", "Sailed round Iceland in 2019.", timezone="Europe/Warsaw")
CASE = Case(MENTEE, MENTOR, Ask(about="how to read the tide", minutes=20))
SENT = (Sent(dt.date(2026, 11, 9), Kind.FIRST_CONTACT, "Reading the tide", "Hello"),)
ANSWERED = Contact(sent=SENT, answer="Yes, gladly.", answered=dt.date(2026, 11, 20), last_contact=dt.date(2026, 11, 20))


def drafted(
    purpose: Purpose, meeting: Meeting | None = MEETING, *, of: Case = CASE, seed: int = 1, **known: object
) -> Revision:
    """A reply of this purpose; ``known`` of the contact."""
    contact = replace(ANSWERED, purpose=purpose, **known)  # type: ignore[arg-type]
    brief = make_brief(replace(of, meeting=meeting, contact=contact), Kind.REPLY, TODAY)
    *_, last = make_draft(brief, TEMPLATES, None, Choices(seed))
    assert isinstance(last, DraftFinished)
    return last.revision


@pytest.mark.parametrize(
    ("here", "there", "day", "time", "said"),
    [
        ("Europe/London", "Europe/Warsaw", "2026-12-03", "17:00",
         "Thursday 3 December at 18:00 your time (17:00 London time)"),
        ("Europe/London", "Europe/Dublin", "2026-12-03", "17:00", "Thursday 3 December at 17:00"),
        ("America/Los_Angeles", "Europe/Berlin", "2026-12-03", "17:00",
         "Friday 4 December at 02:00 your time (Thursday 3 December at 17:00 Los Angeles time)"),
        ("Pacific/Auckland", "America/St_Johns", "2026-12-03", "07:15",
         "Wednesday 2 December at 14:45 your time (Thursday 3 December at 07:15 Auckland time)"),
        ("Europe/Paris", "Asia/Kathmandu", "2026-12-03", "17:00",
         "Thursday 3 December at 21:45 your time (17:00 Paris time)"),
        # America changes its clocks two weeks before Europe.
        ("Europe/London", "America/New_York", "2027-03-17", "15:00",
         "Wednesday 17 March at 11:00 your time (15:00 London time)"),
        ("Europe/London", "America/New_York", "2027-03-31", "15:00",
         "Wednesday 31 March at 10:00 your time (15:00 London time)"),
        ("Europe/London", "", "2026-12-03", "17:00", "Thursday 3 December at 17:00"),
        ("", "Europe/London", "2026-12-03", "17:00", "Thursday 3 December at 17:00"),
        # A zone that is none, and an hour that the clocks jump over: the time as the mentee has it.
        ("Europe/London", "Mars/Base", "2026-12-03", "17:00", "Thursday 3 December at 17:00"),
        ("Europe/London", "Europe/Warsaw", "2027-03-28", "01:30", "Sunday 28 March at 01:30"),
        ("Etc/GMT+5", "Europe/London", "2026-12-03", "17:00", "Thursday 3 December at 22:00 your time (17:00 my time)"),
        ("Europe/London", "Europe/Warsaw", "2026-12-03", "", "Thursday 3 December"),
        ("Europe/London", "Europe/Warsaw", "", "", ""),
    ],
)  # fmt: skip
def test_a_time_is_told_on_both_clocks_the_mentors_first(here: str, there: str, day: str, time: str, said: str) -> None:
    """Each with its day where the days differ; one clock where they show the same, or nobody knows."""
    when = dt.date.fromisoformat(day) if day else None
    meeting = Meeting(date=when, time=dt.time.fromisoformat(time) if time else None)
    case = Case(replace(MENTEE, timezone=here), replace(MENTOR, timezone=there), meeting=meeting)
    assert on_both_clocks(case) == said


@pytest.mark.parametrize(
    ("typed", "sentence", "thing"),
    [
        ("i have an exam that day", "I have an exam that day.", ""),
        ("have to work", "I have to work.", ""),
        ("im on nights that week", "I'm on nights that week.", ""),
        ("on nights that week", "I'm on nights that week.", ""),
        ("because my son is ill", "My son is ill.", ""),
        ("boss moved my shift. cant swap it", "My boss moved my shift. I can't swap it.", ""),
        ("my kid's sick", "My kid's sick.", ""),
        ("I'm moving house on the 3rd. Sorry!", "I'm moving house on the 3rd.", ""),
        ("it clashes with the ward round", "It clashes with the ward round.", ""),
        ("exam that day", "", "an exam that day"),
        ("EXAM :(", "", "an exam"),
        ("due to the train strike", "", "the train strike"),
        ("my son's school play", "", "my son's school play"),
        # Neither says whether it is theirs or what about it.
        ("dentist", "", ""),
        ("working nights", "", ""),
        ("They put me on the early shift", "They put me on the early shift.", ""),
        ("n/a", "", ""),
    ],
)
def test_a_typed_reason_gets_no_word_that_is_not_sure(typed: str, sentence: str, thing: str) -> None:
    """A sentence stays one; a fragment only gets a subject that its verb shows, or an article."""
    assert as_sentences(typed, MENTOR) == sentence
    assert (as_thing(typed, MENTOR) if not sentence else "") == thing


@pytest.mark.parametrize(
    ("typed", "reason", "proposal", "dated"),
    [
        ("slope failure near Ipoh last night, I'm on site till Thurs w/ no signal. same time on the 19th yr side?",
         "Slope failure near Ipoh last night: I'm on site till Thursday with no signal.",
         "Same time on the 19th, your side?", True),
        ("i teach the 2nd yr lab on tuesdays till 13h, wed 27 before 11 would work",
         "I teach the 2nd year lab on Tuesdays till 13h.", "Wednesday 27 before 11 would work.", True),
        ("night closure wknd starts that thu, i'm on site from 15h. thu 11 march same time?",
         "Night closure weekend starts that Thursday: I'm on site from 15h.", "Thursday 11 March, same time?", True),
        ("I have a stock count all that Thursday, could do Tue 26 or Wed 27 at 8",
         "I have a stock count all that Thursday.", "I could do Tuesday 26 or Wednesday 27 at 8.", True),
        ("on nights 4-10 jan, can't swap", "I'm on nights 4-10 January and can't swap.", "", True),
        ("exam that day, could we do friday instead?", "The reason is an exam that day.",
         "Could we do Friday instead?", True),
        ("kid is ill. can we do it a week later?", "Kid is ill.", "Can we do it a week later?", False),
        ("my train is late so could you do 5pm instead", "My train is late.", "Could you do 5pm instead?", True),
        ("car broke down", "Car broke down.", "", False),
        ("got covid :( can we do next week same time", "Got covid.", "Can we do next week, the same time?", False),
        ("I've got a viva on 21 Jan. Would the 28th work for you?", "I've got a viva on 21 January.",
         "Would the 28th work for you?", True),
        ("next week is better", "", "Next week is better.", False),
        ("I'm on lates, fri I work nights", "I'm on lates, Friday I work nights.", "", True),
        ("not free that day", "I'm not free that day.", "", False),
        ("sick kid", "The reason: sick kid.", "", False),
        ("dentist. cant swap it", "The reason: dentist. I can't swap it.", "", False),
        ("I sat 3 exams in the sun", "I sat 3 exams in the sun.", "", False),
        ("n/a", "", "", False),
    ],
)  # fmt: skip
def test_a_day_that_is_proposed_stands_apart_from_the_reason(
    typed: str, reason: str, proposal: str, dated: bool
) -> None:
    """A question or a day is the proposal, what is stated the reason; a reason with a verb needs no “The reason:”."""
    found = parted(typed, MENTOR)
    assert (as_reason(found.reason, MENTOR), found.proposal, found.dated) == (reason, proposal, dated)


def test_no_general_times_stand_beside_a_day_that_was_typed() -> None:
    """They would say something else; between two zones the hours say whose they are."""
    for seed in range(1, 4):
        for reason in (
            "on nights till 4 Dec",
            "ill, could do Tue 26 or Wed 27 at 8",
            "boss moved my shift, fri 4 Dec at 5 pm would work",
        ):
            revision = drafted(Purpose.MOVE, seed=seed, reason=reason)
            assert "Tuesdays" not in revision.body
            assert all(one.level is not Level.FAIL for one in revision.findings), (revision.body, revision.findings)
        assert "Friday 4 December at 5 pm would work (London time)." in revision.body
        assert "Tuesdays" in drafted(Purpose.MOVE, seed=seed, reason="my son is ill").body


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("relationship", Relationship)
def test_every_reply_is_ready_and_short(purpose: Purpose, relationship: Relationship) -> None:
    """With a meeting and without, whatever the two are to each other; equals read nothing of mentors."""
    introducer = "Ann Berg" if relationship is Relationship.INTRODUCED else ""
    case = replace(CASE, mentor=replace(MENTOR, relationship=relationship, introduced_by=introducer))
    for seed, meeting in enumerate((MEETING, None, replace(MEETING, time=None, mode="her office")), 1):
        revision = drafted(purpose, meeting, of=case, seed=seed, reason="exam that day")
        wrong = [one for one in revision.findings if one.level is not Level.INFO]
        assert not wrong, (revision.body, wrong)
        assert 15 <= len(revision.body.split()) <= 80
        assert revision.subject == "Re: Reading the tide"
        if relationship in {Relationship.PEER, Relationship.REVERSE}:
            assert "ment" not in revision.body.replace("Moment", "").replace("moment", "").lower()


def test_a_time_is_taken_with_all_that_was_agreed() -> None:
    """Day, both clocks, length and how; what it will be about, and an agenda to come."""
    body = drafted(Purpose.TAKE, answer="Yes, gladly. Half an hour by video?").body
    for said in ("Thursday 3 December at 18:00 your time (17:00 London time)", "30 minutes by video call", "agenda"):
        assert said in body
    assert "how to read the tide" in body


def test_nothing_is_accepted_that_nobody_proposed() -> None:
    """How long and how are only told where the answer says so, or the ask did; and are never “fine”."""
    office = replace(MEETING, minutes=45, mode="her office")
    for seed in range(1, 5):
        body = drafted(Purpose.TAKE, office, seed=seed, answer="Call in to us around six?").body
        assert "Thursday 3 December at 18:00" in body
        assert not any(word in body for word in ("minutes", "office", "fine"))
    assert "20 minutes" in drafted(Purpose.TAKE, replace(office, minutes=20)).body
    assert "at your office" in drafted(Purpose.TAKE, office, answer="In my office, at six?").body


@pytest.mark.parametrize(
    ("answer", "reason", "said"),
    [
        ("There's a study day on Thurs 3 Dec, would you come down?", "on nights", "make Thursday 3 December"),
        ("How about Thursday the 26th?", "on nights", "make Thursday 26 November"),
        ("Rust session feb 9? Also: want to do the meetup on 25 Feb?", "the meetup clashes, the session on 9 Feb is on",
         "make Thursday 25 February"),
        # Two days, a weekday that is another, a day that is no offer: none is named.
        ("Tue 1 Dec or Thu 3 Dec, would that suit you?", "on nights", "take you up on it"),
        ("Would Friday 3 December suit you?", "on nights", "take you up on it"),
        ("I'm away until 3 December. Would you like to join the board?", "on nights", "take you up on it"),
    ],
)  # fmt: skip
def test_what_is_declined_is_named_where_the_answer_tells(answer: str, reason: str, said: str) -> None:
    """A no to one offer is no end of the contact, and says to what it is one."""
    body = drafted(Purpose.DECLINE, None, answer=answer, reason=reason).body
    assert said in body
    assert "say no" not in body
    assert body.index(said) < body.index("nights" if "nights" in reason else "clash")


def test_without_a_time_the_mentees_times_are_offered_and_whose_clock_they_are_on() -> None:
    """Between two zones “after 16:00” is not enough."""
    assert "I'm free on Tuesdays after 16:00 (London time)." in drafted(Purpose.TAKE, None).body
    near = replace(CASE, mentor=replace(MENTOR, timezone="Europe/Dublin"))
    for case, said in ((CASE, "16:00 (London time)"), (near, "16:00.")):
        *_, last = make_draft(make_brief(case, Kind.FIRST_CONTACT, TODAY), TEMPLATES, None, Choices(1))
        assert isinstance(last, DraftFinished)
        assert said in last.revision.body
    assert "London time" not in drafted(Purpose.TAKE, None, of=near).body
    free = replace(CASE, mentee=replace(MENTEE, availability=()))
    assert "day and time" in drafted(Purpose.TAKE, None, of=free).body


def test_a_reason_is_given_only_where_one_was_typed() -> None:
    """And at most one apology."""
    for purpose in (Purpose.DECLINE, Purpose.MOVE):
        plain = drafted(purpose).body
        assert "reason" not in plain
        assert "The reason is an exam that day." in drafted(purpose, reason="exam that day").body
        assert "The reason: dentist." in drafted(purpose, reason="dentist").body
        for seed in range(1, 6):
            assert drafted(purpose, seed=seed).body.lower().count("sorry") <= 1


def test_a_meeting_is_only_declined_where_the_answer_was_about_it() -> None:
    """An offer of something else leaves the meeting that is set alone."""
    assert "3 December" in drafted(Purpose.DECLINE, answer="How about Thursday 3 Dec?").body
    assert "3 December" not in drafted(Purpose.DECLINE, answer="Shall I introduce you to the board?").body


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Sorry, no time. Try my colleague Jana Meier.", "for pointing me to Jana Meier"),
        ("I don't do calls, but you could talk to Dr Amina Yusuf at Leeds.", "for pointing me to Dr Amina Yusuf"),
        ("No, but read my blog, it's all there.", "for pointing me to your blog"),
        ("Not now. Ask me again in the spring.", "again in the spring, as you suggest"),
        ("No. Please don't write to Jana Meier either.", ""),
        ("No. Try Monday's drop-in.", ""),
        ("I'm off sick. Contact HR.", ""),
        ("", ""),
    ],
)
def test_a_no_is_thanked_for_and_so_is_what_it_points_to(answer: str, said: str) -> None:
    """No persuading, no second request; a name only where it is one."""
    revision = drafted(Purpose.THANK, None, answer=answer)
    assert said in revision.body
    assert said or "pointing" not in revision.body
    assert "?" not in revision.body
    assert all(one.level is Level.INFO for one in revision.findings), revision.findings


def test_whoever_was_met_since_is_not_asked_the_first_question_again() -> None:
    """It was asked in the first meeting; what comes next stands in the agenda."""
    assert "how to read the tide" in drafted(Purpose.TAKE).body
    assert "tide" not in drafted(Purpose.TAKE, last_met=dt.date(2026, 11, 19)).body


def test_a_confirmation_needs_a_meeting_and_no_answer() -> None:
    """Day, clocks, how long; and the mentor may leave it at that."""
    contact = replace(ANSWERED, purpose=Purpose.CONFIRM)
    with pytest.raises(BadInput, match="no meeting to confirm"):
        check_contact(replace(CASE, contact=contact), Kind.REPLY)
    check_contact(replace(CASE, contact=contact, meeting=MEETING), Kind.REPLY)
    body = drafted(Purpose.CONFIRM).body
    assert "video call" in body
    assert "18:00 your time (17:00 London time)" in body
    assert "30 minutes" in body
    assert "answer" in body
    assert "?" not in body


def test_each_section_can_be_said_otherwise() -> None:
    """Shorter is shorter, and nothing else changes its facts."""
    contact = replace(ANSWERED, purpose=Purpose.TAKE)
    text = ReplyText(
        make_brief(replace(CASE, meeting=MEETING, contact=contact), Kind.REPLY, TODAY), TEMPLATES, Choices(1)
    )
    slot = next(one for one in text.sections() if one.name == "slot")
    shorter: list[Section] = list(text.ways("slot", Wish.SHORTER))
    assert shorter
    assert all(len(one.text) < len(slot.text) for one in shorter)
    assert len(list(text.ways("slot", Wish.AGAIN))) >= 3
    assert shorter[0].facts == slot.facts
    assert "meeting.date:1" in slot.facts


def test_a_reply_without_a_subject_to_answer_has_one_of_its_own() -> None:
    """A first “Re:” is not doubled, either."""
    assert drafted(Purpose.MOVE, sent=()).subject == "Our video call on 3 December"
    again = (Sent(TODAY, Kind.REPLY, "Re: AW: The tide", "x"), Sent(TODAY))
    assert drafted(Purpose.MOVE, sent=again).subject == "Re: The tide"


def test_a_day_that_was_only_agreed_on_is_a_meeting_to_reply_about() -> None:
    """“Next meeting: 3 December” in the notes of the last one; no entry of its own."""
    last = Meeting(id="1", date=dt.date(2026, 11, 5), minutes=30, notes="Keep a log.", next_meeting=MEETING.date)
    mentorship = Mentorship("m", MENTOR, meetings=(last,))
    moved = case_of(mentorship, MENTEE, Kind.REPLY, TODAY, words=Words(Purpose.MOVE))
    assert moved.meeting is not None
    assert moved.meeting.date == MEETING.date
    assert purpose_now(mentorship, dt.date(2026, 12, 2)) is Purpose.CONFIRM
    assert case_of(mentorship, MENTEE, Kind.REPLY, dt.date(2026, 12, 4)).meeting is None
