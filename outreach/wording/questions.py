"""Indirect questions put as direct ones: ``how you went from 31 shapes to 4`` → ``How did you go from 31 shapes to 4?``

What its grammar does not settle is ``None``: the caller has a frame that is right for any clause.
"""

from __future__ import annotations

import re
from itertools import pairwise

from outreach.wording import clauses as c
from outreach.wording import words as w
from outreach.wording.bases import base_of_ing, base_of_past, is_base_form, is_past_form, is_third_singular
from outreach.wording.lexicon import DETERMINERS, NOUNISH, PREPOSITIONS
from outreach.wording.patterns import regex

_WH = c.WH
_BARE = regex(
    r"(?:why|how|when|where|what|who)(?: (?:not|there|then|else|does not|doesn['’]t|is not|do not|don['’]t))?",
    re.IGNORECASE,
)
_UNCLEAR = regex(rf"^how (?:come|about)\b|^if\b.*,|\bor (?:{_WH})\b|\([^()]*\b(?:{_WH})\b|[:;]", re.IGNORECASE)
_ANY_YOU = regex(r"\b(?:when|if|while|once|until|unless) you\b", re.IGNORECASE)
_FIRST_PERSON = regex(r"\b(?:I|I['’]\w+|my|me|myself|our|us|we)\b")
# Words in -ing that name a thing as often as a deed where no article follows: "building regulations".
_THINGS_IN_ING = frozenset(
    """
    accounting advertising banking building catering clothing coaching counselling dressing drawing engineering
    farming filing fishing funding gardening hearing heating housing landing learning lighting living mailing
    marketing meeting mentoring mining opening packing painting parking planting printing programming reading
    recording rowing running sailing schooling serving shipping shopping singing spelling swimming teaching testing
    training walking washing wedding working writing
    """.split()
)


def direct(text: str) -> str | None:
    """An indirect question as a direct one.

    Args:
        text: a clause told to the reader: ``you`` is who is asked, ``I`` who asks. "To" has the asker as its subject:
            ``which shape to drop`` → ``Which shape should I drop?``

    Returns:
        One sentence, two questions joined by "and" where the text joins two; ``None`` where it is no indirect
        question, or may be read in more ways than one.
    """
    text = text.strip(" .;:?!")
    if _UNCLEAR.search(text):
        return None
    clauses = _joined(text)
    asked = []
    for at, clause in enumerate(clauses):
        question = clause if at and _BARE.fullmatch(clause) else _asked(clause)
        if question is None:
            return None
        asked.append(question)
    return w.capitalised(", and ".join(asked)) + "?" if asked else None


def how_would(text: str, *, mine: bool = False) -> str | None:
    """Something to do as a question: ``drying seed without electricity`` → ``How would you dry seed …?``

    Args:
        text: a phrase that begins with a verb in -ing.
        mine: whether it is certain that the asker is the one to do it (``How do I …?``); a "my" says so too.

    Returns:
        ``None`` where the word may be a thing, as in ``building regulations``, or stands alone.
    """
    tokens = text.strip(" .;:?!").split()
    if len(tokens) < 2 or re.search(r"[;:]|\s[-–—]\s|\byour?\b|,\s+(?:and )?[a-z]+ing\b", text):
        return None
    first, after = c.low(tokens[0]), c.low(tokens[1])
    base = base_of_ing(first) if first != "being" else ""
    opened = after in DETERMINERS | PREPOSITIONS | c.PRONOUNS or after[:1].isdigit()
    if not base or (first in _THINGS_IN_ING and not opened):
        return None
    second = base_of_ing(c.low(tokens[2])) if after in {"and", "or"} and len(tokens) > 3 else ""
    rest = [after, second, *tokens[3:]] if second else tokens[1:]
    deeds = pairwise(rest)
    if after in {"and", "or", "is", "are"} and not second:
        return None
    if any(c.low(a) in {"and", "or"} and base_of_ing(c.low(b)) for a, b in deeds):
        return None
    asker = "do I" if mine or _FIRST_PERSON.search(text) else "would you"
    return f"How {asker} {base} {' '.join(rest)}?"


def questions_in(topic: str, *, mine: bool = False) -> tuple[str, ...]:
    """The questions that a topic holds, made direct: one, or two where a deed and a clause are joined.

    A topic typed as a question stays as it is; a question behind a topic stays with it (``X, where do you start``).
    None where nothing is certain.
    """
    topic = re.sub(r"\bi\b(?!\.)", "I", re.sub(r"\bu\b", "you", topic.strip(" .;")))
    if c.is_asked(topic):
        return (w.capitalised(topic.rstrip(" ?")) + "?",)
    if topic.endswith("?"):
        return (direct(topic) or w.capitalised(topic.rstrip(" ?")) + "?",)
    if re.fullmatch(r"(?:what|where) (?:next|now|then)", topic, re.IGNORECASE):
        return (w.capitalised(topic) + "?",)
    begins = re.match(rf"(?:{_WH})\b", topic, re.IGNORECASE)
    tail = re.search(rf"(?:,|\s+[-–—]|[:;])\s+(?=(?:{_WH})\b)", topic)
    if tail and not begins:
        behind = topic[tail.end() :]
        asked = f"{behind}?" if c.is_asked(behind) else direct(behind)
        if asked:
            return (f"{w.capitalised(topic[: tail.start()])}: {w.decapitalised(asked)}",)
    joint = None if begins else re.search(rf",?\s+and\s+(?=(?:{_WH})\b)", topic)
    if joint:
        doing, clause = how_would(topic[: joint.start()], mine=mine), direct(topic[joint.end() :])
        return (doing, clause) if doing and clause else ()
    one = direct(topic) or how_would(topic, mine=mine)
    return (one,) if one else ()


def _joined(text: str) -> list[str]:
    """The clauses of ``text``: ``which to drop and how to tell my boss`` has two."""
    found = [text]
    for match in re.finditer(rf",?\s+and\s+(?=({_WH})\b)|,\s+(?=({_WH})\b)", text):
        before, word = text[: match.start()], (match[1] or match[2]).casefold()
        if not re.search(r"\s", before) or re.search(rf"\s{word}\b", before, re.IGNORECASE):
            # "how and when to …" asks one thing; "when to wait and when to pull" may hang on the same verb.
            continue
        if not match[1] and word not in {"how", "what", "why", "whether"} and not _ends_with_verb(before):
            # "your boss, who hated it" tells of the boss.
            return [""]
        found = [*found[:-1], before if len(found) == 1 else "", text[match.end() :]]
        if len(found) == 2:
            break
    return found


def _ends_with_verb(text: str) -> bool:
    last = c.low(text.split()[-1])
    return is_past_form(last) or (w.is_third(last) and w.base_of_third(last) not in NOUNISH)


def _asked(clause: str) -> str | None:
    """One clause as a question, small at its start and without its mark."""
    tokens = clause.split()
    if not tokens:
        return None
    lead = 1 if c.low(tokens[0]) in PREPOSITIONS and len(tokens) > 1 else 0
    word = c.low(tokens[lead])
    if not re.fullmatch(_WH, word) or (lead and word in {"if", "whether", "why"}):
        return None
    if word in {"whether", "if"}:
        return _whether(tokens[1:], word)
    end = lead + 1
    if end + 1 < len(tokens) and c.low(tokens[end]) in {"and", "or"} and re.fullmatch(_WH, c.low(tokens[end + 1])):
        end += 2
    return _what_to_do(tokens, end, word) or _finite(tokens, end, word)


def _whether(tokens: list[str], word: str) -> str | None:
    text = re.sub(r"^or not |,? or not$", "", " ".join(tokens))
    tokens = text.split()
    if len(tokens) < 2 or (word == "if" and "," in text):
        return None
    if tokens[0] == "to":
        return f"should {_asker(text, 'I')} {' '.join(tokens[1:])}"
    return _inverted([], tokens)


def _what_to_do(tokens: list[str], end: int, word: str) -> str | None:
    """``which shape to drop`` → ``which shape should I drop``; "how" alone asks "do I"."""
    at = next((n for n, token in enumerate(tokens[end:], end) if c.low(token) == "to"), None)
    if at is None or at + 1 >= len(tokens):
        return None
    between = [c.low(token) for token in tokens[end:at]]
    negative = between[-1:] == ["not"]
    noun = between[:-1] if negative else between
    if any(one in c.INVERTING or is_past_form(one) or c.is_plain_third(one) for one in noun):
        return None
    if tokens[at] != "to" or not tokens[at + 1][:1].isalpha():
        return None
    if any(c.opens_subject(tokens, n) and c.low(tokens[n - 1]) not in PREPOSITIONS for n in range(end, at)):
        return None
    if noun and (not is_base_form(c.low(tokens[at + 1])) or noun[0] in DETERMINERS or word in {"why", "who", "where"}):
        return None
    if word == "why" or (word == "how" and (negative or noun[:1] == ["best"])):
        return None
    rest = " ".join(tokens[at + 1 :])
    asker = _asker(rest, "I")
    helper = "do" if (word == "how" and not noun and end == 1) or asker == "you" else "should"
    if helper == "do" and c.low(tokens[at + 1]) == "be":
        # "How do I be" is nobody's English.
        helper = "can"
    fronted = " ".join([*tokens[:end], *tokens[end : at - negative]])
    return f"{fronted} {helper} {asker}{' not' if negative else ''} {rest}"


def _asker(rest: str, asker: str) -> str:
    """``you`` where the mentee typed "when you're …" and means anybody."""
    return "you" if _ANY_YOU.search(rest) and not _FIRST_PERSON.search(rest) else asker


def _finite(tokens: list[str], end: int, word: str) -> str | None:
    if end >= len(tokens):
        return None
    start = c.subject_start(tokens, end, word)
    if start is not None:
        if start > end and c.low(tokens[end]) in PREPOSITIONS | {"today", "now"}:
            return None
        if start > end and c.low(tokens[start - 1]) in c.INVERTING:
            return " ".join(tokens)
        return _inverted(tokens[:start], tokens[start:])
    if word in {"what", "which", "who", "whose"} or (word == "how" and c.low(tokens[end]) in {"many", "much"}):
        return " ".join(tokens) if c.asks_for_subject(tokens, end, word) else None
    if word not in {"how", "when", "where", "why"}:
        return None
    question = _inverted(tokens[:end], tokens[end:])
    return question if question and not c.opens_within(tokens[end:]) else None


def _inverted(fronted: list[str], clause: list[str]) -> str | None:
    """``you went …`` behind what is asked for: ``did you go …``."""
    clause = c.written_out(clause)
    at = c.verb(clause)
    if at is None:
        return None
    subject, verb, rest = clause[:at], c.low(clause[at]), clause[at + 1 :]
    if (verb in c.INVERTING and not c.is_main_verb(verb, rest)) or verb.endswith("n't"):
        return " ".join([*fronted, clause[at], *subject, *rest])
    helper, base = _with_do(verb, c.low(subject[-1]) if len(subject) == 1 else "", fronted)
    if not base:
        return None
    told = _other_verbs(rest, helper)
    return None if told is None else " ".join([*fronted, helper, *subject, base, *told])


def _with_do(verb: str, pronoun: str, fronted: list[str]) -> tuple[str, str]:
    """The form of "do" and the base; the base is empty where the time of the verb is not certain."""
    if verb in {"had", "did"}:
        return "did", "have" if verb == "had" else "do"
    if verb in {"has", "does"} or is_third_singular(verb):
        return "does", {"has": "have", "does": "do"}.get(verb, w.base_of_third(verb))
    if verb.endswith("ed") and is_base_form(verb) and not is_past_form(verb):
        return "do", verb
    past = base_of_past(verb)
    if not past and (is_past_form(verb) or verb.endswith("ed")):
        return "did", ""
    if past == verb and pronoun not in {"he", "she", "it"}:
        # "how you set prices" may be now or then.
        return "do", ""
    return ("did", past) if past else ("do", verb)


def _other_verbs(rest: list[str], helper: str) -> list[str] | None:
    """The verbs that are joined to the first in their base form; ``None`` where it is not certain what they are."""
    told, bound = list(rest), False
    for at, token in enumerate(rest[:-1]):
        if c.low(token) in c.BOUNDS:
            bound = True
        if c.low(token) not in {"and", "but", "or"}:
            continue
        nxt = at + 2 if c.low(rest[at + 1]) in c.BETWEEN and at + 2 < len(rest) else at + 1
        form = c.low(rest[nxt])
        if form in c.NOMINATIVE or (
            helper == "did" and is_base_form(form) and not is_past_form(form) and form not in NOUNISH
        ):
            # "and you publish them", "and today sell": what follows is of another time.
            return None
        if helper == "do" and is_past_form(form) and not is_base_form(form):
            return None
        joins = is_past_form(form) if helper == "did" else helper == "does" and w.is_third(form)
        if not joins:
            continue
        base = base_of_past(form) if helper == "did" else w.base_of_third(form)
        pair = at > 0 and is_past_form(c.low(rest[at - 1]))
        if bound or pair or not base or (helper == "does" and base in NOUNISH):
            return None
        told[nxt] = told[nxt].casefold().replace(form, base)
        if at >= 4:
            told[at - 1] = told[at - 1].rstrip(",") + ","
    return told
