"""The subject of a first contact: two to six words from what is asked, from the goal or from the mentor's fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from outreach.drafting.shorthand import gerund, is_known
from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS, DETERMINERS, NOUNISH, PREPOSITIONS, SUBORDINATORS
from outreach.wording.patterns import regex

MOST_WORDS = 6
"""Words of a subject; three to four are answered most (writing rules 1.1)."""

_WH = ("how", "what", "which", "who", "when", "where", "why", "whether", "if")
_SUBJECTS = frozenset("i you we they it there".split())
_JOINS = frozenset(["and", "but", "or", "so", "then", "nor", "plus"])
_AUXILIARIES = frozenset(
    """
    am is are was were be been being have has had having do does did can could may might must shall should will would
    isn't aren't wasn't don't doesn't didn't can't won't
    """.split()
)
_PARTICLES = frozenset("off up out down away back through".split())
_NEEDS_MORE = frozenset(
    """
    very more most less least such only just even too other another many much few both each every all any some own no
    not first last next same way kind sort number able
    """.split()
)
_WITH_PLACE = frozenset(w.stem(word) for word in "put bring turn move have take send make let set leave".split())
_UNFIT = regex(
    r"\b(?:she|he|her|his|him|hers|himself|herself|they|them|jobs?|vacanc\w+|hiring|hire|referral|cvs?|resum[eé]s?"
    r"|internships?|positions?|mentor\w*|mentee\w*|placements?)\b|[<>{}\[\]|=→@]|https?:|www\.|\.\.\.|…",
    re.IGNORECASE,
)
_LOOSE = regex(r"(?:Whether|If)\b|(?:How|When|Why|Where) (?:the|an?|my|your|our)\b")
_LESSON = regex(
    r"^(?:an? )?(?:first |short |quick )?(?:lesson|session|call|chat|talk|evening|hour)s? (?:in|on|about|for) ", re.I
)
_DEED = regex(
    r"\byou (?:have |also )*(?:built|created|designed|founded|invented|launched|made|opened|published|ran|run|set up"
    r"|started|wrote|teach|taught|give|gave|keep|kept|play|bred|fired) (?:an?|the) ((?:[\w’'-]+ ?){1,5})",
    re.IGNORECASE,
)


def subject_of(
    topic: str, question: str, goal_verb: str, goal_noun: str, fact: str, offers: tuple[str, ...] = ()
) -> str:
    """The first subject that stands alone; empty where nothing gives one.

    Args:
        topic: what is asked about, told to the mentor, to stand behind "about".
        question: the same where it is a question of its own.
        goal_verb: the goal behind "to"; ``goal_noun``: the goal as a thing, one of the two.
        fact: the mentor's fact as a clause with "you".
        offers: what the mentee offers to teach, where they do.
    """
    for told in _candidates(topic, question, goal_verb, goal_noun, fact, offers):
        line = _tidied(told)
        if _stands(line):
            return line
    # One that says little is worth more than one that could stand over any letter.
    return next(
        (one for one in map(_tidied, _cuts(topic, least=3)) if not _LOOSE.match(one) and not _UNFIT.search(one)), ""
    )


def _candidates(
    topic: str, question: str, goal_verb: str, goal_noun: str, fact: str, offers: tuple[str, ...]
) -> Iterator[str]:
    yield from _of_topic(_LESSON.sub("", topic, count=1))
    if question:
        opening = re.split(r"[,:–—]\s", question)[0]
        if opening != question and not re.match(rf"(?:{'|'.join(_WH)})\b", opening, re.IGNORECASE):
            yield from _of_topic(opening)
        yield question if len(question.split()) <= MOST_WORDS else ""
    for offered in offers:
        yield from _cuts(re.split(r"[,;:(]", offered)[0])
    yield from _of_goal(goal_verb, goal_noun)
    yield from _of_fact(fact)


def _of_topic(topic: str) -> Iterator[str]:
    text = re.split(r"\s[–—-]\s|[:;(]", topic)[0].strip(" ,.?")
    if way := re.search(r"\bfrom [\w’' -]+? to [\w’' -]+", text):
        yield from _from_to(way[0])
    first = (w.words(text) or [""])[0].casefold()
    if first == "how" and re.match(r"how to \w+", text, re.IGNORECASE):
        yield from _of_deed(text.split(maxsplit=2)[2], "How to ")
    elif re.match(rf"which \w+ (?:{'|'.join(_SUBJECTS | DETERMINERS)})\b", text, re.IGNORECASE):
        yield from _cuts(text)
        # "Records an inspector wants to see": the clause stands behind its noun without "which".
        yield from (one.split(maxsplit=1)[1] for one in _cuts(text, least=5, most=MOST_WORDS + 1))
    elif first in {"whether", "if"}:
        yield _noun_of_clause(text.split(maxsplit=1)[-1])
    else:
        yield from _cuts(text)
        if first in _WH:
            yield _noun_of_clause(text.split(maxsplit=1)[-1])
        elif re.match(r"in (?:which|what)\b", text):
            yield from _cuts(text.split(maxsplit=1)[1])


def _of_deed(deed: str, lead: str) -> Iterator[str]:
    """``how to keep mites down``: as it is where that is short, else as ``keeping mites down``."""
    inner = re.match(rf"\w+ (?=(?:{'|'.join(_WH)})\b(?! to\b))", deed)
    cut = list(_cuts(deed, least=2))
    short = [one for one in cut if len(one.split()) + len(lead.split()) <= MOST_WORDS and not inner]
    if short and len(short[0].split()) == len(cut[0].split()):
        yield lead + short[0]
    if inner:
        yield from _cuts(deed[inner.end() :])
        return
    verb, _, rest = deed.partition(" ")
    if cut and w.is_base(verb) and rest:
        for one in cut:
            yield gerund(verb) + one[len(verb) :]
    for one in short:
        yield lead + one


def _of_goal(verb: str, noun: str) -> Iterator[str]:
    if noun:
        yield from _cuts(re.split(r"[,;(]", noun)[0])
    if not verb:
        return
    if way := re.search(r"\bfrom [\w’' -]+? (?:to|into) [\w’' -]+", verb):
        yield from _from_to(way[0])
    text = re.sub(r" (?:well )?enough to .*$", "", re.split(r"[,;(]", verb)[0])
    if better := re.match(r"(?:get|be|become) (?:much )?better at (?=\w+ing\b)", text):
        yield from _cuts(text[better.end() :], least=3)
    text = re.sub(r"^(?:learn|know|understand|find out)(?: how)? to ", "", text)
    first, _, rest = text.partition(" ")
    if inner := re.match(rf"(?:learn|know|understand) (?=(?:{'|'.join(_WH)})\b)", text):
        yield from _cuts(text[inner.end() :])
    if rest and first.islower() and first not in {"be", "get", "have", "want", "say", "not"}:
        for one in _cuts(text, least=3):
            yield gerund(first) + one[len(first) :]
    if re.match(r"(?:the|an?) ", rest) and first not in {"have", "get", "make"}:
        yield from _cuts(rest, least=3)
    if mine := re.search(r"\b(?:my|our) (?!own\b)[\w’' -]+", verb):
        yield from _cuts(mine[0])


def _of_fact(fact: str) -> Iterator[str]:
    if your := re.search(r"\byour (?!own\b)[\w’'-]+(?: [\w’'-]+)*", fact):
        named = " ".join(
            takewhile(lambda word: word.casefold() not in _AUXILIARIES and not w.is_past(word), your[0].split())
        )
        yield from _cuts(named, least=3)
    if deed := _DEED.search(fact):
        ends = PREPOSITIONS | _JOINS | SUBORDINATORS | {"that", "which", "who", "to"}
        kept = list(takewhile(lambda word: word.casefold() not in ends, deed[1].split()))
        yield f"Your {' '.join(kept)}" if 1 < len(kept) < MOST_WORDS else ""


def _from_to(text: str) -> Iterator[str]:
    """``from QA to backend``."""
    yield from (one for one in _cuts(text, least=4) if re.search(r" (?:to|into) \S", one))


def _noun_of_clause(clause: str) -> str:
    """The subject of a clause where it is a noun phrase of some length: ``the move from QA to backend worked``."""
    found = clause.split()
    if not found or found[0].casefold() in {
        "many",
        "much",
        "long",
        "often",
        "far",
        "i",
        "you",
        "we",
        "it",
        "there",
        "to",
        "they",
        "one",
    }:
        return ""
    for at, word in enumerate(found[: 2 * MOST_WORDS]):
        if word.casefold() in _AUXILIARIES:
            return "" if at < 2 else next(_cuts(" ".join(found[:at]), least=3), "")
    return ""


def _cuts(text: str, least: int = 2, most: int = MOST_WORDS) -> Iterator[str]:
    """``text`` cut where a phrase ends, the longest first; none longer than a subject may be."""
    found = text.strip(" ,.?!").split()
    if len(found) <= most:
        if len(found) >= least:
            yield " ".join(found)
        return
    for at in range(most, least - 1, -1):
        before, after = found[at - 1], found[at]
        bare = after.casefold().strip(",.;:")
        ends = bare in (PREPOSITIONS - {"like", "near"} - _PARTICLES) | _JOINS | SUBORDINATORS | {
            "that",
            "which",
            "who",
            "of",
        }
        if (ends or before.endswith((",", ";"))) and _whole(found[:at], bare):
            yield " ".join(found[:at]).rstrip(",;:")


def _whole(found: list[str], after: str) -> bool:
    """Whether what is kept is complete without what follows."""
    low = [word.casefold().strip(",;:") for word in found]
    last, previous = low[-1], low[-2] if len(low) > 1 else ""
    if last in {"first", "next", "last"} and previous not in DETERMINERS | (PREPOSITIONS - _PARTICLES):
        return after in _JOINS
    if len(low) > 3 and low[-3] == "to" and last in PREPOSITIONS and w.is_base(previous):
        # "what to look at": the preposition belongs to the question word.
        return low[0] in _WH and after in PREPOSITIONS | _JOINS
    return not _open_at_end(low, last) and not _half(low, after) and not _verb_alone(low, last, previous, after)


def _open_at_end(low: list[str], last: str) -> bool:
    """Whether the last word asks for another one."""
    if last in PREPOSITIONS and not (last in _PARTICLES and len(low) > 2):
        return True
    short = re.search(r"['’](?:re|m|ve|ll|d|s)$", last) and not re.search(r"s['’]$", last)
    closed = _JOINS | _AUXILIARIES | DETERMINERS | SUBORDINATORS | _NEEDS_MORE
    return bool(short) or last in closed | _SUBJECTS | {"that", "which", "who", "of", "to", "enough"}


def _half(low: list[str], after: str) -> bool:
    """Whether something begun is not ended: a relative clause, "between", a verb that needs a place."""
    if {"who", "which", "whose"} & set(low[1:]) or ("between" in low and (after == "and" or "and" not in low)):
        return True
    if w.stem(low[0]) in _WITH_PLACE and not any(word in PREPOSITIONS for word in low[1:]):
        return True
    if "from" in low and after in {"to", "into"} and not {"to", "into"} & set(low):
        return True
    if after in {"and", "or", "but", "of"} and len(low) < 3:
        return True
    if after == "to" and {"get", "got", "want", "need", "have", "how", "way", "help"} & set(low[:-1]):
        return True
    return after in {"that", "whether", "how", "what", "why", "as", "than"} and len(low) < 4


def _verb_alone(low: list[str], last: str, previous: str, after: str) -> bool:
    """Whether a verb stands at the end that needs what follows."""
    if after == "to" and w.is_third(last):
        return True
    fronted = low[0] in {"what", "which", "who"} or low[:2] in (["how", "much"], ["how", "many"])
    asked = fronted and after not in PREPOSITIONS - {"to"}
    if previous in _AUXILIARIES and w.is_base(last) and "that" not in low and not asked:
        return True
    if previous == "to" and w.is_base(last) and after in {"with", "about", "at", "on", "into", "from", "to"}:
        return True
    leads = (previous == "to" and not fronted) or previous in {"i", "you", "we"}
    leads = leads or previous in ADVERBS
    return (w.is_base(last) and last not in NOUNISH and leads) or (len(low) == 2 and previous in {"to", "how", *_WH})


def _has_verb(line: str) -> bool:
    """Whether a verb stands behind the first two words: "how the free hour" is cut short."""
    behind = [word.casefold() for word in w.words(line)[2:]]
    return any(word in _AUXILIARIES or w.is_past(word) or w.is_third(word) or w.is_base(word) for word in behind)


def _tidied(text: str) -> str:
    return w.capitalised(" ".join(text.split()).strip(" ,;:.–—-"))


def _stands(line: str) -> bool:
    """Whether a line can be a subject: long enough, with something of its own, nothing that fits no subject."""
    count = len(line.split())
    if not 2 <= count <= MOST_WORDS or _UNFIT.search(line) or line.count('"') % 2 or line.count("(") != line.count(")"):
        return False
    first, last = line.split()[0].casefold(), line.split()[-1].casefold().strip("?")
    if first in {"how", "when", "why", "where"} and line.split()[1].casefold() in DETERMINERS and not _has_verb(line):
        return False
    stranded = first in _WH and re.search(r"\bto \w+ \w+$", line)
    if last in DETERMINERS | _JOINS or (last in PREPOSITIONS - _PARTICLES and not stranded):
        return False
    carrying = [word for word in w.content(line) if not word.isdigit()]
    if len(carrying) < 2:
        return False
    return bool(re.search(r"[^\W\d_]{3}", line)) and any(is_known(word) for word in w.words(line))
