"""Cutting a told fact down to what a sentence can hold, and whether a text is shorthand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from outreach.wording import words as w
from outreach.wording.lexicon import DETERMINERS, PREPOSITIONS
from outreach.wording.telling import Told

LONGEST_CLAUSE = 30
"""Words; a longer clause is cut at a comma, or ranks low."""
LONGEST_NOTE = 18
"""Words; a note that goes on for longer is cut behind one of its details."""
FEWEST_LEFT = 6
"""Words that a cut must leave."""

# Where a long clause may end, the best place first.
_ENDS = (
    r";", r"\s[–—-]\s",
    r"(?<=[\w)”\"]),? where ", r",? which ", r", who ", r", and ", r", responsible ", r",\s(?!\d{3})",
)  # fmt: skip
_ASIDE = re.compile(
    r"\s*\((?:ex|former|current|see|vol|approx|formerly|now|then|aka|née|he|she|they|link|photo|pictured|sic)\b[^()]*\)",
    re.IGNORECASE,
)
_BETWEEN_DASHES = re.compile(r"\s[–—]\s[^–—]{2,60}?\s[–—]\s")
_NEXT_SENTENCE = re.compile(r"(?<=[\w)\]”\"])[.!?](?:\[[^\]]*\])?\s+(?=[a-zA-Z])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|St|Dr|Mr|Mrs|Ms|Prof|Co|Ltd|Inc|No|vol|approx|e\.g|i\.e|etc|Jr|Sr|vs)$")
# "after that moved lambing to April": a clause that lacks its subject.
_LEFT_HANGING = re.compile(
    r"(?:(?:and|but|then|now|later|since|after that|before that|also|still|never)\s+)*(\w+)", re.I
)


def clipped(told: Told) -> Told:
    """``told`` without asides, without a second sentence and, where it is long, without what hangs on at its end."""
    text = _first_sentence(_ASIDE.sub("", told.text))
    text = _without_hanging_clause(text)
    if len(w.words(text)) > LONGEST_CLAUSE:
        text = _BETWEEN_DASHES.sub(" ", text)
    if len(w.words(text)) > LONGEST_CLAUSE:
        text = next(_cuts(text), text)
    elif told.subject_added:
        text = _note(text)
    return replace(told, text=text.strip(" ,;:–—-"))


def _first_sentence(text: str) -> str:
    for end in _NEXT_SENTENCE.finditer(text):
        first = text[: end.start()]
        if not _ABBREVIATION.search(first) and not _open(first) and len(w.words(first)) >= 3:
            return first
    return text


def _without_hanging_clause(text: str) -> str:
    """Cut behind a semicolon what has a verb and no subject."""
    first, mark, rest = text.partition(";")
    found = _LEFT_HANGING.match(rest.strip())
    if mark and found and not _open(first) and len(w.words(first)) >= FEWEST_LEFT and w.is_past(found[1]):
        return first
    return text


def _cuts(text: str) -> Iterator[str]:
    """``text`` cut off at each place where a clause may end, if what is left says something."""
    for mark in _ENDS:
        for found in re.finditer(mark, text):
            cut = text[: found.start()]
            if FEWEST_LEFT <= len(w.words(cut)) <= LONGEST_CLAUSE and re.search(r"\byour?\b", cut) and not _open(cut):
                yield cut
                break


def _note(text: str) -> str:
    """A note, which goes from the point to its details: cut behind the last detail that fits.

    A detail that is a time stands as an aside: ``2,300 lifts, 1998 to 2020`` → ``2,300 lifts (1998 to 2020)``.
    """
    first, *details = _parts(text)
    while details and not details[0]:
        details.pop(0)
    if not details:
        return first
    if details[0][:1].isdigit():
        return f"{first} ({details[0]})"
    kept = [first, details[0]]
    for detail in details[1:]:
        if detail[:1].isdigit() or len(w.words(", ".join([*kept, detail]))) > LONGEST_NOTE:
            break
        kept.append(detail)
    return ", ".join(kept)


def _parts(text: str) -> list[str]:
    """``text`` cut at its commas, but for those in numbers, quotations and brackets."""
    found = [""]
    for piece in re.split(r",(?!\d)", text):
        if found[-1] and _open(found[-1]):
            found[-1] += f",{piece}"
        elif found == [""]:
            found = [piece.strip()]
        else:
            found.append(piece.strip())
    return found


def _open(text: str) -> bool:
    """Whether a bracket or a quotation is open at the end of ``text``."""
    return text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2 == 1


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
