"""Titles and qualifiers: what raises somebody (senior, award-winning, professor, a degree) stands in a fact."""

from __future__ import annotations

import importlib.resources
import re
import tomllib
from collections.abc import Iterator, Mapping

from outreach.briefing.sources import Source
from outreach.review.context import Context, Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.clean import folded
from outreach.wording.lexicon import PERSON_NOUNS
from outreach.wording.patterns import regex
from outreach.wording.words import WORD, stem

_TABLE = tomllib.loads(importlib.resources.files("outreach.review").joinpath("titles.toml").read_text(encoding="utf-8"))
_MEANS: Mapping[str, frozenset[str]] = {word: frozenset(meant.split()) for word, meant in _TABLE["means"].items()}
_DEEDS: Mapping[str, frozenset[str]] = {word: frozenset(meant.split()) for word, meant in _TABLE["deeds"].items()}
_DEGREES: Mapping[str, frozenset[str]] = {
    word: frozenset(kind.split()) for kind in _TABLE["degrees"] for word in kind.split()
}
_NP = r"(?P<np>(?:(?!(?:who|that|which|and|but|because|so|in|at|on|to|from|when|where|if)\b)[\w'’/-]+[ \t]*){1,7})"
_OF_MENTOR = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"\byou(?:['’]re|['’]ve been| are| were| have been| became)\s+"
            rf"(?:now |also |still |currently |both )?(?:an?|the|our|their)?\s*{_NP}"
        ),
        rf"\bas (?:an?|the)\s+{_NP},?\s*(?=\byou\b)",
        rf"\byour (?:role|work|job|post|position|time|years|career|experience) as (?:an?|the)?\s*{_NP}",
        rf"\bfrom (?:an?)\s+{_NP}\s+like (?:you|yourself)\b",
    )
)
_DEED = regex(
    rf"\byou(?:['’]ve| have)?\s+(?P<deed>{'|'.join(_DEEDS)})\s+(?!(?:it|them|me|us|over)\b)"
    rf"(?P<what>[^.,;:!?–—]+)",
    re.IGNORECASE,
)
_DEGREE = regex(
    r"\b(?:(?:I|you)(?:['’]ve| have)? (?:have|hold|did|got|finished|completed|earned|took|wrote|defended)"
    r"|my|your|I am doing"
    r"|I['’]m doing|with)\s+(?:an?|my|your|the)?\s*(?:[\w-]+ ){0,2}?(?P<degree>Ph\.?D\.?|DPhil|doctorate|MBA|MPH"
    r"|[MB]\.?(?:Sc|A|Eng)\.?|MPhil|MRes|LLM|LLB|master['’]?s|bachelor['’]?s)(?!\w)",
)
_GENERIC = frozenset(
    """
    expert friend leader guide mentor mentee person parent partner owner reader role model user learner beginner
    maker member judge star executive candidate
    """.split()
)


def titles(context: Context) -> Iterator[Claim]:
    """Qualifiers, occupations and deeds said of the mentor, and degrees said of either."""
    if context.brief is None:
        return
    about = [
        source
        for source in context.sources.usable
        if source.field.startswith("mentor.") or source.field in {"meeting.notes", "ask.about"}
    ]
    known = frozenset().union(*(source.stems | source.tokens for source in about))
    everything = context.sources.tokens | context.sources.stems
    for span in context.everything:
        low = span.text.casefold()
        if "you" in low:
            yield from _said(span, about, known)
        if "my" in low or "you" in low or "i " in low or "with" in low:
            yield from _degrees(span, context.sources.usable, everything)


def _said(span: Span, about: list[Source], known: frozenset[str]) -> Iterator[Claim]:
    for pattern in _OF_MENTOR:
        for match in pattern.finditer(span.text):
            if re.search(r"\b(?:if|whether|when|would|could)\s*$", span.text[: match.start()], re.IGNORECASE):
                continue
            yield from _phrase(span, match, about, known)
    for match in _DEED.finditer(span.text):
        meant = _DEEDS[match["deed"].casefold()]
        if meant & known:
            yield grounded(span, match.start(), match.end("deed"), *_having(meant, about))
        else:
            yield unfounded(span, match.start(), match.end(), _problem(match[0]))


def _phrase(span: Span, match: re.Match[str], about: list[Source], known: frozenset[str]) -> Iterator[Claim]:
    found = list(WORD.finditer(match["np"]))
    names_a_post = any(folded(word[0]) in PERSON_NOUNS or folded(word[0]) in _MEANS for word in found)
    for n, word in enumerate(found):
        low = folded(word[0])
        at = match.start("np") + word.start()
        meant = _MEANS.get(low, frozenset()) | {low, stem(low)}
        last = n + 1 == len(found) or folded(found[n + 1][0]) in {"of", "for", "with"}
        occupation = low in PERSON_NOUNS - _GENERIC and last
        if not (low in _MEANS or occupation) or (low == "head" and n + 1 < len(found) and not last):
            continue
        if low in _MEANS and not occupation and not names_a_post:
            continue
        if meant & known or (occupation and _kindred(low, known)):
            yield grounded(span, at, at + len(word[0]), *_having(meant, about))
        elif not re.search(r"\b(?:not|no|never|hardly|like|such)\b", match["np"], re.IGNORECASE):
            yield unfounded(span, at, at + len(word[0]), _problem(word[0]))
            return


def _kindred(occupation: str, known: frozenset[str]) -> bool:
    """Whether a fact has a word of the same root: surveyor and surveying, teacher and taught."""
    own = stem(occupation)
    root = own[: max(4, min(len(own) - 2, 6))]
    return own in known or any(word.startswith(root) for word in known)


def _having(meant: frozenset[str], about: list[Source]) -> list[str]:
    return [source.id for source in about if meant & (source.stems | source.tokens)] or ["mentor.background:1"]


def _degrees(span: Span, usable: tuple[Source, ...], known: frozenset[str]) -> Iterator[Claim]:
    for match in _DEGREE.finditer(span.text):
        degree = folded(match["degree"]).replace(".", "").replace("’", "'")
        meant = _DEGREES.get(degree, frozenset()) | {degree}
        start, end = match.span("degree")
        if meant & known:
            yield grounded(span, start, end, *(s.id for s in usable if meant & (s.tokens | s.stems)))
        else:
            yield unfounded(span, start, end, _problem(match["degree"]))


def _problem(said: str) -> str:
    return f"None of your facts says “{said}”: leave it out, or add it to them if it is true."
