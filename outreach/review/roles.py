"""Who does what: an action given to the wrong one, and the roles of mentor and mentee turned round (W1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.briefing.sources import Source
from outreach.domain.case import Owner
from outreach.domain.draft import Level
from outreach.domain.people import Relationship
from outreach.review.clauses import LIGHT, Clause
from outreach.review.context import Context, Span
from outreach.review.rule import Hit, at
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.words import content, stem

_ACTIONS = ("meeting.previous_actions", "meeting.next_actions")
_DATES = frozenset(stem(word) for word in (*MONTHS, *WEEKDAYS))
# Verbs for handing something over are one, whichever an action was noted with.
_HANDS_OVER = frozenset(
    map(stem, "send share post put mail email forward give lend bring pass hand introduce show drop deliver".split())
)
_LUCK = regex(
    r"\b(?:(?:good luck|luck|success|fun) (?:with|in|for)|I hope (?:that )?you(?:['’]ll| will| can)?"
    r"|I (?:look|am looking) forward to your)\s+(?P<what>[^.;,!?]+)",
    re.IGNORECASE,
)
_PROMISE = regex(r"^\W*(?:she|he|they|[A-Z][\w’'-]+)?\s*(?:['’]ll|will|promised to|offered to|is going to)\s", re.I)


def mentors_actions(context: Context) -> frozenset[str]:
    """Ids of the actions that the mentor promised."""
    meeting = context.facts.meeting
    named = (("meeting.previous_actions", meeting.previous_actions), ("meeting.next_actions", meeting.next_actions))
    return frozenset(
        f"{path}:{n}" for path, actions in named for n, action in enumerate(actions, 1) if action.owner is Owner.MENTOR
    )


def turned(context: Context, span: Span, pieces: list[Clause]) -> Iterator[Hit]:
    """An action of one told as the other's, and "mentor" and "mentee" the wrong way round."""
    yield from _owners(context, span, pieces)
    if context.relationship is Relationship.REVERSE:
        yield from _taught(context, span)
    elif context.relationship is Relationship.PEER:
        yield from _among_equals(context, span)
    else:
        yield from _advising(context, span)
    if context.relationship is not Relationship.PEER:
        yield from _named_wrong(context, span)


def _owners(context: Context, span: Span, pieces: list[Clause]) -> Iterator[Hit]:
    theirs = mentors_actions(context)
    actions = list(context.sources.of_fields(_ACTIONS))
    if not actions:
        return
    mentors = [one for one in actions if one.id in theirs]
    mentees = [one for one in actions if one.id not in theirs]
    mentees += context.sources.of_fields(("contact.deeds", "contact.news"))
    promised = mentors + [one for one in context.sources.of_fields(("meeting.notes",)) if _PROMISE.match(one.text)]
    for clause in pieces:
        if clause.negated or clause.lead == "if":
            continue
        if clause.subject == "I" and clause.verb and not _with_you_as_giver(clause):
            told, other = _nearest(clause, promised), _nearest(clause, mentees)
            message = "The mentor promised this ({}), not you. Say “you will …”."
        elif clause.subject == "you" and "will" in clause.helpers:
            told, other = _nearest(clause, mentees), _nearest(clause, promised)
            message = "This is yours to do ({}). Say “I will …”."
        else:
            continue
        if told and _share(clause, told) > _share(clause, other):
            yield at(message.format(told.id), span, clause.start, clause.end)
    yield from _wished(span, mentees)


def _wished(span: Span, mentees: list[Source]) -> Iterator[Hit]:
    if match := _LUCK.search(span.text):
        wished = frozenset(content(match["what"]))
        for one in mentees:
            own = _undated(one)
            if len(wished & own) >= 2 and len(wished & own) >= 0.6 * min(len(own), len(wished)):
                yield at(f"This is yours to do ({one.id}); it is told as the mentor's.", span, match.start())
                return


def _with_you_as_giver(clause: Clause) -> bool:
    return bool(re.search(r"\b(?:from you|your|you (?:will|promised|offered|sent|send))\b", clause.text, re.IGNORECASE))


def _undated(source: Source) -> frozenset[str]:
    return frozenset(one for one in source.stems if one not in _DATES and not one.isdigit())


def _share(clause: Clause, source: Source | None) -> float:
    if source is None:
        return 0.0
    own = _undated(source)
    stems = frozenset(content(clause.text))
    return len(stems & own) / max(1, len(own))


def _nearest(clause: Clause, sources: list[Source]) -> Source | None:
    """The action that a clause tells of: most of its words, and its verb or one that hands something over."""
    stems = frozenset(content(clause.text))
    for source in sorted(sources, key=lambda one: -_share(clause, one)):
        own = _undated(source)
        shared = len(stems & own)
        same = clause.verb in own or (clause.verb in _HANDS_OVER and bool(own & _HANDS_OVER))
        if same and shared >= 2 and shared >= 0.6 * min(len(own), max(3, len(stems - _DATES))):
            return source
    return None


_TEACHES = regex(
    r"""\b(?:
      (?:teach|train|coach|tutor|show|walk|guide|instruct)\ (?:me|us)\b
    | (?:teaching|taught|training|trained|coaching|coached|showing|showed|guiding|guided|walking|walked)\ (?:me|us)\b
    | (?:explain|explaining|explained)\ to\ (?:me|us)\b
    | help(?:ing|ed)?\ (?:me|us)\ (?:to\ )?(?:learn|understand|build|write|use|get|with)\b
    | (?:learn|learning|learned|learnt|(?:lesson|training|coaching|teaching|explanation|introduction)s?)\ from\ you\b
    | your\ (?:[\w-]+\ )?(?:lesson|teaching|training|coaching|explanation|demonstration|instruction|tutorial)s?\b
    | your\ (?:pupil|student|apprentice|trainee)\b
    | thanks\ to\ you,?\ I\ (?:now\ |can\ |know\ |understand\ |finally\ )+
    )(?P<what>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_TOPICS = (
    "ask.about",
    "mentee.can_offer",
    "mentee.goals",
    "mentee.background",
    "mentee.added",
    "meeting.notes",
    "meeting.progress",
    "meeting.next_actions",
    "contact.deeds",
)
# A goal that the mentor may help with, in reverse mentoring too.
_WANTS = regex(
    r"(?:to )?(?:learn|understand|find out|get to know|become)\b(?! (?:how )?to (?:teach|explain|train|show))",
    re.IGNORECASE,
)


def _taught(context: Context, span: Span) -> Iterator[Hit]:
    """In reverse mentoring the mentee teaches: the mentor is not asked to, nor thanked for it.

    What the mentor knows, and what the mentee wants to learn, may well be asked of them.
    """
    for match in _TEACHES.finditer(span.text):
        clause = re.split(r"[,.;:!?]", match["what"], maxsplit=1)[0]
        topics = [frozenset(content(text)) - _DATES for text in (match["what"], clause)]
        if any(_teaches_it(context, stems) for stems in (*topics, topics[1] - LIGHT)):
            yield at("Here you are the one who teaches this; offer it instead.", span, match.start(), match.end())
            return


def _teaches_it(context: Context, stems: frozenset[str]) -> bool:
    """Whether a topic is one that the mentee teaches."""
    goals = list(context.sources.of_fields(("mentee.goals",)))
    wants = frozenset(one.id for one in goals if _WANTS.match(one.text))
    teaches = frozenset(one.id for one in goals) - wants
    topic = context.sources.coverage(stems, _TOPICS, wants)
    known = context.sources.coverage(stems, ("mentor.", "mentee.goals", "mentee.skills_to_build"), teaches)
    # Somebody may well have learned something beside it from the mentor that day: a note alone is no subject taught.
    taught = any(
        source.field not in {"meeting.notes", "meeting.progress"} and source.id not in wants
        for stem_ in stems
        for source in context.sources.with_stem(stem_)
        if source.id.startswith(_TOPICS)
    )
    return taught and topic > 0.5 and topic > known


_ADVISES = regex(
    r"\bI (?:was glad to |was happy to |could |did )?(?:advised?|told|tell|suggest(?:ed)?|recommend(?:ed)?"
    r"|taught|teach|warn(?:ed)?) (?:to )?you (?:to |that |about |not to )?(?P<what>.+)",
    re.IGNORECASE,
)


def _advising(context: Context, span: Span) -> Iterator[Hit]:
    """The mentor's advice told as the mentee's."""
    match = _ADVISES.search(span.text)
    if (
        match
        and context.sources.coverage(frozenset(content(match["what"])), ("meeting.notes", "contact.advice")) >= 0.6
    ):
        yield at("This was the mentor's advice to you, told as yours.", span, match.start(), match.end())


_WRONG_ROLE = regex(
    r"\b(?:(?:as|being|I am|I['’]m|I was|become|be) your (?:new |future )?mentor\b"
    r"|(?:you|you['’]re|you are|you were) (?:are |were )?(?:as )?(?:a |my )mentee\b|\bmy mentee\b"
    r"|your mentor(?!(?:s|ing|ship)? (?:scheme|programme|program))\b(?=,? I\b))",
    re.IGNORECASE,
)
_MY_MENTOR = regex(
    r"\b(?:you (?:as|are|were|be|become|being) (?:my|a) mentor\b|(?:be|become|being|as) my mentor\b|\byour mentee\b)",
    re.IGNORECASE,
)


def _named_wrong(context: Context, span: Span) -> Iterator[Hit]:
    pattern = _MY_MENTOR if context.relationship is Relationship.REVERSE else _WRONG_ROLE
    if match := pattern.search(span.text):
        yield at("The roles are turned round here.", span, match.start(), match.end())


_ROLE_WORD = regex(r"\b(?:mentors?|mentees?)\b", re.IGNORECASE)


def _among_equals(context: Context, span: Span) -> Iterator[Hit]:
    match = _ROLE_WORD.search(span.text)
    if match and not context.sources.with_token(match[0].casefold()):
        hit = at("You two are equals here; leave out mentor and mentee.", span, match.start(), match.end())
        yield replace(hit, level=Level.WARN)
