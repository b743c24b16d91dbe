"""What the sentences of a first contact are made of, told from the brief."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.people import Mentor, Relationship
from outreach.drafting import myself
from outreach.drafting.asking import is_a_session
from outreach.drafting.asking import question as question
from outreach.drafting.asking import starts_a_clause as starts_a_clause
from outreach.drafting.asking import topic as topic
from outreach.drafting.clipping import has_label, quotation
from outreach.drafting.connection import connection, introducer, knows_me, names_introducer
from outreach.drafting.goal import goal_values
from outreach.drafting.moments import free_times
from outreach.drafting.ranking import Ranked
from outreach.drafting.shorthand import small
from outreach.drafting.subject import subject_of
from outreach.drafting.telling_facts import new_thing
from outreach.drafting.workplace import at_work
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.questions import direct
from outreach.wording.telling import tell_to_mentor


def greeting(brief: Brief) -> str:
    """``Hello Elín,``; ``Dear`` where a title or an address asks for it."""
    name = brief.case.mentor.greeting_name
    return f"{'Dear' if _formal(brief.case.mentor) else 'Hello'} {one_line(name)},"


def _formal(mentor: Mentor) -> bool:
    """Whether the mentor is addressed with a title, or with more than one name."""
    return bool(mentor.title or " " in mentor.address)


def person_values(brief: Brief) -> dict[str, Value]:
    """What every kind says of the two people."""
    mentee, mentor = brief.case.mentee, brief.case.mentor
    position, field = myself.who(mentee)
    title = re.split(r"[,;(]| (?:at|on|in) ", position)[0].strip() if re.match(r"an? ", position) else ""
    return {
        "mentee_name": one_line(mentee.name),
        "signature": one_line(mentee.signature),
        "mentor_first": one_line(mentor.greeting_name),
        "relationship": mentor.relationship.value,
        "position": position,
        "field": field,
        "workplace": one_line(mentee.organisation).rstrip("."),
        "person_role": title if len(title.split()) <= 5 else "",
        **goal_values(goal_told(brief)),
        "greeting": greeting(brief),
        "formal": _formal(mentor),
        "farewell": "Kind regards," if mentor.title else "Best wishes,",
    }


def goal_told(brief: Brief) -> str:
    """The goal; where the mentee teaches, the mentor named by their role is "you"."""
    goal, mentor = brief.goal_text, brief.case.mentor
    head = w.head_noun(one_line(mentor.role))
    if mentor.relationship is not Relationship.REVERSE or not head or not re.search(rf"\bthe {head}\b", goal, re.I):
        return goal
    return tell_to_mentor(re.sub(rf"\bthe {re.escape(head)}\b", "you", goal, count=1, flags=re.IGNORECASE), mentor)


def mentor_position(mentor: Mentor) -> str:
    """The mentor's role and organisation, as what follows "you are"."""
    role, workplace = one_line(mentor.role).rstrip("."), one_line(mentor.organisation).rstrip(".")
    if not role or not w.names_a_person(role):
        return ""
    owner, freelance, at = at_work(mentor.organisation, role)
    if owner and " of " in at:
        return f"the {small(role)}{at}"
    if freelance:
        alone = role if freelance in role.casefold() else f"{freelance} {small(role)}"
        return w.with_article(small(alone)) + at.replace(" my own ", " your own ")
    at = f" at {workplace}" if workplace and workplace.casefold() not in role.casefold() else ""
    if len(re.findall(r"\b[A-Z][a-z]", role)) > 1:
        # A title such as "Chief Nursing Information Officer" keeps its capitals and needs no article.
        return role + at
    return w.with_article(small(role)) + at


def hook_values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """The hook's fact: told where code can tell it, else as something of the mentor's, else quoted as it stands."""
    clause = chosen.told.text if chosen and chosen.told else ""
    bare = quotation(chosen.fact.text) if chosen and not clause else ""
    if re.search(r"\b(?:I|me|my|mine)\b", bare) or len(w.words(bare)) > 30 or has_label(bare):
        # "started on nights like me" is the mentee speaking.
        bare = ""
    position = "" if chosen and chosen.quoted and bare else mentor_position(brief.case.mentor)
    if position and _knows_me(brief):
        # An old colleague is not told her own title, nor a line about herself.
        position, bare = "", bare if _thing(chosen, bare, brief.case.mentor) else ""
    return {
        "hook_clause": clause,
        "hook_thing": _thing(chosen, bare, brief.case.mentor),
        "hook_quote": bare.replace('"', "'").replace("“", "‘").replace("”", "’").replace("[", "(").replace("]", ")"),
        "hook_brief": _brief(clause),
        "mentor_position": position,
    }


def _knows_me(brief: Brief) -> bool:
    return knows_me(brief.case.mentor, connection(brief.case.mentor, _background(brief)))


def _background(brief: Brief) -> str:
    return " ".join(fact.text for fact in brief.mentor_facts)


def _thing(chosen: Ranked | None, bare: str, mentor: Mentor) -> str:
    """A fact without a verb as a thing of the mentor's: ``your talk 'Salt' (Leeds)``, ``your 12 books``; or empty."""
    if not chosen or not bare:
        return ""
    if re.match(r"\d+\s+[a-z]+s\b(?!.*[.;:])", bare):
        return f"your {small(bare)}"
    return new_thing(chosen.fact.text, mentor)


def _brief(clause: str) -> str:
    """A told fact without what hangs on behind a mark, where enough is left that is still the mentor's."""
    cut = re.split(r",\s|;\s|\s[–—-]\s|:\s|\s\(", clause)[0]
    whole = len(cut.split()) >= 5 and re.search(r"\byou\b", cut) and cut.count("“") == cut.count("”")
    return cut if whole and cut.count('"') % 2 == 0 else clause


def values(brief: Brief, chosen: Ranked | None) -> dict[str, Value]:
    """All values of ``first-contact.j2``."""
    mentor, mentee = brief.case.mentor, brief.case.mentee
    told_topic, asked = topic(brief), question(brief)
    person, hook = person_values(brief), hook_values(brief, chosen)
    found = _unless_told(connection(mentor, _background(brief)), str(hook["hook_clause"]))
    offered = myself.offer(mentee.can_offer, mentor)
    teaches = mentor.relationship is Relationship.REVERSE
    name = introducer(mentor)
    return {
        **person,
        **hook,
        "introduced_by": "" if names_introducer(mentor, found) else name,
        "introducer_name": name if len(name.split()) <= 3 and not re.match(r"(?:My|Our)\b", name) else "",
        "connection": found,
        "known": knows_me(mentor, found),
        "topic": told_topic,
        "topic_is_clause": starts_a_clause(told_topic),
        "topic_is_session": is_a_session(told_topic),
        "question": asked,
        # A second colon in one sentence would stumble.
        "question_inside": re.sub(r":\s", ", ", small(asked), count=1),
        # Asked for itself, as in "Can I come by?", it needs no call to be asked in.
        "question_is_request": bool(re.match(r"(?:(?:can|could|may) I|(?:can|could|would|will) you)\b", asked, re.I)),
        "direct_question": _direct(told_topic),
        "subject_topic": subject_of(
            told_topic,
            asked,
            str(person["goal_verb"]),
            str(person["goal_noun"]),
            str(hook["hook_clause"]),
            tuple(map(one_line, mentee.can_offer[:1])) if teaches else (),
        ),
        "minutes": brief.case.ask.minutes,
        "times": free_times(brief.case, brief.today),
        "offer": offered,
        "offer_brief": re.split(r"\s\(|,\s", offered)[0] if not re.search(r",.*\band\b", offered) else offered,
    }


def _unless_told(found: str, clause: str) -> str:
    """How the mentee came upon the mentor; empty where the hook says all of it again, and more."""
    way = found.removeprefix("I found you through ")
    told = set(w.content(clause))
    return "" if way != found and 2 <= len(set(w.content(way))) <= len(set(w.content(way)) & told) else found


def _direct(told_topic: str) -> str:
    """An indirect question as a direct one, where that is certain and short."""
    asked = direct(told_topic) if starts_a_clause(told_topic) else None
    return asked if asked and len(asked.split()) <= 20 and asked.count("?") == 1 else ""
