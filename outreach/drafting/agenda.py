"""What the parts of an agenda are made of."""

from __future__ import annotations

import re
from dataclasses import replace

from outreach.briefing.brief import Brief
from outreach.briefing.dates import short_date, weekday_and_day
from outreach.domain.case import Action, Owner
from outreach.domain.draft import Origin
from outreach.domain.facts import same_statement
from outreach.domain.people import Mentor, Relationship
from outreach.drafting.deeds import told_deed
from outreach.drafting.first_contact import person_values, question, starts_a_clause, topic
from outreach.drafting.goal import goal_sentence, without_past_deadline
from outreach.drafting.jotted import with_capitals
from outreach.drafting.lines import Line as Line
from outreach.drafting.lines import Part as Part
from outreach.drafting.lines import shared_out as shared_out
from outreach.drafting.lines import shown
from outreach.drafting.moments import day_there, mode_told, title_moment
from outreach.drafting.myself import small
from outreach.drafting.news import deeds_told
from outreach.drafting.questions import FEWEST_QUESTIONS as FEWEST_QUESTIONS
from outreach.drafting.questions import asked_about, bare_deed, own, questions, skills, their_deeds
from outreach.drafting.steps import due, offered, said_to_me, told
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.bases import base_of_ing
from outreach.wording.clean import one_line, plain
from outreach.wording.lexicon import KIN, PERSON_NOUNS
from outreach.wording.patterns import regex
from outreach.wording.swapping import name_pattern
from outreach.wording.telling import tell_to_mentor

MOST_NEWS = 3
"""Things that the mentee did beside their promises: the talk is for the questions."""

_PEOPLE = (KIN | PERSON_NOUNS) | frozenset(
    """
    boy client customer girl guest lady landlord man neighbour patient somebody someone tenant visitor woman
    """.split()
)
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
_SESSION_ON = regex(
    r"(?:[\w-]+ ){0,3}?(?:session|lesson|evening|morning|afternoon|hour|workshop|class|course)s? (?:on|in|about)\s+",
    re.IGNORECASE,
)


def values(brief: Brief) -> dict[str, Value]:
    """All values of ``agenda.j2`` that do not belong to one line."""
    meeting, mentor = brief.meeting, brief.case.mentor
    told_topic = topic(brief)
    day = day_there(brief.case, meeting.date) if meeting.date else None
    return {
        **person_values(brief),
        "day": weekday_and_day(day) if day else "",
        "short_day": short_date(day) if day else "",
        "when": title_moment(brief.case),
        "mode": mode_told(brief.case),
        "minutes": meeting.minutes,
        "settled": (meeting.number or 1) > 1 or mentor.relationship is Relationship.MENTOR,
        "first_meeting": meeting.number == 1 or not meeting.number,
        "topic": told_topic,
        "topic_is_clause": starts_a_clause(told_topic),
        "question": question(brief),
        "skill": "",
        "skill_is_deed": False,
        "skill_is_quality": False,
        "deed": "",
        "hands_on": _is_deed(_shown_topic(brief)[0]),
        "introduced": not _known_to(brief),
        "standing": _standing(brief),
        "stands": bool(
            meeting.previous_actions or meeting.progress or _news(brief) or (_is_first(brief) and _standing(brief))
        ),
    }


def parts(brief: Brief, templates: Templates, written: Line | None = None) -> list[Part]:
    """The parts of the agenda in order; a part with nothing to say is left out."""
    meeting, shared = brief.meeting, values(brief)
    relationship = brief.case.mentor.relationship
    next_step = Line(templates.sentence("agenda.j2", "next", shared), Origin.TEMPLATE)
    found = [*_start(brief, templates), *_so_far(brief)]
    if relationship is Relationship.REVERSE:
        found += _session(brief, templates)
    else:
        lines = tuple(questions(brief, templates, shared, written))
        found.append(Part("questions", "My questions", lines, 17, numbered=True))
        if relationship is Relationship.PEER:
            theirs = Line(templates.sentence("agenda.j2", "yours", shared), Origin.TEMPLATE)
            found.append(Part("exchange", "Your questions", (theirs,), 17))
    if meeting.decision.strip():
        text = _bullet(_to_mentor(one_line(meeting.decision), brief.case.mentor))
        found.append(Part("decision", "To decide", (shown(text, meeting.decision, "meeting.decision:1"),), 5))
    found.append(Part("next", "Next step", (next_step,), 5))
    return [part for part in found if part.lines]


def further(brief: Brief, templates: Templates) -> list[Line]:
    """Questions that an agenda leaves out: on what the mentor brought about, on the skills, on the first step."""
    shared = values(brief)
    first_step = Line(templates.sentence("agenda.j2", "first_step", shared), Origin.TEMPLATE)
    return [*their_deeds(brief), *skills(brief, templates, shared), first_step]


def _start(brief: Brief, templates: Templates) -> list[Part]:
    """A first meeting begins with the mentee's goal, and to a stranger with who they are."""
    if not _is_first(brief):
        return []
    shared = values(brief)
    text = templates.sentence("agenda.j2", "start", shared)
    who = ("mentee.name:1",) if shared["introduced"] else ()
    goal = (f"mentee.goals:{brief.goal}",) if shared["standing"] else ()
    mine = [Line(text, Origin.TEMPLATE, (*who, *goal))] if text else []
    expected = templates.sentence("agenda.j2", "expectations", shared) if brief.meeting.number == 1 else ""
    lines = (*mine, *(_news(brief) if mine else ()), *([Line(expected, Origin.TEMPLATE)] if expected else []))
    return [Part("start", "Where I stand" if mine else "Before we start", lines, 5)]


def _is_first(brief: Brief) -> bool:
    """Whether it is a first meeting; an unnumbered one is, where nothing tells of an earlier one."""
    meeting = brief.meeting
    earlier = meeting.previous_actions or meeting.progress or brief.case.contact.last_met
    return meeting.number == 1 or not (meeting.number or earlier)


def _known_to(brief: Brief) -> bool:
    """Whether the mentor knows who writes: by an earlier message, or before that."""
    contact = brief.case.contact
    strangers = {Relationship.COLD, Relationship.INTRODUCED}
    return bool(contact.sent or contact.answered) or brief.case.mentor.relationship not in strangers


def _standing(brief: Brief) -> str:
    """The goal in a line, without a deadline that has passed; empty where it is no business of the talk.

    Who teaches their director has a goal about the director; equals meet for both.
    """
    if brief.case.mentor.relationship in {Relationship.PEER, Relationship.REVERSE}:
        return ""
    return goal_sentence(without_past_deadline(brief.goal_text, brief.meeting.date or brief.today))


def _so_far(brief: Brief) -> list[Part]:
    meeting, mentor = brief.meeting, brief.case.mentor
    actions = tuple(
        _with_result(shown(_action(action, brief), action.what, f"meeting.previous_actions:{n}"), action, brief)
        for n, action in enumerate(meeting.previous_actions, 1)
        if action.what.strip()
    )
    actions += () if _is_first(brief) else _news(brief)
    progress = tuple(
        shown(_bullet(_to_mentor(text, mentor)), text, f"meeting.progress:{n}")
        for n, text in enumerate(meeting.progress, 1)
        if text.strip()
    )
    heading = "So far" if meeting.number == 1 else "Since last time"
    return [Part("actions", heading, actions, 5), Part("progress", "Progress", progress, 3)]


def _with_result(line: Line, action: Action, brief: Brief) -> Line:
    """A promise that is done, with what it led to where that was logged."""
    for number, deed in enumerate(brief.case.contact.deeds, 1):
        if action.done and action.owner is Owner.MENTEE and same_statement(deed.what, action.what):
            one = told_deed(deed, brief.case.mentor)
            text, facts = one.with_result(w.as_sentence(line.text)), (*line.facts, f"contact.results:{number}")
            return replace(line, text=text, facts=facts) if one.has_result else line
    return line


def _news(brief: Brief) -> tuple[Line, ...]:
    """What the mentee did beside what they had promised, and what it led to."""
    meeting, contact = brief.meeting, brief.case.contact
    known = [*(action.what for action in meeting.previous_actions), *meeting.progress]
    fresh = [
        number
        for number, deed in enumerate(contact.deeds, 1)
        if not any(same_statement(deed.what, what) for what in known)
    ]
    deeds = replace(contact, deeds=tuple(contact.deeds[number - 1] for number in fresh))
    found = []
    for at, one in deeds_told(deeds, brief.case.mentor, MOST_NEWS):
        paths = ("contact.deeds", "contact.results") if one.has_result else ("contact.deeds",)
        facts = tuple(f"{path}:{fresh[at - 1]}" for path in paths)
        found.append(Line(_bullet(one.with_result(one.sentence)), Origin.TEMPLATE, facts))
    return tuple(found)


def _session(brief: Brief, templates: Templates) -> list[Part]:
    """The middle of a session plan, where the mentee is the one who shows."""
    shared = values(brief)
    text, typed, fact_id = _shown_topic(brief)
    show = [shown(w.capitalised(text), typed, fact_id)] if text else []
    theirs = Line(templates.sentence("agenda.j2", "yours", shared), Origin.TEMPLATE)
    return [
        Part("show", "What I'd show you", tuple(show), 12),
        Part("questions", "My questions", tuple(own(brief)), 5, numbered=True),
        Part("exchange", "Your turn" if shared["hands_on"] else "Your questions", (theirs,), 10),
    ]


def _shown_topic(brief: Brief) -> tuple[str, str, str]:
    """What a session shows, as typed and its fact: the subject of the lesson, not whether there should be one."""
    about, typed = asked_about(brief), brief.case.ask.about
    if re.match(r"(?:whether|if)\b", about, re.IGNORECASE):
        offered = re.search(rf"{_SESSION_ON.pattern}(?P<on>.+?) would\b|would like to learn (?P<learn>.+)", about)
        about = (offered["on"] or offered["learn"]) if offered else ""
    about = re.sub(r"^showing (?:you )?(?=how|what|where|why)", "", about)
    if about:
        return _SESSION_ON.sub("", about, count=1) if _SESSION_ON.match(about) else about, typed, "ask.about:1"
    offers = brief.case.mentee.can_offer
    offer = w.expanded(one_line(offers[0])).strip(" .") if offers else ""
    return _SESSION_ON.sub("", offer, count=1) if _SESSION_ON.match(offer) else offer, offer, "mentee.can_offer:1"


def _is_deed(text: str) -> bool:
    return bool(base_of_ing((w.words(text) or [""])[0]))


def _bullet(text: str) -> str:
    """A line of the mentee's as a bullet: their words, on one line, without square brackets, with a capital."""
    line = " ".join(plain(text).split()).replace("[", "(").replace("]", ")").lstrip("#*->→• ")
    return w.capitalised(with_capitals(re.sub(r"(?<![\w.])i(?= [a-z])", "I", line))).rstrip(" ;,")


def _action(action: Action, brief: Brief) -> str:
    """``Open: ask 2 shops what margin they take, due 15 January``; a promise of the mentor's says whose it is."""
    mentor, on = brief.case.mentor, brief.meeting.date or brief.today
    by = f", {'was due' if action.by < on else 'due'} {due(action.by, on)}" if action.by and not action.done else ""
    text = _bullet(tell_to_mentor(w.expanded(bare_deed(one_line(action.what))), mentor))
    if action.owner is Owner.MENTOR or text.startswith("You "):
        # "You name the sheets": as the other lines, without its subject.
        # "calls somebody at the port" is told as the others are: "call somebody at the port".
        third = w.is_third((w.words(one_line(action.what)) or [""])[0])
        text = (third and offered(action, mentor)) or text
        text = said_to_me(re.sub(r"^you:? (?:will )?(?=[a-z]+\b)", "", text, flags=re.IGNORECASE), brief.case.mentee)
        return (
            f"Done on your side, thank you: {_small(text)}" if action.done else f"Open on your side: {_small(text)}{by}"
        )
    deed = _to_you(told(bare_deed(one_line(action.what)), mentor))
    return f"{'Done' if action.done else 'Open'}: {_small(_bullet(deed))}{by}"


def _to_you(text: str) -> str:
    """``send your three of my drawings`` → ``send you three of …``: "her" before a number was whom it is sent to."""
    return re.sub(
        rf"\b((?:bring|give|hand|lend|post|send|show|teach|tell) you)r (?={_NUMBER})", r"\1 ", text, flags=re.IGNORECASE
    )


def _small(text: str) -> str:
    """``text`` behind a colon: a verb in two parts is small as well (``tap-test``), and one before an article."""
    first = re.match(r"([A-Z][a-z]+)-[a-z]", text)
    known = first and small(first[1]) != first[1]
    verb = re.match(rf"[A-Z][a-z]+ (?:the|an?|my|your|all|some|each|every|{_NUMBER})\b", text)
    return text[:1].lower() + text[1:] if known or verb else small(text)


def _to_mentor(line: str, mentor: Mentor) -> str:
    """A line told to the mentor where it speaks of them; any other stays as typed."""
    people = {word.casefold().removesuffix("'s") for word in w.words(line)} & _PEOPLE
    named = re.search(name_pattern(mentor), line)
    pronoun = re.search(r"\b(?:she|he|her|his|him)\b", line, re.IGNORECASE)
    if (people and not named) or not (named or pronoun):
        return line
    return told(line, mentor)
