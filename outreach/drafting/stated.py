"""A jotted line about oneself told to the mentor as a statement, where its subject and its verb are certain."""

from __future__ import annotations

import datetime as dt
import re

from outreach.domain.case import Action
from outreach.domain.people import Mentor
from outreach.drafting import jotted
from outreach.drafting.shorthand import is_known, small, spelled, with_days
from outreach.drafting.steps import steps
from outreach.wording import words as w
from outreach.wording.articles import with_articles
from outreach.wording.bases import base_of_past, is_past_form
from outreach.wording.clauses import verb
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS
from outreach.wording.naming import mask
from outreach.wording.patterns import regex
from outreach.wording.swapping import swap
from outreach.wording.tenses import past
from outreach.wording.verbs import begins_with_verb, has_finite

SIGNS = regex(r"->|→|=>|=|[#*~<>|\\{}\[\]]|\s/\s")
_SMILEYS = regex(r"(?<![\w(])[:;]['’]?-?[)(DPp/](?=\W|$)|(?<=[\w)]) ?[:;]-[)(DPp](?=\W|$)|\^\^|<3(?!\d)|(?<!\w)[xX]D\b")
"""``:)`` and its like; a bracket that closes what another has opened stays."""
_ICONS = regex("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2b00-\u2bff]+")
_LED_IN = regex(
    r"^(?:(?:done|finally|also|just|to ?do|ok|so|and|yes|yay|update|news|result|outcome)\s*[:,–—-]\s*"
    r"|(?:and|also|finally)\s+(?=\w+ed\b|I\b)|\W*(?:->|→|=>|[-*•+>✓✔]|\[[ x✓]?\])\s*)+",
    re.IGNORECASE,
)
LED = regex(
    r"^(?:I(?:['’]ll| will| must| should| need to| have to| want to|['’]d like to)|must|need to|have to|will|to)"
    r"\s+(?=\w)"
)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|sept"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
# When something was to be done says nothing of when it was.
UNTIL = regex(
    rf"[\s,(]+(?!by the (?:hour|day|week|month|year)\b)"
    rf"(?:(?:by|before) (?:the )?(?:end of )?(?:next |this )?(?:{_DAY}|week|month|year|weekend|then"
    rf"|tomorrow|christmas|easter|(?:\d{{1,2}}(?:st|nd|rd|th|\.)? )?(?:{_MONTH})\b\.?"
    r"|\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|(?:we|our) (?:next )?(?:meet|call|talk|meeting)(?: again)?)(?: \d[\w. ]*)?"
    rf"|next (?:week|month|year|time|{_DAY})|this (?:week|weekend|month)|tomorrow|tonight|asap|soon)\)?[.!]*$",
    re.IGNORECASE,
)
ALSO_VERBS = frozenset("proofread redo reread rerun retake".split())
OF_THE_MENTEE = frozenset(
    """
    applied asked became began bought chose did earned felt finished found got had heard knew learned learnt met noticed
    passed presented put quit ran realised realized saw signed sold spoke taught understood wrote
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
BOSSES = frozenset("boss dad husband lead manager mum supervisor wife".split())
SAID = frozenset("agreed asked gave has is let lets likes said says wants".split())
_OBJECTS = DETERMINERS | {"it", "them", "me", "us", "you", "now"}
_SUBJECTS = r"(?:I|we|my|our|the|this|that|these|it|they|there|two|three|nobody|everybody|everyone|somebody|you|your)"


def cleaned(text: str) -> str:
    """A jotted line without pictures, smileys, bullets, shouting marks and what leads in to it."""
    text = _ICONS.sub(" ", _SMILEYS.sub(" ", one_line(text))).strip()
    letters = [char for char in text if char.isalpha()]
    if len(w.words(text)) > 1 and len(letters) > 8 and all(char.isupper() for char in letters):
        text = " ".join(word.lower() if is_known(word) else word.capitalize() for word in text.split())
    text = re.sub(r"\s*[!?]*!+[!?]*", "!", _LED_IN.sub("", text)).strip(" .;,!-–—✓✔")
    text = re.sub(r"\bvs\b\.?", "versus", re.sub(r"(?<=[a-z\d)]) sorry$", ", sorry", text))
    if SIGNS.search(text):
        # Shorthand is quoted as it was typed.
        return spelled(text)
    text = re.sub(r"\b(?:tues|weds|thurs?)\b", lambda match: with_days(match[0]), text, flags=re.IGNORECASE)
    return with_months(spelled(text)) if text else ""


def with_months(text: str) -> str:
    """``6 weeks from april`` → ``… from April``, ``3 oct`` → ``3 October``; ``may`` and ``march`` may be verbs."""
    plain = "|".join(name.casefold() for name in MONTHS if name.casefold() not in {"may", "march"})
    text = re.sub(rf"\b(?:{plain})\b", lambda match: match[0].capitalize(), text)
    whole = {name[:3].casefold(): name.capitalize() for name in MONTHS}
    return re.sub(
        rf"(?<=\d )(?:{'|'.join(whole)})\b\.?(?! \d)", lambda match: whole[match[0][:3].casefold()], text, flags=re.I
    )


def to_mentor(text: str, mentor: Mentor) -> str:
    """A line that may speak of the mentor, told to them."""
    if re.search(r"\b(?:they|them|their)\b", text, re.IGNORECASE):
        # Of what came of a deed "they" are others: "they now open it every morning".
        told = jotted.with_my(swap(jotted.with_name(text, mentor), mentor, first_person=False, they=False).text)
    else:
        told = jotted.told(text, mentor)
    return re.sub(r"\b([Yy]ou) (is|was|has|does)\b", lambda m: f"{m[1]} {w.base_of_third(m[2])}", told)


def stated(text: str, mentor: Mentor) -> str:
    """News that has its subject: ``I passed the exam``, ``My talk was accepted``."""
    if LED.match(text) or SIGNS.search(text) or dangling(text):
        return ""
    first, second = [*w.words(text), "", ""][:2]
    if first.casefold() in BOSSES and second in SAID:
        return f"my {w.decapitalised(to_mentor(text, mentor))}"
    if not is_sentence(text):
        return ""
    return w.decapitalised(to_mentor(text, mentor))


def is_sentence(text: str) -> bool:
    """Whether a line has a subject and a verb of its own, and ends as a sentence may."""
    found = w.words(text)
    if re.search(r"(?<=\w{2})[.;!?] [a-z]", text):
        return False
    if re.match(r"I(?:['’](?:m|ve))? \w|(?:you|we|they) [a-z]{2,}ed \S", text, re.IGNORECASE):
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


def infinitive(text: str, mentor: Mentor) -> str:
    """A promise as it stands behind "I'll"; empty where no verb begins it."""
    step = next(iter(steps((Action(text),), mentor, dt.date.min)), None)
    if step is None or step.deed:
        return step.deed if step else ""
    first = (w.words(step.item) or [""])[0].casefold()
    return step.item[:1].lower() + step.item[1:] if first in ALSO_VERBS or ("-" in first and past(first)) else ""


def past_first(text: str, mentor: Mentor) -> str:
    """News that lacks its subject alone: ``passed the exam`` → ``I passed the exam``."""
    led = re.match(r"(?:just|finally|recently|already|now)\s+(?=[a-z])", text, re.IGNORECASE)
    if led:
        told = past_first(text[led.end() :], mentor)
        return f"I {led[0].strip().casefold()} {told[2:]}" if told else ""
    found = [word.casefold() for word in w.words(text)]
    first, second = [*found, "", ""][:2]
    if len(found) < 2 or SIGNS.search(text) or dangling(text) or re.search(r"(?<=\w{2})[.;!?] \w", text):
        return ""
    if not is_past_form(first) or first in _PASSIVE_RATHER or second in {"by", "and"} or first in {"was", "were"}:
        return ""
    if not (begins_with_verb(text) or second in DETERMINERS or first in OF_THE_MENTEE):
        return ""
    told = to_mentor(text, mentor)
    rest, base = told[len(first) :], base_of_past(first)
    if past(base) == first:
        # The articles are put in where the verb is in its base form.
        whole = infinitive(base + rest, mentor)
        rest = whole[len(base) :] if whole.startswith(f"{base} ") else rest
    return f"I {first}{rest}"


def dangling(text: str) -> bool:
    """Whether a she or a he stands where nobody is named before: it may be anybody."""
    pronoun = re.search(r"\b(?:she|he|her|him|his)\b", mask(text)[0], re.IGNORECASE)
    before = w.words(text[: pronoun.start()]) if pronoun else []
    known = PREPOSITIONS | ADVERBS | DETERMINERS | {"and", "but", "i"}
    return pronoun is not None and not any(w.names_a_person(word) or word.casefold() not in known for word in before)


def item(text: str, mentor: Mentor) -> str:
    """What was planned or done, to stand behind a colon: as it is, or quoted where it is shorthand."""
    if SIGNS.search(text) or dangling(text):
        return quoted(text)
    told = LED.sub("", UNTIL.sub("", to_mentor(text, mentor)).rstrip(" .;:,"))
    told = _TO_SEND.sub(lambda match: f"{match[1]}{past(match[2])}", told)
    told = re.sub(r"^(\S*[- ]?[a-z-]+): (?=(?:who|what|how|when|where|why|which)\b)", r"\1 on ", told)
    if re.match(r"(?:\d+|one|two)-[a-z]+\b(?! (?:in|of|to)\b)", told) and w.head_noun(told).endswith(("pager", "page")):
        told = f"a {told}"
    first = next(iter(steps((Action(told, by=dt.date.max),), mentor, dt.date.min)), None)
    if first and first.thing and not w.is_base(told.split()[0]):
        return first.thing
    return small(with_articles(told) if re.match(r"[a-z]+ [a-z]", told) and jotted.is_verb_first(told) else told)


_TO_SEND = regex(r"((?:, | and )(?:then )?)(send|email|mail|show|give|hand|post)(?= (?:it |them )?to )")


def quoted(text: str) -> str:
    """Shorthand as it was typed."""
    return "“" + text.replace("“", "‘").replace("”", "’").replace('"', "’").rstrip(" .") + "”"
