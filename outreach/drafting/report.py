"""What the sentences of a report are made of: what was advised, what was done, what it led to, what comes next."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.briefing.dates import weekday_and_day
from outreach.domain.contact import Deed
from outreach.domain.people import Mentor, Relationship
from outreach.drafting.check_in import is_the_advice
from outreach.drafting.deeds import DeedTold, told_deed
from outreach.drafting.first_contact import person_values
from outreach.drafting.moments import day_there, same_day_there
from outreach.drafting.news import told_news
from outreach.drafting.noted_advice import told_as_deed
from outreach.drafting.steps import plan
from outreach.drafting.takeaways import How, takeaways
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex

MOST_DEEDS = 3
"""So many are told where they are short; more is a list, and a list is not read as thanks."""
_EQUALS = frozenset({Relationship.PEER, Relationship.REVERSE})
LONGEST_ADVICE = 22
"""Words; longer advice is left out, for the mentor knows what they said."""
_OF_OTHERS = regex(r"\b(?:she|he|they|her|him|his|their|them|I|I['’]\w+|me|my)\b")


_SHORTHAND = regex(r"[=+*_<>→|#]|->|\bw/|\babt\b|\bvs\b|[.!?] [a-z]|[!?]{2}|[A-Z]{4,}")
_SHARE_QUOTED, _FEWEST = 0.8, 3


@dataclass(frozen=True, slots=True)
class Reported:
    """One deed of a report."""

    number: int
    """Its place in the contact, from 1."""
    told: DeedTold
    advice: dict[str, Value]
    """The advice that it follows, told: in ``advice``, ``said``, ``about``, ``that`` or ``quote``; all may be empty."""

    @property
    def is_told(self) -> bool:
        """Whether code could tell the advice."""
        return any(value for name, value in self.advice.items() if name != "quote")


def reported(brief: Brief, most: int = MOST_DEEDS) -> list[Reported]:
    """The deeds to report: first those that follow advice, then those that led to something, the latest first."""
    mentor = brief.case.mentor
    found = [
        Reported(number, told_deed(deed, mentor), advice_told(deed.advice, mentor))
        for number, deed in enumerate(brief.case.contact.deeds, 1)
    ]
    worth_saying = [one for one in found if one.told.sentence]
    return sorted(worth_saying, key=_worth, reverse=True)[:most]


def _worth(one: Reported) -> tuple[bool, bool, bool, bool, int]:
    followed = bool(one.told.deed.advice.strip())
    return followed, followed and one.is_told, one.told.has_result, bool(one.told.clause), one.number


def advice_told(note: str, mentor: Mentor) -> dict[str, Value]:
    """A piece of advice as noted, told for a sentence that speaks of it: each value has a frame of its own."""
    found: dict[str, Value] = dict.fromkeys(("advice", "said", "about", "that", "quote"), "")
    text = one_line(note)
    if not text:
        return found
    names = {How.SAID: "said", How.ADVICE: "advice", How.ON: "about", How.STORY: "that", How.POINT: "that"}
    if deed := told_as_deed(text, mentor):
        ways = [("advice", deed)]
    else:
        best = max(takeaways(text, mentor), key=lambda way: (way.how, way.smooth, way.whole))
        ways = [(names.get(best.how, "quote"), best.text)]
    name, told = ways[0]
    if name == "advice" and re.search(r"\bme\b", told):
        # "Show me the draft": whom?
        return found
    fits = len(w.words(told)) <= LONGEST_ADVICE and (name != "quote" or _can_be_quoted(told, text))
    return {**found, name: w.decapitalised(told).rstrip(" .") if name == "said" else told} if fits else found


def _can_be_quoted(quote: str, note: str) -> bool:
    """Whether the mentor would know their words again: whole, and no shorthand that only its writer can read."""
    whole = len(w.words(quote)) >= _SHARE_QUOTED * len(w.words(note))
    return whole and len(w.words(quote)) > _FEWEST and not (_OF_OTHERS.search(quote) or _SHORTHAND.search(quote))


def values(brief: Brief, deeds: list[Reported], *, linked: bool = True) -> dict[str, Value]:
    """All values of ``report.j2`` but greeting and sign-off; ``linked``: whether the first deed's advice is named."""
    contact, meeting, mentor = brief.case.contact, brief.meeting, brief.case.mentor
    day = weekday_and_day(day_there(brief.case, contact.last_met)) if contact.last_met else ""
    next_meeting = meeting.next_meeting if meeting.next_meeting and meeting.next_meeting > brief.today else None
    listed = [*(_deed_values(one, brief) for one in deeds), *[_NOTHING] * MOST_DEEDS][:MOST_DEEDS]
    return {
        **person_values(brief),
        "day": day,
        "advised": sum(bool(one.told.deed.advice.strip()) for one in deeds),
        "named": sum(
            any(one.advice.values()) if not at else bool(one.advice["advice"]) for at, one in enumerate(deeds)
        ),
        "advised_day": str(listed[0]["day"]) or day,
        "promised": any(one.told.deed.promised for one in deeds),
        "first": listed[0] if linked else {**listed[0], "so": "", "sentence": _whole(deeds)},
        "second": listed[1],
        "third": listed[2],
        "news": told_news(contact.news, mentor),
        "next_day": weekday_and_day(next_meeting) if next_meeting and same_day_there(brief.case) else "",
        "plan": re.sub(r"^I(?=['’]ll | will )", "Next, I", plan(meeting.next_actions, mentor, brief.today, most=1)),
        "equals": mentor.relationship in _EQUALS,
        "owed": bool(contact.owed),
    }


_NOTHING: dict[str, Value] = dict.fromkeys(
    ("advice", "said", "about", "that", "quote", "day", "followed", "sentence", "more", "so"), ""
)


def _whole(deeds: list[Reported]) -> str:
    return deeds[0].told.with_result(deeds[0].told.sentence) if deeds else ""


def _deed_values(one: Reported, brief: Brief) -> dict[str, Value]:
    told = one.told
    # "You advised me to log every override. I logged every override" says it twice.
    same = bool(one.advice["advice"]) and _adds_nothing(one)
    mine = re.match(r"I (?!also\b|now\b|am\b|have\b|had\b|was\b)(?=[a-z])", told.clause)
    more = w.as_sentence(f"I also {told.clause[mine.end() :]}") if mine else told.sentence
    so = w.as_sentence(f"so {told.clause}") if mine and not same else ""
    day = _day_of_advice(told.deed, brief)
    return {
        **one.advice,
        "day": weekday_and_day(day_there(brief.case, day)) if day else "",
        "followed": bool(told.deed.advice.strip()),
        "sentence": told.with_result("That is what I did." if same else told.sentence),
        "more": told.with_result(more),
        "so": told.with_result(so),
    }


def _adds_nothing(one: Reported) -> bool:
    done, advised = set(w.content(one.told.deed.what)), set(w.content(one.told.deed.advice))
    return is_the_advice(one.told) and done <= advised


def _day_of_advice(deed: Deed, brief: Brief) -> dt.date | None:
    """When the advice was given, where that is certain: in the meeting whose notes have it."""
    meeting, contact = brief.meeting, brief.case.contact
    if not deed.advice:
        return None
    if meeting.date and one_line(deed.advice) in one_line(meeting.notes):
        return meeting.date
    return contact.last_met if deed.promised and deed.promised == contact.last_met else None
