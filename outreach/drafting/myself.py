"""What the mentee jotted about themselves, as sentences that say no more: role, goal, offer, times."""

from __future__ import annotations

import re

from outreach.domain.people import Mentee
from outreach.review.context import common_words
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS, NOUNISH, WEEKDAYS
from outreach.wording.quantities import NUMBER_WORDS

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|wants?|need|needs|hope|hopes|plan)\b",
    re.IGNORECASE,
)
# What a role that ends so says is who somebody is: "conductor", "cooper", "herbalist"; these few aside.
_PERSON_ENDING = re.compile(r"(?<!^pap)(?<!^pow)(?<!^wat)(?<!^comput)(?<!^care)(?:er|or|ist|ian|eer)$")
_READY = re.compile(
    r"(?:very |always )?(?:happy|glad|willing|able|free|pleased|delighted|available|open|ready)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:not (?:much|a lot|sure)|nothing|none|n/?a|no idea|little)\b", re.IGNORECASE)


def small(text: str) -> str:
    """``text`` to stand inside a sentence: its first letter small, but for names, acronyms and "I"."""
    first = text.split()[0] if text.split() else ""
    letters = re.sub(r"\W", "", first)
    second = [*text.split(), "", ""][1]
    if (
        not letters
        or letters == "I"
        or letters.isupper()
        or any(char.isupper() for char in letters[1:])
        # "Year 4" is a name, "Sell 300" is not.
        or (second[:1].isdigit() and not w.is_base(letters))
    ):
        return text
    low = letters.casefold()
    known = (
        low in common_words()
        or low.rstrip("s") in common_words()
        or low in NUMBER_WORDS
        or w.decapitalised(text) != text
    )
    return text[:1].lower() + text[1:] if known else text


def who(mentee: Mentee) -> tuple[str, str]:
    """Who the mentee is: ``a yard planner at …`` and empty, or empty and the field they work in; both may be empty.

    A role with an aside behind a comma keeps it only where no workplace follows.
    """
    role, workplace = one_line(mentee.role).rstrip("."), one_line(mentee.organisation).rstrip(".")
    if not role:
        return "", ""
    at = f" at {workplace}" if workplace and workplace.casefold() not in role.casefold() else ""
    role = re.sub(r"^(?:in|at|as)\s+(?:an?\s+)?", "", re.split(r"\s*(?:->|→|=>)\s*", role)[0], flags=re.IGNORECASE)
    first, comma, rest = re.sub(r"\s*\([^()]*\)", "", role).partition(", ")
    if re.fullmatch(r"(?:retired|unemployed|self-employed|freelance|freelancing|between jobs)", role, re.IGNORECASE):
        return role.lower(), ""
    if w.names_a_person(role) or _PERSON_ENDING.search(w.head_noun(role)):
        shown = first if comma and at else role
        return w.with_article(_role(re.sub(r"\s*\([^()]*\)", "", shown).strip())) + at, ""
    return "", w.expanded(_role(first.strip())) + (f" ({rest.strip()})" if comma else "") + at


def _role(role: str) -> str:
    """A role is written with a capital at its start; inside a sentence it is small, but for acronyms and "Year 4"."""
    first, second = [*role.split(), "", ""][:2]
    letters = re.sub(r"\W", "", first)
    keep = letters.isupper() or any(char.isupper() for char in letters[1:]) or second[:1].isdigit()
    return role if keep else role[:1].lower() + role[1:]


def goal_sentence(goal: str) -> str:
    """A goal in the mentee's jotted words as a sentence that says no more.

    ``Move into X within 18 months`` → ``My goal is to move into X within 18 months.``
    """
    text = w.expanded(re.sub(r"\s*\([^()]*\)", "", goal).strip()).rstrip(" .,;")
    found = w.words(text)
    first = (found or [""])[0].casefold().replace("’", "'")
    if wish := re.match(r"(?:wants?|would like|hope|plan|aim|trying) to\s+", text, re.IGNORECASE):
        return f"My goal is to {text[wish.end() :]}."
    if first in {"want", "need"}:
        return f"I {small(text)}."
    if text.endswith("?"):
        return f"What I am asking myself: {small(text)}"
    if first in {"i", "i'm", "i'd", "i'll", "i've", "we"} or (first in {"my", "our"} and _FINITE.search(text)):
        return w.as_sentence(text)
    if first == "not":
        return f"My goal is not to {text.split(maxsplit=1)[1]}."
    if (w.is_base(first) or first in {"be", "do"}) and not _is_noun_here(text):
        return f"My goal is to {small(text)}."
    if infinitive := _infinitive(first):
        return f"My goal is to {infinitive}{text[len(found[0]) :]}."
    return _noun_goal(text, first)


def _noun_goal(text: str, first: str) -> str:
    if w.names_a_person(text):
        bare = first in DETERMINERS or re.match(r"(?:head|chief|director|president) of\b", text, re.IGNORECASE)
        return f"I want to be {small(text) if bare else w.with_article(small(text))}."
    if w.names_a_thing(text) and first not in DETERMINERS:
        return f"My goal is {w.with_article(small(text))}."
    return f"My goal is {small(text)}."


def _infinitive(word: str) -> str:
    """``becoming`` → ``become``, for known verbs; empty for anything else."""
    if not word.endswith("ing") or len(word) < 6:
        return ""
    trunk = word[:-3]
    bases = [trunk + "e", trunk, trunk[:-1] if trunk[-1] == trunk[-2:-1] else trunk]
    return next((base for base in bases if w.is_base(base)), "")


def _is_noun_here(text: str) -> bool:
    """A word such as "lead" or "design" is a noun where a person noun follows or nothing: "lead developer role"."""
    found = w.words(text)
    one_person = w.names_a_person(text) and not w.head_noun(text).endswith("s")
    doubtful = found[0].casefold() in NOUNISH | {"lead", "head", "design", "research", "book", "record"}
    return len(found) == 1 or (doubtful and (one_person or w.names_a_thing(text)))


def offer(offers: tuple[str, ...]) -> str:
    """What the mentee can offer, as a clause with "I"; empty where there is nothing."""
    text = w.expanded(one_line(offers[0])).rstrip(" .") if offers else ""
    text = re.split(r"(?<=[a-z)])[.!;]\s", text)[0].replace(" and and ", " and ")
    first = (w.words(text) or [""])[0].casefold().replace("’", "'")
    if not first or _NOTHING.match(text):
        return ""
    if first in {"i", "i'm", "i'd", "i'll", "i've"}:
        return text
    head, comma, rest = text.partition(", ")
    aside = f" ({_with_i(rest)})" if comma and _is_aside(rest) else (f", {rest}" if comma else "")
    if _READY.match(text):
        return f"I'm {head[:1].lower() + head[1:]}{aside}"
    if first in {"can", "could", "will", "would"}:
        return f"I {small(head)}{aside}"
    if w.is_base(first) and not first.endswith("s") and not _is_noun_here(head):
        return f"I can {small(head)}{aside}"
    return f"I can offer {small(head)}{aside}"


def _is_aside(rest: str) -> bool:
    return (rest.split() or [""])[0].casefold() in {"i", "was", "am", "have", "had"}


def _with_i(rest: str) -> str:
    return rest if rest.split()[0] == "I" else f"I {rest}"


def times(availability: tuple[str, ...]) -> str:
    """When the mentee is free, as a sentence: the first two times as typed, weekdays with their capital."""
    shown = [w.expanded(one_line(time)).rstrip(" .;") for time in availability[:2] if one_line(time).strip(" .;-")]
    shown = [re.sub(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", lambda match: match[0].capitalize(), time) for time in shown]
    if not shown:
        return ""
    first = (w.words(shown[0]) or [""])[0].casefold().replace("’", "'")
    if first in {"i", "i'm", "i'd", "i'll", "my", "we"}:
        return " ".join(w.as_sentence(time) for time in shown[:1])
    if re.match(r"(?:whenever|any ?time|flexible|always)\b", shown[0], re.IGNORECASE):
        return "Any time that suits you works for me."
    if re.match(r"(?:depends|not|no|never|except)\b", shown[0], re.IGNORECASE):
        return f"On times, from my side: {shown[0]}."
    return f"Good times for me: {'; '.join(shown)}."
