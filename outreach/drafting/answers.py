"""What a mentor's answer points to: a colleague, something of theirs to read, a later time."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.drafting.shorthand import is_known
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.patterns import regex

_TO = (
    r"(?:try|ask|contact|e-?mail|call|ring|meet|see|approach|recommend|suggest|(?:reach|point|put|refer)\w*"
    r"(?: \w+){0,3}? (?:to|out to|in touch with)|(?:write|writ\w+|talk\w*|speak\w*|turn|reach out|get in touch"
    r"|introduce you) (?:to|with)|touch with|introduction to)"
)
_WHOSE = (
    r"(?:my|our|the|a)(?: (?:good|old|former|dear))? (?:[a-z]+ ){0,2}?(?:colleague|friend|deputy|student|postdoc)\w*,? "
)
_PARTICLES = r"(?:(?:de|van|von|der|den|del|la|al|da|dos|du|bin|binti) )*"
_NAME = rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Mx)\.? )?[A-Z][\w'’-]+(?: {_PARTICLES}[A-Z](?:[\w'’-]+|\.))*"
_PERSON = regex(rf"\b(?i:{_TO}) (?:(?P<whose>(?i:{_WHOSE}))?(?P<name>{_NAME}))")
_THINGS = (
    "article|blog|blog posts?|book|column|course|guide|handbook|lecture|newsletter|page|paper|podcast|slides|talk"
    "|thesis|tutorial|video|videos|website|web page|YouTube channel|channel"
)
_THING = regex(
    rf"\b(?:read|see|watch|find|try|at|on|in|to|through|with) my (?P<thing>(?:new |first |own |last )?(?:{_THINGS}))\b",
    re.IGNORECASE,
)
_WHEN = (
    rf"(?P<when>(?:in|after|from|around|next|before|early|late)(?: (?:in|the|early|late|mid|new|end of))*"
    rf" (?:{'|'.join(MONTHS)}|spring|summer|autumn|fall|winter|new year|year|month|term|semester|easter|christmas)"
    r"(?: 20\d\d)?)"
)
_AGAIN = regex(
    r"\b(?:try|ask|write(?: to)?|contact|e-?mail|ping|come back(?: to)?|get back(?: to)?|get in touch(?: with)?|remind"
    rf"|reach out(?: to)?)(?: me| us)?(?: again| then)?,? {_WHEN}",
    re.IGNORECASE,
)
_UNSURE = regex(r"\b(?:not|never|can['’]?t|cannot|unable|don['’]?t|won['’]?t|no longer|instead of)\b", re.IGNORECASE)
_NO_NAMES = frozenset(
    {"I", "If", "It", "He", "She", "They", "We", "You", "This", "That", "There", "Me", "Us", "LinkedIn", "HR", "The"}
) | {word.capitalize() for word in (*MONTHS, *WEEKDAYS)}  # fmt: skip


def pointed_to(brief: Brief) -> str:
    """Whom or what the answer points to: ``Jana Meier``, ``your blog``; empty where nothing tells for certain."""
    for fact in brief.of("contact.answer"):
        person = _PERSON.search(fact.text)
        if person and _is_meant(fact.text, person) and _is_name(person["name"], known=bool(person["whose"])):
            return person["name"].rstrip(".'’")
        thing = _THING.search(fact.text)
        if thing and _is_meant(fact.text, thing):
            return f"your {thing['thing']}"
    return ""


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Whether the clause is no negative up to here: ``please do not write to Jana Meier``."""
    clause = re.split(r"[,;:]| but | and | so ", text[: found.start()])[-1]
    return not _UNSURE.search(f"{clause} {found[0]}")


def _is_name(name: str, *, known: bool) -> bool:
    """Whether a capital is a person's: two words or a title, or one behind ``my colleague``."""
    words = name.split()
    strange = any(not is_known(word) for word in words)
    return words[0] not in _NO_NAMES and strange and (known or len(words) > 1)


def later(brief: Brief) -> str:
    """When the mentee may ask again by the answer: ``in the spring``; empty where it says nothing of it."""
    for fact in brief.of("contact.answer"):
        found = _AGAIN.search(fact.text)
        if found and _is_meant(fact.text, found):
            return found["when"][:1].lower() + found["when"][1:]
    return ""


_OPEN = regex(
    r"\b(?:again|later|not now|right now|at the moment|until|once|get back|this (?:month|year|term|semester|season))\b",
    re.IGNORECASE,
)


def leaves_open(brief: Brief) -> bool:
    """Whether a no is one for now: only then is writing again no second try."""
    found = ((fact.text, _OPEN.search(fact.text)) for fact in brief.of("contact.answer"))
    return any(match and (match[0].startswith("not") or _is_meant(text, match)) for text, match in found)
