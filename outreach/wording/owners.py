"""Whose a pronoun is: the mentor's, or somebody else's whom the same text names before."""

from __future__ import annotations

import itertools
import re

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.clean import folded
from outreach.wording.lexicon import ADVERBS, KIN, PREPOSITIONS
from outreach.wording.naming import mask, name_pattern
from outreach.wording.patterns import regex

GROUPS = frozenset(
    """
    audience band board choir class clinic committee community company council couple crew department family firm group
    hospital household jury management ministry office orchestra pair panel police press public school shop squad staff
    team union children men people women everybody everyone folk folks nobody somebody someone anyone anybody
    """.split()
)
"""Nouns and pronouns that ``they`` takes up though they have no -s."""

_SPANS = frozenset("seconds minutes hours days weeks months years times evenings mornings nights ages".split())
_HE = frozenset("brother father dad uncle husband son grandfather grandson boyfriend".split())
_SHE = frozenset("sister mother mum aunt wife daughter grandmother girlfriend".split())
_FINITE = frozenset("is was has had knows knew will can could would".split())
_PRONOUN = regex(r"\b(she|he)(?:['’]\w+)?\b(?!/)", re.IGNORECASE)
_LINK = regex(r"(?:[,;]|[,;]?\s+(?:and|but|so|then))\s*(?:and |but |so |then )?$")
_UNDER = regex(
    r",?\s+(?:and )?(?:just |soon |long |even )?(?:before|after|when|while|because|since|until|as|where|once|if)\s+$"
)


def plural_before_they(text: str, mentor: Mentor) -> bool:
    """Whether ``they`` may be people named before it, or the text has a she or he besides.

    ``ask a family what they think``, ``how a trainee gets their first job``: theirs, not the mentor's.
    """
    masked = mask(text)[0]
    match = re.search(r"\b(?:they|them|their|theirs|themselves)\b", masked, re.IGNORECASE)
    if not match or re.search(r"\b(?:she|he|her|his|him)\b", masked, re.IGNORECASE):
        return bool(match)
    before = re.sub(name_pattern(mentor), " ", masked[: match.start()])
    words = w.words(before)
    if any(word.casefold() in GROUPS or _is_plural(word, at) for at, word in enumerate(words)):
        return True
    return any(_a_person(one[1].casefold()) for one in _ONE.finditer(before))


_SOMEBODY = regex(
    r"(?<!\bof )(?<!\bwith )(?<!\bfor )(?<!\bto )(?<!\bby )(?<!\bfrom )(?<!\babout )"
    r"\b(?:an?|any|each|every|another) (?=[\w-])",
    re.IGNORECASE,
)
_ACTS = regex(r" (?P<helper>(?:can|could|should|would|will|may|might|must|does) )?(?P<verb>[a-z]+)\b")
_ONE = regex(
    r"(?<!was )(?<!is )(?<!as )(?<!be )\b(?:an?|any|each|every|another) (?:\w+ ){0,2}?([a-z]+)(?=\W|$)", re.IGNORECASE
)


def of_anybody(text: str, mentor: Mentor) -> int:
    """Where in a text somebody else than the mentor becomes the one who acts, so that a pronoun behind is theirs.

    ``how a ward nurse gets her first post``: behind ``nurse``. The length of the text where nobody does.
    """
    masked = mask(text)[0]
    for one in _SOMEBODY.finditer(masked):
        if re.search(rf"\b(?:she|he|her|his|him)\b|{name_pattern(mentor)}", masked[: one.start()], re.IGNORECASE):
            break
        for noun in itertools.islice(re.finditer(r"[\w-]+", masked[one.end() :]), 4):
            if noun[0].casefold() in PREPOSITIONS:
                break
            end = one.end() + noun.end()
            acts = _ACTS.match(masked, end)
            if acts and _a_person(noun[0].casefold()) and (acts["helper"] or _is_verb(acts["verb"])):
                return end
    return len(text)


def _is_plural(word: str, at: int) -> bool:
    if at == 0:
        return w.names_a_person(word.casefold().removesuffix("s")) and word.endswith("s") and not w.is_third(word)
    ends = word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))
    return word.islower() and ends and word not in _SPANS | ADVERBS


def _a_person(word: str) -> bool:
    return w.names_a_person(word) or word in KIN


def of_another(text: str, mentor: Mentor) -> tuple[str, str, bool]:
    """A text as the part that may be told to the mentor, a clause of somebody else's, and whether all is certain.

    ``Vera worked with her, she sent me the page`` → ``Vera worked with her`` and ``she sent me the page``: the subject
    that a text names first goes on as ``she``. ``a trainee had her before she moved`` has two who may have moved: the
    second part is empty, and the text is not certain; the first part ends before the doubtful clause.
    """
    masked, kept = mask(text)
    other = _other_subject(masked, mentor)
    if not other:
        return text, "", True
    known = other.casefold()
    mentors = {"she"} if known in _HE else {"he"} if known in _SHE else set()
    own = r"\b(?:he|him|his)\b" if known in _HE else r"\b(?:she|her)\b" if known in _SHE else ""
    if own and re.search(own, masked) and any(m[1].casefold() in mentors for m in _PRONOUN.finditer(masked)):
        return "", "", False
    found = next((m for m in _PRONOUN.finditer(masked) if m[1].casefold() not in mentors), None)
    if not found or kept:
        return text, "", not found
    before, tail = masked[: found.start()], masked[found.start() :]
    if link := _LINK.search(before):
        theirs = re.search(r"\b(?:me|us|my|our)\b", tail) and not re.search(r"\b(?:her|him|his|they|them)\b", tail)
        return before[: link.start()], tail if theirs else "", bool(theirs)
    under = _UNDER.search(before)
    return (before[: under.start()] if under else "", "", False)


def _other_subject(masked: str, mentor: Mentor) -> str:
    """The person who is the subject of a text and not the mentor: a name, or what they are; empty where nobody is."""
    named = re.match(r"([^\W\d_a-z][\w’'-]+)(?: [^\W\d_a-z][\w’'-]+)?(?:,[^,]{3,40},)? ([a-z]+)\b", masked)
    if named and _is_verb(named[2]) and not w.is_past(named[1]):
        mentors = {folded(part) for part in w.words(f"{mentor.title} {mentor.name} {mentor.address}")}
        small = named[1].casefold() in ADVERBS | {"my", "our", "one", "the", "she", "he", "they", "we", "it"}
        if not small and folded(named[1]) not in mentors:
            return named[1]
    noun = re.match(
        r"(?i:(?:one|some|two) of )?(?i:my|our|an?|the|another)(?: [\w-]+){0,2}? ([a-z-]+)(?:,? [A-Z][\w’'-]+,?)?"
        r"(?: (?:at|in|from|on) [\w ]{2,25}?)? ([a-z]+)\b",
        masked,
    )
    if noun and _is_verb(noun[2]):
        one = noun[1].casefold()
        return one if _a_person(one) or _a_person(one.removesuffix("s")) else ""
    return ""


def _is_verb(word: str) -> bool:
    return word in _FINITE or w.is_past(word) or w.is_third(word)
