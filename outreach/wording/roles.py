"""Lines of a CV without a verb: where grammar makes it certain, they become a sentence about the mentor.

``2001-2006 Postdoc, University of Graz`` can only mean that she was one; ``12 books`` never gets a verb.
"""

from __future__ import annotations

import re

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import DETERMINERS, KIN, MONTHS, NOUNISH, PARTICIPLES, PAST, PREPOSITIONS
from outreach.wording.naming import mask, name_pattern, unmask
from outreach.wording.patterns import regex

_YEAR = r"(?:(?:\d{1,2}[/.]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s)?(?:19|20)\d\d|[’']\d\d)"
_NOW = r"(?:present|today|now|current|date|heute|ongoing)"
_RANGE = regex(
    rf"(?:from\s+)?(?P<from>{_YEAR})\s*(?:[-–—]|to|until|till)\s*(?P<to>{_YEAR}|\d\d(?!\d)|{_NOW})\s*[:,|]?\s+",
    re.IGNORECASE,
)
_SINCE = regex(rf"since\s+(?:(?:{'|'.join(MONTHS)})\s+)?(?P<from>{_YEAR})\s*[:,]?\s+", re.IGNORECASE)
_EARLIER = regex(
    r"(?:earlier|before (?:all )?that|before(?=\s*:)|formerly|previously|prior to that)\s*[:,]?\s+", re.IGNORECASE
)
_PRESENT = regex(r"(?:now|currently|presently|today)\s*[:,]?\s+", re.IGNORECASE)
_PAST_RANGE = regex(rf"\s*\(?\b(?:from )?(?:{_YEAR})\s*(?:[-–—]|to|until)\s*(?:{_YEAR}|\d\d)\)?$")
_SINCE_BEHIND = regex(rf"\s*\(?\bsince\s+(?:(?:{'|'.join(MONTHS)})\s+)?(?:{_YEAR})\)?", re.IGNORECASE)
_SPAN = regex(
    r"\b(?:for|over|after|during)\s+\S+\s+(?:years|months)|\b\d+\+? ?(?:years|yrs|months|mths)\b|\buntil\b|\btill\b"
)

_INSTITUTION = regex(
    r"\b(?:Universi\w+|Univ\.|Institut\w*|School|Hospital|College|Museum|Academy|Ltd|GmbH|AG|Inc|LLC|Company|Chambers"
    r"|Cent(?:re|er)|Library|Co-?operative|Trust|Foundation|Society|Council|Ministry|Department|Laborator\w+|Labs?|Station"
    r"|Theatre|Orchestra|Bank|Group|Agency|Authority|Press|Services?|Society|Association|Guild|Office|Works)\b"
)
_NO_ROLE = frozenset(
    "woman man person child daughter son boy girl student pupil apprentice intern trainee candidate".split()
)
_RELATIVES = KIN - {"boss", "manager", "mentor", "partner", "teacher"}
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh only another one last best youngest oldest".split()
)
_ACRONYM = regex(r"(?:C[A-Z]O|VP|SVP|EVP|MD)\b")
_SMALL = regex(
    r"(?:senior|junior|lead|head|principal|full|former|deputy|assistant|associate|freelance|independent|master|staff|interim"
    r"|acting|founding|managing|visiting|emeritus|honorary|shift|site|team|court|\w+(?:al|ing|ed|or|er|ist|ive|ary)|[A-Z]\w+-[a-z]\w+)$",
    re.IGNORECASE,
)
# "French teacher", "Welsh tutor": a capital that stays.
_PEOPLES = regex(
    r"(?:[cs]h|ese|[iec]an|man|ic|wiss|eek|ech|vak|urk|urd|rab|que|lan|ulu|atin|ndi|ili|ani|eli|hai|ori|oys?|aaf?ns?)$"
)
_OF_ONE = regex(
    r"(?:co-?)?(?:author|founder|editor|owner|creator|inventor|director|head|chair|winner)s?\s+of\b", re.IGNORECASE
)
_PREDICATE = regex(
    r"(?P<is>responsible for|in charge of|passionate about|interested in|fluent in|proud of)\b:?"
    r"|(?P<born>born(?: and (?:raised|bred))?(?= in\b| \d{4}$| on\b))",
    re.IGNORECASE,
)
_STAYS = regex(rf"(?:back )?(?:at|with|in)\s+[^,;:]{{2,60}}?\s+since\s+{_YEAR}\b", re.IGNORECASE)
_PRONOUN = regex(r"\b(?:she|he|they|i|we|you|my|our|us|me|who|that|which)\b", re.IGNORECASE)


def as_sentence_about(text: str, mentor: Mentor) -> str:
    """``text`` with ``she`` and a verb, where it is a fragment that can mean one thing only; empty otherwise."""
    masked, kept = mask(text)
    return unmask(_dated_verb(masked) or _predicate(masked) or _role(masked, mentor), kept)


def _predicate(masked: str) -> str:
    if found := _PREDICATE.match(masked):
        rest = masked[found.end() :].strip()
        if not rest:
            return ""
        if found["born"]:
            rest = re.split(r";|, (?!\d)", rest)[0]
            return f"she was {found[0].lower()} {'in ' if rest[:1].isdigit() else ''}{rest}"
        return f"she is {found[0].lower().rstrip(':')} {rest}"
    going = re.match(r"(currently|presently|now)\s+([a-z]+ing)\s+\S", masked, re.IGNORECASE)
    if going and not w.names_a_person(masked[going.start(2) :]) and not _PRONOUN.search(masked):
        return f"she is {going[1].lower()} {masked[going.start(2) :]}"
    if _STAYS.match(masked) and not _PRONOUN.search(masked):
        return f"she has been {masked[0].lower()}{masked[1:]}"
    return ""


def _dated_verb(masked: str) -> str:
    """``2024: toured 17 villages`` and ``With Mamadou Diallo runs an office``: only the subject is left out."""
    found = re.match(r"((?:19|20)\d\d)\s*[:–-]?\s+([a-z]+)\s+(?=\S)", masked)
    if found and w.is_past(found[2]) and not w.names_a_person(found[2]):
        behind = (w.words(masked[found.end() :]) or [""])[0]
        if behind.isdigit() or behind.casefold() in DETERMINERS:
            return f"in {found[1]} she {masked[found.start(2) :]}"
    found = re.match(r"((?:[Tt]ogether w|[Ww])ith (?:[^\W\d_a-zß-ÿ][\w.’'-]*\s){1,3})([a-z]+)\s", masked)
    if found and w.is_third(found[2]):
        return f"{masked[0].lower()}{found[1][1:]}she {masked[found.start(2) :]}"
    return ""


def _role(masked: str, mentor: Mentor) -> str:
    rest, name_given = _without_name(masked, mentor)
    rest, earlier = _cut(_EARLIER, rest)
    rest, present = _cut(_PRESENT, rest)
    span = _RANGE.match(rest)
    since = _SINCE.match(rest)
    lead = span or since
    rest = rest[lead.end() :] if lead else rest
    role, tail = _split(rest)
    behind = _SINCE_BEHIND.search(role) or (_SINCE_BEHIND.match(tail) if tail else None)
    if not behind and not lead and tail:
        behind = _SINCE_BEHIND.fullmatch(tail.lstrip(",; "))
    bare = _SINCE_BEHIND.sub("", role).strip()
    dated = bool(lead or behind)
    if not _names_role(bare, mentor) or (tail.startswith(":") and not dated):
        return ""
    if (
        re.search(r"\b(?:19|20)\d\d\b", bare)
        or _PRONOUN.search(bare)
        or (_SPAN.search(rest) and not (dated or name_given or earlier))
    ):
        return ""
    over = _PAST_RANGE.search(rest)
    if over and not dated and not earlier:
        earlier = True
    place = "" if bare.endswith(")") else _place(tail, mentor)
    times = over[0] if over and over[0] not in place and earlier and not lead else ""
    verb = _verb(span, bool(since or behind), earlier=earlier, present=present)
    what = f"{verb} {_noun(bare, mentor)}{place}{times if '(' in times else ''}"
    if span and "has been" not in verb:
        return f"from {_year(span['from'])} to {_year(_full(span))} she {what}"
    year = span["from"] if span else since["from"] if since else ""
    said = behind[0].strip(" ()") if behind else ""
    if year:
        return f"since {_year(year)} she {what}"
    return f"she {what} {said}".strip()


def _cut(pattern: re.Pattern[str], rest: str) -> tuple[str, bool]:
    found = pattern.match(rest)
    return (rest[found.end() :], True) if found else (rest, False)


def _without_name(masked: str, mentor: Mentor) -> tuple[str, bool]:
    label = re.match(
        rf"{name_pattern(mentor)}(?:,?\s+[A-Z]{{2,5}})?\s*(?:\([^()]*\)\s*)?(?:\|{{1,2}}|[-–—:]|,(?!\s*(?:who|whose|which)\b))\s*",
        masked,
        re.IGNORECASE,
    )
    rest = masked[label.end() :] if label else masked
    return re.sub(r"\s*\([^()]*>[^()]*\)", "", rest), bool(label)


def _split(rest: str) -> tuple[str, str]:
    """The role, and what stands behind its first comma, colon, bracket or dash."""
    rest = re.sub(r"\s@\s", " at ", rest)
    found = re.search(r",(?!\s+then\b)|[;:|(]|\s[-–—]\s|\.\s", rest)
    return (rest[: found.start()].strip(), rest[found.start() :]) if found else (rest.strip(), "")


def _names_role(role: str, mentor: Mentor) -> bool:
    found = [word.casefold() for word in w.words(role)]
    if not found or found[0][:1].isdigit() or found[0] in _ORDINALS | _RELATIVES | PREPOSITIONS or len(found) > 16:
        return False
    head = w.head_noun(re.split(r",? then ", role)[0])
    if found[0] in {"head", "lead", "chief", "guide"} and found[1:2] and found[1] in PREPOSITIONS - {"of", "for", "at"}:
        return False
    if head in _NO_ROLE | _RELATIVES or (head.endswith("s") and not head.endswith("ss")) or "'" in role.split()[0]:
        return False
    before = next((at for at, word in enumerate(found) if at and word in PREPOSITIONS), len(found))
    if any(map(_is_finite, found)) or before > 5 or set(found[1:before]) & DETERMINERS:
        return False
    same = bool(mentor.role) and w.head_noun(mentor.role.split("(")[0]) == head and bool(head)
    return same or bool(_ACRONYM.match(role)) or w.names_a_person(role) or bool(re.match(r"chair of\b", role, re.I))


def _is_finite(word: str) -> bool:
    third = w.is_third(word) and (word in {"is", "has", "does"} or w.base_of_third(word) not in NOUNISH)
    return word in _AUXILIARIES or third or (word in PAST and word not in PARTICIPLES and word != "lead")


_AUXILIARIES = frozenset("are was were have had can could will would does do did being been".split())


def _noun(role: str, mentor: Mentor) -> str:
    """The role as what follows "is": small, with an article unless it is a title or there can be one only."""
    title = re.split(rf"\s(?:{'|'.join(PREPOSITIONS)})\s|,", role)[0]
    if _ACRONYM.match(role) or len(re.findall(r"(?<![\w-])[A-Z][a-z]", title)) > 1:
        return role
    first, *others = w.words(title) or [role]
    plain = first[1:].islower() and all(word.islower() for word in others) and first not in mentor.organisation
    if _SMALL.match(first) or w.head_noun(role) == first.casefold() or (plain and not _PEOPLES.search(first)):
        role = role[0].lower() + role[1:]
    role = w.decapitalised(role)
    if _OF_ONE.match(role) and not re.match(r"(?:head|chair|director)\b", role):
        return f"the {role}"
    return w.with_article(role)


def _place(tail: str, mentor: Mentor) -> str:
    """Where it was, if what stands behind the comma is surely a workplace."""
    found = re.match(r",\s+([^,;:(|]+)", tail)
    if not found:
        return ""
    where = found[1].strip(" .")
    ours = mentor.organisation and where and where.casefold() in mentor.organisation.casefold()
    if not where[:1].isupper() or _SINCE_BEHIND.search(where) or not (ours or _INSTITUTION.search(where)):
        return ""
    the = (
        "the "
        if re.match(r"(?:University|Institute|Museum|Ministry|Department|School|College|Library|Academy) of\b", where)
        else ""
    )
    return f" at {the}{where}"


def _verb(span: re.Match[str] | None, since: bool, *, earlier: bool, present: bool) -> str:
    ongoing = span and re.fullmatch(_NOW, span["to"], re.IGNORECASE)
    if since or ongoing:
        return "has been"
    if span or earlier:
        return "was"
    return "is now" if present else "is"


def _year(typed: str) -> str:
    return re.sub(r"^(?:\d{1,2}[/.]|[A-Za-z]+\.?\s)", "", typed)


def _full(span: re.Match[str]) -> str:
    """The second year of ``2004-09`` in full."""
    first, last = _year(span["from"]), _year(span["to"])
    return first[:2] + last if len(last) == 2 and len(first) == 4 else last


_WORKS = (
    r"(?:talk|keynote|lecture|book|handbook|booklet|leaflet|guide|article|paper|essay|column|blog|blog post|newsletter"
    r"|podcast|thesis|dissertation|doctorate|phd|diploma|degree|msc|mba|course|workshop|exhibition|film|documentary|album"
    r"|novel|poster|webinar|study|patent)"
)
_THING = regex(
    rf"(?:(?P<year>(?:19|20)\d\d)\s+|(?:selected|recent|latest|current)\s+)?(?P<kind>(?:[\w-]+\s){{0,2}}{_WORKS})\b",
    re.IGNORECASE,
)


def tell_thing(text: str, mentor: Mentor) -> str:
    """A work of the mentor's as a noun phrase: ``Talk: 'Salt' (Leeds)`` → ``your talk 'Salt' (Leeds)``.

    It is no clause: it can stand behind "because of" or "I read about". Empty where the line is no single work.
    """
    masked, kept = mask(text.strip().rstrip(" .;,"))
    if _PRONOUN.search(masked.split("\ue000")[0]):
        return ""
    if own := re.match(rf"own\s+[^,;:(]+?(?=\s+(?:since|from|until)\s+{_YEAR}|[,;:(]|$)", masked, re.IGNORECASE):
        return unmask(f"your own{own[0][3:]}".strip(), kept)
    found = _THING.match(masked)
    if not found:
        return ""
    kind = found["kind"] if found["kind"].isupper() or "PhD" in found["kind"] else w.decapitalised(found["kind"])
    kind = re.sub(r"^(Talk|Book|Keynote|Column|Blog|Course|Doctorate|Thesis|Diploma)\b", lambda m: m[0].lower(), kind)
    if kind.split()[0].casefold() in DETERMINERS or w.is_past(kind.split()[0]) or w.is_third(kind.split()[0]):
        return ""
    lead = f"your {found['year']} {kind}" if found["year"] else f"your {kind}"
    rest = masked[found.end() :]
    title = re.match(r"[^.;]{0,60}?(\ue000\d+\ue001)(\s*\([^()]{2,40}\))?", rest)
    if title and title[2] and re.search(r"\d{1,2}[:.]\d\d|\b(?:track|room|hall)\b", title[2], re.IGNORECASE):
        title = re.match(r"[^.;]{0,60}?(\ue000\d+\ue001)(\s*\([^()]{2,40}\)){0}", rest)
    about = re.match(r"\s+(?:on|about|in|at|for|with|every)\s+[^,;:(]*[^,;:(\s](?:\s\([^()]{2,40}\))?", rest)
    if title and (not about or title.end() < len(about[0]) + 3):
        return unmask(f"{lead} {title[1]}{title[2] or ''}", kept)
    return unmask(f"{lead}{about[0].rstrip()}", kept) if about else ""
