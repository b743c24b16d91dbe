"""What is asked about, told to the mentor: a topic behind "about", an indirect question, or a question."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.people import Relationship
from outreach.drafting.shorthand import is_nothing, spelled
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.telling import tell_to_mentor

_LEAD_IN = regex(
    r"(?:(?:I(?:['’]d| would)? )?(?:want|like|need|wish|love|hope) to (?:know|learn|ask|hear|understand|talk|discuss)"
    r"(?: (?:more )?about| you)?"
    r"|to ask (?:you|her|him|them)(?: about)?|to (?:know|learn|ask|hear|discuss)(?: about)?"
    r"|ask(?:ing)?(?: (?:her|him|them|you))? about"
    r"|(?:some |your |any |her |his |their )?(?:advice|tips|help|input|thoughts|questions?|guidance)"
    r" (?:on|about|with|for)"
    r"|(?:(?:for )?(?:a )?(?:quick |short )?(?:video )?(?:chat|talk|call|question) )?"
    r"(?:(?:on|over|by|via) (?:zoom|teams|the phone|phone|video|skype),? )?"
    r"(?:on|about|to ask(?: about)?)|talk(?:ing)? about|curious (?:about|how))\s+",
    re.IGNORECASE,
)
_INVERTED = regex(
    r"(?:(?:how|what|which|who|when|where|why)(?: \w+){0,3}? )?(?:do|does|did|is|are|was|were|can|could|should"
    r"|would|will|has|have|had)"
    r" (?:I|you|he|she|they|we|it|the|a|an|my|your|there|this|that|one|people)\b",
    re.IGNORECASE,
)
_WH = r"(?:how|what|which|who|whom|whose|when|where|why|whether|if)"


def topic(brief: Brief) -> str:
    """What is asked about, told to the mentor, to stand behind "about"; empty where it is a question of its own."""
    about = _about(brief)
    if not about or _is_question(about):
        return ""
    if starts_a_clause(about) and " and " not in about:
        about = re.sub(rf",\s+(?={_WH}\b)", " and ", about)
    about = re.sub(rf"\s+[–—-]\s+(?={_WH}\b)", ", and ", about)
    about = re.sub(r"^([a-z]+ing): (?=\w)", r"\1 ", about)
    # What the mentee adds of their own is no part of what is asked.
    about = re.sub(r"[,;]\s+(?:and |but )?I(?: can| could| will|['’]ll| have)\b.*$", "", about)
    if brief.case.mentor.relationship is Relationship.REVERSE:
        about = re.sub(rf"^(?:showing|explaining|teaching|telling)(?: you)? (?={_WH}\b)", "", about)
    return about


def question(brief: Brief) -> str:
    """What is asked about, where the mentee typed it as a question: ``How did you start?``; else empty."""
    about = _about(brief)
    return w.capitalised(about.rstrip(" ?")) + "?" if about and _is_question(about) else ""


def _about(brief: Brief) -> str:
    about = spelled(one_line(brief.case.ask.about)).strip(" .")
    if is_nothing(about) or (len(w.words(about)) < 2 and not w.content(about)):
        return ""
    if lead := _LEAD_IN.match(about):
        about = ("how " if lead[0].casefold().rstrip().endswith("curious how") else "") + about[lead.end() :]
    return w.decapitalised(tell_to_mentor(about, brief.case.mentor)) + ("?" if about.endswith("?") else "")


def _is_question(about: str) -> bool:
    if about.endswith("?") or _INVERTED.match(about):
        return True
    # "going from riders to a budget, where do you start": the question comes last.
    return bool(re.search(rf"[,:–—-]\s+(?={_WH}\b)", about)) and bool(
        _INVERTED.match(re.split(rf"[,:–—-]\s+(?={_WH}\b)", about)[-1])
    )


def starts_a_clause(text: str) -> bool:
    """Whether a topic is an indirect question: ``how …``, ``which …``, ``in which order …``."""
    return bool(re.match(rf"(?:(?:in|at|by|with|on|for|to|from|under|of) )?{_WH}\b", text, re.IGNORECASE)) and bool(
        re.match(rf"{_WH}\b", text, re.IGNORECASE) or re.match(r"\w+ (?:which|what|whom|whose)\b", text, re.IGNORECASE)
    )


def is_a_session(text: str) -> bool:
    """Whether a topic names the meeting itself: ``a first lesson in …``."""
    return bool(
        re.match(r"an? (?:[a-z]+ )?(?:lesson|session|call|chat|talk|hour|evening|meeting)\b", text, re.IGNORECASE)
    )
