"""Words and their parts: stems, content words, verb forms, articles."""

from __future__ import annotations

import functools
import re

from outreach.wording.clean import folded
from outreach.wording.lexicon import (
    ADJECTIVAL,
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    PARTICIPLES,
    PAST,
    PERSON_NOUNS,
    PREPOSITIONS,
    SHORT_FORMS,
    THING_NOUNS,
    VERBS,
)
from outreach.wording.patterns import regex

WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)


def words(text: str) -> list[str]:
    """The words of ``text`` as written; an apostrophe, a dot or a hyphen inside one belongs to it."""
    return WORD.findall(text)


@functools.lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A rough stem for comparing: folded, without possessive, plural and the commonest endings."""
    word = folded(word).removesuffix("'s").removesuffix("'")
    word = PAST.get(word, word)
    for ending, least, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: len(word) - len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


_ENDINGS = (
    ("ations", 3, "at"), ("ation", 3, "at"), ("ings", 3, ""), ("ing", 3, ""), ("ies", 2, "y"), ("ied", 2, "y"),
    ("sses", 2, "ss"), ("shes", 2, "sh"), ("ches", 2, "ch"), ("xes", 2, "x"), ("ed", 3, ""),
    ("ers", 3, ""), ("er", 4, ""),
    ("ss", 0, "ss"), ("us", 0, "us"), ("is", 0, "is"), ("s", 2, ""),
)  # fmt: skip


def content(text: str) -> list[str]:
    """Stems of the words of ``text`` that carry something, in order; hyphenated words also count by their parts."""
    found = []
    for word in words(text):
        whole = SHORT_FORMS.get(folded(word), word)
        parts = dict.fromkeys((whole, *re.split(r"[-.]", whole))) if "-" in whole or "." in whole else (whole,)
        for part in parts:
            low = folded(part)
            if low and low not in FUNCTION_WORDS and (len(low) > 1 or low.isdigit()):
                found.append(stem(part))
    return found


def base_of_third(verb: str) -> str:
    """Base form of a third-person verb: ``goes`` → ``go``, ``has`` → ``have``."""
    low = verb.casefold()
    special = {"is": "are", "has": "have", "does": "do", "goes": "go", "was": "were"}
    if low in special:
        return special[low]
    if len(low) > 5 and low.endswith("es") and ((low[:-2] in VERBS and low[:-1] not in VERBS) or low.endswith("oes")):
        return verb[:-2]
    if low.endswith("ies") and len(low) > 4:
        return verb[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1] if low.endswith("s") and not low.endswith("ss") else verb


def is_past(word: str) -> bool:
    """Whether ``word`` can be the past form of a verb."""
    low = word.casefold()
    return low in PAST or (low.endswith("ed") and bases_of_ed(low) & VERBS != set())


def bases_of_ed(word: str) -> set[str]:
    """The verbs that a word in -ed may come from."""
    trunk = word[:-2]
    bases = {trunk, trunk + "e", word[:-3] + "y" if word.endswith("ied") else trunk}
    if len(trunk) > 2 and trunk[-1] == trunk[-2]:
        bases.add(trunk[:-1])
    return bases


def is_third(word: str) -> bool:
    """Whether ``word`` can be a third-person form of a known verb."""
    low = word.casefold()
    return low in {"is", "has", "does", "goes"} or (low.endswith("s") and base_of_third(low) in VERBS)


def is_base(word: str) -> bool:
    """Whether ``word`` can be the base form of a known verb."""
    return word.casefold() in VERBS


def is_participle(word: str) -> bool:
    """Whether ``word`` can be a past participle."""
    low = word.casefold()
    return low in PARTICIPLES or (low.endswith("ed") and len(low) > 4)


def head_noun(phrase: str) -> str:
    """The head of a noun phrase, casefolded: its last word before a comma, a bracket or a preposition."""
    first = re.split(r"[,;:(/&–—]|\s-\s|\s+(?:and|or|who|that|which|since)\s", phrase.strip())[0]
    found = words(first)
    for at, word in enumerate(found):
        if at and word.casefold() in PREPOSITIONS:
            found = found[:at]
            break
    return folded(found[-1]) if found else ""


def names_a_person(phrase: str) -> bool:
    """Whether a role says what somebody is (``yard planner``), not what they work in (``social media``)."""
    head = head_noun(phrase)
    return head in PERSON_NOUNS or head.rstrip("s") in PERSON_NOUNS or head.rstrip("s").endswith(_TRADES)


_TRADES = tuple(
    """
    ologist onomist hand wright monger ographer keeper woman man smith person teacher maker worker master trainer leader
    manager officer ician builder owner founder writer driver grower breeder
    """.split()
)


def names_a_thing(phrase: str) -> bool:
    """Whether a noun phrase is one thing that can be had: ``first translation contract``."""
    return head_noun(phrase) in THING_NOUNS


def with_article(phrase: str) -> str:
    """``phrase`` behind ``a`` or ``an``, unless it has a determiner or is a plural."""
    first = (words(phrase) or [""])[0]
    if (
        first.casefold() in DETERMINERS
        or not first
        or re.match(
            r"(?:\w+ )?(?:head|chair|chief|dean|director|president|secretary|treasurer) of\b", phrase, re.IGNORECASE
        )
    ):
        return phrase
    return f"{article(phrase)} {phrase}"


def article(phrase: str) -> str:
    """``a`` or ``an``, by how the first word sounds; letters are said one by one in an acronym."""
    first = re.match(r"[^\W_]+", phrase)
    word = first[0] if first else ""
    alone = len(word) == 1 and phrase[1:2] == "-"
    if (len(word) > 1 or alone) and word.isupper() and word not in {"NASA", "NATO", "UNESCO", "UNICEF", "STEM"}:
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    low = folded(word)
    if low.startswith(("uni", "use", "usu", "eu", "one", "once", "ufo", "ut")) and not low.startswith(("unin", "unim")):
        return "a"
    if low.startswith(("hour", "honest", "honour", "honor", "heir")) or low in {"8", "11", "18"}:
        return "an"
    return "an" if low[:1] in {"a", "e", "i", "o", "u"} else "a"


def decapitalised(text: str) -> str:
    """``text`` to stand inside a sentence: a capital that only marks its beginning becomes small.

    Only words known to be no names are changed; an acronym, "I" and a name keep their capitals.
    """
    match = re.match(r"[\"'“‘(]?([^\W\d_]+)", text)
    if not match:
        return text
    word = match[1]
    low = word.casefold()
    known = (
        low in FUNCTION_WORDS | ADVERBS | ADJECTIVAL
        or is_base(low)
        or is_past(low)
        or is_third(low)
        or low.endswith(("ing", "ly"))
    )
    known = known or low in PERSON_NOUNS or low in THING_NOUNS
    if word == "I" or word.startswith("I'") or not word[:1].isupper() or not word[1:].islower() or not known:
        return text if low != "a" else text[: match.start(1)] + low + text[match.end(1) :]
    return text[: match.start(1)] + word[0].lower() + text[match.start(1) + 1 :]


def capitalised(text: str) -> str:
    """``text`` with a capital first letter."""
    return re.sub(r"^([\"'“‘(]?)([a-zà-öø-ÿščžćđł])", lambda match: match[1] + match[2].upper(), text)


def as_sentence(text: str) -> str:
    """``text`` with a capital and an end mark."""
    text = capitalised(text.strip()).rstrip(" ,;:-–—")
    return text if re.search(r"[.!?…][\"'”’)]?$", text) else text + "."


_IN_A_NAME = regex(r"(?<![^\W\d_])([A-Z][\w'’.-]*)\s*$")


def expanded(text: str) -> str:
    """``text`` with jotted short forms written out where they have one reading."""

    def put(match: re.Match[str]) -> str:
        word = match[0]
        low = word.casefold().rstrip(".")
        name = _IN_A_NAME.search(text[: match.start()]) if word == "&" else None
        if name and name[1].casefold() not in PERSON_NOUNS and text[match.end() :].lstrip()[:1].isupper():
            return word
        if low not in SHORT_FORMS or (word.isupper() and len(word) > 1):
            return word
        long = SHORT_FORMS[low]
        if low in _SHORT_MONTHS and not (word[0].isupper()):
            return word
        return capitalised(long) if word[0].isupper() and long.islower() else long

    return re.sub(
        r"(?<![\w/])(?:w/o|w/|b/c|h/over|&|[^\W\d_]+(?:\.(?=\s+\d))?|[123](?:st|nd|rd))(?![\w/'’])", put, text
    )


_SHORT_MONTHS = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
