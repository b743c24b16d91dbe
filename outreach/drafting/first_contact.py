"""What the sentences of a first contact are made of, told from the brief."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.people import Mentor, Relationship
from outreach.drafting.ranking import Ranked
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS, PREPOSITIONS
from outreach.wording.telling import tell_to_mentor

_PLATFORMS = frozenset(
    """
    linkedin youtube twitter instagram facebook mastodon bluesky github reddit google tiktok xing meetup
    """.split()
)
_MADE_BY_THEM = (
    "talk",
    "blog",
    "book",
    "article",
    "podcast",
    "paper",
    "workshop",
    "course",
    "channel",
    "lecture",
    "newsletter",
    "website",
    "thesis",
)
_PUBLISHED = frozenset(
    """
    newsletter podcast blog website page site article interview talk directory network programme program
    scheme magazine profile book course webinar lecture conference fair exhibition workshop association
    society guild union register
    """.split()
)
_TOGETHER = re.compile(
    r"(?:were |been )?(?:matched|paired|introduced|connected|put in touch|brought together)\b", re.IGNORECASE
)
_NAMED_TO = re.compile(r"(?:recommended|suggested|referred|named|mentioned)(?: to me)? by\b", re.IGNORECASE)


def greeting(brief: Brief) -> str:
    """``Hello Elín,``; ``Dear`` where a title or an address asks for it."""
    name = brief.case.mentor.greeting_name
    formal = bool(brief.case.mentor.title or (" " in brief.case.mentor.address))
    return f"{'Dear' if formal else 'Hello'} {name},"


def person_values(brief: Brief) -> dict[str, Value]:
    """What every kind says of the two people."""
    mentee, mentor = brief.case.mentee, brief.case.mentor
    role, workplace = one_line(mentee.role).rstrip("."), one_line(mentee.organisation).rstrip(".")
    person = bool(role) and w.names_a_person(role)
    at = f" at {workplace}" if workplace and workplace.casefold() not in role.casefold() else ""
    plain_role = w.with_article(_small_unless_name(role)) if person else ""
    return {
        "mentee_name": one_line(mentee.name),
        "signature": one_line(mentee.signature),
        "mentee_first": one_line(mentee.signature),
        "mentor_first": one_line(mentor.greeting_name),
        "relationship": mentor.relationship.value,
        "position": plain_role + at if person else "",
        "field": "" if person or not role else _field_of_work(role) + at,
        "workplace": workplace,
        "person_role": re.split(r"[,;(]", plain_role)[0].strip() if person and len(plain_role.split()) <= 5 else "",
        "goal_sentence": goal_sentence(brief.goal_text),
        "greeting": greeting(brief),
        "farewell": "Kind regards," if mentor.title else "Best wishes,",
    }


def _field_of_work(role: str) -> str:
    """A role that is no person noun, as what one works in: ``content & social media (team of 1)``."""
    first, comma, rest = role.partition(",")
    return w.expanded(_small_unless_name(first.strip())) + (f" ({rest.strip()})" if comma else "")


def _small_unless_name(text: str) -> str:
    """A role is written with a capital at its start; behind "in" it is small, but for acronyms."""
    first = text.split()[0] if text.split() else ""
    return text if first.isupper() or any(char.isupper() for char in first[1:]) else text[:1].lower() + text[1:]


def goal_sentence(goal: str) -> str:
    """A goal in the mentee's jotted words as a sentence that says no more.

    ``Move into X within 18 months`` → ``My goal is to move into X within 18 months.``
    """
    text = w.expanded(goal.strip()).rstrip(" .")
    first = (w.words(text) or [""])[0]
    low = first.casefold()
    if low in {"i", "i'm", "i’m", "i'd", "i’d", "my", "we", "our"}:
        return w.as_sentence(text)
    if low == "to":
        return f"My goal is {w.decapitalised(text)}."
    if w.is_base(low) and not _is_noun_here(text):
        return f"My goal is to {w.decapitalised(text)}."
    if low.endswith("ing") and len(low) > 5:
        return f"My goal is {w.decapitalised(text)}."
    if w.names_a_person(text) and low not in DETERMINERS:
        return f"I want to be {w.with_article(w.decapitalised(text))}."
    if w.names_a_person(text) or (w.names_a_thing(text) and low in DETERMINERS):
        return f"My goal is {w.decapitalised(text)}."
    if w.names_a_thing(text):
        return f"My goal is {w.with_article(w.decapitalised(text))}."
    return f"My goal: {w.decapitalised(text)}."


def _is_noun_here(text: str) -> bool:
    """A word such as "lead" or "design" is a noun where a person noun or no object follows: "lead developer role"."""
    found = w.words(text)
    return len(found) == 1 or (
        found[0].casefold() in {"lead", "head", "design", "research", "book", "record"}
        and (w.names_a_person(text) or w.names_a_thing(text))
    )


def connection(mentor: Mentor, background: str) -> str:
    """How the mentee found the mentor, as a sentence; empty where nothing is known."""
    found = one_line(mentor.found_through).rstrip(" .")
    if not found:
        return ""
    first = w.words(found)[0].casefold() if w.words(found) else ""
    told = tell_to_mentor(found, mentor)
    if first in {"i", "we", "my", "our", "you", "your"}:
        return w.as_sentence(told)
    if _TOGETHER.match(found):
        return w.as_sentence(f"We were {w.decapitalised(re.sub(r'^(?:were|been) ', '', told))}")
    if _NAMED_TO.match(found):
        return w.as_sentence(f"You were {w.decapitalised(told)}")
    if first == "met" and (w.words(found)[1:2] or [""])[0].casefold() in PREPOSITIONS:
        return w.as_sentence(f"We {w.decapitalised(told)}")
    if w.is_past(first) and first != "found":
        return w.as_sentence(f"I {w.decapitalised(told)}")
    if first == "found":
        return w.as_sentence(f"I {w.decapitalised(told)}")
    if first in _PLATFORMS and len(w.words(found)) == 1:
        return f"I found you on {found}."
    if first in PREPOSITIONS:
        return w.as_sentence(f"I found you {w.decapitalised(told)}")
    return w.as_sentence(f"I found you through {_with_the(_as_theirs(w.decapitalised(told), background))}")


def _as_theirs(found: str, background: str) -> str:
    """``the talk`` becomes ``your talk`` where the background tells of one."""
    for noun in _MADE_BY_THEM:
        if re.search(rf"\b{noun}s?\b", background, re.IGNORECASE):
            found = re.sub(rf"\bthe {noun}\b(?! by\b)", f"your {noun}", found)
    return found


def _with_the(phrase: str) -> str:
    first = phrase.split()[0]
    bare = first.islower() and first not in DETERMINERS
    return f"the {phrase}" if bare and w.head_noun(phrase) in _PUBLISHED else phrase


def topic(brief: Brief) -> str:
    """What is asked about, told to the mentor, to stand behind "about"."""
    about = one_line(brief.case.ask.about).rstrip(" .?")
    told = w.decapitalised(w.expanded(tell_to_mentor(about, brief.case.mentor)))
    if starts_a_clause(told) and " and " not in told:
        told = re.sub(r",\s+(?=(?:who|how|what|which|when|where|why|whether)\b)", " and ", told)
    return told


def starts_a_clause(text: str) -> bool:
    """Whether a topic is an indirect question: ``how …``, ``which …``."""
    return bool(re.match(r"(?:how|what|which|who|when|where|why|whether|if)\b", text, re.IGNORECASE))


def offer(brief: Brief) -> str:
    """What the mentee can offer, as a clause with "I"; empty where nothing can be told rightly."""
    offers = brief.case.mentee.can_offer
    if not offers:
        return ""
    text = w.expanded(one_line(offers[0])).rstrip(" .").replace(" and and ", " and ")
    first = (w.words(text) or [""])[0].casefold()
    if first in {"i", "i'm", "i’m", "i'd", "i’d", "i'll", "i’ll"}:
        return text
    head, comma, rest = text.partition(", ")
    aside = f" ({_with_i(rest)})" if comma and _is_aside(rest) else (f", {rest}" if comma else "")
    if first in {"can", "could", "will", "would"}:
        return f"I {w.decapitalised(head)}{aside}"
    if w.is_base(first) and not first.endswith("s"):
        return f"I can {w.decapitalised(head)}{aside}"
    return f"I can offer {w.decapitalised(head)}{aside}"


def _is_aside(rest: str) -> bool:
    first = rest.split()[0].casefold() if rest.split() else ""
    return first in {"i", "was", "am", "have", "had"}


def _with_i(rest: str) -> str:
    return rest if rest.split()[0] == "I" else f"I {rest}"


def mentor_position(mentor: Mentor) -> str:
    """The mentor's role and organisation, as what follows "you are"."""
    role, workplace = one_line(mentor.role).rstrip("."), one_line(mentor.organisation).rstrip(".")
    if not role or not w.names_a_person(role):
        return ""
    return w.with_article(_small_unless_name(role)) + (
        f" at {workplace}" if workplace and workplace.casefold() not in role.casefold() else ""
    )


def hook_values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """The hook's fact: told where code can tell it, else quoted as it stands."""
    clause = chosen.told.text if chosen and chosen.told else ""
    quote = chosen.fact.text.strip(' .“”"') if chosen and not clause else ""
    return {
        "hook_clause": clause,
        "hook_quote": quote if len(w.words(quote)) <= 30 else "",
        "mentor_position": mentor_position(brief.case.mentor),
    }


def values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """All values of ``first-contact.j2``."""
    mentor = brief.case.mentor
    background = " ".join(fact.text for fact in brief.of("mentor.background"))
    told_topic = topic(brief)
    short = told_topic and len(told_topic.split()) <= 5 and not starts_a_clause(told_topic)
    return {
        **person_values(brief),
        **hook_values(brief, chosen),
        "introduced_by": one_line(mentor.introduced_by) if mentor.relationship is Relationship.INTRODUCED else "",
        "connection": connection(mentor, background),
        "topic": told_topic,
        "subject_topic": w.capitalised(told_topic) if short else "",
        "minutes": brief.case.ask.minutes,
        "times": "; ".join(w.expanded(one_line(time)).rstrip(" .;") for time in brief.case.mentee.availability[:2]),
        "offer": offer(brief),
    }
