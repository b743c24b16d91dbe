"""Of what the mentee typed for a reply: the reason, and the day that they propose instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.domain.people import Mentor
from outreach.drafting import typed
from outreach.drafting.shorthand import is_nothing
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind as What
from outreach.wording.quantities import parsed

_DAY = (
    r"(?:(?:the|on|next|this|maybe|perhaps|after|before|from|any) )*"
    r"(?:(?:mon|tues?|wednes|weds?|thu|thurs?|fri|satur|sat|sun)(?:day)?\b"
    r"|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d|week\b)"
)
_PROPOSES = regex(
    r"(?:(?:but|so|and|or|maybe|perhaps) )*(?:(?:I )?(?:could|can) (?:only )?(?:do|make|manage|meet|talk|offer|come)\b"
    r"|(?:could|can|shall|should|would|may|might) (?:we|you|I)\b|(?:how|what) about\b|any chance\b"
    r"|(?:would|could|can|is|are|does|do|will)\b(?=.*\?)"
    r"|(?:the )?same (?:time|hour|day)\b"
    r"|(?:any|another) (?:day|time|week)\b|(?:(?:an?|one|two|\d) )?(?:hours?|days?|weeks?) (?:later|earlier)\b"
    rf"|{_DAY}(?!.*(?:\bnot\b|\bno\b|n['’]t\b|\bcannot\b))"
    r"(?=.*(?:\?|\b(?:works|(?:would|could|will) work|suits?|fine|ok|okay|possible|better|instead|free|good)\b)))",
    re.IGNORECASE,
)
_TIMED = regex(
    rf"{_DAY}|\b(?:day|time|week|hour|morning|afternoon|evening|later|earlier|tomorrow|month|term)\b|\d", re.IGNORECASE
)
_JOINTS = regex(r",\s+|;\s+|\s+[-–—]\s+|\s+(?=but\b|so\b)")
_WITHOUT_ME = regex(r"(?:could|can) (?=(?:only )?(?:do|make|manage|meet|talk|offer|come)\b)", re.IGNORECASE)
_ASIDE = regex(r"(?<=[^,\s])(?<!\bthe)\s+(?=(?:(?:the )?same time|(?:your|my) (?:side|time|end))\W*$)", re.IGNORECASE)
_VERB = regex(r"\b(?:works?|suits?|would|could|can|is|are|will|may|might|I|I['’]m|am)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a decline or a move, in two parts."""

    reason: str
    """The statements, as typed."""
    proposal: str
    """The day or time that is proposed, as sentences; empty where none is."""
    dated: bool
    """Whether it names a day, a date or an hour, beside which general times would say something else."""

    @property
    def asks(self) -> bool:
        """Whether the proposal is a question."""
        return self.proposal.endswith("?")


def parted(text: str, mentor: Mentor) -> Typed:
    """``ill till Thurs. same time on the 19th yr side?`` → the reason, and ``Same time on the 19th, your side?``."""
    if is_nothing(one_line(text)):
        return Typed("", "", dated=False)
    statements: list[str] = []
    proposals: list[str] = []
    for sentence in typed.sentences(text):
        said, proposed = _cut(sentence)
        statements += [said] if said else []
        proposals += [told] if (told := _proposal(proposed, mentor)) else []
    kinds = {What.DATE, What.WEEKDAY, What.TIME}
    written = typed.with_dates(one_line(text))
    dated = any(one.kind in kinds for one in parsed(written)) or bool(re.search(r"\b\d{1,2}(?:st|nd|rd|th)\b", written))
    return Typed(" ".join(statements), " ".join(proposals), dated=dated)


def _cut(sentence: str) -> tuple[str, str]:
    """A sentence as what it states and what it proposes."""
    if _is_proposal(sentence):
        return "", sentence
    for joint in _JOINTS.finditer(sentence):
        rest = sentence[joint.end() :]
        if _is_proposal(rest):
            said = sentence[: joint.start()].strip()
            return (said if re.search(r"[.!?]$", said) else f"{said}."), rest
    return ("", sentence) if sentence.endswith("?") else (sentence, "")


def _is_proposal(text: str) -> bool:
    return bool(_PROPOSES.match(text) and _TIMED.search(text))


def _proposal(text: str, mentor: Mentor) -> str:
    """What is proposed as a sentence: a question, or a statement where it has the verb of one."""
    words = typed.as_words(re.sub(r"^(?:(?:but|so|and|or)\s+)+", "", text, flags=re.IGNORECASE), mentor)
    words = words.rstrip(" .!?,;")
    if not words:
        return ""
    if without_me := _WITHOUT_ME.match(words):
        return f"I {w.decapitalised(words[: without_me.end()])}{words[without_me.end() :]}."
    words = w.capitalised(_ASIDE.sub(", ", words))
    states = not text.rstrip().endswith("?") and _VERB.search(words) and not _asks(words)
    return f"{words}{'.' if states else '?'}"


def _asks(words: str) -> bool:
    asking = r"(?:(?:could|can|shall|should|would|may|might) (?:we|you|I)|how|what|is|are|do|does)\b"
    return bool(re.match(asking, words, re.IGNORECASE))
