"""The day that a mentor's answer offers, where one can be told for certain."""

from __future__ import annotations

import datetime as dt
import re

from outreach.briefing.brief import Brief
from outreach.briefing.dates import weekday_and_day
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind as What
from outreach.wording.quantities import Quantity, parsed
from outreach.wording.sentences import sentence_spans
from outreach.wording.words import content

_OFFERS = regex(
    r"\?|\b(?:would|could|can|shall|how about|what about|free|suits?|works?|come|meet|let['’]?s|why don['’]?t|fancy)\b",
    re.IGNORECASE,
)
_AROUND = regex(r"\b(?:until|till|since|before|after|by|from|back|last|away)(?: (?:the|on))?\s*$", re.IGNORECASE)
# Of a day that the mentee keeps: "the session on 9 Feb is on".
_KEEPS = regex(r"\b(?:is on|works?|suits?|is (?:fine|ok|okay|good)|still|gladly)\b", re.IGNORECASE)


def day_offered(brief: Brief, reason: str) -> str:
    """The one day that the answer offers and ``reason`` does not keep: ``Thursday 7 January``; else empty.

    Empty as well where its weekday is another, or where the day is past.
    """
    since = brief.case.contact.answered or brief.today
    found: dict[dt.date, str] = {}
    for fact in brief.of("contact.answer"):
        for start, end in sentence_spans(fact.text):
            sentence = fact.text[start:end]
            for one in parsed(sentence) if _OFFERS.search(sentence) else ():
                if one.kind is not What.DATE or _AROUND.search(sentence[: one.start]):
                    continue
                if (day := _day_of(one, since)) is None:
                    return ""
                found[day] = sentence
    if len(found) > 1:
        kept = _kept(reason, since)
        told = set(content(reason))
        found = {day: sentence for day, sentence in found.items() if day not in kept and told & set(content(sentence))}
    days = [day for day in found if day >= brief.today]
    return weekday_and_day(days[0]) if len(days) == 1 == len(found) else ""


def _day_of(date: Quantity, since: dt.date) -> dt.date | None:
    """The first such date from ``since`` on within a year; ``None`` where the weekday that is named is another."""
    for ahead in range(366):
        day = since + dt.timedelta(days=ahead)
        if day.day == date.day and date.month in {0, day.month} and date.year in {0, day.year}:
            return day if date.weekday in {-1, day.weekday()} else None
    return None


def _kept(reason: str, since: dt.date) -> set[dt.date]:
    clauses = (clause for clause in re.split(r"[,;.]\s|\bbut\b", reason) if _KEEPS.search(clause))
    dates = (one for clause in clauses for one in parsed(clause) if one.kind is What.DATE)
    return {day for one in dates if (day := _day_of(one, since))}
