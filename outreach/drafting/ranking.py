"""Which fact about the mentor a first contact is built on, and which note a thank-you echoes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from outreach.briefing.brief import Brief
from outreach.domain.facts import Fact
from outreach.drafting.clipping import LONGEST_CLAUSE, clipped, has_label, is_jotted, quotation, without_known
from outreach.drafting.grounds import Ground, Wanted, grounds
from outreach.drafting.telling_facts import new_thing, told_fact
from outreach.wording import words as w
from outreach.wording.patterns import regex
from outreach.wording.quantities import NUMBER_WORDS
from outreach.wording.telling import Told

# What nobody wants to read from a stranger about their own life.
_TACTLESS = regex(
    r"\b(?:lost (?:\w+ )?licen[cs]e|sued|convicted|arrested|jail|guilty|falsif\w+|scandal|widow(?:er)?|bankrupt\w*"
    r"|(?:was|were|got|been) (?:fired|sacked)|divorced?)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"\b(?:sister|brother|wife|husband|father|mother|partner|son|daughter|cousin|colleague|friend|uncle|aunt|co-founder)\b",
    re.IGNORECASE,
)
# What may stand behind "because": the mentor as subject, at most behind a phrase of time or place.
_STANDS = regex(
    r"(?:you|your)\b(?!.*\bdoi\b)|(?:in|at|after|before|since|until|from|for|on|when|while|as|with|today|now"
    r"|by|during|between|below|above"
    r"|over|once|together|last|this|having|despite|under|through|among|alongside)\b[^:;]{0,90}\b(?:you|your)\b",
    re.IGNORECASE,
)
# "in this session you go through …": which one, only the page knew.
_POINTS_BACK = regex(
    r"\bthis (?:session|talk|workshop|lecture|webinar|course|class|book|paper|article|report|study|abstract|project"
    r"|page)\b",
    re.IGNORECASE,
)
LONGEST_QUOTE = 22
"""Words of a statement that is quoted because code cannot tell it."""
WORTH_QUOTING = 4.0
"""A quotation reads worse than a told fact: it must touch what is asked about, or be shared ground."""
# The mentee would seem to speak, or of somebody else; it leans on what stood before; it holds several statements; it is
# shorthand.
_NO_QUOTE = regex(
    r"\b(?:I|me|my|mine|we|our|us|she|he|her|his|him)\b"
    r"|^(?:before that|after that|then|there|this|that|these|it|also|later|both)\b"
    r"|[.!?]\s+\w|[.!?]{2}|[=|@~<>#→]|;.*;|^\d{1,3}\s*[-–—.):]\s",
    re.IGNORECASE,
)

# "your rule: grow half of it", "you closed on Mondays since 2024", "you will show how", "today you are three people":
# no clause, or none in this tense.
_IS_NO_CLAUSE = regex(
    r"your [^,:]{1,40}:|you (?!have\b)(?:are|were|was|[a-z]+ed)\b[^,;:]*\bsince (?:\w+ )?(?:19|20)\d\d$"
    r"|(?:.*\W)?you(?:['’]ll| will) [a-z]"
    rf"|(?:.*\W)?you are (?:now )?(?:\d+|{'|'.join(NUMBER_WORDS)}) (?:people|women|men|staff|employees|of us)\b",
    re.IGNORECASE,
)


_BEGAN_AS = regex(r"you (?:began|started)(?: out)?(?: in (?:19|20)\d\d)? as (?:an? )?[\w' ’-]{3,40}")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact with its worth for this mentee, and how it is told."""

    fact: Fact
    told: Told | None
    worth: float
    reason: str = ""
    """One line for the mentee: what counted most for the fact, or against it."""

    @property
    def quoted(self) -> bool:
        """Whether code cannot tell the fact, and it is worth more as a quotation than the mentor's post."""
        return self.told is None and self.worth >= WORTH_QUOTING


def best_facts(brief: Brief) -> list[Ranked]:
    """The mentor's facts, the best for this mentee's ask and goal first.

    Shared ground counts most, then what is asked about, then the goal; a fact that code can tell comes before one
    that must be quoted; what the connection already says comes last.
    """
    return list(brief.memo.of(_best_facts, brief))


def _best_facts(brief: Brief) -> list[Ranked]:
    ranked = []
    facts = brief.mentor_facts
    wanted = Wanted.of(brief)
    before = {fact.id: previous.text for previous, fact in pairwise(facts)}
    for fact in facts:
        if _TACTLESS.search(fact.text):
            continue
        told = told_fact(brief, fact)
        told = clipped(without_known(told, brief.case.mentor.found_through)) if told else None
        if re.match(r"(?:She|He|They)\b", fact.text) and _RELATIVE.search(before.get(fact.id, "")):
            # "… with his sister Anne. She now runs the shop": who "she" is, nobody can tell.
            told = None
        if told and (_IS_NO_CLAUSE.match(told.text) or not _STANDS.match(told.text) or _POINTS_BACK.search(told.text)):
            told = None
        counted = [*grounds(fact.text, told.text if told else "", wanted), *_telling(fact, told, brief)]
        ranked.append(Ranked(fact, told, sum(one.points for one in counted), _reason(counted)))
    return sorted(ranked, key=lambda one: one.worth, reverse=True)


def chosen_of(ranked: Sequence[Ranked]) -> Ranked | None:
    """The fact that a message is built on: the best of those that code can tell or that are worth quoting."""
    return next((one for one in ranked if one.told or one.quoted), ranked[0] if ranked else None)


def _telling(fact: Fact, told: Told | None, brief: Brief) -> list[Ground]:
    """What the words that a fact was told in count."""
    if told is None and new_thing(fact.text, brief.case.mentor):
        return [Ground(1.0, "")]
    if told is None:
        return [
            Ground(-2.0, "") if _can_be_quoted(fact.text) else Ground(-8.0, "it cannot be told or quoted as it stands")
        ]
    length = len(w.words(told.text))
    found = [Ground(3.0, "")]
    if length > LONGEST_CLAUSE:
        found.append(Ground(-2.0, "it is long"))
    elif length < 5:
        found.append(Ground(-1.5, "it says little"))
    if _BEGAN_AS.fullmatch(told.text):
        mine = set(w.content(f"{brief.case.mentee.role} {brief.goal_text}"))
        found.append(Ground(0.0 if mine & set(w.content(told.text)) else -2.0, "it says only how they began"))
    if is_jotted(fact.text):
        found.append(Ground(-1.0, ""))
    return found


def _can_be_quoted(text: str) -> bool:
    """Whether a statement can stand in a message as a line of the mentor's, between quotation marks."""
    text = quotation(text)
    return len(w.words(text)) <= LONGEST_QUOTE and not (_NO_QUOTE.search(text) or has_label(text))


def _reason(grounds_of_it: Sequence[Ground]) -> str:
    """What counted most, in words for the mentee."""
    told = sorted((one for one in grounds_of_it if one.reason), key=lambda one: -abs(one.points))
    speaking_for = [one.reason for one in told if one.points > 0]
    against = [one.reason for one in told if one.points < 0]
    parts = [*speaking_for[:2], *(f"but {reason}" for reason in against[:1] if speaking_for)]
    return "; ".join(parts or against[:1] or ["nothing in it ties it to you"])
