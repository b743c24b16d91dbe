"""Whether a told text can stand as a clause of its own, and the last strokes on it."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import (
    ADJECTIVAL,
    ADVERBS,
    DETERMINERS,
    MONTHS,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
    SUBORDINATORS,
)
from outreach.wording.naming import mask, name_pattern
from outreach.wording.patterns import regex
from outreach.wording.verbs import has_finite


def with_article_behind_was(told: str) -> str:
    """``you were test lead`` → ``you were a test lead``; jotted notes leave the article out."""
    match = re.match(r"(you (?:were|are) )([a-z][^,;(]*)", told)
    if not match or (w.words(match[2])[0].casefold() in DETERMINERS | PREPOSITIONS | ADVERBS):
        return told
    role = re.split(r"\s(?=\d)|\s(?:too|as well|also)\b", match[2])[0]
    return match[1] + w.with_article(told[match.end(1) :]) if w.names_a_person(role) else told


def with_linked_verb(told: str) -> str:
    """``you speak Basque; collect maps`` → ``you speak Basque and collect maps``; one comma is a link as well."""
    pair = re.fullmatch(r"(you [^,;]+), ([a-z]+)(\s[^,;]+)", told)
    if pair and pair[2] in PAST and pair[2] not in PARTICIPLES - {"left"} and w.is_past(told.split()[1]):
        return f"{pair[1]} and {pair[2]}{pair[3]}"
    match = re.search(r";\s+([a-z]+)\b", told)
    if not match or told.count(";") > 1 or not (w.is_base(match[1]) or w.is_past(match[1])):
        return told
    return f"{told[: match.start()]} and {told[match.start(1) :]}"


def without_label(told: str) -> str:
    """``You (Paris) run``, ``You, PhD, run``: a label between name and verb is left out."""
    label = r"(?:\d{1,3}|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)"
    told = re.sub(rf"^([Yy]ou)(?: \([^()]*\)(?= )|(?:, {label})+,(?= ))", r"\1", told)
    told = re.sub(r"\b([Yy]ou) \((?:\d{1,3}|(?:b\.|born|née|né|she|he|they)\b[^()]*)\)(?= )", r"\1", told)
    told = re.sub(r"^([Yy]ou), who(?:se)? [^,]{3,80}, (?=[a-z]+ )", r"\1 ", told)
    bare = re.match(
        r"[Yy]ou, ((?!(?:with|from|like|as|by|who|of|too|at|in|on)\b)[a-z][^,]{3,40}), (?=[a-z]+ \S+)", told
    )
    if bare and not re.match(r"\w+(?:ed|ing)\b", bare[1]) and not w.is_participle(w.words(bare[1])[0]):
        told = f"{told[:3]} {told[bare.end() :]}"
    # "you, the founder of a school, run a mill": what stands in between is told elsewhere or not at all.
    return re.sub(r"^([Yy]ou), (?:an?|the) [^,]{3,60}, (?=[a-z]+ \S+ \S+)", r"\1 ", told)


def is_clause(told: str, clauses: int) -> bool:
    """Whether ``told`` can stand behind "because": it has a main clause of its own."""
    masked = mask(told)[0]
    found = w.words(masked)
    if not found or not re.search(r"\byou(?:r|rs|rself)?\b", masked, re.IGNORECASE):
        return False
    first = found[0].casefold()
    if _label_in_front(masked) or _NO_CLAUSE.search(masked):
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
    return begins_with_name and has_finite(found) and _sure_of_capital(told)


# What has a "you" and a verb, and is still no clause that can be sent: "yours is 61", "you are 19" of a firm, two
# sentences in one, "what you can't do: …", a "their" behind a semicolon, "closed Mondays since 2024", a state.
_NO_CLAUSE = regex(
    r"^[Yy]ours\b|^[Yy]ou, (?!(?:in|at|on|with|from|like|as|by|who|of|too|a|an|the)\b)[^,]*(?:,.*,.*)?$"
    r"|\byou are \d+$|(?<!e\.g)(?<!i\.e)(?<!approx)(?<!ca)\.\s+[a-z]|;\s+their\b"
    r"|^(?i:what|how|why|where|who)\b(?!.*,\s(?:and )?you\b)"
    r"|^[Yy]ou (?:[a-z]+ly )?[a-z]+ed\b(?!.*\bhave\b).*\bsince (?:\w+ )?\d{4}",
)


def _label_in_front(masked: str) -> bool:
    """Whether a colon comes before any verb: ``first commission: a door, you lost money on it``."""
    label, colon, _ = masked.partition(":")
    if not colon or re.search(r"[\"\ue001]\s*$", label):
        return False
    found = w.words(label)
    return not re.search(r"\b[Yy]ou (?:[a-z]+ly )?[a-z]+", label) and not (found and has_finite(found))


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


def left_over(told: str, mentor: Mentor) -> bool:
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
