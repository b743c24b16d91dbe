"""What the sentences of a follow-up are made of: the first mail again in one line, and one thing that is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from outreach.briefing.brief import Brief
from outreach.briefing.dates import short_date
from outreach.domain.contact import Sent
from outreach.domain.draft import Kind
from outreach.domain.people import Relationship
from outreach.drafting import first_contact, myself
from outreach.drafting.deeds import FRAME
from outreach.drafting.news import deeds_told, in_the_meantime, told_news
from outreach.drafting.ranking import Ranked
from outreach.drafting.shorthand import small
from outreach.drafting.writing import Uses
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex

WORTH_ADDING = 4.5
"""A second fact about the mentor is worth a line from here on."""
SHARE_OF_BEST = 0.6
"""So near to the best fact it must come: a line of their CV that is there to fill the place shows as one."""
LONGEST_NEW = 24
"""Words of a second fact: a follow-up has 75 in all."""
LONGEST_LEAD = 14
"""Words of how the two met, which they both know."""

_POST = regex(
    r"(?:(?:since|from) [^,]{4,20} )?you (?:are|were|have been|have worked as) "
    r"(?!the (?:author|first|founder|one|only)\b)(?:an? |the )?[\w' ,-]+$"
    r"|(?:after|before|following|since|from|in) .*\byou (?:joined|became|moved to|went to|were made|opened)\b"
    r"|you (?:joined|became|moved to|went to|were made)\b|you (?:have|had) .*\bfor \d+\+? (?:years|yrs)$"
    r"|you (?:lead|run|manage|oversee|head|employ) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
    # Hard times are theirs to tell, and no second thought of somebody else's.
    r"|.*\b(?:poor|lost|lose|losing|failed|broke|debt|ill)\b"
)


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing that the first mail did not say."""

    values: dict[str, Value] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    about: Ranked | None = None
    """The fact about the mentor, where it is one."""


def first_sent(brief: Brief) -> Sent | None:
    """The message that is followed up: the last that was no follow-up itself."""
    asked = [one for one in brief.case.contact.sent if one.kind is not Kind.FOLLOW_UP]
    return asked[-1] if asked else None


def has_replied(brief: Brief) -> bool:
    """Whether the mentor answered, the mentee wrote back, and that is what is followed up: no mail to a stranger."""
    contact, first = brief.case.contact, first_sent(brief)
    return bool(first and contact.answered and first.date >= contact.answered and first.kind is not Kind.FIRST_CONTACT)


def is_last(brief: Brief) -> bool:
    """Whether one follow-up was sent already: this one is the last."""
    first = first_sent(brief)
    return any(
        one.kind is Kind.FOLLOW_UP and (first is None or one.date >= first.date) for one in brief.case.contact.sent
    )


def subject(brief: Brief, own: str) -> str:
    """``Re: `` and the subject of the first mail; ``own`` where it is not known."""
    first = first_sent(brief)
    known = one_line(first.subject) if first else ""
    if not known and has_replied(brief):
        known = next((one_line(one.subject) for one in reversed(brief.case.contact.sent) if one.subject), "")
    return (known if re.match(r"re:", known, re.IGNORECASE) else f"Re: {known}") if known else own


NOTHING_NEW: dict[str, Value] = {
    "news": "",
    "news_inside": "",
    "hook_clause": "",
    "hook_brief": "",
    "new_offer": "",
}


def additions(brief: Brief, ranked: list[Ranked]) -> Iterator[Addition]:
    """What could be added, the best first; the last adds nothing."""
    contact, mentor = brief.case.contact, brief.case.mentor
    used = {fact for sent in contact.sent for fact in sent.facts}
    said = _said(brief)
    if news := told_news(contact.news, mentor):
        framed = news.startswith(FRAME)
        yield Addition({**NOTHING_NEW, "news": news, "news_inside": "" if framed else small(news)}, ("contact.news:1",))
    for number, one in reversed(deeds_told(contact, mentor, 2)):
        if one.sentence not in said:
            facts = (f"contact.deeds:{number}",)
            yield Addition({**NOTHING_NEW, "news": in_the_meantime(one)}, facts)
    if has_replied(brief):
        # They know why, and have said yes: only the time is open.
        yield Addition(NOTHING_NEW)
        return
    for fact in ranked:
        if fact.fact.id not in used and _is_reason(fact, ranked, brief):
            hook = first_contact.hook_values(brief, fact)
            if str(hook["hook_clause"]) not in said and len(str(hook["hook_clause"]).split()) <= LONGEST_NEW:
                told = {key: hook[key] for key in ("hook_clause", "hook_brief")}
                yield Addition({**NOTHING_NEW, **told}, (fact.fact.id,), fact)
    yield from _offers(brief, said)
    yield Addition(NOTHING_NEW)


def _is_reason(fact: Ranked, ranked: list[Ranked], brief: Brief) -> bool:
    """Whether a second fact is a reason of its own: near the best in worth, on what is asked or wanted, and whole.

    A post or how long they have held it is none; who asks for the second time has named it, or something better.
    """
    if not fact.told or _POST.match(fact.told.text) or re.search(r"[.!?;] |\bre$|[:,–-]$", fact.told.text):
        return False
    concern = set(w.content(f"{brief.case.ask.about} {brief.goal_text}"))
    near = fact.worth >= max(WORTH_ADDING, SHARE_OF_BEST * ranked[0].worth)
    return near and bool(concern & set(w.content(fact.told.text)))


def _said(brief: Brief) -> str:
    """All that was sent, as far as it is known."""
    return " ".join(sent.body for sent in brief.case.contact.sent)


def _offers(brief: Brief, said: str) -> Iterator[Addition]:
    for number, jotted in enumerate(brief.case.mentee.can_offer, 1):
        offer = myself.offer((jotted,), brief.case.mentor)
        if offer and offer[1:] not in said:
            yield Addition({**NOTHING_NEW, "new_offer": offer}, (f"mentee.can_offer:{number}",))


def values(brief: Brief, addition: Addition) -> dict[str, Value]:
    """All values of ``follow-up.j2``."""
    first = first_sent(brief)
    made = first_contact.values(brief, None)
    return {
        **made,
        "hook_clause": "",
        "hook_brief": "",
        "replied": has_replied(brief),
        **_leads(brief, made),
        "who": _who(brief, made),
        "who_shorter": _who(brief, {**made, "position": made["person_role"], "workplace": ""}),
        "first_known": bool(first and first.body),
        "day": short_date(first.date) if first else "",
        "last": is_last(brief),
        # What stands in the mail below is not said twice.
        "times": "" if str(made["times"]) in _said(brief) else made["times"],
        **addition.values,
    }


def _who(brief: Brief, made: dict[str, Value]) -> str:
    """``I'm Priya Nair, a data analyst at ….``; empty for a mentor or an acquaintance, who knows."""
    if brief.case.mentor.relationship in {Relationship.MENTOR, Relationship.ACQUAINTANCE}:
        return ""
    name, position, field_, workplace = (str(made[key]) for key in ("mentee_name", "position", "field", "workplace"))
    if position:
        return f"I'm {name}, {position}."
    if field_:
        return f"I'm {name}, and I work in {field_}."
    return f"I'm {name}, from {workplace}." if workplace else f"I'm {name}."


def _leads(brief: Brief, made: dict[str, Value]) -> dict[str, Value]:
    """What comes first: the introducer, who must be named, or how the two met."""
    relationship = brief.case.mentor.relationship
    named, met = str(made["introduced_by"]), str(made["connection"])
    if named:
        return {"lead": f"{named} pointed me to you.", "lead_shorter": f"{named} pointed me to you."}
    if relationship is Relationship.INTRODUCED:
        return {"lead": met, "lead_shorter": met}
    short = relationship is Relationship.ACQUAINTANCE and len(met.split()) <= LONGEST_LEAD
    return {"lead": met if short else "", "lead_shorter": ""}


def facts_used(brief: Brief, addition: Addition) -> Uses:
    """The sections in order, each with the facts that it uses."""

    def of(*paths: str) -> tuple[str, ...]:
        return tuple(fact.id for path in paths for fact in brief.of(path))

    asked = of("ask.about") or (f"mentee.goals:{brief.goal}",)
    who = of("mentee.name", "mentee.role", "mentee.organisation", "mentor.introduced_by", "mentor.found_through")
    sent = of("contact.sent")[:1]
    if has_replied(brief):
        who, sent = (), of("contact.sent")[-1:]
    return {
        "again": (*who, *sent, *asked),
        "new": addition.facts,
        "ask": of("ask.minutes", "mentee.availability"),
        "close": (),
    }
