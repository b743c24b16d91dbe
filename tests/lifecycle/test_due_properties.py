"""What holds for whatever was logged, in whichever country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.domain.case import Action, Meeting, Owner
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Snooze, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.lifecycle.due import ACTION, LATE, Due, due
from outreach.lifecycle.entries import with_event, without_event
from outreach.lifecycle.stages import FOLLOW_UP_DAYS, lapses, stage_of
from outreach.lifecycle.working_days import WorkingDays

SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None, max_examples=60)
NOW = dt.date(2027, 1, 5)
"""The last day on which something was logged: behind Christmas, before Epiphany."""
DAY = dt.timedelta(days=1)
COUNTRIES = ("", "GB", "GB-SCT", "DE-BY", "US", "JP")
WORDS = ("write the plan", "log overrides", "ask Anna")
ANSWERS = ("", "Gladly.", "Shall we talk?")

# Near days come often: there things meet.
past = st.one_of(st.integers(0, 12), st.integers(0, 140)).map(lambda back: NOW - back * DAY)
ahead = st.integers(0, 40).map(lambda on: NOW + on * DAY)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Anything that can be logged."""
    what, date = draw(st.sampled_from(What)), draw(past)
    if what in {What.DRAFTED, What.SENT}:
        return Event(what, date, kind=draw(st.sampled_from([None, *Kind, Kind.FIRST_CONTACT, Kind.FOLLOW_UP])))
    if what is What.PROMISED:
        by = draw(st.one_of(st.none(), past, ahead))
        return Event(what, date, text=draw(st.sampled_from(WORDS)), owner=draw(st.sampled_from(Owner)), by=by)
    if what is What.DONE:
        return Event(
            what, date, text=draw(st.sampled_from((*WORDS, "pass the exam"))), result=draw(st.sampled_from(ANSWERS))
        )
    return Event(what, date, text=draw(st.sampled_from(ANSWERS)) if what is What.ANSWERED else "")


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Held, forgotten or still to come."""
    date = draw(st.one_of(past, ahead))
    held = date <= NOW and draw(st.booleans())
    actions = (Action(draw(st.sampled_from(WORDS)), by=draw(st.one_of(st.none(), ahead))),) if held else ()
    planned = draw(st.one_of(st.none(), past))
    time = draw(st.sampled_from([None, dt.time(3), dt.time(17), dt.time(23)]))
    number = draw(st.sampled_from([None, 1, 2, 3]))
    again = draw(st.one_of(st.none(), ahead)) if held else None
    return Meeting("", date, time, number=number, next_actions=actions, next_meeting=again, planned=planned)


@st.composite
def mentorships(draw: st.DrawFn) -> Mentorship:
    """What a mentee may have logged by ``NOW``."""
    zone = draw(st.sampled_from(["", "America/Los_Angeles", "Pacific/Auckland", "Nowhere/At_all"]))
    mentor = Mentor("Ana Li", "Engineer", timezone=zone, relationship=draw(st.sampled_from(Relationship)))
    logged = draw(st.lists(events(), max_size=10))
    stamped = [
        replace(one, id=f"e{n}", logged=dt.datetime(2027, 1, 5, 12, n, tzinfo=dt.UTC)) for n, one in enumerate(logged)
    ]
    found = draw(st.lists(meetings(), max_size=3))
    named = [replace(one, id=f"m{n}") for n, one in enumerate(sorted(found, key=lambda one: one.date or NOW))]
    return Mentorship("one", mentor, meetings=tuple(named), events=tuple(stamped))


mentees = st.sampled_from(COUNTRIES).map(
    lambda country: Mentee("Bo", ("A goal",), timezone="Europe/London", country=country)
)


def listed(mentorship: Mentorship, mentee: Mentee, today: dt.date = NOW) -> list[Due]:
    """What is due, however far ahead."""
    return due([mentorship], mentee, today, None)


def working(mentee: Mentee) -> WorkingDays:
    """The mentee's calendar."""
    return WorkingDays.of_country(mentee.country)


def logged(mentorship: Mentorship, *more: Event) -> Mentorship:
    """The mentorship with more events."""
    return replace(mentorship, events=(*mentorship.events, *more))


def dates_in(key: str) -> Iterable[dt.date]:
    """The dates that a key names."""
    for part in key.split(":"):
        try:
            yield dt.date.fromisoformat(part)
        except ValueError:
            continue


def cause_of(item: Due, mentorship: Mentorship) -> dt.date:
    """The day on which what makes ``item`` due happened, or came into the store."""
    if item.kind == ACTION:
        owner = item.key.split(":")[1]
        promised = [one for one in mentorship.events if one.what is What.PROMISED and one.owner == owner]
        made = [event.date for event in promised if event.text == item.about]
        for one in mentorship.meetings:
            own = {act.what for act in one.next_actions if act.owner == owner}
            made += [one.date] if one.date and item.about in own else []
        return min(made)
    if item.kind == Kind.AGENDA or item.key.startswith("reply:confirm"):
        meeting = next((one for one in mentorship.meetings if one.id == item.meeting_id), None)
        return (meeting.planned if meeting else _agreed_on(mentorship)) or dt.date.min
    return next(iter(dates_in(item.key)))


def _agreed_on(mentorship: Mentorship) -> dt.date:
    """When the next meeting was agreed on: in one that was held."""
    return min(one.date for one in mentorship.meetings if one.date and one.next_meeting)


@given(mentorships(), mentees)
@SAME_EVERYWHERE
def test_nothing_is_due_before_its_cause(mentorship: Mentorship, mentee: Mentee) -> None:
    """And no two items are the same."""
    found = listed(mentorship, mentee)
    assert len({item.key for item in found}) == len(found)
    for item in found:
        assert item.due >= cause_of(item, mentorship)


@given(mentorships(), mentees, past)
@SAME_EVERYWHERE
def test_what_has_not_happened_yet_makes_nothing_due(mentorship: Mentorship, mentee: Mentee, today: dt.date) -> None:
    """On an earlier day everything is as if nothing later had been entered."""
    earlier = replace(
        mentorship,
        events=tuple(event for event in mentorship.events if event.date <= today),
        meetings=tuple(one for one in mentorship.meetings if one.planned is None or one.planned <= today),
    )
    assert listed(mentorship, mentee, today) == listed(earlier, mentee, today)
    assert stage_of(mentorship, today, working(mentee)) is stage_of(earlier, today, working(mentee))


@given(mentorships(), mentees)
@SAME_EVERYWHERE
def test_what_is_promised_for_working_days_is_due_on_working_days(mentorship: Mentorship, mentee: Mentee) -> None:
    """Unless there is none between a promise and its day, or between setting a meeting and holding it."""
    days = working(mentee)
    for item in listed(mentorship, mentee):
        if days.works(item.due):
            continue
        assert item.kind in {Kind.THANK_YOU, Kind.AGENDA, ACTION}
        if item.kind == Kind.THANK_YOU:
            assert item.due - DAY == next(iter(dates_in(item.key)))
            assert not days.works(item.due - DAY)
            continue
        first, last = cause_of(item, mentorship), max(dates_in(item.key))
        assert not any(days.works(first + n * DAY) for n in range((last - first).days + 1))


@given(mentorships(), mentees, st.sampled_from([What.SENT, What.ANSWERED, What.MET]))
@SAME_EVERYWHERE
def test_any_contact_begins_silence_anew(mentorship: Mentorship, mentee: Mentee, what: What) -> None:
    """Follow-up and sign of life are counted from it."""
    found = listed(logged(mentorship, Event(what, NOW, kind=Kind.REPLY if what is What.SENT else None)), mentee)
    days = working(mentee)
    for item in found:
        if item.kind == Kind.FOLLOW_UP:
            assert item.due == days.after(NOW, FOLLOW_UP_DAYS)
        if item.kind == Kind.CHECK_IN:
            assert item.due == days.on_or_before(NOW + 89 * DAY)


@given(mentorships(), mentees, st.randoms(use_true_random=False))
@SAME_EVERYWHERE
def test_the_order_of_entry_does_not_matter(mentorship: Mentorship, mentee: Mentee, chance: object) -> None:
    """Neither the order in which events lie there, nor when they were entered, on one day or on several."""
    mixed = list(mentorship.events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    stamped = [replace(one, logged=other.logged) for one, other in zip(mixed, mentorship.events, strict=True)]
    shuffled = replace(mentorship, events=tuple(stamped))
    assert listed(shuffled, mentee) == listed(mentorship, mentee)
    assert stage_of(shuffled, NOW, working(mentee)) is stage_of(mentorship, NOW, working(mentee))


@given(mentorships(), mentees, st.randoms(use_true_random=False))
@SAME_EVERYWHERE
def test_nor_does_it_where_entries_are_filled_in(mentorship: Mentorship, mentee: Mentee, chance: object) -> None:
    """Each is logged as a mentee logs it; which of two days a meeting is logged for may differ, nothing else."""
    mixed = list(mentorship.events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = (replace(mentorship, events=()) for _ in range(2))
    for event, again in zip(mentorship.events, mixed, strict=True):
        one, other = with_event(one, event, NOW), with_event(other, again, NOW)
    found = [[replace(item, meeting_id="") for item in listed(each, mentee)] for each in (one, other)]
    assert found[0] == found[1]


@given(mentorships(), mentees, events())
@SAME_EVERYWHERE
def test_an_entry_twice_is_an_entry_once_and_taken_back_it_is_none(
    mentorship: Mentorship, mentee: Mentee, event: Event
) -> None:
    """The whole mentorship is as it was, and with it stage and due list."""
    try:
        once = with_event(mentorship, replace(event, id="new"), NOW)
    except BadInput:
        # Words that fit several promises.
        return
    assert with_event(once, replace(event, id="again"), NOW) is once
    if once is not mentorship:
        assert without_event(once, "new") == mentorship


@given(mentorships(), mentees)
@SAME_EVERYWHERE
def test_once_ended_nothing_is_due(mentorship: Mentorship, mentee: Mentee) -> None:
    """Whatever is open."""
    ended = logged(mentorship, Event(What.ENDED, NOW))
    assert stage_of(ended, NOW, working(mentee)) is Stage.ENDED
    assert listed(ended, mentee) == []
    assert listed(ended, mentee, NOW + 400 * DAY) == []


@given(mentorships(), mentees, st.integers(1, 30), st.data())
@SAME_EVERYWHERE
def test_snoozing_moves_that_item_alone(
    mentorship: Mentorship, mentee: Mentee, for_days: int, data: st.DataObject
) -> None:
    """Everything else stays where it was."""
    before = listed(mentorship, mentee)
    if not before:
        return
    item, until = data.draw(st.sampled_from(before)), NOW + for_days * DAY
    after = listed(replace(mentorship, snoozes=(Snooze(item.key, until),)), mentee)
    moved = [replace(one, due=max(one.due, until)) if one.key == item.key else one for one in before]
    assert sorted(after, key=lambda one: one.key) == sorted(moved, key=lambda one: one.key)


@given(mentorships(), mentees, st.integers(0, 150))
@SAME_EVERYWHERE
def test_time_alone_moves_a_stage_to_resting_and_nowhere_else(
    mentorship: Mentorship, mentee: Mentee, later: int
) -> None:
    """Nothing was logged meanwhile."""
    days = working(mentee)
    before, after = (stage_of(mentorship, NOW + n * DAY, days) for n in (later, later + 1))
    assert after in {before, Stage.RESTING}


@given(mentorships(), mentees, st.integers(0, 150))
@SAME_EVERYWHERE
def test_what_nobody_did_stays_due_until_it_is_stale(mentorship: Mentorship, mentee: Mentee, later: int) -> None:
    """With no meeting coming, nothing vanishes but by its rule, and nothing moves."""
    alone, today, days = replace(mentorship, meetings=()), NOW + later * DAY, working(mentee)
    after = {item.key: item for item in listed(alone, mentee, today + DAY)}
    for item in listed(alone, mentee, today):
        if item.key in after:
            assert after[item.key].due == item.due
            continue
        since = max((event.date for event in alone.events if event.what in {What.SENT, What.DONE}), default=NOW)
        first = min(dates_in(item.key))
        stale = {
            Kind.FOLLOW_UP: today >= lapses(since, days) or (today - since).days >= 90,
            Kind.REPLY: (today - first).days >= LATE,
            Kind.THANK_YOU: (today - first).days >= LATE,
            Kind.REPORT: (today - since).days >= LATE,
            ACTION: item.key.startswith("action:mentor") and (today - item.due).days >= LATE,
        }
        assert stale[Kind(item.kind) if item.kind != ACTION else ACTION], item


@given(mentorships(), mentees)
@settings(SAME_EVERYWHERE, max_examples=40)
def test_whoever_does_all_that_is_due_follows_up_twice_at_most(mentorship: Mentorship, mentee: Mentee) -> None:
    """After their last answer, however the story began."""
    heard = [event.date for event in mentorship.events if event.what in {What.ANSWERED, What.DECLINED, What.MET}]
    followed = 0
    for today in (NOW + n * DAY for n in range(60)):
        if any(item.kind == Kind.FOLLOW_UP and item.due <= today for item in listed(mentorship, mentee, today)):
            mentorship = logged(mentorship, Event(What.SENT, today, kind=Kind.FOLLOW_UP))
            followed += 1
    earlier = [
        event
        for event in mentorship.events
        if event.kind is Kind.FOLLOW_UP and event.what is What.SENT and event.date < NOW - 14 * DAY
        if event.date > max(heard, default=dt.date.min)
    ]
    asked_anew = [event for event in mentorship.events if event.what is What.SENT and event.kind is not Kind.FOLLOW_UP]
    assert followed <= 2
    if len(earlier) >= 2 and not any(event.date >= earlier[-1].date for event in asked_anew):
        assert followed == 0
