"""Which line of the meeting's notes a thank-you echoes, and how it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from outreach.briefing.brief import Brief
from outreach.domain.facts import Fact
from outreach.drafting.takeaways import How, Takeaway, hangs, takeaways
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.swapping import name_pattern

WORTH_TWO = 2.5
"""A second note is echoed beside the first only from this worth on."""
CLEARLY = 0.8
"""A note that is worth so much more than the next may be thanked for above all."""
UNFIT = -3.0
"""A note that can only be quoted and is worth no more is echoed nowhere: a promise, or words about somebody."""
TWO_TOGETHER = 36
"""Words that two echoes may have together."""

_WORTH = {How.SAID: 3.2, How.ADVICE: 3.0, How.ON: 2.7, How.STORY: 1.6, How.POINT: 1.8, How.QUOTE: 0.0}
PROMISED = regex(
    r"^\W*(?:she|he|they|you)?\s*(?:will|['’]ll|sends?|offers?|offered|shares?|introduces?|can lend|promised|wants"
    r"|would look|['’]d)\b|^\W*I(?:['’]ll|['’]m|\s+(?:will|must|should|need|have|want|can|could|promised|told|open))\b"
    r"|^\W*to ?do\b|^\W*(?:I|me)\s*:",
    re.IGNORECASE,
)
_SHORTHAND = regex(r"->|→|=>|=|/|\(!\)|:|\+|\bvs\b|[#*~<>]|[A-Z]{4,}|\(|\?")

_NUMBER = r"(?:no\.? ?|nr\.? ?|number |#)?\d{1,2}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?\d{{1,2}}(?:[./]\d{{1,2}}|(?:st|nd|rd|th)? {_MONTH})"
_CLOCK = r"\d{1,2}(?:[.:h]\d\d|h| ?[ap]m)"
_TALK = r"(?:call|meeting|mtg|session|talk|zoom|video(?: call)?|phone(?: call)?|skype|teams|coffee|lunch|chat)"
_ORDINAL = r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|last)"
_LINE = r"(?:wi-?fi|line|connection|sound)"
_PLACE = r"(?:office|kitchen|shop|place|side|caf[eé]|desk|room)"
_THE_CALL = regex(
    rf"^(?:{_ORDINAL} )?{_TALK}s?(?: {_NUMBER}\b|$|, | (?:w/|with|by|on|in|at)\s)"
    rf"|^{_DAY}(?:\W|$)(?=.*\b(?:{_TALK}|\d+ ?min\w*)\b)|^(?:{_CLOCK}|\d+ ?min\w*)(?:\W|$)"
    rf"|^(?:her|his|their|my) {_PLACE}\W*(?:$|,|\d)|\b{_PLACE},? {_CLOCK}"
    rf"|\b(?:(?:bad|slow|poor|patchy|no) {_LINE}|{_LINE} (?:was|went|dropped|broke)|password (?:took|reset)"
    r"|screen ?share|camera off|on mute|dropped out|(?:went|ran) over(?=\W*$)|(?:was|arrived) late"
    r"|it (?:was raining|rained|snowed|poured))\b",
    re.IGNORECASE,
)


def is_about_the_call(note: str) -> bool:
    """Whether a note is of the meeting itself: its day, number, length, place or line."""
    parts = [part.strip(" -*•(") for part in re.split(r"[.;!?](?:\s|$)", one_line(note))]
    told = [part for part in parts if len(part.split()) > 1]
    return bool(told) and all(_THE_CALL.search(part) for part in told)


@dataclass(frozen=True, slots=True)
class RankedNote:
    """A note with its worth for a thank-you, told in one of these ways, or else to be quoted."""

    fact: Fact
    worth: float
    advice: str = ""
    """``to start with a shadow deployment``."""
    sentence: str = ""
    """``You told me to start with one customer.``"""
    quote: str = ""
    on: str = ""
    """Advice with what it is about: ``on the lease: ask for three months rent free``."""
    that: str = ""
    """A clause to stand behind "that": ``you learned more from bad tea than from good tea``."""
    rough: bool = False
    """Whether small words may be missing."""
    clear: bool = False
    """Whether it is worth clearly more than any other note."""
    also: RankedNote | None = None
    """A second note worth saying in the same breath."""

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """The facts that an echo of this note uses."""
        return (self.fact.id, *(self.also.fact_ids if self.also else ()))

    @property
    def told(self) -> str:
        """The words that the echo says of the note."""
        return self.advice or self.on or self.sentence or self.that or self.quote


def best_notes(brief: Brief) -> list[RankedNote]:
    """The notes of the meeting, the best to echo first; the first may bring a second with it.

    What was said to the mentee comes first, told; then advice, stories, points; then a quotation. A promise, the
    mentee's own or the mentor's, is no advice and is never quoted. A note that the plan repeats counts less: nothing is
    said twice.
    """
    notes = [fact for fact in brief.of("meeting.notes") if len(set(w.content(fact.text))) > 1]
    weigh = _Weighing(brief)
    best = (weigh.best(fact, at) for at, fact in enumerate(notes))
    fit = (note for note in best if not note.quote or note.worth > UNFIT)
    ranked = sorted(fit, key=lambda note: (is_about_the_call(note.fact.text), -note.worth))
    if not ranked:
        return []
    clear = len(ranked) == 1 or ranked[0].worth - ranked[1].worth >= CLEARLY
    return [replace(ranked[0], clear=clear, also=_second(ranked)), *ranked[1:]]


def _second(ranked: list[RankedNote]) -> RankedNote | None:
    first = ranked[0]
    if first.quote:
        return None
    said = set(w.content(first.told))
    for note in ranked[1:]:
        together = len(w.words(first.told)) + len(w.words(note.told))
        alike = bool(note.advice) == bool(first.advice) and not note.on and not first.on
        repeats = len(said & set(w.content(note.told))) > 2
        if (
            note.worth >= WORTH_TWO
            and not is_about_the_call(note.fact.text)
            and not (note.quote or note.rough)
            and alike
            and together <= TWO_TOGETHER
            and not repeats
        ):
            return note
    return None


class _Weighing:
    """What the notes of one brief are worth."""

    def __init__(self, brief: Brief) -> None:
        self.mentor = brief.case.mentor
        self.reverse = self.mentor.relationship == "reverse"
        self.plans = [set(w.content(action.what)) for action in brief.meeting.next_actions]
        self.concern = set(w.content(f"{brief.case.ask.about} {brief.goal_text}"))

    def best(self, fact: Fact, order: int) -> RankedNote:
        """The note told in its best way."""
        ways = [(self._worth(way, fact), way) for way in takeaways(fact.text, self.mentor)]
        worth, way = max(ways, key=lambda pair: pair[0])
        worth -= 0.05 * order
        text = way.text
        return RankedNote(
            fact,
            worth,
            advice=text if way.how is How.ADVICE else "",
            sentence=text if way.how is How.SAID else "",
            quote=text if way.how is How.QUOTE else "",
            on=text if way.how is How.ON else "",
            that=text if way.how in {How.STORY, How.POINT} else "",
            rough=not way.smooth,
        )

    def _worth(self, way: Takeaway, fact: Fact) -> float:
        worth = _WORTH[way.how] + (2.0 if self.reverse and way.how in {How.STORY, How.SAID} else 0.0)
        mine = set(w.content(way.text))
        worth += min(1.5, 0.5 * len(mine & self.concern))
        repeated = max((len(mine & plan) / len(mine) for plan in self.plans if mine), default=0.0)
        worth += 0.6 if 0.2 <= repeated <= 0.5 else (-1.2 if repeated > 0.5 else 0.0)
        # The more of an action a note has, the surer the action follows from it.
        follows = any(2 < len(mine & plan) <= 0.5 * len(mine) for plan in self.plans)
        worth += 0.4 * (follows and way.how is not How.QUOTE)
        # "Turn three fields into requirements" and "I'll turn three fields into requirements": the plan says it all.
        worth -= 1.2 * any(len(mine & plan) >= max(3, 0.8 * len(plan)) for plan in self.plans)
        worth += 0.3 * bool(re.search(r"\d", way.text)) - 1.0 * (len(mine) < 3) - 0.6 * (len(w.words(way.text)) > 20)
        worth -= 1.2 * (not way.smooth) + 1.6 * way.tactless + 0.4 * (not way.whole)
        tail = way.text.rpartition(", ")[2] if way.how is How.ADVICE else ""
        worth -= 0.5 * hangs(tail)
        # "learn pivot tables, nothing fancier": what is made small is not what a mentor is thanked for first.
        worth -= 0.6 * bool(re.match(r"nothing (?:\w+er|more|else)\b", tail, re.IGNORECASE))
        worth -= 1.5 * (self.reverse and way.how in {How.ADVICE, How.ON})
        # What the one who learns could not do yet is no thanks.
        worth -= 1.6 * (self.reverse and bool(re.search(r", (?:but )?not\b", way.text)))
        # An equal is given no advice on something: no sentence of a thank-you to one takes it.
        worth -= 6.0 * (self.mentor.relationship in {"peer", "reverse"} and way.how is How.ON)
        if way.how is How.QUOTE:
            worth += self._quotable(way.text, fact.text)
        return worth

    def _quotable(self, quote: str, note: str) -> float:
        """How well a note can stand as it is typed; promises and third persons are not quoted at all."""
        first = (w.words(quote) or [""])[0]
        worth = 1.0 if w.is_base(first) or first.casefold() in {"don't", "never"} else 0.0
        # A list of things is nothing that somebody said.
        worth -= 1.0 * (not any(w.is_base(word) or w.is_third(word) or w.is_past(word) for word in w.words(quote)))
        worth -= 0.7 * len(_SHORTHAND.findall(quote)) + (2.0 if not 4 < len(w.words(quote)) < 24 else 0.0)
        third = re.search(
            rf"\b(?:she|he|they|her|his|him|them|their|hers)\b|{name_pattern(self.mentor)}", quote, re.IGNORECASE
        )
        own = re.search(r"\bI(?:['’](?:ll|d)| (?:have to|must|should|need to|will))\b", quote)
        initial = re.match(rf"{re.escape(self.mentor.name[0])}\w?\.? (?:will|to|gives|sends|can)\b", quote)
        # "Good idea, mine was the opposite" answers words that are not there.
        answers = re.search(
            r"\b(?:mine|yours|the opposite|so true|exactly|agreed|good (?:idea|point|question|q))\b", quote, re.I
        )
        return worth - (6.0 if third or initial or own or answers or PROMISED.search(one_line(note)) else 0.0)
