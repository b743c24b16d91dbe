"""How the mentee found the mentor, as a sentence."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor, Relationship
from outreach.wording import words as w
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import DETERMINERS, PREPOSITIONS
from outreach.wording.telling import tell_to_mentor

_PLATFORMS = {
    name.casefold(): name
    for name in (
        "LinkedIn YouTube Twitter Instagram Facebook Mastodon Bluesky GitHub Reddit Google TikTok Xing Meetup"
    ).split()
}
_MADE_BY_THEM = (
    "talk blog book article podcast paper workshop course channel lecture newsletter website thesis"
).split()
_PUBLISHED = frozenset(
    """
    newsletter podcast blog website page site article interview talk directory network programme program scheme
    magazine profile book course webinar lecture conference fair exhibition workshop association society guild union
    register     list     staff notice bulletin forum group
    """.split()
)
_TOGETHER = re.compile(
    r"(?:we )?(?:were |been |got )?(?:matched|paired|introduced|connected|put in touch|brought together)\b",
    re.IGNORECASE,
)
_NAMED_TO = re.compile(r"(?:was )?(recommended|suggested|referred|named|mentioned)(?: to me)? by\s+(.+)", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:programme|program|scheme|matching)\b", re.IGNORECASE)
_OWN_SUBJECT = re.compile(
    r"(?:my|our|the|a|an|one of my)\s[^,.;]{1,60}?\s(?:gave|told|said|mentioned|recommended|suggested|sent"
    r"|showed|pointed|introduced|named|knows?|works?|talked|spoke|thought|thinks)\b",
    re.IGNORECASE,
)
_NAME_AND_VERB = re.compile(
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:gave|told|said|mentioned|recommended|suggested|sent|showed|pointed"
    r"|introduced|named)\b"
)
# Past forms that the mentee's own notes begin with; "read" and "put" have no form of their own.
_MY_DEEDS = frozenset(
    "read saw heard met watched attended listened spoke talked visited took followed bought came worked studied".split()
)


def connection(mentor: Mentor, background: str) -> str:
    """The sentence; empty where nothing is known, or where the introducer's own sentence says it already.

    ``her interview in a magazine`` → ``I found you through your interview in a magazine.``
    ``read her paper`` → ``I read your paper.`` ``my boss gave me his name`` → ``My boss gave me your name.``
    """
    found = one_line(mentor.found_through).rstrip(" .!,;")
    if not w.words(found) or _is_introducer(mentor, found):
        return ""
    told = tell_to_mentor(found, mentor)
    sentence = _with_verb(found, told) or _of_noun(found, told, mentor, background)
    return w.as_sentence(sentence) if sentence else ""


def _is_introducer(mentor: Mentor, found: str) -> bool:
    """Whether the field only names the person who introduced the two."""
    if mentor.relationship is not Relationship.INTRODUCED or not mentor.introduced_by:
        return False
    names = {folded(word) for word in w.words(mentor.introduced_by)}
    return len(w.words(found)) <= 4 and any(folded(word) in names for word in w.words(found))


def _with_verb(found: str, told: str) -> str:
    """The field as a sentence where it has a verb of its own; empty where it has none."""
    words = [word.casefold() for word in w.words(told)]
    first, second = [*words, "", ""][:2]
    if first.split("'")[0].split("’")[0] in {"i", "we"} or (first == "you" and second not in {""}):
        return told
    if _TOGETHER.match(found):
        return f"We were {w.decapitalised(re.sub(r'^(?:we )?(?:were |been |got )?', '', told, flags=re.IGNORECASE))}"
    if named := _NAMED_TO.match(told):
        return f"{w.capitalised(named[2])} {named[1].casefold()} you"
    third = words[2] if len(words) > 2 else ""
    if first in {"my", "our"} and w.is_past(third) and "her" not in words and "his" not in words:
        return told
    if _OWN_SUBJECT.match(told) or _NAME_AND_VERB.match(told):
        return told
    if first == "met" and (second in PREPOSITIONS or second in {"once", "briefly", "twice"}):
        return f"We {w.decapitalised(told)}"
    if (first in _MY_DEEDS or w.is_past(first)) and first not in {"set", "cut", "put"}:
        return f"I {w.decapitalised(told)}"
    if w.is_third(first) and second in PREPOSITIONS | DETERMINERS:
        return f"You {w.base_of_third(first)}{told[len(first) :]}"
    if first in PREPOSITIONS:
        return told if _tells_of_them(told) else f"I found you {w.decapitalised(told)}"
    return ""


def _tells_of_them(told: str) -> bool:
    """Whether a phrase goes on with what the mentor did: ``at the meeting you asked …``."""
    return any(w.is_past(word) for word in re.findall(r"\byou (?:[a-z]+ly )?([a-z]+)\b", told))


def _of_noun(found: str, told: str, mentor: Mentor, background: str) -> str:
    platform = _PLATFORMS.get(found.casefold())
    if platform:
        return f"I found you on {platform}"
    if re.match(r"(?:my|our)\s+\w+\s+\w+s\b", found) and re.search(r"\b(?:she|he|her|his|him|it|they)\b", found):
        # "my aunt uses it on her stall": whose "her" is, nobody can tell.
        return ""
    phrase = _with_the(_as_theirs(w.decapitalised(told), background))
    if mentor.relationship is Relationship.MENTOR and _SCHEME.search(found):
        return f"We were matched through {phrase}"
    return f"I found you through {phrase}"


def _as_theirs(found: str, background: str) -> str:
    """``the talk`` becomes ``your talk`` where the background tells of one."""
    for noun in _MADE_BY_THEM:
        if re.search(rf"\b{noun}s?\b", background, re.IGNORECASE):
            found = re.sub(rf"\bthe {noun}\b(?! by\b)", f"your {noun}", found)
    return found


def _with_the(phrase: str) -> str:
    first = (phrase.split() or [""])[0]
    if not first.islower() or first in DETERMINERS:
        return phrase
    head = w.head_noun(phrase)
    if head in _PUBLISHED:
        return f"the {phrase}"
    return phrase if head.endswith("s") else w.with_article(phrase)
