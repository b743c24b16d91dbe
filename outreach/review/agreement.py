"""The mentorship agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.review.context import Context
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded, one_line
from outreach.wording.patterns import regex

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty)"
_PARTS: tuple[tuple[str, str], ...] = (
    (
        "goals: what is to be reached",
        (
            r"\b(?:goals?|aims?|objectives?|purpose)\b|\b(?:want|hope|would like|wish)(?:e?s)? to (?!end|stop|leave"
            r"|meet)\w+"
        ),
    ),
    ("steps: what is done to get there", r"\b(?:steps?|actions?|action plan|plan of|tasks?|milestones?|to-?dos?)\b"),
    (
        "how often you meet",
        (
            r"\b(?:once|twice|times) (?:an?|per|every)\b|\b(?:every|each) (?:\w+ )?(?:week|month|quarter|fortnight"
            r"|day"
            r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b|\b(?:weekly|monthly|fortnightly"
            r"|quarterly"
            r"|biweekly|bi-weekly)\b|\bper (?:week|month|quarter)\b|\bfrequency\b"
        ),
    ),
    ("how long a meeting lasts", rf"\b{_NUMBER}[ -](?:minutes?|mins?|hours?)\b|\b(?:half an|an) hour\b"),
    (
        "where or how you meet",
        (
            r"\b(?:video|phone|calls?|in person|face[ -]to[ -]face|online|zoom|teams|skype|by e-?mail|coffee|at the"
            r"|on site|in (?:my|our|your|the) \w+)\b"
        ),
    ),
    (
        "who sets the date",
        (
            r"\b(?:schedul\w+|arrang\w+|books?|sets? (?:up|the date|a date)|invit\w+|organi[sz]es?|calendar"
            r"|(?:propos|suggest)\w* (?:\w+ )?(?:dates?|times?|slots?)|sends? the agenda)\b"
        ),
    ),
    (
        "how long this lasts, a year at most",
        (
            rf"\b(?:lasts?|duration|how long|runs? (?:for|from|until|to)|until \d|until \w+ \d|renew\w*|ends? (?:on"
            rf"|in"
            rf"|after)"
            rf"|(?:for|over|of) (?:up to |at most |the (?:next|first) )?{_NUMBER} (?:months?|years?)"
            rf"|{_NUMBER} (?:months?|year) (?:at (?:the )?most|in all|from))\b"
        ),
    ),
    (
        "what stays between you",
        (
            r"\bconfiden\w+|\bbetween (?:us|the two|ourselves)\b|\bprivate\b|\boff[ -](?:limits|the record)\b"
            r"|\bprivacy\b"
            r"|\bnot (?:repeat|share|pass on|tell)\b|\bdiscre(?:et|tion)\b|\bstays? (?:here|with us)\b"
        ),
    ),
    (
        "feedback, and when you look at how it goes",
        (
            r"\bfeedback\b|\breview(?:s|ed|ing)?\b|\bcheck-?points?\b|\blook (?:back|at (?:how|what))\b|\bevaluat\w+"
            r"|\btake stock\b|\bcheck in\b|\bhow it is going\b|\bself-assess\w+"
        ),
    ),
    (
        "that either may end it, without blame",
        (
            r"\bno[- ](?:fault|blame|reasons?|hard feelings|explanation|questions asked)\b"
            r"|\bwithout (?:fault|blame|(?:giving |naming |having to give |stating )?(?:an?|any)?\s?(?:reasons?"
            r"|explanation)|explain\w*)"
            r"|\b(?:end|stop|leave|quit)\b[^.]{0,40}\b(?:any ?time|whenever|either|at will)\b|\bterminat\w+"
            r"|\b(?:either|each|both|any|one)\b[^.]{0,30}\b(?:can|may|is free to)\b[^.]{0,15}\b(?:end|stop|leave"
            r"|quit)\b"
        ),
    ),
)
_FOUND = tuple((name, regex(pattern, re.IGNORECASE)) for name, pattern in _PARTS)
_DATE = regex(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+,? \d{4}\b|\b[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|^\W*date\b",
    re.MULTILINE,
)
_SIGNED = regex(r"\b(?:sign(?:ed|atures?)|names?)\b", re.IGNORECASE)
_TOO_LONG = regex(
    r"\b(?:[2-9]|\d\d|two|three|four|five|six|seven|eight|nine|ten|several) years\b|\b(?:1[3-9]|[2-9]\d|eighteen"
    r"|twenty(?:-four)?) months\b|\b(?:indefinitely|forever|open[- ]ended)\b",
    re.IGNORECASE,
)
_LASTS = regex(r"\b(?:lasts?|agreement|duration|mentorship|runs for|goes on for)\b", re.IGNORECASE)
_DURATION = regex(r"duration|how long|term\b|length", re.IGNORECASE)


def parts(context: Context) -> Iterator[Hit]:
    """A1: what two people should agree on; each part that is missing, and a term of more than a year."""
    for name, pattern in _FOUND:
        if not pattern.search(context.body):
            yield Hit(f"Missing: {name}.")
    if not _signed(context):
        yield Hit("Missing: both names and a date.")
    heading = ""
    for span in context.spans:
        if context.body[: span.start].rsplit("\n", 1)[-1].startswith("#"):
            heading = span.text
        elif (match := _TOO_LONG.search(span.text)) and (_LASTS.search(span.text) or _DURATION.search(heading)):
            yield at("A year at most is easier to agree to; it can be renewed.", span, *match.span())


def _signed(context: Context) -> bool:
    if not _DATE.search(context.body):
        return False
    if context.brief is None:
        return bool(_SIGNED.search(context.body))
    body = folded(context.body)
    return all(folded(one_line(name)) in body for name in (context.case.mentee.name, context.case.mentor.name))
