"""What the sentences of a sign of life are made of: when the two last spoke, what was done since, what advice did."""

from __future__ import annotations

import datetime as dt
import re

from outreach.briefing.brief import Brief
from outreach.briefing.dates import short_date
from outreach.domain.people import Relationship
from outreach.drafting.deeds import FRAME, DeedTold
from outreach.drafting.first_contact import person_values
from outreach.drafting.moments import day_there
from outreach.drafting.news import told_news
from outreach.drafting.noted_advice import told_as_deed
from outreach.drafting.notes import RankedNote
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.patterns import regex

MOST_DEEDS = 3
"""A sign of life is no report."""
LONGEST_ADVICE = 16
"""Words of advice that is called to mind."""
_NOT_YET = regex(
    r"\b(?:am|are|is|will|going to|plan|hope|want|start|starts|soon|next|still|tomorrow)\b|['’](?:ll|m|re)\b"
)
"""Signs of a present or a future, which has not happened since anything."""
_YEAR = dt.timedelta(days=300)


def values(brief: Brief, deeds: list[DeedTold], note: RankedNote | None) -> dict[str, Value]:
    """All values of ``check-in.j2``."""
    contact = brief.case.contact
    followed = _followed(deeds, brief)
    did, news = told_together(deeds, brief.case.mentor.relationship), told_news(contact.news, brief.case.mentor)
    return {
        **person_values(brief),
        **last_time(brief),
        "did": did,
        "did_plain": told_together(deeds, brief.case.mentor.relationship, linked=False),
        "news": news,
        "framed": (did or news).startswith(FRAME),
        "happened": not _NOT_YET.search(f"{did} {news}"),
        "followed": followed,
        "noted": "" if followed else _noted(note),
        "owed": bool(contact.owed),
    }


def last_time(brief: Brief) -> dict[str, Value]:
    """When the two last spoke, or else who last wrote; all empty where neither is known."""
    contact = brief.case.contact
    met, answered = contact.last_met, contact.answered
    wrote = contact.sent[-1].date if contact.sent else None
    spoke = met if met and not (answered and answered > met) else None
    theirs = answered if not spoke else None
    mine = wrote if not (spoke or theirs) else None
    day = spoke or theirs or mine
    return {
        "spoke": _day(day_there(brief.case, spoke) if spoke else None, brief.today),
        "they_wrote": _day(theirs, brief.today),
        "i_wrote": _day(mine, brief.today),
        "month": _month(day, brief.today),
    }


def _day(date: dt.date | None, today: dt.date) -> str:
    """``3 September``, with its year where it could be mistaken; empty without a date."""
    if date is None:
        return ""
    return f"{short_date(date)} {date.year}" if today - date > _YEAR else short_date(date)


def _month(date: dt.date | None, today: dt.date) -> str:
    return _day(date, today).split(maxsplit=1)[1] if date else ""


def told_together(deeds: list[DeedTold], relationship: Relationship, *, linked: bool = True) -> str:
    """What was done, each with what it led to, as sentences in order.

    What has no verb of its own comes last, behind a colon. What was done in the words of the other one's advice says
    so, where it is ``linked``.
    """
    clauses = [one for one in deeds if one.clause]
    found = []
    for at, one in enumerate(clauses):
        told = _clause(one.clause, at, len(clauses))
        found.append(one.with_result(_as_advised(told, relationship) if linked and is_the_advice(one) else told))
    for planned in (True, False):
        others = [one for one in deeds if not one.clause and bool(one.deed.promised) is planned]
        found += _framed(others, planned=planned, first=not found)
    return " ".join(text for text in found if text)


def _clause(clause: str, at: int, of: int) -> str:
    if at == 0:
        return w.as_sentence(clause)
    mine = re.match(r"I (?!also\b|now\b|am\b|have\b|had\b|was\b)(?=[a-z])", clause)
    link = "I also " if at == 1 else ("and I " if at == of - 1 else "I ")
    return w.as_sentence(f"{link}{clause[mine.end() :]}" if mine else clause)


def _framed(deeds: list[DeedTold], *, planned: bool, first: bool) -> list[str]:
    """Deeds without a verb for certain, in frames that are right for any words."""
    if not deeds:
        return []
    lead = "done, of what I had planned" if planned else "news from me"
    if planned and len(deeds) == 1:
        lead = "done"
    if not first:
        lead = "also done" if planned else "one more piece of news"
    if not any(one.has_result for one in deeds):
        return [w.as_sentence(f"{lead}: {'; '.join(one.item for one in deeds)}")]
    leads = [lead, *["also done" if planned else "and this"] * len(deeds)]
    return [one.with_result(w.as_sentence(f"{lead}: {one.item}")) for lead, one in zip(leads, deeds, strict=False)]


def _as_advised(sentence: str, relationship: Relationship) -> str:
    if relationship is Relationship.REVERSE or not sentence.endswith(".") or "," in sentence:
        return sentence
    return f"{sentence[:-1]}, as you {'suggested' if relationship is Relationship.PEER else 'advised'}."


def is_the_advice(one: DeedTold) -> bool:
    """Whether what was done is the advice itself, so that naming both would say it twice."""
    done, advised = set(w.content(one.deed.what)), set(w.content(one.deed.advice))
    return bool(advised) and 2 * len(done & advised) >= len(advised)


def _followed(deeds: list[DeedTold], brief: Brief) -> str:
    """The advice that a deed goes back to: ``to log every override``; empty where code cannot tell it."""
    for one in deeds:
        told = told_as_deed(one.deed.advice, brief.case.mentor) if one.deed.advice else ""
        if told and not is_the_advice(one):
            return told if len(told.split()) <= LONGEST_ADVICE else ""
    return ""


def _noted(note: RankedNote | None) -> str:
    """Advice in the notes of the last meeting."""
    told = note.advice if note and not note.rough else ""
    return told if len(told.split()) <= LONGEST_ADVICE else ""


def is_done(note: RankedNote, brief: Brief) -> bool:
    """Whether one of the deeds is what a note advised: then it is told as done."""
    advised = set(w.content(note.advice))
    told = [set(w.content(f"{one.what} {one.advice}")) for one in brief.case.contact.deeds]
    return any(2 * len(done & advised) >= len(advised) for done in told)


def speaks_of_advice(brief: Brief) -> bool:
    """Whether the other one is who gives advice: not where both are equals, nor where the mentee teaches."""
    return brief.case.mentor.relationship not in {Relationship.PEER, Relationship.REVERSE}
