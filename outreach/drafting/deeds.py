"""What the mentee did, told to the mentor as done: a promise jotted as an infinitive, or a line of news."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.domain.case import Action
from outreach.domain.contact import Deed
from outreach.domain.people import Mentor
from outreach.drafting import jotted
from outreach.drafting.shorthand import is_known, is_nothing, small, spelled
from outreach.drafting.steps import steps
from outreach.wording import words as w
from outreach.wording.articles import with_articles
from outreach.wording.bases import base_of_past, is_past_form
from outreach.wording.clauses import verb
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS
from outreach.wording.naming import mask, name_pattern
from outreach.wording.quantities import NUMBER_WORDS
from outreach.wording.sentences import sentence_spans
from outreach.wording.swapping import swap
from outreach.wording.tenses import past
from outreach.wording.verbs import begins_with_verb, has_finite

FRAME = "News from me"
"""Before news that have no verb of their own."""
LONGEST_CLAUSE = 26
"""Words; a longer deed stands alone, or is quoted."""

_SIGNS = re.compile(r"->|→|=>|=|[#*~<>|\\{}\[\]]|\s/\s|\bvs\b")
_ICONS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2b00-\u2bff]+")
_LED_IN = re.compile(
    r"^(?:(?:done|finally|also|just|to ?do|ok|so|and|yes|yay|update|news|result|outcome)\s*[:,–—-]\s*"
    r"|(?:and|also|finally)\s+(?=\w+ed\b|I\b)|\W*(?:->|→|=>|[-*•+>✓✔]|\[[ x✓]?\])\s*)+",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:I(?:['’]ll| will| must| should| need to| have to| want to|['’]d like to)|must|need to|have to|will|to)"
    r"\s+(?=\w)"
)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|sept"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
# When something was to be done says nothing of when it was.
_UNTIL = re.compile(
    rf"[\s,(]+(?!by the (?:hour|day|week|month|year)\b)"
    rf"(?:(?:by|before) (?:the )?(?:end of )?(?:next |this )?(?:{_DAY}|week|month|year|weekend|then"
    rf"|tomorrow|christmas|easter|(?:\d{{1,2}}(?:st|nd|rd|th|\.)? )?(?:{_MONTH})\b\.?"
    r"|\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|(?:we|our) (?:next )?(?:meet|call|talk|meeting)(?: again)?)(?: \d[\w. ]*)?"
    rf"|next (?:week|month|year|time|{_DAY})|this (?:week|weekend|month)|tomorrow|tonight|asap|soon)\)?[.!]*$",
    re.IGNORECASE,
)
# What was still open in the promise, or is told in the future, cannot be put into the past word by word.
_OPEN = re.compile(
    r"\b(?:whether|if|when|once|unless|or|maybe|perhaps|tbd|tbc|I['’]ll|will|shall|should|must|can|may)\b|\?|\betc\b"
)
_ALSO_VERBS = frozenset("proofread redo reread rerun retake".split())
_OPEN_VERBS = frozenset("be decide have sure stop continue don't never not avoid let stay remain".split())
_OF_THE_DEED = frozenset(
    """
    brought cost cut doubled freed gave halved helped improved led lowered made opened raised reduced saved
    shortened started stopped took triggered turned went won worked
    """.split()
)
"""Past forms whose subject, left out behind a deed, is the deed; ``got`` and its like are the mentee's."""
_OF_THE_MENTEE = frozenset(
    """
    applied asked became began bought did earned felt finished found got had heard knew learned learnt met noticed
    passed presented quit ran realised realized saw signed sold spoke taught understood wrote
    """.split()
)
_PASSIVE_RATHER = frozenset(
    """
    accepted admitted allowed appointed approved asked awarded booked called cancelled chosen confirmed declined
    delayed denied elected granted hired invited named nominated offered postponed promised promoted published
    refused rejected selected shortlisted
    """.split()
)
"""Forms that without a subject may say what was done to the mentee: "offered a place"."""
_BOSSES = frozenset("boss dad husband lead manager mum supervisor wife".split())
_COUNTED = rf"(?!\S+ (?:in|on|at|of|from|by|to|for|so|out)\b)(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}|an?|my|one) [a-z]"
_SAID = frozenset("agreed asked gave has is let lets likes said says wants".split())
_OBJECTS = DETERMINERS | {"it", "them", "me", "us", "you", "now"}
_EMPTY = frozenset("ok okay done yes good fine nice great well no".split())
_SUBJECTS = r"(?:I|we|my|our|the|this|that|these|it|they|there|two|three|nobody|everybody|everyone|somebody|you|your)"


@dataclass(frozen=True, slots=True)
class DeedTold:
    """Something that the mentee did, told as done."""

    deed: Deed
    sentence: str = ""
    """The deed; where no verb is certain in a frame right for any words; empty with nothing to say."""
    clause: str = ""
    """``I wrote a one-page plan``: to stand behind "that" or "and"; empty where no verb is certain."""
    item: str = ""
    """Words to stand behind a colon, or in a list, whatever they are; quoted where they are shorthand."""
    result: str = ""
    """What it led to, as a sentence; empty where nothing is known."""


def told_deed(deed: Deed, mentor: Mentor) -> DeedTold:
    """A deed as told to the mentor; without words of its own where there is nothing to say (``x``)."""
    text, result = _cleaned(deed.what), told_result(deed.result, mentor, deed.what)
    if is_nothing(text) or sum(char.isalpha() for char in text) < 2 or "??" in deed.what:
        # Two question marks are the mentee's own doubt, as in a background.
        return DeedTold(deed, result=result)
    clause = _stated(text, mentor) or _past_first(text, mentor) or _kept(text, mentor)
    item = _item(text, mentor)
    framed = f"{'Done, as planned' if deed.promised else FRAME}: {item}"
    alone = len(list(sentence_spans(clause))) > 1 or len(clause.split()) > LONGEST_CLAUSE
    return DeedTold(deed, w.as_sentence(clause or framed), "" if alone else clause, item, result)


def told_result(result: str, mentor: Mentor, deed: str = "") -> str:
    """What a deed led to, as a sentence that says no more: ``2 interviews`` → ``It led to 2 interviews.``

    Args:
        result: as typed.
        mentor: gives the names that stand for ``you``.
        deed: what was done, as typed: a person that it names may be the "she" of the result.
    """
    text = _cleaned(result)
    if is_nothing(text) or sum(char.isalnum() for char in text) < 2 or text.casefold() in _EMPTY:
        return ""
    if (
        _dangling(text)
        and not _SIGNS.search(text)
        and _names_one(deed, mentor)
        and re.match(r"(?:she|he) \w", text, re.I)
    ):
        return w.as_sentence(text)
    if _SIGNS.search(text) or _dangling(text):
        return f"What came of it: {_item(text, mentor)}."
    text = _to_mentor(text, mentor)
    told = _with_subject(text, mentor)
    # "Log every override" does not lead to overrides: they are what it counted.
    if told.startswith("it led to") and text[:2] != told[:2] and set(w.content(text)) & set(w.content(deed)):
        told = ""
    return w.as_sentence(told or f"what came of it: {_item(text, mentor)}")


def _names_one(deed: str, mentor: Mentor) -> bool:
    """Whether a deed names one person, and that is not the mentor."""
    others = re.sub(name_pattern(mentor), " ", one_line(deed))
    named = [word for word in w.words(others)[1:] if word[:1].isupper() and word[1:].islower() and not is_known(word)]
    return len(named) == 1 and others == one_line(deed)


def _with_subject(text: str, mentor: Mentor) -> str:
    """A result with the subject that it lacks; empty where none is certain."""
    found = [word.casefold() for word in w.words(text)]
    first, second = [*found, ""][:2]
    small_first = w.decapitalised(text)
    if first in _BOSSES and second and (is_past_form(second) or has_finite(found)):
        return f"my {small_first}"
    if _is_sentence(text):
        return text
    begins = second not in {"by", "and"} and (begins_with_verb(text) or not second or (first, second) == ("led", "to"))
    if begins and (first in _OF_THE_DEED or (first in {"works", "helps"} and not second)):
        return f"it {small_first}"
    if begins and first in _OF_THE_MENTEE:
        return ("" if "," in text else _past_first(text, mentor)) or f"I {small_first}"
    if re.match(r"turn(?:s|ed) out\b", text, re.IGNORECASE):
        return f"it {small_first}"
    # "my supervisor liked it, wants more": a sentence of some kind, and nothing that it led to.
    stated = has_finite(found) or any(is_past_form(one) or one.endswith("ed") for one in found[1:5])
    if first in {"a", "an", "my", "one"} and stated:
        return small_first if first == "my" else ""
    if re.search(r"[.;:!?]\s", text) or not re.match(_COUNTED, text, re.IGNORECASE):
        return ""
    # "2 answered": how many of them did.
    return small_first if is_past_form(second) or second.endswith("ed") else f"it led to {small_first}"


def _cleaned(text: str) -> str:
    """A jotted line without pictures, bullets, shouting marks and what leads in to it."""
    text = _ICONS.sub(" ", one_line(text)).strip()
    letters = [char for char in text if char.isalpha()]
    if len(w.words(text)) > 1 and len(letters) > 8 and all(char.isupper() for char in letters):
        text = " ".join(word.lower() if is_known(word) else word.capitalize() for word in text.split())
    text = re.sub(r"\s*[!?]*!+[!?]*", "!", _LED_IN.sub("", text)).strip(" .;,!-–—✓✔")
    return spelled(text) if text else ""


def _to_mentor(text: str, mentor: Mentor) -> str:
    """A line that may speak of the mentor, told to them."""
    if re.search(r"\b(?:they|them|their)\b", text, re.IGNORECASE):
        # Of what came of a deed "they" are others: "they now open it every morning".
        told = jotted.with_my(swap(jotted.with_name(text, mentor), mentor, first_person=False, they=False).text)
    else:
        told = jotted.told(text, mentor)
    return re.sub(r"\b([Yy]ou) (is|was|has|does)\b", lambda m: f"{m[1]} {w.base_of_third(m[2])}", told)


def _stated(text: str, mentor: Mentor) -> str:
    """News that has its subject: ``I passed the exam``, ``My talk was accepted``."""
    if _LED.match(text) or _SIGNS.search(text) or _dangling(text):
        return ""
    first, second = [*w.words(text), "", ""][:2]
    if first.casefold() in _BOSSES and second in _SAID:
        return f"my {w.decapitalised(_to_mentor(text, mentor))}"
    if not _is_sentence(text):
        return ""
    return w.decapitalised(_to_mentor(text, mentor))


def _is_sentence(text: str) -> bool:
    """Whether a line has a subject and a verb of its own, and ends as a sentence may."""
    found = w.words(text)
    if re.search(r"(?<=\w{2})[.;!?] [a-z]", text):
        return False
    if re.match(r"I(?:['’](?:m|ve))? \w", text):
        return True
    if len(found) > 2 and re.search(r"[^s]s$", found[0]) and is_past_form(found[1]) and verb(text.split()) == 1:
        # "bookings went up 4%".
        return not w.is_third(found[0])
    named = found and found[0][:1].isupper() and not is_known(found[0])
    if len(found) < 3 or not (named or re.match(rf"{_SUBJECTS}\b|\d", text, re.IGNORECASE)):
        return False
    if has_finite(found) or (not named and any(is_past_form(word) for word in found[1:4])):
        return True
    # "5 of 9 wards use it": a base form before a pronoun or an article is the verb.
    pairs = zip(found[1:], found[2:], found, strict=False)
    return not named and any(w.is_base(one) and two in _OBJECTS and before != "to" for one, two, before in pairs)


def _kept(text: str, mentor: Mentor) -> str:
    """A promise, told as kept: ``Write a one-page plan`` → ``I wrote a one-page plan``; empty where it is not sure."""
    what = _infinitive(_UNTIL.sub("", text), mentor)
    if (
        not what
        or _SIGNS.search(what)
        or _OPEN.search(what)
        or what.split()[0] in _OPEN_VERBS
        or what.startswith("make sure")
    ):
        return ""
    parts = re.split(r"(; (?:then )?|, (?:and |then |and then )?| and then | and | then )", what)
    told: list[str] = []
    for at in range(0, len(parts), 2):
        link = parts[at - 1] if at else ""
        base = _verb_in_front(parts[at])
        if at and not base:
            # "the guidance and plan it": a verb that may as well be a noun leaves the tense open.
            if _may_be_verb(parts[at]):
                return ""
            told.append(link + parts[at])
            continue
        form = past(base)
        if not form:
            return ""
        rest = parts[at][len(base) :]
        # "Write the plan, send to Anna": what is sent is what was written.
        told.append(
            _linked(link) + form + (f" it{rest}" if at and re.match(r" to\b", rest) and form == "sent" else rest)
        )
    return f"I {''.join(told)}"


def _infinitive(text: str, mentor: Mentor) -> str:
    """A promise as it stands behind "I'll"; empty where no verb begins it."""
    step = next(iter(steps((Action(text),), mentor, dt.date.min)), None)
    if step is None or step.deed:
        return step.deed if step else ""
    first = (w.words(step.item) or [""])[0].casefold()
    return step.item[:1].lower() + step.item[1:] if first in _ALSO_VERBS or ("-" in first and past(first)) else ""


def _linked(link: str) -> str:
    return {"; ": " and ", "; then ": " and then ", ", ": " and "}.get(link, link)


def _verb_in_front(part: str) -> str:
    first = part.split()[0].casefold() if part.split() else ""
    known = first in _ALSO_VERBS or ("-" in first and past(first))
    return first if known or jotted.is_verb_first(part) else ""


def _may_be_verb(part: str) -> bool:
    first = (w.words(part) or [""])[0]
    return w.is_base(first) and first.islower()


def _past_first(text: str, mentor: Mentor) -> str:
    """News that lacks its subject alone: ``passed the exam`` → ``I passed the exam``."""
    found = [word.casefold() for word in w.words(text)]
    first, second = [*found, "", ""][:2]
    if len(found) < 2 or _SIGNS.search(text) or _dangling(text) or re.search(r"(?<=\w{2})[.;!?] \w", text):
        return ""
    if not is_past_form(first) or first in _PASSIVE_RATHER or second in {"by", "and"} or first in {"was", "were"}:
        return ""
    if not (begins_with_verb(text) or second in DETERMINERS or first in _OF_THE_MENTEE):
        return ""
    told = _to_mentor(text, mentor)
    rest, base = told[len(first) :], base_of_past(first)
    if past(base) == first:
        # The articles are put in where the verb is in its base form.
        whole = _infinitive(base + rest, mentor)
        rest = whole[len(base) :] if whole.startswith(f"{base} ") else rest
    return f"I {first}{rest}"


def _dangling(text: str) -> bool:
    """Whether a she or a he stands where nobody is named before: it may be anybody."""
    pronoun = re.search(r"\b(?:she|he|her|him|his)\b", mask(text)[0], re.IGNORECASE)
    before = w.words(text[: pronoun.start()]) if pronoun else []
    known = PREPOSITIONS | ADVERBS | DETERMINERS | {"and", "but", "i"}
    return pronoun is not None and not any(w.names_a_person(word) or word.casefold() not in known for word in before)


def _item(text: str, mentor: Mentor) -> str:
    """Words to stand behind a colon: as they are, or quoted where they are shorthand."""
    if _SIGNS.search(text) or _dangling(text):
        return "“" + text.replace("“", "‘").replace("”", "’").replace('"', "’").rstrip(" .") + "”"
    told = _LED.sub("", _UNTIL.sub("", _to_mentor(text, mentor)).rstrip(" .;:,"))
    first = next(iter(steps((Action(told, by=dt.date.max),), mentor, dt.date.min)), None)
    if first and first.thing and not w.is_base(told.split()[0]):
        return first.thing
    return small(with_articles(told) if re.match(r"[a-z]+ [a-z]", told) and jotted.is_verb_first(told) else told)
