"""The sign of life, as far as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outreach.briefing.brief import Brief
from outreach.domain.draft import Section, Wish
from outreach.drafting import check_in
from outreach.drafting.choices import Choices
from outreach.drafting.deeds import DeedTold
from outreach.drafting.judging import Task
from outreach.drafting.news import deeds_told
from outreach.drafting.notes import best_notes
from outreach.drafting.writing import LetterText, Uses
from outreach.templates import Templates, Value

GOOD_WORDS = 110
"""A sign of life is read with pleasure up to about here; an inference from the length of a thank-you."""


class CheckInText(LetterText):
    """last, did, advice, goal, close."""

    by_model = ""
    template = "check-in"
    changeable = True

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        notes = best_notes(brief) if check_in.speaks_of_advice(brief) else []
        self.note = next((note for note in notes if note.advice and not check_in.is_done(note, brief)), None)
        self.most = check_in.MOST_DEEDS
        self.values = self._of(self.most)

    def _of(self, most: int) -> dict[str, Value]:
        deeds = [one for _, one in self._deeds(most)]
        return {**check_in.values(self.brief, deeds, self.note), **self._greetings(thanked=False)}

    def _deeds(self, most: int) -> list[tuple[int, DeedTold]]:
        return deeds_told(self.brief.case.contact, self.brief.case.mentor, most)

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """Nothing: what somebody did is told in their own words."""
        return []

    def spare(self) -> frozenset[str]:
        """What the advice did."""
        return frozenset({"advice"})

    def _briefer(self) -> Iterator[dict[str, Value]]:
        yield from (self._of(most) for most in range(self.most - 1, 0, -1))

    def sections(self) -> list[Section]:
        """With fewer deeds where they are long."""
        found: list[Section] = []
        for most in range(check_in.MOST_DEEDS, 0, -1):
            self.most, self.values = most, self._of(most)
            found = self._sections(self.values)
            if len(self.body(found).split()) <= GOOD_WORDS:
                break
        return found

    def _used(self, values: Mapping[str, Value]) -> Uses:
        """The sections in order, each with the facts that it uses."""
        numbers = [number for number, _ in self._deeds(self.most)]
        did = tuple(f"contact.{field}:{number}" for number in numbers for field in ("deeds", "results"))
        followed = tuple(f"contact.advice:{number}" for number in numbers) if values["followed"] else ()
        noted = self.note.fact_ids[:1] if self.note and values["noted"] else ()
        known = {fact.id for fact in self.brief.facts}
        return {
            "last": self._facts("contact.last_met", "contact.answered"),
            "did": tuple(one for one in (*did, "contact.news:1") if one in known),
            "advice": tuple(one for one in (*followed, *noted) if one in known),
            "goal": (f"mentee.goals:{self.brief.goal}",),
            "close": (),
        }
