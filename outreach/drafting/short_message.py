"""The first contact where room is short: the note with a LinkedIn invitation, and the direct message.

Each part can be said at length, shorter, or not at all. All combinations are put in order of what they tell the
reader, and the first that fits and that the review passes is taken; nothing is ever cut behind its back.
"""

from __future__ import annotations

import itertools
import math
import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.draft import Level, Section, Wish
from outreach.domain.people import Relationship
from outreach.drafting import first_contact, myself
from outreach.drafting.choices import Choices
from outreach.drafting.judging import Task
from outreach.drafting.ranking import best_facts
from outreach.drafting.shortening import shorter_clauses, shorter_connections, shorter_topics
from outreach.drafting.voice import THANKING
from outreach.drafting.writing import LetterText, Uses
from outreach.review.channel import units
from outreach.review.check import review
from outreach.review.data import limits
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.sentences import sentences

MOST_FACTS = 4
"""Facts of the mentor's that a hook is looked for in."""
MOST_REVIEWS = 24
"""Combinations that fit and are reviewed; the best of them is taken where none is without a finding."""
SECOND_REASON = 0.6
"""Of two reasons to write the second adds this share of its worth."""
FAILED, WARNED, LONGER = 1000.0, 12.0, 10.0
"""What a finding that fails, one that warns, and the next longer limit take from the worth of a combination."""
_BESIDE = frozenset({"R27", "R28"})
"""Rules on the day and on whose words it is: no other wording would change what they find."""
_POINTS_BACK = re.compile(
    r"\b(?:there|then|this|these|those|such|also|the (?:latter|same)|(?:before|after|since|with|for|of) that)\b"
)
"""Words that point to a sentence which is not in the message."""
_UNTOLD = re.compile(r"\byou (?:is|was|has|\w+(?<!s)s) (?!.*\byou\b)")
"""A verb that was left in the third person."""
_ONCE = re.compile(r"\b(?:too|began|started|trained|once|former(?:ly)?|used to|before|became|first|retrained|moved)\b")
"""Words of a way that somebody has gone; whoever wants to go it likes to hear of that."""
_SESSION = re.compile(r"(?:an? |my )?(?:\w+ )?(?:lesson|session|introduction|workshop|hour|course|training)s?\b")
_PLATFORM = re.compile(r"I found you on \w+$")
_OF_ONE = re.compile(r"(?:We|I (?:read|saw|watched|heard|met|attended|took|came|edited|use[d]?)|You)\b|.*\byour\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """One way to say one part."""

    values: dict[str, Value]
    worth: float
    """What it tells the reader, on the scale of a hook from the best fact told in full, which is 24."""
    size: int = 0
    """Characters of it at least, without the words around it."""


class ShortText(LetterText):
    """A message that is put together from the parts that fit."""

    by_model = "hook"

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        ranked = best_facts(brief)
        self.ranked = sorted(ranked, key=lambda one: one.fact.id != choices.fact)
        self.base: dict[str, Value] = {
            **first_contact.values(brief, next((one for one in self.ranked if one.told), None)),
            **self._greetings(thanked=True),
            "thanks": self.voice.farewell if self.voice.farewell in THANKING else "Thank you",
        }
        self.values = self._best()

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """Nothing: what is written freely seldom fits, and a told fact in a plain frame always can be counted."""
        return []

    @abstractmethod
    def _parts(self) -> list[list[Piece]]:
        """For each part the ways to say it."""

    @abstractmethod
    def _limits(self) -> tuple[int, ...]:
        """Lengths to keep to in turn, as LinkedIn counts; the last is the most that may be."""

    def _best(self) -> dict[str, Value]:
        """The values of the combination that tells most, fits, and is passed by the review."""
        picks = sorted(itertools.product(*self._parts()), key=_worth, reverse=True)
        best = (-math.inf, True, self._values(picks[-1]))
        for step, limit in enumerate(self._limits()):
            for worth, flaws, values in itertools.islice(self._fitting(picks, limit), MOST_REVIEWS):
                if worth - LONGER * step <= best[0]:
                    break
                grade = worth - flaws - LONGER * step
                if grade > best[0]:
                    best = (grade, bool(flaws), values)
                if not flaws:
                    break
            if not best[1]:
                break
        return best[2]

    def _fitting(self, picks: list[tuple[Piece, ...]], limit: int) -> Iterator[tuple[float, float, dict[str, Value]]]:
        """The combinations that fit, those that tell most first: worth, what the review takes from it, values."""
        for pick in picks:
            values = self._values(pick)
            if sum(piece.size for piece in pick) > limit or not self._reads_well(values):
                continue
            body = self.body(self._sections(values), values)
            if units(body) > limit:
                continue
            subject = self.templates.sentence(f"{self.template}.j2", "subject", values) if self.with_subject else ""
            found = [one for one in review(subject, body, self.brief).findings if one.rule not in _BESIDE]
            fails = sum(one.level is Level.FAIL for one in found)
            warns = sum(one.level is Level.WARN for one in found)
            yield _worth(pick), FAILED * fails + WARNED * warns, values

    with_subject = False

    def _values(self, pick: tuple[Piece, ...]) -> dict[str, Value]:
        values = dict(self.base)
        for piece in pick:
            values.update(piece.values)
        return values

    def _reads_well(self, values: Mapping[str, Value]) -> bool:
        """Whether the parts can stand side by side."""
        return True

    def subject(self) -> str:
        """The subject line; empty where the channel has none."""
        return super().subject() if self.with_subject else ""

    def body(self, sections: list[Section], values: Mapping[str, Value] | None = None) -> str:
        """The sections put together."""
        shown = self.values if values is None else values
        texts: dict[str, Value] = {section.name: section.text for section in sections}
        missing: dict[str, Value] = dict.fromkeys(self._used(shown), "")
        return self.templates.text(f"{self.template}.body.j2", {**shown, **missing, **texts})

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        """Other pieces for one section, all else as it stands."""
        seen = {str(self.values.get("reason"))}
        for piece in self._hooks() if name == "hook" else []:
            if piece.values["reason"] and str(piece.values["reason"]) not in seen:
                values = {**self.values, **piece.values}
                yield values, self._used(values)

    def _briefer(self) -> Iterator[dict[str, Value]]:
        for part in self._parts():
            yield from ({**self.values, **piece.values} for piece in part)

    # -- parts -------------------------------------------------------------------------------------

    def _connections(self) -> list[Piece]:
        introducer = str(self.base["introduced_by"])
        if introducer:
            text = f"{introducer} pointed me to you"
            return [Piece({"connection": text}, 24, len(text))]
        found = [Piece({"connection": ""}, 0)]
        whole = str(self.base["connection"]).rstrip(" .!")
        if not whole or len(sentences(whole)) > 1:
            return found
        worth = 4.0 if _PLATFORM.match(whole) else (22.0 if _OF_ONE.match(whole) else 16.0)
        for at, text in enumerate(shorter_connections(whole)):
            found.append(Piece({"connection": text}, max(worth - 2 * at, 3.0), len(text)))
        return found

    def _hooks(self) -> list[Piece]:
        nothing: dict[str, Value] = {"reason": "", "clause": "", "quote": "", "hook_fact": ""}
        found = [Piece(nothing, 0)]
        told = [one for one in self.ranked if one.told]
        for rank, one in enumerate(told[:MOST_FACTS]):
            for at, clause in enumerate(shorter_clauses(one.told.text if one.told else "")):
                if _UNTOLD.search(clause) or _POINTS_BACK.search(clause):
                    continue
                values: dict[str, Value] = {
                    **nothing,
                    "reason": f"because {clause}",
                    "clause": clause if clause.startswith("you ") else "",
                    "hook_fact": one.fact.id,
                }
                found.append(Piece(values, self._tie(clause) - 2 * rank - min(at, 3), len(clause) + 12))
        if position := str(self.base["mentor_position"]):
            for text in dict.fromkeys((position, position.split(" at ")[0])):
                worth = 6 + max(0.0, self._tie(text)) / 2 + (text == position)
                if set(w.content(text)) <= set(w.content(self.brief.case.mentee.role)):
                    # "… because you are a paramedic. As a paramedic, …"
                    worth = 1
                found.append(Piece({**nothing, "reason": f"because you are {text}"}, worth, len(text) + 20))
        return found if told or not self.ranked else [*found, *self._untold(nothing)]

    def _untold(self, nothing: dict[str, Value]) -> Iterator[Piece]:
        """A fact that code cannot tell, as something of the mentor's or word for word."""
        fact = self.ranked[0].fact.id
        if thing := str(self.base["hook_thing"]):
            yield Piece({**nothing, "reason": f"because of your {thing}", "hook_fact": fact}, 18, len(thing) + 16)
        elif quote := str(self.base["hook_quote"]):
            yield Piece({**nothing, "quote": quote, "hook_fact": fact}, 9, len(quote) + 30)

    def _tie(self, text: str) -> float:
        """How much a fact has to do with this mentee, up to 24: words shared with the ask count most."""
        mentee, mine = self.brief.case.mentee, set(w.content(text))
        asked = set(w.content(f"{self.brief.case.ask.about} {self.brief.goal_text} {mentee.role}"))
        known = set(w.content(f"{mentee.organisation} {mentee.background} {' '.join(mentee.skills_to_build)}"))
        shared = 3.0 * len(mine & asked) + 1.5 * len(mine & known - asked) + 4.0 * bool(_ONCE.search(text))
        if not shared:
            # "You sing alto": better than nothing, and only than that.
            return 6.0 if re.search(r"\d", text) else -3.0
        # Of a list the first is enough.
        return min(24.0, 13.0 + shared) - text.count(",")

    def _topics(self) -> list[Piece]:
        nothing: dict[str, Value] = {"topic": "", "topic_is_clause": False, "question": ""}
        nothing |= {"teachable": False, "asks_whether": False}
        found = [Piece(nothing, 4)]
        if question := str(self.base["question"]):
            text = w.decapitalised(question)
            found.append(Piece({**nothing, "question": text}, 24, len(text)))
        topic = str(self.base["topic"])
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

    def _persons(self) -> list[str]:
        """Who the mentee is, with and without where: ``a clerk at a clinic``, ``a clerk``; empty without a role."""
        position = str(self.base["position"])
        if not position:
            return []
        mentee = self.brief.case.mentee
        bare = myself.who(type(mentee)(mentee.name, mentee.goals, role=mentee.role))[0]
        return list(dict.fromkeys((position, re.split(r",\s", position)[0], bare, re.split(r",\s", bare)[0])))


def _worth(pick: tuple[Piece, ...]) -> float:
    """What a combination tells; of two reasons to write the second adds half."""
    connection, hook, *rest = (piece.worth for piece in pick)
    return max(connection, hook) + SECOND_REASON * min(connection, hook) + sum(rest)


class NoteText(ShortText):
    """connection, hook, who, ask: a note with an invitation, 200 characters at the most, 300 for paying members."""

    template = "linkedin-note"

    def _limits(self) -> tuple[int, ...]:
        table = limits()
        most = table.whole("linkedin-note", "most_premium" if self.brief.premium else "most")
        return (table.whole("linkedin-note", "good_premium" if self.brief.premium else "good"), most)

    def _parts(self) -> list[list[Piece]]:
        signature = str(self.base["signature"])
        signed = [Piece({"signature": signature}, 3, units(signature) + 1), Piece({"signature": ""}, 0)]
        return [self._connections(), self._hooks(), self._topics(), self._who(), self._offers(), signed]

    def _who(self) -> list[Piece]:
        found = [Piece({"who": "", "opens": False}, 0)]
        for at, text in enumerate(self._persons()):
            worth = 10 - 1.5 * min(at, 2)
            found.append(Piece({"who": f"I'm {text}", "opens": True}, worth, len(text) + 9))
            if re.match(r"(?:an?|the|head of)\b(?! (?:AI|assistant|expert)\b)", text):
                found.append(Piece({"who": text, "opens": False}, worth - 0.5, len(text) + 4))
        if not found[1:] and (field := str(self.base["field"])):
            found.append(Piece({"who": f"I work in {field}", "opens": True}, 8, len(field) + 15))
        elif not found[1:] and (workplace := str(self.base["workplace"])):
            found.append(Piece({"who": f"I'm from {workplace}", "opens": True}, 6, len(workplace) + 13))
        return found

    def _offers(self) -> list[Piece]:
        offered = re.match(r"I can offer (.{12,})", str(self.base["offer"]))
        teaches = self.brief.case.mentor.relationship is Relationship.REVERSE
        if not (offered and teaches and not self.base["topic"]):
            return [Piece({"offer": ""}, 0)]
        texts = list(shorter_topics(offered[1]))
        return [Piece({"offer": ""}, 0), *(Piece({"offer": text}, 14 - at, len(text)) for at, text in enumerate(texts))]

    def _values(self, pick: tuple[Piece, ...]) -> dict[str, Value]:
        values = super()._values(pick)
        if values["opens"] and values["connection"]:
            values["connection"] = w.decapitalised(str(values["connection"]))
        return values

    def _reads_well(self, values: Mapping[str, Value]) -> bool:
        # "I'm a clerk, and": one thing follows, neither none nor two.
        return not values["quote"] and (not values["opens"] or bool(values["connection"]) != bool(values["reason"]))

    def _used(self, values: Mapping[str, Value]) -> Uses:
        who = {"who": self._facts("mentee.role", "mentee.organisation")}
        why = {
            "connection": self._facts("mentor.introduced_by", "mentor.found_through"),
            "hook": _hook_facts(self, values),
        }
        ask = {"ask": self._facts("ask.about") if values["topic"] or values["question"] else self._offer_facts(values)}
        return {**who, **why, **ask} if values["opens"] else {**why, **who, **ask}

    def _offer_facts(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        return self._facts("mentee.can_offer")[:1] if values["offer"] else ()


class MessageText(ShortText):
    """connection, hook, who, goal, offer, ask, close: a direct message, with a subject for where there is one."""

    template = "message"
    with_subject = True

    def _limits(self) -> tuple[int, ...]:
        table = limits()
        return tuple(table.whole("message", name) for name in ("best", "fair", "good"))

    def _parts(self) -> list[list[Piece]]:
        return [self._connections(), self._hooks(), self._topics(), self._who(), self._goals(), self._offers()]

    def _who(self) -> list[Piece]:
        texts = [f"I'm {text}" for text in self._persons()]
        if not texts and (field := str(self.base["field"])):
            texts = [f"I work in {field}"]
        elif not texts and (workplace := str(self.base["workplace"])):
            texts = [f"I'm from {workplace}"]
        pieces = [Piece({"who": text}, 12 - 2 * min(at, 2), len(text)) for at, text in enumerate(texts)]
        return [*pieces, Piece({"who": ""}, 0)]

    def _goals(self) -> list[Piece]:
        goal = str(self.base["goal_sentence"])
        return [Piece({"goal": goal}, 4, len(goal)), Piece({"goal": ""}, 0)]

    def _offers(self) -> list[Piece]:
        offer = w.capitalised(str(self.base["offer"]).split(" (")[0])
        teaches = self.brief.case.mentor.relationship in {Relationship.REVERSE, Relationship.PEER}
        if not (offer and teaches):
            return [Piece({"offer_sentence": ""}, 0)]
        return [Piece({"offer_sentence": offer}, 7, len(offer)), Piece({"offer_sentence": ""}, 0)]

    def _used(self, values: Mapping[str, Value]) -> Uses:
        return {
            "connection": self._facts("mentor.introduced_by", "mentor.found_through"),
            "hook": _hook_facts(self, values),
            "who": self._facts("mentee.role", "mentee.organisation"),
            "goal": (f"mentee.goals:{self.brief.goal}",),
            "offer": self._facts("mentee.can_offer")[:1],
            "ask": self._facts("ask.about", "ask.minutes"),
            "close": (),
        }


def _hook_facts(text: ShortText, values: Mapping[str, Value]) -> tuple[str, ...]:
    fact = str(values["hook_fact"])
    return (
        (fact,)
        if fact
        else tuple(one.id for path in ("mentor.role", "mentor.organisation") for one in text.brief.of(path))
    )
