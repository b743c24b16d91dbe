"""Private and unconfirmed lines may not be told, also not in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach.briefing.brief import Brief, note_facts
from outreach.briefing.sources import Source
from outreach.domain.facts import Standing
from outreach.review.context import Context, Span, common_stems
from outreach.review.delicate import Mention, Owner, Wanted, delicate_groups, owner, wider
from outreach.review.grounding.lexicon import is_english, places
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.words import WORD, stem

# Verbs and nouns of so wide a use that two of them together tell nothing.
_LIGHT = frozenset(
    stem(word)
    for word in """
    think want need say get go make take come know see look seem feel tell hear work use give put let start try ask
    talk show call send find help plan mean become bring hold turn run sit stand write read learn meet like love thank
    hope believe happen remain change begin stay add set pay wait speak live turn sound spend speak mention today
    thing time day week month year people person way bit lot part place kind end side point case fact word line name
    first second last next new old good bad big small long short great little right wrong early late hard easy whole
    somebody someone anybody anyone everybody everyone nobody something anything everything nothing somewhere
    full real certain sure not no also perhaps maybe probably supposedly apparently heard unsure soon one two three
    """.split()
)
_TIME = frozenset(
    {
        *map(stem, MONTHS),
        *map(stem, WEEKDAYS),
        *map(stem, ("spring", "summer", "autumn", "winter", "christmas", "easter")),
        # "After half an hour" says nothing of what came after it.
        *map(stem, ("half", "quarter", "minute", "hour", "day", "week", "month", "year")),
    }
)
# What marks a line as private or in doubt is no part of what it says.
_MARKS = regex(
    r"^\W*!|\?\?|\boff the record\b|\bbetween (?:us|you and me|ourselves)\b|\bconfidential(?:ly)?\b|\bin confidence\b"
    r"|\b(?:please |pls )?(?:do not|don['’]?t|never|not to) (?:mention|repeat|tell|share|say|forward)(?: that)?\b"
    r"|\bnot (?:\w+ )?(?:sure|certain)(?: (?:which|if|whether|yet)(?: \w+$)?)?|\bunsure\b|\b(?:I "
    r"|I['’]ve )?heard(?: that| from)?\b"
    r"|\b(?:is )?said to\b"
    # Where a rumour comes from: "somebody wrote in the chat", "a neighbour says".
    r"|,? *\b(?:some(?:body|one)|people|they|an? (?:\w+ ){1,2}(?:of (?:\w+ ){1,2})?)(?:wrote|says?|said"
    r"|told (?:me|us))\b"
    r"(?: (?:in|on|at) the [\w ]+$)?",
    re.IGNORECASE,
)
_WHEN = regex(
    r"\b(?:next|this|coming|following) (?:year|month|week|quarter|season|spring|summer|autumn|winter)\b"
    r"|\bin (?:\w+ )?(?:years|months)\b",
    re.IGNORECASE,
)
# What is said to somebody about themselves: sympathy, hope, a rumour.
_TO_YOU = regex(
    r"""
    \bI(?:\ do|['’]m|\ am|['’]d|\ really|\ also|\ only|\ just)*\ (?:
        (?:hope|wish|gather)\b(?!\ (?:that\ )?(?:I|to|we|my|our)\b)
      | (?:hear|heard|understand|believe|suppose|trust)(?=\ (?:that\ )?(?:(?:you|your|she|he|they)\b|(?-i:[A-Z])))
        (?!\ (?:that\ )?I\b)
    )
    | \b(?:sorry|glad|sad|happy|pleased)\ (?:that|to\ (?:hear|learn|read|see)|about|for)\b
      (?!\ (?:that\ )?(?:I|we|my|our)\b)
    | \b(?:good\ luck|all\ the\ best|fingers\ crossed|congratulations|congrats|hopefully|thinking\ of\ you
        |must\ (?:be|have\ been|feel)|can(?:not|['’]t)\ be\ easy|may\ (?:soon\ )?be|I\ won['’]t\ tell)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Sympathy: what is named beside it happened to the reader.
_FELT = regex(
    r"\bsorry (?:to (?:hear|learn|read|see)|for your)\b|\bthinking of you\b|\bcondolences\b"
    r"|\b(?:must be|can(?:not|['’]t) be|is never) (?:so |very )?(?:hard|easy|difficult|tough|painful)\b",
    re.IGNORECASE,
)
_NEAR, _NEXT = 8, 4
_FAR = 12
"""Words between two of a line in a sentence that is said to the reader about themselves."""


_Evidence = tuple[str, int, bool]
"""What a sentence shares with a line, at which word, and whether no usable fact has it."""


_MINE = frozenset({"my", "our"})
_THEIRS = frozenset({"your", "another"})


@dataclass(frozen=True)
class _Line:
    """A withheld line, cut up."""

    id: str
    groups: frozenset[str]
    twice: frozenset[str]
    """Groups of which it has two words."""
    rare: frozenset[str]
    """Stems that give it away alone: names, and words that no dictionary of common English has."""
    unusual: frozenset[str]
    """Stems that do so where something is said to the reader about themselves."""
    own: frozenset[str]
    """Stems that no usable fact has."""
    shared: frozenset[str]
    """Stems that a usable fact has as well."""
    places: frozenset[str]
    """Other names for its places: the country of a city, and what comes from there; folded."""
    when: str
    """The year or season that it names from today, such as “next year”."""
    of_mentee: bool
    """Whether it is about the mentee."""

    def shares(self, stems: frozenset[str], lows: frozenset[str], groups: frozenset[str]) -> bool:
        """Whether a sentence has any word of it, the same or a like one."""
        having = (self.rare, self.unusual, self.own, self.shared)
        return any(not stems.isdisjoint(some) for some in having) or bool(lows & self.places or groups & self.groups)


@dataclass(frozen=True)
class _Word:
    """A content word of a sentence: its stem, which word it is, and whose it is called by the word before it."""

    stem: str
    low: str
    number: int
    start: int
    mine: bool
    theirs: bool


def withheld(context: Context) -> Iterator[Hit]:
    """P1: a sentence that tells of a withheld line, in its own or in other words.

    It does by a name or a rare word of the line that no usable fact has; by a word for health, family, mood or money
    that is said of the reader and means the same; or by two of the line's words near each other, of which at least
    one stands in no usable fact.
    """
    held = context.brief.memo.of(_held, context.brief) if context.brief else None
    if not held or not held.lines:
        return
    lines, stems, countries = held.lines, held.stems, held.countries
    tokens = context.sources.tokens
    for span in context.everything:
        said = tuple(held.wanted.mentions(span.text))
        if not any(not _known(one, span.text, tokens) for one in said) and not countries and not span.stems & stems:
            continue
        found = tuple(_content(span.text))
        in_it = frozenset(word.stem for word in found), frozenset(word.low for word in found)
        groups = frozenset(one.group for one in said)
        groups |= {wider()[group] for group in groups if group in wider()}
        to_you, felt = bool(_TO_YOU.search(span.text)), bool(_FELT.search(span.text))
        for line in lines:
            if line.shares(*in_it, groups) and _tells(line, span, found, said, tokens, to_you=to_you, felt=felt):
                yield at(f"This tells of something you keep back ({line.id}); leave it out.", span)
                break


def _tells(
    line: _Line,
    span: Span,
    found: tuple[_Word, ...],
    said: Iterable[Mention],
    tokens: frozenset[str],
    *,
    to_you: bool,
    felt: bool,
) -> bool:
    if any((word.stem in line.rare or word.low in line.places) and not word.mine for word in found):
        return True
    if to_you and any(word.stem in line.unusual and not word.mine for word in found):
        return True
    if to_you and any(word.theirs and word.stem in line.own and word.stem not in _TIME for word in found):
        return True
    evidence: list[_Evidence] = []
    for mention in said:
        group = mention.group if mention.group in line.groups else wider().get(mention.group, "")
        if group not in line.groups:
            continue
        if _known(mention, span.text, tokens):
            evidence.append((group, _number_at(span.text, mention.start), False))
            continue
        whose = Owner.UNKNOWN if line.of_mentee else owner(span.text, mention)
        if (whose is Owner.OTHER or (felt and whose is Owner.UNKNOWN)) and group in delicate_groups():
            return True
        if whose is not Owner.MENTEE:
            # Two words of a group count twice where the line has two of them.
            word = folded(span.text[mention.start : mention.end]) if group in line.twice else ""
            evidence.append((group + word, _number_at(span.text, mention.start), True))
    evidence += _same_words(line, found)
    if line.when and (match := _WHEN.search(span.text)) and folded(match[0]) == line.when:
        evidence.append((line.when, _number_at(span.text, match.start()), False))
    return _two_near(evidence, line, to_you)


def _same_words(line: _Line, found: tuple[_Word, ...]) -> Iterator[_Evidence]:
    for word in found:
        if word.stem in line.own | line.shared and (line.of_mentee or not word.mine):
            yield word.stem, word.number, word.stem in line.own and word.stem not in _TIME


def _two_near(evidence: list[_Evidence], line: _Line, to_you: bool) -> bool:
    """Whether two different words of the line stand near each other, at least one of them its own."""
    for one, here, own in evidence:
        if not own:
            continue
        for other, there, also in evidence:
            # A word that a usable fact has as well must stand closer.
            reach = _FAR if to_you else _NEAR if also or other in line.own else _NEXT
            if other != one and 0 < abs(here - there) <= reach:
                return True
    # Three together need no word of their own but the season: "the summer timetable next year".
    seasons = [here for one, here, _ in evidence if one in line.own]
    return any(len({one for one, here, _ in evidence if abs(here - place) <= _NEAR}) >= 3 for place in seasons)


def _number_at(text: str, start: int) -> int:
    """The number of the word at a place."""
    return sum(1 for _ in WORD.finditer(text, 0, start))


def _known(mention: Mention, text: str, tokens: frozenset[str]) -> bool:
    """Whether a usable fact has the very words."""
    said = {folded(word) for word in WORD.findall(text[mention.start : mention.end])} - FUNCTION_WORDS
    return bool(said) and said <= tokens


def _content(text: str) -> Iterator[_Word]:
    before = ""
    for number, match in enumerate(WORD.finditer(text)):
        low = folded(match[0])
        if low not in FUNCTION_WORDS and (len(low) > 1 or low.isdigit()):
            for part in {low, *re.split(r"[-.]", low)}:
                if part:
                    yield _Word(stem(part), part, number, match.start(), before in _MINE, before in _THEIRS)
        # "My own stall" is mine as "my stall" is; "a new deputy" is another one.
        before = before if low == "own" or (low == "new" and before in _THEIRS) else "another" if low == "new" else low


@dataclass(frozen=True)
class _Held:
    """All lines that are withheld in a case, and what to look for."""

    lines: tuple[_Line, ...]
    wanted: Wanted
    """The groups of like words that the lines have."""
    stems: frozenset[str]
    countries: bool
    """Whether a line names a place."""


def _held(brief: Brief) -> _Held:
    lines = tuple(_lines(brief))
    groups = frozenset[str]().union(*(line.groups for line in lines))
    groups |= {part for part, whole in wider().items() if whole in groups}
    stems = frozenset[str]().union(*(line.unusual | line.own for line in lines))
    return _Held(lines, Wanted.of(groups), stems, any(line.places for line in lines))


def _lines(brief: Brief) -> Iterator[_Line]:
    held = {source.id: source.text for source in brief.sources.withheld}
    known = brief.sources.stems
    # A kind that reads no notes must not tell the private ones either.
    for fact in note_facts(brief.case):
        if fact.standing is Standing.USABLE:
            known = known | Source(fact.id, fact.text).stems
        elif fact.standing is Standing.PRIVATE:
            held.setdefault(fact.id, fact.text)
    return (_line(identity, text, known) for identity, text in held.items())


def _line(identity: str, raw: str, known: frozenset[str]) -> _Line:
    text = _MARKS.sub(" ", raw)
    groups = tuple(Wanted.noted().mentions(text))
    named = Counter(one.group for one in groups)
    in_groups = {stem(word) for one in groups for word in WORD.findall(text[one.start : one.end])}
    found = {word.stem for word in _content(text)} - _LIGHT
    own = found - known
    names = {stem(match[0]) for match in re.finditer(r"(?<=[\w,;:)] )[^\W\d_][\w'’-]+", text) if match[0][0].isupper()}
    everyday = common_stems()
    unusual = {
        one
        for one in own - in_groups - _TIME
        if not one.isdigit() and len(one) > 2 and (one in names or one not in everyday)
    }
    rare = (unusual & names) | (unusual & {word.stem for word in _content(text) if not is_english(word.low)})
    return _Line(
        identity,
        frozenset(named) | frozenset(wider()[one] for one in named if one in wider()),
        frozenset(one for one, number in named.items() if number > 1),
        frozenset(rare),
        frozenset(unusual),
        frozenset(own - in_groups),
        frozenset(_telling((found & known) - in_groups)),
        frozenset(_of_places({word.low for word in _content(text) if word.stem in rare & names}, known)),
        folded(when[0]) if (when := _WHEN.search(text)) else "",
        identity.startswith("mentee."),
    )


def _of_places(named: set[str], known: frozenset[str]) -> Iterator[str]:
    if named:
        yield from (word for word, same in places().items() if same & named and stem(word) not in known)


def _telling(stems: Iterable[str]) -> Iterator[str]:
    return (one for one in stems if len(one) > 2 or one.isdigit())
