"""Telling: turning a free field into words that fit a sentence from the mentee to the mentor.

What code can tell for certain it tells; a fragment never gets a verb that it lacks. ``None`` means that it must be
quoted, left to the model, or left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import (
    ADJECTIVAL,
    ADVERBS,
    DETERMINERS,
    GOES_WITH_PREPOSITION,
    MONTHS,
    NOUNISH,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
    SUBORDINATORS,
)
from outreach.wording.naming import mask, name_pattern
from outreach.wording.swapping import swap

_SAYS = r"(?:says|said|thinks|thought|believes|believed|recalls|recalled|remembers|writes|wrote|claims|claimed)"
_FINITE = frozenset("is are was were has have had can could will would does do did isn't wasn't won't didn't".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A field in words from the mentee to the mentor."""

    text: str
    subject_added: bool = False
    """Whether the field left its subject out (``switched to backend in 2016``)."""


def tell_background(text: str, mentor: Mentor, *, first_person: bool) -> Told | None:
    """Tell one statement of a mentor's background as ``you …`` or ``your …``.

    Args:
        text: the statement, cleaned.
        mentor: gives the names that stand for ``you``.
        first_person: whether the background as a whole is written by the mentor (``I``).

    Returns:
        The clause, small at its start and without an end mark; ``None`` when code cannot tell it for certain.
    """
    text = _tidy(text)
    if not first_person and (position := _position(text, mentor)):
        return Told(position)
    if not first_person and _of_two_people(text, mentor):
        return None
    added = _begins_with_verb(text) and not re.search(
        rf",\s+(?:she|he|they|I|{name_pattern(mentor)})(?!\w)", mask(text)[0]
    )
    if added:
        text = f"{'I' if first_person else 'she'} {w.decapitalised(text)}"
    named = added or bool(re.match(rf"they\b|.*{name_pattern(mentor)}", mask(text)[0], re.IGNORECASE | re.DOTALL))
    they = named and not _plural_before_they(text, mentor)
    swapped = swap(text, mentor, first_person=first_person, they=they)
    told = _with_linked_verb(_with_article_behind_was(swapped.text)) if added else _without_label(swapped.text)
    if not swapped.sure or _left_over(told, mentor) or not _is_clause(told, swapped.clauses):
        return None
    return Told(w.decapitalised(told), subject_added=added)


def tell_to_mentor(text: str, mentor: Mentor) -> str:
    """Tell a field that the mentee wrote about the mentor: ``how she left her crew`` → ``how you left your crew``.

    The mentee's own ``I`` and ``my`` stay.
    """
    text = _tidy(text)
    named = bool(re.search(r"\b(?:she|he|her|his|him)\b", mask(text)[0], re.IGNORECASE))
    told = swap(text, mentor, first_person=False, they=not named and not _plural_before_they(text, mentor)).text
    first = (w.words(text) or [""])[0]
    # "spoke with her at the break, she gave me her card": two clauses without a link.
    return (
        re.sub(r",\s+you (?=(?:[a-z]+ly )?[a-z]+\b)", " and you ", told)
        if first.islower() and w.is_past(first)
        else told
    )


def speaks_in_first_person(background: str, mentor: Mentor) -> bool:
    """Whether a background is the mentor's own words: ``I`` without anybody telling about them."""
    text = mask(unicodedata.normalize("NFC", background))[0]
    own = len(re.findall(r"\b(?:I|I'm|I’m|I've|I’ve|We|we)\b", text))
    own += len(
        re.findall(r"(?m)^\W*(?:My|Our)\b(?! (?:own )?(?:notes?|comments?|summary|take))|(?<=[.!?] )(?:My|Our)\b", text)
    )
    third = len(re.findall(r"\b(?:she|he|her|his|him|hers|himself|herself)\b", text, re.IGNORECASE))
    named = len(re.findall(rf"(?:{name_pattern(mentor)})\s+(?:is|was|has|had|\w+s|\w+ed)\b", text))
    mentioned = len(re.findall(rf"\b(?!am\b|is\b|called\b|as\b|by\b)[a-z]+\s+{name_pattern(mentor)}", text))
    return own > 0 and own > third + named + mentioned


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", text.strip())
    text = re.sub(r"[!?]{2,}", "!", text)
    text = re.sub(r"!\s+(?=[\d(a-z])", ", ", text)
    text = re.sub(r"(?<=\w)\s+&\s+(?=\w)", " and ", text)
    text = re.sub(r"^(?:about|bio|profile|summary)\s*:\s*", "", text, flags=re.IGNORECASE)
    return text.rstrip(" .!,;:")


def _position(text: str, mentor: Mentor) -> str:
    """``Ana Lopez - potter in Kotka`` → ``you are a potter in Kotka``; empty for anything else."""
    label = re.match(rf"{name_pattern(mentor)}\s*(?:[-–—:]|,(?!\s*(?:who|whose|which)\b))\s*", text)
    if not label:
        return ""
    rest = re.sub(r"\s*\([^()]*>[^()]*\)", "", text[label.end() :])
    role = re.split(r",\s|;\s", rest)[0]
    own = re.search(r"\b(?:she|he|her|his|they|their|I|my)\b", mask(role)[0], re.IGNORECASE)
    if own or _begins_with_verb(role) or not w.names_a_person(re.split(r"\(", role)[0]):
        return ""
    return "" if _has_finite(w.words(role)) else f"you are {w.with_article(w.decapitalised(role))}"


def _of_two_people(text: str, mentor: Mentor) -> bool:
    """Whether a pronoun may be somebody else's: both a she and a he, or somebody who says that she …"""
    masked = mask(text)[0]
    if re.search(r"\b(?:she|her|hers|herself)\b", masked, re.I) and re.search(
        r"\b(?:he|his|him|himself)\b", masked, re.I
    ):
        return True
    said = re.search(rf"\b{_SAYS}\s+(?:that\s+)?(?:she|he|they)\b", masked)
    return bool(said) and not re.match(rf"\s*(?:she|he|they|{name_pattern(mentor)})(?!\w)", masked, re.IGNORECASE)


def _plural_before_they(text: str, mentor: Mentor) -> bool:
    """Whether ``they`` may be people named before it, or the text has a she or he besides."""
    masked = mask(text)[0]
    match = re.search(r"\b(?:they|them|their|theirs|themselves)\b", masked, re.IGNORECASE)
    if not match or re.search(r"\b(?:she|he|her|his|him)\b", masked, re.IGNORECASE):
        return bool(match)
    before = re.sub(name_pattern(mentor), " ", masked[: match.start()])
    collective = {"people", "crew", "staff", "team", "children", "women", "men", "clinic", "company"}
    return any(
        word in collective
        or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")) and at > 0)
        for at, word in enumerate(w.words(before))
        if word.islower()
    )


def _begins_with_verb(text: str) -> bool:
    """Whether a statement begins with the verb of the mentor, its subject left out, and nothing else can be meant."""
    found = [word.casefold() for word in w.words(mask(text)[0])]
    head = re.match(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?=\s)", text)
    if len(found) < 2 or not head:
        return False
    at = 1 if found[0] in ADVERBS and len(found) > 2 else 0
    first, following, rest = found[at], found[at + 1], " ".join(found[at + 1 :])
    if first in {"was", "were", "is", "has"}:
        return True
    if re.match(r"\S*[a-z]\s*[:,;/]", text) or following in {"of", "is", "are", "was", "were", "and", "or", "by"}:
        return False
    if first in {"set", "put"} or (first in {"left", "found"}):
        particle = following in {"up", "out", "off"} and len(found) > at + 2
        after = found[at + 2] if particle else following
        return after not in PREPOSITIONS and (particle or first != "set") and (first != "found" or _determined(after))
    if w.is_past(first):
        return _active(first, following, rest)
    if not w.is_third(first):
        return False
    return w.base_of_third(first) not in NOUNISH or following not in PREPOSITIONS


def _determined(word: str) -> bool:
    return word in DETERMINERS or word[:1].isdigit()


def _active(first: str, following: str, rest: str) -> bool:
    """Whether a past form at the start tells what somebody did, not what was done to them or what they are."""
    if first in ADJECTIVAL:
        return first not in {"born", "based", "known", "awarded", "named", "appointed", "elected"} and _determined(
            following
        )
    if first in PAST and first not in PARTICIPLES:
        return True
    if following in {"over", "about", "around", "under"} and rest.split()[1:2] and rest.split()[1][:1].isdigit():
        return True
    if following in PREPOSITIONS or following == "as":
        return first in GOES_WITH_PREPOSITION
    head = w.head_noun(rest)
    return _determined(following) or not w.names_a_person(rest) or head.endswith("s")


def _with_article_behind_was(told: str) -> str:
    """``you were test lead`` → ``you were a test lead``; jotted notes leave the article out."""
    match = re.match(r"(you (?:were|are) )([a-z][^,;(]*)", told)
    if not match or (w.words(match[2])[0].casefold() in DETERMINERS | PREPOSITIONS | ADVERBS):
        return told
    role = re.split(r"\s(?=\d)|\s(?:too|as well|also)\b", match[2])[0]
    return match[1] + w.with_article(told[match.end(1) :]) if w.names_a_person(role) else told


def _with_linked_verb(told: str) -> str:
    """``you speak Basque; collect maps`` → ``you speak Basque and collect maps``."""
    match = re.search(r";\s+([a-z]+)\b", told)
    if not match or told.count(";") > 1 or not (w.is_base(match[1]) or w.is_past(match[1])):
        return told
    return f"{told[: match.start()]} and {told[match.start(1) :]}"


def _without_label(told: str) -> str:
    """``You (Paris) run``, ``You, PhD, run``: a label between name and verb is left out."""
    label = r"(?:\d{1,3}|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)"
    return re.sub(rf"^([Yy]ou)(?: \([^()]*\)(?= )|(?:, {label})+,(?= ))", r"\1", told)


def _is_clause(told: str, clauses: int) -> bool:
    """Whether ``told`` can stand behind "because": it has a main clause of its own."""
    masked = mask(told)[0]
    found = w.words(masked)
    if not found or not re.search(r"\byou(?:r|rs|rself)?\b", masked, re.IGNORECASE):
        return False
    first = found[0].casefold()
    if clauses:
        opening = (
            PREPOSITIONS | ADVERBS | SUBORDINATORS | {"you", "last", "this", "next", "every", "each", "today", "as"}
        )
        apposition = re.match(r"an? [^,]{3,60}, you\b", masked, re.IGNORECASE)
        if (
            apposition
            or first in opening
            or first.endswith(("ly", "ing"))
            or first[:1].isdigit()
            or _participle_opens(masked)
        ):
            return _sure_of_capital(told)
    begins_with_name = found[0][:1].isupper() or first == "your" or first in DETERMINERS
    return begins_with_name and _has_finite(found) and _sure_of_capital(told)


def _participle_opens(masked: str) -> bool:
    first = (w.words(masked) or [""])[0]
    return (w.is_participle(first) or first.casefold() in ADJECTIVAL) and bool(re.search(r",\s+you\b", masked))


def _sure_of_capital(told: str) -> bool:
    """Whether a capital at the start is known to be a name's, or to be none."""
    first = w.words(told)[0]
    if not first[:1].isupper() or not first[1:].islower():
        return True
    small = w.decapitalised(told)
    return small != told or bool(
        re.match(r"\S+\s+(?:[A-Z]|(?:hired|asked|invited|gave|made|named|elected|sent)\b)", told)
    )


def _has_finite(found: list[str]) -> bool:
    """Whether there is a verb of a main clause; what follows "that" or "who" is none."""
    for at, word in enumerate(found[1:], 1):
        low, after = word.casefold(), (found[at + 1].casefold() if at + 1 < len(found) else "")
        if low in {"that", "which", "who", "whose", "where", "when"}:
            return False
        if low in _FINITE or (low in PAST and low not in PARTICIPLES):
            return True
        if (
            w.is_past(low)
            and (at > 1 or found[0] != "your")
            and (_determined(after) or after in {"you", "your"} or low in GOES_WITH_PREPOSITION)
        ):
            return True
        third = w.is_third(low) and w.base_of_third(low) not in NOUNISH and low != "does"
        if third and at > 1 and after:
            return True
    return False


def _left_over(told: str, mentor: Mentor) -> bool:
    """Whether something of another person is left: a pronoun, "I", the mentor's name."""
    masked = mask(told)[0]
    if re.search(r"\b(?:she|he|her|hers|his|him|himself|herself)\b", masked, re.IGNORECASE):
        return True
    if re.search(r"\b(?:I|I'm|I’m|I've|my|My|me|mine)\b", masked):
        return True
    masked = re.sub(rf"(?i:\b(?:in|since|until|of|by|from)\s+(?:{'|'.join(MONTHS)}))\b", " ", masked)
    return bool(re.search(name_pattern(mentor), masked)) or bool(re.search(r"\byou,? you\b", masked, re.IGNORECASE))
