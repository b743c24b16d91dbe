"""Lines of meeting notes about other people's lives: illness, money, mood, quarrels, trouble at work."""

from __future__ import annotations

import re

from outreach.briefing.lives import tells_of_a_life
from outreach.wording.patterns import regex

_NAME = r"(?!I\b)[A-Z][\w.]*"
_PERSON = rf"(?!(?:Every|No|Any|Some)(?:one|body)\b|(?:We|The|It|You|If|When|Who|What|\w+s)\b){_NAME}"
_FAMILY = r"(?:husband|wife|partner|son|daughter|kid|child|mother|father|mum|mom|dad|brother|sister|ex)"
# Whose life it is: "she", "Frau Ebner,", "her colleague Pau", "one of his drivers", "two colleagues".
_WHO = (
    rf"(?:[Ss]he|[Hh]e|[Tt]hey|{_PERSON},?|{_FAMILY}"
    rf"|(?:[Hh]er|[Hh]is|[Tt]heir|[Oo]ne of (?:the|her|his|their)|[Tt]wo|[Tt]hree|[Aa]) [\w-]+(?: [\w-]+){{0,2}}?)"
)
_IS = r"(?:['’]s|['’]re|\s+(?:is|was|are|were|has been|have been|had been))"
_CONDITION = (
    r"(?:arthritis|asthma|parkinson['’]?s|alzheimer['’]?s|dementia|diabetes|epilepsy|anorexia|bulimia|panic attacks?"
    r"|insomnia|(?:long )?covid|ptsd|cancer|burn-?out|pneumonia|an? (?:[\w-]+ )?(?:stroke|breakdown|heart attack"
    r"|tumou?r|seizure|concussion|relapse|miscarriage))\b"
    r"(?! (?:of|patients?|clients?|nurses?|clinics?|courses?|care|wards?|units?|plans?|training|checklists?|stud\w+))"
)
_DISMISSED = (
    r"(?:fired|sacked|laid off|let go|made redundant|demoted|bullied|sued|suspended(?! (?:from|in|on|by|over)\b))"
)
_LOW = (
    r"(?:down|low|flat|off|out of sorts|quiet|distant|emotional|teary|tearful|miserable|tense|strained|bitter|hopeless"
    r"|gloomy|absent|not (?:herself|himself)|upset|sad|stressed|tired)"
)
_A_BIT = r"(?:(?:a bit|a little|very|quite|so|really|rather|still) )?"
_BOSS = r"(?:boss|colleagues?|dean|director|head|manager|owner|partner|board|team|chair\w*|deputy|assistant)"

_ABOUT_OTHERS = regex(
    "|".join(
        (
            rf"\b{_WHO}\s+(?:(?:has|have|had|got|gets|suffers? from|suffered)|has got)(?: \w+)?? (?i:{_CONDITION})",
            rf"\b{_WHO}['’]s got (?i:{_CONDITION})",
            rf"\brecover(?:s|ing|ed) from (?:\w+ ){{0,2}}(?i:{_CONDITION}|surgery|an operation|an accident)",
            r"\b(?:told|knows) (?:that )?it(?: is|['’]s| was) cancer\b|\bon (?:antidepressants|painkillers|insulin)\b",
            # A body that fails.
            (
                r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:\w+ )?(?:back|hands?|eyes?|knees?|hips?|shoulders?|wrists?|legs?"
                r"|feet) (?:is|are|was|were|gets?|got|hurts?|shakes?|aches?|tires?|fails?|went|gave)\b"
            ),
            (
                r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:own )?(?:hearing|eyesight|sight|memory|heart|voice|health)"
                r" (?:is|was) (?:\w+ )?(?:failing|going|worse|bad|poor|weak|hoarse)\b"
            ),
            (
                r"(?<![Mm]y )\b(?i:knee|hip|back|eye|heart|cataract|shoulder|brain|foot|hand|wrist|ankle)"
                r" (?:op|operation|surgery|replacement|trouble|pain)\b"
            ),
            r"\b(?:start(?:ed|s|ing) to forget|forgets things|getting forgetful)\b",
            r"\b(?:[Ss]he|[Hh]e) (?:can(?:not|['’]t)|could(?:n['’]t| not)|hardly|barely) sleeps?\b|\bsleeps badly\b",
            # Mood.
            rf"^\W*(?:(?:[Ss]he|[Hh]e|[Tt]hey) )?(?i:seem|look|sound)(?:s|ed) {_A_BIT}{_LOW}\b(?! (?:the|at)\b)",
            rf"\b(?:[Ss]he|[Hh]e) (?:was|is|felt|went|got|gets) {_A_BIT}(?:{_LOW})\b(?! (?:to|on|the|for the)\b)",
            rf"^\W*(?i:a bit|rather|quite|very) {_LOW} (?:today|this time|again|on the phone)\W*$",
            rf"(?:,|→|->|-) {_A_BIT}(?:upset|stressed|in tears|depressed|devastated|heartbroken)\W*$",
            r"\bin a (?:bad|dark|rough) place\b",
            rf"\b{_WHO}{_IS} struggling (?:since|at home|with (?:money|depression|drink))\b",
            # Money.
            r"\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:earns?|(?:is|are) paid|gets? paid) [$€£]?\d",
            r"\b(?:[Ss]he|[Hh]e|[Tt]hey) makes? (?:[$€£]\d|\d[\d.,]* ?(?:k|grand|euros?|pounds|dollars)\b)",
            r"\bowes? (?:her|him|them|money|[$€£]?\d)",
            (
                r"\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:can(?:not|['’]t)|could(?:n['’]t| not)) (?:pay|afford)"
                r" (?:the|their|her|his) (?:rent|wages|bills|staff|loan|mortgage|tax(?:es)?)\b"
            ),
            r"\b(?:behind (?:with|on) the (?:rent|mortgage|payments)|landlord wants (?:her|him|them) out)\b",
            r"\bin (?:financial|money|legal) trouble\b|\b(?:is|are) short of money\b",
            # Work.
            rf"\b{_WHO}{_IS} in (?:\w+ )?trouble\b|\bin trouble (?:over|at work)\b",
            rf"\b(?:is|are|was|were|been|be|got|gets?|getting|being) (?:just )?{_DISMISSED}\b",
            (
                rf"\b{_WHO} (?:(?:may|might|will|could|just|has|have|had) )?los(?:e|es|t) (?:her|his|their|the|a)?"
                r" ?(?:job|licen[cs]e|house|home|savings|contract|visa)\b"
            ),
            r"\b(?:[Hh]er|[Hh]is|[Tt]heir|['’]s) contract (?:will not|won['’]t|was not|wasn['’]t|is not|isn['’]t)\b",
            rf"\b{_WHO}{_IS} (?:applying|interviewing|looking) (?:elsewhere|for (?:\w+ ){{0,2}}(?:jobs?|work)\b)",
            (
                r"\b(?:complaint|lawsuit|disciplinary|grievance|investigation)\b[^.]{0,20}"
                rf"\bagainst (?:her|him|them|his|their|{_PERSON})\b"
            ),
            r"\bsuing (?:her|him|them)\b|\bunder investigation\b|\b(?:being|be|getting) restructured\b",
            # Quarrels and habits.
            (
                rf"\b(?:[Ss]he|[Hh]e|{_PERSON}) (?:dislikes|resents|despises|loathes|does(?:n['’]t| not)"
                rf" (?:like|trust|get on with)) (?:{_PERSON}|(?:the|her|his) (?:new |old )?{_BOSS})\b"
            ),
            (
                rf"\bthinks (?:that )?(?:the|her|his|their|my|{_NAME})\b[^.]{{0,30}}\b(?:idiot|hopeless|useless"
                r"|incompetent|nonsense|a fool|stupid|crazy|a joke)\b"
            ),
            r"\b(?:having an affair|alcoholic)\b",
            rf"^\W*(?:[Ss]he|[Hh]e|{_PERSON}) drinks(?: (?:too much|again|a lot))?\W*$",
            (
                r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:\w+ )?(?:dog|cat|horse|friend|colleague|neighbour|aunt|uncle|student"
                r"|client|grand\w+) (?:has |had |just |has just )?(?:died|passed away|is dying)\b"
            ),
        )
    )
)
_GENERAL = regex(r"\b(?:if|when|whether|unless|every|each|any|who|no)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def is_about_others(line: str) -> bool:
    """Whether a line of notes tells of somebody else's illness, money, mood, quarrels or trouble at work.

    ``if the child has asthma`` is about nobody; ``Write down who was fired`` neither.
    """
    told = any(not _GENERAL.search(line[: match.start()]) for match in _ABOUT_OTHERS.finditer(line))
    return told or tells_of_a_life(line, _GENERAL)
