"""Claims in plain words: what is said of the mentor needs a fact, also without a name or a number in it (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from outreach.briefing.sources import Sources
from outreach.domain.draft import Kind, Level
from outreach.review import upheld
from outreach.review.clauses import GIVEN, LIGHT, SECOND, Clause, Phrase, blanked, clauses, owned
from outreach.review.context import Context, Span
from outreach.review.grounding.lexicon import synonyms
from outreach.review.grounding.ties import Ties
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS, KIN
from outreach.wording.patterns import regex
from outreach.wording.words import content, is_past, stem, words

_MINE = regex(r"\b(?:I|I['’]\w+|my|me|we|our|us|mine)\b", re.IGNORECASE)
# What "you" does with this very letter or its asker: no claim about a life.
_BETWEEN_US = frozenset(
    map(
        stem,
        """
        know knew see saw seen meet met speak spoke understand understood hope want welcome reply answer say said tell
        told mention mentioned ask asked suggest suggested advise advised recommend recommended promise promised offer
        offered remember recall need like prefer wish mind agree decide choose feel mean read hear find look wait let
        think thought believe consider imagine guess suppose suspect write sound seem deserve prove
        """.split(),
    )
)
# Words for how something told struck the mentee, or for what it stands in: neither for nor against a claim.
_FRAME = (
    LIGHT - frozenset(map(stem, "learn start begin write week weeks month months call take".split()))
) | frozenset(
    map(
        stem,
        """
        show showed made help helped teach taught stay stayed stick stuck strike struck catch caught bring brought
        remind reminded convince convinced inspire inspired encourage encouraged matter mean meant sound seem piece
        article talk work note page post book booklet profile interview story entry site website blog career example
        path view letter paper list move step turn switch background experience advice question answer reply reason
        idea word words sentence line way team schedule calendar diary office desk role position title field world
        side end start moment point case fact close near similar different same far true right wrong clear hard easy
        kind sort lot rest half much early late later recent current former present open free busy generous
        important useful helpful possible certain sure rare familiar exact exactly quite almost nearly number nearest
        nobody somebody anybody everybody especially truly warning mind eye ear head hand heart sense memory thought ask
        asking keep kept run ran name set held hold become became bring feel felt find found let meet met need seem
        speak spoke stand stood
        away apart together ago yours
        tell told think used understand understood known main real whole single own full usual usually often ever
        """.split(),
    )
)
# Verbs that say much of a life, and the stems that a fact has which tells of it.
_WEIGHTY: dict[str, frozenset[str]] = {
    "found": frozenset("found founder start open launch creat set establish cofound own began".split()),
    "own": frozenset("own owner found founder family shop firm company buy run".split()),
    "win": frozenset("win winner award priz medal competition honour shortlist champion".split()),
    "invent": frozenset("invent inventor patent design develop creat build mak".split()),
    "retir": frozenset(["retir"]),
}
# Numbers are held against the facts by their value, elsewhere.
_COUNTS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen score tens dozens
    hundreds thousands scores twenties thirties quarter couple handful
    """.split()
)
_LIVED = ("mentor.", "meeting.", "contact.", "given")
"""Fields that tell of the mentor and of what the two had to do with each other."""
_MENTEES = (
    "mentee.background",
    "mentee.added",
    "mentee.can_offer",
    "mentee.role",
    "mentee.organisation",
    "mentee.availability",
    "contact.deeds",
    "contact.results",
    "contact.news",
    "contact.reason",
)
_MESSAGE = "None of your facts tells this of the mentor. Take it out, or add it to the background if it is so."


def unfounded(context: Context) -> Iterator[Hit]:
    """R18 for plain words: what is said of the mentor and of advice and actions, held against the facts."""
    known = _Known(context.sources)
    of_mentor = _Known(Sources(tuple(one for one in context.sources.usable if not one.id.startswith(_MENTEES)), ()))
    asked = {source.text.strip() for source in context.sources.of_fields(("meeting.questions",))}
    for span in context.spans:
        if span.text.strip() in asked or not re.search(r"\w\s+\w", span.text):
            continue
        found = next(upheld.turned_round(context, span), None) or next(upheld.not_done(context, span), None)
        if found:
            yield found
        elif said := next(_said_of_mentor(context, span, known, of_mentor), None):
            yield replace(said, level=Level.WARN) if _heard(context, span) else said


def _heard(context: Context, span: Span) -> bool:
    """Whether a sentence may tell what was said in a meeting: notes never hold all of it, and the mentee was there."""
    return context.kind in {Kind.AGENDA, Kind.THANK_YOU, Kind.REPORT, Kind.CHECK_IN} and context.by_a_person(span)


@dataclass(frozen=True)
class _Known:
    """Which words the facts have, in the same or a near form: "nurse" for "nursing"."""

    sources: Sources

    def split(self, text: str, verb: str = "") -> tuple[list[str], list[str]]:
        """The words of ``text`` that say something: those that a fact has, and those that none has.

        For ``verb``, a stem, a word of the same meaning will do.
        """
        having: list[str] = []
        lacking: list[str] = []
        for word in words(text):
            low = folded(re.sub(r"['’]s?$", "", word))
            one = stem(low)
            if low in FUNCTION_WORDS or one in _FRAME or len(low) < 2 or low.endswith("ly"):
                continue
            alike = synonyms().get(one, ()) if one == verb else ()
            if self.has(one, low) or not self._lived.isdisjoint(alike):
                having.append(low)
            elif low not in _COUNTS and not low[0].isdigit():
                lacking.append(low)
        return having, lacking

    def has(self, one: str, low: str) -> bool:
        """Whether a fact has a word, its stem, one of its parts or a word that begins alike."""
        if one in self.sources.stems or low in self.sources.tokens:
            return True
        parts = [part for part in re.split(r"[-.'’]", low) if part]
        if len(parts) > 1 and all(stem(part) in self.sources.stems or part in FUNCTION_WORDS for part in parts):
            return True
        return len(one) >= 5 and any(
            other.startswith(one[: max(5, len(one) - 3)]) for other in self._by_beginning.get(one[:5], ())
        )

    @cached_property
    def _lived(self) -> frozenset[str]:
        """Stems of what the facts tell of the mentor and of the meeting, not of the mentee's aims."""
        lived = self.sources.of_fields(_LIVED)
        return frozenset[str]().union(*(source.stems for source in lived))

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.sources.stems:
            found.setdefault(one[:5], []).append(one)
        return found

    def tells(self, clause: Clause) -> bool:
        """Whether a fact about the mentor has a weighty verb of ``clause``, in whatever words, with its object."""
        proofs = _WEIGHTY[clause.verb]
        about = frozenset(content(clause.text)) - {clause.verb}
        sources = self.sources.of_fields(_LIVED)
        return any(source.stems & proofs and (source.stems & about or not about) for source in sources)


def _said_of_mentor(context: Context, span: Span, known: _Known, of_mentor: _Known) -> Iterator[Hit]:
    question = span.text.rstrip().endswith("?")
    if question:
        having, lacking = known.split(blanked(span.text))
        if having:
            return
        if context.kind is Kind.FIRST_CONTACT and len(lacking) >= 4 and _takes_as_given(span.text):
            yield at(_MESSAGE, span)
    found = clauses(span)
    # There are none where a span is nothing but a quotation.
    for clause, following in zip(found, [*found[1:], None][: len(found)], strict=True):
        goes_on = following.text if following and following.lead in _RELATIVES and not following.subject else ""
        is_claim = _is_claim(clause, question, context.kind) and not _is_wondered(span.text, clause)
        told = is_claim and (_is_new(clause, of_mentor, goes_on) or _is_unaided(clause, of_mentor))
        if told and not clause.own and context.kind is Kind.THANK_YOU and _takes_up(found, clause, context.sources):
            continue
        if told or (clause.subject == "you" and _is_new_as(clause, of_mentor)):
            yield at(_MESSAGE, span, clause.start, clause.end)
    ties = Ties(context)
    for phrase in owned(blanked(span.text)):
        if not question and phrase.owner == "you" and _is_new_thing(phrase, known):
            yield at(_MESSAGE, span, phrase.start, phrase.end)
        if phrase.owner == "you" and phrase.head in _WORKS and _is_new_work(context, span, phrase, of_mentor, ties):
            yield at(_MESSAGE, span, phrase.start, phrase.end)


def _is_new_work(context: Context, span: Span, phrase: Phrase, of_mentor: _Known, ties: Ties) -> bool:
    """Whether a book, a talk … of the mentor's is in no fact, or is on what no fact tells of."""
    if context.kind not in {Kind.FIRST_CONTACT, Kind.FOLLOW_UP}:
        return False
    if phrase.head not in {"talk", "paper"} and not ties.has_work(phrase.head):
        return True
    about = re.match(
        r"\s+(?:on|about)\s+([^,.;:?!]+?)(?=\s+(?:is|was|has|had|\w+ed|made|gave|are|and|that|which)\b|[,.;:?!]|$)",
        span.text[phrase.end :],
    )
    if not about:
        return False
    having, lacking = of_mentor.split(about[1])
    return bool(lacking) and not having


_WORKS = frozenset(
    """
    book booklet podcast article thesis keynote lecture column blog newsletter video film webinar essay documentary talk
    paper novel handbook
    """.split()
)


def _is_new_as(clause: Clause, known: _Known) -> bool:
    """Whether "As a professor of statistics you …" tells of a position that no fact has."""
    as_what = _AS.match(clause.front or clause.text)
    if not as_what:
        return False
    having, lacking = known.split(as_what[1])
    return len(lacking) >= 2 and not having


_AS = regex(r"\W*as (?:an?|the) ((?:(?!\b(?:you|I)\b)[^,])+)", re.IGNORECASE)


def _takes_as_given(question: str) -> bool:
    """Whether a question asks of what was: "What did the hospital canteen teach you …?"."""
    if re.match(r"\W*(?:(?:and|or|but|so)\s+)?(?:did|were|had) you\b", question, re.IGNORECASE):
        # "Were you afraid, the first time, to leave it on?": asks whether it was so.
        return False
    past = re.search(r"\b(?:did|was|were|had)\b", question, re.IGNORECASE)
    return bool(past) and not re.search(r"\b(?:would|could|may|might|can|will|if|I)\b", question, re.IGNORECASE)


def _is_claim(clause: Clause, question: bool, kind: Kind) -> bool:
    """Whether a clause tells what the mentor did, is or has; a question only where it takes something as given."""
    if (
        clause.subject != "you"
        or clause.supposed
        or clause.lead in {"if", "whether", "unless", "whenever", "what", "which"}
    ):
        return False
    if question and clause.lead not in {"when", "after", "before", "since", "that", "because"}:
        return False
    first, named = SECOND.search(clause.text), owned(clause.text)
    if first and first[0].casefold() == "your" and named and named[0].head in GIVEN:
        return False
    if kind is not Kind.FIRST_CONTACT and re.search(r"\b(?:me|us)\b", clause.text):
        return False
    if kind is Kind.AGENDA and not (clause.helpers or is_past(clause.verb)):
        # "You hold the mouse": how the meeting will go.
        return False
    return "will" not in clause.helpers and clause.verb not in _BETWEEN_US


_WONDERS = regex(
    r"\b(?:know|ask|asking|ask you|wonder|wondering|wondered|curious|hear|tell me|tell us|learn|understand|find out|see"
    r"|guess|imagine)\s*(?:about\s*)?$",
    re.IGNORECASE,
)


def _is_wondered(text: str, clause: Clause) -> bool:
    """Whether a clause is what the mentee would like to know: "I'd like to know when you first trusted your mix"."""
    asks = clause.lead in {"when", "how", "why", "where", "whether", "who"}
    return asks and bool(_WONDERS.search(text[: clause.start])) and not is_past(_last_word(text[: clause.start]))


def _last_word(text: str) -> str:
    return (words(text) or [""])[-1]


# Done by one person, or without somebody: told of the mentor, it needs a fact that says so.
_UNAIDED = regex(
    r"\byou \w+ [^,;:.]*?\b(?:alone|single-handed(?:ly)?|by yourself|on your own)(?=\s*(?:[,.;:!]|$|and\b))",
    re.IGNORECASE,
)
_ALONE = frozenset("alone solo sole single own himself herself myself themselves only nobody unaided lone".split())


def _is_unaided(clause: Clause, known: _Known) -> bool:
    """Whether the mentor is said to have done alone what no fact tells so."""
    if (
        clause.negated
        or not (clause.helpers - {"do"} or is_past(_first_verb(clause)))
        or not _UNAIDED.search(clause.text)
    ):
        return False
    stems = frozenset(content(clause.text))
    return not any(source.tokens & _ALONE and source.stems & stems for source in known.sources.of_fields(_LIVED))


def _first_verb(clause: Clause) -> str:
    """The word behind the pronoun, as written."""
    found = re.search(r"\byou\s+(\w+)", clause.text, re.IGNORECASE)
    return found[1] if found else ""


def _takes_up(found: list[Clause], clause: Clause, sources: Sources) -> bool:
    """Whether the clause before tells of the meeting: "When you read the replies and took that back"."""
    before = found[found.index(clause) - 1]
    return max(sources.shared(frozenset(content(before.text))).values(), default=0) >= 2


_RELATIVES = frozenset("who whom whose which that where".split())


def _is_new(clause: Clause, known: _Known, goes_on: str = "") -> bool:
    """Whether ``clause`` tells what no fact has; words of the relative clause ``goes_on`` may tie it to one."""
    mine = _MINE.search(clause.text)
    told = clause.text[: mine.start()] if mine and mine.start() > 3 else clause.text
    if clause.verb in _WEIGHTY and not re.search(r"\bown (?:up|to)\b", told) and not known.tells(clause):
        return True
    having, lacking = known.split(told, clause.verb)
    if not clause.verb and (named := owned(told)):
        if guessed := _GUESSED.search(told, named[0].end):
            # "Your oak must smell different": only that there is such an oak is told.
            told = told[: guessed.start()]
            having, lacking = known.split(told)
        return _is_new_of_theirs(told, named[0], known, having, lacking)
    if len(lacking) < 2:
        return False
    having += known.split(goes_on)[0]
    return len(lacking) >= _SHARE * (len(lacking) + len(having))


_GUESSED = regex(r"\b(?:must|may|might|could|would)\b", re.IGNORECASE)
_SHARE = 0.55
"""Share of a clause's words that must be in no fact before it counts as new."""


def _is_new_of_theirs(told: str, phrase: Phrase, known: _Known, having: list[str], lacking: list[str]) -> bool:
    """Whether what is told of a thing of the mentor's is new: "Your Fridays sell out weeks ahead"."""
    if len(lacking) == 1 and not having:
        # People and things that no fact has: "Your patients love you".
        only = lacking[0]
        return only in map(folded, phrase.words) and only.endswith("s") and not only.endswith(("ss", "us", "is"))
    if len(lacking) >= 2 and len(lacking) >= 0.6 * (len(lacking) + len(having)):
        return True
    after = words(told[phrase.end :])
    if not after or folded(after[0]) in FUNCTION_WORDS:
        after = words(told[phrase.start :])[2:] if len(phrase.words) > 1 else []
    has, lacks = known.split(" ".join(after))
    return len(lacks) >= 2 and len(lacks) >= 0.6 * (len(has) + len(lacks)) and after[0] not in FUNCTION_WORDS


_FAMILY = KIN - frozenset("boss colleague friend manager mentor teacher partner partners parents children".split())


def _is_new_thing(phrase: Phrase, known: _Known) -> bool:
    """Whether a thing of the mentor's is told in two words or more that no fact has."""
    having, lacking = known.split(
        " ".join(word for word in (*phrase.words, *phrase.tail) if word not in {"back", "off"})
    )
    kin = (folded(word) for word in phrase.words)
    if any(re.sub(r"['’]s$", "", one) in _FAMILY and re.sub(r"['’]s$", "", one) in lacking for one in kin):
        # "Your wife", "your brother's drawing".
        return True
    return len(lacking) >= 2 and not having
