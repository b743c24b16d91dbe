"""The report on what came of advice, as far as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outreach.briefing.brief import Brief
from outreach.domain.draft import Section, Wish
from outreach.domain.people import Relationship
from outreach.drafting import report
from outreach.drafting.choices import Choices
from outreach.drafting.judging import Task
from outreach.drafting.letters import echo_task
from outreach.drafting.writing import LetterText, Uses
from outreach.templates import Templates, Value
from outreach.wording import words as w

FEWEST_WORDS = 2
"""A note of so few words is none that the model could tell."""
GOOD_WORDS = 110
"""A report is read with pleasure up to about here; a longer one tells of a deed less."""


class ReportText(LetterText):
    """opening, echo, deed, second, third, thanks, next, close."""

    by_model = "echo"
    template = "report"
    changeable = True

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self.deeds = report.reported(brief)
        self.most = report.MOST_DEEDS
        self.values = self._of(self.most)

    def _of(self, most: int) -> dict[str, Value]:
        linked = self._reworded.get("echo", True) is not None
        echoed: dict[str, Value] = {"echoed": self.kept is not None}
        return {
            **report.values(self.brief, self.deeds[:most], linked=linked),
            **self._greetings(thanked=True),
            **echoed,
        }

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """The advice of the first deed, where it is a note in shorthand that code can only quote."""
        equals = self.brief.case.mentor.relationship in {Relationship.PEER, Relationship.REVERSE}
        if equals or not self.deeds or self.deeds[0].is_told:
            return []
        noted = (fact for fact in self.brief.of("contact.advice") if fact.id == self._id("advice", 0))
        return [echo_task(fact, self.brief.case.mentor) for fact in noted if len(w.words(fact.text)) > FEWEST_WORDS]

    def spare(self) -> frozenset[str]:
        """What the report can do without: what was advised, and all but the first deed."""
        return frozenset({"echo", "second", "third", "next", "news"})

    def _id(self, path: str, at: int) -> str:
        return f"contact.{path}:{self.deeds[at].number}"

    def _briefer(self) -> Iterator[dict[str, Value]]:
        yield from (self._of(most) for most in range(report.MOST_DEEDS - 1, 0, -1))

    def sections(self) -> list[Section]:
        """With fewer deeds where they are long."""
        found: list[Section] = []
        for most in range(report.MOST_DEEDS, 0, -1):
            self.values = self._of(most)
            found = self._sections(self.values)
            if len(self.body(found).split()) <= GOOD_WORDS:
                break
        return found

    def _used(self, values: Mapping[str, Value]) -> Uses:
        known = {fact.id for fact in self.brief.facts}

        def of(at: int, *paths: str) -> tuple[str, ...]:
            named = [self._id(path, at) for path in paths] if at < len(self.deeds) else []
            return tuple(one for one in named if one in known)

        return {
            "opening": self._facts("contact.last_met"),
            "echo": (*of(0, "advice"), *self._facts("contact.last_met")),
            "deed": of(0, "deeds", "results"),
            "second": of(1, "advice", "deeds", "results"),
            "third": of(2, "advice", "deeds", "results"),
            "news": self._facts("contact.news"),
            "thanks": (),
            "next": self._facts("meeting.next_actions", "meeting.next_meeting"),
            "close": (),
        }
