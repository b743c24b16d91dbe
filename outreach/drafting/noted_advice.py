"""Which lines of the notes are advice, and how each is told.

A note too many in a list costs the mentee a glance, a missing one is lost: what is jotted as something to do or to
prefer counts, whether code can tell it or not. What either of the two promised never does.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from enum import StrEnum

from outreach.briefing.brief import note_facts
from outreach.domain.facts import Fact, Standing
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.advising import FINITE
from outreach.drafting.jotted import is_verb_first, tidy, with_name
from outreach.drafting.noted_stories import (
    AS_WELL_PAST,
    behind_next,
    is_of_mine,
    is_of_the_call,
    is_story,
    is_undone,
    would_do,
)
from outreach.drafting.notes import PROMISED
from outreach.drafting.steps import GIVING
from outreach.drafting.takeaways import ARROW, BULLET, LABEL, OF_MENTOR, How, calm, takeaways
from outreach.lifecycle.advice import Noted
from outreach.wording import words as w
from outreach.wording.bases import base_of_ing
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADJECTIVAL, ADVERBS, NOUNISH, PREPOSITIONS
from outreach.wording.naming import name_pattern
from outreach.wording.patterns import regex
from outreach.wording.verbs import has_finite

_SENTENCE = regex(r"(?<=[\w)'’\"”][.;!])\s+(?=\S)|(?<=[.!]{2})\s+(?=\S)|\s+[-–—]\s+")
_LABELLED = regex(
    r"^\W*(?:[\w,]+\s+){0,4}(?:advice|tip|suggestion|lesson|rule)s?\s*(?::|[-–—]\s|\bis\b)\s*", re.IGNORECASE
)
_WHO = r"(?:she|he|they|you)"
_ADVISED = regex(
    rf"^(?:{_WHO}\s+)?(?:(?:also|just|even|really|strongly)\s+)?(?:advise[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?"
    r"|warn(?:s|ed)?|urge[sd]?|insist(?:s|ed)?)\b(?:\s+me)?"
    r"(?:\s+(?:that\s+)?(?:I|we)(?:\s+should)?|\s+to)?\s*[:,]?\s*"
    rf"|^(?:{_WHO}\s+)?(?:told me|said|says?|tells me)\s+(?:not\s+)?to\s+(?=\w)",
    re.IGNORECASE,
)
_ADVICE_ITSELF = regex(
    r"(?:(?:you|I|we) )?(?:should|ought to|need to)\s+(?=\w)"
    r"|(?:maybe|next time|just|please|also|simply|ideally)[\s,:]+",
    re.IGNORECASE,
)
_SAID = regex(
    rf"^(?:{_WHO}\s+)(?:told me|tells me|said|says?|thinks?|thought|reckons?|finds?|swears)\b(?:\s+that\b|\s*[:,])?\s*"
    r"[\"“'‘]?",
    re.IGNORECASE,
)
_OWN_PROMISE = regex(r"\bI(?:['’]ll| will| promised)\b")
_OWN = regex(
    r"^\W*(?:I|me|we)\b(?!\s+should\b|\s+(?:need|ought) to\b)|^\W*(?:todo|to do|action)s?\b"
    r"|\bI(?:['’]ll| will| must| have to|['’]m going to| promised)\b",
    re.IGNORECASE,
)
_OWN_DEED = regex(
    rf"^I (?:should|need to|ought to) (?:{'|'.join(sorted(GIVING))})\b.*\b(?:her|him|them|you)\b", re.IGNORECASE
)
_TO_ME = regex(
    rf"(?:{_WHO} )?(?:suggest|promis|offer|agree|recommend)\w* (?:.*\b(?:introduc|send|connect|lend)|me\b)",
    re.IGNORECASE,
)
_WILL_FOR_ME = regex(
    r"\b(?:(?:she|he|they)(?:['’]ll| will| can| could| would|['’]d) [^;]*\b(?:me|my|us)"
    r"|(?!(?:it|that|this|which|nobody|you|I)\b)\w+(?:['’]ll| will) [^,;]*\b(?:me|us))\b",
    re.IGNORECASE,
)
_IN_MY_PLACE = regex(
    r"\bif (?:she|he|they|I) (?:were|was) (?:me|you|in my place)\b|\bin (?:her|his|their|my|your) place\b"
    r"|^\W*(?:you|I)(?:['’]ll| will|['’]d| would) need\b",
    re.IGNORECASE,
)
_OFFER = regex(
    r"^\W*(?:(?:her|his|their|my)\s+)?(?:offers?|promises?|both|theirs?)\s*:|^@mentor\b|\b(?:offered|promised)\b"
    r"|^\W*(?:(?:she|he|they)\s+)?introduces? me\b|\bintro$|^\W*(?:she is |he is )?open (?:to|for)\b",
    re.IGNORECASE,
)
_TO_MENTOR = regex(
    r"^(?:send|call|email|thank|remind|invite|show|give|forward|ring|text|message|tell|ask|update|pay|write to)"
    r" (?:her|him|you|she)\b|^let me\b",
    re.IGNORECASE,
)
_OUGHT = regex(
    r"\b(?:should(?:n['’]?t)?|ought to|better (?:to|not)|(?:it['’]s|it is) (?:better|best|worth)|worth \w+ing"
    r"|make sure|try (?:to|and|it|out|not)|avoid|instead of|rather than|no need to|the trick is|what helps"
    r"|(?:you|one) (?:must|need|needs|have|has) to)\b",
    re.IGNORECASE,
)
_CUE = regex(
    r"\b(?:first|1st|before|after|later|not|no|never|always|only|max|min|at most|at least|least|instead|rather|better"
    r"|best|enough|more|less|fewer|too (?:few|many|much|long|short|small|big|early|late)|must|needs?|has to|have to"
    r"|worth|beats?|over|under|nobody|no one|needed|useless|waste of|matters"
    r"|every|each|belongs?|don['’]?t|doesn['’]?t|stays?|keep)\b|\s[=><+]\s|->|→|=>",
    re.IGNORECASE,
)
_LED = regex(
    r"^(?:(?:so|and|then|but|also|first|just|please|pls|always|rather|maybe|next time|now|yes|ok|or|better|simply"
    r"|really|instead|later|early|again|if possible|sometimes|slowly|ideally|in general)\b[\s,:]*)+",
    re.IGNORECASE,
)
_ORDERS_NOT = regex(r"(?:do not|don['’]?t|never|pls not|stop|avoid|no more|not to)\b", re.IGNORECASE)
_GOES_ON = regex(r"[^A-ZÀ-Þ\w]*[a-zß-ÿ\d]|[\"“‘'(]")
_QUOTE_ALONE = regex(r"\W*[\"“]([^\"”]+)[\"”]\W*$")
_ASKS = regex(r"[^,;:.?(>]*\w\?(?=\s|$)")
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]+['’](?!\w)")
# "Shadow deployment first": as often a noun with its adjective as a deed.
_NOUN_FIRST = regex(r"\w+ (?!the\b|an?\b|my\b|it\b|small\b)\w+ (?:first|later|last)(?:[.;]|$)", re.IGNORECASE)
_PEOPLE = regex(r"\b(?:I|she|he|we|her|his|him)(?:['’]\w+)?\b", re.IGNORECASE)
_HAPPENED = regex(r"\b(?:did|didn['’]t|was|were|had|went|came|got|took|liked|today)\b", re.IGNORECASE)
_OF_A_DAY = regex(
    r"\W*(?:next|our|first|this)?\s*(?:meeting|call|date|talk|time|when|where|contacts?|phone|e?mail|deadline)\b",
    re.IGNORECASE,
)
_WHEN = regex(r"\W*(?:after|before|in|on|at|by|when|once|early|late|mid|end of)\b", re.IGNORECASE)
_NO_SUBJECTS = frozenset("they it this that these those doesn't doesn’t didn't didn’t isn't isn’t".split())
_WHOSE = frozenset("his hers theirs mine yours ours her their my".split())
_LEADS = (_LABELLED, _ADVISED, _ADVICE_ITSELF, _SAID)


class _Is(StrEnum):
    """What a sentence of a note is."""

    ADVICE = "advice"
    PROMISE = "promise"
    """Of either."""
    ELSE = "else"


def noted_advice(mentorship: Mentorship, mentee: Mentee, today: dt.date) -> list[Noted]:
    """The advice in the notes of all meetings up to ``today``, oldest first; private lines and dropped ones never."""
    found: dict[tuple[str, str], Noted] = {}
    for meeting in mentorship.meetings:
        if meeting.date is not None and meeting.date > today:
            continue
        usable = [one for one in note_facts(mentorship.case(mentee, meeting)) if one.standing is Standing.USABLE]
        for item in whole_items(usable):
            if text := advice_in(item, mentorship.mentor):
                noted = Noted(text, told_as_deed(text, mentorship.mentor), meeting.id, meeting.date)
                found.setdefault((meeting.id, text), noted)
    return list(found.values())


def whole_items(facts: Iterable[Fact]) -> list[str]:
    """The texts of facts of the notes; sentences that carry on a jotted line, in small letters, stay with it."""
    found: list[str] = []
    before: Fact | None = None
    for fact in facts:
        if before and before.line == fact.line and _GOES_ON.match(fact.text):
            found[-1] = f"{found[-1]} {fact.text}"
        else:
            found.append(fact.text)
        before = fact
    return found


@functools.lru_cache(maxsize=1024)
def advice_in(note: str, mentor: Mentor) -> str:
    """What of a note is advice to the mentee, as noted: all of it, unless somebody promises something in it."""
    sentences = [piece for piece in _SENTENCE.split(one_line(note)) if w.words(piece)]
    kinds = [_kind(sentence, mentor) for sentence in sentences]
    if sentences and is_undone(sentences[0]):
        # "Claim file still not read. Read only chapter 2": what was done, not what to do.
        past = [w.words(sentence)[0].casefold() in AS_WELL_PAST for sentence in sentences]
        kinds = [_Is.ELSE if was else kind for kind, was in zip(kinds, past, strict=True)]
    if _Is.PROMISE not in kinds:
        return one_line(note) if _Is.ADVICE in kinds else ""
    # A promise in front is what the note is about.
    if kinds[0] is _Is.PROMISE and not _ends(note, sentences[0]):
        return ""
    return " ".join(sentence for sentence, kind in zip(sentences, kinds, strict=True) if kind is _Is.ADVICE)


def _ends(note: str, sentence: str) -> bool:
    """Whether a sentence of a note has its end mark: what hangs on behind a dash belongs to it."""
    return sentence.rstrip()[-1:] in {".", ";", "!"}


@functools.lru_cache(maxsize=1024)
def told_as_deed(note: str, mentor: Mentor) -> str:
    """``Log every override`` → ``to log every override``; empty where code cannot tell the note for certain."""
    text = one_line(note)
    lead = next((found for way in _LEADS if (found := way.match(_spelled(text, mentor)))), None)
    if lead:
        text = _spelled(text, mentor)[lead.end() :]
        first, _, rest = text.partition(" ")
        base = base_of_ing(first) if lead.re.pattern == _ADVISED.pattern and first.endswith("ing") else ""
        text = f"{base} {rest}" if base else text
        text = f"never {text}" if re.search(r"\bnot\s+to\s+$", lead[0]) else text
    if _NOUN_FIRST.match(text):
        return ""
    ways = [way for way in takeaways(text, mentor) if way.how is How.ADVICE]
    best = max(ways, key=lambda way: (way.smooth, way.whole), default=None)
    return best.text if best else ""


def _spelled(note: str, mentor: Mentor) -> str:
    """A note without bullets and shouting, with a pronoun where the mentor is the subject."""
    text = BULLET.sub("", one_line(note)) if not _LABELLED.match(note) else one_line(note)
    text = with_name(w.expanded(tidy(calm(text))), mentor).strip()
    return re.sub(rf"^{name_pattern(mentor)}:?(?=\s|['’](?:ll|d)\b)", "she", text)


def _kind(sentence: str, mentor: Mentor) -> _Is:
    """What one sentence of a note is."""
    whole = _QUOTE_ALONE.match(sentence)
    text = _QUOTED.sub("“…”", _spelled(whole[1] if whole else sentence, mentor))
    said = _SAID.match(text)
    behind = text[said.end() :] if said else text
    if _offers(text):
        return _Is.PROMISE
    if _LABELLED.match(text) or _ADVISED.match(text) or _IN_MY_PLACE.search(text) or would_do(text, rule=_CUE):
        return _Is.ADVICE
    if _promises(text) or _promises(behind):
        return _Is.PROMISE
    if _OWN.search(text) or _OWN_DEED.match(text) or _TO_MENTOR.match(text):
        return _Is.PROMISE if _OWN_PROMISE.search(text) else _Is.ELSE
    # "Do it together?" asks.
    text, behind = _ASKS.sub("", text), _ASKS.sub("", behind)
    if _tells(text, behind):
        return _Is.ELSE
    if any(_calls_for(part) for part in ARROW.split(behind)) or _is_labelled_fragment(behind):
        return _Is.ADVICE
    return _Is.ADVICE if said and _is_lesson(behind) and _has_verb(behind) else _Is.ELSE


def _tells(text: str, behind: str) -> bool:
    """Whether a sentence is about the call itself, about what somebody did, or about the mentee's own failings."""
    if is_of_the_call(text) or is_of_mine(behind):
        return True
    after = behind_next(text)
    if after is not None:
        return not _orders(after) or bool(_WHEN.match(after))
    if re.match(r"[\w ]{2,16}:\s+(?:she|he|they) (?:has|have|had|is|are)\b", text):
        return True
    # "Found" and the like are verbs of their own as well: behind an arrow only what is no past tells what to do.
    return is_story(text, said=behind != text) and not any(
        (_orders(part) and not w.is_past(w.words(part)[0].casefold())) or _OUGHT.search(part)
        for part in ARROW.split(text)[1:]
        if w.words(part)
    )


def _offers(text: str) -> bool:
    """Whether the mentor offers something, whatever the verb: ``suggested to introduce me to Anna``."""
    third = re.match(r"(?:(?:she|he|they) )?(\w+s) me\b", text, re.IGNORECASE)
    gives_me = third and w.is_third(third[1]) and third[1].casefold() not in {"tells", "warns", "advises", "says"}
    return bool(_TO_ME.match(text) or gives_me or _OFFER.search(text))


def _promises(text: str) -> bool:
    """Whether the mentor, or nobody that is named, promises something or does it for the mentee."""
    first, second = [*(word.casefold() for word in w.words(text)), "", ""][:2]
    gives = second if first in {"she", "he", "they"} else first
    base = w.base_of_third(gives) if gives.endswith("s") and w.is_third(gives) else ""
    if base in GIVING or _WILL_FOR_ME.search(text):
        return True
    # "send the plan to HR" is advice; "send her the plan" is not, but no promise of hers.
    theirs = PROMISED.match(text) and first not in {"send", "offer", "i", "me", "to", "todo"}
    return bool(OF_MENTOR.match(text) or theirs)


def _calls_for(part: str) -> bool:
    """Whether something is to be done, or to be preferred, by one side of an arrow."""
    theirs = re.match(r"\W*(?:she|he)\b", part, re.IGNORECASE)
    if (_OUGHT.search(part) and not theirs) or re.search(r"\bI should\b", part):
        return True
    label = LABEL.match(part)
    sides = [part, *([part[label.end() :]] if label else []), *re.split(r"\s=\s", part)[1:]]
    clauses = [clause for side in sides for clause in re.split(r"[,:]\s+|\s+(?:but|so|and|then)\s+", side)]
    return any(_orders(clause) for clause in clauses) or _prefers(part) or _prefers(clauses[0])


def _is_labelled_fragment(text: str) -> bool:
    """``CV: one page, numbers on top``: what something should be like, without a verb."""
    label = LABEL.match(text) or re.match(r"[^→>]{2,40}?\s*(?:->|→|=>)\s*", text)
    rest = text[label.end() :] if label else ""
    return (
        bool(rest)
        and _is_lesson(rest)
        and not has_finite(w.words(rest))
        and not (_OF_A_DAY.match(text) or _OF_A_DAY.match(rest))
    )


def _orders(clause: str) -> bool:
    """Whether a clause is in the imperative, as far as jotted words show."""
    text = _LED.sub("", clause.strip(" .;!,(*\"“'‘"))
    if _ORDERS_NOT.match(text):
        return len(w.words(text)) > 1
    found = [word.casefold() for word in w.words(text)]
    if not found or found[0] in FINITE - {"have", "do"} or found[1:2] == [":"]:
        return False
    follows = [*found, ""][1]
    if found[0] == "not" and follows in _WHOSE:
        return False
    if not w.is_base(found[0]) and set(found[1:4]) & FINITE:
        return False
    if is_verb_first(text):
        inflected = (w.is_past(found[0]) or w.is_third(found[0]) or found[0] in ADJECTIVAL) and not w.is_base(found[0])
        return not (inflected or follows in FINITE or (w.is_past(follows) and not w.is_base(follows)))
    base = w.is_base(found[0]) or (found[0].startswith("re") and w.is_base(found[0][2:]))
    return base and (follows in PREPOSITIONS | ADVERBS or len(found) == 2 or (found[0] not in NOUNISH and not follows))


def _prefers(part: str) -> bool:
    """Whether a fragment says what comes first, what not, how much: ``title before slides``."""
    return bool(_CUE.search(f" {part} ")) and _is_lesson(part)


def _is_lesson(part: str) -> bool:
    """Whether a clause is about things in general: of nobody, and not of what happened once."""
    if _PEOPLE.search(part) or _HAPPENED.search(part) or len(w.words(part)) < 2:
        return False
    first = w.words(part)[0].casefold()
    return first not in _NO_SUBJECTS and not _tells_past(part)


def _has_verb(part: str) -> bool:
    found = [word.casefold() for word in w.words(part)[1:]]
    return any(word in FINITE or w.is_third(word) for word in found)


def _tells_past(part: str) -> bool:
    found = [word.casefold() for word in w.words(part)]
    past = any(w.is_past(word) and not w.is_base(word) and not w.is_participle(word) for word in found[1:])
    return past and has_finite(found)
