"""Who a quantity is said of: where the mentee may speak from own knowledge, and where a fact must stand behind it."""

from __future__ import annotations

import re
from functools import cached_property

from outreach.briefing.sources import Source, Sources
from outreach.review.clauses import FIRST, SECOND, Clause, clauses
from outreach.review.context import Span
from outreach.wording.patterns import regex
from outreach.wording.quantities import Kind, Quantity
from outreach.wording.words import is_past, stem

MEETING = frozenset(map(stem, "meeting call conversation talk session lesson chat evening catch-up".split()))
"""Stems of what two people have when they meet."""

_TOGETHER = regex(
    r"\b(?:meetings?|calls?|conversations?|sessions?|lessons?|chats?|video"
    r"|we(?:['’]ll| will)? (?:met|meet|spoke|speak|talk(?:ed)?))\b",
    re.IGNORECASE,
)
_ASKS = regex(
    r"\?|\b(?:could|may|might|would|shall|can) (?:I|we|it|that)\b|\b(?:free|suits?|available)\b"
    r"|\bI(?: could|['’]d| can) (?:also )?(?:call|ring|come|do|meet|talk|speak|phone|be)\b",
    re.IGNORECASE,
)
# What the mentee does with what the mentor did: behind it stands the mentor's world.
_PERCEIVING = frozenset(
    map(
        stem,
        """
        read see saw seen hear heard like love admire admired enjoy enjoyed notice noticed learn learned learnt know
        knew find found understand understood struck impress impressed laugh laughed smile smiled watch watched
        listen listened remember believe gather gathered come came follow followed
        """.split(),
    )
)
_PAST = frozenset("was were had did".split())
_OURS = regex(r"\b(?:I|my|we|our|mine|ours)\b", re.IGNORECASE)
_FROM_OR_TO = regex(r"\b(?:after|before|until|till|from|between|past)\s+(?:half past )?$", re.IGNORECASE)
_TALKED = ("meeting.notes", "meeting.questions")
"""What the two talked or will talk about: a sentence that names nobody may tell of it."""
_SIGNIFICANT = 3
"""Digits from which a number is too exact to be one that everybody knows."""


class Speaking:
    """A sentence with what it says of whom, worked out when asked for."""

    def __init__(
        self, span: Span, *, vouched: bool = False, agenda: bool = False, thanks: bool = False, news: bool = False
    ) -> None:
        """``vouched``: a person wrote it, not a model or a template; ``thanks``: in a letter of thanks.

        ``news``: in one that tells how the mentee is getting on.
        """
        self.span = span
        self.vouched = vouched
        self.agenda = agenda
        self.thanks = thanks
        self.news = news

    @cached_property
    def _clauses(self) -> list[Clause]:
        return clauses(self.span)

    def _clause(self, one: Quantity) -> Clause | None:
        return next((clause for clause in self._clauses if clause.start <= one.start < clause.end), None)

    def person(self, one: Quantity) -> str:
        """Of whom a quantity is said: ``I``, ``you``, or empty where that is open."""
        clause = self._clause(one)
        if clause is None or SECOND.search(clause.text) or clause.subject == "you":
            return "you"
        if clause.subject == "I" or _OURS.search(clause.text):
            return "" if clause.verb in _PERCEIVING else "I"
        return "you" if SECOND.search(self.span.text) else ""

    def against(self, one: Quantity, source: Source) -> bool:
        """Whether a fact can speak against a quantity: that of the one says nothing of the other."""
        if source.field.startswith("mentor."):
            return self.person(one) != "I"
        return not source.field.startswith("mentee.") or self.person(one) != "you"

    def own_word(self, one: Quantity, found: tuple[Quantity, ...], sources: Sources) -> bool:
        """Whether a quantity without a fact may be the mentee's own knowledge, of their world or the world at large.

        ``found``: all quantities of the sentence.
        """
        text = self.span.text
        if not self.vouched or _is_exact(one, text) or _ASKS.search(text) or self._arranges(one, found):
            return False
        clause, person = self._clause(one), self.person(one)
        if clause is None or person == "you" or _TOGETHER.search(clause.text):
            return False
        if person == "I" or FIRST.search(clause.text):
            return not self.thanks or one.kind is Kind.TIME or _tells_of_the_past(clause)
        if one.kind is Kind.TIME and not _TOGETHER.search(text):
            return True
        if not self.news and any(sources.of_fields(_TALKED)):
            return False
        return not any(n >= 2 and source.field.startswith("mentor.") for source, n in sources.shared(one.near).items())

    def _arranges(self, one: Quantity, found: tuple[Quantity, ...]) -> bool:
        """Whether it says when or how long the two meet, or when the mentee is free."""
        if self.agenda and (one.kind is Kind.TIME or one.each in {"minute", "hour"}):
            return True
        if one.kind is not Kind.TIME:
            return False
        dated = any(other.kind in {Kind.DATE, Kind.WEEKDAY} for other in found)
        return dated or bool(_FROM_OR_TO.search(self.span.text, 0, one.start))


def _tells_of_the_past(clause: Clause) -> bool:
    """Whether a clause tells what was: no plan, and nothing resolved."""
    return clause.helpers <= _PAST and any(map(is_past, re.findall(r"[a-z]+", clause.text)))


def _is_exact(one: Quantity, text: str) -> bool:
    """Whether a quantity is one that nobody says by the way: a date, a year, an amount, 12.5, 41 %."""
    if one.kind in {Kind.DATE, Kind.YEAR, Kind.MONEY, Kind.OTHER}:
        return True
    if one.kind is Kind.MONTH:
        return bool(one.year)
    if one.kind is Kind.PERCENT:
        return bool(re.search(r"%|cent|pct", text[one.start : one.end], re.IGNORECASE))
    return len(f"{one.said:.10g}".replace(".", "").strip("0")) >= _SIGNIFICANT
