"""The ways to say each part of a short message, from the fullest to none, and what each is worth to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.drafting import first_contact, myself
from outreach.drafting.ranking import Ranked
from outreach.drafting.shortening import shorter_clauses, shorter_connections, shorter_topics
from outreach.templates import Value
from outreach.wording import words as w
from outreach.wording.patterns import regex
from outreach.wording.sentences import sentences

MOST_FACTS = 4
"""Facts of the mentor's that a hook is looked for in."""
CHOSEN = 20.0
"""What a fact is worth on top where the mentee chose it."""
_POINTS_BACK = regex(
    r"\b(?:there|then|this|these|those|such|also|the (?:latter|same)|(?:before|after|since|with|for|of) that)\b"
)
"""Words that point to a sentence which is not in the message."""
_PRIVATE = regex(
    r"\b(?:your (?:\w+ )?(?:husband|wife|spouse|mother|father|parents|son|daughter|kids|children|baby)"
    r"|cancer|illness|burn-?out|depression|divorced?|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
"""What nobody opens a note to a stranger with."""
_UNTOLD = regex(r"\byou (?:is|was|has|\w+(?<!s)s) (?!.*\byou\b)")
"""A verb that was left in the third person."""
_BEGAN = regex(r"\byou (?:began|started)\b.*\bas\b")
_AT_HOME = regex(r"you (?:live|speak|like|love|hate|enjoy)\b")
_ONCE = regex(r"\b(?:too|began|started|trained|once|former(?:ly)?|used to|before|became|first|retrained|moved)\b")
"""Words of a way that somebody has gone; whoever wants to go it likes to hear of that."""
_SESSION = regex(r"(?:an? |my )?(?:\w+ )?(?:lesson|session|introduction|workshop|hour|course|training)s?\b")
_PLATFORM = regex(r"I found you on \w+$")
_ALONE = frozenset(["the owner", "the founder", "the co-owner", "the co-founder"])
"""Of what, the reader would ask."""
_OF_ONE = regex(r"(?:We|I (?:read|saw|watched|heard|met|attended|took|came|edited|use[d]?)|You)\b|.*\byour\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """One way to say one part."""

    values: dict[str, Value]
    worth: float
    """What it tells the reader, on the scale of a hook from the best fact told in full, which is 24."""
    size: int = 0
    """Characters of it at least, without the words around it."""


class Pieces:
    """The pieces of one message."""

    def __init__(self, brief: Brief, base: Mapping[str, Value], ranked: list[Ranked], wanted: str = "") -> None:
        """``base``: the e-mail's values; ``ranked``: the facts, best first; ``wanted``: the id of one to prefer."""
        self._brief, self._base, self._ranked, self._wanted = brief, base, ranked, wanted

    def connections(self) -> list[Piece]:
        """How the two came together, whole and shorter, or not."""
        introducer = str(self._base["introduced_by"])
        if introducer:
            text = f"{introducer} pointed me to you"
            return [Piece({"connection": text}, 24, len(text))]
        whole = str(self._base["connection"]).rstrip(" .!")
        if not whole or len(sentences(whole)) > 1:
            return [Piece({"connection": ""}, 0)]
        # Where there is one, a message that begins without it has begun with the wrong thing.
        found = [Piece({"connection": ""}, -5)]
        worth = 4.0 if _PLATFORM.match(whole) else (22.0 if _OF_ONE.match(whole) else 16.0)
        for at, text in enumerate(shorter_connections(whole)):
            found.append(Piece({"connection": text}, max(worth - 2 * at, 3.0), len(text)))
        return found

    def hooks(self) -> list[Piece]:
        """What of the mentor's is the reason to write, from several facts, whole and shorter, or nothing."""
        nothing: dict[str, Value] = {"reason": "", "clause": "", "quote": "", "hook_fact": ""}
        found = [Piece(nothing, 0)]
        told = [one for one in self._ranked if one.told]
        for rank, one in enumerate(told[:MOST_FACTS]):
            for at, clause in enumerate(shorter_clauses(w.expanded(one.told.text) if one.told else "")):
                if any(pattern.search(clause) for pattern in (_UNTOLD, _POINTS_BACK, _PRIVATE)):
                    continue
                values: dict[str, Value] = {
                    **nothing,
                    "reason": f"because {clause}",
                    "clause": clause if clause.startswith("you ") else "",
                    "hook_fact": one.fact.id,
                }
                worth = self._tie(clause) - 2 * rank - min(at, 3) + CHOSEN * (one.fact.id == self._wanted)
                found.append(Piece(values, worth, len(clause) + 12))
        if position := str(self._base["mentor_position"]):
            for text in dict.fromkeys((position, position.split(" at ")[0])):
                worth = 4 + max(0.0, self._tie(text)) / 4 + (text == position)
                if set(w.content(text)) <= set(w.content(self._brief.case.mentee.role)):
                    # "… because you are a paramedic. As a paramedic, …"
                    worth = 1
                found.append(Piece({**nothing, "reason": f"because you are {text}"}, worth, len(text) + 20))
        return found if told or not self._ranked else [*found, *self._untold(nothing)]

    def _untold(self, nothing: dict[str, Value]) -> Iterator[Piece]:
        """A fact that code cannot tell, as something of the mentor's or word for word."""
        fact = self._ranked[0].fact.id
        if thing := str(self._base["hook_thing"]):
            yield Piece({**nothing, "reason": f"because of {thing}", "hook_fact": fact}, 18, len(thing) + 16)
        elif quote := str(self._base["hook_quote"]):
            yield Piece({**nothing, "quote": quote, "hook_fact": fact}, 9, len(quote) + 30)

    def _tie(self, text: str) -> float:
        """How much a fact has to do with this mentee, up to 24: words shared with the ask count most."""
        mentee, mine = self._brief.case.mentee, set(w.content(text))
        asked = set(w.content(f"{self._brief.case.ask.about} {self._brief.goal_text} {mentee.role}"))
        known = set(w.content(f"{mentee.organisation} {mentee.background} {' '.join(mentee.skills_to_build)}"))
        shared = 3.0 * len(mine & asked) + 1.5 * len(mine & known - asked)
        once = bool(_ONCE.search(text))
        if not shared or _AT_HOME.match(text):
            # "You sing alto": better than nothing, and only than that.
            fallback = 4.0 if once or re.search(r"\d", text) else -3.0
            return 14.0 if _BEGAN.search(text) else fallback
        shared += 4.0 * once
        # Of a list the first is enough.
        return min(24.0, 13.0 + shared) - text.count(",")

    def topics(self) -> list[Piece]:
        """What is asked about, whole and wider, or nothing."""
        nothing: dict[str, Value] = {"topic": "", "topic_is_clause": False, "question": ""}
        nothing |= {"teachable": False, "asks_whether": False}
        found = [Piece(nothing, 4)]
        if question := str(self._base["question"]):
            text = re.sub(r":\s", ", ", w.decapitalised(question), count=1)
            found.append(Piece({**nothing, "question": text}, 24, len(text)))
        topic = str(self._base["topic"])
        whole = max(1, len(w.content(topic)))
        for text in shorter_topics(topic) if topic else ():
            clause = first_contact.starts_a_clause(text)
            worth = 10 + 14 * len(w.content(text)) / whole
            values: dict[str, Value] = {
                "topic": text,
                "topic_is_clause": clause,
                "teachable": bool(_SESSION.match(text)),
                "asks_whether": bool(re.match(r"(?:whether|if|when)\b", text)),
            }
            found.append(Piece({**nothing, **values}, worth, len(text)))
        return found

    def persons(self) -> list[str]:
        """Who the mentee is, with and without where: ``a clerk at a clinic``, ``a clerk``; empty without a role."""
        position = str(self._base["position"])
        if not position:
            return []
        mentee = self._brief.case.mentee
        bare = myself.who(type(mentee)(mentee.name, mentee.goals, role=mentee.role))[0]
        ways = (position, re.split(r"[,;]\s", position)[0], bare, re.split(r"[,;]\s", bare)[0])
        named = (re.sub(r"^(?=(?:co-?)?(?:owner|founder)\b)", "the ", way) for way in ways)
        return [way for way in dict.fromkeys(named) if ";" not in way and way not in _ALONE]
