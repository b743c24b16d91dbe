"""How the mentee found the mentor, as a sentence."""

from __future__ import annotations

import re

from outreach.domain.people import Mentor, Relationship
from outreach.drafting.shorthand import is_nothing, spelled
from outreach.wording import words as w
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import DETERMINERS, KIN, NOUNISH, PARTICIPLES, PAST, PREPOSITIONS
from outreach.wording.naming import mask
from outreach.wording.owners import of_another
from outreach.wording.patterns import regex
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
_TOGETHER = regex(
    r"(?:we )?(?:were |been |got )?(?:matched|paired|introduced|connected|put in touch|brought together)\b",
    re.IGNORECASE,
)
_NAMED_TO = regex(r"(?:was )?(recommended|suggested|referred|named|mentioned)(?: to me)? by\s+(.+)", re.IGNORECASE)
_SCHEME = regex(r"\b(?:programme|program|scheme|matching)\b", re.IGNORECASE)
_AFTER_RELATIVE = {"who", "which", "whose", "that", "where", "when", "how", "whether", "what", "if", "because"}
_OBJECTS = DETERMINERS | {"me", "us", "you", "him", "them", "i"}
_PIECES = frozenset(
    "article documentary episode feature interview podcast post programme story talk thread video".split()
)
_MASS = {"word of mouth", "chance", "luck", "accident", "coincidence", "pure chance", "hearsay"}
# "we worked together; saw you spoke": whoever the first verb is of, it was the mentee who saw it.
_THEN_I = regex(r"[;,] (?:and )?(?:I )?(?=(?:saw|heard|read|watched|noticed) (?:that )?you(?:r\b| [a-z]))")
_GAVE_ME = regex(r"(?P<who>(?:[A-Z][\w.'’-]+ ){1,4})(?=(?:gave|lent|sent|showed|handed|forwarded|emailed) me )")
_MY_WAY_TO_THEM = regex(r"\b(?:me|us) (?:to|towards|on to) |\byour (?:name|e?mail|address|number|details|card|contact)")
_KNOWS_ME = regex(
    r"\b(?:we|us|together)\b|\byou (?:\w+ )?(?:taught|trained|hired|managed|supervised|coached|knew|know|met) me\b"
    r"|\bI (?:\w+ )?(?:worked|studied|trained|met|knew|know|reported)\b.*\byou\b",
    re.IGNORECASE,
)
_DATED_WORK = regex(r"\bthe (?P<year>(?:19|20)\d\d) (?:paper|article|book|thesis|report|talk)\b(?! by\b)")
_DONE_TO_ME = regex(
    rf"(?:[a-z]+ed|taught|gave|sent|wrote|told|hired|met|knew) (?:me|us|(?:my|our) (?:{'|'.join(sorted(KIN))}))\b",
    re.IGNORECASE,
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
    found = spelled(one_line(mentor.found_through)).rstrip(" .!,;")
    if is_nothing(found) or _is_introducer(mentor, found):
        return ""
    mine, _, certain = of_another(found, mentor)
    if not certain:
        # "a trainee had her before she moved": whose move it was, nobody can tell.
        found = mine
    told = tell_to_mentor(found, mentor)
    if not certain and not re.search(r"\byou(?:rs?)?\b", told):
        return ""
    if copy := re.search(r"\bme (his|her|their) copy\b", found):
        # It is the giver's.
        told = told.replace("me your copy", f"me {copy[1]} copy")
    told = re.sub(
        r"\b(" + "|".join(_PLATFORMS) + r")\b", lambda match: _PLATFORMS[match[0].casefold()], told, flags=re.IGNORECASE
    )
    if _DONE_TO_ME.match(told):
        # "taught my sister": whether the mentor did or the mentee, nobody can tell.
        return ""
    sentence = (
        _with_verb(found, told) or _with_more(told, mentor, background) or _of_noun(found, told, mentor, background)
    )
    return w.as_sentence(_with_their_work(_with_introduction(sentence, mentor), mentor, background)) if sentence else ""


def knows_me(mentor: Mentor, sentence: str) -> bool:
    """Whether the sentence tells somebody who knows the mentee how they know each other."""
    return mentor.relationship is Relationship.ACQUAINTANCE and bool(_KNOWS_ME.search(sentence))


def _with_introduction(sentence: str, mentor: Mentor) -> str:
    """``Pieter gave me a paper`` → ``Pieter pointed me to you and gave me a paper``, where he introduced the two."""
    gave = _GAVE_ME.match(sentence)
    if not gave or not names_introducer(mentor, gave["who"]) or _MY_WAY_TO_THEM.search(sentence):
        return sentence
    return f"{gave['who']}pointed me to you and {sentence[gave.end() :]}"


def _with_their_work(sentence: str, mentor: Mentor, background: str) -> str:
    """``the 2022 paper on …`` → ``your 2022 paper on …`` where the background lists it under the mentor's name."""
    work, names = _DATED_WORK.search(sentence), w.words(mentor.name)
    if not work or not names:
        return sentence
    listed = re.search(rf"\b{re.escape(names[-1])}\b[^()]{{0,80}}\({work['year']}\)(?P<title>.{{0,120}})", background)
    known = set(w.content(listed["title"])) if listed else set()
    its = len(known & set(w.content(sentence[work.end() :]))) >= 2
    return f"{sentence[: work.start()]}your{sentence[work.start() + 3 :]}" if its else sentence


def introducer(mentor: Mentor) -> str:
    """Who introduced the two, as the mentee named them, without asides; empty where nobody did."""
    if mentor.relationship is not Relationship.INTRODUCED:
        return ""
    name = re.split(r",|;|\s+[–—-]\s|\(", one_line(mentor.introduced_by))[0].strip(" .")
    name = name[:1].upper() + name[1:] if re.match(r"(?:my|our)\b", name) else name
    return "" if is_nothing(name) else name


def names_introducer(mentor: Mentor, sentence: str) -> bool:
    """Whether the sentence on how they met names the introducer itself, so that no other sentence must."""
    names = [folded(word) for word in w.words(introducer(mentor)) if word[:1].isupper() and len(word) > 2]
    said = {folded(word) for word in w.words(sentence)}
    return bool(names) and (names[0] in said or names[-1] in said)


def _is_introducer(mentor: Mentor, found: str) -> bool:
    """Whether the field only names the person who introduced the two."""
    if mentor.relationship is not Relationship.INTRODUCED or not mentor.introduced_by:
        return False
    names = {folded(word) for word in w.words(mentor.introduced_by)}
    return len(w.words(found)) <= 4 and any(folded(word) in names for word in w.words(found))


# "my aunt mailed me the clipping": a deed to somebody, whatever the verb.
_SOMEBODY_DID = regex(
    r"(?:my|our|an?|the|one of (?:my|our|the)) (?:[\w'’-]+ ){1,3}?\w{2,}ed (?:me|us|you|your)\b", re.IGNORECASE
)


def _with_verb(found: str, told: str) -> str:
    """The field as a sentence where it has a verb of its own; empty where it has none."""
    words = [word.casefold() for word in w.words(told)]
    first, second = [*words, "", ""][:2]
    if first.split("'")[0].split("’")[0] in {"i", "we"}:
        return _linked(told)
    if _TOGETHER.match(found):
        return f"We were {w.decapitalised(re.sub(r'^(?:we )?(?:were |been |got )?', '', told, flags=re.IGNORECASE))}"
    if named := _NAMED_TO.match(told):
        return f"{w.capitalised(named[2])} {named[1].casefold()} you"
    if first == "you" and (w.is_past(second) or w.is_base(second) or second in {"are", "were", "have"}):
        return told
    if _SOMEBODY_DID.match(told):
        return _linked(told)
    if subject := _left_out(first, second):
        return _linked(f"{subject} {w.decapitalised(told)}")
    if has_clause(told):
        return "" if _begins_with_thing(told) else _linked(told)
    if w.is_third(first) and second in PREPOSITIONS | DETERMINERS:
        return f"You {w.base_of_third(first)}{told[len(first) :]}"
    if first in PREPOSITIONS:
        return told if _tells_of_them(told) else f"I found you {w.decapitalised(told)}"
    return ""


def _begins_with_thing(told: str) -> bool:
    """Whether what stands before a clause of its own is a bare thing: ``the booklet, I went twice``."""
    parts = re.split(r"[,;]\s+(?=(?:I|we|it) [a-z])", told, maxsplit=1)
    return len(parts) > 1 and not has_clause(parts[0]) and " " in parts[0].strip()


def _left_out(first: str, second: str) -> str:
    """The subject that a note leaves out: ``met at the fair`` (we), ``read her paper`` (I)."""
    if first == "both" and second not in {"of", "my"}:
        return "We are"
    if first == "met" and (second in PREPOSITIONS or second in {"once", "briefly", "twice"}):
        return "We"
    done = (first in _MY_DEEDS or w.is_past(first)) and first not in {"set", "cut", "put", "published"}
    return "I" if done or (w.is_base(first) and second in {"you", "your"}) else ""


def _linked(told: str) -> str:
    """Two clauses that only a comma holds are held by "and"; what the mentee then saw is a sentence of theirs."""
    told = _THEN_I.sub(". I ", told)
    return re.sub(r"(?<!\band),\s+(?=(?:we|I|you)\s+(?:[a-z]+ly )?(?!who\b|which\b)[a-z]+)", ", and ", told, count=1)


def has_clause(told: str) -> bool:
    """Whether ``told`` has a subject and a verb of its own: ``my boss gave me your name``, ``the guild paired us``.

    What a relative clause tells does not count, nor do participles: ``the talk given in Ghent``.
    """
    text = re.sub(r",\s+(?:(?:in|of|with|for) )?(?:who|which|whose|where|when)\b[^,]*(?:,|$)", " ", mask(told)[0])
    found = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*|,", re.sub(r"\s\([^()]*\)", " ", text))
    plural = len(found) > 2 and found[0].casefold() in {"my", "our"} and found[1].endswith("s")
    for at, word in enumerate(found[1:], 1):
        low, after = word.casefold(), ([*found, ""])[at + 1].casefold()
        if low in _AFTER_RELATIVE:
            return False
        if word[:1].isupper() or low == ",":
            continue
        if at == 2 and plural and w.is_base(low) and after in PREPOSITIONS | DETERMINERS | {"next"}:
            return True
        if _is_finite(low, after, found[at - 1]):
            return True
    return False


def _is_finite(low: str, after: str, before: str) -> bool:
    """Whether a word is the verb of a clause, by itself and what follows."""
    if low in {
        "is",
        "are",
        "was",
        "were",
        "has",
        "had",
        "have",
        "will",
        "can",
        "could",
        "would",
        "should",
        "does",
        "did",
    }:
        return True
    if (
        low in PAST
        and (low not in PARTICIPLES or after in _OBJECTS)
        and low not in {"cut", "set", "put", "left", "found"}
    ):
        return True
    if low == "put" and after in {"me", "us"}:
        return True
    if low.endswith("ed") and w.is_past(low) and low not in {"called", "named", "titled", "based", "linked"}:
        person = w.names_a_person(before) or folded(before) in KIN
        return (
            after in _OBJECTS or (person and after not in PREPOSITIONS | {""}) or (low == "suggested" and after != "by")
        )
    if before.casefold() in {"someone", "somebody", "everyone", "everybody"}:
        return w.is_third(low) or w.is_past(low)
    third = w.is_third(low) and w.base_of_third(low) not in NOUNISH
    return third and (after in _OBJECTS | {"for", "you", "about"} or after == "to" or after.endswith("ing"))


def _with_more(told: str, mentor: Mentor, background: str) -> str:
    """What was found and, behind a comma, what came of it: ``the piece in the paper, my wife cut it out``."""
    for match in re.finditer(r"[,;]\s+", told):
        before, after = told[: match.start()], told[match.end() :]
        first, second = [*w.words(after), "", ""][:2]
        if not w.words(before) or has_clause(before):
            return ""
        third = ([*w.words(after), "", ""])[2]
        mine = first.casefold() in {"my", "our"} and (has_clause(after) or (second in KIN and w.is_past(third)))
        if mine or first.casefold() in {"i", "we"} or (first == "it" and has_clause(after)):
            tail = after
        elif (
            first in _MY_DEEDS or (first.islower() and w.is_past(first) and second in _OBJECTS | {"it"})
        ) and second != "by":
            tail = f"I {after}"
        else:
            continue
        head = _of_noun(before, before, mentor, background)
        return f"{head}; {tail if tail.startswith('I') else w.decapitalised(tail)}" if head else ""
    return ""


def _tells_of_them(told: str) -> bool:
    """Whether a phrase goes on with what the mentor did: ``at the meeting you asked …``."""
    return any(w.is_past(word) for word in re.findall(r"\byou (?:[a-z]+ly )?([a-z]+)\b", told))


def _of_noun(found: str, told: str, mentor: Mentor, background: str) -> str:
    platform = _PLATFORMS.get(found.casefold())
    if platform:
        return f"I found you on {platform}"
    if re.match(r"(?:googled|searched|looked) |google search", found, re.IGNORECASE):
        return ""
    if re.match(r"(?:my|our)\s+\w+\s+\w+s\b", found) and re.search(r"\b(?:she|he|her|his|him|it|they)\b", found):
        # "my aunt uses it on her stall": whose "her" is, nobody can tell.
        return ""
    first = (w.words(told) or [""])[0].casefold()
    who_it_is = w.names_a_person(told) or w.head_noun(told) in KIN
    if first == "same" or (who_it_is and first not in DETERMINERS and told[:1].islower()):
        # "colleague of my old boss": the mentor, or somebody between the two.
        return ""
    if re.search(r"\b(?:about|with|for|to|by|of) you\b", told) and not re.search(r"\b(?:who|which|that|where)\b", told):
        # "your students rave about you" is no noun.
        return ""
    if first in {"someone", "somebody", "everyone", "everybody", "people"}:
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
    first, second = [*phrase.split(), "", ""][:2]
    head = w.head_noun(phrase)
    named = not first.islower() and second[:1].isupper() and head in _PUBLISHED and not re.search(r"[,;]", first)
    if named:
        return f"the {phrase}"
    if second[:1].isdigit() and first.casefold() not in DETERMINERS | {"your"}:
        return w.capitalised(phrase)
    if not first.islower() and head in _PIECES and head in phrase:
        return w.with_article(phrase)
    if not first.islower() or first in DETERMINERS or phrase.casefold() in _MASS:
        return phrase
    if head in _PUBLISHED or re.match(rf"[^,;(]*\b{re.escape(head)} (?:of|at|in|about|on)\b", phrase):
        return f"the {phrase}"
    return phrase if head.endswith("s") else w.with_article(phrase)
