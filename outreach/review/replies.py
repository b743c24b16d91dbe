"""The reply: the right day and time on the right clock (G7), and thanks for a no without a second try (T4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.briefing.dates import long_date
from outreach.domain.contact import Purpose
from outreach.domain.draft import Kind, Level
from outreach.review.context import Context, Span
from outreach.review.grounding.hours import clock_name, on_clock, readings, same_day
from outreach.review.rule import Hit, at
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind as What
from outreach.wording.quantities import Quantity

_AGREES = frozenset({Purpose.TAKE, Purpose.CONFIRM})
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Of another day than that of the meeting: what was, what is done by then, what does not suit.
_ASIDE = regex(
    r"\b(?:by|until|till|before|after|since|last|wrote|written|sent|spoke|met|(?:e-?mail|mail|message|note|letter"
    r"|answer"
    r"|reply) (?:of|from|on)|can(?:not|['’]t)|won['’]t|n['’]t|not|never|unfortunately|sadly|instead of|rather than"
    r"|next (?:meeting|call|session|time)|I(?:['’]ll| will) (?:also )?(?:send|write|bring|read|finish|email|post))\b",
    re.IGNORECASE,
)
_CLOCK = regex(
    r"\s*(?:o['’]clock|h\b|hrs\b|hours\b)?\s*[,(–-]?\s*(?:(?:in|on|by|at)\s+)?"
    r"(?:(?P<of>your|my)\s+(?:own\s+)?(?:local\s+)?(?:time|clock|side|end|zone)\b|for (?P<to>you|me)\b"
    r"|(?P<alone>yours|mine)\b|(?P<here>here|there|with you|where you are)\b"
    r"|(?P<place>[A-Z]\w+(?: [A-Z]\w+)?)\s+time\b|(?P<zone>[A-Z]{2,5})\b)"
)
_OF_CLOCK = regex(r"\b(?P<of>your|my)(?: (?:time|clock))?[ :,]*(?:at )?$", re.IGNORECASE)
_MINE, _YOURS = "mine", "yours"
_TOMORROW = regex(r"\btomorrow\b", re.IGNORECASE)
# Of the time that was set, not of the one that is asked for.
_SET = regex(
    r"(?:\b(?:can(?:not|['’]t)|unable to|not be able to|won['’]t be able to)\b(?:(?!\b(?:to|instead|but"
    r"|or)\b)[^.;,]){0,40}"
    r"|\b(?:call|meeting|talk|session|conversation|lesson|visit|coffee|lunch"
    r"|(?<!same )(?<!another )(?<!other )time)\s+(?:on|of|for|from)?\s*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The meeting on one clock; ``ends`` with ``starts`` are minutes after midnight."""

    day: dt.date
    starts: int | None = None
    ends: int | None = None

    def has(self, time: Quantity) -> bool:
        return bool({self.starts, self.ends} - {None} & set(map(int, readings(time))))


def day_and_time(context: Context) -> Iterator[Hit]:
    """G7: a reply that takes or confirms a meeting names its day and time rightly; one that moves it, the old one."""
    purpose, moments = context.case.contact.purpose, _moments(context)
    if not moments:
        return
    if purpose in _AGREES:
        wrong = [hit for span in context.everything for part in _parts(span) for hit in _wrong(context, part, moments)]
        yield from wrong or _missing(context, moments, confirms=purpose is Purpose.CONFIRM)
    elif purpose is Purpose.MOVE:
        yield from _old_time(context, moments)


def _moments(context: Context) -> dict[str, _Moment]:
    """The meeting on the mentee's clock, and on the mentor's where both are known."""
    meeting, case = context.facts.meeting, context.case
    if meeting.date is None:
        return {}
    found = {_MINE: _moment(meeting.date, meeting.time, meeting.minutes)}
    if meeting.time and (other := on_clock(meeting.date, meeting.time, case.mentee.timezone, case.mentor.timezone)):
        found[_YOURS] = _moment(other.date(), other.time(), meeting.minutes)
    return found


def _moment(day: dt.date, time: dt.time | None, lasts: int | None) -> _Moment:
    if time is None:
        return _Moment(day)
    starts = 60 * time.hour + time.minute
    return _Moment(day, starts, (starts + lasts) % (24 * 60) if lasts else None)


_JOINT = regex(r"\s+but\s+|;\s+|\s+[–—]\s+", re.IGNORECASE)


def _parts(span: Span) -> Iterator[Span]:
    """A sentence cut where it turns: "Tuesday does not suit me, but Thursday at 17:00 does"."""
    start = 0
    for match in _JOINT.finditer(span.text):
        yield Span(span.text[start : match.start()], span.start + start, span.where)
        start = match.end()
    yield Span(span.text[start:], span.start + start, span.where)


def _wrong(context: Context, span: Span, moments: dict[str, _Moment]) -> Iterator[Hit]:
    """A day or a time of the meeting that is not its own."""
    if _ASIDE.search(span.text):
        return
    days = [one for one in span.quantities if one.kind in {What.DATE, What.WEEKDAY}]
    if days and not any(_is_day(one, moments) for one in days):
        yield at(f"Your meeting is on {_told(moments[_MINE])}.", span, days[0].start, days[0].end)
        return
    if (match := _TOMORROW.search(span.text)) and not days and not _is_tomorrow(context, moments):
        yield at(f"Your meeting is on {_told(moments[_MINE])}.", span, *match.span())
        return
    if moments[_MINE].starts is not None:
        yield from _wrong_time(context, span, days, moments)


def _wrong_time(context: Context, span: Span, days: list[Quantity], moments: dict[str, _Moment]) -> Iterator[Hit]:
    times = [one for one in span.quantities if one.kind is What.TIME]
    # "I'm at my desk from 4 pm": without a day, and with the right time elsewhere, it is of something else.
    beside = (
        times
        if days or _TOMORROW.search(span.text)
        else [one for other in context.everything for one in other.quantities]
    )
    right = any(one.kind is What.TIME and moment.has(one) for one in beside for moment in moments.values())
    for one in times:
        clock = _clock_of(context, span, one)
        if clock == _YOURS and _YOURS not in moments:
            continue
        moment = moments.get(clock)
        if (moment and not moment.has(one)) or (not moment and not right):
            yield at(_message(moments, clock), span, one.start, one.end)
            return
        day = max((other for other in days if other.start < one.start), key=lambda other: other.start, default=None)
        if moment and day and not _is_day(day, {clock: moment}):
            yield at(_message(moments, clock), span, day.start, one.end)
            return


def _message(moments: dict[str, _Moment], clock: str) -> str:
    if clock == _YOURS:
        return f"On the mentor's clock your meeting is on {_told(moments[_YOURS])}."
    other = f" (for the mentor {_told(moments[_YOURS])})" if _YOURS in moments else ""
    return f"Your meeting is on {_told(moments[_MINE])}{other}."


def _told(moment: _Moment) -> str:
    time = "" if moment.starts is None else f", {moment.starts // 60:02}:{moment.starts % 60:02}"
    return f"{long_date(moment.day)}{time}"


def _is_day(one: Quantity, moments: dict[str, _Moment]) -> bool:
    for moment in moments.values():
        if one.kind is What.WEEKDAY and int(one.value) == moment.day.weekday():
            return True
        date = Quantity(What.DATE, 0, 0, 0, day=moment.day.day, month=moment.day.month, year=moment.day.year)
        if one.kind is What.DATE and same_day(one, date):
            return True
    return False


def _is_tomorrow(context: Context, moments: dict[str, _Moment]) -> bool:
    return context.today is None or any((one.day - context.today).days == 1 for one in moments.values())


def _clock_of(context: Context, span: Span, time: Quantity) -> str:
    """Whose clock a time is said to be on; empty where that is open."""
    following = min((one.start for one in span.quantities if one.start >= time.end), default=len(span.text))
    match = _CLOCK.match(span.text[: following + 1], time.end) or _OF_CLOCK.search(span.text[: time.start])
    if match is None:
        return ""
    said = match.groupdict()
    if word := said["of"] or said.get("to") or said.get("alone") or said.get("here"):
        return _MINE if word.casefold() in {"my", "me", "mine", "here"} else _YOURS
    mentee, mentor, meeting = context.case.mentee, context.case.mentor, context.facts.meeting
    name = said.get("place") or said.get("zone") or ""
    on = meeting.date or context.today
    clocks = [
        clock
        for clock, zone in ((_MINE, mentee.timezone), (_YOURS, mentor.timezone))
        if zone and on and name in clock_name(zone, on)
    ]
    return clocks[0] if len(clocks) == 1 else ""


def _missing(context: Context, moments: dict[str, _Moment], *, confirms: bool) -> Iterator[Hit]:
    level = None if confirms else Level.WARN
    said = [(span, one) for span in context.everything for one in span.quantities]
    day = any(_is_day(one, moments) for _, one in said if one.kind in {What.DATE, What.WEEKDAY}) or (
        bool(_TOMORROW.search(context.body)) and _is_tomorrow(context, moments)
    )
    times = [(span, one) for span, one in said if one.kind is What.TIME if any(m.has(one) for m in moments.values())]
    if not day:
        yield Hit(f"Name the day of your meeting: {_told(moments[_MINE])}.", level=level)
    elif moments[_MINE].starts is not None and not times:
        yield Hit(f"Name the time of your meeting: {_told(moments[_MINE])}.", level=level)
    elif _are_apart(moments) and not _says_whose(context, times):
        message = f"Say on whose clock; for the mentor it is {_told(moments[_YOURS])}."
        yield replace(at(message, times[0][0], times[0][1].start, times[0][1].end), level=Level.WARN)


def _says_whose(context: Context, times: list[tuple[Span, Quantity]]) -> bool:
    """Whether both clocks are named, or the one of a time is."""
    both = len({int(one.value) for _, one in times}) > 1
    return both or any(_clock_of(context, span, one) for span, one in times)


def _are_apart(moments: dict[str, _Moment]) -> bool:
    return _YOURS in moments and moments[_YOURS] != moments[_MINE]


def _old_time(context: Context, moments: dict[str, _Moment]) -> Iterator[Hit]:
    """A move names the time that was set, and names it rightly."""
    named = False
    for span in context.everything:
        for one in span.quantities:
            if one.kind in {What.DATE, What.WEEKDAY}:
                right = _is_day(one, moments)
                if not right and _SET.search(span.text[: one.start]):
                    yield at(f"Your meeting is set for {_told(moments[_MINE])}.", span, one.start, one.end)
                    return
                named = named or right
            elif one.kind is What.TIME:
                named = named or any(moment.has(one) for moment in moments.values())
    named = named or (bool(_TOMORROW.search(context.body)) and _is_tomorrow(context, moments))
    if not named:
        yield Hit(f"Say which meeting you would like to move: {_told(moments[_MINE])}.", level=Level.WARN)


_SECOND_TRY = regex(
    r"\b(?:chang(?:e|es|ing) your mind|reconsider\w*|think (?:it|about it) (?:over|again)"
    r"|(?:if|should|in case) (?:your|the) (?:schedule|calendar|diary|plans?|situation|circumstances|workload|week"
    r"|weeks)\b|(?:if|should|when(?:ever)?) (?:things|anything|something|that|it|a slot"
    r"|some time) (?:ever )?(?:does |should )?"
    r"(?:chang\w+|open\w*|calm\w*|quieten\w*|free\w*|ease\w*|settle\w*)|(?:if|should"
    r"|when(?:ever)?) you (?:ever )?(?:do |should )?"
    r"(?:have|find|get) (?:\w+ ){0,2}(?:time|minutes?|moment|gap|slot|space)"
    r"|(?:even|only|just|perhaps|maybe) (?:for )?(?:an? |\d+ |five |ten |fifteen |two )(?:\w+ )?(?:minutes?|lines?"
    r"|questions?|word)"
    r"|at least (?:a|one|answer|five|ten)|(?:any|some)(?:one|body) else|still (?:hope|be glad|love|like) to"
    r"|(?:perhaps|maybe) (?:another|some other|later|next|in (?:the|a|spring|summer|autumn|winter|January|February"
    r"|March"
    r"|April|May|June|July|August|September|October|November|December))|keep me in mind"
    r"|hope (?:that )?we (?:can|could|may|might|will|['’]ll))\b",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"\b(?:I(?:['’]ll| will|['’]d| would| may| might| can| could)|may I|let me|could I|can I|might I)\b[^.?!]{0,25}\b"
    r"(?:(?:try|write|ask|get in touch|come back|contact you|approach you|email)\b[^.?!]{0,15}\b(?:again|once more"
    r"|later"
    r"|then|next|in)|check (?:back|in)|follow up)\b",
    re.IGNORECASE,
)
_INVITES = regex(
    r"\b(?:again|later|next|another time|in the (?:new year|spring|summer|autumn|fall|winter)"
    r"|in (?:early |late |mid-?)?(?:spring|summer"
    r"|autumn"
    r"|winter|January|February|March|April|May|June|July|August|September|October|November|December)|after|until|once"
    r"|try me|write to me|get back|not now|right now|at the moment|this (?:month|year|term|semester|quarter|season))\b",
    re.IGNORECASE,
)


def second_try(context: Context) -> Iterator[Hit]:
    """T4: thanks for a no leave it at that; to write again is fine where the answer leaves that open."""
    if context.brief is None or context.kind is not Kind.REPLY or context.case.contact.purpose is not Purpose.THANK:
        return
    invited = bool(_INVITES.search(context.case.contact.answer))
    for span in context.spans:
        match = _SECOND_TRY.search(span.text) or (None if invited else _AGAIN.search(span.text))
        if match:
            yield at("Take the no as it is: thanks for it make no second try.", span, *match.span())
