"""Former against current: a post that somebody has left is not told as theirs, nor one they hold as left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from outreach.briefing.sources import Source
from outreach.review.context import Context, Span
from outreach.review.grounding.claim import Claim, unfounded
from outreach.review.grounding.name_index import key
from outreach.wording.lexicon import PERSON_NOUNS, VERBS
from outreach.wording.patterns import regex
from outreach.wording.words import WORD, is_past, stem


class Standing(Enum):
    """Whether a fact tells a post as held or as left."""

    CURRENT = "current"
    FORMER = "former"
    UNKNOWN = "unknown"


_LEFT = regex(
    r"\b(?:former(?:ly)?|previous(?:ly)?|earlier|before (?:all )?(?:that|this|then)|before(?=\s*:)|prior to that|once"
    r"|used to|left|retired from|resigned from|(?:came|moved|went|switched|joined|arrived)\b[^.;]{0,40}\bfrom"
    r"|after \w+ years|started(?: out)?|began|until|till|then|was|were|worked|served|spent|ran|trained|studied"
    r"|years (?:at|with|in|as))\b"
    r"|\bex-",
    re.IGNORECASE,
)
_HELD = regex(
    r"\b(?:since|now|current(?:ly)?|today|these days|at present|presently|still|is|are|am|has|have|works|leads"
    r"|runs|heads|chairs|directs|teaches|manages|joined|joining)\b",
    re.IGNORECASE,
)
_YEARS = regex(
    r"\b(?:19|20)\d\d\s*(?:[-–—]|to|until|till)\s*(?P<end>(?:(?:19|20)?\d\d\b|present|now|today|date)?)",
    re.IGNORECASE,
)
_ENDED = regex(r"\b(?:until|till|up to|left in|ended)\s+(?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_SINCE = regex(r"\bsince\s+(?:\w+ ){0,2}(?:19|20)?\d\d|\b(?:now|today|currently)\b", re.IGNORECASE)
_BREAK = regex(r"[;|•]|\.\s|,\s*(?:then|where|now)\b|\bbefore (?=joining|moving)", re.IGNORECASE)
_CARRIED = regex(r",\s*(?:then|where)\b", re.IGNORECASE)
"""What still belongs to the time told before it: "2006-2019 mason, then foreman, with …"."""

_NEGLIGIBLE = frozenset("the of and for at in ltd inc co plc gmbh llc".split())


# Words for what anybody is, in any post.
_ANYBODY = frozenset("right person member part one someone somebody interested part mentor mentee fan".split())


@dataclass(frozen=True, slots=True)
class _Person:
    """Whose posts are looked at, and how the text speaks of them."""

    fields: tuple[str, ...]
    subject: str
    owner: str
    am: str
    was: str


_MENTOR = _Person(
    ("mentor.background", "mentor.added", "mentor.organisation", "mentor.role"),
    "[Yy]ou",
    "[Yy]our",
    "are|['’]re",
    "were",
)
_MENTEE = _Person(
    ("mentee.background", "mentee.added", "mentee.organisation", "mentee.role"), "I", "[Mm]y", "am|['’]m", "was"
)

# Behind "As head of X, you …", what may well have been: "you must have heard a lot", "you learned".
_LEAVES_OPEN = frozenset("had must may might would could used once".split())
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_NAME = (
    rf"(?P<name>(?:the\s+)?{_CAPITAL}[\w'’.-]*"
    rf"(?:\s+(?:&\s+|(?:of|the|and|de|do|da|van|for)\s+){{0,2}}{_CAPITAL}[\w'’.-]*)*)"
)
_LOWER_NAME = (
    r"(?P<name>the\s+(?:(?!(?:who|that|which)\b)[a-zà-ž-]+\s+){0,3}"
    rf"(?:in|at|of)\s+(?:the\s+)?{_CAPITAL}[\w'’.-]*)"
)
_NOW = r"(?:\s+(?:now|still|currently|today|also|presently|actually|these days))*"
_NOW_WORDS = ("now", "still", "currently", "today", "presently", "these days")
_NOW_ONLY = "|".join(_NOW_WORDS)
_STEP = r"(?!(?:who|that|which|and|but|because|so|to|when|where|what|how|if|did|from)\b)[\w'’/-]+\s+"
_ROLE = rf"(?P<role>(?:{_STEP}){{0,7}}?)"
_VERBS = "|".join(sorted(VERBS - {"become", "join", "know", "see", "thank", "leave", "remember", "mention", "write"}))
_TEAM = (
    "team|colleagues?|boss|manager|office|desk|lab|group|department|students|crew|staff|job|role|post|position|employer"
)
_AUXILIARIES = r"".join(
    rf"(?<!{word} )"
    for word in ("did", "would", "could", "can", "might", "may", "should", "will", "to", "had", "let", "help")
)


def _present(person: _Person) -> tuple[re.Pattern[str], ...]:
    you, your, am = person.subject, person.owner, person.am
    patterns: tuple[str, ...] = (
        rf"\b{you}\s*(?:{am}){_NOW}\s+(?:(?:a|an|the|our|their)\s+)?{_ROLE}(?:at|with|for|of|in)\s+{_NAME}",
        rf"\b{you}\s*(?:{am}){_NOW}\s+{_NAME}['’]s?\s+\w+",
        (
            rf"\b{you}\s*(?:{am}){_NOW}\s+(?:(?:a|an|the)\s+)?(?P<role>(?:{_STEP}){{0,6}}?[\w'’/-]+)"
            r"(?=[,.;:!?–—]|$|\s+(?:[–—]|in|at|with|for|on|and|now|who|so|but|there)\b)"
        ),
        rf"{_AUXILIARIES}\b{you}{_NOW}\s+(?:{_VERBS})\s+(?:{_STEP}){{0,6}}?(?:(?:at|with|for|in)\s+)?{_NAME}",
        (
            rf"{_AUXILIARIES}\b{you}{_NOW}\s+(?:{_VERBS})\s+as\s+(?:an?|the)\s+(?P<role>(?:{_STEP}){{0,3}}?[\w'’/-]+)"
            r"(?=[,.;:!?–—]|$|\s+(?:at|in|for|and|so|now|too)\b)"
        ),
        rf"{_AUXILIARIES}\b{you}{_NOW}\s+(?:{_VERBS})\s+(?:{_STEP}){{0,6}}?(?:at|with|for|in)\s+{_LOWER_NAME}",
        rf"\b{your}\s+(?:{_TEAM}|days?|work)\s+(?:at|with|in)\s+{_LOWER_NAME}\s+(?:is|are|must|has|have|sounds?)\b",
        rf"\b{your}\s+(?:(?:current|present|own|whole)\s+)?(?:{_TEAM})\s+(?:at|with|in)\s+{_NAME}",
        rf"\b{your}\s+(?:current|present)\s+\w+\s+(?:at|with|in|for)\s+{_NAME}",
        rf"\b{your}\s+(?:current\s+)?(?:employer|company|firm),?\s+{_NAME}",
        (
            rf"\b[Aa]s\s+(?!(?:\w+\s+)?(?:former|previous|ex-))(?:(?:a|an|the)\s+)?{_ROLE}(?:at|with|of|for)\s+{_NAME}"
            rf"(?:,?\s+|,[^.;:!?]{{1,80}},\s+){you}\s+(?P<verb>\w+)"
        ),
        rf"\b{you}\s+(?:{_NOW_ONLY})\s+(?:{_VERBS})\s+(?P<lower>[\w'’\s-]{{3,80}})",
        rf"\b{you}\s+(?:{_VERBS})\s+(?P<lower>[\w'’\s-]{{3,80}})(?=\s+(?:{_NOW_ONLY}))",
    )
    # "It must be fine to lead masons at the workshop in Trondheim": nobody is named, and the mentor is meant.
    guessed = (
        (
            rf"\b(?:[Ii]t must (?:be|feel)\b[^.;:!?]{{0,40}}?|[Ww]hat(?: is|['’]s) it like) to (?:{_VERBS})\s"
            r"(?:[^.;:!?]{0,80}?\s)??(?:at|in|with)\s+NAME"
        ),
        rf"^\W*To (?:{_VERBS})\s(?:[^.;:!?]{{0,80}}?\s)??NAME(?=\s+must\b)",
    )
    named = tuple(one.replace("NAME", name) for one in guessed for name in (_LOWER_NAME, _NAME))
    patterns += named if person is _MENTOR else ()
    return tuple(map(regex, patterns))


def _past(person: _Person) -> tuple[re.Pattern[str], ...]:
    you, was = person.subject, person.was
    patterns = (
        rf"\b{you}\s+(?:used to|once|formerly|previously)\s+(?:{_STEP}){{1,6}}?(?:(?:at|with|for|in|of)\s+)?{_NAME}",
        rf"\b{you}\b[^.;]{{0,30}}\b(?:former|ex-|previous)\s*(?:{_STEP}){{0,5}}?(?:(?:at|with|for|of)\s+)?{_NAME}",
        (
            rf"\b{person.owner}\s+(?:former|ex-|previous|last|old)\s*(?:{_STEP}){{1,4}}?"
            rf"(?:(?:at|with|for|of),?\s+)?{_NAME}"
        ),
        rf"\b{you}(?:\s+have|['’]ve)?\s+(?:left|quit|resigned from|retired from|moved on from)\s+{_NAME}",
        rf"\b(?:[Ww]hen|[Ww]hile|until)\s+{you}\s+(?:{was}|worked)\s+(?:{_STEP}){{0,5}}?(?:at|with|for|in)\s+{_NAME}",
        rf"\b{you}\s+{was}\s+(?:(?:a|an|the)\s+)?(?:{_STEP}){{1,5}}?(?:at|with|for|of)\s+{_NAME}",
    )
    return tuple(map(regex, patterns))


_PATTERNS = tuple(
    (person, regex(rf"\b(?:{person.subject}|{person.owner})\b", re.IGNORECASE), _present(person), _past(person))
    for person in (_MENTOR, _MENTEE)
)


_WITH_NAME = regex(r"\w\W+(?!I\b)[^\W\d_a-z]")
_DID = regex(r"(?:\bdid|['’]d)\s+$", re.IGNORECASE)
"""Before "you" it makes a question of the past: "How'd you study on the …"."""


def employers(context: Context) -> Iterator[Claim]:
    """Posts told as held that a fact tells as left, and the reverse, of mentor and mentee."""
    if context.brief is None:
        return
    asked = {source.text.strip() for source in context.sources.of_fields(("meeting.questions",))}
    # A post has a name, or is told with "now": most sentences have neither.
    spans = [
        span
        for span in context.everything
        if (_WITH_NAME.search(span.text) or any(word in span.text for word in _NOW_WORDS)) and span.text not in asked
    ]
    for person, spoken_of, present, past in _PATTERNS:
        posts = [source for source in context.sources.usable if source.field in person.fields]
        for span in spans:
            if spoken_of.search(span.text) or (person is _MENTOR and ("must" in span.text or "it like" in span.text)):
                yield from _told(span, posts, person, present, Standing.FORMER)
                yield from _told(span, posts, person, past, Standing.CURRENT)


def _told(
    span: Span, posts: list[Source], person: _Person, patterns: tuple[re.Pattern[str], ...], wrong: Standing
) -> Iterator[Claim]:
    is_now = any(word in span.text for word in _NOW_WORDS)
    for pattern in patterns:
        if "lower" in pattern.groupindex and not is_now:
            continue
        for match in pattern.finditer(span.text):
            if _DID.search(span.text, 0, match.start()):
                continue
            verb = match["verb"] if "verb" in pattern.groupindex else None
            if verb and (is_past(verb) or verb in _LEAVES_OPEN or re.search(r"\b(?:used|once|then)\b", match[0])):
                continue
            phrases = _shared(match["lower"], posts) if "lower" in pattern.groupindex else _phrases(match)
            found = next((fact for phrase in phrases if (fact := _only(phrase, posts, wrong))), None)
            if found is None:
                continue
            problem = (
                f"Your facts tell this as past ({found.id}): put it so, or leave it out."
                if wrong is Standing.FORMER
                else f"Your facts tell this as a post of today ({found.id}): put it so."
            )
            yield unfounded(span, match.start(), match.end(), problem)
            return


def _phrases(match: re.Match[str]) -> Iterator[list[str]]:
    """What a match says somebody is with, then what it says they are, as keys."""
    for group in ("name", "role"):
        text = match[group] if group in match.re.groupindex else None
        found = [key(re.sub(r"['’]s$", "", word)) for word in WORD.findall(text or "")]
        found = [word for word in found if word not in _NEGLIGIBLE]
        if found and (group == "name" or len(found) > 1 or found[0] in PERSON_NOUNS - _ANYBODY):
            yield found


def _shared(text: str, posts: list[Source]) -> Iterator[list[str]]:
    """Two words or more that stand together in a fact too, the longest first: "the county roads office"."""
    found = [key(word) for word in WORD.findall(text)]
    found = [word for word in found if word not in _NEGLIGIBLE]
    told = [" ".join(key(word) for word in WORD.findall(source.text)) for source in posts]
    for size in range(min(len(found), 5), 1, -1):
        for at in range(len(found) - size + 1):
            phrase = found[at : at + size]
            if any(f" {' '.join(phrase)} " in f" {one} " for one in told):
                yield phrase


def _only(phrase: list[str], posts: list[Source], wrong: Standing) -> Source | None:
    """A fact that tells a post as ``wrong``, where no fact tells it otherwise."""
    told: dict[Standing, Source] = {}
    for source in posts:
        if phrase[0] in source.text.casefold() or phrase[0] in source.tokens or stem(phrase[0]) in source.stems:
            for standing in _standings(phrase, source):
                told.setdefault(standing, source)
    other = Standing.CURRENT if wrong is Standing.FORMER else Standing.FORMER
    return told.get(wrong) if other not in told and Standing.UNKNOWN not in told else None


def _standings(phrase: list[str], source: Source) -> Iterator[Standing]:
    """How a fact tells a post, at each place where it names it."""
    tokens = [(match, key(re.sub(r"['’]s$", "", match[0]))) for match in WORD.finditer(source.text)]
    tokens = [(match, word) for match, word in tokens if word not in _NEGLIGIBLE]
    for at in range(len(tokens)):
        if [word for _, word in tokens[at : at + len(phrase)]] != phrase:
            continue
        if source.field.endswith((".organisation", ".role")):
            yield Standing.CURRENT
            continue
        start, end = tokens[at][0].start(), tokens[at + len(phrase) - 1][0].end()
        yield _standing(source.text[:start], source.text[end:])


def _standing(before: str, after: str) -> Standing:
    """Whether the words around a post tell it as left or as held: those behind it first, then the nearest before."""
    cut = _BREAK.search(after)
    after = after[: cut.start()] if cut else after
    years = _YEARS.search(after[:60])
    if years:
        return Standing.CURRENT if _is_open(years) else Standing.FORMER
    if _ENDED.search(after[:60]):
        return Standing.FORMER
    if _SINCE.search(after[:60]):
        return Standing.CURRENT
    breaks = list(_BREAK.finditer(before))
    before = before[breaks[-1].end() :] if breaks and not _CARRIED.match(before[breaks[-1].start() :]) else before
    years = next(reversed(list(_YEARS.finditer(before))), None)
    if years:
        return Standing.CURRENT if _is_open(years) else Standing.FORMER
    left = next(reversed(list(_LEFT.finditer(before))), None)
    held = next(reversed(list(_HELD.finditer(before))), None)
    if left and (held is None or left.end() > held.start()):
        return Standing.FORMER
    if held:
        return Standing.CURRENT
    return Standing.UNKNOWN


def _is_open(years: re.Match[str]) -> bool:
    end = years["end"]
    return not end or not end[0].isdigit()
