"""Jotted actions and notes in plain words: signs, short names, whose boss it is, and whether a verb comes first."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor
from outreach.review.context import common_words
from outreach.wording import words as w
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import DETERMINERS, KIN, MONTHS, PERSON_NOUNS, PREPOSITIONS, WEEKDAYS
from outreach.wording.nouns import COUNT, MASS
from outreach.wording.patterns import regex
from outreach.wording.swapping import name_pattern
from outreach.wording.telling import tell_to_mentor

_MY_PEOPLE = regex(
    r"(?P<before>\b(?:ask|tell|show|email|call|meet|talk to|talk with|speak to|speak with|with|for|from|to|send) )"
    r"(?P<who>boss|lead|line manager|manager|supervisor|team lead"
    r"|wife|husband|mum|mom|dad)\b(?! \d)",
    re.IGNORECASE,
)

# As often nouns as verbs at the head of a jotted action: a verb only where an object or a partner follows.
_DOUBTFUL = frozenset(
    """
    book call copy design email focus list log map mock note number offer phone photograph plan post price print
    project question kill record report research review sample schedule sketch study survey talk test track trial update
    visit watch work write-up meeting interview lead head practice count label exercise order end trial
    """.split()
)

PRONOUNS = frozenset("me you him her it them us myself somebody someone anybody anyone everybody everyone".split())

_REACHED = frozenset("book call email phone visit update interview text".split())
"""Verbs that a name or a person behind them tells from nouns: ``call Marta``, ``book dentist``."""

_ASKING = frozenset("who what which whether how where".split())

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split())

_RATE = regex(
    r"\b(\d+|one|a|an|an? few)? ?(min|mins|minutes|hr|hrs|h|hour|hours|day|days|x|times)\.?/(day|d|wk|week)\b"
)

_UNITS = {
    "min": "minutes", "mins": "minutes", "hr": "hour", "hrs": "hours", "h": "hours", "x": "times", "wk": "week",
    "d": "day",
}  # fmt: skip

_SHORTENED = "|".join(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"))

_MONTH_BEHIND = regex(rf"\b(for|in|by|until|till|from|since|of|end) ({_SHORTENED})\b\.?", re.IGNORECASE)

_DAYS = "|".join(WEEKDAYS)

_SMALL_NAMES = regex(
    rf"\b(?:(?:{_DAYS})s?|(?:{'|'.join(month for month in MONTHS if month not in {'may', 'march'})}))\b"
)


def told(what: str, mentor: Mentor) -> str:
    """An action in words from the mentee to the mentor: ``Send R. the plan`` → ``Send you the plan``."""
    text = with_name(w.expanded(tidy(one_line(what))).strip(" .;"), mentor)
    # In the mentee's own action the mentor is always the one that something is done to or with.
    text = re.sub(rf"{name_pattern(mentor)}['’]s?(?!\w)", "your", text)
    text = re.sub(name_pattern(mentor), "you", text)
    text = re.sub(r"\band (send|show|give|email|post|hand|forward) to (?=you\b|[A-Z])", r"and \1 it to ", text)
    text = re.sub(r"^(send|show|give|lend) ((?:\w+[ -]){1,3}?\w+) to you$", r"\1 you \2", text, flags=re.IGNORECASE)
    return with_my(text if about_somebody_else(text, mentor) else tell_to_mentor(text, mentor)).rstrip(" .;")


def tidy(text: str) -> str:
    """Jotted signs as words: ``20 min/day`` → ``20 minutes a day``, ``for nov.`` → ``for November``, ``re.``, ``+``."""

    def rate(match: re.Match[str]) -> str:
        number, unit, each = match[1] or "", match[2], match[3]
        if unit in {"x", "times"} and number in {"1", "2"}:
            return f"{'once' if number == '1' else 'twice'} a {_UNITS.get(each, each)}"
        one = number in {"1", "one", "a", "an"}
        word = _UNITS.get(unit, unit)
        word = word.removesuffix("s") if one and word not in {"times"} else word
        return f"{number} {word} a {_UNITS.get(each, each)}".strip()

    text = _RATE.sub(rate, text)
    text = re.sub(r"\b(\d+) mins?\b\.?", lambda m: f"{m[1]} minute{'' if m[1] == '1' else 's'}", text)
    text = re.sub(r"\s<\s?(?=\d)", " under ", re.sub(r"(?<=\w)\s>\s?(?=\d)", " over ", text))
    text = re.sub(r"(?<=\w )re[.:]? (?=\w)", "about ", text)
    text = re.sub(r"\babt\b", "about", re.sub(r"(?<=\w) @ (?=\w)", " at ", text))
    text = re.sub(r"(?<=[a-z] )w (?=[a-z\d])", "with ", text)
    text = re.sub(r"\bmsgs\b", "messages", text)
    text = re.sub(r"(?<!\bthe )\bsame (day|week|time|evening)(?=\s[-–]|,|$)", r"the same \1", text)
    text = re.sub(
        r"\b(on|by|every|next|this) (mon|tue|wed|thu|thur|fri|sat|sun)(s?)\b\.?",
        lambda m: f"{m[1]} " + next(day for day in WEEKDAYS if day.startswith(m[2])).capitalize() + m[3],
        text,
    )
    text = re.sub(r"(?<=[a-z\d]) \+ (?=[a-z])", " and ", text)
    text = re.sub(r"\b(mr|mrs|ms|dr)\b\.?(?= [A-Z])", lambda m: m[0].capitalize(), text)
    text = _MONTH_BEHIND.sub(
        lambda m: f"{m[1]} " + next(month for month in MONTHS if month.startswith(m[2][:3].lower())).capitalize(), text
    )
    return with_capitals(text)


def with_capitals(text: str) -> str:
    """Days and months with their capital, where they can be nothing else: ``on 20 january``; ``may`` alone stays."""
    text = re.sub(r"(?<=\d )(?:may|march)\b", lambda m: m[0].capitalize(), text)
    text = re.sub(r"\b(?:christmas|easter)\b", lambda m: m[0].capitalize(), text)
    return _SMALL_NAMES.sub(lambda m: m[0].capitalize(), text)


def about_somebody_else(text: str, mentor: Mentor) -> bool:
    """Whether a pronoun follows another person's name, and so may be theirs: ``Ask Razali to show me his crane``."""
    theirs = {folded(word) for word in w.words(f"{mentor.title} {mentor.name} {mentor.organisation}")}
    pronoun = re.search(r"\b(?:she|he|her|his|him|they|their|them)\b", text)
    if not pronoun:
        return False
    # "into Norwegian" names a language, no person.
    before = w.words(re.sub(r"\b(?:in|into) [A-Z]\w+(?:ian|ish|ese)\b", "", text[: pronoun.start()]))[1:]
    named = any(word[:1].isupper() and not word.isupper() and folded(word) not in theirs for word in before)
    return named or any(
        folded(word) in PERSON_NOUNS | {"boss", "colleague", "friend", "uncle", "aunt"} for word in before
    )


def with_name(text: str, mentor: Mentor) -> str:
    """``R.``, ``R:`` or ``Dr Z`` for the mentor written out, so that telling knows who is meant."""
    first = mentor.name.split()[0]
    if first.casefold() not in common_words():
        # "feedback from helen"; a name that is a word as well (Mark, Grant) needs its capital.
        text = re.sub(rf"(?<![\w@.-]){re.escape(first.casefold())}(?![\w@-]|\.\w)", lambda _: first, text)
    initial = re.escape(first[0])
    title = re.escape(mentor.title.rstrip(".")) if mentor.title else r"(?!)"
    last = "-".join(part[:1] for part in mentor.name.split()[-1].split("-"))
    named = re.sub(rf"(?<!\w){title}\.? (?:{re.escape(last)}|{re.escape(last[:1])})(?![\w-])\.?", lambda _: first, text)
    verbs = r"(?:will|would|sends?|can|offer(?:s|ed)?|shares?|has|knows|said|says|told|thinks?|asked|suggest(?:s|ed))"
    ways = (
        rf"^{initial}(?=:\s)",
        rf"^{initial}(?= {verbs}\b)" if first[0] != "I" else r"(?!)",
        rf"(?<![\w.])(?:{title}\.? )?{initial}\.(?= ?[a-z:])",
        rf"(?<!\w){title}\.? {initial}(?!\w)",
    )
    named = re.sub("|".join(ways), lambda _: first, named)
    named = re.sub(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _initials(mentor)))})(?![\w-])", lambda _: first, named)
    return re.sub(rf"^{re.escape(first)}:\s+", lambda _: f"{first} ", named)


def _initials(mentor: Mentor) -> tuple[str, ...]:
    """How a mentor's name is jotted: ``MT`` for Margaret Thornbury, ``G-J`` for Gerrit-Jan."""
    names = mentor.name.split()
    given = names[0].split("-")
    return (
        "".join(name[0] for name in names) if len(names) > 1 else r"\0",
        "".join(part[:1] for part in given) if len(given) > 1 else r"\0",
        "-".join(part[:1] for part in given) if len(given) > 1 else r"\0",
    )


def with_my(text: str) -> str:
    """A bare ``boss`` or ``lead`` in the mentee's own note is theirs: ``ask boss`` → ``ask my boss``."""
    text = re.sub(r"\b(to|with|about|of) (boss|supervisor)(?=['’]s\b)", r"\1 my \2", text)
    text = re.sub(r"^(\w+) own (?=[a-z]+s?\b)(?!it\b|the\b|an?\b|my\b|up\b)", r"\1 my own ", text)
    return _MY_PEOPLE.sub(lambda match: f"{match['before']}my {match['who']}", text)


# What looks like a verb where a determiner follows: "worst that happens is …", "next the roof".
_DEGREES = frozenset("worst best better next first last most more least less only same other enough such".split())


def is_verb_first(text: str) -> bool:
    """Whether a jotted action begins with its verb for certain."""
    found = [word.casefold() for word in w.words(text)]
    if not found:
        return False
    first, second = found[0], [*found, ""][1]
    written = [*w.words(text), "", ""][1]
    named = first in _REACHED and (written[:1].isupper() or second in KIN | PERSON_NOUNS)
    counted = second[:1].isdigit() and (w.is_base(first) or first in _DOUBTFUL)
    object_follows = second in DETERMINERS | PRONOUNS | NUMBERS | _ASKING or counted or named
    partner_follows = second in {"with", "to", "about", "for", "on", "out", "up", "down", "at", "from"}
    form = first.endswith(("ing", "ed", "ly")) and not w.is_base(first)
    degree = first in _DEGREES or (first.endswith("est") and not w.is_base(first))
    subject = first in {"i", "we", "they", "he", "she", "it", "there", "who"}
    if form or degree or subject or first in DETERMINERS | PREPOSITIONS | PRONOUNS or first[:1].isdigit():
        return False
    if first in _DOUBTFUL:
        return (
            object_follows
            or (first in {"talk", "work", "email", "call", "write", "focus", "end"} and partner_follows)
            or (first in {"count", "print", "record"} and w.head_noun(" ".join(found[1:4])).endswith("s"))
        )
    return w.is_base(first) or object_follows or (first.endswith(("ise", "ize", "ify")) and first not in COUNT | MASS)
