"""What a message asks for: each request with its place and its intent, whatever its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from outreach.review.asking_words import (
    AND_DO,
    EMBEDDED,
    FIRST_PERSON,
    GIVES,
    HOPED,
    IF_NOT,
    INSTEAD,
    JOINT,
    MORE,
    NAMES_QUESTION,
    OFFER,
    OR,
    PAST_WISH,
    QUESTION_WORD,
    SELF,
    SOFT,
    TIMES,
    TOPIC,
    TRIGGER,
    YOU,
)
from outreach.review.context import Context, Span
from outreach.review.intents import EXPLICIT, TALK, TALK_VERBS, WAY_OUT_VERBS, Act
from outreach.wording.patterns import regex

__all__ = ["Act", "Asked", "Force", "act_of", "asked_in", "requests_of", "without_quotations"]


class Force(StrEnum):
    """How plainly something is asked."""

    PLAIN = "plain"
    QUESTION = "question"
    """A direct question, or a wish: a request only where nothing is asked more plainly."""
    ALTERNATIVE = "alternative"
    """Instead of the request, or an offer: belongs to it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request in one sentence."""

    span: Span
    start: int
    """Place in the sentence."""
    end: int
    act: Act
    force: Force
    more: bool
    """Whether it says of itself that it comes on top (“also”, “too”)."""
    timed: bool
    """Whether a call, a meeting or minutes are named in it."""
    rest: str
    """What stands behind the words that ask."""

    @property
    def covers(self) -> frozenset[Act]:
        """What else belongs to it: a call and the answer in it are one request."""
        talk = {Act.TIME, Act.ANSWER}
        if self.act in talk:
            return frozenset(talk)
        if self.act in {Act.VISIT, Act.SERIES, Act.SHADOW} or self.timed:
            return frozenset({self.act, *talk})
        return frozenset({self.act, Act.ANSWER})


_TALK = frozenset({Act.TIME, Act.ANSWER})
_AND = regex(r"\W*(?:and|plus)\b", re.IGNORECASE)
_OF_YOU = frozenset({"please", "order", "can", "would"})
_USES = frozenset({"use", "borrow", "quote", "copy", "keep", "record"})
# A capital inside a clause: behind a word, "In May we shared a screen"; "Dear Kim, May I" is none.
_MAY = regex(r"(?<=\w )May\b")
_NEAR = 40
"""Characters behind “please” or “if” within which the words that ask may follow."""


def without_quotations(text: str) -> str:
    """``text`` with what stands in double quotation marks blanked out, places kept."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"", lambda match: " " * len(match[0]), text)


def _read_as_asked(text: str) -> str:
    """``text`` without quotations and without the month of May, which would read as the verb; places kept."""
    text = without_quotations(text)
    return _MAY.sub("   ", text) if "May" in text else text


def asked_in(
    span: Span, *, stems: frozenset[str] = frozenset(), offers: frozenset[str] = frozenset()
) -> Iterator[Asked]:
    """The requests of one sentence, in order.

    Args:
        span: the sentence.
        stems: of what the mentee asks about; a question that shares them is asked, even without “you”.
        offers: stems of what the mentee can offer.
    """
    text = _read_as_asked(span.text)
    found = False
    for start, piece, joined in _pieces(text):
        one = _asked(span, piece, start, offers) if not (joined and not found) or TRIGGER.search(piece) else None
        if one is None and joined and found:
            one = _carried_on(span, piece, start)
        if one:
            found = True
            yield one
    if not found and text.rstrip().endswith("?") and not SELF.search(text):
        shared = span.stems & stems
        if YOU.search(text) or (len(shared) >= 2 and 2 * len(shared) >= len(stems)) or re.search(r"\bquestion\b", text):
            more = bool(MORE.search(text))
            force = Force.PLAIN if more else Force.QUESTION
            yield Asked(span, 0, len(text), Act.ANSWER, force, more, False, text)


def _pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """Parts of a sentence between conjunctions, with their place, and whether one stands before them."""
    start, joined = 0, False
    for match in JOINT.finditer(text):
        yield start, text[start : match.start()], joined
        # “also” is part of what it joins.
        start, joined = match.end() - len(re.search(r"(?:(?:then|also)\s+)*$", match[0], re.I)[0]), True  # type: ignore[index]
    yield start, text[start:], joined


def _asked(span: Span, piece: str, start: int, offers: frozenset[str]) -> Asked | None:
    match = TRIGGER.search(piece)
    if not match:
        return None
    kind = match.lastgroup or ""
    rest = piece[match.end() :]
    if kind == "order":
        rest = match[0].split()[-1] + " " + rest
    for _ in range(2):
        again = TRIGGER.search(rest[:_NEAR]) if kind in {"if", "please"} else TRIGGER.match(rest.lstrip(" ,"))
        if not again or again.lastgroup in {"if", "please", "order"}:
            break
        rest, kind = rest[rest.index(again[0]) + len(again[0]) :], again.lastgroup or kind
    rest = rest[EMBEDDED.match(rest).end() :]  # type: ignore[union-attr]
    front = piece[: match.start()]
    act, timed = _act(rest)
    act = _judge(kind, act, rest, front)
    if act is None:
        return None
    whole = _read_as_asked(span.text)
    more = bool(MORE.search(piece)) and not (act in _TALK and TIMES.search(whole))
    more = more or (act not in _TALK and not start and bool(_AND.match(piece))) or bool(AND_DO.match(piece))
    offered = OFFER.search(whole) or (kind == "mine" and GIVES.match(rest) and len(span.stems & offers) >= 2)
    force = Force.PLAIN
    if offered or INSTEAD.search(whole) or (act not in _TALK and IF_NOT.search(whole)):
        force = Force.ALTERNATIVE
    elif (QUESTION_WORD.match(front) or QUESTION_WORD.match(piece)) and not more:
        force = Force.QUESTION
    return Asked(span, start + match.start(), start + len(piece.rstrip()), act, force, more, timed, rest)


def _judge(kind: str, act: Act | None, rest: str, front: str) -> Act | None:
    """The act of a request by the words that ask; ``None`` where nothing is asked after all."""
    none = {"hope": HOPED, "mine": PAST_WISH}.get(kind, WAY_OUT_VERBS if kind in _OF_YOU else None)
    if none and none.match(rest):
        return None
    if act is not None:
        return act
    verb = (re.match(r"[\w'’]+", rest) or [""])[0].casefold()
    talk = not verb or verb in TALK_VERBS
    match kind:
        case "please" | "order":
            return Act.ANSWER if talk else None
        case "can":
            return Act.ANSWER if talk else Act.OTHER
        case "would":
            return Act.OTHER if not talk and FIRST_PERSON.search(rest) else Act.ANSWER
        case "mine":
            return Act.OTHER if verb in _USES else Act.ANSWER
        case "hope" | "if":
            return None
        case _:
            return Act.ANSWER if kind != "have" or YOU.search(rest) or not front else None


def _act(rest: str) -> tuple[Act | None, bool]:
    """What is asked for, where its words say so, and whether time is asked for with it."""
    head = OR.split(rest, 1)[0]
    topic = TOPIC.search(head)
    head = head[: topic.start()] if topic else head
    talk = TALK.search(head)
    timed = bool(talk and talk.lastgroup == "time")
    for act, pattern in EXPLICIT:
        match = pattern.search(head)
        if match and not _is_talk(act, match):
            return act, bool(talk and talk.lastgroup == "time" and talk.start() < match.start())
    if timed:
        return Act.TIME, True
    if talk or (_words(head) and _words(head)[0] in TALK_VERBS):
        return Act.ANSWER, False
    return None, False


def act_of(text: str) -> Act | None:
    """What a few words name as asked for, a talk and an answer left out."""
    return next((act for act, pattern in EXPLICIT if pattern.search(text)), None)


def _is_talk(act: Act, match: re.Match[str]) -> bool:
    """Whether what is to be sent or shared is a thought or a line: an answer."""
    return act is Act.SEND and bool(TALK.search(re.split(r"\b(?:of|from|that|for|in)\b", match["object"] or "")[0]))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.casefold())[:3]


def _carried_on(span: Span, piece: str, start: int) -> Asked | None:
    """“… and introduce me to Anna”: a request that has only its verb."""
    head = re.sub(rf"^(?:{SOFT}\b[\s,]*)*", "", piece, flags=re.IGNORECASE)
    for act, pattern in EXPLICIT:
        match = pattern.search(head)
        if not match or match.start() > 3 or _is_talk(act, match):
            continue
        if act in {Act.READ, Act.SEND, Act.INTRODUCE, Act.RECOMMEND} and FIRST_PERSON.search(
            match[0] + " " + head[:40]
        ):
            return Asked(span, start, start + len(piece.rstrip()), act, Force.PLAIN, False, False, head)
    return None


def requests_of(context: Context) -> tuple[Asked, ...]:
    """All requests of the body, in order; looked for once."""
    return context.memo.of(_requests_of, context)


def _requests_of(context: Context) -> tuple[Asked, ...]:
    about: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    for source in context.sources.usable:
        if source.field == "ask.about":
            about = source.stems
        elif source.field == "mentee.can_offer":
            offers |= source.stems
    return tuple(_requests(context.spans, about, offers))


def _requests(spans: tuple[Span, ...], about: frozenset[str], offers: frozenset[str]) -> Iterator[Asked]:
    for number, span in enumerate(spans):
        here = list(asked_in(span, stems=about, offers=offers))
        # “My question is this:” stands before it.
        if not here and number and span.text.endswith("?") and NAMES_QUESTION.search(spans[number - 1].text):
            here = (
                []
                if SELF.search(spans[number - 1].text)
                else [Asked(span, 0, len(span.text), Act.ANSWER, Force.QUESTION, False, False, span.text)]
            )
        yield from here
