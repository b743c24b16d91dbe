"""Which fact about the mentor a first contact is built on, and which note a thank-you echoes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from outreach.briefing.brief import Brief
from outreach.domain.facts import Fact
from outreach.drafting.telling_facts import told_fact
from outreach.wording import words as w
from outreach.wording.lexicon import DETERMINERS, PREPOSITIONS
from outreach.wording.telling import Told

# Words that stand in many backgrounds and tie nobody to anybody.
_COMMON = frozenset(
    w.stem(word)
    for word in """
    work year company team people make use help new first time day week month good part lead job start small
    """.split()
)
_EMPTY = re.compile(
    r"\b(?:passionate|dedicated|dynamic|results[- ]driven|motivated|enthusiastic|award[- ]winning"
    r"|thought leader|visionary)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:husband|wife|mother|father|son|daughter|kids|children|burn(?:ed|t)?[- ]?out|illness|cancer|divorce[d]?)\b",
    re.IGNORECASE,
)
# What nobody wants to read from a stranger about their own life.
_TACTLESS = re.compile(
    r"\b(?:lost (?:\w+ )?licen[cs]e|sued|convicted|arrested|jail|guilty|falsif\w+|scandal|widow(?:er)?|bankrupt\w*"
    r"|(?:was|were|got|been) (?:fired|sacked)|divorced?)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:sister|brother|wife|husband|father|mother|partner|son|daughter|cousin|colleague|friend|uncle|aunt|co-founder)\b",
    re.IGNORECASE,
)
_SAME_ROAD = re.compile(
    r"\b(?:too|began|started|once|former(?:ly)?|ex|used to|switched|moved from|retrained|before|became|first)\b",
    re.IGNORECASE,
)

# What may stand behind "because": the mentor as subject, at most behind a phrase of time or place.
_STANDS = re.compile(
    r"(?:you|your)\b(?!.*\bdoi\b)|(?:in|at|after|before|since|until|from|for|on|when|while|as|with|today|now"
    r"|by|during|between"
    r"|over|once|together|last|this|having|despite|under|through|among|alongside)\b[^:;]{0,90}\b(?:you|your)\b",
    re.IGNORECASE,
)

LONGEST_CLAUSE = 30
"""Words; a longer clause is cut at a comma, or ranks low."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact with its worth for this mentee, and how it is told."""

    fact: Fact
    told: Told | None
    worth: float


def best_facts(brief: Brief) -> list[Ranked]:
    """The mentor's facts, the best for this mentee's ask and goal first.

    Shared ground counts most, then what is asked about, then the goal; a fact that code can tell comes before one
    that must be quoted; what the connection already says comes last.
    """
    ranked = []
    facts = brief.mentor_facts
    before = {fact.id: previous.text for previous, fact in pairwise(facts)}
    for fact in facts:
        if _TACTLESS.search(fact.text):
            continue
        told = told_fact(brief, fact)
        told = clipped(told) if told else None
        if re.match(r"(?:She|He|They)\b", fact.text) and _RELATIVE.search(before.get(fact.id, "")):
            # "… with his sister Anne. She now runs the shop": who "she" is, nobody can tell.
            told = None
        if told and not _STANDS.match(told.text):
            told = None
        ranked.append(Ranked(fact, told, _worth(brief, fact, told)))
    return sorted(ranked, key=lambda one: one.worth, reverse=True)


def _worth(brief: Brief, fact: Fact, told: Told | None) -> float:
    mentee, ask = brief.case.mentee, brief.case.ask
    mine = set(w.content(fact.text))
    found = set(w.content(brief.case.mentor.found_through))
    worth = 3.0 * _shared(mine, f"{mentee.role} {mentee.organisation}") + 1.5 * _shared(mine, mentee.background)
    worth += (
        2.5 * _shared(mine, ask.about)
        + 2.0 * _shared(mine, brief.goal_text)
        + 1.0 * _shared(mine, " ".join(mentee.skills_to_build))
    )
    worth += 1.0 if re.search(r"\d", fact.text) else 0.0
    worth += 1.5 if _SAME_ROAD.search(fact.text) else 0.0
    worth += 3.0 if told else 0.0
    worth -= 3.0 if _EMPTY.search(fact.text) else 0.0
    worth -= 3.0 if _KIN.search(fact.text) else 0.0
    worth -= 3.0 if told and re.match(r"you are\b", told.text) else 0.0
    worth -= 1.5 if len(w.words(fact.text)) > LONGEST_CLAUSE else 0.0
    worth -= 1.0 if is_jotted(fact.text) else 0.0
    worth -= 4.0 if mine and len(mine & found) / len(mine) > 0.5 else 0.0
    return worth


def _shared(mine: set[str], text: str) -> float:
    theirs = set(w.content(text))
    return sum(0.3 if stem in _COMMON or stem.isdigit() else 1.0 for stem in mine & theirs)


def is_jotted(text: str) -> bool:
    """Whether a text is shorthand rather than a sentence: arrows, equals signs, short forms, few small words."""
    if re.search(r"->|→|=>|<-|\s=\s|~|\bw/|\s/\s|>\w|\(!\)", text) or w.expanded(text) != text.replace("&", "and"):
        return True
    found = [word.casefold() for word in w.words(text)]
    small = sum(
        word in DETERMINERS or word in {"you", "your", "it", "them", "i", "she", "he", "is", "are"} for word in found
    )
    return len(found) >= 5 and small == 0


def counted_noun_without_article(text: str) -> bool:
    """Whether a noun stands bare where a sentence would give it an article: "at pickup desk"."""
    found = re.findall(r"[\w'’-]+|[.,;:!?()]", text)
    for word, after in pairwise(found):
        leads = word.casefold() in PREPOSITIONS or w.is_base(word)
        if leads and after not in DETERMINERS and after.casefold() in _COUNTED:
            return True
    return False


_COUNTED = frozenset(
    """
    boss board publisher house pickup school colleague book cart client company cv customer desk door editor exam
    folder form kiln lab lead list mentor meeting page plan portfolio project pr report room schema season shift shop
    supervisor table team test title ward week
    """.split()
)


def clipped(told: Told) -> Told:
    """``told`` without asides in brackets and, where it is long, without what hangs on behind a comma."""
    text = re.sub(r"\s*\((?:ex|former|current|see|vol|approx)\b[^()]*\)", "", told.text)
    if len(w.words(text)) > LONGEST_CLAUSE:
        for mark in (
            r";",
            r"(?<=[\w)]),? where ",
            r",? which ",
            r", who ",
            r", and ",
            r", responsible ",
            r" — ",
            r" - ",
            r",\s",
        ):
            cut = re.split(mark, text)[0]
            if 6 <= len(w.words(cut)) < len(w.words(text)) and re.search(r"\byou\b", cut) and not _opens(cut):
                text = cut
                break
    elif told.subject_added and "," in text:
        # Notes go from the point to its details: the first detail is kept, as an aside where it is a time.
        first, second, *_ = [part.strip() for part in re.split(r",(?!\d)", text)] + [""]
        if not second:
            return replace(told, text=text.strip(" ,;:"))
        text = f"{first} ({second})" if second[:1].isdigit() else f"{first}, {second}"
    return replace(told, text=text.strip(" ,;:"))


def _opens(text: str) -> bool:
    return text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2 == 1
