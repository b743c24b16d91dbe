"""What the mentee typed for one message, as sentences: reasons, news, results. No word of it is guessed."""

from __future__ import annotations

import re
from itertools import pairwise

from outreach.domain.people import Mentor
from outreach.drafting.jotted import tidy, with_name
from outreach.drafting.shorthand import is_nothing, is_somebody, small, spelled
from outreach.drafting.takeaways import calm
from outreach.wording import words as w
from outreach.wording.clauses import SUBJECTS, opens_subject, verb, written_out
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADJECTIVAL, DETERMINERS, KIN, MONTHS, PERSON_NOUNS, PREPOSITIONS, WEEKDAYS
from outreach.wording.naming import name_pattern
from outreach.wording.nouns import COUNT
from outreach.wording.patterns import regex
from outreach.wording.sentences import sentence_spans
from outreach.wording.swapping import swap

MOST_WORDS = 40
"""What is longer is told up to the sentence that goes beyond."""

_KEPT = "\ue3d4"
"""Stands inside what would be written out otherwise."""
_LED_IN = regex(
    r"(?:(?:because|since|as|bc|cause|'cause)(?=\s+(?:I|i|my|we|our|the|there|it)\b)|(?:the )?reason(?: is)?(?: that)?"
    r"|sorry,?|news|result)\s*:?\s+",
    re.IGNORECASE,
)
_CAUSE = regex(r"(?:because of|due to|owing to|on account of)\s+", re.IGNORECASE)
_I = regex(
    r"(?:(?:have|need|must|can['’]?t|cannot|could|couldn['’]t|don['’]?t|won['’]t|will|am|was|had|want|wasn['’]t|didn['’]t)\s+\S+"
    r"|(?:still|just|already|only|now) (?:have|need|had|am)\b)",
    re.IGNORECASE,
)
_I_PAST = regex(
    r"(?:learn(?:ed|t)|reali[sz]ed|noticed|understood|found out)\s+(?:that|how|what|why|to)\b"
    r"|got (?:an?|the|my|\d+|two|three|four|five|some|more|no)\b",
    re.IGNORECASE,
)
_AM = regex(
    r"(?:on (?:nights?|earlies|lates|call|shifts?|duty|holiday|leave|site|placement|a \w+)|away|abroad|(?:ill|sick)"
    r"(?= *(?:$|[.,;]|(?:with|at|in|and|since|until|till|this|that|today|again)\b))"
    r"|not (?:free|available|around|well|here|able to)"
    r"|out of (?:town|office)|at (?:work|school|college|sea|a \w+)|off sick|too busy|double[- ]booked|stuck)\b",
    re.IGNORECASE,
)


def as_sentences(typed: str, mentor: Mentor) -> str:
    """``i have an exam that day`` → ``I have an exam that day.``; empty where it is no sentence for certain.

    Words about the mentor become "you". A subject is only added where the verb shows that it is the mentee.
    """
    told = [_sentence(one, mentor) for one in _cut(typed)]
    return " ".join(told) if told and all(told) else ""


def as_thing(typed: str, mentor: Mentor) -> str:
    """``exam that day`` → ``an exam that day``: words to stand behind "is"; empty where they do not fit there."""
    text = _cleaned(typed, mentor).rstrip(" .!")
    cause = _CAUSE.match(text)
    text = text[cause.end() :] if cause else text
    first, head = (w.words(text) or [""])[0].casefold(), w.head_noun(text)
    if as_sentences(typed, mentor):
        return ""
    if not text or re.search(r"[.;:!?]\s|[,;/]", text) or len(w.words(text)) > 14:
        return ""
    if first in SUBJECTS or w.is_past(first) or verb(written_out(text.split())) is not None:
        return ""
    if first in DETERMINERS or first[:1].isdigit():
        return small(text)
    if head in COUNT and not is_somebody(text) and not w.is_base(first):
        return w.with_article(small(text))
    return small(text) if cause else ""


def as_words(typed: str, mentor: Mentor) -> str:
    """The words as they stand, to follow a colon."""
    return small(_cleaned(typed, mentor).rstrip(" .!"))


def as_reason(typed: str, mentor: Mentor) -> str:
    """Why the mentee declines or moves, as sentences: what has a verb stands as it is, a fragment is named as reason.

    ``exam that day`` → ``The reason is an exam that day.``; ``dentist`` → ``The reason: dentist.``
    """
    told: list[str] = []
    for one in _cut(typed):
        words = as_words(one, mentor)
        if sentence := _sentence(one, mentor):
            told.append(sentence)
        elif not words:
            continue
        elif not told and not _HAS_SUBJECT.match(words) and (thing := as_thing(one, mentor)):
            told.append(f"The reason is {thing}.")
        else:
            fragment = not told and not _HAS_VERB.search(words)
            told.append(f"The reason: {words}." if fragment else w.as_sentence(w.capitalised(words)))
    return " ".join(told)


_HAS_VERB = regex(
    r"\b(?:I|I['’]\w+|we|it|he|she|they|is|are|was|were|am|be|has|have|had|will|would|can|can['’]t|cannot|could"
    r"|couldn['’]t|won['’]t|don['’]t|doesn['’]t|didn['’]t|isn['’]t|need|needs|must|got|came|went|fell|broke|\w+ed"
    r"|starts?|begins?|clash(?:es)?)\b"
)


_HAS_SUBJECT = regex(
    r"(?:\S+ ){1,3}?(?:needs?|wants?|has|is|was|got|came|fell|broke|starts?|clash(?:es)?|moved|changed) ", re.IGNORECASE
)


def sentences(typed: str) -> list[str]:
    """The sentences of a text as typed, also where the next begins small."""
    text = re.sub(r"(?<=\w)\s*(?<!\w)[:;=]-?[()DPp/|]+\s+(?=\w)", ". ", one_line(typed))
    text = re.sub(
        r"(?:(?<=[^\W\d_]{3})|(?<=\dh)|(?<=\d[ap]m)|(?<=\s(?:in|on|it|me|up|us|so|at|ok|by)))([.!?]+ )(['’]?[a-z])",
        lambda end: end[1] + end[2].upper(),
        text,
    )
    return [text[a:b].strip() for a, b in sentence_spans(text) if w.words(text[a:b])]


_MONTHS_SHORT = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_DATES = (
    (regex(r"\b(?:tues?|weds|thu|thurs?|fri)\b\.?(?! \w+ed\b)", re.IGNORECASE), WEEKDAYS),
    (
        regex(
            r"(?:(?<=\bon )|(?<=\bby )|(?<=\babout )|(?<=\bto )|(?<=\btill )|(?<=\buntil )|(?<=\bnext )|(?<=\bthis )"
            r"|(?<=\bor ))wed\b\.?|\bwed\b(?= (?:the )?\d)",
            re.IGNORECASE,
        ),
        WEEKDAYS,
    ),
    (
        regex(
            r"\b(?:(?<=on )|(?<=by )|(?<=about ))(?:mon|sat|sun)\b\.?|\b(?:mon|sat|sun)\b\.?"
            rf"(?= (?:the )?\d{{1,2}}(?:st|nd|rd|th| (?:{'|'.join(MONTHS)}|{_MONTHS_SHORT})\b))",
            re.IGNORECASE,
        ),
        WEEKDAYS,
    ),
    (regex(rf"(?<=\d )(?:{_MONTHS_SHORT})\b\.?|\b(?:{_MONTHS_SHORT})\b\.?(?= \d)", re.IGNORECASE), MONTHS),
)


def with_dates(text: str) -> str:
    """``till Thurs`` → ``till Thursday``, ``4-10 jan`` → ``4-10 January``: short names where they are nothing else."""
    for pattern, names in _DATES:
        text = pattern.sub(
            lambda short, names=names: next(  # type: ignore[misc]
                name for name in names if name.casefold().startswith(short[0].casefold().rstrip(".")[:3])
            ).capitalize(),
            text,
        )
    return text


def _cut(typed: str) -> list[str]:
    """The sentences of a text, up to the one that makes it too long."""
    found: list[str] = []
    count = 0
    for sentence in sentences(typed):
        if found and re.fullmatch(r"(?:so |very )?(?:sorry|thanks?|thx|thank you)\W*", sentence, re.IGNORECASE):
            continue
        count += len(w.words(sentence))
        if found and count > MOST_WORDS:
            break
        found.append(sentence)
    return found


def _cleaned(text: str, mentor: Mentor) -> str:
    text = calm(re.sub(r"(?<!\w)[:;=]-?[()DPp/|]+(?!\w)", "", one_line(text)))
    text = _YOUR.sub(lambda short: f"{short['before'] or ''}your", re.sub(r"\bwk(?:n?d|end)\b", "weekend", text))
    # "On the 3rd" is a date, no place in a row.
    text = re.sub(r"\b(?<=the )([123])(?=(?:st|nd|rd)\b)", rf"\1{_KEPT}", text)
    text = with_dates(spelled(tidy(text))).replace(_KEPT, "").strip(" ;,-–—")
    if is_nothing(text):
        return ""
    lead = _LED_IN.match(text)
    text = text[lead.end() :] if lead else text
    text = re.sub(r"\b(I|you|we|they)(m|ve|ll|re)\b(?=\s)", _with_apostrophe, text)
    text = re.sub(r"\b(can|don|won|didn|isn|wasn|doesn)t\b", r"\1't", text)
    text = re.sub(rf"^({_MINE})(?=\s+[a-z]+(?:s|ed|id|ade|ave|aw)?\s)", r"my \1", text)
    return _to_you(with_name(text, mentor), mentor)


# "On the 19th yr side" and "yr shop", but "2nd yr lab" and "this yr".
_YEAR = r"st|nd|rd|th|first|second|third|fourth|final|last|this|next|per|a|the|one|new|each|every|half|\d+"
_YOUR = regex(
    r"\byr(?= (?:side|time|end|clock|place|office|diary|calendar|zone|convenience|(?:morn|even)ings?|afternoons?)\b)"
    rf"|(?P<before>(?:^|\s)(?!(?:\w*\d(?:st|nd|rd|th)|{_YEAR})\s)\S+\s)yr(?= [a-z])",
    re.IGNORECASE,
)
_MINE = "boss|line manager|manager|supervisor|tutor|son|daughter|mum|mom|dad|wife|husband|partner|landlord|landlady"


def _to_you(text: str, mentor: Mentor) -> str:
    """Words about the mentor as "you"; a pronoun that may be somebody else's stays."""
    before = re.split(r"\b(?:she|he|her|him|his)\b", text, maxsplit=1, flags=re.IGNORECASE)
    named = re.sub(name_pattern(mentor), " ", before[0])
    others = re.search(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+\b", named) or any(
        word.casefold() in KIN | PERSON_NOUNS | {"boss", "colleague", "friend"} for word in w.words(named)
    )
    if len(before) > 1 and others:
        return re.sub(rf"{name_pattern(mentor)}['’]s?(?!\w)", "your", text)
    text = re.sub(rf"(?<!^)\b{name_pattern(mentor)}['’]s?(?!\w)", "your", text)
    return swap(text, mentor, first_person=False, they=False).text


def _with_apostrophe(match: re.Match[str]) -> str:
    # "were", "well", "Ill" and "ill" are words of their own.
    return f"{match[1]}'{match[2]}" if (match[1] + match[2]).casefold() not in {"were", "well", "ill"} else match[0]


def _sentence(typed: str, mentor: Mentor) -> str:
    text = _cleaned(typed, mentor)
    if not text or re.search(r"->|→|=>|=|\s/\s|\(\?\)|\?\?", text):
        return ""
    if _I.match(text) or _I_PAST.match(text):
        text = f"I {w.decapitalised(text)}"
    elif _AM.match(text):
        text = f"I'm {w.decapitalised(text)}"
    if re.match(r"I\b", text):
        # "I'm on nights, can't swap".
        text = re.sub(r",\s+(?=(?:can['’]t|cannot|couldn['’]t|won['’]t|don['’]t|have to|need to)\b)", " and ", text)
    tokens = text.split()
    start = _subject(tokens)
    if start is None or not _is_clause(tokens[start:]):
        return ""
    if start > 1 and tokens[start - 1].endswith(",") and _is_thing(tokens[0]):
        # "Slope failure last night: I'm on site".
        tokens[start - 1] = f"{tokens[start - 1][:-1]}:"
        text = " ".join(tokens)
    return w.as_sentence(text)


def _is_thing(word: str) -> bool:
    """Whether a word at the head of a fragment is no preposition, adverb or time."""
    low = word.strip(",").casefold()
    return low not in PREPOSITIONS | _BEFORE_CLAUSES | set(WEEKDAYS) | DETERMINERS and not low.endswith("ly")


_BEFORE_CLAUSES = frozenset(
    """
    so then now but and or yes no sorry sadly last next today tomorrow yesterday however if when while since because
    although though once still also both well hi hello right ok okay normally usually mondays tuesdays
    """.split()
)


def _is_clause(tokens: list[str]) -> bool:
    """Whether words that begin with a subject have a verb: known for certain, or a past form before its object."""
    if verb(written_out(tokens)) is not None or (tokens[0].casefold() in SUBJECTS - {"that"} and len(tokens) > 2):
        return True
    if any(re.search(r"\w['’]s$", one) and _is_state(two) for one, two in pairwise(tokens)):
        # "My kid's sick".
        return True
    found = [token.strip(",;").casefold() for token in tokens]
    return any(
        (w.is_past(word) or word.endswith("ed")) and (found[at + 1] in DETERMINERS | _OBJECTS or found[0] in _ANYBODY)
        for at, word in enumerate(found[1:-1], 1)
        if at < _FAR
    )


def _is_state(word: str) -> bool:
    low = word.strip(".,;!").casefold()
    return low in ADJECTIVAL | {"ill", "sick", "off", "away", "late", "not"} or w.is_participle(low)


_OBJECTS = frozenset("it me us them him her you that yes no".split())
_ANYBODY = frozenset("everyone everybody nobody somebody someone".split())
_FAR = 5


def _subject(tokens: list[str]) -> int | None:
    """Where the subject begins: at the first word, or behind what stands before a comma or a date."""
    if opens_subject(tokens, 0) or tokens[0][:1].isdigit() or _plural_subject(tokens):
        return 0
    for at in range(1, min(len(tokens) - 1, 7)):
        # "On Friday I …", "Since then, my …".
        word = tokens[at].rstrip(",")
        if word == "I" or re.match(r"I['’]", word) or (tokens[at - 1].endswith(",") and opens_subject(tokens, at)):
            return at
    return None


def _plural_subject(tokens: list[str]) -> bool:
    first = tokens[0].strip(",").casefold()
    return (first.endswith("s") and len(first) > 3 and not w.is_third(first)) or first in {
        "everybody",
        "nobody",
        "people",
    }
