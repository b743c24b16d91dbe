"""A clause of a note as advice: ``Log every override`` → ``to log every override``."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor
from outreach.drafting.jotted import is_verb_first, tidy, with_my
from outreach.wording import words as w
from outreach.wording.articles import smooth
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, NOUNISH, PERSON_NOUNS, PREPOSITIONS, SUBORDINATORS
from outreach.wording.naming import name_pattern
from outreach.wording.patterns import regex
from outreach.wording.swapping import swap

MOST_WORDS = 24

"""A longer clause is a paragraph, not an echo."""

MARKS = regex(r"->|→|=>|=|\s/\s|\(!\)|:(?!\d)|\+|[#*~<>]|\bvs\b|\?")

THIRD = regex(r"\b(?:she|he|her|his|him|hers)\b", re.IGNORECASE)

PLURAL_PRONOUN = regex(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)

_NUMBER_WORDS = frozenset("two three four five six seven eight nine ten twenty".split())

WITHOUT_OBJECT = frozenset(
    "ask start begin talk look wait listen work go stay write sit stand apply pitch practise stop agree".split()
)

_BEFORE_ADVICE = regex(
    r"^((?:when|if|before|after|once|while|in|with|on|at|for|during)\b[^,:]{3,45})[,:] (?=[a-z])", re.IGNORECASE
)

FINITE = frozenset(
    """
    is are was were has have had can could will would does do did must should may isn't aren't wasn't don't doesn't
    can't won't
    """.split()
)

_SPLICE = regex(
    r", (?:(?:they|it|he|she|we|I|you|this|that)\b|\d+ (?:is|are)\b"
    r"|(?:the|an?|my|our) (?:\w+ ){1,2}(?:will|is|are|was|can|has|\w+s) )"
)


def advice(note: str, mentor: Mentor) -> str:
    """A note in the imperative as advice: ``Log every override`` → ``to log every override``; empty for any other."""
    return advised(note, mentor)[0]


def advised(clause: str, mentor: Mentor, *, labelled: bool = False) -> tuple[str, bool]:
    """A clause in the imperative as advice, and whether its small words are all there; empty for any other clause.

    ``labelled``: whether a label stands before the clause, so that ``it`` may be what the label names.
    """
    text = w.expanded(tidy(one_line(clause))).strip(" .!;,")
    text = re.sub(r"^you (?:should|need to|must|have to|could) (?=\w)", "", text, flags=re.IGNORECASE)
    before = _BEFORE_ADVICE.match(text)
    lacks_subject = before and re.match(r"\w+ (?:don['’]t|not|in|on|at|\w+ing)\b", before[1])
    if before and not lacks_subject and is_verb_first(text[before.end() :]) and "," not in text[before.end() :]:
        text = f"{text[before.end() :]} {w.decapitalised(before[1])}"
    text = re.sub(r'"([^"“”]+)"', r"“\1”", text)
    text = re.sub(r"\s+[-–]\s+(?=before|after|not|never|only|even)", ", ", text)
    if is_broken(text) or THIRD.search(text) or not 2 < len(w.words(text)) <= MOST_WORDS:
        return "", False
    if re.match(
        r"(?:send|call|email|thank|remind|invite|pay|bring|show|give|forward|ring|text|message) (?:her|him|you)\b",
        text,
        re.I,
    ):
        return "", False
    of_both = re.search(name_pattern(mentor), text) or re.match(r"let me know\b|.*\bet al$", text, re.IGNORECASE)
    if of_both or _lacks_antecedent(text, labelled=labelled):
        return "", False
    text = _to_me(text)
    smoothed = smooth(with_my(text))
    told = swap(smoothed.text, mentor, first_person=False, they=False)
    if not told.sure or THIRD.search(told.text):
        return "", False
    return _infinitive(told.text), smoothed.sure


def is_broken(text: str) -> bool:
    """Whether a clause has marks of shorthand, two sentences in one, or a word alone between commas."""
    return bool(
        MARKS.search(text)
        or _SPLICE.search(text)
        or re.search(r"(?<=\w{3})[.;]\s|\w;\s|\s[-–—]\s|, [^\s,]+,|\(|\"", text)
        or text.count("“") != text.count("”")
        or len(re.findall(r"(?<!\w)['‘]\w", text)) > len(re.findall(r"\S['’](?!\w)", text))
        or _lone_end(text)
    )


def _lone_end(text: str) -> bool:
    """Whether a word hangs behind the last comma that is neither an adverb nor a deed: ``… at the desk, paper``."""
    end = re.search(r", (\w+)$", text)
    adverbs = {"always", "never", "twice", "once", "first", "too", "again", "instead"}
    if not end or end[1] in adverbs or end[1].endswith("ly"):
        return False
    return not w.is_base(end[1]) or end[1] in NOUNISH


def _infinitive(text: str) -> str:
    """``don't quote, sleep on it`` → ``not to quote but to sleep on it``; empty where no verb begins the text."""
    always = re.match(r"always (\w+) ", text, re.IGNORECASE)
    if always and w.is_base(always[1]) and (behind := _infinitive(text[always.start(1) :])):
        return f"always {behind}"
    negative = re.match(r"(?:please )?(?:don['’]?t|do not|never|not)\s+(.*)", text, re.IGNORECASE)
    if negative and w.is_base((w.words(negative[1]) or [""])[0]):
        first, comma, rest = negative[1].partition(", ")
        turned = comma and w.is_base((w.words(rest) or [""])[0])
        return f"not to {first}" + (f" but to {rest}" if turned else (f", {rest}" if comma else ""))
    found = [word.casefold() for word in w.words(text)]
    determined = (
        found[1] in DETERMINERS and found[0] not in ADVERBS | DETERMINERS | PREPOSITIONS | SUBORDINATORS | FINITE
    )
    known = w.is_base(found[0]) or (
        determined and found[0] not in {"half", "even", "not", "what"} and not w.is_third(found[0])
    )
    if (
        not known
        or not is_verb_first(text)
        or found[1] in FINITE | {"opens", "answer", "answers", "first", "need", "needs"}
    ):
        return ""
    plural = found[1].endswith("s") and len(found) > 3 and w.is_base(found[2]) and found[2] not in NOUNISH
    if plural or found[0] in _NUMBER_WORDS:
        return ""
    if found[0] in PERSON_NOUNS and found[1] not in DETERMINERS | WITHOUT_OBJECT:
        return ""
    return f"to {_joined(text[:1].lower() + text[1:])}"


def _joined(text: str) -> str:
    """Advice in several steps: ``read it twice, then go out`` keeps its comma, ``draw it, compare`` gets an "and"."""
    text = re.sub(r"(?<=\w) not (?=(?:\d|to\b|in\b|on\b|at\b|with\b|the\b|an?\b|by\b|from\b|['‘]))", ", not ", text)
    text = re.sub(r"\b(not (?:\d+|one|two|six|ten) (?:bad|big|small|cheap|good|new|old|thin))$", r"\1 ones", text)
    text = re.sub(r", (?:don['’]t|do not) (?=[a-z]+)", ", and not to ", text)
    parts = text.split(", ")
    last = (w.words(parts[-1]) or [""])[0]
    # "start conservative, review after every storm": a time behind it tells a verb from a noun.
    timed = re.match(r"\w+ (?:after|before|every|each|when|as soon|once)\b", parts[-1])
    joins = len(parts) > 1 and w.is_base(last) and bool(is_verb_first(parts[-1]) or timed)
    if joins and (len(parts) == 2 or all(is_verb_first(part) for part in parts)):
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    never = len(parts) == 2 and re.match(r"never (\w+)", parts[1])
    return f"{parts[0]}, and {parts[1]}" if never and w.is_base(never[1]) else text


def _to_me(text: str) -> str:
    """``you`` in jotted advice is the one who was advised: ``before you need it`` → ``before I need it``."""
    text = re.sub(
        r"\b(even if|if|when|once|until) ((?:only |not |still |just )*(?:\d+ ?% |half |fully |quite )?"
        r"(?:ready|sure|unsure|stuck|nervous|afraid|tired))\b",
        r"\1 I'm \2",
        text,
    )

    def put(match: re.Match[str]) -> str:
        word, after = match[1].casefold().replace("’", "'"), match[2]
        if word in _MINE:
            return _MINE[word] + after
        before = (w.words(text[: match.start()]) or [""])[-1].casefold()
        following = (w.words(after) or [""])[0].casefold()
        known = w.is_base(following) or w.is_past(following) or following in FINITE | ADVERBS
        verb = (known or before in SUBORDINATORS | {"than", "that", "who", "what"}) and following not in PREPOSITIONS
        if not verb or not following:
            return f"me{after}"
        return "I" + re.sub(r"^ are\b", " am", re.sub(r"^ were\b", " was", after))

    pieces = re.split(r"(“[^”]*”|(?<!\w)['‘][^'’]*['’](?!\w))", text)
    pattern = re.compile(r"\b(you(?:['’](?:re|ve|ll|d)|r|rself)?)\b((?: [\w'’-]+)?)", re.IGNORECASE)
    if len(pieces) > 1:
        return "".join(piece if at % 2 else _to_me(piece) for at, piece in enumerate(pieces))
    return pattern.sub(put, text)


_MINE = {"your": "my", "yourself": "myself", "you're": "I'm", "you've": "I've", "you'll": "I'll", "you'd": "I'd"}


def _lacks_antecedent(text: str, *, labelled: bool) -> bool:
    """Whether ``it`` or ``them`` points at something that the clause does not name."""
    found = [word.casefold() for word in w.words(text)]
    early = found[1:4] if found[:1] not in (["don't"], ["never"]) else found[2:5]
    dangling = not labelled and (
        early[:1] in (["it"], ["them"])
        or bool({"it", "them"} & set(early[1:2]) and early[0] in PREPOSITIONS | {"all"})
        or (len(early) > 2 and early[2] in {"it", "them"} and early[1] == "of")
    )
    return dangling or bool(PLURAL_PRONOUN.search(text) and not has_plural(text))


def has_plural(text: str) -> bool:
    """Whether people or things stand before ``they``: ``ask the family what they have been told``."""
    pronoun = PLURAL_PRONOUN.search(text)
    before = [word.casefold() for word in w.words(text[: pronoun.start()])] if pronoun else []
    groups = {"family", "team", "people", "children", "staff", "crew", "women", "men", "board", "public", "audience"}
    return any(
        word in groups or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3)
        for word in before[1:]
    )
