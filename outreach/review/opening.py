"""How a first contact opens: what connects the two, why this mentor, who writes, and to what end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Source
from outreach.domain.draft import Channel
from outreach.review.context import Context, Span, common_stems
from outreach.review.data import limits
from outreach.review.measures import prose
from outreach.review.rule import Hit, at
from outreach.wording.lexicon import ADVERBS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from outreach.wording.patterns import regex
from outreach.wording.words import content, is_past, is_third, words
from outreach.wording.words import stem as stem_of

_ABOUT_MENTOR = ("mentor.background", "mentor.added", "mentor.role", "mentor.organisation")
_CONNECTION = (*_ABOUT_MENTOR, "mentor.found_through", "mentor.introduced_by")
_OWN = ("mentee.", "ask.about")
_ENOUGH = 2
"""Points that make an echo: two common words of one fact, or one rare word."""

_WISH = regex(
    r"\b(?:my|our) (?:\w+ )?(?:goal|aim|hope|dream|plan|wish|ambition|target|next step)s?\b"
    r"|\b(?:I|we)(?:['’]d| would)(?: \w+)? (?:like|love|be glad|want)\b"
    r"|\b(?:I|we)(?:['’]m|['’]ve| am| are| have| was)?(?: \w+)? (?:want|hop|aim|plan|tr[yi]|intend|wish|need|mean"
    r"|work"
    r"|prepar|dream|train|learn|look|mov|start|set|see)\w* ?(?:to|for|on|towards?|of|into|out|that|in|as)?\b"
    r"|\bI(?:['’]m| am) after\b|\bso that (?:I|we)\b|\bto help me\b|\b(?:one day|by \d{4})\b",
    re.IGNORECASE,
)
_GENERIC = regex(
    r"\byour (?:(?:own|recent|past|current|previous|professional|great|long|vast|rich|wide|extensive|impressive"
    r"|amazing"
    r"|incredible|interesting|wonderful|inspiring|excellent|fascinating|important|valuable|diverse|varied|whole"
    r"|entire"
    r"|academic|unique) )*(work|research|background|career|experience|experiences|achievements"
    r"|accomplishments|expertise)(?: (?:path|journey|experience))?\b",
    re.IGNORECASE,
)
_AROUND = regex(
    r"\b(?:around|beside|besides|outside|during|between|after|before|off|away from|began|begin|start\w*|chang\w+"
    r"|switch\w*|interrupt\w*|with) $",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    """
    area areas branch business community company domain field fields firm general group industry job life line
    matter organisation organization place profession role scene sector space sphere subject team thing things time
    topic topics trade world year years long great many much lot lots detail depth interest example inspiration today
    """.split()
)
_BEGINS_I = regex(r"^(?:(?:and|but|also|before that|since then|currently|now|today),? )*(?:I|we|my)\b", re.IGNORECASE)
_IS_I = regex(r"\bI(?:['’]m| am) (?:an?|the|in|at|on|with|from|\w+ing|[A-Z]\w+)\b")


_SHARED = 3
"""Stems of one fact that a sentence must have where all of them fit the mentee too."""
_YOU_DID = regex(r"\byou(?:['’](?:re|ve)|r)? \w", re.IGNORECASE)


def echoes(context: Context, span: Span, fields: tuple[str, ...] = _ABOUT_MENTOR) -> Source | None:
    """The fact about the mentor that a sentence takes up; words that the mentee shares with it do not count."""
    points: dict[Source, int] = {}
    names = frozenset(stem_of(word) for word in words(span.text)[1:] if word[:1].isupper())
    for stem in span.stems:
        sources = context.sources.with_stem(stem)
        if any(source.field.startswith(_OWN) or source.field == "mentor.name" for source in sources):
            continue
        rare = len(stem) > 1 and (stem in names or stem not in common_stems())
        for source in sources:
            if source.field.startswith(fields):
                points[source] = points.get(source, 0) + (2 if rare else 1)
    best = max(points, key=lambda source: points[source], default=None)
    return best if best and points[best] >= _ENOUGH else _shared_ground(context, span, fields)


def _shared_ground(context: Context, span: Span, fields: tuple[str, ...]) -> Source | None:
    """The fact that a sentence tells of the mentor in words that fit the mentee as well: they once stood there too."""
    if not _YOU_DID.search(span.text) or len(span.stems) < _SHARED:
        return None
    told = {source: n for source, n in context.sources.shared(span.stems).items() if source.field.startswith(fields)}
    best = max(told, key=lambda source: told[source], default=None)
    return best if best and told[best] >= max(_SHARED, 0.8 * len(span.stems)) else None


def connection_first(context: Context) -> Iterator[Hit]:
    """R10: what connects the two stands in the first two sentences."""
    first = prose(context)[:2]
    if not first or any(echoes(context, span, _CONNECTION) for span in first):
        return
    if any(source.field in _CONNECTION for source in context.sources.usable):
        found = next(context.sources.of_fields(("mentor.introduced_by", "mentor.found_through")), None)
        hint = f" Your facts say: “{found.text}” ({found.id})." if found else ""
        yield at(f"Begin with what connects you two, in the first two sentences.{hint}", first[0])


def mentor_fact(context: Context) -> Iterator[Hit]:
    """R11: something that is known of this mentor is in it."""
    # A note has no room for more than how one came upon the mentor.
    fields = _CONNECTION if context.channel is Channel.LINKEDIN_NOTE else _ABOUT_MENTOR
    known = [source for source in context.sources.usable if source.field.startswith(fields) and source.stems]
    if known and not any(echoes(context, span, fields) for span in context.spans):
        yield Hit("This could go to anybody; name one thing of this mentor's that made you write.")


def generic(context: Context) -> Iterator[Hit]:
    """R12: “your work” without a word of what work."""
    spans = context.spans
    for place, span in enumerate(spans):
        for match in _GENERIC.finditer(span.text):
            before = spans[place - 1] if place and spans[place - 1].end + 2 > span.start else None
            told = echoes(context, span) or (before and echoes(context, before))
            if (
                not told
                and not _AROUND.search(span.text[: match.start()])
                and not _says_which(span.text[match.end() :])
            ):
                yield at(f"“{match[0]}” could be anybody's; say which.", span, *match.span())


def _says_which(rest: str) -> bool:
    """Whether what follows "your work" says what work it is, within six words."""
    clause = words(rest[: len(rest.split(",")[0].split(";")[0])])[:7]
    if not clause or not rest.startswith(" "):
        return False
    low, after = clause[0].casefold(), clause[1].casefold() if len(clause) > 1 else ""
    if low in {"that", "which", "where", "when"}:
        return any(word.casefold() not in FUNCTION_WORDS | _SAYS_NOTHING for word in clause[1:])
    if low in PREPOSITIONS - {"like", "near"} or low == "of":
        for word in map(str.casefold, clause[1:]):
            # The noun phrase ends at a pronoun or an auxiliary: "in the industry would help me".
            if word in FUNCTION_WORDS and word not in DETERMINERS | PREPOSITIONS | {"and", "or", "own", "such"}:
                break
            if word not in FUNCTION_WORDS | _SAYS_NOTHING:
                return True
        return False
    modal = {"must", "can", "will", "may", "are", "were"}
    verb = is_past(low) or (is_third(low) and after not in modal)
    inflected = low.endswith("s") and after in FUNCTION_WORDS - modal
    closed = low in FUNCTION_WORDS or low in ADVERBS or low.endswith("ly") or not low.isalpha()
    return not (verb or inflected or closed)


def goal_stated(context: Context) -> Iterator[Hit]:
    """R13: the goal is in it, as something wanted."""
    goals = [frozenset(content(source.text)) for source in context.sources.of_fields(("mentee.goals",))]
    wanted = frozenset().union(*goals)
    for span in context.spans:
        for match in _WISH.finditer(span.text):
            # What is wanted stands behind the wish, or in front of it in the same clause.
            clause = re.split(r"[,;:]", span.text[: match.start()])[-1] + span.text[match.start() :]
            if wanted & frozenset(content(clause)):
                return
    if any(len(goal & span.stems) >= max(2, round(0.6 * len(goal))) for goal in goals for span in context.spans):
        return
    if wanted:
        yield Hit(f"What you want to reach is not in it. Your goal: “{context.facts.goal_text}”.")


def who_is_short(context: Context) -> Iterator[Hit]:
    """R14: who writes, in a few words."""
    most, several = limits().whole("who", "words"), limits().whole("who", "sentences")
    own = frozenset().union(
        *(
            source.stems
            for source in context.sources.of_fields(
                ("mentee.role", "mentee.organisation", "mentee.background", "mentee.added")
            )
        )
    )
    told = [
        span
        for span in prose(context)
        if _BEGINS_I.match(span.text) and len(span.stems & own) >= 1 and not span.text.rstrip().endswith("?")
    ]
    for span in told:
        count = len(words(span.text))
        if count > most and _IS_I.search(span.text) and len(span.stems & own) >= 2:
            yield at(f"{count} words on who you are; one short clause is enough.", span)
            return
    if len(told) > several:
        end = told[-1].end - told[0].start
        yield at(f"{len(told)} sentences on who you are; one short clause is enough.", told[0], 0, end)
