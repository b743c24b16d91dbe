"""Subject and verb of a clause behind a question word."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.bases import is_base_form, is_past_form, is_third_singular
from outreach.wording.lexicon import ADVERBS, DETERMINERS, NOUNISH, PARTICIPLES, PAST, PREPOSITIONS, SUBORDINATORS

WH = "how|what|which|whose|who|whom|when|where|why|whether|if"
INVERTING = frozenset(
    "is are was were am can could may might must shall should will would have has had do does did".split()
)
SUBJECTS = frozenset(
    """
    i you he she it we they there this that these those everyone everybody anyone anybody someone somebody nobody
    """.split()
)
NOMINATIVE = frozenset("i you he she we they".split())
_ANYBODY = frozenset("everyone everybody anyone anybody someone somebody nobody".split())
PRONOUNS = SUBJECTS | frozenset("me us him them her myself yourself".split())
BOUNDS = (SUBORDINATORS | {"that", "which", "who", "whose", "whom", "where", "whether", "than"}) - {"once"}
BETWEEN = ADVERBS | {"both", "all", "just", "even", "ever", "almost", "not"}
_PLURALS = frozenset("children feet men mice people police staff teeth women".split())
_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_ARTICLES = (DETERMINERS - {"that"}) | {"most", "several"}
_SINGULAR = frozenset("a an one each every this that".split())
_COUNTED = frozenset("two three both these those many few several most all some".split())


def low(token: str) -> str:
    """A word as it is compared: small, without marks around it, with a straight apostrophe."""
    return token.strip(',;:.!?"“”()').casefold().replace("’", "'")


def written_out(clause: list[str]) -> list[str]:
    """A clause whose subject is a pronoun, its contraction written out: ``you've built`` → ``you have built``."""
    match = re.fullmatch(r"(\w+)(['’](?:re|ve|ll|m|d|s))", clause[0]) if clause else None
    if not match or match[1].casefold() not in SUBJECTS:
        return clause
    ending = match[2].replace("’", "'")
    after = next((low(token) for token in clause[1:] if low(token) not in BETWEEN), "")
    if ending == "'d":
        full = "would" if is_base_form(after) else "had"
    elif ending == "'s":
        full = "has" if after in {"been", "got", "gone", "become", "had"} else "is"
    else:
        full = _CONTRACTED[ending]
    return [match[1], full, *clause[1:]]


def subject_start(tokens: list[str], end: int, word: str) -> int | None:
    """Where the subject of a clause begins; ``None`` where what is asked for is the subject, or it has no article."""
    counted = word in {"which", "whose"} or (word == "how" and low(_at(tokens, end)) in {"many", "much"})
    prepositions = False
    for at in range(end, len(tokens)):
        one = low(tokens[at])
        if at > end and one == "that":
            return None
        if at > end and low(tokens[at - 1]) in PREPOSITIONS:
            prepositions = True
            continue
        bare = at == end and not counted and (one == "people" or _is_gerund(tokens, at, word))
        if opens_subject(tokens, at) or bare:
            return at if verb(written_out(tokens[at:])) is not None else None
        third = is_plain_third(one)
        past = one in PAST and one not in PARTICIPLES
        if one in INVERTING:
            return at + 1 if opens_subject(tokens, at + 1) else None
        if one in BOUNDS or past or (third and not prepositions and not (counted and at == end)):
            return None
    return None


def _is_gerund(tokens: list[str], at: int, word: str) -> bool:
    """Whether a clause begins with a deed as its subject: ``what boarding a bus takes``."""
    one = low(tokens[at])
    return one.endswith("ing") and len(one) > 5 and (low(_at(tokens, at + 1)) in DETERMINERS or word != "what")


def _at(tokens: list[str], at: int) -> str:
    return tokens[at] if at < len(tokens) else ""


def opens_subject(tokens: list[str], at: int) -> bool:
    """Whether a subject may begin at a place: a pronoun, an article, a name."""
    token = _at(tokens, at)
    base = re.sub(r"'(?:re|ve|ll|m|d|s)$", "", low(token))
    return base in SUBJECTS or low(token) in _ARTICLES or (token[:1].isupper() and base != "i")


def verb(clause: list[str]) -> int | None:
    """The place of the finite verb of a clause that begins with its subject; ``None`` where two words could be it."""
    if len(clause) < 2:
        return None
    first = low(clause[0])
    if first in SUBJECTS - _ANYBODY - {"this", "that", "these", "those"} or (
        first in SUBJECTS and low(clause[1]) in INVERTING
    ):
        at = next((n for n, token in enumerate(clause[1:], 1) if not _is_between(token)), 0)
        return at if at and _is_finite(low(clause[at])) else None
    return _verb_of_noun(clause, gerund=first.endswith("ing"))


def _is_between(token: str) -> bool:
    one = low(token)
    return (one in BETWEEN or (one.endswith("ly") and not is_base_form(one))) and token[-1:] not in ",;:"


def _is_finite(one: str) -> bool:
    plain = one.removesuffix("n't")
    known = plain in INVERTING or plain in {"ca", "wo"} or is_past_form(one) or is_base_form(one) or w.is_third(one)
    return known or (one.endswith("ed") and len(one) > 4)


def _verb_of_noun(clause: list[str], *, gerund: bool) -> int | None:
    doubtful: list[int] = []
    for at in range(1, len(clause)):
        one, before = low(clause[at]), clause[at - 1]
        if one in BOUNDS or before[-1:] in {",", ";", ":"}:
            break
        plain = one.removesuffix("n't")
        if plain in INVERTING or plain in {"ca", "wo"}:
            return at if not doubtful else None
        certain = _certainty(clause, at, gerund)
        if certain and not doubtful:
            return at
        if certain is not None and not (_ends_in_s(one) and doubtful and doubtful[-1] == at - 1):
            doubtful.append(at)
    if not doubtful and low(clause[0]) in _SINGULAR:
        # Behind "a …" no plural can stand: a last word in -s is the verb, known or not.
        last, before = low(clause[-1]), low(clause[-2])
        return len(clause) - 1 if len(clause) > 2 and _ends_in_s(last) and not _ends_in_s(before) else None
    return doubtful[0] if len(doubtful) == 1 else None


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and bool(set(word) & set("aeiouy"))


def _certainty(clause: list[str], at: int, gerund: bool) -> bool | None:
    """Whether a word is the verb for certain, or may be; ``None``: it is not."""
    at_verb, one, before = at, low(clause[at]), low(clause[at - 1])
    while at > 1 and _is_between(clause[at - 1]):
        at -= 1
        before = low(clause[at - 1])
    if (
        before in DETERMINERS - {"each", "all", "this"} | PREPOSITIONS
        or before.endswith("'s")
        or before in {"to", "and"}
    ):
        return None
    if is_past_form(one):
        return one in PAST and one not in PARTICIPLES
    plural = before in _PLURALS or _ends_in_s(before)
    first = low(clause[0])
    counted = first in _COUNTED or (first[:1].isdigit() and first != "1")
    if is_third_singular(one) and (gerund or not plural) and not counted:
        after = low(_at(clause, at_verb + 1))
        # "old books balance" may have either word for its verb.
        return w.base_of_third(one) not in NOUNISH and not is_base_form(after)
    return False if plural and first not in _SINGULAR and one != "like" and is_base_form(one) else None


def opens_within(clause: list[str]) -> bool:
    """Whether another subject begins before the verb: ``big a deposit landlords want``."""
    at = verb(clause) or 0
    return any(opens_subject(clause, n) and low(clause[n - 1]) not in PREPOSITIONS for n in range(1, at))


def is_plain_third(one: str) -> bool:
    """Whether a word is the third person of a verb and no plural: ``makes``, ``goes``."""
    return is_third_singular(one) and w.base_of_third(one) not in NOUNISH


def is_asked(text: str) -> bool:
    """Whether a text is a question already: ``where do you start``, ``is it worth it``."""
    tokens = text.split()
    at = next((n for n, token in enumerate(tokens[:6]) if low(token) in INVERTING), None)
    if at is None or not opens_subject(tokens, at + 1) or low(tokens[0]) in {"whether", "if"}:
        return False
    if at == 0:
        return True
    opened = any(opens_subject(tokens, n) and low(tokens[n - 1]) not in PREPOSITIONS for n in range(1, at))
    return bool(re.fullmatch(WH, low(tokens[0]))) and not opened


def is_main_verb(verb_: str, rest: list[str]) -> bool:
    """Whether ``have`` or ``do`` is no helper: ``had to leave``, ``has a shop``, ``did in 2009``."""
    after = next((low(token) for token in rest if low(token) not in BETWEEN - {"not"}), "")
    if verb_ in {"have", "has", "had"}:
        return after not in {"not", "better"} and not w.is_participle(after)
    return verb_ in {"do", "does", "did"} and after != "not"


def asks_for_subject(tokens: list[str], end: int, word: str) -> bool:
    """Whether ``who signs`` and its like have a verb of their own."""
    if end >= len(tokens) or opens_subject(tokens, end) or low(tokens[end]) in PREPOSITIONS | BOUNDS:
        return False
    kind = word == "which" or low(tokens[end]) in {"kind", "sort", "type", "many", "much"}
    for at in range(end, len(tokens)):
        one, before = low(tokens[at]), low(tokens[at - 1])
        if one.removesuffix("n't") in INVERTING or one in {"can't", "won't"}:
            return at + 1 < len(tokens)
        if is_past_form(one) or is_third_singular(one) or (at == end and one.endswith("ed")):
            return not (_ends_in_s(one) and is_base_form(low(_at(tokens, at + 1))) and not kind)
        if kind and at > end and is_base_form(one) and _ends_in_s(before):
            return True
    return False
