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

from outreach.briefing.brief import Brief
from outreach.domain.draft import Level, Section, Wish
from outreach.domain.people import Relationship
from outreach.drafting import first_contact
from outreach.drafting.choices import Choices
from outreach.drafting.judging import Task
from outreach.drafting.pieces import Piece, Pieces
from outreach.drafting.ranking import best_facts
from outreach.drafting.shortening import shorter_topics
from outreach.drafting.voice import THANKING
from outreach.drafting.writing import LetterText, Uses
from outreach.review.channel import units
from outreach.review.check import review
from outreach.review.data import limits
from outreach.templates import Templates, Value
from outreach.wording import words as w

MOST_REVIEWS = 16
"""Combinations that fit and are reviewed; the best of them is taken where none is without a finding."""
SECOND_REASON = 0.6
"""Of two reasons to write the second adds this share of its worth."""
FAILED, WARNED, LONGER = 1000.0, 12.0, 10.0
"""What a finding that fails, one that warns, and the next longer limit take from the worth of a combination."""
_SHAPE = frozenset({"connection", "reason", "quote", "clause", "who", "opens", "topic", "question", "topic_is_clause"})
"""Values that decide how the parts are joined, by whether they say anything."""
_BESIDE = frozenset({"R5", "R16", "R27", "R28"})
"""Rules that warn of the minutes, the name, the day, whose words it is: no other wording would change that."""


class ShortText(LetterText):
    """A message that is put together from the parts that fit."""

    by_model = "hook"
    with_subject = False
    frame = 18
    """Characters at least that are not of any part, the greeting aside: "Could I ask you ?"."""

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        ranked = best_facts(brief)
        self.ranked = sorted(ranked, key=lambda one: one.fact.id != choices.fact)
        self.base: dict[str, Value] = {
            **first_contact.values(brief, next((one for one in self.ranked if one.told), None)),
            **self._greetings(thanked=True),
            "thanks": self.voice.farewell if self.voice.farewell in THANKING else "Thank you",
        }
        self.pieces = Pieces(brief, self.base, self.ranked, choices.fact)
        self.values = self._best()

    longest = limits().whole("sentence", "words") - 4
    """Words of two reasons in one sentence, without those that join them."""

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
        least = units(str(self.base["greeting"])) + self.frame
        for pick in picks:
            if least + sum(piece.size for piece in pick) > limit:
                continue
            values = self._values(pick)
            reasons = len(w.words(f"{values['connection']} {values['reason']}"))
            if not self._reads_well(values) or (values["connection"] and values["reason"] and reasons > self.longest):
                continue
            body = self.body(self._sections(values), values)
            if units(body) > limit:
                continue
            subject = self.templates.sentence(f"{self.template}.j2", "subject", values) if self.with_subject else ""
            found = review(subject, body, self.brief).findings
            fails = sum(one.level is Level.FAIL for one in found)
            warns = sum(one.level is Level.WARN and one.rule not in _BESIDE for one in found)
            yield _worth(pick), FAILED * fails + WARNED * warns, values

    def _values(self, pick: tuple[Piece, ...]) -> dict[str, Value]:
        values = dict(self.base)
        for piece in pick:
            values.update(piece.values)
        return self._finished(values)

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

    def _hook_facts(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        fact = str(values["hook_fact"])
        return (fact,) if fact else self._facts("mentor.role", "mentor.organisation")

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        """Other pieces for one section, all else as it stands."""
        for piece in self.pieces.hooks() if name == "hook" else []:
            if piece.values["hook_fact"] != self.values["hook_fact"] and (values := self._instead(piece)):
                yield values, self._used(values)

    def _briefer(self) -> Iterator[dict[str, Value]]:
        for piece in itertools.chain(*self._parts()):
            if values := self._instead(piece):
                yield values

    def _instead(self, piece: Piece) -> dict[str, Value]:
        """The values with ``piece`` in place of what says its part now; empty where other parts would change too."""
        values = {**self.values, **piece.values}
        same = all(bool(values[name]) is bool(self.values[name]) for name in piece.values if name in _SHAPE)
        return self._finished(values) if same else {}

    def _finished(self, values: dict[str, Value]) -> dict[str, Value]:
        """The values of a combination, as they stand side by side."""
        return values


def _worth(pick: tuple[Piece, ...]) -> float:
    """What a combination tells; of two reasons to write the second adds only a share."""
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
        return [
            self.pieces.connections(),
            self.pieces.hooks(),
            self.pieces.topics(),
            self._who(),
            self._offers(),
            signed,
        ]

    def _who(self) -> list[Piece]:
        found = [Piece({"who": "", "opens": False}, 0)]
        for at, text in enumerate(self.pieces.persons()):
            worth = 10 - 1.5 * min(at, 2) - 2 * (", " in text)
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

    def _finished(self, values: dict[str, Value]) -> dict[str, Value]:
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
            "hook": self._hook_facts(values),
        }
        ask = {"ask": self._facts("ask.about") if values["topic"] or values["question"] else self._offer_facts(values)}
        return {**who, **why, **ask} if values["opens"] else {**why, **who, **ask}

    def _offer_facts(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        return self._facts("mentee.can_offer")[:1] if values["offer"] else ()


class MessageText(ShortText):
    """connection, hook, who, goal, offer, ask, close: a direct message, with a subject for where there is one."""

    template = "message"
    with_subject = True
    frame = 75

    def _limits(self) -> tuple[int, ...]:
        table = limits()
        return tuple(table.whole("message", name) for name in ("best", "fair", "good"))

    def _parts(self) -> list[list[Piece]]:
        return [
            self.pieces.connections(),
            self.pieces.hooks(),
            self.pieces.topics(),
            self._who(),
            self._goals(),
            self._offers(),
        ]

    def _who(self) -> list[Piece]:
        texts = [f"I'm {text}" for text in self.pieces.persons()]
        if not texts and (field := str(self.base["field"])):
            texts = [f"I work in {field}"]
        elif not texts and (workplace := str(self.base["workplace"])):
            texts = [f"I'm from {workplace}"]
        pieces = [
            Piece({"who": text}, 12 - 2 * min(at, 2) - 2 * (", " in text), len(text)) for at, text in enumerate(texts)
        ]
        return [*pieces, Piece({"who": ""}, 0)]

    def _goals(self) -> list[Piece]:
        goal = str(self.base["goal_sentence"])
        # Where what is asked about says it too, the goal can be left out.
        said = set(w.content(self.brief.goal_text)) & set(w.content(self.brief.case.ask.about))
        return [Piece({"goal": goal}, 4 if said else 15, len(goal)), Piece({"goal": ""}, 0)]

    def _offers(self) -> list[Piece]:
        offer = w.capitalised(str(self.base["offer"]).split(" (")[0])
        teaches = self.brief.case.mentor.relationship in {Relationship.REVERSE, Relationship.PEER}
        if not (offer and teaches):
            return [Piece({"offer_sentence": ""}, 0)]
        return [Piece({"offer_sentence": offer}, 7, len(offer)), Piece({"offer_sentence": ""}, 0)]

    def _used(self, values: Mapping[str, Value]) -> Uses:
        return {
            "connection": self._facts("mentor.introduced_by", "mentor.found_through"),
            "hook": self._hook_facts(values),
            "who": self._facts("mentee.role", "mentee.organisation"),
            "goal": (f"mentee.goals:{self.brief.goal}",),
            "offer": self._facts("mentee.can_offer")[:1],
            "ask": self._facts("ask.about", "ask.minutes"),
            "close": (),
        }
