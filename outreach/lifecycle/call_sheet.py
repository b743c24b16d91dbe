"""What to read in a minute before a call."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from outreach.briefing.clocks import on_other_clock, place_of
from outreach.domain.case import Meeting, Owner
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Fate, What
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.lifecycle.advice import Advice
from outreach.lifecycle.history import History
from outreach.lifecycle.meetings import agreed_days, met_in, was_held
from outreach.lifecycle.promises import Promise, deeds, open_promises, promises
from outreach.lifecycle.wording import advice_heading, day_text
from outreach.wording.clean import one_line
from outreach.wording.words import with_article

MOST_QUESTIONS = 3
MOST_ADVICE = 3
MOST_WORDS = 180
"""What is read in a minute, with a breath for the questions."""
_WIDTH, _NARROWEST, _MARGIN = 80, 40, 14
_SIZES = ((5, 40), (5, 16), (3, 16), (2, 14), (1, 12), (1, 8))
"""Items of a list and words of an item, the most first: the next where the sheet has too many words."""
_ORDER = (Fate.KEPT, Fate.DONE, Fate.ACTION, Fate.REPORTED)
"""Which advice is worth a word first: a promise stands on the sheet anyway, and of some they have heard already."""


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
    advised: str = "Their advice"
    """What stands before ``advice``."""


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
        questions: the mentee's own, then what an agenda would ask; three at most are shown.
        goal: what the mentee works towards.
    """
    here, there = _clocks(meeting, mentee, mentorship.mentor)
    # What is promised in the meeting itself is not what it looks back on.
    waiting = [one for one in open_promises(mentorship, today) if one.what.strip() and not _made_in(one, meeting)]
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
        tuple(questions[:MOST_QUESTIONS]),
        one_line(goal),
        mentorship.mentor.greeting_name,
        today,
        advice_heading(mentorship.mentor),
    )


def next_meeting(mentorship: Mentorship, today: dt.date, meeting_id: str = "") -> Meeting:
    """The meeting with this id; without one the next that was not held yet, or whose day was agreed on in the last.

    Raises:
        BadInput: there is none.
    """
    if meeting_id:
        waiting = [one for one in mentorship.meetings if one.id == meeting_id]
    else:
        history = History.of(mentorship, today)
        waiting = [one for one in mentorship.meetings if not was_held(one, history, today)]
        coming = [one for one in waiting if one.date and one.date >= today]
        agreed = [Meeting(date=day) for day in agreed_days(mentorship, history, today)]
        undated = [one for one in waiting if one.date is None]
        waiting = [*coming, *agreed, *undated]
    if not waiting:
        name = mentorship.mentor.name
        raise BadInput(f"No meeting with {name} is set.", "Set one with its date, and read this before it.")
    return waiting[0]


def _made_in(promise: Promise, meeting: Meeting) -> bool:
    return bool(meeting.id) and promise.source == meeting.id and promise.made is not None


def _who(mentor: Mentor) -> str:
    title = mentor.title.strip()
    # "Dr" before "Dr. Hui-Ling Pretorius" is there already.
    titled = any(word.rstrip(".") == title.rstrip(".") for word in mentor.name.split())
    name = mentor.name if titled else f"{title} {mentor.name}".strip()
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
    here += f" ({place_of(zones[0])})"
    if (date, time) == (meeting.date, meeting.time):
        return here, ""
    on = "" if date == meeting.date else f"{day_text(date, date)}, "
    return here, f"{on}{time:%H:%M} ({place_of(zones[1])})"


def _last_contact(mentorship: Mentorship, meeting: Meeting, today: dt.date) -> str:
    """When both last met, and what either wrote last since; before a first meeting what either wrote last."""
    history = History.of(mentorship, today)
    met = [one for one in history.of_kind(What.MET) if not met_in(meeting, one)][-1:]
    since = met[0].date if met else dt.date.min
    wrote = history.of_kind(What.SENT, What.ANSWERED, What.DECLINED)
    later = [one for one in wrote if one.date > since or (one.date == since and one.kind is Kind.THANK_YOU)]
    last = {one.what is What.SENT: one for one in later}
    events = met + sorted(last.values(), key=later.index)
    return _sentence("; ".join(_told(one, mentorship.mentor, today) for one in events))


def _told(event: Event, mentor: Mentor, today: dt.date) -> str:
    day = day_text(event.date, today)
    if event.what is What.MET:
        return f"you met on {day}"
    if event.what is What.SENT:
        return f"you sent {with_article(event.kind.in_words if event.kind else 'message')} on {day}"
    said = "declined" if event.what is What.DECLINED else "answered"
    return f"{mentor.greeting_name} {said} on {day}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _since(mentorship: Mentorship, meeting: Meeting, today: dt.date) -> list[str]:
    """What the mentee did since the day both last met: as promised, whatever else, and as jotted for this meeting."""
    met = [one.date for one in History.of(mentorship, today).of_kind(What.MET) if not met_in(meeting, one)]
    since = max(met, default=dt.date.min)
    kept = [
        (one.what, one.result)
        for one in promises(mentorship, today)
        if one.owner is Owner.MENTEE and one.is_done
        if (one.done > since if one.done else one.source == meeting.id)
    ]
    others = [(one.text, one.result) for one in deeds(mentorship, today) if one.date > since]
    told = [f"{what.strip()}: {result.strip()}" if result.strip() else what.strip() for what, result in kept + others]
    return list(dict.fromkeys(one_line(text) for text in [*told, *meeting.progress] if text.strip()))


def _last_advice(advice: Sequence[Advice], meeting: Meeting) -> list[str]:
    """Of the last meeting that brought advice; what was put aside not at all."""
    earlier = [one for one in advice if one.noted.meeting_id != meeting.id or not meeting.id]
    days = [one.noted.day for one in earlier if one.noted.day]
    last = [one for one in earlier if not days or one.noted.day == max(days)]
    left = [one for one in last if one.fate is not Fate.ASIDE]
    return [one.noted.text for one in sorted(left, key=lambda one: (_ORDER.index(one.fate), not one.noted.told))][
        :MOST_ADVICE
    ]


def text(sheet: CallSheet, width: int = _WIDTH) -> str:
    """The sheet as plain text of ``width`` columns, to be read in a minute: where it is too long, its lists are cut."""
    found = ""
    for most, long in _SIZES:
        found = _text(sheet, most, long, max(width, _NARROWEST))
        if len(found.split()) <= MOST_WORDS:
            break
    return found


def _text(sheet: CallSheet, most: int, long: int, width: int) -> str:
    today = sheet.today or dt.date.min
    promised = [[_cut(_promise(one, today), long) for one in listed] for listed in (sheet.mine, sheet.theirs)]
    who = sheet.who + (f" (say “{sheet.address}”)" if sheet.address not in {"", sheet.who} else "")
    lists = (
        ("When", [_when(sheet)], 1),
        ("Last contact", [sheet.last_contact], 1),
        ("You promised", promised[0], most),
        ("They promised", promised[1], most),
        ("Done since", [_cut(one, long) for one in sheet.done], most),
        (sheet.advised, [_cut(one, long) for one in sheet.advice], most),
        ("Ask", [f"{n}. {question}" for n, question in enumerate(sheet.questions, 1)], MOST_QUESTIONS),
        ("Your goal", [_cut(sheet.goal, long)], 1),
    )
    blocks = [textwrap.fill(who, width), *(_block(label, items, shown, width) for label, items, shown in lists)]
    return "\n".join(block for block in blocks if block)


def _when(sheet: CallSheet) -> str:
    meeting = sheet.meeting
    length = f"{meeting.minutes} minutes" if meeting and meeting.minutes else ""
    mode = one_line(meeting.mode) if meeting else ""
    parts = (sheet.here, f"for them {sheet.there}" if sheet.there else "", ", ".join(filter(None, (length, mode))))
    return "; ".join(part for part in parts if part)


def _block(label: str, items: list[str], most: int, width: int) -> str:
    """A label with its items beside it, one below the other; empty without items."""
    shown = [item for item in items if item]
    more = len(shown) - most
    lines = [*shown[:most], *([f"and {more} more"] if more > 0 else [])]
    margin = " " * _MARGIN
    hanging = margin + ("  " if len(lines) > 1 else "")
    filled = [
        textwrap.fill(line, width, initial_indent=margin, subsequent_indent=hanging, break_on_hyphens=False)
        for line in lines
    ]
    return f"{label:<{_MARGIN}}" + "\n".join(filled)[_MARGIN:] if filled else ""


def _promise(promise: Promise, today: dt.date) -> str:
    """``send the plan (overdue since Thursday 24 December)``."""
    what = promise.what.strip().rstrip(".")
    if promise.by is None:
        return what
    late = "overdue since" if promise.owner is Owner.MENTEE else "was due"
    return f"{what} ({late if promise.by < today else 'by'} {day_text(promise.by, today)})"


def _cut(item: str, long: int) -> str:
    """An item of ``long`` words at most; what stands in brackets at its end is kept."""
    what, bracket, behind = item.partition(" (") if item.endswith(")") else (item, "", "")
    found = what.split()
    return item if len(found) <= long else " ".join(found[:long]).rstrip(",;:") + f" …{bracket}{behind}"
