"""Promised actions, told to the mentor: what the mentee will do and by when, what the mentor offered."""

from __future__ import annotations

import datetime as dt
import re

from outreach.briefing.brief import short_date
from outreach.domain.case import Action, Owner
from outreach.domain.people import Mentor
from outreach.drafting.myself import small
from outreach.wording import words as w
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import DETERMINERS, PERSON_NOUNS, PREPOSITIONS
from outreach.wording.swapping import name_pattern
from outreach.wording.telling import tell_to_mentor

MOST_STEPS = 4
"""A thank-you names this many actions at most; it is no plan of work."""

_MY_PEOPLE = re.compile(
    r"(?P<before>\b(?:ask|tell|show|email|call|meet|talk to|talk with|speak to|speak with|with|for|from|to|send) )"
    r"(?P<who>boss|lead|line manager|manager|supervisor|team lead)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:(?:every|each) (?:day|week|morning|evening|night|weekend|\w+day)|daily|weekly|per (?:day|week))\b"
    r"|/(?:day|d|wk|week)\b",
    re.IGNORECASE,
)
# As often nouns as verbs at the head of a jotted action: a verb only where an object or a partner follows.
_DOUBTFUL = frozenset(
    """
    book call copy design email focus list log map mock note number offer phone photograph plan post price print
    project question kill record report research review sample schedule sketch study survey talk test track trial update
    visit watch work write-up meeting interview lead head practice
    """.split()
)
_PRONOUNS = frozenset("me you him her it them us myself".split())


def plan(actions: tuple[Action, ...], mentor: Mentor, today: dt.date) -> str:
    """What the mentee will do and by when; empty without open actions of their own.

    Actions that begin with a verb for certain become ``I'll … by …``; the others stand as a list, which is right
    whatever they are.
    """
    mine = [action for action in actions if action.owner is Owner.MENTEE and not action.done]
    mine = sorted(mine, key=lambda action: action.by or dt.date.max)[:MOST_STEPS]
    if not mine:
        return ""
    told_steps = [_step(action, mentor, today) for action in mine]
    if any(not step for step in told_steps[:-1]) and any(told_steps):
        # A list keeps the order of the dates where only some can be told.
        told_steps = [""] * len(mine)
    steps = [step for step in told_steps if step]
    listed = [_item(action, mentor, today) for action, step in zip(mine, told_steps, strict=True) if not step]
    pairs = [steps[at : at + 2] for at in range(0, len(steps), 2)]
    sentences = [w.as_sentence("I'll " + " and ".join(pair)) for pair in pairs]
    if listed:
        lead = "Also on my list" if steps else f"My next {'step is' if len(listed) == 1 else 'steps are'}"
        sentences.append(f"{lead}: {'; '.join(listed)}.")
    return " ".join(sentences)


def thanks_for_offers(actions: tuple[Action, ...], mentor: Mentor) -> str:
    """Thanks for what the mentor promised, as far as code can tell it; empty where nothing was."""
    for action in actions:
        if action.owner is Owner.MENTOR and not action.done:
            what = re.sub(r"^(?:will|to)\s+", "", one_line(action.what), flags=re.IGNORECASE)
            first = (w.words(what) or [""])[0]
            if first.endswith("s") and w.is_third(first):
                what = w.base_of_third(first) + what[len(first) :]
            if is_verb_first(what):
                what = _lower(told(what, mentor))
                return f"Thank you as well for offering {what[6:] if what.startswith('offer ') else 'to ' + what}."
    return ""


def told(what: str, mentor: Mentor) -> str:
    """An action in words from the mentee to the mentor: ``Send R. the plan`` → ``Send you the plan``."""
    text = with_name(w.expanded(one_line(what)).strip(" .;"), mentor)
    # In the mentee's own action the mentor is always the one that something is done to or with.
    text = re.sub(rf"{name_pattern(mentor)}['’]s?(?!\w)", "your", text)
    text = re.sub(name_pattern(mentor), "you", text)
    return with_my(text if about_somebody_else(text, mentor) else tell_to_mentor(text, mentor)).rstrip(" .;")


def about_somebody_else(text: str, mentor: Mentor) -> bool:
    """Whether a pronoun follows another person's name, and so may be theirs: ``Ask Razali to show me his crane``."""
    theirs = {folded(word) for word in w.words(f"{mentor.title} {mentor.name} {mentor.organisation}")}
    pronoun = re.search(r"\b(?:she|he|her|his|him|they|their|them)\b", text)
    if not pronoun:
        return False
    before = w.words(text[: pronoun.start()])[1:]
    named = any(word[:1].isupper() and not word.isupper() and folded(word) not in theirs for word in before)
    return named or any(
        folded(word) in PERSON_NOUNS | {"boss", "colleague", "friend", "uncle", "aunt"} for word in before
    )


def with_name(text: str, mentor: Mentor) -> str:
    """``R.``, ``R:`` or ``Dr Z`` for the mentor written out, so that telling knows who is meant."""
    first = mentor.name.split()[0]
    initial = re.escape(first[0])
    title = re.escape(mentor.title.rstrip(".")) if mentor.title else r"(?!)"
    verbs = r"(?:will|would|sends?|can|offer(?:s|ed)?|shares?|has|knows|said|says|told|thinks?|asked|suggest(?:s|ed))"
    ways = (
        rf"^{initial}(?=:\s)",
        rf"^{initial}(?= {verbs}\b)" if first[0] != "I" else r"(?!)",
        rf"(?<![\w.])(?:{title}\.? )?{initial}\.(?= ?[a-z:])",
        rf"(?<!\w){title}\.? {initial}(?!\w)",
    )
    named = re.sub("|".join(ways), lambda _: first, text)
    return re.sub(rf"^{re.escape(first)}:\s+", lambda _: f"{first} ", named)


def with_my(text: str) -> str:
    """A bare ``boss`` or ``lead`` in the mentee's own note is theirs: ``ask boss`` → ``ask my boss``."""
    text = re.sub(r"\b(to|with|about|of) (boss|supervisor)(?=['’]s\b)", r"\1 my \2", text)
    return _MY_PEOPLE.sub(lambda match: f"{match['before']}my {match['who']}", text)


def is_verb_first(text: str) -> bool:
    """Whether a jotted action begins with its verb for certain."""
    found = [word.casefold() for word in w.words(text)]
    if not found:
        return False
    first, second = found[0], [*found, ""][1]
    object_follows = second in DETERMINERS | _PRONOUNS or second[:1].isdigit()
    partner_follows = second in {"with", "to", "about", "for", "on", "out", "up", "down", "at", "from"}
    if first.endswith(("ing", "ed", "ly")) or first in DETERMINERS | PREPOSITIONS | _PRONOUNS or first[:1].isdigit():
        return False
    if first in _DOUBTFUL:
        return object_follows or (first in {"talk", "work", "email", "call", "write", "focus"} and partner_follows)
    return w.is_base(first) or object_follows


def _step(action: Action, mentor: Mentor, today: dt.date) -> str:
    """An action to stand behind "I'll"; empty where it is not certain that it begins with a verb."""
    what = told(action.what, mentor)
    what = re.sub(r"^I(?:['’]ll| will|['’]m going to| must| should| need to| have to)?\s+", "", what)
    if not is_verb_first(what) or re.match(r"(?:don['’]?t|not|never)\b", what, re.IGNORECASE):
        return ""
    head, comma, rest = what.partition(", ")
    first = (w.words(rest) or [""])[0]
    aside = f" ({rest})" if comma and not w.is_base(first) and "(" not in rest else (f", {rest}" if comma else "")
    return f"{_lower(head)}{aside}{_by(action, today)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _by(action: Action, today: dt.date) -> str:
    if not action.by:
        return ""
    return f" {'until' if _HABIT.search(action.what) else 'by'} {due(action.by, today)}"


def _item(action: Action, mentor: Mentor, today: dt.date) -> str:
    by = _by(action, today).strip()
    return small(re.sub(r"^I(?:['’]ll| will)\s+", "", told(action.what, mentor))) + (f" ({by})" if by else "")


def due(date: dt.date, today: dt.date) -> str:
    """A due date as written in a mail: the year only where it could be mistaken."""
    far = abs((date - today).days) > 300
    return f"{short_date(date)} {date.year}" if far else short_date(date)
