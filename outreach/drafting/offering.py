"""What the mentee offers, from a jotted field, as a clause that says no more."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor
from outreach.drafting.shorthand import gerund, is_counted, is_nothing, is_verb, small, spelled, with_needed_article
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS, NOUNISH, PERSON_NOUNS, PREPOSITIONS
from outreach.wording.patterns import regex
from outreach.wording.telling import tell_to_mentor


def offer(offers: tuple[str, ...], mentor: Mentor | None = None) -> str:
    """What the mentee can offer, as a clause with "I"; empty where there is nothing, or it cannot be told well."""
    for jotted in offers:
        text = spelled(one_line(jotted)).strip(" .;-–")
        # "what happens at night re: alarms" is whole without it; "notes re: alarms" are about them.
        text = re.sub(r"^((?:what|how|why|where|when)\b.+?) re: .*$", r"\1", text, flags=re.IGNORECASE)
        text = re.sub(r"\bre(?:: | (?=(?:the|my|our|your|an?)\b))(?=\w)", "about ", text)
        text = tell_to_mentor(text, mentor) if mentor else text
        for sentence in re.split(r"(?<=[a-z)])[.!;]\s+", text):
            if clause := _offered(sentence.rstrip(" .!?")):
                return clause
    return ""


def _offered(text: str) -> str:
    """One sentence of an offer as a clause with "I"."""
    text = _of_colon(re.sub(r"\s*\([^()]*\)\s*$", "", text))
    head, aside = _cut(re.sub(r"^to (?=\w)", "", text))
    if is_nothing(text) or is_nothing(head):
        return ""
    found = w.words(head)
    first = found[0].casefold().replace("’", "'")
    for telling in (_with_subject, _with_auxiliary, _with_verb):
        if clause := telling(head, found, first):
            return clause if clause == head or first in _CLAUSES else f"{clause}{aside}"
    if first in PREPOSITIONS - {"over"} or first in {"i", "i'm", "i'd", "i'll", "i've"}:
        return ""
    thing = _POLISH.sub("Polish", with_needed_article(small(head), known=False))
    if thing[:1].isupper() and " " in thing and w.head_noun(thing) in _ACTS:
        thing = w.with_article(thing)
    return f"I can offer {thing}{aside}"


def _with_subject(head: str, found: list[str], first: str) -> str:
    """An offer that says who does it: ``I can weld``, ``my class could pilot something``."""
    if first in {"my", "our", "we"} and re.search(r"\b(?:can|could|will|would|might)\b", head):
        return small(head)
    if first in {"i", "i'm", "i'd", "i'll", "i've"} and (first != "i" or len(found) > 2):
        return re.sub(r"^I am\b", "I'm", w.capitalised(head))
    return ""


def _with_auxiliary(head: str, found: list[str], first: str) -> str:
    """``can help``, ``will test``, ``happy to share``."""
    if _READY.match(head):
        return f"I'm {small(head)}"
    if first in {"can", "could", "would", "have", "own", "speak", "know"} and len(found) > 1:
        return f"I {small(head)}"
    if first in {"will", "shall"} and len(found) > 1:
        return f"I'll {head.split(maxsplit=1)[-1]}"
    return ""


def _with_verb(head: str, found: list[str], first: str) -> str:
    """``teach you Portuguese``, ``repairing old radios``, ``how I run a book club``."""
    if first in _CLAUSES:
        return f"I can tell you {small(head)}"
    if base := _base_of_gerund(found):
        return f"I can {base}{head[len(found[0]) :]}"
    if (
        first not in _ALSO_ADJECTIVES
        and not _POLISH.match(head)
        and is_verb(first, ([*found, ""])[1])
        and not _is_noun_here(head)
    ):
        return f"I can {head[:1].lower() + head[1:]}"
    return ""


_CLAUSES = frozenset(["what", "how", "which", "where", "why", "who"])
_READY = regex(
    r"(?:very |always |more than )?(?:happy|glad|willing|able|free|pleased|delighted|available|ready)\b"
    r"(?=$| (?:to|for|with|on|at|in|any|after|as)\b)",
    re.IGNORECASE,
)
_ALSO_ADJECTIVES = frozenset("clean clear cool dry free light live open own warm".split())
_POLISH = regex(
    r"^polish(?= (?:classes|conversation|interpret\w+|language|lessons?|phrases|proofreading|subtitles|translations?"
    r"|translator)\b)",
    re.IGNORECASE,
)
"""The language, in front of what one does with one; in front of "your slides" it is a deed."""
_ACTS = frozenset("demo intro introduction lesson list look review session tour visit".split())


def _of_colon(text: str) -> str:
    """The part of "label: offer" that can be told."""
    before, colon, after = text.partition(": ")
    if not colon:
        return text
    told = re.match(r"(?:I|can|could|will|would|happy|glad)\b", after) and not re.match(
        r"I (?:paid|had|was|did)\b", after
    )
    return after if told else before


def _cut(text: str) -> tuple[str, str]:
    """An offer and its aside: a list and what belongs to the offer stay, other afterthoughts go."""
    able = re.search(r",\s+(?=(?:I can|I could|I['’]ll|I will|happy to|glad to)\b)", text)
    if able and not re.match(r"(?:I|can|will|happy|glad)\b", text):
        noun = text[: able.start()]
        if "," in noun or not re.match(r"(?:an?|my|the|\d+)\b", noun, re.IGNORECASE):
            return text[able.end() :], ""
    parts = re.split(r",\s+", text)
    if len(parts) == 1:
        return text, ""
    listed = re.search(r"\b(?:and|or)\b", parts[-1]) and all(len(part.split()) <= 6 for part in parts[:-1])
    if listed and len(text.split()) <= 14 and not re.match(r"(?:I|was|no|not|but)\b", parts[-1]):
        return text, ""
    second = parts[1]
    if re.match(r"(?:I|was|am|have|had)\b", second) and len(second.split()) <= 6:
        return parts[0], f" ({second if second.startswith('I') else 'I ' + second})"
    if (second.split()[0].casefold() in PREPOSITIONS or second.split()[0] in {"line", "step", "any"}) and len(
        second.split()
    ) <= 8:
        return f"{parts[0]}, {second}", ""
    return parts[0], ""


def _base_of_gerund(found: list[str]) -> str:
    """``repairing old radios`` → ``repair``: what the mentee offers to do, where an object follows."""
    low = found[0].casefold()
    if not low.endswith("ing") or len(found) < 2 or found[1].casefold() in PREPOSITIONS | {"and", "or", "skills"}:
        return ""
    if is_counted(" ".join(found)) and found[1].casefold() not in DETERMINERS:
        # "reading list", "mapping session": the form in -ing belongs to a thing.
        return ""
    trunk = low[:-3]
    for base in (trunk, trunk + "e", trunk[:-1]):
        determined = found[1].casefold() in DETERMINERS or found[-1].endswith("s") or len(found) > 2
        if w.is_base(base) and gerund(base) == low and determined:
            return base
    return ""


def _is_noun_here(text: str) -> bool:
    """A word such as "review" or "help" is a noun before a preposition, before nothing and before its own noun."""
    found = [word.casefold() for word in w.words(text)]
    if len(found) == 1:
        return found[0] in NOUNISH | {"proofreading", "work"}
    if len(found) > 2 and found[1] in NOUNISH and found[2] in PREPOSITIONS | {"of"}:
        return True
    if found[1] in DETERMINERS or found[1] in {"you", "your", "anything", "people"}:
        return False
    return found[0] in NOUNISH | {"work", "feedback", "research"} and (
        found[1] in PREPOSITIONS | {"and", "of"} or w.head_noun(text) in PERSON_NOUNS or not found[-1].endswith("s")
    )
