"""Telling: turning a free field into words that fit a sentence from the mentee to the mentor.

What code can tell for certain it tells; a fragment never gets a verb that it lacks. ``None`` means that it must be
quoted, left to the model, or left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import (
    ADJECTIVAL,
    ADVERBS,
    ALSO_THIRD,
    DETERMINERS,
    GOES_WITH_PREPOSITION,
    MONTHS,
    NOUNISH,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
    SUBORDINATORS,
)
from outreach.wording.naming import mask, name_pattern, unmask
from outreach.wording.roles import as_sentence_about
from outreach.wording.swapping import swap

_SAYS = r"(?:says|said|thinks|thought|believes|believed|recalls|recalled|remembers|writes|wrote|claims|claimed)"
_FINITE = frozenset("is are was were has have had can could will would does do did isn't wasn't won't didn't".split())


LONG = 16
"""Words; what is longer loses its asides."""


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
    text = _tidied_background(text, mentor)
    first_person = (first_person and _is_own(text, mentor)) or _in_abstract(text, mentor)
    if _addresses_the_reader(text, first_person=first_person):
        return None
    found = _tell(text, mentor, first_person=first_person) or _fragment(text, mentor)
    shorter = iter(()) if found else _without_ends(text)
    while not found and (part := next(shorter, "")):
        found = _tell(part, mentor, first_person=first_person) or _fragment(part, mentor)
    return replace(found, text=_without_asides(found.text)) if found else None


def _tell(text: str, mentor: Mentor, *, first_person: bool) -> Told | None:
    if not first_person and _of_two_people(text, mentor):
        return None
    added = _begins_with_verb(text) and not re.search(
        rf",\s+(?:she|he|they|I|{name_pattern(mentor)})(?!\w)", mask(text)[0]
    )
    if added:
        text = f"{'I' if first_person else 'she'} {text[0].lower() if text[1:2].islower() else text[0]}{text[1:]}"
    named = added or bool(re.match(rf"they\b|.*{name_pattern(mentor)}", mask(text)[0], re.IGNORECASE | re.DOTALL))
    they = named and not _plural_before_they(text, mentor) and not re.search(r"\b(?:of|for|among) them\b", text)
    swapped = swap(text, mentor, first_person=first_person, they=they)
    told = _with_linked_verb(_with_article_behind_was(swapped.text)) if added else _without_label(swapped.text)
    if not swapped.sure or _left_over(told, mentor) or not _is_clause(told, swapped.clauses):
        return None
    return Told(told if told[:1] in "\"“«'‘" else w.decapitalised(told), subject_added=added)


def _fragment(text: str, mentor: Mentor) -> Told | None:
    """A line of a CV that lacks its verb, where it can be one verb only."""
    if _begins_with_verb(text) or re.match(r"(?:she|he|they|i|we|her|his|their|my|our)\b", text, re.IGNORECASE):
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


_ABSTRACT = re.compile(r"(?m)^[^\w\n]*(?:talk )?abstract\b|^[^\w\n]*(?:about the )?speaker\b[^\w\n]*", re.IGNORECASE)


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


def _without_ends(text: str) -> Iterator[str]:
    """``text`` without what hangs on behind its last colon, semicolon or dash, as far as four words are left."""
    masked, kept = mask(text)
    for mark in (r";\s", r"\s[—–-]\s", r":\s", r",\s(?:which|where|who|whose|though|although|because|but|so)\b"):
        for found in reversed(list(re.finditer(mark, masked))):
            head, tail = masked[: found.start()].rstrip(" ,;:"), masked[found.end() :]
            hedged = re.search(r"\b(?:not|never|no longer|so (?:they|people) say|until|unless)\b", tail[:40])
            if len(w.words(head)) >= 4 and head.count("(") == head.count(")") and not hedged:
                yield unmask(head, kept)


def _without_asides(told: str) -> str:
    """``told`` without pointers in brackets and, where it is long, without what stands between two dashes."""
    told = re.sub(r"\s*\((?:see|cf|sic|vol|pp?|ch|fig|above|below)\b\.?[^()]*\)", "", told)
    if len(w.words(told)) > LONG:
        told = re.sub(r"\s+[–—-]\s+[^–—]{3,80}?\s+[–—-]\s+(?=[a-z])", " ", told)
    return told


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
    masked, kept = mask(text)
    text = unmask(re.sub(r"(?<=[\w\ue001])\s+&\s+(?=[\w\ue000])", " and ", masked), kept)
    return text.rstrip(" .!,;:")


_SMILEY = re.compile(r"\s+[:;]-?[)(DP]\s*$")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u20e3\u200d]+")
# What comes before the sentence itself: a label, a dateline, a link to a sentence that is not told.
_LEADS = re.compile(
    r"(?:about|bio|profile|summary|speaker|about the speaker|about me|author|lecturer|instructor)\s*[:.]\s+(?=\S)"
    r"|(?:\d\s*)?[^\w\s\"“«‘'(]+\s+(?=\w)"
    r"|(?-i:[^\W\d_a-zß-ÿ][^\Wa-zß-ÿ]*(?:[ .'-][^\W\d_a-zß-ÿ]+)*\s[-–—]\s(?=[A-Z][a-z]))"
    r"|(?:so|then|and|but|(?:before|after|prior to) (?:that|this),?)\s+(?=(?:she|he|they|i|we)\b)",
    re.IGNORECASE,
)


def _tidied_background(text: str, mentor: Mentor) -> str:
    """A statement of a background without pictures, hashtags, labels and marks of surprise."""
    text = _SMILEY.sub("", re.sub(r"(?:\s+#[\w-]+)+$", "", _PICTURES.sub("", text).strip()))
    text = re.sub(r"\s*\((?:!+|\?+|sic|(?:she|he|they)/\w+(?:/\w+)?)\)", "", _tidy(text))
    text = _LEADS.sub("", text, count=1) if _LEADS.match(text) else text
    masked, kept = mask(text)
    label = re.match(rf"[^:.;]{{2,60}}:\s+(?=(?:She|He|They|I|{name_pattern(mentor)})(?!\w))", masked)
    if label and not _has_finite(w.words(label[0])) and not re.search(name_pattern(mentor), label[0]):
        text = unmask(masked[label.end() :], kept)
    text = re.sub(r"^The (?:speaker|presenter)(?=['’]s )['’]s", "Her", text)
    return re.sub(r"^The (?:speaker|presenter)(?= [a-z])", "She", text)


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
    if first in {"was", "were", "is", "has"} or (first in _MODALS and not following.endswith("ing")):
        return first not in {"used"} or following == "to"
    if following == "to" and len(found) > at + 2 and w.is_base(found[at + 2]):
        return first in _TO_DO
    if re.match(r"\S*[a-z]\s*[:,;/]", text) or following in {"of", "is", "are", "was", "were", "and", "or", "by"}:
        return False
    if first in {"set", "put"} or (first in {"left", "found"}):
        particle = following in {"up", "out", "off"} and len(found) > at + 2
        after = found[at + 2] if particle else following
        if w.is_participle(after) or after in {"handed", "hand", "wing", "back"}:
            return False
        return after not in PREPOSITIONS and (particle or first != "set") and (first != "found" or _determined(after))
    if w.is_past(first):
        return _active(first, following, rest)
    return _is_third_person(first, following, rest)


def _is_third_person(first: str, following: str, rest: str) -> bool:
    """Whether a form in -s at the start is a verb; before a preposition it may be a plural: "chairs with 23 joints"."""
    if (first, following) in _WITH_ITS_PREPOSITION:
        return True
    if first in ALSO_THIRD:
        return following not in PREPOSITIONS
    if re.match(r"(?:around|about|over|some) \d", rest):
        return w.is_third(first)
    return w.is_third(first) and (w.base_of_third(first) not in NOUNISH or following not in PREPOSITIONS)


_WITH_ITS_PREPOSITION = frozenset(
    {("rows", "in"), ("rows", "for"), ("skis", "in"), ("hikes", "in"), ("looks", "after"), ("believes", "in")}
)
_MODALS = frozenset("would used can could cannot can't does doesn't did didn't hasn't isn't wasn't".split())
_TO_DO = frozenset(
    """
    refused decided agreed tried managed wanted wants helped helps hopes hoped learned learnt began chose continued
    promised offered needs plans intends went came
    """.split()
)


def _determined(word: str) -> bool:
    return word in DETERMINERS or word[:1].isdigit()


def _active(first: str, following: str, rest: str) -> bool:
    """Whether a past form at the start tells what somebody did, not what was done to them or what they are."""
    if re.match(
        r"(?:once|twice|daily|weekly|monthly|yearly|annually|by|\S+ (?:times|per))\b",
        f"{following} {rest[len(following) :].strip()}",
    ):
        # "fired four times a year": the kiln is.
        return False
    if first in {"retired", "trained", "qualified"} and following in {
        "in",
        "as",
        "from",
        "at",
        "first",
        "under",
        "after",
    }:
        return True
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
    """``you speak Basque; collect maps`` → ``you speak Basque and collect maps``; one comma is a link as well."""
    pair = re.fullmatch(r"(you [^,;]+), ([a-z]+)(\s[^,;]+)", told)
    if pair and pair[2] in PAST and pair[2] not in PARTICIPLES - {"left"} and w.is_past(told.split()[1]):
        return f"{pair[1]} and {pair[2]}{pair[3]}"
    match = re.search(r";\s+([a-z]+)\b", told)
    if not match or told.count(";") > 1 or not (w.is_base(match[1]) or w.is_past(match[1])):
        return told
    return f"{told[: match.start()]} and {told[match.start(1) :]}"


def _without_label(told: str) -> str:
    """``You (Paris) run``, ``You, PhD, run``: a label between name and verb is left out."""
    label = r"(?:\d{1,3}|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)"
    told = re.sub(rf"^([Yy]ou)(?: \([^()]*\)(?= )|(?:, {label})+,(?= ))", r"\1", told)
    told = re.sub(r"\b([Yy]ou) \((?:\d{1,3}|(?:b\.|born|née|né|she|he|they)\b[^()]*)\)(?= )", r"\1", told)
    told = re.sub(r"^([Yy]ou), who(?:se)? [^,]{3,80}, (?=[a-z]+ )", r"\1 ", told)
    # "you, the founder of a school, run a mill": what stands in between is told elsewhere or not at all.
    return re.sub(r"^([Yy]ou), (?:an?|the) [^,]{3,60}, (?=[a-z]+ \S+ \S+)", r"\1 ", told)


def _is_clause(told: str, clauses: int) -> bool:
    """Whether ``told`` can stand behind "because": it has a main clause of its own."""
    masked = mask(told)[0]
    found = w.words(masked)
    if not found or not re.search(r"\byou(?:r|rs|rself)?\b", masked, re.IGNORECASE):
        return False
    first = found[0].casefold()
    if (
        _label_in_front(masked)
        or first == "yours"
        or re.search(r"\byou are \d+$", masked)
        or re.search(r"\.\s+[a-z]", masked)
    ):
        return False
    if clauses:
        opening = (
            PREPOSITIONS | ADVERBS | SUBORDINATORS | {"you", "last", "this", "next", "every", "each", "today", "as"}
        )
        often = r"(?:\w+ ){1,2}(?:days?|times|weeks?|months?|years?|evenings?|mornings?)(?: an? \w+)?,? you\b"
        apposition = re.match(often + r"|an? [^,]{3,60}, you\b", masked, re.IGNORECASE)
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


def _label_in_front(masked: str) -> bool:
    """Whether a colon comes before any verb: ``first commission: a door, you lost money on it``."""
    label, colon, _ = masked.partition(":")
    if not colon or re.search(r"[\"\ue001]\s*$", label):
        return False
    found = w.words(label)
    return not re.search(r"\b[Yy]ou (?:[a-z]+ly )?[a-z]+", label) and not (found and _has_finite(found))


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
    first_is_yours = found[:1] == ["your"] or found[:1] == ["Your"]
    for at, word in enumerate(found[1:], 1):
        low, after = word.casefold(), (found[at + 1].casefold() if at + 1 < len(found) else "")
        if low in {"that", "which", "who", "whose", "where", "when", "what"}:
            return False
        if low in _FINITE or (low in PAST and low not in PARTICIPLES):
            return True
        if (
            w.is_past(low)
            and (at > 1 or found[0] != "your")
            and (_determined(after) or after in {"you", "your"} or low in GOES_WITH_PREPOSITION)
        ):
            return True
        if first_is_yours and at > 1 and _plural_verb(found[at - 1], low, after):
            return True
        adverb = found[at - 1].casefold() in {"now", "also", "still", "already", "often", "usually"}
        third = w.is_third(low) and (adverb or w.base_of_third(low) not in NOUNISH) and low != "does"
        if third and at > 1 and after:
            return True
    return False


_HAPPENED = frozenset("opened closed appeared started ended began failed moved survived".split())


def _plural_verb(before: str, low: str, after: str) -> bool:
    """``your library opened in 2018``, ``your assemblies never last``: verbs that may look like something else."""
    never = low in {"never", "always", "often", "rarely", "seldom", "usually"} and before.endswith("s") and bool(after)
    return never or (low in _HAPPENED and after in {"in", "with", "on", "from", "after"})


def _left_over(told: str, mentor: Mentor) -> bool:
    """Whether something of another person is left: a pronoun, "I", the mentor's name."""
    masked = mask(told)[0]
    if re.search(r"\b(?:she|he|her|hers|his|him|himself|herself)\b", masked, re.IGNORECASE):
        return True
    if re.search(r"\b(?:I|I'm|I’m|I've|my|My|me|mine)\b", masked):
        return True
    if re.search(r"\byou,? who(?:se)?\b", masked, re.IGNORECASE):
        return True
    masked = re.sub(rf"(?i:\b(?:in|since|until|of|by|from)\s+(?:{'|'.join(MONTHS)}))\b", " ", masked)
    return bool(re.search(name_pattern(mentor), masked)) or bool(re.search(r"\byou,? you\b", masked, re.IGNORECASE))
