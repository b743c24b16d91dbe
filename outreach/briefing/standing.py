"""What may be done with a statement: usable, unconfirmed, private, or clutter."""

from __future__ import annotations

import re

from outreach.briefing.clutter import why_clutter
from outreach.briefing.lives import CLOSE_KIN
from outreach.briefing.others import is_about_others
from outreach.domain.facts import Standing
from outreach.domain.people import Mentor
from outreach.wording.patterns import regex
from outreach.wording.words import is_base, words

Verdict = tuple[Standing, str]

USABLE: Verdict = (Standing.USABLE, "")


def _any(*patterns: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return regex("|".join(patterns), flags)


_DOUBT = _any(
    r"\?\?",
    r"\bnot (?:100 ?% |quite |entirely |completely |really |so )?(?:sure|certain)\b",
    r"\bunsure\b|\bsure if\b",
    r"\b(?:I|I['’]ve|I have|we)\s+heard\b",
    # "she heard 300 appeals" is a fact about her.
    r"(?<!\bshe )(?<!\bhe )(?<!\bthey )(?<!\bwho )(?<!\bbe )(?<!\bbeen )(?<!\bwas )(?<!\bwere )"
    r"(?<!\bget )(?<!\bgot )(?<!self )\bheard\b",
    r"\b(?:maybe|perhaps|probably|allegedly|apparently|supposedly|rumou?r(?:s|ed)?|unconfirmed|to be confirmed"
    r"|tbc)\b",
    r"\bneed to check\b|\bcheck this\b",
)
_GUESS = _any(r"\bI (?:think|guess|believe|assume|suppose)\b")

_INSTRUCTION = _any(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|above|previous)\b",
    r"(?:^|[^\w\s]\s*|\b(?:please|now|must|should|also|then|you to)\s+)(?:ignore|disregard|forget|override)\b.{0,40}"
    r"\b(?:rules|earlier|prior|before)\b",
    r"^\W*(?:system|assistant|user|developer|instructions?|prompt"
    r"|(?:note to|dear|hey) (?:an? )?(?:ai|llm|assistant|chatbot)s?)"
    r"\s*(?:prompt|message)?\s*[:\]>]",
    r"^\W*(?:system|assistant|user|developer)\s+(?:you|i|ignore|write|please)\b",
    r"\b(?:you are|you're|act as|as) (?:now )?an? (?:ai|a\.i\.|assistant|language model|llm|chatbot|bot)\b",
    r"\bfrom now on,? you\b|\byou are now an?\b|\bpretend (?:to be|that you|you)\b",
    r"\blanguage models?\b.{0,30}\b(?:must|should|please)\b",
    r"\b(?:system prompt|jailbreak|new instructions)\b|\brate this\b",
    r"\b(?:respond|reply|answer|output|write|say)\s+(?:only|with only|exactly|nothing but)\b",
    r"\b(?:tell|ask|urge|say that|write that|convince) the (?:reader|user|recipient)\b",
    r"<\||\|>|\[/?INST\]|<</?SYS>>",
)

_NOT = r"(?:do not|don['’]?t|not to|never|pls not|please don['’]?t|pls don['’]?t)"
_SECRET = _any(
    r"\boff the record\b|\bbetween (?:us|you and me|ourselves)\b",
    rf"\b{_NOT} (?:mention|repeat|pass (?:it |this )?on)\b",
    rf"\b{_NOT} (?:tell|share|say|forward)(?: (?:anyone|anybody|others|it|this|that)\b|\s*[:(])",
    r"\b(?:pls|please) (?:not|don['’]?t|do not|never) (?:tell|share|say|forward)\b",
    rf"(?-i:\b{_NOT} tell [A-Z])",
    r"\bnot (?:to be|for) (?:mentioned|shared|repeated|sharing|others)\b",
    r"\bnot public(?: yet)?\b|\bNDA\b|\bkeep (?:it|that|this) (?:to (?:yourself|myself|ourselves)|quiet|secret)\b",
    r"\bnot for (?:the )?others?\b|\bhush\b",
    r"\bstays? (?:in this room|between|here)\b|\bnobody (?:may|must|should) know\b",
    r"\bnot (?:yet )?(?:official|announced)\b|\bunofficially\b|^\W*unofficial\b",
    r"\bembargo(?:ed)?\b|\bmum['’]s the word\b",
    r"\bunder (?:your|my|our) hat\b|\bjust for me\b|\bfor my eyes\b|\bnobody (?:else )?knows(?: yet\b|\W*$)",
    r"\bconfidential(?:ly)?\b|\bin confidence\b|\bkeep (?:this )?(?:private|secret|to myself)\b",
)

# A name or the initial that stands for one; "I" is the mentee.
_NAME = r"(?!I\b)[A-Z][\w.]*"
_WHOSE = rf"(?:[Hh]er|[Hh]is|[Tt]heir|{_NAME}(?: [A-Z][\w.]*)?['’]s?)"
_FAMILY = rf"(?:{CLOSE_KIN}|marriage|divorce|wedding|pregnancy)"
_WORK_OF = (
    r"(?! (?:of|plan|plans|checklist|checklists|protocol|notes|paper|room|cent(?:re|er)|list|guide|registry|ward"
    r"|unit|management|work|nurses?))"
)
_HEALTH = (
    r"(?:in hospital|hospitali[sz]ed|off sick|on sick leave|sick leave|cancer|chemo(?:therapy)?|depress(?:ed|ion)"
    r"|burn(?:ed|t)[ -]?out|burnout|pregnant|miscarriage|surgery|operation|diagnos(?:ed|is)|ill(?:ness)?|therapy"
    rf"|treatment|medication|migraines?|passed away|funeral|grieving){_WORK_OF}"
)
_MOOD = (
    r"(?:tired|exhausted|worn out|drained|shaken|stressed|upset|sad|angry|annoyed|irritated|nervous|anxious|unhappy"
    r"|depressed|distracted|fed up|in a (?:bad|foul) mood|crying|in tears|lonely|frustrated|overwhelmed|worried"
    r"|hungover|unwell|poorly|sick|ill|in debt|bankrupt|broke|divorced|getting divorced|pregnant)"
)
_MONEY = r"(?:salary|wages?|debts?|mortgage|bonus|pay ?cut|redundanc(?:y|ies)|overdraft|loan|divorce)"
_PERSON = rf"(?!(?:Every|No|Any|Some)(?:one|body)\b|(?:We|The|It|You|\w+s)\b){_NAME}"
_STATE = (
    r"(?:divorce|separation|ADHD|autism|dyslexia|visa|asylum|custody|rehab|IVF|drinking|diagnosis|medication"
    r"|disability|pregnancy)"
)
_LIFE = (
    r"(?:drunk|hung ?over|in rehab|drinks? too much|drinking|(?:was|been|got|is being|were) (?:fired|sacked"
    r"|laid off|made redundant)"
    r"|(?:was|were|been) made redundant|looking for (?:another|a new|a different) job|job[- ]hunting|gay"
    r"|lesbian|bisexual|trans"
    r"|queer|autistic|dyslexic|doing IVF|hates?|can['’]?t stand|cannot stand|leaving(?: in| the company"
    r"| soon)?|quitting)"
)
_A_BIT = r"(?:(?:a bit|a little|very|quite|so|really|rather|still) )?"

# Health, family, money or mood of somebody else; the mentee's own ("I", "my") are theirs to tell.
_OTHERS = _any(
    rf"\b{_WHOSE}\s+(?:\w+\s+)?{_FAMILY}\b",
    rf"\b{_WHOSE}\s+(?:\w+\s+){{0,2}}(?:{_HEALTH}|{_MONEY})\b",
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey|{_NAME})(?:['’](?:s|re)|\s+(?:is|was|are|were|has been"
    rf"|have been|had been|has|had|seems?"
    rf"|seemed|looks?|looked|sounds?|sounded|feels?|felt|went))\s+{_A_BIT}(?:{_MOOD}|{_HEALTH})\b",
    rf"^\W*(?:(?:seem|look|sound)(?:s|ed)|was|is)\s+{_A_BIT}{_MOOD}\b",
    rf"\b{_FAMILY}\s+(?:is|was|are|were|has been|in)\s+(?:\w+\s+)?{_HEALTH}",
    r"\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:cried|broke down|wept|owes?)\b",
    r"\bgoing through a (?:divorce|separation|break-?up|bad time)\b|\bnew(?:born)? baby\b|^\W*[Pp]regnant\b",
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey|{_PERSON})(?:['’](?:s|re|d)|\b)(?: \w+){{0,3}}? {_LIFE}\b",
    r"\b(?:[Ss]he|[Hh]e|[Tt]hey)(?:['’](?:s|re)| (?:is|was|are|were)) (?:\w+ )?on medication\b",
    r"\b(?:[Ss]he |[Hh]e |[Tt]hey )?(?:has|have|had) (?:\w+ )?(?:ADHD|MS(?! in)|autism|dyslexia|cancer|diabetes"
    r"|IVF)\b",
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey|{_PERSON}) (?:gets?|got|getting) {_A_BIT}{_MOOD}\b",
    rf"\b{_WHOSE}\s+(?:\w+\s+)?{_STATE}\b|^\W*{_STATE}\b.{{0,40}}\b(?:she|he|they)\b|\bcustody (?:hearing"
    rf"|battle|case)\b",
    r"\b(?:[Ss]he|[Hh]e) (?:is|turns|turned) \d\d\b(?! (?:minutes|hours|km|%))",
    r"\bon (?:maternity|paternity|parental|sick|compassionate) leave\b",
    flags=0,
)


def of_background(statement: str, line: str, *, mentor_speaks: bool = False, mentor: Mentor | None = None) -> Verdict:
    """Standing of a statement of a pasted background.

    Args:
        statement: one statement, cleaned.
        line: the whole line it stands in.
        mentor_speaks: whether ``I`` is the mentor, whose "I think" is no doubt of the mentee's.
        mentor: whose bare name is no fact.
    """
    if _INSTRUCTION.search(statement):
        return Standing.CLUTTER, _TO_MACHINE
    if _DOUBT.search(statement) or (not mentor_speaks and _GUESS.search(statement)):
        return Standing.UNCONFIRMED, "you marked it as not sure"
    if why := why_clutter(statement, line, mentor):
        return Standing.CLUTTER, why
    return USABLE


_OWN_DOUBT = _any(
    r"\?\?",
    # "I am not sure how to price" is no doubt about a fact.
    r"\bnot (?:yet |quite |entirely )?(?:sure|certain)\b(?! (?:how|what|why|where|of|about))|\bunconfirmed\b"
    r"|\bto be confirmed\b|\btbc\b",
    r"\b(?:I|I['’]ve|I have|we) heard that\b|^\W*heard (?:that|from|my|our)\b",
)


def of_own_background(statement: str, line: str) -> Verdict:
    """Standing of a statement of the mentee's own background: theirs to tell, unless they are not sure of it."""
    return (Standing.UNCONFIRMED, "you marked it as not sure") if _OWN_DOUBT.search(statement) else USABLE


_TO_MACHINE = "an instruction to a machine, not a fact"


def is_beside(verdict: Standing, why: str) -> bool:
    """Whether a statement is set aside, but is no instruction to a machine."""
    return verdict is Standing.CLUTTER and not why.startswith("an instruction to a machine")


def goes_on(before: Standing, why: str, statement: str) -> bool:
    """Whether a statement carries on an instruction to a machine that stands before it in the same line."""
    first = (words(statement) or [""])[0]
    commands = is_base(first) or re.search(r"\b(?:you (?:must|should|will)|the reader|do not|don['’]t)\b", statement)
    return before is Standing.CLUTTER and why == _TO_MACHINE and bool(commands)


OF_OTHERS = "it is about somebody's health, family, money or mood"


def of_note(line: str) -> Verdict:
    """Standing of a line of meeting notes; the whole line decides for each sentence in it."""
    if line.lstrip().startswith("!"):
        return Standing.PRIVATE, "you marked it with !"
    if _SECRET.search(line):
        return Standing.PRIVATE, "it says that it is not to be told"
    if _OTHERS.search(line) or is_about_others(line):
        return Standing.PRIVATE, OF_OTHERS
    if _INSTRUCTION.search(line):
        return Standing.CLUTTER, "an instruction to a machine, not a note"
    return USABLE
