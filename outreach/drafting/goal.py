"""A goal in the mentee's jotted words, as a sentence that says no more."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.drafting.shorthand import is_counted, is_somebody, is_verb, small, spelled, with_article_of_object
from outreach.wording import words as w
from outreach.wording.lexicon import ADJECTIVAL, DETERMINERS, MONTHS, NOUNISH, PREPOSITIONS
from outreach.wording.patterns import regex

_FINITE = regex(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|wants?|needs?|hopes?|plan|feels?)\b",
    re.IGNORECASE,
)
_WISH = regex(
    r"(?:i(?:['’]d| would)? |we )?(?:wants?|(?:would |['’]d )?like|hop(?:e|ing)|plan(?:ning)?|aim(?:ing)?|trying"
    r"|looking|my (?:goal|aim|dream|plan) is|goal:?|aim:?) to\s+"
    r"|(?:my )?(?:goal|aim|dream|plan)\s*(?::|is)\s+(?:to\s+)?",
    re.IGNORECASE,
)
_STATED = {"i", "i'm", "i'd", "i'll", "i've", "we", "we're", "im"}
_DEADLINE = regex(
    r",?\s+(?:by|before|until|till) (?:the )?(?:(?:early|mid|late|end|spring|summer|autumn|winter)(?: of|-)? ?)?"
    r"(?:(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.? )?(?P<year>20\d\d)(?=[.,;]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as it can be told.

    One of the three is set: ``verb`` stands behind "to", ``noun`` behind "My goal is", ``sentence`` by itself.
    ``more`` is a sentence or an aside that follows.
    """

    verb: str = ""
    noun: str = ""
    sentence: str = ""
    person: bool = False
    """Whether the noun is what the mentee wants to be."""
    more: str = ""


def goal_sentence(goal: str) -> str:
    """A goal in the mentee's jotted words as a sentence that says no more.

    ``Move into X within 18 months`` → ``I want to move into X within 18 months.`` ``A varnish`` → ``My goal is a
    varnish.``
    """
    told = told_goal(goal)
    if told.sentence or not (told.noun or told.verb):
        return told.sentence
    if told.person:
        said = f"I want to be {told.noun}"
    elif told.noun:
        said = f"My goal is {told.noun}"
    else:
        said = f"I want to {told.verb}" if re.search(r"\d", told.verb) else f"I'd like to {told.verb}"
    return f"{said}{told.more}" if told.more.startswith((" (", ".", ";")) else f"{said}."


def without_past_deadline(goal: str, on: dt.date) -> str:
    """A goal without ``by August 2026`` where that is over on a day; without its year nobody can tell."""
    match = _DEADLINE.search(goal)
    months = {name[:3]: number for name, number in MONTHS.items()}
    named = match["month"].casefold()[:3] if match and match["month"] else "dec"
    if match is None or named not in months:
        return goal
    # The last day of the month where none is named.
    ends = (int(match["year"]), months[named], int(match["day"] or 31))
    return goal[: match.start()] + goal[match.end() :] if ends < (on.year, on.month, on.day) else goal


def goal_values(goal: str) -> dict[str, str]:
    """The goal's sentence, and its parts for other frames."""
    told = told_goal(goal)
    more = told.more if told.more.startswith((" (", ".", ";")) else "."
    verb = f"be {told.noun}" if told.person else told.verb
    return {
        "goal_sentence": goal_sentence(goal),
        "goal_verb": verb,
        "goal_noun": "" if told.person else told.noun,
        "goal_more": more,
        "goal_brief": _brief(verb),
    }


def _brief(verb: str) -> str:
    """A goal without what hangs on behind a comma, where enough is left."""
    cut = re.split(r",\s", verb)[0]
    return cut if len(cut.split()) >= 4 and not re.search(r"\b(?:not|between|from)\b", cut) else verb


def told_goal(goal: str) -> Goal:
    """What a goal is made of, told without a frame."""
    text = _without_asides(spelled(goal)).rstrip(" .,;:!")
    text = re.sub(r"^(?:and|then|also|maybe|ideally|eventually|mainly|firstly?)[,:]?\s+", "", text, flags=re.IGNORECASE)
    if not w.words(text):
        return Goal(sentence="")
    if text.endswith("?") and not _WISH.match(text):
        return Goal(sentence=f"What I'm asking myself: {small(text.rstrip(' ?'))}?")
    text, more = _parted(text)
    found = w.words(text)
    first = found[0].casefold().replace("’", "'")
    if wish := _WISH.match(text):
        rest = text[wish.end() :]
        if wish[0].rstrip().endswith("to"):
            return Goal(verb=_verb_told(rest.rstrip("?")), more=more)
        return told_goal(rest) if rest else Goal(noun=small(text), more=more)
    if first in {"want", "need"}:
        return Goal(sentence=_ended(f"I {small(text)}", more))
    if first in _STATED or (first in {"my", "our"} and _FINITE.search(text)):
        return Goal(sentence=_ended(w.capitalised(text), more))
    return _of_words(text, found, more)


def _of_words(text: str, found: list[str], more: str) -> Goal:
    """A goal without a frame of its own: a verb, or what the mentee wants to have or to be."""
    first, second = found[0].casefold(), ([*found, ""])[1]
    if first == "not":
        bare = text.split(maxsplit=1)[-1]
        return Goal(noun=f"not {bare}" if second.casefold() in DETERMINERS | {"to"} else f"not to {bare}", more=more)
    if first == "own" and second.casefold() not in DETERMINERS:
        return Goal(noun=f"my {small(text)}", more=more)
    if _is_state(first, second.casefold(), len(found)):
        return Goal(verb=f"be {_low(text)}", more=more)
    if first == "to" and len(found) > 1:
        return Goal(verb=_verb_told(text.split(maxsplit=1)[1]), more=more)
    if first in {"never", "finally", "actually", "really"} and is_verb(second, ([*found, "", ""])[2]):
        return Goal(verb=small(text), more=more)
    if second.casefold() in {"first", "next"} and re.match(r"\w+ \w+ \d", text) and first not in DETERMINERS:
        # "milk first 40 ewes": what stands before a counted thing is a verb.
        return Goal(verb=_low(re.sub(r"^(\w+ )(?=(?:first|next)\b)", r"\1my ", text, flags=re.IGNORECASE)), more=more)
    if is_verb(first, second) and not _is_noun_here(text):
        return Goal(verb=_verb_told(text), more=more)
    if 1 < len(found) <= 3 and found[-1] in _HOW and first not in DETERMINERS | _HOW and not is_counted(text):
        return Goal(verb=_verb_told(text), more=more)
    if base := infinitive(first):
        return Goal(verb=_verb_told(f"{base}{text[len(found[0]) :]}"), more=more)
    return _noun_goal(text, first, more)


def _noun_goal(text: str, first: str, more: str) -> Goal:
    if len(w.words(text)) == 1 and (w.is_base(text) or first in NOUNISH) and first not in _NOUNS:
        return Goal(sentence=f"My goal in one word: {small(text)}.")
    if is_somebody(text) and not w.head_noun(text).endswith("s"):
        bare = first in DETERMINERS or re.match(r"(?:\w+ )?(?:head|chief|director|president|owner) of\b", text, re.I)
        return Goal(noun=small(text) if bare else w.with_article(small(text)), person=True, more=more)
    if re.match(r"(?:first|next)\s+(?:\d|two|three|four|five|ten)", text, re.IGNORECASE):
        return Goal(noun=f"my {_low(text)}", more=more)
    if is_counted(text) and first not in DETERMINERS:
        return Goal(noun=w.with_article(small(text)), more=more)
    return Goal(noun=small(text), more=more)


def _verb_told(text: str) -> str:
    """A verb and what follows, with the articles that grammar asks for: ``become quality manager``."""
    text = with_article_of_object(_low(text.strip()))
    post = re.match(
        r"((?:be|become|train as|qualify as|work as|be hired as)\s)((?:[a-z-]+\s){0,3}?[a-z-]+)"
        r"(?=\s+(?:by|in|within|before|at|with|who|without|and then)\b|[,;.]|$)",
        text,
    )
    if post and w.names_a_person(post[2]) and w.words(post[2])[0] not in DETERMINERS and " of" not in post[2]:
        head = w.head_noun(post[2])
        if not head.endswith("s") and head not in {"lead", "head", "independent"}:
            return post[1] + w.with_article(post[2]) + text[post.end() :]
    return text


def _low(text: str) -> str:
    """``text`` with a small letter at its start: its first word is known to be a verb or an adjective."""
    first = (text.split() or [""])[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _is_state(first: str, second: str, count: int) -> bool:
    """Whether a goal begins with what the mentee wants to be: ``licensed as``, ``better at``, ``fluent in``."""
    ends = count == 1 or second in PREPOSITIONS | {"enough", "to"}
    return ends and (first in _STATES or (first in ADJECTIVAL) or (first.endswith("ed") and w.is_past(first)))


_STATES = frozenset(
    """
    able accepted admitted better bilingual comfortable confident debt-free employable employed financially fluent
    free full-time good independent mobile promoted ready secure self-employed self-sufficient sure
    """.split()
)
_HOW = frozenset("more less better again alone abroad sooner faster".split())
_NOUNS = frozenset("work study research travel promotion".split())


# "move into sales, 1-2 years": by when or for how long, nobody can tell.
_SPAN = regex(
    r"(?:[,;]|\s+[–—-])\s+(?:about |around |ca\.? |approx\.? |roughly |~ ?)?(?:\d+|an?|one|two|three|five|ten)"
    r"(?:\s*(?:[-–/]|to|or)\s*(?:\d+|two|three|four|five|ten))?[ -]?\+?\s*(?:years?|months?|weeks?|days?|yrs?)$",
    re.IGNORECASE,
)


def _parted(text: str) -> tuple[str, str]:
    """A goal and what hangs on behind it: a clause of its own, or an aside behind a dash."""
    match = re.search(r",\s+((?:I|we|it|my|our|the|that|this)\b['’\w]*\s.*|([a-z]+) (?:is|was|will be|are)\s.*)$", text)
    if (match and _FINITE.search(match[1])) or (match and re.match(r"(?:I|we)\b", match[1])):
        clause = match[1]
        if match[2] and match[2] not in DETERMINERS | {"that", "this", "it", "there", "which", "who", "what"}:
            clause = clause if match[2].endswith("s") else f"the {clause}"
        return text[: match.start()], f". {w.as_sentence(clause)}"
    text = _SPAN.sub("", text)
    dash = re.search(r"\s+[–—-]\s+(.+)$", text)
    if dash and len(w.words(dash[1])) <= 8 and len(w.words(text[: dash.start()])) >= 2:
        return text[: dash.start()], f" ({dash[1]})."
    return text, ""


def _ended(text: str, more: str) -> str:
    return f"{text}{more}" if more else w.as_sentence(text)


def _without_asides(text: str) -> str:
    """Brackets go, but for a short one with a date or a number."""

    def kept(match: re.Match[str]) -> str:
        return match[0] if re.search(r"\d", match[0]) and len(match[0].split()) <= 3 else ""

    return re.sub(r"\s*\([^()]*\)", kept, text).strip()


def infinitive(word: str) -> str:
    """``becoming`` → ``become``, for known verbs; empty for anything else."""
    if not word.endswith("ing") or len(word) < 6:
        return ""
    trunk = word[:-3]
    bases = [trunk + "e", trunk, trunk[:-1] if trunk[-1] == trunk[-2:-1] else trunk]
    return next((base for base in bases if w.is_base(base)), "")


def _is_noun_here(text: str) -> bool:
    """A word such as "lead" or "design" is a noun where a person noun follows or nothing: "lead developer role"."""
    found = w.words(text)
    if len(found) == 1:
        return found[0].casefold() in NOUNISH | _NOUNS
    if found[1].casefold() in DETERMINERS:
        return False
    one_person = w.names_a_person(text) and not w.head_noun(text).endswith("s")
    doubtful = found[0].casefold() in NOUNISH | {"lead", "head", "design", "research", "book", "record", "work"}
    return doubtful and (one_person or w.names_a_thing(text))
