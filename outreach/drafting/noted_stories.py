"""What in notes of a meeting is told and not advised: the call itself, what somebody did, what the mentee missed."""

from __future__ import annotations

import re

from outreach.drafting.steps import GIVING
from outreach.wording import words as w
from outreach.wording.patterns import regex

_SHE_DID = regex(
    # "He got filters at once", "first yr: she sat with …"; with "told me to" and the like it is no story.
    r"^\W*(?:[\w ]{1,16}:\s+)?(?:she|he|they|[A-Z]{1,2}\.?)\s+"
    r"(?:(?:also|then|even|just|once|always|never|had|has|have)\s+)?(?P<verb>[a-z]+)\b",
)
_ASKED = regex(r"^\W*(?:(?:she|he|they|I)\s+)?asked\b(?!\s+(?:me\s+)?to\b)", re.IGNORECASE)
_ABOUT_THE_CALL = regex(
    r"^\W*(?:(?:\d\w* |phone |video |our |next |last )?(?:call|mtg|meeting|session|zoom|teams|chat|coffee|lunch)\b"
    r"(?!\s*[:-])(?=.*(?:\d/\d|\b\d+ ?(?:min|mins|minutes|hrs?|hours?)\b|\bno\.? ?\d|\bwifi\b))"
    r"|(?:meet|talk|speak|call) again\b|(?:in|at) (?:the|her|his|my|a) [^:;.]*\b(?:after|before|until)\b[^:;.]*,"
    r"|[^,:;.]*\b(?:bad|no|lousy|poor) (?:wifi|line|signal|connection|sound)\b)",
    re.IGNORECASE,
)
_NEXT = regex(r"^\W*next(?: (?:time|call|meeting|session|mtg))?\s*:\s*", re.IGNORECASE)
_UNDONE = regex(
    r"\bstill not \w+(?:ed|d|t|n)\b|^\W*(?:I )?(?:forgot|didn['’]t|did not|haven['’]t|had not)\b", re.IGNORECASE
)
_OF_MINE = regex(rf"^\W*my\b[^,;>]*?(?:\s=\s|\b(?:is|are|was|were)\b)|{_UNDONE.pattern}", re.IGNORECASE)
"""What the mentee's own work is like, or what they left undone."""
_WOULD = regex(
    # "She'd start with stockists"; "she'd read it already" has a verb that may be past as well.
    r"^\W*(?:(?!I\b|you\b|it\b|that\b)[\w.]+)(?:['’]d| would)(?: (?:also|rather|always|just|probably|only))? "
    r"(?P<not>never |not )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
AS_WELL_PAST = frozenset("read put come become run set hit let cut cost shut quit spread hurt".split())
"""Verbs that are the same in the past."""
_NO_DEEDS = frozenset("be have like love want prefer mind know need look".split())


def would_do(text: str, rule: re.Pattern[str]) -> bool:
    """Whether somebody says what they would do in the mentee's place: ``she'd start with stockists``.

    ``rule`` matches what makes a verb that may be past a piece of advice all the same: ``he'd cut it first``.
    """
    found = _WOULD.match(text)
    if not found or re.search(r"\b(?:me|my|us)\b", text, re.IGNORECASE):
        return False
    verb = found["verb"].casefold()
    if not w.is_base(verb) or verb in _NO_DEEDS | GIVING:
        return False
    return verb not in AS_WELL_PAST or bool(rule.search(text[found.end() :]))


def is_of_the_call(text: str) -> bool:
    """Whether a sentence is about the meeting itself: when and where it was, how long, how the line was."""
    return bool(_ABOUT_THE_CALL.match(text))


def behind_next(text: str) -> str | None:
    """What stands behind ``next:`` or ``next time:``, where a sentence begins so."""
    found = _NEXT.match(text)
    return text[found.end() :] if found else None


def is_of_mine(text: str) -> bool:
    """Whether a sentence tells what the mentee's own work is like, or what they left undone."""
    return bool(_OF_MINE.search(text))


def is_undone(text: str) -> bool:
    """Whether a sentence tells that something was not done: ``claim file still not read``."""
    return bool(_UNDONE.search(text))


def is_story(text: str, *, said: bool) -> bool:
    """Whether a sentence tells what somebody did, or begins with such a verb; not where it was ``said`` by somebody."""
    if _ASKED.match(text):
        return True
    story = None if said else _SHE_DID.match(text)
    verb = story["verb"] if story else (w.words(text) or [""])[0].casefold()
    return w.is_past(verb) and not w.is_base(verb) and (bool(story) or not w.is_participle(verb))
