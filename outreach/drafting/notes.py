"""Which line of the meeting's notes a thank-you echoes, and how it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.facts import Fact
from outreach.domain.people import Mentor
from outreach.drafting.ranking import counted_noun_without_article
from outreach.drafting.steps import about_somebody_else, is_verb_first, with_name
from outreach.review.context import common_words
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.telling import tell_to_mentor

_SAID = r"(?:told|said|asked|advised|suggested|thinks?|thought|recommend(?:s|ed)|warned|mentioned|showed|explained)"
_TOLD = re.compile(rf"you {_SAID}\b", re.IGNORECASE)
_SAID_BEHIND = re.compile(r",\s*(?:she|he|they|you)\s+(?:said|says|thinks?|thought)$", re.IGNORECASE)
_OF_MENTOR = re.compile(
    r"^\W*(?:you(?:['’]ll)?|she|he|they)\s*(?:will|['’]ll|sends?|offers?|offered|shares?|introduces?|can"
    r"|promised)\b|^\W*(?:will|sends|offers|introduces|shares)\b",
    re.IGNORECASE,
)
_OF_MENTEE = re.compile(
    r"^\W*I(?:['’]ll|['’]m|\s+(?:will|must|should|need|have|want|can|could|promised))\b|^\W*to ?do\b|^\W*(?:I|me)\s*:",
    re.IGNORECASE,
)
_TO_MENTOR = re.compile(
    r"^\W*(?:send|call|email|thank|ask|tell|write|remind|invite|pay|bring|show|give|forward|ring|text|message)"
    r"(?: to)? you\b",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"\b(?:she|he|they|her|his|him|them|their|hers)\b|\b(?:finally|at last|stubborn|boring|rude|laughed)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"->|→|=>|=|/|\(!\)|:|\+|\bvs\b|[#*~]")


@dataclass(frozen=True, slots=True)
class RankedNote:
    """A note with its worth for a thank-you, told as advice or as a sentence, or else to be quoted."""

    fact: Fact
    worth: float
    advice: str = ""
    """``to start with a shadow deployment``."""
    sentence: str = ""
    """``You told me to start with one customer.``"""
    quote: str = ""


def best_notes(brief: Brief) -> list[RankedNote]:
    """The notes of the meeting, the best to echo first.

    What was said to the mentee comes first, told; then advice; then a quotation. A promise, the mentee's own or the
    mentor's, is no advice. A note that the plan repeats counts less: nothing is said twice.
    """
    plans = [set(w.content(action.what)) for action in brief.meeting.next_actions]
    concern = set(w.content(f"{brief.case.ask.about} {brief.goal_text}"))
    notes = [fact for fact in brief.of("meeting.notes") if len(set(w.content(fact.text))) > 1]
    ranked = [_ranked(fact, order, brief.case.mentor, plans, concern) for order, fact in enumerate(notes)]
    return sorted(ranked, key=lambda note: note.worth, reverse=True)


def _ranked(fact: Fact, order: int, mentor: Mentor, plans: list[set[str]], concern: set[str]) -> RankedNote:
    told = _told(fact.text, mentor)
    sentence = _sentence(told)
    advised = "" if sentence else advice(fact.text, mentor)
    quote = "" if sentence or advised else quoted(told)
    mine = set(w.content(fact.text))
    worth = (3.5 if sentence else 3.0 if advised else 0.0) + 0.6 * len(mine & concern) - 0.05 * order
    repeated = max((len(mine & plan) / len(mine) for plan in plans if mine), default=0.0)
    worth += 0.8 if 0.2 <= repeated <= 0.5 else (-1.0 if repeated > 0.5 else 0.0)
    worth += (
        1.0
        if re.match(r"(?:don['’]?t\b|never\b)", quote, re.IGNORECASE) or w.is_base((w.words(quote) or [""])[0])
        else 0.0
    )
    worth -= 0.7 * len(_MARKS.findall(quote)) + 0.7 * len(re.findall(r"[A-Z]{4,}|\(", quote))
    if _OF_MENTOR.search(told) or _OF_MENTEE.search(told) or _TO_MENTOR.search(told):
        worth -= 6.0
    if not sentence and _THIRD.search(told):
        worth -= 6.0
    count = len(w.words(sentence or advised or quote))
    worth -= 2.0 if not 3 < count < 24 else 0.0
    return RankedNote(fact, worth, advised, sentence, quote)


def _told(note: str, mentor: Mentor) -> str:
    text = w.expanded(one_line(note)).strip(" .;!,")
    text = with_name(text, mentor)
    if about_somebody_else(text, mentor):
        return text
    return _SAID_BEHIND.sub("", tell_to_mentor(text, mentor)).strip(" .;!,")


def _sentence(told: str) -> str:
    """A note of what the mentor said, as a sentence; empty for any other, or one with somebody else in it."""
    if not _TOLD.match(told) or _THIRD.search(told) or _MARKS.search(told.replace(":", "")):
        return ""
    return w.as_sentence(calm(told))


def advice(note: str, mentor: Mentor) -> str:
    """A note in the imperative as advice: ``Log every override`` → ``to log every override``; empty for any other note.

    A note in shorthand stays a quotation: what it leaves out would have to be guessed.
    """
    first_sentence = re.split(r"(?<=[A-Za-z)])[.!;]\s", one_line(note))[0]
    text = calm(w.expanded(first_sentence).rstrip(" .!;,"))
    label = re.match(r"[\w ]{2,24}:\s+(?=\w)", text)
    if label and is_verb_first(text[label.end() :]):
        text = text[label.end() :]
    if _MARKS.search(text) or re.search(r"[A-Z]{3,}|\"|“", text) or not 2 < len(w.words(text)) <= 22:
        return ""
    told = _told(text, mentor)
    if counted_noun_without_article(told) or _THIRD.search(told) or _TO_MENTOR.search(told):
        return ""
    negative = re.match(r"(?:don['’]?t|do not|never)\s+(.*)", told, re.IGNORECASE)
    if negative and w.is_base((w.words(negative[1]) or [""])[0]):
        first, comma, rest = negative[1].partition(", ")
        turned = comma and w.is_base((w.words(rest) or [""])[0])
        return f"not to {first}" + (f" but to {rest}" if turned else (f", {rest}" if comma else ""))
    found = [word.casefold() for word in w.words(told)]
    bare = not set(found) & (DETERMINERS | {"it", "them", "me", "you", "everything"}) and not re.search(r"\d|s$", told)
    if bare and len(found) <= 4:
        # "stop big bowl": too little to stand without the small words it leaves out.
        return ""
    states = {
        "is",
        "are",
        "was",
        "were",
        "opens",
        "answer",
        "answers",
        "will",
        "has",
        "have",
        "can",
        "first",
        "need",
        "needs",
    }
    if not is_verb_first(told) or not w.is_base(found[0]) or found[1] in states:
        return ""
    return f"to {w.decapitalised(told)}"


def calm(text: str) -> str:
    """Everyday words in capitals for stress, written small: ``BEFORE`` → ``before``."""
    return re.sub(
        r"\b[A-Z]{3,}\b", lambda match: match[0].casefold() if match[0].casefold() in common_words() else match[0], text
    )


def quoted(note: str) -> str:
    """A note fit to stand between quotation marks: inner marks single, no brackets, no end mark.

    What stands before an arrow or an equals sign is quoted alone where it can stand alone.
    """
    head = re.split(r"\s*(?:->|→|=>)\s*|\s+=\s+", note)[0]
    # The item before an equals sign belongs to what follows it: "compare, gaps = study list".
    if re.search(r"\s=\s", note) and "," in head:
        head = head.rpartition(",")[0]
    text = head if len(w.words(head)) >= 3 else note
    text = text.replace("->", "→").replace("(!)", "").replace("“", "‘").replace("”", "’").replace('"', "'")
    return text.replace("[", "(").replace("]", ")").strip(" .;,!")
