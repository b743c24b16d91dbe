"""What the sentences of a first contact are made of, told from the brief."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.people import Mentor, Relationship
from outreach.drafting import myself
from outreach.drafting.clipping import quotation
from outreach.drafting.connection import connection
from outreach.drafting.ranking import Ranked
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.telling import tell_to_mentor

_LEAD_IN = re.compile(
    r"(?:I(?:['’]d| would)? (?:want|like|need|wish) to (?:know|learn|ask|hear|understand)(?: about)?"
    r"|to (?:know|learn|ask|hear)(?: about)?|ask(?:ing)?(?: (?:her|him|them|you))? about"
    r"|(?:some |your )?(?:advice|tips|help|input|thoughts|questions?) (?:on|about|with)|about)\s+",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"(?:(?:how|what|which|who|when|where|why)(?: \w+){0,3}? )?(?:do|does|did|is|are|was|were|can|could|should"
    r"|would|will|has|have|had)"
    r" (?:I|you|he|she|they|we|it|the|a|an|my|your|there|this|that)\b",
    re.IGNORECASE,
)


def greeting(brief: Brief) -> str:
    """``Hello Elín,``; ``Dear`` where a title or an address asks for it."""
    name = brief.case.mentor.greeting_name
    formal = bool(brief.case.mentor.title or (" " in brief.case.mentor.address))
    return f"{'Dear' if formal else 'Hello'} {one_line(name)},"


def person_values(brief: Brief) -> dict[str, Value]:
    """What every kind says of the two people."""
    mentee, mentor = brief.case.mentee, brief.case.mentor
    position, field = myself.who(mentee)
    title = re.split(r"[,;(]| at ", position)[0].strip()
    return {
        "mentee_name": one_line(mentee.name),
        "signature": one_line(mentee.signature),
        "mentor_first": one_line(mentor.greeting_name),
        "relationship": mentor.relationship.value,
        "position": position,
        "field": field,
        "workplace": one_line(mentee.organisation).rstrip("."),
        "person_role": title if len(title.split()) <= 5 else "",
        "goal_sentence": myself.goal_sentence(brief.goal_text),
        "greeting": greeting(brief),
        "farewell": "Kind regards," if mentor.title else "Best wishes,",
    }


def topic(brief: Brief) -> str:
    """What is asked about, told to the mentor, to stand behind "about"; empty where it is a question of its own."""
    about = _about(brief)
    if not about or _is_question(about):
        return ""
    if starts_a_clause(about) and " and " not in about:
        about = re.sub(r",\s+(?=(?:who|how|what|which|when|where|why|whether)\b)", " and ", about)
    return about


def question(brief: Brief) -> str:
    """What is asked about, where the mentee typed it as a question: ``How did you start?``; else empty."""
    about = _about(brief)
    return w.capitalised(about.rstrip(" ?")) + "?" if about and _is_question(about) else ""


def _about(brief: Brief) -> str:
    about = one_line(brief.case.ask.about).strip(" .")
    if len(w.words(about)) < 2 and not w.content(about):
        return ""
    about = _LEAD_IN.sub("", about, count=1) if _LEAD_IN.match(about) else about
    return w.decapitalised(w.expanded(tell_to_mentor(about, brief.case.mentor))) + ("?" if about.endswith("?") else "")


def _is_question(about: str) -> bool:
    return about.endswith("?") or bool(_INVERTED.match(about))


def starts_a_clause(text: str) -> bool:
    """Whether a topic is an indirect question: ``how …``, ``which …``."""
    return bool(re.match(r"(?:how|what|which|who|when|where|why|whether|if)\b", text, re.IGNORECASE))


def mentor_position(mentor: Mentor) -> str:
    """The mentor's role and organisation, as what follows "you are"."""
    role, workplace = one_line(mentor.role).rstrip("."), one_line(mentor.organisation).rstrip(".")
    if not role or not w.names_a_person(role):
        return ""
    at = f" at {workplace}" if workplace and workplace.casefold() not in role.casefold() else ""
    if len(re.findall(r"\b[A-Z][a-z]", role)) > 1:
        # A title such as "Chief Nursing Information Officer" keeps its capitals and needs no article.
        return role + at
    return w.with_article(myself.small(role)) + at


def hook_values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """The hook's fact: told where code can tell it, else as something of the mentor's, else quoted as it stands."""
    clause = chosen.told.text if chosen and chosen.told else ""
    bare = quotation(chosen.fact.text) if chosen and not clause else ""
    if re.search(r"\b(?:I|me|my|mine)\b", bare) or len(w.words(bare)) > 30:
        # "started on nights like me" is the mentee speaking.
        bare = ""
    return {
        "hook_clause": clause,
        "hook_thing": myself.small(bare) if re.match(r"\d+\s+[a-z]+s\b(?!.*[.;:])", bare) else "",
        "hook_quote": bare.replace('"', "'").replace("“", "‘").replace("”", "’").replace("[", "(").replace("]", ")"),
        "mentor_position": "" if chosen and chosen.quoted and bare else mentor_position(brief.case.mentor),
    }


def values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """All values of ``first-contact.j2``."""
    mentor = brief.case.mentor
    background = " ".join(fact.text for fact in brief.mentor_facts)
    told_topic = topic(brief)
    short = told_topic and len(told_topic.split()) <= 5 and not starts_a_clause(told_topic)
    return {
        **person_values(brief),
        **hook_values(brief, chosen),
        "introduced_by": one_line(mentor.introduced_by).split(",")[0]
        if mentor.relationship is Relationship.INTRODUCED
        else "",
        "connection": connection(mentor, background),
        "topic": told_topic,
        "topic_is_clause": starts_a_clause(told_topic),
        "question": question(brief),
        "subject_topic": w.capitalised(told_topic) if short else "",
        "minutes": brief.case.ask.minutes,
        "times": myself.times(brief.case.mentee.availability),
        "offer": myself.offer(brief.case.mentee.can_offer),
    }
