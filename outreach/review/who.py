"""Who is who: mentor and mentee told as each other (W1), and a third person left where "you" belongs (W2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.briefing.sources import Source, Sources
from outreach.review import roles
from outreach.review.clauses import FIRST, GIVEN, LIGHT, NEGATION, SECOND, Clause, Phrase, blanked, clauses, owned
from outreach.review.context import Context, Span
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.patterns import regex
from outreach.wording.words import content, stem, words

_MENTOR = ("mentor.background", "mentor.added", "mentor.role", "mentor.organisation")
_MENTEE = (
    "mentee.name",
    "mentee.role",
    "mentee.organisation",
    "mentee.background",
    "mentee.added",
    "mentee.goals",
    "mentee.skills_to_build",
    "meeting.progress",
    "meeting.previous_actions",
    "meeting.next_actions",
    "contact.deeds",
    "contact.results",
    "contact.news",
    "contact.reason",
)
_NEUTRAL = (
    "ask.",
    "mentee.can_offer",
    "mentor.introduced_by",
    "meeting.notes",
    "meeting.questions",
    "meeting.decision",
    "meeting.date",
    "meeting.mode",
    "contact.advice",
    "contact.answer",
)
_FOUND = "mentor.found_through"
_TOPICS = ("ask.", "meeting.notes", "meeting.questions", _FOUND)

# What one does with somebody else's story: no story of one's own.
_TAKES_IN = frozenset(
    map(
        stem,
        """
        read reads watch watched hear heard see saw seen attend attended listen find found know like love admire want
        hope wish think thought enjoy enjoyed notice noticed understand follow followed remember believe guess suppose
        wonder dream learn learnt learned came keep look study studied feel felt need visit visited mention quote
        """.split(),
    )
)
_SAYS = frozenset(
    map(
        stem,
        """
        tell told say said suggest suggested advise advised recommend recommended ask asked mention mentioned offer
        offered promise promised warn warned remind reminded encourage encouraged teach taught explain explained show
        showed know see saw understand mean think thought hear heard read help helped
        """.split(),
    )
)
_WHICH = regex(r"(?:which|that|where|whose)\s", re.IGNORECASE)
_IS = regex(r"\b(?:am|is|are|was|were)\b")
_BE = frozenset("am is are was were be been being".split())
"""With which a verb is passive: "I was heard by an officer" tells a story, "I heard an officer" none."""
# Verbs that only carry what somebody was.
_POSITION = frozenset(map(stem, "spent spend worked work served became began started joined had have was did".split()))
_DONE = frozenset(map(stem, "spent worked served led ran won".split()))
_ARRIVES = frozenset(map(stem, "came come".split()))
_RELATIVE = regex(r"\W*(?:that|which|where|whose|who)\b", re.IGNORECASE)
_CONTACT = regex(
    r"\b(?i:the|these|those|all|both)\s+(?P<what>(?:[\w'’-]+\s+){1,5}?)(?:I|we)(?:['’]ve|['’]d|\s+(?:have|had|once))?"
    r"\s+(?P<verb>[a-z]+)\b"
)
# What the mentor made, and the mentee found them through.
_WORKS = frozenset(
    """
    talk keynote lecture article interview book booklet piece post blog paper thesis column podcast panel webinar
    feature newsletter letter chapter report video film episode story portrait profile
    """.split()
)


# Where something stands that others have written, too.
_MEDIA = frozenset("paper newspaper magazine newsletter podcast blog journal channel column radio".split())


@dataclass(frozen=True)
class _Sides:
    """Whose fact is whose."""

    sources: Sources
    mentors: frozenset[str]
    """Ids of facts in the mentee's fields that are about the mentor: an action of theirs, a line that names them."""

    def mentor(self, stems: frozenset[str]) -> float:
        return max(self.sources.coverage(stems, _MENTOR), self._position(stems))

    def mentee(self, stems: frozenset[str]) -> float:
        return self.sources.coverage(stems, _MENTEE, self.mentors)

    def neutral(self, stems: frozenset[str], *more: str) -> float:
        return self.sources.coverage(stems, (*_NEUTRAL, *more))

    def only(self, stems: frozenset[str], fields: tuple[str, ...], against: tuple[str, ...]) -> int:
        """How many of ``stems`` stand in facts of ``fields`` and in none of ``against``."""
        found = 0
        for one in stems:
            having = self.sources.with_stem(one)
            ours = any(source.id.startswith(fields) and source.id not in self.mentors for source in having)
            found += ours and not any(source.id.startswith(against) for source in having)
        return found

    def share(self, stems: frozenset[str], fields: tuple[str, ...]) -> float:
        """The share of ``stems`` that the facts of ``fields`` have together."""
        having = sum(
            any(s.id.startswith(fields) and s.id not in self.mentors for s in self.sources.with_stem(one))
            for one in stems
        )
        return having / len(stems) if stems else 0.0

    def have(self, phrase: Phrase, fields: tuple[str, ...]) -> bool:
        """Whether facts of ``fields`` have what a phrase names, not merely where it is or what for.

        A paper or a podcast in which the mentee found the mentor is read by both, and nobody's work.
        """
        for source in self.sources.of_fields(fields):
            if source.id in self.mentors or not source.stems & frozenset(content(" ".join(phrase.words))):
                continue
            stands_in = rf"\b(?:in|of|from|on|through|by|via) (?:[\w'’-]+ ){{0,3}}{re.escape(phrase.head)}\b"
            if not (source.id.startswith(_FOUND) and phrase.head in _MEDIA and re.search(stands_in, source.text, re.I)):
                return True
        return False

    def nearest(self, stems: frozenset[str], fields: tuple[str, ...]) -> str:
        """The id of the fact of ``fields`` that has most of ``stems``."""
        found = {s: n for s, n in self.sources.shared(stems).items() if s.id.startswith(fields)}
        return max(found, key=lambda source: found[source]).id if found else ""

    def _position(self, stems: frozenset[str]) -> float:
        return self.share(stems, ("mentor.role", "mentor.organisation"))


def mixed_up(context: Context) -> Iterator[Hit]:
    """W1: the mentor's story told as the mentee's or the reverse, an action or a role given to the wrong one."""
    sides = _Sides(context.sources, _theirs(context))
    asked = {source.text for source in context.sources.of_fields(("meeting.questions",))}
    for span in context.spans:
        if span.text.strip() in asked:
            continue
        pieces = clauses(span)
        found = next(_stories(span, pieces, sides), None) or next(roles.turned(context, span, pieces), None)
        if found:
            yield found


def _theirs(context: Context) -> frozenset[str]:
    """Facts in the mentee's fields that tell of the mentor."""
    name = {folded(word) for word in words(context.case.mentor.name)}
    named = {"you", "your", "she", "he", "her", "his", "him"} | name

    def about(source: Source) -> bool:
        return bool(source.tokens & named) and not source.tokens & {"i", "my"}

    return roles.mentors_actions(context) | {
        source.id for source in context.sources.of_fields(_MENTEE) if about(source)
    }


def _stories(span: Span, pieces: list[Clause], sides: _Sides) -> Iterator[Hit]:
    question = span.text.rstrip().endswith("?")
    for before, clause, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        # "I have the ruling in mind that you won": whose it is follows.
        if after is not None and after.subject == "you" and _RELATIVE.match(after.text) and not _tells(clause):
            continue
        mine = clause.subject == "I" or (before is not None and _of_mine(before, clause, sides))
        if not question and (_mine_is_theirs(clause, sides) if mine else _contact_is_theirs(clause, sides)):
            yield at(_as_yours(sides, clause.text), span, clause.start, clause.end)
        if clause.subject == "you" and not question and _theirs_is_mine(clause, sides):
            yield at(_as_theirs(sides, clause.text), span, clause.start, clause.end)
    for phrase in owned(blanked(span.text)):
        named = " ".join((*phrase.words, *phrase.tail))
        if phrase.owner == "I" and _phrase_is_theirs(span, phrase, named, sides):
            yield at(_as_yours(sides, named), span, phrase.start, phrase.end)
        if phrase.owner == "you" and _phrase_is_mine(phrase, named, sides):
            yield at(_as_theirs(sides, named), span, phrase.start, phrase.end)


def _as_yours(sides: _Sides, text: str) -> str:
    fact = sides.nearest(_stems(text), (*_MENTOR, _FOUND))
    return f"This is the mentor's story ({fact}), told as yours. Say “you”, or leave it out."


def _as_theirs(sides: _Sides, text: str) -> str:
    fact = sides.nearest(_stems(text), _MENTEE)
    return f"This is your own story ({fact}), told as the mentor's. Say “I” or “my”."


def _stems(text: str) -> frozenset[str]:
    return frozenset(content(text)) - LIGHT


def _mine_is_theirs(clause: Clause, sides: _Sides) -> bool:
    """Whether a clause about "I" tells what only the mentor's facts have."""
    if clause.front and _is_the_mentors(clause.front, sides):
        return True
    stems = _stems(clause.text)
    if len(stems) < 2 or clause.negated or clause.supposed or "will" in clause.helpers:
        return False
    if SECOND.search(clause.text):
        return False
    told = sides.mentor(stems)
    if clause.verb in _TAKES_IN and not clause.helpers & _BE:
        # "I kept bees in Machakos from 2009 to 2013" takes nothing in where the mentor kept them.
        does_so = (
            clause.verb in _ARRIVES if clause.verb not in stems else sides.share(frozenset([clause.verb]), _MENTOR) > 0
        )
        return does_so and len(stems) >= 4 and told >= 0.75 and told > max(sides.mentee(stems), sides.neutral(stems))
    does = (
        not clause.verb
        or clause.verb in _POSITION
        or clause.verb not in stems
        or sides.share(frozenset([clause.verb]), _MENTOR) > 0
    )
    if not clause.verb and len(stems) == 2 and told < 1:
        # "My sister thinks …" names no more than one thing that the mentor has as well.
        return False
    if clause.helpers & _BE and clause.verb not in stems and not _is_what(clause, sides):
        return False
    return does and _enough(told, stems) and told > max(sides.mentee(stems), sides.neutral(stems, _FOUND))


def _enough(share: float, stems: frozenset[str]) -> bool:
    """Whether so much of a clause is somebody's: half of it, and more than one word that two lives may share."""
    return share >= 0.5 and (share * len(stems) >= 2 or share == 1)


def _is_what(clause: Clause, sides: _Sides) -> bool:
    """Whether what somebody is said to be, or where, begins with a word of the mentor's facts."""
    match = _IS.search(clause.text)
    said = [one for one in content(clause.text[match.end() :]) if one not in LIGHT] if match else []
    return not said or any(sides.share(frozenset([one]), _MENTOR) > 0 for one in said[:1])


def _tells(clause: Clause) -> bool:
    """Whether the verb of a clause says something of what was done."""
    return clause.verb in _stems(clause.text) | _DONE


def _contact_is_theirs(clause: Clause, sides: _Sides) -> bool:
    """Whether a thing is called one's own in passing: "after the eight years I spent in intensive care"."""
    match = None if clause.subject or clause.negated or SECOND.search(clause.text) else _CONTACT.search(clause.text)
    if match is None:
        return False
    verb = stem(folded(match["verb"]))
    if verb not in _DONE and (verb in _TAKES_IN or not sides.share(frozenset([verb]), _MENTOR)):
        return False
    stems = _stems(clause.text[match.start() :]) | frozenset(content(match["what"]))
    told = sides.mentor(stems)
    return len(stems) >= 2 and _enough(told, stems) and told > max(sides.mentee(stems), sides.neutral(stems, _FOUND))


def _of_mine(before: Clause, clause: Clause, sides: _Sides) -> bool:
    """Whether "which …" tells of what the mentee has: "I run a shop in Karatina, which belongs to 63 families"."""
    if not _WHICH.match(clause.text) or before.subject != "I" or before.verb in _TAKES_IN:
        return False
    stems = _stems(before.text)
    if SECOND.search(before.text) or SECOND.search(clause.text):
        return False
    return sides.only(stems, _MENTEE, _MENTOR) >= 2 and not sides.only(stems, (*_MENTOR, _FOUND), _MENTEE)


def _is_the_mentors(front: str, sides: _Sides) -> bool:
    """Whether what stands in front of "I" is the mentor's: "As a night nurse for eleven years, I …"."""
    stems = _stems(front)
    if len(stems) < 2 or not re.match(r"\W*(?:as|being|having)\b", front, re.IGNORECASE) or SECOND.search(front):
        return False
    told = sides.mentor(stems)
    return told >= 0.6 and told > max(sides.mentee(stems), sides.neutral(stems, _FOUND))


def _theirs_is_mine(clause: Clause, sides: _Sides) -> bool:
    """Whether a clause about "you" tells what only the mentee's facts have."""
    stems = _stems(clause.text)
    if len(stems) < 2 or clause.negated or FIRST.search(clause.text):
        return False
    if clause.verb == "offer" and clause.lead != "if":
        return sides.sources.coverage(stems - {"offer"}, ("mentee.can_offer",)) >= 0.6
    if clause.supposed or clause.verb in _SAYS:
        return False
    if not clause.verb and not clause.helpers:
        named = owned(clause.text)
        if not named or named[0].head in GIVEN or not (_IS.search(clause.text) or sides.have(named[0], _MENTEE)):
            return False
    # What they advised and the mentee did is told of both in the same words.
    deed = sides.sources.coverage(stems, ("contact.deeds",)) if clause.own and clause.verb else 0.0
    if deed >= 0.6 and deed > sides.mentor(stems) and clause.verb not in _SAYS and "will" not in clause.helpers:
        return True
    one = sides.mentee(stems)
    both = sides.share(stems, _MENTEE) if sides.only(stems, _MENTEE, (*_MENTOR, *_NEUTRAL, _FOUND)) > 1 else 0.0
    against = max(sides.mentor(stems), sides.neutral(stems, _FOUND))
    return (one >= 0.6 and one > against) or (both >= 0.75 and both > against + 0.25)


def _phrase_is_theirs(span: Span, phrase: Phrase, named: str, sides: _Sides) -> bool:
    """Whether what is called mine is the mentor's."""
    stems = _stems(named)
    fields = (*_MENTOR, _FOUND)
    if len(stems) < 2 or NEGATION.search(span.text[: phrase.start]) or not sides.have(phrase, fields):
        return False
    told = max(sides.mentor(stems), sides.neutral(stems, _FOUND) if phrase.head in _WORKS else 0.0)
    own = max(sides.mentee(stems), sides.share(stems, ("mentee.can_offer", "ask.", "meeting.questions")))
    return told >= 0.6 and told > own and sides.only(stems, fields, (*_MENTEE, *_NEUTRAL)) > 0


def _phrase_is_mine(phrase: Phrase, named: str, sides: _Sides) -> bool:
    """Whether what is called yours is the mentee's."""
    stems = _stems(named)
    if len(stems) < 2 or phrase.head in GIVEN or not sides.have(phrase, _MENTEE):
        return False
    apart = sides.only(stems, _MENTEE, (*_MENTOR, *_TOPICS))
    both = sides.share(stems, _MENTEE) if apart > 1 else 0.0
    told = max(sides.mentee(stems), both)
    own = max(sides.mentor(stems), sides.sources.coverage(stems, _TOPICS))
    return told >= 0.6 and told > own and apart > 0
