"""Clauses: a sentence cut up, and for each piece who it speaks of and with which verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.review.context import Span
from outreach.wording import words as w
from outreach.wording.clean import folded
from outreach.wording.lexicon import ADVERBS, FUNCTION_WORDS, PREPOSITIONS
from outreach.wording.patterns import regex

QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
FIRST = regex(r"\b(?:I|I['’](?:m|ve|ll|d)|my|My|me|we|We|we['’]\w+|our|Our|us|mine|ours|myself)\b")
SECOND = regex(r"\b(?:you|your|yours|yourself|you['’](?:re|ve|ll|d))\b", re.IGNORECASE)
NEGATION = regex(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|without|cannot|hardly|barely|unlike|yet to|\w+n['’]t)\b",
    re.IGNORECASE,
)
MODALS = frozenset("can could may might must shall should will would".split())
AUXILIARIES = frozenset("am is are was were be been being have has had do does did 'm 're 've".split()) | MODALS

_CUT = regex(
    r"(?P<mark>\s*(?:[;:—–()]|,(?=\s))\s*)"
    r"|\s+(?=(?:because|although|though|while|whereas|but|if|when|whenever|where|who|whom|whose|which|that|how|why|what"
    r"|since|until|after|before|as|so)\s+(?:that\s+)?(?:I|you|we|my|your|our)(?:['’]\w+)?\b)"
    r"|\s+(?=(?:because|although|though|whereas|but|who|which)\b)"
    r"|\s+(?=and\s+(?P<next>[\w'’]+)(?:\s+(?P<after>[\w'’]+))?)"
)
_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LEAD = frozenset(
    """
    and but or so because although though while whereas if when whenever where who whom whose which that how why what
    since until after before as then yes no well also still even now today indeed perhaps maybe
    """.split()
)
_BESIDE = frozenset("i you we and but not never to both even just going all".split())
_APPOSED = regex(r"an?\s", re.IGNORECASE)
_POSSESSIVES = frozenset({"my", "our", "your"})
_FRONTED = regex(r"\W*(?:as|after|before|having|since|with|in|at|for|from|during|being|by|on)\b", re.IGNORECASE)


LIGHT = frozenset(
    map(
        w.stem,
        """
        write written read ask tell learn goal line make made would could minute minutes time call talk good lot day
        days year
        years go goes went gone come came get got take took taken give gave have thing things everything something
        anything nothing everyone somebody home week weeks month months people person part bit kind sort side way ways
        work works job life place whole whatever really great glad happy nice well new old long short big small little
        able want wish hope like love know think say said look put use start begin
        """.split(),
    )
)
"""Stems of words that say little of whom they are told."""


# What the mentor gives: "your advice on my form" is the mentor's, whatever it is about.
GIVEN = frozenset(
    """
    advice view views tip tips thoughts opinion take experience help time feedback suggestion idea ideas word words
    story answer answers question questions talk piece article post interview lecture read warning remark point
    example support reply patience comment comments order note rule rules
    reminder encouragement recommendation notes notes hint hints sense eye eyes side list
    """.split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence; a phrase in front of it is joined to it."""

    text: str
    start: int
    """Place in its span."""
    end: int
    subject: str = ""
    """``I``, ``you``, or empty: somebody or something else, or nobody."""
    own: bool = True
    """Whether the subject stands in the clause; it may be the one of the clause before."""
    verb: str = ""
    """Stem of the main verb behind "I" or "you", where there is one."""
    helpers: frozenset[str] = frozenset()
    """Auxiliaries before the main verb, in small letters."""
    front: str = ""
    """The phrase in front: "As a night nurse for eleven years"."""
    lead: str = ""
    """The word that joins it to what stands before: "if", "because"."""

    @property
    def negated(self) -> bool:
        """Whether something in it says no."""
        return bool(NEGATION.search(self.text))

    @property
    def supposed(self) -> bool:
        """Whether it tells of what might be, not of what is: a wish, a condition."""
        return self.lead in {"if", "whenever", "whether", "unless"} or bool(self.helpers & (MODALS - {"will"}))


def blanked(text: str) -> str:
    """``text`` with its quotations as blanks, at the same places."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def clauses(span: Span) -> list[Clause]:
    """The clauses of a sentence, in order, without its quotations; read once."""
    return list(span.memo.of(_clauses, span))


def _clauses(span: Span) -> list[Clause]:
    found: list[Clause] = []
    text = blanked(span.text)
    for start, end in _pieces(text):
        one = _read(text[start:end], start, end)
        before = found[-1] if found else None
        if before and not before.subject and one.subject and _is_fronted(before.text):
            one = replace(one, text=f"{one.text} {before.text}", start=before.start, front=before.text)
            found[-1] = one
            continue
        if before and not one.subject and before.subject and _goes_on(one) and not _is_told_of(found[0], before):
            one = replace(_verb_of(one, 0), subject=before.subject, own=False)
        elif before and before.helpers & {"am", "are"} and before.subject and _APPOSED.match(one.text):
            one = replace(one, subject=before.subject, own=False)
        found.append(one)
    return found


def _is_told_of(first: Clause, before: Clause) -> bool:
    """Whether the first clause may be itself the subject of what follows a bracket: "What you said (…) settled it"."""
    return first.lead == "what" and first is not before


def _is_fronted(text: str) -> bool:
    """Whether a piece is a phrase in front of a clause: it begins as one and has no verb of its own."""
    found = [folded(word) for word in _WORD.findall(text)]
    return bool(_FRONTED.match(text)) and not any(word in AUXILIARIES for word in found[1:])


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CUT.finditer(text):
        if match["next"] and not _begins_clause(match["next"], match["after"] or ""):
            continue
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _begins_clause(word: str, after: str) -> bool:
    low = folded(word).replace("’", "'")
    if low in {"i", "you", "we", "my", "your", "our", "it", "she", "he", "they"} or low.startswith(
        ("i'", "you'", "we'")
    ):
        return True
    if low in AUXILIARIES or low in {"cannot", "still", "never", "always", "then", "now"}:
        return True
    return w.is_past(low) and not w.is_third(low)


def _read(text: str, start: int, end: int) -> Clause:
    found = list(_WORD.finditer(text))
    at, lead = 0, ""
    while at < len(found) and (folded(found[at][0]) in _LEAD or folded(found[at][0]) in ADVERBS):
        lead = lead or folded(found[at][0])
        at += 1
    clause = Clause(text, start, end, lead=lead)
    if at >= len(found):
        return clause
    as_what = at > 0 and folded(found[at - 1][0]) == "as" and not _person(found[at][0])
    if (
        as_what
        or folded(found[at][0]) in PREPOSITIONS
        or found[at][0].isdigit()
        or _TIME.match(text, found[at].start())
    ):
        # "In 2019 you cut the form": the subject stands behind the phrase.
        near = range(at, min(len(found), at + 9))
        at = next((n for n in near if _person(found[n][0]) and folded(found[n][0]) not in _POSSESSIVES), at)
    person = _person(found[at][0])
    if not person:
        return clause
    clause = replace(clause, subject=person)
    return _verb_of(clause, found[at].start()) if folded(found[at][0]) not in _POSSESSIVES else clause


# "Last week I sent it": the subject stands behind the time.
_TIME = regex(
    r"(?:(?:last|this|next|one|two|three|some|a few|late|early|that same) (?:days?|weeks?|months?|years?|night"
    r"|morning|evening"
    r"|weekend|spring|summer|autumn|fall|winter|term|semester|[A-Z][a-z]+day|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)|yesterday)\b(?! (?:was"
    r"|is|has"
    r"|had|will)\b)",
    re.IGNORECASE,
)


def _person(word: str) -> str:
    low = folded(word).replace("’", "'")
    if low in {"i", "we", "my", "our"} or low.startswith(("i'", "we'")):
        return "I"
    return "you" if low in {"you", "your"} or low.startswith("you'") else ""


def _verb_of(clause: Clause, place: int) -> Clause:
    """``clause`` with the verb that follows the pronoun at ``place``."""
    helpers: set[str] = set()
    for word in _WORD.findall(clause.text[place:])[:9]:
        low = folded(word).replace("’", "'")
        if low.startswith(("i'", "you'", "we'")):
            helpers.add({"ll": "will", "d": "would", "m": "am", "re": "are", "ve": "have"}.get(low.split("'")[1], ""))
        elif low in AUXILIARIES or low.endswith("n't"):
            helpers.add(low)
        elif not (low in _BESIDE or low in ADVERBS or low in _LEAD or low.endswith("ly")):
            return replace(clause, verb=w.stem(low), helpers=frozenset(helpers))
    return replace(clause, helpers=frozenset(helpers))


def _goes_on(clause: Clause) -> bool:
    """Whether a clause without a subject may have that of the one before: "and still cannot write a budget"."""
    first = _WORD.search(clause.text.removeprefix("and ").removeprefix("but "))
    if not first:
        return False
    low = folded(first[0])
    return low in AUXILIARIES or low in ADVERBS or low in {"cannot", "never"} or w.is_past(low) or w.is_base(low)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is called somebody's: "your winter timetable for 11 boats"."""

    owner: str
    """``I`` or ``you``."""
    words: tuple[str, ...]
    """Modifiers and head, as written."""
    tail: tuple[str, ...]
    """Words of the phrases that follow with "of", "at", "in", "for", "from"."""
    start: int
    end: int
    """Places in the span; the tail is not in it."""

    @property
    def head(self) -> str:
        """Its last word, folded."""
        return folded(self.words[-1])


_OWNED = regex(r"\b(my|our|your)\s+(?=\w)", re.IGNORECASE)
_TAIL = frozenset("of at in into for from".split())


def owned(text: str) -> list[Phrase]:
    """What ``text``, without quotations, calls mine or yours."""
    found = []
    for match in _OWNED.finditer(text):
        kept: list[str] = []
        tail: list[str] = []
        end = last = match.end()
        for word in _WORD.finditer(text, match.end()):
            low = folded(word[0])
            if re.search(r"[^\s]", text[last : word.start()]) and text[last : word.start()].strip() != "&":
                break
            if kept and (low in _TAIL or (low in {"the", "a", "an"} and tail)):
                tail.append("")
            elif low in FUNCTION_WORDS or low in AUXILIARIES or (kept and w.is_past(low) and low != "set"):
                if low not in {"own", "first", "two", "three", "one", "same", "very", "once", "then"} or tail:
                    break
            elif tail:
                tail.append(word[0])
            else:
                kept.append(word[0])
                end = word.end()
            last = word.end()
        if kept:
            owner = "you" if folded(match[1]) == "your" else "I"
            found.append(Phrase(owner, tuple(kept), tuple(one for one in tail if one), match.start(), end))
    return found
