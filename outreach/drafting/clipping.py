"""Cutting a told fact down to what a sentence can hold, and whether a text is shorthand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.wording import words as w
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.patterns import regex
from outreach.wording.telling import Told

LONGEST_CLAUSE = 25
"""Words; a longer clause is cut where it may end, or ranks low: a sentence of more than 25 is read twice (rule R2)."""
LONGEST_NOTE = 18
"""Words; a note that goes on for longer is cut behind one of its details."""
FEWEST_LEFT = 6
"""Words that a cut must leave."""

MOST_KNOWN = 0.6
"""Share of the words that the reader was told before; beyond it nothing new is said."""

# Where a long clause may end, the best place first.
_ENDS = (
    r";", r"\s[–—-]\s",
    r"(?<=[\w)”\"]),? where ", r",? which ", r",? when ", r", who ", r", and ", r", responsible ", r",\s(?!\d{3})",
)  # fmt: skip
_ASIDE = regex(
    r"\s*\((?:ex|former|current|see|vol|approx|formerly|now|then|aka|née|he|she|they|link|photo|pictured|sic)\b[^()]*\)",
    re.IGNORECASE,
)
# "a registered nurse since 1999, you spent …"
_APPOSITION = regex(r"(?:once |formerly |originally )?(?:an?|the) [^,;:]{3,60}, (?=you [a-z])", re.IGNORECASE)
_SINCE = r"since (?:\w+ )?(?:19|20)\d\d"
_LATE = regex(rf"{_SINCE},? you (?:also )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_EARLY = regex(rf"you (?:also )?(?P<verb>[a-z]+)\b[^,;:]*\b{_SINCE}(?=$|[,;])", re.IGNORECASE)
_PARTICIPLES = {
    "run": "run", "keep": "kept", "teach": "taught", "lead": "led", "hold": "held", "make": "made", "build": "built",
    "sell": "sold", "grow": "grown", "write": "written", "give": "given", "breed": "bred", "take": "taken",
    "drive": "driven", "play": "played", "sit": "sat", "fly": "flown", "speak": "spoken", "bring": "brought",
}  # fmt: skip
"""Irregular verbs of what somebody goes on doing."""
_LASTING = frozenset(
    """
    advise bake brew build chair coach collect cook edit farm host interpret live maintain manage mentor offer organise
    organize own paint play practise practice produce repair serve sing supervise train translate tune use
    volunteer work
    """.split()
)
# "you have a shop with no sons in it, the name came with the lease": a second sentence behind a comma.
_SPLICE = regex(
    r", (?=(?:(?:it|they|that|this|we|I)|(?:the|its|their|his|her|my|our|your) (?:\w+ ){1,3}?)"
    r"(?:comes?|came|goes|went|is|was|are|were|has|had|have|did|will|would|can|takes?|took|gets?|got)\b)"
)
_BETWEEN_DASHES = regex(r"\s[–—]\s[^–—]{2,60}?\s[–—]\s")
_NEXT_SENTENCE = regex(r"(?<=[\w)\]”\"])[.!?](?:\[[^\]]*\])?\s+(?=[a-zA-Z])")
_ABBREVIATION = regex(r"\b(?:[A-Z]|St|Dr|Mr|Mrs|Ms|Prof|Co|Ltd|Inc|No|vol|approx|e\.g|i\.e|etc|Jr|Sr|vs)$")
# "after that moved lambing to April", "how small offices share code": no clause of its own.
_LEFT_HANGING = regex(
    r"(?:(?:and|but|then|now|later|since|after that|before that|also|still|never)\s+)*(\w+)", re.IGNORECASE
)
_A_TIME = regex(r"(?:(?:from|since|until) )?(?:19|20)\d\d\b|\d{1,2} (?:years|months)\b", re.IGNORECASE)
_LABEL = regex(
    r"(?!my\b|our\b)(?:[\w&/-]+ ){0,3}(?:about(?: (?:me|us))?|areas?|awards?|bio|contact|education|experience|expertise"
    r"|facebook|fields?|focus|hobbies|hours|instagram|interests?|keywords|languages|likes|linkedin|location|memberships?"
    r"|profile|projects?|publications?|qualifications?|roles?|selected|services|skills|speciali[sz]ations?"
    r"|specialt(?:y|ies)|status|teaching|topics?|training|twitter|website|works?)\s*:(?=\s|$)",
    re.IGNORECASE,
)
_NUMBERED = regex(r"\s*(?:(?:19|20)\d\d\s*[:–—-]|[-•*])\s+")


def clipped(told: Told) -> Told:
    """``told`` without asides, without a second sentence and, where it is long, without what hangs on at its end."""
    text = _first_sentence(_ASIDE.sub("", told.text))
    text = _APPOSITION.sub("", text, count=1)
    head = _SPLICE.split(text)[0]
    text = head if len(w.words(head)) >= FEWEST_LEFT and re.search(r"\byou", head) else text
    text = _in_tense(_without_hanging_clause(text))
    if len(w.words(text)) > LONGEST_CLAUSE:
        text = _BETWEEN_DASHES.sub(" ", text)
    if len(w.words(text)) > LONGEST_CLAUSE:
        text = next(_cuts(text), text)
    elif told.subject_added:
        text = _note(text)
    return replace(told, text=_with_and(text.strip(" ,;:–—-")))


def _in_tense(text: str) -> str:
    """``since 2021 you run a desk`` → ``since 2021 you have run a desk``, for verbs with a certain participle."""
    found = _LATE.match(text) or (_EARLY.match(text) if not _open(text) else None)
    verb = found["verb"].casefold() if found else ""
    done = _PARTICIPLES.get(verb) or (w.is_base(verb) and _regular(verb)) or ""
    if not found or not done:
        return text
    return f"{text[: found.start('verb')]}have {done}{text[found.end('verb') :]}"


def _regular(verb: str) -> str:
    """The form in -ed of a verb that surely has one; empty for the rest."""
    form = verb + ("d" if verb.endswith("e") else "ed")
    return form if verb in w.bases_of_ed(form) and verb in _LASTING else ""


def _with_and(text: str) -> str:
    """``you trained in Villach, did alterations …`` → ``… in Villach and did alterations …``: a list cut to two."""
    found = re.fullmatch(r"(you ([a-z]+) [^,;:()]+), ([a-z]+)( [^,;:()]+)", text)
    both = found and all(w.is_past(found[at]) for at in (2, 3))
    return f"{found[1]} and {found[3]}{found[4]}" if found and both and " and " not in text else text


def quotation(text: str) -> str:
    """A statement as a line to quote: without a date or bullet before it and, where it is long, without its end."""
    text = _NUMBERED.sub("", text, count=1).strip(' .“”"') if _NUMBERED.match(text) else text.strip(' .“”"')
    if len(w.words(text)) > LONGEST_NOTE:
        ends = [found.start() for found in re.finditer(r";|\s[–—-]\s", text)]
        text = next((text[:end] for end in ends if len(w.words(text[:end])) >= FEWEST_LEFT), text)
    return text.strip(" ,;:–—-")


def has_label(text: str) -> bool:
    """Whether a statement begins with the label that it has on a web page: ``Research interests: …``."""
    return _LABEL.match(text) is not None


def without_known(told: Told, known: str) -> Told:
    """``told`` without a beginning that the connection says already: "you write for X, where you tell how …"."""
    found = re.match(r"(.+?),? (?:where|in which|which shows how) (you\b.*)", told.text)
    if not found or len(w.words(found[2])) < FEWEST_LEFT or _open(found[1]):
        return told
    first = set(w.content(found[1]))
    shared = len(first & set(w.content(known))) / max(1, len(first))
    return replace(told, text=found[2]) if shared > MOST_KNOWN else told


def _first_sentence(text: str) -> str:
    for end in _NEXT_SENTENCE.finditer(text):
        first = text[: end.start()]
        if not _ABBREVIATION.search(first) and not _open(first) and len(w.words(first)) >= 3:
            return first
    return text


def _without_hanging_clause(text: str) -> str:
    """Cut at a semicolon what lacks a subject or a verb."""
    first, mark, rest = text.partition(";")
    if not mark or _open(first) or len(w.words(first)) < FEWEST_LEFT:
        return text
    found = _LEFT_HANGING.match(rest.strip())
    hangs = found is None or w.is_past(found[1]) or found[1].casefold() in _ASKING
    return first if hangs or not _has_verb(rest) else text


_ASKING = frozenset("how what which who when where why whether".split())


def _has_verb(text: str) -> bool:
    """Whether a verb stands behind a first word: "12 places, always full" has none."""
    found = [word.casefold() for word in w.words(text.split(",")[0])]
    return any(word in _BE or w.is_past(word) or w.is_base(word) or w.is_third(word) for word in found[1:])


_BE = frozenset("is are was were has have had can could will would".split())


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
    point, dash, rest = text.partition(" – ")
    if dash and not _has_verb(rest) and not _open(point):
        text = point
    first, *details = _parts(text)
    details = [detail for detail in details if detail and w.expanded(detail) == detail]
    if details and _A_TIME.match(details[0]):
        return f"{first} ({details[0]})"
    kept = [first]
    for detail in details:
        if _A_TIME.match(detail) or len(w.words(", ".join([*kept, detail]))) > LONGEST_NOTE:
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
    if re.search(r"->|→|=>|<-|\s=\s|~|\bw/|\s/\s|>\w|\(!\)", text) or w.expanded(text).replace(
        "&", "and"
    ) != text.replace("&", "and"):
        return True
    found = [word.casefold() for word in w.words(text)]
    small = sum(
        word in DETERMINERS or word in {"you", "your", "it", "them", "i", "she", "he", "is", "are"} for word in found
    )
    return len(found) >= 5 and small == 0
