"""What to read in a minute before a call."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from outreach.domain.case import Meeting, Owner
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Fate, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.clocks import on_other_clock
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import met_in
from outreach.lifecycle.promises import Promise, deeds, open_promises, promises
from outreach.lifecycle.wording import day_text
from outreach.wording.clean import one_line

MOST_QUESTIONS = 3
MOST_WORDS = 180
"""What is read in a minute, with a breath for the questions."""
_WIDTH = 80
_LONG = 16
"""Words of an item; what comes behind them is left out where the sheet is too long."""


@dataclass(frozen=True, slots=True)
class CallSheet:
    """Who, when, what passed last, what is open, and what to ask."""

    who: str
    """Name, role and organisation in a line."""
    meeting: Meeting | None
    here: str
    """``Thursday 3 December, 17:00 (London)``; empty without a date."""
    there: str
    """The same moment on the mentor's clock; empty where it is the same or not known."""
    last_contact: str
    """``You met on Thursday 5 November; you sent a report on Thursday 19 November.``; empty where nothing passed."""
    mine: tuple[Promise, ...] = ()
    """Open."""
    theirs: tuple[Promise, ...] = ()
    done: tuple[str, ...] = ()
    """What the mentee did since they last spoke, worth a word of thanks or pride."""
    advice: tuple[str, ...] = ()
    """What they advised last time, as noted; two or three."""
    questions: tuple[str, ...] = ()
    """Three at most: the mentee's own, word for word."""
    goal: str = ""
    address: str = ""
    """How to address them."""
    today: dt.date | None = None
    """What is overdue was due before it."""


def call_sheet(
    mentorship: Mentorship,
    mentee: Mentee,
    meeting: Meeting,
    today: dt.date,
    *,
    advice: Sequence[Advice] = (),
    questions: Sequence[str] = (),
    goal: str = "",
) -> CallSheet:
    """What to read before ``meeting``.

    Args:
        mentorship: the one.
        mentee: the user, whose clock the meeting's time is on.
        meeting: the one to be held.
        today: what comes later has not happened.
        advice: what the mentor advised so far.
        questions: what an agenda would ask; the mentee's own come before them.
        goal: what the mentee works towards.
    """
    here, there = _clocks(meeting, mentee, mentorship.mentor)
    waiting = [one for one in open_promises(mentorship, today) if one.what.strip() and one.source != meeting.id]
    waiting += [one for one in open_promises(mentorship, today) if one.source == meeting.id and one.made is None]
    return CallSheet(
        _who(mentorship.mentor),
        meeting,
        here,
        there,
        _last_contact(mentorship, meeting, today),
        tuple(one for one in waiting if one.owner is Owner.MENTEE),
        tuple(one for one in waiting if one.owner is Owner.MENTOR),
        tuple(_since(mentorship, meeting, today)),
        tuple(_last_advice(advice, meeting)),
        tuple(_questions(meeting, questions)),
        one_line(goal),
        mentorship.mentor.greeting_name,
        today,
    )


def next_meeting(mentorship: Mentorship, today: dt.date, meeting_id: str = "") -> Meeting:
    """The meeting with this id; without one the next that was not held yet.

    Raises:
        BadInput: there is none.
    """
    history = History.of(mentorship, today)
    met = history.of_kind(What.MET)
    if meeting_id:
        found = next((one for one in mentorship.meetings if one.id == meeting_id), None)
    else:
        waiting = [one for one in mentorship.meetings if not any(met_in(one, event) for event in met)]
        coming = [one for one in waiting if one.date and one.date >= today]
        undated = [one for one in waiting if one.date is None and not (one.notes.strip() or one.next_actions)]
        found = next(iter([*coming, *undated]), None)
    if found is None:
        name = mentorship.mentor.name
        raise BadInput(f"No meeting with {name} is set.", "Add one with its date, and read this before it.")
    return found


def _who(mentor: Mentor) -> str:
    name = f"{mentor.title} {mentor.name}".strip()
    role, place = one_line(mentor.role), one_line(mentor.organisation)
    return ", ".join(part for part in (name, role, place) if part)


def _clocks(meeting: Meeting, mentee: Mentee, mentor: Mentor) -> tuple[str, str]:
    if meeting.date is None:
        return "", ""
    day = day_text(meeting.date, meeting.date)
    if meeting.time is None:
        return day, ""
    zones = mentee.timezone.strip(), mentor.timezone.strip()
    here = f"{day}, {meeting.time:%H:%M}"
    if not all(zones) or zones[0] == zones[1]:
        return here, ""
    try:
        date, time = on_other_clock(meeting.date, meeting.time, *zones)
    except BadInput as error:
        return here, f"{error.message} {error.hint}".strip()
    here += f" ({_place(zones[0])})"
    if (date, time) == (meeting.date, meeting.time):
        return here, ""
    on = "" if date == meeting.date else f"{day_text(date, date)}, "
    return here, f"{on}{time:%H:%M} ({_place(zones[1])})"


def _place(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _last_contact(mentorship: Mentorship, meeting: Meeting, today: dt.date) -> str:
    """The last time they met, and what either wrote since; before a first meeting what either wrote last."""
    history = History.of(mentorship, today)
    met = [one for one in history.of_kind(What.MET) if not met_in(meeting, one)]
    since = met[-1].date if met else dt.date.min
    wrote = [one for one in history.of_kind(What.SENT, What.ANSWERED, What.DECLINED) if one.date >= since]
    last: dict[bool, Event] = {one.what is What.SENT: one for one in wrote}
    events = sorted([*met[-1:], *last.values()], key=lambda one: (one.date, list(What).index(one.what)))
    if met and len(events) == 3 and events[0].what is not What.MET:
        events = [one for one in events if one.what is What.MET or one.date > since] or events
    return _sentence("; ".join(_told(one, mentorship.mentor, today) for one in events))


def _told(event: Event, mentor: Mentor, today: dt.date) -> str:
    day = day_text(event.date, today)
    if event.what is What.MET:
        return f"you met on {day}"
    if event.what is What.SENT:
        return f"you sent {_MESSAGES.get(event.kind or '', 'a message')} on {day}"
    said = "declined" if event.what is What.DECLINED else "answered"
    return f"{mentor.greeting_name} {said} on {day}"


_MESSAGES: dict[str, str] = {
    "first-contact": "a first message",
    "follow-up": "a follow-up",
    "reply": "a reply",
    "agenda": "the agenda",
    "thank-you": "a thank-you",
    "report": "a report",
    "check-in": "a sign of life",
}


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _since(mentorship: Mentorship, meeting: Meeting, today: dt.date) -> list[str]:
    """What the mentee did since both last met: as jotted for this meeting, as promised, and whatever else."""
    met = [one.date for one in History.of(mentorship, today).of_kind(What.MET) if not met_in(meeting, one)]
    since = max(met, default=dt.date.min)
    kept = [
        (one.what, one.result)
        for one in promises(mentorship, today)
        if one.owner is Owner.MENTEE and one.is_done
        if (one.done >= since if one.done else one.source == meeting.id)
    ]
    others = [(one.text, one.result) for one in deeds(mentorship, today) if one.date >= since]
    told = [f"{what.strip()}: {result.strip()}" if result.strip() else what.strip() for what, result in kept + others]
    return list(dict.fromkeys(one_line(text) for text in [*told, *meeting.progress] if text.strip()))


def _last_advice(advice: Sequence[Advice], meeting: Meeting) -> list[str]:
    """Of the last meeting that brought advice; what nobody has heard of first, what was put aside not at all."""
    earlier = [one for one in advice if one.noted.meeting_id != meeting.id or not meeting.id]
    days = [one.noted.day for one in earlier if one.noted.day]
    last = [one for one in earlier if not days or one.noted.day == max(days)]
    left = [one for one in last if one.fate is not Fate.ASIDE]
    return [one.noted.text for one in sorted(left, key=lambda one: one.fate is Fate.REPORTED)][:3]


def _questions(meeting: Meeting, others: Sequence[str]) -> list[str]:
    own = [question.strip() for question in meeting.questions if question.strip()]
    more = [question for question in others if question.strip() and question not in own]
    return [*own, *more][:MOST_QUESTIONS]


def text(sheet: CallSheet, width: int = _WIDTH) -> str:
    """The sheet as plain text for ``width`` columns, to be read in a minute."""
    for most in (5, 3, 2, 1):
        found = _text(sheet, most, width)
        if len(found.split()) <= MOST_WORDS:
            break
    return found


def _text(sheet: CallSheet, most: int, width: int) -> str:
    meeting = sheet.meeting
    length = f"{meeting.minutes} minutes" if meeting and meeting.minutes else ""
    mode = one_line(meeting.mode) if meeting else ""
    today = sheet.today or dt.date.min
    when = "; ".join(part for part in (sheet.here, f"for them {sheet.there}" if sheet.there else "") if part)
    blocks = [
        _block("", [f"{sheet.who} (say “{sheet.address}”)" if sheet.address else sheet.who], 1, width),
        _block("When", [", ".join(part for part in (when, length, mode) if part)], 1, width),
        _block("Last contact", [sheet.last_contact], 1, width),
        _block("You promised", [_promise(one, today) for one in sheet.mine], most, width),
        _block("They promised", [_promise(one, today) for one in sheet.theirs], most, width),
        _block("Done since", [_cut(one) for one in sheet.done], most, width),
        _block("Their advice", [_cut(one) for one in sheet.advice], most, width),
        _block("Ask", [f"{n}. {question}" for n, question in enumerate(sheet.questions, 1)], MOST_QUESTIONS, width),
        _block("Your goal", [sheet.goal], 1, width),
    ]
    return "\n".join(block for block in blocks if block)


def _block(label: str, items: list[str], most: int, width: int) -> str:
    shown = [item for item in items if item]
    more = len(shown) - most
    lines = [*shown[:most], *([f"and {more} more"] if more > 0 else [])]
    if not label:
        return textwrap.fill(" ".join(lines), width)
    wide = 14
    filled = [
        textwrap.fill(line, width, initial_indent=" " * wide, subsequent_indent=" " * (wide + 2 * (len(lines) > 1)))
        for line in lines
    ]
    return f"{label:<{wide}}" + "\n".join(filled)[wide:] if filled else ""


def _promise(promise: Promise, today: dt.date) -> str:
    what = _cut(promise.what.strip().rstrip("."))
    if promise.by is None:
        return what
    late = promise.by < today
    return f"{what} ({'overdue since' if late else 'by'} {day_text(promise.by, today)})"


def _cut(item: str) -> str:
    found = item.split()
    return item if len(found) <= _LONG else " ".join(found[:_LONG]).rstrip(",;:") + " …"
