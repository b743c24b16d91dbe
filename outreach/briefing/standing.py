"""What may be done with a statement: usable, unconfirmed, private, or clutter."""

from __future__ import annotations

import re

from outreach.domain.facts import Standing
from outreach.wording.clean import folded
from outreach.wording.words import words

Verdict = tuple[Standing, str]

USABLE: Verdict = (Standing.USABLE, "")

_DOUBT = re.compile(
    r"\?\?|\bnot (?:100 ?%|quite |entirely |completely |really |so )?(?:sure|certain)\b|\b(?:un)?sure if\b|\bunsure\b|\bheard (?:that|in|from|it|at)?\b|\bi (?:think|guess|believe)\b"
    r"|\b(?:maybe|perhaps|probably|allegedly|apparently|supposedly|rumou?r(?:s|ed)?|unconfirmed|to be confirmed|tbc|need to check|check this)\b",
    re.IGNORECASE,
)

_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous|earlier|prior)\b"
    r"|^\W*(?:system|assistant|user|developer|instructions?|prompt|note to (?:ai|llm|assistant)s?)\s*(?:prompt|message)?\s*[:\]>]"
    r"|\b(?:you are|act as|as) (?:now )?an? (?:ai|a\.i\.|assistant|language model|llm|chatbot)\b|\blanguage models?\b.{0,30}\b(?:must|should|please)\b"
    r"|\b(?:system prompt|jailbreak|new instructions)\b|\b(?:respond|reply|answer|output|write)\s+(?:only|with only|exactly)\b|\brate this\b"
    r"|<\||\|>|\[/?INST\]|<</?SYS>>",
    re.IGNORECASE,
)

_CONTACT = re.compile(
    r"^\W*(?:tel|phone|mobile|cell|fax|e-?mail|mail|website|web|url|address|office|room|opening hours|hours|visiting|visit us|contact(?: us| me)?"
    r"|twitter|instagram|facebook|linkedin|github|orcid|x|bluesky|mastodon|follow (?:me|us)|newsletter|subscribe|share|menu|cookies?|top skills|skills"
    r"|tags?|keywords|languages?|pronouns?|image|photo|copyright)\s*[:?#@|(]",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"^\W*(?:accept (?:all )?cookies|we use cookies|read more|learn more|see more|show (?:more|less)|click here|sign (?:in|up)|log ?in|skip to (?:main )?content"
    r"|back to top|all rights reserved|privacy policy|terms (?:of|and)|subscribe|book now|buy (?:now|tickets)|get in touch|follow me|home\b.{0,12}\babout|©)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|(?<!\w)(?:\+\d|\(0|0\d)[\d ()/.-]{6,}\d")
_HEADINGS = frozenset(
    """
    about|about me|about us|bio|biography|profile|summary|experience|education|notes|my notes|contact|skills|publications|talks|selected talks
    |selected publications|awards|hobbies|interests|speaker|speakers|abstract|work|career|overview|home|news|research|research interests|teaching
    """.replace("\n", "").replace("    ", "").split("|")
)

_SECRET = re.compile(
    r"\boff the record\b|\bbetween (?:us|you and me|ourselves)\b|\b(?:do not|don'?t|not to|never|pls not|please don'?t) (?:mention|tell|share|repeat|say)\b"
    r"|\bnot to be (?:mentioned|shared|repeated)\b|\bconfidential(?:ly)?\b|\bin confidence\b|\bkeep (?:this )?(?:private|secret|to myself)\b",
    re.IGNORECASE,
)
_WHOSE = r"(?:her|his|their|[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s?)"
_FAMILY = (
    r"(?:ex-?)?(?:husband|wife|partner|spouse|boyfriend|girlfriend|son|daughter|kids?|child(?:ren)?|baby|mother|father|mum|mom|dad|parents?|brother|sister"
    r"|marriage|divorce|wedding|pregnancy)"
)
_HEALTH = (
    r"(?:in hospital|hospitali[sz]ed|off sick|on sick leave|sick leave|cancer|chemo(?:therapy)?|depress(?:ed|ion)|burn(?:ed|t)[ -]?out|burnout|pregnant|miscarriage"
    r"|surgery|operation|diagnos(?:ed|is)|ill(?:ness)?|therapy|treatment|medication|passed away|funeral|grieving)"
)
_MOOD = (
    r"(?:tired|exhausted|stressed|upset|sad|angry|annoyed|irritated|nervous|anxious|unhappy|depressed|distracted|in a (?:bad|foul) mood|cried|crying|in tears|lonely"
    r"|frustrated|overwhelmed|worried|hungover|unwell|poorly|sick|ill)"
)
_MONEY = r"(?:salary|wages?|debts?|mortgage|bonus|pay ?cut|redundanc(?:y|ies)|overdraft|loan|divorce)"

# Health, family, money or mood of somebody else; the mentee's own ("I", "my") are theirs to tell.
_OTHERS = re.compile(
    rf"\b{_WHOSE}\s+(?:\w+\s+)?{_FAMILY}\b|\b{_WHOSE}\s+(?:\w+\s+){{0,2}}(?:{_HEALTH}|{_MONEY})\b"
    rf"|\b(?:she|he|they|[A-Z][\w.]+)\s+(?:is|was|are|were|has been|had been|has|had|seems?|seemed|looks?|looked|sounds?|sounded|feels?|felt|went)\s+(?:(?:a bit|very|quite|so|really|rather)\s+)?"
    rf"(?:{_MOOD}|{_HEALTH})\b|^\W*(?:seem(?:s|ed)|look(?:s|ed)|sound(?:s|ed)|was|is)\s+(?:(?:a bit|very|quite|so|really|rather)\s+)?{_MOOD}\b"
    rf"|\b{_FAMILY}\s+(?:is|was|are|were|has been|in)\s+(?:\w+\s+)?{_HEALTH}",
)


def of_background(statement: str, line: str) -> Verdict:
    """Standing of a statement of a pasted background."""
    if _INSTRUCTION.search(statement):
        return Standing.CLUTTER, "an instruction to a machine, not a fact"
    if _DOUBT.search(statement):
        return Standing.UNCONFIRMED, "you marked it as not sure"
    if why := _clutter(statement):
        return Standing.CLUTTER, why
    return USABLE


def _clutter(statement: str) -> str:
    bare = re.sub(r"[^\w\s]", " ", statement).strip()
    if folded(" ".join(bare.split())) in _HEADINGS:
        return "a heading"
    if _CONTACT.match(statement) or _CHROME.match(statement):
        return "contact details or a menu"
    if len(re.findall(r"\[[^\]]*\]", statement)) >= 2 or re.fullmatch(r"\W*\[[^\]]*\]\W*", statement):
        return "a menu"
    if len(re.findall(r"[•|]|//| · ", statement)) >= 2:
        return "a list of labels"
    left = _ADDRESS.sub(" ", re.sub(r"#\w+", " ", statement))
    if len(words(left)) < 2 or len(re.sub(r"\W", "", left)) < 7:
        return "too short to be a fact"
    if _ADDRESS.search(statement):
        return "contact details"
    if statement.rstrip(" \"'”’)").endswith("?"):
        return "a question, not a statement"
    return ""


def of_note(line: str) -> Verdict:
    """Standing of a line of meeting notes; the whole line decides for each sentence in it."""
    if line.lstrip().startswith("!"):
        return Standing.PRIVATE, "you marked it with !"
    if _SECRET.search(line):
        return Standing.PRIVATE, "it says that it is not to be told"
    if _OTHERS.search(line):
        return Standing.PRIVATE, "it is about somebody's health, family, money or mood"
    if _INSTRUCTION.search(line):
        return Standing.CLUTTER, "an instruction to a machine, not a note"
    return USABLE
