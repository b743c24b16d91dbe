"""What the facts tell of two people's shared history: whether they met, what one read, heard or saw of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from outreach.briefing.sources import Source
from outreach.domain.draft import Kind
from outreach.review.context import Context
from outreach.wording.lexicon import KIN, PERSON_NOUNS
from outreach.wording.patterns import regex
from outreach.wording.words import stem

# Kinds of works, by how they reach somebody; a fact that has one word of a row has the row.
_WORKS = tuple(
    frozenset(map(stem, row.split()))
    for row in (
        """article piece post essay column blog op-ed page interview feature letter newsletter bulletin magazine story
        wrote written write published press notice listing call website site""",
        "book booklet guide handbook manual author novel leaflet pamphlet handout chapter",
        "paper thesis study report chapter dissertation phd journal abstract proceedings preprint memo research",
        """talk keynote lecture speech presentation panel session webinar seminar class course workshop spoke speaker
        training abstract conference meetup congress day""",
        "podcast episode radio interview feature broadcast programme program heard",
        "video recording film demo documentary clip stream tv television watched youtube channel",
        "shop stand stall studio workshop gallery exhibition exhibit show garden farm open visit visited tour fair",
        "app tool course class kit software map dataset code product recipe pattern",
    )
)
_PRINTED = 3
"""So many rows are works that anybody can get: a background that lists one is enough for having read it."""
_ALWAYS = frozenset(map(stem, "profile background bio biography title role name website site page cv".split()))

_MET = regex(
    r"\b(?:met|meet|meets|meeting|shared|share|sat|introduced|paired|matched|chat|chatted|colleagues?|classmates?"
    r"|neighbou?rs?|spoke|talked|knows? (?:her|him|them|each)|known|worked (?:with|for|under|together)|friends?"
    r"|conversation|hallway|coffee|lunch|dinner|breakfast|taught me|my (?:old |former )?(?:teacher|boss|manager|tutor"
    r"|supervisor|lecturer|coach)|mentoring|scheme|same (?:team|office|school|ward|course|class)|stopped at|stand"
    r"|stall|asked (?:her|him|them))\b",
    re.IGNORECASE,
)
# "Fintan spoke to Henk about me": another's talk, not theirs.
_OF_ANOTHER = regex(r"\b(?:spoke|talked|speaks) (?:to|with) (?:\w+ ){1,3}about (?:me|us|my \w+)\b", re.IGNORECASE)
_LIVE = regex(
    r"\b(?:attended|was at|went|visit(?:ed)?|open (?:day|house|lecture|evening)|workshop|conference|talk|lecture|meetup"
    r"|fair|panel|event|class|tour|festival|course|seminar|symposium|evening|training|hackathon|keynote|session|stand"
    r"|demo|exhibit(?:ion)?|show|met|saw|heard|fest|day|night|congress|summit|assembly|meeting|trip|audience)\b",
    re.IGNORECASE,
)
_AFAR = regex(
    r"\b(?:online|recording|recorded|video|youtube|stream(?:ed)?|slides?|transcript|podcast|watched|read|listened|radio)\b",
    re.IGNORECASE,
)
_LONG = regex(
    r"\b(?:follow\w*|subscri\w+|regular\w*|years|every|long|reader|listener|fan|since|always|weekly)\b", re.IGNORECASE
)
_SPOKEN = regex(
    r"\b(?:talk|keynote|lecture|interview\w*|said|says|told|article|post|blog|wr[io]tes?|written|quote\w*|podcast|panel"
    r"|video|recording|webinar|radio|letter|newsletter|book|booklet|column|paper|asked|asking|speech|handout|workshop"
    r"|course|class|training|session|manual|guide|profile|page|day|seminar|conference|meetup|gathering)\b|[:“\"]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ties:
    """What the facts of one text tell of the two."""

    context: Context

    @cached_property
    def found(self) -> str:
        """How the mentee came to the mentor, and the introducer, as one text."""
        mentor = self.context.case.mentor
        return f"{mentor.found_through} {mentor.introduced_by}"

    @cached_property
    def found_stems(self) -> frozenset[str]:
        """Stems of how the mentee came to the mentor."""
        fields = ("mentor.found_through", "mentor.introduced_by")
        return frozenset[str]().union(*(source.stems for source in self.context.sources.of_fields(fields)))

    @cached_property
    def meeting_known(self) -> bool:
        """Whether the case has a meeting that lies behind the text."""
        meeting = self.context.facts.meeting
        if self.context.kind in {Kind.FIRST_CONTACT, Kind.FOLLOW_UP}:
            return False
        if self.context.kind in {Kind.REPLY, Kind.REPORT, Kind.CHECK_IN}:
            held = self.context.kind is not Kind.REPLY and self.context.case.meeting is not None
            return held or self.context.case.contact.last_met is not None
        if self.context.kind is Kind.AGENDA:
            return (meeting.number or 0) >= 2 or bool(meeting.previous_actions)
        return self.context.case.meeting is not None

    @property
    def answered(self) -> bool:
        """Whether the mentor is known to have answered."""
        return self.context.case.contact.answered is not None

    @property
    def reports(self) -> bool:
        """Whether the text tells what came of advice that is known."""
        told = self.context.kind in {Kind.REPORT, Kind.CHECK_IN}
        return told and (self.meeting_known or any(deed.advice for deed in self.context.case.contact.deeds))

    @cached_property
    def heard_from(self) -> bool:
        """Whether the mentor is known to have said something to the mentee, in a meeting or in writing."""
        contact = self.context.case.contact
        return self.meeting_known or any(deed.advice for deed in contact.deeds) or bool(contact.answer.strip())

    @cached_property
    def met(self) -> bool:
        """Whether the two have met or talked."""
        known = self.meeting_known or self.context.case.contact.last_met is not None
        return known or bool(_MET.search(_OF_ANOTHER.sub(" ", self.found)))

    @cached_property
    def told(self) -> tuple[Source, ...]:
        """What was said between them: notes, actions, progress, questions."""
        fields = ("meeting.notes", "meeting.previous_actions", "meeting.next_actions", "meeting.progress")
        return tuple(
            self.context.sources.of_fields(
                (
                    *fields,
                    "contact.advice",
                    "contact.answer",
                    "meeting.questions",
                    "meeting.decision",
                    "ask.about",
                    "mentor.found",
                )
            )
        )

    def said(self, stems: frozenset[str], share: float = 0.4) -> bool:
        """Whether one thing that was said between them, or in public, has enough of ``stems``."""
        sources = self.told if self.heard_from else self._public
        best = max((len(stems & source.stems) for source in sources), default=0)
        return best >= 2 or best >= share * len(stems)

    def tells_of(self, person: str, *, mine: bool) -> bool:
        """Whether somebody between the two, called so, is told of: one of the mentee's own people, or the mentor's."""
        low = stem(person)
        own = self.context.sources.of_fields(("mentee.background", "mentee.added", "ask.about")) if mine else ()
        return low in self.found_stems or any(low in source.stems for source in own)

    @cached_property
    def _public(self) -> tuple[Source, ...]:
        return tuple(
            self.context.sources.of_fields(("mentor.found_through", "mentor.background", "mentor.added", "ask.about"))
        )

    def names_work(self, noun: str) -> bool:
        """Whether a fact of how they were found, or of what they did, has this very word."""
        return stem(noun) in self.found_stems or self._background_has(stem(noun))

    def attended(self) -> bool:
        """Whether the mentee was there in person."""
        return self.meeting_known or (bool(_LIVE.search(self.found)) and not _AFAR.search(self.found))

    def followed(self) -> bool:
        """Whether the mentee has known of the mentor's work for long."""
        return bool(_LONG.search(self.found))

    def public_word(self) -> bool:
        """Whether a fact has words that the mentor said in public."""
        fields = ("mentor.found_through", "mentor.background", "mentor.added")
        return any(_SPOKEN.search(source.text) for source in self.context.sources.of_fields(fields))

    def has_work(self, noun: str, *, only_found: bool = False) -> bool:
        """Whether a fact tells of such a work: a talk, an article; what is printed may stand in the background."""
        low = stem(noun)
        if low in _ALWAYS:
            return True
        rows = [n for n, row in enumerate(_WORKS) if low in row]
        if not rows:
            return low in self.found_stems
        wanted = frozenset[str]().union(*(_WORKS[n] for n in rows))
        if wanted & self.found_stems:
            return True
        if only_found or not any(n < _PRINTED for n in rows):
            return False
        printed = frozenset[str]().union(*(_WORKS[n] for n in rows if n < _PRINTED))
        return any(self._background_has(one) for one in printed)

    def _background_has(self, one: str) -> bool:
        having = self.context.sources.with_stem(one)
        fields = ("mentor.background", "mentor.added", "mentee.background", "mentee.added", "meeting.")
        return any(source.id.startswith(fields) for source in having)

    def is_work(self, noun: str) -> bool:
        """Whether a noun names something that can be read, heard or seen."""
        return any(stem(noun) in row for row in _WORKS) or stem(noun) in _ALWAYS

    def sent_by(self, tokens: frozenset[str]) -> bool:
        """Whether one of ``tokens`` is in what tells how the mentee came to the mentor."""
        fields = ("mentor.found_through", "mentor.introduced_by")
        known = frozenset[str]().union(*(source.tokens for source in self.context.sources.of_fields(fields)))
        return bool(tokens & known)

    @cached_property
    def through_somebody(self) -> bool:
        """Whether a person stands between them."""
        fields = ("mentor.found_through", "mentor.introduced_by")
        known = frozenset[str]().union(*(source.tokens for source in self.context.sources.of_fields(fields)))
        return bool(self.context.case.mentor.introduced_by.strip()) or bool(known & (KIN | PERSON_NOUNS))
