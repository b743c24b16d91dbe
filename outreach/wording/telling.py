"""Telling: turning a free field into words that fit a sentence from the mentee to the mentor.

What code can tell for certain it tells; a fragment never gets a verb that it lacks. ``None`` means that it must be
quoted, left to the model, or left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.finishing import is_clause, left_over, with_article_behind_was, with_linked_verb, without_label
from outreach.wording.lexicon import ALSO_THIRD
from outreach.wording.naming import mask, name_pattern
from outreach.wording.owners import of_another, of_anybody, plural_before_they
from outreach.wording.patterns import regex
from outreach.wording.roles import as_sentence_about
from outreach.wording.swapping import swap
from outreach.wording.tenses import with_linked_deeds, with_perfect
from outreach.wording.tidying import tidied_background, tidy, without_asides, without_ends
from outreach.wording.verbs import begins_with_verb

_SAYS = r"(?:says|said|thinks|thought|believes|believed|recalls|recalled|remembers|writes|wrote|claims|claimed)"


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
    text = tidied_background(text, mentor)
    first_person = (first_person and _is_own(text, mentor)) or _in_abstract(text, mentor)
    if _addresses_the_reader(text, first_person=first_person):
        return None
    found = _tell(text, mentor, first_person=first_person) or _fragment(text, mentor)
    shorter = iter(()) if found else without_ends(text)
    while not found and (part := next(shorter, "")):
        found = _tell(part, mentor, first_person=first_person) or _fragment(part, mentor)
    return replace(found, text=without_asides(found.text)) if found else None


def _tell(text: str, mentor: Mentor, *, first_person: bool) -> Told | None:
    if not first_person and _of_two_people(text, mentor):
        return None
    added = begins_with_verb(text) and not re.search(
        rf",\s+(?:she|he|they|I|{name_pattern(mentor)})(?!\w)", mask(text)[0]
    )
    if added:
        text = f"{'I' if first_person else 'she'} {text[0].lower() if text[1:2].islower() else text[0]}{text[1:]}"
    named = added or bool(re.match(rf"they\b|.*{name_pattern(mentor)}", mask(text)[0], re.IGNORECASE | re.DOTALL))
    they = named and not plural_before_they(text, mentor) and not re.search(r"\b(?:of|for|among) them\b", text)
    swapped = swap(text, mentor, first_person=first_person, they=they)
    told = with_linked_verb(with_article_behind_was(swapped.text)) if added else without_label(swapped.text)
    told = with_linked_deeds(with_perfect(told))
    if not swapped.sure or left_over(told, mentor) or not is_clause(told, swapped.clauses):
        return None
    return Told(told if told[:1] in "\"“«'‘" else w.decapitalised(told), subject_added=added)


def _fragment(text: str, mentor: Mentor) -> Told | None:
    """A line of a CV that lacks its verb, where it can be one verb only."""
    if begins_with_verb(text) or re.match(r"(?:she|he|they|i|we|her|his|their|my|our)\b", text, re.IGNORECASE):
        return None
    about = as_sentence_about(text, mentor)
    if not about or re.search(r"\b(?:I|my|me|our|we)\b", mask(about)[0]):
        return None
    return _tell(about, mentor, first_person=False)


def _is_own(text: str, mentor: Mentor) -> bool:
    """Whether a line of a background in the first person is in the first person too: ``Plays the lute`` is not."""
    masked = mask(text)[0]
    if re.search(r"\b(?:I|I['’]\w+|[Ww]e|[Mm]y|[Oo]ur|me|us)\b", masked):
        return True
    first = (w.words(masked) or [""])[0]
    third = w.is_third(first) or first.casefold() in ALSO_THIRD
    # In the mentor's own words a "he" is somebody else.
    return not third and not re.search(name_pattern(mentor), masked)


_ABSTRACT = regex(r"(?m)^[^\w\n]*(?:talk )?abstract\b|^[^\w\n]*(?:about the )?speaker\b[^\w\n]*", re.IGNORECASE)


def _in_abstract(text: str, mentor: Mentor) -> bool:
    """Whether ``We …`` stands in the abstract of the mentor's talk, where it is them and their group."""
    own = re.match(r"(?:In (?:\d{4}|[a-z ]{3,20}),? )?[Ww]e [a-z]+", text)
    return bool(own and _ABSTRACT.search(mentor.background)) and not re.search(
        r"\b(?:she|he|her|his|I|me|my)\b", mask(text)[0]
    )


def _addresses_the_reader(text: str, *, first_person: bool) -> bool:
    """Whether ``you`` is already somebody else, or a third person speaks of ``us``: nobody is told that rightly."""
    masked = mask(text)[0]
    if not first_person and re.search(r"\b(?:we|us)\b", masked):
        return True
    if re.search(
        r"(?:^|[,;:–—]|\b(?:but|and|so))\s*(?:please\s+)?(?:do not|don['’]t|never)\s+[a-z]+\s+(?:me|us)\b", masked, re.I
    ):
        return True
    general = re.sub(r"\b(?:when|if|what|how|than|whatever|whenever|as)\s+you\b|\b(?:thank|show) you\b", " ", masked)
    opens = re.match(r"(?:if|when|what|how)\b[^,]*\byou\b", masked, re.IGNORECASE)
    return bool(opens) or bool(re.search(r"\byou(?:r|rs|rself|['’]\w+)?\b", general, re.IGNORECASE))


def tell_to_mentor(text: str, mentor: Mentor) -> str:
    """Tell a field that the mentee wrote about the mentor: ``how she left her crew`` → ``how you left your crew``.

    The mentee's own ``I`` and ``my`` stay.
    """
    text = tidy(text)
    mine, theirs, _ = of_another(text, mentor)
    if theirs:
        return f"{tell_to_mentor(mine, mentor)}, and {theirs}"
    acts = of_anybody(text, mentor)
    if re.search(r"\b(?:she|he|her|his|him)\b", text[acts:], re.IGNORECASE):
        return tell_to_mentor(text[:acts], mentor) + text[acts:]
    named = bool(re.search(r"\b(?:she|he|her|his|him)\b", mask(text)[0], re.IGNORECASE))
    # Whom their page calls "she" is not meant by "they".
    called = re.search(r"\b(?:she|he)\b", mask(mentor.background)[0], re.IGNORECASE)
    theirs_too = not (named or called or plural_before_they(text, mentor))
    told = swap(text, mentor, first_person=False, they=theirs_too).text
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


def _of_two_people(text: str, mentor: Mentor) -> bool:
    """Whether a pronoun may be somebody else's: both a she and a he, or somebody who says that she …"""
    masked = mask(text)[0]
    if re.search(r"\b(?:she|her|hers|herself)\b", masked, re.I) and re.search(
        r"\b(?:he|his|him|himself)\b", masked, re.I
    ):
        return True
    said = re.search(rf"\b{_SAYS}\s+(?:that\s+)?(?:she|he|they)\b", masked)
    return bool(said) and not re.match(
        rf"\s*(?:(?:in|at|on|during)\s+[^,]*?\s)?(?:she|he|they|{name_pattern(mentor)})(?!\w)", masked, re.IGNORECASE
    )
