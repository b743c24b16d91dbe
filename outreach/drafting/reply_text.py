"""The reply: take a time, decline, ask for another, thank for a no, confirm."""

from __future__ import annotations

import re
from collections.abc import Mapping

from outreach.briefing.brief import Brief
from outreach.briefing.dates import long_date, short_date
from outreach.domain.contact import Purpose
from outreach.domain.draft import Origin, Section, Wish
from outreach.domain.people import Relationship
from outreach.drafting import moments, typed
from outreach.drafting.answers import later, leaves_open, pointed_to
from outreach.drafting.asking import is_a_session, question, starts_a_clause, topic
from outreach.drafting.choices import Choices
from outreach.drafting.first_contact import person_values
from outreach.drafting.judging import Task
from outreach.drafting.myself import small
from outreach.drafting.news import told_news
from outreach.drafting.offered_day import day_offered
from outreach.drafting.proposing import parted
from outreach.drafting.writing import LetterText, Uses
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import PREPOSITIONS
from outreach.wording.patterns import regex

LONGEST_TOPIC = 18
"""Words; a longer topic is left for the agenda."""

_SET = ("meeting.date", "meeting.time", "meeting.minutes", "meeting.mode", "mentee.timezone")
_SECTIONS = {
    Purpose.TAKE: ("thanks", "slot", "times", "topic", "news", "close"),
    Purpose.DECLINE: ("thanks", "decline", "reason", "news", "close"),
    Purpose.MOVE: ("move", "reason", "times", "news", "close"),
    Purpose.THANK: ("thanks", "news", "close"),
    Purpose.CONFIRM: ("confirm", "news", "close"),
}
_RE = regex(r"^(?:(?:re|aw|sv|antw|vs|odp)\s*:\s*)+", re.IGNORECASE)


class ReplyText(LetterText):
    """thanks, slot, decline, move, confirm, reason, times, topic, news, close: those that the purpose asks for."""

    by_model = ""
    template = "reply"
    changeable = True

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self.purpose = brief.case.contact.purpose or Purpose.TAKE
        self.values = {**values(brief, self.purpose), **self._greetings(thanked=self.purpose is not Purpose.CONFIRM)}

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """Nothing is asked of the model: what a reply says is settled by what is known."""
        return []

    def spare(self) -> frozenset[str]:
        """What the reply can do without."""
        return frozenset({"topic", "news"})

    def _used(self, values: Mapping[str, Value]) -> Uses:
        offered = self._facts("contact.answer") if values["offered"] else ()
        facts = {
            "thanks": self._facts("contact.answered"),
            "slot": self._facts(*_SET),
            "decline": self._facts(*_SET) if values["moment"] else offered,
            "move": self._facts(*_SET) if values["moment"] else offered,
            "confirm": self._facts(*_SET),
            "reason": self._facts("contact.reason"),
            "times": self._facts("contact.reason" if values["proposal"] else "mentee.availability", "ask.minutes"),
            "topic": self._facts("ask.about"),
            "news": self._facts("contact.news"),
            "close": (),
        }
        return {name: facts[name] for name in _SECTIONS[self.purpose]}

    def body(self, sections: list[Section]) -> str:
        """The sections put together; those that the purpose does not ask for are empty."""
        names = dict.fromkeys(name for listed in _SECTIONS.values() for name in listed)
        return super().body([*(Section(name, "", Origin.TEMPLATE) for name in names), *sections])


def values(brief: Brief, purpose: Purpose) -> dict[str, Value]:
    """All values of ``reply.j2`` but greeting and sign-off."""
    case, meeting, contact = brief.case, brief.meeting, brief.case.contact
    moment = moments.on_both_clocks(case)
    named = bool(moment) and (purpose is not Purpose.DECLINE or _is_about_meeting(brief))
    # Without a meeting of its own, what is declined or moved is the day that the answer offers.
    offer = day_offered(brief, contact.reason) if purpose in {Purpose.DECLINE, Purpose.MOVE} else ""
    offer = "" if named and moment else offer
    call = moments.call_named(meeting.mode)
    because = parted(contact.reason, case.mentor)
    return {
        **person_values(brief),
        **_topic_values(brief),
        "purpose": purpose.value,
        "reply_to": reply_to(brief),
        "answered": contact.answered is not None,
        "answer": bool(contact.answer.strip()),
        "moment": moment if named else "",
        "offered": offer,
        "short_day": short_date(meeting.date) if meeting.date and named else "",
        "call": call or ("session" if case.mentor.relationship is Relationship.REVERSE else "meeting"),
        "is_call": bool(call),
        "how": _agreed(brief) if purpose is Purpose.TAKE else _how(brief, call),
        "minutes": meeting.minutes or case.ask.minutes,
        "times": "" if purpose is Purpose.MOVE and because.dated else moments.free_times(case, brief.today),
        "reason": typed.as_reason(because.reason, case.mentor),
        "proposal": moments.with_clock(case, because.proposal, brief.today) if because.proposal else "",
        "proposal_asks": because.asks,
        "news": told_news(contact.news, case.mentor),
        "pointer": pointed_to(brief),
        "later": later(brief),
        "for_now": leaves_open(brief),
    }


def reply_to(brief: Brief) -> str:
    """The subject of the last mail that was sent, without its own ``Re:``; empty where none is known."""
    subjects = (one_line(sent.subject) for sent in reversed(brief.case.contact.sent))
    return next((found for one in subjects if (found := _RE.sub("", one).strip())), "")


def _topic_values(brief: Brief) -> dict[str, Value]:
    told, asked = topic(brief), question(brief)
    if brief.case.mentor.relationship is Relationship.REVERSE:
        told = told.split(", ")[0]
    # What was asked about at first is no news to somebody whom one has met since.
    fits = len(w.words(told or asked)) <= LONGEST_TOPIC and not is_a_session(told) and not brief.case.contact.last_met
    return {
        "topic": told if fits else "",
        "topic_is_clause": starts_a_clause(told),
        "question": re.sub(r":\s", ", ", small(asked), count=1) if fits else "",
    }


def _how(brief: Brief, call: str) -> str:
    """``30 minutes by video call``; without the call where the sentence names it already."""
    meeting = brief.meeting
    mode = "" if call else moments.mode_told(brief.case)
    placed = mode.split(" ")[0].casefold() in PREPOSITIONS | {"face", "online", "remote"}
    minutes = f"{meeting.minutes} minutes" if meeting.minutes else ""
    return f"{minutes} {mode if placed or not minutes else f'({mode})'}".strip() if mode else minutes


def _agreed(brief: Brief) -> str:
    """``for 20 minutes by phone``: how long where the answer or the ask said so, how where the answer did.

    What only the mentee entered was proposed by nobody yet.
    """
    meeting, answer = brief.meeting, one_line(brief.case.contact.answer).casefold()
    halves = {30: r"\bhalf an hour\b|", 60: r"\b(?:an|one|1) hour\b|", 15: r"\bquarter of an hour\b|"}
    said = re.search(rf"{halves.get(meeting.minutes or 0, '')}\b{meeting.minutes} ?(?:min|m\b|['’])", answer)
    minutes = meeting.minutes if meeting.minutes and (said or meeting.minutes == brief.case.ask.minutes) else None
    mode = moments.mode_told(brief.case)
    told = mode if set(w.content(meeting.mode)) - _CALLING & set(w.content(answer)) else ""
    return " ".join(part for part in (f"for {minutes} minutes" if minutes else "", told) if part)


_CALLING = frozenset(map(w.stem, "call chat conference person".split()))
"""Of the ways to meet, the words that name none: a call by phone is a call by video, too."""


def _is_about_meeting(brief: Brief) -> bool:
    """Whether it is the meeting that was offered: the answer names its day or hour, or no answer is kept."""
    meeting, answer = brief.meeting, brief.case.contact.answer
    if not answer.strip() or meeting.date is None:
        return True
    hour = rf"|\b0?{meeting.time.hour % 12 or 12}\b|\b{meeting.time.hour}\b" if meeting.time else ""
    weekday = long_date(meeting.date).split()[0]
    return bool(re.search(rf"\b{meeting.date.day}\b|{weekday[:3]}(?:\b|{weekday[3:]}){hour}", answer, re.IGNORECASE))
